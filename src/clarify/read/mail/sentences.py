"""The sentences of a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clarify.read.patterns import WORD, section, word_set
from clarify.read.spans import Span

BULLET = re.compile(
    r"(?:[-*•◦▪▫●○■□☐·‣⁃➢➤►▸→–—]|o(?=\t)|\(?\d{1,2}[.)]|\(?[a-h]\)|[a-h]\.|\[[ xX]?\])[ \t]+(?:\[[ xX]?\][ \t]+)?"
)
# One sign at a time, so that a megabyte of dots takes no more than a megabyte of letters.
_STOP = re.compile(r"[.!?…](?=[\"'”’)\]*]{0,3}(?:\s|$))|;(?=\s)|\s[-–—]{1,2}(?=\s)|\s(?=\(\d\)\s)")
_NO_STOP = word_set(section("small_words.txt", "abbreviation"))
_AS_WRAPPED = 55
_LONGEST_SENTENCE = 1000


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a line that stands for one."""

    text: str
    start: int

    def holds(self, span: Span) -> bool:
        """True if the span begins in this sentence."""
        return self.start <= span.start < self.start + len(self.text)

    def span(self, start: int, end: int) -> Span:
        """A part of the sentence, stripped, as a span of the whole text."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        return Span(part, self.start + start, self.start + start + len(part))


def sentences_of(text: str, lines: list[Span]) -> list[Sentence]:
    """The sentences of the lines in order; of several in a row without a word, only the first."""
    sentences = []
    spoken = True
    for start, end in _split(text, lines):
        before, spoken = spoken, bool(WORD.search(text, start, end))
        if before or spoken:
            sentences.append(Sentence(text[start:end], start))
    return sentences


def _split(text: str, lines: list[Span]) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of the sentences in the lines."""
    for start, end in _paragraphs(lines):
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if not abbreviates(text, begin, stop.start()):
                yield from _in_pieces(text, begin, stop.end())
                begin = stop.end()
        yield from _in_pieces(text, begin, end)


def _paragraphs(lines: list[Span]) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of lines; lines that a mail program wrapped are joined."""
    start: int | None = None
    previous = Span("", 0, 0)
    for line in lines:
        wrapped = len(previous.text) >= _AS_WRAPPED and previous.text[-1] not in ".!?:;"
        if start is not None and not (line.text and wrapped and not BULLET.match(line.text)):
            yield start, previous.end
            start = None
        if line.text:
            start = line.start if start is None else start
        previous = line
    if start is not None:
        yield start, previous.end


def abbreviates(text: str, start: int, stop: int) -> bool:
    """True if the stop at `stop` ends an abbreviation, an initial or a number in a list, not a sentence."""
    if text[stop] != ".":
        return False
    word = text[max(start, stop - 12) : stop].split()[-1:] or [""]
    last = word[0].lower().strip("(\"'.")
    if not last:
        return False
    lower_follows = text[stop + 1 : stop + 3].strip()[:1].islower()
    numbers_item = last.isdigit() and stop - start <= 3
    return numbers_item or last in _NO_STOP or (len(last) == 1 and last.isalpha()) or ("." in last and lower_follows)


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; a very long one is cut between words, so that all later steps stay linear."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + _LONGEST_SENTENCE
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
