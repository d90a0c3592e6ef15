"""`clarify reopen`"""

import typer

from clarify.brief import Brief, Event, Status
from clarify.commands.session import Workplace
from clarify.commands.shared import ClosedWords, Json, NoInput, Yes, choose, show_result
from clarify.errors import ClarifyError


def run(
    ctx: typer.Context, brief: ClosedWords = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """Take up what was done or dropped, where it stood before."""
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input, closed=True)
    changed = place.store.change(slug, "reopen", lambda brief: _reopened(place, brief))
    show_result(
        place, changed, f"Open again, as {changed.status}. `clarify show {place.short(slug)}` shows it.", as_json
    )


def _reopened(place: Workplace, brief: Brief) -> Brief:
    if not brief.status.closed:
        raise ClarifyError(f"“{brief.slug}” is open already: it is {brief.status}.")
    status = next((each for each in (Status.CONFIRMED, Status.SENT) if brief.last(each)), Status.DRAFT)
    return brief.moved(status, Event(place.now, "reopened"))
