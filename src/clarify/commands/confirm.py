"""`clarify confirm`"""

from collections.abc import Sequence
from dataclasses import replace

import typer

from clarify.brief import Brief, Event, Standing, Status
from clarify.commands.session import Workplace
from clarify.commands.shared import Alone, Json, NoInput, Words, Yes, choose, load, refuse_closed, show_result
from clarify.show import terminal


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
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    slugs = [slug] if alone else _in_one_message(place, load(place, slug))
    changed = place.store.change_all(slugs, "confirm", lambda briefs: [_confirmed(place, each) for each in briefs])
    first = changed[slugs.index(slug)]
    others = [other for other in slugs if other != slug]
    head = f"Confirmed, with {', '.join(others)}." if others else "Confirmed."
    show_result(place, first, f"{head} {_rest(place, changed, first)}", as_json)
    if others and not as_json:
        terminal.tell(f"Only this one? `clarify undo`, then `clarify confirm {place.short(slug)} --alone`.")


def _in_one_message(place: Workplace, brief: Brief) -> list[str]:
    """The names of the briefs that went out in one message with this one, and wait for its answer too."""
    sent = brief.last("sent")
    if brief.status is not Status.SENT or sent is None:
        return [brief.slug]
    alike = (Status.SENT, sent.at, sent.subject)
    briefs = [(each, each.last("sent")) for each in place.store.together(brief)]
    return [each.slug for each, last in briefs if last and (each.status, last.at, last.subject) == alike]


def _rest(place: Workplace, briefs: Sequence[Brief], first: Brief) -> str:
    """What is to be done next: find out what is open, else deliver it."""
    still = [(each, keys) for each in briefs if (keys := each.keys(Standing.OPEN))]
    if not still:
        return f"When it is delivered: `clarify done {place.short(first.slug)}`."
    alike = len(still) == len(briefs) and all(keys == still[0][1] for _, keys in still)
    names = [", ".join(keys) if alike else f"{', '.join(keys)} ({each.slug})" for each, keys in still]
    brief, keys = next((pair for pair in still if pair[0] is first), still[0])
    edit = f"clarify edit {place.short(brief.slug)} {keys[0]}=…"
    return f"Still open: {'; '.join(dict.fromkeys(names))}. Once you know: `{edit}`."


def _confirmed(place: Workplace, brief: Brief) -> Brief:
    refuse_closed(brief)
    answers = {
        key: answer if answer.standing is Standing.OPEN else replace(answer, standing=Standing.CONFIRMED)
        for key, answer in brief.answers.items()
    }
    return replace(brief, answers=answers).moved(Status.CONFIRMED, Event(place.now, "confirmed"))
