"""Names of persons: how they are written, which are given to people, and which capitalised words are none.

`given_names.txt` holds 21,000 given names of 60 languages in Latin letters, without those that are as often other words
or places: from the name lists of Faker (MIT) and of the 1990 census of the United States (public domain).
"""

from functools import lru_cache

from clarify.read.patterns import section, word_set
from clarify.read.words import load

NAME_WORD = r"[^\W\d_a-z][\w'’.-]{0,30}"
NAME = rf"{NAME_WORD}(?:[ \t]{NAME_WORD}){{0,2}}"
# Words that begin a line with a capital and are no name.
NO_NAME = word_set(section("no_names.txt", "line"))
VERBS = word_set(section("verbs.txt", "order"))
"""Verbs that may begin an order, and so a line with a capital."""


def is_name(name: str) -> bool:
    """Whether capitalised words may be a person's name: no verb of the tables, no word that often begins a line."""
    parts = [part.strip(".,").lower() for part in name.split()]
    return bool(parts) and not any(part in NO_NAME or part in VERBS for part in parts)


def first_word(name: str) -> str:
    """The first word of a name, in small letters."""
    return name.split()[0].strip(".,@").lower() if name.split() else ""


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return word_set(load("given_names.txt"))


def is_given(name: str) -> bool:
    """Whether a name begins with one that people are given: “Dana”, “Dana-Marie Fox”, not “Oakfield”."""
    return first_word(name).partition("-")[0] in _given_names()
