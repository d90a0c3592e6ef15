"""One message about several briefs keeps the same promises."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from conftest import TESTS
from hypothesis import given, settings
from hypothesis import strategies as st

from clarify.ask.answers import answer_to
from clarify.ask.pending import with_rest_open
from clarify.brief import Brief
from clarify.keep.prompts import Catalog
from clarify.moments import Conventions
from clarify.write.compose import compose
from clarify.write.formats import FORMATS
from clarify.write.message import Message
from clarify.write.sentences import Style

NOW = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("UTC"))
CATALOG = Catalog(TESTS / "no-prompts-of-their-own")
QUESTIONS = CATALOG.questions("handoff")
FULL = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2}, \d{1,2}:\d\d")


def brief_of(ask: str, handoff: str = "", **answers: str) -> Brief:
    """A draft; what is not answered is left open."""
    brief = Brief(slug=ask.lower()[:30], ask=ask, leader="Ana Li", created=NOW, handoff=handoff)
    for key, text in answers.items():
        brief = brief.with_answer(key, answer_to(key, text, NOW, Conventions()))
    return with_rest_open(brief, QUESTIONS, NOW)


def message_of(*several: Brief) -> Message:
    return compose(several, Style(QUESTIONS, CATALOG.templates(), CATALOG.wording(), NOW, Conventions()))


def text_of(*several: Brief) -> str:
    message = message_of(*several)
    text = FORMATS["text"](message)
    assert len(text.split()) <= 126
    assert text.count("?") <= 3
    assert text.startswith("Subject: ")
    if not message.left_out:
        loose = {(key, b.slug) for b in several for key, a in b.answers.items() if a.standing in ("open", "assumed")}
        assert loose == {(item.key, slug) for item in message.points for slug in item.slugs} & loose
    return text


SAID = {"deadline": "Friday", "urgency": "the deck first", "effort": "a day", "why": "the retro"}


def test_it_says_what_is_shared_once_and_each_task_in_a_line() -> None:
    text = text_of(
        brief_of("Fix the deck", **SAID, vision="ten slides"), brief_of("Book a room", **SAID, vision="a mail?")
    )
    assert text == (
        "Subject: Confirm by Thu 13:30: Fix the deck and 1 more\n\n"
        'Ana, please confirm or correct this. "OK" is enough.\n\n'
        "My understanding: two tasks. You need all of it by Fri 27 Nov, 17:00. What it is for: the retro. "
        "Order of work: the deck first. Time to spend: a day.\n\n"
        "- Fix the deck. The result: ten slides.\n- Book a room.\n\n"
        "1. Book a room. The result, I assume: a mail.\n\n"
        "Unless I hear otherwise by Thu 13:30, I'll start on this basis.\n"
    )


def test_what_is_open_of_all_is_one_question() -> None:
    text = text_of(brief_of("Fix the deck"), brief_of("Book a room"), brief_of("Call Bo"))
    assert text.count("What should come out of each of them") == 1
    assert "Order of work: my plan is “Fix the deck” first." in text


def test_tasks_that_begin_alike_are_told_apart() -> None:
    """The leader knows which of them is meant, in a point as in the order of work."""
    text = text_of(
        brief_of("Send the quarterly client revenue report to Ana", deadline="Friday", vision="one page"),
        brief_of("Send the quarterly client revenue report to Bo", deadline="Friday"),
    )
    assert "1. Send the quarterly … report to Bo. What should come out of it" in text
    assert "I'd take “Send the quarterly … report to Ana” first." in text


def test_what_is_open_of_some_names_those() -> None:
    known = {**SAID, "vision": "one page"}
    text = text_of(brief_of("Fix the deck", **known), brief_of("Book a room", **SAID), brief_of("Call Bo", **SAID))
    assert "1. Book a room and call Bo. What should come out of each of them, for you?" in text


def test_nothing_open_needs_no_answer() -> None:
    known = {**SAID, "vision": "one page"}
    message = message_of(brief_of("Fix the deck", **known), brief_of("Book a room", **known))
    assert not message.needed
    assert not message.points


@pytest.mark.parametrize(
    ("first", "second", "silence"),
    [
        ({}, {}, True),
        ({}, {"handoff": "mind the budget"}, False),
        ({"vision": "as in the contract"}, {}, False),
        ({}, {"deadline": "today 13:00"}, False),
        ({}, {"deadline": "2026-11-20"}, False),
    ],
)
def test_silence_is_consent_only_where_it_is_for_all(
    first: dict[str, str], second: dict[str, str], silence: bool
) -> None:
    """Care in one of them, or little time for one of them, counts for the message."""
    calm = {"deadline": "Friday", "why": "the retro"}
    text = text_of(brief_of("Write it up", **{**calm, **first}), brief_of("Print it", **{**calm, **second}))
    assert ("Unless I hear otherwise by " in text) is silence


def test_different_deadlines_stand_with_their_tasks_once() -> None:
    text = text_of(
        brief_of("Fix the deck", **{**SAID, "deadline": "Thursday noon"}),
        brief_of("Book a room", **SAID, vision="a mail"),
    )
    assert sorted(FULL.findall(text)) == ["Fri 27 Nov, 17:00", "Thu 26 Nov, 12:00"]
    assert text.startswith("Subject: Confirm by Wed 15:00"), "half-way to the earlier one"


words = st.lists(
    st.sampled_from(["the", "client", "page?", "Zoë", "北京", "$ask", "a", "…and."]), min_size=1, max_size=30
)
texts = words.map(" ".join)
answers = st.dictionaries(st.sampled_from(["deadline", "urgency", "vision", "why", "effort"]), texts)


@settings(max_examples=60)
@given(st.lists(st.tuples(texts, answers), min_size=2, max_size=14))
def test_the_limits_hold_for_any_words(drafts: list[tuple[str, dict[str, str]]]) -> None:
    """At most 125 words and three question marks, for two tasks or fourteen."""
    text_of(*(brief_of(f"{n} {ask}", **said) for n, (ask, said) in enumerate(drafts)))
