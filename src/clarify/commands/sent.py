"""`clarify sent`"""

import typer

from clarify.brief import Brief, Event, Status
from clarify.commands.shared import Json, NoInput, Words, Yes, choose, refuse_closed, show_result
from clarify.workplace import Workplace


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """The confirmation is sent: from now on you are waiting for the answer."""
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    changed = mark_sent(place, slug)
    show_result(place, changed, f"Sent. When they agree: `clarify confirm {place.short(slug)}`.", as_json)


def mark_sent(place: Workplace, slug: str, group: str = "") -> Brief:
    """Keeps what was sent with its items in their order, so that `3A` in a reply means the third item as sent."""

    def how(brief: Brief) -> Brief:
        refuse_closed(brief)
        message = place.message(brief)
        items = tuple(item.key for item in message.items)
        return brief.moved(Status.SENT, Event(place.now, "sent", subject=message.subject, items=items))

    return place.store.change(slug, "sent", how, group)
