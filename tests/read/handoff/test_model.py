"""The model that ships is the one that docs/reader.md tells of, and reads as it says there."""

import hashlib
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from records import Record, read_records, untagged
from score import figures_of

from clarify import read_handoff
from clarify.read.handoff.model import weights

ROOT = Path(__file__).parents[3]
CARD = (ROOT / "docs" / "reader.md").read_text("utf-8")
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
TOLERANCE = 0.02
"""Arithmetic differs a little between machines."""
HELD_OUT = sorted((ROOT / "training" / "held_out").glob("*.txt"))
DATA = sorted((ROOT / "training" / "data").glob("*.txt"))
MEGABYTES = 20


def test_the_card_names_the_model() -> None:
    folder = Path(weights.__file__).parent
    model = (folder / weights.MODEL).read_bytes()
    vocabulary = (folder / weights.VOCABULARY).read_bytes()
    assert hashlib.sha256(model + vocabulary).hexdigest() in CARD
    assert len(model) + len(vocabulary) <= MEGABYTES * 1_000_000


@pytest.mark.parametrize("file", HELD_OUT, ids=lambda file: file.name)
def test_it_reads_as_the_card_says(file: Path) -> None:
    """On messages that training never sees."""
    figures = figures_of((record, read_handoff(record.text, NOW)) for record in read_records(file))
    told = CARD.split(f"{file.name}:", 1)[1].split("```", 1)[0]
    for kind, count in figures.of.items():
        row = re.search(rf"^{kind} +([\d.]+) +([\d.]+) +([\d.]+)", told, re.MULTILINE)
        assert row, kind
        assert count.f1 == pytest.approx(float(row[3]), abs=TOLERANCE + 0.005), kind  # the card has two places
    invented = re.search(r"a task in (\d+) of (\d+)", told)
    assert invented
    assert figures.nothing == int(invented[2])
    assert abs(figures.invented - int(invented[1])) <= 1


def test_what_is_measured_on_was_never_trained_on() -> None:
    trained = {" ".join(record.text.split()) for file in DATA for record in read_records(file)}
    assert not trained & {" ".join(record.text.split()) for file in HELD_OUT for record in read_records(file)}


@pytest.mark.parametrize("file", [*DATA, *HELD_OUT], ids=lambda file: file.name)
def test_the_labels_are_in_order(file: Path) -> None:
    """Each record has a name of its own, no label has blanks around it, and none stands in a message without a task."""
    records = read_records(file)
    assert len({record.id for record in records}) == len(records)
    for record in records:
        assert record.hands_over or not record.labels, record.id
        for label in record.labels:
            words = record.text[label.start : label.end]
            assert words.strip() == words != "", f"{record.id}: {words!r}"


def test_the_card_counts_the_messages() -> None:
    counts = {file: len(read_records(file)) for file in DATA}
    assert f"{sum(counts.values()):,} messages" in CARD
    assert all(f"`{file.stem}`" in CARD for file in DATA)


@pytest.mark.parametrize("tagged", ["<t>fix it", "fix it</t>", "<t>fix <d>it</t></d>"])
def test_a_wrong_tag_is_told_with_its_record(tagged: str) -> None:
    with pytest.raises(ValueError, match="x-1"):
        untagged(tagged, "x-1")
    assert untagged("<t>fix <p>Bo</p>'s</t> deck", "x-1")[0] == "fix Bo's deck"


def test_reading_twice_gives_the_same() -> None:
    record: Record = read_records(HELD_OUT[0])[0]
    first, second = (json.dumps(read_handoff(record.text, NOW).to_json()) for _ in range(2))
    assert first == second
