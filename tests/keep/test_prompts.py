"""A person's own questions and wording win; a mistake in them is named with file, line and what was expected."""

from pathlib import Path

import pytest
import yaml
from conftest import Clarify

from clarify.keep.prompts import prompts_folder

QUESTIONS = "questions/handoff.yaml"
MESSAGE = "messages/confirmation.yaml"
WORDING = "wording.yaml"


def own(home: Path, name: str, old: str, new: str) -> Path:
    """Puts a copy of a shipped file into the person's own folder, with one change in it."""
    shipped = (prompts_folder() / name).read_text("utf-8")
    assert old in shipped
    path = home / "prompts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(shipped.replace(old, new, 1), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (QUESTIONS, "    risk: 4", "    rsik: 4", "“rsik” is not a key that is read here. Did you mean “risk”?"),
        (
            QUESTIONS,
            "suggest: briefs",
            "suggest: brief",
            "expected moments or briefs, not “brief”. Did you mean “briefs”?",
        ),
        (QUESTIONS, "  - key: ask", "  - kye: ask", "“kye” is not a key that is read here. Did you mean “key”?"),
        (QUESTIONS, "depth: quick", "depth: brief", "expected quick or normal or deep"),
        (QUESTIONS, "risk: 1\n", "risk: high\n", "expected a whole number, not “high”"),
        (QUESTIONS, "When does $leader", "When does $laeder", "“$laeder” is not known here; there are $leader"),
        (QUESTIONS, "key: why", "key: urgency", "“urgency” stands twice"),
        (QUESTIONS, "key: leader", "key: boss", "a question with “key: leader” is needed"),
        (QUESTIONS, "options: [about two hours, half a day]", "options: [an hour]", "expected two options, A and B"),
        (QUESTIONS, "title: Work", "title: Work: a lot", "put quotes around the value"),
        (MESSAGE, "$label, I assume", "$lable, I assume", "“$lable” is not known here; there are $label, $value"),
        (MESSAGE, "silence:", "silense:", "Did you mean “silence”?"),
        (MESSAGE, "I'll wait", "I'll bill $5 and wait", "a “$” must be followed by a name"),
        (QUESTIONS, "fallback: you alone", "fallback: to ask $leader", "“$leader” would be shown as it stands"),
        (QUESTIONS, "about two hours, half", "as $leader likes, half", "“$leader” would be shown as it stands"),
        (QUESTIONS, "example: Chloe Martin", "example: ${value}", "“$value” would be shown as it stands"),
        (WORDING, "[half an hour, two hours", "[as long as $leader says, two hours", "would be shown as it stands"),
        (WORDING, "into: vision", "inot: vision", "“inot” is not a key that is read here. Did you mean “into”?"),
        (WORDING, "“$word” is now", "“$wrod” is now", "“$wrod” is not known here"),
        (WORDING, "    hurry: true", "    hurry: very", "expected true or false"),
    ],
)
def test_a_mistake_is_named(name: str, old: str, new: str, expected: str, clarify: Clarify, home: Path) -> None:
    """`clarify questions` finds it, ends with 1, and points at the line."""
    path = own(home, name, old, new)
    result = clarify("questions", code=1)
    assert str(path) in result.err
    assert expected in result.err
    assert ", line " in result.err


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (QUESTIONS, "key: ask", "kye: ask"),
        (MESSAGE, "$label, I assume", "$lable, I assume"),
        (WORDING, "vague:", "vagu:"),
    ],
)
def test_a_mistake_leaves_no_half_made_brief(name: str, old: str, new: str, clarify: Clarify, home: Path) -> None:
    """`clarify new` says so before it asks or keeps anything; what lists briefs goes on working."""
    own(home, name, old, new)
    assert clarify("new", "Fix the deck", "--no-input", code=1).out == ""
    assert clarify("list", "--json").json == []


def test_without_mistakes_all_is_in_order(clarify: Clarify) -> None:
    """What is shipped passes its own check."""
    result = clarify("questions")
    assert result.err == ""
    assert "handoff" in result.out


def test_own_wording_wins(clarify: Clarify, home: Path) -> None:
    """In the message, in the questions and among the vague words."""
    own(home, MESSAGE, "please confirm or correct this", "have I got this right")
    own(home, QUESTIONS, "What will it be used for?", "Who is it for, and what for?")
    own(home, WORDING, "care:\n", "care:\n  plants: [fern]\n")
    text = clarify("new", "Water the fern", "--leader", "Ana", "--deadline", "Friday", "--no-input").out
    assert "Ana, have I got this right." in text
    assert "Who is it for, and what for?" in text
    assert "I'll wait for your word" in text


def test_a_dollar_is_only_a_dollar_where_it_is_written_twice(clarify: Clarify, home: Path) -> None:
    """Templates run nothing; `$$` is the sign itself."""
    own(home, MESSAGE, "care: \"I'll wait", "care: \"At $$5 an hour I'll wait")
    assert "At $5 an hour I'll wait" in clarify("new", "Pay the invoice", "--no-input").out


def test_every_question_can_be_put_to_a_leader() -> None:
    """Each shipped question has its words for the message, and a place among the risks."""
    data = yaml.safe_load((prompts_folder() / QUESTIONS).read_text("utf-8"))
    for question in data["questions"]:
        if question["key"] not in ("ask", "leader"):
            assert question["question"].count("?") == 1
            assert question["risk"] > 0
