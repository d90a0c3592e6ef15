"""`clarify sent`"""

import typer

from clarify.brief import Status
from clarify.commands.session import Workplace
from clarify.commands.shared import Alone, Json, NoInput, Words, Yes, choose, load, mark_sent, show_result
from clarify.show import terminal


def run(
    ctx: typer.Context,
    brief: Words = None,
    alone: Alone = False,
    yes: Yes = False,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """The confirmation is sent: from now on you are waiting for the answer.

    Of several tasks that came in one hand-off one message goes out, so all of them that are not sent yet are sent now.
    """
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    first = load(place, slug)
    with_it = [] if alone else [b.slug for b in place.store.together(first) if _goes_too(b.slug, b.status, b.asking)]
    slugs = with_it if slug in with_it and first.status is Status.DRAFT else [slug]
    changed = {brief.slug: brief for brief in mark_sent(place, slugs)}
    short = place.short(slug)
    others = [other for other in slugs if other != slug]
    said = f"Sent, in one message with {', '.join(others)}." if others else "Sent."
    show_result(place, changed[slug], f"{said} When they agree: `clarify confirm {short}`.", as_json)
    if others and not as_json:
        terminal.tell(f"Only this one went out? `clarify undo`, then `clarify sent {short} --alone`.")


def _goes_too(slug: str, status: Status, asking: bool) -> bool:
    return bool(slug) and status is Status.DRAFT and not asking
