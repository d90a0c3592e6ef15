"""Reads a file of `questions/`: a question set."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from clarify.ask.questions import DEPTHS, FAR, FollowUp, Question, QuestionSet
from clarify.keep.prompts.texts import check_template, read_plain, read_plain_list, read_suggestions
from clarify.keep.yaml.reading import Node
from clarify.read.vague import TASKS

PLACEHOLDERS = {
    "ask": frozenset({"leader"}),
    "why": frozenset({"leader"}),
    "said": frozenset({"value"}),
    "question": frozenset({"leader", "fallback"}),
}
"""The placeholders in the texts of a question: the leader's first name, the answer, the owner's own plan."""
_TEXTS = ("example", "said", "question", "fallback")
_ONCE = ("leader", "deadline", "urgency")
"""The questions that are asked once for tasks that came together, if the set says nothing about it."""


def read_question_set(name: str, file: Node) -> QuestionSet:
    """The question set in a file; raises DamagedFile with the line and the form that was expected."""
    keys = file.keys(required=["title", "questions"], optional=[])
    questions: list[Question] = []
    for node in keys["questions"].items():
        question = _read_question(node)
        if question.key in (earlier.key for earlier in questions):
            raise node.wrong(f"the key “{question.key}” stands twice")
        questions.append(question)
    names = [question.key for question in questions]
    for needed in ("ask", "leader"):
        if needed not in names:
            raise keys["questions"].wrong(f"a question with “key: {needed}” is needed")
    return QuestionSet(name, read_plain(keys["title"]), tuple(questions))


def _read_question(node: Node) -> Question:
    keys = node.keys(
        required=["key", "label", "ask", "why"],
        optional=["depth", "when", "suggest", "then", "options", "risk", "several", "for_all", *_TEXTS],
    )
    _check_templates(keys)
    fields = ("several", "label", "ask", "why", "depth", "when", "suggest", "then", "options", "risk", *_TEXTS)
    key = _read_key(keys["key"])
    question = Question(**{"key": key, "several": "once" if key in _ONCE else "each", **_given(keys, fields)})
    return replace(question, for_all=_read_for_all(keys["for_all"], question)) if "for_all" in keys else question


def _check_templates(keys: dict[str, Node]) -> None:
    for field, known in PLACEHOLDERS.items():
        if field in keys:
            check_template(keys[field], known)


def _read_for_all(node: Node, question: Question) -> Question:
    """The question as it is worded for several tasks; parts that are not given stay as they are."""
    keys = node.keys(required=[], optional=["ask", "why", "suggest", "options", *_TEXTS])
    _check_templates(keys)
    parts = _given(keys, ("ask", "why", *_TEXTS))
    if "suggest" in keys:
        parts["suggest"] = read_suggestions(keys["suggest"], TASKS)
    parts |= _given(keys, ["options"])
    # Beside other options, or a fallback, the first ones would say something else.
    if "fallback" in keys:
        parts["options"] = ()
    elif "options" in keys:
        parts["fallback"] = ""
    return replace(question, **parts)


def _read_key(node: Node) -> str:
    key = node.text("a short name, such as “scope”")
    if not key.isidentifier() or not key.isascii():
        raise node.wrong(f"expected a name of letters and digits, not “{key}”")
    return key


def _read_follow_up(node: Node) -> FollowUp:
    keys = node.keys(required=["unless", "ask"], optional=["suggest"])
    suggest = read_suggestions(keys["suggest"]) if "suggest" in keys else ()
    return FollowUp(keys["unless"].texts(), check_template(keys["ask"], PLACEHOLDERS["ask"]).template, suggest)


def _read_options(node: Node) -> tuple[str, ...]:
    options = read_plain_list(node)
    if len(options) != 2:
        raise node.wrong("expected two options, A and B")
    return options


_READERS: Mapping[str, Callable[[Node], Any]] = {
    "several": lambda node: node.one_of("once", "same", "each"),
    "depth": lambda node: node.one_of(*DEPTHS),
    "when": lambda node: node.texts() if isinstance(node.value, list) else node.one_of(FAR),
    "suggest": read_suggestions,
    "label": read_plain,
    "example": read_plain,
    "fallback": read_plain,
    "then": _read_follow_up,
    "options": _read_options,
    "risk": Node.number,
}
"""The readers of the parts of a question that are not a plain text."""


def _given(keys: dict[str, Node], fields: Iterable[str]) -> dict[str, Any]:
    """The values of those fields that are in the file."""
    return {field: _READERS.get(field, Node.text)(keys[field]) for field in fields if field in keys}
