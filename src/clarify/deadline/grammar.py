"""A small grammar: rules whose patterns are written as words, and a reader that tries them on tokens.

A rule makes one *symbol* (DAY, CLOCK, PERIOD …). Its patterns are words separated by spaces:

    next            the word itself; `by|until` one of them
    WEEKDAY         a kind of word, or a symbol that other rules make; its value goes to the rule's function
    the?            may be missing (a symbol that is missing gives None)
    ~pm             glued to what stands before, as in "3pm"
    !UNIT           must not follow here; takes nothing

Of several rules that fit at one place the longest match counts, then the rule that was written first. What was read at
a place is remembered and no symbol contains itself, so the work grows with the length of the text and not faster. Only
those patterns are tried that can begin with the next two tokens.
"""

from collections.abc import Callable
from functools import cache, lru_cache
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
    """One piece of a pattern."""

    symbol: str
    """What it reads; nothing where it is a word."""
    begins: frozenset[str]
    """The words, and kinds of words, that it can begin with; the words themselves where it is a word."""
    optional: bool
    glued: bool
    absent: bool


_Elements = tuple[_Element, ...]
_Taken = tuple[Any, int]
"""What `Found` says, as a plain pair: there are thousands of them."""
_Names = frozenset[str]
"""What patterns can ask of one token: its word, where a pattern has that word, its kinds, and whether it is glued."""
_GLUED, _ANYTHING = "~", "*"

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
        vocabulary = _vocabulary()
        self._names = [_names(t.word if t.word in vocabulary else "", t.glued, *t.kinds) for t in tokens]
        self._names.append(frozenset())
        self._known: list[dict[str, _Taken | None]] = [{} for _ in tokens]

    def read(self, symbol: str, at: int) -> Found | None:
        """The longest `symbol` that begins with token number `at`."""
        read = self._read(symbol, at) if at < len(self.tokens) else None
        return Found(*read) if read else None

    def _read(self, symbol: str, at: int) -> _Taken | None:
        known = self._known[at]
        if symbol not in known:
            known[symbol] = self._longest(symbol, at) if symbol in _RULES else self._read_token(symbol, at)
        return known[symbol]

    def _read_token(self, symbol: str, at: int) -> _Taken | None:
        if symbol in _SCANS:
            return _SCANS[symbol](self, at)
        kinds = self.tokens[at].kinds
        return (kinds[symbol], at + 1) if symbol in kinds else None

    def _longest(self, symbol: str, at: int) -> _Taken | None:
        best: _Taken | None = None
        second = self._names[at + 1]
        for elements, made_by, following in _promising(symbol, self._names[at]):
            if following is not None and following.isdisjoint(second):
                continue
            found = self._fit(elements, at)
            if found and (best is None or found[1] > best[1]):
                value = self._make(made_by, found[0])
                best = best if value is None else (value, found[1])
        return best

    def _make(self, made_by: Rule, values: tuple[Any, ...]) -> Any:
        try:
            value = made_by.make(self.context, *values)
        except (ValueError, OverflowError):
            return None  # A day that the calendar does not have (31 June, the year 12000) is no day.
        if getattr(value, "rule", None) == "":
            value = value._replace(rule=made_by.name)
        return value

    def _fit(self, elements: _Elements, at: int) -> _Taken | None:
        """The values of `elements` from `at` on, and where they end."""
        values: list[Any] = []
        for number, element in enumerate(elements):
            symbol, begins, optional, glued, absent = element
            names = self._names[at]
            taken: _Taken | None = None
            if not begins.isdisjoint(names) and (not glued or _GLUED in names):
                taken = self._read(symbol, at) if symbol else (None, at + 1)
            if absent:
                if taken:
                    return None
            elif taken and optional:
                rest = self._fit_either(element, taken, elements[number + 1 :], at)
                return rest and ((*values, *rest[0]), rest[1])
            elif taken:
                if symbol:
                    values.append(taken[0])
                at = taken[1]
            elif not optional:
                return None
            elif symbol:
                values.append(None)
        return tuple(values), at

    def _fit_either(self, element: _Element, taken: _Taken, rest: _Elements, at: int) -> _Taken | None:
        """`rest` behind an element that may be missing and was found, or else without it."""
        for value, end in (taken, (None, at)):
            after = self._fit(rest, end)
            if after:
                return ((value, *after[0]), after[1]) if element.symbol else after
        return None


@cache
def _patterns(symbol: str) -> list[tuple[_Elements, Rule]]:
    return [(_elements(pattern), made_by) for made_by in _RULES[symbol] for pattern in made_by.patterns]


def _elements(pattern: str) -> _Elements:
    return tuple(_element(written) for written in pattern.split())


@cache
def _element(written: str) -> _Element:
    optional = len(written) > 1 and written.endswith("?")
    absent = len(written) > 1 and written.startswith("!")
    bare = written[absent : len(written) - optional]
    glued = len(bare) > 1 and bare.startswith("~")
    bare = bare[glued:]
    if bare.isupper():
        return _Element(bare, _first(bare), optional, glued, absent)
    return _Element("", frozenset(bare.split("|")), optional, glued, absent)


@cache
def _first(symbol: str) -> frozenset[str]:
    """Words and kinds that `symbol` can begin with; "*" for anything."""
    if symbol in _SCANS:
        return frozenset(_ANYTHING)
    if symbol not in _RULES:
        return frozenset([symbol])
    return frozenset().union(*(_first_of(elements) for elements, _ in _patterns(symbol)))


@cache
def _first_of(elements: _Elements) -> frozenset[str]:
    begins: frozenset[str] = frozenset()
    for element in elements:
        if not element.absent:
            begins |= element.begins
            if not element.optional:
                break
    return begins


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that stands in a pattern: what keeps the tables below small on any text."""
    patterns = (p for rules in _RULES.values() for r in rules for p in r.patterns)
    words = (written.strip("?!~") for p in patterns for written in p.split())
    return frozenset(word for several in words if not several.isupper() for word in (*several.split("|"), several))


@lru_cache(10_000)
def _names(word: str, glued: bool, *kinds: str) -> _Names:
    return frozenset([*kinds, _ANYTHING, _GLUED if glued else _ANYTHING, word or _ANYTHING])


@lru_cache(10_000)
def _promising(symbol: str, first: _Names) -> list[tuple[_Elements, Rule, _Names | None]]:
    """The patterns of `symbol` that can fit where this token stands, each with what may follow (None: anything)."""
    found = []
    for elements, made_by in _patterns(symbol):
        if not _first_of(elements).isdisjoint(first):
            names, ends = _following(elements, first)
            if names or ends:
                found.append((elements, made_by, None if ends else names))
    return found


def _following(elements: _Elements, first: _Names) -> tuple[_Names, bool]:
    """What may stand after the token `first`, which these elements take, and whether they may end with it."""
    names: _Names = frozenset()
    ends = False
    for number, element in enumerate(elements):
        if not element.absent:
            if not element.begins.isdisjoint(first) and not (element.glued and _GLUED not in first):
                within, over = _following_in(element.symbol, first)
                names |= within
                if over:
                    rest = elements[number + 1 :]
                    names |= _first_of(rest)
                    ends = ends or all(other.optional or other.absent for other in rest)
            if not element.optional:
                break
    return names, ends


@lru_cache(10_000)
def _following_in(symbol: str, first: _Names) -> tuple[_Names, bool]:
    if symbol not in _RULES:
        return frozenset([_ANYTHING] if symbol in _SCANS else []), True
    ways = [_following(elements, first) for elements, *_ in _promising(symbol, first)]
    return frozenset().union(*(names for names, _ in ways)), any(ends for _, ends in ways)
