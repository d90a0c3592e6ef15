"""`clarify done`"""

import typer

from clarify.brief import Status
from clarify.commands.session import Workplace
from clarify.commands.shared import Json, NoInput, Words, Yes, choose, load, move, refuse_closed
from clarify.show import terminal
from clarify.text import clean, one_line


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The work is delivered. At a terminal it asks, in one line, what you handed over."""
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    refuse_closed(load(place, slug))
    note = ""
    if terminal.can_ask() and not (yes or no_input or as_json):
        note = one_line(clean(terminal.ask_line("What did you hand over, and where is it?", "Enter: nothing to note")))
    if note.lower() in ("y", "yes", "n", "no"):
        note = ""  # a habitual “y” says nothing about what was handed over
    said = "Done, and out of the list. Well done. `clarify reopen {short}` takes it up again."
    move(place, slug, Status.DONE, doing="done", said=said, as_json=as_json, note=note)
