"""`clarify questions`, and question sets of one's own."""

import re
from pathlib import Path

from conftest import Clarify, new, standings

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


def test_thousands_of_broken_sets_keep_nobody_waiting(clarify: Clarify, home: Path) -> None:
    """All names were listed, and compared with each other, for every one of them."""
    folder = home / "prompts" / "questions"
    folder.mkdir(parents=True)
    for n in range(1_000):
        (folder / f"set-{n}.yaml").write_text("titel: x\n")
        (folder / f"link-{n}.yaml").symlink_to("nowhere")
    told = clarify.program("questions", code=1).err
    assert len(told.splitlines()) == 2_000
    assert f"{folder}/set-7.yaml, line 1: “titel”" in told
    assert f"{folder}/link-7.yaml is no file that can be read." in told
