"""What is said of each task: its owner, and which of the findings are its own and which hold for all."""

import re
from collections.abc import Sequence
from dataclasses import replace

from clarify.read.handoff.acts import Act, act_of
from clarify.read.handoff.dates import sentence_of
from clarify.read.handoff.findings import Due, Finding, Handoff, Task
from clarify.read.mail.sentences import Sentence
from clarify.read.patterns import WORD, phrases
from clarify.read.spans import Span

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
    not sure for those of which it was not said. A vision belongs to the task before it, if something is made there.
    So does a why, but one before the first task or behind the last one holds for all.
    """
    tasks = handoff.tasks
    if len(tasks) < 2:
        own = [replace(task, deadline=handoff.deadline, vision=handoff.vision, why=handoff.why) for task in tasks]
        return replace(handoff, tasks=tuple(own))
    several = len({due.due or due.text for due in deadlines}) > 1
    of_all = _of_all(handoff.deadline, tasks, sentences)
    placed = [(due, _beside(due, tasks, sentences)) for due in deadlines]
    beside = [(why, _beside(why, tasks, sentences)) for why in whys]
    reasons = [(why, None if at == len(tasks) - 1 else at) for why, at in beside]
    looks = [(vision, _made_before(vision, tasks, sentences)) for vision in visions]
    own = []
    for number, task in enumerate(tasks):
        due = next((due for due, at in placed if at in (number, None)), None) if several else of_all[number]
        why = next((why for why, at in reasons if at == number), None) or next(
            (w for w, at in reasons if at is None), None
        )
        vision = next((vision for vision, at in looks if at == number), None)
        own.append(replace(task, deadline=due, vision=vision, why=why))
    return replace(handoff, tasks=tuple(own))


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
    said = sentence_of(span.start, sentences)
    here = [number for number, task in enumerate(tasks) if said and said.holds(task)]
    if here:
        behind = [number for number in here if number in before]
        return behind[-1] if behind else here[0]
    return before[-1] if before else None


def _made_before(vision: Span, tasks: Sequence[Task], sentences: Sequence[Sentence]) -> int:
    """The number of the task whose result a vision describes: not “call Ana” for “Keep it to one page” behind it."""
    beside = _beside(vision, tasks, sentences) or 0
    if tasks[beside].start <= vision.start < tasks[beside].end:
        return beside
    made = [number for number in range(beside + 1) if act_of(tasks[number].text) == Act.OPEN]
    return made[-1] if made else beside


def _of_all(due: Due | None, tasks: Sequence[Task], sentences: Sequence[Sentence]) -> list[Due | None]:
    """The single deadline for each task; not sure if it was said of another task, in a sentence of its own."""
    said = sentence_of(due.start, sentences) if due else None
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
