"""Orders: the verbs that may begin one, and a test for one."""

import re

from clarify.read.names import VERBS
from clarify.read.patterns import section, word_after, word_at, word_set

_ALSO_NOUNS = word_set(section("verbs.txt", "noun"))
_OBJECTS = word_set(section("small_words.txt", "object"))
WITH_OBJECT = word_set("be do get give go have let make put set take")
# An order of a verb that no table knows: an object seems to follow (“overnight the forms”), and the word does not
# stand before objects by itself, or tell of the past or of feelings.
_HAS_OBJECT = re.compile(
    r"[^\W\d_]+\s+(?:(?:up|out|off|down|away|back|together)\s+(?:two|three|four|five|some|any|everyone)\b"
    r"|(?:(?:up|out|off|down|away|back|together)\s+)?(?:an?|the|this|that|these|those|my|our|your|his|her|its|their"
    r"|it|them|him|me|us|everything|everybody|each|every|all|both|another)\b)",
    re.IGNORECASE,
)
_BEFORE_OBJECTS = word_set(section("small_words.txt", "no-order"))
_OF_DOING = word_set("start stop try keep")  # “start lining up …”
_QUOTED = re.compile(r"\w+\s+[\"“‘]\w")
_NO_ORDER = re.compile(r"(?:ed|ing|ly|[^s]s|tion|ness|'\w+)$")
_FINITE = word_set(section("small_words.txt", "finite"))
_FILLER = re.compile(
    r"(?:[\s,]|(?:please|pls|plz|kindly|maybe|perhaps|possibly|just|also|then|quickly|um|uh|er|at least|you know|guys"
    r"|everyone|everybody|someone|all|now|first|both|go ahead and|try to|try and|remember to|be able to|start to)\b)*",
    re.IGNORECASE,
)


def orders(text: str, at: int) -> bool:
    """True if a bare order begins here: a verb of the tables that is not the subject of its clause."""
    word, following = word_at(text, at), word_after(text, at)
    if word not in VERBS:
        return bool(_HAS_OBJECT.match(text, at)) and _is_unknown_verb(text, at, word)
    if word in _ALSO_NOUNS:
        doing = word in _OF_DOING and following.endswith("ing")
        thing = following.lower() in _OBJECTS or following[:1].isupper() or following[:1].isdigit()
        return bool(thing or doing or _QUOTED.match(text, at))
    return following.lower() not in _FINITE


def _is_unknown_verb(text: str, at: int, word: str) -> bool:
    """True if a word of no table may be a verb: it is long enough, and no name or other kind of word."""
    named = text[at].isupper() == bool(at)  # a line in small letters may be the rest of the one before
    return len(word) > 2 and word.isalpha() and not (named or word in _BEFORE_OBJECTS or _NO_ORDER.search(word))


def filled(text: str, at: int) -> int:
    """The place behind the filler words at `at` (“please”, “also”, “try to”)."""
    match = _FILLER.match(text, at)
    return match.end() if match else at
