"""Word lists and tables of phrases as sets and patterns; the words of a text one by one."""

import re
from functools import lru_cache

from clarify.read.words import load

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GAP = re.compile(r"\s*")
_HEADING = re.compile(r"^\[([a-z -]+)\]\n", re.MULTILINE)


def phrases(table: str) -> re.Pattern[str]:
    """A pattern for the phrases of a table, as whole words in any case.

    “, ” stands between two phrases, and a line may end after a |. In a phrase, a space is any white space and ' is
    either apostrophe.
    """
    return one_of(*re.split(r",\s+", re.sub(r"\|\n\s*", "|", table)))


def one_of(*structures: str) -> re.Pattern[str]:
    """The same pattern for phrases that are given one by one."""
    joined = re.sub(r"\s", r"(?:\\s{1,9})", "|".join(structures)).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def word_set(table: str) -> frozenset[str]:
    """The words of a table that has white space between them."""
    return frozenset(table.split())


def section(name: str, mark: str) -> str:
    """The rows of a word list that stand below a heading with `mark`: for “noun”, “[noun]” and “[order noun]”."""
    return "\n".join(rows for marks, rows in _sections(name) if mark in marks)


@lru_cache
def _sections(name: str) -> list[tuple[list[str], str]]:
    _, *parts = _HEADING.split(load(name))
    tables = ("\n".join(filter(None, rows.split("\n"))) for rows in parts[1::2])
    return [(marks.split(), table) for marks, table in zip(parts[::2], tables, strict=True)]


def word_at(text: str, at: int) -> str:
    """The word that begins at `at`, in small letters; empty if no word begins there."""
    match = WORD.match(text, at)
    return match[0].lower().replace("’", "'") if match else ""


def word_after(text: str, at: int) -> str:
    """The word after the one that begins at `at`, as written; empty if a sign stands between them."""
    first = WORD.match(text, at)
    gap = _GAP.match(text, first.end()) if first else None
    second = WORD.match(text, gap.end()) if gap else None
    return second[0] if second else ""
