"""Reads a file of `messages/`: the wording of a kind of message."""

from collections.abc import Mapping

from clarify.keep.prompts.texts import check_template, read_plain_list
from clarify.keep.yaml.reading import Node
from clarify.write.templates import Templates

_SENTENCES: Mapping[str, frozenset[str]] = {
    "subject": frozenset({"moment", "ask"}),
    "subject_plain": frozenset({"ask"}),
    "subject_clear": frozenset({"ask"}),
    "opening": frozenset({"leader"}),
    "opening_unnamed": frozenset(),
    "opening_clear": frozenset({"leader"}),
    "opening_clear_unnamed": frozenset(),
    "understood": frozenset({"ask"}),
    "several": frozenset({"ask", "number"}),
    "understood_several": frozenset({"number"}),
    "of_task": frozenset({"ask", "item"}),
    "more_tasks": frozenset({"number"}),
    "task_by": frozenset({"ask", "value"}),
    "assumed_in_order": frozenset({"label", "value"}),
    "said": frozenset({"label", "value"}),
    "assumed": frozenset({"label", "value"}),
    "taken": frozenset({"label", "value"}),
    "taken_whole": frozenset({"sentence"}),
    "open": frozenset({"question"}),
    "open_fallback": frozenset({"question", "fallback"}),
    "open_moment": frozenset({"question", "fallback"}),
    "open_options": frozenset({"question", "a", "b"}),
    "open_assumed": frozenset({"label", "fallback"}),
    "open_unsettled": frozenset({"label"}),
    "overdue": frozenset({"value", "fallback"}),
    "undated": frozenset({"value", "fallback"}),
    "silence": frozenset({"moment"}),
    "care": frozenset(),
    "short_of_time": frozenset(),
    "no_deadline": frozenset(),
}
"""The sentences of a confirmation, each with the placeholders that it may hold."""
_LATER = (
    *("several", "understood_several", "of_task", "more_tasks", "task_by", "assumed_in_order"),
    *("taken", "taken_whole"),
)
"""The sentences that a file of an earlier version does not have."""


def read_templates(file: Node, shipped: Templates | None = None) -> Templates:
    """The wording of a message in a file; raises DamagedFile with the line and the form that was expected.

    A person's own file may be older than some sentences: those come from `shipped` then.
    """
    later = _LATER if shipped else ()
    needed = [name for name in _SENTENCES if name not in later]
    keys = file.keys(required=needed, optional=["fillers", *later])
    given = {name: check_template(keys[name], known).template for name, known in _SENTENCES.items() if name in keys}
    sentences = {**(shipped.sentences if shipped else {}), **given}
    return Templates(sentences, read_plain_list(keys["fillers"]) if "fillers" in keys else ())
