"""The person: everything that is shown, asked, copied or opened goes through here.

Results go to standard output, talk to standard error. What is shown was made safe before: text of people is cleaned as
it comes in (`clarify.text.clean`), so the only escape sequences that leave here are those of `paint`.

The libraries for asking (prompt_toolkit) and for the clipboard take longer to import than most commands
take to run, so each is imported where it is used.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from string import ascii_lowercase
from typing import IO, TYPE_CHECKING, Any, TextIO

import typer

from clarify.errors import ClarifyError, Interrupted
from clarify.text import fit, width, wrap

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from clarify.ask.interview import Echo, Prompt
    from clarify.show.screens import Paint

_STYLES: dict[str, dict[str, Any]] = {
    "dim": {"dim": True},
    "bold": {"bold": True},
    "good": {"fg": "green"},
    "guess": {"fg": "yellow"},
    "open": {"fg": "cyan"},
    "alarm": {"fg": "red", "bold": True},
}
_io: "tuple[Input, Output] | None" = None


# ---- showing


def width_of() -> int:
    """Columns of the terminal, or 80 where there is none; never under 20."""
    return max(20, get_terminal_size((80, 24)).columns)


def _coloured(stream: IO[str]) -> bool:
    """Whether a stream takes colours: https://no-color.org, and https://force-color.org for what records them."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
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


def paint_for(stream: IO[str]) -> "Paint":
    """The painter for a stream: styles where it takes colours, else the text as it is."""
    if not _coloured(stream):
        return lambda text, style: text
    return lambda text, style: typer.style(text, **_STYLES[style]) if text and style else text


def can_show(text: str, stream: TextIO) -> bool:
    """Whether the encoding of a stream has every character of a text."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def sign(fancy: str, plain: str) -> str:
    """A sign, or its plain stand-in where standard error can't show it."""
    return fancy if can_show(fancy, sys.stderr) else plain


def write(text: str) -> None:
    """Puts a result on standard output; raises ClarifyError where it can't be written (a full disk)."""
    _put(sys.stdout, text)


def tell(text: str = "") -> None:
    """Says something on standard error; at a terminal plain text is broken between words."""
    if "\x1b" not in text and sys.stderr.isatty():
        text = "\n".join(wrap(text, width_of() - 1))
    with suppress(ClarifyError):  # nobody can be told that they can't be told
        _put(sys.stderr, text + "\n")


def _put(stream: IO[str], text: str) -> None:
    try:
        typer.echo(text, file=stream, nl=False, color=_coloured(stream))
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


def show_echo(echo: "Echo") -> None:
    """What was understood: beside its label, or below it where the window is narrow."""
    from clarify.ask.answers import STYLES

    paint = paint_for(sys.stderr)
    columns = width_of() - 1
    if not echo.label:
        for line in wrap(echo.text, columns - 2):
            tell(f"  {paint(line, 'guess')}")
        return
    wide = columns >= 60
    mark = paint("?", "open") if echo.standing == "open" else paint(sign("✓", "+"), "good")
    head = f" {mark} {paint(fit(echo.label, 16) if wide else echo.label, 'dim')}"
    indent = 20 if wide else 3
    *lines, last = wrap(echo.text, columns - indent - (len(echo.standing) + 2 if wide else 0))
    lines.append(f"{last}  {paint(echo.standing, STYLES.get(echo.standing, ''))}".rstrip())
    body = f"\n{' ' * indent}".join(lines)
    tell(f"{head} {body}" if wide else f"{head}\n{' ' * indent}{body}")


def hint(text: str) -> None:
    """A remark beside the conversation, dim."""
    paint = paint_for(sys.stderr)
    tell("\n".join(paint(line, "dim") for line in wrap(text, width_of() - 1)))


# ---- asking


def can_ask(*, piped: bool = False) -> bool:
    """Whether a person sits in front of it; `piped`: standard input was used for something else."""
    if _io:
        return True
    if piped and os.name == "nt":
        return False
    return bool(sys.stderr and sys.stderr.isatty() and sys.stdin and (piped or sys.stdin.isatty()))


@contextmanager
def answered_by(source: "Input", sink: "Output") -> Iterator[None]:
    """Lets something else than the keyboard answer, such as prompt_toolkit's pipe input."""
    global _io
    _io = (source, sink)
    try:
        yield
    finally:
        _io = None


def ask(prompt: "Prompt", *, fresh: bool = False) -> str:
    """Shows one prompt, and returns what was typed; `fresh`: what was typed before it stood there does not count.

    Raises Interrupted on Ctrl-C and at the end of input.
    """
    from prompt_toolkit.completion import WordCompleter

    completer = WordCompleter(list(prompt.completions), ignore_case=True, sentence=True) if prompt.completions else None
    example = fit(f"for example: {prompt.example}", width_of() - 5).rstrip() if prompt.example else ""
    return _line(_head(prompt), example, completer, fresh)


def ask_line(question: str, remark: str = "") -> str:
    """Asks for one line; raises Interrupted on Ctrl-C and at the end of input."""
    parts = [("class:question", "\n".join(wrap(question, width_of() - 1)) + "\n")]
    if remark:
        parts.append(("class:hint", "\n".join(wrap(remark, width_of() - 1)) + "\n"))
    return _line([*parts, ("class:mark", "> ")])


def _head(prompt: "Prompt") -> list[tuple[str, str]]:
    """The lines above the cursor: the question, why it matters, what may be picked."""
    count = f"{prompt.number}/{prompt.total}" if prompt.number else f"   {sign('↳', '>')}" if prompt.key else ""
    indent = " " * 5
    room = width_of() - len(indent) - 1
    question = f"\n{indent}".join(wrap(prompt.ask, room))
    parts = [("class:count", f"\n{count:<5}"), ("class:question", f"{'' if len(count) < 5 else ' '}{question}\n")]
    if prompt.why:
        parts.append(("class:hint", "".join(f"{indent}{line}\n" for line in wrap(prompt.why, room))))
    if prompt.choices:
        offered = [f"{letter}) {choice.text}" for letter, choice in zip(ascii_lowercase, prompt.choices, strict=False)]
        parts.append(("class:choice", "".join(f"{indent}{line}\n" for line in _in_rows(offered, room))))
    if prompt.default:
        parts.append(("class:hint", "".join(f"{indent}{line}\n" for line in wrap(f"Enter: {prompt.default}", room))))
    return [*parts, ("class:mark", f"{indent[:-2]}> ")]


def _in_rows(texts: Sequence[str], room: int) -> list[str]:
    """Several short texts on as few lines as they fit, none broken unless it is too long by itself."""
    rows: list[str] = []
    for text in texts:
        if rows and width(rows[-1]) + 3 + width(text) <= room:
            rows[-1] += f"   {text}"
        else:
            rows.append(text)
    return [line for row in rows for line in wrap(row, room)]


def _line(
    message: list[tuple[str, str]], example: str = "", completer: Any = None, fresh: bool = False, menu: int = 0
) -> str:
    """One line as it was typed; `menu`: below it, what can be chosen is offered from the start, on so many lines."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.formatted_text import FormattedText
    from prompt_toolkit.history import DummyHistory
    from prompt_toolkit.styles import Style

    source, sink = _io or _devices()
    if fresh and not _io:
        _drop_typed_ahead(source)
    session: PromptSession[str] = PromptSession(
        message=FormattedText(message),
        history=DummyHistory(),
        completer=completer,
        complete_while_typing=True,
        reserve_space_for_menu=(menu or 4) if completer else 0,
        placeholder=FormattedText([("class:hint", example)]) if example else None,
        erase_when_done=True,
        style=Style.from_dict(_COLOURS if _coloured(sys.stderr) else _PLAIN),
        input=source,
        output=sink,
    )
    try:
        return session.prompt(pre_run=session.default_buffer.start_completion if menu else None)
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("Stopped.") from None


def _drop_typed_ahead(source: "Input") -> None:
    """Forgets keys that were pressed before the question stood there, such as the rest of a pasted message."""
    from prompt_toolkit.input.typeahead import clear_typeahead

    clear_typeahead(source)
    if os.name == "posix":
        import termios

        with suppress(termios.error, OSError):
            termios.tcflush(source.fileno(), termios.TCIFLUSH)


_COLOURS = {
    "count": "ansicyan",
    "question": "bold",
    "hint": "ansibrightblack",
    "choice": "",
    "mark": "ansicyan bold",
    "completion-menu.completion": "bg:default",
    "completion-menu.completion.current": "bg:default reverse",
}
_PLAIN = {"count": "", "question": "bold", "hint": "", "choice": "", "mark": ""}


def _devices() -> "tuple[Input, Output]":
    """The keyboard, even where standard input is a pipe, and standard error, so that standard output stays clean."""
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    try:
        return create_input(always_prefer_tty=True), create_output(stdout=sys.stderr)
    except Exception as problem:  # prompt_toolkit has several kinds for consoles that it can't drive
        raise ClarifyError(
            f"This terminal can't show questions ({problem}). Use another one (on Windows: Windows Terminal), "
            "or give the answers as options: clarify new --help."
        ) from None


def pick(question: str, options: Sequence[tuple[str, str]]) -> str:
    """Lets the person choose among (title, value) pairs with the arrow keys or by typing a part of the title."""
    from prompt_toolkit.completion import WordCompleter

    titles = [title for title, _ in options]
    completer = WordCompleter(titles, ignore_case=True, sentence=True, match_middle=True)
    while True:
        parts = [
            ("class:question", f"{question}\n"),
            ("class:hint", "type to find, arrows, Enter\n"),
            ("class:mark", "> "),
        ]
        typed = _line(parts, completer=completer, menu=min(len(titles), 8) + 1).strip().lower()
        exact = [value for title, value in options if title.lower().strip() == typed]
        fitting = exact or [value for title, value in options if typed in title.lower()]
        if typed and len(fitting) == 1:
            return fitting[0]
        if not typed:
            raise Interrupted("Nothing was chosen.")
        tell("Nothing fits that." if not fitting else f"{len(fitting)} of them fit that: type a little more.")


# ---- clipboard, editor, programs


def copy(text: str) -> bool:
    """Puts text on the clipboard; False where there is none. Over SSH it would be the wrong machine's."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return False
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError, UnicodeError):
        return False
    return True


def paste() -> str:
    """What is on the clipboard; raises ClarifyError where there is none."""
    import pyperclip

    try:
        return str(pyperclip.paste())
    except (pyperclip.PyperclipException, OSError, UnicodeError):
        raise ClarifyError(
            "There is no clipboard here. Save the message as a file and use --from FILE, or pipe it in with --from -."
        ) from None


def edit(path: str) -> None:
    """Opens a file in the person's editor and waits until it is closed; raises ClarifyError."""
    import shlex
    import subprocess

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "nano")
    try:
        # Windows has one line for a program and its arguments, and quotes in it that only the program itself reads.
        command = f'{editor} "{path}"' if os.name == "nt" else [*shlex.split(editor), path]
        code = subprocess.call(command)  # noqa: S603  (it is the person's own editor)
    except (OSError, ValueError):
        raise ClarifyError(f"The editor “{editor}” can't be started. Set EDITOR to one that you have.") from None
    if code:
        raise ClarifyError(f"The editor “{editor}” ended with an error ({code}), so nothing was changed.")


def launch(target: str) -> None:
    """Opens a file or an address in the program that the system has for it; raises ClarifyError."""
    if typer.launch(target):
        raise ClarifyError("No program could be started for it. Use --copy or --output instead.")
