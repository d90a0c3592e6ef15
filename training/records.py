"""Messages with inline tags, as `training/data/*.txt` holds them: read into texts and spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

KINDS = {
    "t": "task", "d": "deadline", "d2": "deadline", "u": "urgency", "w": "why", "v": "vision", "v2": "vision",
    "e": "effort", "l": "limit", "p": "person", "x": "vague",
}  # fmt: skip
"""The kind of finding that each tag marks."""
_HEAD = re.compile(r"=== *(?P<id>[\w-]+) *\| *(?P<channel>\w+) *\| *(?P<trade>.+?) *$")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>" + "|".join(sorted(KINDS, key=len, reverse=True)) + r")>")
_CLOSING = ("ask", "leader", "say")


@dataclass(frozen=True)
class Label:
    """A tagged part of a text: the tag, and the place of its first character and behind its last one."""

    tag: str
    start: int
    end: int


@dataclass(frozen=True)
class Record:
    """A message with its labels; `ask`, `leader` and `say` as its closing lines give them."""

    id: str
    channel: str
    trade: str
    text: str
    labels: tuple[Label, ...]
    closing: dict[str, str] = field(default_factory=dict)

    @property
    def hands_over(self) -> bool:
        """True if the message hands over work."""
        return any(label.tag == "t" for label in self.labels)


def read_records(path: Path) -> list[Record]:
    """The records of a file. A `ValueError` says which record is tagged wrongly, and how."""
    return [_record(head, lines) for head, lines in _blocks(path.read_text(encoding="utf-8"))]


def _blocks(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """The heads of the records, each with the lines below it."""
    head: re.Match[str] | None = None
    lines: list[str] = []
    for line in text.split("\n"):
        if match := _HEAD.match(line):
            if head:
                yield head, lines
            head, lines = match, []
        else:
            lines.append(line)
    if head:
        yield head, lines


def _record(head: re.Match[str], lines: list[str]) -> Record:
    closing = {}
    while lines and (not lines[-1].strip() or lines[-1].partition(":")[0] in _CLOSING):
        key, _, value = lines.pop().partition(":")
        if value:
            closing[key] = value.strip()
    text, labels = untagged("\n".join(lines).strip("\n"), head["id"])
    return Record(head["id"], head["channel"], head["trade"], text, labels, closing)


def untagged(tagged: str, name: str) -> tuple[str, tuple[Label, ...]]:
    """The text without its tags, and the labels; `name` tells the record in a `ValueError`."""
    text, at = "", 0
    open_tags: list[tuple[str, int]] = []
    labels = []
    for tag in _TAG.finditer(tagged):
        text += tagged[at : tag.start()]
        at = tag.end()
        if not tag["close"]:
            open_tags.append((tag["name"], len(text)))
        elif open_tags and open_tags[-1][0] == tag["name"]:
            labels.append(Label(*open_tags.pop(), len(text)))
        else:
            raise ValueError(f"{name}: </{tag['name']}> closes nothing")
    if open_tags:
        raise ValueError(f"{name}: <{open_tags[-1][0]}> is not closed")
    return text + tagged[at:], tuple(labels)
