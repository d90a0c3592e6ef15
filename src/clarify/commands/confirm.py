"""`clarify confirm`"""

from dataclasses import replace

import typer

from clarify.brief import Brief, Event, Standing, Status
from clarify.commands.shared import Json, NoInput, Words, Yes, choose, refuse_closed, show_result
from clarify.workplace import Workplace


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The leader agreed: what was said or assumed counts as confirmed, what is open stays open."""
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    changed = place.store.change(slug, "confirm", lambda brief: _confirmed(place, brief))
    still = changed.keys(Standing.OPEN)
    short = place.short(slug)
    rest = f"Still open: {', '.join(still)}. Once you know: `clarify edit {short} {still[0]}=…`." if still else ""
    show_result(place, changed, f"Confirmed. {rest or f'When it is delivered: `clarify done {short}`.'}", as_json)


def _confirmed(place: Workplace, brief: Brief) -> Brief:
    refuse_closed(brief)
    answers = {
        key: answer if answer.standing is Standing.OPEN else replace(answer, standing=Standing.CONFIRMED)
        for key, answer in brief.answers.items()
    }
    return replace(brief, answers=answers).moved(Status.CONFIRMED, Event(place.now, "confirmed"))
