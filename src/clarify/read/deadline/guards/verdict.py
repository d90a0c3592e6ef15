"""What is no deadline, though it names a moment: the past, an absence, a habit, a name, a denial, a greeting.

A guard looks at the words around a date, inside its clause. Each has one reason, which is its name. `clauses` tells the
few things about English that they share. Some have a file of their own: `absences`, `habits` and `remarks`.
"""

from collections.abc import Callable

from clarify.read.deadline.guards.absences import is_absence
from clarify.read.deadline.guards.clauses import (
    ARTICLES,
    ASKING,
    ASKS_YOU,
    BETWEEN,
    BY,
    CLAUSE_ENDS,
    FORWARD,
    STILL_TO_COME,
    SUBJECTS,
    UNCHANGED,
    UNTIL,
    Place,
    contains,
    is_name_of_person,
    is_request,
    past_verb,
    turns_to_ask,
    words_of,
)
from clarify.read.deadline.guards.habits import is_habit
from clarify.read.deadline.guards.remarks import KIND_WORDS, is_calendar_fact, is_greeting, is_idiom
from clarify.read.deadline.language.tokens import Token
from clarify.read.deadline.language.words import EVENTS, LABELS, WEEKDAYS, word_set


def stands(place: Place) -> bool:
    """Whether a candidate names a moment by which something is to be done."""
    phrase = place.candidate.phrase
    if phrase.role == "passed" or phrase.reading is None or not phrase.reading.moments:
        return False
    if place.alone:
        return not is_fiscal(place) and not _is_thanked_for(place)
    return phrase.role != "amount" and not any(guard(place) for guard in GUARDS)


# The past

GRANTED = word_set("gave given got had granted allowed agreed said told promised")
"""What makes "until" a deadline though it is past: "they gave us until Friday"."""

MISSED_HOPES = [
    *([had, hoped] for had in ("had", "we'd", "i'd", "they'd") for hoped in ("hoped", "planned", "wanted", "meant")),
    *([was, meant] for was in ("was", "were") for meant in ("supposed", "meant")),
    *(["should", "have", "been"], ["should've", "been"], ["would", "have", "been"], ["would've", "been"]),
]
HOPING = frozenset(hope[0] for hope in MISSED_HOPES)
NOTHING_CAME = word_set("nothing never nobody still didn't hasn't haven't")


def is_past(place: Place) -> bool:
    """A day with a past tense: "as we agreed on Tuesday", "the board approved it on 3 March", "lunch was great"."""
    words, own = place.words, place.own[0].word
    if is_kept_or_missed(place):
        return True
    told = words[:-1] if words[-1:] == ["originally"] else words
    if told[1:] and told[-1] in ("was", "were") and not place.is_ahead:
        return True  # "The deadline was Friday", "it was due on Monday"
    if not HOPING.isdisjoint(words) and any(contains(words, hope) for hope in MISSED_HOPES):
        return True
    if words[-2:] in (["i", "said"], ["we", "said"]) and "but" in place.then[:2]:
        return True  # "I said Thursday, but Wednesday would be better"
    if own in BY:
        return _had_been_done(place) or _came_to_nothing(place)
    if "deadline" in words or is_reported(place) or place.is_ahead or place.is_moved or _is_asked_for(place):
        return False
    at = past_verb(place.near)
    if at is not None:
        return not (own in UNTIL and words[at] in GRANTED) and not turns_to_ask(place.near, at)
    return _goes_on_in_the_past(place)


REACHED = word_set("missed met made hit beat blew passed overran breached broke exceeded smashed")
"""What somebody did with a deadline that is over; "agreed" and "confirmed" are said of one to come."""


def is_kept_or_missed(place: Place) -> bool:
    """What became of a deadline: "Rob missed the Wednesday deadline", "she hit the deadline on Friday"."""
    if "deadline" not in place.said or not WHETHER.isdisjoint(place.words):
        return False
    tokens = [*place.near, *place.own]
    at = len(place.near) + place.said.index("deadline")
    verb = next((n for n in range(at - 1, max(at - 5, -1), -1) if tokens[n].word in REACHED), -1)
    between = tokens[verb + 1 : at + 1]
    # "We met Tom about the Friday deadline", "we made the Friday deadline clear" tell of one to come.
    if verb < 0 or not (between[0].word in ARTICLES | {"deadline"} or "WEEKDAY" in between[0].kinds):
        return False
    if tokens[verb].word == "made" and any("CONTENT" in token.kinds for token in place.following[:1]):
        return False
    if tokens[verb].word in UNCHANGED and verb == 1:
        return is_name_of_person(tokens, 0) or tokens[0].word in ("he", "she", "it")
    return past_verb(tokens[: verb + 1]) == verb


def _had_been_done(place: Place) -> bool:
    """Whether it had happened by then: "they had already left by Friday", but not "he had asked for it by Friday"."""
    said = place.near or place.following
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


def _came_to_nothing(place: Place) -> bool:
    """Whether it was asked for and did not come: "he promised it by Friday and never sent it"."""
    following = place.then[:4]
    broken = following[:1] in (["and"], ["but"]) and not NOTHING_CAME.isdisjoint(following)
    return broken and past_verb(place.near) is not None


def _is_asked_for(place: Place) -> bool:
    """Whether its own words look forward: "a hard stop on Friday", "for Monday"."""
    role, own, kind = place.candidate.phrase.role, place.own[0].word, place.candidate.reading.kind
    if own == "for":
        return kind != "period"
    weak = own in UNTIL or own in ("at", "in", "on") or kind in ("part", "end")
    return role == "limit" or (role != "told" and not weak)


def _goes_on_in_the_past(place: Place) -> bool:
    """Whether a date begins its statement, and what comes after is past: "in Q1 we sold", "Friday was hard"."""
    following = place.following[:4]
    if not following:
        return False
    if place.own[0].word in ("in", "on", "at"):
        return past_verb(following) is not None and not is_request(following)
    subject = words_of(following[:1])
    if not place.leads:
        after_noun = place.near and "CONTENT" in place.near[-1].kinds and place.candidate.reading.kind == "part"
        if after_noun and subject in (["was"], ["were"]):
            return True  # "Team lunch was great"
        return place.words[-2:-1] in (["was"], ["were"])  # "How was your weekend?"
    told = not SUBJECTS.isdisjoint(subject) and past_verb(following) is not None
    return told or subject in (["was"], ["were"], ["went"])


REPORTS = frozenset(["said", "says", "mentioned", "suggested", "wanted", "meant"])
CLOSING = frozenset([",", ")", "so", "and", "but", "if", "or", "i", "though", "right", "apparently"])
UNSAID = frozenset(["as", "like", "never", "nobody", "not", "no"])


def is_reported(place: Place) -> bool:
    """What somebody said, not when: "she said Thursday, I think", but not "on Thursday" or "as we said Thursday"."""
    before, following = place.before, place.then[:1]
    if before[-1:] == [] or before[-1] not in REPORTS or place.own[0].word in ("on", "in", "at"):
        return False
    ends = not following or following[0] in CLAUSE_ENDS | CLOSING
    return ends and UNSAID.isdisjoint(before)


# What is denied

OPEN_WORDS = (
    "needn't be", "not be", "doesn't have to be", "don't have to", "isn't due", "need not be", "not have to be", "no",
    "nor", "not", "don't need it", "don't need this", "doesn't need to be", "isn't", "wasn't", "won't be", "not on",
    "never", "can't do", "can't make", "cannot", "isn't needed", "not needed", "not expecting it", "instead of",
    "rather than", "other than", "except", "except on", "forget", "skip", "avoid",
)  # fmt: skip
OPEN = frozenset(tuple(denial.split()) for denial in OPEN_WORDS)
NO_WAYS = (["no", "need"], ["no", "way"], ["no", "chance"], ["no", "one"])
NO_HURRY = word_set("rush worries worry problem problems hurry pressure stress sweat excuses")
NEGATIVE = word_set(
    """
    don't dont doesn't doesnt didn't needn't won't wont can't cant cannot couldn't wouldn't shouldn't mustn't isn't
    aren't haven't hasn't never nothing nobody neither none doubt unlikely unable
    """
)
BEFORE_NOT = word_set(
    """
    do does did need can could will would must should may might is are am be i'm we're they're you're 's have has
    """
)
"""Words that "not" belongs to as a verb: "do not send", "it's not needed"."""

AFTER_ALL = word_set(
    """
    forget hesitate miss fail later slip delay mind urgent critical without unless if because since so but and , as
    wait past exceed
    """
)
"""Words that turn a denial back into an ask: "don't forget to send it", "we can't start without it"."""

UNSURE = frozenset(["know", "think", "sure", "see", "believe", "care"])
WHETHER = frozenset(["if", "unless", "why", "whether", "that", "which", "who", "case", "sure", "ensure"])
"""Words before a denial that deny nothing: "if you don't send it by Friday", "the slides that don't have notes"."""


def is_denied(place: Place) -> bool:
    """A date that is denied: "it needn't be Tuesday", "don't send it on Monday", "Friday is not possible"."""
    before = place.before
    if place.candidate.phrase.role == "limit":
        return False
    if "no" in place.words and (_is_no_thing(place) or any(contains(place.words, no) for no in NO_WAYS)):
        return True
    if (
        before
        and any(tuple(before[-many:]) in OPEN for many in (1, 2, 3, 4))
        and before[-2:-1] not in (["don't"], ["not"], ["/"], ["or"])
    ):
        return True
    if place.own[0].word in UNTIL and _is_wait(place.words):
        return True
    if place.own[0].word == "due" and place.words[-2:] == ["nothing", "is"]:
        return True
    due = place.own[0].word == "due"  # "You haven't sent the draft due Friday" denies another thing.
    return (not due and _is_denied_before(place.words)) or _is_denied_after(place)


WAITS = word_set("wait hold park pause shelve freeze leave postpone delay stop")


def _is_wait(words: list[str]) -> bool:
    """Whether nothing is to be done until then: "hold off until Monday", but not "this can wait until Monday"."""
    at = next((at for at, word in enumerate(words) if word in WAITS), -1)
    return at >= 0 and (at == 0 or words[at - 1] in ("don't", "let", "'s", "to", "on", "and", "not", "please", "just"))


def _is_no_thing(place: Place) -> bool:
    """Whether it is what there is none of on that day: "no deliveries on Sunday"."""
    words = place.words
    return len(words) == 2 and words[0] == "no" and words[1] not in NO_HURRY and place.own[0].word in ("on", "in")


def _is_denied_before(words: list[str]) -> bool:
    """Whether a verb before the date is denied: "we don't have to decide today", "it can't go out before Thursday"."""
    if "not" not in words and NEGATIVE.isdisjoint(words):
        return False
    at = max((at for at, word in enumerate(words) if _denies(words, at, word)), default=-1)
    # "That doesn't have to be done by Friday" begins with what it is about.
    if at < 0 or not WHETHER.isdisjoint(words[max(words[0] == "that", at - 3) : at]):
        return False
    rest = words[at + 1 :]
    if rest[:1] == ["you"]:
        return False  # "Can't you send it by Friday?"
    return AFTER_ALL.isdisjoint(rest) or not UNSURE.isdisjoint(rest[:1])


def _denies(words: list[str], at: int, word: str) -> bool:
    return word in NEGATIVE or (word == "not" and at > 0 and words[at - 1] in BEFORE_NOT)


VERBS_AFTER = frozenset(["is", "'s", "was", "are", "would", "will", "looks", "seems", "does"])
IMPOSSIBLE = word_set("not no out off impossible hopeless too never unlikely unrealistic")
NOT_AFTER = word_set("isn't doesn't won't can't cannot wasn't wouldn't clashes conflicts")
FIRM = word_set("problem issue negotiable optional flexible movable moveable bad far late later")
"""What may not be, and the date is still one: "Friday is not negotiable"."""


def _is_denied_after(place: Place) -> bool:
    """Whether the clause goes on to deny the date that it is about: "Thursday doesn't work for me"."""
    following = place.then
    if not place.leads or place.own[0].word in BY or not FIRM.isdisjoint(following[2:5]):
        return following[1:3] == ["too", "late"]
    verdict = following[2:3] if following[1:2] == ["be"] else following[1:2]
    denied = following[:1] and following[0] in VERBS_AFTER and not IMPOSSIBLE.isdisjoint(verdict)
    return bool(denied or not NOT_AFTER.isdisjoint(following[:1]))


# Names

PREPOSITIONS = word_set(
    """
    until till til before b4 ahead due on no not latest ready by
    """
)


def is_name(place: Place) -> bool:
    """A date that names a thing or a source: "Tuesday's notes", "the Q1 pack", "the morning shift"."""
    following, reading = place.after, place.candidate.reading
    if not CALLED.isdisjoint(place.before[-1:]):
        return True
    if following and reading.kind == "clock" and place.candidate.phrase.role == "told":
        return place.before[-1:] in (["the"], ["a"], ["an"])  # "The 3pm slot", "the 14:20 to Leeds"
    if reading.kind == "day" and place.before[-1:] == ["of"] and DATES_OF.isdisjoint(place.before[-3:]):
        return True
    named = reading.kind == "period" and place.own[0].word not in ("in", "this", "next", *BY, *UNTIL)
    if named and not COMPARING.isdisjoint([*place.words, *place.then]):
        return True
    if following is None or place.own[0].word in ("within", "over"):
        return False
    if _is_in_title(place, following) or following.word in FIRMS or _is_address(place):
        return True
    if reading.kind in ("part", "end"):
        return _is_kind_of_thing(place, following)
    if reading.kind not in ("day", "period"):
        return False
    if following.word in ("'s", "'", "’"):
        return True
    if following.word == "-" and following.glued:
        return True
    if "CONTENT" not in following.kinds or place.own[0].word in PREPOSITIONS:
        return False
    if place.own[-1].word in WEEKDAYS and following.word in WEEKDAY_THINGS:
        return True
    return _determined(place) or (reading.kind == "period" and not _opens_ask(place)) or reading.rule == "year"


def _opens_ask(place: Place) -> bool:
    """Whether a statement begins with when, and goes on to what: "next week send me it", "in June Ana presents"."""
    following = place.following
    if not place.leads:
        return False
    if following[0].text.istitle():
        return place.own[0].word == "in" or not STILL_TO_COME.isdisjoint(words_of(following[1:2]))
    return is_request(following)


def _is_in_title(place: Place, following: Token) -> bool:
    """Whether a weekday stands in a title: "The Friday Five podcast", "Friday Night Lights"."""
    own = [token for token in place.own if token.word not in ARTICLES]
    if own[0].word not in WEEKDAYS or len(own) > 2 or not all(token.text.istitle() for token in [*own, following]):
        return False
    if len(own) == 1:
        return "NUMBERWORD" in following.kinds and _determined(place)
    thing = "CONTENT" in following.kinds and following.word not in WANTED_THEN | EVENTS
    # "Friday Morning Ben needs it" names somebody.
    asks = not {*place.then[1:2]}.isdisjoint(STILL_TO_COME - {"is", "are", "ends", "starts", "begins"})
    return thing and not asks and "PARTWORD" in own[1].kinds


CALLED = word_set("called titled entitled named word dubbed nicknamed")
COMPARING = word_set("compare compared comparing vs versus than")
FIRMS = word_set("inc ltd llc plc corp gmbh ag")
DOMAINS = word_set("com io org net co")


def _is_address(place: Place) -> bool:
    """Whether it is part of a name on the web: "monday.com"."""
    end = place.candidate.end
    return words_of(place.tokens[end : end + 1]) == ["."] and any(
        token.glued and token.word in DOMAINS for token in place.tokens[end + 1 : end + 2]
    )


WEEKDAY_THINGS = word_set("blues drinks feeling feelings motivation vibes mood quiz pub traffic lunch crew club crowd")
DATES_OF = word_set(
    """
    deadline date target end close instead because ahead morning afternoon evening cutoff week
    weekend start beginning middle chance possibility
    """
)
WANTED_THEN = word_set("deadline cutoff finish delivery target slot sharp everyone onwards")


def _is_kind_of_thing(place: Place, following: Token) -> bool:
    """Whether a part of the day is a kind of something: "the morning shift", "lunch money", "the close call"."""
    words = [token.word for token in place.own if token.word not in ("the", "a")]
    if "CONTENT" not in following.kinds or following.text[0].isupper() or following.word in WANTED_THEN:
        return False
    if len(words) == 2 and words[0] in WEEKDAYS and words[1] in KINDS_OF_THING:
        return _determined(place)
    if len(words) != 1 or words[0] not in KINDS_OF_THING:
        return False
    return _determined(place) or not place.near or words[0] in ("lunch", "weekend")


KINDS_OF_THING = word_set("lunch lunchtime morning afternoon evening night close weekend midnight")


def _determined(place: Place) -> bool:
    """Whether an article stands before the reading, or at its beginning."""
    words = [*place.before[-1:], place.own[0].word, *(token.word for token in place.own[:2])]
    return not {"the", "our", "my", "your", "his", "her", "their", "a", "an", "these", "those", "its"}.isdisjoint(words)


SOURCES = frozenset(["per", "following", "apologies", "congratulations", "congrats"])


def is_source(place: Place) -> bool:
    """A day that something is thanked for or refers to: "per our chat on Monday", "great seeing you on Friday"."""
    words = place.words
    if _is_thanked_for(place):
        return True
    if place.own[0].word in BY or len(words) < 2:
        return False
    return words[0] in SOURCES or words[:2] == ["as", "per"] or (words[0] in KIND_WORDS and words[1].endswith("ing"))


THANKING = (["thank", "you"], ["many"], ["thank", "you", "all"], ["much"], ["a", "lot"], ["thank", "u"])
GAPS = frozenset(len(word) + space for word in ("thanks", "thx", "ty") for space in (1, 2))
THANKED = ARTICLES | word_set("coming joining meeting hosting attending visiting having seeing stopping popping")


def _is_thanked_for(place: Place) -> bool:
    """Whether thanks are given for what was then: "thanks for your time on Monday", "thank you for the call on Monday".

    "Thanks" itself is a filler and left out: where it was, there is a gap of its length.
    """
    said = [*place.near, *place.own] if place.own[0].word == "for" else place.near
    words = words_of(said)
    start = words.index("for") if "for" in words[:4] else -1
    if start < 0 or words[start + 1 : start + 2] == [] or words[start + 1] not in THANKED:
        return False
    if place.own[0].word not in ("on", "in", "at", "this", "for") or not ASKING.isdisjoint(words):
        return False
    if place.own[0].word == "for" and start != len(place.near):
        return False  # "Thanks for the invitation for Monday"
    if start:
        return words[:start] in THANKING
    if not CLAUSE_ENDS.issuperset(place.then[:1]):
        return False  # "Please, for the call on Monday prepare slides" leaves a gap too.
    first = place.candidate.first - len(place.near)
    return said[0].start - (place.tokens[first - 1].end if first else 0) in GAPS


FESTIVE = frozenset(["black", "cyber", "good", "ash", "shrove", "palm", "super", "easter", "casual", "pancake"])


def is_named_day(place: Place) -> bool:
    """A weekday that is the name of a day in the year: "Black Friday"."""
    return place.own[0].word in WEEKDAYS and not FESTIVE.isdisjoint(place.before[-1:])


LOOK_ALIKES = frozenset(["may", "march", "mar", "sat", "sun", "wed", "april", "june", "august", "jan", "mon"])
FIRST_NAMES = frozenset(["april", "may", "june", "august", "jan"])
BRINGING = frozenset(["loop", "bring", "fill", "call", "pull", "rope", "let", "copy", "draft"])


def is_look_alike(place: Place) -> bool:
    """A word that only looks like a date: "may", "sat", a person called April, "loop in April", "by June Carter"."""
    words = [token.word for token in place.own if token.word != "the"]
    if len(words) == 1 and words[0] in LOOK_ALIKES:
        return not _typed_as_day(place)
    if len(words) != 2 or words[1] not in FIRST_NAMES:
        return False
    following = place.after
    surname = following is not None and following.text.istitle() and "CONTENT" in following.kinds
    return (words[0] == "in" and not BRINGING.isdisjoint(place.before[-1:])) or surname


def _typed_as_day(place: Place) -> bool:
    """Whether the word is a day's short name at the end of its clause: "status Tue.", "need the deck wed"."""
    token, following = place.own[0], place.after
    if "WEEKDAY" not in token.kinds:
        return False
    # What is a verb or a noun too needs an ask before it: "send it sat", but not "there he sat".
    if not token.text[0].isupper() and token.word != "mon" and not is_request(place.near):
        return False
    if following is not None and following.word in ("ideally", "preferably", "latest", "or"):
        return True
    at_end = following is None or following.word in CLAUSE_ENDS or following.word in (",", ")")
    return at_end and bool(place.before)


# Numbers


def is_numbered(place: Place) -> bool:
    """A number of something: "section 4.20", "row 12", "ticket 10/3", "#5", "$9.30"."""
    first = next((token for token in place.own if "WORD" not in token.kinds), place.own[0])
    if "INT" not in first.kinds or first is not place.own[0]:
        return False
    *_, earlier, before = "", "", *words_of(place.tokens[max(0, place.candidate.first - 2) : place.candidate.first])
    # "1/2/0001" and "2026-13-45T17:00" hold dates that do not exist: what is left of one is none either.
    dated = "/" if place.candidate.reading.rule == "date in numbers" else "t"
    rest = before in (".", "-") or (before == dated and earlier.isdecimal())
    # "Send me slides 2 hours before" and "the order sheet 9am tomorrow" hold an amount and an hour.
    measured = any("UNIT" in token.kinds or token.word in ("am", "pm") for token in place.own[1:2])
    labelled = (before in LABELS or [earlier, before] == ["no", "."]) and not measured
    return labelled or before in ("#", "$", "€", "£", "v", "+", "_") or (first.glued and rest)


RATIOS = word_set("ratio rate odds score scored scores rated rating split mix average grade marks majority")


def is_count(place: Place) -> bool:
    """A number that counts or compares: "10/12 people", "3/4 of it", "the win rate is 3/5", "by 2 to 1"."""
    following = place.after
    if place.own[0].word == "by" and len(place.own) == 2 and following and following.word in ("to", ":"):
        return place.candidate.reading.kind == "clock"
    if place.candidate.reading.rule != "date in numbers" or len(place.own) > 3:
        return False
    if not RATIOS.isdisjoint(place.before):
        return True
    return following is not None and ("CONTENT" in following.kinds or following.word in ("of", "%", "people"))


def is_decimal(place: Place) -> bool:
    """A number with a dot or a dash, and nothing that makes it a time or a date: "costs 12.50", "won 3-2"."""
    words = place.said
    return (
        words[1:2] in (["."], ["-"]) and len(words) <= 4 and "INT" in place.own[0].kinds and "INT" in place.own[2].kinds
    )


def is_fiscal(place: Place) -> bool:
    """Fiscal periods, of which nobody has said when they begin."""
    if place.candidate.reading.rule.startswith("fiscal"):
        return False  # Here it is set.
    words = [*place.before[-1:], *(token.word for token in place.own)]
    return not {"fiscal", "financial", "fy"}.isdisjoint(words) or words[:1] == ["tax"]


def is_condition(place: Place) -> bool:
    """What hangs on something that has not happened: "once we meet on Friday", "if they call on Monday"."""
    if place.candidate.phrase.role != "told":
        return False
    words = place.words
    if words[:2] in (["i", "wonder"], ["who", "knows"]) and "you" not in words:
        return True
    if not {"once", "after", "since"}.isdisjoint(words[-6:]) or ("might" in words and ASKING.isdisjoint(words)):
        return True
    at = next((at for at, word in enumerate(words) if word in IFS), len(words))
    # "If you could send it on Friday", "if we can have it on Friday" and "if possible on Friday" ask.
    return len(words) > at + 2 and ASKS_IF.isdisjoint(words[at + 1 :])


IFS = frozenset(["if", "unless", "case"])
ASKS_IF = ASKING | ASKS_YOU | {"you", "possible", "not", "works", "suits", "me"}


WEATHER = word_set(
    """
    rain rains raining snow snows snowing storm storms
    sunny sunshine cloudy windy showers thunderstorms hail frost fog
    """
)


def is_weather(place: Place) -> bool:
    """What the weather will be: "it may rain on Saturday", "snow is forecast for Sunday"."""
    told = not WEATHER.isdisjoint(place.words) or not WEATHER.isdisjoint(place.then)
    own = place.own[0].word
    coming = own == "due" and not WEATHER.isdisjoint(place.words[-2:-1])  # "Rain is due on Sunday"
    return told and (coming or own not in BY) and not is_request(place.near)


GUARDS: tuple[Callable[[Place], bool], ...] = (
    is_past,
    is_absence,
    is_habit,
    is_denied,
    is_name,
    is_source,
    is_named_day,
    is_look_alike,
    is_numbered,
    is_count,
    is_decimal,
    is_greeting,
    is_idiom,
    is_calendar_fact,
    is_fiscal,
    is_condition,
    is_weather,
)
