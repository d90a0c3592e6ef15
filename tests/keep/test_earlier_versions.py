"""A home that an earlier clarify kept opens in every command; `tests/homes/` holds such homes, as they were left.

`before-the-rooms`: 0.1.0 of 22 November 2026: interviews that stopped half-way (one of several tasks), sent, confirmed,
done and dropped briefs, one sent together with others, two with a person's own words and remarks, undo's records.
"""

import shutil
from pathlib import Path

import pytest
import yaml
from conftest import TESTS, Clarify, at_terminal, brief_file, standings

HOMES = sorted((TESTS / "homes").iterdir())
OPEN = {
    "book-a-room-for-the-offsite",
    "by-hand",
    "call-the-berlin-expert",
    "chase-the-signatures",
    "draft-the-letter-to-oakfield",
    "fix-the-onboarding-deck",
    "print-the-plan",
    "pull-together-the-q3-client-list",
    "update-the-tracker",
    "write-up-the-expert-call",
}
CLOSED = {"check-the-figures-in-the-board-deck", "order-new-chairs"}


@pytest.fixture(params=HOMES, ids=[home.name for home in HOMES])
def earlier(request: pytest.FixtureRequest, home: Path) -> Path:
    """The home as the earlier clarify left it."""
    shutil.copytree(request.param, home)
    return home


def test_every_brief_of_it_is_listed_and_shown(clarify: Clarify, earlier: Path) -> None:
    assert {brief["id"] for brief in clarify("list", "--json").json} == OPEN
    assert {brief["id"] for brief in clarify("list", "--all", "--json").json} == OPEN | CLOSED
    for slug in OPEN | CLOSED:
        on_disk = yaml.load(brief_file(earlier, slug).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it builds text)
        assert clarify("show", slug, "--json").json["ask"] == on_disk["ask"]
        assert on_disk["ask"] in clarify("show", slug).out
        assert clarify("export", slug).out.startswith("Subject: ")
    assert "Pull together the Q3 client list" in clarify("list").out
    assert clarify("today", "--json").json["due"]
    assert clarify("settings", "--json").json["name"] == "Maya Lind"


@pytest.mark.parametrize("slug", sorted(OPEN))
def test_every_command_goes_on_with_it(clarify: Clarify, earlier: Path, slug: str) -> None:
    before = brief_file(earlier, slug).read_text("utf-8")
    clarify("edit", slug, "why=the audit on Monday")
    clarify("sent", slug, "--alone")
    clarify("confirm", slug, "--alone")
    clarify("done", slug, "--yes")
    clarify("reopen", slug)
    clarify("drop", slug)
    assert standings(clarify, slug)["why"] == "confirmed: the audit on Monday"
    for _ in range(6):
        clarify("undo")
    assert brief_file(earlier, slug).read_text("utf-8") == before


def test_what_a_person_wrote_by_hand_survives(clarify: Clarify, earlier: Path) -> None:
    clarify("edit", "onboarding", "vision=ten slides", "effort=an hour?")
    text = brief_file(earlier, "fix-the-onboarding-deck").read_text("utf-8")
    assert "leader: Ravi   # he prefers chat\n" in text
    assert "# what Ravi said in the corridor:\n" in text
    assert "client: internal\n" in text
    clarify("sent", "by-hand")
    text = brief_file(earlier, "by-hand").read_text("utf-8")
    assert text.startswith("# Written in an editor, in the short form.\n")
    assert "mine: a key of my own\n" in text
    assert "  urgency: before the deck?\n" in text
    assert standings(clarify, "by-hand")["vision"] == "said: water, name tags, the big screen"


def test_what_went_out_together_is_confirmed_together(clarify: Clarify, earlier: Path) -> None:
    assert "print-the-plan, call-the-berlin-expert" in clarify("confirm", "room").err
    assert clarify("show", "berlin", "--json").json["status"] == "confirmed"


def test_the_interviews_that_stopped_go_on(clarify: Clarify, earlier: Path) -> None:
    """First the one that was begun last, then the one about three tasks, with their answers."""
    offered = at_terminal(clarify, "a\r\x03", "new", code=130).err
    assert "write-up-the-expert-call" in offered
    several = at_terminal(clarify, "b\r" + "\r" * 20 + "n\r", "new").err
    assert "Chase the signatures" in several
    for slug in ("chase-the-signatures", "draft-the-letter-to-oakfield", "update-the-tracker"):
        brief = clarify("show", slug, "--json").json
        assert brief["answers"]["urgency"]["value"] == "“Chase the signatures” first"
        assert "asking" not in brief_file(earlier, slug).read_text("utf-8")


def test_undo_takes_its_changes_back(clarify: Clarify, earlier: Path) -> None:
    """Records of the earlier clarify are read: its last change was a brief that was begun."""
    assert "new write-up-the-expert-call" in clarify("undo").err
    assert "write-up-the-expert-call" not in {brief["id"] for brief in clarify("list", "--json").json}


def test_forget_leaves_nothing_of_a_brief_in_it(clarify: Clarify, earlier: Path) -> None:
    clarify("forget", "q3", "--yes")
    assert not [file for file in earlier.rglob("*") if file.is_file() and b"Q3 client list" in file.read_bytes()]
