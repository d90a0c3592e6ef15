"""`clarify edit`, by options and in the editor."""

import sys
from pathlib import Path

import pytest
from conftest import Clarify, brief_file, contents, standings

EDITS = [
    ("why=the board decides", "why", "said: the board decides"),
    ("why=the board decides?", "why", "assumed: the board decides"),
    ("vision=?", "vision", "open"),
    ("vision=", "vision", "open"),
    ("deadline=Friday noon", "deadline", "said: Friday noon"),
    ("deadline=?", "deadline", "open"),
    ("scope=a = b", "scope", "said: a = b"),
]


@pytest.mark.parametrize(("change", "key", "held"), EDITS)
def test_edit_changes_one_answer_and_no_other(clarify: Clarify, q3: str, change: str, key: str, held: str) -> None:
    before = standings(clarify, q3)
    result = clarify("edit", q3, change)
    assert result.out == ""
    assert key in result.err
    assert standings(clarify, q3) == {**before, key: held}


def test_edit_changes_several_things_at_once(clarify: Clarify, q3: str) -> None:
    brief = clarify("edit", "q3", "ask=Build the list", "leader=Ravi", "why=a pitch?", "deadline=Friday", "--json").json
    assert brief["id"] == q3, "its name is fixed for life"
    assert brief["ask"] == "Build the list"
    assert brief["leader"] == "Ravi"
    assert brief["due"] == "2026-11-27T17:00:00+00:00"
    assert brief == clarify("show", q3, "--json").json


def test_edit_reads_a_new_deadline_and_forgets_the_old_moment(clarify: Clarify, q3: str) -> None:
    result = clarify("edit", q3, "deadline=when it suits")
    assert clarify("show", q3, "--json").json["due"] is None
    assert "26 Nov" not in result.err


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("wy=x", "“why”"),
        ("visoin=x", "“vision”"),
        ("status=done", "status"),
        ("zzzzz=x", "deadline"),
        ("why", "KEY=VALUE"),
        ("ask=", "ask"),
    ],
)
def test_edit_refuses_what_it_does_not_know_and_names_the_nearest(
    clarify: Clarify, home: Path, q3: str, change: str, told: str
) -> None:
    before = contents(home)
    assert told in clarify("edit", q3, "why=kept?", change, code=2).err
    assert contents(home) == before, "not even the change beside it is made"


def editor(tmp_path: Path, before: str, after: str) -> str:
    """The command of an editor that replaces one text by another."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
        f"p.write_text(p.read_text('utf-8').replace({before!r}, {after!r}), 'utf-8')\n"
    )
    return f"{sys.executable} {script}"


def test_edit_without_a_key_opens_the_editor_and_keeps_what_comes_back(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "one page", "two pages"))
    clarify("edit", q3)
    assert standings(clarify, q3)["vision"] == "assumed: two pages"
    clarify("undo")
    assert standings(clarify, q3)["vision"] == "assumed: one page"
    assert not list(home.glob("edit/*")), "no copy is left"


def test_edit_that_changes_nothing_says_so_and_keeps_no_change(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(home)
    monkeypatch.setenv("EDITOR", editor(tmp_path, "zebra", "horse"))
    assert "Nothing" in clarify("edit", q3).err
    assert contents(home) == before


@pytest.mark.parametrize(("damage", "told"), [("standing: [", "line"), ("standing: sad", "said"), ("\tx: y", "tab")])
def test_edit_checks_what_comes_back_and_loses_neither_version(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str, told: str
) -> None:
    before = brief_file(home, q3).read_bytes()
    monkeypatch.setenv("EDITOR", editor(tmp_path, "standing: said", damage))
    result = clarify("edit", q3, code=1)
    assert told in result.err
    assert brief_file(home, q3).read_bytes() == before
    kept = [path for path, raw in contents(home).items() if damage.encode() in raw]
    assert len(kept) == 1
    assert str(home / kept[0]) in result.err


@pytest.mark.parametrize("broken", ["no-such-editor-anywhere", "false"])
def test_edit_with_an_editor_that_fails_changes_nothing(
    clarify: Clarify, home: Path, q3: str, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    before = brief_file(home, q3).read_bytes()
    monkeypatch.setenv("EDITOR", broken)
    assert broken in clarify("edit", q3, code=1).err
    assert brief_file(home, q3).read_bytes() == before


def test_edit_that_may_not_ask_opens_no_editor(clarify: Clarify, q3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    assert "KEY=VALUE" in clarify("edit", q3, "--no-input", code=1).err


def test_edit_whose_editor_leaves_no_file_changes_nothing(
    clarify: Clarify, home: Path, q3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(home)
    monkeypatch.setenv("EDITOR", "rm")
    assert clarify("edit", q3).err == "Nothing was changed.\n"
    assert contents(home) == before


def test_edit_leaves_no_backup_of_the_editor_and_forget_no_text(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", 'sh -c \'cp "$0" "$0~"; echo "# mine" >> "$0"\'')
    clarify("edit", q3)
    assert not (home / "edit").exists()
    monkeypatch.setenv("EDITOR", 'sh -c \'cp "$0" "$0~"; echo "  : [" >> "$0"\'')
    clarify("edit", q3, code=1)
    assert len([name for name in contents(home) if name.startswith("edit/")]) == 2, "a text that did not come through"
    clarify("forget", q3, "--yes")
    assert [name for name, raw in contents(home).items() if b"Q3 client" in raw] == []
    assert not (home / "edit").exists()


def test_edit_opens_again_what_did_not_come_through(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "one page", "[two pages"))
    clarify("edit", q3, code=1)
    monkeypatch.setenv("EDITOR", editor(tmp_path, "[two pages", "three pages"))
    assert "still there" in clarify("edit", q3).err
    assert standings(clarify, q3)["vision"] == "assumed: three pages"
    assert not (home / "edit").exists()


def test_edit_keeps_what_an_editor_wrote_that_then_gave_up_and_applies_it_only_once_it_is_saved(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`:cq` in vim: the person did not want it, or the editor crashed."""
    before = brief_file(home, q3).read_bytes()
    kept = home / "edit" / q3 / f"{q3}.yaml"
    monkeypatch.setenv("EDITOR", f"sh -c '{editor(tmp_path, 'one page', 'two pages')} \"$0\"; exit 1'")
    told = clarify("edit", q3, code=1).err
    assert f"Your text is kept in {kept}; `clarify edit pull` opens it again." in told
    monkeypatch.setenv("EDITOR", "true")
    for _ in range(2):
        told = clarify("edit", q3).err
        assert "still there" in told
        assert told.endswith(f"Nothing was changed. Your text from last time stays in {kept}.\n")
        assert brief_file(home, q3).read_bytes() == before
    monkeypatch.setenv("EDITOR", "touch")  # as saving it without a change does
    clarify("edit", q3)
    assert standings(clarify, q3)["vision"] == "assumed: two pages"
    assert not (home / "edit").exists()


def test_a_change_after_sending_says_that_the_message_said_otherwise(clarify: Clarify, q3: str) -> None:
    assert "message" not in clarify("edit", "q3", "why=the board").err
    clarify("sent", "q3")
    told = clarify("edit", "q3", "effort=a day?").err
    assert "effort: a day (your guess)" in told
    assert "clarify export" in told
