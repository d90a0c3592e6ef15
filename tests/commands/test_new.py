"""`clarify new` with options: what is kept, what is printed, what is refused."""

from pathlib import Path

import pytest
from conftest import Clarify, brief_file, contents, new, standings

FIELDS = {"id", "ask", "leader", "status", "due", "urgency", "open", "assumed", "created", "path"}


def test_new_keeps_the_brief_and_prints_nothing_but_the_message(clarify: Clarify, home: Path) -> None:
    result = clarify("new", "Pull together the Q3 client list", "--leader", "Chloe Martin", "--no-input")
    assert result.out.startswith("Subject: ")
    assert result.out.split("\n")[1] == ""
    assert "Pull together the Q3 client list" in result.out
    assert "Chloe, " in result.out
    assert "Kept as" not in result.out
    assert "pull-together-the-q3-client-list" in result.err
    text = brief_file(home, "pull-together-the-q3-client-list").read_text()
    assert text.startswith("schema: 1\nask: Pull together the Q3 client list\nleader: Chloe Martin\nstatus: draft\n")
    assert text.endswith("\nhistory: []\n")


SPOKEN = [
    # option, what was typed, what the brief holds
    ("--deadline", "by Thursday", "said: by Thursday"),
    ("--deadline", "Thursday?", "assumed: Thursday"),
    ("--deadline", "?", "open"),
    ("--urgency", "ahead of the deck", "said: ahead of the deck"),
    ("--urgency", "ahead of the deck?", "assumed: ahead of the deck"),
    ("--urgency", "", "open"),
    ("--vision", "one page, top 20 by revenue", "said: one page, top 20 by revenue"),
    ("--vision", "one page ?", "assumed: one page"),
    ("--vision", "  ? ", "open"),
    ("--why", "is it the pitch? the board?", "assumed: is it the pitch? the board"),
    ("--why", "is it ready? the board decides", "said: is it ready? the board decides"),
    ("--effort", "half a day", "said: half a day"),
    ("--effort", "half a day???", "assumed: half a day"),
]


@pytest.mark.parametrize(("option", "typed", "held"), SPOKEN)
def test_new_reads_the_standing_off_the_question_mark(clarify: Clarify, option: str, typed: str, held: str) -> None:
    slug = new(clarify, "Call the Berlin expert", f"{option}={typed}")
    assert standings(clarify, slug)[option.removeprefix("--")] == held


def test_new_takes_guesses_and_open_points_by_option(clarify: Clarify) -> None:
    slug = new(
        *(clarify, "Call the Berlin expert", "--assume", "why=a pitch = the big one", "--assume", "vision=notes?"),
        *("--open", "urgency", "--assume", "scope=Europe"),
    )
    held = standings(clarify, slug)
    assert held["why"] == "assumed: a pitch = the big one"
    assert held["vision"] == "assumed: notes"
    assert held["urgency"] == "open"
    assert held["scope"] == "assumed: Europe"


def test_new_leaves_open_what_is_not_given(clarify: Clarify) -> None:
    slug = new(clarify, "Call the Berlin expert")
    held = standings(clarify, slug)
    assert {"deadline", "urgency", "vision", "why"} <= set(held)
    assert set(held.values()) == {"open"}


def test_new_asks_less_when_quick_and_more_when_deep(clarify: Clarify) -> None:
    counts = [
        len(standings(clarify, new(clarify, "Fix every slide", *option))) for option in ([], ["--quick"], ["--deep"])
    ]
    assert counts[1] < counts[0] < counts[2]


def test_new_reads_a_deadline_from_the_moment_it_is_told(clarify: Clarify) -> None:
    brief = clarify("new", "Call Berlin", "--deadline", "Friday noon", "--no-input", "--json").json
    assert brief["due"] == "2026-11-27T12:00:00+00:00"
    assert brief["created"] == "2026-11-25T10:00:00+00:00"


def test_new_with_json_prints_the_object_of_show(clarify: Clarify) -> None:
    made = clarify("new", "Call Berlin", "--no-input", "--json").json
    assert made == clarify("show", made["id"], "--json").json
    assert set(made) >= FIELDS | {"answers", "handoff", "history"}


def test_a_message_that_is_piped_in_without_an_option_names_it(clarify: Clarify, home: Path) -> None:
    told = clarify("new", stdin="Hi, can you fix the deck by Friday? Thanks, Bo", code=1).err
    assert "clarify new --from -" in told
    assert contents(home) == {}


def test_new_gives_every_brief_its_own_name(clarify: Clarify) -> None:
    slugs = [new(clarify, ask) for ask in ("Fix the deck", "fix the deck!", "Fix the deck", "修理", "…", "archive")]
    assert len(set(slugs)) == 6
    assert slugs[:3] == ["fix-the-deck", "fix-the-deck-2", "fix-the-deck-3"]
    assert {row["ask"] for row in clarify("list", "--json").json} >= {"修理", "…", "archive"}


def test_new_does_not_reuse_the_name_of_a_closed_brief(clarify: Clarify) -> None:
    first = new(clarify, "Fix the deck")
    clarify("done", first)
    assert new(clarify, "Fix the deck") != first


def test_new_without_a_terminal_names_the_options_that_it_needs(clarify: Clarify, home: Path) -> None:
    result = clarify("new", "Call Berlin", "--why", "a pitch", code=1)
    assert result.out == ""
    for option in ("--leader", "--deadline", "--vision", "--no-input"):
        assert option in result.err
    assert "--why" not in result.err
    assert contents(home) == {}


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["new", "--no-input"], 1, "clarify new"),
        (["new", " ", "--no-input"], 1, "clarify new"),
        (["new", "x", "--no-input", "--assume", "why"], 2, "KEY=TEXT"),
        (["new", "x", "--no-input", "--assume", "wy=pitch"], 2, "“why”"),
        (["new", "x", "--no-input", "--open", "visoin"], 2, "“vision”"),
        (["new", "x", "--no-input", "--questions", "handof"], 2, "“handoff”"),
        (["new", "x", "--no-input", "--questions", "../handoff"], 2, "handoff"),
        (["new", "x", "--no-input", "--quick", "--deep"], 2, "--quick"),
        (["new", "x", "--no-input", "--from", "no-such-file.txt"], 1, "no-such-file.txt"),
        (["new", "x", "--no-input", "--from", "."], 1, "not a file"),
        (["new", "--no-input", "--from", "-"], 1, "clarify new"),
    ],
)
def test_new_refuses_with_what_to_do_next_and_keeps_nothing(
    clarify: Clarify, home: Path, args: list[str], code: int, told: str
) -> None:
    result = clarify(*args, code=code)
    assert result.out == ""
    assert told in result.err
    assert contents(home) == {}
