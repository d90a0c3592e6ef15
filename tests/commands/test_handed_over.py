"""`clarify new` and `check` with a hand-off."""

import os
import re
import subprocess
import sys
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
    text = "can you pull together the Q3 client list? I need it by Thursday noon. thanks! Chloe"
    made = clarify("new", "--from", "-", "--no-input", "--json", stdin=text).json
    assert "Q3 client list" in made["ask"]
    assert made["answers"]["deadline"]["standing"] == "said"
    assert made["answers"]["deadline"]["quote"] in text
    assert made["due"] == "2026-11-26T12:00:00+00:00"
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
    text = (
        "Hi Maya,\n\nplease look into the churn model by Friday, since the board asked for it. It is what Omar built.\n"
    )
    plain = clarify("check", stdin=text).out
    assert "Hi Maya" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = clarify("check", stdin=text).out
    marked = coloured[: coloured.index("task")]
    assert "\x1b[35mlook into\x1b[0m\x1b[1m the churn model" in marked
    assert "\x1b[32mby Friday\x1b[0m, \x1b[32msince the board asked for it\x1b[0m" in marked
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
            "Can you send me your notes on the pilot by Friday? I need them to prepare my talk.\n\nDana",
            ["Send you my notes on the pilot.", "You need them to prepare your talk."],
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


NO_NUMPY = "raise ImportError('libopenblas.so: cannot open shared object file')"
LOADED = "import sys; from clarify.cli import run; run({}); print('numpy' in sys.modules)"


def test_where_the_reader_cannot_run_it_is_said_and_the_rest_is_asked(clarify: Clarify, tmp_path: Path) -> None:
    """A machine without a system library: the name and the date are read all the same."""
    (tmp_path / "numpy.py").write_text(NO_NUMPY, encoding="utf-8")
    env = {"PYTHONPATH": str(tmp_path)}
    message = "Please fix the deck by Friday.\n\nThanks,\nDana Fox"
    checked = clarify.program("check", "-", stdin=message, env=env)
    assert "can't run its reader here" in checked.err
    assert "Dana Fox" in checked.out
    assert "by Friday" in checked.out
    refused = clarify.program("new", "--from", "-", "--no-input", stdin=message, env=env, code=1)
    assert "Say what you are to do" in refused.err
    kept = clarify.program("new", "Fix the deck", "--from", "-", "--no-input", stdin=message, env=env)
    assert "Dana" in kept.out
    assert "Fri" in kept.out


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [(["new", "Fix the deck", "--no-input"], "False"), (["list"], "False"), (["new", "--from", "mail.txt"], "True")],
)
def test_the_model_is_loaded_only_where_a_message_is_read(arguments: list[str], loaded: str, tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_text("Please fix the deck by Friday.", encoding="utf-8")
    code = LOADED.format([*arguments, "--no-input"] if loaded == "True" else arguments)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == loaded


def test_what_was_not_read_of_a_long_message_is_told(clarify: Clarify) -> None:
    long = "Please fix slide 7 by Friday.\n" * 1500 + "And ring the bank."
    assert "was not read, from “" in clarify("check", "-", stdin=long).err
    assert "not read" not in clarify("check", "-", stdin="Please fix slide 7 by Friday.").err


def test_a_guess_of_the_reader_is_worded_as_one(clarify: Clarify) -> None:
    """What clarify took from the message without being sure is no point of its own, and not stated as said."""
    clarify("new", "Fix the deck", "--leader", "Dana Fox", "--deadline", "Friday", "--why", "a pitch", "--no-input")
    file = next((Path(os.environ["CLARIFY_HOME"]) / "briefs").glob("fix*.yaml"))
    guess = "vision:\n    value: one page\n    standing: assumed\n    quote: in one page"
    file.write_text(re.sub(r"vision:\n    standing: open", guess, file.read_text("utf-8")), encoding="utf-8")
    message = clarify("export", "fix").out
    assert "The result, I take it: one page." in message
    assert not re.search(r"^\d\. .*one page", message, re.MULTILINE)
