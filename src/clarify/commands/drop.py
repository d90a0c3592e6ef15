"""`clarify drop`"""

import typer

from clarify.brief import Status
from clarify.commands.session import Workplace
from clarify.commands.shared import Json, NoInput, Words, Yes, choose, move


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The work is off: the brief leaves the list, and is kept."""
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    said = "Dropped, and out of the list. `clarify reopen {short}` takes it up again."
    move(place, slug, Status.DROPPED, doing="drop", said=said, as_json=as_json)
