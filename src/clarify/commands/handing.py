"""Hand-offs as they come in: from a file, standard input or the clipboard, and what is found in them."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from clarify import terminal
from clarify.answers import settle
from clarify.brief import Answer, Standing
from clarify.disk import read_bytes
from clarify.errors import ClarifyError
from clarify.text import clean, one_line, was_unsafe
from clarify.workplace import Workplace
from clarify.yamlfile import LARGEST

if TYPE_CHECKING:
    from clarify.handoff import Handoff, Span

_CONJUNCTION = re.compile(r"^(?:so that|because|in order to|so as to) (?=\w)", re.IGNORECASE)
"""What joins a reason to its task, and reads oddly where it stands alone; the quote keeps it."""


def read_source(file: Path) -> str:
    """The text of a file, or of standard input for `-`, as it is; raises ClarifyError.

    What is not UTF-8 in it is replaced, and a note says so: the rest of a message is worth reading all the same.
    """
    raw = _from_standard_input() if str(file) == "-" else _from_file(file)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        terminal.tell("Note: the hand-off is not UTF-8 text; what can't be read in it stands as �.")
        return raw.decode("utf-8", "replace")


def _from_file(file: Path) -> bytes:
    try:
        return read_bytes(file)
    except FileNotFoundError:
        raise ClarifyError(f"There is no file {clean(str(file))}.") from None


def _from_standard_input() -> bytes:
    if sys.stdin is None:
        raise ClarifyError("There is nothing on standard input.")
    if sys.stdin.isatty():
        ends = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D on a line of its own"
        terminal.tell(f"Paste the message, then {ends}:")
    raw = sys.stdin.buffer.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ClarifyError(f"That is more than {LARGEST >> 10} KiB. Paste only the message that hands the work over.")
    return raw


def made_safe(text: str) -> str:
    """A hand-off to be kept: its own words, without control characters; a note says when some were taken out."""
    if was_unsafe(text):
        terminal.tell("Note: control characters were taken out of the hand-off.")
    return clean(text).strip("\n")


def find_answers(place: Workplace, text: str) -> tuple["Handoff", Mapping[str, Answer]]:
    """What a hand-off says, and the answers in it by key: all in the leader's words, so all `said`."""
    from clarify.handoff import read_handoff  # slow to import, and most briefs come without a message

    settings = place.store.settings
    handoff = read_handoff(text, place.now, settings.conventions, place.catalog.wording())
    found: dict[str, Answer] = {}
    if handoff.tasks:
        task = one_line(handoff.tasks[0].text)
        found["ask"] = Answer(task[:1].upper() + task[1:], Standing.SAID)
    if handoff.leader:
        found["leader"] = Answer(one_line(handoff.leader), Standing.SAID)
    for key in ("deadline", "urgency", "vision", "why"):
        span: Span | None = getattr(handoff, key)
        if span:
            words = one_line(span.text)
            said = Answer(_CONJUNCTION.sub("", words), Standing.SAID, quote=words)
            found[key] = settle(key, said, place.now, settings.conventions)
    return handoff, found
