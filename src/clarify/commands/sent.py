"""`clarify sent`"""

import typer

from clarify.commands.shared import Json, NoInput, Words, Yes, choose, mark_sent, show_result
from clarify.workplace import Workplace


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The confirmation is sent: from now on you are waiting for the answer."""
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    changed = mark_sent(place, slug)
    show_result(place, changed, f"Sent. When they agree: `clarify confirm {place.short(slug)}`.", as_json)
