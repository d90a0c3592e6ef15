"""The word lists that come with clarify, and how they are read."""

import os
from functools import lru_cache


@lru_cache
def load(name: str) -> str:
    """The text of a word list that comes with clarify, without its comment lines."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:  # pathlib takes 2 ms to import
        return "".join(line for line in file if not line.startswith("#"))
