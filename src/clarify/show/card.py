"""The review card of `clarify new`: the message as it will look, and the answers with their numbers."""

import sys
from collections.abc import Sequence
from datetime import datetime

from clarify.ask.interview import Entry
from clarify.ask.questions import QuestionSet
from clarify.brief import Brief, Standing
from clarify.show import console
from clarify.show.briefs import laid_out, row_of
from clarify.show.columns import cut, wrap
from clarify.show.console import Paint
from clarify.write.formats import text as plain
from clarify.write.message import Message


def show_card(
    briefs: Sequence[Brief],
    entries: Sequence[Entry],
    questions: QuestionSet,
    message: Message,
    now: datetime,
) -> None:
    """Shows the message, what can be changed with its numbers (in short where there is little room), and remarks."""
    paint, columns = console.paint_for(sys.stderr), console.width_of()
    letter = _letter(plain.render(message), columns, paint)
    rows = _rows(briefs, entries, questions, message, now, columns, paint)
    if letter.count("\n") + len(rows) + 6 > console.height_of():
        rows = _labels(briefs, entries, questions, columns)  # so that the message stays in sight
    console.tell(f"\n{letter}")
    for row in rows:
        console.tell(row)
    if message.shortened:
        names = ", ".join(questions.get(key).label for key in message.shortened)
        console.tell(f"Too long for the message, and cut there: {names}. Better words: its number.")
    for remark in remarks_on(message):
        console.tell(remark)


def _rows(
    briefs: Sequence[Brief],
    entries: Sequence[Entry],
    questions: QuestionSet,
    message: Message,
    now: datetime,
    columns: int,
    paint: Paint,
) -> list[str]:
    """What can be changed, each with its number; of what is open, whether the message asks about it."""
    rows = []
    for entry in entries:
        brief = briefs[entry.places[0]]
        of_it = [point for point in message.points if point.key == entry.key and point.key_in(brief.slug) == point.key]
        rows.append(row_of(brief, entry.key, questions, now, asked=any("?" in point.text for point in of_it)))
    return laid_out(rows, columns, paint, numbered=True)


def _labels(briefs: Sequence[Brief], entries: Sequence[Entry], questions: QuestionSet, columns: int) -> list[str]:
    """The same in short: the number and the label of each, with a sign for a guess and for what is open."""
    signs = {Standing.ASSUMED: " (guess)", Standing.OPEN: " (open)"}
    lines: list[list[str]] = [[]]
    for number, entry in enumerate(entries, 1):
        brief = briefs[entry.places[0]]
        answer = brief.answers.get(entry.key)
        label = questions.get(entry.key).label
        if entry.key == "ask" and len(briefs) > 1:
            lines.append([])  # a line a task
            label = cut(brief.ask, max(8, columns // 4))
        text = f"{number} {label}{signs.get(answer.standing, '') if answer else ''}"
        lines[-1].append(text.replace(" ", "\u00a0"))
    return [row for line in lines if line for row in wrap("   ".join(line), columns - 1)]


def _letter(message: str, columns: int, paint: Paint) -> str:
    """A message between two rules, wrapped for the screen."""
    rule = paint("─" * min(columns - 1, 76), "dim")
    lines = [line for paragraph in message.rstrip("\n").split("\n") for line in wrap(paragraph, min(columns - 1, 76))]
    return "\n".join([rule, *lines, rule])


def remarks_on(message: Message) -> list[str]:
    """What the owner should know of a message: that none is needed, or that not every point found room."""
    remarks = []
    if not message.needed:
        remarks.append("Nothing is open or assumed, so no message is needed. Here is one all the same.")
    if message.left_out:
        points = "one point is" if message.left_out == 1 else f"{message.left_out} points are"
        remedy = "Send fewer tasks at once, or ask" if message.tasks else "Ask"
        remarks.append(f"That is a lot for one message: {points} not in it. {remedy} about the rest later.")
    return remarks
