"""YAML that people write: read safely, with the line of every mistake. Pure: text in, values out.

Every scalar is text, as typed: a hand-written `9:30` is not 570, `no` is not False, a date stays a phrase. Only an
empty value, `~` and `null` are None.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from clarify.errors import DamagedFile, nearest
from clarify.text import clean

LARGEST = 1 << 20
"""The largest file that is read, in bytes: a brief is a page or two, and a reader can be made to work for ever."""
_DEEPEST = 20
_EMPTY = frozenset(["", "~", "null", "Null", "NULL"])
"""What is no value, where it stands without quotes."""
_LOST_TAIL = re.compile(r" #[^\s#]")


def load_yaml(text: str, file: str) -> Any:
    """The data in `text`: dicts, lists, str and None.

    Raises DamagedFile, naming `file`, line, column and remedy, for what is not YAML and for what no honest file holds
    (anchors, tags, more than twenty levels, more than a megabyte): loaders can be crashed or kept busy by those.
    """
    return _read(text, file, lambda value, mark: value)


def load_nodes(text: str, file: str) -> "Node":
    """The same as `load_yaml`, with each value knowing its line. For files whose every mistake should be pointed at."""
    node = _read(text, file, lambda value, mark: Node(value, file, mark.line + 1))
    return node if isinstance(node, Node) else Node(None, file, 1)


def _read(text: str, file: str, made: Callable[[Any, Any], Any]) -> Any:
    """One pass over the events of a text, which needs no recursion: PyYAML's own loaders can be crashed by brackets.

    `made` turns a value (str, None, or a dict or list of what it made) and the mark where it begins into what is kept.
    """
    import yaml  # takes long, and a list that is at hand reads no file

    text = text.removeprefix("\ufeff")  # some editors put it first
    if len(text) > LARGEST:
        raise DamagedFile(f"{file} is larger than {LARGEST >> 10} KiB. clarify reads no file of that size: shorten it.")
    tails = text.splitlines() if _LOST_TAIL.search(text) else []
    document = _Open([], None)
    around = [document]
    try:
        parser = parser_class()(text)
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            _refuse(event, file)
            if isinstance(event, yaml.ScalarEvent):
                plain = not event.style
                around[-1].put(None if plain and event.value in _EMPTY else event.value, event.start_mark, file, made)
                if plain and tails:
                    _refuse_lost_tail(event.end_mark, tails, file)
            elif isinstance(event, yaml.CollectionStartEvent):
                around.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else [], event.start_mark))
                if len(around) > _DEEPEST + 1:
                    raise _at(file, event.start_mark, "too many levels", "put quotes around brackets that are text")
            elif isinstance(event, yaml.CollectionEndEvent):
                ended = around.pop()
                around[-1].put(ended.values, ended.mark, file, made)
            elif isinstance(event, yaml.DocumentStartEvent) and document.values:
                raise _at(file, event.start_mark, "a second document begins here", "take out the line “---”")
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        raise _explain(problem, text, file) from None
    return document.values[0] if document.values else None


def parser_class() -> Any:
    """PyYAML's loader whose scalars are all text: for its events, and not for what it would build of them."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without libyaml: the same, slower


class _Open:
    """A mapping or a list whose end was not reached yet."""

    def __init__(self, values: Any, mark: Any) -> None:
        self.values = values
        self.mark = mark
        self._key: str | None = None
        self._key_mark: Any = None

    def put(self, value: Any, mark: Any, file: str, made: Callable[[Any, Any], Any]) -> None:
        """Takes what comes next: an entry of the list, or in turn a key of the mapping and its value."""
        if isinstance(self.values, list):
            self.values.append(made(value, mark))
        elif self._key is not None:
            # A key's own line: its value may begin further down.
            self.values[self._key] = made(value, self._key_mark)
            self._key = None
        elif not isinstance(value, str | None):
            raise _at(file, mark, "a list or a mapping stands where a name should", "put quotes around it")
        else:
            self._key, self._key_mark = value or "", mark
            if self._key in self.values:
                raise _at(file, mark, f"“{value}” stands twice", "keep one of the two")


def _refuse(event: Any, file: str) -> None:
    """Raises for what no honest file holds; a reader could be kept busy by it for ever."""
    if getattr(event, "anchor", None):
        raise _at(file, event.start_mark, "anchors and aliases (& and *) are not read", "write the value out")
    if getattr(event, "tag", None):
        raise _at(file, event.start_mark, "tags (!) are not read", "put quotes around the value")


def _refuse_lost_tail(end: Any, lines: list[str], file: str) -> None:
    """Raises where `value: our #1 client` was read as `our`: YAML takes the rest for a remark."""
    if end.line < len(lines) and _LOST_TAIL.match(lines[end.line], end.column):
        remedy = "put quotes around the value (or, where it is a remark, a space after #)"
        raise _at(file, end, "from # on this would be lost", remedy)


def _at(file: str, mark: Any, what: str, remedy: str) -> DamagedFile:
    return DamagedFile(f"{file}, line {mark.line + 1}, column {mark.column + 1}: {what}. To mend it, {remedy}.")


def _explain(problem: Exception, text: str, file: str) -> DamagedFile:
    """A YAML error in words, with the remedy for the mistakes that people make by hand."""
    mark = getattr(problem, "problem_mark", None)
    if mark is None:
        what = str(getattr(problem, "reason", "") or problem).split("\n")[0][:80]
        return DamagedFile(f"{file} can't be read: {what}. Open it in an editor and take out what does not belong.")
    what = str(getattr(problem, "problem", "") or "this is not YAML")
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: mark.column + 1]:
        what, remedy = "a tab stands where only spaces may", "use spaces"
    elif line.count(": ") > 1 or re.search(r":\s+[@`%&*!|>\[{?\-,]", line):
        remedy = "put quotes around the value"
    else:
        remedy = "compare this line with the one before it, and put quotes around text that holds : # [ { or @"
    return _at(file, mark, what, remedy)


@dataclass(frozen=True)
class Node:
    """A value of a YAML file together with where it stands, so that a mistake can be pointed at."""

    value: Any
    """None, str, `list[Node]` or `dict[str, Node]`."""
    file: str
    line: int

    def wrong(self, expected: str) -> DamagedFile:
        """The error that says what was expected here."""
        return DamagedFile(
            f"{self.file}, line {self.line}: {expected.rstrip('.')}{'' if expected.endswith('?') else '.'}"
        )

    def text(self, what: str = "text") -> str:
        """The value as text; raises where it is empty or no text."""
        if isinstance(self.value, str) and clean(self.value).strip():
            return clean(self.value).strip()
        raise self.wrong(f"expected {what}")

    def one_of(self, *choices: str) -> str:
        """The value, which is one of the choices; raises otherwise, naming the nearest."""
        value = self.text(" or ".join(choices))
        if value not in choices:
            raise self.wrong(f"expected {' or '.join(choices)}, not “{value}”.{nearest(value, list(choices))}")
        return value

    def number(self, what: str = "a whole number") -> int:
        """The value as a whole number."""
        value = self.text(what)
        if not value.isdecimal():
            raise self.wrong(f"expected {what}, not “{value}”")
        return int(value)

    def items(self, what: str = "a list (lines that begin with “- ”)") -> "list[Node]":
        """The entries of a list; raises where it is none."""
        if isinstance(self.value, list):
            return self.value
        raise self.wrong(f"expected {what}")

    def texts(self) -> tuple[str, ...]:
        """The entries of a list of texts."""
        return tuple(item.text() for item in self.items())

    def keys(self, *, required: Iterable[str] = (), optional: Iterable[str] | None = None) -> "dict[str, Node]":
        """The entries by key; raises where a required one is missing or one is unknown (`optional=None`: none is)."""
        if not isinstance(self.value, dict):
            raise self.wrong("expected “key: value” lines")
        required = list(required)
        if optional is not None:
            known = [*required, *optional]
            for key, node in self.value.items():
                if key not in known:
                    raise node.wrong(f"“{key}” is not a key that is read here.{nearest(key, known)}")
        for key in required:
            if key not in self.value:
                raise self.wrong(f"expected a line “{key}: …” here")
        return self.value


def dump_yaml(data: dict[str, Any]) -> str:
    """`data` as pleasant YAML: keys in their order, blocks, no line folded. `load_yaml` gives it back as it was."""
    from clarify.keep.yaml.writing import dump

    return dump(data)
