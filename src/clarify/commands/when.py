"""`clarify when`"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from clarify.commands.session import Workplace
from clarify.commands.shared import Json, print_json, typed
from clarify.errors import ClarifyError
from clarify.moments import how_far, in_full
from clarify.show import terminal

if TYPE_CHECKING:
    from datetime import datetime

    from clarify.read.deadline import Deadline


def run(
    ctx: typer.Context,
    phrase: Annotated[list[str], typer.Argument(help="Such as: end of next week.")],
    as_json: Json = False,
) -> None:
    """What clarify makes of a deadline phrase, and why."""
    from clarify.read.deadline import read_deadline

    place: Workplace = ctx.obj
    text = typed(" ".join(phrase))
    deadline = read_deadline(text, place.now, place.store.settings.conventions)
    hurry = [] if deadline else [vague.text for vague in place.catalog.wording().find_vague(text) if vague.probe.hurry]
    if as_json:
        print_json({"phrase": text, **_fields(deadline), "hurry": hurry})
    elif deadline:
        terminal.write("\n".join(_lines(deadline, place.now)) + "\n")
    elif hurry:
        raise ClarifyError(f"“{hurry[0]}” is no date, only hurry: ask which day. Such as: would Thursday 17:00 do?")
    else:
        raise ClarifyError(_nothing_in(text, place))


def _nothing_in(text: str, place: Workplace) -> str:
    """That nothing was read, and what to do about it."""
    from clarify.read.deadline.language.names import unlisted_holiday

    holiday = "" if "country" in place.store.settings.values else unlisted_holiday(text)
    if holiday:
        return f"“{holiday}” is a date once clarify knows your country: `clarify settings country=GB`, for one."
    return f"No moment can be read in “{text}”. Try a day and a time, such as “Thursday 17:00”."


def _fields(deadline: "Deadline | None") -> dict[str, Any]:
    return {
        "due": deadline.due.isoformat() if deadline else None,
        "grain": deadline.grain if deadline else None,
        "text": deadline.text if deadline else None,
        "start": deadline.start if deadline else None,
        "end": deadline.end if deadline else None,
        "rule": deadline.rule if deadline else None,
        "alternatives": [moment.isoformat() for moment in deadline.alternatives] if deadline else [],
        "corrected": [list(pair) for pair in deadline.corrected] if deadline else [],
        "zone": str(deadline.zone) if deadline and deadline.zone else None,
    }


def _lines(deadline: "Deadline", now: "datetime") -> list[str]:
    """The moment and the words it was read from, every other reading, and what was put right or moved for it."""
    lines = [f"{in_full(deadline.due, now)}, {how_far(deadline.due, now)}   (“{deadline.text}”: {deadline.rule})"]
    lines += [f"or {in_full(moment, now)}, {how_far(moment, now)}" for moment in deadline.alternatives]
    lines += [f"“{written}” read as {word}" for written, word in deadline.corrected]
    if deadline.zone:
        lines.append(f"said for {deadline.zone}: {in_full(deadline.due.astimezone(deadline.zone), now)} there")
    return lines
