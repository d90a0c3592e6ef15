"""Rules for weeks, months, quarters, halves and years (PERIOD), their ends and edges, and weekends (STRETCH)."""

from datetime import date, datetime, timedelta

from clarify.read.deadline.language.grammar import alias, rule
from clarify.read.deadline.rules.days import YEARS
from clarify.read.deadline.values import (
    DAY,
    MONTHS_IN,
    Context,
    Days,
    Period,
    Reading,
    add_months,
    ahead,
    end_of,
    first_working_day,
    last_working_day,
    months_of,
    period_of,
    shifted,
    week_of,
    weekday_from,
    within,
)


def _current(c: Context, unit: str) -> Period:
    """The period that is running; for a week that is over for work, the one to come."""
    period = period_of(c, unit, c.today)
    if unit == "week" and c.end_of(last_working_day(c, period)) <= c.now:
        return shifted(c, period, 1)._replace(running=True)
    return period


def _later(c: Context, unit: str, number: int) -> Period:
    return shifted(c, period_of(c, unit, c.today), number)


# Which period


@rule("PERIOD", "this period", "this|current PERIODWORD", "the current|same? PERIODWORD")
def _this(c: Context, unit: str) -> Period:
    return _current(c, unit)


@rule("PERIOD", "next period", "the? next|following|coming PERIODWORD")
def _next(c: Context, unit: str) -> Period:
    return _later(c, unit, 1)


@rule("PERIOD", "period after next", "the? PERIODWORD after next")
def _after_next(c: Context, unit: str) -> Period:
    return _later(c, unit, 2)


def _running_or_next(c: Context, unit: str, first_month: int, year: int | None, skip: int = 0) -> Period:
    """The period that begins with that month: of `year`, else the one that is running or comes next."""
    period = months_of(unit, date(year or c.today.year, first_month, 1))
    if not year and period.last < c.today:
        period = months_of(unit, date(c.today.year + 1, first_month, 1))
    return shifted(c, period, 12 * skip)


@rule("MONTHNAME", "month", "MONTH .? YEAR !~: !~-", "MONTH of YEAR", "MONTH", "this coming? MONTH", "the coming MONTH")
def _month(c: Context, month: int, year: int | None = None) -> Period:
    return _running_or_next(c, "month", month, year)


@rule("MONTHNAME", "next month of that name", "next MONTH")
def _next_month(c: Context, month: int) -> Period:
    period = _running_or_next(c, "month", month, None)
    return period if period.first > c.today else _running_or_next(c, "month", month, c.today.year + 1)


@rule("MONTHNAME", "month after next", "the? MONTH after next")
def _month_after_next(c: Context, month: int) -> Period:
    return _running_or_next(c, "month", month, None, skip=1)


alias("PERIOD", "month", "MONTHNAME")


@rule("PERIOD", "quarter", "q ~INT of? ,? YEAR", "q ~INT / YEAR", "q ~INT", "this|next q ~INT")
def _quarter(c: Context, number: int, year: int | None = None) -> Period | None:
    return _running_or_next(c, "quarter", 3 * number - 2, year) if 1 <= number <= 4 else None


@rule("PERIOD", "half", "h ~INT of? YEAR", "h ~INT")
def _half(c: Context, number: int, year: int | None = None) -> Period | None:
    return _running_or_next(c, "half", 6 * number - 5, year) if 1 <= number <= 2 else None


@rule("PERIOD", "quarter", "the? PLACE quarter of? YEAR", "the? PLACE quarter")
def _quarter_in_words(c: Context, number: int, year: int | None = None) -> Period | None:
    return _quarter(c, 4 if number < 0 else number, year)


@rule("PERIOD", "half", "the? PLACE half of the year", "the? PLACE half of YEAR")
def _half_in_words(c: Context, number: int, year: int | None = None) -> Period | None:
    return _half(c, 2 if number < 0 else number, year)


@rule(
    "PERIOD",
    "week of a day",
    "w ~/ ~c DAY",
    "wc DAY",
    "the? week commencing|beginning|starting|of on? DAY",
    "the? ANCHOR week",
)
def _week_of_day(c: Context, days: Days) -> Period:
    return week_of(c, days.days[0])


alias("FRACTION", "fraction", "~. ~DIGITS")


@rule("PERIOD", "numbered week", "calendar? week|kw|cw INT !of !FRACTION !~/")
def _numbered_week(c: Context, number: int) -> Period:
    year = c.today.isocalendar().year
    week = week_of(c, date.fromisocalendar(year, number, 1))
    return week if week.last >= c.today else week_of(c, date.fromisocalendar(year + 1, number, 1))


alias("MONTHPERIOD", "month", "MONTHNAME")


@rule("PERIOD", "week of a month", "the? PLACE week of|in MONTHPERIOD")
def _week_of_month(c: Context, place: int, month: Period) -> Period | None:
    """The weeks of a month are counted from the one in which its first working day lies."""
    first = week_of(c, first_working_day(c, month))
    weeks = [shifted(c, first, number) for number in range(6)]
    weeks = [week for week in weeks if week.first <= last_working_day(c, month)]
    if place == 0 or not -len(weeks) <= place <= len(weeks):
        return None
    week = weeks[place - 1 if place > 0 else place]
    return week._replace(first=max(week.first, month.first), last=min(week.last, month.last))


@rule("MONTHPERIOD", "this month", "this|the? month", "the current month")
def _this_month(c: Context) -> Period:
    return _current(c, "month")


@rule("MONTHPERIOD", "next month", "the? next|following month")
def _month_to_come(c: Context) -> Period:
    return _later(c, "month", 1)


# Fiscal years, which are read only where it is set when they begin


def _fiscal(c: Context, ends: int | None = None, later: int = 0) -> Period:
    """The fiscal year that ends in that year, or so many years after the one that is running."""
    month = c.conventions.year_begins
    if month is None:
        raise ValueError("nobody has said when the fiscal year begins")
    if ends is None:
        ends = c.today.year + (month > 1 and c.today.month >= month)
    first = date(ends + later - (month > 1), month, 1)
    return Period("year", first, add_months(first, 12) - DAY, rule="fiscal year")


@rule("FISCALYEAR", "fiscal year", "fy ' ~DIGITS", "fy DIGITS")
@rule("FISCALYEAR", "fiscal year", "fiscal|financial year? '? DIGITS")
def _fiscal_year(c: Context, digits: str) -> Period | None:
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    return _fiscal(c, year) if year in YEARS else None


@rule("FISCALYEAR", "fiscal year", "this|current|the current fy", "this|current|the current fiscal|financial|tax year")
def _this_fiscal_year(c: Context) -> Period:
    return _fiscal(c)


@rule("FISCALYEAR", "fiscal year", "the? next fy", "the? next fiscal|financial|tax year")
def _next_fiscal_year(c: Context) -> Period:
    return _fiscal(c, later=1)


@rule("WHOLE", "fiscal year", "the|our? fy", "the|our? fiscal|financial|tax year")
def _the_fiscal_year(c: Context) -> Period:
    return _fiscal(c)


@rule("ENDED", "end of the fiscal year", "the|our? fye")
def _fiscal_year_end(c: Context) -> Period:
    return _fiscal(c)


alias("PERIOD", "fiscal year", "FISCALYEAR")


def _part_of_fiscal(c: Context, unit: str, number: int, year: Period | None) -> Period | None:
    """That quarter or half of the fiscal year; without one, the one that is running or comes next."""
    length = MONTHS_IN[unit]
    if not 1 <= number <= 12 // length:
        return None
    for candidate in (year,) if year else (_fiscal(c), _fiscal(c, later=1)):
        first = add_months(candidate.first, length * (number - 1))
        part = Period(unit, first, add_months(first, length) - DAY, rule=f"fiscal {unit}")
        if year or part.last >= c.today:
            return part
    return None


@rule("PERIOD", "fiscal quarter", "q ~INT of? the? FISCALYEAR", "fiscal q ~INT", "q ~INT of the fiscal|financial year")
def _fiscal_quarter(c: Context, number: int, year: Period | None = None) -> Period | None:
    return _part_of_fiscal(c, "quarter", number, year)


@rule("PERIOD", "fiscal quarter", "FISCALYEAR ,|- q ~INT", "FISCALYEAR ~q ~INT", "FISCALYEAR q ~INT")
def _quarter_of_fiscal_year(c: Context, year: Period, number: int) -> Period | None:
    return _part_of_fiscal(c, "quarter", number, year)


@rule("PERIOD", "fiscal half", "h ~INT of? the? FISCALYEAR", "fiscal h ~INT", "h ~INT of the fiscal|financial year")
def _fiscal_half(c: Context, number: int, year: Period | None = None) -> Period | None:
    return _part_of_fiscal(c, "half", number, year)


@rule("PERIOD", "fiscal half", "FISCALYEAR ,|- h ~INT", "FISCALYEAR h ~INT")
def _half_of_fiscal_year(c: Context, year: Period, number: int) -> Period | None:
    return _part_of_fiscal(c, "half", number, year)


# A period that wants a word before it: "the year" alone says nothing, "the end of the year" does


alias("WHOLE", "period", "PERIOD")


@rule("WHOLE", "current period", "the? PERIODWORD")
def _the_period(c: Context, unit: str) -> Period:
    return _current(c, unit)


@rule("WHOLE", "year", "the? year? YEAR")
def _whole_year(c: Context, year: int) -> Period:
    return months_of("year", date(year, 1, 1))


alias(
    "ENDED",
    "end of the period",
    "the? end|close|back -? of? -? WHOLE",
    "WHOLE - end|close",
    "WHOLE 's? end|close",
    "before WHOLE is out|over|through",
    "before WHOLE closes|ends|finishes",
)


@rule("ENDED", "end of the period", "the? year -? end|close YEAR", "YEAR year -? end|close")
def _ended_year(c: Context, year: int) -> Period:
    return months_of("year", date(year, 1, 1))


@rule("ENDED", "end of the period", "ENDOFPERIOD !NUMBER", "the ENDOFPERIOD")
def _ended_in_short(c: Context, unit: str) -> Period:
    return _current(c, unit)


@rule("ENDED", "end of the period", "ENDOFPERIOD of? PERIOD", "ENDOFPERIOD YEAR")
def _ended_named(c: Context, unit: str, period: Period | int) -> Period | None:
    if isinstance(period, int):
        return months_of("year", date(period, 1, 1)) if unit == "year" else None
    return period


@rule("ENDED", "end of the week", "next ENDOFPERIOD")
def _ended_next(c: Context, unit: str) -> Period:
    return _later(c, unit, 1)


@rule("STRETCH", "end of the period", "ENDED")
def _end(c: Context, period: Period) -> Reading:
    return end_of(c, period)


@rule("STRETCH", "some time in the period", "some|any time in? PERIOD", "sometime|anytime in? PERIOD")
@rule("STRETCH", "some time in the period", "PERIOD ,? some|any time", "PERIOD ,? sometime|anytime")
def _some_time(c: Context, period: Period) -> Reading:
    reading = within(c, period)
    return reading._replace(moments=reading.moments[:1])


# Early, mid, late


alias("BEGUN", "start of the period", "the? start|beginning of? WHOLE")


@rule("STRETCH", "start of the period", "BEGUN")
def _at_start(c: Context, period: Period) -> Reading | None:
    for candidate in (period, shifted(c, period, 1)):
        day = first_working_day(c, candidate)
        moments = ahead(c, (c.end_of(day), c.start_of(day)))
        if moments:
            return Reading(moments, period.unit, "day", (day,))
    return None


@rule("STRETCH", "early in the period", "early|earlier -? in? WHOLE")
def _early(c: Context, period: Period) -> Reading | None:
    if period.unit == "week":
        return _days_of_week(c, period, 1, 0)
    return _dated(c, period, 9) if period.unit == "month" else None


@rule("STRETCH", "middle of the period", "the? mid|middle -? of? WHOLE", "midweek !next", "mid ~- ~week")
def _middle(c: Context, period: Period | None = None) -> Reading | None:
    period = period or _current(c, "week")
    if period.unit == "week":
        return _days_of_week(c, period, MIDDLE)
    if period.unit == "month":
        return _dated(c, period, 14)
    if period.unit == "quarter":
        following = shifted(c, period, 1)
        reading = _dated(c, _second_month(c, period), 14) or _dated(c, _second_month(c, following), 14)
        return reading._replace(grain="quarter") if reading else None
    return _middle_of_year(c, period)


@rule("STRETCH", "half of the period", "the? PLACE half of|in WHOLE", "the? PLACE half WHOLE")
def _half_of(c: Context, place: int, period: Period) -> Reading | None:
    if place in (2, -1):
        return end_of(c, period)
    return _middle(c, period) if place == 1 and period.unit in ("week", "month") else None


@rule("STRETCH", "third of the month", "the? PLACE third of|in MONTHPERIOD")
def _third_of(c: Context, place: int, month: Period) -> Reading | None:
    if place in (3, -1):
        return end_of(c, month)
    return _dated(c, month, 10 * place - 1) if place in (1, 2) else None


@rule("STRETCH", "middle of the period", "midweek next week", "next week midweek")
def _next_midweek(c: Context) -> Reading | None:
    return _days_of_week(c, _later(c, "week", 1), MIDDLE)


@rule("STRETCH", "late in the period", "late|later -? in? WHOLE", "towards the end of WHOLE")
def _late(c: Context, period: Period) -> Reading | None:
    if period.unit == "week":
        return _days_of_week(c, period, -1, -2)
    reading = within(c, period)
    return reading._replace(moments=reading.moments[:1], kind="end", period=None)


MIDDLE = None
"""Stands for the middle one of the days of a week."""


def _days_of_week(c: Context, week: Period, *numbers: int | None) -> Reading | None:
    """Days of a week as one works it, by their number; of the following one where they are over."""
    whole = [week.first + number * DAY for number in range(7)]
    worked = [day for day in whole if day.weekday() in c.conventions.working_days]
    worked = worked if len(worked) > 1 else whole
    for later in range(2):
        days = tuple(worked[len(worked) // 2 if number is MIDDLE else number] + 7 * later * DAY for number in numbers)
        moments = ahead(c, tuple(c.end_of(day) for day in days))
        if moments:
            return Reading(moments, "week", "day", days)
    return None


def _dated(c: Context, month: Period, days_in: int) -> Reading | None:
    """A day of a month; if it is no working day, the working day before it, or else the day itself.

    Once it is past, that of the next month, or of the named month in the next year; none where that is past too.
    """
    for candidate in (month, shifted(c, month, 12 if month.rule == "month" else 1)):
        day = candidate.first + days_in * DAY
        moments = ahead(c, (c.end_of(c.conventions.working_day_at_or_before(day)), c.end_of(day)))
        if moments:
            return Reading(moments, "month", "day", (day,))
    return None


def _second_month(c: Context, quarter: Period) -> Period:
    return shifted(c, months_of("month", quarter.first), 1)


def _middle_of_year(c: Context, period: Period) -> Reading | None:
    if period.unit != "year":
        return None
    first_half = months_of("half", period.first)
    if c.end_of(first_half.last) < c.now:
        first_half = shifted(c, first_half, 2)
    return end_of(c, first_half)._replace(grain="year")


# Weekends


def _first_free(c: Context) -> date:
    """The first day of the weekend that is running or comes next."""
    worked = c.conventions.working_days
    if not worked or len(worked) == 7:
        return weekday_from(week_of(c, c.today).first, 5)
    day = c.today
    while day.weekday() in worked:
        day += DAY
    while (day - DAY).weekday() not in worked:
        day -= DAY
    return day


def _last_free(c: Context) -> date:
    """The last day of that weekend."""
    worked = c.conventions.working_days
    day = _first_free(c)
    while worked and (day + DAY).weekday() not in worked:
        day += DAY
    return day if len(worked) < 7 else day + DAY


def _weekend(c: Context, later: int = 0) -> Reading:
    monday = _last_free(c) + (1 + 7 * later) * DAY
    moments = ahead(c, (c.end_of(monday - DAY), c.start_of(monday)))
    return Reading(moments, "day", "end")


@rule("STRETCH", "weekend", "over|at|on|during? the|this? WEEKEND")
def _over_weekend(c: Context, _: str) -> Reading:
    return _weekend(c)


@rule("STRETCH", "next weekend", "next WEEKEND")
def _next_weekend(c: Context, _: str) -> Reading:
    return _weekend(c, 1)


@rule("STRETCH", "by the weekend", "by|before the? WEEKEND", "before this WEEKEND", "ahead of the WEEKEND")
def _by_weekend(c: Context, _: str) -> Reading:
    return end_of(c, _current(c, "week"))


@rule("STRETCH", "by this weekend", "by this WEEKEND")
def _by_this_weekend(c: Context, _: str) -> Reading:
    first, last = _first_free(c), _last_free(c)
    free = tuple(first + number * DAY for number in range((last - first).days + 1))
    days = (c.conventions.working_day_before(first), *free)
    return Reading(ahead(c, tuple(c.end_of(day) for day in days)), "day", "end")


@rule("STRETCH", "week ending", "w ~/ ~e DAY", "week ending on? DAY")
def _week_ending(c: Context, days: Days) -> Reading:
    day = days.days[0]
    moments = (c.end_of(c.conventions.working_day_at_or_before(day)), c.end_of(day))
    return Reading(ahead(c, moments), "week", "end", (day,))


# Hours


@rule("STRETCH", "within the hour", "over|in|within|during the next hour")
@rule("STRETCH", "within the hour", "within|inside the|this hour", "in the|this hour")
def _within_hour(c: Context) -> Reading:
    moment = (c.now + timedelta(minutes=60)).replace(second=0, microsecond=0)
    return Reading((moment,), "minute", "duration")


@rule("STRETCH", "end of the hour", "the? top|end of the|this hour")
def _end_of_hour(c: Context) -> Reading:
    full: datetime = c.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return Reading((full,), "minute", "clock")
