"""The text of a hand-off that comes as plain text, HTML or a mail file; other files are refused. Pure.

All later steps work on this text and count its characters. Plain text is left as it is.
"""

import re

from clarify.errors import ClarifyError
from clarify.read.mail.encodings import decoded_by_lines, is_japanese
from clarify.read.mail.transcript import is_transcript, text_of_transcript

_HEADER_LINE = re.compile(r"[\w-]{1,60}:|[ \t]+\S")
_OF_A_PROGRAM = re.compile(
    r"^(?:MIME-Version|Content-Type|Message-ID|Received|Return-Path|DKIM-Signature):", re.I | re.M
)
_SENDER = re.compile(r"^From:", re.IGNORECASE | re.MULTILINE)
_ONE_OF_MANY = re.compile(rb"^From \S.*\r?\n(?=[\w-]{1,60}:)", re.MULTILINE)
_MAILBOX = b"From "
_APPLE = re.compile(rb"(\d{1,10}) *\r?\n")
_HEAD = 100_000
_FEW = 50
"""A file in which more than one byte in so many is a zero is no text."""

_TAG = re.compile(r"<(?:[a-z][^<>]*|/[a-z]\w*|!doctype[^<>]*)>", re.IGNORECASE)
_BEFORE_TAGS = r"\s*(?:Version:[\d.]+\s+StartHTML:[^<]{0,400}|<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,200}-->\s*)?"
_DOCUMENT = re.compile(rf"{_BEFORE_TAGS}<(?:!doctype\s+html|html|body|head)\b[^<>]*>", re.IGNORECASE)
_FRAGMENT = re.compile(
    rf"{_BEFORE_TAGS}<(?P<tag>meta|div|p|table|ul|ol|blockquote|h[1-6]|span|font|center|article|section|style|pre)"
    r"(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)

_PASTE = "Or copy the message there, and: clarify new --paste."
_OTHERS = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a file of Outlook or an older Office",
        "Save it there as .eml, .html or .txt.",
    ),
    (b"%PDF-", "a PDF", "Save its text as .txt."),
    (b"\x89PNG", "a picture", "Most viewers let you mark and copy the words in it."),
    (b"\xff\xd8\xff", "a picture", "Most viewers let you mark and copy the words in it."),
    (b"PK\x03\x04", "a Word document, another Office file or a zip", "Save it there as plain text (.txt)."),
    (b"{\\rtf", "rich text (RTF)", "Save it there as plain text (.txt)."),
)
"""The first bytes of other programs' files, what such a file is, and the remedy."""


def text_in(raw: bytes, name: str = "") -> str:
    """The text of a hand-off in the bytes `raw` of a file `name`; raises ClarifyError if there is none.

    Lines that are no UTF-8 are read as Windows wrote them, unless the mail or the HTML page says how to decode them.
    """
    _refuse_other_files(raw, name)
    ending = name.lower().rpartition(".")[2]
    raw = _one_mail(raw, name, ending)
    if ending in ("eml", "emlx", "mht", "mhtml") or _is_mail(raw[:_HEAD].decode("latin-1")):
        return _mail(raw, name)
    text = _decoded(raw)
    if is_transcript(text):
        return text_of_transcript(text)
    return _html(text) if ending in ("html", "htm") and _TAG.search(text) else text_as_given(text)


def text_as_given(text: str) -> str:
    """The text in pasted HTML or in a pasted raw mail; any other text is left as it is."""
    if _is_mail(text[:_HEAD]):
        return _mail(text.encode("utf-8", "replace"), "")
    if is_transcript(text):
        return text_of_transcript(text)
    return _html(text) if _is_html(text) else text


def _refuse_other_files(raw: bytes, name: str) -> None:
    for beginning, what, remedy in _OTHERS:
        if raw.startswith(beginning):
            raise ClarifyError(f"{_named(name)} is {what}, which clarify can't read. {remedy} {_PASTE}")
    if raw.count(b"\0", 0, _HEAD) * _FEW > len(raw[:_HEAD]) and _wide(raw) is None:
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            raise ClarifyError(
                f"{_named(name)} is no text, so clarify can't read it. Save it as .txt. {_PASTE}"
            ) from None


def _named(name: str) -> str:
    return name or "That"


def _one_mail(raw: bytes, name: str, ending: str) -> bytes:
    """A mail without the bytes that Apple Mail or a mailbox adds; raises ClarifyError if there are several mails."""
    length = _APPLE.match(raw) if ending == "emlx" else None
    if length:
        return raw[length.end() : length.end() + int(length[1])]
    first = _ONE_OF_MANY.match(raw) if raw.startswith(_MAILBOX) else None
    if first and _is_mail(raw[first.end() : _HEAD].decode("latin-1")):
        if _ONE_OF_MANY.search(raw, first.end()):
            raise ClarifyError(f"{_named(name)} holds several mails. Save the one that hands the work over as .eml.")
        return raw[first.end() :]
    return raw


def _is_mail(text: str) -> bool:
    """True if the text is a mail as programs send it: with a sender, and headers that no person writes or copies."""
    head = re.split(r"\r?\n\r?\n", text.lstrip("\ufeff\r\n"), maxsplit=1)[0]
    if not (_SENDER.search(head) and _OF_A_PROGRAM.search(head)):
        return False
    return all(_HEADER_LINE.match(line) for line in head.splitlines())


def _is_html(text: str) -> bool:
    """True if a whole text is HTML: a document, or a fragment from its first tag to its last.

    A message that only mentions a tag, or holds an address in <…> or a “<”, is no HTML.
    """
    text = text.lstrip("\ufeff")
    if _DOCUMENT.match(text):
        return True
    fragment = _FRAGMENT.match(text)
    if not fragment or not text.rstrip().endswith(">"):
        return False
    tag = fragment["tag"].lower()
    return tag == "meta" or f"</{tag}>" in text.lower()


_OPEN_IT = "Open what is in it, copy the words that hand the work over, and: clarify new --paste."


def _mail(raw: bytes, name: str) -> str:
    from clarify.read.mail.eml import text_of_mail  # imports the standard library's reader of mails, for mails alone

    try:
        text = text_of_mail(raw)
    except Exception:  # a mail so broken that the library fails is still read, as plain text
        return _decoded(raw)
    if not text.strip():
        raise ClarifyError(f"There are no words in {name or 'that mail'}, only attachments or pictures. {_OPEN_IT}")
    return text


def _html(text: str) -> str:
    from clarify.read.mail.html import text_of_html  # imports the standard library's parser of HTML, for HTML alone

    return text_of_html(text)


def _wide(raw: bytes) -> str | None:
    """The name of the encoding if this is what Windows calls Unicode text, or None."""
    return "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) and len(raw) % 2 == 0 else None


def _decoded(raw: bytes) -> str:
    """The text, decoded as UTF-8, as UTF-16 if it begins with the mark of that, or as the HTML page says."""
    if is_japanese(raw):
        return decoded_by_lines(raw)
    says = _CHARSET.search(raw, 0, 4000)
    for charset in (_wide(raw), "utf-8-sig", says[1].decode() if says else None):
        try:
            if charset and charset.lower() not in ("idna", "punycode"):
                return raw.decode(charset)
        except (LookupError, ValueError):
            continue
    return decoded_by_lines(raw)
