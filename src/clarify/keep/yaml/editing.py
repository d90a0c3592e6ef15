"""Changes to a YAML text that a person wrote in: comments, unknown keys and flow form stay as they are.

ruamel.yaml's round trip does this. It is slow to import and to run, and needed only for files that a person has edited,
so it is imported for those alone.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.error import CommentMark, YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString
from ruamel.yaml.tokens import CommentToken

from clarify.errors import DamagedFile
from clarify.keep.yaml.reading import dump_yaml, load_yaml, parser_class
from clarify.keep.yaml.writing import without_risk

Leaf = tuple[Any, Any]
"""A container of ruamel, and a key or a position in it."""
_REMARK = re.compile(r"(?<!\S)#[^\r\n]*")


class _TextResolver(VersionedResolver):
    """Every scalar is text, as it is for the reader, so that a moment or a number is written as it was."""

    versioned_resolver: ClassVar[Any] = {}


class _BlockEmitter(Emitter):
    """Keeps blocks as blocks, also those that hold tabs or spaces at line ends."""

    def analyze_scalar(self, scalar: Any) -> Any:
        analysis = super().analyze_scalar(scalar)
        analysis.allow_block = super().analyze_scalar(without_risk(scalar)).allow_block
        analysis.allow_flow_plain = analysis.allow_flow_plain or not scalar
        return analysis

    def write_plain(self, text: Any, split: bool = True) -> None:
        # What is empty within braces stays no value: quotes would make a text of it, where a list may be wanted.
        super().write_plain(text or ("null" if self.flow_level else ""), split)

    def determine_block_hints(self, text: Any) -> Any:
        hints, indent, end = super().determine_block_hints(text)
        # A reader would take a tab at the beginning for an indentation, unless it is told how deep that is.
        return (f"2{hints}", 2, end) if text.startswith("\t") else (hints, indent, end)


def change_yaml(text: str, old: dict[str, Any], new: dict[str, Any], file: str) -> str:
    """`text` with what differs between `old` and `new` changed in it; comments and unknown keys stay as they are.

    Raises DamagedFile, naming `file`, for the little that can be read but not be written again.
    """
    try:
        changed = _changed(text, old, new)
        lost = _remarks(text) - _remarks(changed)
    except (YAMLError, yaml.YAMLError, NotImplementedError) as problem:  # the last: a remark before a value
        mark = getattr(problem, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        what = getattr(problem, "problem", None) or "a remark stands where it would be lost"
        remedy = (
            "Write it more plainly: remarks on lines of their own, spaces instead of tabs, quotes around the value."
        )
        raise DamagedFile(f"{file}{where}: this can be read, but not be changed here: {what}. {remedy}") from None
    if _foreign(load_yaml(text, file), old, new) != _foreign(load_yaml(changed, file), old, new):
        remedy = "Write your own keys more plainly, with remarks on lines of their own."
        raise DamagedFile(f"{file}: this can be read, but not be changed here: a key of yours would change. {remedy}")
    for remark in lost:
        remedy = "Put it on a line of its own, above the key that it is about."
        raise DamagedFile(f"{file}: this can be read, but not be changed here: “{remark}” would be lost. {remedy}")
    return changed


def _foreign(data: Any, old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """What a text holds beside what clarify wrote and writes in it."""
    found: dict[str, Any] = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        if key not in old and key not in new:
            found[key] = value
        elif isinstance(old.get(key), dict) and isinstance(new.get(key), dict):
            found |= {f"{key}.{name}": own for name, own in _foreign(value, old[key], new[key]).items()}
    return found


def _remarks(text: str) -> Counter[str]:
    """The remarks in a text: what begins with # before, between and behind its scalars."""
    text = text.removeprefix("\ufeff")
    between, place = [], 0
    events = yaml.parse(text, parser_class())
    scalars: Iterator[Any] = (event for event in events if isinstance(event, yaml.ScalarEvent))
    for scalar in scalars:
        start, end = scalar.start_mark.index, scalar.end_mark.index
        if scalar.style in ("|", ">"):
            start += len(text[start:end].split("\n")[0])  # a remark may stand on the first line of a block
        between.append((place, start))
        place = end
    between.append((place, len(text)))
    return Counter(remark.rstrip() for gap in between for remark in _REMARK.findall(text, *gap))


def _changed(text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    writer = YAML(typ="rt")
    writer.Resolver = _TextResolver
    writer.Emitter = _BlockEmitter
    writer.preserve_quotes = True
    writer.width = 1 << 20
    writer.indent(mapping=2, sequence=4, offset=2)
    document = writer.load(text.removeprefix("\ufeff"))
    if not isinstance(document, CommentedMap):
        # Nothing is in it but remarks, which ruamel would hang on nothing, and lose.
        remarks = [line for line in text.splitlines() if line.lstrip("\ufeff \t").startswith("#")]
        return "".join(f"{line}\n" for line in remarks) + dump_yaml(new)
    _apply(document, old, new)
    stream = io.StringIO()
    writer.dump(document, stream)
    result = stream.getvalue()
    if "\r\n" in text:
        result = result.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"\ufeff{result}" if text.startswith("\ufeff") else result


def _apply(document: Any, old: dict[str, Any], new: dict[str, Any], owner: Leaf | None = None) -> None:
    """Carries the differences over into a ruamel mapping, in place; `owner` is the key that the mapping belongs to."""
    for key in [key for key in old if key not in new and key in document]:
        _remove(document, key, owner)
    for key, value in new.items():
        if old.get(key) == value and key in old:
            continue
        if isinstance(value, dict) and isinstance(document.get(key), dict):
            _apply(document[key], old.get(key) or {}, value, (document, key))
        elif key in document:
            leaf = _last_leaf(document, key)
            remarks = _take(leaf)
            if isinstance(value, list) and isinstance(document[key], list) and old.get(key) == value[: len(old[key])]:
                document[key].extend(_as_nodes(value[len(old[key]) :]))
            else:
                document[key] = _as_nodes(value)
            _put(leaf, remarks._replace(below=""))
            _put(_last_leaf(document, key), _Remarks(below=remarks.below))
        else:
            document.insert(_position(document, list(new), key), key, _as_nodes(value))


def _position(document: Any, order: list[str], key: str) -> int:
    """Where a new key belongs: before the first of the keys that stand after it in the fixed order."""
    present = list(document)
    after = [present.index(other) for other in order[order.index(key) + 1 :] if other in present]
    return min(after, default=len(present))


def _as_nodes(value: Any) -> Any:
    """A value as ruamel is to write it: blocks for mappings and for several lines, quotes where text needs them."""
    if isinstance(value, dict):
        return CommentedMap((key, _as_nodes(item)) for key, item in value.items())
    if isinstance(value, list):
        return CommentedSeq(_as_nodes(item) for item in value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return value
    text = str(value)
    written = dump_yaml({"k": text})
    if written.startswith("k: |"):
        return LiteralScalarString(text)
    return text if written == f"k: {text}\n" else DoubleQuotedScalarString(text)


# ruamel hangs a remark, and those on the lines below it, on the last leaf before it. Where that goes, or is no longer
# the last, they have to move. What stands beside the first line of a block, and what follows a key without a value, is
# kept elsewhere: with the block, and with the next key.


class _Remarks(NamedTuple):
    """What hangs on a leaf: the remark beside it and its column, and the lines below."""

    beside: str = ""
    column: int = 0
    below: str = ""


def _last_leaf(container: Any, key: Any) -> Leaf:
    """The innermost place at the end of `container[key]`."""
    value = container[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        return _last_leaf(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
    return container, key


def _slot(container: Any) -> int:
    """Where ruamel keeps the remarks behind a leaf, among the four places that it has for each."""
    return 2 if isinstance(container, CommentedMap) else 0


def _is_block(value: Any) -> bool:
    return isinstance(value, LiteralScalarString | FoldedScalarString)


def _remove(document: Any, key: str, owner: Leaf | None) -> None:
    """Takes a key out of a mapping; its remarks get lines of their own, where it was."""
    keys = list(document)
    place = keys.index(key)
    beside, _, below = _take(_last_leaf(document, key))
    above = (document.ca.items.pop(key, None) or [None, None])[1] or []
    del document[key]
    lines = [" " * token.start_mark.column + token.value for token in above]
    lines.append(" " * document.lc.col + beside + "\n" if beside else "")
    leaf = _last_leaf(document, keys[place - 1]) if place else owner
    _put(leaf or (document, None), _Remarks(below="".join(lines) + below))


def _take(leaf: Leaf) -> _Remarks:
    """Takes the remarks away that hang on a leaf."""
    container, key = leaf
    slots = container.ca.items.get(key) or [None] * 4
    token, slots[_slot(container)] = slots[_slot(container)], None
    text, column = (token.value, token.start_mark.column) if token else ("", 0)
    if text and not text.endswith("\n"):
        text += "\n"  # the file ended without one
    if _is_block(container[key]):
        slots[3:] = [None]
        below = " " * column + text if text and text[0] != "\n" else text
        return _Remarks(getattr(container[key], "comment", "").strip(), 0, below)
    beside, _, below = text.partition("\n")
    return _Remarks(beside.rstrip("\r"), column, below)


def _put(leaf: Leaf, remarks: _Remarks) -> None:
    """Hangs remarks on a leaf, below those that hang there; where there is no key, above the mapping."""
    container, key = leaf
    beside, column, below = remarks
    if not beside and not below:
        return
    if key is None:
        above = container.ca.comment[1] if container.ca.comment else []
        container.ca.comment = [None, [*above, CommentToken(below, CommentMark(0))]]
        return
    slots = container.ca.items.setdefault(key, [None] * 4)
    token = slots[_slot(container)]
    block = _is_block(container[key])
    if block and beside:
        slots[3:] = [[f" {beside}"]]
    text = below if block else f"{beside}\n{below}"
    if token:
        token.value += below
    elif text:
        slots[_slot(container)] = CommentToken(text, CommentMark(column))
