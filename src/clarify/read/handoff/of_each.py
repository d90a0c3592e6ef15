"""Several tasks in one message: the findings of each task, and those that hold for all."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clarify.read.handoff.findings import Due, Handoff, Task, without_end
from clarify.read.handoff.grammar import Act, DeadlineReader, act_of, find_deadline, find_vision, find_why
from clarify.read.mail.sentences import Sentence
from clarify.read.patterns import WORD, phrases
from clarify.read.spans import Span

_EVERYTHING = phrases("all, both, everything, each, these, them, three things, the following, the list")


def with_own_findings(handoff: Handoff, sentences: Sequence[Sentence], reader: DeadlineReader) -> Handoff:
    """The hand-off, with its own deadline, vision and why for each task.

    If there are two deadlines or more, each belongs to the task beside it. A single one holds for all tasks, but it is
    not sure for those of which it was not said. A vision belongs to the task before it, if something is made there.
    So does a why, but one behind the last task holds for all.
    """
    tasks = handoff.tasks
    if len(tasks) < 2:
        return handoff
    parts = list(_beside(sentences, tasks))
    deadlines: list[Due | None] = [find_deadline(part, reader) for part in parts]
    if len({due.due or due.text for due in deadlines if due}) < 2:
        deadlines = _of_all(handoff.deadline, tasks, sentences)
    visions = [
        without_end(_of_task(find_vision(part), task), due)
        for part, task, due in zip(parts, tasks, deadlines, strict=True)
    ]
    if not any(visions):
        visions[0] = handoff.vision
    found = zip(tasks, deadlines, visions, _reasons(parts, handoff.why), strict=True)
    own = [replace(task, deadline=due, vision=vision, why=why) for task, due, vision, why in found]
    return replace(handoff, tasks=tuple(own))


def _of_task(vision: Span | None, task: Task) -> Span | None:
    """The vision, or None if it belongs to another task: “Keep it to one page” behind “call Ana”."""
    return vision if vision and (vision.start < task.end or act_of(task.text) == Act.OPEN) else None


def _of_all(due: Due | None, tasks: Sequence[Task], sentences: Sequence[Sentence]) -> list[Due | None]:
    """The single deadline for each task; not sure if it was said of another task, in a sentence of its own."""
    said = next((s for s in sentences if due and s.start <= due.start < s.start + len(s.text)), None)
    if due is None or said is None:
        return [due for _ in tasks]
    end = said.start + len(said.text)
    beside = [task for task in tasks if said.start <= task.start < end]
    if named := _named_in(said, tasks) if not beside else None:
        return [replace(due, sure=task == named) for task in tasks]
    if due.start < tasks[0].start or _EVERYTHING.search(said.text):
        return [due for _ in tasks]
    return [replace(due, sure=not ((beside and t.start < said.start) or t.start >= end)) for t in tasks]


def _named_in(sentence: Sentence, tasks: Sequence[Task]) -> Task | None:
    """The one task that a later sentence mentions again, or None: “I need the list by Thursday”."""
    said = {word[0].lower() for word in WORD.finditer(sentence.text)}
    named = [task for task in tasks if any(len(w[0]) > 3 and w[0].lower() in said for w in WORD.finditer(task.text))]
    return named[0] if len(named) == 1 else None


def _reasons(parts: Sequence[list[Sentence]], of_all: Span | None) -> list[Span | None]:
    own = [find_why(part) for part in parts[:-1]]
    if of_all and any(reason and reason.start == of_all.start for reason in own):
        of_all = find_why(parts[-1])
        return [*own, of_all]
    return [*(reason or of_all for reason in own), of_all]


def _beside(sentences: Sequence[Sentence], tasks: Sequence[Task]) -> Iterator[list[Sentence]]:
    """The text from each task up to the next: the rest of its sentence, and the sentences behind it."""
    ordered = sorted(sentences, key=lambda sentence: sentence.start)
    starts = [sentence.start for sentence in ordered]
    ends = [sentence.start + len(sentence.text) for sentence in ordered]
    for number, task in enumerate(tasks):
        end = tasks[number + 1].start if number + 1 < len(tasks) else ends[-1]
        parts = []
        for sentence in ordered[bisect_right(ends, task.start) : bisect_left(starts, end)]:
            begin = max(sentence.start, task.start) - sentence.start
            text = sentence.text[begin : end - sentence.start]
            if text.strip():
                inside = [task] if begin <= task.start - sentence.start < begin + len(text) else []
                parts.append(Sentence(text, sentence.start + begin, [*inside]))
        yield parts
