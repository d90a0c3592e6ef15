"""`clarify sent`"""

from functools import partial

import typer

from clarify.brief import Brief, Status
from clarify.commands.options import Alone, Json, NoInput, Words, Yes
from clarify.commands.session import Session
from clarify.commands.together import mark_sent, take_step


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
    session: Session = ctx.obj
    slug = session.choose(brief, no_input=no_input)
    first = session.load(slug)
    waiting = [] if alone else [b.slug for b in session.store.siblings(first) if b.slug and _is_ready(b)]
    slugs = waiting if slug in waiting and first.status is Status.DRAFT else [slug]

    def said(others: str, changed: list[Brief], first: Brief) -> str:
        sent = f"Sent, in one message with {others}." if others else "Sent."
        return f"{sent} When they agree: `clarify confirm {session.short(slug)}`."

    step = partial(mark_sent, session)
    take_step(session, slug, slugs, step, "sent", said, "Only this one went out?", as_json)


def _is_ready(brief: Brief) -> bool:
    return brief.status is Status.DRAFT and not brief.asking
