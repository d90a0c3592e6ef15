"""Typing errors in the names of days and months: "thrusday", "tommorow", "septmber".

A word of five letters or more that is no English word is read as the name that lies nearest: one letter too many, too
few or wrong, or two neighbours swapped; two of these where the name has eight letters or more.
"""

from functools import lru_cache

from clarify.read.deadline.language.words import ENGLISH, MONTHS, WEEKDAYS

SHORTEST = 5
LONG = 8
SHORT_FORMS = frozenset(["tues", "thur", "thurs", "weds", "sept"])
NAMES = tuple(
    word
    for word in (*WEEKDAYS, *MONTHS, "today", "tomorrow", "tonight")
    if len(word) > len("may") and word not in SHORT_FORMS
)
"""The words that are repaired: the names in full."""
_LETTERS = {name: frozenset(name) for name in NAMES}


@lru_cache(10_000)
def repaired(word: str) -> str:
    """The name that `word`, in lower case, was meant to be; empty if it is right, English, or near to no name."""
    if len(word) < SHORTEST or word in _LETTERS or word in ENGLISH or not (word.isascii() and word.isalpha()):
        return ""
    near = [(edits, *_unlikely(word, name), name) for name in NAMES if (edits := _edits(word, name))]
    best = [slip[-1] for slip in near if slip[:-1] == min(near)[:-1]]
    return best[0] if len(best) == 1 else ""


def _unlikely(word: str, name: str) -> tuple[bool, bool]:
    """A measure of how unlikely a slip is, for names at one distance: "tursday" is Thursday, "sonday" is Sunday.

    The first letter is seldom the one mistyped, and a wrong letter is less common than one that is missing.
    """
    return name[0] != word[0], len(name) == len(word) and sorted(name) != sorted(word)


def _edits(word: str, name: str) -> int:
    """The number of edits between the two; 0 if they are too many."""
    allowed = 2 if len(name) >= LONG else 1
    if abs(len(word) - len(name)) > allowed or len(_LETTERS[name].symmetric_difference(word)) > 2 * allowed:
        return 0
    edits = _distance(word, name)
    return edits if edits <= allowed else 0


def _distance(word: str, name: str) -> int:
    """The least number of letters added, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    above = list(range(len(name) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, wanted in enumerate(name, 1):
            least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and (letter, word[i - 2]) == (name[j - 2], wanted):
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, above = above, row
    return above[-1]
