"""What is found in a hand-off: spans of its text, and all of them together."""

from dataclasses import dataclass
from datetime import datetime

from clarify.read.spans import Span

TOPICS = ("deadline", "urgency", "vision", "why")
"""What a hand-off should say beside the task, in the order in which it is asked."""


@dataclass(frozen=True)
class Due(Span):
    """The words of the deadline, and the moment read in them (None: an event without a date)."""

    due: datetime | None
    sure: bool = True
    """False for a task that it was not said of, but of another in the same message."""

    def to_json(self) -> dict[str, object]:
        """The span with `due`, in ISO format or None."""
        return {**super().to_json(), "due": self.due.isoformat() if self.due else None}


def without_end(span: Span | None, other: Span | None) -> Span | None:
    """`span` without the words at its end that are those of `other`: “a two-page note | by Friday”."""
    if span is None or other is None or not span.start < other.start < span.end <= other.end:
        return span
    text = span.text[: other.start - span.start].rstrip(" ,;–—-")
    return Span(text, span.start, span.start + len(text))


@dataclass(frozen=True)
class Task(Span):
    """Words that hand over one task, and what the message says of it: of this one, or of all."""

    deadline: Due | None
    vision: Span | None
    why: Span | None

    def to_json(self) -> dict[str, object]:
        """The span with its own `due`, in ISO format or None."""
        due = self.deadline.due if self.deadline else None
        return {**super().to_json(), "due": due.isoformat() if due else None}


@dataclass(frozen=True)
class VagueSpan(Span):
    """Words that leave the doer guessing, and the question that they deserve."""

    probe: str

    def to_json(self) -> dict[str, object]:
        """The span with its `probe`."""
        return {**super().to_json(), "probe": self.probe}


@dataclass(frozen=True)
class Handoff:
    """What a message hands over, in the leader's own words; without tasks it is no hand-off."""

    tasks: tuple[Task, ...]
    leader: str | None
    deadline: Due | None
    urgency: Span | None
    vision: Span | None
    why: Span | None
    people: tuple[Span, ...]
    missing: tuple[str, ...]
    """The topics that no words answer (urgency not, where there is a deadline); empty where nothing is handed over."""
    ask: tuple[str, ...]
    """Those of `missing` that a sensible doer would ask about."""
    vague: tuple[VagueSpan, ...]

    def to_json(self) -> dict[str, object]:
        """The object that `clarify check --json` prints."""
        singles = {"deadline": self.deadline, "urgency": self.urgency, "vision": self.vision, "why": self.why}
        return {
            "tasks": [task.to_json() for task in self.tasks],
            "leader": self.leader,
            **{name: span.to_json() if span else None for name, span in singles.items()},
            "people": [person.to_json() for person in self.people],
            "missing": list(self.missing),
            "ask": list(self.ask),
            "vague": [span.to_json() for span in self.vague],
        }
