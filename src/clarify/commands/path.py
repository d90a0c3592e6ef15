"""`clarify path`"""

from typing import Annotated

import typer

from clarify.commands.session import Workplace
from clarify.commands.shared import Json, complete_slug, print_json, typed
from clarify.show import terminal


def run(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(metavar="[BRIEF|prompts]", help="A brief, or prompts.", autocompletion=complete_slug),
    ] = None,
    as_json: Json = False,
) -> None:
    """Where everything is kept; with a brief, where that is; with `prompts`, where your own questions go."""
    place: Workplace = ctx.obj
    home = place.home
    if what == "prompts":
        path = home / "prompts"
    elif what:
        place.despite_settings()
        path = place.store.where(place.store.find(typed(what)))
    else:
        path = home
    if as_json:
        print_json({"path": str(path)})
    else:
        terminal.write(f"{path}\n")
