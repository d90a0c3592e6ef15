"""The file of the model: named arrays of small integers with their scales, and the words of its vocabulary.

The file has the form of safetensors (a length, a header in JSON, then the numbers), so that other programs can read it.
"""

import json
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]
"""Floating-point numbers, as a rule of 32 bits."""
MODEL = "reader.safetensors"
VOCABULARY = "vocabulary.txt"
_TYPES: Mapping[str, type[np.generic]] = {"I8": np.int8, "F32": np.float32}


class Weights:
    """The arrays of a model file by their names, as 32-bit numbers; read when they are asked for."""

    def __init__(self, folder: Path) -> None:
        """Opens the model in a folder. Raises `OSError` where there is none."""
        self._raw = (folder / MODEL).read_bytes()
        self._folder = folder
        length = int.from_bytes(self._raw[:8], "little")
        self._header = json.loads(self._raw[8 : 8 + length])
        self._begin = 8 + length

    @classmethod
    def shipped(cls) -> "Weights":
        """The model that comes with clarify."""
        return cls(Path(str(files(__package__))))

    @cached_property
    def vocabulary(self) -> list[str]:
        """The word pieces, in the order of the rows of `words`."""
        return (self._folder / VOCABULARY).read_text(encoding="utf-8").split("\n")

    @property
    def about(self) -> dict[str, str]:
        """What the file says of itself: the kinds of its heads, and how sure is sure."""
        told: dict[str, str] = self._header["__metadata__"]
        return told

    def stored(self, name: str) -> npt.NDArray[Any]:
        """An array as it lies in the file."""
        entry = self._header[name]
        start, end = entry["data_offsets"]
        raw = memoryview(self._raw)[self._begin + start : self._begin + end]
        return np.frombuffer(raw, dtype=_TYPES[entry["dtype"]]).reshape(entry["shape"])

    def __getitem__(self, name: str) -> Numbers:
        """An array that is stored as 32-bit numbers."""
        return self.stored(name).astype(np.float32)

    def scaled(self, name: str) -> tuple[Numbers, Numbers | None]:
        """A matrix as 32-bit numbers, and the scale by which each column is still to be multiplied, or None."""
        scale = self[f"{name}.scale"] if f"{name}.scale" in self._header else None
        return self[name], scale

    def table(self, name: str) -> Numbers:
        """A table of rows; where each row has a scale, multiplied with it."""
        numbers, scale = self.scaled(name)
        return numbers if scale is None else numbers * scale

    def rows(self, name: str, which: list[int]) -> Numbers:
        """Some rows of a table that is stored in small integers, with a scale for each row."""
        chosen: Numbers = self.stored(name)[which].astype(np.float32) * self.stored(f"{name}.scale")[which]
        return chosen
