"""The standard streams: results go to standard output, talk to standard error, with colour where it is welcome.

What is shown was made safe before: text of people is cleaned as it comes in (`clarify.text.clean`), so the only escape
sequences that leave here are those of `paint`.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from shutil import get_terminal_size
from typing import IO, Any, TextIO

import typer

from clarify.errors import ClarifyError, DamagedFile, Told
from clarify.show.columns import wrap
from clarify.text import clean, from_argument, was_unsafe

Paint = Callable[[str, str], str]
"""Text and the name of a style to the text in that style."""
_STYLES: dict[str, dict[str, Any]] = {
    "dim": {"dim": True},
    "bold": {"bold": True},
    "good": {"fg": "green"},
    "guess": {"fg": "magenta"},
    "open": {"fg": "cyan"},
    "wrong": {"fg": "red"},
    "alarm": {"fg": "red", "bold": True},
}
STANDING_STYLES = {"said": "dim", "your guess": "guess", "open": "open", "confirmed": "good"}
"""The style of each standing, by its name on the screen (`clarify.ask.answers.STANDINGS`)."""


def width_of() -> int:
    """Columns of the terminal, or 80 where there is none; never under 20."""
    return max(20, get_terminal_size((80, 24)).columns)


def height_of() -> int:
    """Lines of the terminal, or 24 where there is none."""
    return get_terminal_size((80, 24)).lines


def is_plain() -> bool:
    """True if nothing may be redrawn: the terminal can't, or the person asked for plain lines (for a screen reader)."""
    return os.environ.get("TERM") == "dumb" or os.environ.get("CLARIFY_PLAIN", "0") not in ("", "0") or _plain


_plain = False


def set_plain() -> None:
    """Asks and shows on plain lines from now on, as the setting `plain` says."""
    global _plain
    _plain = True


def results_are_seen() -> bool:
    """True if standard output is a terminal: then a person has seen what was shown, and it need not be printed."""
    return sys.stdout.isatty()


def shows_tables() -> bool:
    """True if results are to look as they do at a terminal: at one, and for what records one (FORCE_COLOR)."""
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))


def coloured(stream: IO[str]) -> bool:
    """True if a stream takes colours: https://no-color.org, and https://force-color.org for what records them."""
    if os.environ.get("NO_COLOR") or is_plain():
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def prepare_streams() -> None:
    """Makes the standard streams take any text: what they can't show is escaped.

    On Windows, what is piped elsewhere is UTF-8 unless told otherwise: in the code page of a console half is lost.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # real streams have it
    if sys.platform == "win32" and not (sys.stdout.isatty() or os.environ.get("PYTHONIOENCODING")):
        with suppress(AttributeError):
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


def paint_for(stream: IO[str]) -> Paint:
    """The painter for a stream: styles where it takes colours, else the text as it is."""
    if not coloured(stream):
        return lambda text, style: text
    return lambda text, style: typer.style(text, **_STYLES[style]) if text and style else text


def can_show(text: str, stream: TextIO) -> bool:
    """True if the encoding of a stream has every character of a text."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def as_it_can_be_shown(text: str, stream: TextIO) -> str:
    """The text with plain signs for “…”, “·” and quotation marks, where the encoding of a stream lacks some of it."""
    return text if can_show(text, stream) else text.translate(_PLAIN_SIGNS)


_PLAIN_SIGNS = str.maketrans(
    {"…": "~", "·": "-", "“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "\xa0": " ", "↳": ">"}
)


def sign(fancy: str, plain: str) -> str:
    """A sign, or its plain stand-in where standard error can't show it."""
    return fancy if can_show(fancy, sys.stderr) else plain


def write(text: str) -> None:
    """Puts a result on standard output; raises ClarifyError where it can't be written (a full disk)."""
    _put(sys.stdout, text)


def tell(text: str = "", *, as_it_is: bool = False) -> None:
    """Says something on standard error; at a terminal plain text is broken between words, unless it is laid out."""
    if "\x1b" not in text and sys.stderr.isatty() and not as_it_is:
        text = "\n".join(wrap(text, width_of() - 1))
    text = as_it_can_be_shown(text, sys.stderr)
    with suppress(ClarifyError):  # nobody can be told that they can't be told
        _put(sys.stderr, text + "\n")


def _put(stream: IO[str], text: str) -> None:
    try:
        typer.echo(text, file=stream, nl=False, color=coloured(stream))
        stream.flush()
    except BrokenPipeError:
        _silence(stream)  # the reader has seen enough, as `head` does: that is no mistake
    except OSError as problem:
        _silence(stream)
        raise ClarifyError(f"The output can't be written: {problem.strerror or problem}.") from None


def give_up_on_output() -> None:
    """Sends what is still to be written on standard output to nowhere, after a write to it has failed."""
    _silence(sys.stdout)


def _silence(stream: IO[str]) -> None:
    """Sends the rest to nowhere, so that closing the stream at the end does not fail once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def complain(text: str) -> None:
    """Says on standard error what went wrong and what to do next: in red, where colours are welcome."""
    paint = paint_for(sys.stderr)
    tell("\n".join(paint(line, "wrong") for line in wrap(text, width_of() - 1)) if sys.stderr.isatty() else text)


def heading(text: str) -> None:
    """Says, in bold below an empty line, what comes next in the conversation."""
    tell(f"\n{paint_for(sys.stderr)(text, 'bold')}")


def hint(text: str) -> None:
    """A remark beside the conversation, dim."""
    paint = paint_for(sys.stderr)
    tell("\n".join(paint(line, "dim") for line in wrap(text, width_of() - 1)))


# ---- what comes in


def typed(text: str) -> str:
    """Words from the command line, made safe to keep; a note says when something was taken out."""
    text = from_argument(text)
    note_if_unsafe(text, "what you entered")
    return clean(text)


def note_if_unsafe(text: str, what: str) -> None:
    """Says that control characters are taken out of `what`, where `text` holds some."""
    if was_unsafe(text):
        tell(f"Note: control characters were taken out of {what}.")


def piped(most: int) -> bytes:
    """What stands on standard input, at most `most` bytes and one; at a terminal it says how to end it."""
    if sys.stdin is None:
        raise ClarifyError("There is nothing on standard input.")
    if sys.stdin.isatty():
        ends = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D on a line of its own"
        tell(f"Paste the message, then {ends}:")
    return sys.stdin.buffer.read(most + 1)


# ---- files that have a mistake


def tell_mistakes(mistakes: Sequence[DamagedFile]) -> None:
    """Says what is wrong in the settings, of a command that goes on without them."""
    for problem in mistakes:
        complain(f"{clean(str(problem))} Until then the default settings are used.")


def report_damaged(damaged: Sequence[DamagedFile], *, failed: bool = False) -> None:
    """Names the files that had to be left out; then, or where something else `failed`, raises Told."""
    for problem in damaged:
        complain(f"Left out: {clean(str(problem))}")
    if damaged or failed:
        sys.stdout.flush()
        raise Told
