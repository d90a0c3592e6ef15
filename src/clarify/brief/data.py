"""A brief to plain data, as it stands in its file, and back; every mistake in the data is named with its place."""

from datetime import MAXYEAR, MINYEAR, datetime, tzinfo
from enum import StrEnum
from typing import Any, TypeVar

from clarify.brief.model import OPEN, SCHEMA, Answer, Brief, Event, Standing, Status, parse_answer
from clarify.moments import on_clock, same_clock
from clarify.text import clean

Kind = TypeVar("Kind", bound=StrEnum)


class InvalidBrief(Exception):
    """The data of a file is not a valid brief. `path` (keys and list positions) leads to the mistake."""

    def __init__(self, path: tuple[str | int, ...], what: str) -> None:
        super().__init__(what)
        self.path = path


# ---- to data


def data_of(brief: Brief) -> dict[str, Any]:
    """The brief as data for its file: keys in their fixed order, `history` last."""
    data: dict[str, Any] = {"schema": brief.schema, "ask": brief.ask}
    if brief.leader is not None:
        data["leader"] = brief.leader or None
    data["status"] = str(brief.status)
    data["created"] = brief.created.isoformat(timespec="seconds")
    if brief.questions != "handoff":
        data["questions"] = brief.questions
    if brief.depth != "normal":
        data["depth"] = brief.depth
    if brief.asking:
        data["asking"] = True
    if brief.siblings:
        data["together"] = list(brief.siblings)
    data["answers"] = {key: data_of_answer(answer) for key, answer in brief.answers.items()}
    if brief.handoff:
        data["handoff"] = brief.handoff
    data["history"] = [_event_data(event) for event in brief.history]
    return data


def data_of_answer(answer: Answer) -> dict[str, Any]:
    """The answer as data for the file."""
    data: dict[str, Any] = {"value": answer.value} if answer.value else {}
    if answer.due:
        data["due"] = answer.due.isoformat(timespec="seconds")
        data["read_from"] = answer.read_from
    data["standing"] = str(answer.standing)
    if answer.quote:
        data["quote"] = answer.quote
    return data


def _event_data(event: Event) -> dict[str, Any]:
    optional = {"subject": event.subject, "items": list(event.items), "note": event.note}
    given = {key: value for key, value in optional.items() if value}
    return {"at": event.at.isoformat(timespec="seconds"), "what": event.what, **given}


# ---- from data


def brief_from_data(slug: str, data: Any, zone: tzinfo) -> Brief:
    """The brief in the data of its file, with moments in `zone`. Ignores unknown keys; raises InvalidBrief."""
    if not isinstance(data, dict):
        raise InvalidBrief((), "this is no brief: it should hold lines such as “ask: …” and “history:”")
    if "history" not in data:
        raise InvalidBrief((), "the end of the file is missing: a brief ends with a line “history: []”")
    schema = _text(data, ("schema",)) or str(SCHEMA)
    if not schema.isdecimal() or len(schema) > 4:
        raise InvalidBrief(("schema",), f"expected “schema: {SCHEMA}”")
    try:
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
            siblings=_names(data, ("together",), "the names of briefs"),
            schema=int(schema),
        )
    except InvalidBrief as problem:
        if int(schema) <= SCHEMA:
            raise
        newer = f"{problem}. It was written by a newer clarify: update clarify to read it"
        raise InvalidBrief(problem.path, newer) from None


def _key(key: Any) -> str:
    if not isinstance(key, str) or not key or clean(key) != key or "\n" in key:
        raise InvalidBrief(("answers",), "the name of an answer should be a plain word")
    return key


def _part(data: dict[str, Any], key: str, kind: type) -> Any:
    value = data.get(key)
    if value is None or value == "[]" or value == "{}":
        return kind()
    if not isinstance(value, kind):
        raise InvalidBrief((key,), "expected a list" if kind is list else "expected lines “key: answer”")
    return value


def _names(data: dict[str, Any], path: tuple[str | int, ...], what: str) -> tuple[str, ...]:
    names = _part(data, str(path[-1]), list)
    if not all(isinstance(name, str) for name in names):
        raise InvalidBrief(path, f"expected a list of {what}")
    return tuple(clean(name) for name in names)


def _text(data: dict[str, Any], path: tuple[str | int, ...]) -> str:
    value = data.get(path[-1])  # type: ignore[arg-type]  # the last step into a mapping is a key
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidBrief(path, f"“{path[-1]}” should be text: put quotes around it")
    return clean(value).strip("\n")


def _required(data: dict[str, Any], path: tuple[str | int, ...]) -> str:
    value = _text(data, path)
    if not value.strip():
        raise InvalidBrief(path if path[-1] in data else path[:-1], f"“{path[-1]}” is missing or empty: write it out")
    return value


def _one_of(kind: type[Kind], data: dict[str, Any], path: tuple[str | int, ...]) -> Kind:
    value = _required(data, path)
    try:
        return kind(value)
    except ValueError:
        raise InvalidBrief(path, f"“{path[-1]}” should be {' or '.join(kind)}, not “{value[:40]}”") from None


def _due(data: dict[str, Any], path: tuple[str | int, ...], zone: tzinfo) -> datetime:
    """The moment on the clock on which it was read, since that is the hour that the leader said."""
    here = _moment(data, path, zone)
    written = datetime.fromisoformat(_required(data, path))
    return here if not written.tzinfo or same_clock(written, zone) else here.astimezone(written.tzinfo)


def _moment(data: dict[str, Any], path: tuple[str | int, ...], zone: tzinfo) -> datetime:
    value = _required(data, path)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        form = "a moment such as 2026-11-26T17:00"
        raise InvalidBrief(path, f"“{path[-1]}” should be {form}, not “{value[:40]}”") from None
    try:
        if not MINYEAR < moment.year < MAXYEAR:
            raise OverflowError("a day earlier or later, and no calendar has it")
        return on_clock(moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(zone)
    except (OverflowError, ValueError, OSError):
        raise InvalidBrief(path, f"“{path[-1]}” is out of range") from None


def _answer(value: Any, path: tuple[str | int, ...], zone: tzinfo) -> Answer:
    if value is None:
        return OPEN
    if isinstance(value, str):
        return parse_answer(clean(value))
    if not isinstance(value, dict):
        raise InvalidBrief(path, f"“{path[-1]}” should be text, or lines “value: …” and “standing: …”")
    text = _text(value, (*path, "value")).strip()
    standing = _one_of(Standing, value, (*path, "standing")) if "standing" in value else parse_answer(text).standing
    if standing is Standing.OPEN:
        return OPEN
    if not text:
        remedy = f"write what was {standing}, or “standing: open”"
        raise InvalidBrief((*path, "value") if "value" in value else path, f"“{path[-1]}” has no value: {remedy}")
    return Answer(
        value=text if "standing" in value else parse_answer(text).value,
        standing=standing,
        due=_due(value, (*path, "due"), zone) if value.get("due") is not None else None,
        read_from=_text(value, (*path, "read_from")),
        quote=_text(value, (*path, "quote")),
    )


def _event(value: Any, path: tuple[str | int, ...], zone: tzinfo) -> Event:
    if not isinstance(value, dict):
        raise InvalidBrief(path, "expected lines “at: …” and “what: …”")
    return Event(
        at=_moment(value, (*path, "at"), zone),
        what=_required(value, (*path, "what")),
        subject=_text(value, (*path, "subject")),
        items=_names(value, (*path, "items"), "keys"),
        note=_text(value, (*path, "note")),
    )
