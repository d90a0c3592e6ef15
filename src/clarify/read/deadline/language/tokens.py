"""A text cut into words, numbers and marks, each with what the tables of words say about it."""

import re
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from clarify.read.deadline.language.spelling import repaired
from clarify.read.deadline.language.words import FILLERS, FUNCTION_WORDS, LEXICON, SHORT

# No part can match what another one starts with, and nothing is tried twice: linear on any text.
_PIECE = re.compile(
    r"(?i:b4)\b|2(?i:day|moro|morrow|mrw|nite|night)\b|(?<![0-9:.,/-])1(?::1|-on-1|-to-1|-2-1)(?![0-9:]|[.,][0-9])"
    r"|[0-9]+|['’][sS]\b|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*|\n\s*\n|\n(?=\s*[-*•])|\S"
)
LONGEST = 6_000
"""So many words and marks of a text are read: no hand-off is longer, and hostile text takes no more than a moment."""
PARAGRAPH = "\n"
"""The word of the token that stands for a blank line, or for the beginning of an item in a list."""


class Token(NamedTuple):
    """One word, number or mark."""

    text: str
    """As it was typed."""
    word: str
    """In lower case, with straight apostrophes."""
    start: int
    end: int
    """Offsets in the text."""
    glued: bool
    """True if nothing stands between it and the token before."""
    kinds: dict[str, Any]
    """The kinds that it has in the grammar, with their values: `{"WEEKDAY": 3}`, `{"INT": 12, "DIGITS": "12"}`."""


def tokens_of(text: str) -> list[Token]:
    """The tokens of `text` in their order, without the words that change nothing ("please", "about", "-ish")."""
    tokens: list[Token] = []
    glue = 0
    for piece in islice(_PIECE.finditer(text), LONGEST):
        text, (start, end) = piece.group(), piece.span()
        word, kinds = _meaning(text)
        if word == "ish" and start == glue:
            _drop_hyphen(tokens)
            _mark_hour(tokens, end)
        elif word not in FILLERS:
            tokens.append(Token(text, word, start, end, start == glue, kinds))
        glue = end
    return tokens


@lru_cache(10_000)
def _meaning(text: str) -> tuple[str, dict[str, Any]]:
    """The word of a piece of text, and its kinds."""
    word = PARAGRAPH if text[0] == "\n" else text.lower().replace("’", "'")
    word = SHORT.get(word, word)
    if word.endswith("ish") and word[:-3] in LEXICON:
        word = word[:-3]
    kinds = _kinds(word)
    if "CONTENT" in kinds and (name := repaired(word)):
        word, kinds = name, LEXICON[name]
    return word, kinds


def _kinds(word: str) -> dict[str, Any]:
    if word[:2] in ("1:", "1-"):
        return {"WORD": "1:1", "CONTENT": "1:1"}  # A meeting of two, and no hour.
    if "0" <= word[0] <= "9" and word not in LEXICON:
        # Longer numbers are no part of any date, and Python refuses to read the longest.
        return {"INT": int(word), "DIGITS": word} if len(word) <= 4 else {}
    known = LEXICON.get(word)
    if known is not None:
        return known
    if word[0].isalpha():
        return {"WORD": word} if word in FUNCTION_WORDS else {"WORD": word, "CONTENT": word}
    return {}


def _mark_hour(tokens: list[Token], end: int) -> None:
    if tokens and "INT" in tokens[-1].kinds:
        kinds = tokens[-1].kinds
        tokens[-1] = tokens[-1]._replace(end=end, kinds={**kinds, "ISH": kinds["INT"]})


def _drop_hyphen(tokens: list[Token]) -> None:
    if tokens and tokens[-1].word == "-":
        tokens.pop()
