"""Makes a brief of each task of a hand-off, or one brief for all of them. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clarify.ask.found import Found, without_ask
from clarify.text import joined

if TYPE_CHECKING:
    from clarify.ask.interview import Interview

EACH, ONE = "each", "together"
"""The two ways to treat several tasks: a brief of each, or one for all of them."""
FEW = 4
"""Up to so many tasks, a brief of each is proposed: more would be too many questions for one sitting."""


def usual(found: Sequence[Found]) -> str:
    """EACH or ONE: the usual way for so many tasks, unless the person says otherwise."""
    return EACH if len(found) <= FEW else ONE


def interview_about(lead: "Interview", found: Sequence[Found], how: str) -> "Interview":
    """The interview about these tasks; `lead` holds what was given as options."""
    if len(found) > 1 and how == EACH:
        return lead.split(sorted(found, key=_urgency))
    if len(found) > 1:
        lead.briefs = [replace(lead.briefs[0], ask=_ask_for_all(found))]
    lead.offer(found[0] if len(found) == 1 else _found_for_all(found))
    return lead


def _urgency(found: Found) -> float:
    """To be sorted by: the task that is due first comes first, one without a date last."""
    due = found["deadline"].due if "deadline" in found else None
    return due.timestamp() if due else float("inf")


def _ask_for_all(found: Sequence[Found]) -> str:
    """The tasks in one sentence; if they are due at different moments, each with its deadline."""
    dues = [one["deadline"].value if "deadline" in one else "" for one in found]
    with_due = len({due for due in dues if due}) > 1
    return joined([f"{one['ask'].value} {due if with_due else ''}" for one, due in zip(found, dues, strict=True)])


def _found_for_all(found: Sequence[Found]) -> Found:
    """The first answer to each question that is found for one of the tasks; of several deadlines the earliest."""
    answers = {key: answer for one in reversed(found) for key, answer in without_ask(one).items()}
    dated = [answer for one in found if (answer := one.get("deadline")) and answer.due]
    if dated:
        earliest = min(dated, key=lambda answer: answer.due.timestamp() if answer.due else 0)
        of_the_first = f"{earliest.value}, for the first of them"
        several = len({answer.due for answer in dated}) > 1
        answers["deadline"] = replace(earliest, value=of_the_first, read_from=of_the_first) if several else earliest
    return answers
