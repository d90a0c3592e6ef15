"""Changes to a YAML text that a person wrote in: comments, unknown keys and flow form stay as they are.

ruamel.yaml's round trip does this. It is slow to import and to run, and needed only for files that a person has edited,
so it is imported for those alone.
"""

import io
from typing import Any, ClassVar

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.error import CommentMark, YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from ruamel.yaml.tokens import CommentToken

from clarify.errors import DamagedFile
from clarify.yamldump import without_risk
from clarify.yamlfile import dump_yaml


class _TextResolver(VersionedResolver):
    """Every scalar is text, as it is for the reader, so that a moment or a number is written as it was."""

    versioned_resolver: ClassVar[Any] = {}


class _BlockEmitter(Emitter):
    """Keeps blocks as blocks, also those that hold tabs or spaces at line ends."""

    def analyze_scalar(self, scalar: Any) -> Any:
        analysis = super().analyze_scalar(scalar)
        analysis.allow_block = super().analyze_scalar(without_risk(scalar)).allow_block
        return analysis

    def determine_block_hints(self, text: Any) -> Any:
        hints, indent, end = super().determine_block_hints(text)
        # A reader would take a tab at the beginning for an indentation, unless it is told how deep that is.
        return (f"2{hints}", 2, end) if text.startswith("\t") else (hints, indent, end)


def change_yaml(text: str, old: dict[str, Any], new: dict[str, Any], file: str) -> str:
    """`text` with what differs between `old` and `new` changed in it; comments and unknown keys stay as they are.

    Raises DamagedFile, naming `file`, for the little that can be read but not be written again.
    """
    try:
        return _changed(text, old, new)
    except YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        what = getattr(problem, "problem", None) or "it is unusual YAML"
        remedy = "Write it more plainly: spaces instead of tabs, quotes around the value."
        raise DamagedFile(f"{file}{where}: this can be read, but not be changed here: {what}. {remedy}") from None


def _changed(text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    yaml = YAML(typ="rt")
    yaml.Resolver = _TextResolver
    yaml.Emitter = _BlockEmitter
    yaml.preserve_quotes = True
    yaml.width = 1 << 20
    yaml.indent(mapping=2, sequence=4, offset=2)
    document = yaml.load(text.removeprefix("\ufeff"))
    if not isinstance(document, CommentedMap):
        # Nothing is in it but remarks, which ruamel would hang on nothing, and lose.
        remarks = [line for line in text.splitlines() if line.lstrip("\ufeff").startswith("#")]
        return "".join(f"{line}\n" for line in remarks) + dump_yaml(new)
    _apply(document, old, new)
    stream = io.StringIO()
    yaml.dump(document, stream)
    result = stream.getvalue()
    if "\r\n" in text:
        result = result.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"\ufeff{result}" if text.startswith("\ufeff") else result


def _apply(document: Any, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Carries the differences over into a ruamel mapping, in place."""
    for key in [key for key in old if key not in new and key in document]:
        del document[key]
    for key, value in new.items():
        if old.get(key) == value and key in old:
            continue
        if isinstance(value, dict) and isinstance(document.get(key), dict):
            _apply(document[key], old.get(key) or {}, value)
        elif isinstance(value, list) and isinstance(document.get(key), list) and old.get(key) == value[: len(old[key])]:
            below = _take_below(document, key)
            document[key].extend(_as_nodes(value[len(old[key]) :]))
            _put_below(document, key, below)
        elif key in document:
            document[key] = _as_nodes(value)
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


# ruamel hangs the remarks below a list on the last scalar in it. What is added to the list has to take them over, or
# they would stand in its middle.


def _last_leaf(container: Any, key: Any) -> tuple[Any, Any]:
    """The innermost place at the end of `container[key]`: where ruamel hangs what follows it."""
    value = container[key]
    if isinstance(value, CommentedMap) and value:
        return _last_leaf(value, list(value)[-1])
    if isinstance(value, CommentedSeq) and value:
        return _last_leaf(value, len(value) - 1)
    return container, key


def _take_below(document: Any, key: str) -> str:
    """Takes the remarks on the lines below a list away, and returns them; one on its last line stays there."""
    container, leaf = _last_leaf(document, key)
    tokens = container.ca.items.get(leaf) or []
    for token in tokens:
        if isinstance(token, CommentToken):
            beside, newline, below = token.value.partition("\n")
            token.value = beside + newline
            return str(below)
    return ""


def _put_below(document: Any, key: str, below: str) -> None:
    if below:
        container, leaf = _last_leaf(document, key)
        token = CommentToken(f"\n{below}", CommentMark(0))
        container.ca.items[leaf] = [token, None] if isinstance(container, CommentedSeq) else [None, None, token, None]
