"""The values that the interview shows the person, and the choice that a typed letter picks. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from string import ascii_lowercase

from clarify.brief import Answer, Standing
from clarify.text import one_line, shorten_distinctly

BACK = "<"
"""Typed instead of an answer, it leads back to the question before."""


@dataclass(frozen=True)
class Choice:
    """A suggestion that is picked by its letter; the words of a moment carry its date."""

    text: str
    due: datetime | None = None


@dataclass(frozen=True)
class Prompt:
    """One thing to ask the person."""

    key: str
    ask: str
    why: str = ""
    number: int = 0
    """Its place among the questions; 0 for a follow-up, which is not counted."""
    total: int = 0
    choices: tuple[Choice, ...] = ()
    example: str = ""
    default: str = ""
    """The answer that Enter takes, in words; if empty, Enter leaves the question open."""
    prefill: str = ""
    """The same as one would type it: it stands on the line, to be changed there."""
    completions: tuple[str, ...] = ()
    said: bool = False
    """True if the hand-off answers it: then that answer is taken, without asking."""
    about: str = ""
    """The task that it is about, where it is not about all of them."""


@dataclass(frozen=True)
class Echo:
    """An answer as it was understood: its label, its words, and its standing in words. Without a label: a remark."""

    label: str
    text: str
    standing: str = ""
    unclear: bool = False
    """True if it gives no leader, or no date."""


def typed_at(prompt: Prompt, line: str) -> str:
    """What a person said with a line that began with `prefill`: nothing for the line as it stood, `?` for one emptied.

    A letter or `<` behind the words that stood there picks, or goes back, as on an empty line.
    """
    if not prompt.prefill or line == prompt.prefill:
        return "" if prompt.prefill else line
    added = line.removeprefix(prompt.prefill).strip() if line.startswith(prompt.prefill) else ""
    if added == BACK or (added and pick(prompt.choices, added)):
        return added
    return line if line.strip() else "?"


def priority_phrases(asks: Sequence[str]) -> list[str]:
    """For each task, the words that put it before the others: “Fix the deck” first."""
    return [f"“{name}” first" for name in shorten_distinctly([one_line(ask) for ask in asks], 6)]


def is_letter(text: str) -> bool:
    """True if a person meant to pick by letter: `b`, `b)`, `b?`, `b!`."""
    return bool(re.fullmatch(r"[a-zA-Z]\)?\s*[?!]?", text))


def pick(choices: Sequence[Choice], text: str) -> Answer | None:
    """The choice whose letter was typed: `b` and `b?` are the owner's guess, `b!` says that the leader said so."""
    number = ascii_lowercase.find(text[:1].lower()) if is_letter(text) else -1
    if not 0 <= number < len(choices):
        return None
    choice, standing = choices[number], Standing.SAID if text.endswith("!") else Standing.ASSUMED
    return Answer(choice.text, standing, due=choice.due, read_from=choice.text if choice.due else "")
