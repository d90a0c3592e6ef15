"""The program as a process: exit codes, completion, moments."""

import os
import re
from pathlib import Path

import pytest
from conftest import Clarify, completed, new, written

from clarify.commands import COMMANDS, OTHER_NAMES


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["new", "--help"], 0),
        (["list"], 0),
        (["show", "zebra"], 3),
        (["undo"], 1),
        (["lst"], 2),
        (["--verbose"], 2),
        (["list", "--colour"], 2),
        (["when"], 2),
        (["new", "--deadline"], 2),
    ],
)
def test_the_process_ends_with_the_promised_code_in_one_line(clarify: Clarify, args: list[str], code: int) -> None:
    result = clarify.program(*args, code=code)
    if code:
        assert result.out == ""
        assert len(result.err.splitlines()) == 1
    else:
        assert result.out or result.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ls", "list"), ("nwe", "new"), ("send", "sent"), ("lst", "list"), ("RM", "forget"), ("shwo", "show")],
)
def test_a_command_that_is_none_names_the_one_that_is_meant(clarify: Clarify, typed: str, meant: str) -> None:
    assert f"Did you mean `clarify {meant}`?" in clarify(typed, code=2).err


def test_a_command_that_is_like_none_names_the_help(clarify: Clarify) -> None:
    told = clarify("zebra", code=2).err
    assert "Did you mean" not in told
    assert "`clarify help`" in told


def test_help_is_there_however_it_is_asked_for(clarify: Clarify) -> None:
    for asked in (["help"], ["-h"]):
        assert clarify(*asked).out == clarify("--help").out
    for command in ("new", "list", "export", "settings"):
        for asked in (["help", command], [command, "-h"]):
            assert clarify(*asked).out == clarify(command, "--help").out
    assert "no command “zebra”" in clarify("help", "zebra", code=2).err


def test_other_names_lead_to_commands_and_hide_none() -> None:
    known = [name for section in COMMANDS.values() for name in section]
    assert set(OTHER_NAMES.values()) <= set(known)
    assert not {*OTHER_NAMES, "help"} & set(known)


@pytest.mark.parametrize("command", ["sent", "show", "done", "path"])
def test_words_without_quotes_are_answered_with_quotes(clarify: Clarify, q3: str, command: str) -> None:
    told = clarify(command, "Pull", "together", "the", code=2).err
    assert f'clarify {command} "Pull together the"' in told
    assert clarify("show", "Pull together the", "--json").json["id"] == q3
    assert "in quotes" in clarify("edit", "Pull", "together", "why=x", code=2).err


def test_a_completion_that_is_asked_for_wrongly_is_a_mistake(clarify: Clarify) -> None:
    assert clarify.program(env={"_CLARIFY_COMPLETE": "nonsense"}, code=1).err


def test_the_shell_completes_open_briefs_and_for_reopen_closed_ones(clarify: Clarify, q3: str) -> None:
    deck = new(clarify, "Fix the deck")
    clarify("done", deck)
    assert q3 in completed(clarify, "show", "pull")
    assert completed(clarify, "show", "fix").strip() == ""
    assert deck in completed(clarify, "reopen", "fix")
    assert completed(clarify, "reopen", "pull").strip() == ""


def test_leaders_are_known_from_what_is_open_or_was_closed_lately(clarify: Clarify, home: Path) -> None:
    new(clarify, "Fix the deck", "--leader", "Chloe")
    for n in range(51):
        leader = "Zoe" if n == 0 else "Ravi"
        text = f"ask: x\nleader: {leader}\nstatus: done\ncreated: 2026-11-01\nhistory: []\n"
        os.utime(written(home, f"archive/2026/call-{n}", text), (n, n))
    assert completed(clarify, "list", "--leader", "").split() == ["Chloe", "Ravi"]


def test_the_process_does_what_the_call_does(clarify: Clarify, q3: str) -> None:
    assert clarify.program("show", q3) == clarify("show", q3)
    assert clarify.program("export", q3) == clarify("export", q3)
    made = clarify.program("new", "--from", "-", "--no-input", stdin="can you call Berlin by Friday?")
    assert "Berlin" in made.out


def test_a_moment_that_cannot_be_read_is_refused(clarify: Clarify, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLARIFY_NOW", "noonish")
    assert "2026-11-25T10:00" in clarify("list", code=1).err


@pytest.mark.parametrize(
    "now", ["0001-01-01T00:00", "0001-01-01T00:00+23:59", "9998-12-31T10:00", "9999-12-31T23:59", "1969-12-31T10:00"]
)
def test_a_moment_at_the_ends_of_the_calendar_is_refused(clarify: Clarify, home: Path, now: str) -> None:
    for command in ("list", "new Berlin --deadline tomorrow --no-input", "when tomorrow"):
        told = clarify.program(*command.split(), env={"CLARIFY_NOW": now, "TZ": "Europe/Berlin"}, code=1).err
        assert told.startswith("CLARIFY_NOW is in the year ")
        assert "1971 to 9000" in told
    assert not home.exists()


@pytest.mark.parametrize("now", ["1971-01-01T00:00", "9000-12-31T23:59"])
def test_the_first_and_the_last_moment_that_are_taken_can_be_worked_in(clarify: Clarify, home: Path, now: str) -> None:
    env = {"CLARIFY_NOW": now, "TZ": "Europe/Berlin"}
    made = clarify.program("new", "Berlin", "--deadline", "tomorrow", "--no-input", "--json", env=env).json
    assert made["due"]
    for command in ("sent berlin", "done berlin", "list --all", "when next week", "undo"):
        clarify.program(*command.split(), env=env)


def test_in_an_hour_that_the_clocks_skip_it_is_an_hour_later(clarify: Clarify, home: Path) -> None:
    env = {"CLARIFY_NOW": "2026-03-29T02:30", "TZ": "Europe/Berlin"}
    made = clarify.program("new", "Berlin", "--deadline", "tomorrow", "--no-input", "--json", env=env).json
    assert made["created"] == "2026-03-29T03:30:00+02:00"


@pytest.mark.parametrize("zone", ["GMT+25", "GMT-24", "GMT+99"])
def test_a_zone_a_day_off_is_refused_with_what_to_do(clarify: Clarify, q3: str, zone: str) -> None:
    for now in ("", "2026-11-25T10:00"):
        for command in ("list", "show q3", "sent q3", "when tomorrow"):
            told = clarify.program(*command.split(), env={"CLARIFY_NOW": now, "TZ": zone}, code=1).err
            assert "Set TZ to one like Europe/London." in told


def test_moments_carry_the_offset_of_the_zone_that_is_set(clarify: Clarify, monkeypatch: pytest.MonkeyPatch) -> None:
    clarify("settings", "time_zone=America/New_York")
    monkeypatch.setenv("CLARIFY_NOW", "2026-11-25T10:00+00:00")
    brief = clarify("new", "Call Berlin", "--deadline", "Friday", "--no-input", "--json").json
    assert brief["created"] == "2026-11-25T05:00:00-05:00"
    assert brief["due"] == "2026-11-27T17:00:00-05:00"


@pytest.mark.parametrize("command", [(), ("new",)], ids=str)
def test_the_help_has_colour_where_that_is_welcome(
    clarify: Clarify, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same words, with headings in bold and what can be typed in a colour."""
    plain = clarify(*command, "--help").out
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = clarify(*command, "--help").out
    assert "\x1b[1mUsage:\x1b[0m" in coloured
    assert "\x1b[36m--json\x1b[0m" in coloured or "\x1b[36mnew\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
