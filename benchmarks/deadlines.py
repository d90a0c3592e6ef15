"""How clarify reads deadlines, beside dateparser, parsedatetime and timefhuman.

    pip install -e '.[bench]'
    python benchmarks/deadlines.py [--phrases [NAME]]

Runs them on the cases of our own tests, prints a table and judges nothing. clarify was written to these cases and gets
them all, or its tests fail: the table tells how far general parsers come with what leaders say, and not how good
clarify is at what it has not seen. What is not installed is left out, with a remark.

The others were not made for deadlines, so each gets a thin layer, with what served it best here. To all: no “by”,
“before”, “due”, “until”, “for” or “no later than” in front; of several dates, or a range, the last; a day without a
time, and days counted from now, are due at 17:00; a time without a day that has passed is tomorrow's; a day in the past
is no deadline. By their own settings, where there are any: when it was said, the future preferred, English, UTC, the
last day of a month, our hours for the parts of the day. dateparser comes twice: `parse` takes a text as one date;
`search_dates` looks for dates in it where it is none. Exact: due to the minute. False alarms: a moment, where the case
names none. A phrase: the median of one pass. Start-up: import and first phrase in a fresh process, less an empty
Python right before it, the median of seven.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

import yaml

CASES = Path(__file__).parent.parent / "tests" / "cases" / "deadlines.yaml"
NOW = "2026-03-11T10:00"
CUE = re.compile(r"\A(?:(?:by|before|due|until|till|for|no later than|not later than)\s+)+", re.IGNORECASE)
NOON, END, NIGHT = clock(12), clock(17), clock(23, 59)
Answer = datetime | date | clock | timedelta | None
"""What a library finds: a date is a day without a time, a time one without a day, a timedelta is counted from now."""
Reader = Callable[[str, datetime], Answer]
"""Takes a phrase, and when it was said on the clock of UTC."""


def due(answer: Answer, now: datetime) -> datetime | None:
    """When an answer is due, on the clock of UTC."""
    if isinstance(answer, timedelta):
        answer = now + answer if answer.seconds else (now + answer).date()
    if isinstance(answer, clock):
        answer = datetime.combine(now, answer)
        answer += timedelta(days=answer < now)
    if isinstance(answer, date) and not isinstance(answer, datetime):
        answer = datetime.combine(answer, END)
    if answer is None or answer.date() < now.date():
        return None
    return (answer.astimezone(UTC) if answer.tzinfo else answer).replace(tzinfo=None, second=0, microsecond=0)


def clarify() -> Reader:
    """Our own."""
    from clarify.read.deadline import read_deadline

    def read(phrase: str, now: datetime) -> datetime | None:
        found = read_deadline(phrase, now.replace(tzinfo=UTC))
        return found.due if found else None

    return read


def dateparser(search: bool = False) -> Reader:
    """Reads a whole text as one date, and looks for dates in it where `search` is true and it is none."""
    from dateparser import PartsOfDay
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    hours = PartsOfDay(morning=NOON, afternoon=END, evening=NIGHT, night=NIGHT)
    own: dict[str, Any] = {"PREFER_DATES_FROM": "future", "PREFER_DAY_OF_MONTH": "last", "PARTS_OF_DAY": hours}
    own |= {"TIMEZONE": "UTC", "TO_TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": True, "RETURN_TIME_AS_PERIOD": True}

    def read(phrase: str, now: datetime) -> Any:
        settings = {**own, "RELATIVE_BASE": now}
        whole = DateDataParser(languages=["en"], settings=settings).get_date_data(phrase)
        moment, period = whole.date_obj, whole.period
        if search and not moment:
            found = search_dates(phrase, languages=["en"], settings=settings, add_period=True)
            _, moment, period = found[-1] if found else ("", None, None)
        return moment.date() if moment and period not in ("time", "part_of_day") else moment

    return read


def parsedatetime() -> Reader:
    """Looks for dates in a text, and reads it as a whole where it finds none."""
    from parsedatetime import VERSION_CONTEXT_STYLE, Calendar, Constants

    calendar = Calendar(Constants(usePyICU=False), version=VERSION_CONTEXT_STYLE)
    hours = {"morning": NOON, "afternoon": END, "evening": NIGHT, "night": NIGHT, "tonight": NIGHT}
    calendar.ptc.re_sources.update({part: {"hr": at.hour, "mn": at.minute, "sec": 0} for part, at in hours.items()})

    def read(phrase: str, now: datetime) -> Any:
        found = calendar.nlp(phrase, now)
        moment, context = found[-1][:2] if found else calendar.parseDT(phrase, now)
        if not context.hasTime:
            return moment.date() if context.hasDate else None
        return moment if context.hasDate else moment.time()

    return read


def timefhuman() -> Reader:
    """Finds the dates in a text, each as exact as it was said."""
    from timefhuman import tfhConfig, timefhuman

    def last(found: Any) -> Any:
        """A choice is a list, a range is a tuple."""
        return (last(found[-1]) if found else None) if isinstance(found, (list, tuple)) else found

    def read(phrase: str, now: datetime) -> Any:
        found = last(timefhuman(phrase, tfhConfig(now=now, infer_datetimes=False)))
        zoned = isinstance(found, clock) and found.tzinfo  # its zone is right only together with a day
        return last(timefhuman(phrase, tfhConfig(now=now))) if zoned else found

    return read


SEARCH = partial(dateparser, search=True)
TABLE: dict[str, tuple[Callable[[], Reader], str]] = {
    "clarify": (clarify, "clarify.read.deadline import read_deadline as f; f(TEXT, NOW)"),
    "dateparser parse": (dateparser, "dateparser import parse as f; f(TEXT, languages=['en'])"),
    "dateparser search_dates": (SEARCH, "dateparser.search import search_dates as f; f(TEXT, languages=['en'])"),
    "parsedatetime": (parsedatetime, "parsedatetime import Calendar as f; f().nlp(TEXT)"),
    "timefhuman": (timefhuman, "timefhuman import timefhuman as f; f(TEXT)"),
}
"""How the reader of each line is made, and the program whose start-up is measured."""


def start_up(first: str) -> float:
    """Milliseconds that a fresh process takes for its first phrase, less an empty Python right before it."""
    program = f"from datetime import *; NOW = datetime.now(timezone.utc); TEXT = 'tomorrow at 5pm'; from {first}"
    took = []
    for code in ["pass", program] * 8:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)
        took.append((time.perf_counter() - began) * 1000)
    return median(ours - empty for empty, ours in zip(took[2::2], took[3::2], strict=True))  # the first two warm up


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--phrases", nargs="?", const="clarify", metavar="NAME", help="print each miss, of clarify")
    chosen, moment = options.parse_args(), datetime.fromisoformat
    read = yaml.load(CASES.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it builds nothing but text)
    rows = [row for rows in read["deadlines"].values() for row in rows] + [{"phrase": text} for text in read["none"]]
    none = len(read["none"])
    print(f"{len(rows) - none} phrases that name a deadline, {none} that name none")
    print(f"{'':<32} {'exact':>7} {'false alarms':>13} {'a phrase':>11} {'start-up':>9}")
    for name, (make, first) in TABLE.items():
        package = name.split()[0]
        try:
            title = name.replace(package, f"{package} {version(package)}", 1)
        except PackageNotFoundError:
            print(f"{name:<32} not installed")
            continue
        reader, took, exact, alarms, misses = make(), [], 0, 0, []
        for row in rows:
            wanted, said = moment(row["due"]) if "due" in row else None, moment(row.get("now", NOW))
            began = time.perf_counter()
            found = due(reader(row["phrase"] if make is clarify else CUE.sub("", row["phrase"]), said), said)
            took.append((time.perf_counter() - began) * 1000)
            exact += found == wanted is not None
            alarms += found != wanted is None
            misses += [f"    {row['phrase']!r}: {wanted or 'none'}, read as {found or 'none'}"] * (found != wanted)
        exactly, fresh = f"{100 * exact / (len(rows) - none):.0f} %", f"{start_up(first):.0f} ms"
        print(f"{title:<32} {exactly:>7} {alarms:>13} {median(took):>8.2f} ms {fresh:>9}", flush=True)
        if chosen.phrases in (package, name):
            print("\n".join(misses or ["    no miss"]))


if __name__ == "__main__":
    main()
