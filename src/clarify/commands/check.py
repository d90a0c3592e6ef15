"""`clarify check`"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from clarify import terminal
from clarify.commands.handing import read_as_said, read_source
from clarify.commands.shared import Json, NoInput, print_json
from clarify.handoff import Handoff
from clarify.moments import in_full
from clarify.text import clean, one_line, wrap
from clarify.workplace import Workplace


def run(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="The message; - or nothing: standard input.")] = None,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """What a hand-off says and what it leaves open. Creates nothing."""
    place: Workplace = ctx.obj
    text = read_source(file or Path("-"))
    handoff = read_as_said(place, text)
    if as_json:
        print_json(handoff.to_json())
    else:
        terminal.write(_screen(place, handoff))


def _screen(place: Workplace, handoff: Handoff) -> str:
    paint = terminal.paint_for(sys.stdout)
    columns = terminal.width_of()
    if not handoff.tasks:
        return "This hands over no work, as far as clarify can tell.\n"
    due = handoff.deadline.due if handoff.deadline else None
    rows = [("task", task.text, "") for task in handoff.tasks]
    rows += [("from", handoff.leader, "")] if handoff.leader else []
    rows += [("deadline", handoff.deadline.text, in_full(due, place.now) if due else "")] if handoff.deadline else []
    rows += [(n, s.text, "") for n in ("urgency", "vision", "why") if (s := getattr(handoff, n))]
    lines = [f"{paint(f'{name:<10}', 'dim')} {_one(words, read)}" for name, words, read in rows]
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
