"""`clarify today`"""

import typer

from clarify.brief.agenda import today_groups
from clarify.brief.summary import Summary
from clarify.commands.listing import show_listing
from clarify.commands.options import Json, Leader, NoInput
from clarify.commands.session import Session
from clarify.show import console
from clarify.show.briefs import due_words, show_today


def run(ctx: typer.Context, leader: Leader = None, as_json: Json = False, no_input: NoInput = False) -> None:
    """What wants your attention now: what is late or due, who has not answered, what was not sent."""
    session: Session = ctx.obj

    def show(briefs: list[Summary]) -> None:
        groups = today_groups(briefs, session.now, session.store.settings.conventions)
        if any(groups.values()):
            show_today(groups, session.now, session.short)
        else:
            first = briefs[0]
            number = "1 brief is" if len(briefs) == 1 else f"{len(briefs)} briefs are"
            due = first.undated or due_words(first.due_at(session.store.zone), session.now)
            console.write(f"Nothing wants you right now. {number} open; next: {first.ask} ({due}).\n")

    def objects(briefs: list[Summary]) -> dict[str, list[dict[str, object]]]:
        groups = today_groups(briefs, session.now, session.store.settings.conventions)
        return {name: [brief.to_data(session.store.zone) for brief in some] for name, some in groups.items()}

    show_listing(session, leader, show, objects if as_json else None)
