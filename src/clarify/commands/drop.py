"""`clarify drop`"""

import typer

from clarify.brief import Status
from clarify.commands.shared import Json, NoInput, Words, Yes, move


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The work is off: the brief leaves the list, and is kept."""
    said = "Dropped, and out of the list. `clarify reopen {short}` takes it up again."
    move(ctx, brief, Status.DROPPED, doing="drop", said=said, no_input=no_input, as_json=as_json)
