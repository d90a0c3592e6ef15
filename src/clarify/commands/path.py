"""`clarify path`"""

from typing import Annotated

import typer

from clarify.commands.options import Json, complete_slug
from clarify.commands.session import Session
from clarify.show import console
from clarify.show.console import typed
from clarify.show.json import print_json


def run(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(metavar="[BRIEF|prompts]", help="A brief, or prompts.", autocompletion=complete_slug),
    ] = None,
    as_json: Json = False,
) -> None:
    """Where everything is kept; with a brief, where that is; with `prompts`, where your own questions go."""
    session: Session = ctx.obj
    home = session.home
    if what == "prompts":
        path = home / "prompts"
    elif what:
        session.despite_settings()
        path = session.store.where(session.store.find(typed(what)))
    else:
        path = home
    if as_json:
        print_json({"path": str(path)})
    else:
        console.write(f"{path}\n")
