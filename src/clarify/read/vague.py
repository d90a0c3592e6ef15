"""Vague words and the probe that each deserves; words that call for care."""

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
    """The one follow-up question that a vague answer earns."""

    ask: str
    """May hold `$word` and `$leader`."""
    suggest: Suggestions = ()
    into: str | None = None
    """The key of the answer that the follow-up belongs to; None: the answer that was vague."""
    hurry: bool = False
    """Whether the word means that it should be begun at once."""


@dataclass(frozen=True)
class Vague:
    """A vague word in a text, where it stands, and its probe."""

    text: str
    start: int
    end: int
    probe: Probe


@dataclass(frozen=True)
class Row:
    """One row of the table: words, the topics in which they are vague (empty: all), the probe."""

    words: tuple[str, ...]
    topics: tuple[str, ...]
    probe: Probe

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words as whole words, the longest first."""
        return _any_of(self.words)


@dataclass(frozen=True)
class Wording:
    """The table as it is used: shipped, or the person's own."""

    rows: tuple[Row, ...]
    care: dict[str, tuple[str, ...]] = field(default_factory=dict)
    no_answer: tuple[str, ...] = ()

    def is_no_answer(self, answer: str) -> bool:
        """Whether a person said in words that they don't know, which leaves the question open."""
        return answer.strip(" .?!").lower() in self.no_answer

    def find_vague(self, text: str, topic: str | None = None) -> list[Vague]:
        """Every vague word of `text` in the order of the text, none inside another; `topic=None`: of all topics."""
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
        """The probe that this answer earns; None where it also holds a number or a name, which make it precise."""
        vague = self.find_vague(answer, topic)
        return vague[0] if vague and not _precise(answer) else None

    def calls_for_care(self, *texts: str) -> str | None:
        """Why silence must not be taken for consent here (`"money"`, `"clients"` …); None where it may."""
        for reason, pattern in self._care_patterns:
            if any(pattern.search(text) for text in texts):
                return reason
        return None

    @cached_property
    def _care_patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(reason, _any_of(words)) for reason, words in self.care.items()]


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(_whole(word) for word in longest_first), re.IGNORECASE)


def _whole(word: str) -> str:
    # Not \b on both sides: a word of the table may begin or end with a sign, such as “$” or “etc.”.
    before = r"(?<!\w)" if word[0].isalnum() else ""
    after = r"(?!\w)" if word[-1].isalnum() else ""
    return before + re.escape(word) + after


def _precise(answer: str) -> bool:
    """Whether an answer holds a digit, something in quotes, or a capital inside a sentence: a date, amount or name."""
    return bool(re.search(r"\d|[“\"«]\w", answer) or re.search(r"(?<=[a-z,] )[A-Z][\w&]+", answer))
