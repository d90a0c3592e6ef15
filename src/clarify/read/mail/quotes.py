"""Where a quoted message begins, in the languages of mail programs: attributions, ruled-off headings and headers."""

import re

_MESSAGES = (
    "original|forwarded|ursprüngliche|weitergeleitete|message d['’]origine|message transféré|mensaje original"
    "|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht"
    "|mensagem original|ursprungligt meddelande|oprindelig meddelelse"
)
_BEGINS = re.compile(
    rf"-{{2,}}[ \t]*(?:{_MESSAGES})|begin forwarded message|anfang der weitergeleiteten|_{{10,}}$", re.I
)

_WROTE = (
    r"wrote|(?:schrieb|schreef|skrev)(?: [^:]{2,80})?|a écrit|escribi[óo]|ha scritto|escreveu|napisał(?:\(a\)|a)?|pisze"
)
_ATTRIBUTION = re.compile(
    rf"(?:on|am|le|el|il(?: giorno)?|op|em|den|w dniu)\b(?=.{{0,200}}\d).{{5,250}}\b(?:{_WROTE})[ \t]*:$"
    r"|on\b.{5,200}\bwrote:$"
    rf"|.{{3,80}}<[^<>@\s]{{1,64}}@[^<>\s]{{1,100}}>.{{0,60}}\b(?:{_WROTE})[ \t]*:$",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(r"(?:on|am|le|el|il|op|em|den|w)\b(?=.{0,200}\d)|.{3,80}<[^<>@\s]{1,64}@", re.IGNORECASE)

# The headers of mail programs, as they stand above the message; the first of each row names who wrote it.
_NAMES = (
    "from to cc bcc subject date sent reply-to importance attachments attachment",
    "von an cc betreff datum gesendet priorität anlagen",
    "de à cc objet date envoyé répondre-à",
    "de para cc asunto fecha enviado assunto enviada data",
    "da a cc oggetto data inviato",
    "van aan cc onderwerp datum verzonden",
    "från till kopia ämne datum skickat",
    "fra til kopi emne dato sendt",
)
_ENGLISH = _NAMES[0].split()
_FOREIGN = sorted({name for row in _NAMES[1:] for name in row.split()} - set(_ENGLISH), key=len, reverse=True)
_WRITERS = frozenset(row.split()[0] for row in _NAMES)
_HEADER = re.compile(rf"\*{{0,2}}({'|'.join(_ENGLISH)})[ \t]?:\*{{0,2}}[ \t]*(.*)", re.IGNORECASE)
_FOREIGN_HEADER = re.compile(rf"\*{{0,2}}({'|'.join(_FOREIGN)}|cc|date)[ \t]?:\*{{0,2}}[ \t]*(.*)", re.IGNORECASE)
_FIRST_SIGNS = frozenset("-_bBaA")
"""How `_BEGINS` begins: most lines need no closer look."""
_LONGEST_NAME = 20


def header_in(line: str, beside: bool) -> re.Match[str] | None:
    """The header that stands on a line: its name and its value. One that is not English needs another `beside` it."""
    if ":" not in line[:_LONGEST_NAME]:
        return None
    return _HEADER.match(line) or (_FOREIGN_HEADER.match(line) if beside else None)


def names_writer(header: re.Match[str]) -> bool:
    """Whether the header says who wrote the message."""
    return header[1].lower() in _WRITERS


def begins_quote(line: str, following: str) -> bool:
    """Whether a line, or one that was wrapped into the next, stands above a quoted message."""
    if line.endswith(":"):
        return bool(_BEGINS.match(line) or _ATTRIBUTION.match(line[:400]))
    if following.endswith(":") and not line.endswith((".", "?", "!")) and _ATTRIBUTES.match(line[:400]):
        return bool(_ATTRIBUTION.match(f"{line[:300]} {following[:200]}"))
    return line[:1] in _FIRST_SIGNS and bool(_BEGINS.match(line))
