"""The clipboard of Linux, macOS and Windows."""

import os

from clarify.errors import ClarifyError


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
