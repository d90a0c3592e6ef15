"""Asking the person: one line, one choice, one pick from a list.

prompt_toolkit takes longer to import than most commands take to run, so it is imported where something is asked.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from clarify.errors import ClarifyError, Interrupted
from clarify.show.columns import fit, width, wrap
from clarify.show.console import STANDING_STYLES, coloured, paint_for, sign, tell, width_of

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from clarify.ask.interview import Echo, Prompt

AGREED = ("", "y", "yes", "ok", "okay", "good", "sent", "done")
DECLINED = ("n", "no", "not yet", "later")
"""What people type to take what Enter takes, and not to."""
_io: "tuple[Input, Output] | None" = None


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


def confirm(question: str) -> bool:
    """Asks for a yes; Enter is a no. Raises as `ask_line` does."""
    return ask_line(question, "y: yes · Enter: no").strip().lower() in ("y", "yes")


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
        style=Style.from_dict(_COLOURS if coloured(sys.stderr) else _PLAIN),
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


def show_echo(echo: "Echo") -> None:
    """What was understood: beside its label, or below it where the window is narrow."""
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
    lines.append(f"{last}  {paint(echo.standing, STANDING_STYLES.get(echo.standing, ''))}".rstrip())
    body = f"\n{' ' * indent}".join(lines)
    tell(f"{head} {body}" if wide else f"{head}\n{' ' * indent}{body}")
