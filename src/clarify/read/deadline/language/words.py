"""Tables of words. To teach the reader another spelling, add it here or to the lists in `clarify/read/words/`."""

from collections.abc import Mapping
from typing import Any

from clarify.read.words import load


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


WEEKDAYS = {
    "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2, "weds": 2,
    "thursday": 3, "thu": 3, "thur": 3, "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5,
    "sunday": 6, "sun": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
UNITS = {
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute", "hour": "hour", "hours": "hour",
    "hr": "hour", "hrs": "hour", "h": "hour", "day": "day", "days": "day", "d": "day", "week": "week",
    "weeks": "week", "wk": "week", "wks": "week", "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "mth": "month", "mths": "month", "quarter": "quarter", "quarters": "quarter",
    "qtr": "quarter", "half": "half", "year": "year", "years": "year", "yr": "year", "yrs": "year",
}  # fmt: skip
PERIODS = {
    "week": "week", "wk": "week", "month": "month", "mth": "month", "quarter": "quarter", "qtr": "quarter",
    "half": "half", "year": "year", "yr": "year",
}  # fmt: skip
WEEKENDS = {"weekend": "weekend", "wknd": "weekend", "w'end": "weekend", "wkend": "weekend"}
TODAY = {"today": 0, "tday": 0, "2day": 0}
TOMORROW = {
    "tomorrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1, "tmrrw": 1, "tmro": 1, "tmrow": 1, "tomo": 1, "tomoro": 1, "tomoz": 1,
    "tom'w": 1, "2moro": 1, "2morrow": 1, "2mrw": 1,
}  # fmt: skip
TONIGHT = {"tonight": 0, "tonite": 0, "tonyt": 0, "2nite": 0, "2night": 0}
PARTS = {
    "noon": "noon", "midday": "noon", "lunch": "lunch", "lunchtime": "lunch", "morning": "morning",
    "afternoon": "afternoon", "arvo": "afternoon", "evening": "evening", "night": "evening", "eve": "evening",
    "midnight": "midnight", "midnite": "midnight", "midmorning": "mid-morning", "midafternoon": "mid-afternoon",
}  # fmt: skip
END_OF_DAY = dict.fromkeys(("eod", "cob", "eob", "eop", "cop"), "end of day")
END_OF_PERIOD = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}

ZONES: dict[str, tuple[str, float | None]] = {
    word: (place, float(offset[0]) if offset else None)
    for word, place, *offset in map(str.split, load("deadline_zones.txt").splitlines())
}

SHORT = {"b4": "before", "nxt": "next", "wk": "week", "wks": "weeks"}
"""Chat forms that are read as the word they stand for, wherever it may stand."""


# Lists of words, with what they are for, are in `words/deadline_words.txt` and `deadline_holidays.txt`


def _lists(file: str) -> dict[str, str]:
    """The lists in a file of words, by the name in brackets with which each begins."""
    return dict(part.split("]", 1) for part in load(file).split("[")[1:])


_LISTS = _lists("deadline_words.txt")
EVENTS = word_set(_LISTS["events"])
LABELS = word_set(_LISTS["labels"])
PREMISES = word_set(_LISTS["premises"])
FUNCTION_WORDS = word_set(_LISTS["function words"])
FILLERS = word_set(_LISTS["fillers"])
ONLY_PAST = word_set(_LISTS["past"])
PAST = ONLY_PAST | word_set(_LISTS["past or participle"])
ENGLISH = word_set(_LISTS["not misspelt"])

_HOLIDAYS = _lists("deadline_holidays.txt")
FEASTS = _HOLIDAYS["feasts"].strip().splitlines()
OTHER_NAMES = {
    name: others.split("; ")
    for name, others in (row.split(" = ") for row in _HOLIDAYS["other names"].strip().splitlines())
}
HOLIDAY_WORDS = word_set(_HOLIDAYS["holiday words"])


def _lexicon() -> dict[str, dict[str, Any]]:
    kinds: dict[str, Mapping[str, Any]] = {
        "WEEKDAY": WEEKDAYS, "MONTH": MONTHS, "NUMBERWORD": NUMBERS, "TENS": TENS, "ORDINALWORD": ORDINALS,
        "UNIT": UNITS, "PERIODWORD": PERIODS, "WEEKEND": WEEKENDS, "TODAY": TODAY, "TOMORROW": TOMORROW,
        "TONIGHT": TONIGHT,
        "ZONEWORD": ZONES, "PARTWORD": PARTS, "ENDOFDAY": END_OF_DAY, "ENDOFPERIOD": END_OF_PERIOD,
    }  # fmt: skip
    lexicon: dict[str, dict[str, Any]] = {}
    for kind, table in kinds.items():
        for word, value in table.items():
            lexicon.setdefault(word, {"WORD": word})[kind] = value
    return lexicon


LEXICON: dict[str, dict[str, Any]] = _lexicon()
"""Every word of the tables with all that it can be: `{"second": {"WORD": "second", "ORDINALWORD": 2}}`."""
