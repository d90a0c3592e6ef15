"""A brief and its parts: what one piece of work was understood to be, and where each answer came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from clarify.brief.names import first_name

SCHEMA = 1


class Standing(StrEnum):
    """Where an answer came from."""

    SAID = "said"
    ASSUMED = "assumed"
    OPEN = "open"
    CONFIRMED = "confirmed"


class Status(StrEnum):
    """Where a brief is in its life."""

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
    """Of a deadline: the moment that was read in `read_from`."""
    read_from: str = ""
    """Of a deadline: the phrase that `due` was read from. Where `value` differs, a person changed it by hand."""
    quote: str = ""
    """The leader's own words, where they are known."""


OPEN = Answer()


def parse_answer(text: str) -> Answer:
    """An answer as people write it: `Thursday` was said, `Thursday?` is a guess, `?` or nothing asks the leader."""
    text = text.strip()
    value = _QUESTION.sub("", text)
    if not value:
        return OPEN
    return Answer(value, Standing.ASSUMED if text.endswith("?") else Standing.SAID)


_QUESTION = re.compile(r"(?<![?\s])[?\s]+\Z")  # tried once for each run, so that many signs take no more time
"""The end of a guess. In French a no-break space stands before the question mark."""


@dataclass(frozen=True)
class Event:
    """Something that happened to a brief, at a moment."""

    at: datetime
    what: str
    """`sent`, `confirmed`, `done`, `dropped`, `reopened`."""
    subject: str = ""
    items: tuple[str, ...] = ()
    """Of a message that was sent: the keys of its numbered items, in their order."""
    note: str = ""


@dataclass(frozen=True)
class Brief:
    """One piece of work as understood. `slug` is its file's name and its name for life."""

    slug: str
    ask: str
    leader: str | None
    """None: not asked yet; empty: asked, and not known."""
    created: datetime
    status: Status = Status.DRAFT
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By key, in the order in which they were asked; a key that is not here was not asked yet."""
    handoff: str = ""
    history: tuple[Event, ...] = ()
    questions: str = "handoff"
    """The name of the question set."""
    depth: str = "normal"
    """`quick`, `normal` or `deep`: how many of the set's questions are asked."""
    asking: bool = False
    """True while its interview is going on, or where that stopped half-way."""
    siblings: tuple[str, ...] = ()
    """The names of the briefs that one hand-off gave, its own among them, in the order of work; empty: it came alone.

    One that is gone, or has another name by now, is passed over.
    """
    schema: int = SCHEMA

    @property
    def newer(self) -> bool:
        """True if a newer clarify wrote its file: this one can read it, but would lose what it does not know."""
        return self.schema > SCHEMA

    @property
    def due(self) -> datetime | None:
        """When it is due, where that is known."""
        return self.answers["deadline"].due if "deadline" in self.answers else None

    @property
    def first_name(self) -> str:
        """The leader as one is spoken to and of, for a sentence; empty where no name is known."""
        return first_name(self.leader or "")

    def keys(self, *standings: Standing) -> list[str]:
        """The keys of the answers with one of these standings, in their order."""
        return [key for key, answer in self.answers.items() if answer.standing in standings]

    def with_answer(self, key: str, answer: Answer | None) -> "Brief":
        """This brief with one answer changed; None takes it out, so that it counts as not asked."""
        answers = dict(self.answers)
        if answer is None:
            answers.pop(key, None)
        else:
            answers[key] = answer
        return replace(self, answers=answers)

    def last(self, what: str) -> Event | None:
        """The latest event of a kind."""
        return next((event for event in reversed(self.history) if event.what == what), None)

    def words(self) -> Iterator[str]:
        """All its text, for a search."""
        yield from (self.slug, self.ask, self.leader or "", self.handoff)
        yield from (answer.value for answer in self.answers.values())
