"""The confirmation keeps its promises for every mix of answers, and reads as it was agreed."""

import os
import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conftest import TESTS
from hypothesis import given
from hypothesis import strategies as st

from clarify.ask.answers import answer_to
from clarify.ask.pending import with_rest_open
from clarify.brief import Brief
from clarify.keep.prompts import Catalog
from clarify.keep.yaml.reading import load_yaml
from clarify.moments import Conventions
from clarify.write.compose import compose
from clarify.write.formats import FORMATS
from clarify.write.message import Message
from clarify.write.sentences import Style

NOW = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("UTC"))
CASES: dict[str, dict[str, Any]] = load_yaml((TESTS / "cases/messages.yaml").read_text("utf-8"), "messages.yaml")
CATALOG = Catalog(TESTS / "no-prompts-of-their-own")
QUESTIONS = CATALOG.questions("handoff")
FULL_MOMENT = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2}(?: \d{4})?, \d{1,2}:\d\d")


def brief_of(case: dict[str, Any]) -> Brief:
    """A brief in the words of a case: what is not answered there is left open."""
    brief = Brief(
        slug="it", ask=case["ask"], leader=case.get("leader", ""), created=NOW, handoff=case.get("handoff", "")
    )
    for key, text in case.get("answers", {}).items():
        brief = brief.with_answer(key, answer_to(key, text, NOW, Conventions()))
    return with_rest_open(brief, QUESTIONS, NOW) if case.get("rest") != "not asked" else brief


def message_of(brief: Brief, signature: str = "") -> Message:
    style = Style(QUESTIONS, CATALOG.templates(), CATALOG.wording(), NOW, Conventions(), signature)
    return compose([brief], style)


@pytest.mark.parametrize("name", CASES)
def test_the_message_is_the_one_agreed_on(name: str) -> None:
    """Each case reads as in tests/golden/. `RENEW=1 make test` writes those anew: read what changed."""
    brief = brief_of(CASES[name])
    text = FORMATS["text"](message_of(brief))
    agreed = TESTS / f"golden/message-{name}.txt"
    if os.environ.get("RENEW"):
        agreed.write_text(text, "utf-8")
    assert text == agreed.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_promises_of_every_message(name: str) -> None:
    """Subject first, at most 125 words and three questions, the deadline once in full, every loose end numbered."""
    keep_promises(brief_of(CASES[name]))


def keep_promises(brief: Brief) -> None:
    message = message_of(brief)
    text = FORMATS["text"](message)
    subject, blank, body = text.split("\n", 2)
    assert subject.startswith("Subject: ")
    assert len(subject.removeprefix("Subject: ").split()) <= 16
    assert blank == ""
    assert len(text.split()) <= 125 + 1  # the word “Subject:” is none of the message
    assert text.count("?") <= 3
    loose = {key for key, answer in brief.answers.items() if answer.standing in ("open", "assumed")}
    assert loose <= {item.key for item in message.points}
    assert [f"{n}." for n in range(1, len(message.points) + 1)] == re.findall(r"^\d+\.", body, re.MULTILINE)
    if loose:
        assert len(body.split()) >= 50
    if brief.due and not any(FULL_MOMENT.search(words) for words in brief.words()):
        assert len(FULL_MOMENT.findall(body)) == 1
    assert not re.search(r"\$\w", text)


CALM = {"ask": "Write up the sprint", "leader": "Ana", "answers": {"deadline": "Friday", "why": "the retro"}}


@pytest.mark.parametrize(
    ("change", "silence"),
    [
        ({}, True),
        ({"handoff": "please write it up, and mind the budget"}, False),
        ({"ask": "Call the client"}, False),
        ({"answers": {"deadline": "Friday", "vision": "as in the contract"}}, False),
        ({"answers": {"deadline": "Friday", "why": "they decide whom to hire"}}, False),
        ({"answers": {"deadline": "Wednesday 14:00", "why": "the retro"}}, True),
        ({"answers": {"deadline": "today 13:30", "why": "the retro"}}, False),
        ({"answers": {"why": "the retro"}}, False),
        ({"answers": {"deadline": "2026-11-20", "why": "the retro"}}, False),
    ],
)
def test_silence_is_consent_only_where_a_step_is_easy_to_take_back(change: dict[str, Any], silence: bool) -> None:
    """Not with money, clients, legal matters or people, and not with under four working hours left."""
    text = FORMATS["text"](message_of(brief_of({**CALM, **change})))
    assert ("Unless I hear otherwise by " in text) is silence


def test_the_reply_is_due_half_way_in_working_hours() -> None:
    """From Wed 10:00 to Fri 17:00 are 23 working hours; half of them have gone on Thu 13:30."""
    assert message_of(brief_of(CALM)).subject.startswith("Confirm by Thu 13:30: ")


def test_no_message_is_needed_where_nothing_is_open_or_assumed() -> None:
    """It says so, and still gives one."""
    answers = {"deadline": "Friday", "urgency": "first", "vision": "one page", "why": "the retro", "effort": "an hour"}
    message = message_of(brief_of({**CALM, "answers": answers}))
    assert not message.needed
    assert not message.points
    assert "Fri 27 Nov, 17:00" in message.understood


def test_what_was_guessed_is_never_worded_as_said() -> None:
    """A guess stands as an assumption of the owner's."""
    message = message_of(brief_of({**CALM, "answers": {"deadline": "Friday?", "why": "the retro?"}}))
    assert all("I assume" in item.text for item in message.points if item.key in ("deadline", "why"))
    assert "Fri" not in message.understood
    assert "retro" not in message.understood


def test_the_signature_is_the_persons_own_name() -> None:
    """Where a name is set, it stands below the message."""
    assert message_of(brief_of(CALM), "Maya Lind").paragraphs[-1] == "Maya Lind"


def test_markdown_shows_a_persons_signs_as_typed() -> None:
    """`*` and `_` in an answer are no markup."""
    brief = brief_of({**CALM, "answers": {"vision": "the *new* one_pager <draft>"}})
    assert r"the \*new\* one\_pager \<draft\>" in FORMATS["markdown"](message_of(brief))


words = st.lists(
    st.sampled_from(
        [
            "the",
            "client",
            "list,",
            "page?",
            "why!",
            "Zoë",
            "北京",
            "$5",
            "$moment",
            "top-20",
            "…and.",
            "it's",
            "“quoted”",
            "3pm",
            "a",
            "b",
        ]
    ),
    max_size=60,
).map(" ".join)
answers = st.dictionaries(
    st.sampled_from(["urgency", "vision", "why", "effort"]),
    st.tuples(words, st.sampled_from(["", "?"])).map("".join),
)


@given(
    ask=words.filter(str.strip),
    answers=answers,
    deadline=st.sampled_from(["", "Friday", "Friday?", "asap", "2026-01-01"]),
)
def test_promises_for_any_words(ask: str, answers: dict[str, str], deadline: str) -> None:
    """The same promises hold whatever a person types."""
    brief = brief_of({"ask": ask, "leader": "Zoë", "answers": {"deadline": deadline, **answers}})
    message = message_of(brief)
    text = FORMATS["text"](message)
    assert len(text.split()) <= 126
    assert text.count("?") <= 3
    if message.needed:
        assert len("\n".join(message.paragraphs).split()) >= 50


@given(st.integers(0, 12))
def test_a_deep_brief_stays_within_the_limits(missing: int) -> None:
    """Even with every question of the set open or assumed."""
    keys = [q.key for q in QUESTIONS if q.key not in ("ask", "leader")]
    answers = dict.fromkeys(keys[missing:], "it is a longer answer of some eight words?")
    brief = replace(brief_of({**CALM, "answers": {"deadline": "Friday"}, "rest": "not asked"}), depth="deep")
    for key, text in answers.items():
        brief = brief.with_answer(key, answer_to(key, text, NOW, Conventions()))
    brief = with_rest_open(brief, QUESTIONS, NOW)
    text = FORMATS["text"](message_of(brief))
    assert len(text.split()) <= 126
    assert text.count("?") <= 3
