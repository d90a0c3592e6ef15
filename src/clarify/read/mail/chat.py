"""Chats, copied or exported: the lines that say who spoke and when, and the lines that the program added.

One more chat program is one more row of `_FORMS`.
"""

import re
from collections import Counter
from dataclasses import dataclass

from clarify.read.names import NAME, is_given, is_name
from clarify.read.patterns import section, word_set
from clarify.read.spans import Span

_GAP = "[ \t\u00a0\u202f]"
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:{_GAP}?(?:[ap]\.?m\.?))?"
_NUMBERS = r"\d{1,4}[./-]\d{1,2}(?:[./-](?:\d{1,4})?)?"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_WORDED = (
    rf"(?:today|yesterday|(?:{_WEEKDAY},?{_GAP}?)?(?:{_MONTH}{_GAP}{_ORDINAL}|{_ORDINAL}{_GAP}{_MONTH})"
    rf"(?:,?{_GAP}\d{{4}})?|{_WEEKDAY}(?:,?{_GAP}?{_NUMBERS})?)"
)
_AT = rf"(?:,?{_GAP}?(?:at{_GAP})?)"
_BY_NUMBERS = rf"(?:{_NUMBERS}{_AT}{_GAP}*)?{_CLOCK}"
_BY_WORDS = rf"(?:{_WORDED}|{_NUMBERS}){_AT}{_GAP}*{_CLOCK}"
_ALIAS = r"(?::[\w+-]{2,30}:)?(?:[ \t]APP)?"
_SPEAKER = rf"(?P<name>(?-i:{NAME}))(?:[ \t]?[^\w\s:;,.!?()<>\[\]|·–—-]{{1,4}})?"
_ANYONE = r"(?P<name>[^:<>\[\]()]{1,40})"
_NICK = r"[@+%~]?(?P<name>[\w.|`-]{2,30})"
_LAST = r"[ \t]*$"


@dataclass(frozen=True)
class Turn:
    """The beginning of a turn: who speaks, and the column behind the name and the time."""

    name: str
    end: int


@dataclass(frozen=True)
class _Form:
    """A way in which chats write the speaker and the time, before or above the words."""

    pattern: str
    """A string, so that `re` compiles it at its first use: that is slow, and most messages are no chats."""
    sure: bool = True
    """False if a line like this may be something else: “Kickoff Thursday 10:00” is a note."""


def _form(pattern: str, *, sure: bool = True) -> _Form:
    return _Form(rf"[\u200e\u200f\u202a]?(?:{pattern})[ \t\u200e]*", sure)


_MAY_BEGIN_TURN = re.compile(
    rf".{{0,80}}?(?:<|(?<!\d){_CLOCK}(?:[\])]|[ \t]*$|[^.!?]{{0,45}}:))|[\[(\d].{{0,40}}\d[:.]\d\d", re.IGNORECASE
)
"""A quick test: without a time of day (followed by nothing or a name) or a `<name>`, no form can match."""


_FORMS = (
    # WhatsApp: “[25/11/2026, 10:02:11] Dana Fox: …”, “25.11.26, 10:02 - Dana: …”; Pidgin: “(10:02:11) Dana: …”
    _form(rf"[\[(](?:{_BY_NUMBERS}|{_BY_WORDS})[\])][ \t,–-]{{0,3}}{_ANYONE}:"),
    _form(rf"{_BY_NUMBERS}[ \t]?[–-][ \t]?{_ANYONE}:"),
    # Teams: “[Yesterday 10:02] Dana Fox”; “10:02 Dana: …”, “[10:04] Dana: …”
    _form(rf"\[(?:{_BY_NUMBERS}|{_BY_WORDS})\][ \t]*{_SPEAKER}{_LAST}"),
    _form(rf"(?:{_BY_NUMBERS}|{_BY_WORDS})[ \t,–-]{{1,3}}{_SPEAKER}:"),
    _form(rf"{_BY_NUMBERS}[ \t,–-]{{1,3}}{_SPEAKER}{_LAST}", sure=False),
    # Telegram, Slack: “Dana Fox, [25.11.2026 10:02]”, “Dana Fox [10:02]”, “Dana (10:02): …”
    _form(rf"{_SPEAKER}{_ALIAS}[ \t,]{{1,3}}[\[(](?:{_BY_NUMBERS}|{_BY_WORDS})[\])](?::|{_LAST})"),
    # Slack: “Dana Fox  10:02 AM”; “Dana, 10:04: …”, “Dana | 10:04”
    _form(rf"{_SPEAKER}{_ALIAS}[ \t,·|–-]{{1,4}}{_BY_NUMBERS}(?::(?!\d)|{_LAST})"),
    # Teams, Discord: “Dana Fox, Wed 10:02”, “Dana Fox — Today at 10:02 AM”
    _form(rf"{_SPEAKER}{_ALIAS}[ \t,·|–—-]{{1,4}}{_BY_WORDS}(?::(?!\d)|{_LAST})", sure=False),
    # IRC: “<dana> …”, “10:02 <dana> …”
    _form(rf"(?:[\[(]?{_CLOCK}[\])]?[ \t]+)?<[ \t]?{_NICK}>"),
)
_OF_A_PAGE = word_set(section("html_tags.txt", "named"))
"""“<div>” is a tag that a message speaks of, and not a person."""
_OWNER = word_set("me you ich moi tú yo io jag ik")
"""The names that a chat gives to its owner, at whose machine it was copied."""

# A line that a chat program puts between the messages.
_NOISE = (
    r"(?:\(?edited\)?|new(?: messages)?|last read|view thread|has context menu|this message was deleted\.?"
    r"|\d{1,3} (?:repl(?:y|ies)|reactions?)(?: .{0,60})?|last reply .{2,40}|:[\w+-]{2,30}:(?:[ \t]?\d{1,3})?"
    r"|(?:like|heart|laugh) \d{1,3}|<?(?:media|image|video|audio|sticker|gif|document) omitted>?"
    r"|messages and calls are end-to-end encrypted.{0,200})$"
)
_DAY = rf"[-–—]*[ \t]?(?:{_WORDED}|{_NUMBERS})[ \t]?[-–—]*$"
_EDITED = re.compile(r"[ \t]*[(<](?:edited|this message was edited)[)>]$", re.IGNORECASE)
_LONGEST_OPENING = 120
_LONGEST_NOISE = 250
_TIME_ALONE = re.compile(rf"{_CLOCK}$", re.IGNORECASE)
_NAME_ALONE = rf"{_SPEAKER}{_ALIAS}$"


def is_owner(name: str) -> bool:
    """True if a chat gives this name to its owner: “You”, “Me”."""
    return name.lower() in _OWNER


def turns_in(lines: list[Span]) -> dict[int, Turn]:
    """The turns of a chat by the number of their first line; empty if it is no chat."""
    sure: dict[int, Turn] = {}
    unsure: dict[int, Turn] = {}
    for index, line in enumerate(lines):
        found = _turn(line.text[:_LONGEST_OPENING]) or _above_time(lines, index)
        if found:
            (sure if found[1] else unsure)[index] = found[0]
    often = Counter(turn.name for turn in (*sure.values(), *unsure.values()))
    for index, turn in unsure.items():
        above_words = index + 1 < len(lines) and lines[index + 1].text and index + 1 not in unsure
        if above_words and (is_given(turn.name) or often[turn.name] > 1 or is_owner(turn.name)):
            sure[index] = turn
    return dict(sorted(sure.items()))


def _above_time(lines: list[Span], index: int) -> tuple[Turn, bool] | None:
    """The turn that begins as browsers copy Slack: the name on a line, the time on the next."""
    if index + 2 >= len(lines) or not _TIME_ALONE.match(lines[index + 1].text[:_LONGEST_OPENING]):
        return None
    name = re.match(_NAME_ALONE, lines[index].text[:_LONGEST_OPENING])
    return (Turn(name["name"], len(lines[index].text)), False) if name and is_name(name["name"]) else None


def _turn(line: str) -> tuple[Turn, bool] | None:
    if not _MAY_BEGIN_TURN.match(line):
        return None
    for form in _FORMS:
        match = re.match(form.pattern, line, re.IGNORECASE)
        if not match:
            continue
        name = match["name"].strip("~ \t\u00a0\u202f")
        number = not any(character.isalpha() for character in name)
        if number or is_owner(name) or (is_name(name) and name.lower() not in _OF_A_PAGE):
            return Turn(name, match.end()), form.sure
    return None


def is_noise(lines: list[Span], index: int, turns: dict[int, Turn], words: str) -> bool:
    """True if the words of a line are the program's: a time, a reaction, a day between the messages."""
    text = words[:_LONGEST_NOISE].lstrip("\u200e ")
    if re.match(_NOISE, text, re.IGNORECASE):
        return True
    if index in turns:
        return False
    if _TIME_ALONE.match(text):
        return True
    alone = index == 0 or not lines[index - 1].text
    following = next((i for i in range(index + 1, min(index + 3, len(lines))) if lines[i].text), -1)
    return bool(alone and following in turns and re.match(_DAY, text, re.IGNORECASE))


def without_edited(line: Span) -> Span:
    """The line without “(edited)” at its end."""
    match = _EDITED.search(line.text[-40:])
    length = len(line.text) - len(match[0]) if match else len(line.text)
    return Span(line.text[:length], line.start, line.start + length)
