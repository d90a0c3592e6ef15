"""`clarify new` and `check` with a hand-off."""

import re
from pathlib import Path

import pytest
from conftest import Clarify, contents

from clarify.keep.prompts import prompts_folder

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
    assert found["text"] == text, "so that a script has what the places are counted in, also of a mail"
    for span in (found["deadline"], *found["tasks"]):
        assert text[span["start"] : span["end"]] == span["text"]
    assert [(task["owner"], task["due"][:10]) for task in found["tasks"]] == [(None, "2026-11-26")]


def test_check_counts_in_the_text_of_a_mail(clarify: Clarify) -> None:
    mail = (
        "From: Dana <d@x.org>\nSubject: Deck\nContent-Type: text/html\n\n<p>Can you <b>fix the deck</b> by Friday?</p>"
    )
    found = clarify("check", "--json", stdin=mail).json
    for span in (found["deadline"], *found["tasks"]):
        assert found["text"][span["start"] : span["end"]] == span["text"]


def test_check_marks_what_was_found_where_there_is_colour(clarify: Clarify, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Hi Maya,\n\nplease look into the churn model by Friday, because the board asks. It is what Omar built.\n"
    plain = clarify("check", stdin=text).out
    assert "Hi Maya" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = clarify("check", stdin=text).out
    marked = coloured[: coloured.index("task")]
    assert "\x1b[35mlook into\x1b[0m\x1b[1m the churn model" in marked
    assert "\x1b[32mby Friday\x1b[0m, \x1b[32mbecause the board asks\x1b[0m" in marked
    bare = re.sub(r"\x1b\[\d+m", "", marked)
    assert bare.split() == text.split()
    assert max(map(len, bare.splitlines())) < 80
    assert "Hi Maya" not in clarify("check", stdin="Hi Maya, have a good trip!").out


@pytest.mark.parametrize(
    ("fallback", "told"),
    [
        ("in turn with my other work", "May I take it in turn with my other work?"),
        ("moments", "May I take it a date that I propose?"),
    ],
)
def test_check_asks_as_the_message_would(clarify: Clarify, home: Path, fallback: str, told: str) -> None:
    """No `$word` of the questions reaches the screen, also of one's own."""
    shipped = (prompts_folder() / "questions/handoff.yaml").read_text("utf-8")
    own = home / "prompts/questions/handoff.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(shipped.replace("fallback: in turn with my other work", f"fallback: {fallback}"), "utf-8")
    screen = clarify("check", "-", stdin="Have a look at the Vietnam contract.\n").out
    assert told in " ".join(screen.split())
    assert "$" not in screen + clarify("questions", "handoff").out


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
