"""The guard for a day that is only referred to: "per our chat on Monday", "thanks for your time on Monday"."""

from clarify.read.deadline.guards.clauses import ARTICLES, ASKING, BY, CLAUSE_ENDS, Clause, words_of
from clarify.read.deadline.guards.remarks import KIND_WORDS
from clarify.read.deadline.language.words import word_set

SOURCES = frozenset(["per", "following", "apologies", "congratulations", "congrats"])


def is_source(clause: Clause) -> bool:
    """True for a day of which the words only remind: "per our chat on Monday", "great seeing you on Friday"."""
    words = clause.near_words
    if is_thanked_for(clause):
        return True
    if clause.own[0].word in BY or len(words) < 2:
        return False
    return words[0] in SOURCES or words[:2] == ["as", "per"] or (words[0] in KIND_WORDS and words[1].endswith("ing"))


THANKING = (["thank", "you"], ["many"], ["thank", "you", "all"], ["much"], ["a", "lot"], ["thank", "u"])
GAPS = frozenset(len(word) + space for word in ("thanks", "thx", "ty") for space in (1, 2))
THANKED = ARTICLES | word_set("coming joining meeting hosting attending visiting having seeing stopping popping")


def is_thanked_for(clause: Clause) -> bool:
    """True for thanks: "thanks for your time on Monday", "thank you for the call on Monday".

    "Thanks" itself is a filler and left out: where it was, there is a gap of its length.
    """
    said = [*clause.near, *clause.own] if clause.own[0].word == "for" else clause.near
    words = words_of(said)
    start = words.index("for") if "for" in words[:4] else -1
    if start < 0 or words[start + 1 : start + 2] == [] or words[start + 1] not in THANKED:
        return False
    if clause.own[0].word not in ("on", "in", "at", "this", "for") or not ASKING.isdisjoint(words):
        return False
    if clause.own[0].word == "for" and start != len(clause.near):
        return False  # "Thanks for the invitation for Monday"
    if start:
        return words[:start] in THANKING
    if not CLAUSE_ENDS.issuperset(clause.following_words[:1]):
        return False  # "Please, for the call on Monday prepare slides" leaves a gap too.
    first = clause.candidate.first - len(clause.near)
    return said[0].start - (clause.tokens[first - 1].end if first else 0) in GAPS
