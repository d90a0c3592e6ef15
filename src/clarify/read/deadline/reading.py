"""The way from a phrase to its deadline: tokens, rules, borrowed moments, guards, and the choice among what is left."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo

import clarify.read.deadline.rules  # noqa: F401 - adds the rules to the grammar
from clarify.moments import Conventions, on_clock
from clarify.read.deadline.anchors import anchored
from clarify.read.deadline.choice import choose
from clarify.read.deadline.guards.clauses import CLAUSE_ENDS, Candidate
from clarify.read.deadline.language.grammar import Parser
from clarify.read.deadline.language.names import folded
from clarify.read.deadline.language.spelling import repaired
from clarify.read.deadline.language.tokens import Token, tokens_of
from clarify.read.deadline.language.words import FUNCTION_WORDS, TODAY, TOMORROW, TONIGHT
from clarify.read.deadline.rules.phrases import UNKNOWN_ZONE, Phrase
from clarify.read.deadline.values import Context, Reading, distinct

DEFAULTS = Conventions()
_STRUCK_OUT = re.compile(r"~~[^~\n]{1,200}~~")
"""Words that are crossed out, as chats and Markdown write it: "by ~~Friday~~ Monday"."""


@dataclass(frozen=True)
class Deadline:
    """The moment by which something is to be done, as read from somebody's words."""

    due: datetime
    """The last moment at which the work is on time: aware, in the zone of now, seconds zero."""
    grain: str
    """The unit of the words: minute (a clock time), day, week, month, quarter, half or year."""
    text: str
    """The words that it was read from, as they were typed."""
    start: int
    """The offset of these words in the phrase, in characters."""
    end: int
    """The offset of their end."""
    rule: str
    """The name of the rule that read them, such as "weekday" or "end of the period"."""
    alternatives: tuple[datetime, ...]
    """The other moments that could be meant, best first; empty if there is one reading."""
    corrected: tuple[tuple[str, str], ...] = ()
    """Repairs of spelling: each word as it was typed, and as it was read."""
    zone: tzinfo | None = None
    """The zone that the words name, if it is another than that of now."""
    unread: tuple[str, ...] = ()
    """Words of a day, a time or a zone beside these that could not be read with them: the moment is then a guess."""


def read_deadline(phrase: str, now: datetime, conventions: Conventions = DEFAULTS) -> Deadline | None:
    """The deadline that `phrase` names, alone or inside a message; None if it names none.

    `now` is when it was said, on the leader's clock. A deadline is never before `now`, unless the words pin it there
    ("9am today", a date with its year). Vague words ("soon", "in a few days"), past days, absences, durations and dates
    that name a thing are no deadlines. Never fails on any text; raises ValueError if `now` has no time zone.
    """
    if now.utcoffset() is None:
        raise ValueError("now needs a time zone, so that the deadline is a moment and not only a wall clock")
    context = Context(now, conventions)
    tokens = folded(tokens_of(_STRUCK_OUT.sub(lambda struck: " " * len(struck[0]), phrase)), context)
    found = _candidates(tokens, context)
    chosen = choose(anchored(found, tokens, context), tokens)
    if chosen is None:
        return None
    candidate = chosen.candidate
    if _in_a_far_year(tokens, candidate):
        return None
    reading = candidate.reading
    try:
        due, *others = (on_clock(moment) for moment in (reading.moments[0], *chosen.alternatives))
    except (ValueError, OverflowError):
        return None  # The last day of the year 9999 is no day in every zone.
    rule = reading.rule or candidate.phrase.rule
    start, end = tokens[candidate.first].start, tokens[candidate.end - 1].end
    alternatives = tuple(moment for moment in others if moment != due)
    corrected = _corrected(tokens[candidate.first : candidate.end])
    zone = reading.zones[0] if reading.zones and reading.zones[0] != now.tzinfo else None
    unread = _unread(tokens, candidate, found)
    return Deadline(due, reading.grain, phrase[start:end], start, end, rule, alternatives, corrected, zone, unread)


def _in_a_far_year(tokens: list[Token], candidate: Candidate) -> bool:
    """True if a year follows in which no work is due: “31 Dec 9999” is no day of this year, or of the next."""
    if not any("MONTH" in token.kinds for token in tokens[candidate.first : candidate.end]):
        return False
    behind = [token for token in tokens[candidate.end : candidate.end + 3] if token.word != ","]
    if not behind or not behind[0].text.isdecimal() or len(behind[0].text) < 4:
        return False
    digits, unit = behind[0].text, behind[1].kinds if len(behind) > 1 else {}
    is_clock = len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60  # 31 Dec 1700
    return not is_clock and "CONTENT" not in unit and "UNIT" not in unit


_OF_TIME = {"WEEKDAY", "MONTH", "PARTWORD", "TODAY", "TOMORROW", "TONIGHT", "ENDOFDAY", "ENDOFPERIOD", "WEEKEND"}
_BESIDE = 3
"""The number of words on each side of a phrase that may belong to it."""


def _unread(tokens: list[Token], candidate: Candidate, found: list[Candidate]) -> tuple[str, ...]:
    """Words of time right beside the phrase that no rule has read, and a zone in it that is unknown."""
    read = {at for other in found for at in range(other.first, other.end)}
    before = range(candidate.first - 1, max(-1, candidate.first - 1 - _BESIDE), -1)
    after = range(candidate.end, min(len(tokens), candidate.end + _BESIDE))
    unread = [token.text for token in tokens[candidate.first : candidate.end] if _is_unknown_zone(candidate, token)]
    for side in (before, after):
        for at in side:
            kinds = tokens[at].kinds.keys()
            if at in read or "CONTENT" in kinds or tokens[at].word in CLAUSE_ENDS:
                break
            if not _OF_TIME.isdisjoint(kinds) and tokens[at].word not in FUNCTION_WORDS:
                unread.append(tokens[at].text)
    return tuple(unread)


def _is_unknown_zone(candidate: Candidate, token: Token) -> bool:
    return candidate.reading.rule == UNKNOWN_ZONE and token.text.isupper() and "CONTENT" in token.kinds


def _corrected(tokens: list[Token]) -> tuple[tuple[str, str], ...]:
    """The words among these tokens that were repaired, as they were typed and as they were read."""
    read_as = [(token.text, repaired(token.text.lower())) for token in tokens]
    return tuple((typed, name if name in SMALL else name.capitalize()) for typed, name in read_as if name)


SMALL = frozenset([*TODAY, *TOMORROW, *TONIGHT])
"""Names that are written without a capital."""


LOOK_AHEAD = 2
"""The number of words behind a phrase that its rules look at."""


def _read_there(phrase: Phrase, tokens: list[Token], context: Context) -> Phrase:
    """`phrase`, with which these tokens begin, read on the clock of the zone that it names.

    The day is the day there: "tomorrow 9am Tokyo". A zone that was named loosely (EST in July) has two readings.
    """
    readings: list[Reading] = []
    for zone in phrase.reading.zones if phrase.reading else ():
        there = context._replace(now=context.now.astimezone(zone), elsewhere=True)
        read = Parser(tokens, there).parse("PHRASE", 0)
        if read and read.value.reading:
            readings.append(read.value.reading)
    moments = [moment.astimezone(context.now.tzinfo) for reading in readings for moment in reading.moments]
    if not moments:
        return phrase
    zones = phrase.reading.zones if phrase.reading else ()
    return phrase._replace(reading=readings[0]._replace(moments=distinct(tuple(moments)), zones=zones))


def _candidates(tokens: list[Token], context: Context) -> list[Candidate]:
    """All phrases in the text, from left to right; none overlap."""
    parser = Parser(tokens, context)
    found: list[Candidate] = []
    at = 0
    while at < len(tokens):
        read = parser.parse("PHRASE", at)
        if read:
            phrase = read.value
            if phrase.reading and phrase.reading.zones:
                with suppress(ValueError, OverflowError):  # The first day of the year 1 is no day in every zone.
                    phrase = _read_there(phrase, tokens[at : read.end + LOOK_AHEAD], context)
            found.append(Candidate(phrase, at, read.end))
        at = read.end if read else at + 1
    return found
