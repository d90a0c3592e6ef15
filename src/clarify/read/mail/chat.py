"""Chats, copied or exported: the lines that say who spoke and when, and the lines that the program added.

One more chat program is one more row of `_FORMS`.
"""

import re
from collections import Counter
from dataclasses import dataclass

from clarify.read.names import NAME, NAME_WORD, is_given, is_name
from clarify.read.patterns import section, word_set
from clarify.read.spans import Span

_GAP = "[ \t\u00a0\u202f]"
_HALF = rf"(?:[ap]\.?{_GAP}?m\.?|[^\W\d_]{{1,2}}\.{_GAP}?[^\W\d_]{{1,2}}\.)"
"""“PM”, “p. m.”, and what stands for it in other languages: “μ.μ.”."""
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:{_GAP}?{_HALF})?"
_NUMBERS = r"\d{1,4}[./-]\d{1,2}(?:[./-](?:\d{1,4})?)?"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_WORDED = (
    rf"(?:today|yesterday|(?:{_WEEKDAY},?{_GAP}?)?(?:{_MONTH}{_GAP}{_ORDINAL}|{_ORDINAL}{_GAP}{_MONTH})"
    rf"(?:,?{_GAP}\d{{4}})?|{_WEEKDAY}(?:,?{_GAP}?{_NUMBERS})?)"
)
_AT = rf"(?:,?{_GAP}?(?:at{_GAP})?)"
_IN_ANY_LANGUAGE = rf"(?:,?{_GAP}{{0,2}}(?:[^\W\d_]{{1,5}}\.?{_GAP})?)"
"""Between a date in numbers and its time: “at”, “um”, “klo”, “à”."""
_BY_NUMBERS = rf"(?:{_NUMBERS}{_IN_ANY_LANGUAGE}{_GAP}*)?{_CLOCK}"
_BY_WORDS = rf"(?:{_WORDED}|{_NUMBERS}){_AT}{_GAP}*{_CLOCK}"
_WHEN = rf"(?P<when>{_BY_NUMBERS}|{_BY_WORDS})"
_ALIAS = r"(?::[\w+-]{2,30}:)?(?:[ \t]APP)?"
_ADDED = (
    r"(?:[ \t]?[^\w\s:;,.!?()<>\[\]|·–—-]{1,4}|[ \t]?\([^()]{1,40}\)|[ \t]?\|[ \t]?[^\s\d|:][^|:\d]{0,30}(?<=\S)){0,3}"
)
"""What programs put behind a name: a sign, “(she/her)”, “(Oakfield)”, “| Oakfield”."""
_SPEAKER = rf"(?P<name>(?-i:{NAME}(?:,[ \t](?!(?i:{_WORDED})\b){NAME_WORD})?)){_ADDED}"
_SHORT = r"(?P<name>[@~]?[^\W\d_][\w.'’-]{1,30}(?:\#\d{4})?)"
"""A nickname: “elif.kaya”, “noor#1234”."""
_ANYONE = r"(?P<name>[^:<>\[\]()]{1,40})"
_NICK = r"[@+%~]?(?P<name>[\w.|`-]{2,30})"
_LAST = r"[ \t]*$"


@dataclass(frozen=True)
class Turn:
    """The beginning of a turn: who speaks, and the column behind the name and the time."""

    name: str
    end: int
    when: str = ""
    """The day and the time of the turn as the program wrote them; empty if it did not."""


@dataclass(frozen=True)
class _Form:
    """A way in which chats write the speaker and the time, before or above the words."""

    pattern: str
    """A string, so that `re` compiles it at its first use: that is slow, and most messages are no chats."""
    sure: bool = True
    """False if a line like this may be something else: “Kickoff Thursday 10:00” is a note."""
    comes_back: bool = False
    """True if it is a turn only where a name stands in that form twice."""


def _form(pattern: str, *, sure: bool = True, comes_back: bool = False) -> _Form:
    return _Form(rf"[\u200e\u200f\u202a]?(?:{pattern})[ \t\u200e]*", sure and not comes_back, comes_back)


_MAY_BEGIN_TURN = re.compile(
    rf".{{0,80}}?(?:<|(?<!\d){_CLOCK}(?:[\])]|[ \t]*$|[^.!?]{{0,45}}:))|[\[(\d].{{0,40}}\d[:.]\d\d", re.IGNORECASE
)
"""A quick test: without a time of day (followed by nothing or a name) or a `<name>`, no form can match."""


_FORMS = (
    # WhatsApp: “[25/11/2026, 10:02:11] Dana Fox: …”, “25.11.26, 10:02 - Dana: …”; Pidgin: “(10:02:11) Dana: …”
    _form(rf"[\[(]{_WHEN}[\])][ \t,–-]{{0,3}}{_ANYONE}:"),
    _form(rf"(?P<when>{_BY_NUMBERS})[ \t]?[–-][ \t]?{_ANYONE}:"),
    # Teams: “[Yesterday 10:02] Dana Fox”; “10:02 Dana: …”, “[10:04] Dana: …”
    _form(rf"\[{_WHEN}\][ \t]*{_SPEAKER}{_LAST}"),
    _form(rf"{_WHEN}[ \t,–-]{{1,3}}{_SPEAKER}:"),
    _form(rf"(?P<when>{_BY_NUMBERS})[ \t,–-]{{1,3}}{_SPEAKER}{_LAST}", sure=False),
    # Telegram, Slack: “Dana Fox, [25.11.2026 10:02]”, “Dana Fox [10:02]”, “Dana (10:02): …”
    _form(rf"{_SPEAKER}{_ALIAS}[ \t,]{{1,3}}[\[(]{_WHEN}[\])](?::|{_LAST})"),
    # Slack: “Dana Fox  10:02 AM”; “Dana, 10:04: …”, “Dana | 10:04”
    _form(rf"{_SPEAKER}{_ALIAS}(?:[ \t,·|–-]{{2,4}}|,)(?P<when>{_BY_NUMBERS})(?::(?!\d)|{_LAST})"),
    _form(rf"{_SPEAKER}{_ALIAS}[ \t](?P<when>{_BY_NUMBERS})(?::(?!\d)|{_LAST})", sure=False),
    # Teams, Discord: “Dana Fox, Wed 10:02”, “Dana Fox — Today at 10:02 AM”
    _form(rf"{_SPEAKER}{_ALIAS}[ \t,·|–—-]{{1,4}}(?P<when>{_BY_WORDS})(?::(?!\d)|{_LAST})", sure=False),
    # The same by nicknames, and a name alone above the words
    _form(rf"{_SHORT}[ \t]{{1,2}}[—–-][ \t]{_WHEN}{_LAST}", sure=False),
    _form(rf"{_SHORT}[ \t]{{2,4}}(?P<when>{_BY_NUMBERS}){_LAST}", sure=False),
    _form(rf"\[{_WHEN}\][ \t]*{_SHORT}(?::|{_LAST})", sure=False),
    _form(rf"{_SPEAKER}:{_LAST}", comes_back=True),
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
_TIME_ALONE = re.compile(rf"(?:{_BY_NUMBERS}|{_BY_WORDS})$", re.IGNORECASE)
_DASH = re.compile(r"[—–-]{1,2}")
_NAME_ALONE = rf"{_SPEAKER}{_ALIAS}$"


def is_owner(name: str) -> bool:
    """True if a chat gives this name to its owner: “You”, “Me”."""
    return name.lower() in _OWNER


def turns_in(lines: list[Span]) -> dict[int, Turn]:
    """The turns of a chat by the number of their first line; empty if it is no chat.

    What may be something else counts where a name comes back in that form, or where it is a given name with a time.
    """
    sure: dict[int, Turn] = {}
    unsure: dict[int, tuple[Turn, int]] = {}
    for index, line in enumerate(lines):
        found = _turn(line.text[:_LONGEST_OPENING]) or _above_time(lines, index)
        if not found:
            continue
        turn, form = found
        if form >= 0 and _FORMS[form].sure:
            sure[index] = turn
        elif _above_words(lines, index, form):
            unsure[index] = turn, form
    often = Counter((turn.name, form) for turn, form in unsure.values())
    known = {turn.name for turn in sure.values()}
    come_back = {form for (_, form), times in often.items() if times > 1}
    for index, (turn, form) in unsure.items():
        timed = form == _ABOVE_TIME or not _FORMS[form].comes_back
        if (timed and (is_given(turn.name) or is_owner(turn.name))) or turn.name in known or form in come_back:
            sure[index] = turn
    return dict(sorted(sure.items()))


def _above_words(lines: list[Span], index: int, form: int) -> bool:
    """True if words follow a line that names a speaker, and not another such line."""
    following = index + 1
    while following < len(lines) and form == _ABOVE_TIME and _is_of_opening(lines[following].text):
        following += 1
    if following >= len(lines) or not lines[following].text:
        return False
    return form == _ABOVE_TIME or _turn(lines[following].text[:_LONGEST_OPENING]) is None


_ABOVE_TIME = -1
"""Stands for the form of a name that has its time on a line of its own."""


def _is_of_opening(text: str) -> bool:
    """True for the time of a turn, or the line that stands between it and the name."""
    return bool(_DASH.fullmatch(text) or _TIME_ALONE.match(text[:_LONGEST_OPENING]))


def _above_time(lines: list[Span], index: int) -> tuple[Turn, int] | None:
    """The turn that begins as browsers copy chats: the name on a line, the time on the next or the one after it."""
    times = [line.text[:_LONGEST_OPENING] for line in lines[index + 1 : index + 3]]
    at = 1 if len(times) > 1 and _DASH.fullmatch(times[0]) else 0
    if at >= len(times) or not _TIME_ALONE.match(times[at]) or index + at + 2 >= len(lines):
        return None
    for pattern in (_NAME_ALONE, rf"{_SHORT}$"):
        name = re.match(pattern, lines[index].text[:_LONGEST_OPENING])
        if name and (is_name(name["name"]) or pattern != _NAME_ALONE) and not _is_day(name["name"]):
            return Turn(_in_order(name["name"]), len(lines[index].text), times[at]), _ABOVE_TIME
    return None


def _is_day(name: str) -> bool:
    """True for “Yesterday” and “Tuesday”: a day is no person."""
    return bool(re.match(rf"{_WORDED}$", name, re.IGNORECASE))


def _in_order(name: str) -> str:
    """“Fox, Dana” is Dana Fox."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name


def _turn(line: str) -> tuple[Turn, int] | None:
    """The turn that a line begins, and the number of its form."""
    timed = _MAY_BEGIN_TURN.match(line)
    if _TIME_ALONE.match(line) or not (timed or line.endswith(":")):
        return None
    for number, form in enumerate(_FORMS):
        match = re.match(form.pattern, line, re.IGNORECASE) if timed or form.comes_back else None
        if not match:
            continue
        name = match["name"].strip("~ \t\u00a0\u202f")
        if is_owner(name) or not any(character.isalpha() for character in name):
            return Turn(name, match.end(), _when(match)), number
        if is_name(name) and name.lower() not in _OF_A_PAGE and not _is_day(name):
            return Turn(_in_order(name), match.end(), _when(match)), number
    return None


def _when(match: re.Match[str]) -> str:
    return match.groupdict().get("when") or ""


def days_between(lines: list[Span]) -> dict[int, str]:
    """The lines that only name a day, as programs put them between the messages, by their numbers."""
    return {n: line.text for n, line in enumerate(lines) if re.match(_DAY, line.text[:_LONGEST_OPENING], re.IGNORECASE)}


def is_noise(lines: list[Span], index: int, turns: dict[int, Turn], words: str) -> bool:
    """True if the words of a line are the program's: a time, a reaction, a day between the messages."""
    text = words[:_LONGEST_NOISE].lstrip("\u200e ")
    if re.match(_NOISE, text, re.IGNORECASE):
        return True
    if index in turns:
        return False
    if _is_of_opening(text) and (re.fullmatch(_CLOCK, text, re.IGNORECASE) or index - 1 in turns or index - 2 in turns):
        return True
    if index + 1 in turns and text == lines[index + 1].text:  # as some programs copy a name with its picture
        return True
    alone = index == 0 or not lines[index - 1].text
    following = next((i for i in range(index + 1, min(index + 3, len(lines))) if lines[i].text), -1)
    return bool(alone and following in turns and re.match(_DAY, text, re.IGNORECASE))


def without_edited(line: Span) -> Span:
    """The line without “(edited)” at its end."""
    match = _EDITED.search(line.text[-40:])
    length = len(line.text) - len(match[0]) if match else len(line.text)
    return Span(line.text[:length], line.start, line.start + length)
