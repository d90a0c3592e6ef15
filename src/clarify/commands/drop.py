"""`clarify drop`"""

import typer

from clarify.brief import Status
from clarify.brief.life import ended
from clarify.commands.options import Json, NoInput, Words, Yes
from clarify.commands.session import Session


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The work is off: the brief leaves the list, and is kept."""
    session: Session = ctx.obj
    slug = session.choose(brief, no_input=no_input)
    changed = session.store.change(slug, "drop", lambda brief: ended(brief, Status.DROPPED, session.now))
    again = f"`clarify reopen {session.short(slug)}` takes it up again."
    session.show_changed(changed, f"Dropped, and out of the list. {again}", as_json)
