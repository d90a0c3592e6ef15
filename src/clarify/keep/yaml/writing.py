"""Data written as YAML. It stands apart from `reading` because it is slow to import."""

import re
from functools import lru_cache
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, other texts without quotes if possible, and nothing for None."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> Any:
        analysis = super().analyze_scalar(scalar)
        if "\n" in scalar:  # only such a text may be a block
            analysis.allow_block = super().analyze_scalar(without_risk(scalar)).allow_block
        return analysis

    def determine_block_hints(self, text: str) -> str:
        hints = super().determine_block_hints(text)
        # A reader would take a tab at the beginning for an indentation, unless it is told how deep that is.
        return f"{self.best_indent}{hints}" if text.startswith("\t") else str(hints)


def without_risk(text: str) -> str:
    """`text` with other characters for tabs and for spaces at line ends.

    A writer of YAML makes no block of a text with these, as a reader might lose them. But every file is read back and
    compared before it is kept; and nobody can read a hand-off on one escaped line.
    """
    return _RISKY.sub("x", text)


_RISKY = re.compile(r" +$|\t", re.MULTILINE)


_Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)
)
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))
# A moment is text to this reader, so it needs no quotes.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def dump(data: dict[str, Any]) -> str:
    """The text for `clarify.keep.yaml.reading.dump_yaml`."""
    lines = []
    for key, value in data.items():
        is_list_of_texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
        hashable = tuple(value) if is_list_of_texts else value
        lines.append((_lines if isinstance(hashable, dict | list) else _cached_lines)(key, hashable))
    return "".join(lines) or "{}\n"


def _lines(key: str, value: Any) -> str:
    return str(yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 20))


@lru_cache(maxsize=32)
def _cached_lines(key: str, value: Any) -> str:
    """The lines of one key. Briefs of one hand-off are written together, and share the long values."""
    return _lines(key, list(value) if isinstance(value, tuple) else value)
