"""How a hand-off looks when it was read: the message with what was found in colour, and a row for each finding."""

import re
import sys
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from clarify.ask.found import Found
from clarify.ask.questions import QuestionSet
from clarify.moments import in_full
from clarify.read.handoff import Handoff
from clarify.show import console
from clarify.show.columns import wrap
from clarify.show.console import Paint
from clarify.text import clean, one_line


def show_handoff(text: str, handoff: Handoff, each: Sequence[Found], questions: QuestionSet, now: datetime) -> None:
    """Writes what `text` hands over and what it leaves open; `each`: what was found for each of its tasks."""
    if not handoff.tasks:
        console.write("This hands over no work, as far as clarify can tell.\n")
        return
    paint, columns = console.paint_for(sys.stdout), console.width_of()
    rows = [
        *(("task", "bold", _shown(task.text)) for task in handoff.tasks),
        *([("from", "dim", _shown(handoff.leader))] if handoff.leader else []),
        *(("deadline", "good", words) for words in _deadlines(handoff, each, now)),
        *((key, "good", _shown(span.text)) for key in ("urgency", "vision", "why") if (span := getattr(handoff, key))),
    ]
    lines = [f"{paint(f'{name:<10}', style)} {words}" for name, style, words in rows]
    if handoff.missing:
        lines += ["", paint("Not said", "bold")]
        for key in handoff.missing:
            ask = questions.get(key).question if key in handoff.ask else "(not worth asking here)"
            lines.append(f"{paint(f'{key:<10}', 'open')} {ask}")
    if handoff.vague:
        lines += ["", paint("Vague", "bold")]
        for vague in handoff.vague:
            lines.append(paint(f"“{clean(vague.text)}”", "guess"))
            lines += [f"  {line}" for line in wrap(vague.probe, columns - 3)]
    console.write(_marked(text, handoff, columns, paint) + "\n".join(lines) + "\n")


def _marked(text: str, handoff: Handoff, columns: int, paint: Paint) -> str:
    """The message with what was found in colour, as the rows below it have them; nothing where there is no colour."""
    if paint("x", "bold") == "x":
        return ""
    answers = [handoff.deadline, handoff.urgency, handoff.vision, handoff.why]
    styles = [""] * len(text)
    for spans, style in ((handoff.tasks, "bold"), (answers, "good"), (handoff.vague, "guess")):
        for span in spans:
            if span:
                styles[span.start : span.end] = [style] * (span.end - span.start)
    shown = _wrapped(text, columns - 1)
    cuts = [0, *(at for at in range(1, len(text)) if styles[at] != styles[at - 1]), len(text)]
    pieces = (paint(clean(shown[start:end]), styles[start]) for start, end in pairwise(cuts))
    return "".join(pieces).strip("\n") + "\n\n"


def _wrapped(text: str, columns: int) -> str:
    """The text with line ends for spaces where its lines are longer: no character moves."""
    return re.sub(rf"(?=[^\n]{{{columns + 1}}})([^\n]{{1,{columns}}}) ", r"\1\n", text)


def _deadlines(handoff: Handoff, each: Sequence[Found], now: datetime) -> list[str]:
    """The words of the deadline and its moment; where the tasks have several, each with its task."""
    dated = [one for one in each if "deadline" in one]
    if len({one["deadline"].due for one in dated}) > 1:
        return [_deadline(one["deadline"].value, one["deadline"].due, now, one["ask"].value) for one in dated]
    found = handoff.deadline
    return [_deadline(found.text, found.due, now)] if found else []


def _deadline(words: str, due: datetime | None, now: datetime, task: str = "") -> str:
    moment = f"{in_full(due, now)}{', has passed' if due < now else ''}" if due else ""
    read = ": ".join(filter(None, [moment, _shown(task)]))
    return f"{_shown(words)}  ({read})" if read else _shown(words)


def _shown(words: str) -> str:
    return one_line(clean(words))
