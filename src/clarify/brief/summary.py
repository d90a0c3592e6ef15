"""A brief as a list shows it: plain values, so that thousands can be kept (`clarify.keep.index`) and sorted quickly."""

from datetime import datetime, tzinfo
from os.path import join
from typing import Any, NamedTuple

from clarify.brief import CLOSED, OPEN, Brief, Standing, first_name
from clarify.moments import at


class Summary(NamedTuple):
    """A brief in a list. Moments are seconds since the beginning of 1970."""

    folder: str
    """The folder of its file."""
    slug: str
    ask: str
    leader: str
    status: str
    created: float
    due: float | None
    urgency: str
    open: list[str]
    """The keys of the open answers; `assumed` has those of the guesses."""
    assumed: list[str]
    asking: bool
    """True if its interview stopped half-way."""
    sent: float | None
    """The moment when its message was last sent."""
    undated: str
    """The words of its deadline, where they name no moment: “asap”."""
    at_once: bool = False
    """True if it is wanted at once, without a moment; never kept, as it takes the table of vague words to know."""

    @property
    def closed(self) -> bool:
        """True if it is done or dropped."""
        return self.status in CLOSED

    @property
    def first_name(self) -> str:
        """The leader's name for use in a sentence, or "" if no name is known."""
        return first_name(self.leader)

    def due_at(self, zone: tzinfo) -> datetime | None:
        """The moment when it is due, on the clock of `zone`, or None."""
        return None if self.due is None else at(self.due, zone)

    def to_data(self, zone: tzinfo) -> dict[str, Any]:
        """The object of `list --json`: its fields may be added to, never renamed or removed."""
        due = self.due_at(zone)
        return {
            "id": self.slug,
            "ask": self.ask,
            "leader": self.leader,
            "status": self.status,
            "due": due.isoformat(timespec="seconds") if due else None,
            "urgency": self.urgency,
            "open": self.open,
            "assumed": self.assumed,
            "created": at(self.created, zone).isoformat(timespec="seconds"),
            "path": join(self.folder, f"{self.slug}.yaml"),
        }


def summary_of(brief: Brief, folder: object = "") -> Summary:
    """The summary of a brief that lies in `folder`."""
    sent, deadline = brief.last("sent"), brief.answers.get("deadline", OPEN)
    return Summary(
        folder=str(folder),
        slug=brief.slug,
        ask=brief.ask,
        leader=brief.leader or "",
        status=str(brief.status),
        created=brief.created.timestamp(),
        due=brief.due.timestamp() if brief.due else None,
        urgency=brief.answers.get("urgency", OPEN).value,
        open=brief.keys(Standing.OPEN),
        assumed=brief.keys(Standing.ASSUMED),
        asking=brief.asking,
        sent=sent.at.timestamp() if sent else None,
        undated="" if deadline.due else deadline.value,
    )
