"""Several tasks in one sentence."""

import pytest

from clarify.text import joined


@pytest.mark.parametrize(
    ("asks", "one"),
    [
        (["Fix the deck", "Book it"], "Fix the deck and book it"),
        (["Fix the deck.", "Book it", "CC Ana"], "Fix the deck, book it and CC Ana"),
        (["Fix and send the deck", "Book it"], "Fix and send the deck; book it"),
    ],
)
def test_several_tasks_in_one_sentence(asks: list[str], one: str) -> None:
    assert joined(asks) == one
