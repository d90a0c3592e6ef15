"""A message, part by part, before it is written out in a format. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

CONFIRMATION = "confirmation"
KINDS = (CONFIRMATION,)


@dataclass(frozen=True)
class Point:
    """A numbered point that the leader may correct: the key of its answer, its words, and its briefs."""

    key: str
    text: str
    slugs: tuple[str, ...]

    def key_in(self, slug: str) -> str:
        """The key as a brief keeps it: `vision`, and for an answer that is of another brief `fix-the-deck:vision`."""
        return self.key if slug in self.slugs else f"{self.slugs[0]}:{self.key}"


class Shape(Enum):
    """The form of a block: one paragraph, lines with bullets, or lines with numbers."""

    PARAGRAPH = 0
    BULLETS = 1
    NUMBERS = 2


Block = tuple[Shape, Sequence[str]]
"""Lines that belong together, and their form."""


@dataclass(frozen=True)
class Message:
    """A message to send, part by part; `blocks` is its whole body in order."""

    kind: str
    subject: str
    opening: str
    understood: str
    tasks: tuple[str, ...]
    """Of several briefs, a line each that says what was understood of it."""
    points: tuple[Point, ...]
    closing: tuple[str, ...]
    signature: str
    needed: bool
    """False if nothing is open or assumed: then the leader need not answer."""
    shortened: tuple[str, ...] = ()
    """The keys (`ask` among them) whose words were too long for it and are cut with “…”."""
    left_out: int = 0
    """The number of points that found no room."""

    @property
    def blocks(self) -> list[Block]:
        """The body: opening, what was understood, the tasks, the points, closing, signature; without empty ones."""
        blocks: list[Block] = [
            (Shape.PARAGRAPH, [self.opening]),
            (Shape.PARAGRAPH, [self.understood]),
            (Shape.BULLETS, self.tasks),
            (Shape.NUMBERS, [point.text for point in self.points]),
            (Shape.PARAGRAPH, [" ".join(self.closing)]),
            (Shape.PARAGRAPH, [self.signature]),
        ]
        return [block for block in blocks if any(block[1])]

    @property
    def paragraphs(self) -> list[str]:
        """The body as plain text, a string for each block."""
        return ["\n".join(marked(shape, lines)) for shape, lines in self.blocks]

    @property
    def words(self) -> int:
        """The number of words in subject and body, as the mail program that counts the most would count them."""
        text = f"{self.subject} {' '.join(self.paragraphs)}"
        return max(len(text.split()), len(_WORD.findall(text)))


_WORD = re.compile(r"[^\W_]+(?:['’.:,/&-][^\W_]+)*")


def marked(shape: Shape, lines: Sequence[str]) -> list[str]:
    """The lines of a block with their marks: “- …”, “1. …”, or none."""
    if shape is Shape.BULLETS:
        return [f"- {line}" for line in lines]
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)] if shape is Shape.NUMBERS else list(lines)
