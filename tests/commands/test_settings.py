"""`clarify settings`."""

from pathlib import Path

import pytest
from conftest import Clarify, at_terminal, contents


def test_settings_are_kept_and_take_effect(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("settings", "end_of_day=18:30", "name=Maya Lind")
    assert clarify("settings", "--json").json["end_of_day"] == "18:30"
    assert clarify("settings", "name").out.split()[:3] == ["name", "Maya", "Lind"]
    assert clarify("when", "--json", "Friday").json["due"] == "2026-11-27T18:30:00+00:00"
    assert clarify("export", q3).out.endswith("\n\nMaya Lind\n")
    clarify("settings", "end_of_day=")
    assert clarify("when", "--json", "Friday").json["due"] == "2026-11-27T17:00:00+00:00"
    assert clarify("settings", "--json").json == {"name": "Maya Lind"} | {
        key: None for key in clarify("settings", "--json").json if key != "name"
    }


def test_settings_keep_the_remarks_that_a_person_wrote(clarify: Clarify, home: Path) -> None:
    file = home / "settings.yaml"
    file.parent.mkdir()
    file.write_text("# mine\nname: Maya # the short form\nend_of_day: 18:00\n")
    clarify("settings", "name=Maya Lind", "noon=12:30")
    text = file.read_text()
    assert text.startswith("# mine\nname: Maya Lind # the short form\nend_of_day: 18:00\n")
    clarify("undo")
    assert file.read_text() == "# mine\nname: Maya # the short form\nend_of_day: 18:00\n"


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        ("end_of_dy=18:00", 2, "“end_of_day”"),
        ("end_of_dy", 2, "“end_of_day”"),
        ("end_of_dy=", 2, "“end_of_day”"),
        ("end_of_day=late", 1, "17:30"),
        ("end_of_day=25:00", 1, "17:30"),
        ("end_of_day=8:00", 1, "begins"),
        ("time_zone=Europe/Lodon", 1, "Europe/London"),
        ("time_zone=../../etc/passwd", 1, "Europe/London"),
        ("working_days=Mon-Xyz", 1, "Mon-Fri"),
        ("holidays=Christmas", 1, "2026-12-25"),
        ("date_order=year first", 1, "day first"),
        ("country=XX", 1, "country=GB"),
        ("country=GB-XYZ", 1, "country=GB"),
        ("country=Britain", 1, "country=GB"),
        ("couple=many", 1, "3"),
        ("couple=1", 1, "3"),
        ("year_begins=Spring", 1, "April"),
        ("next_weekday=soon", 1, "the first to come"),
        ("bare_hours=morning", 1, "as written"),
        ("leader_time_zone=Narnia", 1, "America/New_York"),
    ],
)
def test_settings_refuse_what_they_do_not_understand(
    clarify: Clarify, home: Path, change: str, code: int, told: str
) -> None:
    result = clarify("settings", change, code=code)
    assert result.out == ""
    assert told in result.err
    assert contents(home).get("settings.yaml") is None


WEEKS = [
    (["country=GB-ENG"], "2026-12-23T10:00", "in 3 working days", "2026-12-30T17:00"),
    (["country=GB-SCT"], "2026-11-27T10:00", "in 2 working days", "2026-12-02T17:00"),
    (["country=US"], "2026-11-25T10:00", "the next business day", "2026-11-27T17:00"),
    (["country=US", "holidays=2026-11-27 bridge day"], "2026-11-25T10:00", "the next business day", "2026-11-30T17:00"),
    (["holidays=2026-11-26, 2026-11-27"], "2026-11-25T10:00", "the next business day", "2026-11-30T17:00"),
    ([], "2026-12-23T10:00", "in 3 working days", "2026-12-28T17:00"),
    (["working_days=Sun-Thu", "week_begins=Sunday"], "2026-11-25T10:00", "end of the week", "2026-11-26T17:00"),
    (["working_days=Sun-Thu", "week_begins=Sunday"], "2026-11-26T10:00", "in 1 working day", "2026-11-29T17:00"),
]


@pytest.mark.parametrize(("settings", "now", "phrase", "due"), WEEKS)
def test_working_days_are_those_of_the_person(
    clarify: Clarify, monkeypatch: pytest.MonkeyPatch, settings: list[str], now: str, phrase: str, due: str
) -> None:
    monkeypatch.setenv("CLARIFY_NOW", now)
    if settings:
        clarify("settings", *settings)
    assert clarify("when", phrase, "--json").json["due"] == f"{due}:00+00:00"


def test_a_country_that_is_not_known_is_named_where_its_holidays_are_needed(
    clarify: Clarify, home: Path, q3: str
) -> None:
    (home / "settings.yaml").write_text("country: Narnia\n")
    assert "client list" in clarify("list").out
    assert "“Narnia”" in clarify("today", code=1).err
    clarify("settings", "country=")
    assert clarify("today").code == 0


def test_settings_damaged_by_hand_are_named_and_left_as_they_are(clarify: Clarify, home: Path, q3: str) -> None:
    file = home / "settings.yaml"
    for text, told in (("name: [", "line"), ("end_of_day: late\n", "end_of_day"), ("- x\n", "line 1")):
        file.write_text(text)
        for command in (["list"], ["settings"], ["settings", "name=x"], ["sent", q3]):
            result = clarify(*command, code=None)
            assert result.code == 1, command
            assert "settings.yaml" in result.err
            assert told in result.err
        assert file.read_text() == text


def test_a_mistake_in_the_settings_is_pointed_at_and_stops_no_repair(clarify: Clarify, home: Path, q3: str) -> None:
    file = home / "settings.yaml"
    file.write_text("name: Maya\n# mine\nend_of_day: late\n")
    for command in ("list", "show q3", "today", "sent q3", "settings"):
        result = clarify(*command.split(), code=1)
        assert f"{file}, line 3: " in result.err
        assert ("client list" in result.out) == (command.split()[0] in ("list", "show", "today"))
    assert clarify("path", "q3").out
    clarify("settings", "noon=12:30", code=1)
    clarify("settings", "end_of_day=17:00")
    assert file.read_text().startswith("name: Maya\n# mine\nend_of_day: ")
    clarify("undo")
    assert file.read_text().endswith("late\n")
    clarify("forget", q3, "--yes")
    file.write_text("end_of_day: 8:00\n")
    assert "line 1: the working day ends" in clarify("list", code=1).err


def test_settings_of_remarks_alone_keep_them(clarify: Clarify, home: Path) -> None:
    home.mkdir()
    (home / "settings.yaml").write_text("# mine\n\n# noon: 12:30")
    clarify("settings", "name=Maya")
    assert (home / "settings.yaml").read_text() == "# mine\n# noon: 12:30\nname: Maya\n"


def test_how_dates_in_numbers_are_read_is_asked_once(clarify: Clarify) -> None:
    """The first that can be read in two ways is asked about; the pick becomes the setting, and is told."""
    first = at_terminal(
        clarify, "\r".join(["Fix the deck", "Ravi", "5/6", "b", "", "one page", "", "", "", "n", ""]), "new"
    )
    assert "From now on dates in numbers are read day first" in first.err
    assert clarify("settings", "date_order", "--json").json == {"date_order": "day first"}
    second = at_terminal(
        clarify, "\r".join(["Call the hall", "Ravi", "7/6", "", "one page", "", "", "", "n", ""]), "new"
    )
    assert "can be read in" not in second.err
    assert clarify("show", "call-the-hall", "--json").json["answers"]["deadline"]["due"].startswith("2027-06-07")
