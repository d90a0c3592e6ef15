"""A small grammar: rules whose patterns are written as words, and a parser that tries them on tokens.

A rule makes one *symbol* (DAY, CLOCK, PERIOD …). Its patterns are words separated by spaces:

    next            the word itself; `by|until` one of them
    WEEKDAY         a kind of word, or a symbol that other rules make; its value goes to the rule's function
    the?            may be missing (a symbol that is missing gives None)
    ~pm             glued to what stands before, as in "3pm"
    !UNIT           must not follow here; takes nothing

Of several rules that fit at one place the longest match counts, then the rule that was written first. The patterns of
a symbol are merged into one tree, so that what they share is tried once; what was read at a place is remembered and no
symbol contains itself, so the work grows with the length of the text and not faster. Only those branches are tried that
can go on with the next two tokens.
"""

from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import Any, NamedTuple, TypeVar

from clarify.read.deadline.language.tokens import Token

Make = Callable[..., Any]
M = TypeVar("M", bound=Make)
Scan = Callable[["Parser", int], "Parsed | None"]


class Rule(NamedTuple):
    """A named rule of the grammar."""

    name: str
    patterns: tuple[str, ...]
    make: Make


class Parsed(NamedTuple):
    """The result of reading a symbol: its value, and the token after its last one."""

    value: Any
    end: int


class _Element(NamedTuple):
    """One piece of a pattern."""

    symbol: str
    """The symbol that it reads; empty for a word."""
    begins: frozenset[str]
    """The words, and kinds of words, that it can begin with; for a word, that word."""
    glued: bool
    absent: bool


_Taken = tuple[Any, int]
"""`Parsed` as a plain pair, because there are thousands of them."""
_Features = frozenset[str]
"""The features of a token: its word, if a pattern has that word, its kinds, and a mark if it is glued."""
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


def alias(symbol: str, name: str, *patterns: str) -> None:
    """Add a rule whose value is that of the one symbol in each of its patterns."""
    rule(symbol, name, *patterns)(lambda context, value: value)


def scan(symbol: str) -> Callable[[Scan], Scan]:
    """Add a function that reads `symbol` by itself, for what no pattern can say."""

    def add(function: Scan) -> Scan:
        _SCANS[symbol] = function
        return function

    return add


# Patterns as trees


class _Leaf(NamedTuple):
    """The end of a pattern."""

    order: int
    """Its rank among the patterns of its symbol: the first written goes first."""
    made_by: Rule
    missing: tuple[int, ...]
    """The numbers of its symbols that are not there, so that their values are None."""


class _Way(NamedTuple):
    """One way on from a node, for a token that fits."""

    symbol: str
    """The symbol to read there; empty for a word, which is taken as it is."""
    is_kind: bool
    """True if that is a kind of word, whose value the token has."""
    absent: bool
    """True if it must not be there."""
    node: "_Node"
    second: _Features
    """The features of the tokens that may stand after this one."""
    last: bool
    """True if the pattern may end with the token, and anything stand after it."""


_Look = tuple[list[_Leaf], list[_Way]]
"""The offer of a node before one token: the patterns that end here, and the ways on."""


class _Node:
    """A node in the tree of a symbol's patterns: those that begin alike share their nodes."""

    def __init__(self) -> None:
        self.leaves: list[_Leaf] = []
        self.edges: dict[_Element, _Node] = {}
        self.looks: dict[_Features, _Look] = {}
        """The results of `look`, kept because there are only so many features."""

    def grown(self, elements: list[_Element]) -> "_Node":
        """The node behind these elements, which is made if it is missing."""
        node = self
        for element in elements:
            if element not in node.edges:
                node.edges[element] = _Node()
            node = node.edges[element]
        return node

    def look(self, features: _Features) -> _Look:
        """The patterns and ways on that fit before a token of these features."""
        leaves, ways = [*self.leaves], []
        for element, node in self.edges.items():
            is_kind = element.symbol not in _RULES and element.symbol not in _SCANS
            if element.begins.isdisjoint(features) or (element.glued and _GLUED not in features):
                if element.absent:
                    more_leaves, more_ways = node.look(features)
                    leaves += more_leaves
                    ways += more_ways
            elif not (element.absent and is_kind):
                second, last = _second(element.symbol, features)
                begins, ends = node.begins if last else (frozenset(), False)
                way = _Way(element.symbol, is_kind, element.absent, node, second | begins, ends or element.absent)
                ways.append(way)
        self.looks[features] = leaves, ways
        return leaves, ways

    @cached_property
    def begins(self) -> tuple[_Features, bool]:
        """The features that the next token can have, and True if a pattern may end here."""
        features: _Features = frozenset()
        ends = bool(self.leaves)
        for element, node in self.edges.items():
            more, over = node.begins if element.absent else (element.begins, False)
            features, ends = features | more, ends or over
        return features, ends


@lru_cache(10_000)
def _second(symbol: str, first: _Features) -> tuple[_Features, bool]:
    """The features that may follow the token `first` inside `symbol`, and True if it may end with that token."""
    if symbol not in _RULES:
        return frozenset([_ANYTHING] if symbol in _SCANS else []), True
    _, ways = _tree(symbol).look(first)
    return frozenset().union(*(way.second for way in ways)), any(way.last for way in ways)


@cache
def _tree(symbol: str) -> _Node:
    """The patterns of a symbol, merged."""
    root, order = _Node(), 0
    for made_by in _RULES[symbol]:
        for pattern in made_by.patterns:
            for elements, missing in _variants(_pieces(pattern)):
                root.grown(elements).leaves.append(_Leaf(order, made_by, missing))
                order += 1
    return root


_Pieces = list[tuple[_Element, bool]]
"""The elements of a pattern, and whether each may be missing."""


@cache
def _pieces(pattern: str) -> _Pieces:
    return [(_element(written.removesuffix("?") or written), written[1:].endswith("?")) for written in pattern.split()]


def _variants(pieces: _Pieces) -> Iterator[tuple[list[_Element], tuple[int, ...]]]:
    """A pattern with and without what may be missing, and which of its values each has not: the longest first."""
    for there in product(*((True, False) if optional else (True,) for _, optional in pieces)):
        taken = [(element, is_there) for (element, _), is_there in zip(pieces, there, strict=True)]
        valued = [is_there for element, is_there in taken if element.symbol and not element.absent]
        missing = tuple(number for number, is_there in enumerate(valued) if not is_there)
        yield [element for element, is_there in taken if is_there], missing


@cache
def _element(written: str) -> _Element:
    absent = len(written) > 1 and written.startswith("!")
    bare = written[absent:]
    glued = len(bare) > 1 and bare.startswith("~")
    bare = bare[glued:]
    if bare.isupper():
        return _Element(bare, _first(bare), glued, absent)
    return _Element("", frozenset(bare.split("|")), glued, absent)


@cache
def _first(symbol: str) -> _Features:
    """Words and kinds that `symbol` can begin with; "*" for anything."""
    if symbol not in _RULES:
        return frozenset([_ANYTHING if symbol in _SCANS else symbol])
    return frozenset().union(*(_first_of(_pieces(p)) for made_by in _RULES[symbol] for p in made_by.patterns))


def _first_of(pieces: _Pieces) -> _Features:
    begins: _Features = frozenset()
    for element, optional in pieces:
        if not element.absent:
            begins |= element.begins
            if not optional:
                break
    return begins


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that stands in a pattern: what keeps the tables above small on any text."""
    patterns = (p for rules in _RULES.values() for r in rules for p in r.patterns)
    words = (written.strip("?!~") for p in patterns for written in p.split())
    return frozenset(word for several in words if not several.isupper() for word in (*several.split("|"), several))


@lru_cache(10_000)
def _features(word: str, glued: bool, *kinds: str) -> _Features:
    return frozenset([*kinds, _ANYTHING, _GLUED if glued else _ANYTHING, word or _ANYTHING])


_Match = tuple[int, int, _Leaf, tuple[Any, ...]]
"""A pattern that fits: where it ends, backwards, so that the longest sorts first; its order; and its values."""


# Reading


class Parser:
    """Reads symbols from tokens; `context` is handed to every rule."""

    def __init__(self, tokens: list[Token], context: Any) -> None:
        self.tokens = tokens
        self.context = context
        vocabulary = _vocabulary()
        self._features = [_features(t.word if t.word in vocabulary else "", t.glued, *t.kinds) for t in tokens]
        self._features.append(frozenset())
        self._known: list[dict[str, _Taken | None]] = [{} for _ in tokens]

    def parse(self, symbol: str, at: int) -> Parsed | None:
        """The longest `symbol` that begins with token number `at`."""
        taken = self._parse(symbol, at) if at < len(self.tokens) else None
        return Parsed(*taken) if taken else None

    def _parse(self, symbol: str, at: int) -> _Taken | None:
        known = self._known[at]
        if symbol not in known:
            known[symbol] = self._longest(symbol, at) if symbol in _RULES else _SCANS[symbol](self, at)
        return known[symbol]

    def _longest(self, symbol: str, at: int) -> _Taken | None:
        found: list[_Match] = []
        self._walk(_tree(symbol), at, (), found)
        found.sort()
        for backwards, _, leaf, values in found:
            value = self._make(leaf, values)
            if value is not None:
                return value, -backwards
        return None

    def _walk(self, node: _Node, at: int, values: tuple[Any, ...], found: list[_Match]) -> None:
        """Adds every pattern that goes on from `node` and fits the tokens from `at` on; `values` are those so far."""
        features = self._features[at]
        leaves, ways = node.looks.get(features) or node.look(features)
        for leaf in leaves:
            found.append((-at, leaf.order, leaf, values))
        for symbol, is_kind, absent, child, second, last in ways:
            if not last and second.isdisjoint(self._features[at + 1]):
                continue
            if not symbol:
                self._walk(child, at + 1, values, found)
            elif is_kind:
                self._walk(child, at + 1, (*values, self.tokens[at].kinds[symbol]), found)
            elif absent:
                if not self._parse(symbol, at):
                    self._walk(child, at, values, found)
            elif taken := self._parse(symbol, at):
                self._walk(child, taken[1], (*values, taken[0]), found)

    def _make(self, leaf: _Leaf, values: tuple[Any, ...]) -> Any:
        for number in leaf.missing:
            values = (*values[:number], None, *values[number:])
        try:
            value = leaf.made_by.make(self.context, *values)
        except (ValueError, OverflowError):
            return None  # A day that the calendar does not have (31 June, the year 12000) is no day.
        if getattr(value, "rule", None) == "":
            value = value._replace(rule=leaf.made_by.name)
        return value
