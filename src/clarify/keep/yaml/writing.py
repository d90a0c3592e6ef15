"""How YAML is written; apart from how it is read, as it is slow to import."""

import re
from functools import lru_cache
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Blocks for what has several lines, plain text where it can be, an empty value for None."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> Any:
        analysis = super().analyze_scalar(scalar)
        if "\n" in scalar:  # only such a text may stand as a block
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
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))
# A moment is text to this reader, so it needs no quotes.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def dump(data: dict[str, Any]) -> str:
    """What `clarify.keep.yaml.reading.dump_yaml` gives."""
    return "".join(_entry(key, _hashable(value)) for key, value in data.items()) if data else "{}\n"


def _hashable(value: Any) -> Any:
    is_list_of_texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if is_list_of_texts else _Unhashable(value) if isinstance(value, dict | list) else value


class _Unhashable:
    """A value that is written once, and so not remembered."""

    def __init__(self, value: Any) -> None:
        self.value = value


@lru_cache(maxsize=32)
def _entry(key: str, value: Any) -> str:
    """One key with its value. Briefs of one hand-off are written together, and share the long ones of these."""
    plain = value.value if isinstance(value, _Unhashable) else list(value) if isinstance(value, tuple) else value
    return str(yaml.dump({key: plain}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 20))
