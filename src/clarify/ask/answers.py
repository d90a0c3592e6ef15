"""Turns what a person typed into an answer: its standing, and the moment that a deadline names. Pure."""

from dataclasses import replace
from datetime import datetime

from clarify.brief import OPEN, Answer, Brief, Standing, parse_answer
from clarify.moments import Conventions, how_far, in_full, same_clock, zone_name, zone_of
from clarify.text import one_line

ASK, LEADER, DEADLINE, URGENCY, EFFORT = "ask", "leader", "deadline", "urgency", "effort"
OWN_FIELDS = (ASK, LEADER)
"""Keys that a question set asks for, and that a brief holds as fields of its own, not among its answers."""
STANDINGS = {
    Standing.SAID: "said",
    Standing.ASSUMED: "your guess",
    Standing.OPEN: "open",
    Standing.CONFIRMED: "confirmed",
}
"""The names of standings on the screen."""


def answer_to(key: str, text: str, now: datetime, conventions: Conventions) -> Answer:
    """The answer to question `key` in the words `text`: `Thursday` said, `Thursday?` a guess, `?` or nothing open."""
    return with_moment(key, parse_answer(text), now, conventions)


def with_moment(key: str, answer: Answer, now: datetime, conventions: Conventions) -> Answer:
    """The answer with the moment that its words name. A moment that a person wrote beside the words is kept."""
    is_read = answer.due is not None and answer.read_from in ("", answer.value)
    if key != DEADLINE or answer.standing is Standing.OPEN or is_read:
        return answer
    from clarify.read.deadline import read_deadline  # only where a deadline is read

    deadline = read_deadline(answer.value, now, conventions)
    return replace(answer, due=deadline.due if deadline else None, read_from=answer.value if deadline else "")


def settle_brief(brief: Brief, now: datetime, conventions: Conventions) -> Brief:
    """The brief with the moment that the words of its deadline name."""
    answer = brief.answers.get(DEADLINE, OPEN)
    settled = with_moment(DEADLINE, answer, now, conventions)
    return brief if settled == answer else brief.with_answer(DEADLINE, settled)


def describe(answer: Answer, now: datetime) -> str:
    """The answer for the screen: a deadline as its moment and how far off it is, with the words it was read from."""
    words = one_line(answer.value)
    if answer.due is None:
        return words
    here = answer.due.astimezone(zone_of(now))
    moment = in_full(here, now)
    if not same_clock(answer.due, zone_of(now)):  # it was read on another clock
        words += f": {in_full(answer.due, now)} {zone_name(answer.due)}"
    return f"{moment}, {how_far(here, now)}" + ("" if words == moment else f" ({words})")
