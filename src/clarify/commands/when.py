"""`clarify when`"""

from typing import Annotated

import typer

from clarify.commands.options import Json
from clarify.commands.session import Session
from clarify.errors import ClarifyError
from clarify.show.console import typed


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

        print_json({"phrase": text, **deadline_object(deadline), "hurry": hurry})
    elif deadline:
        show_deadline(deadline, session.now)
    elif hurry:
        raise ClarifyError(f"“{hurry[0]}” is no date, only hurry: ask which day. Such as: would Thursday 17:00 do?")
    else:
        raise ClarifyError(_nothing_in(text, session))


def _nothing_in(text: str, session: Session) -> str:
    """That nothing was read, and what to do about it."""
    from clarify.read.deadline.language.names import unlisted_holiday

    holiday = "" if "country" in session.store.settings.values else unlisted_holiday(text)
    if holiday:
        return f"“{holiday}” is a date once clarify knows your country: `clarify settings country=GB`, for one."
    return f"No moment can be read in “{text}”. Try a day and a time, such as “Thursday 17:00”."
