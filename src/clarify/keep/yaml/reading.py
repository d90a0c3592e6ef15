"""YAML that people write, read safely and with the line of every mistake. Pure: text in, values out.

Every scalar stays the text that was typed: `9:30` is not 570, `no` is not False, a date stays a phrase. Only an empty
value, `~` and `null` are None.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from clarify.errors import DamagedFile, nearest
from clarify.text import clean

LARGEST = 1 << 20
"""The largest file that is read, in bytes: a brief is a page or two, and a huge file could keep a reader busy."""
_DEEPEST = 20
_EMPTY = frozenset(["", "~", "null", "Null", "NULL"])
"""Scalars that mean None if they stand without quotes."""
_LOST_TAIL = re.compile(r" #[^\s#]")


def load_yaml(text: str, file: str) -> Any:
    """The data in `text`: dicts, lists, str and None.

    Raises DamagedFile, with `file`, line, column and remedy, if it is not YAML, or if it holds anchors, tags, more than
    twenty levels or more than a megabyte: no honest file does, and those can crash a loader or keep it busy.
    """
    return _read(text, file, lambda value, mark: value)


def load_nodes(text: str, file: str) -> "Node":
    """The same as `load_yaml`, but each value knows its line, so that every mistake can be shown with its place."""
    node = _read(text, file, lambda value, mark: Node(value, file, mark.line + 1))
    return node if isinstance(node, Node) else Node(None, file, 1)


def _read(text: str, file: str, made: Callable[[Any, Any], Any]) -> Any:
    """The data in a text, built from its events without recursion: many brackets can crash PyYAML's own loaders.

    `made` gets each value (str, None, or a dict or list of its own results) and the mark where it begins.
    """
    import yaml  # slow to import, and a list that comes from the index reads no file

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
    """PyYAML's loader for scalars that are all text; only its events are used, not the values that it would build."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without libyaml: the same, slower


class _Open:
    """A mapping or list that has not ended yet."""

    def __init__(self, values: Any, mark: Any) -> None:
        self.values = values
        self.mark = mark
        self._key: str | None = None
        self._key_mark: Any = None

    def put(self, value: Any, mark: Any, file: str, made: Callable[[Any, Any], Any]) -> None:
        """Takes the next entry of a list, or, in turn, a key of a mapping and its value."""
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
    """Raises DamagedFile for anchors, aliases and tags; those could keep a reader busy for ever."""
    if getattr(event, "anchor", None):
        raise _at(file, event.start_mark, "anchors and aliases (& and *) are not read", "write the value out")
    if getattr(event, "tag", None):
        raise _at(file, event.start_mark, "tags (!) are not read", "put quotes around the value")


def _refuse_lost_tail(end: Any, lines: list[str], file: str) -> None:
    """Raises DamagedFile if `value: our #1 client` was read as `our`: YAML takes the rest for a remark."""
    if end.line < len(lines) and _LOST_TAIL.match(lines[end.line], end.column):
        remedy = "put quotes around the value (or, where it is a remark, a space after #)"
        raise _at(file, end, "from # on this would be lost", remedy)


def _at(file: str, mark: Any, what: str, remedy: str) -> DamagedFile:
    return DamagedFile(f"{file}, line {mark.line + 1}, column {mark.column + 1}: {what}. To mend it, {remedy}.")


def _explain(problem: Exception, text: str, file: str) -> DamagedFile:
    """A YAML error as a sentence, with a remedy for the mistakes that people make by hand."""
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
    """A value of a YAML file with its file and line, so that a mistake can be shown with its place."""

    value: Any
    """None, str, `list[Node]` or `dict[str, Node]`."""
    file: str
    line: int

    def wrong(self, expected: str) -> DamagedFile:
        """The error that names the form that was expected here."""
        end = "" if expected.endswith("?") else "."
        return DamagedFile(f"{self.file}, line {self.line}: {expected.rstrip('.')}{end}")

    def line_of(self, path: Iterable[str | int]) -> int:
        """The line of the value that a path of keys and positions leads to, or of the last one on the way."""
        node = self
        with suppress(KeyError, IndexError, TypeError):
            for step in path:
                node = node.value[step]
        return node.line

    def text(self, what: str = "text") -> str:
        """The value as text; raises DamagedFile if it is empty or not text."""
        if isinstance(self.value, str) and clean(self.value).strip():
            return clean(self.value).strip()
        raise self.wrong(f"expected {what}")

    def one_of(self, *choices: str) -> str:
        """The value, if it is one of the choices; otherwise raises DamagedFile with the nearest one."""
        value = self.text(" or ".join(choices))
        if value not in choices:
            raise self.wrong(f"expected {' or '.join(choices)}, not “{value}”.{nearest(value, list(choices))}")
        return value

    def number(self) -> int:
        """The value as a whole number; raises DamagedFile if it is not one."""
        value = self.text("a whole number")
        if not value.isdecimal():
            raise self.wrong(f"expected a whole number, not “{value}”")
        return int(value)

    def items(self) -> "list[Node]":
        """The entries of a list; raises DamagedFile if it is not a list."""
        if isinstance(self.value, list):
            return self.value
        raise self.wrong("expected a list (lines that begin with “- ”)")

    def texts(self) -> tuple[str, ...]:
        """The entries of a list of texts."""
        return tuple(item.text() for item in self.items())

    def keys(self, *, required: Iterable[str] = (), optional: Iterable[str] | None = None) -> "dict[str, Node]":
        """The entries by key; raises DamagedFile if a required key is missing, or one is unknown (with `optional`)."""
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
    """`data` as readable YAML: keys in their order, blocks, no folded lines. `load_yaml` gives the same data back."""
    from clarify.keep.yaml.writing import dump

    return dump(data)
