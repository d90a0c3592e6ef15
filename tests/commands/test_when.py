"""`clarify when`."""

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
