"""YAML that people write: read safely, with the line of every mistake. Pure: text in, values out.

Every scalar is text, as typed: a hand-written `9:30` is not 570, `no` is not False, a date stays a phrase. Only an
empty value, `~` and `null` are None.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import Template
from typing import Any

import yaml

from clarify.errors import DamagedFile, nearest
from clarify.text import clean

try:
    from yaml import CBaseLoader as _Base
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import BaseLoader as _Base  # type: ignore[assignment]

LARGEST = 1 << 20
"""The largest file that is read, in bytes: a brief is a page or two, and a loader can be made to work for ever."""
_OPENERS = re.compile(r"[\[{?]|- ")
_NEVER_NEEDED = re.compile(r"(?:^|[\s,\[{?:\"'])[!&*]\S")
"""What may be an anchor, an alias or a tag (or a word in a text: the events tell). In flow form, nothing need stand
between one of them and the key before it."""
_DEEPEST = 20
_LOST_TAIL = re.compile(r" #[^\s#]")


class _Loader(_Base):
    """Scalars as text, empty ones as None, and a key that stands twice is an error instead of a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(None, None, f"“{key.value}” stands twice", key.start_mark)
                seen.add(key.value)
        return mapping


_NULL = "tag:yaml.org,2002:null"
_Loader.add_implicit_resolver(_NULL, re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_constructor(_NULL, lambda loader, node: None)


def load_yaml(text: str, file: str) -> Any:
    """The data in `text`: dicts, lists, str and None.

    Raises DamagedFile, naming `file`, line, column and remedy, for what is not YAML and for what no honest file holds
    (anchors, tags, more than twenty levels, more than a megabyte): loaders can be crashed or kept busy by those.
    """
    text = text.removeprefix("\ufeff")  # some editors put it first
    _guard(text, file)
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506  (a BaseLoader makes nothing but text)
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        raise _explain(problem, text, file) from None
    if _LOST_TAIL.search(text):
        _refuse_lost_tails(text, file)
    return data


def load_places(text: str, file: str) -> "Place":
    """The same as `load_yaml`, with each value knowing its line. For files whose every mistake should be pointed at."""
    load_yaml(text, file)
    node = yaml.compose(text.removeprefix("\ufeff"), Loader=_Loader)
    return _place(node, file) if node else Place(None, file, 1)


def _guard(text: str, file: str) -> None:
    if len(text) > LARGEST:
        raise DamagedFile(f"{file} is larger than {LARGEST >> 10} KiB. clarify reads no file of that size: shorten it.")
    few = len(_OPENERS.findall(text)) <= 40 and " " * 2 * _DEEPEST not in text
    if few and not _NEVER_NEEDED.search(text):
        return
    # Go through the events, which needs no recursion, before anything is built.
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _at(file, event.start_mark, "anchors and aliases (& and *) are not read", "write the value out")
            if getattr(event, "tag", None):
                raise _at(file, event.start_mark, "tags (!) are not read", "put quotes around the value")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    raise _at(file, event.start_mark, "too many levels", "put quotes around brackets that are text")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except (yaml.YAMLError, ValueError) as problem:
        raise _explain(problem, text, file) from None


def _refuse_lost_tails(text: str, file: str) -> None:
    """Raises where `value: our #1 client` was read as `our`: YAML takes the rest for a remark."""
    lines = text.splitlines()
    for token in yaml.scan(text, Loader=_Loader):
        mark = token.end_mark
        ends_plainly = isinstance(token, yaml.ValueToken) or (isinstance(token, yaml.ScalarToken) and token.plain)
        if ends_plainly and mark.line < len(lines) and _LOST_TAIL.match(lines[mark.line], mark.column):
            remedy = "put quotes around the value (or, where it is a remark, a space after #)"
            raise _at(file, mark, "from # on this would be lost", remedy)


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
    if "stands twice" in what:
        remedy = "keep one of the two"
    elif "\t" in line[: mark.column + 1]:
        what, remedy = "a tab stands where only spaces may", "use spaces"
    elif line.count(": ") > 1 or re.search(r":\s+[@`%&*!|>\[{?\-,]", line):
        remedy = "put quotes around the value"
    else:
        remedy = "compare this line with the one before it, and put quotes around text that holds : # [ { or @"
    return _at(file, mark, what, remedy)


@dataclass(frozen=True)
class Place:
    """A value of a YAML file together with where it stands, so that a mistake can be pointed at."""

    value: Any
    """None, str, `list[Place]` or `dict[str, Place]`."""
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

    def items(self, what: str = "a list (lines that begin with “- ”)") -> "list[Place]":
        """The entries of a list; raises where it is none."""
        if isinstance(self.value, list):
            return self.value
        raise self.wrong(f"expected {what}")

    def texts(self) -> tuple[str, ...]:
        """The entries of a list of texts."""
        return tuple(item.text() for item in self.items())

    def keys(self, *, required: Iterable[str] = (), optional: Iterable[str] | None = None) -> "dict[str, Place]":
        """The entries by key; raises where a required one is missing or one is unknown (`optional=None`: none is)."""
        if not isinstance(self.value, dict):
            raise self.wrong("expected “key: value” lines")
        required = list(required)
        if optional is not None:
            known = [*required, *optional]
            for key, place in self.value.items():
                if key not in known:
                    raise place.wrong(f"“{key}” is not a key that is read here.{nearest(key, known)}")
        for key in required:
            if key not in self.value:
                raise self.wrong(f"expected a line “{key}: …” here")
        return self.value


def check_template(place: Place, known: frozenset[str]) -> Template:
    """The text as a template; raises DamagedFile where it names a placeholder that is not known there."""
    template = Template(place.text())
    if not template.is_valid():
        raise place.wrong("a “$” must be followed by a name; for the sign itself write “$$”")
    for name in template.get_identifiers():
        if name not in known:
            names = ", ".join(f"${other}" for other in sorted(known))
            raise place.wrong(f"“${name}” is not known here; there are {names}")
    return template


def _place(node: yaml.Node, file: str) -> Place:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        entries = {}
        for key, value in node.value:
            place = _place(value, file)
            # A key's own line: its value may begin further down.
            entries[str(key.value)] = Place(place.value, file, key.start_mark.line + 1)
        return Place(entries, file, line)
    if isinstance(node, yaml.SequenceNode):
        return Place([_place(item, file) for item in node.value], file, line)
    return Place(None if node.tag == _NULL else node.value, file, line)


class _Dumper(yaml.SafeDumper):
    """Blocks for what has several lines, plain text where it can be, an empty value for None."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> Any:
        analysis = super().analyze_scalar(scalar)
        analysis.allow_block = super().analyze_scalar(without_risk(scalar)).allow_block
        return analysis

    def determine_block_hints(self, text: str) -> str:
        hints = super().determine_block_hints(text)
        # A reader would take a tab at the beginning for an indentation, unless it is told how deep that is.
        return f"{self.best_indent}{hints}" if text.startswith("\t") else str(hints)


def without_risk(text: str) -> str:
    """`text` with other characters for tabs and for spaces at line ends.

    A writer of YAML asks whether a text may stand as a block, and takes these for too risky. They are not, as every
    file is read back and compared before it is kept; and a hand-off on one escaped line is nothing to read.
    """
    return _RISKY.sub("x", text)


_RISKY = re.compile(r" +$|\t", re.MULTILINE)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar(_NULL, ""))
# A moment is text to this reader, so it needs no quotes.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def dump_yaml(data: dict[str, Any]) -> str:
    """`data` as pleasant YAML: keys in their order, blocks, no line folded. `load_yaml` gives it back as it was."""
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 20))
