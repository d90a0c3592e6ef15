"""The guard for the past: "as we agreed on Tuesday", "the board approved it on 3 March"."""

from clarify.read.deadline.guards.clauses import (
    ARTICLES,
    BETWEEN,
    BY,
    CLAUSE_ENDS,
    FORWARD,
    SUBJECTS,
    UNCHANGED,
    UNTIL,
    WHETHER,
    Clause,
    contains,
    is_name_of_person,
    is_request,
    past_verb,
    turns_to_ask,
    words_of,
)
from clarify.read.deadline.language.words import word_set

GRANTED = word_set("gave given got had granted allowed agreed said told promised")
"""Verbs that make "until" a deadline though they are past: "they gave us until Friday"."""

MISSED_HOPES = [
    *([had, hoped] for had in ("had", "we'd", "i'd", "they'd") for hoped in ("hoped", "planned", "wanted", "meant")),
    *([was, meant] for was in ("was", "were") for meant in ("supposed", "meant")),
    *(["should", "have", "been"], ["should've", "been"], ["would", "have", "been"], ["would've", "been"]),
]
HOPING = frozenset(hope[0] for hope in MISSED_HOPES)
NOTHING_CAME = word_set("nothing never nobody still didn't hasn't haven't")


def is_past(clause: Clause) -> bool:
    """True for a day with a past tense: "as we agreed on Tuesday", "the board approved it on 3 March"."""
    words, own = clause.near_words, clause.own[0].word
    if is_kept_or_missed(clause):
        return True
    told = words[:-1] if words[-1:] == ["originally"] else words
    if told[1:] and told[-1] in ("was", "were") and not clause.is_ahead:
        return True  # "The deadline was Friday", "it was due on Monday"
    if not HOPING.isdisjoint(words) and any(contains(words, hope) for hope in MISSED_HOPES):
        return True
    if words[-2:] in (["i", "said"], ["we", "said"]) and "but" in clause.following_words[:2]:
        return True  # "I said Thursday, but Wednesday would be better"
    if own in BY:
        return _had_been_done(clause) or _came_to_nothing(clause)
    if "deadline" in words or is_reported(clause) or clause.is_ahead or clause.is_moved or _is_asked_for(clause):
        return False
    at = past_verb(clause.near)
    if at is not None:
        return not (own in UNTIL and words[at] in GRANTED) and not turns_to_ask(clause.near, at)
    return _goes_on_in_the_past(clause)


REACHED = word_set("missed met made hit beat blew passed overran breached broke exceeded smashed")
"""Verbs for a deadline that is over; "agreed" and "confirmed" are said of one to come."""


def is_kept_or_missed(clause: Clause) -> bool:
    """True if a deadline was kept or missed: "Rob missed the Wednesday deadline", "she hit the deadline on Friday"."""
    if "deadline" not in clause.own_words or not WHETHER.isdisjoint(clause.near_words):
        return False
    tokens = [*clause.near, *clause.own]
    at = len(clause.near) + clause.own_words.index("deadline")
    verb = next((n for n in range(at - 1, max(at - 5, -1), -1) if tokens[n].word in REACHED), -1)
    between = tokens[verb + 1 : at + 1]
    # "We met Tom about the Friday deadline", "we made the Friday deadline clear" tell of one to come.
    if verb < 0 or not (between[0].word in ARTICLES | {"deadline"} or "WEEKDAY" in between[0].kinds):
        return False
    if tokens[verb].word == "made" and any("CONTENT" in token.kinds for token in clause.following[:1]):
        return False
    if tokens[verb].word in UNCHANGED and verb == 1:
        return is_name_of_person(tokens, 0) or tokens[0].word in ("he", "she", "it")
    return past_verb(tokens[: verb + 1]) == verb


def _had_been_done(clause: Clause) -> bool:
    """True if it had happened by then: "they had already left by Friday", but not "he had asked for it by Friday"."""
    said = clause.near or clause.following
    words = words_of(said)
    if "had" not in words or not WHETHER.isdisjoint(words) or "wish" in words:
        return False
    at = words.index("had") + 1
    while at < len(words) and (words[at] in BETWEEN | {"been"} or words[at].endswith("ly")):
        at += 1
    if at == len(words) or words[at] in FORWARD | GRANTED | REPORTS or past_verb(said[: at + 1]) != at:
        return False
    rest = words[at + 1 :]
    told = "to" in rest or not SUBJECTS.isdisjoint(rest) or any(word.endswith(("'d", "'ll")) for word in rest)
    return not told and not turns_to_ask(said, at)


def _came_to_nothing(clause: Clause) -> bool:
    """True if the work was asked for and did not come: "he promised it by Friday and never sent it"."""
    following = clause.following_words[:4]
    broken = following[:1] in (["and"], ["but"]) and not NOTHING_CAME.isdisjoint(following)
    return broken and past_verb(clause.near) is not None


def _is_asked_for(clause: Clause) -> bool:
    """True if the date's own words look forward: "a hard stop on Friday", "for Monday"."""
    role, own, kind = clause.candidate.phrase.role, clause.own[0].word, clause.candidate.reading.kind
    if own == "for":
        return kind != "period"
    weak = own in UNTIL or own in ("at", "in", "on") or kind in ("part", "end")
    return role == "limit" or (role != "told" and not weak)


def _goes_on_in_the_past(clause: Clause) -> bool:
    """True if the date begins its statement, and the words after it are past: "in Q1 we sold", "Friday was hard"."""
    following = clause.following[:4]
    if not following:
        return False
    if clause.own[0].word in ("in", "on", "at"):
        return past_verb(following) is not None and not is_request(following)
    subject = words_of(following[:1])
    if not clause.opens_statement:
        after_noun = clause.near and "CONTENT" in clause.near[-1].kinds and clause.candidate.reading.kind == "part"
        if after_noun and subject in (["was"], ["were"]):
            return True  # "Team lunch was great"
        return clause.near_words[-2:-1] in (["was"], ["were"])  # "How was your weekend?"
    told = not SUBJECTS.isdisjoint(subject) and past_verb(following) is not None
    return told or subject in (["was"], ["were"], ["went"])


REPORTS = frozenset(["said", "says", "mentioned", "suggested", "wanted", "meant"])
CLOSING = frozenset([",", ")", "so", "and", "but", "if", "or", "i", "though", "right", "apparently"])
UNSAID = frozenset(["as", "like", "never", "nobody", "not", "no"])


def is_reported(clause: Clause) -> bool:
    """True for a reported day: "she said Thursday, I think", but not "on Thursday" or "as we said Thursday"."""
    before, following = clause.before_words, clause.following_words[:1]
    if before[-1:] == [] or before[-1] not in REPORTS or clause.own[0].word in ("on", "in", "at"):
        return False
    ends = not following or following[0] in CLAUSE_ENDS | CLOSING
    return ends and UNSAID.isdisjoint(before)
