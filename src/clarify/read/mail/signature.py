"""The signature of a message: a sign-off followed by a name, or a name alone."""

import re
from itertools import pairwise

from clarify.read.mail.sentences import BULLET, abbreviates
from clarify.read.mail.speakers import requests_in
from clarify.read.names import NAME, NAME_WORD, is_name
from clarify.read.patterns import section
from clarify.read.spans import Span

_THANKS, _FAREWELL = ("|".join(section("mail.txt", part).splitlines()) for part in ("thanks", "farewell"))
_SIGN_OFF = re.compile(
    rf"(?=\w)(?:(?:{_THANKS})(?: (?:again|so much|a lot|a million|in advance|very much|and))*[ ,&]*)?"
    rf"(?:{_FAREWELL})?[ ,.!–—-]*$",
    re.I,
)
_SIGNED_ON_ONE_LINE = re.compile(
    rf"(?:^|[.!?,;][ \t])(?P<sign_off>(?i:{_THANKS}|{_FAREWELL}),|[-–—~]{{1,2}})[ \t]*(?P<name>{NAME})[.!]?$"
)
_ONLY_A_NAME = re.compile(rf"[-–—~/]{{0,2}}[ \t]*({NAME})[.,]?$")
_NAME_AND_TITLE = re.compile(rf"({NAME})(?:[ \t]*[|·•][ \t]*.{{1,80}}|,(?:[ \t]+(?:[A-Z][\w&]*|&|of|and)){{1,6}})$")
_NAME_AFTER_ALL = re.compile(rf"[.!?][ \t]+(?P<name>{NAME_WORD}(?:[ \t]{NAME_WORD})?)$")
_POSTSCRIPT = re.compile(r"p\.?s\b\.?", re.I)
_LONGEST_SIGNATURE = 8
_LONGEST_SIGN_OFF = 60
_LONGEST_CONTACT = 70


def without_signature(lines: list[Span]) -> tuple[list[Span], str | None]:
    """The lines without the signature (a postscript stays), and the name in it."""
    filled = [index for index, line in enumerate(lines) if line.text]
    postscript = next((i for i in filled[-_LONGEST_SIGNATURE:] if _POSTSCRIPT.match(lines[i].text)), len(lines))
    above = [index for index in filled if index < postscript]
    for index in above[-_LONGEST_SIGNATURE:]:
        line = lines[index].text
        rest = [lines[i].text for i in above if i > index]
        name = (_signed(rest[0]) or _signed(rest[0], _NAME_AND_TITLE)) if rest else None
        signs_off = len(line) <= _LONGEST_SIGN_OFF and _SIGN_OFF.match(line) and (name or not rest)
        if (signs_off or (line == "--" and all(map(_is_contact, rest)))) and index > filled[0]:
            return lines[:index] + _still_asked(lines[index:postscript]) + lines[postscript:], name
    return _without_last_name(lines, above, postscript)


def _is_contact(line: str) -> bool:
    """True for a name, a title, an address: a short line that is no sentence."""
    return len(line) <= _LONGEST_CONTACT and not (line[-1:] in ".?!" and len(line.split()) > 3)


def _still_asked(signature: list[Span]) -> list[Span]:
    """The paragraphs behind the name in which something is asked after all: “One more thing: please call …”."""
    blanks = [at for at, line in enumerate(signature) if not line.text and at]
    paragraphs = [signature[begin:end] for begin, end in pairwise([*blanks, len(signature)])]
    return [line for lines in paragraphs if any(requests_in(line.text) for line in lines) for line in lines]


def _without_last_name(lines: list[Span], above: list[int], postscript: int) -> tuple[list[Span], str | None]:
    """The same without a sign-off on a line of its own: “Thanks, Dana”, “– Dana”, or a bare name."""
    if not above:
        return lines, None
    last = lines[above[-1]]
    one_line = _SIGNED_ON_ONE_LINE.search(last.text[-120:])
    if one_line and is_name(one_line["name"]):
        end = last.end - len(last.text[-120:]) + one_line.start("sign_off")
        kept = Span(last.text[: end - last.start], last.start, end)
        return [*lines[: above[-1]], kept, *lines[postscript:]], one_line["name"]
    inline = _NAME_AFTER_ALL.search(last.text[-120:])
    if inline and _signs(last.text, inline):
        kept_text = last.text[: len(last.text) - len(inline["name"])].rstrip()
        kept = Span(kept_text, last.start, last.start + len(kept_text))
        return [*lines[: above[-1]], kept, *lines[postscript:]], inline["name"]
    if len(above) > 1 and (name := _signed(last.text)) and _ends(lines, above[-1]):
        return lines[: above[-1]] + lines[postscript:], name
    return lines, None


def _signs(line: str, inline: re.Match[str]) -> bool:
    """True if a line ends with a signature: “… on Friday. Chloe”, but not “… with Dr. Fox” or “… it. ASAP”."""
    name = inline["name"]
    stop = len(line) - len(inline[0])
    shouted = name.isupper() and len(name) > 2
    return is_name(name) and not (shouted or BULLET.match(line) or abbreviates(line, 0, stop))


def _signed(line: str, pattern: re.Pattern[str] = _ONLY_A_NAME) -> str | None:
    match = pattern.match(line)
    return match[1] if match and is_name(match[1]) else None


def _ends(lines: list[Span], index: int) -> bool:
    """True if the text above line `index` is complete: a blank line, or an end of sentence."""
    above = lines[index - 1].text
    return not above or above[-1] in ".!?,)"
