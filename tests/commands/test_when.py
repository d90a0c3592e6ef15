"""`clarify when`."""

from pathlib import Path

import pytest
from conftest import Clarify, at_terminal


def test_when_tells_what_is_made_of_a_phrase(clarify: Clarify) -> None:
    assert "Fri 27 Nov, 12:00" in clarify("when", "Friday", "noon").out
    read = clarify("when", "by Friday noon", "--json").json
    assert read["due"] == "2026-11-27T12:00:00+00:00"
    assert "by Friday noon"[read["start"] : read["end"]] == read["text"]


def test_when_says_what_it_put_right_and_in_which_zone(clarify: Clarify) -> None:
    told = clarify("when", "by thrusday 5pm ET").out
    assert told.startswith("Thu 26 Nov, 22:00\ttomorrow\t")
    assert "“thrusday” read as Thursday" in told
    assert "America/New_York: Thu 26 Nov, 17:00 there" in told
    read = clarify("when", "by thrusday 5pm ET", "--json").json
    assert read["corrected"] == [["thrusday", "Thursday"]]
    assert read["zone"] == "America/New_York"


def test_when_tells_hurry_from_a_date(clarify: Clarify) -> None:
    assert "no date, only hurry" in clarify("when", "asap please", code=1).err
    assert "hurry" not in clarify("when", "march through the list", code=1).err


def test_when_tells_how_a_holiday_becomes_a_date(clarify: Clarify) -> None:
    told = clarify("when", "by Christmas", code=1).err
    assert "“Christmas” is a date once clarify knows your country: `clarify settings country=GB`" in told
    clarify("settings", "country=GB")
    assert "Fri 25 Dec" in clarify("when", "by Christmas").out


def test_when_asks_for_no_country_where_no_holiday_is_named(clarify: Clarify) -> None:
    assert "country" not in clarify("when", "once it is christened", code=1).err
    clarify("settings", "country=GB")
    assert "country" not in clarify("when", "by Thanksgiving", code=1).err


def test_the_interview_says_which_word_it_put_right(clarify: Clarify) -> None:
    keys = "Fix the deck\rRavi\rby thrusday noon\r\x03"
    assert "“thrusday” read as Thursday" in at_terminal(clarify, keys, "new", code=130).err


def test_when_refuses_what_names_no_moment(clarify: Clarify) -> None:
    result = clarify("when", "purple elephants", code=1)
    assert result.out == ""
    assert "purple elephants" in result.err
    assert clarify("when", "purple elephants", "--json").json["due"] is None


@pytest.mark.parametrize("phrase", ["31 Dec 9999", "Dec 31, 9999", "by 31 Dec 9999, please", "Dec 9999", "9999-12-31"])
def test_when_says_of_a_far_year_that_it_is_out_of_range(clarify: Clarify, home: Path, phrase: str) -> None:
    """The day of this year was the answer once, and nobody had said that."""
    result = clarify("when", phrase, code=1)
    assert result.out == ""
    assert "“9999” is out of range: dates from 1990 to 2099 are read." in result.err
    assert clarify("when", phrase, "--json").json["due"] is None
    made = clarify("new", "Fix the deck", "--deadline", phrase, "--no-input", "--json").json
    assert made["due"] is None


@pytest.mark.parametrize("phrase", ["by 12 March 5000 copies", "by 12 March, 12000 units", "12 March 1700"])
def test_when_takes_no_amount_and_no_hour_for_a_far_year(clarify: Clarify, phrase: str) -> None:
    assert clarify("when", phrase).out.startswith("Fri 12 Mar 2027, 17:00")


@pytest.mark.parametrize(
    ("phrase", "unread"),
    [
        ("tomorrow 25:99", "25:99"),
        ("tomorrow 13:60 please", "13:60"),
        ("by 25:00 on Friday", "25:00"),
        ("Friday at 99", "99"),
        ("31 Dec 1850", "1850"),
    ],
)
def test_when_says_which_time_it_did_not_read(clarify: Clarify, phrase: str, unread: str) -> None:
    result = clarify("when", phrase)
    assert result.err == f"“{unread}” was not read: write a time like 17:00, or a year like 2026.\n"
    assert clarify("when", phrase, "--json").json["unread"] == [unread]


@pytest.mark.parametrize(
    "phrase", ["tomorrow 17:30", "Friday 24:00", "Friday", "12/12 at 5pm", "by 3pm, room 12 is free"]
)
def test_when_has_no_remark_where_all_was_read(clarify: Clarify, phrase: str) -> None:
    assert clarify("when", phrase).err == ""
    assert clarify("when", phrase, "--json").json["unread"] == []
