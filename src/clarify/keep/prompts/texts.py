"""Reads the parts that several kinds of prompt files have: texts with placeholders, and suggestions."""

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


def read_suggestions(node: Node, *more: str) -> Suggestions:
    """The suggestions in a file: `moments`, `briefs`, one of `more`, or a list of texts."""
    if isinstance(node.value, list):
        return node.texts()
    return node.one_of(MOMENTS, BRIEFS, *more)
