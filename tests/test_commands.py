"""The contract of each command, as a person and a script see it."""

import json
import os
import re
import sys
import threading
from pathlib import Path

import pytest
from conftest import Clarify, at_terminal, brief_file, contents, written

FIELDS = {"id", "ask", "leader", "status", "due", "urgency", "open", "assumed", "created", "path"}


def new(clarify: Clarify, ask: str, *options: str) -> str:
    """Keeps a brief; returns its name."""
    return str(clarify("new", ask, "--no-input", "--json", *options).json["id"])


def standings(clarify: Clarify, slug: str) -> dict[str, str]:
    """What a brief holds for each key: `standing: value`, or `open`."""
    answers = clarify("show", slug, "--json").json["answers"]
    return {key: f"{a['standing']}: {a['value']}" if "value" in a else a["standing"] for key, a in answers.items()}


# ---- new


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


# ---- the hand-off

HANDOFF = (
    "  Hi Maya,\n\n\tcan you pull together the Q3 client list — need it by Thursday.\r\n"
    "Naïve café 👩‍👩‍👧, שלום,  two  spaces; a tail \n- not: yaml\n# neither\n\nthanks!\nChloe"
)


@pytest.mark.parametrize("source", ["a file", "standard input"])
def test_a_handoff_is_kept_verbatim(clarify: Clarify, tmp_path: Path, source: str) -> None:
    file = tmp_path / "mail.txt"
    file.write_bytes(HANDOFF.encode())
    if source == "a file":
        made = clarify("new", "--from", str(file), "--no-input", "--json").json
    else:
        made = clarify("new", "--from", "-", "--no-input", "--json", stdin=HANDOFF).json
    assert made["handoff"] == HANDOFF.replace("\r\n", "\n")
    clarify("edit", made["id"], "why=a pitch")
    assert clarify("show", made["id"], "--json").json["handoff"] == HANDOFF.replace("\r\n", "\n")


def test_what_a_handoff_says_is_said_with_its_quote(clarify: Clarify) -> None:
    text = "can you pull together the Q3 client list? need it by Thursday. thanks! Chloe"
    made = clarify("new", "--from", "-", "--no-input", "--json", stdin=text).json
    assert "Q3 client list" in made["ask"]
    assert made["answers"]["deadline"]["standing"] == "said"
    assert made["answers"]["deadline"]["quote"] in text
    assert made["due"] == "2026-11-26T17:00:00+00:00"
    assert made["answers"]["why"] == {"standing": "open"}


def test_an_option_wins_over_the_handoff(clarify: Clarify) -> None:
    text = "can you pull together the Q3 client list? need it by Thursday."
    made = clarify(
        *("new", "Build the list", "--from", "-", "--deadline", "Friday?", "--no-input", "--json"), stdin=text
    ).json
    assert made["ask"] == "Build the list"
    assert made["answers"]["deadline"]["value"] == "Friday"
    assert made["answers"]["deadline"]["standing"] == "assumed"


@pytest.mark.parametrize("several", [False, True])
def test_what_finds_no_room_is_told_with_a_remedy_that_fits(several: bool, clarify: Clarify) -> None:
    """Fewer tasks help only where there are several."""
    tasks = "\n".join(f"- fix the {name} deck of the Berlin and the Vienna office" for name in "ABCDEFGHIJKL")
    given = [f"--{key}={'word ' * 60}?" for key in ("deadline", "urgency", "vision", "why", "effort")]
    ask = ["--each", "--from", "-"] if several else ["Fix the deck"]
    told = clarify("new", *ask, *given, "--deep", "--no-input", stdin=f"Please:\n{tasks}").err
    assert "not in it" in told
    assert ("fewer tasks" in told) is several


@pytest.mark.parametrize("source", ["a file", "standard input"])
def test_check_counts_in_the_text_as_given(clarify: Clarify, tmp_path: Path, source: str) -> None:
    text = "Hi,\r\ncan you fix the deck?\r\nneed it by Thursday\r\n"
    file = tmp_path / "mail.txt"
    file.write_bytes(text.encode())
    found = clarify("check", "--json", *([str(file)] if source == "a file" else []), stdin=text).json
    for span in (found["deadline"], *found["tasks"]):
        assert text[span["start"] : span["end"]] == span["text"]


def test_check_marks_what_was_found_where_there_is_colour(clarify: Clarify, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Hi Maya,\n\nplease look into the churn model by Friday, because the board asks. It is what Omar built.\n"
    plain = clarify("check", stdin=text).out
    assert "Hi Maya" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = clarify("check", stdin=text).out
    marked = coloured[: coloured.index("task ")]
    assert "\x1b[33mlook into\x1b[0m\x1b[1m the churn model" in marked
    assert "\x1b[32mby Friday\x1b[0m, \x1b[32mbecause the board asks\x1b[0m" in marked
    bare = re.sub(r"\x1b\[\d+m", "", marked)
    assert bare.split() == text.split()
    assert max(map(len, bare.splitlines())) < 80
    assert "Hi Maya" not in clarify("check", stdin="Hi Maya, have a good trip!").out


def test_check_creates_nothing(clarify: Clarify, home: Path) -> None:
    text = "can you fix the deck? need it by Thursday"
    found = clarify("check", "--json", stdin=text).json
    assert text[found["deadline"]["start"] : found["deadline"]["end"]] == found["deadline"]["text"]
    assert "vision" in found["missing"]
    assert clarify("check", "-", stdin=text).out
    assert contents(home) == {}


@pytest.mark.parametrize(
    ("handoff", "told"),
    [
        (
            "Please send me your notes by Friday, so that I can prepare my talk.\n\nDana",
            ["Send you my notes.", "You can prepare your talk."],
        ),
        ("Please send us the I/O figures by Friday.\n\nDana", ["Send us the I/O figures."]),
        ("Please send me what you have by Friday.\n\nDana", ["Send me what you have."]),
    ],
)
def test_the_message_says_the_leaders_words_back(handoff: str, told: list[str], clarify: Clarify) -> None:
    message = clarify("new", "--from", "-", "--no-input", stdin=handoff).out
    assert all(words in message for words in told), message


def test_the_message_leaves_her_own_words_as_they_are(clarify: Clarify) -> None:
    made = clarify("new", "Send Dana my notes", "--vision", "as I take them", "--from", "-", "--no-input", stdin="Hi!")
    assert "Send Dana my notes. The result: as I take them." in made.out


# ---- list, show, today


def test_list_puts_the_most_pressing_first(clarify: Clarify) -> None:
    new(clarify, "without a deadline")
    new(clarify, "due next week", "--deadline", "next Friday")
    new(clarify, "due today", "--deadline", "today")
    new(clarify, "due tomorrow", "--deadline", "tomorrow")
    order = ["due today", "due tomorrow", "due next week", "without a deadline"]
    assert [row["ask"] for row in clarify("list", "--json").json] == order
    screen = clarify("list").out
    assert sorted(order, key=screen.index) == order


def test_list_json_has_the_promised_fields(clarify: Clarify, home: Path, q3: str) -> None:
    (row,) = clarify("list", "--json").json
    assert set(row) >= FIELDS
    assert row["id"] == q3
    assert row["leader"] == "Chloe Martin"
    assert row["status"] == "draft"
    assert row["due"] == "2026-11-26T17:00:00+00:00"
    assert row["urgency"] == ""
    assert row["assumed"] == ["vision"]
    assert row["open"] == ["urgency", "why", "effort"]
    assert row["created"] == "2026-11-25T10:00:00+00:00"
    assert row["path"] == str(home / "briefs" / f"{q3}.yaml")


def test_list_leaves_closed_ones_out_unless_all_are_wanted(clarify: Clarify, q3: str) -> None:
    dropped = new(clarify, "Fix the deck")
    clarify("drop", dropped)
    assert [row["id"] for row in clarify("list", "--json").json] == [q3]
    assert {row["id"]: row["status"] for row in clarify("list", "--all", "--json").json} == {
        q3: "draft",
        dropped: "dropped",
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["client"], True),
        (["CLIENT", "chloe"], True),
        (["one page"], True),
        (["berlin"], True),
        (["client", "zebra"], False),
        (["zebra"], False),
    ],
)
def test_list_words_search_all_of_the_text(clarify: Clarify, words: list[str], found: bool) -> None:
    slug = new(
        *(clarify, "Pull together the client list", "--leader", "Chloe", "--vision", "one page"),
        *("--why", "the Berlin pitch"),
    )
    new(clarify, "Fix the deck")
    result = clarify("list", *words, "--json")
    assert [row["id"] for row in result.json] == ([slug] if found else [])
    assert clarify("list", *words).code == 0


def test_an_empty_list_says_how_to_begin_and_prints_nothing(clarify: Clarify, home: Path) -> None:
    for command in ("list", "today"):
        result = clarify(command)
        assert result.out == ""
        assert "clarify new" in result.err
    assert clarify("list", "--json").json == []
    assert not home.exists(), "reading makes no folder"


def test_show_tells_every_answer_its_standing_and_the_handoff(clarify: Clarify) -> None:
    slug = new(
        clarify, "Build the list", "--leader", "Chloe", "--why", "a pitch", "--vision", "one page?", "--from", "-"
    )
    clarify("sent", slug)
    screen = clarify("show", slug).out
    for piece in ("Build the list", "Chloe", "a pitch", "said", "one page", "your guess", "open", "sent", slug):
        assert piece in screen


def test_show_json_has_what_the_file_has(clarify: Clarify, q3: str) -> None:
    clarify("sent", q3)
    brief = clarify("show", q3, "--json").json
    assert set(brief) >= FIELDS | {"answers", "handoff", "history"}
    assert brief["answers"]["vision"] == {"value": "one page", "standing": "assumed"}
    assert brief["answers"]["why"] == {"standing": "open"}
    assert [event["what"] for event in brief["history"]] == ["sent"]


def test_today_shows_what_wants_attention_and_leaves_the_rest(
    clarify: Clarify, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = new(clarify, "the waiting one", "--deadline", "30 November")
    later = new(clarify, "the later one", "--deadline", "20 December")
    unsent = new(clarify, "the unsent one", "--deadline", "20 December")
    due = new(clarify, "the due one", "--deadline", "Monday")
    for slug in (waiting, later, due):
        clarify("sent", slug)
    clarify("confirm", due)
    clarify("confirm", later)
    closed = new(clarify, "the closed one", "--deadline", "today")
    clarify("done", closed)
    monkeypatch.setenv("CLARIFY_NOW", "2026-11-27T16:00")
    groups = {name: [row["id"] for row in rows] for name, rows in clarify("today", "--json").json.items()}
    assert groups == {"overdue": [], "due": [due, waiting], "waiting": [], "unsent": [unsent]}
    monkeypatch.setenv("CLARIFY_NOW", "2026-12-01T10:00")
    assert [row["id"] for row in clarify("today", "--json").json["overdue"]] == [due, waiting]
    screen = clarify("today").out
    assert screen == clarify().out, "a bare `clarify` is the same"
    assert "the waiting one" in screen
    assert "the later one" not in screen
    assert "the closed one" not in screen


def test_today_says_of_what_is_due_and_was_never_sent_to_send_it(clarify: Clarify) -> None:
    slug = new(clarify, "Fix the deck", "--deadline", "today")
    screen = clarify("today").out
    assert "clarify export" in screen
    assert "Finished?" not in screen
    clarify("sent", slug)
    assert "Finished?" in clarify("today").out


def test_list_puts_closed_ones_last_wherever_their_file_lies(clarify: Clarify, home: Path) -> None:
    closed = new(clarify, "due today", "--deadline", "today")
    by_hand = new(clarify, "closed by hand", "--deadline", "today")
    last = new(clarify, "without a deadline")
    clarify("done", closed)
    path = brief_file(home, by_hand)
    path.write_text(path.read_text().replace("status: draft", "status: done"))
    assert [row["id"] for row in clarify("list", "--json").json] == [last]
    assert [row["id"] for row in clarify("list", "--all", "--json").json] == [last, by_hand, closed]
    assert [row["id"] for rows in clarify("today", "--json").json.values() for row in rows] == [last]


def test_leader_means_the_leader_in_every_listing(clarify: Clarify) -> None:
    ravi = new(clarify, "Fix the deck", "--leader", "Ravi Shah", "--deadline", "today")
    new(clarify, "Call Ravi", "--leader", "Chloe", "--deadline", "today")
    assert [row["id"] for row in clarify("list", "--leader", "ravi", "--json").json] == [ravi]
    assert [row["id"] for row in clarify("today", "--leader", "ravi", "--json").json["due"]] == [ravi]


# ---- choosing a brief


def test_a_brief_is_chosen_by_its_name_a_beginning_or_a_word(clarify: Clarify, q3: str) -> None:
    new(clarify, "Fix the onboarding deck")
    for words in (q3, "pull", "pull-tog", "q3", "Q3", "client", "cli", "q3-client", "q3 client"):
        assert clarify("show", words, "--json").json["id"] == q3, words


@pytest.mark.parametrize("words", ["zebra", "ull", "lient", "3", "..", "/", "", " ", "*", "?", "\\", "briefs/pull"])
def test_what_no_brief_fits_ends_with_3(clarify: Clarify, q3: str, words: str) -> None:
    result = clarify("show", words, "--no-input", code=None)
    assert result.code == (3 if words.strip() else result.code)
    assert result.code in (1, 3)
    assert result.out == ""
    assert result.err


def test_more_than_one_fitting_brief_ends_with_3_and_names_all(clarify: Clarify, home: Path) -> None:
    slugs = [new(clarify, ask) for ask in ("Fix the deck", "Fix the site", "Send the deck", "Call Berlin")]
    before = contents(home)
    for words, fitting in (("fix", slugs[:2]), ("deck", [slugs[0], slugs[2]])):
        for command in ("show", "sent", "done", "export", "edit"):
            result = clarify(command, words, *(["why=x"] if command == "edit" else []), code=3)
            assert result.out == ""
            assert [slug for slug in slugs if slug in result.err] == fitting
    assert contents(home) == before


def test_an_exact_name_wins_then_open_briefs_then_closed_ones(clarify: Clarify) -> None:
    deck, longer = new(clarify, "deck"), new(clarify, "deck for Berlin")
    assert clarify("show", "deck", "--json").json["id"] == deck
    clarify("done", deck)
    assert clarify("show", "deck", "--json").json["id"] == deck, "the exact name, closed as it is"
    assert clarify("show", "dec", "--json").json["id"] == longer, "the open one"
    clarify("done", longer)
    assert clarify("show", "berlin", "--json").json["id"] == longer, "the closed one, where no open one fits"
    assert clarify("show", "dec", code=3).out == ""


@pytest.mark.parametrize("command", ["show", "export", "sent", "confirm", "done", "drop", "reopen", "edit", "forget"])
def test_without_a_brief_and_without_a_terminal_it_asks_for_a_name(clarify: Clarify, q3: str, command: str) -> None:
    for option in ([], ["--no-input"]):
        result = clarify(command, *option, code=1)
        assert result.out == ""
        assert "clarify list" in result.err


@pytest.mark.parametrize("words", ["日本", "日本 berlin", "Ünïcode", "brief", "…"])
def test_words_that_no_name_holds_fit_no_brief(clarify: Clarify, home: Path, words: str) -> None:
    """Above all not the first one at hand, least of all to remove it."""
    new(clarify, "Call the Berlin expert")
    before = contents(home)
    assert "No brief fits" in clarify("forget", words, "--yes", code=3).err
    assert contents(home) == before


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("Contract review", "con"),
        ("Contract review", "CON"),
        ("Con", "con"),
        ("Café menu", "café"),
        ("Café menu", "Cafe"),
        ("Fix the deck for the client's board", "client's"),
        ("Look at the deck", "look at the"),
        ("修理", "brief"),
    ],
)
def test_a_brief_is_found_by_the_words_of_its_ask(clarify: Clarify, ask: str, words: str) -> None:
    slug = new(clarify, ask)
    assert clarify("show", words, "--json").json["id"] == slug


def test_an_exact_name_is_the_one_that_is_listed(clarify: Clarify, home: Path) -> None:
    """In any case of its letters, and none that only the disk knows, such as one behind a path."""
    text = "ask: x\nstatus: draft\ncreated: 2026-11-25\nhistory: []\n"
    written(home, "My Notes", text)
    written(home, "archive/2026/old", text)
    assert clarify("show", "my notes", "--json").json["id"] == "My Notes"
    assert clarify("show", "OLD", "--json").json["id"] == "old"
    clarify("show", "archive/2026/old", code=3)


def test_the_picker_takes_what_is_typed_and_nothing_where_nothing_fits(clarify: Clarify, q3: str) -> None:
    deck = new(clarify, "Fix the deck")
    assert at_terminal(clarify, "deck\r", "show", "--json").json["id"] == deck
    assert at_terminal(clarify, "zebra\rclient\r", "show", "--json").json["id"] == q3
    asked_again = at_terminal(clarify, "the\rdeck\r", "show", "--json")
    assert asked_again.json["id"] == deck
    assert "2 of them fit" in asked_again.err
    assert at_terminal(clarify, "zebra\r\r", "done", code=130).out == ""


# ---- edit

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


# ---- export


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


# ---- its life


def test_sent_once_more_leaves_confirmed_what_is_confirmed(clarify: Clarify, q3: str) -> None:
    for command in ("sent", "confirm", "sent", "done", "reopen"):
        clarify(command, q3)
        if command == "sent":
            last = clarify("show", q3, "--json").json
    assert last["status"] == "confirmed"
    assert [event["what"] for event in last["history"]] == ["sent", "confirmed", "sent"]
    assert clarify("show", q3, "--json").json["status"] == "confirmed"


def test_sent_keeps_the_subject_and_the_items_in_their_order(clarify: Clarify, q3: str) -> None:
    (message,) = clarify("export", q3, "--json").json
    result = clarify("sent", "q3")
    assert result.out == ""
    assert "Chloe" not in result.out
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == "sent"
    assert brief["history"] == [
        {
            "at": "2026-11-25T10:00:00+00:00",
            "what": "sent",
            "subject": message["subject"],
            "items": message["items"],
        }
    ]


def test_confirm_confirms_what_was_said_and_assumed_and_leaves_open_what_is_open(clarify: Clarify, q3: str) -> None:
    clarify("sent", q3)
    result = clarify("confirm", q3)
    assert "why" in result.err
    assert "vision" not in result.err
    held = standings(clarify, q3)
    assert held["deadline"] == "confirmed: by Thursday"
    assert held["vision"] == "confirmed: one page"
    assert held["why"] == held["urgency"] == "open"
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == "confirmed"
    assert [event["what"] for event in brief["history"]] == ["sent", "confirmed"]
    assert brief["history"][0]["items"], "what was sent is still known"


@pytest.mark.parametrize(("command", "status"), [("done", "done"), ("drop", "dropped")])
def test_a_closed_brief_lies_in_the_archive_of_its_year(
    clarify: Clarify, home: Path, q3: str, command: str, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLARIFY_NOW", "2027-01-04T09:00")
    clarify(command, q3)
    assert brief_file(home, q3) == home / "briefs" / "archive" / "2027" / f"{q3}.yaml"
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == status
    assert brief["history"][-1]["what"] == status
    assert brief["path"] == str(brief_file(home, q3))


@pytest.mark.parametrize("closing", ["done", "drop"])
@pytest.mark.parametrize(("before", "status"), [([], "draft"), (["sent"], "sent"), (["sent", "confirm"], "confirmed")])
def test_reopen_takes_it_up_where_it_stood(
    clarify: Clarify, home: Path, q3: str, closing: str, before: list[str], status: str
) -> None:
    for command in (*before, closing, "reopen"):
        clarify(command, q3)
    brief = clarify("show", q3, "--json").json
    assert brief["status"] == status
    assert brief["history"][-1]["what"] == "reopened"
    assert brief_file(home, q3).parent == home / "briefs"


@pytest.mark.parametrize("command", ["sent", "confirm", "done", "drop"])
def test_a_closed_brief_is_not_moved_along_by_mistake(clarify: Clarify, home: Path, q3: str, command: str) -> None:
    clarify("done", q3)
    before = contents(home)
    assert "clarify reopen" in clarify(command, q3, code=1).err
    assert contents(home) == before


def test_reopen_refuses_what_is_open(clarify: Clarify, home: Path, q3: str) -> None:
    before = contents(home)
    assert "open already" in clarify("reopen", q3, code=1).err
    assert contents(home) == before


@pytest.mark.parametrize("command", ["sent", "confirm", "done", "drop"])
def test_moving_with_json_prints_the_object_of_show(clarify: Clarify, q3: str, command: str) -> None:
    moved = clarify(command, q3, "--json")
    assert moved.json == clarify("show", q3, "--json").json


# ---- forget, path, settings, when, questions


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


def test_settings_are_kept_and_take_effect(clarify: Clarify, home: Path, q3: str) -> None:
    clarify("settings", "end_of_day=18:30", "name=Maya Lind")
    assert clarify("settings", "--json").json["end_of_day"] == "18:30"
    assert clarify("settings", "name").out.split()[:3] == ["name", "Maya", "Lind"]
    assert clarify("when", "--json", "Friday").json["due"] == "2026-11-27T18:30:00+00:00"
    assert clarify("export", q3).out.endswith("\n\nMaya Lind\n")
    clarify("settings", "end_of_day=")
    assert clarify("when", "--json", "Friday").json["due"] == "2026-11-27T17:00:00+00:00"
    assert clarify("settings", "--json").json == {"name": "Maya Lind"} | {
        key: None for key in clarify("settings", "--json").json if key != "name"
    }


def test_settings_keep_the_remarks_that_a_person_wrote(clarify: Clarify, home: Path) -> None:
    file = home / "settings.yaml"
    file.parent.mkdir()
    file.write_text("# mine\nname: Maya # the short form\nend_of_day: 18:00\n")
    clarify("settings", "name=Maya Lind", "noon=12:30")
    text = file.read_text()
    assert text.startswith("# mine\nname: Maya Lind # the short form\nend_of_day: 18:00\n")
    clarify("undo")
    assert file.read_text() == "# mine\nname: Maya # the short form\nend_of_day: 18:00\n"


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        ("end_of_dy=18:00", 2, "“end_of_day”"),
        ("end_of_dy", 2, "“end_of_day”"),
        ("end_of_dy=", 2, "“end_of_day”"),
        ("end_of_day=late", 1, "17:30"),
        ("end_of_day=25:00", 1, "17:30"),
        ("end_of_day=8:00", 1, "begins"),
        ("time_zone=Europe/Lodon", 1, "Europe/London"),
        ("time_zone=../../etc/passwd", 1, "Europe/London"),
        ("working_days=Mon-Xyz", 1, "Mon-Fri"),
        ("holidays=Christmas", 1, "2026-12-25"),
        ("date_order=year first", 1, "day first"),
        ("country=XX", 1, "country=GB"),
        ("country=GB-XYZ", 1, "country=GB"),
        ("country=Britain", 1, "country=GB"),
        ("couple=many", 1, "3"),
        ("couple=1", 1, "3"),
        ("year_begins=Spring", 1, "April"),
        ("next_weekday=soon", 1, "the first to come"),
        ("bare_hours=morning", 1, "as written"),
        ("leader_time_zone=Narnia", 1, "America/New_York"),
    ],
)
def test_settings_refuse_what_they_do_not_understand(
    clarify: Clarify, home: Path, change: str, code: int, told: str
) -> None:
    result = clarify("settings", change, code=code)
    assert result.out == ""
    assert told in result.err
    assert contents(home).get("settings.yaml") is None


WEEKS = [
    (["country=GB-ENG"], "2026-12-23T10:00", "in 3 working days", "2026-12-30T17:00"),
    (["country=GB-SCT"], "2026-11-27T10:00", "in 2 working days", "2026-12-02T17:00"),
    (["country=US"], "2026-11-25T10:00", "the next business day", "2026-11-27T17:00"),
    (["country=US", "holidays=2026-11-27 bridge day"], "2026-11-25T10:00", "the next business day", "2026-11-30T17:00"),
    (["holidays=2026-11-26, 2026-11-27"], "2026-11-25T10:00", "the next business day", "2026-11-30T17:00"),
    ([], "2026-12-23T10:00", "in 3 working days", "2026-12-28T17:00"),
    (["working_days=Sun-Thu", "week_begins=Sunday"], "2026-11-25T10:00", "end of the week", "2026-11-26T17:00"),
    (["working_days=Sun-Thu", "week_begins=Sunday"], "2026-11-26T10:00", "in 1 working day", "2026-11-29T17:00"),
]


@pytest.mark.parametrize(("settings", "now", "phrase", "due"), WEEKS)
def test_working_days_are_those_of_the_person(
    clarify: Clarify, monkeypatch: pytest.MonkeyPatch, settings: list[str], now: str, phrase: str, due: str
) -> None:
    monkeypatch.setenv("CLARIFY_NOW", now)
    if settings:
        clarify("settings", *settings)
    assert clarify("when", phrase, "--json").json["due"] == f"{due}:00+00:00"


def test_a_country_that_is_not_known_is_named_where_its_holidays_are_needed(
    clarify: Clarify, home: Path, q3: str
) -> None:
    (home / "settings.yaml").write_text("country: Narnia\n")
    assert "client list" in clarify("list").out
    assert "“Narnia”" in clarify("today", code=1).err
    clarify("settings", "country=")
    assert clarify("today").code == 0


def test_settings_damaged_by_hand_are_named_and_left_as_they_are(clarify: Clarify, home: Path, q3: str) -> None:
    file = home / "settings.yaml"
    for text, told in (("name: [", "line"), ("end_of_day: late\n", "end_of_day"), ("- x\n", "line 1")):
        file.write_text(text)
        for command in (["list"], ["settings"], ["settings", "name=x"], ["sent", q3]):
            result = clarify(*command, code=None)
            assert result.code == 1, command
            assert "settings.yaml" in result.err
            assert told in result.err
        assert file.read_text() == text


def test_a_mistake_in_the_settings_is_pointed_at_and_stops_no_repair(clarify: Clarify, home: Path, q3: str) -> None:
    file = home / "settings.yaml"
    file.write_text("name: Maya\n# mine\nend_of_day: late\n")
    for command in ("list", "show q3", "today", "sent q3", "settings"):
        result = clarify(*command.split(), code=1)
        assert f"{file}, line 3: " in result.err
        assert ("client list" in result.out) == (command.split()[0] in ("list", "show", "today"))
    assert clarify("path", "q3").out
    clarify("settings", "noon=12:30", code=1)
    clarify("settings", "end_of_day=17:00")
    assert file.read_text().startswith("name: Maya\n# mine\nend_of_day: ")
    clarify("undo")
    assert file.read_text().endswith("late\n")
    clarify("forget", q3, "--yes")
    file.write_text("end_of_day: 8:00\n")
    assert "line 1: the working day ends" in clarify("list", code=1).err


def test_settings_of_remarks_alone_keep_them(clarify: Clarify, home: Path) -> None:
    home.mkdir()
    (home / "settings.yaml").write_text("# mine\n\n# noon: 12:30")
    clarify("settings", "name=Maya")
    assert (home / "settings.yaml").read_text() == "# mine\n# noon: 12:30\nname: Maya\n"


def test_when_tells_what_is_made_of_a_phrase(clarify: Clarify) -> None:
    assert "Fri 27 Nov, 12:00" in clarify("when", "Friday", "noon").out
    read = clarify("when", "by Friday noon", "--json").json
    assert read["due"] == "2026-11-27T12:00:00+00:00"
    assert "by Friday noon"[read["start"] : read["end"]] == read["text"]


def test_when_says_what_it_put_right_and_in_which_zone(clarify: Clarify) -> None:
    told = clarify("when", "by thrusday 5pm ET").out
    assert told.startswith("Thu 26 Nov, 22:00, tomorrow")
    assert "“thrusday” read as Thursday" in told
    assert "America/New_York: Thu 26 Nov, 17:00 there" in told
    read = clarify("when", "by thrusday 5pm ET", "--json").json
    assert read["corrected"] == [["thrusday", "Thursday"]]
    assert read["zone"] == "America/New_York"


def test_when_tells_hurry_from_a_date(clarify: Clarify) -> None:
    assert "no date, only hurry" in clarify("when", "asap please", code=1).err
    assert "hurry" not in clarify("when", "march through the list", code=1).err


def test_when_tells_how_a_holiday_becomes_a_date(clarify: Clarify) -> None:
    told = clarify("when", "by Christmas", code=1).err
    assert "“Christmas” is a date once clarify knows your country: `clarify settings country=GB`" in told
    clarify("settings", "country=GB")
    assert "Fri 25 Dec" in clarify("when", "by Christmas").out


def test_when_asks_for_no_country_where_no_holiday_is_named(clarify: Clarify) -> None:
    assert "country" not in clarify("when", "once it is christened", code=1).err
    clarify("settings", "country=GB")
    assert "country" not in clarify("when", "by Thanksgiving", code=1).err


def test_the_interview_says_which_word_it_put_right(clarify: Clarify) -> None:
    keys = "Fix the deck\rRavi\rby thrusday noon\r\x03"
    assert "“thrusday” read as Thursday" in at_terminal(clarify, keys, "new", code=130).err


def test_when_refuses_what_names_no_moment(clarify: Clarify) -> None:
    result = clarify("when", "purple elephants", code=1)
    assert result.out == ""
    assert "purple elephants" in result.err
    assert clarify("when", "purple elephants", "--json").json["due"] is None


OWN_SET = """\
title: A quick favour
questions:
  - key: ask
    depth: quick
    label: Favour
    ask: What is it?
    why: So that it gets done.
  - key: leader
    depth: quick
    label: From
    ask: Who asks?
    why: To thank you.
  - key: mood
    depth: quick
    label: Mood
    ask: In what mood were they?
    why: It tells how soon.
    question: How are you?
    risk: 1
"""


def test_questions_of_a_person_are_listed_and_asked(clarify: Clarify, home: Path) -> None:
    assert "handoff" in clarify("questions").out
    own = home / "prompts" / "questions" / "favour.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(OWN_SET)
    assert "A quick favour" in clarify("questions").out
    assert [row["key"] for row in clarify("questions", "favour", "--json").json] == ["ask", "leader", "mood"]
    slug = new(clarify, "Water the plants", "--questions", "favour")
    assert standings(clarify, slug) == {"mood": "open"}
    assert "How are you?" in clarify("export", slug).out


def test_questions_name_a_mistake_with_its_line(clarify: Clarify, home: Path) -> None:
    own = home / "prompts" / "questions" / "favour.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(OWN_SET.replace("label: Mood", "lable: Mood"))
    result = clarify("questions", code=1)
    assert "handoff" in result.out
    assert re.search(rf"{re.escape(str(own))}, line 1[35]: ", result.err), (
        "where the question begins, or the line itself"
    )
    assert "label" in result.err
    clarify("new", "x", "--no-input", code=0)
    assert clarify("new", "x", "--no-input", "--questions", "favour", code=1).out == ""


# ---- the program


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["new", "--help"], 0),
        (["list"], 0),
        (["show", "zebra"], 3),
        (["undo"], 1),
        (["lst"], 2),
        (["--verbose"], 2),
        (["list", "--colour"], 2),
        (["when"], 2),
        (["new", "--deadline"], 2),
    ],
)
def test_the_process_ends_with_the_promised_code_in_one_line(clarify: Clarify, args: list[str], code: int) -> None:
    result = clarify.program(*args, code=code)
    if code:
        assert result.out == ""
        assert len(result.err.splitlines()) == 1
    else:
        assert result.out or result.err


def test_a_completion_that_is_asked_for_wrongly_is_a_mistake(clarify: Clarify) -> None:
    assert clarify.program(env={"_CLARIFY_COMPLETE": "nonsense"}, code=1).err


def completed(clarify: Clarify, *words: str) -> str:
    """What a shell offers for the last of these words."""
    env = {
        "_CLARIFY_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(("clarify", *words)),
        "COMP_CWORD": str(len(words)),
    }
    return clarify.program(env=env).out


def test_the_shell_completes_open_briefs_and_for_reopen_closed_ones(clarify: Clarify, q3: str) -> None:
    deck = new(clarify, "Fix the deck")
    clarify("done", deck)
    assert q3 in completed(clarify, "show", "pull")
    assert completed(clarify, "show", "fix").strip() == ""
    assert deck in completed(clarify, "reopen", "fix")
    assert completed(clarify, "reopen", "pull").strip() == ""


def test_leaders_are_known_from_what_is_open_or_was_closed_lately(clarify: Clarify, home: Path) -> None:
    new(clarify, "Fix the deck", "--leader", "Chloe")
    for n in range(51):
        leader = "Zoe" if n == 0 else "Ravi"
        text = f"ask: x\nleader: {leader}\nstatus: done\ncreated: 2026-11-01\nhistory: []\n"
        os.utime(written(home, f"archive/2026/call-{n}", text), (n, n))
    assert completed(clarify, "list", "--leader", "").split() == ["Chloe", "Ravi"]


def test_the_process_does_what_the_call_does(clarify: Clarify, q3: str) -> None:
    assert clarify.program("show", q3) == clarify("show", q3)
    assert clarify.program("export", q3) == clarify("export", q3)
    made = clarify.program("new", "--from", "-", "--no-input", stdin="can you call Berlin by Friday?")
    assert "Berlin" in made.out


def test_a_moment_that_cannot_be_read_is_refused(clarify: Clarify, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLARIFY_NOW", "noonish")
    assert "2026-11-25T10:00" in clarify("list", code=1).err


def test_moments_carry_the_offset_of_the_zone_that_is_set(clarify: Clarify, monkeypatch: pytest.MonkeyPatch) -> None:
    clarify("settings", "time_zone=America/New_York")
    monkeypatch.setenv("CLARIFY_NOW", "2026-11-25T10:00+00:00")
    brief = clarify("new", "Call Berlin", "--deadline", "Friday", "--no-input", "--json").json
    assert brief["created"] == "2026-11-25T05:00:00-05:00"
    assert brief["due"] == "2026-11-27T17:00:00-05:00"
