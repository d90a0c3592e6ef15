"""Finds the questions of a set that are still to be asked about a brief. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from clarify.ask.answers import ASK, LEADER, OWN_FIELDS
from clarify.ask.questions import DEPTHS, FAR, Question, QuestionSet
from clarify.brief import OPEN, Brief


def pending(brief: Brief, questions: QuestionSet, now: datetime, asked: Sequence[str] = ()) -> list[Question]:
    """The questions that are still to be asked, in their order; those with a key in `asked` are not asked again."""
    held = {**dict.fromkeys(brief.answers, True), ASK: bool(brief.ask), LEADER: brief.leader is not None}
    return [q for q in questions if q.key not in asked and not held.get(q.key) and _applies(brief, q, now)]


def with_rest_open(brief: Brief, questions: QuestionSet, now: datetime) -> Brief:
    """The brief with every answer left open that would still be asked for."""
    rest = {q.key: OPEN for q in pending(brief, questions, now) if q.key not in OWN_FIELDS}
    return replace(brief, answers={**brief.answers, **rest})


def in_order(brief: Brief, questions: QuestionSet) -> Brief:
    """The brief with its answers in the order of the questions; answers to questions of other sets come last."""
    order = [*questions.names, *brief.answers]
    return replace(brief, answers={key: brief.answers[key] for key in sorted(brief.answers, key=order.index)})


def mentions(text: str, words: Sequence[str]) -> bool:
    """True if one of the words stands in `text` as a whole word."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in words)


def _applies(brief: Brief, question: Question, now: datetime) -> bool:
    depth = brief.depth if brief.depth in DEPTHS else "normal"
    if DEPTHS.index(question.depth) > DEPTHS.index(depth):
        return False
    if question.when == FAR:
        # Not known yet counts as far, so that the number of questions can only become smaller on the way.
        return brief.due is None or brief.due - now > timedelta(days=1)
    return not question.when or any(mentions(text, question.when) for text in brief.words())
