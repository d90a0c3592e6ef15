"""The files: what people wrote by hand survives, what is damaged is named and left alone, what is typed comes back."""

import os
import re
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Clarify, brief_file, contents, fresh_home, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# ---- files that a person edited

BY_HAND = """\
# The list for Chloe. Ravi knows the numbers.
schema: 1
client: Northwind # the code name

status: draft     # not sent yet
leader: 'Chloe Martin'
ask: "Pull together the Q3 client list"
created: 2026-11-25T09:00
budget:
  hours: 3        # as agreed
  code: [a, 'b']
answers:
  # The most important ones come first.
  deadline: {value: by Thursday, standing: said, asked: twice}
  urgency: ahead of the deck?
  vision:
    # She likes tables.
    value: 'one page'
    standing: assumed
    drawn: no
  why: "?"
  mood: cheerful
handoff: |
  can you pull together the list?  # not a remark
    need it by Thursday
history: [] # what happened

# Below the history.
notes: call Ravi
"""
CHANGES = {
    "edit an answer": [("edit", "why=a pitch")],
    "edit the ask": [("edit", "ask=Build the list")],
    "edit a short form": [("edit", "urgency=before the deck")],
    "edit a flow form": [("edit", "deadline=by Friday")],
    "edit to open": [("edit", "vision=?")],
    "add an answer": [("edit", "effort=two hours?")],
    "sent": [("sent",)],
    "confirm": [("confirm",)],
    "done": [("done",)],
    "drop": [("drop",)],
    "all of them": [("sent",), ("confirm",), ("done",), ("reopen",), ("drop",), ("reopen",), ("edit", "why=?")],
}
REMARKS = [
    "# The list for Chloe. Ravi knows the numbers.",
    "# the code name",
    "# not sent yet",
    "# as agreed",
    "# The most important ones come first.",
    "# She likes tables.",
    "# what happened",
    "# Below the history.",
]
FORMS: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "BOM and CRLF": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    "no end of line": lambda text: text.rstrip("\n").encode(),
}


def test_a_file_written_by_hand_is_read_as_it_is_meant(clarify: Clarify, home: Path) -> None:
    written(home, "list", BY_HAND)
    brief = clarify("show", "list", "--json").json
    assert brief["ask"] == "Pull together the Q3 client list"
    assert brief["leader"] == "Chloe Martin"
    assert brief["due"] == "2026-11-26T17:00:00+00:00"
    assert brief["answers"]["deadline"]["standing"] == "said"
    assert brief["answers"]["urgency"] == {"value": "ahead of the deck", "standing": "assumed"}
    assert brief["answers"]["vision"] == {"value": "one page", "standing": "assumed"}
    assert brief["answers"]["why"] == {"standing": "open"}
    assert brief["answers"]["mood"] == {"value": "cheerful", "standing": "said"}
    assert brief["handoff"] == "can you pull together the list?  # not a remark\n  need it by Thursday"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("commands", CHANGES.values(), ids=CHANGES)
def test_what_a_person_wrote_survives_a_change(
    clarify: Clarify, home: Path, form: str, commands: list[tuple[str, ...]]
) -> None:
    raw = FORMS[form](BY_HAND)
    written(home, "list", raw)
    for command, *changes in commands:
        clarify(command, "list", *changes)
    text = brief_file(home, "list").read_bytes().decode("utf-8")
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert [remark for remark in REMARKS if remark not in plain] == []
    for line in (
        "client: Northwind # the code name",
        "  hours: 3        # as agreed",
        "  code: [a, 'b']",
        "    drawn: no",
    ):
        assert f"\n{line}\n" in plain or "vision" in str(commands)
    for line in ("notes: call Ravi", "  mood: cheerful", "  can you pull together the list?  # not a remark"):
        assert line in plain or ("cheerful" in line and "confirm" in str(commands))
    assert plain.index("schema") < plain.index("status:") < plain.index("\nleader") < plain.index("\nask")
    assert text.startswith("\ufeff") == ("BOM" in form)
    assert text.count("\r\n") == (text.count("\n") if "CRLF" in form else 0)


@pytest.mark.parametrize("commands", CHANGES.values(), ids=CHANGES)
def test_lines_that_a_change_does_not_concern_stay_byte_for_byte(
    clarify: Clarify, home: Path, commands: list[tuple[str, ...]]
) -> None:
    """Only the lines of what was changed differ, and those that stay, stay in their order."""
    written(home, "list", BY_HAND)
    for command, *changes in commands:
        clarify(command, "list", *changes)
    after = brief_file(home, "list").read_text().splitlines()
    concerned = {"edit": {"why", "ask", "urgency", "deadline", "vision", "value", "standing"}}
    concerned["sent"] = {"status", "history", "deadline"}
    concerned["done"] = concerned["drop"] = concerned["reopen"] = concerned["sent"]
    concerned["confirm"] = {"status", "history", "deadline", "urgency", "standing", "mood"}
    free = set().union(*(concerned[command] for command, *_ in commands))
    place = 0
    for line in BY_HAND.splitlines():
        if line.strip().split(":")[0] not in free:
            assert line in after[place:], f"lost or moved: {line!r}"
            place = after.index(line, place) + 1


def test_a_remark_beside_an_answer_survives_its_confirmation(clarify: Clarify, home: Path) -> None:
    written(
        home,
        "list",
        "ask: Call Berlin\nstatus: draft\ncreated: 2026-11-25T09:00\nanswers:\n"
        "  urgency: ahead of the deck?  # Ravi says\n  why: a pitch # so I heard\n"
        "  vision: {value: notes, standing: assumed} # or a call\nhistory: []\n",
    )
    clarify("confirm", "list")
    text = brief_file(home, "list").read_text()
    for remark in ("# Ravi says", "# so I heard", "# or a call"):
        assert remark in text
    assert clarify("show", "list", "--json").json["answers"]["urgency"]["standing"] == "confirmed"


def test_a_remark_stays_with_the_line_that_it_is_about(clarify: Clarify, home: Path) -> None:
    written(home, "list", BY_HAND)
    for command in ("sent", "confirm", "done"):
        clarify(command, "list")
    text = brief_file(home, "list").read_text()
    for remark, line in (
        ("# The most important ones come first.", "  deadline: "),
        ("# She likes tables.", "    value: "),
        ("# Below the history.", "notes: "),
    ):
        assert text.split(f"{remark}\n")[1].startswith(line), remark


def test_undo_brings_the_hand_written_file_back_byte_for_byte(clarify: Clarify, home: Path) -> None:
    raw = FORMS["BOM and CRLF"](BY_HAND)
    path = written(home, "list", raw)
    for command in (["sent"], ["edit"], ["done"]):
        clarify(command[0], "list", *(["why=a pitch"] if command == ["edit"] else []))
    for _ in range(3):
        clarify("undo")
    assert path.read_bytes() == raw


def test_reading_changes_no_file(clarify: Clarify, home: Path) -> None:
    written(home, "list", BY_HAND)
    before = contents(home)
    for command in ("list", "today", "show list", "export list", "path list", "questions", "settings"):
        clarify(*command.split())
    assert contents(home) == before


# ---- a deadline that was changed by hand


def test_a_deadline_changed_by_hand_is_read_anew_and_said(clarify: Clarify, home: Path, q3: str) -> None:
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("value: by Thursday", "value: by Friday noon"))
    shown = clarify("show", q3)
    assert "by Friday noon" in shown.err
    assert "Fri 27 Nov, 12:00" in shown.err
    assert clarify("list", "--json").json[0]["due"] == "2026-11-27T12:00:00+00:00"
    assert "Fri 27 Nov, 12:00" in clarify("export", q3).out
    clarify("sent", q3)
    assert "due: 2026-11-27T12:00:00+00:00" in path.read_text()
    assert clarify("show", q3).err == "", "once it is kept, nothing more is said"


def test_a_deadline_changed_by_hand_into_no_moment_has_none(clarify: Clarify, home: Path, q3: str) -> None:
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("value: by Thursday", "value: when it suits"))
    told = clarify("show", q3).err
    assert "There is no date in “when it suits”, so the message asks for one." in told.replace("there", "There")
    assert "26 Nov" not in told
    assert clarify("show", q3, "--json").json["due"] is None


@pytest.mark.parametrize("words", ["whenever", "when it suits"])
def test_a_deadline_without_a_date_is_not_spoken_of_at_every_command(clarify: Clarify, words: str) -> None:
    slug = clarify("new", "Call Berlin", "--deadline", words, "--no-input", "--json").json["id"]
    for command in ("show", "export", "sent", "show"):
        assert "Note" not in clarify(command, slug).err


def test_a_deadline_that_nobody_changed_is_not_spoken_of(clarify: Clarify, home: Path, q3: str) -> None:
    path = brief_file(home, q3)
    path.write_text(path.read_text().replace("one page", "two pages"))
    assert clarify("show", q3).err == ""


def test_a_moment_written_beside_the_words_is_kept(clarify: Clarify, home: Path) -> None:
    text = "ask: Call\nstatus: draft\ncreated: 2026-11-25T09:00\nanswers:\n  deadline:\n    value: before the fair\n"
    written(home, "call", text + "    due: 2026-12-03T08:00\n    standing: said\nhistory: []\n")
    assert clarify("list", "--json").json[0]["due"] == "2026-12-03T08:00:00+00:00"


def test_the_words_of_a_deadline_are_read_from_the_day_on_which_they_were_written(
    clarify: Clarify, home: Path, q3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLARIFY_NOW", "2026-12-09T10:00")
    brief = clarify("show", q3, "--json").json
    assert brief["due"] == "2026-11-26T17:00:00+00:00", "“Thursday” stays the Thursday that was meant"
    assert clarify("today", "--json").json["overdue"]


# ---- damaged files


def brief(answers: str = "", *, head: str = "", end: str = "history: []\n") -> str:
    """The text of a brief, with lines of one's own in it; answers begin on line 6."""
    return (
        f"schema: 1\nask: Call Berlin\nstatus: draft\ncreated: 2026-11-25T09:00\nanswers:\n{answers or '  why: x'}\n"
        f"{head}{end}"
    )


DAMAGED: dict[str, tuple[str | bytes, str, str]] = {
    # what happened: the file, the line that is named, words of the remedy
    "a tab": (brief("\twhy: the board"), "line 6", "use spaces"),
    "a question mark alone": (brief("  why: ?"), "line 6", "quotes"),
    "a handle": (brief(head="leader: @maya\n"), "line 7", "quotes"),
    "a colon in a value": (brief("  why: note: it is urgent"), "line 6", "quotes"),
    "a percent sign": (brief("  why: % of revenue"), "line 6", "quotes"),
    "emphasis": (brief("  why: *really* urgent"), "line 6", "quotes"),
    "an ampersand": (brief("  why: &Co wants it"), "line 6", ""),
    "an exclamation mark": (brief("  why: !important for the board"), "line 6", "quotes"),
    "a lost # tail": (brief("  why: our #1 client"), "line 6", "quotes"),
    "a value that begins with #": (brief("  why: #1 client of ours"), "line 6", "quotes"),
    "a lost # tail in the ask": ("ask: fix #12\nstatus: draft\ncreated: 2026-11-25\nhistory: []\n", "line 1", "quotes"),
    "a lost # tail behind a quote left open": (brief('  vision: "x\n  why: our #1 client'), "line", ""),
    "a lost # tail behind a tab": (brief("  vision: x\n\twhy: our #1 client"), "line 7", "use spaces"),
    "a lost # tail behind zeros": (brief("  vision: \0\n  why: our #1 client"), "", ""),
    "a lost # tail behind 30,000 brackets": (brief(f"  vision: {'[' * 30_000}\n  why: our #1 client"), "line 6", ""),
    "a key without its value": (brief("  why:\n    value:\n    standing: said"), "line 7", "why"),
    "a standing without a value": (brief("  why:\n    standing: said"), "line 6", "why"),
    "an answer that is a list": (brief("  why: [a, b]"), "line 6", "why"),
    "answers that are a list": (brief("  - why"), "line 5", "answer"),
    "a standing that is none": (brief("  why: {value: x, standing: sad}"), "line 6", "said"),
    "a status that is none": (brief().replace("draft", "drat"), "line 3", "draft"),
    "no status": (brief().replace("status: draft\n", ""), "line 1", "status"),
    "no ask": (brief().replace("ask: Call Berlin\n", ""), "line 1", "ask"),
    "an empty ask": (brief().replace("Call Berlin", ""), "line 2", "ask"),
    "a moment that is none": (brief().replace("2026-11-25T09:00", "yesterday"), "line 4", "2026-11-26T17:00"),
    "a due that is none": (brief("  deadline: {value: x, standing: said, due: soon}"), "line 6", "2026-11-26T17:00"),
    "history that is text": (brief(end="history: sent\n"), "line 7", "list"),
    "an event without a moment": (brief(end="history:\n  - what: sent\n"), "line 8", "at"),
    "a key that stands twice": (brief(head="ask: Call Ravi\n"), "line 7", "twice"),
    "an answer that stands twice": (brief("  why: a\n  vision: b\n  why: c"), "line 8", "twice"),
    "a bracket left open": (brief("  why: [the board"), "line", "quotes"),
    "a quote left open": (brief('  why: "the board'), "line", ""),
    "a line that sticks out": (brief("  why: a\n vision: b"), "line 7", ""),
    "cut at a line's end": (brief(end=""), "line 1", "history: []"),
    "cut in the middle": (brief("  why: the bo", end="")[:-8], "line", ""),
    "cut to nothing": ("", "line 1", ""),
    "white space alone": (" \n\n", "line", ""),
    "no brief": ("Dear Chloe,\nthe list is ready.\n", "line 1", "ask"),
    "not UTF-8": (brief("  why: caf\u00e9").encode("latin-1"), "line 6", "UTF-8"),
    "UTF-16": (brief().encode("utf-16"), "line 1", "UTF-8"),
    "zeros": (b"\0" * 4096, "", ""),
    "an escape character": (brief("  why: \x1b[31mred"), "", ""),
    "an anchor and its alias": (brief("  why: &a x\n  vision: *a"), "line 6", ""),
    "a bomb of aliases": (
        brief("\n".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9 if n else 'x')}]" for n in range(30))),
        "line 6",
        "anchors",
    ),
    "a bomb of merge keys": (
        brief("  a0: &a0 {x: y}\n" + "\n".join(f"  a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 30))),
        "line 6",
        "anchors",
    ),
    "an anchor beside its key": (brief('  why: {"k0":&a0 {x: y}}'), "line 6", "anchors"),
    "an anchor beside a question": (brief("  why: {?&a0 x: y}"), "line 6", "anchors"),
    "an alias beside its key": (brief("  why: {'k0':*a0}"), "line 6", "anchors"),
    "30,000 brackets": (brief("  why: " + "[" * 30_000), "line 6", "quotes"),
    "30,000 braces": (brief("  why: " + "{" * 30_000), "line 6", "quotes"),
    "30,000 dashes": ("- " * 30_000, "line 1", "quotes"),
    "an integer of 5,000 digits": (brief().replace("schema: 1", f"schema: {'9' * 5000}"), "line 1", ""),
    "more than a megabyte": (brief("  why: " + "x" * (1 << 20)), "", "Shorten"),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_file_is_named_with_its_remedy_and_left_as_it_is(clarify: Clarify, home: Path, case: str) -> None:
    raw, line, remedy = DAMAGED[case]
    good = written(home, "good", brief().replace("Call Berlin", "Fix the deck"))
    bad = written(home, "bad", raw)
    before, place = bad.read_bytes(), bad.stat().st_ino
    harmful = any(word in case for word in ("30,000", "bomb", "5,000"))  # these have brought readers down
    listed = clarify.program("list", code=1) if harmful else clarify("list", code=1)
    assert "Fix the deck" in listed.out, "the others are still listed"
    assert "Call Berlin" not in listed.out
    assert str(bad) in listed.err
    assert line in listed.err
    assert remedy in listed.err
    assert "None" not in listed.err
    assert len(listed.err) < 600, "one sentence, not the file"
    for command in ("show bad", "done bad", "edit bad why=y"):
        refused = clarify(*command.split(), code=1)
        assert refused.out == ""
        assert str(bad) in refused.err
    clarify("sent", "good")
    assert "status: sent" in good.read_text()
    assert (bad.read_bytes(), bad.stat().st_ino) == (before, place)


NOT_FILES = ["a pipe", "a folder", "a link to nothing", "a link to itself", "a link to /dev/zero"]


@pytest.mark.parametrize("kind", NOT_FILES)
def test_what_is_no_file_is_named_and_the_others_are_listed(clarify: Clarify, home: Path, kind: str) -> None:
    written(home, "good", brief().replace("Call Berlin", "Fix the deck"))
    bad = home / "briefs" / "bad.yaml"
    if kind == "a pipe":
        os.mkfifo(bad)
    elif kind == "a folder":
        bad.mkdir()
    else:
        bad.symlink_to({"a link to nothing": "gone", "a link to itself": "bad.yaml"}.get(kind, "/dev/zero"))
    before = bad.lstat()
    listed = clarify.program("list", code=1)
    assert "Fix the deck" in listed.out
    assert str(bad) in listed.err
    for command in ("show bad", "edit bad why=x", "done bad"):
        assert str(bad) in clarify.program(*command.split(), code=1).err
    assert (bad.lstat().st_ino, bad.lstat().st_mode) == (before.st_ino, before.st_mode)


def test_every_damaged_file_is_named_at_once(clarify: Clarify, home: Path) -> None:
    for n, raw in enumerate(raw for raw, *_ in DAMAGED.values()):
        written(home, f"bad-{n:02d}", raw)
    written(home, "good", brief())
    listed = clarify.program("list", code=1)
    assert "Call Berlin" in listed.out
    assert len(listed.err.splitlines()) == len(DAMAGED)
    for command in ("list --json", "today --json"):
        assert "Call Berlin" in clarify(*command.split(), code=1).out


def test_a_damaged_file_in_the_archive_is_named_where_the_archive_is_read(clarify: Clarify, home: Path) -> None:
    archive = home / "briefs" / "archive" / "2026"
    archive.mkdir(parents=True)
    (archive / "bad.yaml").write_text("ask: [")
    written(home, "good", brief())
    assert clarify("list").err == "", "a listing never reads what is closed"
    assert "bad.yaml" in clarify("list", "--all", code=1).err


SOUND: dict[str, tuple[str, str]] = {
    # what looks like a mistake and is none: the lines of an answer, and its value
    "quotes around a #": ('  why: "our #1 client"', "our #1 client"),
    "a remark": ("  why: our client # so I heard", "our client"),
    "a # inside a word": ("  why: C# and F#", "C# and F#"),
    "an address": ("  why: see https://example.com/a#b?c=d", "see https://example.com/a#b?c=d"),
    "a block with # and :": ("  why: |\n    note: our #1 client\n    # second", "note: our #1 client\n# second"),
    "no": ("  why: no", "no"),
    "a time": ("  why: 1:30", "1:30"),
    "a date": ("  why: 2026-01-01", "2026-01-01"),
    "a number": ("  why: 1_000.50", "1_000.50"),
    "an octal number": ("  why: 007", "007"),
    "an apostrophe": ("  why: the client's", "the client's"),
    "quotes within": ('  why: the "big" one', 'the "big" one'),
    "an ampersand within": ("  why: R&D and M & A", "R&D and M & A"),
    "stars within": ("  why: it is *really* urgent!", "it is *really* urgent!"),
    "a handle within": ("  why: ask @maya", "ask @maya"),
    "a question within": ("  why: ready? then the board", "ready? then the board"),
    "50 brackets in quotes": (f"  why: '{'[' * 50}'", "[" * 50),
    "an answer of one's own": ("  why: x\n  nächster Schritt: call\n  目的: y", "x"),
    "folded lines": ("  why: the board\n    decides", "the board decides"),
}


@pytest.mark.parametrize("case", SOUND)
def test_what_is_no_mistake_is_read_and_survives_a_change(clarify: Clarify, home: Path, case: str) -> None:
    lines, value = SOUND[case]
    path = written(home, "sound", brief(lines))
    for command in (["list"], ["edit", "sound", "vision=x"], ["sent", "sound"]):
        assert "Left out" not in clarify(*command).err
    assert clarify("show", "sound", "--json").json["answers"]["why"] == {"value": value, "standing": "said"}
    assert lines in path.read_text() or case == "folded lines"


def test_what_can_be_read_but_not_be_changed_is_named(clarify: Clarify, home: Path) -> None:
    path = written(home, "tab", brief().replace("ask: ", "ask:\t"))
    before = path.read_bytes()
    assert clarify("show", "tab", "--json").json["ask"] == "Call Berlin"
    assert f"{path}, line 2: " in clarify("confirm", "tab", code=1).err
    assert path.read_bytes() == before


@pytest.mark.parametrize("handoff", ["a  \nb", "a\tb\nc", "a\n\tb", "\ta\nb", "a\n  \nb  ", "  a\n b\t\n\t"])
@pytest.mark.parametrize("by_hand", ["", "# mine\n"])
def test_tabs_and_spaces_at_line_ends_stand_in_a_block(
    clarify: Clarify, home: Path, handoff: str, by_hand: str
) -> None:
    made = clarify("new", "Call Berlin", "--from", "-", "--no-input", "--json", stdin=handoff).json
    path = brief_file(home, made["id"])
    path.write_text(path.read_text() + by_hand)
    clarify("edit", made["id"], "why=x")
    assert "handoff: |" in path.read_text()
    assert clarify("show", made["id"], "--json").json["handoff"] == handoff


def test_the_mistake_is_mended_in_the_editor(
    clarify: Clarify, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "mend"
    script.write_text('#!/bin/sh\nsed "s/why: ?/why: open/" "$1" > "$1.x" && mv "$1.x" "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    written(home, "bad", brief("  why: ?"))
    clarify("edit", "bad")
    assert clarify("list", "--json").json[0]["id"] == "bad"


# ---- links and modes


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664])
@pytest.mark.parametrize("command", ["sent", "done"])
def test_a_change_keeps_the_mode_of_the_file(clarify: Clarify, home: Path, q3: str, mode: int, command: str) -> None:
    brief_file(home, q3).chmod(mode)
    clarify(command, q3)
    assert stat.S_IMODE(brief_file(home, q3).stat().st_mode) == mode


def test_a_link_stays_a_link_and_what_it_points_to_is_changed(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path
) -> None:
    path, target = brief_file(home, q3), tmp_path / "synced" / "list.yaml"
    target.parent.mkdir()
    path.rename(target)
    path.symlink_to(target)
    before = target.read_bytes()
    clarify("edit", q3, "why=a pitch")
    assert path.is_symlink()
    assert b"a pitch" in target.read_bytes()
    clarify("undo")
    assert path.is_symlink()
    assert target.read_bytes() == before
    assert [file.name for file in target.parent.iterdir()] == ["list.yaml"]


@pytest.mark.parametrize("form", ["absolute", "relative"])
def test_a_link_that_is_closed_moves_and_its_text_stays_where_it_lies(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path, form: str
) -> None:
    path, target = brief_file(home, q3), tmp_path / "list.yaml"
    path.rename(target)
    link = str(target) if form == "absolute" else os.path.relpath(target, path.parent)
    path.symlink_to(link)
    before = target.read_bytes()
    clarify("done", q3)
    assert brief_file(home, q3).is_symlink()
    assert brief_file(home, q3).parent.name == "2026"
    assert b"status: done" in target.read_bytes()
    clarify("undo")
    assert (os.readlink(path), target.read_bytes()) == (link, before)
    clarify("done", q3)
    clarify("reopen", q3)
    assert path.is_symlink()


def test_forget_takes_a_link_away_and_leaves_the_file_behind_it(
    clarify: Clarify, home: Path, q3: str, tmp_path: Path
) -> None:
    """It may be a file of a project, which others use; it is named, so that she can remove it herself."""
    path, target = brief_file(home, q3), tmp_path / "list.yaml"
    path.rename(target)
    path.symlink_to(target)
    clarify("edit", q3, "why=a pitch")
    text = target.read_bytes()
    told = clarify("forget", q3, "--yes").err
    assert f"stays where it is: {target}" in told
    assert target.read_bytes() == text
    assert not path.is_symlink()
    assert [name for name, raw in contents(home).items() if b"Q3 client" in raw] == []


def test_forget_of_a_link_within_the_home_removes_the_file_too(clarify: Clarify, home: Path, q3: str) -> None:
    path, target = brief_file(home, q3), home / "own" / "list.yaml"
    target.parent.mkdir()
    path.rename(target)
    path.symlink_to(target)
    assert "stays" not in clarify("forget", q3, "--yes").err
    assert not target.exists()
    assert not path.is_symlink()


def test_a_home_that_is_a_link_stays_one(clarify: Clarify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.setenv("CLARIFY_HOME", str(tmp_path / "link"))
    clarify("new", "Call Berlin", "--no-input")
    clarify("sent", "call")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "briefs" / "call-berlin.yaml").is_file()


def test_whatever_is_new_is_for_its_owner_alone(clarify: Clarify, home: Path, q3: str) -> None:
    before = os.umask(0)
    try:
        clarify("sent", q3)
        clarify("done", q3)
        clarify("new", "Fix the deck", "--no-input")
        clarify("settings", "name=Maya")
    finally:
        os.umask(before)
    for path in [home, *home.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_nothing_is_left_lying_after_a_day(clarify: Clarify, home: Path, q3: str) -> None:
    for command in (["sent", q3], ["confirm", q3], ["edit", q3, "why=x"], ["undo"], ["done", q3]):
        clarify(*command)
    names = {path.name for path in home.rglob("*") if path.is_file()}
    assert {name for name in names if name.startswith(".")} == {".lock"}
    assert {name for name in names if not name[:8].isdecimal()} == {".lock", f"{q3}.yaml"}


# ---- whatever can be typed

TRICKY = [
    *(
        "null",
        "~",
        "no",
        "yes",
        "1:30",
        "- a",
        "? b",
        "#x",
        "a #b",
        "# x",
        "a: b",
        "a:",
        ": a",
        "'",
        '"',
        "''",
        "\\",
        "\\n",
    ),
    *(
        "[",
        "{",
        "]",
        "@x",
        "`x`",
        "%TAG",
        "&a",
        "*a",
        "!a",
        "!!str x",
        "|",
        ">",
        "| x",
        "|-",
        ">+",
        "---",
        "...",
        "--- a",
    ),
    *("<<", "=", "0x1F", "1e3", ".inf", ".NaN", "-", "--", "a\n---\nb", "a\n...\nb", "- a\n- b", "a: b\nc: d"),
    *(
        "2026-01-01",
        "2026-01-01T10:00:00+00:00",
        "true",
        "y",
        "\ta",
        "a\tb",
        "a\n\tb",
        "a\n\n\nb",
        "a \nb",
        "a\n b",
        "  a\nb",
    ),
    *(
        "history: []",
        "a\nhistory: []",
        "👩‍👩‍👧",
        "👍🏽",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "שלום עולם",
        "مرحبا",
        "a\u200db",
        "e\u0301",
        "\u00a0a",
        "a\u00a0",
        "\u3000",
    ),
    *(
        "a\n\u00a0\nb",
        "\ufffd",
        "\ud7ff",
        "\ue000",
        "\U0010fffd",
        "$leader",
        "${x}",
        "$$",
        "{value}",
        "%s",
        "a\n #b",
        "a\n# b",
    ),
]
typed = st.one_of(
    st.sampled_from(TRICKY),
    st.lists(st.sampled_from([*TRICKY, " ", "\n", "a", "?", " #", ": "]), min_size=1, max_size=4).map("".join),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn")), max_size=60),
    st.text(st.sampled_from("ab \n\t#:-?'\"[]{}&*!|>%@`,\\😀é"), max_size=40),
)
TYPED = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, database=None
)


def held(text: str) -> dict[str, str]:
    """What an answer that was typed is to be held as: its words, without the question mark that makes it a guess."""
    words = text.strip()
    value = re.sub(r"[?\s]+\Z", "", words)
    if not value:
        return {"standing": "open"}
    return {"value": value, "standing": "assumed" if words.endswith("?") else "said"}


@TYPED
@given(ask=typed, leader=typed, vision=typed, why=typed, handoff=typed)
def test_whatever_can_be_typed_comes_back_as_it_was_typed(
    ask: str, leader: str, vision: str, why: str, handoff: str
) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh_home(Path(folder)):
        clarify = Clarify()
        made = clarify(
            *("new", f"--vision={vision}", f"--why={why}", f"--leader=Ms {leader}", "--from=-", "--no-input", "--json"),
            *("--", f"x {ask}"),
            stdin=handoff,
        ).json
        assert made["ask"] == " ".join(f"x {ask}".split())
        assert made["leader"] == " ".join(f"Ms {leader}".split()).rstrip("? ")
        assert made["answers"]["vision"] == held(vision)
        assert made["answers"]["why"] == held(why)
        assert made["handoff"] == handoff.strip("\n")
        assert clarify("show", made["id"], "--json").json == made
        for command in ("list", f"show {made['id']}", f"export {made['id']}"):
            clarify(*command.split())


@settings(TYPED, max_examples=40)
@given(ask=typed, vision=typed, why=typed)
def test_whatever_can_be_typed_comes_back_from_a_file_that_a_person_edited(ask: str, vision: str, why: str) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh_home(Path(folder)) as home:
        clarify = Clarify()
        options = (f"--vision={vision}", "--why=z", "--from=-", "--no-input", "--json")
        made = clarify("new", *options, "--", f"x {ask}", stdin=f"x {why}").json
        path = brief_file(home, made["id"])
        path.write_bytes(path.read_bytes() + b"# mine\n")
        clarify("edit", made["id"], f"effort={why}", f"why={vision}")
        again = clarify("edit", made["id"], f"vision={why}", "--json").json
        assert again["answers"]["effort"] == again["answers"]["vision"] == held(why)
        assert again["answers"]["why"] == held(vision)
        assert (again["ask"], again["handoff"]) == (made["ask"], made["handoff"])
        assert path.read_bytes().endswith(b"# mine\n")
