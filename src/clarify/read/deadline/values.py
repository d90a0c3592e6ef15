"""The values that the words of a deadline stand for: days, times, periods and durations, and the moments they make.

Everywhere the best reading comes first. Arithmetic is done on the wall clock of the leader; only hours and minutes
from now are counted as time that really passes.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from clarify.moments import Conventions

DAY = timedelta(days=1)
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Context(NamedTuple):
    """The moment and the conventions that every rule may look at."""

    now: datetime
    conventions: Conventions
    elsewhere: bool = False
    """True if `now` is on the clock of the zone that the words name, and no longer on the leader's."""

    @property
    def today(self) -> date:
        """The leader's calendar day."""
        return self.now.date()

    def at(self, day: date, offset: timedelta) -> datetime:
        """The wall clock `offset` after the midnight with which `day` begins."""
        return datetime.combine(day, time(0), tzinfo=self.now.tzinfo) + offset

    def end_of(self, day: date) -> datetime:
        """The end of the working day on `day`."""
        return self.at(day, since_midnight(self.conventions.end_of_day))

    def start_of(self, day: date) -> datetime:
        """The start of the working day on `day`."""
        return self.at(day, since_midnight(self.conventions.start_of_day))


class Time(NamedTuple):
    """A time of day: how long after midnight."""

    offsets: tuple[timedelta, ...]
    kind: str = "clock"
    """clock, part (of a day), end or start (of the working day)."""
    bare: bool = False
    """True for an hour without am or pm: the morning and the evening are both possible."""
    zones: tuple[tzinfo, ...] = ()
    """The zones that it can be said in; without any, that of the leader."""
    rule: str = ""

    @property
    def grain(self) -> str:
        """The unit of the words."""
        return "minute" if self.kind == "clock" else "day"


class Days(NamedTuple):
    """A calendar day."""

    days: tuple[date, ...]
    kind: str = "day"
    """today, relative (tomorrow), weekday, date, or duration (days counted)."""
    again: str = ""
    """The unit after which the words fit once more: the week for a weekday, the month for "the 23rd"."""
    pinned: bool = False
    """True if the words fix the day by themselves, so that it is kept although it is past."""
    grain: str = "day"
    rule: str = ""


class Period(NamedTuple):
    """A week, month, quarter, half or year."""

    unit: str
    first: date
    last: date
    running: bool = False
    """True if it counts as begun although its first day is ahead: "this week", said on a Saturday."""
    rule: str = ""


class Duration(NamedTuple):
    """An amount of time."""

    amounts: tuple[float, ...]
    unit: str
    """minute, hour, day, working day, week, fortnight, month, quarter, half or year."""

    @property
    def grain(self) -> str:
        """The unit of a deadline that lies so far ahead."""
        return {"hour": "minute", "working day": "day", "fortnight": "week"}.get(self.unit, self.unit)


class Reading(NamedTuple):
    """The moments that a phrase names, due first, and what is needed to reckon "before" and "for" from it."""

    moments: tuple[datetime, ...]
    grain: str
    kind: str
    """clock, part, day, end (of a day or a period), period, or duration (hours from now)."""
    days: tuple[date, ...] = ()
    period: Period | None = None
    rule: str = ""
    undated: Time | None = None
    """The time of day, if no day was said with it."""
    zones: tuple[tzinfo, ...] = ()
    """The zones that the words name, for the time and so for the day: "tomorrow 9am Tokyo"."""


# Times


def since_midnight(at: time) -> timedelta:
    """A time of day as the time since midnight."""
    return timedelta(hours=at.hour, minutes=at.minute)


def clock(hour: int, minute: int = 0) -> Time | None:
    """A clock time as it was said."""
    if not ((hour < 24 and minute < 60) or (hour, minute) == (24, 0)):
        return None
    return Time((timedelta(hours=hour, minutes=minute),))


def bare_clock(c: Context, hour: int, minute: int = 0) -> Time | None:
    """A clock time without am or pm: by the conventions, one to seven are hours of the afternoon."""
    if not 1 <= hour <= 12:
        return clock(hour, minute)
    said = clock(hour + 12 if hour <= 7 and c.conventions.bare_afternoon else hour, minute)
    return said and said._replace(bare=True)


def in_half(hour: int, minute: int, half: str) -> Time | None:
    """A clock time with "am" or "pm"."""
    if hour > 12:
        return clock(hour, minute) if half == "pm" else None
    return clock(hour % 12 + (12 if half == "pm" else 0), minute) if hour else None


def settled(said: Time, part: str) -> Time:
    """`said`, where a part of the day tells whether its hour is one of the morning: "6.15 in the morning"."""
    if not said.bare:
        return said
    offset = said.offsets[0] % timedelta(hours=12)
    return Time((offset if part == "morning" else offset + timedelta(hours=12),), rule=said.rule)


# Days and periods


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the last day of the month if that month is too short."""
    months += day.year * 12 + day.month - 1
    first = date(months // 12, months % 12 + 1, 1)
    return first + (min(day.day, month_length(first)) - 1) * DAY


def month_length(day: date) -> int:
    """The number of days in the month of `day`."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - day.replace(day=1)).days


def add(c: Context, day: date, amount: float, unit: str) -> date:
    """`day` plus `amount` (which may be negative) whole units of a day or more."""
    if amount != int(amount):
        raise ValueError("half a day is not a day")
    number = int(amount)
    if unit == "working day":
        return add_working_days(c, day, number)
    if unit in MONTHS_IN:
        return add_months(day, number * MONTHS_IN[unit])
    return day + number * {"day": DAY, "week": 7 * DAY, "fortnight": 14 * DAY}[unit]


def add_working_days(c: Context, day: date, number: int) -> date:
    """The working day that is `number` of them after `day` (before it, where negative); `day` is not counted."""
    if abs(number) > 2000:
        raise ValueError("nobody counts so many working days")
    step = c.conventions.working_day_after if number > 0 else c.conventions.working_day_before
    for _ in range(abs(number)):
        day = step(day)
    return day


def week_of(c: Context, day: date) -> Period:
    """The calendar week in which `day` lies."""
    first = day - (day.weekday() - c.conventions.week_begins) % 7 * DAY
    return Period("week", first, first + 6 * DAY)


def months_of(unit: str, day: date) -> Period:
    """The month, quarter, half or year in which `day` lies."""
    length = MONTHS_IN[unit]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(unit, first, add_months(first, length) - DAY)


def period_of(c: Context, unit: str, day: date) -> Period:
    """The period of that unit in which `day` lies."""
    return week_of(c, day) if unit == "week" else months_of(unit, day)


def shifted(c: Context, period: Period, number: int) -> Period:
    """The period `number` units later."""
    first = add(c, period.first, number, period.unit)
    if period.unit == "week":
        return Period("week", first, first + 6 * DAY, rule=period.rule)
    return Period(period.unit, first, add_months(first, MONTHS_IN[period.unit]) - DAY, rule=period.rule)


def last_working_day(c: Context, period: Period) -> date:
    """The last working day of a period; its last day if none of it is worked."""
    day = c.conventions.working_day_at_or_before(period.last)
    return day if day >= period.first else period.last


def first_working_day(c: Context, period: Period) -> date:
    """The first working day of a period."""
    return c.conventions.working_day_at_or_after(period.first)


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday, `day` included."""
    return day + (weekday - day.weekday()) % 7 * DAY


# Readings


def distinct(moments: tuple[datetime, ...]) -> tuple[datetime, ...]:
    """`moments` in their order, without doubles."""
    return tuple(dict.fromkeys(moments))


def ahead(c: Context, moments: tuple[datetime, ...]) -> tuple[datetime, ...]:
    """The moments that are not past, without doubles."""
    return tuple(moment for moment in distinct(moments) if moment >= c.now)


def on_day(c: Context, days: Days, said: Time | None = None) -> Reading:
    """A day with its time of day; without one, it is due at the end of the day."""
    if said and said.zones:
        return elsewhere(c, said, lambda there, plain: on_day(there, days, plain))
    said = said or Time((since_midnight(c.conventions.end_of_day),), "end", rule=days.rule)
    kind = "day" if said.rule == days.rule else said.kind
    grain = said.grain if said.kind == "clock" else days.grain
    reading = Reading((), grain, kind, days.days, rule=days.rule if kind == "day" else said.rule)
    if said.kind == "end" and days.days[0] == c.today and c.end_of(c.today) <= c.now:
        return reading._replace(moments=after_hours(c))
    moments = tuple(c.at(day, offset) for day in days.days for offset in offsets_on(said, days))
    if days.pinned:
        return reading._replace(moments=ahead(c, moments) or distinct(moments))
    while days.again and not ahead(c, moments):
        days = days._replace(days=tuple(add(c, day, 1, days.again) for day in days.days))
        moments = tuple(c.at(day, offset) for day in days.days for offset in offsets_on(said, days))
    return reading._replace(moments=ahead(c, moments), days=days.days)


def offsets_on(said: Time, days: Days) -> tuple[timedelta, ...]:
    """The time's offsets. Midnight ends the day it is said with; with a named day its beginning is possible too."""
    if said.rule == "midnight" and days.kind in ("weekday", "date"):
        return (*said.offsets, timedelta(0))
    return said.offsets


def after_hours(c: Context) -> tuple[datetime, ...]:
    """The readings of "today" after the working day: this evening, or the end of the next working day."""
    evening = c.at(c.today, since_midnight(c.conventions.evening))
    return ahead(c, (evening, c.end_of(c.conventions.working_day_after(c.today))))


def some_day(c: Context, said: Time) -> Reading:
    """A time of day without a day: today while it is ahead, else the next working day."""
    if said.zones:
        return elsewhere(c, said, some_day)
    return _today_or_next(c, said)._replace(undated=said)


def _today_or_next(c: Context, said: Time) -> Reading:
    if said.kind == "end" or said.rule in ("evening", "midnight"):
        return on_day(c, Days((c.today,), "today", pinned=True), said)
    moments = tuple(c.at(c.today, offset) for offset in said.offsets)
    worked = said.kind != "start" or c.conventions.works_on(c.today)
    if not (worked and moments[0] > c.now):
        following = c.conventions.working_day_after(c.today)
        evening = tuple(moment + timedelta(hours=12) for moment in moments if said.bare and 8 <= moment.hour < 12)
        moments = (*ahead(c, evening), *(c.at(following, offset) for offset in said.offsets))
    return Reading(ahead(c, moments), said.grain, said.kind, (moments[0].date(),), rule=said.rule)


def elsewhere(c: Context, said: Time, read: Callable[[Context, Time], Reading]) -> Reading:
    """A time that was said in another zone: read on the clock there, returned on the leader's.

    Its day is still the leader's. A phrase that keeps the zones is read once more, as a whole, on the clock there.
    """
    plain = said._replace(zones=())
    if c.elsewhere:
        return read(c, plain)
    readings = [read(c._replace(now=c.now.astimezone(zone)), plain) for zone in said.zones]
    moments = tuple(moment.astimezone(c.now.tzinfo) for reading in readings for moment in reading.moments)
    return readings[0]._replace(moments=distinct(moments), zones=said.zones)


def within(c: Context, period: Period) -> Reading:
    """A period as such: its working end; while it has not begun, its first working day is possible."""
    moments = [c.end_of(last_working_day(c, period))]
    if period.first > c.today and not period.running:
        moments.append(c.end_of(first_working_day(c, period)))
    return Reading(_or_following(c, tuple(moments), period), period.unit, "period", (), period, period.rule)


def end_of(c: Context, period: Period) -> Reading:
    """The end of a period: its last working day; of a month and more, the last day of the calendar is possible."""
    moments = [c.end_of(last_working_day(c, period))]
    if period.unit != "week":
        moments.append(c.end_of(period.last))
    return Reading(_or_following(c, tuple(moments), period), period.unit, "end", (), None, period.rule)


def _or_following(c: Context, moments: tuple[datetime, ...], period: Period) -> tuple[datetime, ...]:
    """`moments` that are ahead. Said when the period's working end is over, its calendar end or the next one counts."""
    left = ahead(c, moments)
    if left or period.last < c.today:
        return left
    calendar_end = c.end_of(period.last) if period.unit != "week" else c.now
    return ahead(c, (calendar_end,)) or (c.end_of(last_working_day(c, shifted(c, period, 1))),)


def by_period(c: Context, period: Period) -> Reading:
    """A period after "by": its end, its beginning, or the last working day before it."""
    reading = within(c, period)
    if period.unit == "week" or period.first <= c.today:
        return reading
    return reading._replace(moments=ahead(c, (*reading.moments, c.end_of(day_before(c, period)))))


def day_before(c: Context, period: Period) -> date:
    """The last working day before a period."""
    return c.conventions.working_day_before(period.first)


def before(c: Context, reading: Reading) -> Reading:
    """The moments that "before" makes of a reading.

    A clock time, a part of the day and an end stay as they are, save that lunch is nothing but its hour. A period gives
    the last working day before it, a day the working day before it, or else its own start or end.
    """
    if reading.period:
        return reading._replace(moments=ahead(c, (c.end_of(day_before(c, reading.period)),)), period=None)
    if reading.kind == "day" and reading.days:
        days = reading.days
        earlier = [c.end_of(c.conventions.working_day_before(day)) for day in days]
        moments = (*earlier, *(moment for day in days for moment in (c.start_of(day), c.end_of(day))))
        return reading._replace(moments=ahead(c, moments), kind="end")
    return reading._replace(moments=reading.moments[:1]) if reading.rule == "lunch" else reading


def in_time_for(c: Context, event: Reading) -> Reading:
    """An event after "for": its clock time, else the start of its day, the working day before, or its day's end."""
    if event.kind != "day":
        return event
    moments: list[datetime] = []
    for day in event.days:
        moments += [c.start_of(day), c.end_of(c.conventions.working_day_before(day)), c.end_of(day)]
    return event._replace(moments=ahead(c, tuple(moments)), kind="event")


def elapsed(c: Context, duration: Duration, start: datetime | None = None, sign: int = 1) -> tuple[datetime, ...]:
    """Hours or minutes from `start` (now, if none is given), as they pass, also across a change of clocks."""
    unit = timedelta(**{duration.unit + "s": 1})
    begin = (start or c.now).astimezone(UTC)
    moments = ((begin + sign * amount * unit).astimezone(c.now.tzinfo) for amount in duration.amounts)
    return tuple(moment.replace(second=0, microsecond=0) for moment in moments)


def apart(c: Context, duration: Duration, reading: Reading, sign: int) -> Reading | None:
    """The time so long before (sign -1) or after (1) a reading: hours to the minute, days at the end of the day."""
    if duration.unit in ("hour", "minute"):
        if reading.kind not in ("clock", "part", "end", "duration"):
            return None
        moments = tuple(m for start in reading.moments for m in elapsed(c, duration, start, sign))
        return reading._replace(moments=ahead(c, moments), grain="minute", kind="clock")
    days = reading.days or tuple(moment.date() for moment in reading.moments[:1])
    moved = tuple(add(c, day, sign * amount, duration.unit) for day in days for amount in duration.amounts)
    moments = tuple(c.end_of(day) for day in moved)
    return Reading(ahead(c, moments), duration.grain, "day", moved, rule=reading.rule)
