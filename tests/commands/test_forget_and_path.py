"""`clarify forget` and `path`."""

from pathlib import Path

from conftest import Clarify, brief_file, contents, new


def test_forget_leaves_nothing_in_any_file(clarify: Clarify, home: Path) -> None:
    other = new(clarify, "Fix the deck")
    slug = new(clarify, "Call xylophone", "--why", "xylophone pitch", "--from", "-")
    clarify("edit", slug, "why=xylophone two")
    clarify("undo")
    for command in ("sent", "done", "reopen", "drop"):
        clarify(command, slug)
    before = brief_file(home, other).read_bytes()
    assert [name for name, raw in contents(home).items() if b"xylophone" in raw], "the test looks in the right place"
    clarify("forget", slug, "--yes")
    left = [name for name, raw in contents(home).items() if b"xylophone" in raw or "xylophone" in name]
    assert left == []
    assert brief_file(home, other).read_bytes() == before
    clarify("show", slug, code=3)
    clarify("undo")
    assert clarify("list", "--all", "--json").json == [], "what undo takes back then is the other brief"


def test_forget_without_a_terminal_wants_a_yes(clarify: Clarify, home: Path, q3: str) -> None:
    before = contents(home)
    for option in ([], ["--no-input"]):
        assert "--yes" in clarify("forget", q3, *option, code=1).err
    assert contents(home) == before


def test_path_prints_where_things_are_and_nothing_else(clarify: Clarify, home: Path, q3: str) -> None:
    assert clarify("path").out == f"{home}\n"
    assert clarify("path", "q3").out == f"{home / 'briefs' / q3}.yaml\n"
    assert clarify("path", "prompts").out == f"{home / 'prompts'}\n"
    assert clarify("path", "--json").json == {"path": str(home)}
    clarify("done", q3)
    assert clarify("path", "q3").out == f"{home / 'briefs' / 'archive' / '2026' / q3}.yaml\n"
