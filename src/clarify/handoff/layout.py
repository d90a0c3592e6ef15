"""The layout of a message: the leader's own lines, with headers and quoted messages set aside, and the names."""

import re
from dataclasses import dataclass

from clarify.handoff.findings import Span
from clarify.handoff.names import first_name
from clarify.handoff.signature import without_signature
from clarify.handoff.speakers import introduced, readers_in, without_speaker

_HEADER = re.compile(r"(from|to|cc|bcc|subject|date|sent|reply-to|importance|attachments?)[ \t]*:[ \t]*(.*)", re.I)
_QUOTE_BEGINS = re.compile(
    r"-{2,}[ \t]*(?:original|forwarded)|begin forwarded message|on\b.{5,200}\bwrote:$|_{10,}$", re.I
)
_ADDED_BY_PROGRAM = re.compile(r"sent from my|get outlook for|this message was sent (?:from|by)", re.I)


@dataclass(frozen=True)
class Layout:
    """Which lines are the leader's own, who the leader is, and whom the message addresses."""

    body: list[Span]
    leader: str | None
    readers: frozenset[str]
    forwarded: list[Span]
    """What the message that was sent on says; empty where none was."""


def lay_out(text: str) -> Layout:
    """Set aside all that is not the hand-off itself, and take the names from it."""
    lines = _lines(text)
    own, leader, below = _own_lines(lines)
    if not own:  # Nothing but a quotation was pasted: then that is the hand-off.
        own = [_unquoted(line) for line in lines]
        own = [line for line in own if line.text]
    own, speaker = without_speaker(own)
    own, signer = without_signature(own)
    readers = readers_in(own)
    names = (name.strip(" .,") for name in (leader, speaker, signer, introduced(own)) if name)
    # A name that the greeting holds too is the reader's, wherever it stands.
    leader = next((name for name in names if first_name(name) not in readers), None)
    return Layout(own, leader, readers, _forwarded(below))


def _forwarded(below: list[Span]) -> list[Span]:
    """The lines of the first message that is quoted, without its headers and its signature."""
    lines, _, _ = _own_lines([_unquoted(line) for line in below])
    return without_signature(without_speaker(lines)[0])[0]


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
    """The lines above any quoted message, without headers; the name in the “From:” header; and the lines below."""
    own: list[Span] = []
    leader, written = None, False
    below: list[Span] = []
    for number, line in enumerate(lines):
        header, quoted = _HEADER.match(line.text), _QUOTE_BEGINS.match(line.text)
        if written and (quoted or (header and header[1].lower() == "from")):
            below = lines[number:]
            break
        if header and not written:
            leader = leader or (_sender(header[2]) if header[1].lower() == "from" else None)
        elif not quoted and not line.text.startswith(">") and not _ADDED_BY_PROGRAM.match(line.text):
            own.append(line)
            written = written or bool(line.text)
    return (own if written else []), leader, below


def _sender(header: str) -> str | None:
    """The name in a “From:” header: “Dana Fox <dana@…>”, "Fox, Dana", or made of the address."""
    name = re.split(r"[<\[(]", header, maxsplit=1)[0].strip(" \t\"'")
    if "@" in (name or header):
        address = (name or header).strip("<>[]() ").split("@")[0]
        return " ".join(part.capitalize() for part in re.split(r"[._]", address) if part) or None
    last, comma, first = name.partition(",")
    return (f"{first.strip()} {last.strip()}" if comma else name) or None
