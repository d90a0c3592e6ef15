"""`clarify done`"""

import typer

from clarify.brief import Status
from clarify.brief.life import ended, refuse_closed
from clarify.commands.options import Json, NoInput, Words, Yes
from clarify.commands.session import Session
from clarify.show import ask
from clarify.text import clean, one_line


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The work is delivered. At a terminal it asks, in one line, what you handed over."""
    session: Session = ctx.obj
    slug = session.choose(brief, no_input=no_input)
    refuse_closed(session.load(slug))
    note = ""
    if ask.can_ask() and not (yes or no_input or as_json):
        note = one_line(clean(ask.ask_line("What did you hand over, and where is it?", "Enter: nothing to note")))
    if note.lower() in ("y", "yes", "n", "no"):
        note = ""  # a habitual “y” says nothing about what was handed over
    changed = session.store.change(slug, "done", lambda brief: ended(brief, Status.DONE, session.now, note))
    again = f"`clarify reopen {session.short(slug)}` takes it up again."
    session.show_changed(changed, f"Done, and out of the list. Well done. {again}", as_json)
