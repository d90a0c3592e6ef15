"""Who speaks to whom: chat names and labels before the lines, “it's Dana” and the greeting at the beginning."""

import re

from clarify.handoff.findings import Span
from clarify.handoff.names import NAME, NAME_WORD, first_name, is_name
from clarify.handoff.orders import filled, orders

_CLOCK = r"\[?\(?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[ \t]?(?:[ap]m)?\)?\]?"
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ \t]*)?"
_CHAT = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?P<name>(?-i:{NAME}))[ \t,·|–-]{{1,4}}{_DAY}{_CLOCK}(?::|[ \t]*$)[ \t]*",
        rf"\[?{_DAY}{_CLOCK}[ \t,–-]{{0,3}}\]?[ \t]*(?P<name>(?-i:{NAME})):?(?:[ \t]*$|(?<=:)[ \t]*)",
        r"<(?P<name>[\w.-]{2,30})>[ \t]*",
    )
)
_LABEL = re.compile(rf"({NAME}):[ \t]+(?=\S)")
_SELF_INTRODUCED = re.compile(
    rf"\b(?i:it['’]s|this is)[ \t](?P<name>{NAME_WORD})(?i:[ \t]here)?[,.!]|^(?P<here>{NAME_WORD})[ \t]here[,.!:]"
)
_AND_NAME = rf"(?:[ \t]?(?:,|\band\b|&|/)[ \t]?{NAME_WORD}){{0,4}}"
_GREETING = re.compile(
    rf"(?i:hi|hello|hey|dear|good morning|good afternoon|morning)[ \t]+(?P<greeted>{NAME}{_AND_NAME})"
    rf"|@(?P<at>[\w.-]{{2,30}})"
    rf"|(?P<alone>{NAME}{_AND_NAME})(?=[ \t]*(?:[,:.!](?:\s|$)|-{{1,2}}|[–—]))"
)


def without_speaker(lines: list[Span]) -> tuple[list[Span], str | None]:
    """The lines without the chat names and times before them, and the first of the names."""
    marks = [_chat_mark(line.text) for line in lines]
    speaker = next((mark["name"] for mark in marks if mark), None)
    if speaker:
        return [_cut_front(line, mark.end() if mark else 0) for mark, line in zip(marks, lines, strict=True)], speaker
    labels = [label for line in lines if (label := _LABEL.match(line.text)) and is_name(label[1])]
    first = next((index for index, line in enumerate(lines) if line.text), 0)
    # One label, on the first line, is who speaks; several say who does what, and “Ann: send it” may be either.
    if len({label[1] for label in labels}) == 1 and lines[first].text.startswith(labels[0][0]):
        label = labels[0]
        if not orders(lines[first].text, filled(lines[first].text, label.end())):
            return [*lines[:first], _cut_front(lines[first], label.end()), *lines[first + 1 :]], label[1]
    return lines, None


def _chat_mark(line: str) -> re.Match[str] | None:
    marks = (pattern.match(line[:120]) for pattern in _CHAT)
    return next((mark for mark in marks if mark and is_name(mark["name"])), None)


def _cut_front(line: Span, length: int) -> Span:
    return Span(line.text[length:], line.start + length, line.end)


def introduced(lines: list[Span]) -> str | None:
    """The leader's name in “it's Dana” or “Dana here” at the beginning."""
    first = next((line.text[:80] for line in lines if line.text), "")
    match = _SELF_INTRODUCED.search(first)
    name = match and (match["name"] or match["here"])
    return name if name and is_name(name) else None


def readers_in(lines: list[Span]) -> frozenset[str]:
    """The first names that the greeting holds, in small letters."""
    first = next((line.text for line in lines if line.text), "")
    greeting = _GREETING.match(first[:200])
    named = greeting and (greeting["greeted"] or greeting["at"] or greeting["alone"])
    names = re.split(r"[ \t]?(?:,|\band\b|&|/)[ \t]?", named) if named else []
    return frozenset(first_name(name.strip("-")) for name in names if name and is_name(name))
