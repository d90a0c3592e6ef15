"""Screens as a terminal of a given size shows them (pyte draws what the program sends), and the lines for a pipe."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pexpect
import pyte
import pytest
from conftest import Clarify, new
from test_asking import spawn

MARKUP = "[red]cut[/] [/] [bold] :smile: {x} \\[b]"
"""What rich would take for markup, and an emoji name: shown as it was typed."""
SIZES = [(80, 24), (120, 40), (34, 12)]


def screen(size: tuple[int, int], *args: str, keys: Sequence[str] = (), lines: int = 400, **env: str) -> list[str]:
    """The lines of a terminal so wide, with all that scrolled by above."""
    columns, rows = size
    child = pexpect.spawn(
        sys.executable,
        ["-m", "clarify", *args],
        encoding=env.get("PYTHONIOENCODING", "utf-8"),
        timeout=20,
        dimensions=(rows, columns),
        env=environ(env),
    )
    output = ""
    for question in keys:
        child.expect(question)
        output += child.before + child.after
    if keys:
        child.sendcontrol("c")
    child.expect(pexpect.EOF)
    shown = pyte.Screen(columns, lines)
    pyte.Stream(shown).feed(output + child.before)
    return [line.rstrip() for line in shown.display]


def environ(more: dict[str, str]) -> dict[str, str]:
    return {"TERM": "xterm-256color", **os.environ, **more}


@pytest.fixture
def briefs(clarify: Clarify) -> None:
    """Sixty briefs."""
    for number in range(60):
        new(clarify, f"Task number {number:02}", "--leader", "Chloe Martin", "--deadline", "Friday")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_terminal_gets_fifty_rows_and_is_told_of_the_rest(briefs: None, size: tuple[int, int]) -> None:
    lines = screen(size, "list")
    text = " ".join(" ".join(lines).split())
    assert "Task number 49" in text
    assert "Task number 50" not in text
    assert "and 10 more." in text
    assert "`clarify list | cat`" in text
    assert max(map(len, lines)) <= size[0]


def test_a_pipe_gets_a_line_a_brief_with_seven_fields(clarify: Clarify, briefs: None) -> None:
    """Name, due, status, leader, ask, what is open, what is a guess; and no word ends a line or a field."""
    new(clarify, "a\ttab and\na line", "--leader", "B\tO", "--vision", "x?", "--deadline", "Monday noon")
    lines = clarify("list").out.splitlines()
    assert len(lines) == 61
    assert {line.count("\t") for line in lines} == {6}
    assert (
        lines[-1]
        == "a-tab-and-a-line\t2026-11-30T12:00:00+00:00\tdraft\tB O\ta tab and a line\turgency,why,effort\tvision"
    )
    groups = [line.split("\t") for line in clarify("today").out.splitlines()]
    assert {(len(fields), fields[0]) for fields in groups} <= {
        (8, "overdue"),
        (8, "due"),
        (8, "waiting"),
        (8, "unsent"),
    }


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_of_people_are_no_markup(clarify: Clarify, home: Path, size: tuple[int, int]) -> None:
    slug = new(clarify, f"Fix {MARKUP}", "--leader", MARKUP, "--vision", MARKUP, "--why", MARKUP)
    for args in (["list"], ["show", slug], ["today"]):
        text = "".join("".join(screen(size, *args)).split())
        assert "".join(f"Fix {MARKUP}".split()) in text, args
    handoff = home / "handoff.txt"
    handoff.write_text(f"Please fix the {MARKUP} deck by Friday.", "utf-8")
    assert "[red]cut[/]" in "".join("".join(screen(size, "check", str(handoff))).split())


CARD = ["new", "Fix the deck", "--leader", "Chloe", "--deadline", "Friday", "--vision", "x?", "--urgency", "y?"]
CARD += ["--why", "the pitch", "--effort", "?"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_card_shows_the_message_in_a_frame_and_every_answer_with_its_number(
    clarify: Clarify, home: Path, size: tuple[int, int]
) -> None:
    lines = screen(size, *CARD, keys=["Good like this"])
    text = "\n".join(lines)
    assert "╭─" in text
    assert "│ Subject: " in text
    for number, name in enumerate(["ask", "leader", "deadline", "urgency", "vision", "why", "effort"], 1):
        assert f"{number} {name[:3]}" in " ".join(text.split()), name
    assert max(map(len, lines)) <= size[0]


def test_at_the_usual_size_the_answers_are_on_the_screen_with_the_end_of_the_message(
    clarify: Clarify, home: Path
) -> None:
    """“The answers visible beside the message at 80x24”: what a person sees when the question stands there."""
    lines = screen((80, 24), *CARD, keys=["Good like this", ">"])
    end = next(number for number, line in enumerate(lines) if "Kept as" in line)
    question = 5  # lines: an empty one, the question and what Enter takes; it is gone by now
    last = "\n".join(lines[end - (24 - question) : end])
    for words in ("The result, I assume: x.", "4 urgency (guess) y", "7 effort (open)"):
        assert words in last


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_where_lines_cannot_be_drawn_plain_signs_stand_for_them(clarify: Clarify, home: Path, encoding: str) -> None:
    text = "\n".join(screen((80, 24), *CARD, keys=["Good like this"], PYTHONIOENCODING=encoding))
    assert "\\" not in text
    assert "+---" in text
    assert "| Subject: " in text


def test_no_color_has_no_colour(clarify: Clarify, home: Path) -> None:
    new(clarify, "Fix the deck", "--deadline", "yesterday")
    assert "\x1b" in spawn("list").read()
    assert "\x1b" not in spawn("list", NO_COLOR="1").read()
    assert "\x1b" not in spawn("show", "fix", NO_COLOR="1").read()
