"""Other programs: the person's editor, and what the system opens a file or an address with."""

import os

import typer

from clarify.errors import ClarifyError


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
