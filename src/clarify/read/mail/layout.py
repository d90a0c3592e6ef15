"""The layout of a message: the leader's own lines, with headers and quoted messages set aside, and the names."""

import re
from dataclasses import dataclass

from clarify.read.mail.boilerplate import without_boilerplate
from clarify.read.mail.quotes import begins_quote, header_in, is_sender
from clarify.read.mail.signature import without_signature
from clarify.read.mail.speakers import Requests, greeted_in, self_introduced, without_speaker
from clarify.read.names import first_word
from clarify.read.spans import Span

_DONE = re.compile(r"(?:[-*•–][ \t]+)?(?:\[[xX]\]|☑)[ \t]")
"""A box that is ticked: that is done."""


@dataclass(frozen=True)
class Layout:
    """Which lines are the leader's own, who the leader is, and whom the message addresses."""

    body: list[Span]
    leader: str | None
    greeted: frozenset[str]
    forwarded: list[Span]
    """What the message that was sent on says; empty where none was."""


def layout_of(text: str, requests: Requests) -> Layout:
    """Set aside all that is not the hand-off itself, and take the names from it.

    `requests` tells what asks somebody for something: of those who speak in a chat, the one who asks leads.
    """
    lines = without_boilerplate(_lines(text))
    own, leader, below = _own_lines(lines)
    if not own:  # Nothing but a quotation was pasted: then that is the hand-off.
        lines = [_unquoted(line) for line in lines]
        own, quoted, below = _own_lines(lines)
        leader = leader or quoted
        own = own or [line for line in lines if line.text]
    own, speaker = without_speaker([line for line in own if not _DONE.match(line.text)], requests)
    own, signer = without_signature(own)
    greeted = greeted_in(own)
    names = (name.strip(" .,") for name in (leader, speaker, signer, self_introduced(own)) if name)
    # A name that the greeting holds too is the reader's, wherever it stands.
    leader = next((name for name in names if first_word(name) not in greeted), None)
    return Layout(own, leader, greeted, _forwarded(below, requests))


def _forwarded(below: list[Span], requests: Requests) -> list[Span]:
    """The lines of the first message that is quoted, without its headers and its signature."""
    lines, _, _ = _own_lines([_unquoted(line) for line in below])
    return without_signature(without_speaker(lines, requests)[0])[0]


def _lines(text: str) -> list[Span]:
    """The lines without the white space around them, and one blank line for many; offsets stay those of the whole."""
    lines: list[Span] = []
    start, blank = 0, False
    for line in text.splitlines(keepends=True):
        before, blank = blank, line.isspace()
        if not (before and blank):
            stripped = line.strip()
            begin = start + len(line) - len(line.lstrip())
            lines.append(Span(stripped, begin, begin + len(stripped)))
        start += len(line)
    return lines


def _unquoted(line: Span) -> Span:
    inner = line.text.lstrip("> ")
    return Span(inner, line.end - len(inner), line.end)


def _own_lines(lines: list[Span]) -> tuple[list[Span], str | None, list[Span]]:
    """The lines that are not quoted, without headers; the name in the “From:” header; and the first quoted message."""
    own: list[Span] = []
    leader, written, in_headers = None, False, False
    below: list[Span] = []
    number = 0
    while number < len(lines):
        line, following = lines[number], lines[number + 1].text if number + 1 < len(lines) else ""
        header = header_in(line.text, in_headers or _three_headers(lines, number))
        quoted = begins_quote(line.text, following)
        if written and (quoted or (header and is_sender(header))):
            goes_on = _behind_quote(lines, number)
            below = below or lines[number:goes_on]
            number = goes_on
            continue
        in_headers = bool(header)
        if header and not written:
            leader = leader or (_sender(header[2]) if is_sender(header) else None)
        elif not quoted and not line.text.startswith(">"):
            own.append(line)
            written = written or bool(line.text)
        number += 1
    return (own if written else []), leader, below


def _three_headers(lines: list[Span], begin: int) -> bool:
    """Whether headers stand on this line and the two below it: in some languages, each alone is a word as any."""
    if ":" not in lines[begin].text:
        return False
    block = lines[begin : begin + 3]
    return len(block) == 3 and all(header_in(line.text, beside=True) for line in block)


def _behind_quote(lines: list[Span], begin: int) -> int:
    """Where the answer below a quoted message begins: behind lines with “>” and a blank one; else the end."""
    at = next((index for index in range(begin + 1, min(begin + 5, len(lines))) if lines[index].text[:1] == ">"), None)
    if at is None:
        return len(lines)
    while at < len(lines) and lines[at].text[:1] in (">", ""):
        at += 1
    return at if not lines[at - 1].text else len(lines)


def _sender(header: str) -> str | None:
    """The name in a “From:” header: “Dana Fox <dana@…>”, "Fox, Dana", or made of the address."""
    name = re.split(r"[<\[(]", header, maxsplit=1)[0].strip(" \t\"'")
    if "@" in (name or header):
        address = (name or header).strip("<>[]() ").split("@")[0]
        return " ".join(part.capitalize() for part in re.split(r"[._]", address) if part) or None
    last, comma, first = name.partition(",")
    return (f"{first.strip()} {last.strip()}" if comma else name) or None
