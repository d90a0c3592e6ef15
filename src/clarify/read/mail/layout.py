"""The layout of a message: the leader's own lines, without headers and quoted messages, and the names."""

import re
from dataclasses import dataclass

from clarify.read.mail.boilerplate import without_boilerplate
from clarify.read.mail.quotes import begins_quote, header_block, header_in, is_sender, is_subject
from clarify.read.mail.signature import without_signature
from clarify.read.mail.speakers import greeted_in, self_introduced, without_speaker
from clarify.read.names import first_word
from clarify.read.spans import Span

_DONE = re.compile(r"(?:[-*•–][ \t]+)?(?:\[[xX]\]|☑)[ \t]")
"""A ticked box: this task is done."""
_ANSWERS = re.compile(r"(?:re|aw|sv|antw|fw|fwd|wg|tr|rv|i|enc)[ \t]?(?:\[\d+\])?:", re.IGNORECASE)


@dataclass(frozen=True)
class Layout:
    """The leader's own lines, the leader's name, and the people whom the message greets."""

    body: list[Span]
    leader: str | None
    greeted: frozenset[str]
    forwarded: list[Span]
    """The lines of a forwarded message; empty if there is none."""
    subject: list[Span]
    """The subject above the leader's lines, and a blank line; empty if there is none, or it is that of an answer."""


def layout_of(text: str) -> Layout:
    """The layout of a message: everything but the hand-off itself is set aside, and names are taken from it."""
    lines = lines_of(text)
    own, leader, below, subject = _own_lines(lines)
    if not own:  # Only a quotation was pasted, so that is the hand-off.
        lines = [_unquoted(line) for line in lines]
        own, quoted, below, subject = _own_lines(lines)
        leader = leader or quoted
        own = own or [line for line in lines if line.text]
    own, speaker = without_speaker([line for line in own if not _DONE.match(line.text)])
    own, signer = without_signature(own)
    greeted = greeted_in(own)
    names = (name.strip(" .,") for name in (leader, speaker, signer, self_introduced(own)) if name)
    # A name in the greeting too is that of the person addressed, wherever it stands.
    leader = next((name for name in names if first_word(name) not in greeted), None)
    above = [subject, Span("", subject.end, subject.end)] if subject else []
    return Layout(own, leader, greeted, _forwarded(below), above)


def _forwarded(below: list[Span]) -> list[Span]:
    """The lines of the first quoted message, without its headers and its signature."""
    lines, *_ = _own_lines([_unquoted(line) for line in below])
    return without_signature(without_speaker(lines)[0])[0]


def lines_of(text: str) -> list[Span]:
    """The stripped lines of a message, without what programs and companies added to it."""
    return without_boilerplate(_lines(text))


def _lines(text: str) -> list[Span]:
    """The stripped lines, one blank line for many; offsets count in the whole text."""
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


def _own_lines(lines: list[Span]) -> tuple[list[Span], str | None, list[Span], Span | None]:
    """The lines that are no quotation and no header; the sender, the first quoted message, and the subject."""
    own: list[Span] = []
    leader, subject, written, in_headers = None, None, False, False
    below: list[Span] = []
    number = 0
    while number < len(lines):
        line, following = lines[number], _next_words(lines, number)
        header = header_in(line.text, in_headers or _three_headers(lines, number))
        quoted = begins_quote(line.text, following) or (written and header_block(lines, number) > 0)
        if written and (quoted or (header and is_sender(header))):
            goes_on = _behind_quote(lines, number)
            below = below or lines[number:goes_on]
            number = goes_on
            continue
        in_headers = bool(header)
        if header and not written:
            leader = leader or (_sender(header[2]) if is_sender(header) else None)
            subject = subject or (_subject(line, header) if is_subject(header) else None)
        elif not quoted and not line.text.startswith(">"):
            own.append(line)
            written = written or bool(line.text)
        number += 1
    return (own if written else []), leader, below, subject


def _next_words(lines: list[Span], number: int) -> str:
    """The text of the next line that has any."""
    return next((line.text for line in lines[number + 1 : number + 3] if line.text), "")


def _three_headers(lines: list[Span], begin: int) -> bool:
    """True if this line and the two below it are headers; one line alone may be an ordinary word (“Van: …”)."""
    if ":" not in lines[begin].text:
        return False
    block = lines[begin : begin + 3]
    return len(block) == 3 and all(header_in(line.text, beside=True) for line in block)


def _behind_quote(lines: list[Span], begin: int) -> int:
    """The line of the answer below a quoted message, behind lines with “>” and a blank one; else the end."""
    at = next((index for index in range(begin + 1, min(begin + 5, len(lines))) if lines[index].text[:1] == ">"), None)
    if at is None:
        return len(lines)
    while at < len(lines) and lines[at].text[:1] in (">", ""):
        at += 1
    return at if not lines[at - 1].text else len(lines)


def _subject(line: Span, header: re.Match[str]) -> Span | None:
    """The words of a subject, or None if they are those of an earlier message: “Re: …”."""
    text = header[2].strip()
    return None if not text or _ANSWERS.match(text) else Span(text, line.start + header.start(2), line.end)


def _sender(header: str) -> str | None:
    """The name in a “From:” header: “Dana Fox <dana@…>”, “Fox, Dana”, or one made from the address."""
    name = re.split(r"[<\[(]", header, maxsplit=1)[0].strip(" \t\"'")
    if "@" in (name or header):
        address = (name or header).strip("<>[]() ").split("@")[0]
        return " ".join(part.capitalize() for part in re.split(r"[._]", address) if part) or None
    last, comma, first = name.partition(",")
    return (f"{first.strip()} {last.strip()}" if comma else name) or None
