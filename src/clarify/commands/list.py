"""`clarify list`"""

from typing import Annotated

import typer

from clarify.brief import Brief
from clarify.brief.summary import Summary
from clarify.commands.listing import show_listing
from clarify.commands.options import Json, Leader, NoInput
from clarify.commands.session import Session
from clarify.show.briefs import show_list
from clarify.show.console import typed
from clarify.text import folded


def run(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help="Only briefs that hold these words.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Done and dropped ones too.")] = False,
    leader: Leader = None,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """Open briefs, the most pressing first."""
    session: Session = ctx.obj
    wanted = [folded(typed(word)) for word in words or []]

    def fits(brief: Brief) -> bool:
        texts = [folded(text) for text in brief.words()]
        return all(any(word in text for text in texts) for word in wanted)

    def show(briefs: list[Summary]) -> None:
        show_list(briefs, session.now, numbered=not (wanted or leader or everything))

    def objects(briefs: list[Summary]) -> list[dict[str, object]]:
        return [brief.to_data(session.store.zone) for brief in briefs]

    show_listing(session, leader, show, objects if as_json else None, closed=everything, fits=fits if wanted else None)
