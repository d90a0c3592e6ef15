"""The wording of messages: sentences with placeholders that are filled in. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from clarify.text import one_line


@dataclass(frozen=True)
class Templates:
    """The wording of one kind of message: its sentences by name, and the sentences that fill a very short one."""

    sentences: Mapping[str, str]
    fillers: tuple[str, ...]

    def fill(self, name: str, **values: str) -> str:
        """The sentence of that name with its values, and one full stop at its end."""
        return tidy(Template(self.sentences[name]).safe_substitute(values))


def tidy(sentence: str) -> str:
    """`sentence` with one mark at each end, where a person's words brought their own: “Ready?” for “Ready?.”"""
    return re.sub(r"([.!?…])\.(?=\s|$)", r"\1", one_line(sentence))
