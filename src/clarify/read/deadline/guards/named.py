"""The guards for dates in names: "Tuesday's notes", "the Q1 pack", "Black Friday", a person called April."""

from clarify.read.deadline.guards.clauses import (
    ARTICLES,
    BY,
    CLAUSE_ENDS,
    STILL_TO_COME,
    UNTIL,
    Clause,
    is_request,
    words_of,
)
from clarify.read.deadline.language.tokens import Token
from clarify.read.deadline.language.words import EVENTS, WEEKDAYS, word_set

PREPOSITIONS = word_set(
    """
    until till til before b4 ahead due on no not latest ready by
    """
)


def is_name(clause: Clause) -> bool:
    """True for a date that names a thing: "Tuesday's notes", "the Q1 pack", "the morning shift"."""
    following, reading = clause.next_token, clause.candidate.reading
    if not CALLED.isdisjoint(clause.before_words[-1:]):
        return True
    if following and reading.kind == "clock" and clause.candidate.phrase.role == "told":
        return clause.before_words[-1:] in (["the"], ["a"], ["an"])  # "The 3pm slot", "the 14:20 to Leeds"
    if reading.kind == "day" and clause.before_words[-1:] == ["of"] and DATES_OF.isdisjoint(clause.before_words[-3:]):
        return True
    named = reading.kind == "period" and clause.own[0].word not in ("in", "this", "next", *BY, *UNTIL)
    if named and not COMPARING.isdisjoint([*clause.near_words, *clause.following_words]):
        return True
    if following is None or clause.own[0].word in ("within", "over"):
        return False
    if _is_in_title(clause, following) or following.word in FIRMS or _is_address(clause):
        return True
    if reading.kind in ("part", "end"):
        return _is_kind_of_thing(clause, following)
    if reading.kind not in ("day", "period"):
        return False
    if following.word in ("'s", "'", "’"):
        return True
    if following.word == "-" and following.glued:
        return True
    if "CONTENT" not in following.kinds or clause.own[0].word in PREPOSITIONS:
        return False
    if clause.own[-1].word in WEEKDAYS and following.word in WEEKDAY_THINGS:
        return True
    return _determined(clause) or (reading.kind == "period" and not _opens_ask(clause)) or reading.rule == "year"


def _opens_ask(clause: Clause) -> bool:
    """True if a statement begins with the date and goes on to what is to be done: "next week send me it"."""
    following = clause.following
    if not clause.opens_statement:
        return False
    if following[0].text.istitle():
        return clause.own[0].word == "in" or not STILL_TO_COME.isdisjoint(words_of(following[1:2]))
    return is_request(following)


def _is_in_title(clause: Clause, following: Token) -> bool:
    """True for a weekday in a title: "The Friday Five podcast", "Friday Night Lights"."""
    own = [token for token in clause.own if token.word not in ARTICLES]
    if own[0].word not in WEEKDAYS or len(own) > 2 or not all(token.text.istitle() for token in [*own, following]):
        return False
    if len(own) == 1:
        return "NUMBERWORD" in following.kinds and _determined(clause)
    thing = "CONTENT" in following.kinds and following.word not in WANTED_THEN | EVENTS
    # "Friday Morning Ben needs it" names somebody.
    asks = not {*clause.following_words[1:2]}.isdisjoint(STILL_TO_COME - {"is", "are", "ends", "starts", "begins"})
    return thing and not asks and "PARTWORD" in own[1].kinds


CALLED = word_set("called titled entitled named word dubbed nicknamed")
COMPARING = word_set("compare compared comparing vs versus than")
FIRMS = word_set("inc ltd llc plc corp gmbh ag")
DOMAINS = word_set("com io org net co")


def _is_address(clause: Clause) -> bool:
    """True for a part of a name on the web: "monday.com"."""
    end = clause.candidate.end
    return words_of(clause.tokens[end : end + 1]) == ["."] and any(
        token.glued and token.word in DOMAINS for token in clause.tokens[end + 1 : end + 2]
    )


WEEKDAY_THINGS = word_set("blues drinks feeling feelings motivation vibes mood quiz pub traffic lunch crew club crowd")
DATES_OF = word_set(
    """
    deadline date target end close instead because ahead morning afternoon evening cutoff week
    weekend start beginning middle chance possibility
    """
)
WANTED_THEN = word_set("deadline cutoff finish delivery target slot sharp everyone onwards")


def _is_kind_of_thing(clause: Clause, following: Token) -> bool:
    """True if a part of the day tells a kind of something: "the morning shift", "lunch money", "the close call"."""
    words = [token.word for token in clause.own if token.word not in ("the", "a")]
    if "CONTENT" not in following.kinds or following.text[0].isupper() or following.word in WANTED_THEN:
        return False
    if len(words) == 2 and words[0] in WEEKDAYS and words[1] in KINDS_OF_THING:
        return _determined(clause)
    if len(words) != 1 or words[0] not in KINDS_OF_THING:
        return False
    return _determined(clause) or not clause.near or words[0] in ("lunch", "weekend")


KINDS_OF_THING = word_set("lunch lunchtime morning afternoon evening night close weekend midnight")


def _determined(clause: Clause) -> bool:
    """True if an article stands before the date, or at its beginning."""
    words = [*clause.before_words[-1:], clause.own[0].word, *(token.word for token in clause.own[:2])]
    return not {"the", "our", "my", "your", "his", "her", "their", "a", "an", "these", "those", "its"}.isdisjoint(words)


FESTIVE = frozenset(["black", "cyber", "good", "ash", "shrove", "palm", "super", "easter", "casual", "pancake"])


def is_named_day(clause: Clause) -> bool:
    """True for a weekday in the name of a day of the year: "Black Friday"."""
    return clause.own[0].word in WEEKDAYS and not FESTIVE.isdisjoint(clause.before_words[-1:])


LOOK_ALIKES = frozenset(["may", "march", "mar", "sat", "sun", "wed", "april", "june", "august", "jan", "mon"])
FIRST_NAMES = frozenset(["april", "may", "june", "august", "jan"])
BRINGING = frozenset(["loop", "bring", "fill", "call", "pull", "rope", "let", "copy", "draft"])


def is_look_alike(clause: Clause) -> bool:
    """True for a word that only looks like a date: "may", "sat", a person called April, "by June Carter"."""
    words = [token.word for token in clause.own if token.word != "the"]
    if len(words) == 1 and words[0] in LOOK_ALIKES:
        return not _typed_as_day(clause)
    if len(words) != 2 or words[1] not in FIRST_NAMES:
        return False
    following = clause.next_token
    surname = following is not None and following.text.istitle() and "CONTENT" in following.kinds
    return (words[0] == "in" and not BRINGING.isdisjoint(clause.before_words[-1:])) or surname


def _typed_as_day(clause: Clause) -> bool:
    """True for a day's short name at the end of its clause: "status Tue.", "need the deck wed"."""
    token, following = clause.own[0], clause.next_token
    if "WEEKDAY" not in token.kinds:
        return False
    # What is a verb or a noun too needs an ask before it: "send it sat", but not "there he sat".
    if not token.text[0].isupper() and token.word != "mon" and not is_request(clause.near):
        return False
    if following is not None and following.word in ("ideally", "preferably", "latest", "or"):
        return True
    at_end = following is None or following.word in CLAUSE_ENDS or following.word in (",", ")")
    return at_end and bool(clause.before_words)
