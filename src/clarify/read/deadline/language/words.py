"""Tables of words. To teach the reader another spelling, add it here."""

from collections.abc import Mapping
from typing import Any


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
    "et": ("America/New_York", None), "est": ("America/New_York", -5), "edt": ("America/New_York", -4),
    "ct": ("America/Chicago", None), "cst": ("America/Chicago", -6), "cdt": ("America/Chicago", -5),
    "mt": ("America/Denver", None), "mst": ("America/Denver", -7), "mdt": ("America/Denver", -6),
    "pt": ("America/Los_Angeles", None), "pst": ("America/Los_Angeles", -8), "pdt": ("America/Los_Angeles", -7),
    "gmt": ("Europe/London", 0), "bst": ("Europe/London", 1), "utc": ("UTC", None), "uk": ("Europe/London", None),
    "cet": ("Europe/Berlin", 1), "cest": ("Europe/Berlin", 2), "ist": ("Asia/Kolkata", None),
    "jst": ("Asia/Tokyo", None), "sgt": ("Asia/Singapore", None), "hkt": ("Asia/Hong_Kong", None),
    "aest": ("Australia/Sydney", 10), "aedt": ("Australia/Sydney", 11), "london": ("Europe/London", None),
    "ny": ("America/New_York", None), "nyc": ("America/New_York", None), "chicago": ("America/Chicago", None),
    "la": ("America/Los_Angeles", None), "paris": ("Europe/Paris", None), "berlin": ("Europe/Berlin", None),
    "frankfurt": ("Europe/Berlin", None), "zurich": ("Europe/Zurich", None), "dubai": ("Asia/Dubai", None),
    "mumbai": ("Asia/Kolkata", None), "singapore": ("Asia/Singapore", None), "tokyo": ("Asia/Tokyo", None),
    "sydney": ("Australia/Sydney", None),
}  # fmt: skip
"""Zone words: the place whose clock they mean, and the offset in hours that a seasonal name states literally."""

EVENTS = word_set(
    """
    meeting call review demo standup stand-up board workshop presentation launch kickoff interview audit sync
    catchup pitch hearing conference webinar session briefing appointment offsite committee retro check-in checkin
    1:1 one-on-one one-to-one 1-on-1 1-to-1 1-2-1 catch-up kick-off meet-up meetup sit-down walk-through walkthrough
    dry-run run-through all-hands allhands check-up agm egm ama retrospective scrum grooming inspection assessment
    ceremony gala party fair expo lecture class lesson seminar symposium congress assembly webcast screening viewing
    hackathon election vote cutover handover hand-over handoff hand-off delivery publication submission chat tour
    interview orientation onboarding opening auction wedding funeral show game match race concert drill
    event deadline visit town-hall townhall go-live release negotiation signing rehearsal panel exam trial
    training lunch dinner breakfast flight train steerco readout huddle talk summit roadshow debrief
    """
)
"""Things that happen at a moment: what "before the 3pm …" and "in time for Thursday's …" can end in."""

ENGLISH = word_set(
    """
    aprils augusta augusto augusts deceiver decembers decemvir februarys fridays januarys julys junes larch marche
    marchs marci marco marcs marcy marsh match mondays morrow nonmember novembers octobers parch remember saturdays
    septembers sturdy sunda sundae sundas sundays sundry thursdays toady todays toddy tokay tomorrows tonights toray
    tuesdays wednesdays
    """
)
"""Words, and names, that lie as near to a day or a month as a typing error. They were found with the word lists of
Debian (wamerican-large, wbritish): every word of five letters or more that `spelling` would repair."""

SHORT = {"b4": "before", "nxt": "next", "wk": "week", "wks": "weeks"}
"""Chat forms that are read as the word they stand for, wherever it may stand."""

FILLERS = word_set(
    """
    please pls plz about around approx approximately roughly circa like max kindly thanks thx ty cheers ~
    """
)
"""Words that change nothing in a deadline. They are left out, so that no rule has to allow for them."""

CALM = word_set(
    """
    a an the this that these those my our your his her its their i we you he she it they me us him them who which
    what and or but so if when while because since as than then though although unless until till by before after
    at on in to for of from with without into over under during within per via ahead prior is are was were be been
    am will would can could should must shall may might do does did has have had need needs want wants not no nor
    please thanks thank cheers also too only just even still again now ok okay yes works latest tops sharp exactly
    preferably ideally hopefully maybe perhaps instead actually sorry rather otherwise asap there here how where
    why i'm i'd i'll i've we're we'd we'll we've you're you'd you'll you've it's that's let's lets both either
    each every all any some come comes following onwards
    """
)
"""Words that can follow a date without making it a name: "by Friday so that …", but not "the Friday numbers"."""

FEASTS = (
    "Good Friday", "Easter Monday", "Easter Sunday", "Whit Monday", "Whit Sunday", "Pentecost Monday",
    "Maundy Thursday", "Holy Thursday", "Holy Saturday", "Palm Sunday", "Ash Wednesday", "Shrove Tuesday",
    "Shrove Monday", "Fat Tuesday", "Pancake Day", "Black Friday", "Cyber Monday", "Super Tuesday", "Giving Tuesday",
    "Mothering Sunday", "Super Sunday", "Remembrance Sunday", "Christmas Eve", "Christmas Day", "New Year's Eve",
    "New Year's Day", "May Day", "Boxing Day", "Midsummer Eve", "Blue Monday", "Rose Monday",
    "May Bank Holiday", "Early May Bank Holiday", "August Bank Holiday",
)  # fmt: skip
"""Names that hold a day but are dates only where the holidays name them."""

OTHER_NAMES = {
    "martin luther king jr. day": ("MLK Day", "Martin Luther King Day"),
    "washington's birthday": ("Presidents Day",),
    "christmas day": ("Christmas",),
    "thanksgiving day": ("Thanksgiving",),
    "thanksgiving": ("Thanksgiving Day",),
    "juneteenth national independence day": ("Juneteenth",),
    "early may bank holiday": ("May Day",),
}
"""What holidays are called beside the names in the lists."""

HOLIDAY_WORDS = word_set(
    """
    christmas xmas easter good whit pentecost maundy holy palm ash shrove fat pancake black cyber super giving mothering
    remembrance new may boxing midsummer blue rose thanksgiving juneteenth labor labour memorial independence veterans
    presidents columbus indigenous washington washington's mlk martin lincoln lincoln's holiday holidays feast festival
    diwali eid ramadan hanukkah passover ascension corpus assumption epiphany unity liberation victory constitution
    republic national king's queen's king queen victoria canada australia anzac patrick's andrew's george's david's
    patrick andrew bastille carnival saints souls immaculate reformation repentance freedom heritage youth women's
    mother's father's valentine's valentine halloween nowruz lunar vesak family civic founders emancipation spring
    summer bank constitution workers armistice
    """
)
"""Words that the name of a holiday holds. Without one of them the public holidays of a country are not looked up."""

LABELS = word_set(
    """
    section sections version row rows room slide slides page pages ticket item items step phase chapter option
    figure table sheet line lines level gate platform flight clause article appendix paragraph exhibit question
    number no release build sprint floor unit invoice order case bug issue pr score ratio apartment suite bus
    """
)
"""Words after which a number is the number of something, not a day or an hour."""


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
