"""The prompts in force: the person's own first, then those that come with clarify."""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from clarify.ask.questions import QuestionSet
from clarify.errors import UsageError, nearest
from clarify.keep.files import read_text
from clarify.keep.prompts.messages import read_templates
from clarify.keep.prompts.question_sets import read_question_set
from clarify.keep.prompts.vague_words import read_wording
from clarify.keep.yaml.reading import Node, load_nodes
from clarify.read.vague import Wording
from clarify.write.message import CONFIRMATION
from clarify.write.templates import Templates

T = TypeVar("T")


class Catalog:
    """The question sets, messages and vague words in force."""

    def __init__(self, home: Path) -> None:
        """`home`: the folder whose `prompts/` holds the person's own."""
        self.own = home / "prompts"
        self._sets: dict[str, QuestionSet] = {}

    def questions(self, name: str) -> QuestionSet:
        """A question set; raises UsageError if there is none of that name, DamagedFile if it has a mistake."""
        if name not in self._sets:  # a listing asks for the same one at every brief
            self._sets[name] = self._read(
                "questions", name, lambda node: read_question_set(name, node), self.question_names
            )
        return self._sets[name]

    def templates(self, kind: str = CONFIRMATION) -> Templates:
        """The wording of a kind of message; raises as `questions` does."""
        shipped = prompts_folder() / f"messages/{kind}.yaml"
        is_own = shipped.is_file() and self.path(f"messages/{kind}.yaml") != shipped
        known = read_templates(_nodes(shipped)) if is_own else None
        return self._read("messages", kind, lambda node: read_templates(node, known), lambda: [CONFIRMATION])

    def wording(self) -> Wording:
        """The vague words, and those that call for care; raises DamagedFile if the person's own table has a mistake."""
        own = self.own / "wording.yaml"
        return read_wording(_nodes(own)) if own.is_file() else shipped_wording()

    def check_own(self) -> None:
        """Raises DamagedFile for a mistake in the person's own wording; what comes with clarify has none."""
        for relative, read in ((f"messages/{CONFIRMATION}.yaml", self.templates), ("wording.yaml", self.wording)):
            if (self.own / relative).is_file():
                read()

    def question_names(self) -> list[str]:
        """The names of all question sets."""
        folders = (prompts_folder() / "questions", self.own / "questions")
        return sorted({path.stem for folder in folders if folder.is_dir() for path in folder.glob("*.yaml")})

    def path(self, relative: str) -> Path:
        """The file in force: the person's own if there is one."""
        own = self.own / relative
        return own if own.is_file() else prompts_folder() / relative

    def _read(self, kind: str, name: str, read: Callable[[Node], T], names: Callable[[], list[str]]) -> T:
        path = self.path(f"{kind}/{name}.yaml")
        if name != Path(name).name or not path.is_file():
            own = self.own / kind / f"{name}.yaml"
            if name == Path(name).name and os.path.lexists(own):
                raise UsageError(f"{own} is no file that can be read. Mend it, or move it elsewhere.")
            # The names are listed, and compared, for a name that somebody typed: not at every file of a list.
            raise UsageError(f"There are no {kind} named “{name}”.{nearest(name, names())}")
        return read(_nodes(path))


def _nodes(path: Path) -> Node:
    return load_nodes(read_text(path), str(path))


@lru_cache(maxsize=1)
def shipped_wording() -> Wording:
    """The table of vague words that comes with clarify, read once."""
    return read_wording(_nodes(prompts_folder() / "wording.yaml"))


def prompts_folder() -> Path:
    """The folder of the prompts that come with clarify: beside the code in a wheel, at the top of a checkout."""
    inside = Path(__file__).parents[2] / "prompts"
    return inside if inside.is_dir() else Path(__file__).parents[4] / "prompts"
