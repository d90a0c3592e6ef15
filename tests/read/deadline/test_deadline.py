"""The reader of deadline phrases: every row of `cases/deadlines.yaml`, and what holds for any text."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from string import ascii_lowercase
from typing import Any

import pytest
import yaml
from conftest import TESTS

from clarify.moments import Conventions
from clarify.read.deadline import Deadline, read_deadline
from clarify.read.deadline.language.spelling import NAMES, repaired
from clarify.read.deadline.language.tokens import tokens_of
from clarify.read.deadline.language.words import ENGLISH, LEXICON, SHORT

CASES = yaml.load((TESTS / "cases" / "deadlines.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it builds nothing but text)
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
    """The answer is aware, on a full minute, names unit and rule, and its offsets cut its words out of the phrase."""
    deadline = read(row)
    assert deadline.grain in ("minute", "day", "week", "month", "quarter", "half", "year")
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
    pinned = any(mark in row["phrase"] for mark in ("20", "/26", "Monday 9", "today", "this morning", "tonight"))
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


FEASTS = {
    date(2026, 11, 26): "Thanksgiving Day",
    date(2026, 12, 24): "Christmas Eve",
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 26): "Boxing Day",
    date(2026, 12, 28): "Boxing Day (observed)",
    date(2027, 1, 1): "New Year's Day",
}
ARABIAN = {"working_days": frozenset({6, 0, 1, 2, 3}), "week_begins": 6}
SET: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"bare_afternoon": False}, "by 7 tomorrow", ["2026-03-12T07:00"]),
    ({"bare_afternoon": False}, "by 4", ["2026-03-12T04:00"]),
    ({"bare_afternoon": False}, "7 in the evening", ["2026-03-11T19:00"]),
    ({"next_is_next_week": False}, "next Friday", ["2026-03-13T17:00", "2026-03-20T17:00"]),
    ({"next_is_next_week": False}, "next Monday", ["2026-03-16T17:00"]),
    ({"couple": 3}, "in a couple of weeks", ["2026-04-01T17:00"]),
    ({"year_begins": 4}, "end of the fiscal year", ["2026-03-31T17:00"]),
    ({"year_begins": 4}, "FY27", ["2027-03-31T17:00", "2026-04-01T17:00"]),
    ({"year_begins": 10}, "Q1 FY27", ["2026-12-31T17:00", "2026-10-01T17:00"]),
    ({"year_begins": 1}, "by end of FY26", ["2026-12-31T17:00"]),
    ({"year_begins": 7}, "before the end of fiscal Q3", ["2026-03-31T17:00"]),
    ({"year_begins": 4}, "Q2", ["2026-06-30T17:00", "2026-04-01T17:00"]),
    ({"holidays": FEASTS}, "by Christmas Eve", ["2026-12-24T17:00"]),
    ({"holidays": FEASTS}, "before Thanksgiving", ["2026-11-25T17:00", "2026-11-26T09:00", "2026-11-26T17:00"]),
    ({"holidays": FEASTS}, "the day after Boxing Day", ["2026-12-27T17:00"]),
    ({"holidays": FEASTS}, "noon on new years day", ["2027-01-01T12:00"]),
    ({"holidays": FEASTS}, "the Monday after xmas", ["2026-12-28T17:00"]),
    ({"holidays": FEASTS}, "by the end of Thanksgiving week", ["2026-11-27T17:00"]),
    ({"holidays": FEASTS}, "by Good Friday", []),
    (ARABIAN, "end of the week", ["2026-03-12T17:00"]),
    (ARABIAN, "next week", ["2026-03-19T17:00", "2026-03-15T17:00"]),
    (ARABIAN, "over the weekend", ["2026-03-14T17:00", "2026-03-15T09:00"]),
    (ARABIAN, "by this weekend", ["2026-03-12T17:00", "2026-03-13T17:00", "2026-03-14T17:00"]),
    (ARABIAN, "late next week", ["2026-03-19T17:00", "2026-03-18T17:00"]),
    ({"week_begins": 6}, "early next week", ["2026-03-17T17:00", "2026-03-16T17:00"]),
    ({"leader_zone": timezone(timedelta(hours=9))}, "9am my time tomorrow", ["2026-03-12T00:00"]),
]


@pytest.mark.parametrize(("own", "phrase", "moments"), SET)
def test_what_words_mean_can_be_set(own: dict[str, Any], phrase: str, moments: list[str]) -> None:
    """Each opinion of the reader is the person's own to change."""
    deadline = read_deadline(phrase, NOW, Conventions(**own))
    assert (stamps(deadline.due, *deadline.alternatives) if deadline else []) == moments


THERE = [
    ("2026-07-07T21:00-04:00", "tomorrow 9am JST", "2026-07-08T20:00"),
    ("2026-07-07T21:00-04:00", "9am tomorrow (JST)", "2026-07-08T20:00"),
    ("2026-07-07T21:00-04:00", "two hours before 9am JST tomorrow", "2026-07-08T18:00"),
    ("2026-07-07T02:00+09:00", "today 5pm UTC", "2026-07-07T02:00"),
    ("2026-07-07T02:00+09:00", "EOD tomorrow UTC", "2026-07-08T02:00"),
    ("2026-07-07T02:00+09:00", "by 5pm +00:00 tomorrow", "2026-07-08T02:00"),
]


@pytest.mark.parametrize(("now", "phrase", "due"), THERE)
def test_the_day_is_the_day_in_the_zone_that_is_named(now: str, phrase: str, due: str) -> None:
    """Today and tomorrow are those of the place that the time is said for."""
    deadline = read_deadline(phrase, datetime.fromisoformat(now))
    assert deadline
    assert stamps(deadline.due) == [due]
    assert deadline.zone


def test_tells_what_it_put_right() -> None:
    """A typing error is read as the name it lies near to, and the answer says so, for the words that it used alone."""
    deadline = read_deadline("On wendesday we met, so send it by thrusday 3pm please", NOW)
    assert deadline
    assert deadline.corrected == (("thrusday", "Thursday"),)
    deadline = read_deadline("tommorow noon", NOW)
    assert deadline
    assert deadline.corrected == (("tommorow", "tomorrow"),)


def slips(name: str) -> set[str]:
    """`name` with one letter too few, too many or wrong, or two neighbours swapped."""
    cuts = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    less = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    wrong = {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    more = {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return less | swapped | wrong | more


@pytest.mark.parametrize("name", NAMES)
def test_one_slip_reads_as_the_name(name: str) -> None:
    """Every single slip of five letters or more is read as the name, unless it is a word or as near to another name."""
    for typed in slips(name) - {name}:
        if len(typed) >= 5 and typed not in ENGLISH and typed not in LEXICON:
            others = [other for other in NAMES if other != name and typed in slips(other)]
            assert repaired(typed) == name or (others and repaired(typed) in ("", *others)), typed


@pytest.mark.parametrize(
    "word", [*sorted(ENGLISH), *LEXICON, "jun", "frdy", "toda", "sept", "weds", "thirsty", "monkey"]
)
def test_words_that_are_right_or_short_are_left_alone(word: str) -> None:
    """What is an English word, a word that the reader knows, or shorter than five letters, is read as it is typed."""
    read = tokens_of(word)
    assert not read or read[0].word in (word, SHORT.get(word), word.removesuffix("ish")) or len(read) > 1
