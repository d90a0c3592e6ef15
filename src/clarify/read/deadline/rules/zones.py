"""Rules for the zone that a time is said in (ZONE), and how such a time becomes a moment on the leader's clock."""

from collections.abc import Callable
from datetime import timedelta, timezone, tzinfo

from clarify.moments import zone_of
from clarify.read.deadline.language.grammar import Parsed, Parser, alias, rule, scan
from clarify.read.deadline.values import Context, Time

Zones = tuple[tzinfo, ...]


def _place(name: str, literal_hours: float | None = None) -> Zones | None:
    """The zone of a place. A name such as EST is read as what is in force there, or else as its literal offset."""
    from zoneinfo import ZoneInfo  # only for the few phrases that name a zone

    literal = () if literal_hours is None else (timezone(timedelta(hours=literal_hours)),)
    try:
        return (ZoneInfo(name), *literal)
    except (LookupError, OSError):  # Windows has no zone data of its own; “America/Indiana” is a folder.
        return literal or None


@rule("ZONE", "zone", "ZONEWORD time?")
def _by_word(c: Context, zone: tuple[str, float | None]) -> Zones | None:
    return _place(*zone)


_NAMED = {
    "America/New_York": ("new york city? time?", "eastern standard|daylight? time", "eastern !CONTENT"),
    "America/Chicago": ("central standard|daylight? time", "central !CONTENT"),
    "America/Denver": ("mountain standard|daylight? time", "mountain !CONTENT"),
    "America/Los_Angeles": (
        "san francisco time?",
        "los angeles time?",
        "pacific standard|daylight? time",
        "pacific !CONTENT",
    ),
    "Europe/London": ("uk|british summer? time",),
    "Europe/Berlin": ("central european summer|standard? time",),
    "Asia/Hong_Kong": ("hong kong time?",),
    "UTC": ("~z", "zulu"),
}
"""Zones that are called by several words, or by one that means something else elsewhere."""


def _of(name: str) -> Callable[[Context], Zones | None]:
    return lambda c: _place(name)


for _name, _patterns in _NAMED.items():
    rule("ZONE", "zone", *_patterns)(_of(_name))


_AREAS = ("Europe", "Asia", "Africa", "America", "Australia", "Pacific", "Atlantic", "Indian", "America/Argentina")


@scan("CITYTIME")
def _city_time(parser: Parser, at: int) -> Parsed | None:
    """The time of a city after which a zone is called: "Warsaw time", "Kuala Lumpur time"."""
    for length in (1, 2, 3):
        words = parser.tokens[at : at + length + 1]
        if len(words) > length and words[-1].word == "time" and all("CONTENT" in t.kinds for t in words[:-1]):
            city = "_".join(t.word.capitalize() for t in words[:-1])
            found = next((zone for area in _AREAS if (zone := _place(f"{area}/{city}"))), None)
            return Parsed(found, at + length + 1) if found else None
    return None


alias("ZONE", "zone", "CITYTIME")


@scan("UNKNOWNZONE")
def _unknown_zone(parser: Parser, at: int) -> Parsed | None:
    """Three to five capitals behind a clock time, which look like a zone: the day behind them is read all the same."""
    text = parser.tokens[at].text
    looks_so = 3 <= len(text) <= 5 and text.isascii() and text.isalpha() and text.isupper()
    return Parsed(text, at + 1) if looks_so and "CONTENT" in parser.tokens[at].kinds else None


@rule("ZONE", "leader's time", "my time")
def _leaders(c: Context) -> Zones:
    return (c.conventions.leader_zone or zone_of(c.now),)


@rule("ZONE", "time of now", "your|our|local time")
def _of_now(c: Context) -> Zones:
    return (zone_of(c.now),)


@rule("SIGN", "sign", "+")
def _plus(c: Context) -> int:
    return 1


@rule("SIGN", "sign", "-|−")
def _minus(c: Context) -> int:
    return -1


alias("SIGNED", "sign of an offset", "~SIGN")


@rule("SIGNED", "sign of an offset", "+")
def _lone_plus(c: Context) -> int:
    return 1


@rule("ZONE", "offset", "utc|gmt SIGN ~INT", "utc|gmt SIGN ~INT ~: ~INT", "SIGNED ~INT ~: ~INT")
def _offset(c: Context, sign: int, hours: int, minutes: int = 0) -> Zones:
    return (timezone(sign * timedelta(hours=hours, minutes=minutes)),)


@rule("ZONE", "offset", "SIGNED ~DIGITS")
def _short_offset(c: Context, sign: int, digits: str) -> Zones | None:
    return _offset(c, sign, int(digits[:2]), int(digits[2:])) if len(digits) == 4 else None


alias("ZONED", "zone", "ZONE", "( ZONE )", "[ ZONE ]", ", ZONE !CONTENT")


@rule("TIME", "clock time", "CLOCK ZONED", "DOTTED ZONED", "BARE ZONE", "BARE ( ZONE )")
@rule("PART", "part of the day", "PLAINPART ZONED")
@rule("EDGE", "end of the day", "PLAINEDGE ZONED")
def _in_zone(c: Context, said: Time, zones: Zones) -> Time:
    return said._replace(zones=zones)
