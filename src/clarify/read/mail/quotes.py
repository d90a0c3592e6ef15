"""The beginnings of quoted messages, in several languages: attribution lines, ruled-off headings, headers."""

import re

from clarify.read.patterns import section

_MESSAGES = "|".join(section("mail.txt", "quoted").splitlines())
_BEGINS = re.compile(
    rf"-{{2,}}[ \t]*(?:{_MESSAGES})|begin forwarded message|anfang der weitergeleiteten|_{{10,}}$", re.I
)

_WROTE = "|".join(section("mail.txt", "wrote").splitlines())
_ATTRIBUTION = re.compile(
    rf"(?:on|am|le|el|il(?: giorno)?|op|em|den|w dniu)\b(?=.{{0,200}}\d).{{5,250}}\b(?:{_WROTE})[ \t]*:$"
    r"|on\b.{5,200}\bwrote:$"
    rf"|.{{3,80}}<[^<>@\s]{{1,64}}@[^<>\s]{{1,100}}>.{{0,60}}\b(?:{_WROTE})[ \t]*:$",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(r"(?:on|am|le|el|il|op|em|den|w)\b(?=.{0,200}\d)|.{3,80}<[^<>@\s]{1,64}@", re.IGNORECASE)

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
_FIRST_SIGNS = frozenset("-_bBaA")
"""The first signs of `_BEGINS`, for a quick test."""
_LONGEST_NAME = 20


def header_in(line: str, beside: bool) -> re.Match[str] | None:
    """The header on a line, as a match with its name and its value; None if the line is no header.

    A header that is not English counts only `beside` another one.
    """
    if ":" not in line[:_LONGEST_NAME]:
        return None
    return _HEADER.match(line) or (_FOREIGN_HEADER.match(line) if beside else None)


def is_sender(header: re.Match[str]) -> bool:
    """True if the header names the sender of the message."""
    return header[1].lower() in _SENDERS


def is_subject(header: re.Match[str]) -> bool:
    """True if the header holds the subject of the message."""
    return header[1].lower() in _SUBJECTS


def begins_quote(line: str, following: str) -> bool:
    """True if a line stands above a quoted message, perhaps wrapped into the `following` line."""
    if line.endswith(":"):
        return bool(_BEGINS.match(line) or _ATTRIBUTION.match(line[:400]))
    if following.endswith(":") and not line.endswith((".", "?", "!")) and _ATTRIBUTES.match(line[:400]):
        return bool(_ATTRIBUTION.match(f"{line[:300]} {following[:200]}"))
    return line[:1] in _FIRST_SIGNS and bool(_BEGINS.match(line))
