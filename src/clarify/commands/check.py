"""`clarify check`"""

from pathlib import Path
from typing import Annotated

import typer

from clarify.commands.intake import read_answers, read_source
from clarify.commands.options import Json, NoInput
from clarify.commands.session import Session
from clarify.show.handoff import show_handoff
from clarify.show.json import print_json


def run(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="The message; - or nothing: standard input.")] = None,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """What a hand-off says and what it leaves open. Creates nothing."""
    session: Session = ctx.obj
    text = read_source(file or Path("-"))
    read = read_answers(session, text)
    handoff = read.handoff
    if as_json:
        print_json({"text": text, **handoff.to_json()})  # the text in which its places are counted
        return
    each = read.of_each if len(handoff.tasks) > 1 else []
    show_handoff(text, handoff, each, session.catalog.questions("handoff"), session.now)
