"""The guard for absences: "I'm in Madrid till Tuesday", "Back on Monday" ask for nothing."""

from clarify.read.deadline.guards.clauses import (
    ASKING,
    BY,
    PERSONS,
    UNTIL,
    Clause,
    contains,
    is_name_of_person,
    is_request,
    words_of,
)
from clarify.read.deadline.language.tokens import Token
from clarify.read.deadline.language.words import EVENTS, word_set

LASTING = frozenset(["until", "till", "til", "from", "this", "next", "through"])
GONE = word_set("away ooo pto vacation wfh abroad unavailable sabbatical offline")
LEAVES = word_set("leave holiday holidays vacation sick call duty")
LEAVE_KINDS = word_set("on annual maternity paternity parental sick study medical unpaid off")
ABSENT = word_set(
    """
    out off back in sick travelling traveling returning returned flying busy free tied around here home available
    reachable unreachable late
    """
)
BEING = word_set("am is are be i'm im we're they're 's was were still also both all already only just")
GOING = word_set("returns return fly flies leave leaves travel travels land lands")
ANY_ABSENCE = GONE | LEAVES | ABSENT | GOING | {"working", "remotely"}
BESIDES = word_set("of the our office in at my desk work sick again ill up today town country from to now")
"""Words that may stand between "out" or "back" and the day, where nobody is named: "Out of the office until Monday"."""


def is_absence(clause: Clause) -> bool:
    """True if the words tell where somebody is: "I'm in Madrid till Tuesday", "Out of the office until Monday"."""
    if clause.candidate.phrase.role == "limit":
        return False
    if _tells_absence(clause.near, clause) or _is_heading(clause):
        return True
    if clause.opens_statement and clause.own[0].word not in BY:
        said = clause.near_following  # "On Thursday I'm out"
        return len(said) > 1 and said[0].word in PERSONS and _tells_absence(said, clause)
    return False


def _is_heading(clause: Clause) -> bool:
    """True if the date stands under the heading of an absence: "Annual leave: 8 to 19 June"."""
    said = clause.before_words
    return said[-1:] == [":"] and len(said) < 5 and not (GONE | LEAVES | {"absent"}).isdisjoint(said[-2:-1])


def _tells_absence(said: list[Token], clause: Clause) -> bool:
    """True if these words of a statement say that somebody is away, at a place or otherwise engaged."""
    words, own = words_of(said), clause.own[0].word
    if not words:
        return False
    if own not in BY and (words in CATCHING or _asks_where(words, clause)):
        return True
    if is_request(said):
        return False
    if own not in BY and _is_engaged(words, clause):
        return True
    gone = not ANY_ABSENCE.isdisjoint(words)
    if gone and any(_is_gone(said, at, clause) for at in range(len(said)) if words[at] in ANY_ABSENCE):
        return True
    if own in BY:
        return False
    if contains(words, ["reach", "me"]) or words[-2:] == ["half", "day"]:
        return True
    if own in UNTIL:  # "I'm teaching until 3", "I'm pairing with Ines until 3"
        doing = next((at for at, word in enumerate(words) if at and word.endswith("ing")), 0)
        alone = words[doing + 1 : doing + 2] in ([], ["with"], ["at"], ["in"])  # "I'm giving you until Friday"
        if doing and alone and _is_pronoun_being(words[:doing]):
            return True
    if (own in UNTIL and words[-1] in PERSONS) or clause.candidate.phrase.rule == "for an event":
        return own != "for" and _is_pronoun_being(words)  # "I'm around until 4", "we'll be at the fair on Saturday"
    return own != "for" and _is_somewhere(said, clause)


ONE_PERSON = word_set("i i've she he who she's he's")
ENGAGEMENTS = (EVENTS | {"doctor", "dentist", "hospital", "holiday"}) - word_set(
    "deadline submission release launch go-live delivery publication handover event"
)
SESSIONS = word_set("clinic court class training choir practice physio therapy school")
DUTIES = word_set("finish finishes work works")


CATCHING = (["catch", "me"], ["find", "me"])
ASKED_OF = word_set("who what where")
THERE = ABSENT | {"there", "around"}


def _asks_where(words: list[str], clause: Clause) -> bool:
    """True for a question where somebody is, or what she does: "Are you in on Friday?", "Who covers Saturday?".

    "Around" is a filler, so "will you be around on Friday" ends in "you be".
    """
    if "?" not in clause.following_words:
        return False
    if words[0] in ASKED_OF:
        return len(words) > 2 and WORKING_OUT.isdisjoint(words)
    return (
        words[0] in ("are", "is", "will")
        and words[1:2] != ["it"]
        and 1 < len(words) < 5
        and (words[-1] in THERE or words[-2:] == ["you", "be"] or clause.own_words[0] == "in")
    )


WORKING_OUT = ASKING | {"if", "can", "could", "should", "would", "say", "about", "deadline", "date", "it", "this"}


def _is_engaged(words: list[str], clause: Clause) -> bool:
    """True if somebody tells of an appointment or of her hours: "I have a call at 3", "she works until 2"."""
    at = next((at for at, word in enumerate(words) if word in ONE_PERSON), -1)
    rest = words[at + 1 :]
    if at >= 0 and rest[:1] != [] and not ({"have", "has", "got", "a", "an"}.isdisjoint(rest[:1])):
        held = rest[1:] if rest[0] in ("have", "has") else rest
        named = held[1:] if held[:1] == ["got"] else held
        one = named[:1] in (["a"], ["an"], ["another"], ["my"]) and not ENGAGEMENTS.isdisjoint(named)
        return one or (len(named) == 1 and named[0] in SESSIONS)
    if len(words) > 3 and words[-3:-1] == ["last", "day"]:
        return words[-4] in ("my", "his", "her", "their")
    return (
        at >= 0
        and rest[:1] != []
        and rest[0] in DUTIES
        and len(rest) == 1
        and clause.candidate.reading.grain == "minute"
    )


def _is_gone(near: list[Token], at: int, clause: Clause) -> bool:
    """True if the word number `at` says that somebody is away."""
    word, earlier = near[at].word, words_of(near[:at])
    if not ASKING.isdisjoint(words_of(near[at + 1 :])) or is_request(near[at + 1 :]):
        return False  # "While I'm away get it fixed by Tuesday."
    if word in GONE or (word in LEAVES and not LEAVE_KINDS.isdisjoint(earlier[-1:])):
        return not earlier or earlier[-1] == "on" or (ASKING - {"have"}).isdisjoint(earlier)
    if contains(words_of(near[at : at + 3]), ["working", "from", "home"]) or word == "remotely":
        return True
    if word in ABSENT and words_of(near[at + 1 : at + 2]) != ["to"]:
        return _is_absent(near, at, clause)
    if word in GOING:
        if earlier[-1:] == ["to"] and earlier[-2:-1] in (["have"], ["has"], ["got"], ["need"], ["needs"]):
            return earlier[0] in PERSONS or earlier[0] == "i've"  # "I have to leave at 3"
        goes = at == len(near) - 1 or near[at + 1].word in ("for", "to", "out", "home", "early", "back", "from", "the")
        # "Tax return to be filed in June" has a noun: of one person it is "returns".
        named = word.endswith("s") or near[at - 1].word in PERSONS | PEOPLE or "and" in earlier
        return goes and at > 0 and named and _is_person(near, at - 1)
    return False


def _is_absent(near: list[Token], at: int, clause: Clause) -> bool:
    """True if "out", "off" or "back" is said of a person: "Priya is back in June", but not "I need it back"."""
    word, rest = near[at].word, words_of(near[at + 1 :])
    if words_of(near[:at]) == ["not"]:
        return word in ("in", "around", "back")
    if at == 0 and word not in ("in", "free", "busy", "around") and clause.own[0].word not in BY:
        return BESIDES.issuperset(rest)
    if word == "in" and rest:
        return False  # "I'll be in Leeds on Friday" is read by its place.
    if word in ("back", "home") and not rest and at > 1 and near[at - 1].word in ("get", "gets", "come", "comes"):
        return _is_person(near, at - 2)
    return _is_about_person(near, at)


def _is_about_person(near: list[Token], at: int) -> bool:
    """True if "is", "will be" or "I'm" stands before the word number `at`, and a person before that."""
    back = at - 1
    while back >= 0 and near[back].word in BEING | {"not", "on", "annual", "probably", "be", "travelling", "off"}:
        if near[back].word in PERSONS:
            return True
        back -= 1
    if back < 0 or back == at - 1:
        return False
    if near[back].word in ("will", "won't", "'ll", "may", "might", "should"):
        back -= 1
    return back >= 0 and _is_person(near, back)


PEOPLE = word_set("team office staff crew department one us them boss manager director kids colleague colleagues")


def _is_person(near: list[Token], at: int) -> bool:
    """True if a word means a person: a pronoun, "everyone", or a name without an article."""
    return near[at].word in PERSONS | PEOPLE or is_name_of_person(near, at)


PLACES_AT = frozenset(["in", "at", "on", "with", "near"])
NO_PLACES = word_set("track schedule target time need touch it this that hook agreement favour")
"""Words that make "I'm on …" no place: "I'm on it", "we're on track"."""


def _is_somewhere(near: list[Token], clause: Clause) -> bool:
    """True if the words hold "I'm in", "she's at" or "they'll be with"; before "until" also "Ravi is in"."""
    words = words_of(near)
    for at in range(1, len(words)):
        if words[at] not in PLACES_AT or not NO_PLACES.isdisjoint(words[at + 1 : at + 2]):
            continue
        named = clause.own[0].word in LASTING and _is_about_person(near, at)
        if named or words[at - 1] in PERSONS or _is_pronoun_being(words[:at]):
            return True
    return False


def _is_pronoun_being(words: list[str]) -> bool:
    """True if the words end in "I am", "she will be", "we're all"."""
    back = len(words) - 1
    while back >= 0 and words[back] in BEING | {"will", "not", "won't", "be"} and words[back] not in PERSONS:
        back -= 1
    if back < 0 or words[back] not in PERSONS:
        return False
    return back < len(words) - 1 or words[back] in BEING
