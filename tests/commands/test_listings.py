"""`clarify list`, `today` and `show`."""

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from conftest import Clarify, brief_file, completed, new, written

Form = Literal["NFC", "NFD"]
FIELDS = {"id", "ask", "leader", "status", "due", "urgency", "open", "assumed", "created", "path"}


def test_list_puts_the_most_pressing_first(clarify: Clarify) -> None:
    new(clarify, "without a deadline")
    new(clarify, "due next week", "--deadline", "next Friday")
    new(clarify, "due today", "--deadline", "today")
    new(clarify, "due tomorrow", "--deadline", "tomorrow")
    order = ["due today", "due tomorrow", "due next week", "without a deadline"]
    assert [row["ask"] for row in clarify("list", "--json").json] == order
    screen = clarify("list").out
    assert sorted(order, key=screen.index) == order


@pytest.mark.parametrize("said", ["asap", "as a message"])
def test_what_is_wanted_at_once_comes_first(clarify: Clarify, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """Also where a message says it; the list says in which words, and so it does for other words without a date."""
    new(clarify, "due today", "--deadline", "today")
    new(clarify, "without a deadline")
    new(clarify, "without a date", "--deadline", "before the board")
    if said == "asap":
        new(clarify, "Fix the deck", "--deadline", "asap")
    else:
        clarify("new", "--from", "-", "--no-input", stdin="Please fix the deck asap.\n\nChloe")
    rows = clarify("list", "--json").json
    assert [row["ask"] for row in rows][:2] == ["Fix the deck", "due today"]
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = clarify("list").out
    for words in ("asap", "no deadline", "before the board"):
        assert screen.count(words) == 1
    clarify("done", "deck")
    assert [row["ask"] for row in clarify("list", "--all", "--json").json][-1] == "Fix the deck"


def test_a_mistake_in_the_wording_keeps_no_list_from_showing(clarify: Clarify, home: Path) -> None:
    new(clarify, "Fix the deck", "--deadline", "asap")
    (home / "prompts").mkdir()
    (home / "prompts/wording.yaml").write_text("vagu: []")
    assert [row["ask"] for row in clarify("list", "--json").json] == ["Fix the deck"]


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


@pytest.mark.parametrize(("kept", "wanted"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_accents_are_found_in_either_unicode_form(clarify: Clarify, home: Path, kept: Form, wanted: Form) -> None:
    """What macOS pastes as two characters a keyboard types as one: words, leaders, names, completion."""
    cafe, zoe, hangul = (normalize(kept, text) for text in ("Café list", "Zoë", "한국"))
    slug = new(clarify, cafe, "--leader", zoe)
    new(clarify, "Fix the deck", "--leader", normalize(wanted, "Zoë"))
    written(home, f"{hangul} {zoe}", "ask: x\nstatus: draft\ncreated: 2026-11-25\nhistory: []\n")
    assert [row["id"] for row in clarify("list", normalize(wanted, "CAFÉ"), "--json").json] == [slug]
    assert len(clarify("list", "--leader", normalize(wanted, "zoë"), "--json").json) == 2
    for words in ("한국", "한국 Zoë", "한국 zoë"):
        assert clarify("show", normalize(wanted, words), "--json").json["id"] == f"{hangul} {zoe}", words
    assert completed(clarify, "list", "--leader", normalize(wanted, "Zoë")).split() == [normalize(wanted, "Zoë")]
    assert completed(clarify, "show", normalize(wanted, "한")).strip() == normalize(wanted, "한국 Zoë")


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


def test_today_says_of_what_is_due_and_was_never_sent_to_send_it(
    clarify: Clarify, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
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
