"""What `list` and `today` share: open briefs, of one leader or all, and what is said where there are none."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from clarify.show import console
from clarify.show.console import report_damaged, tell_mistakes, typed
from clarify.text import folded

if TYPE_CHECKING:
    from clarify.brief import Brief
    from clarify.brief.summary import Summary
    from clarify.commands.session import Session


def show_listing(
    session: "Session",
    leader: str | None,
    show: "Callable[[list[Summary]], None]",
    objects: "Callable[[list[Summary]], Any] | None",
    *,
    closed: bool = False,
    fits: "Callable[[Brief], bool] | None" = None,
) -> None:
    """Lists briefs, also where the settings have a mistake or files can't be read: that is said, and raises Told.

    `show` writes the briefs, where there are some; `objects` makes of them what `--json` prints. Both get the most
    pressing first.
    """
    mistakes = session.despite_settings()
    found, damaged = session.store.summaries(closed=closed, fits=fits)
    briefs = session.most_pressing(_of_leader(found, leader))
    if objects:
        from clarify.show.json import print_json

        print_json(objects(briefs))
    elif briefs:
        show(briefs)
    elif fits or found:
        console.tell("No brief fits all of this. `clarify list` shows every open one.")
    elif not damaged:
        console.tell("No open briefs. `clarify new` begins one: it takes about a minute.")
    tell_mistakes(mistakes)
    report_damaged(damaged, failed=bool(mistakes))


def _of_leader(briefs: "Sequence[Summary]", name: str | None) -> "list[Summary]":
    """Those whose leader has this in the name; all of them where none is given."""
    wanted = folded(typed(name)) if name else ""
    return [brief for brief in briefs if wanted in folded(brief.leader)]
