"""How briefs look where one is picked from a list."""

from collections.abc import Sequence
from datetime import datetime

from clarify.brief.summary import Summary
from clarify.moments import in_short, zone_of
from clarify.show import console
from clarify.show.columns import cut, width

_POINTER = 4
_LEAST = 24
"""Cells that are kept for what a brief is: where its name leaves less, the name is left out."""


def picker_titles(briefs: Sequence[Summary], now: datetime) -> list[str]:
    """A line to pick each brief by: what it is, when it is due, and its name; only the first is ever cut."""
    titles = []
    for brief in briefs:
        due = brief.due_at(zone_of(now))
        when = in_short(due, now) if due else cut(brief.undated, 18) or "no deadline"
        room = console.width_of() - _POINTER - width(when) - 3
        named = room - width(brief.slug) - 1
        what = cut(brief.ask, named if named >= _LEAST else room)
        titles.append(f"{what} ({when}){f' {brief.slug}' if named >= _LEAST else ''}")
    return titles
