"""Asking on plain lines, without one escape byte: for a screen reader, and a terminal that can redraw nothing."""

import os
import sys
from collections.abc import Sequence
from select import select

from clarify.errors import Interrupted
from clarify.show.console import tell

PASTED_CHARACTERS = 20
"""Lines with so many characters that arrive in one moment were pasted: nobody types them so quickly."""


def plain_line(lines: Sequence[str], count: str = "", example: str = "") -> str:
    """Shows the lines, and returns the line that is typed below them; raises Interrupted as `clarify.show.ask` does."""
    for line in (f"{count} {lines[0]}".strip(), *lines[1:], example):
        if line:
            tell(line)
    sys.stderr.write("> ")
    sys.stderr.flush()
    try:
        return _typed_line()
    except KeyboardInterrupt:
        tell()
        raise Interrupted("Stopped.") from None


def _typed_line() -> str:
    """The next line from the keyboard; several that arrive in one moment are one text."""
    fd = sys.stdin.fileno() if sys.stdin.isatty() else os.open("/dev/tty", os.O_RDONLY)
    try:
        raw = _ahead.pop() if _ahead else os.read(fd, 65536)
        if not raw:
            raise Interrupted("Stopped.")
        while os.name == "posix" and select([fd], [], [], 0.02)[0] and (more := os.read(fd, 65536)):
            raw += more
    finally:
        if fd != sys.stdin.fileno():
            os.close(fd)
    text = raw.decode(sys.stdin.encoding or "utf-8", "replace").replace("\r\n", "\n").rstrip("\n")
    first, _, rest = text.partition("\n")
    if not rest or len(text) >= PASTED_CHARACTERS:
        return text
    _ahead.append((rest + "\n").encode())  # two short answers that were typed ahead
    return first


_ahead: list[bytes] = []
"""What was typed ahead on plain lines."""


def plain_pick(question: str, options: Sequence[tuple[str, str]]) -> str:
    """Lets the person choose by number, or by a part of one title; Enter takes nothing, and raises Interrupted."""
    lines = [f"{number}  {title}" for number, (title, _) in enumerate(options, 1)]
    while True:
        typed = plain_line([*lines, question, "Type a number, or a part of what you mean."]).strip().casefold()
        if not typed:
            raise Interrupted("Nothing was chosen.")
        if typed.isdecimal() and 1 <= int(typed) <= len(options):
            return options[int(typed) - 1][1]
        fitting = [value for title, value in options if typed in title.casefold()]
        if len(fitting) == 1:
            return fitting[0]
        tell("Nothing fits that." if not fitting else f"{len(fitting)} of them fit that: type a little more.")
