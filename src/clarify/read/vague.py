"""Finds vague words, each with its probe (a follow-up question), and words that call for care. Pure."""

import re
from dataclasses import dataclass, field
from functools import cached_property

MOMENTS = "moments"
BRIEFS = "briefs"
TASKS = "tasks"
Suggestions = str | tuple[str, ...]
"""`"moments"`, `"briefs"`, `"tasks"` (those that came together), or the suggestions themselves."""


@dataclass(frozen=True)
class Probe:
    """The one follow-up question that is asked about a vague answer."""

    ask: str
    """The question; it may hold `$word` and `$leader`."""
    suggest: Suggestions = ()
    into: str | None = None
    """The key of the answer that it completes; None if that is the vague answer itself."""
    hurry: bool = False
    """True if the word means that the work should begin at once."""


@dataclass(frozen=True)
class Vague:
    """A vague word, its place in the text, and its probe."""

    text: str
    start: int
    end: int
    probe: Probe


@dataclass(frozen=True)
class Row:
    """A row of the table: words, the topics in which they are vague (all, if empty), and their probe."""

    words: tuple[str, ...]
    topics: tuple[str, ...]
    probe: Probe

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern that finds the words as whole words, the longest first."""
        return _any_of(self.words)


@dataclass(frozen=True)
class Wording:
    """The table of vague words in use: the one that comes with clarify, or the person's own."""

    rows: tuple[Row, ...]
    care: dict[str, tuple[str, ...]] = field(default_factory=dict)
    no_answer: tuple[str, ...] = ()

    def is_no_answer(self, answer: str) -> bool:
        """True if the answer means “I don't know”, which leaves the question open."""
        return answer.strip(" .?!").lower() in self.no_answer

    def find_vague(self, text: str, topic: str | None = None) -> list[Vague]:
        """The vague words in `text` in their order, none inside another; with `topic=None`, those of all topics."""
        found = [
            Vague(match[0], match.start(), match.end(), row.probe)
            for row in self.rows
            if topic is None or not row.topics or topic in row.topics
            for match in row.pattern.finditer(text)
        ]
        found.sort(key=lambda vague: (vague.start, -vague.end))
        kept: list[Vague] = []
        for vague in found:
            if not kept or vague.start >= kept[-1].end:
                kept.append(vague)
        return kept

    def probe_for(self, answer: str, topic: str) -> Vague | None:
        """The first vague word of an answer; None if a number or a name makes the answer precise."""
        vague = self.find_vague(answer, topic)
        return vague[0] if vague and not _precise(answer) else None

    def calls_for_care(self, *texts: str) -> str | None:
        """The reason why silence is no consent here (`"money"`, `"clients"` …), or None if it is."""
        for reason, pattern in self._care_patterns:
            if any(pattern.search(text) for text in texts):
                return reason
        return None

    @cached_property
    def _care_patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(reason, _any_of(words)) for reason, words in self.care.items()]


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    # Not \b on both sides: a word of the table may begin or end with a sign, such as “$” or “etc.”. One look-behind for
    # all words: one for each makes the search eight times slower.
    lettered = "|".join(_ended(word) for word in longest_first if word[0].isalnum())
    signs = "|".join(_ended(word) for word in longest_first if not word[0].isalnum())
    return re.compile("|".join(filter(None, [lettered and rf"(?<!\w)(?:{lettered})", signs])), re.IGNORECASE)


def _ended(word: str) -> str:
    return re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "")


def _precise(answer: str) -> bool:
    """True if an answer holds a digit, a quotation, or a capital inside a sentence: a date, an amount or a name."""
    return bool(re.search(r"\d|[“\"«]\w", answer) or re.search(r"(?<=[a-z,] )[A-Z][\w&]+", answer))
