"""Changes a YAML text that a person has edited: remarks (comments), unknown keys and flow style stay as they are.

ruamel.yaml's round trip does this. It is slow to import and to run, so it is imported only for such files.
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
"""A mapping or list of ruamel, and a key or position in it."""
_REMARK = re.compile(r"(?<!\S)#[^\r\n]*")


class _TextResolver(VersionedResolver):
    """Every scalar is text, as for the reader, so that a moment or a number is written as it was."""

    versioned_resolver: ClassVar[Any] = {}


class _BlockEmitter(Emitter):
    """Writes blocks as blocks, even if they hold tabs or spaces at line ends."""

    def analyze_scalar(self, scalar: Any) -> Any:
        analysis = super().analyze_scalar(scalar)
        analysis.allow_block = super().analyze_scalar(without_risk(scalar)).allow_block
        analysis.allow_flow_plain = analysis.allow_flow_plain or not scalar
        return analysis

    def write_plain(self, text: Any, split: bool = True) -> None:
        # An empty value within braces stays None: quotes would make it a text, where a list may be wanted.
        super().write_plain(text or ("null" if self.flow_level else ""), split)

    def determine_block_hints(self, text: Any) -> Any:
        hints, indent, end = super().determine_block_hints(text)
        # A reader would take a tab at the beginning for an indentation, unless it is told how deep that is.
        return (f"2{hints}", 2, end) if text.startswith("\t") else (hints, indent, end)


def change_yaml(text: str, old: dict[str, Any], new: dict[str, Any], file: str) -> str:
    """`text` with the differences between `old` and `new` made in it; remarks and unknown keys stay as they are.

    Raises DamagedFile, with `file`, for the few texts that can be read but not be written again.
    """
    try:
        changed = _changed(text, old, new)
        lost = _remarks(text) - _remarks(changed)
    except (YAMLError, yaml.YAMLError, NotImplementedError) as problem:  # the last: a remark before a value
        mark = getattr(problem, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        what = getattr(problem, "problem", None) or "a remark stands where it would be lost"
        remedy = "remarks on lines of their own, spaces instead of tabs, quotes around the value."
        raise _refusal(f"{file}{where}", f"{what}. Write it more plainly: {remedy}") from None
    if _foreign(load_yaml(text, file), old, new) != _foreign(load_yaml(changed, file), old, new):
        remedy = "Write your own keys more plainly, with remarks on lines of their own."
        raise _refusal(file, f"a key of yours would change. {remedy}")
    for remark in lost:
        remedy = "Put it on a line of its own, above the key that it is about."
        raise _refusal(file, f"“{remark}” would be lost. {remedy}")
    return changed


def _refusal(where: str, why: str) -> DamagedFile:
    return DamagedFile(f"{where}: this can be read, but not be changed here: {why}")


def _foreign(data: Any, old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """The keys and values that are in a text, but neither in `old` nor in `new`: those of the person."""
    found: dict[str, Any] = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        if key not in old and key not in new:
            found[key] = value
        elif isinstance(old.get(key), dict) and isinstance(new.get(key), dict):
            found |= {f"{key}.{name}": own for name, own in _foreign(value, old[key], new[key]).items()}
    return found


def _remarks(text: str) -> Counter[str]:
    """The remarks in a text: they begin with # before, between or after its scalars."""
    text = text.removeprefix("\ufeff")
    between, position = [], 0
    events = yaml.parse(text, parser_class())
    scalars: Iterator[Any] = (event for event in events if isinstance(event, yaml.ScalarEvent))
    for scalar in scalars:
        start, end = scalar.start_mark.index, scalar.end_mark.index
        if scalar.style in ("|", ">"):
            start += len(text[start:end].split("\n")[0])  # a remark may stand on the first line of a block
        between.append((position, start))
        position = end
    between.append((position, len(text)))
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
        # It holds only remarks. ruamel would have no key to hang them on, and would lose them.
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
    """Makes the differences in a ruamel mapping, in place; `owner` is the key that the mapping belongs to."""
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
    """The position of a new key: before the first of the keys that come after it in the fixed order."""
    present = list(document)
    after = [present.index(other) for other in order[order.index(key) + 1 :] if other in present]
    return min(after, default=len(present))


def _as_nodes(value: Any) -> Any:
    """A value for ruamel to write: mappings and texts of several lines as blocks, quotes where a text needs them."""
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


# ruamel hangs a remark, and those on the lines below it, on the last leaf before it. If that leaf is removed, or is no
# longer the last, they have to move. A remark beside the first line of a block hangs on the block, and a remark after a
# key without a value hangs on the next key.


class _Remarks(NamedTuple):
    """The remarks that hang on a leaf: the one beside it, its column, and the lines below."""

    beside: str = ""
    column: int = 0
    below: str = ""


def _last_leaf(container: Any, key: Any) -> Leaf:
    """The innermost leaf at the end of `container[key]`."""
    value = container[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        return _last_leaf(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
    return container, key


def _slot(container: Any) -> int:
    """The index of the remarks after a leaf, among the four slots that ruamel has for each leaf."""
    return 2 if isinstance(container, CommentedMap) else 0


def _is_block(value: Any) -> bool:
    return isinstance(value, LiteralScalarString | FoldedScalarString)


def _remove(document: Any, key: str, owner: Leaf | None) -> None:
    """Removes a key from a mapping; its remarks get lines of their own in its place."""
    keys = list(document)
    position = keys.index(key)
    beside, _, below = _take(_last_leaf(document, key))
    above = (document.ca.items.pop(key, None) or [None, None])[1] or []
    del document[key]
    lines = [" " * token.start_mark.column + token.value for token in above]
    lines.append(" " * document.lc.col + beside + "\n" if beside else "")
    leaf = _last_leaf(document, keys[position - 1]) if position else owner
    _put(leaf or (document, None), _Remarks(below="".join(lines) + below))


def _take(leaf: Leaf) -> _Remarks:
    """Removes the remarks that hang on a leaf, and returns them."""
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
    """Hangs remarks on a leaf, below those that hang there; without a key, above the mapping."""
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
