"""`clarify undo`"""

import typer

from clarify import terminal
from clarify.commands.shared import Json, NoInput, Yes, print_json
from clarify.workplace import Workplace


def run(ctx: typer.Context, yes: Yes = False, as_json: Json = False, no_input: NoInput = False) -> None:
    """Take the latest change back; again for the one before it."""
    place: Workplace = ctx.obj
    undone = place.store.undo()
    if as_json:
        print_json({"undone": undone})
    else:
        terminal.tell(f"Undone: {undone}.")
