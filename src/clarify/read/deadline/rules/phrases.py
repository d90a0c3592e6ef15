"""Rules for whole deadline phrases.

WHEN is a day with its time, EVENT something that happens then, PHRASE what "by", "before", "for" and "after" make of
them.
"""

from datetime import date, tzinfo
from typing import NamedTuple

from clarify.read.deadline.language.grammar import Parsed, Parser, alias, rule, scan
from clarify.read.deadline.language.words import EVENTS
from clarify.read.deadline.rules.days import YEARS
from clarify.read.deadline.rules.times import part_of_day
from clarify.read.deadline.values import (
    DAY,
    Context,
    Days,
    Duration,
    Period,
    Reading,
    Time,
    add,
    ahead,
    apart,
    before,
    by_period,
    clock,
    elapsed,
    in_time_for,
    month_length,
    months_of,
    on_day,
    settled,
    some_day,
    within,
)


class Phrase(NamedTuple):
    """A phrase with the weight that its own words give it."""

    role: str
    """limit ("at the latest"), asked ("by"), told (neither), amount (counts alone only), passed (no deadline)."""
    reading: Reading | None = None
    rule: str = ""
    distance: "Distance | None" = None
    """Set for "a week before", which has no reading until it is known before what."""


class Distance(NamedTuple):
    """A duration before (sign -1) or after (1) something that was named earlier in the text."""

    duration: Duration
    sign: int


class DayTime(NamedTuple):
    """A part of a named day: "tomorrow morning"."""

    days: Days
    time: Time


# A day and a time


@rule("DAYPART", "part of a day", "DAY ,? in|at|around? the? PART", "DAY ,? by PART", "DAY HALFDAY")
def _day_part(c: Context, days: Days, part: Time) -> DayTime:
    return DayTime(days, part)


@rule("DAYPART", "part of a day", "DAY ,? before PART")
def _day_before_part(c: Context, days: Days, part: Time) -> DayTime:
    return DayTime(days, part._replace(offsets=part.offsets[:1]) if part.rule == "lunch" else part)


@rule("DAYPART", "part of a day", "the? PART ,? on|of? the? DAY")
def _part_day(c: Context, part: Time, days: Days) -> DayTime:
    return DayTime(days, part)


@rule("HALFDAY", "part of a day", "HALF")
def _half_day(c: Context, half: str) -> Time | None:
    return part_of_day(c, "morning" if half == "am" else "afternoon")


@rule("DAYPART", "part of today", "later? this PART")
def _this_part(c: Context, part: Time) -> DayTime | None:
    return DayTime(Days((c.today,), "today", pinned=True), part)


@rule("DAYPART", "tonight", "TONIGHT")
def _tonight(c: Context, _: int) -> DayTime | None:
    evening = part_of_day(c, "evening")
    return evening and DayTime(Days((c.today,), "today", pinned=True), evening)


@rule("DAYPART", "midnight tonight", "PART TONIGHT")
def _part_tonight(c: Context, part: Time, _: int) -> DayTime | None:
    return DayTime(Days((c.today,), "today", pinned=True), part) if part.rule == "midnight" else None


@rule("WHEN", "part of a day", "DAYPART ZONED", "DAYPART")
def _when_part(c: Context, said: DayTime, zones: tuple[tzinfo, ...] = ()) -> Reading:
    return on_day(c, said.days, said.time._replace(zones=zones or said.time.zones))


@rule("WHEN", "clock time on a day", "DAYPART ,? at|by|before|@ SOMETIME", "DAYPART ,? TIME")
def _part_and_clock(c: Context, said: DayTime, time: Time) -> Reading:
    return on_day(c, said.days, settled(time, said.time.rule))


@rule("WHEN", "clock time on a day", "SOMETIME ,? on? DAYPART")
def _clock_and_part(c: Context, time: Time, said: DayTime) -> Reading:
    return _part_and_clock(c, said, time)


@rule("WHEN", "day", "DAY")
def _when_day(c: Context, days: Days) -> Reading:
    return on_day(c, days)


@rule(
    "WHEN",
    "clock time on a day",
    "DAY ,|(? at|by|before|until|till|@ SOMETIME",
    "DAY ,|(? at|by|before|until|till|@ TIME",
    "DAY ,|-|(|–? TIME",
    "DAY ,? EDGE",
    "DAY ,? by|at|before the? EDGE",
    "DAY HALF ,? EDGE",
)
def _day_and_time(c: Context, days: Days, *times: Time | str) -> Reading:
    return on_day(c, days, next(time for time in reversed(times) if isinstance(time, Time)))


@rule("WHEN", "clock time on a day", "TIME ,? on|of|for? DAY", "BARE on? DAY", "EDGE ,? on|of|for? the? DAY")
@rule("WHEN", "clock time on a day", "TIME ,? on|of? DAY ZONED", "EDGE ,? on|of? DAY ZONED")
def _time_and_day(c: Context, time: Time, days: Days, zones: tuple[tzinfo, ...] = ()) -> Reading:
    return on_day(c, days, time._replace(zones=zones or time.zones))


@rule("SURELY", "how exactly", "sharp|exactly|firm|precisely|prompt|promptly|ideally|preferably|hopefully|maybe")
@rule("SURELY", "how exactly", "on the dot", "or so", "or earlier|sooner|before", "if possible", "at most")
def _surely(c: Context) -> str:
    return ""


TIMED = ("TIME", "PART", "EDGE")


@rule("WHEN", "clock time on a day", *(f"{time} ,|(? SURELY )? ,? on|of|for? the? DAY" for time in TIMED))
@rule("WHEN", "clock time on a day", "BARE SURELY on? DAY")
def _surely_on_day(c: Context, time: Time, _: str, days: Days) -> Reading:
    return on_day(c, days, time)


@rule("WHEN", "clock time on a day", *(f"DAY ,|(? SURELY ,? at|by? {time}" for time in TIMED), "DAY SURELY at|by BARE")
def _day_surely(c: Context, days: Days, _: str, time: Time) -> Reading:
    return on_day(c, days, time)


@rule("WHEN", "clock time on a day", *(f"{time} (? UNKNOWNZONE )? ,? on|of? DAY" for time in TIMED))
def _in_unknown_zone(c: Context, time: Time, _: str, days: Days) -> Reading:
    return on_day(c, days, time)._replace(rule=UNKNOWN_ZONE)


UNKNOWN_ZONE = "unknown zone"
"""The rule of a clock time whose zone could not be read, so that it was taken for one of the leader's own clock."""


@rule("WHEN", "clock time on a day", "DAYPART ,? EDGE")
def _part_and_edge(c: Context, said: DayTime, time: Time) -> Reading:
    return on_day(c, said.days, time)


@rule("WHEN", "range of clock times", "DAY ,? from? BARE to|until|till|-|–|— BARE")
@rule("WHEN", "range of clock times", "DAY ,? from? INT ~-|–|— BARE")
def _day_and_hours(c: Context, days: Days, first: Time | int, last: Time) -> Reading:
    return on_day(c, days, last)


@rule("WHEN", "clock time", "TIME", "PART", "EDGE", "in the PART !of")
def _when_time(c: Context, time: Time) -> Reading:
    return some_day(c, time)


@rule(
    "WHEN",
    "end of a day",
    "the? end|close of DAY",
    "later|sometime|anytime on? TODAYDAY",
    "some|any time TODAYDAY",
    "DAY 's end",
)
def _end_of_day(c: Context, days: Days) -> Reading:
    return on_day(c, days)._replace(kind="end")


@rule("TODAYDAY", "today", "TODAY")
def _today(c: Context, _: int) -> Days:
    return Days((c.today,), "today", pinned=True)


@rule("WHEN", "overnight", "overnight")
def _overnight(c: Context) -> Reading:
    return _morning_after(c, Days((c.today,), "today"))


@rule("WHEN", "overnight", "DAY overnight")
def _morning_after(c: Context, days: Days) -> Reading:
    following = tuple(c.conventions.working_day_after(day) for day in days.days)
    return Reading(ahead(c, tuple(c.start_of(day) for day in following)), "day", "part", following)


@rule("WHEN", "this time on a day", "this time on? DAY", "same time on? DAY")
def _this_time(c: Context, days: Days) -> Reading:
    time = Time((c.now.replace(second=0, microsecond=0) - c.at(c.today, 0 * DAY),))
    return on_day(c, days, time)


@rule("WHEN", "this time in a period", "this|same time next PERIODWORD")
def _this_time_next(c: Context, unit: str) -> Reading:
    return _this_time(c, Days((add(c, c.today, 1, unit),), "relative"))


@rule("WHEN", "period", "PERIOD")
def _when_period(c: Context, period: Period) -> Reading:
    return within(c, period)


alias("WHEN", "edge of a period", "STRETCH")


@rule("WHEN", "day of a period", "PERIOD THATIS by|on? ONEDAY )|]?", "STRETCH THATIS by|on? ONEDAY )|]?")
def _day_of_period(c: Context, _: Period | Reading, __: str, days: Days) -> Reading:
    """The day in brackets tells what is meant: "next week (the 20th)"."""
    return on_day(c, days)


@rule("EXACT", "hours from now", "DURATION")
def _exact(c: Context, duration: Duration) -> Reading | None:
    if duration.unit not in ("hour", "minute") or not all(duration.amounts):
        return None
    return Reading(elapsed(c, duration), "minute", "duration")


alias(
    "WHEN",
    "hours from now",
    "in|within|inside|under EXACT 's|'? time?",
    "over|in|within|during the next EXACT",
    "EXACT from now",
    "EXACT '|'s? time",
)


# Events


@rule("DET", "article", "the|our|my|your|his|her|their|a|an|that|this")
def _article(c: Context) -> str:
    return "the"


@scan("NAME")
def _event_name(parser: Parser, at: int) -> Parsed | None:
    """Up to five words of which the last is something that happens: "client steering committee"."""
    end = None
    for number in range(at, min(at + 5, len(parser.tokens))):
        token = parser.tokens[number]
        if token.word in EVENTS or _joined(parser, number) in EVENTS:
            end = number + 1
        elif "CONTENT" not in token.kinds and token.word not in ("-", "'s"):
            break
    return Parsed("event", _with_whom(parser, end)) if end else None


def _joined(parser: Parser, at: int) -> str:
    """The words up to there as one: "catch-up", "one-on-one"."""
    first = at
    while first >= max(at - 3, 1) and parser.tokens[first - 1].word == "-":
        first -= 2
    return "".join(token.word for token in parser.tokens[max(first, 0) : at + 1])


def _with_whom(parser: Parser, at: int) -> int:
    """The end of an event that starts before `at`, with words such as "with the client"."""
    words = [token.word for token in parser.tokens[at : at + 2]]
    if words[:1] != ["with"]:
        return at
    end = first = at + 2 if words[1:] and words[1] in ("the", "our", "my", "your") else at + 1
    while end < min(first + 3, len(parser.tokens)) and "CONTENT" in parser.tokens[end].kinds:
        end += 1
    return end if end > first else at


@scan("OWNED")
def _owned(parser: Parser, at: int) -> Parsed | None:
    """The words after "Thursday's": with a possessive, whatever it is takes place then."""
    end = at
    while end < min(at + 3, len(parser.tokens)) and "CONTENT" in parser.tokens[end].kinds:
        end += 1
    return Parsed("event", end) if end > at else None


@rule(
    "EVENT",
    "event",
    "DET? DAY NAME",
    "DET? DAY 's NAME",
    "DET? DAY 's OWNED",
    "DET? DAYPART 's? NAME",
    "DET? DAYPART 's OWNED",
)
@rule(
    "EVENT",
    "event",
    "DET? DAY 's? SOMETIME NAME",
    "DET? DAY 's SOMETIME OWNED",
    "DET? DAY NAME at SOMETIME",
    "DET? DAY 's NAME at SOMETIME",
)
@rule("EVENT", "event", "DET? SOMETIME NAME on? DAY", "DET? SOMETIME NAME", "DET? SOMETIME NAME on? DAYPART")
@rule(
    "EVENT",
    "event",
    "DET? NAME ,? on|is? DAY",
    "DET? NAME at|is? TIME on? DAY",
    "DET? NAME at|is SOMETIME",
    "DET? NAME DAYPART",
)
@rule("EVENT", "hour", "DET TIME", "DET TIME ,? on? DAY", "DET DAY TIME", "DET TIME DAYPART")
@rule("EVENT", "event", "DET? NAME on|is? DAY at SOMETIME", "DET? NAME on|is? DAY TIME", "DET? NAME at TIME")
def _event(c: Context, *parts: object) -> Reading | None:
    days = next((part for part in parts if isinstance(part, Days)), None)
    time = next((part for part in parts if isinstance(part, Time)), None)
    both = next((part for part in parts if isinstance(part, DayTime)), None)
    if both:
        days, time = both.days, settled(time, both.time.rule) if time else both.time
    if days:
        return on_day(c, days, time)
    return some_day(c, time) if time else None


# What the little words make of them


@rule("BY", "by", "by|until|till|til|due", "' ~til|till", "on or before", "up to")
@rule(
    "BY",
    "by",
    "due|deadline|cutoff|eta|needed|required|wanted by|on|in|at|for|is|:|of|-? by?",
    "due date is|:|of? by?",
    "deadline date is|:?",
)
def _by(c: Context) -> str:
    return "asked"


@rule(
    "LIMIT",
    "no later than",
    "no|not later than",
    "by? no|not later than",
    "at the latest by|on?",
    "latest by|on?",
    "hard|final stop|deadline at|on|is|of|:|-? by?",
    "not after",
    "nlt",
)
def _limit(c: Context) -> str:
    return "limit"


@rule(
    "ATLATEST",
    "at the latest",
    "at the? latest",
    "at the very latest",
    "latest",
    "the latest",
    "hard stop",
    "deadline",
    "tops",
)
def _at_latest(c: Context) -> str:
    return "limit"


@rule("BEFORE", "before", "before", "ahead of", "in advance of", "prior to", "by before")
def _before(c: Context) -> str:
    return "asked"


@rule("PHRASE", "hours from now", "in|within HOURSMINUTES")
def _in_span(c: Context, reading: Reading) -> Phrase:
    return Phrase("told", reading)


@rule("PHRASE", "told", "on|for|at|in|during? WHEN")
def _told(c: Context, reading: Reading) -> Phrase:
    return Phrase("asked" if reading.kind == "end" and reading.grain == "day" else "told", reading)


@rule("PHRASE", "ready for", "in time for WHEN", "ready for|by|on WHEN")
def _ready_for(c: Context, reading: Reading) -> Phrase:
    return Phrase("asked", reading)


@rule("PHRASE", "told", "at BARE", "at BARE or BARE")
def _told_hour(c: Context, time: Time, _: Time | None = None) -> Phrase:
    return Phrase("told", some_day(c, time))


@rule("PHRASE", "by", "BY WHEN", "BY on|the|at|in|about|next? WHEN")
def _asked(c: Context, role: str, reading: Reading) -> Phrase:
    return Phrase(role, by_period(c, reading.period) if reading.period else reading)


@rule("SCORE", "score", "to NUMBER")
def _score(c: Context, _: int) -> str:
    return "by 2 to 1"


@rule("PHRASE", "by", "by|until|till|til|before BARE !SCORE", "due|deadline at|by BARE", "LIMIT BARE")
def _asked_hour(c: Context, *parts: Time | str) -> Phrase:
    time = parts[-1]
    return Phrase("limit" if len(parts) > 1 else "asked", some_day(c, time) if isinstance(time, Time) else None)


@rule("FOURDIGITS", "clock time", "DIGITS !CONTENT !UNIT !~% !% !~- !~/ !~. !~:")
def _four_digits(c: Context, digits: str) -> Time | None:
    """The hour of "by 1800", which is six in the evening; "by 2030" is a year."""
    if len(digits) != 4 or int(digits) in YEARS:
        return None
    return clock(int(digits[:2]), int(digits[2:]))


@rule("PHRASE", "by the clock", "by|at|before|until|till FOURDIGITS", "by|at|before|until|till FOURDIGITS ,? on? DAY")
def _by_four_digits(c: Context, time: Time, days: Days | None = None) -> Phrase:
    return Phrase("asked", on_day(c, days, time) if days else some_day(c, time))


@rule("PHRASE", "clock time alone", "FOURDIGITS")
def _four_digits_alone(c: Context, time: Time) -> Phrase:
    return Phrase("amount", some_day(c, time))


@rule("PHRASE", "by the close", "by|at|before close")
def _by_close(c: Context) -> Phrase:
    return Phrase("asked", on_day(c, Days((c.today,), "today", rule="end of the day")))


@rule("PHRASE", "by the close", "by|at|before close ,? on|of? DAY")
def _by_close_of(c: Context, days: Days) -> Phrase:
    return Phrase("asked", on_day(c, days._replace(rule="end of the day"))._replace(kind="end"))


@rule("PHRASE", "by one of two hours", "by|at|before|until INT -|–|— BARE")
def _by_second_hour(c: Context, first: int, second: Time) -> Phrase:
    return Phrase("asked", some_day(c, second))


@rule("PHRASE", "by the year", "BY YEAR")
def _by_year(c: Context, _: str, year: int) -> Phrase:
    return Phrase("asked", by_period(c, months_of("year", c.today.replace(year=year, day=1))))


@rule("PHRASE", "before the year", "BEFORE YEAR")
def _before_year(c: Context, role: str, year: int) -> Phrase:
    return Phrase(role, before(c, within(c, months_of("year", c.today.replace(year=year, day=1)))))


@rule("PHRASE", "in the year", "in|during YEAR")
def _in_year(c: Context, year: int) -> Phrase:
    return Phrase("told", within(c, months_of("year", c.today.replace(year=year, day=1))))


@rule("PHRASE", "no later than", "LIMIT WHEN", "LIMIT on|the|at|in? WHEN")
def _no_later(c: Context, role: str, reading: Reading) -> Phrase:
    return _asked(c, role, reading)


@rule("PHRASE", "at the latest", "WHEN ,|(? ATLATEST", "BY WHEN ,|(? ATLATEST", "on|for|in|at WHEN ,|(? ATLATEST")
def _latest(c: Context, *parts: Reading | str) -> Phrase:
    reading = next(part for part in parts if isinstance(part, Reading))
    by = len(parts) > 2 and reading.period
    return Phrase("limit", by_period(c, by) if by else reading)


@rule("PHRASE", "at the latest", *(f"by|at|before? {time} ,|(? ATLATEST )? ,? on|of? the? DAY" for time in TIMED))
def _latest_on_day(c: Context, time: Time, role: str, days: Days) -> Phrase:
    return Phrase(role, on_day(c, days, time))


@rule("PHRASE", "before", "BEFORE WHEN", "BEFORE EVENT", "BEFORE we|you|i meet|talk|speak WHEN")
def _before_it(c: Context, role: str, reading: Reading) -> Phrase:
    return Phrase(role, before(c, reading))


@rule("PHRASE", "for an event", "for|at|by EVENT", "in time for EVENT", "ready for|by EVENT")
def _for_event(c: Context, event: Reading) -> Phrase:
    return Phrase("asked", in_time_for(c, event))


@rule(
    "PHRASE",
    "some time before",
    "by|in? DURATION BEFORE EVENT",
    "by|in? DURATION BEFORE WHEN",
    "by|in? DURATION BEFORE BARE",
)
def _some_time_before(c: Context, duration: Duration, _: str, reading: Reading | Time) -> Phrase | None:
    if isinstance(reading, Time):
        reading = some_day(c, reading)
    moved = apart(c, duration, reading, -1)
    return moved and Phrase("asked", moved)


@rule(
    "PHRASE",
    "some time after",
    "by|within? DURATION after|following|from EVENT",
    "by|within? DURATION after|following|from WHEN",
    "within DURATION of EVENT",
    "within DURATION of WHEN",
)
def _some_time_after(c: Context, duration: Duration, reading: Reading) -> Phrase | None:
    moved = apart(c, duration, reading, 1)
    return moved and Phrase("asked", moved)


@scan("GOESON")
def _goes_on(parser: Parser, at: int) -> Parsed | None:
    """A word that makes "a week before" a part of something longer: "a week before we launch"."""
    token = parser.tokens[at]
    return Parsed(None, at + 1) if token.kinds and token.word not in JOINING else None


JOINING = frozenset(["so", "and", "but", "if", "because", "or", "then", "as", "to", "ok", "thanks"])


@rule(
    "PHRASE",
    "some time before it",
    "by? DURATION before|beforehand|prior !GOESON",
    "by? DURATION in advance !of !GOESON",
)
def _before_what_was_named(c: Context, duration: Duration) -> Phrase:
    return Phrase("asked", distance=Distance(duration, -1))


@rule("PHRASE", "some time after it", "by|within? DURATION after|afterwards|later !GOESON")
def _after_what_was_named(c: Context, duration: Duration) -> Phrase:
    return Phrase("asked", distance=Distance(duration, 1))


@rule("PHRASE", "day before it", "by|on? the day before !GOESON")
def _day_before_what_was_named(c: Context) -> Phrase:
    return _before_what_was_named(c, Duration((1,), "day"))


@rule("PHRASE", "day after it", "by|on? the day after !GOESON")
def _day_after_what_was_named(c: Context) -> Phrase:
    return _after_what_was_named(c, Duration((1,), "day"))


@rule("PHRASE", "day, before an event", "by|on|for? DAYPART ,? BEFORE EVENT", "by|on|for? DAY ,? BEFORE EVENT")
def _day_before_event(c: Context, said: Days | DayTime, _: str, event: Reading) -> Phrase:
    """Makes the hour of the event one of that day; "tomorrow morning before the call at 3" stays the morning."""
    days, time = (said, None) if isinstance(said, Days) else said
    reading = on_day(c, days, time)
    if event.undated is None:
        return Phrase("asked", reading)
    at = on_day(c, days, event.undated)
    earlier = tuple(moment for moment in reading.moments if at.moments and moment <= at.moments[0])
    return Phrase("asked", reading._replace(moments=earlier) if time and earlier else at)


@rule("PHRASE", "day before", "by|on? the? day before EVENT", "by|on? the? day before WHEN")
def _day_before(c: Context, reading: Reading) -> Phrase | None:
    return _some_time_before(c, Duration((1,), "day"), "before", reading)


@rule("PHRASE", "day after", "by|on? the? day after EVENT", "by|on? the? day after WHEN")
def _day_after(c: Context, reading: Reading) -> Phrase | None:
    return _some_time_after(c, Duration((1,), "day"), reading)


@rule("PHRASE", "working day before", "by|on? the? WORKINGDAY before WHEN", "by|on? the? WORKINGDAY before EVENT")
def _working_day_before(c: Context, unit: str, reading: Reading) -> Phrase | None:
    return _some_time_before(c, Duration((1,), unit), "before", reading)


@rule(
    "PHRASE",
    "range",
    "between WHEN and WHEN",
    "from WHEN to|until|till|through|-|– WHEN",
    "by? WHEN to|until|-|–|— WHEN",
)
def _range(c: Context, first: Reading, last: Reading) -> Phrase:
    # "From January to September" is more often what the work is about.
    return Phrase("told" if last.kind == "period" else "asked", last)


@rule("PHRASE", "one of two", "WHEN or|/ WHEN", "on|for|in|at WHEN or|/ WHEN")
def _one_of_two(c: Context, first: Reading, second: Reading) -> Phrase:
    both = sorted((*first.moments, *second.moments), reverse=True)
    return Phrase("told", second._replace(moments=ahead(c, tuple(both))))


@rule("PHRASE", "by one of two", "BY WHEN or|/ by? WHEN")
def _by_one_of_two(c: Context, role: str, first: Reading, second: Reading) -> Phrase:
    return _one_of_two(c, first, second)._replace(role=role)


@rule("PHRASE", "one of two hours", "by|until|at|before BARE or|/ BARE")
def _one_of_two_hours(c: Context, first: Time, second: Time) -> Phrase:
    return _by_one_of_two(c, "asked", some_day(c, first), some_day(c, second))


# A correction of the hour alone


@rule("CORRECTED", "correction", "make that|it", "sorry ,? i? mean|make? that?", "no ,? make? that?", "i mean|meant")
@rule(
    "CORRECTED", "correction", "actually ,? make? that?", "or? rather", "correction :|,?", "scratch that ,?", "oops ,?"
)
def _correction(c: Context) -> str:
    return "corrected"


@rule("CLOCKED", "clock time", "WHEN", "by|until|before|at WHEN")
def _clocked(c: Context, reading: Reading) -> Reading | None:
    return reading if reading.kind in ("clock", "part", "end") and reading.grain in ("minute", "day") else None


@rule("CLOCKED", "clock time", "by|until|before|at BARE")
def _bare_clocked(c: Context, said: Time) -> Reading:
    return some_day(c, said)


@rule("PHRASE", "corrected clock time", "CLOCKED ,|-|–|—|(|.|…? CORRECTED ,? by|at? SOMETIME !DAY !on")
def _corrected_hour(c: Context, old: Reading, _: str, said: Time) -> Phrase:
    """Keeps the day that the first hour was said with: "by Thursday 3pm, make that 4pm"."""
    if old.undated or not old.days:
        return Phrase("asked", some_day(c, said))
    return Phrase("asked", on_day(c, Days(old.days[:1], "date"), said))


@rule("PHRASE", "holiday that is not in the list", "UNLISTED ,? at|by|before|on? TIME", "TIME ,? on? UNLISTED")
@rule("PHRASE", "holiday that is not in the list", "UNLISTED ,? at|by|before BARE", "BARE on UNLISTED")
@rule("PHRASE", "holiday that is not in the list", "the? WEEKDAY before|after|following UNLISTED")
@rule("PHRASE", "holiday that is not in the list", "UNLISTED ,? at|by|before|on? PART", "PART ,? on|of? UNLISTED")
@rule("PHRASE", "holiday that is not in the list", "UNLISTED ,? at|by|before|on? EDGE", "EDGE ,? on|of? UNLISTED")
def _unlisted(c: Context, *_: object) -> Phrase:
    return Phrase("passed")


NO_DATE = "by|on|before|until|till|for|due|from|after?"


@rule("PHRASE", "no such date", f"{NO_DATE} the? DAYNUMBER of? MONTH ,? YEAR? ,? at? TIME?")
def _no_such_date(c: Context, day: int, month: int, year: int | None, _: Time | None) -> Phrase | None:
    """Passes over "31 February" as a whole, so that its month alone is not taken for a date."""
    return None if day <= month_length(date(year or LEAP_YEAR, month, 1)) else Phrase("passed")


@rule("PHRASE", "no such date", f"{NO_DATE} MONTH .? the? DAYNUMBER ,? YEAR? ,? at? TIME?")
def _no_such_month_day(c: Context, month: int, day: int, year: int | None, time: Time | None) -> Phrase | None:
    return _no_such_date(c, day, month, year, time)


LEAP_YEAR = 2000


@rule("PHRASE", "no such day", *(f"{NO_DATE} the? PLACE {day} of|in MONTHPERIOD" for day in ("WEEKDAY", "week")))
def _no_such_day(c: Context, *_: object) -> Phrase:
    """Passes over "the 5th Tuesday in April" where there are four."""
    return Phrase("passed")


# Amounts of time, which count only with a word that makes them a deadline


alias("AMOUNTED", "amount of time", "EXACT")


@rule("AMOUNTED", "amount of time", "DAYSAHEAD")
def _days(c: Context, days: Days) -> Reading:
    return on_day(c, days)


@rule("PHRASE", "amount of time", "the? next? AMOUNTED")
def _amount(c: Context, reading: Reading) -> Phrase:
    return Phrase("amount", reading)


@rule(
    "PHRASE",
    "turnaround",
    "you have|get AMOUNTED",
    "you've|youve|you got? AMOUNTED",
    "AMOUNTED turnaround",
    "turnaround time? of|in|is|:|within? AMOUNTED",
)
def _turnaround(c: Context, reading: Reading) -> Phrase:
    return Phrase("asked", reading)


# What names a moment, but none by which something is to be done


@rule(
    "PHRASE",
    "after",
    "after|since|from|starting|beginning|effective WHEN",
    "after|since|from|starting|beginning on|at WHEN",
    "as of WHEN",
    "as from WHEN",
)
@rule(
    "PHRASE",
    "after",
    "not|nothing before WHEN",
    "not until WHEN",
    "after EVENT",
    "since EVENT",
    "after|from|since BARE",
    "from YEAR",
    "since YEAR",
)
@rule(
    "PHRASE",
    "past",
    "yesterday",
    "last|previous WEEKDAY",
    "this|the|these past WEEKDAY",
    "last|past|previous PERIODWORD",
    "last|previous MONTH",
    "last|previous WEEKEND",
    "last PARTWORD",
    "WEEKDAY last week",
    "yesterday PARTWORD",
)
@rule(
    "PHRASE",
    "past",
    "DURATION ago|earlier",
    "DURATION back !from",
    "when|if|once you have|get AMOUNTED",
    "earlier TODAY",
    "earlier this WHEN",
    "last|past DURATION",
    "the|over|in last|past DURATION",
    "the day before yesterday",
    "last q ~INT",
)
@rule(
    "PHRASE",
    "repeats",
    "every|each other? WHEN",
    "every|each other? PERIODWORD",
    "every|each AMOUNTED",
    "every|each other? UNIT",
    "every|each WEEKDAY PART",
)
@rule(
    "PHRASE",
    "idiom",
    "day to day",
    "day - to - day",
    "week on week",
    "the other day|week",
    "one of these days",
    "some day",
    "day one",
    "day by day",
)
def _passed(c: Context, *_: object) -> Phrase:
    return Phrase("passed")
