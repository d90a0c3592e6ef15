"""Phrases that count from the one before them: "the meeting is on 10 December, I want a draft a week before"."""

from bisect import bisect_left
from typing import NamedTuple

from clarify.read.deadline.choice import replaces
from clarify.read.deadline.guards.clauses import ARTICLES, CLAUSE_ENDS, PERSONS, Candidate, Clause, words_of
from clarify.read.deadline.guards.verdict import stands
from clarify.read.deadline.language.grammar import Parser
from clarify.read.deadline.language.tokens import Token
from clarify.read.deadline.rules.phrases import Distance, Phrase
from clarify.read.deadline.values import Context, Days, Duration, Reading, apart, distinct, on_day

_PARTS = ("part", "start")
FARTHEST = 40
"""The number of words that may stand between the two."""


def anchored(found: list[Candidate], tokens: list[Token], context: Context) -> list[Candidate]:
    """`found`, where phrases without a day of their own get the day that was told before them.

    The anchor of "a week before" is left out: it is when something happens, not when the work is wanted.
    """
    result: list[Candidate] = []
    for candidate in counted_from_names(found, tokens, context):
        borrows = bool(result) and _borrows(candidate)
        anchor = result[-1] if borrows and _can_anchor(result[-1], candidate, tokens) else None
        counted = _counted_from(context, candidate, anchor) if anchor else None
        if counted:
            result.pop()
        moved = counted or (_on_its_day(context, candidate, anchor, tokens) if anchor else None)
        moved = moved or (_at_another_hour(context, candidate, result[-1], tokens) if result else None)
        result.append(candidate._replace(phrase=candidate.phrase._replace(reading=moved)) if moved else candidate)
    return result


def _borrows(candidate: Candidate) -> bool:
    """True if a phrase can be counted from a day, or belong to one (checked first, as finding an anchor is slow)."""
    phrase = candidate.phrase
    undated = phrase.reading.undated if phrase.reading else None
    return phrase.distance is not None or (undated is not None and undated.kind in _PARTS)


def _can_anchor(anchor: Candidate, candidate: Candidate, tokens: list[Token]) -> bool:
    """True if `anchor` tells a day shortly before `candidate`."""
    near = candidate.first - anchor.end <= FARTHEST
    return near and anchor.phrase.role == "told" and stands(Clause(anchor, tokens)) and bool(anchor.reading.days)


def _counted_from(c: Context, candidate: Candidate, anchor: Candidate) -> Reading | None:
    """The reading of "a week before", counted from the day that was told."""
    distance = candidate.phrase.distance
    try:
        reading = distance and apart(c, distance.duration, anchor.reading, distance.sign)
    except (ValueError, OverflowError):
        return None  # "Half a day before" it is no day, as anywhere else.
    return reading if reading and reading.moments else None


def _on_its_day(c: Context, candidate: Candidate, anchor: Candidate, tokens: list[Token]) -> Reading | None:
    """The part of the day that was told, or of the next: "the call is at 3 tomorrow so I need it in the morning"."""
    plain = candidate.phrase.reading
    if plain is None or plain.undated is None or plain.undated.kind not in _PARTS:
        return None
    if any(token.word in CLAUSE_ENDS for token in tokens[anchor.end : candidate.first]):
        return None
    # Only where it can be before what happens then: after a call in the morning, the afternoon is another day's.
    there = on_day(c, Days(anchor.reading.days[:1], "date"), plain.undated)
    last = anchor.reading.moments[0]
    moments = tuple(moment for moment in there.moments if moment <= last)
    return plain._replace(moments=distinct((*moments, *plain.moments)), days=there.days) if moments else None


def _at_another_hour(c: Context, candidate: Candidate, earlier: Candidate, tokens: list[Token]) -> Reading | None:
    """The same day at the corrected hour: "Thursday 3pm, make that 4pm"."""
    plain, old = candidate.phrase.reading, earlier.phrase.reading
    if plain is None or plain.undated is None or old is None or old.undated or not old.days:
        return None
    return on_day(c, Days(old.days[:1], "date"), plain.undated) if replaces(earlier, candidate, tokens) else None


# "24 hours before the pitch", where the pitch has its date in what stands before


class _Apart(NamedTuple):
    """Words such as "24 hours before the pitch": the distance, their tokens, and the name of what they count from."""

    distance: Distance
    first: int
    end: int
    named: frozenset[str]
    """The words that name it; none if it is "it"."""


SIGNS = {("before",): -1, ("ahead", "of"): -1, ("prior", "to"): -1, ("in", "advance", "of"): -1, ("after",): 1}
REFERRING = frozenset(["it", "that", "this", "then"])
NAMELESS = frozenset(["event", "meeting", "date"])
"""Words that name anything with a date, and so tell nothing beside another name."""

MOST_TOLD = 4
"""The number of told days before it that are looked at, so that work stays bounded."""

LONGEST_NAME = 5
"""The number of words that may name it: "the client steering committee meeting"."""


def counted_from_names(found: list[Candidate], tokens: list[Token], context: Context) -> list[Candidate]:
    """`found`, where "24 hours before the pitch" counts from the day of the pitch, which is then left out."""
    told = [candidate for candidate in found if candidate.phrase.role == "told"]
    amounts = {candidate.end: candidate for candidate in found if candidate.phrase.role == "amount"}
    counted: list[Candidate] = []
    left_out: set[int] = set()
    for at in range(told[0].end, len(tokens)) if told else ():
        said = _apart_there(amounts, tokens, at, context) if "UNIT" in tokens[at - 1].kinds else None
        anchor = said and _named_anchor(told, tokens, said)
        reading = said and anchor and _counted_from(context, _as_candidate(said), anchor)
        if said and anchor and reading:
            phrase = _as_candidate(said).phrase._replace(reading=reading, distance=None)
            counted.append(Candidate(phrase, said.first, said.end))
            left_out.update(range(said.first, said.end), range(anchor.first, anchor.end))
    if not counted:
        return found
    kept = [candidate for candidate in found if left_out.isdisjoint(range(candidate.first, candidate.end))]
    return sorted([*kept, *counted], key=lambda candidate: candidate.first)


def _as_candidate(said: _Apart) -> Candidate:
    return Candidate(Phrase("asked", rule="some time before it", distance=said.distance), said.first, said.end)


def _apart_there(amounts: dict[int, Candidate], tokens: list[Token], at: int, context: Context) -> _Apart | None:
    """The words around token number `at` such as "two days | before the pitch", or None."""
    words = words_of(tokens[at : at + 3])
    said = next((mark for mark in SIGNS if tuple(words[: len(mark)]) == mark), None)
    name = _name_there(tokens, at + len(said)) if said else None
    duration = _duration_before(amounts.get(at), tokens, at, context) if name else None
    if said is None or name is None or duration is None:
        return None
    end, named = name
    return _Apart(Distance(duration[0], SIGNS[said]), duration[1], end, named)


def _name_there(tokens: list[Token], at: int) -> tuple[int, frozenset[str]] | None:
    """The end and the words of a name that begins there: "the pitch", "it", "we meet"."""
    end = at
    while end < min(at + LONGEST_NAME, len(tokens)) and _is_of_name(tokens, end, at):
        end += 1
    named = frozenset(token.word for token in tokens[at:end] if "CONTENT" in token.kinds)
    if named:
        return end, named - NAMELESS if len(named) == 1 and tokens[at].word in ARTICLES else named
    return (at + 1, named) if words_of(tokens[at : at + 1]) and tokens[at].word in REFERRING else None


def _is_of_name(tokens: list[Token], at: int, first: int) -> bool:
    token = tokens[at]
    return "CONTENT" in token.kinds or (at == first and token.word in ARTICLES | PERSONS)


def _duration_before(amount: Candidate | None, tokens: list[Token], at: int, c: Context) -> tuple[Duration, int] | None:
    """The duration that ends there, and its first token: "24 hours", "the day"."""
    if amount:
        first = next(number for number in range(amount.first, at) if tokens[number].word not in ("the", "next"))
        read = Parser(tokens[first:at], c).parse("DURATION", 0)
        return (read.value, first) if read and read.end == at - first else None
    return (Duration((1,), "day"), at - 2) if words_of(tokens[max(0, at - 2) : at]) == ["the", "day"] else None


def _named_anchor(told: list[Candidate], tokens: list[Token], said: _Apart) -> Candidate | None:
    """The last day before it that was told for something of that name."""
    before = bisect_left(told, said.first, key=lambda candidate: candidate.first)
    counted = _as_candidate(said)
    near = [c for c in reversed(told[max(0, before - MOST_TOLD) : before]) if _can_anchor(c, counted, tokens)]
    clauses = [Clause(candidate, tokens) for candidate in near]
    # Its own statement tells more than its sentence: "the tasting is Friday, the concert is Monday".
    named = [c for c in clauses if said.named <= {*c.near_words, *words_of([*c.own, *c.near_following])}]
    named += [c for c in clauses if said.named <= {*c.before_words, *words_of([*c.own, *c.following])}]
    return named[0].candidate if named else None
