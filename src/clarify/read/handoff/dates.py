"""The deadlines of a message: the spans that the model found, read as moments, and dates beside a task."""

from collections.abc import Sequence
from datetime import datetime

from clarify.moments import Conventions
from clarify.read.deadline import Deadline, read_deadline
from clarify.read.handoff.findings import Due, Finding
from clarify.read.mail.sentences import Sentence
from clarify.read.patterns import phrases
from clarify.read.spans import Span

_SAYS_BY_WHEN = phrases(
    r"by, before, until, till, (?:no|not) later than, within, due, eod, cob, at the latest, in time for"
)
"""Words before a date in the sentence of a task that leave little doubt, also where the model did not find it."""


class DeadlineReader:
    """`read_deadline` with the moment and the conventions of one reading; each text is read once."""

    def __init__(self, now: datetime, conventions: Conventions) -> None:
        self._now = now
        self._conventions = conventions
        self._read: dict[str, Deadline | None] = {}

    def read(self, text: str) -> Deadline | None:
        """The deadline in a sentence or a part of one, or None."""
        if text not in self._read:
            self._read[text] = read_deadline(text, self._now, self._conventions)
        return self._read[text]

    def moment(self, span: Span, sentence: Sentence | None) -> datetime | None:
        """The moment that the words of a deadline mean, by themselves or in their sentence; None for an event."""
        date = self.read(span.text)
        if date is None and sentence is not None:
            in_sentence = self.in_sentence(sentence)
            if in_sentence and in_sentence.start < span.end and span.start < in_sentence.end:
                return in_sentence.due
        return date.due if date else None

    def in_sentence(self, sentence: Sentence) -> Due | None:
        """The deadline that a sentence gives by its own words, as an unsure finding; or None."""
        date = self.read(sentence.text)
        if date is None:
            return None
        span = sentence.span(date.start, date.end)
        return Due(span.text, span.start, span.end, False, date.due)


def find_deadlines(
    found: Sequence[Finding], tasks: Sequence[Span], sentences: Sequence[Sentence], reader: DeadlineReader
) -> list[Due]:
    """The deadlines that were found, with their moments; else what says by when in the sentences of the tasks."""
    if found:
        return [
            Due(span.text, span.start, span.end, span.sure, reader.moment(span, sentence_of(span, sentences)))
            for span in found
        ]
    beside = [sentence for sentence in sentences if any(sentence.holds(task) for task in tasks)]
    return [due for s in beside if (due := reader.in_sentence(s)) and _SAYS_BY_WHEN.match(due.text)]


def sentence_of(span: Span, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence in which a span begins, or None."""
    return next((sentence for sentence in sentences if sentence.holds(span)), None)
