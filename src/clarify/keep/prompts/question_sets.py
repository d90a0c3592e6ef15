"""Reads a file of `questions/`: a question set."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from clarify.ask.questions import DEPTHS, FAR, FollowUp, Question, QuestionSet
from clarify.keep.prompts.texts import check_template, read_suggestions
from clarify.keep.yaml.reading import Node
from clarify.read.vague import TASKS

PLACEHOLDERS = {
    "ask": frozenset({"leader"}),
    "why": frozenset({"leader"}),
    "said": frozenset({"value"}),
    "question": frozenset({"leader", "fallback"}),
}
"""What may stand in the texts of a question: the leader's first name, the answer, what the owner would do."""


def read_question_set(name: str, file: Node) -> QuestionSet:
    """The set out of its file; raises DamagedFile with line and what was expected."""
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
    return QuestionSet(name, keys["title"].text(), tuple(questions))


_TEXTS = ("example", "said", "question", "fallback")


_SEVERAL = ("once", "same", "each")
_ONCE = ("leader", "deadline", "urgency")
"""What is asked once for tasks that came together, in a set that says nothing of it."""


def _read_question(node: Node) -> Question:
    keys = node.keys(
        required=["key", "label", "ask", "why"],
        optional=["depth", "when", "suggest", "then", "options", "risk", "several", "for_all", *_TEXTS],
    )
    _check_templates(keys)
    question = _question(keys)
    return replace(question, for_all=_read_for_all(keys["for_all"], question)) if "for_all" in keys else question


def _check_templates(keys: dict[str, Node]) -> None:
    for field, known in PLACEHOLDERS.items():
        if field in keys:
            check_template(keys[field], known)


def _read_for_all(node: Node, question: Question) -> Question:
    """The question with those of its parts in other words that are given."""
    keys = node.keys(required=[], optional=["ask", "why", "suggest", "options", *_TEXTS])
    _check_templates(keys)
    texts = _given(keys, ("ask", "why", *_TEXTS))
    suggest = read_suggestions(keys["suggest"], TASKS) if "suggest" in keys else question.suggest
    options = _read_options(keys["options"]) if "options" in keys else question.options
    # Beside other options, or a fallback, the first ones would say something else.
    texts.setdefault("fallback", "" if "options" in keys else question.fallback)
    return replace(question, suggest=suggest, options=() if "fallback" in keys else options, **texts)


def _question(keys: dict[str, Node]) -> Question:
    key = _read_key(keys["key"])
    return Question(
        key=key,
        several=keys["several"].one_of(*_SEVERAL) if "several" in keys else "once" if key in _ONCE else "each",
        label=keys["label"].text(),
        ask=keys["ask"].text(),
        why=keys["why"].text(),
        depth=keys["depth"].one_of(*DEPTHS) if "depth" in keys else "normal",
        when=_read_condition(keys["when"]) if "when" in keys else (),
        suggest=read_suggestions(keys["suggest"]) if "suggest" in keys else (),
        then=_read_follow_up(keys["then"]) if "then" in keys else None,
        options=_read_options(keys["options"]) if "options" in keys else (),
        risk=keys["risk"].number() if "risk" in keys else 99,
        **_given(keys, _TEXTS),
    )


def _given(keys: dict[str, Node], fields: Iterable[str]) -> dict[str, Any]:
    return {field: keys[field].text() for field in fields if field in keys}


def _read_key(node: Node) -> str:
    key = node.text("a short name, such as “scope”")
    if not key.isidentifier() or not key.isascii():
        raise node.wrong(f"expected a name of letters and digits, not “{key}”")
    return key


def _read_condition(node: Node) -> str | tuple[str, ...]:
    return node.texts() if isinstance(node.value, list) else node.one_of(FAR)


def _read_follow_up(node: Node) -> FollowUp:
    keys = node.keys(required=["unless", "ask"], optional=["suggest"])
    suggest = read_suggestions(keys["suggest"]) if "suggest" in keys else ()
    return FollowUp(keys["unless"].texts(), check_template(keys["ask"], PLACEHOLDERS["ask"]).template, suggest)


def _read_options(node: Node) -> tuple[str, ...]:
    options = node.texts()
    if len(options) != 2:
        raise node.wrong("expected two options, A and B")
    return options
