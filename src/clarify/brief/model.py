"""A brief and its parts: one piece of work as it was understood, and the source of each answer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from clarify.brief.names import first_name

SCHEMA = 1


class Standing(StrEnum):
    """The source of an answer."""

    SAID = "said"
    ASSUMED = "assumed"
    OPEN = "open"
    CONFIRMED = "confirmed"


class Status(StrEnum):
    """The stage of a brief's life."""

    DRAFT = "draft"
    SENT = "sent"
    CONFIRMED = "confirmed"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def closed(self) -> bool:
        """True if nothing more is expected: done or dropped."""
        return self in CLOSED


CLOSED = frozenset([Status.DONE, Status.DROPPED])


@dataclass(frozen=True)
class Answer:
    """One answer and its standing. An open answer has no value."""

    value: str = ""
    standing: Standing = Standing.OPEN
    due: datetime | None = None
    """For a deadline: the moment that was read from `read_from`, on the clock of then, also where that is another."""
    read_from: str = ""
    """For a deadline: the phrase that gave `due`. If `value` differs, a person changed it by hand."""
    quote: str = ""
    """The leader's own words, if they are known."""

    @property
    def is_taken(self) -> bool:
        """True if clarify took it from the leader's words and was not sure: a guess with a quote."""
        return self.standing is Standing.ASSUMED and bool(self.quote)


OPEN = Answer()


def parse_answer(text: str) -> Answer:
    """The answer in words as people write them: `Thursday` was said, `Thursday?` is a guess, `?` or "" is open."""
    text = text.strip()
    value = _QUESTION.sub("", text)
    if not value:
        return OPEN
    return Answer(value, Standing.ASSUMED if text.endswith("?") else Standing.SAID)


_QUESTION = re.compile(r"(?<![?\s])[?\s]+\Z")  # tried once for each run of signs, so that many take no longer
"""The end of a guess. In French a no-break space comes before the question mark."""


@dataclass(frozen=True)
class Event:
    """Something that happened to a brief, at a moment."""

    at: datetime
    what: str
    """`sent`, `confirmed`, `done`, `dropped`, `reopened`."""
    subject: str = ""
    items: tuple[str, ...] = ()
    """For a message that was sent: the keys of its numbered items, in their order."""
    note: str = ""


@dataclass(frozen=True)
class Brief:
    """One piece of work as it was understood. `slug` is the name of its file, and never changes."""

    slug: str
    ask: str
    leader: str | None
    """None if it was not asked yet; "" if it was asked and is not known."""
    created: datetime
    status: Status = Status.DRAFT
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """The answers by key, in the order of asking; a key that is not here was not asked yet."""
    handoff: str = ""
    history: tuple[Event, ...] = ()
    questions: str = "handoff"
    """The name of the question set."""
    depth: str = "normal"
    """`quick`, `normal` or `deep`: the number of questions of the set that are asked."""
    asking: bool = False
    """True while its interview goes on, or if that stopped half-way."""
    siblings: tuple[str, ...] = ()
    """The names of all briefs of the same hand-off, this one too, in the order of work; empty if it came alone.

    Names of briefs that are gone or renamed by now do no harm.
    """
    schema: int = SCHEMA

    @property
    def newer(self) -> bool:
        """True if a newer clarify wrote its file: this one can read it, but would lose the parts it does not know."""
        return self.schema > SCHEMA

    @property
    def due(self) -> datetime | None:
        """The moment when it is due, or None if that is not known."""
        return self.answers["deadline"].due if "deadline" in self.answers else None

    @property
    def first_name(self) -> str:
        """The leader's name for use in a sentence (see `first_name`), or "" if no name is known."""
        return first_name(self.leader or "")

    def keys(self, *standings: Standing) -> list[str]:
        """The keys of the answers with one of these standings, in their order."""
        return [key for key, answer in self.answers.items() if answer.standing in standings]

    def with_answer(self, key: str, answer: Answer | None) -> "Brief":
        """This brief with one answer changed; None removes the answer, so that it counts as not asked."""
        changed = {**self.answers, key: answer}
        return replace(self, answers={key: answer for key, answer in changed.items() if answer is not None})

    def last(self, what: str) -> Event | None:
        """The latest event of a kind, or None."""
        return next((event for event in reversed(self.history) if event.what == what), None)

    def words(self) -> Iterator[str]:
        """All texts of the brief, for a search."""
        yield from (self.slug, self.ask, self.leader or "", self.handoff)
        yield from (answer.value for answer in self.answers.values())
