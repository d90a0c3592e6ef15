"""A hand-off as it comes in: from a file, standard input or the clipboard; its text made safe, and read."""

from pathlib import Path
from typing import TYPE_CHECKING

from clarify.commands.session import Session
from clarify.errors import ClarifyError
from clarify.keep.files import read_given
from clarify.keep.yaml.reading import LARGEST
from clarify.show import clipboard, console
from clarify.show.progress import busy
from clarify.text import clean, one_line, shorten

if TYPE_CHECKING:
    from clarify.ask.found import HandoffAnswers

_LARGEST_MAIL = 40 << 20
"""Bytes of a mail with its attachments, which are left out; the text in it may be as large as any."""


def read_source(file: Path) -> str:
    """The text of a file, or of standard input for `-`, or in it where it is a mail or HTML; raises ClarifyError.

    What is not UTF-8 in it is replaced, and a note says so: the rest of a message is worth reading all the same.
    """
    piped = str(file) == "-"
    raw = console.piped(_LARGEST_MAIL) if piped else read_given(file, _LARGEST_MAIL)
    name = "" if piped else clean(file.name)
    return _text_in(raw, name, "That" if piped else clean(str(file)))


def read_clipboard() -> str:
    """The text on the clipboard, with the limits of `read_source`; raises ClarifyError."""
    return _text_in(clipboard.paste(_LARGEST_MAIL), "", "The clipboard")


def _text_in(raw: bytes, name: str, what: str) -> str:
    """The text of a hand-off in `raw`, which an error calls `what`."""
    from clarify.read.mail.source import text_in  # slow to import, and most briefs come without a message

    text = text_in(raw, name) if len(raw) <= _LARGEST_MAIL else None
    if text is None or len(text.encode("utf-8", "replace")) > LARGEST:
        remedy = "Give only the message that hands the work over."
        raise ClarifyError(f"{what} holds more than {LARGEST >> 10} KiB of text. {remedy}")
    if "�" in text and "�".encode() not in raw:
        console.tell("Note: the hand-off is not UTF-8 text; what can't be read in it stands as �.")
    return text


def made_safe(text: str) -> str:
    """A hand-off to be kept: its own words, without control characters; a note says when some were taken out."""
    console.note_if_unsafe(text, "the hand-off")
    return clean(text).strip("\n")


def pasted(text: str) -> str:
    """What was pasted, made safe; of HTML and raw mails the text in them."""
    from clarify.read.mail.source import text_as_given  # as late as in `_text_in`

    return made_safe(text_as_given(text))


def answers_in(session: Session, text: str) -> "HandoffAnswers":
    """What a hand-off says, without a word about it; of a text that is none, next to nothing."""
    from clarify.ask.found import HandoffAnswers
    from clarify.read.handoff import read_handoff  # slow to import, and most briefs come without a message
    from clarify.read.mail.layout import layout_of
    from clarify.read.mail.sent_at import sent_at

    conventions, layout = session.store.settings.conventions, layout_of(text)
    said = sent_at(text, layout, session.now, conventions) or session.now
    wording, corrections = session.catalog.wording(), session.store.corrections()
    return HandoffAnswers(read_handoff(text, said, conventions, wording, corrections, layout), said, conventions)


def read_answers(session: Session, text: str) -> "HandoffAnswers":
    """What a hand-off says; a remark tells when it was said on another day, since its “tomorrow” counts from then."""
    from clarify.moments import in_full

    with busy("Reading the message …"):
        read = answers_in(session, text)
    handoff = read.handoff
    if read.said.date() != session.now.date():
        console.tell(f"Read as said on {in_full(read.said, session.now)}: the date that it bears.")
    if handoff.language:
        console.tell(
            f"This seems to be in {handoff.language}, and clarify reads English. "
            "It took the leader's name and a date alone, where it found them; the rest is asked."
        )
    elif handoff.without_model:
        console.tell(
            "clarify can't run its reader here (it needs numpy). "
            "It took the leader's name and a date alone; the rest is asked."
        )
    elif handoff.read_to is not None:
        words = shorten(one_line(text[handoff.read_to :]), 8)
        console.tell(f"The message is long: what follows was not read, from “{words}” on.")
    return read


def prepare_reading() -> None:
    """Loads the reader beside what goes on, so that a message that is pasted next is read at once."""
    from threading import Thread

    from clarify.read.handoff import load_model

    Thread(target=load_model, daemon=True).start()
