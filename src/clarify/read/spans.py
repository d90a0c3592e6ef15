"""A span: words of a text and their place in it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """Words of the hand-off and their place in it: `text == whole[start:end]`."""

    text: str
    start: int
    end: int

    def to_json(self) -> dict[str, object]:
        """The span as an object of `check --json`."""
        return {"text": self.text, "start": self.start, "end": self.end}
