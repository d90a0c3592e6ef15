"""Each task of a message comes with what is said of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from clarify import read_handoff
from clarify.moments import Conventions

NOW = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("UTC"))
THREE = "Hi Maya,\n\ncan you fix the deck, book the room and call Ana by Friday? thanks!\n\nChloe"


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        (THREE, ["by Friday"] * 3),
        ("Fix the deck by Thursday noon, then book a room by Friday.", ["by Thursday noon", "by Friday"]),
        (
            "Please:\n1. fix the deck by Thursday\n2. book a room\n3. call Ana by Friday",
            ["by Thursday", None, "by Friday"],
        ),
        ("Please fix the deck by Friday. Then book a room. I'm out until Monday.", ["by Friday", "by Friday"]),
        ("Please fix the deck and book a room.", [None, None]),
    ],
)
def test_a_deadline_beside_a_task_is_its_own_where_there_are_two(text: str, deadlines: list[str | None]) -> None:
    each = read_handoff(text, NOW, Conventions()).tasks
    assert [one.deadline.text if one.deadline else None for one in each] == deadlines
