"""`clarify undo`"""

import typer

from clarify.commands.options import Json, NoInput, Yes
from clarify.commands.session import Session
from clarify.show import ask, console
from clarify.show.json import print_json


def run(ctx: typer.Context, yes: Yes = False, as_json: Json = False, no_input: NoInput = False) -> None:
    """Take the latest change back; again for the one before it."""
    session: Session = ctx.obj
    session.despite_settings()
    goes = session.store.would_take_away()
    if goes and ask.can_ask() and not (yes or no_input or as_json) and not ask.confirm(_question(goes)):
        console.tell("Nothing was undone.")
        return
    undone = session.store.undo()
    if as_json:
        print_json({"undone": undone})
    else:
        console.tell(f"Undone: {undone}.")


def _question(slugs: list[str]) -> str:
    if len(slugs) == 1:
        return f"This takes the brief “{slugs[0]}” away."
    return f"This takes {len(slugs)} briefs away: {', '.join(slugs)}."
