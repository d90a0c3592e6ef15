"""The review card of `clarify new`: the message as it will look, and the answers with their numbers."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime

from clarify.ask.shared import Entry
from clarify.brief import Brief, Standing
from clarify.show import console, tables
from clarify.show.briefs import Row, answers, row_of
from clarify.show.remarks import remarks_on
from clarify.show.tables import Cell
from clarify.text import one_line
from clarify.write.formats import text as plain
from clarify.write.message import Message

_BESIDE = 118
"""Columns from which the answers stand beside the message."""
_LINES_BELOW = 4
"""Lines of the question below the card."""


def show_card(briefs: Sequence[Brief], entries: Sequence[Entry], message: Message, now: datetime) -> None:
    """Shows the message in a frame, beside or under it what can be changed with its numbers, and remarks.

    Where both would not fit on the screen, the answers stand in two columns, in short.
    """
    rows = _rows(briefs, entries, message, now)
    for drawn in _layouts(plain.render(message).rstrip("\n"), rows):
        if drawn.count("\n") + _LINES_BELOW < console.height_of():
            break
    console.tell(f"\n{drawn}".rstrip("\n"), as_it_is=True)
    if message.shortened:
        console.tell(
            f"Too long for the message, and cut there: {', '.join(message.shortened)}. Better words: its number."
        )
    for remark in remarks_on(message):
        console.tell(remark)


def _layouts(message: str, rows: Sequence[Row]) -> Iterator[str]:
    """The card, from roomy to short."""
    from rich.box import ROUNDED
    from rich.panel import Panel
    from rich.table import Table

    listed = tables.table(answers(rows, numbered=True))
    if console.is_plain():
        yield f"{message}\n\n{tables.draw(listed, sys.stderr)}"
        return
    columns = console.width_of() - 1
    framed = Panel(tables.text(message), box=ROUNDED, border_style="dim", padding=(0, 1))
    if columns + 1 >= _BESIDE:
        both = Table.grid(padding=(0, 2, 0, 0), expand=True)
        both.add_column(width=min(72, columns // 2 + 4))
        both.add_column(ratio=1)
        both.add_row(framed, listed)
        yield tables.draw(both, sys.stderr, columns)
    width = min(columns, 78)
    letter = tables.draw(framed, sys.stderr, width)
    yield letter + tables.draw(listed, sys.stderr, min(columns, 100))
    short = Table.grid(padding=(0, 2, 0, 0), expand=True)
    short.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    short.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    cells = [tables.text(_in_short(number, row)) for number, row in enumerate(rows, 1)]
    half = (len(cells) + 1) // 2
    for place in range(half):
        short.add_row(cells[place], cells[place + half] if place + half < len(cells) else "")
    yield letter + tables.draw(short, sys.stderr, width)


def _in_short(number: int, row: Row) -> Cell:
    """An answer in one line: number, standing by its sign and colour, name and words."""
    sign = {Standing.OPEN: "open", Standing.ASSUMED: "guess"}.get(row.standing or Standing.SAID, "")
    words = one_line(row.words) if row.standing is not Standing.OPEN else ""
    return [(f"{number} ", "dim"), (f"{row.name} ", "bold"), (f"({sign}) " if sign else "", sign), (words, "")]


def _rows(briefs: Sequence[Brief], entries: Sequence[Entry], message: Message, now: datetime) -> list[Row]:
    """What can be changed; of what is open, whether the message asks about it."""
    rows = []
    for entry in entries:
        brief = briefs[entry.places[0]]
        of_it = [point for point in message.points if point.key == entry.key and point.key_in(brief.slug) == point.key]
        rows.append(row_of(brief, entry.key, now, asked=any("?" in point.text for point in of_it)))
    return rows
