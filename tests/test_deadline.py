"""The reader of deadline phrases: every row of `cases/deadlines.yaml`, and what holds for any text."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml

from clarify.deadline import Deadline, read_deadline
from clarify.moments import Conventions

CASES = yaml.load((Path(__file__).parent / "cases" / "deadlines.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it builds nothing but text)
ROWS = [row for rows in CASES["deadlines"].values() for row in rows]
Row = dict[str, Any]
NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)


def read(row: Row) -> Deadline:
    """What is read from a row's phrase at its moment."""
    said = datetime.fromisoformat(row["now"]).replace(tzinfo=UTC) if "now" in row else NOW
    deadline = read_deadline(row["phrase"], said)
    assert deadline, "nothing was read"
    return deadline


def stamps(*moments: datetime) -> list[str]:
    """Moments as the cases write them."""
    return [moment.strftime("%Y-%m-%dT%H:%M") for moment in moments]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phrase"])
def test_means(row: Row) -> None:
    """A phrase is due when the table says, and offers the other readings in the table's order."""
    deadline = read(row)
    assert stamps(deadline.due, *deadline.alternatives) == [row["due"], *row.get("or", [])]


@pytest.mark.parametrize("phrase", CASES["none"])
def test_names_no_deadline(phrase: str) -> None:
    """What names no moment is not guessed at."""
    assert read_deadline(phrase, NOW) is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phrase"])
def test_answer_is_whole(row: Row) -> None:
    """The answer is aware, on a full minute, names its rule, and its offsets cut its words out of the phrase."""
    deadline = read(row)
    assert deadline.due.tzinfo
    assert (deadline.due.second, deadline.due.microsecond) == (0, 0)
    assert deadline.rule
    assert deadline.text == row["phrase"][deadline.start : deadline.end] != ""
    assert deadline.due not in deadline.alternatives


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phrase"])
@pytest.mark.parametrize("hours", [0, 9, 61, 103, 2000])
def test_never_before_now(row: Row, hours: int) -> None:
    """Whenever it is said, nothing is due before that, save what the words pin down by themselves."""
    said = NOW + timedelta(hours=hours, seconds=59)
    deadline = read_deadline(row["phrase"], said)
    pinned = any(mark in row["phrase"] for mark in ("20", "/26", "today", "this morning", "tonight"))
    assert deadline is None or pinned or deadline.due >= said.replace(second=0)


@pytest.mark.parametrize("row", [row for row in ROWS if row["phrase"].startswith("by ")], ids=lambda row: row["phrase"])
def test_same_inside_a_sentence(row: Row) -> None:
    """A phrase means the same in a sentence, in capitals and with polite words around it."""
    inside = read({**row, "phrase": f"Sort out the invoices {row['phrase']}, please!"})
    assert (inside.due, inside.alternatives) == (read(row).due, read(row).alternatives)
    assert read({**row, "phrase": row["phrase"].upper()}).due == inside.due


@pytest.mark.parametrize(
    "piece",
    [
        *("9", "next ", "friday or ", "1:", "not friday, ", "\n ", "a'", "in 3 days before ", "½", "\0"),
        *("- ", "(", '"', "12 ", "May ", "so that friday "),
    ],
)
def test_survives_a_megabyte(piece: str) -> None:
    """Any text returns, of any length."""
    read_deadline(piece * (1_000_000 // len(piece)), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "in 99999 years",
        "in 9999 weeks",
        "the 99th",
        "0:00",
        "in 0 days",
        "99/99/9999",
        "mid-May 2020",
        "on Friday, half a day before",
    ],
)
def test_survives_odd_texts(text: str) -> None:
    """What the calendar can't hold is no deadline, and no error."""
    read_deadline(text, NOW)
    read_deadline(text, datetime(9999, 12, 31, 23, 59, tzinfo=UTC))


def test_wants_a_zone() -> None:
    """A wall clock without a zone is refused with the reason."""
    with pytest.raises(ValueError, match="time zone"):
        read_deadline("tomorrow", datetime(2026, 3, 11, 10))


def test_follows_the_conventions() -> None:
    """End of day, date order and holidays are the person's own."""
    own = Conventions(end_of_day=time(18, 30), day_first=True, holidays={date(2026, 3, 13): ""})
    phrases = {
        "tomorrow": "2026-03-12T18:30",
        "5/4": "2026-04-05T18:30",
        "end of the week": "2026-03-12T18:30",
        "in 2 working days": "2026-03-16T18:30",
    }
    for phrase, due in phrases.items():
        deadline = read_deadline(phrase, NOW, own)
        assert deadline
        assert stamps(deadline.due) == [due]


def test_stays_in_the_zone_of_now() -> None:
    """The moment is on the clock of now, also where it was said in another zone."""
    zone = timezone(timedelta(hours=1))
    deadline = read_deadline("by 5pm UTC", NOW.astimezone(zone))
    assert deadline
    assert deadline.due.tzinfo is zone
    assert stamps(deadline.due) == ["2026-03-11T18:00"]
