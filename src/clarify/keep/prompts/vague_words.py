"""Reads `wording.yaml`: vague words with their probes, words that call for care, words that are no answer."""

from clarify.keep.prompts.texts import check_template, read_suggestions
from clarify.keep.yaml.reading import Node
from clarify.read.vague import Probe, Row, Wording

_PLACEHOLDERS = frozenset({"word", "leader"})


def read_wording(table: Node) -> Wording:
    """The table in a file; raises DamagedFile with the line and the form that was expected."""
    keys = table.keys(required=["vague"], optional=["care", "no_answer"])
    care = keys["care"].keys() if "care" in keys else {}
    return Wording(
        rows=tuple(_read_row(row) for row in keys["vague"].items()),
        care={reason: words.texts() for reason, words in care.items()},
        no_answer=keys["no_answer"].texts() if "no_answer" in keys else (),
    )


def _read_row(row: Node) -> Row:
    keys = row.keys(required=["words", "probe"], optional=["topics", "suggest", "into", "hurry"])
    probe = Probe(
        ask=check_template(keys["probe"], _PLACEHOLDERS).template,
        suggest=read_suggestions(keys["suggest"]) if "suggest" in keys else (),
        into=keys["into"].text("the key of a question") if "into" in keys else None,
        hurry="hurry" in keys and keys["hurry"].one_of("true", "false") == "true",
    )
    return Row(keys["words"].texts(), keys["topics"].texts() if "topics" in keys else (), probe)
