"""Question sets: the questions, their order, and how each answer stands in the message. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from clarify.read.vague import Suggestions

DEPTHS = ("quick", "normal", "deep")
FAR = "far"
"""The condition of a question that is asked only where the deadline is more than a day off, or not known."""


@dataclass(frozen=True)
class FollowUp:
    """A second question, about an answer that holds none of the words in `unless`."""

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
    """The condition: `"far"`, or words of which one must have been used; if empty, it is always asked."""
    suggest: Suggestions = ()
    then: FollowUp | None = None
    said: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
    fallback: str = ""
    risk: int = 99
    several: str = "each"
    """For several tasks: `once` for all, `each`, or `same` (of each, and the answer before it is proposed)."""
    for_all: "Question | None" = None
    """The wording where one answer is for several tasks; None if it is the same."""

    @property
    def worded_for_all(self) -> "Question":
        """The question in its wording for several tasks."""
        return self.for_all or self


@dataclass(frozen=True)
class QuestionSet:
    """Questions, in the order in which they are asked."""

    name: str
    title: str
    questions: tuple[Question, ...]

    def __iter__(self) -> Iterator[Question]:
        """The questions in their order."""
        return iter(self.questions)

    @property
    def names(self) -> list[str]:
        """The keys of all questions, in their order."""
        return [question.key for question in self]

    def get(self, key: str) -> Question:
        """The question with this key; a plain one for a key that the set does not have (a brief may hold such)."""
        plain = Question(key=key, label=key.capitalize(), ask=f"{key.capitalize()}?", why="")
        return next((question for question in self if question.key == key), plain)

    def for_all(self, keys: Collection[str]) -> "QuestionSet":
        """The set with these questions worded for several tasks."""
        worded = (question.worded_for_all if question.key in keys else question for question in self)
        return replace(self, questions=tuple(worded))
