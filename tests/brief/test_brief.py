"""What a brief tells about itself: how its leader is called; and what is refused in its file."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from clarify.brief import Brief, first_name
from clarify.brief.data import InvalidBrief, brief_from_data, data_of_answer

NAMES = {
    "Chloe Martin": "Chloe",
    "Chloe": "Chloe",
    "": "",
    # Another order, and what else stands behind a comma
    "Martin, Chloe": "Chloe",
    "van der Berg, Jan": "Jan",
    "Chloe Martin, CFO": "Chloe",
    "Chloe, CFO": "Chloe",
    "Chloe, the CFO": "Chloe",
    "Chloe,": "Chloe",
    # Titles
    "Dr. Fox": "Dr. Fox",
    "Prof Ada Fox": "Prof Fox",
    "dr fox": "Dr Fox",
    # Surnames that are several words
    "van der Berg": "van der Berg",
    "de la Cruz": "de la Cruz",
    "Jan van der Berg": "Jan",
    "El Amrani": "El Amrani",
    # No names
    "the VP": "",
    "The VP of sales": "",
    "my boss": "",
    "our client": "",
    "Chloe's boss": "",
    "chloe.martin@example.com": "",
    "<chloe@example.com>": "",
    "Chloe Martin <chloe@example.com>": "Chloe",
    # As they are typed in a hurry
    "dana": "Dana",
    "dana fox": "Dana",
    "jean-luc": "Jean-Luc",
    "McKenna": "McKenna",
    "finance team": "finance team",
    "Šárka Nováková": "Šárka",
}


@pytest.mark.parametrize(("name", "called"), NAMES.items())
def test_a_leader_is_called_by_the_first_name_or_the_whole_or_not_at_all(name: str, called: str) -> None:
    assert first_name(name) == called
    assert Brief("slug", "Do it", name, datetime(2026, 3, 11, tzinfo=UTC)).first_name == called


def test_an_unknown_leader_has_no_first_name() -> None:
    assert Brief("slug", "Do it", None, datetime(2026, 3, 11, tzinfo=UTC)).first_name == ""


def brief_due(due: str, zone: str = "America/New_York") -> Brief:
    """A brief whose file holds this moment."""
    data = {
        "ask": "Do it",
        "status": "draft",
        "created": "2026-03-01T10:00",
        "answers": {"deadline": {"value": "then", "due": due}},
        "history": [],
    }
    return brief_from_data("slug", data, ZoneInfo(zone))


def test_a_moment_without_a_zone_is_one_of_the_home() -> None:
    assert data_of_answer(brief_due("2026-03-11T17:00").answers["deadline"])["due"] == "2026-03-11T17:00:00-04:00"
    assert (
        data_of_answer(brief_due("2026-03-11T17:00", "UTC").answers["deadline"])["due"] == "2026-03-11T17:00:00+00:00"
    )


def test_a_moment_that_the_clocks_skip_is_the_one_after_the_change() -> None:
    assert data_of_answer(brief_due("2026-03-08T02:30").answers["deadline"])["due"] == "2026-03-08T03:30:00-04:00"


@pytest.mark.parametrize("due", ["0001-01-01T00:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59", "9999-12-31"])
def test_a_moment_at_the_ends_of_the_calendar_is_refused_in_its_place(due: str) -> None:
    with pytest.raises(InvalidBrief, match="out of range") as refused:
        brief_due(due)
    assert refused.value.path == ("answers", "deadline", "due")
