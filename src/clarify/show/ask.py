"""Asking the person, by questionary: a line, a pick from a list, a yes or no, all in one style.

questionary takes longer to import than most commands take to run, so it is imported where something is asked. Where it
falls short, it is met here:

- `ask()` takes Ctrl-C for an empty answer; `unsafe_ask()` lets it through.
- A piped standard input is read as keys; `can_ask` tells before whether a person is there.
- `select` takes the first entry of all where nothing fits what was typed; `pick` asks again.

Where a terminal can't move its cursor, or a person has it read out, `clarify.show.plain` asks on plain lines instead.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from select import select
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from clarify.ask.prompt import typed_at
from clarify.errors import ClarifyError, Interrupted
from clarify.show.columns import fit, width, wrap
from clarify.show.console import (
    STANDING_STYLES,
    as_it_can_be_shown,
    coloured,
    is_plain,
    paint_for,
    sign,
    tell,
    width_of,
)
from clarify.show.plain import PASTED_CHARACTERS, plain_line, plain_pick

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.output import Output
    from questionary import Style

    from clarify.ask.prompt import Echo, Prompt

AGREED = ("", "y", "yes", "ok", "okay", "good", "sent", "done")
DECLINED = ("n", "no", "not yet", "later")
"""What people type to take what Enter takes, and not to."""
_INDENT = " " * 5
_PASTED_LINES = 2
"""So many lines with so many characters that arrive in one moment were pasted: nobody types them so quickly."""
_io: "tuple[Input, Output] | None" = None


def can_ask(*, piped: bool = False) -> bool:
    """True if a person sits in front of it; `piped`: standard input was used for something else."""
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


# ---- what is asked


def ask(prompt: "Prompt", *, fresh: bool = False) -> str:
    """Shows one prompt, and returns what was typed; `fresh`: what was typed before it stood there does not count.

    Raises Interrupted on Ctrl-C and at the end of input.
    """
    count = f"{prompt.number}/{prompt.total}" if prompt.number else f"  {sign('↳', '>')}" if prompt.key else ""
    offered = [f"{letter}) {choice.text}" for letter, choice in zip(ascii_lowercase, prompt.choices, strict=False)]

    def below(room: int) -> list[str]:
        enter = f"Enter: {prompt.default}" if prompt.default else ""
        return [*_wrapped(prompt.why, room), *_in_rows(offered, room), *_wrapped(enter, room)]

    example = fit(f"for example: {prompt.example}", width_of() - 5).rstrip() if prompt.example else ""
    line = _line(prompt.ask, below, count, example, prompt.completions, fresh, prompt.prefill)
    return line if is_plain() else typed_at(prompt, line)  # on plain lines nothing can be filled in


def ask_line(question: str, remark: str = "") -> str:
    """Asks for one line; raises Interrupted on Ctrl-C and at the end of input."""
    return _line(question, lambda room: _wrapped(remark, room))


def confirm(question: str) -> bool:
    """Asks for a yes; Enter is a no. Raises as `ask_line` does."""
    return ask_line(question, "y: yes · Enter: no").strip().lower() in ("y", "yes")


def pick(question: str, options: Sequence[tuple[str, str]]) -> str:
    """Lets the person choose among (title, value) pairs with the arrow keys or by typing a part of the title.

    Raises Interrupted on Ctrl-C.
    """
    if is_plain():
        return plain_pick(question, options)
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from prompt_toolkit.keys import Keys
    from questionary import Choice
    from questionary import select as select_from
    from questionary.prompts.common import InquirerControl

    source, sink = _devices()
    shown = [Choice(_as_fits(title), value) for title, value in options]
    while True:
        asked = select_from(
            question,
            shown,
            qmark="",
            pointer=sign("❯", ">"),
            instruction="(type to find, arrows, Enter)",
            use_search_filter=True,
            use_jk_keys=False,  # they are letters to find by
            style=_style(),
            erase_when_done=True,
            input=source,
            output=sink,
        )
        [found] = [c for c in asked.application.layout.find_all_controls() if isinstance(c, InquirerControl)]
        more = KeyBindings()
        more.add(Keys.Any)(lambda event, found=found: found.add_search_character(event.data))  # “é” is a letter too
        own = asked.application.key_bindings
        asked.application.key_bindings = merge_key_bindings([own, more] if own else [more])
        value = _answer(asked)
        typed = (found.search_filter or "").casefold()
        if any(choice.value == value and typed in str(choice.title).casefold() for choice in shown):
            return str(value)
        tell("Nothing fits that.")
        if not _io:
            _drop_typed_ahead(source)  # a second Enter must not take the first entry of all


# ---- one line


def _line(
    question: str,
    below: Callable[[int], list[str]],
    count: str = "",
    example: str = "",
    completions: Sequence[str] = (),
    fresh: bool = False,
    prefill: str = "",
) -> str:
    """One line as it was typed, or all of a text that was pasted; the question is gone from the screen then.

    `below` lays out what stands below the question in so many columns.
    """
    if is_plain():
        room = width_of() - 1
        return plain_line([*_wrapped(question, room), *below(room)], count, example)
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.formatted_text import FormattedText
    from prompt_toolkit.history import DummyHistory
    from questionary import text

    source, sink = _devices()
    if fresh and not _io:
        _drop_typed_ahead(source)
    completer = WordCompleter(list(completions), ignore_case=True, sentence=True) if completions else None
    asked = text(
        _Fitted(lambda room: f"\n{_INDENT}".join(_wrapped(question, room))),
        default=prefill,
        qmark=f"\n{count:<4}",
        # questionary puts a space before and behind it.
        instruction=_Fitted(lambda room: "".join(f"\n{_INDENT}{line}" for line in below(room)) + f"\n{_INDENT[:-2]}>"),
        style=_style(),
        history=DummyHistory(),
        completer=completer,
        complete_while_typing=True,
        reserve_space_for_menu=4 if completer else 0,
        placeholder=FormattedText([("class:placeholder", example)]) if example else None,
        erase_when_done=True,
        key_bindings=None if _io else _one_paste(source),
        input=source,
        output=sink,
    )
    return str(_answer(asked))


class _Fitted(str):
    """Text that is laid out whenever questionary draws it, since the window may have another width by then."""

    lay_out: Callable[[int], str]

    def __new__(cls, lay_out: Callable[[int], str]) -> "_Fitted":
        fitted = super().__new__(cls, "laid out when it is drawn")
        fitted.lay_out = lay_out
        return fitted

    def __format__(self, how: str) -> str:
        return as_it_can_be_shown(self.lay_out(width_of() - len(_INDENT) - 1), sys.stderr)


def _wrapped(words: str, room: int) -> list[str]:
    return wrap(words, room) if words else []


def _answer(asked: Any) -> Any:
    try:
        return asked.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("Stopped.") from None


def _one_paste(source: "Input") -> "KeyBindings":
    """Keys by which several lines that arrive in one moment stay one text, where the terminal does not mark a paste."""
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    keys = KeyBindings()

    def enter(event: Any) -> None:
        waiting = [press.key for press in event.key_processor.input_queue]
        ends = waiting.count(Keys.ControlM) + waiting.count(Keys.ControlJ) + 1
        characters = len([key for key in waiting if len(key) == 1]) + len(event.current_buffer.text)
        pasted = "\n" in event.current_buffer.text and (waiting or _has_more(source))
        if pasted or (ends >= _PASTED_LINES and characters >= PASTED_CHARACTERS and len(waiting) > 1):
            event.current_buffer.insert_text("\n")
        else:
            event.current_buffer.validate_and_handle()

    for key in (Keys.ControlM, Keys.ControlJ):
        keys.add(key)(enter)
    return keys


def _has_more(source: "Input") -> bool:
    """True if more of a long paste waits to be read."""
    if os.name != "posix":
        return False
    with suppress(OSError, ValueError, NotImplementedError):
        return bool(select([source.fileno()], [], [], 0.02)[0])
    return False


def _in_rows(texts: Sequence[str], room: int) -> list[str]:
    """Several short texts on as few lines as they fit, none broken unless it is too long by itself."""
    rows: list[str] = []
    for text in texts:
        if rows and width(rows[-1]) + 3 + width(text) <= room:
            rows[-1] += f"   {text}"
        else:
            rows.append(text)
    return [line for row in rows for line in wrap(row, room)]


def _as_fits(title: str) -> str:
    return fit(title, width_of() - 4).rstrip()


# ---- keyboard and screen


def _devices() -> "tuple[Input, Output]":
    """The keyboard, even where standard input is a pipe, and standard error, so that standard output stays clean."""
    if _io:
        return _io
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    try:
        return create_input(always_prefer_tty=True), create_output(stdout=sys.stderr)
    except Exception as problem:  # prompt_toolkit has several kinds for consoles that it can't drive
        raise ClarifyError(
            f"This terminal can't show questions ({problem}). Use another one (on Windows: Windows Terminal), "
            "or give the answers as options: clarify new --help."
        ) from None


def _drop_typed_ahead(source: "Input") -> None:
    """Forgets keys that were pressed before the question stood there, such as the rest of a pasted message."""
    from prompt_toolkit.input.typeahead import clear_typeahead

    clear_typeahead(source)
    if os.name == "posix":
        import termios

        with suppress(termios.error, OSError):
            termios.tcflush(source.fileno(), termios.TCIFLUSH)


def _style() -> "Style":
    from questionary import Style

    colours = {"qmark": "fg:ansicyan", "question": "bold", "instruction": "", "placeholder": "fg:ansibrightblack"}
    colours |= {"pointer": "fg:ansicyan bold", "highlighted": "bold", "answer": ""}
    plain = {name: "bold" if "bold" in style else "" for name, style in colours.items()}
    return Style(list((colours if coloured(sys.stderr) else plain).items()))


def show_echo(echo: "Echo") -> None:
    """What was understood: beside its label, or below it where the window is narrow."""
    paint = paint_for(sys.stderr)
    columns = width_of() - 1
    if not echo.label:
        for line in wrap(echo.text, columns - 2):
            tell(f"  {paint(line, 'guess')}")
        return
    wide = columns >= 60
    mark = paint("?", "open") if echo.standing == "open" or echo.unclear else paint(sign("✓", "+"), "good")
    head = f" {mark} {paint(fit(echo.label, 16) if wide else echo.label, 'dim')}"
    indent = 20 if wide else 3
    *lines, last = wrap(echo.text, columns - indent - (len(echo.standing) + 2 if wide else 0))
    lines.append(f"{last}  {paint(echo.standing, STANDING_STYLES.get(echo.standing, ''))}".rstrip())
    body = f"\n{' ' * indent}".join(lines)
    tell(f"{head} {body}" if wide else f"{head}\n{' ' * indent}{body}")
