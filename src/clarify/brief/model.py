"""A brief and its parts: what one piece of work was understood to be, and where each answer came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, MINYEAR, datetime, tzinfo
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from clarify.moments import on_clock
from clarify.text import clean

SCHEMA = 1
Kind = TypeVar("Kind", bound=StrEnum)


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
        """Whether nothing more is expected: done or dropped."""
        return self in CLOSED


CLOSED = frozenset([Status.DONE, Status.DROPPED])


class Misfit(Exception):
    """Data that is no brief: `path` leads to the place (keys and list positions), the message says what is wrong."""

    def __init__(self, path: tuple[str | int, ...], what: str) -> None:
        super().__init__(what)
        self.path = path


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

    def to_data(self) -> dict[str, Any]:
        """As it stands in the file."""
        data: dict[str, Any] = {"value": self.value} if self.value else {}
        if self.due:
            data["due"] = self.due.isoformat(timespec="seconds")
            data["read_from"] = self.read_from
        data["standing"] = str(self.standing)
        if self.quote:
            data["quote"] = self.quote
        return data


OPEN = Answer()

_TITLES = frozenset(["dr", "mr", "mrs", "ms", "mx", "prof", "professor"])
_DETERMINERS = frozenset(["the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "some"])
_PARTICLES = frozenset(["van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "el", "al", "bin"])
_GROUPS = frozenset(["team", "board", "committee", "department", "desk", "office", "group", "partners"])


@cache  # a list asks for those of a few leaders again and again
def first_name(name: str) -> str:
    """The first name in a name, or the whole (title and name, a surname alone, a team); empty where it is no name.

    `Chloe` for `Chloe Martin` and `Martin, Chloe`, `Dr Fox` for `Dr Ada Fox`, `van der Berg` as it is; nothing for
    `the VP`, `my boss` and a bare e-mail address.
    """
    words = _in_order(name.partition("<")[0]).split()
    if not words or words[0].lower() in _DETERMINERS or words[0].endswith(("'s", "’s")) or "@" in words[0]:
        return ""
    if len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:
        return f"{_capitalised(words[0])} {_capitalised(words[-1])}"
    if words[0].lower() in _PARTICLES or words[-1].lower() in _GROUPS:
        return " ".join(words)
    return _capitalised(words[0])


def _in_order(name: str) -> str:
    """`Chloe Martin` for `Martin, Chloe`; what else stands behind a comma (`Chloe Martin, CFO`) is left out."""
    last, _, first = (part.strip() for part in name.partition(","))
    one_name = len(last.split()) == 1 or last.partition(" ")[0].lower() in _PARTICLES
    described = first.isupper() or first.partition(" ")[0].lower() in _DETERMINERS
    return f"{first} {last}" if first and one_name and not described else last


def _capitalised(word: str) -> str:
    return word.title() if word.islower() and "'" not in word and "’" not in word else word


def spoken(text: str) -> Answer:
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

    def to_data(self) -> dict[str, Any]:
        """As it stands in the file."""
        data: dict[str, Any] = {"at": self.at.isoformat(timespec="seconds"), "what": self.what}
        if self.subject:
            data["subject"] = self.subject
        if self.items:
            data["items"] = list(self.items)
        if self.note:
            data["note"] = self.note
        return data


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
    """Whether its interview is still going on, or stopped half-way."""
    together: tuple[str, ...] = ()
    """The names of the briefs that one hand-off gave, its own among them, in the order of work; empty: it came alone.

    One that is gone, or has another name by now, is passed over.
    """
    schema: int = SCHEMA

    @property
    def newer(self) -> bool:
        """Whether a newer clarify wrote its file: this one can read it, but would lose what it does not know."""
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

    def moved(self, status: Status, event: Event) -> "Brief":
        """This brief in another status, with what happened added to its history."""
        return replace(self, status=status, history=(*self.history, event))

    def last(self, what: str) -> Event | None:
        """The latest event of a kind."""
        return next((event for event in reversed(self.history) if event.what == what), None)

    def words(self) -> Iterator[str]:
        """All its text, for a search."""
        yield from (self.slug, self.ask, self.leader or "", self.handoff)
        yield from (answer.value for answer in self.answers.values())

    def to_data(self) -> dict[str, Any]:
        """As it stands in the file: keys in their fixed order, `history` last."""
        data: dict[str, Any] = {"schema": self.schema, "ask": self.ask}
        if self.leader is not None:
            data["leader"] = self.leader or None
        data["status"] = str(self.status)
        data["created"] = self.created.isoformat(timespec="seconds")
        if self.questions != "handoff":
            data["questions"] = self.questions
        if self.depth != "normal":
            data["depth"] = self.depth
        if self.asking:
            data["asking"] = True
        if self.together:
            data["together"] = list(self.together)
        data["answers"] = {key: answer.to_data() for key, answer in self.answers.items()}
        if self.handoff:
            data["handoff"] = self.handoff
        data["history"] = [event.to_data() for event in self.history]
        return data


def brief_from_data(slug: str, data: Any, zone: tzinfo) -> Brief:
    """The brief in the data of its file, its moments in `zone`. Unknown keys are left alone; raises Misfit."""
    if not isinstance(data, dict):
        raise Misfit((), "this is no brief: it should hold lines such as “ask: …” and “history:”")
    if "history" not in data:
        raise Misfit((), "the end of the file is missing: a brief ends with a line “history: []”")
    schema = _text(data, ("schema",)) or str(SCHEMA)
    if not schema.isdecimal() or len(schema) > 4:
        raise Misfit(("schema",), f"expected “schema: {SCHEMA}”")
    try:
        return _brief(slug, data, zone, int(schema))
    except Misfit as problem:
        if int(schema) <= SCHEMA:
            raise
        newer = f"{problem}. It was written by a newer clarify: update clarify to read it"
        raise Misfit(problem.path, newer) from None


def _brief(slug: str, data: dict[str, Any], zone: tzinfo, schema: int) -> Brief:
    return Brief(
        slug=slug,
        ask=_required(data, ("ask",)),
        leader=_text(data, ("leader",)) if "leader" in data else None,
        status=_one_of(Status, data, ("status",)),
        created=_moment(data, ("created",), zone),
        answers={
            _key(key): _answer(value, ("answers", key), zone) for key, value in _part(data, "answers", dict).items()
        },
        handoff=_text(data, ("handoff",)),
        history=tuple(_event(event, ("history", n), zone) for n, event in enumerate(_part(data, "history", list))),
        questions=_text(data, ("questions",)) or "handoff",
        depth=_text(data, ("depth",)) or "normal",
        asking=_text(data, ("asking",)) == "true",
        together=_names(data, ("together",), "the names of briefs"),
        schema=schema,
    )


def _key(key: Any) -> str:
    if not isinstance(key, str) or not key or clean(key) != key or "\n" in key:
        raise Misfit(("answers",), "the name of an answer should be a plain word")
    return key


def _part(data: dict[str, Any], key: str, kind: type) -> Any:
    value = data.get(key)
    if value is None or value == "[]" or value == "{}":
        return kind()
    if not isinstance(value, kind):
        raise Misfit((key,), "expected a list" if kind is list else "expected lines “key: answer”")
    return value


def _names(data: dict[str, Any], path: tuple[str | int, ...], what: str) -> tuple[str, ...]:
    names = _part(data, str(path[-1]), list)
    if not all(isinstance(name, str) for name in names):
        raise Misfit(path, f"expected a list of {what}")
    return tuple(clean(name) for name in names)


def _text(data: dict[str, Any], path: tuple[str | int, ...]) -> str:
    value = data.get(path[-1])  # type: ignore[arg-type]  # the last step into a mapping is a key
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Misfit(path, f"“{path[-1]}” should be text: put quotes around it")
    return clean(value).strip("\n")


def _required(data: dict[str, Any], path: tuple[str | int, ...]) -> str:
    value = _text(data, path)
    if not value.strip():
        raise Misfit(path if path[-1] in data else path[:-1], f"“{path[-1]}” is missing or empty: write it out")
    return value


def _one_of(kind: type[Kind], data: dict[str, Any], path: tuple[str | int, ...]) -> Kind:
    value = _required(data, path)
    try:
        return kind(value)
    except ValueError:
        raise Misfit(path, f"“{path[-1]}” should be {' or '.join(kind)}, not “{value[:40]}”") from None


def _moment(data: dict[str, Any], path: tuple[str | int, ...], zone: tzinfo) -> datetime:
    value = _required(data, path)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise Misfit(path, f"“{path[-1]}” should be a moment such as 2026-11-26T17:00, not “{value[:40]}”") from None
    try:
        if not MINYEAR < moment.year < MAXYEAR:
            raise OverflowError("a day earlier or later, and no calendar has it")
        return on_clock(moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(zone)
    except (OverflowError, ValueError, OSError):
        raise Misfit(path, f"“{path[-1]}” is out of range") from None


def _answer(value: Any, path: tuple[str | int, ...], zone: tzinfo) -> Answer:
    if value is None:
        return OPEN
    if isinstance(value, str):
        return spoken(clean(value))
    if not isinstance(value, dict):
        raise Misfit(path, f"“{path[-1]}” should be text, or lines “value: …” and “standing: …”")
    text = _text(value, (*path, "value")).strip()
    standing = _one_of(Standing, value, (*path, "standing")) if "standing" in value else spoken(text).standing
    if standing is Standing.OPEN:
        return OPEN
    if not text:
        remedy = f"write what was {standing}, or “standing: open”"
        raise Misfit((*path, "value") if "value" in value else path, f"“{path[-1]}” has no value: {remedy}")
    return Answer(
        value=text if "standing" in value else spoken(text).value,
        standing=standing,
        due=_moment(value, (*path, "due"), zone) if value.get("due") is not None else None,
        read_from=_text(value, (*path, "read_from")),
        quote=_text(value, (*path, "quote")),
    )


def _event(value: Any, path: tuple[str | int, ...], zone: tzinfo) -> Event:
    if not isinstance(value, dict):
        raise Misfit(path, "expected lines “at: …” and “what: …”")
    return Event(
        at=_moment(value, (*path, "at"), zone),
        what=_required(value, (*path, "what")),
        subject=_text(value, (*path, "subject")),
        items=_names(value, (*path, "items"), "keys"),
        note=_text(value, (*path, "note")),
    )
