"""The moment when a message was written, by its headers or the stamps of a chat: “tomorrow” counts from then. Pure."""

import re
from bisect import bisect_left, bisect_right
from datetime import datetime, timedelta
from itertools import pairwise

from clarify.moments import Conventions
from clarify.read.deadline import read_deadline
from clarify.read.mail.chat import days_between, turns_in
from clarify.read.mail.layout import Layout, lines_of
from clarify.read.mail.quotes import DATES

_HEADER = re.compile(r"[> \t]{0,8}\*{0,2}(?P<name>[\w-]{2,20}(?: \w{1,10})?):\*{0,2}[ \t]*(?P<value>.*)")
_ORDINAL_DOT = re.compile(r"(?<=\d)\.(?=\s)")
_YEAR = re.compile(r"\b20\d\d\b")
_RELATIVE = re.compile(
    r"\b(?:today|tonight|tomorrow|tmr\w*|this|next|in|eod|cob|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b", re.IGNORECASE
)
_NEAR_DAY = re.compile(r"\b(?P<yesterday>yesterday)\b|\btoday\b", re.IGNORECASE)
_LONGEST = 80
_OLDEST = timedelta(days=366)
_FAST_CLOCK = timedelta(hours=1)
_BACK = (timedelta(0), timedelta(days=7), timedelta(days=365))
"""A stamp without a year is that of the last such day: it is read as if said so long ago."""


def sent_at(text: str, layout: Layout, now: datetime, conventions: Conventions) -> datetime | None:
    """The moment when the leader's lines were written, in the zone of `now`: by the header above them, or their stamp.

    None if nothing tells it with a day and a time, or if that is in the future or more than a year ago.
    """
    own = [line.start for line in layout.body if line.text]
    return dated_above(text, own[0], now, conventions) or _stamped(text, own, now, conventions) if own else None


def dated_above(text: str, at: int, now: datetime, conventions: Conventions) -> datetime | None:
    """The moment in the last “Date:” or “Sent:” header above the place `at`, if it is one as of `sent_at`."""
    found = None
    for line in text[:at][-20_000:].splitlines():
        header = _HEADER.match(line.strip()[:_LONGEST])
        if header and header["name"].lower() in DATES:
            words = _ORDINAL_DOT.sub("", header["value"][:_LONGEST])
            found = (_past(words, now, conventions) if _YEAR.search(words) else None) or found
    return found


def _stamped(text: str, own: list[int], now: datetime, conventions: Conventions) -> datetime | None:
    """The moment of the leader's turn in a chat: the last one that names a day, else the first."""
    lines = lines_of(text)
    turns, days = turns_in(lines), days_between(lines)
    begins, numbers = [*turns, len(lines)], [*days]
    stamps: list[tuple[bool, str]] = []
    for begin, end in pairwise(begins):
        if bisect_left(own, lines[begin].start) < bisect_right(own, lines[end - 1].end):
            above = bisect_left(numbers, begin)
            day = days[numbers[above - 1]] if above else ""
            when = turns[begin].when
            said = any(_RELATIVE.search(line.text) for line in lines[begin:end])
            stamps.append((said, when if re.search(r"[^\W\d]{3}|\d[./-]", when) or not day else f"{day}, {when}"))
    chosen = next((when for said, when in reversed(stamps) if said), stamps[0][1] if stamps else "")
    return _past(chosen, now, conventions) if chosen else None


def _past(words: str, now: datetime, conventions: Conventions) -> datetime | None:
    """The last moment that these words of a program mean, with its day; None if they name no day and time."""
    words = _NEAR_DAY.sub(lambda near: (now - timedelta(days=1 if near["yesterday"] else 0)).date().isoformat(), words)
    if not re.search(r"[^\W\d]{3}|\d[./-]\d", words):
        return None  # a time alone
    for back in _BACK:
        read = read_deadline(words, (now - back).replace(hour=0, minute=0), conventions)
        for moment in (read.due, *read.alternatives) if read and read.grain == "minute" else ():
            sent = moment.astimezone(now.tzinfo)
            if now - _OLDEST < sent <= now + _FAST_CLOCK:
                return sent
    return None
