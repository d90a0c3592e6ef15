"""Mails as files (`.eml`, or piped in by a program): the text that a person reads in them. Pure.

The standard library's `email` reads them. It is slow to import, so callers import this module late.
"""

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from itertools import islice

from clarify.read.mail.encodings import decoded_by_lines, is_japanese
from clarify.read.mail.html import text_of_html

_HEADERS = ("From", "To", "Cc", "Subject", "Date")
_LONGEST_HEADER = 4000
_WORD = re.compile(r"\w")
_SEE_HTML = re.compile(
    r"\bHTML\b.{0,80}\b(?:e-?mails?|messages?|clients?|viewer|view|format|reader)\b", re.I | re.DOTALL
)
"""A hint that some programs write instead of the text: “Your e-mail program does not show HTML messages.”"""
_LONGEST_HINT = 300
_NO_CHARSET = frozenset(["idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"])
"""Codecs of Python that no mail uses; some take minutes for a megabyte."""
_MOST_FORWARDED = 3
_PART = re.compile(rb"\n--(?=\S)")
_MOST_PARTS = 10_000
"""No program writes a mail of more parts, and no person reads one."""


class _Policy(EmailPolicy):
    """The default policy, but long headers are cut: the time to read one grows faster than its length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the value of a header, as written in the mail."""
        name, value = super().header_source_parse(["".join(sourcelines)[:_LONGEST_HEADER]])
        return name, value


def text_of_mail(raw: bytes) -> str:
    """The text of a mail below its From, To, Cc, Subject and Date; empty if the mail holds no words.

    A plain-text part is preferred to an HTML part. Attachments are left out, except forwarded mails.
    """
    many = next(islice(_PART.finditer(raw), _MOST_PARTS, None), None)
    mail = message_from_bytes(raw[: many.start()] if many else raw, policy=_Policy())
    assert isinstance(mail, EmailMessage)  # noqa: S101  (that is what the policy makes)
    return _text_of(mail, 0)


def _text_of(mail: MIMEPart, depth: int) -> str:
    parts = list(_parts(mail))
    headers = [f"{name}: {value}\n" for name in _HEADERS if (value := _header(mail, name))]
    pieces = ["".join(headers), _body(parts)]
    if depth < _MOST_FORWARDED:
        sent_on = [part for part in parts if part.get_content_type() == "message/rfc822"]
        for part in sent_on[:_MOST_FORWARDED]:
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, MIMEPart):
                pieces.append(f"---------- Forwarded message ----------\n{_text_of(inner, depth + 1)}")
    return "\n".join(piece for piece in pieces if piece) if any(pieces[1:]) else ""


def _parts(mail: MIMEPart) -> Iterator[MIMEPart]:
    """The parts in order, without the parts of a forwarded mail."""
    todo = [mail]
    while todo:
        part = todo.pop()
        yield part
        if part.get_content_maintype() == "multipart":
            inner = part.get_payload()
            todo += [
                piece for piece in reversed(inner if isinstance(inner, list) else []) if isinstance(piece, MIMEPart)
            ]


def _body(parts: list[MIMEPart]) -> str:
    """The words of the first plain-text part that has any, or else of the first such HTML part."""
    texts = [part for part in parts if part.get_content_maintype() == "text" and not part.is_attachment()]
    plain = next(
        (text for part in texts if part.get_content_subtype() != "html" and _WORD.search(text := _words(part))), ""
    )
    if plain and not (len(plain) <= _LONGEST_HINT and _SEE_HTML.search(plain)):
        return plain
    html = (text_of_html(_words(part)) for part in texts if part.get_content_subtype() == "html")
    return next((text for text in html if _WORD.search(text)), plain)


def _header(mail: MIMEPart, name: str) -> str:
    """The value of a header, decoded, on one line."""
    try:
        value = mail.get(name, "")
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):  # broken ones trip the library
        value = dict(mail.raw_items()).get(name, "")
    return " ".join(str(value).split())


def _words(part: MIMEPart) -> str:
    """The text of a part, decoded; wrapped lines are joined if the part says so."""
    raw = part.get_payload(decode=True)
    text = _decoded(raw if isinstance(raw, bytes) else b"", part.get_content_charset())
    text = text.replace("\r\n", "\n")
    flowed = str(part.get_param("format", "")).lower() == "flowed" and part.get_content_subtype() == "plain"
    return _unwrapped(text, str(part.get_param("delsp", "")).lower() == "yes") if flowed else text


def _decoded(raw: bytes, charset: str | None) -> str:
    """The text, read as UTF-8 if possible (no other text looks like it), else as the mail says, else line by line."""
    for name in (charset, "utf-8") if raw.isascii() else ("utf-8", charset):
        try:
            if name and codecs.lookup(name).name not in _NO_CHARSET and not (raw.isascii() and is_japanese(raw)):
                return raw.decode(name)
        except (LookupError, ValueError):
            continue
    return decoded_by_lines(raw)


def _unwrapped(text: str, delete_space: bool) -> str:
    """The text with its `format=flowed` undone (RFC 3676): a line that ends with a space goes on in the next."""
    lines: list[str] = []
    goes_on = False
    depth = 0
    for line in text.split("\n"):
        here = len(line) - len(line.lstrip(">"))
        words = line[here:].removeprefix(" ")
        signs = words == "-- "
        if goes_on and here == depth and not signs:
            lines.append(words)
        else:
            lines.append(f"\n{'>' * here + ' ' if here else ''}{words}")
        goes_on, depth = words.endswith(" ") and not signs, here
        if goes_on and delete_space:
            lines[-1] = lines[-1][:-1]
    return "".join(lines)[1:]
