"""The briefs that need attention: the most pressing ones, and when an unanswered message is worth a reminder."""

from collections.abc import Iterable
from datetime import datetime

from clarify.brief.model import Status
from clarify.brief.summary import Summary
from clarify.moments import Conventions, at, half_way, zone_of


def most_pressing(briefs: Iterable[Summary]) -> list[Summary]:
    """The briefs that are wanted at once, then those with a deadline, then those without one, oldest first.

    Closed briefs come last.
    """
    return sorted(briefs, key=lambda b: (b.closed, not b.at_once, b.due is None, b.due or 0, b.created, b.slug))


def today_groups(briefs: Iterable[Summary], now: datetime, conventions: Conventions) -> dict[str, list[Summary]]:
    """The briefs that need attention, each once: overdue, due by the end of the next working day, waiting, unsent.

    In each group they stand in the order in which they are given.
    """
    soon = conventions.working_day_after(now.date())
    groups: dict[str, list[Summary]] = {"overdue": [], "due": [], "waiting": [], "unsent": []}
    for brief in briefs:
        due = brief.due_at(zone_of(now))
        if due and due < now:
            groups["overdue"].append(brief)
        elif due and due.date() <= soon:
            groups["due"].append(brief)
        elif brief.status == Status.SENT and brief.sent is not None:
            if now >= nudge_at(at(brief.sent, zone_of(now)), due, conventions):
                groups["waiting"].append(brief)
        elif brief.status == Status.DRAFT:
            groups["unsent"].append(brief)
    return groups


def nudge_at(sent: datetime, due: datetime | None, conventions: Conventions) -> datetime:
    """The moment to remind the leader: half-way to the deadline; without a deadline, one working day later."""
    if due and due > sent:
        return half_way(sent, due, conventions)
    following = conventions.working_day_after(sent.date())
    return sent.replace(year=following.year, month=following.month, day=following.day)
