"""What is kept for speed: lists are the same with it, without it, and whatever happened to it or to the files."""

import json
import os
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Clarify, brief_file, written

MANY = 60
"""Briefs enough for an index to be worth it."""
TEXT = """\
schema: 1
ask: Call the expert in city {n}
leader: Chloe Martin
status: draft
created: 2026-11-25T09:00:00+00:00
answers:
  deadline:
    value: Friday
    due: 2026-11-27T17:00:00+00:00
    read_from: Friday
    standing: said
  why:
    standing: open
history: []
"""


@pytest.fixture
def index(clarify: Clarify, home: Path) -> Path:
    """A home with many briefs of yesterday, which has an index."""
    for n in range(MANY):
        aged(written(home, f"call-{n:02d}", TEXT.format(n=n)))
    clarify("list")
    assert (home / "index.json").is_file()
    return home / "index.json"


def aged(path: Path) -> Path:
    """Gives a file the stamp of a while ago."""
    before = time.time() - 3600
    os.utime(path, (before, before))
    return path


def instead_of(path: Path) -> Path:
    """Takes a file away, so that something else can stand there."""
    path.unlink()
    return path


def listed(clarify: Clarify) -> dict[str, str]:
    """To the names of the briefs what is to be done."""
    return {brief["id"]: brief["ask"] for brief in clarify("list", "--json").json}


def test_a_list_is_the_same_with_and_without_it(clarify: Clarify, home: Path, index: Path) -> None:
    for command in (("list",), ("list", "--json"), ("today",), ("list", "--leader", "chloe"), ("list", "city 7")):
        quick = clarify(*command)
        index.unlink(missing_ok=True)
        assert clarify(*command) == quick
        assert index.is_file() or "city 7" in command


CHANGES: dict[str, Callable[[Path], object]] = {
    "changed": lambda path: path.write_text(TEXT.format(n=999)),
    "changed to the same size": lambda path: path.write_text(TEXT.format(n="07").replace("Call", "Fire")),
    "changed to the same size, with an old stamp": lambda path: (path.write_text(TEXT.format(n="XX")), aged(path)),
    "replaced by another of the same size": lambda path: aged(
        written(path.parents[1], "x", TEXT.format(n="YY"))
    ).replace(path),
    "closed by hand": lambda path: path.write_text(TEXT.format(n=7).replace("draft", "done")),
    "taken away": os.remove,
    "named otherwise": lambda path: path.rename(path.with_name("another.yaml")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_is_right_when_files_change_behind_its_back(
    clarify: Clarify, home: Path, index: Path, change: Callable[[Path], object]
) -> None:
    change(home / "briefs" / "call-07.yaml")
    quick = listed(clarify)
    index.unlink()
    assert quick == listed(clarify) != {f"call-{n:02d}": f"Call the expert in city {n}" for n in range(MANY)}


def test_what_is_damaged_since_is_named(clarify: Clarify, home: Path, index: Path) -> None:
    path = home / "briefs" / "call-07.yaml"
    path.write_text(TEXT.format(n=7).partition("history")[0])
    result = clarify("list", "--json", code=1)
    assert len(result.json) == MANY - 1
    assert str(path) in result.err


def with_sum(index: Path, body: str) -> None:
    index.write_text(f"{zlib.crc32(body.encode()):08x}{body}")


def reshaped(index: Path, change: Callable[[Any], Any]) -> None:
    """Writes another shape of the same index, with the right sum."""
    with_sum(index, json.dumps(change(json.loads(index.read_text()[8:]))))


def each_row(index: Path, change: Callable[[list[Any]], Any]) -> None:
    reshaped(index, lambda both: [both[0], {file: change(row) for file, row in both[1].items()}])


SPOILT: dict[str, Callable[[Path], object]] = {
    "empty": lambda index: index.write_bytes(b""),
    "cut": lambda index: index.write_bytes(index.read_bytes()[:-9]),
    "another text in it": lambda index: index.write_text(index.read_text().replace("Call the", "Fire the")),
    "no text": lambda index: index.write_bytes(b"\xff\xfe" * 99),
    "of another version": lambda index: index.write_text(index.read_text().replace('"folder"', '"pholder"')),
    "a folder": lambda index: instead_of(index).mkdir(),
    "a pipe": lambda index: os.mkfifo(instead_of(index)),
    "a link to nowhere": lambda index: instead_of(index).symlink_to("nowhere"),
    "a number": lambda index: with_sum(index, "7"),
    "too deep": lambda index: with_sum(index, "[" * 100_000),
    "rows in a list": lambda index: reshaped(index, lambda both: [both[0], list(both[1].values())]),
    "three parts": lambda index: reshaped(index, lambda both: [*both, 1]),
    "rows of nothing": lambda index: each_row(index, lambda row: None),
    "short rows": lambda index: each_row(index, lambda row: row[:6]),
    "long rows": lambda index: each_row(index, lambda row: [*row, 1]),
    "text for a moment": lambda index: each_row(index, lambda row: [*row[:7], "soon", *row[8:]]),
    "numbers for keys": lambda index: each_row(index, lambda row: [*row[:10], [1], [2], *row[12:]]),
    "not to be read": lambda index: index.chmod(0),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_one_is_made_again_without_anyone_noticing(
    clarify: Clarify, index: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(index)
    assert listed(clarify) == {f"call-{n:02d}": f"Call the expert in city {n}" for n in range(MANY)}


def test_nothing_of_a_forgotten_brief_stays_in_it(clarify: Clarify, home: Path, index: Path) -> None:
    assert "city 7" in index.read_text()
    clarify("forget", "call-07", "--yes")
    clarify("list")
    assert "city 7" not in index.read_text()


def test_what_was_written_a_moment_ago_is_not_relied_on(clarify: Clarify, home: Path) -> None:
    """Two changes under one stamp could not be told apart; nor may a stamp from the future be trusted."""
    for n in range(MANY):
        path = written(home, f"call-{n:02d}", TEXT.format(n=n))
        if n % 2:
            os.utime(path, (time.time() + 9e6, time.time() + 9e6))
    clarify("list")
    assert not (home / "index.json").exists()


def test_a_list_is_the_same_in_another_zone(clarify: Clarify, home: Path, index: Path) -> None:
    path = home / "briefs" / "call-07.yaml"
    aged(path.parent / path.name).write_text(TEXT.format(n=7).replace("17:00:00+00:00", "17:00"))
    aged(path)
    clarify("list")
    clarify("settings", "time_zone=Asia/Tokyo")
    [brief] = [brief for brief in clarify("list", "--json").json if brief["id"] == "call-07"]
    assert brief["due"] == "2026-11-27T17:00:00+09:00"


def test_a_few_briefs_need_none(clarify: Clarify, home: Path, q3: str) -> None:
    aged(brief_file(home, q3))
    assert "Q3 client list" in clarify("list").out
    assert not (home / "index.json").exists()


def test_it_holds_what_the_list_prints_as_plain_json(index: Path) -> None:
    [fields, *_], rows = json.loads(index.read_text()[8:])
    assert fields == "folder"
    assert len(rows) == MANY


READS = """
import sys
from clarify.cli import run
read = []
sys.addaudithook(lambda event, args: read.append(str(args[0])) if event == "open" else None)
run(["list", "--json"])
print(len([path for path in read if "briefs" in path and path.endswith(".yaml")]), file=sys.stderr)
"""


def test_a_second_list_reads_no_brief_again(clarify: Clarify, index: Path) -> None:
    """What the rows hold and what a summary holds must be the same, else each is thrown away and nobody notices."""
    assert clarify.program(program=(sys.executable, "-c", READS)).err.strip() == "0"
    index.unlink()
    assert clarify.program(program=(sys.executable, "-c", READS)).err.strip() == str(MANY)
