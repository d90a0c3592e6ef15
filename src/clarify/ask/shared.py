"""Finds what several tasks share: questions that are asked once, and points that the card shows once. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from clarify.ask.answers import LEADER, OWN_FIELDS
from clarify.ask.found import Found
from clarify.ask.questions import QuestionSet
from clarify.brief import OPEN, Brief


@dataclass(frozen=True)
class Entry:
    """A line of the card that can be changed: a key, and the places of the briefs that share the answer."""

    key: str
    places: tuple[int, ...] = (0,)


def entries_of(briefs: Sequence[Brief], questions: QuestionSet) -> list[Entry]:
    """All that can be changed in the briefs: what is the same in all of them, then each task with what is its own."""
    first, everywhere = briefs[0], tuple(range(len(briefs)))
    if len(briefs) == 1:
        return [Entry(key) for key in (*OWN_FIELDS, *first.answers)]
    shared = [Entry(LEADER, everywhere)] if len({brief.leader for brief in briefs}) == 1 else []
    shared += [
        Entry(key, everywhere)
        for key, answer in first.answers.items()
        if all(brief.answers.get(key) == answer for brief in briefs)
        # A question that is asked of each task is one point only where it is open for all of them.
        and (questions.get(key).several != "each" or answer == OPEN)
    ]
    keys = {entry.key for entry in shared}
    own = [Entry(k, (n,)) for n, brief in enumerate(briefs) for k in (*OWN_FIELDS, *brief.answers) if k not in keys]
    return [*shared, *own]


def shared_keys(found: Sequence[Found], questions: QuestionSet) -> frozenset[str]:
    """The keys that are asked once for all tasks: as the set says, unless the hand-off answers differ by task."""
    once = {q.key for q in questions if q.several == "once"}
    said_of_all = {q.key for q in questions if q.several == "same" and all(q.key in each for each in found)}

    def is_same(key: str) -> bool:
        answers = [each.get(key, OPEN) for each in found]
        return len({(answer.standing, answer.due or answer.value) for answer in answers}) == 1

    return frozenset(filter(is_same, once | said_of_all))
