"""The moment when a message was written, from its own headers: “tomorrow” in it counts from then. Pure."""

import re
from datetime import datetime, timedelta

from clarify.moments import Conventions
from clarify.read.deadline import read_deadline
from clarify.read.mail.quotes import DATES

_HEADER = re.compile(r"\*{0,2}(?P<name>[\w-]{2,20}(?: \w{1,10})?):\*{0,2}[ \t]*(?P<value>.*)")
_ORDINAL_DOT = re.compile(r"(?<=\d)\.(?=\s)")
_YEAR = re.compile(r"\b20\d\d\b")
_LONGEST = 80
_MOST_HEADERS = 30
_OLDEST = timedelta(days=366)
_FAST_CLOCK = timedelta(hours=1)


def sent_at(text: str, now: datetime, conventions: Conventions) -> datetime | None:
    """The moment in the “Date:” or “Sent:” header on top, in the zone of `now`.

    None if there is no such header, if it names no year or no time of day, or if it is in the future or more than a
    year ago.
    """
    for line in text.lstrip()[:20_000].splitlines()[:_MOST_HEADERS]:
        header = _HEADER.match(line.strip())
        if not header:
            return None
        if header["name"].lower() in DATES:
            words = _ORDINAL_DOT.sub("", header["value"][:_LONGEST])
            read = read_deadline(words, now, conventions) if _YEAR.search(words) else None
            if read and read.due and read.grain == "minute" and str(read.due.year) in words:
                sent = read.due.astimezone(now.tzinfo)
                return sent if now - _OLDEST < sent <= now + _FAST_CLOCK else None
            return None
    return None
