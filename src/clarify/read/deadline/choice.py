"""The choice of the deadline among the candidates of a text: guards rule out some, then the weightiest is taken."""

from datetime import datetime
from typing import NamedTuple

from clarify.read.deadline.guards.clauses import ASKING, CLAUSE_ENDS, Candidate, Clause, contains, is_request, words_of
from clarify.read.deadline.guards.verdict import stands
from clarify.read.deadline.language.tokens import Token
from clarify.read.deadline.language.words import word_set
from clarify.read.deadline.values import MONTHS_IN, distinct

LONGEST_REASON = 60
"""The number of words that may stand between a date and one in its reason: more are rare, and work stays bounded."""


class Chosen(NamedTuple):
    """The deadline of a text, and the other moments that could be meant."""

    candidate: Candidate
    alternatives: tuple[datetime, ...]


def choose(found: list[Candidate], tokens: list[Token]) -> Chosen | None:
    """The deadline among the candidates, which stand in the order of the text."""
    clauses = {c.first: Clause(c, tokens) for c in with_limits(found, tokens)}
    standing = [clause.candidate for clause in clauses.values() if stands(clause)]
    standing = without_reasons(corrected(standing, tokens), clauses)
    standing = [c for c in standing if not is_topic(c)] or standing
    if not standing:
        return None
    limits = [c for c in standing if c.phrase.role == "limit"]
    asked = [c for c in standing if c.phrase.role == "asked" or is_asked(clauses[c.first])]
    if limits:
        others = [c for c in standing if c is not limits[0] and (c in asked or is_wish(clauses[c.first]))]
        return _with_others(limits[0], others)
    if asked:
        return _with_others(asked[0], asked[1:])
    return _with_others(standing[0], [])


def _with_others(candidate: Candidate, others: list[Candidate]) -> Chosen:
    due, *rest = candidate.reading.moments
    moments = (due, *rest, *(other.reading.moments[0] for other in others))
    return Chosen(candidate, distinct(moments)[1:])


# Limits and wishes: "tomorrow if possible; Thursday 5pm is a hard stop"


def with_limits(found: list[Candidate], tokens: list[Token]) -> list[Candidate]:
    """`found`, each with the weight that the words around it give it."""
    result: list[Candidate] = []
    for candidate in found:
        if result and _takes_latest(result[-1], candidate, tokens):
            result[-1] = _weighing(result[-1], "told")._replace(end=result[-1].end - 2)
            candidate = _weighing(candidate, "limit")
        elif _is_called_limit(candidate, tokens):
            candidate = _weighing(candidate, "limit")
        elif candidate.phrase.rule == "for an event" and tokens[candidate.first].word == "at":
            candidate = _weighing(candidate, "told")  # "I speak at the conference on 15 July" asks for nothing.
        result.append(candidate)
    return result


def _weighing(candidate: Candidate, role: str) -> Candidate:
    return candidate._replace(phrase=candidate.phrase._replace(role=role))


def _takes_latest(earlier: Candidate, later: Candidate, tokens: list[Token]) -> bool:
    """True if the "latest" that ends one phrase begins the next: "tomorrow, latest Thursday"."""
    if earlier.end != later.first or tokens[earlier.end - 1].word != "latest":
        return False
    return earlier.end - earlier.first > 2 and tokens[earlier.end - 2].word == ","


LIMITS = word_set("stop deadline latest limit cutoff limits drop")
STRENGTHS = word_set("a the my our is 's as very absolute hard firm final real last outer outside")


def _is_called_limit(candidate: Candidate, tokens: list[Token]) -> bool:
    """True if the words around it call it the last moment: "Thursday 5pm is a hard stop", "hard deadline Friday"."""
    if candidate.phrase.role == "told" and _is_headed_limit(
        words_of(tokens[max(0, candidate.first - 5) : candidate.first])
    ):
        return True
    following = tokens[candidate.end : candidate.end + 6]
    if candidate.phrase.role == "passed" or not following or following[0].word not in ("is", "'s", "as"):
        return False
    words = words_of(following)
    named = next((word for word in words if word not in STRENGTHS), "")
    return named in LIMITS


FIRM = word_set("hard final firm absolute drop drop-dead")


def _is_headed_limit(words: list[str]) -> bool:
    """True if these words head a last moment: "hard deadline", "the final cutoff is", "drop-dead: "."""
    while words and words[-1] in (":", "is", "'s", "on", "dead", "-", "date"):
        words = words[:-1]
    if words[-1:] == ["drop"]:
        return True
    return words[-1:] != [] and words[-1] in LIMITS and words[-2:-1] != [] and words[-2] in FIRM


WISHES = word_set("ideally preferably hopefully love better nicer perfect ideal prefer aim aiming hoping target lovely")


def is_wish(clause: Clause) -> bool:
    """True if the date is a wish beside the limit, or has nothing around it: "preferably Thursday"."""
    near, following = clause.near_words, clause.following_words
    if not WISHES.isdisjoint([*near, *following]) or contains(following, ["if", "possible"]):
        return True
    return is_request(clause.near) or (len(near) <= 2 and not any("CONTENT" in token.kinds for token in clause.near))


def is_topic(candidate: Candidate) -> bool:
    """True for a month or more without a word such as "by": beside another date it is what the work is about."""
    period = candidate.reading.period
    return candidate.phrase.role == "told" and period is not None and period.unit in MONTHS_IN


# Reasons: "Wednesday so that she can read it before the review on Friday"


def without_reasons(standing: list[Candidate], clauses: dict[int, Clause]) -> list[Candidate]:
    """`standing` without the dates in the reason for the one before. `clauses` are keyed by their first token."""
    kept: list[Candidate] = []
    for candidate in standing:
        near = bool(kept) and candidate.first - kept[-1].end <= LONGEST_REASON
        tokens = clauses[candidate.first].tokens
        between = [token.word for token in tokens[kept[-1].end : candidate.first]] if near else []
        # "Start today so we can send it by Friday": where the work begins is no deadline, so there the reason tells it.
        begins = bool(kept) and not BEGINNING.isdisjoint(clauses[kept[-1].first].before_words)
        if candidate.phrase.role == "limit" or begins or not _gives_reason(between):
            kept.append(candidate)
    return kept


BEGINNING = frozenset(["start", "begin", "kick"])


def _gives_reason(words: list[str]) -> bool:
    """True if these words, up to a date, begin a reason: "because", "so that she", "so we can", "in order to"."""
    if not CLAUSE_ENDS.isdisjoint(words):
        return False
    commas = [at for at, word in enumerate(words) if word == ","]
    # A reason is over where something is asked for after a comma: "because she is away, I need it on Thursday".
    if commas and not ASKING.isdisjoint(words[commas[-1] :]):
        words = words[commas[-1] :]
    if "because" in words or contains(words, ["in", "order", "to"]) or contains(words, ["so", "as", "to"]):
        return True
    purposes = [words[at + 1 :] for at, word in enumerate(words) if word == "so"]
    # "So that needs to be out by Thursday" and "so I need it by Thursday" ask; "so I can read it by Thursday" explains.
    return any(
        (rest[:1] == ["that"] and ASKING.isdisjoint(rest[1:2])) or not ENABLING.isdisjoint(rest[1:3])
        for rest in purposes
    )


ENABLING = frozenset(["can", "could", "may", "might", "know", "knows"])


# Words that ask for something by a date


def is_asked(clause: Clause) -> bool:
    """True if the clause asks for something: "I need it Thursday", "share the deck on Thursday"."""
    if clause.candidate.phrase.role == "amount":
        return True
    # "I'll send you the figures tomorrow" tells what somebody else does.
    promised = not PROMISING.isdisjoint(clause.near_words) and OWED.isdisjoint(clause.near_words)
    return not promised and (not ASKING.isdisjoint(clause.before_words) or is_request(clause.near))


PROMISING = frozenset(["i'll", "we'll", "he'll", "she'll", "they'll"])
OWED = frozenset(["need", "want", "have", "must", "like", "love"])


# Corrections: "Thursday, sorry, I mean Friday"

CORRECTIONS = (
    "sorry", "i mean", "i meant", "make that", "make it", "no", "nope", "actually", "or rather", "rather", "correction",
    "scratch that", "wait", "i should say", "instead", "moved to", "now", "pushed to", "but actually", "better", "oops",
)  # fmt: skip


def corrected(standing: list[Candidate], tokens: list[Token]) -> list[Candidate]:
    """`standing` without those that a later one corrects."""
    kept: list[Candidate] = []
    for candidate in standing:
        if kept and replaces(kept[-1], candidate, tokens):
            old = kept.pop()
            phrase = candidate.phrase
            if phrase.role == "told":
                candidate = candidate._replace(phrase=phrase._replace(role=old.phrase.role))
        kept.append(candidate)
    return kept


def replaces(old: Candidate, new: Candidate, tokens: list[Token]) -> bool:
    """True if the words between the two say that the later one was meant."""
    between = [
        t.word for t in tokens[old.end : new.first] if t.word not in {",", "-", "–", "—", ".", "(", "…", "!", "*"}
    ]
    said = f" {' '.join(between)} "
    return 0 < len(between) <= 5 and any(f" {mark} " in said for mark in CORRECTIONS)
