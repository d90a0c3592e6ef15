"""Holidays and fiscal years: names of several words, which are found before anything else is read.

"Good Friday" is a date where the holidays name it, and never a Friday. "Q2 FY27" is read where the fiscal year is set
(by the rules of `periods`), and is never the calendar's second quarter.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from clarify.read.deadline.language.tokens import Token, tokens_of
from clarify.read.deadline.language.words import FEASTS, HOLIDAY_WORDS, OTHER_NAMES
from clarify.read.deadline.values import Context


class _Name(NamedTuple):
    parts: tuple[str, ...]
    day: date | None
    """Its date; None if the holidays do not name it."""


def folded(tokens: list[Token], c: Context) -> list[Token]:
    """`tokens`, with every name of a holiday as one, and nothing to read in a fiscal period that is not known."""
    words = {token.word for token in tokens}
    if c.conventions.year_begins is None and not words.isdisjoint(FISCAL):
        tokens = _without_fiscal(tokens)
    if words.isdisjoint(HOLIDAY_WORDS) and (type(c.conventions.holidays) is not dict or not c.conventions.holidays):
        return tokens  # Other mappings may have to be filled first, which takes long.
    return _with_holidays(tokens, c)


# Holidays


def _with_holidays(tokens: list[Token], c: Context) -> list[Token]:
    names: dict[str, list[_Name]] = {}
    for name in (*_listed(c), *(_Name(_parts(feast), None) for feast in FEASTS)):
        names.setdefault(name.parts[0], []).append(name)
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        found = [(_end_of(name, tokens, at), name.day) for name in names.get(_stem(tokens[at].word), ())]
        end, day = max(found, key=lambda match: match[0], default=(0, None))
        if end:
            kinds = {"HOLIDAY": day} if day else {"UNLISTED": None}
            result.append(_joined(tokens[at:end], kinds))
        else:
            result.append(tokens[at])
        at = max(end, at + 1)
    return result


def unlisted_holiday(text: str) -> str:
    """The holiday that `text` names, as it was typed, such as "Christmas"; empty if it names none."""
    tokens = tokens_of(text)
    names = [_parts(name) for name in (*FEASTS, *OTHER_NAMES, *chain(*OTHER_NAMES.values()))]
    ends = ((at, _end_of(_Name(parts, None), tokens, at)) for at in range(len(tokens)) for parts in names)
    at, end = max(ends, key=lambda found: found[1] - found[0], default=(0, 0))
    return text[tokens[at].start : tokens[end - 1].end] if end else ""


def _joined(tokens: list[Token], kinds: dict[str, Any]) -> Token:
    word = " ".join(token.word for token in tokens)
    text = " ".join(token.text for token in tokens)
    return Token(text, word, tokens[0].start, tokens[-1].end, tokens[0].glued, {"WORD": word, "CONTENT": word, **kinds})


def _listed(c: Context) -> Iterator[_Name]:
    """The holidays that are named, each with the next date on which it is kept."""
    holidays = c.conventions.holidays
    for year in (c.today.year, min(c.today.year + 1, date.max.year)):
        holidays.get(date(year, 1, 1))  # Public holidays are filled in year by year, at the first look.
    # "Boxing Day (observed)" is the day off, and counts only where Boxing Day itself is not in the list.
    coming = sorted((("(" in name, day, name) for day, name in holidays.items() if day >= c.today), key=lambda d: d[:2])
    seen: set[tuple[str, ...]] = set()
    for _, day, several in coming:
        for name in re.sub(r"\(.*?\)|\[.*?\]", "", several).split(";"):
            for parts in map(_parts, (name, *OTHER_NAMES.get(name.strip().lower(), ()))):
                if parts and parts not in seen:
                    seen.add(parts)
                    yield _Name(parts, day)


@lru_cache(1000)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(_stem(token.word) for token in tokens_of(name) if token.word not in _POSSESSIVE)


def _stem(word: str) -> str:
    # "New Year's", "new years" and "Presidents'" are written in every way.
    return "christma" if word == "xmas" else word.rstrip("s") if len(word) > 3 else word


def _end_of(name: _Name, tokens: list[Token], at: int) -> int:
    """The end of `name` in the tokens if it begins at `at`, or 0."""
    for part in name.parts:
        while at < len(tokens) and tokens[at].word in _POSSESSIVE:
            at += 1
        if at >= len(tokens) or _stem(tokens[at].word) != part:
            return 0
        at += 1
    return at


_POSSESSIVE = frozenset(["'s", "'"])


# Fiscal years, where nobody has said when they begin

FISCAL = frozenset(["fy", "fye", "fiscal", "financial", "tax"])
_YEARLY = frozenset(["year", "years", "yr", "quarter", "half", "q", "h", "ye"])
_BEFORE_FISCAL = frozenset(["of", "the", "this", "next", "our", "current", "q", "h", "quarter", "half"])
_AFTER_FISCAL = _YEARLY | {"'", "-", "of", "the", "end", "close", "first", "second", "third", "fourth", "last"}


def _without_fiscal(tokens: list[Token]) -> list[Token]:
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _end_of_fiscal(tokens, at)
        if end:
            start = len(result)
            while start and (result[start - 1].word in _BEFORE_FISCAL or _is_numbered(result, start - 1)):
                start -= 1
            result[start:] = [_inert(token) for token in (*result[start:], *tokens[at:end])]
        else:
            result.append(tokens[at])
        at = max(end, at + 1)
    return result


def _inert(token: Token) -> Token:
    """A word that no rule reads as a day or a period any more."""
    return token._replace(kinds={"WORD": token.word, "CONTENT": token.word})


def _is_numbered(tokens: list[Token], at: int) -> bool:
    return "INT" in tokens[at].kinds and at > 0 and tokens[at - 1].word in ("q", "h")


def _end_of_fiscal(tokens: list[Token], at: int) -> int:
    """The end of the fiscal period that begins at `at`, or 0."""
    word, following = tokens[at].word, tokens[at + 1 : at + 2]
    if word not in FISCAL:
        return 0
    of_a_year = any(token.word in _YEARLY or "INT" in token.kinds for token in following)
    if word not in ("fy", "fye") and not of_a_year:
        return 0  # A financial report, a fiscal matter.
    end = at + 1
    while end < len(tokens) and (tokens[end].word in _AFTER_FISCAL or "INT" in tokens[end].kinds):
        end += 1
    return end
