"""`clarify today`"""

import sys

import typer

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
)
from clarify.show import terminal
from clarify.show.screens import due_words, most_pressing, today_groups, today_screen


def run(ctx: typer.Context, leader: Leader = None, as_json: Json = False, no_input: NoInput = False) -> None:
    """What wants your attention now: what is late or due, who has not answered, what was not sent."""
    place: Workplace = ctx.obj
    mistakes = place.despite_settings()
    found, damaged = place.store.summaries()
    briefs = of_leader(found, leader)
    groups = today_groups(briefs, place.now, place.store.settings.conventions)
    if as_json:
        print_json({name: [brief.to_data(place.store.zone) for brief in some] for name, some in groups.items()})
    elif any(groups.values()):
        paint = terminal.paint_for(sys.stdout)
        terminal.write(today_screen(groups, place.now, terminal.width_of(), paint, place.short))
    elif briefs:
        first = most_pressing(briefs)[0]
        number = "1 brief is" if len(briefs) == 1 else f"{len(briefs)} briefs are"
        due = due_words(first.due_at(place.store.zone), place.now)
        terminal.write(f"Nothing wants you right now. {number} open; next: {first.ask} ({due}).\n")
    elif not damaged:
        terminal.tell(NOTHING_OPEN)
    tell_mistakes(mistakes)
    report_damaged(damaged, failed=bool(mistakes))
