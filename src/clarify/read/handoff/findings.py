"""The findings in a hand-off: spans of its text, and the `Handoff` that holds them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from clarify.read.spans import Span

TOPICS = ("deadline", "urgency", "vision", "why")
"""The topics that a hand-off should speak of beside the task, in the order in which they are asked."""


@dataclass(frozen=True)
class Finding(Span):
    """Words that were found, and whether that may be stated as said; else it is a guess of the reader."""

    sure: bool = True

    def to_json(self) -> dict[str, object]:
        """The span with `sure`."""
        return {**super().to_json(), "sure": self.sure}


@dataclass(frozen=True)
class Due(Finding):
    """The words of the deadline, and the moment that they mean (None for an event without a date).

    It is not sure either where the message says it of another task, so that it may not hold for this one.
    """

    due: datetime | None = None

    def to_json(self) -> dict[str, object]:
        """The finding with `due`, in ISO format or None."""
        return {**super().to_json(), "due": self.due.isoformat() if self.due else None}


@dataclass(frozen=True)
class Task(Finding):
    """The words of one task, who is to do it where one is named, and what is said of it or of all tasks."""

    owner: Finding | None = None
    deadline: Due | None = None
    vision: Finding | None = None
    why: Finding | None = None

    def to_json(self) -> dict[str, object]:
        """The finding with its own `owner` (a name or None) and `due` (in ISO format or None)."""
        due = self.deadline.due if self.deadline else None
        return {
            **super().to_json(),
            "owner": self.owner.text if self.owner else None,
            "due": due.isoformat() if due else None,
        }


@dataclass(frozen=True)
class VagueSpan(Span):
    """Vague words, and the question to ask about them."""

    probe: str

    def to_json(self) -> dict[str, object]:
        """The span with its `probe`."""
        return {**super().to_json(), "probe": self.probe}


@dataclass(frozen=True)
class Handoff:
    """All findings in a message, in the leader's own words; a message without tasks is no hand-off."""

    tasks: tuple[Task, ...] = ()
    leader: str | None = None
    deadline: Due | None = None
    urgency: Finding | None = None
    vision: Finding | None = None
    why: Finding | None = None
    effort: Finding | None = None
    limits: tuple[Finding, ...] = ()
    people: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    """The topics that the message does not speak of (a deadline answers urgency, too); empty without tasks."""
    ask: tuple[str, ...] = ()
    """The topics of `missing` that are worth a question."""
    vague: tuple[VagueSpan, ...] = ()
    read_to: int | None = None
    """Where reading stopped in a message that is too long, in characters; None where all of it was read."""
    without_model: bool = False
    """True where the model can't run on this machine: then only layout, leader and deadline were read."""
    language: str | None = None
    """The language of the message where it is not English: then too, only these were read."""

    @property
    def singles(self) -> Mapping[str, Finding | None]:
        """The findings of which there is one at most, by their keys."""
        names = ("deadline", "urgency", "vision", "why", "effort")
        return {name: getattr(self, name) for name in names}

    def to_json(self) -> dict[str, object]:
        """The object that `clarify check --json` prints."""
        return {
            "kind": None,
            "tasks": [task.to_json() for task in self.tasks],
            "leader": self.leader,
            **{name: finding.to_json() if finding else None for name, finding in self.singles.items()},
            "limits": [limit.to_json() for limit in self.limits],
            "people": [person.to_json() for person in self.people],
            "missing": list(self.missing),
            "ask": list(self.ask),
            "vague": [span.to_json() for span in self.vague],
        }
