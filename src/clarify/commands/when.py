"""`clarify when`"""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from clarify.commands.options import Json
from clarify.commands.session import Session
from clarify.errors import ClarifyError
from clarify.show import console
from clarify.show.console import typed

if TYPE_CHECKING:
    from clarify.read.deadline import Deadline


def run(
    ctx: typer.Context,
    phrase: Annotated[list[str], typer.Argument(help="Such as: end of next week.")],
    as_json: Json = False,
) -> None:
    """What clarify makes of a deadline phrase, and why."""
    from clarify.read.deadline import read_deadline
    from clarify.show.deadline import deadline_object, show_deadline

    session: Session = ctx.obj
    text = typed(" ".join(phrase))
    deadline = read_deadline(text, session.now, session.store.settings.conventions)
    wording = session.catalog.wording()
    hurry = [] if deadline else [vague.text for vague in wording.find_vague(text) if vague.probe.hurry]
    if as_json:
        from clarify.show.json import print_json

        unread = _unread(text, deadline) if deadline else []
        print_json({"phrase": text, **deadline_object(deadline), "hurry": hurry, "unread": unread})
    elif deadline:
        show_deadline(deadline, session.now)
        for words in _unread(text, deadline):
            console.tell(f"“{words}” was not read: {_instead(words, session)}")
    elif hurry:
        raise ClarifyError(f"“{hurry[0]}” is no date, only hurry: ask which day. Such as: would Thursday 17:00 do?")
    else:
        raise ClarifyError(_nothing_in(text, session))


def _instead(words: str, session: Session) -> str:
    """What to write instead of words that were not read."""
    if words.isalpha() and words.isupper():
        return "if it is a time zone, write it as “UTC+3” or “Warsaw time”."
    if words.isalpha():
        return "write one day and one time, like “Thursday 17:00”."
    return f"write a time like 17:00, or a year like {session.now.year}."


_NO_TIME = re.compile(r"(?<![\d:.,/-])(?:(?:2[4-9]|[3-9]\d):[0-5]?\d|\d\d?:[6-9]\d)(?![\d:])")
_BEHIND = re.compile(r",?\s+(?:at\s+)?(\d[\d:]*)\s*[.!]?$")


def _unread(text: str, deadline: "Deadline") -> list[str]:
    """What looks like a time or a year beside the words that were read, and was not read itself: `25:99`, `XKT`."""
    around = f"{text[: deadline.start]}\n{text[deadline.end :]}"
    behind = _BEHIND.match(text, deadline.end)
    return list(dict.fromkeys([*deadline.unread, *_NO_TIME.findall(around), *([behind[1]] if behind else [])]))


def _nothing_in(text: str, session: Session) -> str:
    """That nothing was read, and what to do about it."""
    from clarify.read.deadline import read_deadline
    from clarify.read.deadline.language.names import unlisted_holiday
    from clarify.read.deadline.rules.days import YEARS

    for number in re.findall(r"(?<![\d:])\d{4,}(?![\d:])", text):
        near = text.replace(number, str(YEARS[-1]))
        if int(number[:9]) not in YEARS and read_deadline(near, session.now, session.store.settings.conventions):
            return f"“{number[:20]}” is out of range: dates from {YEARS[0]} to {YEARS[-1]} are read."
    holiday = "" if "country" in session.store.settings.values else unlisted_holiday(text)
    if holiday:
        return f"“{holiday}” is a date once clarify knows your country: `clarify settings country=GB`, for one."
    return f"No moment can be read in “{text}”. Try a day and a time, such as “Thursday 17:00”."
