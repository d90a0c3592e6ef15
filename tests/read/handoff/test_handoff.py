"""The reader of hand-offs, by the messages in `cases/handoffs/`, and what holds for any text.

The messages are said on Wed 2026-03-11 at 10:00 UTC. The keys of a case; what it does not name is not looked at:

    text      the message as it was pasted
    tasks     a piece of every task, in order (tasks that are not listed are wrong); none: it is no hand-off
    leader    who handed it over; none: the message does not say
    deadline  the words of the deadline; none: there is none.   due: the moment; none: an event without a date
    missing, ask, people, vague: as they are found.   urgency, vision, why: a piece of the words; none: not said
    misread   the keys that clarify does not get right yet: what is known, and what `benchmarks/handoffs.py` counts
"""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
import yaml
from conftest import TESTS
from findings import assert_cut_out_of, assert_field, spans_of
from hypothesis import given
from hypothesis import strategies as st

from clarify import read_handoff
from clarify.read.vague import Probe, Row, Wording

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
FILES = sorted((TESTS / "cases" / "handoffs").glob("*.yaml"))
CASES = [
    {"name": f"{file.stem}: {case['text'][:50]}", **case}
    for file in FILES
    for case in yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it makes nothing but text)
]
MEGABYTE = 1_000_000


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reads_the_message(case: dict[str, Any]) -> None:
    handoff = read_handoff(case["text"], NOW)
    assert_cut_out_of(case["text"], handoff)
    if handoff.vision and handoff.deadline:  # the one may hold the other, but does not end in it
        assert not handoff.vision.start < handoff.deadline.start < handoff.vision.end <= handoff.deadline.end
    for field, expected in case.items():
        if field in case.get("misread", ()):
            with pytest.raises(AssertionError):  # when it is read right at last, take it out of `misread`
                assert_field(handoff, field, expected)
        elif field not in ("name", "text", "misread"):
            assert_field(handoff, field, expected)


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
    assert len(read_handoff(text, NOW).tasks) == 40_000


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    text = "please fix the deck " + "and then some " * 200 + "and call the bank"
    assert "fix the deck" in read_handoff(text, NOW).tasks[0].text


def test_json_has_the_fields_of_the_contract() -> None:
    text = "Please look into the margin by Friday. Thanks, Dana"
    found = read_handoff(text, NOW).to_json()
    assert list(found) == [
        "tasks", "leader", "deadline", "urgency", "vision", "why", "people", "missing", "ask", "vague",
    ]  # fmt: skip
    due = "2026-03-13T17:00:00+00:00"
    assert found["tasks"] == [{"text": "look into the margin", "start": 7, "end": 27, "owner": None, "due": due}]
    assert found["deadline"] == {"text": "by Friday", "start": 28, "end": 37, "due": "2026-03-13T17:00:00+00:00"}
    assert json.loads(json.dumps(found)) == found


def test_the_probe_names_the_words_and_the_leader() -> None:
    probe = Probe("“$word”: what does $leader want? It costs $5 by $moment.")
    wording = Wording((Row(("look into",), ("ask",), probe),))
    signed = read_handoff("Please Look into it.\n\nBest,\nDana Fox", NOW, wording=wording)
    unsigned = read_handoff("Please look into it.", NOW, wording=wording)
    assert signed.vague[0].probe == "“Look into”: what does Dana want? It costs $5 by $moment."
    assert unsigned.vague[0].probe.startswith("“look into”: what does they want")
