"""Interviews that stopped half-way: offered again by the next `clarify new`."""

from clarify.ask.prompt import Choice, Prompt, pick
from clarify.brief import Brief
from clarify.commands.new.keys import answer
from clarify.commands.session import Session
from clarify.show import ask, console
from clarify.text import one_line, shorten

_MOST_OFFERED = 5
Drafts = list[Brief]
"""Briefs that one hand-off gave, in the order of work; mostly one."""


def offered(session: Session) -> Drafts:
    """The drafts whose interview stopped half-way, if the person wants to go on; the latest is offered first."""
    stopped = _stopped(session)
    if not stopped:
        return []
    named = _named(stopped)
    choices = tuple(Choice(name) for name in named)
    first = "go on with it" if len(choices) == 1 else "go on with a"
    prompt = Prompt("", "You stopped half-way:", choices=choices, default=f"{first} (n: begin a new one)")
    while True:
        text = answer(prompt).strip().lower()
        if text in ask.DECLINED:
            return []
        picked = pick(choices, text)
        if picked or text in ask.AGREED:
            return named[picked.value] if picked else stopped[0]
        console.tell("  Type a letter, n to begin a new one, or Enter.")


def _stopped(session: Session) -> list[Drafts]:
    stopped = [brief for brief in session.store.summaries()[0] if brief.asking]
    stopped.sort(key=lambda brief: (brief.created, brief.slug), reverse=True)
    offered: list[Drafts] = []
    for summary in stopped:
        if len(offered) == _MOST_OFFERED:
            break
        if summary.slug not in (draft.slug for drafts in offered for draft in drafts):
            draft = session.store.load(summary.slug).brief
            offered.append([other for other in session.store.siblings(draft) if other.asking])
    return offered


def _named(stopped: list[Drafts]) -> dict[str, Drafts]:
    """By the words in which each is offered; the name of the file tells apart those that are alike."""
    named: dict[str, Drafts] = {}
    for drafts in stopped:
        name = f"“{shorten(one_line(drafts[0].ask), 8)}”{_so_far(drafts)}"
        named[f"{name}: {drafts[0].slug}" if name in named else name] = drafts
    return named


def _so_far(drafts: Drafts) -> str:
    number = len({pair for draft in drafts for pair in draft.answers.items()})
    more = f" and {len(drafts) - 1} more" if len(drafts) > 1 else ""
    return f"{more} ({number} answer{'' if number == 1 else 's'} so far)" if number else f"{more} (the task so far)"
