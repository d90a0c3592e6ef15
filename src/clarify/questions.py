"""Question sets: what is asked, in which order, and how each answer stands in the message. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from clarify.wording import Suggestions, read_suggestions
from clarify.yamlfile import Place, check_template

DEPTHS = ("quick", "normal", "deep")
FAR = "far"
"""The condition of a question that is asked only where the deadline is more than a day off, or not known."""
PLACEHOLDERS = {
    "ask": frozenset({"leader"}),
    "why": frozenset({"leader"}),
    "said": frozenset({"value"}),
    "question": frozenset({"leader", "fallback"}),
}
"""What may stand in the texts of a question: the leader's first name, the answer, what the owner would do."""


@dataclass(frozen=True)
class FollowUp:
    """A second look at an answer that holds none of the words in `unless`."""

    unless: tuple[str, ...]
    ask: str
    suggest: Suggestions = ()


@dataclass(frozen=True)
class Question:
    """One question, and how its answer is worded in the message."""

    key: str
    label: str
    ask: str
    why: str
    example: str = ""
    depth: str = "normal"
    when: str | tuple[str, ...] = ()
    """`"far"`, words of which one must have been used, or nothing: always."""
    suggest: Suggestions = ()
    then: FollowUp | None = None
    said: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
    fallback: str = ""
    risk: int = 99


@dataclass(frozen=True)
class QuestionSet:
    """Questions in their order."""

    name: str
    title: str
    questions: tuple[Question, ...]

    def __iter__(self) -> Iterator[Question]:
        """The questions, in the order in which they are asked."""
        return iter(self.questions)

    @property
    def names(self) -> list[str]:
        """The keys of all questions, in their order."""
        return [question.key for question in self]

    def get(self, key: str) -> Question:
        """The question with this key; a plain one for a key that the set does not have (a brief may hold such)."""
        plain = Question(key=key, label=key.capitalize(), ask=f"{key.capitalize()}?", why="")
        return next((question for question in self if question.key == key), plain)


def read_question_set(name: str, file: Place) -> QuestionSet:
    """The set out of its file; raises DamagedFile with line and what was expected."""
    keys = file.keys(required=["title", "questions"], optional=[])
    questions: list[Question] = []
    for place in keys["questions"].items():
        question = _read_question(place)
        if question.key in (earlier.key for earlier in questions):
            raise place.wrong(f"the key “{question.key}” stands twice")
        questions.append(question)
    names = [question.key for question in questions]
    for needed in ("ask", "leader"):
        if needed not in names:
            raise keys["questions"].wrong(f"a question with “key: {needed}” is needed")
    return QuestionSet(name, keys["title"].text(), tuple(questions))


_TEXTS = ("example", "said", "question", "fallback")


def _read_question(place: Place) -> Question:
    keys = place.keys(
        required=["key", "label", "ask", "why"],
        optional=["depth", "when", "suggest", "then", "options", "risk", *_TEXTS],
    )
    for field, known in PLACEHOLDERS.items():
        if field in keys:
            check_template(keys[field], known)
    return Question(
        key=_read_key(keys["key"]),
        label=keys["label"].text(),
        ask=keys["ask"].text(),
        why=keys["why"].text(),
        depth=keys["depth"].one_of(*DEPTHS) if "depth" in keys else "normal",
        when=_read_condition(keys["when"]) if "when" in keys else (),
        suggest=read_suggestions(keys["suggest"]) if "suggest" in keys else (),
        then=_read_follow_up(keys["then"]) if "then" in keys else None,
        options=_read_options(keys["options"]) if "options" in keys else (),
        risk=keys["risk"].number() if "risk" in keys else 99,
        **{field: keys[field].text() for field in _TEXTS if field in keys},
    )


def _read_key(place: Place) -> str:
    key = place.text("a short name, such as “scope”")
    if not key.isidentifier() or not key.isascii():
        raise place.wrong(f"expected a name of letters and digits, not “{key}”")
    return key


def _read_condition(place: Place) -> str | tuple[str, ...]:
    return place.texts() if isinstance(place.value, list) else place.one_of(FAR)


def _read_follow_up(place: Place) -> FollowUp:
    keys = place.keys(required=["unless", "ask"], optional=["suggest"])
    suggest = read_suggestions(keys["suggest"]) if "suggest" in keys else ()
    return FollowUp(keys["unless"].texts(), check_template(keys["ask"], PLACEHOLDERS["ask"]).template, suggest)


def _read_options(place: Place) -> tuple[str, ...]:
    options = place.texts()
    if len(options) != 2:
        raise place.wrong("expected two options, A and B")
    return options
