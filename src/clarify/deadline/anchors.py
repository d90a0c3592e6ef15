"""What a phrase borrows from the one before it: "the meeting is on 10 December, I want a draft a week before"."""

from clarify.deadline.choice import CLAUSE_ENDS, Candidate, Place, stands
from clarify.deadline.meanings import Context, Days, Reading, apart, distinct, on_day
from clarify.deadline.tokens import Token

FARTHEST = 40
"""How many words may stand between the two."""


def anchored(found: list[Candidate], tokens: list[Token], context: Context) -> list[Candidate]:
    """`found`, with what names no day of its own moved to the day that was told before it.

    The anchor of "a week before" is left out: it is when something happens, not when the work is wanted.
    """
    result: list[Candidate] = []
    for candidate in found:
        anchor = result[-1] if result and _can_anchor(result[-1], candidate, tokens) else None
        counted = _counted_from(context, candidate, anchor) if anchor else None
        if counted:
            result.pop()
        moved = counted or (_on_its_day(context, candidate, anchor, tokens) if anchor else None)
        phrase = candidate.phrase._replace(reading=moved or candidate.phrase.reading)
        result.append(candidate._replace(phrase=phrase))
    return result


def _can_anchor(anchor: Candidate, candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether `anchor` tells a day shortly before `candidate`."""
    near = candidate.first - anchor.end <= FARTHEST
    return near and anchor.phrase.role == "told" and stands(Place(anchor, tokens)) and bool(anchor.reading.days)


def _counted_from(c: Context, candidate: Candidate, anchor: Candidate) -> Reading | None:
    """What "a week before" names, counted from the day that was told."""
    distance = candidate.phrase.distance
    reading = distance and apart(c, distance.span, anchor.reading, distance.sign)
    return reading if reading and reading.moments else None


def _on_its_day(c: Context, candidate: Candidate, anchor: Candidate, tokens: list[Token]) -> Reading | None:
    """What "the call is at 3 tomorrow so I need it in the morning" means: the morning of that day, or the next one."""
    plain = candidate.phrase.reading
    if plain is None or plain.undated is None or plain.undated.kind not in ("part", "start"):
        return None
    if any(token.word in CLAUSE_ENDS for token in tokens[anchor.end : candidate.first]):
        return None
    # Only where it can be before what happens then: after a call in the morning, the afternoon is another day's.
    there = on_day(c, Days(anchor.reading.days[:1], "date"), plain.undated)
    last = anchor.reading.moments[0]
    moments = tuple(moment for moment in there.moments if moment <= last)
    return plain._replace(moments=distinct((*moments, *plain.moments)), days=there.days) if moments else None
