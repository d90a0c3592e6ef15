"""Changes: every one can be taken back, none is half made, and two at once are both kept."""

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import PROGRAM, TESTS, Clarify, at_terminal, brief_file, contents

Files = dict[str, bytes]


def kept(home: Path) -> Files:
    """All that is in the home, also what was left lying, but for the records of the changes themselves."""
    return {
        name: raw
        for name, raw in contents(home).items()
        if name != ".lock" and not (name.startswith("undo/") and name.endswith(".json") and name[5:13].isdecimal())
    }


def undone(clarify: Clarify, home: Path) -> list[Files]:
    """The states that `undo` goes back through, until there is nothing left to undo."""
    states = []
    while clarify("undo", code=None).code == 0:
        states.append(kept(home))
    return states


# ---- undo

DAY = [
    ["new", "Fix the deck", "--no-input"],
    ["edit", "deck", "why=a pitch?", "deadline=Friday"],
    ["settings", "name=Maya"],
    ["sent", "deck"],
    ["edit", "deck", "why=?"],
    ["confirm", "deck"],
    ["done", "deck"],
    ["reopen", "deck"],
    ["new", "Call Berlin", "--no-input"],
    ["drop", "deck"],
    ["settings", "name="],
    ["sent", "berlin"],
]


def test_undo_goes_back_through_a_whole_day_byte_for_byte(clarify: Clarify, home: Path) -> None:
    states = [kept(home)]
    for command in DAY:
        clarify(*command)
        states.append(kept(home))
    assert undone(clarify, home) == states[-2::-1]
    assert "nothing to undo" in clarify("undo", code=1).err


def test_undo_says_what_it_took_back(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("sent", q3)
    assert clarify("undo", "--json").json == {"undone": f"sent {q3}"}
    assert f"new {q3}" in clarify("undo").err
    assert clarify("list", "--all", "--json").json == []


def test_after_an_undo_one_goes_on_as_if_nothing_had_been(clarify: Clarify, home: Path, q3: str) -> None:
    first = kept(home)
    clarify("sent", q3)
    clarify("undo")
    clarify("edit", q3, "why=a pitch")
    second = kept(home)
    clarify("done", q3)
    assert undone(clarify, home) == [second, first, {}]


def test_an_edit_that_changes_nothing_is_no_step_of_undo(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("edit", q3, "vision=one page?")
    assert undone(clarify, home) == [{}]


@pytest.mark.parametrize("last", ["edit", "sent", "done", "reopen"])
def test_undo_refuses_where_the_file_was_changed_by_hand_since(
    clarify: Clarify, home: Path, q3: str, last: str
) -> None:
    clarify("done", q3) if last == "reopen" else None
    clarify(last, q3, *(["why=a pitch"] if last == "edit" else []))
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("one page", "two pages"))
    before = contents(home)
    result = clarify("undo", code=1)
    assert "by hand" in result.err
    assert path.name in result.err
    assert last in result.err
    assert contents(home) == before


def test_undo_brings_back_a_file_that_was_taken_away(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("sent", q3)
    before = brief_file(home, q3).read_bytes()
    brief_file(home, q3).unlink()
    assert f"the removal of {q3} by hand" in clarify("undo").err
    assert brief_file(home, q3).read_bytes() == before
    clarify("edit", q3, "why=a pitch")
    clarify("undo")
    assert brief_file(home, q3).read_bytes() == before


def test_undo_refuses_where_the_old_place_of_a_file_is_taken(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("done", q3)
    (home / "briefs" / f"{q3}.yaml").write_text("mine\n")
    before = contents(home)
    assert "by hand" in clarify("undo", code=1).err
    assert contents(home) == before


def test_a_hand_edit_of_another_brief_stands_in_nobodys_way(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("new", "Fix the deck", "--no-input")
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("one page", "two pages"))
    clarify("undo")
    assert list(kept(home)) == [f"briefs/{q3}.yaml"]


def test_a_hand_edit_is_undone_to_once_a_command_has_followed(clarify: Clarify, home: Path, q3: str) -> None:
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("one page", "two pages"))
    by_hand = kept(home)
    clarify("sent", q3)
    clarify("undo")
    assert kept(home) == by_hand
    assert "by hand" in clarify("undo", code=1).err, "before it lies the hand edit itself"


def test_a_record_that_cannot_be_read_is_named(clarify: Clarify, home: Path, q3: str) -> None:
    for name, text in (("00000001.json", "{"), ("00000001.json", "[]"), ("00000001.json", "\0"), ("pending.json", "{")):
        damaged = home / "undo" / name
        before = damaged.read_text() if damaged.exists() else None
        damaged.write_text(text)
        assert str(damaged) in clarify("undo", code=1).err, text
        assert clarify("list", "--json").json[0]["id"] == q3, "reading needs no record"
        assert damaged.read_text() == text
        damaged.unlink() if before is None else damaged.write_text(before)
    clarify("undo")


def test_undo_of_a_new_brief_asks_before_it_takes_it_away(clarify: Clarify, q3: str) -> None:
    clarify("sent", q3)
    at_terminal(clarify, "", "undo")
    for keys in ("\r", "n\r"):
        assert "Nothing was undone" in at_terminal(clarify, keys, "undo").err
    assert clarify("list", "--json").json[0]["id"] == q3
    at_terminal(clarify, "y\r", "undo")
    assert clarify("list", "--json").json == []
    clarify("new", "Fix the deck", "--no-input")
    at_terminal(clarify, "", "undo", "--yes")
    assert clarify("list", "--json").json == []


def test_undo_never_brings_back_what_was_forgotten(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("new", "Fix the deck", "--no-input")
    clarify("sent", q3)
    clarify("forget", q3, "--yes")
    while clarify("undo", code=None).code == 0:
        assert not [name for name in contents(home) if q3 in name]


# ---- killed writers

CHANGING = (os.fsync, os.replace, os.rename, os.unlink, os.mkdir)


def killed(clarify: Clarify, command: list[str], step: int) -> int:
    """Runs a command in a process that kills itself just before the n-th call with which it changes the disk."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = step

    def count(frame: object, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call":
            writes = called.__name__ == "write" and isinstance(called.__self__, io.BufferedWriter)
            left -= writes or any(called is change for change in CHANGING)
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def begin(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and str(args[0]).endswith(".lock"):
            sys.setprofile(count)

    try:
        sys.addaudithook(begin)
        os._exit(clarify(*command, code=None).code)
    finally:
        os._exit(99)


SEVERAL = ["new", "--each", "--from", str(TESTS.parent / "examples/handoff-several.txt"), "--no-input"]
BEFORE = {
    "new": [],
    "edit": [["new", "Fix the deck", "--no-input"]],
    "done": [["new", "Fix the deck", "--no-input"], ["sent", "deck"]],
    "reopen": [["new", "Fix the deck", "--no-input"], ["done", "deck"]],
    "settings": [["settings", "name=Maya"]],
    "undo": [["new", "Fix the deck", "--no-input"], ["sent", "deck"], ["done", "deck"]],
    "new of several": [],
    "sent of several": [SEVERAL],
    "confirm of several": [SEVERAL, ["sent", "plan"]],
}
COMMAND = {
    "new": ["new", "Fix the deck", "--no-input"],
    "edit": ["edit", "deck", "why=a pitch"],
    "done": ["done", "deck"],
    "reopen": ["reopen", "deck"],
    "settings": ["settings", "name=Ravi"],
    "undo": ["undo"],
    "new of several": SEVERAL,
    "sent of several": ["sent", "plan"],
    "confirm of several": ["confirm", "plan"],
}


def killed_at_every_step(clarify: Clarify, home: Path, command: list[str]) -> Iterator[int]:
    """Yields after each kill, with the home as that left it; at last with 0, once the command came to its end."""
    start = home.with_name("start")
    shutil.copytree(home, start) if home.exists() else start.mkdir()
    for step in range(1, 100):
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(start, home)
        ended = killed(clarify, command, step)
        if ended == 0:
            assert step > 3, "it was killed at least a few times"
            yield 0
            return
        assert ended == -signal.SIGKILL
        yield step


def ids(clarify: Clarify) -> list[str]:
    """The names of all briefs, closed ones too."""
    return sorted(row["id"] for row in clarify("list", "--all", "--json").json)


@pytest.mark.parametrize("name", COMMAND)
def test_a_writer_that_is_killed_at_any_step_leaves_all_or_nothing(clarify: Clarify, home: Path, name: str) -> None:
    """At once each brief stands there once and whole; the next command cleans up; undo goes back the usual way."""
    past = [kept(home)]
    for command in BEFORE[name]:
        clarify(*command)
        past.append(kept(home))
    seen: dict[int, tuple[list[str], Files, list[Files]]] = {}
    for step in killed_at_every_step(clarify, home, COMMAND[name]):
        found = ids(clarify)
        clarify("new", "zebra", "--no-input")
        state = kept(home)
        del state["briefs/zebra.yaml"]
        clarify("undo")
        seen[step] = found, state, undone(clarify, home)
    old, new = past[-1], seen[0][1]
    assert old != new
    slugs = sorted({Path(file).stem for file in old if file.startswith("briefs/")} | set(seen[0][0]))
    later = past[-3::-1] if name == "undo" else past[::-1]
    wrong = [f"step {step}: the list held {found}" for step, (found, _, _) in seen.items() if found not in (slugs, [])]
    for step, (_, state, back) in seen.items():
        if state not in (old, new):
            wrong.append(f"step {step}: the next command left {sorted(state)}")
        elif back != (later if state == new else past[-2::-1]):
            wrong.append(f"step {step}: undo went another way back")
    assert wrong == []


def test_what_a_killed_writer_left_is_forgotten_too(clarify: Clarify, home: Path) -> None:
    clarify("new", "Call xylophone", "--no-input")
    for step in killed_at_every_step(clarify, home, ["done", "call"]):
        clarify("forget", "call", "--yes")
        assert [name for name, raw in contents(home).items() if b"xylophone" in raw] == [], f"step {step}"


def test_forget_that_was_killed_can_be_done_again(clarify: Clarify, home: Path) -> None:
    clarify("new", "Call xylophone", "--no-input")
    clarify("done", "call")
    for step in killed_at_every_step(clarify, home, ["forget", "call", "--yes"]):
        if ids(clarify):
            clarify("forget", "call", "--yes")
        clarify("new", "zebra", "--no-input")
        assert [name for name, raw in contents(home).items() if b"xylophone" in raw] == [], f"step {step}"


def test_forget_of_one_of_several_that_was_killed_can_be_done_again(clarify: Clarify, home: Path) -> None:
    """Nothing of it is left then, and the others are still there, also for undo."""
    clarify(*SEVERAL)
    clarify("edit", "plan", "why=the xylophone")
    clarify("sent", "plan")
    for step in killed_at_every_step(clarify, home, ["forget", "plan", "--yes"]):
        if "print-the-plan" in ids(clarify):
            clarify("forget", "plan", "--yes")
        assert [name for name, raw in contents(home).items() if b"xylophone" in raw] == [], f"step {step}"
        assert ids(clarify) == ["book-a-room-for-the-offsite", "call-the-berlin-expert"]
        assert "Undone: sent book-a-room-for-the-offsite, call-the-berlin-expert." in clarify("undo").err


def test_a_change_that_was_begun_and_then_overtaken_by_a_hand_edit_is_dropped(
    clarify: Clarify, home: Path, q3: str
) -> None:
    """A writer is killed before it wrote the brief; a person edits the file; the next writer leaves the edit alone."""
    steps = killed_at_every_step(clarify, home, ["edit", q3, "why=a pitch"])
    while not (home / "undo" / "pending.json").exists():
        next(steps)
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("one page", "two pages"))
    by_hand = path.read_bytes()
    clarify("new", "zebra", "--no-input")
    assert path.read_bytes() == by_hand
    assert not (home / "undo" / "pending.json").exists()


# ---- many at once


def start(*args: str) -> "subprocess.Popen[bytes]":
    """Starts the program and does not wait for it."""
    return subprocess.Popen(
        [*PROGRAM, *args], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_briefs_that_are_made_at_once_are_all_kept(clarify: Clarify, home: Path) -> None:
    running = [start("new", f"Call number {n}" if n % 2 else "Fix the deck", "--no-input") for n in range(12)]
    assert [process.wait(60) for process in running] == [0] * 12
    asks = sorted(row["ask"] for row in clarify("list", "--json").json)
    assert asks == sorted([f"Call number {n}" for n in range(1, 12, 2)] + ["Fix the deck"] * 6)
    assert len(undone(clarify, home)) == 12


def test_edits_of_one_brief_by_eight_processes_are_all_kept(clarify: Clarify, home: Path, q3: str) -> None:
    keys = ["deadline", "urgency", "vision", "why", "effort", "audience", "scope", "limits"]
    running = [start("edit", q3, f"{key}=about {key}") for key in keys]
    assert [process.wait(60) for process in running] == [0] * 8
    answers = clarify("show", q3, "--json").json["answers"]
    assert {key: answers[key]["value"] for key in keys} == {key: f"about {key}" for key in keys}
    assert len(undone(clarify, home)) == 9


def test_undo_by_several_processes_takes_each_change_back_once(clarify: Clarify, home: Path, q3: str) -> None:
    states = [kept(home)]
    for n in range(6):
        clarify("edit", q3, f"why=number {n}")
        states.append(kept(home))
    running = [start("undo") for _ in range(4)]
    assert [process.wait(60) for process in running] == [0] * 4
    assert kept(home) == states[2]


def test_an_edit_that_is_killed_at_a_random_moment_is_whole_or_not_there(clarify: Clarify, home: Path, q3: str) -> None:
    """The same as `benchmarks/trust.py`, which does it more often."""
    chance = random.Random(7)  # noqa: S311  (moments to kill at, no secrets)
    value = ""
    for n in range(12):
        process = start("edit", q3, f"urgency=number {n}")
        time.sleep(chance.uniform(0.03, 0.12))
        process.kill()
        done = process.wait(60) == 0
        (row,) = clarify("list", "--json").json
        assert row["urgency"] in ([f"number {n}"] if done else [value, f"number {n}"])
        clarify("edit", q3, f"effort=number {n}")
        value = clarify("show", q3, "--json").json["urgency"]
        assert [name for name in kept(home) if name != f"briefs/{q3}.yaml"] == []
