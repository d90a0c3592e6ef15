"""Names of persons: their pattern, the given names, and the capitalised words that are not names.

`words/given_names.txt` holds 21,000 given names of 60 languages in Latin letters, without those that are as often other
words or places: from the name lists of Faker (MIT) and of the 1990 census of the United States (public domain).
"""

from functools import lru_cache

from clarify.read.patterns import section, word_set
from clarify.read.words import load

NAME_WORD = r"[^\W\d_a-z][\w'’.-]{0,30}"
NAME = rf"{NAME_WORD}(?:[ \t]{NAME_WORD}){{0,2}}"
# They have a capital only because they begin a line.
NO_NAME = word_set(section("no_names.txt", "line"))
VERBS = word_set(section("verbs.txt", "order"))
"""Verbs that may begin an order, and so have a capital at the beginning of a line."""


def is_name(name: str) -> bool:
    """True if capitalised words may be a person's name: none is a verb or a word that often begins a line."""
    parts = [part.strip(".,").lower() for part in name.split()]
    return bool(parts) and not any(part in NO_NAME or part in VERBS for part in parts)


def first_word(name: str) -> str:
    """The first word of a name in small letters, by which persons are compared."""
    return name.split()[0].strip(".,@").lower() if name.split() else ""


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return word_set(load("given_names.txt"))


def is_given(name: str) -> bool:
    """True if a name begins with a given name: “Dana”, “Dana-Marie Fox”, not “Oakfield”."""
    return first_word(name).partition("-")[0] in _given_names()
