"""Rules for times of day: clock times (CLOCK, DOTTED, BARE), parts of a day (PART) and its two ends (EDGE)."""

from collections.abc import Callable
from datetime import timedelta, tzinfo

from clarify.moments import Conventions
from clarify.read.deadline.language.grammar import Parsed, Parser, alias, rule, scan
from clarify.read.deadline.values import Context, Time, bare_clock, clock, in_half, settled, since_midnight

# Numbers, which everything else counts with


alias("NUMBER", "a number", "INT")
alias("NUMBER", "a number in words", "NUMBERWORD")


@rule("NUMBER", "tens", "TENS -? NUMBERWORD?")
def _tens(c: Context, tens: int, ones: int | None) -> int:
    return tens + (ones or 0)


@rule("MINUTES", "two digits", "~DIGITS")
def _minutes(c: Context, digits: str) -> int | None:
    return int(digits) if len(digits) == 2 else None


# Clock times


@rule("HALF", "am or pm", "am", "a ~. ~m ~.?", "~a !~. !~WORD")
def _am(c: Context) -> str:
    return "am"


@rule("HALF", "am or pm", "pm", "p ~. ~m ~.?", "~p !~. !~WORD")
def _pm(c: Context) -> str:
    return "pm"


alias("INWORDS", "minutes in words", "TENS", "NUMBERWORD")


@rule("INWORDS", "minutes in words", "TENS -? NUMBERWORD")
def _tens_and_ones(c: Context, tens: int, ones: int) -> int | None:
    return tens + ones if ones < 10 else None


@rule("CLOCK", "clock time in words", "NUMBERWORD oh|o NUMBERWORD HALF?")
def _oh_five(c: Context, hour: int, minute: int, half: str | None) -> Time | None:
    return _said(c, hour, minute, half) if hour <= 12 and minute < 10 else None


@rule("CLOCK", "clock time in words", "NUMBERWORD -? INWORDS HALF")
@rule("BARE", "clock time in words", "NUMBERWORD -? INWORDS !NOUNISH !- !HALF")
def _in_words(c: Context, hour: int, minute: int, half: str | None = None) -> Time | None:
    """The time of "three thirty", "eleven forty-five am"; but "two three" is none, nor the number of something."""
    return _said(c, hour, minute, half) if hour <= 12 and 10 <= minute < 60 else None


def _said(c: Context, hour: int, minute: int, half: str | None, digits: str = "") -> Time | None:
    if half:
        return in_half(hour, minute, half)
    return clock(hour, minute) if digits.startswith("0") else bare_clock(c, hour, minute)


@rule("CLOCK", "clock time", "DIGITS ~: MINUTES !~: HALF?", "DIGITS ~: MINUTES ~: ~INT HALF?", "DIGITS ~h ~MINUTES")
def _hours_and_minutes(c: Context, digits: str, minute: int, *rest: object) -> Time | None:
    half = rest[-1] if rest and isinstance(rest[-1], str) else None
    return _said(c, int(digits), minute, half, digits)


@rule("CLOCK", "clock time", "INT ~. MINUTES HALF")
def _dotted_with_half(c: Context, hour: int, minute: int, half: str) -> Time | None:
    return in_half(hour, minute, half)


@rule("DOTTED", "clock time", "DIGITS ~. MINUTES !~. !~% !%")
def _dotted(c: Context, digits: str, minute: int) -> Time | None:
    return _said(c, int(digits), minute, None, digits)


@rule("CLOCK", "clock time", "NUMBER HALF")
def _hour_with_half(c: Context, hour: int, half: str) -> Time | None:
    return in_half(hour, 0, half)


@rule("CLOCK", "clock time", "NUMBER o'clock|oclock HALF?")
def _oclock(c: Context, hour: int, half: str | None) -> Time | None:
    return _said(c, hour, 0, half)


@rule("CLOCK", "clock time", "INT ~h !~WORD")
def _hour_h(c: Context, hour: int) -> Time | None:
    # "15h" is a clock time, "5h" and "24h" are amounts of time.
    return clock(hour) if 13 <= hour <= 23 else None


@rule("CLOCK", "clock time", "DIGITS hrs|hours", "DIGITS ~h !~WORD")
def _four_digits(c: Context, digits: str) -> Time | None:
    return clock(int(digits[:2]), int(digits[2:])) if len(digits) == 4 else None


@rule("CLOCK", "clock time", "half past NUMBER HALF?", "half past NUMBER o'clock")
def _half_past(c: Context, hour: int, half: str | None = None) -> Time | None:
    return _said(c, hour, 30, half)


@rule("DOTTED", "clock time", "half NUMBER !UNIT !CONTENT")
def _half_hour_uk(c: Context, hour: int) -> Time | None:
    return _said(c, hour, 30, None) if 1 <= hour <= 12 else None


@rule("CLOCK", "clock time", "a? quarter past|after NUMBER HALF?")
def _quarter_past(c: Context, hour: int, half: str | None) -> Time | None:
    return _said(c, hour, 15, half)


@rule("CLOCK", "clock time", "a? quarter to|of|till NUMBER HALF?")
def _quarter_to(c: Context, hour: int, half: str | None) -> Time | None:
    return _earlier(_said(c, hour, 0, half), 15)


@rule("CLOCK", "clock time", "NUMBER past NUMBER HALF?")
def _minutes_past(c: Context, minute: int, hour: int, half: str | None) -> Time | None:
    return _said(c, hour, minute, half) if minute in (5, 10, 20, 25) else None


@rule("CLOCK", "clock time", "NUMBER to NUMBER HALF? !UNIT !CONTENT")
def _minutes_to(c: Context, minute: int, hour: int, half: str | None) -> Time | None:
    return _earlier(_said(c, hour, 0, half), minute) if minute in (5, 10, 20, 25) else None


def _earlier(said: Time | None, minutes: int) -> Time | None:
    return said and said._replace(offsets=(said.offsets[0] - timedelta(minutes=minutes),))


@rule("BARE", "clock time", "NUMBER !NOUNISH")
def _bare_hour(c: Context, hour: int) -> Time | None:
    return bare_clock(c, hour) if 1 <= hour <= 12 else None


@rule("CLOCK", "clock time", "ISH !NOUNISH !of")
def _about(c: Context, hour: int) -> Time | None:
    # "5ish" is an hour, where "5" alone may be the number of anything.
    return _bare_hour(c, hour)


@scan("NOUNISH")
def _nounish(parser: Parser, at: int) -> Parsed | None:
    """A token that makes the number before it an amount, a ratio or a version, and no hour."""
    token = parser.tokens[at]
    counted = not token.kinds.keys().isdisjoint(("UNIT", "CONTENT", "MONTH", "NUMBERWORD"))
    if counted or token.word in ("%", "x") or (token.glued and "WORD" in token.kinds):
        return Parsed(None, at + 1)
    return Parsed(None, at + 1) if token.glued and token.word in JOINTS and _digits_follow(parser, at) else None


JOINTS = frozenset([".", ":", "/", "-", ",", "+", "*"])


def _digits_follow(parser: Parser, at: int) -> bool:
    following = parser.tokens[at + 1] if at + 1 < len(parser.tokens) else None
    return following is not None and following.glued and "INT" in following.kinds


# Several clock times: a range is due at its end, of two the later one counts


alias("EDGE", "end of the day", "PLAINEDGE")
alias("PART", "part of the day", "PLAINPART")
alias("TIME", "clock time", "CLOCK", "DOTTED")
alias("SOMETIME", "clock time", "CLOCK", "DOTTED", "BARE")


@rule("ENDTIME", "end of a range", "SOMETIME", "PLAINPART", "CLOCK ZONE", "PLAINPART ZONE")
def _end_time(c: Context, said: Time, zones: tuple[tzinfo, ...] = ()) -> Time:
    return said._replace(zones=zones)


@rule(
    "TIME",
    "range of clock times",
    "between SOMETIME and ENDTIME",
    "SOMETIME -|–|— CLOCK ZONE?",
    "INT -|–|— CLOCK ZONE?",
)
@rule("TIME", "range of clock times", "from SOMETIME to|until|till|through|-|–|— ENDTIME")
@rule("TIME", "range of clock times", "CLOCK to|until|till|through|-|–|— ENDTIME", "DOTTED to|until|till|- ENDTIME")
@rule("TIME", "range of clock times", "BARE to|until|till|-|–|— PLAINPART", "BARE to|until|till CLOCK")
def _until_second(c: Context, first: Time | int, second: Time, zones: tuple[tzinfo, ...] = ()) -> Time:
    return second._replace(zones=zones or second.zones)


@rule("TIME", "one of two clock times", "CLOCK or SOMETIME", "BARE or CLOCK")
def _later_of_two(c: Context, first: Time, second: Time) -> Time:
    return second._replace(offsets=tuple(sorted({*first.offsets, *second.offsets}, reverse=True)))


@rule("TIME", "clock time", "SOMETIME ,? in the PARTNAME", "SOMETIME at PARTNAME")
def _clock_in_part(c: Context, said: Time, part: str) -> Time | None:
    return settled(said, part)


# Parts of a day


_PARTS: dict[str, Callable[[Conventions], tuple[timedelta, ...]]] = {
    "noon": lambda c: (since_midnight(c.noon),),
    "lunch": lambda c: (since_midnight(c.noon), since_midnight(c.noon) + timedelta(hours=1)),
    "morning": lambda c: (since_midnight(c.morning_ends), since_midnight(c.start_of_day)),
    "mid-morning": lambda _: (timedelta(hours=10, minutes=30),),
    "late morning": lambda c: (since_midnight(c.morning_ends),),
    "early afternoon": lambda _: (timedelta(hours=14),),
    "mid-afternoon": lambda _: (timedelta(hours=15),),
    "afternoon": lambda c: (since_midnight(c.afternoon_ends),),
    "late afternoon": lambda c: (since_midnight(c.afternoon_ends),),
    "evening": lambda c: (since_midnight(c.evening), timedelta(hours=20), timedelta(hours=21)),
    "midnight": lambda _: (timedelta(hours=24), timedelta(hours=23, minutes=59)),
}


def part_of_day(c: Context, name: str) -> Time | None:
    """The hours of a part of the day, which is its end unless it has an hour of its own."""
    offsets = _PARTS.get(name)
    return Time(offsets(c.conventions), "part", rule=name) if offsets else None


alias("PARTNAME", "part of the day", "PARTWORD")


@rule("PARTNAME", "part of the day", "lunch time")
def _lunch_time(c: Context) -> str:
    return "lunch"


@rule("PLAINPART", "part of the day", "PARTNAME")
def _part(c: Context, name: str) -> Time | None:
    return part_of_day(c, name)


@rule("PLAINPART", "twelve at noon or midnight", "INT -? PARTNAME", "INT ~: ~INT PARTNAME", "twelve -? PARTNAME")
def _twelve(c: Context, *parts: int | str) -> Time | None:
    """The end of the day that "12 midnight" is said with, as of "midnight": nobody means its noon."""
    *numbers, name = parts
    fits = numbers in ([], [12], [12, 0]) or (name == "midnight" and numbers in ([0, 0], [24], [24, 0]))
    return part_of_day(c, str(name)) if name in ("noon", "midnight") and fits else None


@rule("PLAINPART", "after lunch", "right|just|shortly? after lunch|lunchtime")
def _after_lunch(c: Context) -> Time | None:
    return part_of_day(c, "early afternoon")


@rule("PLAINPART", "middle of a part of the day", "mid -? PARTNAME", "middle of the PARTNAME")
def _middle_of_part(c: Context, name: str) -> Time | None:
    return part_of_day(c, f"mid-{name}")


@rule("PLAINPART", "late in a part of the day", "late -? PARTNAME", "end of the PARTNAME")
def _late_in_part(c: Context, name: str) -> Time | None:
    return part_of_day(c, f"late {name}")


@rule("PLAINPART", "early in a part of the day", "early -? PARTNAME")
def _early_in_part(c: Context, name: str) -> Time | None:
    return part_of_day(c, f"early {name}")


# The two ends of a working day


def _end_of_day(c: Context) -> Time:
    return Time((since_midnight(c.conventions.end_of_day),), "end", rule="end of the day")


@rule(
    "PLAINEDGE",
    "end of the day",
    "ENDOFDAY",
    "the? close|end of the? play|business|day",
    "the? end of the? working|business|work day",
)
@rule(
    "PLAINEDGE", "end of the day", "day 's end", "last thing", "the close !of", "e ~. ~o ~. ~d ~.?", "c ~. ~o ~. ~b ~.?"
)
def _end(c: Context, word: str | None = None) -> Time:
    return _end_of_day(c)


@rule("PLAINEDGE", "before you leave", "before you|u leave|go|finish", "before you|u log|sign|clock off|out")
@rule(
    "PLAINEDGE",
    "before you leave",
    "before you|u head|go out|off|home",
    "before leaving|logging !CONTENT",
    "before you leave the office",
)
def _before_leaving(c: Context) -> Time:
    return _end_of_day(c)


@rule("PLAINEDGE", "start of the day", "first|1st thing in the morning", "first|1st thing", "1 ~st thing", "sod", "sob")
@rule(
    "PLAINEDGE",
    "start of the day",
    "the? start|open|opening|beginning of the? business|day",
    "the? start of the? working|business|work day",
)
def _start(c: Context) -> Time:
    return Time((since_midnight(c.conventions.start_of_day),), "start", rule="start of the day")
