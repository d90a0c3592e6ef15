"""The working calendar: conventions, working hours, and moments in words for a person.

Pure: `now` and the conventions are arguments. Every moment is an aware datetime. Days are counted on the wall clock of
its zone, so that "17:00 in two weeks" is 17:00 whatever the clocks did in between; hours are counted as they pass.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from clarify.errors import ClarifyError


@dataclass(frozen=True)
class Conventions:
    """The meaning that the words of a working day have for this person. Each is an opinion, so each is a setting."""

    start_of_day: time = time(9)
    end_of_day: time = time(17)
    noon: time = time(12)
    morning_ends: time = time(12)
    """The time when work for "Friday morning" is due."""
    afternoon_ends: time = time(17)
    evening: time = time(23, 59)
    working_days: frozenset[int] = frozenset(range(5))
    """The weekdays of work, where Monday is 0."""
    week_begins: int = 0
    """The weekday on which a calendar week begins, where Monday is 0."""
    day_first: bool = False
    """True if 5/6 is the fifth of June, False if it is the sixth of May."""
    couple: int = 2
    bare_afternoon: bool = True
    """True if the hours 1 to 7 without am or pm are in the afternoon."""
    next_is_next_week: bool = True
    """True if "next Thursday" is in the next week, False if it is the first Thursday to come."""
    year_begins: int | None = None
    """The month in which the fiscal year begins; None if fiscal words are not read."""
    holidays: Mapping[date, str] = field(default_factory=dict, hash=False)
    """Days off on which others work, each with its name."""
    leader_zone: tzinfo | None = None
    """The zone of "my time" in a leader's words, or None if it is not known."""

    def works_on(self, day: date) -> bool:
        """True if `day` is a working day."""
        return day.weekday() in self.working_days and day not in self.holidays

    def working_day_after(self, day: date) -> date:
        """The first working day later than `day`."""
        return self._step(day, 1)

    def working_day_before(self, day: date) -> date:
        """The last working day earlier than `day`."""
        return self._step(day, -1)

    def working_day_at_or_before(self, day: date) -> date:
        """`day` if it is a working day, else the last working day before it."""
        return day if self.works_on(day) else self._step(day, -1)

    def working_day_at_or_after(self, day: date) -> date:
        """`day` if it is a working day, else the next one."""
        return day if self.works_on(day) else self._step(day, 1)

    def _step(self, day: date, direction: int) -> date:
        # A year without one working day would be a broken setting: stop there instead of looping for ever.
        for _ in range(366):
            day += timedelta(days=direction)
            if self.works_on(day):
                return day
        return day


_EPOCH = datetime(1970, 1, 1)
_DAY = timedelta(days=1)


class LocalZone(tzinfo):
    """The zone of this machine, by the rules of the operating system. All calls give the same object.

    `datetime.astimezone()` freezes today's offset, so a deadline on the other side of a clock change would be an hour
    off; this asks again for every moment. It needs no zone data, and works on Windows too.
    """

    _only: "LocalZone | None" = None

    def __new__(cls) -> "LocalZone":
        """The one object."""
        # Python finds a wall clock that comes twice, or never, equal to none in the zone of another object.
        cls._only = cls._only or super().__new__(cls)
        return cls._only

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """The offset at `moment`'s wall clock; if the clocks skip that time, the offset before the change."""
        if moment is None:
            return timedelta(0)
        plain = moment.replace(tzinfo=None, microsecond=0)
        # Not `plain.astimezone()`: for a wall clock that is skipped it gives the offset after the change.
        offset = plain - _EPOCH - timedelta(seconds=plain.timestamp())
        if abs(offset) >= _DAY:  # the system takes such a TZ, and Python raises what tells nobody what to do
            raise ClarifyError(
                "The time zone of this machine is a day or more off UTC. Set TZ to one like Europe/London."
            )
        return offset

    def dst(self, moment: datetime | None) -> timedelta | None:
        """None: the system does not tell it apart from the offset."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """The system's name for the zone at `moment`."""
        return moment.replace(tzinfo=None).astimezone().tzname() if moment else None

    def fromutc(self, moment: datetime) -> datetime:
        """`moment`, whose wall clock is UTC, on this machine's wall clock."""
        # In autumn one hour comes twice; `fold` says which of the two this is.
        local = datetime.fromtimestamp((moment.replace(tzinfo=None) - _EPOCH) // timedelta(seconds=1))
        return local.replace(microsecond=moment.microsecond, tzinfo=self)


def on(day: date, at: time, now: datetime) -> datetime:
    """The moment `at` on `day`, in the zone of `now`."""
    return datetime.combine(day, at, tzinfo=now.tzinfo)


def zone_of(moment: datetime) -> tzinfo:
    """The zone of an aware moment."""
    return moment.tzinfo or UTC


def at(seconds: float, zone: tzinfo) -> datetime:
    """The moment `seconds` after the beginning of 1970, on the clock of `zone`."""
    return datetime.fromtimestamp(seconds, zone)


def same_clock(moment: datetime, zone: tzinfo) -> bool:
    """True if a clock in `zone` shows at that moment what `moment` shows."""
    return moment.utcoffset() == moment.astimezone(zone).utcoffset()


def zone_name(moment: datetime) -> str:
    """The offset of a moment's clock in words, such as `UTC+9`, `UTC-3:30` or `UTC`."""
    minutes = round((moment.utcoffset() or timedelta(0)) / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}" if minutes else "UTC"


def on_clock(moment: datetime) -> datetime:
    """`moment` as a clock shows it: 2:30 in a night in which the clocks go from 2:00 to 3:00 is 3:30.

    Raises OverflowError or ValueError at the very ends of the calendar.
    """
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


def passed(start: datetime, end: datetime) -> timedelta:
    """The time that passes from `start` to `end` (negative if `end` is earlier), also across a change of clocks."""
    # Python subtracts, and compares, the wall clocks of two moments in one zone.
    return end.astimezone(UTC) - start.astimezone(UTC)


def working_spans(start: datetime, conventions: Conventions) -> Iterator[tuple[datetime, datetime]]:
    """The spans of working time after `start`, day by day, for a year."""
    for ahead in range(366):
        day = start.date() + timedelta(days=ahead)
        if conventions.works_on(day):
            begin = max(start, on(day, conventions.start_of_day, start))
            end = on(day, conventions.end_of_day, start)
            if passed(begin, end) > timedelta(0):
                yield begin, end


def working_time(start: datetime, end: datetime, conventions: Conventions) -> timedelta:
    """The working time between two moments (zero if `end` is not later; a year at the most)."""
    total = timedelta(0)
    for begin, stop in working_spans(start, conventions):
        left = passed(begin, end)
        if left <= timedelta(0):
            break
        total += min(passed(begin, stop), left)
    return total


def half_way(start: datetime, end: datetime, conventions: Conventions) -> datetime:
    """The moment when half of the working time from `start` to `end` has passed, on a full or half hour."""
    left = working_time(start, end, conventions) / 2
    for begin, stop in working_spans(start, conventions):
        if passed(begin, stop) >= left:
            moment = (begin.astimezone(UTC) + left).astimezone(begin.tzinfo)
            # Rounded down to the half hour, as a person would suggest it; but never before `start`.
            rounded = moment.replace(minute=moment.minute // 30 * 30, second=0, microsecond=0)
            return rounded if passed(start, rounded) > timedelta(0) else moment.replace(second=0, microsecond=0)
        left -= passed(begin, stop)
    return end


def next_moments(now: datetime, conventions: Conventions) -> list[datetime]:
    """The next sensible deadlines, soonest first, none of them within the next two working hours.

    Today's end of day, tomorrow noon and end of day, the end of this week and of the next: four at the most.
    """
    tomorrow = conventions.working_day_after(now.date())
    last = conventions.week_begins + 6
    this_week = now.date() + timedelta(days=(last - now.weekday()) % 7)
    candidates = [
        on(now.date(), conventions.end_of_day, now) if conventions.works_on(now.date()) else None,
        on(tomorrow, conventions.noon, now),
        on(tomorrow, conventions.end_of_day, now),
        on(conventions.working_day_at_or_before(this_week), conventions.end_of_day, now),
        on(conventions.working_day_at_or_before(this_week + timedelta(days=7)), conventions.end_of_day, now),
    ]
    enough = timedelta(hours=2)
    ahead = {c for c in candidates if c and c > now and working_time(now, c, conventions) >= enough}
    return sorted(ahead)[:4]


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clock(moment: datetime) -> str:
    """The time of a moment, such as `9:00` or `17:30`."""
    return f"{moment.hour}:{moment.minute:02d}"


def in_full(moment: datetime, now: datetime) -> str:
    """The moment as `Thu 26 Nov, 17:00`, with the year if it is another one. English, in any locale."""
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]}{year}, {clock(moment)}"


def in_short(moment: datetime, now: datetime) -> str:
    """The moment as `Thu 17:00` within a week, as `Thu 10 Dec` beyond it: for a list and a subject line."""
    if abs((moment.date() - now.date()).days) < 7:
        return f"{DAYS[moment.weekday()]} {clock(moment)}"
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]}{year}"


def how_far(moment: datetime, now: datetime) -> str:
    """The distance as `in 2 days`, `tomorrow` or `overdue by 3 hours`: days of the calendar, hours that really pass."""
    ahead = passed(now, moment)
    late, gap = ahead < timedelta(0), abs(ahead)
    days = abs((moment.date() - now.date()).days)
    if not late and days == 1 and gap >= timedelta(hours=6):
        return "tomorrow"
    if days >= 2 or (days == 1 and gap >= timedelta(hours=12)):
        amount = _count(days, "day")
    elif gap >= timedelta(hours=1):
        amount = _count(round(gap / timedelta(hours=1)), "hour")
    else:
        amount = _count(int(gap / timedelta(minutes=1)), "minute")
    return f"overdue by {amount}" if late else f"in {amount}"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
