"""What tests of hand-offs ask of what was found."""

from typing import Any

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
    singles = (handoff.deadline, handoff.urgency, handoff.vision, handoff.why)
    return [*handoff.tasks, *handoff.people, *handoff.vague, *(span for span in singles if span)]


def assert_cut_out_of(text: str, handoff: Handoff) -> None:
    for span in spans_of(handoff):
        assert span.text
        assert text[span.start : span.end] == span.text
