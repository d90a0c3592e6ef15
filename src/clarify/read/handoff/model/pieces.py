"""Words and word pieces: what the model sees of a message."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clarify.read.names import is_given
from clarify.read.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:/]\d+)*|[^\w\s]|\w+")
_BASIC = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST_WORD = 60
UNKNOWN = "[UNK]"
LINE_END = "[unused0]"
PARAGRAPH_END = "[unused1]"
"""Two rows of the vocabulary that its makers left free stand for the ends of lines and of paragraphs."""

OTHER, LINE, CAPITALS, CAPITALISED, DIGIT, LETTERS, GIVEN_NAME = range(7)
SHAPES = 7


@dataclass(frozen=True)
class Word:
    """A word of the message, or the end of a line: `start == end`, `text` is one of the two rows for that."""

    text: str
    start: int
    end: int
    shape: int


def words_of(lines: Sequence[Span], most: int) -> list[Word]:
    """The words of the lines, with a word for each end of a line and of a paragraph; the first `most` of them."""
    words: list[Word] = []
    for line in lines:
        if not line.text:
            if words and words[-1].text == LINE_END:
                words[-1] = Word(PARAGRAPH_END, words[-1].start, words[-1].end, LINE)
            continue
        for match in _WORD.finditer(line.text):
            words.append(Word(match[0], line.start + match.start(), line.start + match.end(), _shape(match[0])))
        words.append(Word(LINE_END, line.end, line.end, LINE))
        if len(words) > most:
            break
    if words and words[-1].shape == LINE:
        words.pop()
    return words[:most]


def _shape(word: str) -> int:
    if word.isupper() and len(word) > 1:
        return CAPITALS
    if word[0].isupper():
        return GIVEN_NAME if is_given(word) else CAPITALISED
    if word[0].isdigit():
        return DIGIT
    return LETTERS if word[0].isalpha() else OTHER


class Vocabulary:
    """The word pieces that the model knows, and how a word is cut into them: the longest first, as WordPiece does.

    Wu et al., "Google's Neural Machine Translation System" (2016), and the tokenizer of BERT, uncased: small letters
    without accents, and punctuation apart.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._number = {piece: number for number, piece in enumerate(pieces)}
        self._unknown = self._number[UNKNOWN]
        self._cut: dict[str, list[int]] = {}

    def pieces_of(self, word: Word) -> list[int]:
        """The numbers of the pieces of a word: one at least."""
        if word.shape == LINE:
            return [self._number[word.text]]
        if word.text not in self._cut:
            plain = unicodedata.normalize("NFD", word.text.lower().replace("’", "'"))
            plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Mn")
            numbers = [number for part in _BASIC.findall(plain) for number in self._longest_first(part)]
            self._cut[word.text] = numbers or [self._unknown]
        return self._cut[word.text]

    def _longest_first(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [self._unknown]
        numbers, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if not start else "##" + part[start:end]
                if piece in self._number:
                    numbers.append(self._number[piece])
                    start = end
                    break
            else:
                return [self._unknown]
        return numbers
