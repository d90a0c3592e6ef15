"""Help in colour: headings in bold, what can be typed in a colour of its own."""

import re
import sys

import typer

from clarify.show import console

_HEADING = re.compile(r"^(?:Usage:|[A-Z][\w ]*:$)", re.MULTILINE)
_TERM = re.compile(r"^  (\S+(?: \S+)*)(?=  )", re.MULTILINE)
"""A command or an option: what stands in the first column of a list."""


def in_colour(context: typer.Context, text: str) -> str:
    """The help as it was laid out, coloured where standard output takes colours; Typer is told to leave them in."""
    context.color = console.coloured(sys.stdout)
    paint = console.paint_for(sys.stdout)
    text = _TERM.sub(lambda term: "  " + paint(term[1], "open"), text)
    return _HEADING.sub(lambda heading: paint(heading[0], "bold"), text)
