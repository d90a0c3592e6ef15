"""A person's own conventions, as kept in `settings.yaml`: read, checked, and explained. Pure: values in, values out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, tzinfo

from clarify.errors import ClarifyError, UsageError, nearest
from clarify.moments import DAYS, Conventions, LocalZone
from clarify.yamlfile import Place

Value = str
"""Settings are kept as people write them; `SETTINGS` tells how each is read."""


def read_time(text: str) -> time:
    """`9:00`, `17.30`, `17`; raises ValueError."""
    hours, _, minutes = text.replace(".", ":").partition(":")
    return time(int(hours), int(minutes or 0))


def read_days(text: str) -> frozenset[int]:
    """`Mon-Fri`, `Sun-Thu`, `Mon, Tue, Thu`: weekdays, Monday is 0; raises ValueError."""
    days: set[int] = set()
    for part in text.replace("to", "-").split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        begin = read_day(first)
        end = read_day(last) if dash else begin
        days.update((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    return frozenset(days)


def read_day(text: str) -> int:
    """`Monday`, `mon`: a weekday, Monday is 0; raises ValueError."""
    return DAYS.index(text.strip()[:3].capitalize())


def read_dates(text: str) -> frozenset[date]:
    """`2026-12-25, 2027-01-01`; raises ValueError."""
    return frozenset(date.fromisoformat(part.strip()) for part in text.split(",") if part.strip())


def read_order(text: str) -> bool:
    """Whether the day comes first; raises ValueError."""
    return {"day first": True, "month first": False}[text.strip().lower()]


def read_zone(text: str) -> tzinfo:
    """An IANA name such as `Europe/London`; raises ValueError."""
    from zoneinfo import ZoneInfo  # only for those who set one

    try:
        return ZoneInfo(text)
    except (KeyError, OSError) as problem:
        raise ValueError(text) from problem


@dataclass(frozen=True)
class Setting:
    """One setting: what it is for, an example, its default in words, and how it is read."""

    about: str
    example: str
    default: str
    read: Callable[[str], object]


SETTINGS: Mapping[str, Setting] = {
    "name": Setting("your name, below your messages", "Maya Lind", "", str),
    "address": Setting("your e-mail address", "maya@example.com", "", str),
    "time_zone": Setting("your time zone", "Europe/London", "that of this machine", read_zone),
    "start_of_day": Setting("begin of your day: “first thing”", "9:00", "9:00", read_time),
    "end_of_day": Setting("end of your day: “EOD”, “COB”", "17:30", "17:00", read_time),
    "noon": Setting("what “noon” and “lunch” mean", "12:00", "12:00", read_time),
    "evening": Setting("what “tonight” means", "23:59", "23:59", read_time),
    "working_days": Setting("the days on which you work", "Mon-Fri", "Mon-Fri", read_days),
    "week_begins": Setting("the first day of your week", "Monday", "Monday", read_day),
    "date_order": Setting("5/6 is 5 June (day first) or 6 May", "day first", "month first", read_order),
    "holidays": Setting("days off, as dates", "2026-12-25, 2026-12-28", "none", read_dates),
}
_CONVENTIONS = ("start_of_day", "end_of_day", "noon", "evening", "working_days", "week_begins", "holidays")


@dataclass(frozen=True)
class Settings:
    """What is set, and what follows from it."""

    values: Mapping[str, Value]

    @property
    def name(self) -> str:
        """The person's own name, or nothing."""
        return self.values.get("name", "")

    @property
    def zone(self) -> tzinfo:
        """The zone in which moments are read and shown."""
        return read_zone(self.values["time_zone"]) if "time_zone" in self.values else LocalZone()

    @property
    def conventions(self) -> Conventions:
        """What the words of a working day mean."""
        given = {key: SETTINGS[key].read(self.values[key]) for key in _CONVENTIONS if key in self.values}
        if "date_order" in self.values:
            given["day_first"] = read_order(self.values["date_order"])
        return Conventions(**given)  # type: ignore[arg-type]  # each reader gives the type of its field

    def shown(self, key: str) -> str:
        """The value of a setting, or its default in words."""
        return self.values.get(key) or SETTINGS[key].default


def check_setting(key: str, value: str) -> None:
    """Raises UsageError for a setting that does not exist, ClarifyError for a value that can't be read."""
    if key not in SETTINGS:
        raise UsageError(f"There is no setting “{key}”.{nearest(key, list(SETTINGS))}")
    setting = SETTINGS[key]
    try:
        setting.read(value)
    except (ValueError, KeyError, IndexError):
        raise ClarifyError(f"“{value}” can't be read as {key}. Write it like this: {setting.example}.") from None


def read_settings(place: Place) -> Settings:
    """The settings in a file; raises DamagedFile with the line of what can't be read, also where a day can't be."""
    entries = {} if place.value is None else place.keys()
    values = {key: entry.text(f"a value for {key}") for key, entry in entries.items()}
    for key, value in values.items():
        try:
            check_setting(key, value)
        except ClarifyError as problem:
            raise entries[key].wrong(str(problem)) from None
    settings = Settings(values)
    conventions = settings.conventions
    if conventions.start_of_day >= conventions.end_of_day:
        wrong = entries.get("end_of_day") or entries["start_of_day"]
        raise wrong.wrong("the working day ends before it begins: set end_of_day later than start_of_day")
    return settings
