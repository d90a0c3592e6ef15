"""`sent`, `confirm`, `done`, `drop` and `reopen`."""

from pathlib import Path

import pytest
from conftest import Clarify, brief_file, contents, standings


def test_sent_once_more_leaves_confirmed_what_is_confirmed(clarify: Clarify, q3: str) -> None:
    for command in ("sent", "confirm", "sent", "done", "reopen"):
        clarify(command, q3)
        if command == "sent":
            last = clarify("show", q3, "--json").json
    assert last["status"] == "confirmed"
    assert [event["what"] for event in last["history"]] == ["sent", "confirmed", "sent"]
    assert clarify("show", q3, "--json").json["status"] == "confirmed"


def test_sent_keeps_the_subject_and_the_items_in_their_order(clarify: Clarify, q3: str) -> None:
    (message,) = clarify("export", q3, "--json").json
    result = clarify("sent", "q3")
    assert result.out == ""
    assert "Chloe" not in result.out
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == "sent"
    assert brief["history"] == [
        {
            "at": "2026-11-25T10:00:00+00:00",
            "what": "sent",
            "subject": message["subject"],
            "items": message["items"],
        }
    ]


def test_confirm_confirms_what_was_said_and_assumed_and_leaves_open_what_is_open(clarify: Clarify, q3: str) -> None:
    clarify("sent", q3)
    result = clarify("confirm", q3)
    assert "why" in result.err
    assert "vision" not in result.err
    held = standings(clarify, q3)
    assert held["deadline"] == "confirmed: by Thursday"
    assert held["vision"] == "confirmed: one page"
    assert held["why"] == held["urgency"] == "open"
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == "confirmed"
    assert [event["what"] for event in brief["history"]] == ["sent", "confirmed"]
    assert brief["history"][0]["items"], "what was sent is still known"


@pytest.mark.parametrize(("command", "status"), [("done", "done"), ("drop", "dropped")])
def test_a_closed_brief_lies_in_the_archive_of_its_year(
    clarify: Clarify, home: Path, q3: str, command: str, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLARIFY_NOW", "2027-01-04T09:00")
    clarify(command, q3)
    assert brief_file(home, q3) == home / "briefs" / "archive" / "2027" / f"{q3}.yaml"
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == status
    assert brief["history"][-1]["what"] == status
    assert brief["path"] == str(brief_file(home, q3))


@pytest.mark.parametrize("closing", ["done", "drop"])
@pytest.mark.parametrize(("before", "status"), [([], "draft"), (["sent"], "sent"), (["sent", "confirm"], "confirmed")])
def test_reopen_takes_it_up_where_it_stood(
    clarify: Clarify, home: Path, q3: str, closing: str, before: list[str], status: str
) -> None:
    for command in (*before, closing, "reopen"):
        clarify(command, q3)
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == status
    assert brief["history"][-1]["what"] == "reopened"
    assert brief_file(home, q3).parent == home / "briefs"


@pytest.mark.parametrize("command", ["sent", "confirm", "done", "drop"])
def test_a_closed_brief_is_not_moved_along_by_mistake(clarify: Clarify, home: Path, q3: str, command: str) -> None:
    clarify("done", q3)
    before = contents(home)
    assert "clarify reopen" in clarify(command, q3, code=1).err
    assert contents(home) == before


def test_reopen_refuses_what_is_open(clarify: Clarify, home: Path, q3: str) -> None:
    before = contents(home)
    assert "open already" in clarify("reopen", q3, code=1).err
    assert contents(home) == before


@pytest.mark.parametrize("command", ["sent", "confirm", "done", "drop"])
def test_moving_with_json_prints_the_object_of_show(clarify: Clarify, q3: str, command: str) -> None:
    moved = clarify(command, q3, "--json")
    assert moved.json == clarify("show", q3, "--json").json
