"""`clarify when`"""

from typing import Annotated

import typer

from clarify import terminal
from clarify.commands.shared import Json, print_json, typed
from clarify.errors import ClarifyError
from clarify.moments import how_far, in_full
from clarify.workplace import Workplace


def run(
    ctx: typer.Context,
    phrase: Annotated[list[str], typer.Argument(help="Such as: end of next week.")],
    as_json: Json = False,
) -> None:
    """What clarify makes of a deadline phrase, and why."""
    from clarify.deadline import read_deadline

    place: Workplace = ctx.obj
    text = typed(" ".join(phrase))
    deadline = read_deadline(text, place.now, place.store.settings.conventions)
    if as_json:
        print_json(
            {
                "phrase": text,
                "due": deadline.due.isoformat() if deadline else None,
                "grain": deadline.grain if deadline else None,
                "text": deadline.text if deadline else None,
                "start": deadline.start if deadline else None,
                "end": deadline.end if deadline else None,
                "rule": deadline.rule if deadline else None,
                "alternatives": [moment.isoformat() for moment in deadline.alternatives] if deadline else [],
            }
        )
    elif deadline is None:
        raise ClarifyError(f"No moment can be read in “{text}”. Try a day and a time, such as “Thursday 17:00”.")
    else:
        now = place.now
        lines = [f"{in_full(deadline.due, now)}, {how_far(deadline.due, now)}   (“{deadline.text}”: {deadline.rule})"]
        lines += [f"or {in_full(moment, now)}, {how_far(moment, now)}" for moment in deadline.alternatives]
        terminal.write("\n".join(lines) + "\n")
