"""What is said of each task: its owner, and which of the findings are its own and which hold for all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from clarify.read.handoff.acts import Act, act_of
from clarify.read.handoff.dates import sentence_of
from clarify.read.handoff.findings import Due, Finding, Handoff, Task
from clarify.read.mail.sentences import Sentence
from clarify.read.patterns import WORD, phrases
from clarify.read.spans import Span

_Found = TypeVar("_Found", bound=Finding)
_EVERYTHING = phrases("all, both, everything, each, these, them, three things, the following, the list")
_TO_OWNER = re.compile(
    r"[\s,:;|–—-]*(?:(?i:to|will|please|pls|can you|could you|would you|you|your job is|needs to|is to)[\s,:]+){0,2}"
)
"""What may stand between an owner and the task: “Ana: …”, “Tom to …”, “Mia, can you …”, “Ana | …”."""


def with_own_findings(
    handoff: Handoff,
    sentences: Sequence[Sentence],
    deadlines: Sequence[Due],
    visions: Sequence[Finding],
    whys: Sequence[Finding],
) -> Handoff:
    """The hand-off, with owner, deadline, vision and why of each task.

    If there are two deadlines or more, each belongs to the task beside it. A single one holds for all tasks, but it is
    not sure for those of which it was not said. A vision belongs to the task before it, if something is made there; if
    none belongs to any, the first is of the first task. A why belongs to the task before it, but one before the first
    task or behind the last one holds for all.
    """
    tasks = handoff.tasks
    if len(tasks) < 2:
        own = [replace(task, deadline=handoff.deadline, vision=handoff.vision, why=handoff.why) for task in tasks]
        return replace(handoff, tasks=tuple(own))
    several = len({due.due or due.text for due in deadlines}) > 1
    of_all = _of_all(handoff.deadline, tasks, sentences)
    dates = _placed(deadlines, tasks, sentences)
    reasons = [(why, None if at == len(tasks) - 1 else at) for why, at in _placed(whys, tasks, sentences)]
    looks = [(vision, at or 0) for vision, at in _placed(visions, tasks, sentences) if _is_of(vision, tasks[at or 0])]
    own = [
        replace(
            task,
            deadline=_at(dates, number, None) if several else of_all[number],
            why=_at(reasons, number) or _at(reasons, None),
            vision=_at(looks, number) if looks else handoff.vision if number == 0 else None,
        )
        for number, task in enumerate(tasks)
    ]
    return replace(handoff, tasks=tuple(own))


def _placed(
    spans: Sequence[_Found], tasks: Sequence[Task], sentences: Sequence[Sentence]
) -> list[tuple[_Found, int | None]]:
    """Each span with the number of the task that it belongs to."""
    return [(span, _beside(span, tasks, sentences)) for span in spans]


def _at(placed: Sequence[tuple[_Found, int | None]], *places: int | None) -> _Found | None:
    """The first span at one of these places."""
    return next((span for span, at in placed if at in places), None)


def with_owners(tasks: Sequence[Task], people: Sequence[Finding], text: str) -> list[Task]:
    """The tasks, each with the person who is named right before it as the one to do it."""
    owned = []
    for task in tasks:
        before = [person for person in people if person.end <= task.start]
        owner = before[-1] if before and _TO_OWNER.fullmatch(text, before[-1].end, task.start) else None
        owned.append(replace(task, owner=owner))
    return owned


def _beside(span: Span, tasks: Sequence[Task], sentences: Sequence[Sentence]) -> int | None:
    """The number of the task that a span belongs to; None if it stands before all of them, in a sentence of its own."""
    inside = next((number for number, task in enumerate(tasks) if task.start <= span.start < task.end), None)
    if inside is not None:
        return inside
    before = [number for number, task in enumerate(tasks) if task.start < span.start]
    said = sentence_of(span, sentences)
    here = [number for number, task in enumerate(tasks) if said and said.holds(task)]
    if here:
        behind = [number for number in here if number in before]
        return behind[-1] if behind else here[0]
    return before[-1] if before else None


def _is_of(vision: Span, task: Task) -> bool:
    """True if a vision beside a task describes its result: not “Keep it to one page” behind “call Ana”."""
    return vision.start < task.end or act_of(task.text) == Act.OPEN


def _of_all(due: Due | None, tasks: Sequence[Task], sentences: Sequence[Sentence]) -> list[Due | None]:
    """The single deadline for each task; not sure if it was said of another task, in a sentence of its own."""
    said = sentence_of(due, sentences) if due else None
    if due is None or said is None:
        return [due for _ in tasks]
    end = said.start + len(said.text)
    beside = [task for task in tasks if said.holds(task)]
    if named := _named_in(said, tasks) if not beside else None:
        return [due if task == named else replace(due, sure=False) for task in tasks]
    if due.start < tasks[0].start or _EVERYTHING.search(said.text):
        return [due for _ in tasks]
    return [replace(due, sure=False) if (beside and t.start < said.start) or t.start >= end else due for t in tasks]


def _named_in(sentence: Sentence, tasks: Sequence[Task]) -> Task | None:
    """The one task that a later sentence mentions again, or None: “I need the list by Thursday”."""
    said = {word[0].lower() for word in WORD.finditer(sentence.text)}
    named = [task for task in tasks if any(len(w[0]) > 3 and w[0].lower() in said for w in WORD.finditer(task.text))]
    return named[0] if len(named) == 1 else None
