"""What takes longer than a second says so on standard error, at a terminal that can redraw a line."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any

from clarify.show import console

_PATIENCE = 1.0
"""Seconds after which a person wonders."""
_MANY = 50
"""So few items are through before that."""


def watched(items: Sequence[str]) -> Iterable[str]:
    """The items one by one; after a second, a bar tells how many of them were taken."""
    return _with_bar(items) if len(items) > _MANY and _can_show() else items


def _with_bar(items: Sequence[str]) -> Iterator[str]:
    began, bar = monotonic(), None
    try:
        for number, item in enumerate(items):
            if bar:
                bar.update(bar.task_ids[0], completed=number)
            elif not number % _MANY and monotonic() - began > _PATIENCE:
                bar = _bar(len(items))
            yield item
    finally:
        if bar:
            bar.stop()


@contextmanager
def busy(doing: str) -> Iterator[None]:
    """Says what is being done, where it takes longer than a second."""
    if not _can_show():
        yield
        return
    from threading import Timer

    from rich.status import Status

    status = Status(doing, console=_console())
    timer = Timer(_PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        status.stop()


def _can_show() -> bool:
    return bool(sys.stderr and sys.stderr.isatty()) and not console.is_plain()


def _bar(total: int) -> Any:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), console=_console(), transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar


def _console() -> Any:
    from rich.console import Console

    return Console(stderr=True, no_color=not console.coloured(sys.stderr), legacy_windows=False)
