"""Questions at a real terminal: on plain lines for who needs them, and a paste that the terminal does not mark."""

import os
import sys
from pathlib import Path

import pexpect
import pyte
import pytest
from conftest import Clarify

MESSAGE = "Hi Maya,\ncan you pull together the Q3 client list by Friday? One page please.\n\nThanks,\nChloe"
WAYS = [{"CLARIFY_PLAIN": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "CLARIFY_PLAIN": "1"}]


def spawn(*args: str, **env: str) -> pexpect.spawn:
    return pexpect.spawn(
        sys.executable,
        ["-m", "clarify", *args],
        encoding="utf-8",
        timeout=20,
        dimensions=(40, 80),
        env={"TERM": "xterm-256color", **os.environ, **env},
    )


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_plain_lines_hold_not_one_escape_byte(clarify: Clarify, home: Path, way: dict[str, str]) -> None:
    """The whole of `new`: questions, echoes, card and sending; then a pick by number, and a list."""
    child = spawn("new", **way)
    for question, answer in [
        ("What are you to do", "Fix the deck"),
        ("Who gave it", "Chloe Martin"),
        ("When does Chloe", "Friday"),
        ("before or after", ""),
        ("right when", "ten slides?"),
        ("What is it for", ""),
        ("How much time", "b"),
        ("Good like this", ""),
        ("it is sent", "n"),
    ]:
        child.expect(question)
        child.expect("> $")
        assert "\x1b" not in child.before
        child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    assert "\x1b" not in child.before
    assert clarify("show", "fix", "--json").json["answers"]["vision"] == {"value": "ten slides", "standing": "assumed"}
    child = spawn("show", **way)
    child.expect("1  Fix the deck")
    child.send("1\r")
    child.expect("vision")
    child.expect(pexpect.EOF)
    assert "\x1b" not in child.before
    assert spawn("list", **way).read().count("\x1b") == 0


def test_plain_lines_end_with_ctrl_c_and_keep_what_was_said(clarify: Clarify, home: Path) -> None:
    child = spawn("new", CLARIFY_PLAIN="1")
    child.expect("> $")
    child.send("Fix the deck\r")
    child.expect("Who gave it")
    child.expect("> $")
    child.sendcontrol("c")
    child.expect("kept as fix-the-deck")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


@pytest.mark.parametrize("plain", ["0", "1"])
def test_lines_that_arrive_at_once_are_one_paste(clarify: Clarify, home: Path, plain: str) -> None:
    """Old consoles don't mark a paste: it ran line by line into the answers once."""
    child = spawn("new", CLARIFY_PLAIN=plain)
    child.expect(">")
    child.send(MESSAGE.replace("\n", "\r") + "\r")
    child.expect("Kept the message")
    child.expect(r"\d/\d")
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    [brief] = clarify("list", "--json").json
    shown = clarify("show", brief["id"], "--json").json
    assert shown["handoff"] == MESSAGE
    assert shown["ask"] == "Pull together the Q3 client list"


UNMARKED = {
    "no blank lines": "Hi Noor,\rplease order sixty badges by Thursday noon.\rDana has the list.\rThanks\rElif\r",
    "blank lines": "Hi Noor,\r\rplease order sixty badges by Thursday noon.\r\rThanks\rElif\r",
}


@pytest.mark.parametrize("plain", ["0", "1"])
@pytest.mark.parametrize("message", UNMARKED.values(), ids=UNMARKED)
def test_no_line_of_a_message_becomes_an_answer(clarify: Clarify, home: Path, message: str, plain: str) -> None:
    """However short its lines are, and also where it was typed ahead of the first question."""
    child = spawn("new", CLARIFY_PLAIN=plain)
    child.send(message)
    child.expect("Kept the message")
    child.expect(r"\d/\d|Enter: a brief of each")
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    briefs = [clarify("show", row["id"], "--json").json for row in clarify("list", "--json").json]
    assert briefs
    for brief in briefs:
        assert brief["handoff"] == message.replace("\r", "\n").strip()
        assert brief["ask"].startswith("Order sixty badges")
        assert brief["leader"] in ("", "Elif")
        assert not {"urgency", "vision", "why"} & brief["answers"].keys()


def test_answers_typed_one_after_the_other_are_no_paste(clarify: Clarify, home: Path) -> None:
    child = spawn("new")
    for question, answer in [("What are you to do", "Fix the deck"), ("Who gave it", "Bo"), ("When does Bo", "Friday")]:
        child.expect(question)
        child.expect(">")
        for key in f"{answer}\r":
            child.send(key)
    child.expect("before or after")
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    assert clarify("show", "fix", "--json").json["leader"] == "Bo"


def test_plain_lines_can_be_a_setting(clarify: Clarify, home: Path) -> None:
    clarify("settings", "plain=yes")
    child = spawn("new")
    child.expect("What are you to do")
    child.expect("> $")
    assert "\x1b" not in child.before
    child.sendcontrol("c")
    child.expect(pexpect.EOF)


def test_a_question_is_laid_out_anew_in_a_window_that_became_narrower(clarify: Clarify, home: Path) -> None:
    """The choices were cut at the old width once."""
    child = spawn("new", "Fix the deck", "--leader", "Bo")
    child.expect("d[)] Fri 27 Nov, 17:00")
    child.setwinsize(40, 40)
    child.expect("a[)] ")
    shown = pyte.Screen(40, 40)
    child.expect("example")
    pyte.Stream(shown).feed("\x1b[?25h" + "a) " + child.before)
    for moment in ("b) Thu 26 Nov, 12:00", "c) Thu 26 Nov, 17:00", "d) Fri 27 Nov, 17:00"):
        assert any(moment in line for line in shown.display), moment
    child.sendcontrol("c")
    child.expect(pexpect.EOF)


def test_what_went_wrong_is_said_in_one_style(clarify: Clarify, home: Path) -> None:
    for args in (["show", "zebra"], ["edit", "zebra", "why=x"], ["new", "--quick", "--deep"], ["settings", "noon=x"]):
        told = spawn(*args).read()
        assert told.startswith("\x1b[31m"), args
        assert "\x1b" not in spawn(*args, NO_COLOR="1").read()
