"""`clarify list`"""

import sys
from typing import Annotated

import typer

from clarify.brief import Brief
from clarify.commands.session import Workplace
from clarify.commands.shared import (
    NOTHING_OPEN,
    Json,
    Leader,
    NoInput,
    of_leader,
    print_json,
    report_damaged,
    tell_mistakes,
    typed,
)
from clarify.show import terminal
from clarify.show.screens import list_screen, most_pressing


def run(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help="Only briefs that hold these words.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Done and dropped ones too.")] = False,
    leader: Leader = None,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """Open briefs, the most pressing first."""
    place: Workplace = ctx.obj
    mistakes = place.despite_settings()
    wanted = [typed(word).lower() for word in words or []]

    def fits(brief: Brief) -> bool:
        return all(any(word in text.lower() for text in brief.words()) for word in wanted)

    briefs, damaged = place.store.summaries(closed=everything, fits=fits if wanted else None)
    shown = most_pressing(of_leader(briefs, leader))
    if as_json:
        print_json([brief.to_data(place.store.zone) for brief in shown])
    elif shown:
        paint = terminal.paint_for(sys.stdout)
        terminal.write(list_screen(shown, place.now, terminal.width_of(), paint))
    elif wanted or briefs:
        terminal.tell("No brief fits all of this. `clarify list` shows every open one.")
    elif not damaged:
        terminal.tell(NOTHING_OPEN)
    tell_mistakes(mistakes)
    report_damaged(damaged, failed=bool(mistakes))
