"""Rules for amounts of time: "two and a half hours", "3-4 days", "a couple of weeks" (AMOUNT, DURATION)."""

from clarify.read.deadline.language.grammar import Parsed, Parser, alias, rule, scan
from clarify.read.deadline.values import Context, Duration, Reading, elapsed

Amounts = tuple[float, ...]


@rule("AMOUNT", "a number", "NUMBER")
def _number(c: Context, number: int) -> Amounts:
    return (number,)


@rule("AMOUNT", "one", "a|an !few !couple", "a single|full|whole")
def _one(c: Context) -> Amounts:
    return (1,)


@rule("AMOUNT", "a couple", "a? couple of? more?")
def _couple(c: Context) -> Amounts:
    return (c.conventions.couple, 3) if c.conventions.couple == 2 else (c.conventions.couple,)


@rule("AMOUNT", "one of two numbers", "NUMBER -|–|—|to|or NUMBER")
def _larger(c: Context, first: int, second: int) -> Amounts:
    return (max(first, second), min(first, second))


@rule("AMOUNT", "a decimal", "DIGITS ~. ~DIGITS")
def _decimal(c: Context, whole: str, part: str) -> Amounts:
    return (float(f"{whole}.{part}"),)


@rule("AMOUNT", "and a half", "NUMBER and a half")
def _and_a_half(c: Context, number: int) -> Amounts:
    return (number + 0.5,)


@rule("AMOUNT", "half", "half a|an?", "a half")
def _half(c: Context) -> Amounts:
    return (0.5,)


FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@scan("SIGNFRACTION")
def _fraction_sign(parser: Parser, at: int) -> Parsed | None:
    """One of the signs ½, ¼, ¾."""
    return Parsed(FRACTIONS[parser.tokens[at].word], at + 1) if parser.tokens[at].word in FRACTIONS else None


@rule("PART_OF_ONE", "fraction", "INT ~/ ~INT")
def _fraction(c: Context, above: int, below: int) -> float | None:
    return above / below if 0 < above < below <= 4 else None


alias("PART_OF_ONE", "fraction", "SIGNFRACTION")


@scan("ONEUNIT")
def _one_unit(parser: Parser, at: int) -> Parsed | None:
    """A unit in the singular: "3/4 hour" is a fraction, "3/4 days" are three or four."""
    token = parser.tokens[at]
    return Parsed(token.kinds["UNIT"], at + 1) if "UNIT" in token.kinds and not token.word.endswith("s") else None


@rule("DURATION", "fraction", "PART_OF_ONE -? of? an|a? ONEUNIT", "half an|a? ONEUNIT")
def _part_of_unit(c: Context, *parts: float | str) -> Duration:
    unit = str(parts[-1])
    share = float(parts[0]) if len(parts) > 1 else 0.5
    return Duration((60 * share,), "minute") if unit == "hour" else Duration((share,), unit)


@rule("DURATION", "fraction", "INT PART_OF_ONE UNIT", "INT and PART_OF_ONE UNIT")
def _and_a_part(c: Context, whole: int, share: float, unit: str) -> Duration:
    return Duration((60 * (whole + share),), "minute") if unit == "hour" else Duration((whole + share,), unit)


@rule("AMOUNT", "one of two numbers", "INT ~/ ~INT")
def _one_of_two_numbers(c: Context, first: int, second: int) -> Amounts | None:
    return (second, first) if second == first + 1 else None


@rule("DURATION", "amount of time", "AMOUNT -? UNIT")
@rule("DURATION", "working days", "AMOUNT -? WORKINGDAY")
def _duration(c: Context, amounts: Amounts, unit: str) -> Duration:
    return Duration(amounts, unit)


@rule("DURATION", "and a half", "a|an|one UNIT and a half")
def _one_and_a_half(c: Context, unit: str) -> Duration:
    return Duration((1.5,), unit)


MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10_080}


@rule("DURATION", "sum of two", "NUMBER UNIT ,|and|+? NUMBER UNIT", "NUMBER UNIT ~NUMBER ~UNIT")
def _sum(c: Context, number: int, unit: str, more: int, smaller: str) -> Duration | None:
    """The sum of "1 hour 15 minutes", "2 weeks and 3 days"."""
    if MINUTES.get(unit, 0) <= MINUTES.get(smaller, MINUTES["week"]):
        return None
    if smaller == "day":
        return Duration((7 * number + more,), "day")
    return Duration((MINUTES[unit] * number + MINUTES[smaller] * more,), "minute")


@rule("DURATION", "hours and minutes", "an hour and? NUMBER !NOUNISH !HALF")
def _hour_then_minutes(c: Context, minutes: int) -> Duration | None:
    return _hours_then_minutes(c, 1, minutes)


@rule("DURATION", "hours and minutes", "NUMBER ~h NUMBER ~m|mn")
@rule("DURATION", "hours and minutes", "NUMBER hour|hours|hr|hrs|h and? NUMBER !NOUNISH !HALF")
def _hours_then_minutes(c: Context, hours: int, minutes: int) -> Duration | None:
    return Duration((60 * hours + minutes,), "minute") if minutes < 60 else None


@rule("HOURSMINUTES", "hours and minutes", "INT ~h MINUTES !~h")
def _short_hours(c: Context, hours: int, minutes: int) -> Reading | None:
    return Reading(elapsed(c, Duration((60 * hours + minutes,), "minute")), "minute", "duration")


@rule("DURATION", "hours and minutes", "an hour and? NUMBER UNIT")
def _hour_and_minutes(c: Context, minutes: int, unit: str) -> Duration | None:
    return Duration((60 + minutes,), "minute") if unit == "minute" else None


@rule("DURATION", "quarters of an hour", "a? quarter of an hour")
def _quarter_hour(c: Context) -> Duration:
    return Duration((15,), "minute")


@rule("DURATION", "quarters of an hour", "three quarters of an hour")
def _three_quarters(c: Context) -> Duration:
    return Duration((45,), "minute")
