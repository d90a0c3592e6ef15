"""The beginnings of quoted messages, in several languages: attribution lines, ruled-off headings, headers."""

import re
from collections.abc import Sequence

from clarify.read.patterns import section
from clarify.read.spans import Span

_MESSAGES = "|".join(section("mail.txt", "quoted").splitlines())
_BEGINS = re.compile(
    rf"-{{2,}}[ \t]*(?:{_MESSAGES})|begin forwarded message|anfang der weitergeleiteten"
    r"|-{2,}[ \t]*on\b.{5,250}@.{1,100}-{2,}$",
    re.IGNORECASE,
)
_RULE = re.compile(r"_{10,}$|-{10,}$")
"""A line that is drawn: it stands above a quoted message only where headers follow, as Outlook does it."""

_WROTE = "|".join(section("mail.txt", "wrote").splitlines())
_ATTRIBUTION = re.compile(
    rf"(?:on|am|le|el|il(?: giorno)?|op|em|den|w dniu)\b(?=.{{0,200}}\d).{{5,250}}\b(?:{_WROTE})[ \t]*:$"
    r"|on\b.{5,200}\bwrote:$"
    rf"|.{{3,80}}<[^<>@\s]{{1,64}}@[^<>\s]{{1,100}}>.{{0,60}}\b(?:{_WROTE})[ \t]*:$"
    r"|on\b(?=.{0,80}\b(?:19|20)\d\d\b)(?=.{0,100}\b\d{1,2}[:.]\d\d\b).{8,200}:$"
    r"|(?=.{0,150}\d[:.]\d\d).{3,150}<[^<>@\s]{1,64}@[^<>\s]{1,100}>.{0,30}:$",
    re.IGNORECASE,
)
"""In a language that is not in the table, a time of day and an address tell; in English, “on”, a year and a time."""
_ATTRIBUTES = re.compile(
    r"(?:on|am|le|el|il|op|em|den|w)\b(?=.{0,200}\d)|.{3,80}<[^<>@\s]{1,64}@|.{0,80}\d[:.]\d\d", re.IGNORECASE
)

_HEADERS = [row.split() for row in section("mail.txt", "header").splitlines()]
DATES = frozenset(name[:-1] for row in _HEADERS for name in row if name.endswith("*"))
"""The headers that say when a message was written."""
_NAMES = [[name.rstrip("*=") for name in row] for row in _HEADERS]
_ENGLISH = _NAMES[0]
_FOREIGN = sorted({name for row in _NAMES[1:] for name in row} - {*_ENGLISH}, key=len, reverse=True)
_SENDERS = frozenset(row[0] for row in _NAMES)
_SUBJECTS = frozenset(name[:-1] for row in _HEADERS for name in row if name.endswith("="))
_HEADER = re.compile(rf"\*{{0,2}}({'|'.join(_ENGLISH)})[ \t]?:\*{{0,2}}[ \t]*(.*)", re.IGNORECASE)
_FOREIGN_HEADER = re.compile(rf"\*{{0,2}}({'|'.join(_FOREIGN)}|cc|date)[ \t]?:\*{{0,2}}[ \t]*(.*)", re.IGNORECASE)
_FIRST_SIGNS = frozenset("-bBaA")
"""The first signs of `_BEGINS`, for a quick test."""
_LONGEST_NAME = 20


def header_in(line: str, beside: bool) -> re.Match[str] | None:
    """The header on a line, as a match with its name and its value; None if the line is no header.

    A header that is not English counts only `beside` another one.
    """
    if ":" not in line[:_LONGEST_NAME]:
        return None
    return _HEADER.match(line) or (_FOREIGN_HEADER.match(line) if beside else None)


_ANY_HEADER = re.compile(r"\*{0,2}([^\W\d][^\W\d. '’-]{0,20}(?: [^\W\d]{1,12}){0,2})[ \t]?:\*{0,2}[ \t]+(\S.*)")
_ADDRESS = re.compile(r"[^<>@\s]{1,64}@[^<>@\s]{1,100}\.\w")
_A_DATE = re.compile(
    r"(?:[^\W\d]{1,12}[.,]{0,2} )?\d{1,4}[. /-]{1,2}(?:\d{1,2}|[^\W\d]{3,12})[. /,-]{1,3}\d{1,4}\b.{0,30}$"
)


def header_block(lines: Sequence[Span], begin: int) -> int:
    """The number of headers in a row, in any language, of a message that begins at that line; 0 if there are none.

    Three or more lines such as “Od: Ewa Lis <ewa@…>”: the first holds an address, or one of the others only a date.
    """
    found: list[re.Match[str]] = []
    for line in lines[begin : begin + _MOST_HEADERS]:
        header = _ANY_HEADER.match(line.text[:300])
        if not header:
            break
        found.append(header)
    if len(found) < 3:
        return 0
    addressed = bool(_ADDRESS.search(found[0][2]))
    return len(found) if addressed or any(_A_DATE.match(header[2]) for header in found[1:]) else 0


_MOST_HEADERS = 8


def is_sender(header: re.Match[str]) -> bool:
    """True if the header names the sender of the message."""
    return header[1].lower() in _SENDERS


def is_subject(header: re.Match[str]) -> bool:
    """True if the header holds the subject of the message."""
    return header[1].lower() in _SUBJECTS


def begins_quote(line: str, following: str) -> bool:
    """True if a line stands above a quoted message, perhaps wrapped into the `following` line."""
    if _RULE.match(line):
        header = header_in(following, beside=True)
        return bool(header and is_sender(header))
    if line.endswith(":"):
        return bool(_BEGINS.match(line) or _ATTRIBUTION.match(line[:400]))
    if following.endswith(":") and not line.endswith((".", "?", "!")) and _ATTRIBUTES.match(line[:400]):
        return bool(_ATTRIBUTION.match(f"{line[:300]} {following[:200]}"))
    return line[:1] in _FIRST_SIGNS and bool(_BEGINS.match(line))
