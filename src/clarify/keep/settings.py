"""The settings of a person, as `settings.yaml` keeps them: read, checked and explained. Pure: values in, values out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, time, tzinfo
from functools import cached_property

from clarify.errors import ClarifyError, UsageError, nearest
from clarify.keep.yaml.reading import Node
from clarify.moments import DAYS, MONTHS, Conventions, LocalZone


def read_time(text: str) -> time:
    """The time in `9:00`, `17.30` or `17`; raises ValueError."""
    hours, _, minutes = text.replace(".", ":").partition(":")
    return time(int(hours), int(minutes or 0))


def read_days(text: str) -> frozenset[int]:
    """The weekdays in `Mon-Fri`, `Sun-Thu` or `Mon, Tue, Thu`, where Monday is 0; raises ValueError."""
    days: set[int] = set()
    for part in text.replace("to", "-").split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        begin = read_day(first)
        end = read_day(last) if dash else begin
        days.update((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    return frozenset(days)


def read_day(text: str) -> int:
    """The weekday in `Monday` or `mon`, where Monday is 0; raises ValueError."""
    return DAYS.index(text.strip()[:3].capitalize())


def read_dates(text: str) -> dict[date, str]:
    """The dates in `2026-12-25 Christmas Day, 2027-01-01`, each with its name or ""; raises ValueError."""
    parts = [part.strip().partition(" ") for part in text.split(",") if part.strip()]
    return {date.fromisoformat(day): name.strip() for day, _, name in parts}


def read_number(text: str) -> int:
    """The number in `2`, from 2 to 9; raises ValueError."""
    if not text.isdecimal() or not 1 < int(text) < 10:
        raise ValueError(text)
    return int(text)


def read_month(text: str) -> int:
    """The month in `April` or `apr`, where January is 1; raises ValueError."""
    return MONTHS.index(text.strip()[:3].capitalize()) + 1


def one_of(yes: str, no: str) -> Callable[[str], bool]:
    """A reader of two words: True for `yes`, False for `no`; it raises KeyError for anything else."""
    return lambda text: {yes: True, no: False}[text.strip().lower()]


read_order = one_of("day first", "month first")
read_bare = one_of("afternoon", "as written")
read_next = one_of("next week", "the first to come")
read_plain = one_of("yes", "no")


def read_zone(text: str) -> tzinfo:
    """The zone with an IANA name such as `Europe/London`; raises ValueError."""
    from zoneinfo import ZoneInfo  # only for those who set one

    try:
        return ZoneInfo(text)
    except (KeyError, OSError) as problem:
        raise ValueError(text) from problem


@dataclass(frozen=True)
class Setting:
    """One setting: its purpose, an example, its default in words, and the function that reads it."""

    about: str
    example: str
    default: str
    read: Callable[[str], object]
    field: str = ""
    """The field of `Conventions` that it sets, where that has another name than the setting."""


SETTINGS: Mapping[str, Setting] = {
    "name": Setting("your name, below your messages", "Maya Lind", "", str),
    "address": Setting("your e-mail address", "maya@example.com", "", str),
    "plain": Setting("questions and screens on plain lines, as a screen reader needs them", "yes", "no", read_plain),
    "time_zone": Setting("your time zone", "Europe/London", "that of this machine", read_zone),
    "start_of_day": Setting("begin of your day: “first thing”", "9:00", "9:00", read_time),
    "end_of_day": Setting("end of your day: “EOD”, “COB”", "17:30", "17:00", read_time),
    "noon": Setting("what “noon” and “lunch” mean", "12:00", "12:00", read_time),
    "morning_ends": Setting("when “Friday morning” is over", "12:00", "12:00", read_time),
    "afternoon_ends": Setting("when “Friday afternoon” is over", "17:30", "17:00", read_time),
    "evening": Setting("what “tonight” means", "23:59", "23:59", read_time),
    "working_days": Setting("the days on which you work", "Mon-Fri", "Mon-Fri", read_days),
    "week_begins": Setting("the first day of your week", "Monday", "Monday", read_day),
    "date_order": Setting("5/6 is 5 June (day first) or 6 May", "day first", "month first", read_order, "day_first"),
    "bare_hours": Setting("whether “by 4” is in the afternoon", "as written", "afternoon", read_bare, "bare_afternoon"),
    "next_weekday": Setting(
        "“next Thursday”: next week, or the first to come",
        "the first to come",
        "next week",
        read_next,
        "next_is_next_week",
    ),
    "couple": Setting("how many “a couple” are", "3", "2", read_number),
    "year_begins": Setting("the month in which your fiscal year begins", "April", "", read_month),
    "country": Setting("where you work: its public holidays are no working days", "GB-SCT", "none", str),
    "holidays": Setting("more days off, as dates", "2026-12-25 Christmas, 2026-12-28", "none", read_dates),
    "leader_time_zone": Setting("what your leader calls “my time”", "America/New_York", "", read_zone, "leader_zone"),
}


class Holidays(Mapping[date, str]):
    """The person's own days off and the public holidays of a country, each with its name."""

    def __init__(self, own: Mapping[date, str], country: str) -> None:
        """`country`: such as `GB`, `GB-SCT`, `DE-BY`."""
        self._own = own
        self._country = country

    @cached_property
    def _days(self) -> Mapping[date, str]:
        from holidays import country_holidays  # slow to import, and most commands ask for no day

        country, _, part = self._country.upper().partition("-")
        try:
            days = country_holidays(country, subdiv=part or None)
        except NotImplementedError:  # the library does not know the country
            raise ClarifyError(
                f"No public holidays are known for “{self._country}”. Write a country in two letters, with or without "
                "its part, such as GB or GB-SCT: clarify settings country=GB."
            ) from None
        for day, name in self._own.items():
            days.append({day: name or "a day off"})
        return days

    def __getitem__(self, day: date) -> str:
        return self._days[day]

    def __contains__(self, day: object) -> bool:
        return day in self._days

    def __iter__(self) -> Iterator[date]:
        """The days of the years that were asked for so far."""
        return iter(self._days)

    def __len__(self) -> int:
        return len(self._days)


@dataclass(frozen=True)
class Settings:
    """The settings of one person, and what follows from them."""

    values: Mapping[str, str]
    """As the person wrote them; a setting that is not here has its default."""

    @property
    def name(self) -> str:
        """The person's own name, or ""."""
        return self.values.get("name", "")

    @property
    def is_plain(self) -> bool:
        """True if the person wants plain lines, as for a screen reader."""
        return "plain" in self.values and read_plain(self.values["plain"])

    @property
    def zone(self) -> tzinfo:
        """The zone in which moments are read and shown."""
        return read_zone(self.values["time_zone"]) if "time_zone" in self.values else LocalZone()

    @cached_property
    def conventions(self) -> Conventions:
        """The meaning of the words of a working day."""
        known = {field.name for field in fields(Conventions)}
        given = {
            field: setting.read(self.values[key])
            for key, setting in SETTINGS.items()
            if key in self.values and (field := setting.field or key) in known
        }
        if "country" in self.values:
            given["holidays"] = Holidays(given.get("holidays", {}), self.values["country"])  # type: ignore[arg-type]
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


def read_settings(node: Node) -> Settings:
    """The settings in a file; raises DamagedFile with the line, also for a day that ends before it begins."""
    entries = {} if node.value is None else node.keys()
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
