"""The name by which a leader is addressed: the first name, or what people would say instead."""

from functools import cache

from clarify.text import cut_words

_TITLES = frozenset(["dr", "mr", "mrs", "ms", "mx", "prof", "professor"])
_DETERMINERS = frozenset(["the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "some"])
_PARTICLES = frozenset(["van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "el", "al", "bin"])
_GROUPS = frozenset(["team", "board", "committee", "department", "desk", "office", "group", "partners"])


@cache  # a list asks for the same few leaders again and again
def first_name(name: str) -> str:
    """The first name in a name; else title and surname, a surname alone or a team as it is; "" if it is not a name.

    `Chloe` for `Chloe Martin` and `Martin, Chloe`, `Dr Fox` for `Dr Ada Fox`, `van der Berg` as it is; "" for
    `the VP`, `my boss` and a bare e-mail address.
    """
    words = cut_words(_in_order(name.partition("<")[0])).split()
    if not words or words[0].lower() in _DETERMINERS or words[0].endswith(("'s", "’s")) or "@" in words[0]:
        return ""
    if len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:
        return f"{_capitalised(words[0])} {_capitalised(words[-1])}"
    if words[0].lower() in _PARTICLES or words[-1].lower() in _GROUPS:
        return " ".join(words)
    return _capitalised(words[0])


def _in_order(name: str) -> str:
    """`Chloe Martin` for `Martin, Chloe`; any other text after a comma (`Chloe Martin, CFO`) is left out."""
    last, _, first = (part.strip() for part in name.partition(","))
    one_name = len(last.split()) == 1 or last.partition(" ")[0].lower() in _PARTICLES
    described = first.isupper() or first.partition(" ")[0].lower() in _DETERMINERS
    return f"{first} {last}" if first and one_name and not described else last


def _capitalised(word: str) -> str:
    return word.title() if word.islower() and "'" not in word and "’" not in word else word
