"""Finds the prompts: the person's own first, then those that come with clarify."""

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
    """The question sets, messages and vague words that are in force."""

    def __init__(self, home: Path) -> None:
        """`home`: the folder whose `prompts/` holds the person's own."""
        self.own = home / "prompts"
        self._sets: dict[str, QuestionSet] = {}

    def questions(self, name: str) -> QuestionSet:
        """A question set; raises UsageError where there is none of that name, DamagedFile where it has a mistake."""
        if name not in self._sets:  # a listing asks for the same one at every brief
            names = self.question_names()
            self._sets[name] = self._read(f"questions/{name}.yaml", lambda node: read_question_set(name, node), names)
        return self._sets[name]

    def templates(self, kind: str = CONFIRMATION) -> Templates:
        """The wording of a kind of message; raises as `questions` does."""
        relative = f"messages/{kind}.yaml"
        shipped = prompts_folder() / relative
        if self.path(relative) == shipped or not shipped.is_file():
            return self._read(relative, read_templates, [CONFIRMATION])
        known = read_templates(_nodes(shipped))
        return self._read(relative, lambda node: read_templates(node, known), [CONFIRMATION])

    def wording(self) -> Wording:
        """The vague words and what calls for care; raises DamagedFile where the person's own table has a mistake."""
        own = self.own / "wording.yaml"
        return read_wording(_nodes(own)) if own.is_file() else shipped_wording()

    def question_names(self) -> list[str]:
        """The names of all question sets."""
        folders = (prompts_folder() / "questions", self.own / "questions")
        return sorted({path.stem for folder in folders if folder.is_dir() for path in folder.glob("*.yaml")})

    def path(self, relative: str) -> Path:
        """The file that is in force: the person's own where there is one."""
        own = self.own / relative
        return own if own.is_file() else prompts_folder() / relative

    def _read(self, relative: str, read: Callable[[Node], T], names: list[str]) -> T:
        kind, _, file = relative.partition("/")
        name = file.removesuffix(".yaml")
        path = self.path(relative)
        if name != Path(name).name or not path.is_file():
            raise UsageError(f"There are no {kind} named “{name}”.{nearest(name, names)}")
        return read(_nodes(path))


def _nodes(path: Path) -> Node:
    return load_nodes(read_text(path), str(path))


@lru_cache(maxsize=1)
def shipped_wording() -> Wording:
    """The table that comes with clarify, read once."""
    return read_wording(_nodes(prompts_folder() / "wording.yaml"))


def prompts_folder() -> Path:
    """Where the prompts that come with clarify lie: beside the code in a wheel, at the top of a checkout."""
    inside = Path(__file__).parents[2] / "prompts"
    return inside if inside.is_dir() else Path(__file__).parents[4] / "prompts"
