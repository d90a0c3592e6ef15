"""Interviews that stopped half-way: offered again by the next `clarify new`."""

from clarify.ask.interview import Choice, Prompt, pick
from clarify.brief import Brief
from clarify.commands.new.dialogue import NO, YES
from clarify.commands.session import Workplace
from clarify.show import terminal
from clarify.text import one_line, shorten

_MOST_OFFERED = 5
Drafts = list[Brief]
"""Briefs that one hand-off gave, in the order of work; mostly one."""


def resume(place: Workplace) -> Drafts:
    """The drafts whose interview stopped half-way, if the person wants to go on; the latest is offered first."""
    offered = _stopped(place)
    if not offered:
        return []
    named = _named(offered)
    choices = tuple(Choice(name) for name in named)
    first = "go on with it" if len(choices) == 1 else "go on with a"
    prompt = Prompt("", "You stopped half-way:", choices=choices, default=f"{first} (n: begin a new one)")
    while True:
        text = terminal.ask(prompt).strip().lower()
        if text in NO:
            return []
        picked = pick(choices, text)
        if picked or text in YES:
            return named[picked.value] if picked else offered[0]


def _stopped(place: Workplace) -> list[Drafts]:
    stopped = [brief for brief in place.store.summaries()[0] if brief.asking]
    stopped.sort(key=lambda brief: (brief.created, brief.slug), reverse=True)
    offered: list[Drafts] = []
    for summary in stopped:
        if len(offered) == _MOST_OFFERED:
            break
        if summary.slug not in (draft.slug for drafts in offered for draft in drafts):
            draft = place.store.load(summary.slug).brief
            offered.append([other for other in place.store.together(draft) if other.asking])
    return offered


def _named(offered: list[Drafts]) -> dict[str, Drafts]:
    """By the words in which each is offered; the name of the file tells apart those that are alike."""
    named: dict[str, Drafts] = {}
    for drafts in offered:
        name = f"“{shorten(one_line(drafts[0].ask), 8)}”{_so_far(drafts)}"
        named[f"{name}: {drafts[0].slug}" if name in named else name] = drafts
    return named


def _so_far(drafts: Drafts) -> str:
    number = len({pair for draft in drafts for pair in draft.answers.items()})
    more = f" and {len(drafts) - 1} more" if len(drafts) > 1 else ""
    return f"{more} ({number} answer{'' if number == 1 else 's'} so far)" if number else f"{more} (the task so far)"
