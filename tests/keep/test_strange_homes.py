"""Homes that another program, another machine or other permissions have been at: nothing outside is ever touched."""

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import USER, Clarify, brief_file, contents

Record = dict[str, Any]


def record_of(home: Path, name: str = "00000001") -> Record:
    """A record of the home as it is."""
    record: Record = json.loads((home / "undo" / f"{name}.json").read_text("utf-8"))
    return record


@contextlib.contextmanager
def closed(folder: Path, mode: int) -> Iterator[None]:
    """Gives a folder other permissions for a while."""
    before = folder.stat().st_mode
    folder.chmod(mode)
    try:
        yield
    finally:
        folder.chmod(before)


# ---- records that lead elsewhere

OUTSIDE = ["../bashrc", "/BASHRC", "briefs/../../bashrc", "briefs/archive/../../../bashrc.yaml", "briefs/..", "bashrc"]


@pytest.mark.parametrize("place", OUTSIDE)
@pytest.mark.parametrize("state", ["begun", "not begun"])
def test_a_pending_change_that_leads_elsewhere_is_never_carried_out(
    clarify: Clarify, home: Path, q3: str, place: str, state: str
) -> None:
    """In a shared or synced folder another may have put it there; it is named by what would carry it out."""
    bashrc = home.parent / "bashrc"
    bashrc.write_text("mine\n")
    place = place.replace("/BASHRC", str(bashrc))
    brief = {"path": f"briefs/{q3}.yaml", "before": "x", "after": brief_file(home, q3).read_text("utf-8")}
    files = [{"path": place, "before": "mine\n", "after": "theirs\n"}, *([brief] if state == "begun" else [])]
    pending = home / "undo" / "pending.json"
    pending.write_text(json.dumps({**record_of(home), "name": "00000002", "files": files}))
    before = contents(home.parent)
    assert clarify("list", "--json").json[0]["id"] == q3
    for command in (["sent", q3], ["undo"], ["new", "Call Berlin", "--no-input"], ["forget", q3, "--yes"]):
        told = clarify(*command, code=1).err
        assert str(pending) in told
        assert "Move it elsewhere" in told
        assert contents(home.parent) == before
    pending.rename(home / "elsewhere")
    clarify("sent", q3)


@pytest.mark.parametrize("place", OUTSIDE)
def test_a_record_that_leads_elsewhere_is_never_taken_back(clarify: Clarify, home: Path, q3: str, place: str) -> None:
    bashrc = home.parent / "bashrc"
    bashrc.write_text("theirs\n")
    files = [{"path": place.replace("/BASHRC", str(bashrc)), "before": None, "after": "theirs\n"}]
    record = home / "undo" / "00000001.json"
    record.write_text(json.dumps({**record_of(home), "files": files}))
    before = contents(home.parent)
    assert str(record) in clarify("undo", code=1).err
    assert str(record) in clarify("forget", q3, "--yes", code=1).err
    assert contents(home.parent) == before


@pytest.mark.parametrize("key", ["name", "undoes"])
def test_a_record_whose_number_leads_elsewhere_is_refused(clarify: Clarify, home: Path, q3: str, key: str) -> None:
    (home.parent / "mine.json").write_text("mine\n")
    pending = home / "undo" / "pending.json"
    record = record_of(home)
    pending.write_text(json.dumps({**record, key: "../../mine"}))
    before = contents(home.parent)
    assert str(pending) in clarify("sent", q3, code=1).err
    assert contents(home.parent) == before


@pytest.mark.parametrize("there", ["another text", None])
@pytest.mark.parametrize("name", ["pending", "00000001"])
def test_a_link_in_a_record_writes_no_file_that_it_never_wrote(
    clarify: Clarify, home: Path, q3: str, there: str | None, name: str
) -> None:
    """Links may lead out of the home, so their targets are written only where they hold what the change left there."""
    bashrc = home.parent / "bashrc"
    if there:
        bashrc.write_text(there)
    text = brief_file(home, q3).read_text("utf-8")
    record = home / "undo" / f"{name}.json"
    put = (None, "theirs\n") if name == "pending" else ("theirs\n", None)
    files = [
        {"path": f"briefs/{q3}.yaml", "before": "", "after": text},
        {"path": "briefs/x.yaml", "before": put[0], "after": put[1], "link": str(bashrc)},
    ]
    record.write_text(json.dumps({**record_of(home), "files": files}))
    before = contents(home.parent)
    assert str(record) in clarify("undo", code=1).err
    assert contents(home.parent) == before


# ---- records of another shape

SHAPES: dict[str, Callable[[Record], Any]] = {
    "null": lambda record: None,
    "a list": lambda record: [record],
    "an empty mapping": lambda record: {},
    "no list of files": lambda record: {**record, "files": {"path": "x"}},
    "numbers for files": lambda record: {**record, "files": [1, 2]},
    "files without texts": lambda record: {**record, "files": [{"path": "briefs/x.yaml"}]},
    "a number for a text": lambda record: {**record, "files": [{"path": "briefs/x.yaml", "before": 1, "after": 2}]},
    "a number for a path": lambda record: {**record, "files": [{"path": 1, "before": None, "after": "x"}]},
    "a list for a name": lambda record: {**record, "name": ["00000001"]},
    "a number for a slug": lambda record: {**record, "slug": 7},
    "a mapping for a group": lambda record: {**record, "group": {"a": 1}},
    "a list for what is undone": lambda record: {**record, "undoes": []},
    "of a newer clarify": lambda record: {"schema": 9},
}


@pytest.mark.parametrize("name", ["pending.json", "00000001.json"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_record_of_another_shape_is_named_with_the_remedy(
    clarify: Clarify, home: Path, q3: str, name: str, shape: Callable[[Record], Any]
) -> None:
    text = json.dumps(shape(record_of(home)))
    (home / "undo" / name).write_text(text)
    before = contents(home)
    for command in (["undo"], ["forget", q3, "--yes"]):
        told = clarify(*command, code=1).err
        assert f"{home / 'undo' / name} can't be read" in told
        assert "Move it elsewhere" in told or "update clarify" in told
    assert clarify("list", "--json").json[0]["id"] == q3
    assert contents(home) == before


@pytest.mark.parametrize("name", ["pending.json", "00000001.json"])
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "no text", "too deep"])
def test_what_is_no_record_at_all_is_named_and_holds_nobody_up(
    clarify: Clarify, home: Path, q3: str, name: str, kind: str
) -> None:
    """Opening a pipe waits for ever for its other end."""
    path = home / "undo" / name
    path.unlink(missing_ok=True)
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b"\xff\xfe" * 9 if kind == "no text" else b"[" * 200_000)
    assert clarify.program("list", "--json").json[0]["id"] == q3
    for command in (["undo"], ["forget", q3, "--yes"]):
        assert str(path) in clarify.program(*command, code=1).err
    assert brief_file(home, q3).exists()


# ---- settings


def unreadable(path: Path) -> None:
    path.write_text("name: Maya")
    path.chmod(0)


SETTINGS: dict[str, Callable[[Path], object]] = {
    "no text": lambda path: path.write_bytes(b"name: M\xfcller"),
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "more than a megabyte": lambda path: path.write_text("name: Maya\n" * 100_000),
    "not to be read": unreadable,
}


@pytest.mark.parametrize("spoil", SETTINGS.values(), ids=SETTINGS)
def test_settings_that_cannot_be_read_hide_no_briefs(
    clarify: Clarify, home: Path, q3: str, spoil: Callable[[Path], object]
) -> None:
    """They are a mistake as any other: it is named, and until it is mended the default settings are used."""
    path = home / "settings.yaml"
    spoil(path)
    for command in (["list"], ["today"], ["show", q3]):
        result = clarify.program(*command, program=USER, code=1)
        assert "client list" in result.out
        assert str(path) in result.err
        assert "Until then the default settings are used." in result.err
    told = clarify.program("sent", q3, program=USER, code=1).err
    assert str(path) in told, "what writes a moment is not guessed at"
    assert str(path) in clarify.program("settings", "name=Maya", program=USER, code=1).err
    clarify.program("undo", program=USER)


# ---- permissions


def test_a_home_whose_history_is_closed_is_listed_all_the_same(clarify: Clarify, home: Path, q3: str) -> None:
    """As that of another user, whose briefs may be read."""
    with closed(home / "undo", 0):
        for command in (["list"], ["show", q3], ["today"], ["export", q3]):
            result = clarify.program(*command, program=USER)
            assert result.out
            assert result.err == ""
        told = clarify.program("undo", program=USER, code=1).err
        assert str(home / "undo") in told
        assert "permission" in told.lower()


@pytest.mark.parametrize("folder", ["briefs", "undo"])
def test_forget_that_cannot_remove_all_of_it_removes_nothing(
    clarify: Clarify, home: Path, q3: str, folder: str
) -> None:
    """What undo has of the brief went first once, and “Nothing was changed” was said all the same."""
    clarify("sent", q3)
    before = contents(home)
    with closed(home / folder, 0o500):
        told = clarify.program("forget", q3, "--yes", program=USER, code=1).err
    assert told.startswith(f"Nothing was changed: {home / folder} can't be written")
    assert contents(home) == before
    clarify("undo")


def test_forget_that_fails_half_way_says_so_and_can_be_done_again(clarify: Clarify, home: Path, q3: str) -> None:
    kept = home / "edit" / q3
    kept.mkdir(parents=True)
    (kept / "earlier-1.yaml").write_text("Q3 client")
    with closed(kept, 0o500):
        told = clarify.program("forget", q3, "--yes", program=USER, code=1).err
    assert told.startswith(f"“{q3}” is still there: {kept}")
    assert f"`clarify forget {q3}` once more" in told
    assert brief_file(home, q3).exists()
    clarify("forget", q3, "--yes")
    assert [name for name, raw in contents(home).items() if b"Q3 client" in raw] == []
