"""Other ways in which the same message might have been written: what is learned should not hang on its looks."""

import random
import re
from collections.abc import Callable, Sequence

from records import Label, Record

_BREAK = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=[^\s>*•\-–\d#|(@])")
_STOP = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
_SHORT_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"]
_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_DAY = re.compile(r"\b(?:" + "|".join([*_WEEKDAYS, *_MONTHS, *_SHORT_DAYS]) + r")\b")
_NUMBER = re.compile(r"(?<![\d.,:/£$€])(?:[2-9]|[1-9]\d)(?![\d.,:/%])")
_Change = tuple[int, int, str]
"""The place of characters, and what stands there instead."""


def changed(record: Record, changes: list[_Change]) -> Record:
    """The record with parts of its text replaced; its labels move along.

    Precondition: the changes are in order and do not overlap.
    """
    text, at = "", 0
    places = []
    for start, end, new in changes:
        text += record.text[at:start]
        places.append((start, end, len(text), len(text) + len(new)))
        text += new
        at = end
    text += record.text[at:]

    def moved(place: int, ends: bool) -> int:
        shift = 0
        for start, end, new_start, new_end in places:
            if place <= start and not (place == start and start == end and not ends):
                break
            if place < end:
                return new_end if ends else new_start
            shift = new_end - end
        return place + shift

    labels = tuple(Label(label.tag, moved(label.start, False), moved(label.end, True)) for label in record.labels)
    return Record(record.id, record.channel, record.trade, text, labels, record.closing)


def varied(record: Record, dice: random.Random, names: list[str], others: Sequence[Record]) -> Record:
    """The record as another person might have laid it out; now and then beside another message."""
    if dice.random() < 0.12:
        record = _beside(record, dice.choice(others), dice)
    for chance, way in _WAYS:
        if dice.random() < chance:
            record = changed(record, way(record, dice))
    if dice.random() < 0.25:
        record = changed(record, _other_names(record, dice, names))
    if dice.random() < 0.06:
        record = Record(record.id, record.channel, record.trade, _lowered(record.text), record.labels, record.closing)
    return record


def _lowered(text: str) -> str:
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _beside(record: Record, other: Record, dice: random.Random) -> Record:
    first, second = (record, other) if dice.random() < 0.5 else (other, record)
    if not first.text or not second.text or len(first.text) + len(second.text) > 2500:
        return record
    between = dice.choice(["\n\n", "\n", " " if first.text[-1] in ".!?" else "\n"])
    moved = len(first.text) + len(between)
    labels = (*first.labels, *(Label(label.tag, label.start + moved, label.end + moved) for label in second.labels))
    return Record(record.id, record.channel, record.trade, first.text + between + second.text, labels, {})


def _joined(record: Record, dice: random.Random) -> list[_Change]:
    return [(match.start(), match.end(), " ") for match in _BREAK.finditer(record.text)]


def _wrapped(record: Record, dice: random.Random) -> list[_Change]:
    width, changes, begin = dice.choice([60, 66, 70, 72, 76]), [], 0
    for blank in re.finditer(r"[ \n]", record.text):
        if blank[0] == "\n":
            begin = blank.end()
        elif blank.start() - begin > width:
            changes.append((blank.start(), blank.end(), "\n"))
            begin = blank.end()
    return changes


def _a_sentence_a_line(record: Record, dice: random.Random) -> list[_Change]:
    return [(stop.start(), stop.end(), "\n") for stop in _STOP.finditer(record.text)]


def _two_blanks(record: Record, dice: random.Random) -> list[_Change]:
    return [(stop.start(), stop.end(), "  ") for stop in _STOP.finditer(record.text)]


def _other_dates(record: Record, dice: random.Random) -> list[_Change]:
    changes = []
    for match in _DAY.finditer(record.text):
        kind = next(names for names in (_WEEKDAYS, _MONTHS, _SHORT_DAYS) if match[0] in names)
        changes.append((match.start(), match.end(), dice.choice(kind)))
    return changes


def _other_numbers(record: Record, dice: random.Random) -> list[_Change]:
    return [
        (match.start(), match.end(), str(dice.randint(10, 30) if len(match[0]) > 1 else dice.randint(2, 9)))
        for match in _NUMBER.finditer(record.text)
        if record.text[match.end() : match.end() + 1] not in (".", ")") and dice.random() < 0.5
    ]


def _without_stops(record: Record, dice: random.Random) -> list[_Change]:
    return [(match.start(), match.end(), "") for match in re.finditer(r"[.,](?=\s|$)", record.text)]


def _typing_errors(record: Record, dice: random.Random) -> list[_Change]:
    changes = []
    for word in re.finditer(r"\b[a-z]{5,}\b", record.text):
        if dice.random() < 0.06:
            at = word.start() + dice.randint(1, len(word[0]) - 2)
            pair = record.text[at : at + 2]
            changes.append((at, at + 2, dice.choice([pair[::-1], pair[0], pair[0] + pair])))
    return changes


def _other_names(record: Record, dice: random.Random, names: list[str]) -> list[_Change]:
    """Other given names instead of those of single capitalised words that are labelled as persons."""
    instead: dict[str, str] = {}
    for label in record.labels:
        name = record.text[label.start : label.end]
        if label.tag == "p" and name.isalpha() and name[0].isupper() and not name.isupper():
            instead[name] = dice.choice(names).capitalize()
    if not instead:
        return []
    found = re.finditer(r"\b(?:" + "|".join(map(re.escape, instead)) + r")\b", record.text)
    return [(match.start(), match.end(), instead[match[0]]) for match in found]


_WAYS: tuple[tuple[float, Callable[[Record, random.Random], list[_Change]]], ...] = (
    (0.10, _joined),
    (0.15, _wrapped),
    (0.08, _a_sentence_a_line),
    (0.10, _two_blanks),
    (0.30, _other_dates),
    (0.30, _other_numbers),
    (0.04, _without_stops),
    (0.06, _typing_errors),
)
