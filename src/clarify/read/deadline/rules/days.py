"""Rules for days: today and its neighbours, weekdays, dates, and days counted from now or from another day."""

from datetime import date

from clarify.read.deadline.language.grammar import Parsed, Parser, alias, rule, scan
from clarify.read.deadline.values import (
    DAY,
    Context,
    Days,
    Duration,
    Period,
    add,
    add_months,
    month_length,
    week_of,
    weekday_from,
)

# Today and its neighbours


@rule("DAY", "today", "TODAY")
def _today(c: Context, _: int = 0) -> Days:
    return Days((c.today,), "today", pinned=True)


@rule("DAY", "tomorrow", "TOMORROW")
def _tomorrow(c: Context, _: int = 1) -> Days:
    return Days((c.today + DAY,), "relative")


@rule("DAY", "day after tomorrow", "the? day after TOMORROW", "overmorrow")
def _day_after_tomorrow(c: Context, _: int = 1) -> Days:
    return Days((c.today + 2 * DAY,), "relative")


# Weekdays


def _weekday(day: date, *others: date) -> Days:
    return Days(tuple(dict.fromkeys((day, *others))), "weekday", again="week")


def _after_today(c: Context, weekday: int) -> date:
    return weekday_from(c.today + DAY, weekday)


def _of_week(c: Context, weekday: int, number: int) -> date:
    """That weekday of the calendar week which is `number` weeks from this one."""
    return weekday_from(week_of(c, c.today).first, weekday) + 7 * number * DAY


def _next(c: Context, weekday: int, weeks: int = 0) -> Days:
    later, sooner = _of_week(c, weekday, 1), _of_week(c, weekday, 0)
    readings = (later, sooner) if sooner > c.today else (later,)
    if not c.conventions.next_is_next_week:
        readings = readings[::-1]
    return _weekday(*(day + 7 * weeks * DAY for day in readings))


@rule("ONEDAY", "weekday", "WEEKDAY")
def _bare_weekday(c: Context, weekday: int) -> Days:
    coming = _after_today(c, weekday)
    return _weekday(coming, c.today) if weekday == c.today.weekday() else _weekday(coming)


@rule("ONEDAY", "this weekday", "this WEEKDAY", "WEEKDAY this week", "this week ,? on? WEEKDAY")
def _this_weekday(c: Context, weekday: int) -> Days:
    day = _of_week(c, weekday, 0)
    return _weekday(day if day >= c.today else day + 7 * DAY)


@rule(
    "ONEDAY", "coming weekday", "this|the coming WEEKDAY", "coming WEEKDAY", "WEEKDAY coming", "the following? WEEKDAY"
)
def _coming_weekday(c: Context, weekday: int) -> Days:
    return _weekday(_after_today(c, weekday))


@rule("ONEDAY", "next weekday", "next WEEKDAY")
def _next_weekday(c: Context, weekday: int) -> Days:
    return _next(c, weekday)


@rule("ONEDAY", "weekday of next week", "WEEKDAY ,? of? next week", "next week ,? on? WEEKDAY")
def _weekday_next_week(c: Context, weekday: int) -> Days:
    return _weekday(_of_week(c, weekday, 1))


@rule("ONEDAY", "weekday after next", "the? WEEKDAY after next")
def _weekday_after_next(c: Context, weekday: int) -> Days:
    return _next(c, weekday, weeks=1)


@rule("ONEDAY", "weekday week", "WEEKDAY week !CONTENT", "a|one? week on|from WEEKDAY", "WEEKDAY fortnight")
def _weekday_week(c: Context, weekday: int) -> Days:
    return _weekday(_after_today(c, weekday) + 7 * DAY)


@rule("DAY", "weeks from a weekday", "NUMBER weeks on|from WEEKDAY")
def _weeks_from_weekday(c: Context, number: int, weekday: int) -> Days:
    return _weekday(_after_today(c, weekday) + 7 * number * DAY)


@rule("DAY", "fortnight from a weekday", "a fortnight on|from WEEKDAY")
def _fortnight_from_weekday(c: Context, weekday: int) -> Days:
    return _weeks_from_weekday(c, 2, weekday)


@rule("DAY", "a week from today", "a? week TODAY", "TODAY week")
def _week_today(c: Context, _: int) -> Days:
    return Days((c.today + 7 * DAY,), "relative")


@rule("DAY", "a week from tomorrow", "a? week TOMORROW", "TOMORROW week")
def _week_tomorrow(c: Context, _: int) -> Days:
    return Days((c.today + 8 * DAY,), "relative")


@rule("DAY", "a fortnight from today", "a? fortnight TODAY")
def _fortnight_today(c: Context, _: int) -> Days:
    return Days((c.today + 14 * DAY,), "relative")


@rule("DAY", "a fortnight from tomorrow", "a? fortnight TOMORROW")
def _fortnight_tomorrow(c: Context, _: int) -> Days:
    return Days((c.today + 15 * DAY,), "relative")


@rule("DAY", "weekday near a date", "the? WEEKDAY after|following ANCHOR")
def _weekday_after(c: Context, weekday: int, anchor: Days) -> Days:
    return Days((weekday_from(anchor.days[0] + DAY, weekday),), "date")


@rule("DAY", "weekday near a date", "the? WEEKDAY before|preceding ANCHOR")
def _weekday_before(c: Context, weekday: int, anchor: Days) -> Days:
    return Days((weekday_from(anchor.days[0] - 7 * DAY, weekday),), "date")


alias("ANCHOR", "date", "DATE")


@rule("DAY", "holiday", "the? HOLIDAY")
@rule("ANCHOR", "holiday", "the? HOLIDAY")
def _holiday(c: Context, day: date) -> Days:
    return Days((day,), "date")


# Dates


def _dated(day: date) -> Days:
    return Days((day,), "date", pinned=True)


def _next_date(c: Context, month: int, day: int) -> date:
    """The next such date, today included; 29 February waits for its year."""
    for year in range(c.today.year, c.today.year + 9):
        if day <= month_length(date(year, month, 1)) and date(year, month, day) >= c.today:
            return date(year, month, day)
    raise ValueError("no month has that day")


def _date(c: Context, day: int, month: int, year: int | None) -> Days:
    if year:
        return _dated(date(year, month, day))
    return Days((_next_date(c, month, day),), "date", again="year")


YEARS = range(1990, 2100)
"""The years that work is due in: any other number, also in a date, is the number of something, or a slip."""


@rule("YEAR", "year", "INT")
def _year(c: Context, number: int) -> int | None:
    return number if number in YEARS else None


@rule("YEAR", "year", "'|’ ~DIGITS")
def _short_year(c: Context, digits: str) -> int | None:
    return 2000 + int(digits) if len(digits) == 2 else None


@rule("SHORTYEAR", "year", "DIGITS !UNIT !CONTENT !HALF !~: !~. !~/ !~% !% !~-")
def _year_in_two_digits(c: Context, digits: str) -> int | None:
    # "2 April 27": too late for an hour, and a year of work.
    return 2000 + int(digits) if len(digits) == 2 and int(digits) > 24 else None


@rule("NTH", "day of the month", "INT ~st|nd|rd|th")
def _nth(c: Context, number: int) -> int | None:
    return number if 1 <= number <= 31 else None


alias("NTHWORD", "day of the month", "ORDINALWORD")


@rule("NTHWORD", "day of the month", "TENS -? ORDINALWORD")
def _tens_and_nth_word(c: Context, tens: int, ones: int) -> int | None:
    return tens + ones if tens + ones <= 31 and ones < 10 else None


alias("DAYNUMBER", "day of the month", "NTH", "NTHWORD")


@rule("DAYNUMBER", "day of the month", "INT")
def _plain_day(c: Context, number: int) -> int | None:
    return number if 1 <= number <= 31 else None


@rule(
    "DATE",
    "date",
    "the? DAYNUMBER of? MONTH ,? YEAR !~:",
    "the? DAYNUMBER of? MONTH",
    "the? DAYNUMBER of? MONTH ,? SHORTYEAR",
    "INT ~- ~MONTH ~- ~YEAR",
    "INT ~- ~MONTH ~- ~SHORTYEAR",
    "INT ~- ~MONTH",
    "INT ~/ ~MONTH ~/ ~YEAR",
    "INT ~/ ~MONTH ~/ ~SHORTYEAR",
    "INT ~/ ~MONTH",
)
def _day_month(c: Context, day: int, month: int, year: int | None = None) -> Days:
    return _date(c, day, month, year)


@rule("DATE", "date", "MONTH .? the? DAYNUMBER ,? YEAR !~:", "MONTH .? the? DAYNUMBER !~. !~: !HALF !~% !%")
@rule("DATE", "date", "MONTH the? DAYNUMBER ~. !~INT", "MONTH .? the? DAYNUMBER ,? SHORTYEAR")
def _month_day(c: Context, month: int, day: int, year: int | None = None) -> Days:
    return _date(c, day, month, year)


@rule(
    "DATE",
    "range of dates",
    "DAYNUMBER -|–|to|and|until DAYNUMBER of? MONTH YEAR?",
    "from the? NTH to|until the? NTH of? MONTH YEAR?",
)
def _days_of_month(c: Context, first: int, last: int, month: int, year: int | None) -> Days:
    return _date(c, last, month, year)


@rule("DATE", "range of dates", "MONTH DAYNUMBER -|–|to|until DAYNUMBER !HALF !~: ,? YEAR?")
def _month_days(c: Context, month: int, first: int, last: int, year: int | None) -> Days:
    return _date(c, last, month, year)


@scan("COUNTED")
def _counted_thing(parser: Parser, at: int) -> Parsed | None:
    """The thing that the number before it counts: "the 5th draft", "2nd week"; but no person: "On the 5th Priya …"."""
    token = parser.tokens[at]
    named = token.text[:1].isupper() and not token.text.isupper()
    return Parsed(None, at + 1) if not token.kinds.keys().isdisjoint(("CONTENT", "UNIT")) and not named else None


@rule("DATE", "day of the month", "the? NTH !COUNTED")
def _the_nth(c: Context, number: int) -> Days:
    month = c.today.replace(day=1)
    for ahead in range(12):
        first = add_months(month, ahead)
        if number <= month_length(first) and first.replace(day=number) >= c.today:
            return Days((first.replace(day=number),), "date", again="month")
    raise ValueError("no month has that day")


@rule("DATE", "day of the month", "the NTHWORD !CONTENT !UNIT !WEEKDAY !of !NUMBERWORD !PARTWORD")
def _the_nth_in_words(c: Context, number: int) -> Days | None:
    # "The first", "the second" and "the third" point at things more often than at days.
    return _the_nth(c, number) if number > 3 else None


@rule("DATE", "day of a month", "the? DAYNUMBER of|, MONTHPERIOD", "the? NTH MONTHPERIOD")
def _nth_of_month(c: Context, number: int, month: Period) -> Days | None:
    day = month.first.replace(day=number)
    return Days((day,), "date") if day >= c.today else None


@rule("DATE", "ISO date", "DIGITS ~- ~DIGITS ~- ~DIGITS t?")
def _iso(c: Context, year: str, month: str, day: str) -> Days | None:
    return _dated(date(_full_year(year), int(month), int(day))) if len(year) == 4 else None


@rule("DATE", "ISO date", "DIGITS ~/ ~DIGITS ~/ ~DIGITS", "DIGITS ~. ~DIGITS ~. ~DIGITS")
def _year_first(c: Context, year: str, month: str, day: str) -> Days | None:
    return _iso(c, year, month, day)


def _full_year(digits: str) -> int:
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    if len(digits) not in (2, 4) or year not in YEARS:
        raise ValueError("not a year of work")
    return year


def _both_orders(c: Context, first: int, second: int, year: int | None, day_first: bool) -> Days | None:
    """A date in numbers; where both orders exist, the one that the conventions prefer comes first."""
    orders = [(first, second), (second, first)] if day_first else [(second, first), (first, second)]
    found: list[date] = []
    for day, month in orders:
        if 1 <= month <= 12 and 1 <= day <= month_length(date(year or 2000, month, 1)):
            found.append(date(year, month, day) if year else _next_date(c, month, day))
    if not year:  # The order that stays in this year is meant.
        found.sort(key=lambda day: day.year > c.today.year)
    days = tuple(dict.fromkeys(found))
    return Days(days, "date", again="" if year else "year", pinned=bool(year)) if days else None


@rule("DATE", "date in numbers", "INT ~/ ~INT !~/ !~% !~- !~WORD !of !UNIT !an|a")
def _slashed(c: Context, first: int, second: int) -> Days | None:
    return None if (first, second) == (24, 7) else _both_orders(c, first, second, None, c.conventions.day_first)


@rule("DATE", "date in numbers", "INT ~/ ~INT ~/ ~DIGITS", "INT ~- ~INT ~- ~DIGITS")
def _with_year(c: Context, first: int, second: int, year: str) -> Days | None:
    return _both_orders(c, first, second, _full_year(year), c.conventions.day_first)


@rule("DATE", "date with dots", "INT ~. ~INT ~. ~DIGITS")
def _dotted_with_year(c: Context, first: int, second: int, year: str) -> Days | None:
    return _both_orders(c, first, second, _full_year(year), True)


@rule("DOTTEDDATE", "date with dots", "INT ~. ~INT ~. !~INT")
def _dotted(c: Context, first: int, second: int) -> Days | None:
    return _both_orders(c, first, second, None, True)


@rule("DASHED", "date in numbers", "INT ~- ~INT !~- !~WORD !UNIT !HALF !CONTENT")
def _dashed(c: Context, first: int, second: int) -> Days | None:
    return _both_orders(c, first, second, None, c.conventions.day_first)


@rule("ONEDAY", "date", "DATE", "DOTTEDDATE", "DASHED", "DATE ( WEEKDAY )", "DATE ,? WEEKDAY")
def _one_date(c: Context, days: Days, weekday: int | None = None) -> Days:
    return days if weekday is None else _weekday_and_date(c, weekday, days)


LATELY = 60 * DAY
"""So long a date with its weekday is taken for one that has passed, and not for one to come."""


@rule("THATIS", "that is", ",|-|–|—|( i ~. ~e ~. ,?", ",|-|–|—|( ie ,?", ",|-|–|— that is ,?", "(|[")
def _that_is(c: Context) -> str:
    return "that is"


alias("WRITTENDATE", "date", "DATE", "DOTTEDDATE", "DASHED")


@rule("ONEDAY", "weekday and date", "WEEKDAY ,? the? DATE", "WEEKDAY ,? DOTTEDDATE")
def _weekday_and_date(c: Context, weekday: int, days: Days) -> Days:
    for day in days.days:
        if day.weekday() == weekday:
            return days._replace(days=(day,))
    day = days.days[0]
    year_before = add_months(day, -12)
    if year_before.weekday() == weekday and year_before < c.today <= year_before + LATELY:
        # "Monday 23 November", said two days later: the weekday tells the year, and no one means the next one.
        return days._replace(days=(year_before,), again="", pinned=True)
    nearest = weekday_from(day - 3 * DAY, weekday)
    return days._replace(days=(day, nearest))


@rule("ONEDAY", "weekday and date", "this|next|coming? WEEKDAY THATIS the? WRITTENDATE )|]?")
def _weekday_that_is(c: Context, weekday: int, _: str, days: Days) -> Days:
    """The date behind a weekday tells which one is meant: "next Friday (the 27th)"."""
    return _weekday_and_date(c, weekday, days)


@rule("ONEDAY", "weekday and day of the month", "WEEKDAY ( INT )")
def _weekday_with_number(c: Context, weekday: int, number: int) -> Days | None:
    return _weekday_and_number(c, weekday, number)


@rule("DAY", "day and date", "TODAY THATIS the? WRITTENDATE )|]?", "TODAY THATIS WEEKDAY )|]?")
def _today_that_is(c: Context, _: int, __: str, said: Days | int) -> Days:
    return _both_told(Days((c.today,), "today", pinned=True), said)


@rule("DAY", "day and date", "TOMORROW THATIS the? WRITTENDATE )|]?", "TOMORROW THATIS WEEKDAY )|]?")
def _tomorrow_that_is(c: Context, _: int, __: str, said: Days | int) -> Days:
    return _both_told(Days((c.today + DAY,), "relative"), said)


def _both_told(near: Days, said: Days | int) -> Days:
    """The day that is told twice; both days where they differ: "tomorrow (Friday)", said on a Wednesday."""
    day = near.days[0]
    other = said.days[0] if isinstance(said, Days) else weekday_from(day, said)
    return near if other == day else near._replace(days=(day, other), pinned=False)


@rule("ONEDAY", "weekday and day of the month", "WEEKDAY INT !UNIT !CONTENT !~: !~. !HALF !~/ !~-")
def _weekday_and_number(c: Context, weekday: int, number: int) -> Days | None:
    # "Friday 13" is a date only where the 13th is a Friday; "Friday 3" may mean an hour.
    days = _the_nth(c, number) if 1 <= number <= 31 else None
    return days if days and days.days[0].weekday() == weekday else None


# The first Tuesday of a month


alias("PLACE", "place in a month", "ORDINALWORD")
alias("PLACE", "place in a month", "INT ~st|nd|rd|th")


@rule("PLACE", "place in a month", "last|final")
def _last_place(c: Context) -> int:
    return -1


@rule("PLACE", "place in a month", "penultimate", "second -? to -? last", "second -? last", "last but one")
def _last_but_one(c: Context) -> int:
    return -2


def _places(period: Period, place: int, fits: list[date]) -> date:
    if place == 0 or not -len(fits) <= place <= len(fits):
        raise ValueError(f"no such day in {period.unit}")
    return fits[place - 1 if place > 0 else place]


def _counted(c: Context, place: int, month: Period, weekday: int | None) -> Days | None:
    """The weekday (working day, if `weekday` is None) with that number in the month; once past, in the next one."""
    for later in range(2):
        first = add_months(month.first, later)
        days = [first + number * DAY for number in range(month_length(first))]
        fits = [day for day in days if (c.conventions.works_on(day) if weekday is None else day.weekday() == weekday)]
        day = _places(month, place, fits)
        if c.end_of(day) >= c.now:
            return Days((day,), "date")
    return None


@rule("ONEDAY", "weekday of a month", "the? PLACE WEEKDAY of|in MONTHPERIOD")
def _weekday_of_month(c: Context, place: int, weekday: int, month: Period) -> Days | None:
    return _counted(c, place, month, weekday)


@rule("ONEDAY", "working day of a month", "the? PLACE WORKINGDAY of|in MONTHPERIOD")
def _working_day_of_month(c: Context, place: int, _: str, month: Period) -> Days | None:
    return _counted(c, place, month, None)


# Days counted


@rule(
    "WORKINGDAY", "working day", "working|business|biz|work|bus|bd -? day|days", "workday|workdays", "bd|bds", "wd|wds"
)
def _working_day(c: Context) -> str:
    return "working day"


@rule("DAY", "next working day", "the? next WORKINGDAY", "nbd")
def _next_working_day(c: Context, _: str = "") -> Days:
    return Days((c.conventions.working_day_after(c.today),), "duration")


@rule("DAY", "working days from now", "t|d ~+ ~INT")
def _t_plus(c: Context, number: int) -> Days:
    return Days((add(c, c.today, number, "working day"),), "duration")


alias("ADDED", "amount of time", "DURATION")


@rule("ADDED", "days", "INT days|day|d? !UNIT !CONTENT")
def _days_alone(c: Context, number: int) -> Duration:
    return Duration((number,), "day")


@rule("DAY", "days added", "TODAY + ADDED")
def _today_plus(c: Context, _: int, added: Duration) -> Days | None:
    return _days_from(c, added, c.today)


@rule("DAY", "days added", "TOMORROW + ADDED")
def _tomorrow_plus(c: Context, _: int, added: Duration) -> Days | None:
    return _days_from(c, added, c.today + DAY)


@rule("DAY", "days added", "WEEKDAY + ADDED")
def _weekday_plus(c: Context, weekday: int, added: Duration) -> Days | None:
    return _days_from(c, added, _after_today(c, weekday))


@rule("DAYSAHEAD", "days counted", "DURATION")
def _days_ahead(c: Context, duration: Duration) -> Days | None:
    return _days_from(c, duration, c.today)


def _days_from(c: Context, duration: Duration, start: date) -> Days | None:
    if duration.unit in ("hour", "minute"):
        return None
    days = tuple(add(c, start, amount, duration.unit) for amount in duration.amounts if amount)
    stays = days + tuple(c.conventions.working_day_at_or_after(day) for day in days)
    return Days(tuple(dict.fromkeys(stays)), "duration", grain=duration.grain) if days else None


alias("DAY", "days from now", "DAYSAHEAD from now", "DAYSAHEAD hence", "DAYSAHEAD '|'s? time")
alias(
    "DAY", "days from now", "in|within|inside DAYSAHEAD 's|'? time?", "over|in|within|during the next|coming DAYSAHEAD"
)


@rule("DAY", "days from now", "over|in|within|during the? next|coming fortnight")
def _next_fortnight(c: Context) -> Days | None:
    return _days_from(c, Duration((1,), "fortnight"), c.today)


@rule("DAY", "days from today", "in|within? DAYSAHEAD from|of TODAY")
def _days_from_today(c: Context, days: Days, _: int) -> Days:
    return days


@rule("DAY", "days from tomorrow", "DURATION from TOMORROW")
def _days_from_tomorrow(c: Context, duration: Duration, _: int) -> Days | None:
    return _days_from(c, duration, c.today + DAY)


# One of two days, or a range of them


alias("DAY", "day", "ONEDAY")


@rule("DAY", "one of two days", "ONEDAY or|/ ONEDAY")
def _one_of_two(c: Context, first: Days, second: Days) -> Days:
    both = tuple(sorted({*first.days, *second.days}, reverse=True))
    return second._replace(days=both, pinned=first.pinned and second.pinned)


@rule("DAY", "range of days", "ONEDAY to|-|–|—|through|thru ONEDAY", "between ONEDAY and ONEDAY")
@rule("DAY", "range of days", "from ONEDAY to|until|till|through|- ONEDAY")
def _until_second(c: Context, first: Days, second: Days) -> Days:
    later = tuple(day for day in second.days if day > first.days[0])
    return second._replace(days=later or second.days)
