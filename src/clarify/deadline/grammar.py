"""A small grammar: rules whose patterns are written as words, and a reader that tries them on tokens.

A rule makes one *symbol* (DAY, CLOCK, PERIOD …). Its patterns are words separated by spaces:

    next            the word itself; `by|until` one of them
    WEEKDAY         a kind of word, or a symbol that other rules make; its value goes to the rule's function
    the?            may be missing (a symbol that is missing gives None)
    ~pm             glued to what stands before, as in "3pm"
    !UNIT           must not follow here; takes nothing

Of several rules that fit at one place the longest match counts, then the rule that was written first. What was read at
a place is remembered and no symbol contains itself, so the work grows with the length of the text and not faster.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar

from clarify.deadline.tokens import Token

Make = Callable[..., Any]
M = TypeVar("M", bound=Make)
Scan = Callable[["Reader", int], "Found | None"]


class Rule(NamedTuple):
    """A named rule of the grammar."""

    name: str
    patterns: tuple[str, ...]
    make: Make


class Found(NamedTuple):
    """What a symbol read: its value, and the token after its last one."""

    value: Any
    end: int


class _Element(NamedTuple):
    words: frozenset[str]
    symbol: str
    optional: bool
    glued: bool
    absent: bool


_RULES: dict[str, list[Rule]] = {}
_SCANS: dict[str, Scan] = {}


def rule(symbol: str, name: str, *patterns: str) -> Callable[[M], M]:
    """Add a rule that makes `symbol` where one of `patterns` fits.

    The function below it gets the context and the values of the pattern's symbols, and returns the value, or None where
    the words fit but the thing does not exist.
    """

    def add(make: M) -> M:
        _RULES.setdefault(symbol, []).append(Rule(name, patterns, make))
        return make

    return add


def scan(symbol: str) -> Callable[[Scan], Scan]:
    """Add a function that reads `symbol` by itself, for what no pattern can say."""

    def add(function: Scan) -> Scan:
        _SCANS[symbol] = function
        return function

    return add


class Reader:
    """Reads symbols from tokens; `context` is handed to every rule."""

    def __init__(self, tokens: list[Token], context: Any) -> None:
        self.tokens = tokens
        self.context = context
        self._known: dict[tuple[str, int], Found | None] = {}

    def read(self, symbol: str, at: int) -> Found | None:
        """The longest `symbol` that begins with token number `at`."""
        if at >= len(self.tokens):
            return None
        if symbol not in _RULES:
            return self._read_token(symbol, at)
        key = (symbol, at)
        if key not in self._known:
            self._known[key] = self._longest(symbol, at)
        return self._known[key]

    def _read_token(self, symbol: str, at: int) -> Found | None:
        if symbol in _SCANS:
            return _SCANS[symbol](self, at)
        kinds = self.tokens[at].kinds
        return Found(kinds[symbol], at + 1) if symbol in kinds else None

    def _longest(self, symbol: str, at: int) -> Found | None:
        best: Found | None = None
        token = self.tokens[at]
        word = token.word if token.word in _vocabulary() else ""
        for elements, made_by in _starting_with(symbol, word, *token.kinds):
            found = self._fit(elements, at)
            if found and (best is None or found.end > best.end):
                value = self._make(made_by, found.value)
                best = best if value is None else Found(value, found.end)
        return best

    def _make(self, made_by: Rule, values: tuple[Any, ...]) -> Any:
        try:
            value = made_by.make(self.context, *values)
        except (ValueError, OverflowError):
            return None  # A day that the calendar does not have (31 June, the year 12000) is no day.
        if getattr(value, "rule", None) == "":
            value = value._replace(rule=made_by.name)
        return value

    def _fit(self, elements: tuple[_Element, ...], at: int) -> Found | None:
        """The values of `elements` from `at` on, and where they end."""
        if not elements:
            return Found((), at)
        element, rest = elements[0], elements[1:]
        taken = self._take(element, at)
        if element.absent:
            return None if taken else self._fit(rest, at)
        after = self._fit(rest, taken.end) if taken else None
        if taken and after:
            return Found((taken.value, *after.value), after.end) if element.symbol else after
        if not element.optional:
            return None
        after = self._fit(rest, at)
        return Found((None, *after.value), after.end) if after and element.symbol else after

    def _take(self, element: _Element, at: int) -> Found | None:
        if at >= len(self.tokens) or (element.glued and not self.tokens[at].glued):
            return None
        if element.symbol:
            return self.read(element.symbol, at)
        return Found(None, at + 1) if self.tokens[at].word in element.words else None


@cache
def _elements(pattern: str) -> tuple[_Element, ...]:
    return tuple(_element(written) for written in pattern.split())


def _element(written: str) -> _Element:
    optional = len(written) > 1 and written.endswith("?")
    absent = len(written) > 1 and written.startswith("!")
    bare = written[absent : len(written) - optional]
    glued = len(bare) > 1 and bare.startswith("~")
    bare = bare[glued:]
    if bare.isupper():
        return _Element(frozenset(), bare, optional, glued, absent)
    return _Element(frozenset(bare.split("|")), "", optional, glued, absent)


@cache
def _first(symbol: str) -> frozenset[str]:
    """Words and kinds that `symbol` can begin with; "*" for anything."""
    if symbol in _SCANS:
        return frozenset("*")
    if symbol not in _RULES:
        return frozenset([symbol])
    patterns = (p for r in _RULES[symbol] for p in r.patterns)
    return frozenset().union(*(_first_of(_elements(p)) for p in patterns))


def _first_of(elements: tuple[_Element, ...]) -> frozenset[str]:
    begins: frozenset[str] = frozenset()
    for element in elements:
        if not element.absent:
            begins |= _first(element.symbol) if element.symbol else element.words
            if not element.optional:
                break
    return begins


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that stands in a pattern: what keeps the table of `_starting_with` small on any text."""
    patterns = (p for rules in _RULES.values() for r in rules for p in r.patterns)
    return frozenset().union(*(e.words for p in patterns for e in _elements(p)))


@cache
def _starting_with(symbol: str, *names: str) -> list[tuple[tuple[_Element, ...], Rule]]:
    """The patterns of `symbol` that a token with one of these names (its word and its kinds) can begin."""
    wanted = {*names, "*"}
    patterns = ((_elements(p), r) for r in _RULES[symbol] for p in r.patterns)
    return [(elements, r) for elements, r in patterns if wanted & _first_of(elements)]
