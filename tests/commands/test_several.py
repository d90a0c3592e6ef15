"""Several tasks in one hand-off: chosen, asked about without asking twice, and sent in one message."""

import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conftest import TESTS, Clarify, at_terminal, brief_file, contents, in_terminal, written

from clarify.brief import Brief
from clarify.keep.prompts import prompts_folder
from clarify.keep.store import Store
from clarify.keep.yaml.reading import load_yaml

CASES: dict[str, dict[str, Any]] = load_yaml((TESTS / "cases/several.yaml").read_text("utf-8"), "several.yaml")
NOW = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("UTC"))
CTRL_C = "\x03"
TWO = "Please fix the deck and book the room by Friday.\n\nBest,\nChloe Martin"
THREE = "Hi Maya,\n\ncan you fix the deck, book the room and call Ana by Friday? thanks!\n\nChloe"
Talk = Callable[..., Any]


@pytest.fixture
def talk(clarify: Clarify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Goes through `clarify new --from` a hand-off, typing these lines."""
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")  # without a clipboard

    def run(handoff: str, *lines: str, options: tuple[str, ...] = (), code: int = 0) -> Any:
        file = tmp_path / "mail.txt"
        file.write_text(handoff, "utf-8")
        keys = "".join([line if line == CTRL_C else f"{line}\r" for line in lines] + ["\x04"])
        given = ["--from", str(file)] if handoff else []
        return at_terminal(clarify, keys, "new", *options, *given, code=code)

    return run


def briefs(home: Path) -> dict[str, Brief]:
    """All briefs by their ask."""
    store = Store(home, NOW, pinned=True)
    found = [store.load(brief.slug).brief for brief in store.summaries(closed=True)[0]]
    return {brief.ask: brief for brief in found}


def held(brief: Brief, key: str) -> str:
    """An answer as the cases write it."""
    answer = brief.answers[key]
    due = f" @ {answer.due:%Y-%m-%dT%H:%M}" if answer.due else ""
    return f"{answer.standing}: {answer.value}{due}" if answer.value else str(answer.standing)


@pytest.mark.parametrize("name", CASES)
def test_what_is_typed_is_understood(name: str, talk: Talk, home: Path) -> None:
    """Each case ends with the briefs that it names, all of them complete, of one hand-off and in one order."""
    case = CASES[name]
    talk(case["handoff"], *case["type"], options=tuple(case.get("options", ())))
    found = briefs(home)
    assert set(found) == set(case["briefs"])
    for ask, answers in case["briefs"].items():
        assert {key: held(found[ask], key) for key in answers} == answers
    several = len(found) > 1
    for brief in found.values():
        assert not brief.asking
        assert brief.handoff == case["handoff"]
        assert brief.leader == case.get("leader", "Chloe")
        assert set(brief.siblings) == ({other.slug for other in found.values()} if several else set())
        assert list(brief.siblings) == case.get("order", list(brief.siblings))


def test_enter_alone_is_soon_through(talk: Talk, home: Path) -> None:
    """The tasks, order and time, a result each, and the why once, as it is not known: seven Enters."""
    talk(THREE, *[""] * 7, "", "n")
    assert not any(brief.asking for brief in briefs(home).values())
    assert len(briefs(home)) == 3


def test_sending_marks_all_and_keeps_whose_each_item_is(talk: Talk, home: Path, clarify: Clarify) -> None:
    """Own keys are plain, those of another brief have its name in front; what is shared is everybody's own."""
    result = talk(TWO, "", "a", "", "one page?", "the pitch", "a mail?", "", "", "y")
    deck, room = (briefs(home)[ask] for ask in ("Fix the deck", "Book the room"))
    assert deck.history[-1].items == ("vision", "book-the-room:vision", "urgency", "effort")
    assert room.history[-1].items == ("fix-the-deck:vision", "vision", "urgency", "effort")
    assert deck.history[-1].subject == room.history[-1].subject == "Confirm by Thu 13:30: Fix the deck and 1 more"
    assert {deck.status, room.status} == {"sent"}
    assert result.out == clarify("export", "deck", "room").out
    assert "Undone: sent fix-the-deck, book-the-room." in clarify("undo").err


def test_one_undo_takes_all_of_them_back(talk: Talk, home: Path, clarify: Clarify) -> None:
    """The interview about several tasks is one change; the question before it names them."""
    talk(THREE, *[""] * 7, "n")
    assert len(briefs(home)) == 3
    result = at_terminal(clarify, "y\r", "undo")
    assert "Undone: new fix-the-deck, book-the-room, call-ana." in result.err
    assert briefs(home) == {}


def test_undo_asks_only_where_it_takes_briefs_away(talk: Talk, home: Path, clarify: Clarify) -> None:
    """What was answered after a stop is taken back at once, since the briefs stay; the next undo would take those."""
    talk(TWO, "", "", "", "b", "", CTRL_C, code=130)
    talk("", "", "one page", "the pitch", "ten slides", "", "", "n")
    assert "Undone: " in at_terminal(clarify, "\x04", "undo").err
    assert len(briefs(home)) == 2
    assert "Nothing was undone." in at_terminal(clarify, "n\r", "undo").err
    assert len(briefs(home)) == 2


@pytest.mark.parametrize(
    ("lines", "asks"),
    [
        ([CTRL_C], {"Fix the deck and book the room"}),  # nobody chose two
        (["b", CTRL_C], {"Fix the deck and book the room"}),
        (["", CTRL_C], {"Fix the deck", "Book the room"}),
        (["", "a", CTRL_C], {"Fix the deck", "Book the room"}),
        (["", "a", "", "one page", CTRL_C], {"Fix the deck", "Book the room"}),
    ],
)
def test_no_task_is_lost_when_it_stops(lines: list[str], asks: set[str], talk: Talk, home: Path) -> None:
    """All of them are on disk before the first question, and what was answered with them."""
    result = talk(TWO, *lines, code=130)
    found = briefs(home)
    assert set(found) == asks
    assert all(brief.asking and brief.handoff for brief in found.values())
    assert "`clarify new` goes on with" in result.err


def test_stopping_at_the_choice_keeps_one_draft(talk: Talk, home: Path) -> None:
    """With the whole message in it, and every task (D36); `clarify new` goes on with it."""
    assert "kept as fix-the-deck-book-the-room;" in talk(THREE, CTRL_C, code=130).err
    [brief] = briefs(home).values()
    assert (brief.handoff, brief.siblings) == (THREE, ())
    talk("", "", "Chloe", *[""] * 12)
    assert set(briefs(home)) == {"Fix the deck, book the room and call Ana"}


def test_it_goes_on_with_the_whole_lot(talk: Talk, home: Path) -> None:
    """The next `clarify new` offers them as one, and asks only what is missing."""
    talk(TWO, "", "b", "", "one page", CTRL_C, code=130)
    result = talk("", "", "the pitch", "ten slides", "", "", "n")
    found = briefs(home)
    assert held(found["Book the room"], "vision") == "said: one page"
    assert held(found["Fix the deck"], "vision") == "said: ten slides"
    assert held(found["Fix the deck"], "why") == "said: the pitch"
    assert list(found["Fix the deck"].siblings) == ["book-the-room", "fix-the-deck"]
    assert not any(brief.asking for brief in found.values())
    assert "✓ deadline" in result.err


@pytest.mark.parametrize("meanwhile", [["forget", "book", "--yes"], ["done", "book", "--yes"], ["drop", "book"]])
def test_one_that_is_gone_stops_nothing(meanwhile: list[str], talk: Talk, home: Path, clarify: Clarify) -> None:
    """Where one was removed or closed, the others go on, are exported and sent as before."""
    talk(THREE, "", "", CTRL_C, code=130)
    clarify(*meanwhile)
    talk("", "", "", "one page", "the pitch", "a note", "", "", "n")
    assert "- Book" not in clarify("export", "deck", "ana").out
    assert "call-ana" in clarify("sent", "deck").err
    statuses = {brief.slug: str(brief.status) for brief in briefs(home).values()}
    assert {statuses["fix-the-deck"], statuses["call-ana"]} == {"sent"}
    clarify("show", "deck")


def test_a_companion_that_was_renamed_or_never_was_is_passed_over(home: Path, clarify: Clarify) -> None:
    text = (
        "schema: 1\nask: Fix it\nstatus: draft\ncreated: 2026-11-25T10:00:00+00:00\n"
        "together: [gone, ../x, it, 'a b']\nmine: kept\nanswers: {}\nhistory: []\n"
    )
    written(home, "it", text)
    assert clarify("show", "it", "--json").json["together"] == ["gone", "../x", "it", "a b"]
    clarify("edit", "it", "why=the pitch")
    assert clarify("sent", "it").err.startswith("Sent. When")
    assert "mine: kept" in brief_file(home, "it").read_text()


@pytest.mark.parametrize("name", ["x" * 300, r"a\e[31mb", r"a\0b", "a/b"])
def test_a_companion_whose_name_is_none_does_no_harm(name: str, home: Path, clarify: Clarify) -> None:
    """A file that came from elsewhere may name what no disk can hold, or what would act on a terminal."""
    text = f'schema: 1\nask: Fix it\nstatus: draft\ncreated: 2026-11-25\ntogether: ["{name}", it]\nhistory: []\n'
    written(home, "it", text)
    for command in (["show", "it"], ["export", "it"], ["sent", "it"], ["forget", "it", "--yes"]):
        result = clarify(*command)
        assert not re.search(r"[\x00\x1b]", result.out + result.err)


def test_what_together_cannot_be_is_named(home: Path, clarify: Clarify) -> None:
    written(home, "it", "ask: Fix it\nstatus: draft\ncreated: 2026-11-25\ntogether: {a: b}\nhistory: []\n")
    assert "line 4: expected a list" in clarify("show", "it", code=1).err


def test_forget_leaves_nothing_of_one_and_undo_still_knows_the_other(talk: Talk, home: Path, clarify: Clarify) -> None:
    talk(TWO, "", "", "", "SECRET page", "the pitch", "a mail", "", "", "n")
    told = clarify("forget", "deck", "--yes").err
    assert "The message it came in is kept with book-the-room." in told
    assert not any(b"SECRET" in raw for raw in contents(home).values())
    assert "Undone: new book-the-room." in clarify("undo", "--yes").err


def test_forget_says_who_keeps_the_message_also_where_the_file_is_gone(home: Path, clarify: Clarify) -> None:
    clarify("new", "--from", "-", "--each", "--no-input", stdin=TWO)
    brief_file(home, "fix-the-deck").unlink()
    told = clarify("forget", "fix-the-deck", "--yes").err
    assert "The message it came in is kept with book-the-room." in told


def test_a_complete_lot_is_not_lost(talk: Talk, home: Path) -> None:
    """Ctrl-C at the card exits with 0: they are there, as drafts; `--json` prints a list of them."""
    made = talk(TWO, "", *[""] * 5, CTRL_C, options=("--json",)).json
    assert [brief["id"] for brief in made] == ["fix-the-deck", "book-the-room"]
    assert not any(brief.asking for brief in briefs(home).values())


def test_a_message_pasted_at_the_first_question_may_hold_several(talk: Talk, home: Path) -> None:
    talk(
        "", "hey can you fix the deck, book the room and call Ana by Friday? thanks, Ravi", "1 2", "", "", "", *[""] * 5
    )
    assert set(briefs(home)) == {"Fix the deck", "Book the room"}
    assert {brief.leader for brief in briefs(home).values()} == {"Ravi"}


def test_what_a_person_adds_to_a_file_meanwhile_stays(talk: Talk, home: Path) -> None:
    """A remark and a key of hers outlive the answers that come after."""
    talk(TWO, "", CTRL_C, code=130)
    path = brief_file(home, "book-the-room")
    path.write_text(path.read_text().replace("status: draft", "status: draft  # soon\nmine: 7"))
    talk("", "", "b", "", "one page", "the pitch", "a mail", "", "", "n")
    text = path.read_text()
    assert "# soon" in text
    assert "mine: 7" in text
    assert text.index("book-the-room") < text.index("fix-the-deck"), "the new order of work"


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")
@pytest.mark.parametrize("columns", [80, 34])
def test_in_a_real_terminal(columns: int, talk: Talk, home: Path, tmp_path: Path) -> None:
    """The whole way: the tasks, what they share, task by task, the card, the sending; the counter is true."""
    (tmp_path / "mail.txt").write_text(TWO)
    dialogue = [
        ("of each", ""),
        ("1/6", "b"),
        ("2/6", ""),
        ("3/6", "one page"),
        ("4/6", "the pitch?"),
        ("5/6", "a mail"),
        ("6/6", ""),
        ("Good like", ""),
        ("not yet", "y"),
    ]
    in_terminal((24, columns), ["new", "--from", str(tmp_path / "mail.txt")], dialogue)
    assert {str(brief.status) for brief in briefs(home).values()} == {"sent"}
    assert held(briefs(home)["Book the room"], "vision") == "said: one page", "it was put first"


def test_sent_alone_is_one_alone(talk: Talk, home: Path, clarify: Clarify) -> None:
    talk(TWO, *[""] * 5, "", "n")
    assert clarify("sent", "deck", "--alone", "--json").json["status"] == "sent"
    assert briefs(home)["Book the room"].status == "draft"
    assert "one message" not in clarify("sent", "room").err


def test_confirm_is_of_all_that_went_out_in_one_message(talk: Talk, home: Path, clarify: Clarify) -> None:
    """An OK answers the whole message; what was sent apart waits for its own."""
    talk(THREE, "", "", "a day", "one page", "the pitch", "a mail", "", "\x15", "\x15", "", "y")
    told = clarify("confirm", "room").err
    assert "Confirmed, with fix-the-deck, call-ana." in told
    assert "Still open: urgency (fix-the-deck); urgency (book-the-room); urgency, vision, why (call-ana). Once" in told
    assert {str(brief.status) for brief in briefs(home).values()} == {"confirmed"}
    clarify("undo")
    assert {str(brief.status) for brief in briefs(home).values()} == {"sent"}
    clarify("confirm", "room", "--alone")
    assert sorted(str(brief.status) for brief in briefs(home).values()) == ["confirmed", "sent", "sent"]
    clarify("sent", "ana")
    assert "with" not in clarify("confirm", "deck").err.partition("Still")[0]


def test_questions_about_every_task_are_counted(clarify: Clarify, tmp_path: Path) -> None:
    """Those about the second and third task looked like follow-ups once."""
    handoff = (
        "Can you pull together the Q3 list by Thursday, print the plan and call the Berlin expert? One page please."
    )
    file = tmp_path / "handoff.txt"
    file.write_text(f"{handoff} It's for the board.", "utf-8")
    asked = at_terminal(clarify, "\r" * 12 + "n\r", "new", "--leader", "Dana", "--from", str(file), "--each").asked
    counters = re.findall(r"^(\d)/(\d) ", asked, re.MULTILINE)
    assert counters == [(str(n), "5") for n in range(1, 6)]  # the reason is a guess, so it is asked


def test_going_back_to_the_order_of_work_asks_no_question_twice(clarify: Clarify, tmp_path: Path) -> None:
    """The counter went from 3/10 to 5/11 once, as the question stood twice among those that were asked."""
    file = tmp_path / "handoff.txt"
    file.write_text(TWO, "utf-8")
    asked = at_terminal(clarify, "b\r<\ra\r<\rb\r\x03", "new", "--from", str(file), "--each", code=130).asked
    counters = [(int(n), int(of)) for n, of in re.findall(r"^(\d)/(\d) ", asked, re.MULTILINE)]
    assert [n for n, _ in counters] == [1, 2, 1, 2, 1, 2]
    assert len({of for _, of in counters}) == 1


# ---- without a terminal


def test_without_a_terminal_the_first_task_is_the_ask(clarify: Clarify, home: Path) -> None:
    """As ever; the remark names the others and the options."""
    result = clarify("new", "--from", "-", "--no-input", "--json", stdin=THREE)
    assert result.json["ask"] == "Fix the deck"
    assert result.json["together"] == []
    assert "--each" in result.err
    assert "call Ana" in result.err
    assert len(briefs(home)) == 1


def test_each_and_together_without_a_terminal(clarify: Clarify, home: Path) -> None:
    made = clarify("new", "--from", "-", "--each", "--no-input", "--json", "--why", "the pitch", stdin=THREE).json
    assert [brief["ask"] for brief in made] == ["Fix the deck", "Book the room", "Call Ana"]
    assert all(brief["together"] == [other["id"] for other in made] for brief in made)
    assert {brief["answers"]["why"]["value"] for brief in made} == {"the pitch"}
    assert made == [clarify("show", brief["id"], "--json").json for brief in made]
    assert clarify("undo").err.count("call-ana") == 1
    one = clarify("new", "--from", "-", "--together", "--no-input", "--json", stdin=THREE).json
    assert one["ask"] == "Fix the deck, book the room and call Ana"
    assert len(briefs(home)) == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--each", "--together"], "don't go together"),
        (["Fix it", "--each"], "leave out what you are to do"),
    ],
)
def test_options_that_do_not_fit_are_refused(args: list[str], told: str, clarify: Clarify, home: Path) -> None:
    assert told in clarify("new", *args, "--from", "-", "--no-input", stdin=THREE, code=2).err
    assert contents(home) == {}


def test_one_brief_for_tasks_due_at_different_moments_says_which_is_due_first(clarify: Clarify) -> None:
    handoff = "Please print the plan by Thursday noon, and draft the minutes by next Wednesday. Karen"
    message = clarify("new", "--from", "-", "--together", "--no-input", stdin=handoff).out
    assert "You need it by Thu 26 Nov, 12:00 (for the first of them)." in message
    same = "Please print the plan and draft the minutes by Thursday noon. Karen"
    assert "for the first" not in clarify("new", "--from", "-", "--together", "--no-input", stdin=same).out


@pytest.mark.parametrize(
    ("handoff", "standings"),
    [
        ("Can you fix the deck, book the room and call Ana by Friday?", "said said said"),
        ("Please, by Friday:\n1. fix the deck\n2. book the room", "said said"),
        ("Please fix the deck. Please also book the room. I need both by Friday.", "said said"),
        ("Please fix the deck and book the room. I need it by Friday.", "said said"),
        ("Please fix the deck by Friday. Please also book the room and call Ana.", "said assumed assumed"),
        ("Please fix the deck. Please also book the room by Friday.", "assumed said"),
        ("Please:\n- fix the deck (by Friday)\n- book the room", "said assumed"),
        ("Please fix the deck. I need it by Friday. Please book the room.", "said assumed"),
    ],
)
def test_one_deadline_is_said_only_of_the_tasks_that_it_stands_with(
    clarify: Clarify, handoff: str, standings: str
) -> None:
    """For the others it is a guess, and worded as one."""
    arguments = ("new", "--from", "-", "--each", "--no-input")
    made = {brief["ask"]: brief for brief in clarify(*arguments, "--json", stdin=handoff).json}
    asks = sorted(made, key=lambda ask: handoff.lower().index(ask.lower()))
    deadlines = [made[ask]["answers"]["deadline"] for ask in asks]
    assert [deadline["standing"] for deadline in deadlines] == standings.split()
    assert {deadline["due"][:10] for deadline in deadlines} == {"2026-11-27"}
    assert ("You need all of it" in clarify("export", *[made[ask]["id"] for ask in asks]).out) == (
        "assumed" not in standings
    )


@pytest.mark.parametrize("option", ["--each", "--together"])
def test_the_options_change_nothing_for_one_task(option: str, clarify: Clarify) -> None:
    """But `--each --json` is always a list, so that a script need not look."""
    made = clarify("new", option, "--from", "-", "--no-input", "--json", stdin="Please fix the deck by Friday.").json
    [made] = made if option == "--each" else [made]
    assert (made["ask"], made["together"]) == ("Fix the deck", [])


def test_each_with_json_is_a_list_also_at_a_terminal(talk: Talk) -> None:
    made = talk("Please fix the deck by Friday.", *["Chloe", *[""] * 8], options=("--each", "--json")).json
    assert [brief["ask"] for brief in made] == ["Fix the deck"]


def test_export_puts_together_what_came_together(clarify: Clarify) -> None:
    """In one message, in the order of work; a stranger among them gets one of its own."""
    clarify("new", "--from", "-", "--each", "--no-input", stdin=THREE)
    clarify("new", "Print the plan", "--leader", "Chloe", "--no-input")
    text = clarify("export", "ana", "plan", "deck").out
    assert text.count("Subject: ") == 2
    first, second = text.split("---\n")
    assert first.index("Fix the deck") < first.index("Call Ana")
    assert "Book the room" not in first
    assert "Print the plan" in second
    objects = clarify("export", "deck", "ana", "--json").json
    assert [one["together"] for one in objects] == [["fix-the-deck", "call-ana"]]
    alone = clarify("export", "deck")
    assert "1 more" not in alone.out
    assert "clarify export fix book call" in alone.err
    assert clarify("export", "deck", "room", "--format", "markdown").out.count("\n- ") == 2
    clarify("edit", "ana", "leader=Ravi")
    assert clarify("export", "deck", "ana").out.count("Subject: ") == 2, "two leaders, two messages"


@pytest.mark.parametrize("name", ["messages/confirmation.yaml", "questions/handoff.yaml"])
def test_a_persons_own_file_may_be_older(name: str, clarify: Clarify, home: Path) -> None:
    """Wording and questions that were copied before several tasks were known still serve."""
    lines = (prompts_folder() / name).read_text("utf-8").splitlines(keepends=True)
    later = ("several", "understood_several", "of_task", "task_by", "more_tasks", "assumed_in_order", "    several")
    kept = [line for line in lines if line.partition(":")[0] not in later]
    text = re.sub(r"    for_all:\n(?:      .*\n)+", "", "".join(kept))
    path = home / "prompts" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    clarify("questions")
    out = clarify("new", "--from", "-", "--each", "--no-input", stdin=THREE).out
    assert "- Fix the deck." in out
    assert len(out.split()) <= 126
