"""Hand-offs as they come in: from a file, standard input or the clipboard, and what is found in them."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clarify.ask.found import Found, found_for_each, found_in
from clarify.commands.session import Workplace
from clarify.errors import ClarifyError
from clarify.keep.files import read_bytes
from clarify.keep.yaml.reading import LARGEST
from clarify.show import terminal
from clarify.text import clean, was_unsafe

if TYPE_CHECKING:
    from clarify.read.handoff import Handoff

EACH, ONE = "each", "together"
"""What may be made of several tasks: a brief of each, or one for all of them."""
_LARGEST_MAIL = 40 << 20
"""Bytes of a mail with its attachments, which are left out; the text in it may be as large as any."""


def read_source(file: Path) -> str:
    """The text of a file, or of standard input for `-`, or in it where it is a mail or HTML; raises ClarifyError.

    What is not UTF-8 in it is replaced, and a note says so: the rest of a message is worth reading all the same.
    """
    from clarify.read.mail.source import text_in  # slow to import, and most briefs come without a message

    piped = str(file) == "-"
    raw = _from_standard_input() if piped else _from_file(file)
    text = text_in(raw, "" if piped else clean(file.name))
    if len(text.encode("utf-8", "replace")) > LARGEST:
        raise ClarifyError(_too_large("That" if piped else clean(str(file))))
    if "�" in text and "�".encode() not in raw:
        terminal.tell("Note: the hand-off is not UTF-8 text; what can't be read in it stands as �.")
    return text


def _from_file(file: Path) -> bytes:
    if file.exists() and not file.is_file():
        raise ClarifyError(f"{clean(str(file))} is not a file. Name the file of the message, or pipe it in as -.")
    try:
        return read_bytes(file, _LARGEST_MAIL)
    except FileNotFoundError:
        raise ClarifyError(f"There is no file {clean(str(file))}.") from None


def _from_standard_input() -> bytes:
    if sys.stdin is None:
        raise ClarifyError("There is nothing on standard input.")
    if sys.stdin.isatty():
        ends = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D on a line of its own"
        terminal.tell(f"Paste the message, then {ends}:")
    raw = sys.stdin.buffer.read(_LARGEST_MAIL + 1)
    if len(raw) > _LARGEST_MAIL:
        raise ClarifyError(_too_large("That"))
    return raw


def _too_large(what: str) -> str:
    return f"{what} holds more than {LARGEST >> 10} KiB of text. Give only the message that hands the work over."


def made_safe(text: str) -> str:
    """A hand-off to be kept: its own words, without control characters; a note says when some were taken out."""
    if was_unsafe(text):
        terminal.tell("Note: control characters were taken out of the hand-off.")
    return clean(text).strip("\n")


def pasted(text: str) -> str:
    """What was pasted, made safe; of HTML and raw mails the text in them."""
    from clarify.read.mail.source import text_as_given  # as above

    return made_safe(text_as_given(text))


def read_as_said(place: Workplace, text: str) -> tuple["Handoff", datetime]:
    """What a hand-off says, and when it was said; a remark tells of another day, since “tomorrow” counts from it."""
    from clarify.moments import in_full
    from clarify.read.handoff import read_handoff  # slow to import, and most briefs come without a message

    said = _said_at(place, text)
    if said.date() != place.now.date():
        terminal.tell(f"Read as said on {in_full(said, place.now)}: the date of the mail.")
    return read_handoff(text, said, place.store.settings.conventions, place.catalog.wording()), said


def _said_at(place: Workplace, text: str) -> datetime:
    """When a hand-off was said: the date of the mail, else now."""
    from clarify.read.mail.sent_at import sent_at

    return sent_at(text, place.now, place.store.settings.conventions) or place.now


def find_answers(place: Workplace, text: str) -> tuple["Handoff", Found]:
    """What a hand-off says, and the answers in it by key: all in the leader's words, so all `said`."""
    handoff, said = read_as_said(place, text)
    return handoff, found_in(handoff, said, place.store.settings.conventions)


def find_each(place: Workplace, text: str, handoff: "Handoff") -> list[Found]:
    """The answers for each task of a hand-off, by key, in the order in which they were handed over."""
    return found_for_each(handoff, _said_at(place, text), place.store.settings.conventions)
