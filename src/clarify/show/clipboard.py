"""The clipboard of Linux, macOS and Windows, by the programs that these have for it.

Text counts as copied only if the program ended well. Some programs hang (no display answers), and some stay behind to
hand the text out, so none is waited for longer than `PATIENCE`, and none gets the streams of clarify.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from shutil import which
from time import monotonic
from typing import IO, TYPE_CHECKING, NamedTuple

from clarify.errors import ClarifyError

if TYPE_CHECKING:
    from subprocess import Popen

PATIENCE = 10.0 if sys.platform == "win32" else 2.0
"""Seconds for the clipboard to take or give a text; PowerShell alone needs some to start."""
_REMEDY = "Save the message as a file and use --from FILE, or pipe it in with --from -."
_HOLDS_NO_TEXT = (b"nothing is copied", b"no selection", b"no suitable type", b"not available")
"""What wl-paste and xclip say, in lower case, where the clipboard answers but holds no text; they end with 1 then."""


class _Clipboard(NamedTuple):
    """The commands that write and read one kind of clipboard."""

    copy: Sequence[str]
    paste: Sequence[str]
    encoding: str = "utf-8"
    """The encoding in which `copy` wants its text; `paste` always gives UTF-8."""


_MAC = _Clipboard(["pbcopy"], ["pbpaste"])
_WAYLAND = _Clipboard(["wl-copy"], ["wl-paste", "--no-newline"])
_X11 = (
    _Clipboard(["xclip", "-selection", "clipboard"], ["xclip", "-selection", "clipboard", "-out"]),
    _Clipboard(["xsel", "--clipboard", "--input"], ["xsel", "--clipboard", "--output"]),
)
_GET = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; [Console]::Out.Write((Get-Clipboard -Raw))"
_WINDOWS = _Clipboard(["clip.exe"], ["powershell.exe", "-NoProfile", "-Command", _GET], "utf-16")


def _clipboards() -> list[_Clipboard]:
    """The clipboards that this machine may have, the likeliest first."""
    if sys.platform == "darwin":
        return [_MAC]
    if sys.platform == "win32":
        return [_WINDOWS]
    return [*([_WAYLAND] if os.environ.get("WAYLAND_DISPLAY") else []), *_X11, _WINDOWS]  # that one in WSL


def copy(text: str) -> bool:
    """Puts text on the clipboard; False if there is none that takes it. Over SSH it would be the wrong machine's."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return False
    until = monotonic() + PATIENCE
    return any(_given(each.copy, text.encode(each.encoding, "replace"), until) for each in _clipboards())


def paste(most: int) -> bytes:
    """The text on the clipboard in UTF-8, at most `most` bytes and one.

    Raises ClarifyError if there is no clipboard that can be reached, or no text on it.
    """
    until = monotonic() + PATIENCE
    for each in _clipboards():
        text = _taken(each.paste, most + 1, until)
        if text is not None:
            if text.strip():
                return text
            raise ClarifyError("There is no text on the clipboard. Copy the message, then try again.")
    raise ClarifyError(f"There is no clipboard here that can be reached. {_REMEDY}")


def _given(command: Sequence[str], text: bytes, until: float) -> bool:
    """True if a program took `text` and ended well in time."""
    from subprocess import DEVNULL, PIPE, TimeoutExpired

    program = _started(command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL)
    if program is None:
        return False
    try:
        with suppress(TimeoutExpired):
            program.communicate(text, timeout=max(0.0, until - monotonic()))
        return program.poll() == 0
    finally:
        _end(program)


def _taken(command: Sequence[str], most: int, until: float) -> bytes | None:
    """The first `most` bytes that a program writes; None if it fails, or has not written all of it in time."""
    from subprocess import DEVNULL, PIPE, TimeoutExpired
    from threading import Thread

    program = _started(command, stdin=DEVNULL, stdout=PIPE, stderr=PIPE)
    if program is None:
        return None
    written: list[bytes] = []

    def read(text: IO[bytes], remarks: IO[bytes]) -> None:
        written.append(text.read(most))
        written.append(remarks.read(1000) if len(written[0]) < most else b"")

    try:
        # In a thread, as Windows has no other way to read with a limit and with patience.
        reader = Thread(target=read, args=(program.stdout, program.stderr), daemon=True)
        reader.start()
        reader.join(max(0.0, until - monotonic()))
        if reader.is_alive():
            return None
        text, remarks = written
        if len(text) == most:
            return text
        with suppress(TimeoutExpired):
            program.wait(max(0.1, until - monotonic()))
        nothing = program.poll() == 1 and any(words in remarks.lower() for words in _HOLDS_NO_TEXT)
        return text if program.poll() == 0 else b"" if nothing else None
    finally:
        _end(program)


def _started(command: Sequence[str], **streams: int) -> "Popen[bytes] | None":
    """The program of a command, running in a session of its own, or None if it is not there."""
    import subprocess

    path = which(command[0])
    if path is None:
        return None
    # pbcopy and pbpaste take the encoding from the locale, and there is none where no terminal has set it.
    environment = {**os.environ, "LC_ALL": "en_US.UTF-8"} if sys.platform == "darwin" else None
    with suppress(OSError):
        return subprocess.Popen([path, *command[1:]], env=environment, start_new_session=True, **streams)  # type: ignore[call-overload, no-any-return]  # noqa: S603
    return None


def _end(program: "Popen[bytes]") -> None:
    """Kills a program that has not ended, with all that it has started."""
    if program.poll() is not None:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            program.kill()
        else:
            import signal

            os.killpg(program.pid, signal.SIGKILL)
    program.wait()
