"""The deadlines of a message: the spans that the model found, read as moments, and dates beside a task."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from clarify.moments import Conventions
from clarify.read.deadline import Deadline, read_deadline
from clarify.read.handoff.corrections import NONE, Corrections, plain
from clarify.read.handoff.findings import Due, Finding
from clarify.read.mail.sentences import Sentence
from clarify.read.patterns import phrases
from clarify.read.spans import Span

_SAYS_BY_WHEN = phrases(
    r"by, before, until, till, (?:no|not) later than, within, due, eod, cob, at the latest, in time for"
)
"""Words before a date in the sentence of a task that leave little doubt, also where the model did not find it."""


_SORRY = r"(?:(?:sorry|oops|no|nope|wait|actually|or rather|my mistake|my bad)\b[\s,:!.…–—-]{0,4}){1,2}"
_INSTEAD = (
    r"(?:make (?:that|it)|i mean|i meant|correction|scratch that|change of plans?|time change|moved to|pushed to"
    r"|on second thoughts?)\b"
)
_CORRECTS = re.compile(rf"\W{{0,3}}(?:{_SORRY}|(?:{_SORRY})?{_INSTEAD})", re.IGNORECASE)
_SURELY_CORRECTS = re.compile(rf"\W{{0,3}}(?:{_SORRY})?{_INSTEAD}", re.IGNORECASE)
_LONGEST_CORRECTION = 90
"""Longer sentences say something else too."""


class DeadlineReader:
    """`read_deadline` with the moment and the conventions of one reading; each text is read once."""

    def __init__(self, now: datetime, conventions: Conventions, corrections: Corrections = NONE) -> None:
        self._corrections = corrections
        self._now = now
        self._conventions = conventions
        self._read: dict[str, Deadline | None] = {}

    def read(self, text: str) -> Deadline | None:
        """The deadline in a sentence or a part of one, or None."""
        if text not in self._read:
            self._read[text] = read_deadline(text, self._now, self._conventions)
        return self._read[text]

    def due_of(self, span: Finding, sentence: Sentence | None) -> Due:
        """The words of a deadline with their moment, by themselves or with the words beside them; None for an event.

        Not sure where words of time beside them could not be read with them.
        """
        date = self.read(span.text)
        around = self.in_sentence(sentence) if sentence else None
        if sentence and around and around.start < span.end and span.start < around.end:
            longer = around.start <= span.start and span.end <= around.end
            if date is None or (around.start <= span.start + date.start and span.start + date.end <= around.end):
                date, span = self.read(sentence.text), replace(around, sure=span.sure) if longer else span
        unread = date is not None and bool(date.unread)
        return Due(span.text, span.start, span.end, span.sure and not unread, date.due if date else None)

    def in_sentence(self, sentence: Sentence) -> Due | None:
        """The deadline that a sentence gives by its own words, as an unsure finding; or None."""
        put_right = (plain(sentence.text), "deadline") in self._corrections
        date = None if put_right else self.read(sentence.text)
        if date is None:
            return None
        span = sentence.span(date.start, date.end)
        return Due(span.text, span.start, span.end, False, date.due)

    def correction(self, due: Due, sentence: Sentence) -> Due | None:
        """The deadline as a later sentence corrects it: “Sorry, make that Monday”, “4pm, I mean”; or None."""
        if not _CORRECTS.match(sentence.text) or len(sentence.text) > _LONGEST_CORRECTION:
            return None
        both = f"{due.text}, {sentence.text}"
        moved = len(both) - len(sentence.text)
        date = self.read(both)
        if date is None or date.end <= moved:
            alone = self.read(sentence.text) if _SURELY_CORRECTS.match(sentence.text) else None
            date, moved = alone, 0
        if date is None:
            return None
        span = sentence.span(max(0, date.start - moved), date.end - moved)
        return Due(span.text, span.start, span.end, due.sure and not date.unread, date.due)


def find_deadlines(
    found: Sequence[Finding], tasks: Sequence[Span], sentences: Sequence[Sentence], reader: DeadlineReader
) -> list[Due]:
    """The deadlines that were found, with their moments; else what says by when in the sentences of the tasks."""
    if found:
        return [reader.due_of(span, sentence_of(span, sentences)) for span in found]
    beside = [sentence for sentence in sentences if any(sentence.holds(task) for task in tasks)]
    return [due for s in beside if (due := reader.in_sentence(s)) and _SAYS_BY_WHEN.match(due.text)]


def corrected(
    deadlines: Sequence[Due], sentences: Sequence[Sentence], reader: DeadlineReader
) -> tuple[list[Due], list[Sentence]]:
    """The deadlines, each as the sentences right behind its own correct it; and the sentences that only do that."""
    kept, correcting = list(deadlines), []
    for at, sentence in enumerate(sentences):
        before = [due for due in kept if any(near.holds(due) for near in sentences[max(0, at - _NEAR) : at])]
        new = reader.correction(before[-1], sentence) if before else None
        if new:
            kept = [new if due is before[-1] else due for due in kept if due is before[-1] or not sentence.holds(due)]
            correcting.append(sentence)
    return kept, correcting


_NEAR = 3
"""The number of sentences after which nobody would take it for a correction."""


def sentence_of(span: Span, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence in which a span begins, or None."""
    return next((sentence for sentence in sentences if sentence.holds(span)), None)
