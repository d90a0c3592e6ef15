"""The interview, as a person goes through it: typed at prompt_toolkit's pipe, and once in a real terminal."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pexpect
import pytest
import yaml
from conftest import TESTS, in_terminal
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from clarify import cli
from clarify.brief import Brief
from clarify.keep.store import Store
from clarify.show import ask
from clarify.text import clean

CASES: dict[str, dict[str, Any]] = yaml.safe_load((TESTS / "cases/interviews.yaml").read_text("utf-8"))
NOW = datetime.fromisoformat("2026-11-25T10:00+00:00")
CTRL_C = "\x03"
CTRL_D = "\x04"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home, on a Wednesday at ten, on a machine without a clipboard."""
    monkeypatch.setenv("CLARIFY_HOME", str(tmp_path))
    monkeypatch.setenv("CLARIFY_NOW", "2026-11-25T10:00")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
    monkeypatch.setenv("PROMPT_TOOLKIT_NO_CPR", "1")  # pexpect is no terminal that could tell where its cursor is
    return tmp_path


@pytest.fixture
def talk(place: Path) -> Callable[..., int]:
    """Goes through `clarify ARGUMENTS`, typing these lines; returns the exit code."""

    def run(*arguments: str, type: list[str]) -> int:
        with create_pipe_input() as keyboard, ask.answered_by(keyboard, DummyOutput()):
            lines = [line if line in (CTRL_C, CTRL_D) else f"{line}\r" for line in type]
            keyboard.send_text("".join([*lines, CTRL_D]))  # so that a case that types too little ends
            return cli.run(list(arguments))

    return run


def briefs(home: Path) -> list[Brief]:
    store = Store(home, NOW, pinned=True)
    return [store.load(brief.slug).brief for brief in store.summaries(closed=True)[0]]


def written(brief: Brief, key: str) -> str:
    """An answer as the cases write it."""
    answer = brief.answers[key]
    due = f" @ {answer.due:%Y-%m-%dT%H:%M}" if answer.due else ""
    return f"{answer.standing}: {answer.value}{due}" if answer.value else str(answer.standing)


@pytest.mark.parametrize("name", CASES)
def test_what_is_typed_is_understood(name: str, place: Path, talk: Callable[..., int]) -> None:
    """Each case ends with the brief that it names."""
    case = CASES[name]
    long = (
        "Hi, can you fix the deck by Friday noon? Slide four has the old logo, two columns on slide seven do not add "
        "up, and the appendix was never finished. Wim went through it this morning and sent a page of remarks, most of "
        "them fair, and they lie in the folder. The room is booked, and lunch is taken care of by the hotel. Thank you "
        "for jumping in, I know that you have enough on your desk this week, and I will make it up to you once we are "
        "all back and the quarter is closed. Ghent was grey and wet as ever, but the team there sends its best, and "
        "the waffles were good. See you on Monday, and safe travels to all who are on the road."
    )
    case["type"] = [long if line == "LONG" else line for line in case["type"]]
    assert talk("new", *case.get("options", []), type=case["type"]) == 0
    [brief] = briefs(place)
    for key, expected in case.get("answers", {}).items():
        assert written(brief, key) == expected
    for key in case.get("not asked", []):
        assert key not in brief.answers
    for key, quote in case.get("quotes", {}).items():
        assert brief.answers[key].quote == quote
    for field in ("ask", "leader", "handoff"):
        assert getattr(brief, field) == case.get(field, getattr(brief, field))
    assert brief.status == case.get("status", "draft")


@pytest.mark.parametrize("stop", [CTRL_C, CTRL_D])
def test_nothing_is_lost_when_it_stops(stop: str, place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """Ctrl-C and the end of input exit with 130, say how to go on, and every answer is on disk."""
    assert talk("new", type=["Fix the deck", "Ravi", "Friday", stop]) == 130
    assert "`clarify new` goes on" in capsys.readouterr().err
    [brief] = briefs(place)
    assert (brief.ask, brief.leader, written(brief, "deadline")) == (
        "Fix the deck",
        "Ravi",
        "said: Friday @ 2026-11-27T17:00",
    )


@pytest.mark.parametrize("word", ["quit", "Exit"])
def test_quit_stops_as_ctrl_c_does(word: str, place: Path, talk: Callable[..., int], capsys: Any) -> None:
    assert talk("new", type=["Fix the deck", "Ravi", word]) == 130
    assert "kept as fix-the-deck; `clarify new` goes on" in capsys.readouterr().err
    [brief] = briefs(place)
    assert (brief.leader, brief.asking) == ("Ravi", True)


def test_help_tells_the_keys(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    talk("new", type=["help", CTRL_C])
    told = capsys.readouterr().err
    for key in ("Enter  ", "Friday?  ", "<  ", "quit, Ctrl-C"):
        assert f"\n{key}" in told


def test_what_was_not_sent_says_how_to_say_so_later(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """Two Enters in a row at the card (D21)."""
    assert talk("new", type=["Fix it", "Ravi", "16:00", "", "one page", "", "", ""]) == 0
    assert "Kept as a draft. Once it is sent: `clarify sent fix`." in capsys.readouterr().err


def test_going_back_tells_nothing_twice(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    talk("new", type=["Fix it", "Ravi", "<", "", "Friday", "<", "\x15Thursday", CTRL_C])
    told = capsys.readouterr().err
    assert [told.count(f"{words}") for words in ("✓ leader", "✓ deadline", "26 Nov, 17:00")] == [1, 2, 1]


def test_it_goes_on_where_it_stopped(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """The next `clarify new` offers the draft, and asks only what is missing."""
    talk("new", type=["Fix the deck", "Ravi", "Friday", CTRL_C])
    capsys.readouterr()
    assert talk("new", type=["", "", "one page", "the pitch", "", "", "n"]) == 0
    [brief] = briefs(place)
    assert written(brief, "why") == "said: the pitch"
    assert "Fri 27 Nov, 17:00, in 2 days" in capsys.readouterr().err


def test_two_drafts_of_one_name_are_told_apart(place: Path, talk: Callable[..., int]) -> None:
    """The letter goes on with the one that stands beside it, also where both read alike."""
    talk("new", type=["Fix the deck", "Ravi", CTRL_C])
    talk("new", type=["n", "Fix the deck", "Ana", CTRL_C])
    talk("new", type=["b", "Friday", CTRL_C])
    assert {brief.leader: list(brief.answers) for brief in briefs(place)} == {"Ravi": ["deadline"], "Ana": []}


def test_a_draft_may_be_left_alone(place: Path, talk: Callable[..., int]) -> None:
    """`n` at the offer begins a new brief."""
    talk("new", type=["Fix the deck", "Ravi", CTRL_C])
    assert talk("new", type=["n", "Book a room", "Ana", "16:00", "", "one page", "", "", "n"]) == 0
    assert sorted(brief.slug for brief in briefs(place)) == ["book-a-room", "fix-the-deck"]


def test_stopping_at_the_first_question_leaves_nothing(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """Where nothing was answered, there is no brief, and it says so."""
    assert talk("new", type=[CTRL_C]) == 130
    assert briefs(place) == []
    assert "nothing was answered" in capsys.readouterr().err


def test_a_hand_off_is_kept_even_before_the_first_answer(place: Path, talk: Callable[..., int]) -> None:
    """A message that was given is not lost with the first Ctrl-C."""
    mail = place / "mail.txt"
    mail.write_text("Hi Maya,\n\nplease book the room by Friday.\n\nBest,\nPriya\n", "utf-8")
    assert talk("new", "--from", str(mail), type=[CTRL_C]) == 130
    [brief] = briefs(place)
    assert brief.handoff == "Hi Maya,\n\nplease book the room by Friday.\n\nBest,\nPriya"


@pytest.mark.parametrize("typed", [["", CTRL_C], [CTRL_C]])
def test_a_complete_brief_is_not_lost(typed: list[str], place: Path, talk: Callable[..., int]) -> None:
    """Ctrl-C at the card or while it waits for the sending exits with 0: the brief is there, as a draft."""
    assert talk("new", type=["Fix it", "Ravi", "16:00", "", "one page", "", *typed]) == 0
    [brief] = briefs(place)
    assert brief.status == "draft"


def test_what_a_hand_off_says_is_taken_and_can_be_changed(place: Path, talk: Callable[..., int]) -> None:
    """It is said, with its quote, and not asked; on the way back an emptied line asks them, and own words win."""
    mail = place / "mail.txt"
    mail.write_text("Please book the room by Friday noon so that Ana can plan.\n\nBest,\nPriya\n", "utf-8")
    assert talk("new", "--from", str(mail), type=["a room for 12 in a mail", "<", "\x15", "", "", "n"]) == 0
    [brief] = briefs(place)
    assert (brief.ask, brief.leader) == ("Book the room", "Priya")
    assert written(brief, "deadline") == "said: by Friday noon @ 2026-11-27T12:00"
    assert brief.answers["deadline"].quote == "by Friday noon"
    assert written(brief, "why") == "open"


EVERYTHING = (
    "Hi Maya,\n\nplease draft a two-page note on the Oslo tender by Friday noon so that the partners can set a price."
    "\n\nBest,\nDana\n"
)


def test_a_message_that_says_everything_leads_to_the_card(place: Path, talk: Callable[..., int]) -> None:
    """One Enter there, also beside other work; the sending is another."""
    talk("new", type=["Fix the deck", "Ravi", "Friday", "", "one page", "", "", "", "n"])
    mail = place / "mail.txt"
    mail.write_text(EVERYTHING, "utf-8")
    assert talk("new", "--from", str(mail), type=["", "n"]) == 0
    _, note = sorted(briefs(place), key=lambda brief: brief.leader or "", reverse=True)
    assert list(note.answers) == ["deadline", "vision", "why"]
    assert {answer.standing for answer in note.answers.values()} == {"said"}
    assert all(answer.quote in mail.read_text("utf-8") for answer in note.answers.values())


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("next Tuesday", ["", "", "n"]),  # two readings
        ("asap", ["Thursday", "", "", "", "", "n"]),  # no moment: asked for, as are urgency and time to spend
    ],
)
def test_what_is_vague_in_a_message_is_asked(
    said: str, typed: list[str], place: Path, talk: Callable[..., int]
) -> None:
    mail = place / "mail.txt"
    mail.write_text(EVERYTHING.replace("Friday noon", said).replace("by asap", "asap"), "utf-8")
    assert talk("new", "--from", str(mail), type=typed) == 0
    [brief] = briefs(place)
    assert brief.due
    assert "why" in brief.answers


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("Sun, 22 Nov 2026", "2026-11-26T17:00"),
        ("Sun, 15 Nov 2026", "2026-11-19T17:00"),
        ("Wed, 25 Nov 2026", "2026-12-03T17:00"),
    ],
)
def test_enter_keeps_the_moment_that_an_older_mail_means(
    day: str, due: str, place: Path, talk: Callable[..., int]
) -> None:
    """“Next Thursday” counts from the day of the mail, also where it is asked how it is to be read."""
    mail = place / "mail.eml"
    mail.write_text(
        f"From: Priya Shah <p@example.com>\nDate: {day} 08:30:00 +0000\nSubject: The list\n\n"
        "Hi,\n\nplease print the client list by next Thursday.\n\nPriya\n",
        "utf-8",
    )
    talk("new", "--from", str(mail), type=["", "", "", "", CTRL_C])
    [brief] = briefs(place)
    assert written(brief, "deadline") == f"said: by next Thursday @ {due}"


def test_one_undo_takes_the_whole_interview_back(place: Path, talk: Callable[..., int]) -> None:
    """Its many writes are one change to the person; that it was sent is another."""
    talk("new", type=["Fix it", "Ravi", "16:00", "", "one page", "", "", "y"])
    assert cli.run(["undo"]) == 0
    [brief] = briefs(place)
    assert brief.status == "draft"
    assert cli.run(["undo"]) == 0
    assert briefs(place) == []


def test_standard_output_holds_only_the_message(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """Talk goes to standard error, so that `clarify new > mail.txt` works."""
    talk("new", type=["Fix it", "Ravi", "16:00", "", "one page", "", "", ""])
    out = capsys.readouterr().out
    assert out.startswith("Subject: ")
    assert "Copied" not in out
    cli.run(["export", "fix"])
    assert capsys.readouterr().out == out


def test_the_echo_says_what_was_understood(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """The date with its weekday and how far off it is; a guess as a guess; what cannot be read as such."""
    talk("new", type=["Fix it", "Ravi", "thursday?", "", "one page", "", "", "", "n"])
    err = capsys.readouterr().err
    assert "Thu 26 Nov, 17:00, tomorrow (thursday)  your guess" in err
    assert "you will ask Ravi  open" in err
    talk("new", type=["Fix that", "Ravi", "before the board meets", "", "one page", "", "", "", "n"])
    assert "no date that I can read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "note"),
    [("the deck, in the project folder",) * 2, ("", ""), ("y", ""), ("Yes", ""), ("yes, all", "yes, all")],
)
def test_done_asks_what_was_handed_over(typed: str, note: str, place: Path, talk: Callable[..., int]) -> None:
    """At a terminal; the words are kept with the event, a habitual yes is none."""
    cli.run(["new", "Fix it", "--no-input"])
    assert talk("done", "fix", type=[typed]) == 0
    [brief] = briefs(place)
    assert brief.history[-1].note == note


@pytest.mark.parametrize(("typed", "left"), [(["y"], 0), ([""], 1), (["n"], 1)])
def test_forget_asks_first(typed: list[str], left: int, place: Path, talk: Callable[..., int]) -> None:
    """What can't be undone wants a yes."""
    cli.run(["new", "Fix it", "--no-input"])
    assert talk("forget", "fix", type=typed) == 0
    assert len(briefs(place)) == left


def test_without_a_name_a_brief_is_picked_by_typing(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """The picker finds it by a part of its name."""
    cli.run(["new", "Fix the deck", "--no-input"])
    cli.run(["new", "Book the room", "--no-input"])
    capsys.readouterr()
    assert talk("show", type=["room"]) == 0
    assert capsys.readouterr().out.startswith("Book the room")


def test_other_commands_meanwhile_lose_nothing(place: Path) -> None:
    """What another window changes or forgets while the interview goes on is neither undone nor the end of it."""
    child = pexpect.spawn(sys.executable, ["-m", "clarify", "new", "--leader", "Ravi"], encoding="utf-8", timeout=20)
    for question, answer in [("1/6", "Fix the deck"), ("2/6", "Friday")]:
        child.expect(question)
        child.expect(">")
        child.send(f"{answer}\r")
    child.expect("3/6")
    assert cli.run(["edit", "fix", "why=the pitch"]) == 0
    child.expect(">")
    child.send("after the audit\r")
    child.expect("4/5")  # the why is answered by now
    [brief] = briefs(place)
    assert (written(brief, "why"), written(brief, "urgency")) == ("said: the pitch", "said: after the audit")
    assert cli.run(["forget", "fix", "--yes"]) == 0
    child.expect(">")
    child.send("one page\r")
    child.expect("5/5")
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    [brief] = briefs(place)
    assert written(brief, "vision") == "said: one page"


def test_one_of_several_drafts_is_gone_on_with(place: Path, talk: Callable[..., int]) -> None:
    """The latest is offered first, the others by their letter."""
    talk("new", type=["Fix the deck", "Ravi", CTRL_C])
    talk("new", type=["n", "Book the room", "Ravi", CTRL_C])
    talk("new", type=["b", "Friday", CTRL_C])  # both began at the same moment, so their names decide: fix, then book
    assert [brief.slug for brief in briefs(place) if "deadline" in brief.answers] == ["book-the-room"]


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")
@pytest.mark.parametrize("columns", [80, 120, 30])
def test_in_a_real_terminal(columns: int, place: Path) -> None:
    """The whole way at a terminal of the usual widths, and of a tiny one: the questions, the card, the sending."""
    dialogue = [
        ("1/7", "Fix the deck"),
        ("2/7", "Ravi"),
        ("3/7", "Friday"),
        ("4/7", ""),
        ("5/7", "one page"),
        ("6/7", "the pitch?"),
        ("7/7", ""),
        ("Good like", ""),
        ("not yet", "y"),
    ]
    assert "Traceback" not in in_terminal((40, columns), ["new"], dialogue)
    [brief] = briefs(place)
    assert brief.status == "sent"
    assert brief.history[-1].items == ("why", "urgency", "effort")
    assert clean(brief.ask) == "Fix the deck"


def test_a_wrong_key_at_the_card_is_answered_below_it(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    """The card is not drawn again: in a small window that pushed the answer off the screen."""
    given = ["Fix it", "--leader", "Bo", "--deadline", "Friday", "--vision", "x", "--why", "y", "--urgency", "z"]
    talk("new", *given, "--effort", "1 h", type=["x", "99", "", CTRL_C])
    told = capsys.readouterr().err
    assert told.count("Subject: ") == 1
    assert told.count("Type a number from 1 to 7") == 2


def test_a_wrong_key_where_drafts_are_offered_is_answered(place: Path, talk: Callable[..., int], capsys: Any) -> None:
    talk("new", type=["Fix the deck", "", CTRL_C])
    capsys.readouterr()
    talk("new", type=["x", "", CTRL_C])
    told = capsys.readouterr().err
    assert "Type a letter" in told
    assert "? leader" in told, "it was asked, and is not known"
