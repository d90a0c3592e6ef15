"""Text fitted into columns of a terminal: measured in cells, cut, padded and wrapped."""

import re

from clarify.text import one_line

_ODD = re.compile("[^ -\u02ff\u2010-\u2027\u20a0-\u20bf]")
"""Beyond Latin letters, quotation marks and signs of currencies: some of these take no cell, or two."""


def width(text: str) -> int:
    """How many terminal cells `text` takes."""
    if text.isascii() or (text.isprintable() and not _ODD.search(text)):
        return len(text)  # “é” or “…” alone need no table, which takes long to import
    from rich.cells import cell_len  # knows East Asian width, emoji and combining marks

    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """`text` on one line, cut with “…” where it would take more than `cells` terminal cells."""
    text = one_line(text)
    if width(text) <= cells:
        return text
    while text and width(text) > cells - 1:
        text = text[:-1] if width(text) - cells < 40 else text[: len(text) - (width(text) - cells) // 2]
    return text.rstrip() + "…" if cells > 0 else ""


def fit(text: str, cells: int) -> str:
    """`text` on one line, cut with “…” or padded with spaces to exactly `cells` terminal cells."""
    text = cut(text, cells)
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """`text` in lines of at most `cells` terminal cells, broken between words where that can be; at least one line.

    A line that begins with spaces goes on with as many.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = paragraph.lstrip(" ")
        indent = " " * min(len(paragraph) - len(words), cells // 2)
        lines += [indent + line for line in _broken(words, cells - len(indent))]
    return lines


def _broken(paragraph: str, cells: int) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split(" "):
        trial = f"{line} {word}" if line else word
        if width(trial) <= cells:
            line = trial
            continue
        if line:
            lines.append(line.rstrip())
        while width(word) > cells > 0:
            head = next((n for n in range(min(len(word), cells), 0, -1) if width(word[:n]) <= cells), 1)
            lines.append(word[:head])
            word = word[head:]
        line = word
    return [*lines, line]
