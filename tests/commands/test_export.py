"""`clarify export`."""

import json
import os
import threading
from pathlib import Path

import pytest
from conftest import Clarify, new, written


def test_export_prints_the_message_and_nothing_else(clarify: Clarify, q3: str) -> None:
    result = clarify("export", "q3")
    assert result.err == ""
    assert result.out.startswith("Subject: ")
    assert "Thu 26 Nov, 17:00" in result.out
    assert "one page" in result.out
    assert result.out.endswith("\n")


def test_export_says_on_standard_error_that_no_message_is_needed(clarify: Clarify) -> None:
    options = [f"--{key}=clear" for key in ("urgency", "vision", "why", "effort")]
    slug = new(clarify, "Call Berlin", "--deadline", "tomorrow", *options)
    result = clarify("export", slug)
    assert "no message is needed" in result.err
    assert "no message is needed" not in result.out
    assert result.out.startswith("Subject: ")


def test_export_writes_markdown_with_the_signs_of_a_person_as_typed(clarify: Clarify) -> None:
    slug = new(clarify, "Call *Berlin* <b>", "--vision", "a_b [x](y)?")
    text = clarify("export", slug, "--format", "markdown").out
    assert text.startswith("**Subject: ")
    assert r"\*Berlin\*" in text
    assert r"a\_b \[x\](y)" in text
    assert "*Berlin*" in clarify("export", slug).out


def test_export_writes_several_messages_one_after_the_other(clarify: Clarify, q3: str) -> None:
    deck = new(clarify, "Fix the deck")
    both = clarify("export", deck, "q3", deck).out
    assert both.count("Subject: ") == 2, "a brief that is named twice is written once"
    assert both.index("Fix the deck") < both.index("Q3 client list")
    assert both.startswith(clarify("export", deck).out)
    assert both.endswith(clarify("export", "q3").out)


def test_export_writes_to_a_file_and_nothing_to_standard_output(clarify: Clarify, q3: str, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "mail.txt"
    result = clarify("export", q3, "--output", str(file))
    assert result.out == ""
    assert str(file) in result.err
    assert file.read_text() == clarify("export", q3).out


def test_export_replaces_a_file_only_when_told_to(clarify: Clarify, q3: str, tmp_path: Path) -> None:
    """A file with something else in it stays as it is without `--force` (D44)."""
    file = tmp_path / "mail.txt"
    file.write_text("my own notes")
    assert "--force" in clarify("export", q3, "-o", str(file), code=1).err
    assert file.read_text() == "my own notes"
    clarify("export", q3, "-o", str(file), "--force")
    assert file.read_text() == clarify("export", q3).out
    clarify("export", q3, "-o", str(file))  # the same again does no harm
    file.write_text("")
    clarify("export", q3, "-o", str(file))
    assert file.read_text() == clarify("export", q3).out


@pytest.mark.parametrize(
    ("short", "name"), [("md", "markdown"), ("MD", "markdown"), ("txt", "text"), ("email", "text"), ("mail", "text")]
)
def test_formats_have_short_names(clarify: Clarify, q3: str, short: str, name: str) -> None:
    assert clarify("export", q3, "-f", short) == clarify("export", q3, "--format", name)


def test_export_json_has_the_parts_of_the_message(clarify: Clarify, q3: str) -> None:
    (message,) = clarify("export", q3, "--json").json
    assert message["id"] == q3
    assert message["message"] == "confirmation"
    assert set(message["items"]) == {"vision", "urgency", "why", "effort"}
    text = clarify("export", q3).out
    assert message["subject"] in text
    assert message["body"] in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--format", "markdwn"], "“markdown”"),
        (["--message", "confimation"], "“confirmation”"),
        (["--colour"], "--colour"),
    ],
)
def test_export_refuses_what_it_does_not_know(clarify: Clarify, q3: str, options: list[str], told: str) -> None:
    result = clarify("export", q3, *options, code=2)
    assert result.out == ""
    assert told in result.err


def test_export_to_a_dash_is_standard_output(
    clarify: Clarify, q3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert clarify("export", q3, "--output", "-") == clarify("export", q3)
    assert list(tmp_path.glob("-")) == []


def test_export_writes_the_object_to_a_file_too(clarify: Clarify, q3: str, tmp_path: Path) -> None:
    file = tmp_path / "mail.json"
    assert clarify("export", q3, "--json", "--output", str(file)).out == ""
    assert json.loads(file.read_text()) == clarify("export", q3, "--json").json


def test_export_never_replaces_what_is_no_file(clarify: Clarify, q3: str, tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    clarify("export", q3, "--output", str(pipe))
    reader.join(10)
    assert read == [clarify("export", q3).out]
    assert pipe.is_fifo()
    loop.symlink_to("loop")
    assert "link" in clarify("export", q3, "--output", str(loop), code=1).err
    assert loop.is_symlink()
    assert "folder" in clarify("export", q3, "--output", str(tmp_path), code=1).err


def test_export_opens_one_message_in_the_mail_program(clarify: Clarify, q3: str) -> None:
    deck = new(clarify, "Fix the deck")
    assert "one brief" in clarify("export", q3, deck, "--launch", code=2).err


def test_a_word_without_an_end_is_cut_in_the_message_and_kept_in_the_brief(clarify: Clarify, home: Path) -> None:
    long = "x" * 100_000
    stdin = f"ask: {long}\nleader: {long}\nstatus: draft\ncreated: 2026-11-25T09:00\nanswers:\n"
    written(home, "long", f"{stdin}  why: {{value: {long}, standing: assumed}}\nhistory: []\n")
    for options in ([], ["--format", "markdown"]):
        result = clarify("export", "long", *options)
        assert len(result.out) < 2_000
        assert "xxx…" in result.out
        assert "x" * 61 not in result.out
    assert clarify("show", "long", "--json").json["ask"] == long


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/documents/2026/quarter-three/client-list/final-version.html?part=7",
        "/home/maya/documents/2026/quarter-three/client-list/final-version-of-the-list.ods",
        "第三四半期の顧客リストを木曜日までにまとめて、取締役会の資料として使えるように一ページに収め、表と簡単な説明を付けて、前回の報告との違いも分かるようにしてください",
    ],
)
def test_a_link_a_path_and_a_script_without_spaces_stay_whole(clarify: Clarify, text: str) -> None:
    assert text in clarify("export", new(clarify, text)).out


@pytest.mark.parametrize("ask", ["..", "...", "?", "??", "!", "…"])
def test_an_ask_of_marks_alone_gives_no_empty_subject(clarify: Clarify, ask: str) -> None:
    subject = clarify("export", new(clarify, ask)).out.splitlines()[0]
    assert subject == f"Subject: Please confirm: “{ask}”"


@pytest.mark.parametrize(
    ("said", "hour", "moved"),
    [("by Friday noon", "Fri 13 Mar, 12:00", "23:00"), ("first thing Monday", "Mon 16 Mar, 9:00", "20:00")],
)
@pytest.mark.parametrize("way", ["TZ", "time_zone"])
def test_after_a_change_of_zone_the_message_keeps_the_leaders_hour_and_names_its_zone(
    clarify: Clarify, monkeypatch: pytest.MonkeyPatch, said: str, hour: str, moved: str, way: str
) -> None:
    """Never a silently moved one, also after the brief was changed on the new clock."""

    def move_to(zone: str) -> None:
        if way == "TZ":
            monkeypatch.setenv("TZ", zone)
        else:
            clarify.program("settings", f"time_zone={zone}")

    monkeypatch.setenv("CLARIFY_NOW", "2026-03-11T00:00+00:00")
    move_to("Asia/Tokyo")
    clarify.program("new", "Order sixty badges", "--leader", "Elif", "--deadline", said, "--no-input")
    there = clarify.program("export", "order").out
    assert f"{hour}." in there
    assert "UTC" not in there
    move_to("America/New_York")
    for _ in range(2):
        message = clarify.program("export", "order").out
        assert f"You need it by {hour} UTC+9." in message
        assert moved not in message
        assert all("UTC+9" in line for line in message.splitlines() if "onfirm by" in line or "otherwise by" in line)
        assert moved in clarify.program("show", "order").out, "her own clock"
        clarify.program("edit", "order", "why=a fair")
    move_to("Asia/Seoul")
    assert "UTC" not in clarify.program("export", "order").out, "another zone with the same clock"
