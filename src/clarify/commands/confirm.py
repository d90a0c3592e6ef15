"""`clarify confirm`"""

from collections.abc import Sequence

import typer

from clarify.brief import Brief, Standing, Status
from clarify.brief.life import confirmed
from clarify.commands.options import Alone, Json, NoInput, Words, Yes
from clarify.commands.session import Session
from clarify.commands.together import take_step


def run(
    ctx: typer.Context,
    brief: Words = None,
    alone: Alone = False,
    yes: Yes = False,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """The leader agreed: what was said or assumed counts as confirmed, what is open stays open.

    Of several tasks that were sent in one message, all are confirmed.
    """
    session: Session = ctx.obj
    slug = session.choose(brief, no_input=no_input)
    slugs = [slug] if alone else _in_one_message(session, session.load(slug))

    def said(others: str, changed: list[Brief], first: Brief) -> str:
        head = f"Confirmed, with {others}." if others else "Confirmed."
        return f"{head} {_what_is_next(session, changed, first)}"

    def step(briefs: list[Brief]) -> list[Brief]:
        return [confirmed(each, session.now) for each in briefs]

    take_step(session, slug, slugs, step, "confirm", said, "Only this one?", as_json)


def _in_one_message(session: Session, brief: Brief) -> list[str]:
    """The names of the briefs that went out in one message with this one, and wait for its answer too."""
    sent = brief.last("sent")
    if brief.status is not Status.SENT or sent is None:
        return [brief.slug]
    alike = (Status.SENT, sent.at, sent.subject)
    briefs = [(each, each.last("sent")) for each in session.store.siblings(brief)]
    return [each.slug for each, last in briefs if last and (each.status, last.at, last.subject) == alike]


def _what_is_next(session: Session, briefs: Sequence[Brief], first: Brief) -> str:
    """What to do next: find out what is open, else deliver it."""
    still = [(each, keys) for each in briefs if (keys := each.keys(Standing.OPEN))]
    if not still:
        return f"When it is delivered: `clarify done {session.short(first.slug)}`."
    alike = len(still) == len(briefs) and all(keys == still[0][1] for _, keys in still)
    names = [", ".join(keys) if alike else f"{', '.join(keys)} ({each.slug})" for each, keys in still]
    brief, keys = next((pair for pair in still if pair[0] is first), still[0])
    edit = f"clarify edit {session.short(brief.slug)} {keys[0]}=…"
    return f"Still open: {'; '.join(dict.fromkeys(names))}. Once you know: `{edit}`."
