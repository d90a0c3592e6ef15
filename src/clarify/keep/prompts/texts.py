"""Reads the parts that several kinds of prompt files have: texts with placeholders, and suggestions."""

import re
from string import Template

from clarify.keep.yaml.reading import Node
from clarify.read.vague import BRIEFS, MOMENTS, Suggestions


def check_template(node: Node, known: frozenset[str]) -> Template:
    """The text as a template; raises DamagedFile if it names a placeholder that is not in `known`."""
    template = Template(node.text())
    if not template.is_valid():
        raise node.wrong("a “$” must be followed by a name; for the sign itself write “$$”")
    for name in template.get_identifiers():
        if name not in known:
            names = ", ".join(f"${other}" for other in sorted(known))
            raise node.wrong(f"“${name}” is not known here; there are {names}")
    return template


def read_plain(node: Node) -> str:
    """A text that is shown as it stands; raises DamagedFile if it names a placeholder, which nobody would fill in."""
    text = node.text()
    if named := _NAME.search(text):
        raise node.wrong(f"“${named[1]}” would be shown as it stands: this text is not filled in")
    return text


def read_plain_list(node: Node) -> tuple[str, ...]:
    """The same for each text of a list."""
    return tuple(read_plain(item) for item in node.items())


_NAME = re.compile(r"\$\{?([A-Za-z_]\w*)")


def read_suggestions(node: Node, *more: str) -> Suggestions:
    """The suggestions in a file: `moments`, `briefs`, one of `more`, or a list of texts."""
    if isinstance(node.value, list):
        return read_plain_list(node)
    return node.one_of(MOMENTS, BRIEFS, *more)
