"""`clarify check`"""

import re
import sys
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from clarify.commands.intake import find_each, read_as_said, read_source
from clarify.commands.session import Workplace
from clarify.commands.shared import Json, NoInput, print_json
from clarify.moments import in_full
from clarify.read.handoff import Handoff
from clarify.show import terminal
from clarify.text import clean, one_line, wrap


def run(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="The message; - or nothing: standard input.")] = None,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """What a hand-off says and what it leaves open. Creates nothing."""
    place: Workplace = ctx.obj
    text = read_source(file or Path("-"))
    handoff, _ = read_as_said(place, text)
    if as_json:
        print_json(handoff.to_json())
    else:
        marked = _marked(text, handoff) if handoff.tasks else ""
        terminal.write(marked + _screen(place, handoff, _deadlines(place, text, handoff)))


def _marked(text: str, handoff: Handoff) -> str:
    """The message with what was found in colour, as the rows below it have them; nothing where there is no colour."""
    paint = terminal.paint_for(sys.stdout)
    if paint("x", "bold") == "x":
        return ""
    answers = [handoff.deadline, handoff.urgency, handoff.vision, handoff.why]
    styles = [""] * len(text)
    for spans, style in ((handoff.tasks, "bold"), (answers, "good"), (handoff.vague, "guess")):
        for span in spans:
            if span:
                styles[span.start : span.end] = [style] * (span.end - span.start)
    shown = _wrapped(text, terminal.width_of() - 1)
    cuts = [0, *(at for at in range(1, len(text)) if styles[at] != styles[at - 1]), len(text)]
    pieces = (paint(clean(shown[start:end]), styles[start]) for start, end in pairwise(cuts))
    return "".join(pieces).strip("\n") + "\n\n"


def _wrapped(text: str, columns: int) -> str:
    """The text with line ends for spaces where its lines are longer: no character moves."""
    return re.sub(rf"(?=[^\n]{{{columns + 1}}})([^\n]{{1,{columns}}}) ", r"\1\n", text)


def _deadlines(place: Workplace, text: str, handoff: Handoff) -> list[tuple[str, str]]:
    """The rows of the deadline: its words and its moment; where the tasks have several, each with its task."""
    each = find_each(place, text, handoff) if len(handoff.tasks) > 1 else []
    dated = [one for one in each if "deadline" in one]
    if len({one["deadline"].due for one in dated}) > 1:
        return [_deadline(place, one["deadline"].value, one["deadline"].due, f": {one['ask'].value}") for one in dated]
    found = handoff.deadline
    return [_deadline(place, found.text, found.due)] if found else []


def _deadline(place: Workplace, words: str, due: datetime | None, task: str = "") -> tuple[str, str]:
    passed = ", has passed" if due and due < place.now else ""
    return words, f"{in_full(due, place.now)}{passed}{task}" if due else task.removeprefix(": ")


def _screen(place: Workplace, handoff: Handoff, deadlines: list[tuple[str, str]]) -> str:
    paint = terminal.paint_for(sys.stdout)
    columns = terminal.width_of()
    if not handoff.tasks:
        return "This hands over no work, as far as clarify can tell.\n"
    rows = [("task", "bold", task.text, "") for task in handoff.tasks]
    rows += [("from", "dim", handoff.leader, "")] if handoff.leader else []
    rows += [("deadline", "good", words, read) for words, read in deadlines]
    rows += [(name, "good", span.text, "") for name in ("urgency", "vision", "why") if (span := getattr(handoff, name))]
    lines = [f"{paint(f'{name:<10}', style)} {_one(words, read)}" for name, style, words, read in rows]
    questions = place.catalog.questions("handoff")
    if handoff.missing:
        lines.append("")
        lines.append(paint("Not said", "bold"))
        for key in handoff.missing:
            ask = questions.get(key).question if key in handoff.ask else "(not worth asking here)"
            lines.append(f"{paint(f'{key:<10}', 'open')} {ask}")
    if handoff.vague:
        lines.append("")
        lines.append(paint("Vague", "bold"))
        for vague in handoff.vague:
            lines += [
                f"{paint('“' + clean(vague.text) + '”', 'guess')}",
                *(f"  {x}" for x in wrap(vague.probe, columns - 3)),
            ]
    return "\n".join(lines) + "\n"


def _one(words: str, read: str) -> str:
    words = one_line(clean(words))
    return f"{words}  ({read})" if read else words
