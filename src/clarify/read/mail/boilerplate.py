"""Text that programs and companies add to messages: footers, meeting links, warnings, small print.

One more way of saying it is one more row of `words/small_print.txt`.
"""

import re

from clarify.read.patterns import one_of, phrases, section
from clarify.read.spans import Span

_END = r"\s*(?:$|[|:<(\[]|https?:)"
_CAUTION = r"[\W_]{0,8}(?:[\w ]{3,30}[\W_]{1,6})?"


def _beginnings(part: str, before: str = "") -> re.Pattern[str]:
    """A pattern for the beginnings in a section of the table, each with `before` in front of it."""
    rows = (before + row for row in section("small_print.txt", part).splitlines())
    whole = "|".join(rows).replace("<end>", _END).replace("<caution>", _CAUTION)
    return re.compile(whole.replace(" ", r"\s+"), re.IGNORECASE)


_BY_A_PROGRAM = _beginnings("program")
_INVITED = re.compile(r".{2,60} is inviting you to a scheduled\b", re.IGNORECASE)
_ABOUT_THE_MEETING = re.compile(r"(?:topic|time|when|where)\s*:", re.IGNORECASE)
_FROM_OUTSIDE = _beginnings("outside")
_WARNING_GOES_ON = phrases(
    "attachments?, recogni[sz]e, (?:content|it) is safe, suspicious, phishing, learn why, links, unless you, spoofed"
)
_SMALL_PRINT = _beginnings("small-print", before=r"[\W_]{0,6}")
_LEGAL = one_of(*section("small_print.txt", "legal").splitlines())
_LONGEST = 4000
_BLOCK = 3
"""So many lines of a program make all that stands between and below them its own."""
_SHORTEST = 8
"""Shorter lines are never boilerplate."""


def without_boilerplate(lines: list[Span]) -> list[Span]:
    """The lines without those that a program or a company added; blank lines stay."""
    kept: list[Span] = []
    paragraph: list[Span] = []
    invited = False
    for line in lines:
        if line.text:
            paragraph.append(line)
            continue
        invited = _keep(paragraph, kept, invited)
        paragraph = []
        kept.append(line)
    _keep(paragraph, kept, invited)
    return kept


def _keep(paragraph: list[Span], kept: list[Span], invited: bool) -> bool:
    """Adds the lines of a paragraph that stay to `kept`; returns True if an invitation to a meeting has begun."""
    warned = False
    paragraph = _without_block(paragraph)
    for index, line in enumerate(paragraph):
        begins = line.text[:300]
        if len(begins) < _SHORTEST:
            kept.append(line)
            continue
        warned = bool(_FROM_OUTSIDE.match(begins)) or (warned and bool(_WARNING_GOES_ON.search(begins)))
        invited = invited or bool(_INVITED.match(begins))
        if _SMALL_PRINT.match(begins) and _is_legal(paragraph[index:]):
            break
        about_meeting = invited and (_INVITED.match(begins) or _ABOUT_THE_MEETING.match(begins))
        if not (warned or about_meeting or _BY_A_PROGRAM.match(begins)):
            kept.append(line)
    return invited


def _without_block(paragraph: list[Span]) -> list[Span]:
    """The lines above a block of a program, such as how to join a meeting, and above the rule over it."""
    of_program = [index for index, line in enumerate(paragraph) if _BY_A_PROGRAM.match(line.text[:300])]
    if len(of_program) < _BLOCK:
        return paragraph
    first = of_program[0]
    ruled = first > 0 and set(paragraph[first - 1].text) <= {"_", "-", "="}
    return paragraph[: first - ruled]


def _is_legal(lines: list[Span]) -> bool:
    text = " ".join(line.text[:_LONGEST] for line in lines[:40])[:_LONGEST]
    return len({match[0].lower() for match in _LEGAL.finditer(text)}) >= 2
