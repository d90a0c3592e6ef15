"""The word lists that come with clarify: plain text, a word or a row on each line, remarks behind `#`.

The rest of `clarify.read` takes a list with `load`. To teach a reader a word, add it to its list; each list says at its
top what it is for.
"""

import os
from functools import lru_cache


@lru_cache
def load(name: str) -> str:
    """The text of a word list that comes with clarify, without its comment lines."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:  # pathlib takes 2 ms to import
        return "".join(line for line in file if not line.startswith("#"))
