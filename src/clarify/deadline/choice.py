"""Which of the readings in a text is its deadline: guards pass over what is none, then an order of weight chooses.

The guards look at the words around a reading, inside its clause. Each has one reason, which is its name.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from clarify.deadline.meanings import MONTHS_IN, Reading, distinct
from clarify.deadline.phrases import Phrase
from clarify.deadline.tokens import PARAGRAPH, Token
from clarify.deadline.words import LABELS, word_set

CLAUSE_ENDS = frozenset([".", ";", "!", "?", PARAGRAPH])
LOOK_BACK = 12
"""How many words before a reading a guard looks at: a clause of more words is rare, and work stays bounded."""

LONGEST_REASON = 60
"""How many words may stand between a date and one in its reason: for the same two reasons."""

MARKS = 8
"""How many marks (brackets, dots) may stand around a phrase that is the whole text."""


class Candidate(NamedTuple):
    """A phrase that was read, and where: the tokens from `first` up to `end`."""

    phrase: Phrase
    first: int
    end: int

    @property
    def reading(self) -> Reading:
        """What it names; only asked of candidates that name something."""
        if self.phrase.reading is None:
            raise LookupError("a phrase that was passed over names no moment")
        return self.phrase.reading


class Chosen(NamedTuple):
    """The deadline of a text, and the other moments that could be meant."""

    candidate: Candidate
    alternatives: tuple[datetime, ...]


class Place(NamedTuple):
    """A candidate in its text, for the guards."""

    candidate: Candidate
    tokens: list[Token]

    @property
    def before(self) -> list[str]:
        """The words before it in its clause."""
        words: list[str] = []
        for token in reversed(self.tokens[max(0, self.candidate.first - LOOK_BACK) : self.candidate.first]):
            if token.word in CLAUSE_ENDS:
                break
            words.append(token.word)
        return words[::-1]

    @property
    def following(self) -> list[str]:
        """The two words after it: where "in Q1 we sold …" shows its tense."""
        return [token.word for token in self.tokens[self.candidate.end : self.candidate.end + 2]]

    @property
    def own(self) -> list[Token]:
        """Its own tokens."""
        return self.tokens[self.candidate.first : self.candidate.end]

    @property
    def after(self) -> Token | None:
        """The token after it."""
        return self.tokens[self.candidate.end] if self.candidate.end < len(self.tokens) else None

    @property
    def alone(self) -> bool:
        """Whether there is nothing else in the text but marks."""
        if len(self.tokens) > len(self.own) + MARKS:
            return False
        rest = self.tokens[: self.candidate.first] + self.tokens[self.candidate.end :]
        return not any(token.kinds for token in rest)


def choose(found: list[Candidate], tokens: list[Token]) -> Chosen | None:
    """The deadline among the candidates, which stand in the order of the text."""
    standing = [c for c in found if stands(Place(c, tokens))]
    standing = without_reasons(corrected(standing, tokens), tokens)
    standing = [c for c in standing if not is_topic(c)] or standing
    if not standing:
        return None
    limits = [c for c in standing if c.phrase.role == "limit"]
    asked = [c for c in standing if c.phrase.role == "asked" or is_asked(Place(c, tokens))]
    if limits:
        return _with_others(limits[0], [c for c in asked if c is not limits[0]] or _wishes(standing, limits[0]))
    if asked:
        return _with_others(asked[0], asked[1:])
    return _with_others(standing[0], [])


def _with_others(candidate: Candidate, others: list[Candidate]) -> Chosen:
    due, *rest = candidate.reading.moments
    moments = (due, *rest, *(other.reading.moments[0] for other in others))
    return Chosen(candidate, distinct(moments)[1:])


def _wishes(standing: list[Candidate], limit: Candidate) -> list[Candidate]:
    """What was wished for before the limit was named."""
    return [c for c in standing if c.first < limit.first][-1:]


def is_topic(candidate: Candidate) -> bool:
    """A month or more without a word such as "by": where another date stands, it is what the work is about."""
    period = candidate.reading.period
    return candidate.phrase.role == "told" and period is not None and period.unit in MONTHS_IN


# Reasons: "Wednesday so that she can read it before the review on Friday"


def without_reasons(standing: list[Candidate], tokens: list[Token]) -> list[Candidate]:
    """`standing` without the dates in the reason that is given for the one before."""
    kept: list[Candidate] = []
    for candidate in standing:
        near = bool(kept) and candidate.first - kept[-1].end <= LONGEST_REASON
        between = [token.word for token in tokens[kept[-1].end : candidate.first]] if near else []
        # "Start today so we can send it by Friday": where the work begins is no deadline, so there the reason tells it.
        begins = bool(kept) and not BEGINNING.isdisjoint(Place(kept[-1], tokens).before)
        if candidate.phrase.role == "limit" or begins or not _gives_reason(between):
            kept.append(candidate)
    return kept


BEGINNING = frozenset(["start", "begin", "kick"])


def _gives_reason(words: list[str]) -> bool:
    """Whether these words, up to a date, begin a reason: "because", "so that she", "so we can", "in order to"."""
    if not CLAUSE_ENDS.isdisjoint(words):
        return False
    commas = [at for at, word in enumerate(words) if word == ","]
    # A reason is over where something is asked for after a comma: "because she is away, I need it on Thursday".
    if commas and not ASKING.isdisjoint(words[commas[-1] :]):
        words = words[commas[-1] :]
    if "because" in words or _contains(words, ["in", "order", "to"]) or _contains(words, ["so", "as", "to"]):
        return True
    purposes = [words[at + 1 :] for at, word in enumerate(words) if word == "so"]
    # "So that needs to be out by Thursday" and "so I need it by Thursday" ask; "so I can read it by Thursday" explains.
    return any(
        (rest[:1] == ["that"] and ASKING.isdisjoint(rest[1:2])) or not ENABLING.isdisjoint(rest[1:3])
        for rest in purposes
    )


ENABLING = frozenset(["can", "could", "may", "might", "know", "knows"])


# Words that ask for something by a date

ASKING = frozenset(["need", "needs", "want", "wants", "send", "have", "get", "deadline", "due", "must", "required"])


def is_asked(place: Place) -> bool:
    """Whether the clause asks for something: "I need it Thursday"."""
    return not ASKING.isdisjoint(place.before) or place.candidate.phrase.role == "amount"


# Corrections: "Thursday, sorry, I mean Friday"

CORRECTIONS = (
    "sorry", "i mean", "i meant", "make that", "make it", "no", "nope", "actually", "or rather", "rather", "correction",
    "scratch that", "wait", "i should say", "instead", "moved to", "now", "pushed to", "but actually", "better", "oops",
)  # fmt: skip


def corrected(standing: list[Candidate], tokens: list[Token]) -> list[Candidate]:
    """`standing` without what a later one replaces."""
    kept: list[Candidate] = []
    for candidate in standing:
        if kept and _replaces(kept[-1], candidate, tokens):
            old = kept.pop()
            phrase = candidate.phrase
            if phrase.role == "told":
                candidate = candidate._replace(phrase=phrase._replace(role=old.phrase.role))
        kept.append(candidate)
    return kept


def _replaces(old: Candidate, new: Candidate, tokens: list[Token]) -> bool:
    between = [
        t.word for t in tokens[old.end : new.first] if t.word not in {",", "-", "–", "—", ".", "(", "…", "!", "*"}
    ]
    return 0 < len(between) <= 5 and any(_contains(between, mark.split()) for mark in CORRECTIONS)


def _contains(words: list[str], part: list[str]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


# Guards


def stands(place: Place) -> bool:
    """Whether a candidate names a moment by which something is to be done."""
    phrase = place.candidate.phrase
    if phrase.role == "passed" or phrase.reading is None or not phrase.reading.moments:
        return False
    if place.alone:
        return not is_fiscal(place)
    return phrase.role != "amount" and not any(guard(place) for guard in GUARDS)


PAST = word_set(
    """
    sold dropped grew fell rose lost won booked hired built
    was were agreed said sent met had did asked discussed talked spoke mentioned got came went told saw gave wrote
    called happened decided finished signed closed shipped launched promised submitted delivered missed started
    ended made took held heard left received been
    """
)


def is_past(place: Place) -> bool:
    """A day with a past tense: "as we agreed on Tuesday"."""
    if place.candidate.phrase.role != "told" or "deadline" in place.before:
        return False
    if is_reported(place):
        return False
    if not PAST.isdisjoint(place.before):
        return not _turns(place.before)
    return place.own[0].word in ("in", "on") and not PAST.isdisjoint(place.following)


REPORTS = frozenset(["said", "says", "mentioned", "suggested", "wanted", "meant"])
CLOSING = frozenset([",", ")", "so", "and", "but", "if", "or", "i", "though", "right", "apparently"])


UNSAID = frozenset(["as", "like", "never", "nobody", "not", "no"])


def is_reported(place: Place) -> bool:
    """What somebody said, not when: "she said Thursday, I think", but not "on Thursday" or "as we said Thursday"."""
    before, following = place.before, place.following[:1]
    if before[-1:] == [] or before[-1] not in REPORTS or place.own[0].word in ("on", "in", "at"):
        return False
    ends = not following or following[0] in CLAUSE_ENDS | CLOSING
    return ends and UNSAID.isdisjoint(before)


def _turns(words: list[str]) -> bool:
    """Whether the clause goes on to ask after all: "I got it, please send yours on Friday"."""
    turn = max((at for at, word in enumerate(words) if word in PAST), default=-1)
    return not ASKING.isdisjoint(words[turn + 1 :]) or not {"so", "and", "but", ","}.isdisjoint(words[turn + 1 :])


ABSENCE = word_set(
    """
    away out ooo off leave holiday holidays vacation pto back return returns returning travelling traveling travel
    offline unavailable abroad leaves annual sick maternity paternity sabbatical
    """
)


def is_absence(place: Place) -> bool:
    """Where somebody is: "I'm in Madrid till Tuesday", "she returns on Wednesday"."""
    if place.candidate.phrase.role == "limit":
        return False
    before, lasting = place.before, place.own[0].word in ("until", "till", "til", "from", "this", "next")
    if lasting and _is_somewhere(before[-5:]):
        return True
    gone = [at for at, word in enumerate(before) if word in ABSENCE]
    # "Get back to Priya by Friday" and "the proposal should be out in a week" are work, "I'm out until Friday" is none.
    return any(before[at] in AWAY or not _subjects(lasting).isdisjoint(before[max(0, at - 3) : at]) for at in gone)


AWAY = frozenset(["away", "ooo", "pto", "vacation", "returns"])
PERSONS = word_set(
    """
    i'm im i he's she's we're they're he she they we i'll he'll she'll we'll they'll who's
    """
)


def _subjects(lasting: bool) -> frozenset[str]:
    return PERSONS | {"is", "are", "be"} if lasting else PERSONS


def _is_somewhere(words: list[str]) -> bool:
    """Whether the words hold "I'm in" or "she's at"."""
    return any(word in PERSONS and words[at + 1 : at + 2] in (["in"], ["at"], ["on"]) for at, word in enumerate(words))


OPEN = (
    "needn't be", "not be", "doesn't have to be", "don't have to", "isn't due", "need not be", "not have to be", "no",
    "not", "don't need it", "don't need this", "doesn't need to be", "isn't", "wasn't", "won't be", "not on", "never",
    "can't do", "can't make", "cannot", "isn't needed", "not needed", "not expecting it",
)  # fmt: skip


def is_denied(place: Place) -> bool:
    """A date that is denied: "it needn't be Tuesday", "not Friday"."""
    before = place.before
    if _contains(before, ["no", "need"]) and "," not in before:
        return True
    return any(before[-len(words) :] == words for words in (denial.split() for denial in OPEN))


PREPOSITIONS = word_set(
    """
    by until till til before b4 ahead due on no not latest ready
    """
)


def is_name(place: Place) -> bool:
    """A date that names a thing or a source: "Tuesday's notes", "the Q1 pack"."""
    following, reading = place.after, place.candidate.reading
    if following and reading.kind == "clock" and "CONTENT" in following.kinds:
        return place.before[-1:] in (["the"], ["a"], ["an"])
    if following is None or reading.kind not in ("day", "period") or place.own[0].word in ("within", "over"):
        return False
    if following.word in ("'s", "'", "’"):
        return True
    if following.word == "-" and following.glued:
        return True
    if "CONTENT" not in following.kinds or place.own[0].word in PREPOSITIONS:
        return False
    return _determined(place) or reading.kind == "period" or reading.rule == "year"


def _determined(place: Place) -> bool:
    """Whether an article stands before the reading, or at its beginning."""
    words = [*place.before[-1:], place.own[0].word, *(token.word for token in place.own[:2])]
    return not {"the", "our", "my", "your", "his", "her", "their", "a", "an", "these", "those", "its"}.isdisjoint(words)


LOOK_ALIKES = frozenset(["may", "march", "mar", "sat", "sun", "wed", "april", "june", "august", "jan", "mon"])


def is_look_alike(place: Place) -> bool:
    """A word that only looks like a date: "may", "sat", a person called April."""
    words = [token.word for token in place.own if token.word != "the"]
    return len(words) == 1 and words[0] in LOOK_ALIKES and not _typed_as_day(place)


def _typed_as_day(place: Place) -> bool:
    """Whether the word is a day's short name with a capital, at the end of its clause: "status Tue."."""
    token, following = place.own[0], place.after
    at_end = following is None or following.word in CLAUSE_ENDS or following.word in (",", ")")
    return token.text[0].isupper() and "WEEKDAY" in token.kinds and at_end and bool(place.before)


def is_numbered(place: Place) -> bool:
    """A number of something: "section 4.20", "row 12", "ticket 10/3", "#5", "$9.30"."""
    first = next((token for token in place.own if "WORD" not in token.kinds), place.own[0])
    if "INT" not in first.kinds or first is not place.own[0]:
        return False
    *_, earlier, before = "", "", *place.before
    # "1/2/0001" and "2026-13-45T17:00" hold dates that do not exist: what is left of one is none either.
    dated = "/" if place.candidate.reading.rule == "date in numbers" else "t"
    rest = before in (".", "-") or (before == dated and earlier.isdecimal())
    return before in LABELS or before in ("#", "$", "€", "£", "v", "+", "_") or (first.glued and rest)


def is_idiom(place: Place) -> bool:
    """Words that say nothing about a day: "at the end of the day, …"."""
    words = [token.word for token in place.own]
    return words == ["at", "the", "end", "of", "the", "day"] and bool(place.after and place.after.word == ",")


def is_count(place: Place) -> bool:
    """A number that counts or compares: "10/12 people", "3/4 of it"."""
    following = place.after
    if following is None or place.candidate.reading.rule != "date in numbers" or len(place.own) > 3:
        return False
    return "CONTENT" in following.kinds or following.word in ("of", "%", "people")


def is_decimal(place: Place) -> bool:
    """A number with a dot or a dash, and nothing that makes it a time or a date: "costs 12.50", "won 3-2"."""
    words = [token.word for token in place.own]
    return (
        words[1:2] in (["."], ["-"]) and len(words) <= 4 and "INT" in place.own[0].kinds and "INT" in place.own[2].kinds
    )


def is_calendar_fact(place: Place) -> bool:
    """How a calendar runs, which asks for nothing: "the tax year ends in April"."""
    ends = {"ends", "begins", "starts", "runs", "closes"} & {*place.before}
    return bool(ends) and not {"year", "quarter", "season", "half"}.isdisjoint(place.before)


def is_fiscal(place: Place) -> bool:
    """Fiscal periods, of which nobody has said when they begin."""
    words = [*place.before[-1:], *(token.word for token in place.own)]
    return not {"fiscal", "financial", "fy"}.isdisjoint(words) or words[:1] == ["tax"]


def is_opening_hours(place: Place) -> bool:
    """Opening hours and other habits: "open 9 to 5", "Monday to Friday"."""
    return not {"open", "opens", "hours", "daily", "weekly", "usually", "always", "normally"}.isdisjoint(place.before)


def is_condition(place: Place) -> bool:
    """What hangs on something that has not happened: "once we meet on Friday"."""
    return place.candidate.phrase.role == "told" and not {"once", "after", "since"}.isdisjoint(place.before[-6:])


GUARDS: tuple[Callable[[Place], bool], ...] = (
    is_past,
    is_absence,
    is_denied,
    is_name,
    is_look_alike,
    is_numbered,
    is_idiom,
    is_count,
    is_decimal,
    is_calendar_fact,
    is_fiscal,
    is_opening_hours,
    is_condition,
)
