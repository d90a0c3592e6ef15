"""The reader of hand-offs, by the plain messages in `cases/handoffs/`, and what holds for any text.

The messages are said on Wed 2026-03-11 at 10:00 UTC. The keys of a case; what it does not name is not looked at:

    text      the message as it was pasted
    tasks     a piece of every task, in order (tasks that are not listed are wrong); none: it is no hand-off
    leader    who handed it over; none: the message does not say
    deadline  the words of the deadline; none: there is none.   due: the moment; none: an event without a date
    missing, ask, people, vague: as they are found.   urgency, vision, why: a piece of the words; none: not said
"""

import json
import re
from datetime import UTC, datetime

import pytest
from conftest import TESTS
from findings import assert_cut_out_of, plain_figures, spans_of
from hypothesis import given
from hypothesis import strategies as st

from clarify import read_handoff
from clarify.read.vague import Probe, Row, Wording

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
MEGABYTE = 1_000_000


def test_plain_messages_are_read_as_the_card_says() -> None:
    """A model is right in most, not in all: docs/reader.md tells in how many, and that holds."""
    told = (TESTS.parent / "docs" / "reader.md").read_text("utf-8").split("plain messages", 1)[1]
    for field, (right, named) in plain_figures().items():
        row = re.search(rf"^{field} +([\d.]+) of {named}$", told, re.MULTILINE)
        assert row, field
        assert right / named == pytest.approx(float(row[1]), abs=0.025), field


WORDS = st.sampled_from(
    [
        *("please", "can", "you", "send", "fix", "the", "deck", "Ada,", "by", "Friday", "noon", "Thanks,", "Dana"),
        *("because", "so that", "in one page", "look into", "and", "call", "etc.", "asap", "10:04", "[10:04]", "From:"),
        *("--", "1.", "(2)", "@ann", "<ann>", "P.S.", "שלום", *"\n\t>.?!:;()*-&🙂İ\0\u2028\ud800"),
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_is_read_and_every_span_cuts_out_its_text(text: str) -> None:
    handoff = read_handoff(text, NOW)
    assert_cut_out_of(text, handoff)
    assert set(handoff.ask) <= set(handoff.missing)
    assert handoff.tasks or not (spans_of(handoff) or handoff.missing)


@pytest.mark.parametrize(
    "piece",
    [
        "Please fix slide 7 by Friday. ",
        "a",
        ".",
        " ",
        "\n",
        "> x\n",
        "fix it, ",
        "Ann: hi\n",
        "(",
        "- ",
        "🙂",
        "שלום ",
        "\0",
    ],
)
def test_a_megabyte_returns(piece: str) -> None:
    text = piece * (MEGABYTE // len(piece))
    assert_cut_out_of(text, read_handoff(text, NOW))


def test_a_megabyte_of_different_tasks_returns() -> None:
    text = "\n".join(f"Please fix slide {number} and call office {number}" for number in range(20_000))
    assert_cut_out_of(text, read_handoff(text, NOW))


def test_a_sentence_without_end_returns() -> None:
    text = "please fix the deck " + "and then some " * 20_000 + "and call the bank"
    assert_cut_out_of(text, read_handoff(text, NOW))


def test_json_has_the_fields_of_the_contract() -> None:
    found = read_handoff("Please fix the deck by Friday. Thanks, Dana", NOW).to_json()
    assert list(found) == [
        *("kind", "tasks", "leader", "deadline", "urgency", "vision", "why", "effort"),
        *("limits", "people", "missing", "ask", "vague"),
    ]
    due = "2026-03-13T17:00:00+00:00"
    where = {"text": "fix the deck", "start": 7, "end": 19, "sure": True}
    assert found["tasks"] == [{**where, "owner": None, "due": due}]
    assert found["deadline"] == {"text": "by Friday", "start": 20, "end": 29, "sure": True, "due": due}
    assert json.loads(json.dumps(found)) == found


def test_the_probe_names_the_words_and_the_leader() -> None:
    probe = Probe("“$word”: what does $leader want? It costs $5 by $moment.")
    wording = Wording((Row(("look into",), ("ask",), probe),))
    signed = read_handoff("Please Look into it.\n\nBest,\nDana Fox", NOW, wording=wording)
    unsigned = read_handoff("Please look into it.", NOW, wording=wording)
    assert signed.vague[0].probe == "“Look into”: what does Dana want? It costs $5 by $moment."
    assert unsigned.vague[0].probe.startswith("“look into”: what does they want")


def test_what_is_said_of_a_task_is_beside_it_in_json() -> None:
    text = "Ana, can you draft the agenda by Thursday noon? Tom: book a room for Friday, no more than £60 please."
    found = read_handoff(text, NOW).to_json()
    tasks = found["tasks"]
    assert isinstance(tasks, list)
    assert all(list(task) == ["text", "start", "end", "sure", "owner", "due"] for task in tasks)


def test_a_long_message_is_read_as_far_as_told() -> None:
    """Four thousand words, signs and ends of lines among them; `read_to` says where that was."""
    mail = "Hi Noor, please order sixty badges by Thursday noon. Thanks, Elif\n\n"
    text = mail + "The fair begins on the ninth, and the hall opens at eight.\n" * 500
    handoff = read_handoff(text, NOW)
    assert handoff.read_to
    assert 2000 < len(text[: handoff.read_to].split()) < 4000
    assert read_handoff(mail, NOW).read_to is None
