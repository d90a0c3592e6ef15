"""How a hand-off looks when it was read: the message with what was found in colour, and a row for each finding."""

import sys
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from string import Template

from clarify.ask.found import Found
from clarify.ask.questions import QuestionSet
from clarify.brief import first_name
from clarify.moments import in_full
from clarify.read.handoff import Finding, Handoff, Task
from clarify.read.vague import MOMENTS
from clarify.show import console, tables
from clarify.show.tables import Cell, Section
from clarify.text import clean, one_line


def show_handoff(message: str, handoff: Handoff, each: Sequence[Found], questions: QuestionSet, now: datetime) -> None:
    """Writes what `message` hands over and what it leaves open; `each`: what was found for each of its tasks."""
    if not (handoff.tasks or handoff.without_model or handoff.language):
        console.write("This hands over no work, as far as clarify can tell.\n")
        return
    rows = [
        *(("task", "bold", _task(task)) for task in handoff.tasks),
        *([("from", "dim", _shown(handoff.leader))] if handoff.leader else []),
        *(("deadline", "good", words) for words in _deadlines(handoff, each, now)),
        *((key, "good", _found(one)) for key, one in handoff.singles.items() if one and key != "deadline"),
        *(("limit", "good", _found(limit)) for limit in handoff.limits),
    ]
    missing: list[list[Cell]] = [
        [[(key, "open")], _question(questions, key, handoff) if key in handoff.ask else "(not worth asking here)"]
        for key in handoff.missing
    ]
    vague: list[list[Cell]] = [[[(f"“{clean(word.text)}”", "guess")], word.probe] for word in handoff.vague]
    marked = [Section([[_marked(message, handoff)]])] if console.coloured(sys.stdout) else []
    tables.write_page(
        [
            *marked,
            Section([[[(name, style)], words] for name, style, words in rows], (10, None)),
            Section(missing, (10, None), "Not said"),
            Section(vague, (24, None), "Vague"),
        ]
    )


def _question(questions: QuestionSet, key: str, handoff: Handoff) -> str:
    """The question to the leader, as the message would put it."""
    question = questions.get(key)
    plan = (
        "a date that I propose" if question.fallback == MOMENTS else question.fallback or "".join(question.options[:1])
    )
    leader = first_name(handoff.leader or "") or "you"
    return Template(question.question).safe_substitute(leader=leader, fallback=plan)


def _marked(message: str, handoff: Handoff) -> Cell:
    """The message with what was found in colour, as the rows below it have it."""
    answers = [*handoff.singles.values(), *handoff.limits]
    styles = [""] * len(message)
    for spans, style in ((handoff.tasks, "bold"), (answers, "good"), (handoff.vague, "guess")):
        for span in spans:
            if span:
                styles[span.start : span.end] = [style] * (span.end - span.start)
    cuts = [0, *(at for at in range(1, len(message)) if styles[at] != styles[at - 1]), len(message)]
    return [(clean(message[start:end]), styles[start]) for start, end in pairwise(cuts)]


def _deadlines(handoff: Handoff, each: Sequence[Found], now: datetime) -> list[str]:
    """The words of the deadline and its moment; where the tasks have several, each with its task."""
    dated = [one for one in each if "deadline" in one]
    if len({one["deadline"].due for one in dated}) > 1:
        return [_deadline(one["deadline"].value, one["deadline"].due, now, one["ask"].value) for one in dated]
    found = handoff.deadline
    return [_deadline(_found(found), found.due, now)] if found else []


def _task(task: Task) -> str:
    """The words of a task, behind the name of its owner where one is named."""
    return f"{_shown(task.owner.text)}: {_found(task)}" if task.owner else _found(task)


def _found(finding: Finding) -> str:
    """The words of a finding; a question mark stands behind those that are a guess."""
    return _shown(finding.text) + ("" if finding.sure else " (?)")


def _deadline(words: str, due: datetime | None, now: datetime, task: str = "") -> str:
    moment = f"{in_full(due, now)}{', has passed' if due < now else ''}" if due else ""
    read = ": ".join(filter(None, [moment, _shown(task)]))
    return f"{_shown(words)}  ({read})" if read else _shown(words)


def _shown(words: str) -> str:
    return one_line(clean(words))
