"""What `sent` and `confirm` share: briefs that go, or went, out in one message take a step together."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clarify.show import console

if TYPE_CHECKING:
    from clarify.brief import Brief
    from clarify.commands.session import Session


def take_step(
    session: "Session",
    slug: str,
    slugs: Sequence[str],
    step: "Callable[[list[Brief]], list[Brief]]",
    command: str,
    said: "Callable[[str, list[Brief], Brief], str]",
    only_one: str,
    as_json: bool,
) -> None:
    """Lets the briefs `slugs`, `slug` among them, take a step in one change, and says so.

    `said` makes the words, of the others' names in a row (empty: there are none), all briefs and the one that is meant;
    `only_one` asks whether one of several was meant alone.
    """
    changed = session.store.change_all(slugs, command, step)
    first = changed[slugs.index(slug)]
    others = [other for other in slugs if other != slug]
    session.show_changed(first, said(", ".join(others), changed, first), as_json)
    if others and not as_json:
        console.tell(f"{only_one} `clarify undo`, then `clarify {command} {session.short(slug)} --alone`.")


def mark_sent(session: "Session", briefs: "list[Brief]") -> "list[Brief]":
    """The briefs as sent in one message, so that `3A` in a reply means its third point.

    Where they are several, each keeps all points: those of another as `fix-the-deck:vision`.
    """
    from clarify.brief.life import refuse_closed, sent

    for brief in briefs:
        refuse_closed(brief)
    message = session.message(*briefs)
    return [
        sent(brief, session.now, message.subject, [point.key_in(brief.slug) for point in message.points])
        for brief in briefs
    ]
