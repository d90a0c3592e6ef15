"""`clarify undo`"""

import typer

from clarify.commands.session import Workplace
from clarify.commands.shared import Json, NoInput, Yes, print_json
from clarify.show import terminal


def run(ctx: typer.Context, yes: Yes = False, as_json: Json = False, no_input: NoInput = False) -> None:
    """Take the latest change back; again for the one before it."""
    place: Workplace = ctx.obj
    place.despite_settings()
    goes = place.store.would_take_away()
    if goes and terminal.can_ask() and not (yes or no_input or as_json):
        answer = terminal.ask_line(_question(goes), "y: yes · Enter: no")
        if answer.strip().lower() not in ("y", "yes"):
            terminal.tell("Nothing was undone.")
            return
    undone = place.store.undo()
    if as_json:
        print_json({"undone": undone})
    else:
        terminal.tell(f"Undone: {undone}.")


def _question(slugs: list[str]) -> str:
    if len(slugs) == 1:
        return f"This takes the brief “{slugs[0]}” away."
    return f"This takes {len(slugs)} briefs away: {', '.join(slugs)}."
