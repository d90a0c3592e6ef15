"""The findings in a hand-off: spans of its text, and the `Handoff` that holds them all."""

from dataclasses import dataclass
from datetime import datetime

from clarify.read.spans import Span

TOPICS = ("deadline", "urgency", "vision", "why")
"""The topics that a hand-off should speak of beside the task, in the order in which they are asked."""


@dataclass(frozen=True)
class Due(Span):
    """The words of the deadline, and the moment that they mean (None for an event without a date)."""

    due: datetime | None
    sure: bool = True
    """False if the message says it of another task, so that it may not hold for this one."""

    def to_json(self) -> dict[str, object]:
        """The span with `due`, in ISO format or None."""
        return {**super().to_json(), "due": self.due.isoformat() if self.due else None}


def without_end(span: Span | None, other: Span | None) -> Span | None:
    """`span` without the words at its end that belong to `other`: “a two-page note | by Friday”."""
    if span is None or other is None or not span.start < other.start < span.end <= other.end:
        return span
    text = span.text[: other.start - span.start].rstrip(" ,;–—-")
    return Span(text, span.start, span.start + len(text))


@dataclass(frozen=True)
class Task(Span):
    """The words of one task, with its own deadline, vision and why, or those of the whole message."""

    deadline: Due | None
    vision: Span | None
    why: Span | None

    def to_json(self) -> dict[str, object]:
        """The span with its own `due`, in ISO format or None, and its `owner`, who is not read yet (None)."""
        due = self.deadline.due if self.deadline else None
        return {**super().to_json(), "owner": None, "due": due.isoformat() if due else None}


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

    tasks: tuple[Task, ...]
    leader: str | None
    deadline: Due | None
    urgency: Span | None
    vision: Span | None
    why: Span | None
    people: tuple[Span, ...]
    missing: tuple[str, ...]
    """The topics that the message does not speak of (a deadline answers urgency, too); empty without tasks."""
    ask: tuple[str, ...]
    """The topics of `missing` that are worth a question."""
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
