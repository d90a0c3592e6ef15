"""Several tasks in one message: what the words beside each say of it, and what holds for all."""

from dataclasses import replace
from datetime import datetime

from clarify.handoff.acts import Act, act_of
from clarify.handoff.due import DeadlineReader, find_deadline
from clarify.handoff.findings import Due, Handoff, Span, without_end
from clarify.handoff.layout import lay_out
from clarify.handoff.patterns import WORD, phrases
from clarify.handoff.sentences import Sentence, sentences_of
from clarify.handoff.vision import find_vision
from clarify.handoff.why import find_why
from clarify.moments import Conventions

_EVERYTHING = phrases("all, both, everything, each, these, them, three things, the following, the list")


def each_of(text: str, handoff: Handoff, now: datetime, conventions: Conventions) -> list[Handoff]:
    """The hand-off as it concerns each of its tasks.

    Two deadlines or more are each that of the task that they stand beside; one is that of all, though for those that
    it was not said of it is not sure. How a result is to look belongs to the task before it, if something is made
    there; a reason too, but one behind the last task is for all of them.
    """
    layout = lay_out(text)
    sentences = [*sentences_of(text, layout.body), *sentences_of(text, layout.forwarded)]
    reader = DeadlineReader(now, conventions)
    parts = [_beside(sentences, handoff.tasks, n) for n in range(len(handoff.tasks))]
    deadlines: list[Due | None] = [find_deadline(part, reader) for part in parts]
    if len({due.due or due.text for due in deadlines if due}) < 2:
        deadlines = [_of_all(handoff.deadline, task, handoff.tasks, sentences) for task in handoff.tasks]
    visions = [
        without_end(_of_task(find_vision(part), task), due)
        for part, task, due in zip(parts, handoff.tasks, deadlines, strict=True)
    ]
    if not any(visions):
        visions[0] = handoff.vision
    return [
        replace(handoff, tasks=(task,), deadline=deadline, vision=vision, why=why)
        for task, deadline, vision, why in zip(
            handoff.tasks, deadlines, visions, _reasons(parts, handoff.why), strict=True
        )
    ]


def _of_task(vision: Span | None, task: Span) -> Span | None:
    """What is to be made there is like this; “Keep it to one page” behind “call Ana” is of another task."""
    return vision if vision and (vision.start < task.end or act_of(task.text) == Act.OPEN) else None


def _of_all(due: Due | None, task: Span, tasks: tuple[Span, ...], sentences: list[Sentence]) -> Due | None:
    """The one deadline as it holds for a task: for sure, unless it was said of another in a sentence of its own."""
    said = next((s for s in sentences if due and s.start <= due.start < s.start + len(s.text)), None)
    if due is None or said is None:
        return due
    named = _named_in(said, tasks)
    if named:
        return replace(due, sure=task == named)
    if due.start < tasks[0].start or _EVERYTHING.search(said.text):
        return due
    end = said.start + len(said.text)
    of_others = any(said.start <= other.start < end for other in tasks) and task.start < said.start
    return replace(due, sure=not (of_others or task.start >= end))


def _named_in(sentence: Sentence, tasks: tuple[Span, ...]) -> Span | None:
    """The one task that a sentence without a task of its own speaks of again: “I need the list by Thursday”."""
    end = sentence.start + len(sentence.text)
    if any(sentence.start <= task.start < end for task in tasks):
        return None
    said = {word[0].lower() for word in WORD.finditer(sentence.text)}
    named = [task for task in tasks if any(len(w[0]) > 3 and w[0].lower() in said for w in WORD.finditer(task.text))]
    return named[0] if len(named) == 1 else None


def _reasons(parts: list[list[Sentence]], of_all: Span | None) -> list[Span | None]:
    own = [find_why(part) for part in parts[:-1]]
    if of_all and any(reason and reason.start == of_all.start for reason in own):
        of_all = find_why(parts[-1])
        return [*own, of_all]
    return [*(reason or of_all for reason in own), of_all]


def _beside(sentences: list[Sentence], tasks: tuple[Span, ...], number: int) -> list[Sentence]:
    """What stands from a task on, up to the next: the rest of its sentence, and the sentences behind it."""
    start = tasks[number].start
    end = tasks[number + 1].start if number + 1 < len(tasks) else None
    parts = []
    for sentence in sentences:
        begin = max(sentence.start, start) - sentence.start
        stop = len(sentence.text) if end is None else end - sentence.start
        if sentence.text[begin : max(0, stop)].strip():
            inside = [tasks[number]] if sentence.start + begin <= start < sentence.start + stop else []
            parts.append(Sentence(sentence.text[begin : max(0, stop)], sentence.start + begin, inside))
    return parts
