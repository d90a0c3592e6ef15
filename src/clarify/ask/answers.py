"""What a person typed, turned into an answer: its standing, and the moment that a deadline names. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from clarify.brief import Answer, Brief, Standing, spoken
from clarify.moments import Conventions, how_far, in_full
from clarify.text import one_line, told_apart

DEADLINE = "deadline"


def understand(key: str, text: str, now: datetime, conventions: Conventions) -> Answer:
    """The answer to question `key` in the words `text`: `Thursday` said, `Thursday?` a guess, `?` or nothing open."""
    return settle(key, spoken(text), now, conventions)


def settle(key: str, answer: Answer, now: datetime, conventions: Conventions) -> Answer:
    """The answer with the moment that its words name, where they were not read yet or were changed since."""
    if key != DEADLINE or answer.standing is Standing.OPEN or is_settled(answer):
        return answer
    from clarify.read.deadline import read_deadline  # only where a deadline is read

    deadline = read_deadline(answer.value, now, conventions)
    return replace(answer, due=deadline.due if deadline else None, read_from=answer.value if deadline else "")


def is_settled(answer: Answer) -> bool:
    """Whether `due` belongs to the words of the answer. One that a person wrote beside them is kept."""
    return answer.due is not None and answer.read_from in ("", answer.value)


def settle_brief(brief: Brief, now: datetime, conventions: Conventions) -> Brief:
    """The brief with its deadline settled."""
    answer = brief.answers.get(DEADLINE)
    if answer is None:
        return brief
    settled = settle(DEADLINE, answer, now, conventions)
    return brief if settled == answer else brief.with_answer(DEADLINE, settled)


def put_first(asks: Sequence[str]) -> list[str]:
    """For each task, the words that put it before the others."""
    return [f"“{name}” first" for name in told_apart([one_line(ask) for ask in asks], 6)]


STANDINGS = {
    Standing.SAID: "said",
    Standing.ASSUMED: "your guess",
    Standing.OPEN: "open",
    Standing.CONFIRMED: "confirmed",
}
"""How a standing is named on the screen."""


def in_words(answer: Answer, now: datetime) -> str:
    """An answer for the screen: a deadline as its moment and how far off it is, with the words it was read from."""
    if answer.due is None:
        return one_line(answer.value)
    moment = in_full(answer.due, now)
    words = "" if one_line(answer.value) == moment else f" ({one_line(answer.value)})"
    return f"{moment}, {how_far(answer.due, now)}{words}"
