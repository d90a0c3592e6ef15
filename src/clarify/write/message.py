"""A message before it is written out in a format: what it says, part by part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

CONFIRMATION = "confirmation"
KINDS = (CONFIRMATION,)


@dataclass(frozen=True)
class Point:
    """A numbered point that the leader may correct: the key of its answer, its words, and the briefs that it is of."""

    key: str
    text: str
    slugs: tuple[str, ...]

    def key_in(self, slug: str) -> str:
        """The key as a brief keeps it: `vision`, and for an answer that is of another brief `fix-the-deck:vision`."""
        return self.key if slug in self.slugs else f"{self.slugs[0]}:{self.key}"


class Shape(Enum):
    """How the lines of a block stand: as one paragraph, with bullets, or with numbers."""

    PARAGRAPH = 0
    BULLETS = 1
    NUMBERS = 2


Block = tuple[Shape, Sequence[str]]
"""Lines that belong together, and how they stand."""


@dataclass(frozen=True)
class Message:
    """Something to send. `blocks` has all of its body in order; the fields tell what each part of it is."""

    kind: str
    subject: str
    opening: str
    understood: str
    tasks: tuple[str, ...]
    """Where the briefs are several, a line each: what was understood of it."""
    points: tuple[Point, ...]
    closing: tuple[str, ...]
    signature: str
    needed: bool
    """False where nothing is open or assumed: then the leader need not answer."""
    shortened: tuple[str, ...] = ()
    """The keys (`ask` among them) whose words were too long for it and are cut with “…”."""
    left_out: int = 0
    """How many points found no room."""

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
        """How many words the subject and the body have, counted as a reader's mail program would at most."""
        text = f"{self.subject} {' '.join(self.paragraphs)}"
        return max(len(text.split()), len(_WORD.findall(text)))


_WORD = re.compile(r"[^\W_]+(?:['’.:,/&-][^\W_]+)*")


def marked(shape: Shape, lines: Sequence[str]) -> list[str]:
    """The lines of a block with their marks: “- …”, “1. …”, or none."""
    if shape is Shape.BULLETS:
        return [f"- {line}" for line in lines]
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)] if shape is Shape.NUMBERS else list(lines)
