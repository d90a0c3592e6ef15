"""What tests of hand-offs ask of what was found, and the plain messages that are counted, not asserted one by one."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from clarify import read_handoff
from clarify.read.handoff import Handoff, Span


def assert_tasks(tasks: tuple[Span, ...], pieces: list[str]) -> None:
    texts = [task.text for task in tasks]
    assert len(texts) == len(pieces), texts
    assert all(piece in text for piece, text in zip(pieces, texts, strict=True)), texts


def assert_field(handoff: Handoff, field: str, expected: Any) -> None:
    if field == "tasks":
        assert_tasks(handoff.tasks, expected)
        return
    if field == "due":
        assert handoff.deadline is not None
        due = handoff.deadline.due
        assert (due.isoformat() if due else "none") == expected
        return
    found = getattr(handoff, field)
    if isinstance(expected, list):
        assert [item.text if isinstance(item, Span) else item for item in found] == expected
    elif field in ("leader", "deadline") or expected == "none":
        assert (found.text if isinstance(found, Span) else found or "none") == expected
    else:
        assert found is not None
        assert expected in found.text


def spans_of(handoff: Handoff) -> list[Span]:
    of_tasks = [span for task in handoff.tasks for span in (task.owner, task.deadline, task.vision, task.why)]
    found = [*handoff.tasks, *handoff.people, *handoff.vague, *handoff.limits, *handoff.singles.values(), *of_tasks]
    return [span for span in found if span]


def assert_cut_out_of(text: str, handoff: Handoff) -> None:
    for span in spans_of(handoff):
        assert span.text
        assert text[span.start : span.end] == span.text


PLAIN = Path(__file__).parent / "cases" / "handoffs"
SAID = datetime(2026, 3, 11, 10, tzinfo=UTC)
"""When the plain messages were said: a Wednesday."""


def plain_messages() -> list[dict[str, Any]]:
    """The messages in `cases/handoffs/`, with what is to be found in them."""
    files = sorted(PLAIN.glob("*.yaml"))
    return [case for file in files for case in yaml.load(file.read_text("utf-8"), yaml.BaseLoader)]  # noqa: S506


def plain_figures() -> dict[str, tuple[int, int]]:
    """For each field that the plain messages name: in how many it is read right, and in how many it is named."""
    right: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for case in plain_messages():
        handoff = read_handoff(case["text"], SAID)
        assert_cut_out_of(case["text"], handoff)
        for field in case.keys() - {"name", "text"}:
            named[field] += 1
            try:
                assert_field(handoff, field, case[field])
                right[field] += 1
            except AssertionError:
                pass
    return {field: (right[field], named[field]) for field in sorted(named)}


def plain_table() -> str:
    """The same as lines of text."""
    return "\n".join(
        f"{field:<10}{right / named:>6.2f} of {named}" for field, (right, named) in plain_figures().items()
    )
