"""The language of a message, told by its small words or its letters. Pure."""

from collections import Counter
from functools import cache

from clarify.read.patterns import WORD, word_set
from clarify.read.words import load

ENGLISH = "English"
_ENOUGH = 3
"""So many small words must speak for a language, and twice as many as for English."""
_MOST_WORDS = 400
_SCRIPTS = (
    ("Cyrillic letters", 0x0400, 0x052F),
    ("Greek", 0x0370, 0x03FF),
    ("Arabic letters", 0x0600, 0x06FF),
    ("Hebrew", 0x0590, 0x05FF),
    ("an Indian script", 0x0900, 0x0DFF),
    ("Thai", 0x0E00, 0x0E7F),
    ("Japanese", 0x3040, 0x30FF),
    ("Chinese characters", 0x4E00, 0x9FFF),
    ("Korean", 0xAC00, 0xD7A3),
)


def other_language_of(text: str) -> str | None:
    """The name of the language that a text is in, if that is surely another than English; None for English or no words.

    A message with a few foreign words, a name or a quotation in it is in English still.
    """
    letters = [ord(sign) for sign in text[:4000] if sign.isalpha()]
    for name, first, last in _SCRIPTS:
        if len(letters) > _ENOUGH and 2 * sum(first <= letter <= last for letter in letters) > len(letters):
            return name
    words = [
        match[0].lower().replace("’", "'") for match, _ in zip(WORD.finditer(text), range(_MOST_WORDS), strict=False)
    ]
    count = Counter(language for word in words for language in _languages().get(word, ()))
    language, times = next(iter(count.most_common(1)), (ENGLISH, 0))
    if language == ENGLISH or times < _ENOUGH or times <= 2 * count[ENGLISH] or 6 * times < len(words):
        return None
    return language


@cache
def _languages() -> dict[str, list[str]]:
    """The languages of each small word."""
    of: dict[str, list[str]] = {}
    for part in load("languages.txt").split("[")[1:]:
        name, _, words = part.partition("]")
        for word in word_set(words):
            of.setdefault(word, []).append(name)
    return of
