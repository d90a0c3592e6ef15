"""Homes that more than one clarify works on: another version, another machine, another clock, a person's editor."""

import os
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import Clarify, brief_file, contents, written

from clarify.brief import Brief
from clarify.errors import ClarifyError
from clarify.keep.store import Store

# ---- a newer clarify


@pytest.fixture
def newer(clarify: Clarify, home: Path, q3: str) -> Path:
    """A brief that a newer clarify wrote, with something in it that this one does not know."""
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("schema: 1", "schema: 2\nmood: cheerful"))
    return path


def test_what_a_newer_clarify_wrote_is_listed_and_shown(clarify: Clarify, newer: Path) -> None:
    assert "Q3 client list" in clarify("list").out
    assert "Q3 client list" in clarify("export", "q3").out
    shown = clarify("show", "q3")
    assert "Q3 client list" in shown.out
    assert "only reads it" in shown.err


@pytest.mark.parametrize(
    "command",
    [("edit", "q3", "why=a pitch"), ("edit", "q3"), ("sent", "q3"), ("confirm", "q3"), ("done", "q3"), ("drop", "q3")],
    ids=" ".join,
)
def test_what_a_newer_clarify_wrote_is_not_changed(
    clarify: Clarify, home: Path, newer: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "rm")
    before = contents(home)
    result = clarify(*command, code=1)
    assert "Update clarify" in result.err
    assert contents(home) == before


def test_what_only_a_newer_clarify_can_read_is_named(clarify: Clarify, newer: Path) -> None:
    newer.write_text(newer.read_text().replace("status: draft", "status: delegated"))
    result = clarify("list", code=1)
    assert "newer clarify" in result.err
    assert newer.name in result.err


def test_a_newer_brief_can_still_be_forgotten(clarify: Clarify, home: Path, newer: Path) -> None:
    clarify("forget", "q3", "--yes")
    assert not any("Q3" in text.decode() for text in contents(home).values())


# ---- a folder that is synced

COPIES = [
    "{} (Maya's conflicted copy 2026-11-25)",
    "{} (conflicted copy 2026-11-25 101500)",
    "{}.sync-conflict-20261125-101500-ABCDEFG",
    "{}-LAPTOP-7",
    "{}_conflict-20261125-101500",
    "{} (1)",
    "{} 2",
    "{} - Copy",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_conflicted_copy_is_named_and_never_taken_for_a_brief(
    clarify: Clarify, home: Path, q3: str, name: str
) -> None:
    copy = written(home, name.format(q3), brief_file(home, q3).read_bytes().replace(b"one page", b"two pages"))
    before = contents(home)
    for command in ("list", "today"):
        result = clarify(command, "--json", code=1)
        assert "two pages" not in result.out
        assert str(copy) in result.err
        assert f"clarify edit {q3}" in result.err
    shown = clarify("show", "q3", "--json")
    assert shown.json["answers"]["vision"]["value"] == "one page"
    assert copy.name in shown.err
    assert contents(home) == before
    clarify("done", "q3")
    assert str(copy) in clarify("list", code=1).err, "also when the brief itself is closed"


@pytest.mark.parametrize("name", ["Q3 list", "q3", "notes (1)", "Pull together"])
def test_a_file_that_is_no_copy_is_a_brief_whatever_its_name(clarify: Clarify, home: Path, q3: str, name: str) -> None:
    written(home, name, brief_file(home, q3).read_bytes())
    assert {brief["id"] for brief in clarify("list", "--json").json} == {q3, name}


def test_copies_of_the_history_of_changes_do_no_harm(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("sent", "q3")
    record = home / "undo" / "00000002.json"
    record.with_name("00000002 (conflicted copy).json").write_bytes(record.read_bytes())
    record.with_name("00000003.sync-conflict-1.json").write_text("{")
    clarify("undo")
    assert clarify("show", "q3", "--json").json["status"] == "draft"


# ---- a clock that jumps


def test_a_clock_that_jumps_back_loses_nothing(
    clarify: Clarify, home: Path, q3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clarify("sent", "q3")
    states = [contents(home / "briefs")]
    for year in ("2024", "2026", "2020"):
        monkeypatch.setenv("CLARIFY_NOW", f"{year}-03-01T10:00")
        clarify("edit", "q3", f"why=the pitch of {year}")
        assert clarify("show", "q3", "--json").json["answers"]["why"]["value"] == f"the pitch of {year}"
        assert "Q3 client list" in clarify("list").out
        states.append(contents(home / "briefs"))
    clarify("done", "q3")
    for state in reversed(states):
        clarify("undo")
        assert contents(home / "briefs") == state


def test_a_file_from_the_future_is_read_as_written_now(clarify: Clarify, home: Path) -> None:
    text = "ask: Fix the deck\nstatus: draft\ncreated: 2026-11-25\nanswers:\n  deadline: Friday\nhistory: []\n"
    path = written(home, "deck", text)
    os.utime(path, (time.time() + 9e7, time.time() + 9e7))
    assert clarify("show", "deck", "--json").json["due"] == "2026-11-27T17:00:00+00:00"


# ---- an editor that is open meanwhile


def test_an_edit_that_races_with_another_command_is_refused_and_kept(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nsed -i "s/one page/two pages/" "$1"\n{sys.executable} -m clarify sent q3\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    result = clarify.program("edit", "q3", code=1)
    assert "changed by another command while you were editing" in result.err
    assert clarify("show", "q3", "--json").json["status"] == "sent"
    [kept] = (home / "edit").rglob("*.yaml")
    assert str(kept) in result.err
    assert "two pages" in kept.read_text()
    assert "one page" in brief_file(home, q3).read_text()


def test_a_change_never_goes_over_what_was_saved_by_hand_meanwhile(clarify: Clarify, home: Path, q3: str) -> None:
    path = brief_file(home, q3)
    by_hand = path.read_text().replace("one page", "two pages")

    def how(brief: Brief) -> Brief:
        path.write_text(by_hand)
        return replace(brief, ask="Fix the deck")

    with pytest.raises(ClarifyError, match="changed by hand just now"):
        Store(home, datetime.now(UTC)).change(q3, "edit", how)
    assert path.read_text() == by_hand
    clarify("edit", "q3", "why=a pitch")
    assert "two pages" in path.read_text()


# ---- names that another system could not store

NAMES = {
    "con": "brief-con",
    "AUX": "brief-aux",
    "nul.txt": "brief-nul-txt",
    "Com1 port": "brief-com1-port",
    "com¹": "brief-com1",
    "Archive": "brief-archive",
    "Consult Berlin": "consult-berlin",
    "the end...": "the-end",
    "a/b\\c:d*e?f|g": "a-b-c-d-e-f-g",
    "x" * 300: "x" * 40,
    "…": "brief",
    "漢字": "brief",
    "Ünïcödé": "unicode",
}


@pytest.mark.parametrize(("ask", "slug"), NAMES.items(), ids=range(len(NAMES)))
def test_a_name_can_be_stored_on_every_system(clarify: Clarify, ask: str, slug: str) -> None:
    assert clarify("new", ask, "--no-input", "--json").json["id"] == slug


def test_names_never_differ_in_case_alone(clarify: Clarify) -> None:
    for ask in ("Fix the deck", "FIX THE DECK", "fix the Deck!"):
        clarify("new", ask, "--no-input")
    names = [brief["id"] for brief in clarify("list", "--json").json]
    assert len({name.casefold() for name in names}) == len(names) == 3


# ---- what was taken away, or got another name, by hand


def test_a_brief_whose_file_is_gone_can_still_be_forgotten(clarify: Clarify, home: Path, q3: str) -> None:
    brief_file(home, q3).unlink()
    clarify("forget", "q3", "--yes", code=3)
    clarify("forget", q3, "--yes")
    assert contents(home / "undo") == {}


def test_forgetting_a_brief_that_was_renamed_by_hand_forgets_its_old_name(
    clarify: Clarify, home: Path, q3: str
) -> None:
    clarify("new", "Fix the deck", "--no-input")
    clarify("sent", "q3")
    path = brief_file(home, q3)
    path.rename(path.with_name("client-list.yaml"))
    clarify("forget", "client-list", "--yes")
    assert not any("Q3" in text.decode() for text in contents(home).values())
    assert "deck" in clarify("list").out
