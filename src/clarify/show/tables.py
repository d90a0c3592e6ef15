"""Pages of tables and marked text: by rich at a terminal; into a pipe the same rows, a line each, parted by tabs.

rich takes longer to import than most commands take to run, and 350 µs a row: it is imported where a terminal is looked
at, and what is looked at has at most 50 rows. Text of people enters it only as `Text`, never as markup.
"""

import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from clarify.show import console
from clarify.text import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

MOST_ROWS = 50
Cell = str | Sequence[tuple[str, str]]
"""Text, or pieces of text each with its style."""
_STYLES = {"dim": "dim", "bold": "bold", "good": "green", "guess": "magenta", "open": "cyan", "alarm": "bold red"}
_WIDEST = 100
"""Columns of a page at most: wider, what belongs together would stand too far apart."""
_WRAPS = 24
"""A column that may be so wide wraps its words; a narrower one is cut with “…”."""


class Section(NamedTuple):
    """A part of a page: a heading, if it has one, and rows in columns."""

    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int | None] = (None,)
    """Cells of each column at most; None: what the others leave."""
    head: str = ""
    head_style: str = "bold"


def write_page(sections: Sequence[Section]) -> None:
    """Writes the sections that have rows, an empty line between two."""
    pages = [section for section in sections if section.rows]
    if not console.shows_tables():
        console.write("\n".join(_plain(section) for section in pages))
        return
    drawn = [f"{_heading(section)}{draw(table(section), sys.stdout)}" for section in pages]
    console.write("\n".join(drawn))


def write_lines(rows: Iterable[Sequence[str]]) -> None:
    """Writes rows for a program: a line each, their fields parted by tabs."""
    console.write("".join(map(_line, rows)))


def _line(row: Sequence[str]) -> str:
    line = "\t".join(row)
    if "\n" in line or line.count("\t") >= len(row):
        line = "\t".join(map(one_line, row))
    return line + "\n"


def _plain(section: Section) -> str:
    rows = [["".join(map(_words, cell)) if not isinstance(cell, str) else cell for cell in row] for row in section.rows]
    alone = len(section.widths) == 1  # then it is a text, whose line ends are its own
    lines = ["\t".join(row if alone else map(one_line, row)).rstrip() for row in rows]
    return "".join(f"{line}\n" for line in [*filter(None, [section.head]), *lines])


def _words(piece: tuple[str, str]) -> str:
    return piece[0]


def _heading(section: Section) -> str:
    return draw(text([(section.head, section.head_style)]), sys.stdout) if section.head else ""


def table(section: Section) -> "RenderableType":
    """A section as rich draws it: without a frame, its last words wrapped under their column."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True, pad_edge=False)
    for width in section.widths:
        if width is None:
            grid.add_column(ratio=1, overflow="fold")
        else:
            wraps = width >= _WRAPS
            grid.add_column(max_width=width, no_wrap=not wraps, overflow="fold" if wraps else "ellipsis")
    for row in section.rows:
        grid.add_row(*map(text, row))
    return grid


def text(cell: Cell) -> "Text":
    """Words of people, or pieces with their styles, as rich takes them for what they are."""
    from rich.text import Text

    pieces = [(cell, "")] if isinstance(cell, str) else cell
    return Text.assemble(*((words, _STYLES.get(style, "")) for words, style in pieces))


def draw(thing: "RenderableType", stream: TextIO, columns: int | None = None) -> str:
    """The text that rich makes of it for a stream: with 16 colours, or where it takes none without an escape byte."""
    from rich.console import Console

    colours: Any = "standard" if console.coloured(stream) else None
    sheet = _Sheet()
    sheet.encoding = "utf-8" if console.can_show("╭─", stream) else "ascii"
    Console(
        file=sheet,
        width=columns or min(console.width_of() - 1, _WIDEST),
        color_system=colours,
        force_terminal=colours is not None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    ).print(thing)
    lines = console.as_it_can_be_shown(sheet.getvalue(), stream).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


class _Sheet(StringIO):
    """The paper that rich draws on; by its encoding rich knows whether frames can be drawn with lines."""

    encoding = "utf-8"
