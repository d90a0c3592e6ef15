"""Rules for amounts of time: "two and a half hours", "3-4 days", "a couple of weeks" (AMOUNT, DURATION)."""

from clarify.read.deadline.language.grammar import rule
from clarify.read.deadline.values import Context, Duration

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


@rule("DURATION", "amount of time", "AMOUNT -? UNIT")
@rule("DURATION", "working days", "AMOUNT -? WORKINGDAY")
def _duration(c: Context, amounts: Amounts, unit: str) -> Duration:
    return Duration(amounts, unit)


@rule("DURATION", "and a half", "a|an|one UNIT and a half")
def _one_and_a_half(c: Context, unit: str) -> Duration:
    return Duration((1.5,), unit)


@rule("DURATION", "hours and minutes", "NUMBER UNIT and? NUMBER UNIT")
def _hours_and_minutes(c: Context, hours: int, unit: str, minutes: int, smaller: str) -> Duration | None:
    return Duration((60 * hours + minutes,), "minute") if (unit, smaller) == ("hour", "minute") else None


@rule("DURATION", "hours and minutes", "an hour and? NUMBER UNIT")
def _hour_and_minutes(c: Context, minutes: int, unit: str) -> Duration | None:
    return Duration((60 + minutes,), "minute") if unit == "minute" else None


@rule("DURATION", "quarters of an hour", "a? quarter of an hour")
def _quarter_hour(c: Context) -> Duration:
    return Duration((15,), "minute")


@rule("DURATION", "quarters of an hour", "three quarters of an hour")
def _three_quarters(c: Context) -> Duration:
    return Duration((45,), "minute")
