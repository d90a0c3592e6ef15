"""Which brief is meant."""

import re
from pathlib import Path

import pytest
from conftest import Clarify, at_terminal, contents, new, written


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
    assert "Nothing fits that." in at_terminal(clarify, "zebra\rclient\r", "show").err
    down, up = "\x1b[B", "\x1b[A"
    shown = [at_terminal(clarify, f"the{keys}\r", "show", "--json").json["id"] for keys in ("", down, down + up)]
    assert shown == [deck, q3, deck] or shown == [q3, deck, q3]
    assert at_terminal(clarify, "zebra\r\x03", "done", code=130).out == ""
    assert {brief["status"] for brief in clarify("list", "--json").json} == {"draft"}


def test_letters_with_accents_find_too(clarify: Clarify, q3: str) -> None:
    zoe = new(clarify, "Überprüfe den Entwurf für Zoë")
    assert at_terminal(clarify, "zoë\r", "show", "--json").json["id"] == zoe


def test_a_number_is_that_of_the_list(clarify: Clarify, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open ones, the most pressing first; the answer names the brief, and a name that fits wins."""
    later = new(clarify, "Fix the deck", "--deadline", "Friday")
    soon = new(clarify, "Call Berlin", "--deadline", "tomorrow")
    clarify("done", new(clarify, "Book the room", "--deadline", "today"))
    monkeypatch.setenv("FORCE_COLOR", "1")
    rows = re.sub(r"\x1b\[\d+m", "", clarify("list").out).splitlines()
    assert [row.split()[0] for row in rows if row[:1].isdigit()] == ["1", "2"]
    assert not [row for row in clarify("list", "deck").out.splitlines() if "1" in row.partition("Fri")[0].split("m")]
    for number, slug in (("1", soon), ("2", later)):
        shown = clarify("show", number, "--json")
        assert (shown.json["id"], shown.err) == (slug, f"{number} is {slug}.\n")
    assert "2 is fix-the-deck." in clarify("edit", "2", "why=a pitch").err
    assert later in clarify("export", "2").err
    list_of_2 = new(clarify, "List 2 experts")
    assert clarify("show", "2", "--json").json["id"] == list_of_2
    assert clarify("show", "2", "--json").err == ""


def test_a_number_beyond_the_list_says_so(clarify: Clarify, home: Path) -> None:
    assert "There are no open briefs." in clarify("show", "1", code=3).err
    new(clarify, "Fix the deck")
    before = contents(home)
    for number in ("0", "2", "9" * 400):
        told = clarify("done", number, code=3).err
        assert "Its numbers go from 1 to 1." in told
    clarify("forget", "1", "--yes", code=3)
    assert contents(home) == before, "what can't be undone wants a name"


def test_whole_words_are_preferred_to_beginnings(clarify: Clarify) -> None:
    the, them = new(clarify, "Pull the comps"), new(clarify, "Pull them from Stripe")
    assert clarify("show", "pull-the", "--json").json["id"] == the
    assert clarify("show", "pull them", "--json").json["id"] == them
    assert "more than one" in clarify("show", "pull", code=3).err


@pytest.mark.parametrize("columns", ["60", "80"])
def test_a_line_to_pick_by_keeps_its_date_whole(
    clarify: Clarify, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """What it is, is cut, and says so."""
    ask = "Pull together the quarterly client revenue report of the Berlin and the Vienna office for the partners"
    new(clarify, ask, "--deadline", "Friday")
    new(clarify, "Fix the deck", "--deadline", "before the board meets")
    monkeypatch.setenv("COLUMNS", columns)
    asked = at_terminal(clarify, "deck\r", "show").asked
    assert "(Fri 17:00)" in asked
    assert "… (Fri" in asked
    assert "(before the board…)" in asked
