"""The deadline: which of the dates in a message is the one that is asked for."""

import re
from datetime import datetime

from clarify.deadline import Deadline, read_deadline
from clarify.handoff.findings import Due
from clarify.handoff.patterns import phrases
from clarify.handoff.sentences import Sentence, first
from clarify.handoff.urgency import URGENCY
from clarify.moments import Conventions

_ASKS_FOR_DATE = phrases(
    r"""by, before, until, till, no later than, deadline, due, at the latest, latest, eod, cob, within, for, ahead of,
    in time for, back to me, to me, end of (?:day|play|business|week|month), (?:need|want)(?:ed|s)?,
    (?:like|love)(?: to)?(?: see| have| get)? (?:it|this|them|these|that|those), (?:must|has to|have to) (?:be|go)"""
)
_OWN_DOING = phrases(
    r"""I'll, I will, we'll, we will, he'll, she'll, they'll, will be (?:out|back|closed|on vacation),
    (?:I have|I've|I've got) a hard stop, I'm (?:out|away|back|off|travelling|on), I am (?:out|away|back|off|on)"""
)
_EVENT = phrases(
    r"""(?:before|ahead of|prior to|in time for) (?:the|our|my|his|her|their|we|it|you|
    they) [^.,;!?\n]{2,60}"""
)
_LONG = frozenset(["month", "quarter", "half", "year"])
_ABOUT = ("for ", "from ", "in ", "during ")
_LONGEST_DATE = 60


class DeadlineReader:
    """`read_deadline` with the moment and the conventions of this reading, each text read once."""

    def __init__(self, now: datetime, conventions: Conventions) -> None:
        self._now = now
        self._conventions = conventions
        self._read: dict[str, Deadline | None] = {}

    def read(self, text: str) -> Deadline | None:
        """The deadline in a sentence or a part of one."""
        if text not in self._read:
            self._read[text] = read_deadline(text, self._now, self._conventions)
        return self._read[text]


def find_deadline(sentences: list[Sentence], reader: DeadlineReader) -> Due | None:
    """A date that is asked for (by …, due …), first where work is handed over; else one that stands beside a task.

    A date in the background is none, even if it is the only one. An event without a date counts where there is no date.
    """
    handing_over = [sentence for sentence in sentences if sentence.tasks]
    others = [sentence for sentence in sentences if not sentence.tasks and not _OWN_DOING.search(sentence.text)]
    beside = None
    for sentence in (*handing_over, *others):
        deadline = _read_due(sentence, reader)
        if deadline and _asks_for_date(sentence.text, deadline) and not _is_topic(sentence.text, reader):
            return deadline
        beside = beside or (deadline if sentence.tasks else None)
    if beside:
        return beside
    event = first(_EVENT, handing_over)
    return Due(event.text, event.start, event.end, None) if event else None


def _read_due(sentence: Sentence, reader: DeadlineReader) -> Due | None:
    """The date in a sentence that may ask for one; “when you have an hour” is pressure, not a date."""
    text = sentence.text
    if not (sentence.tasks or len(text) <= _LONGEST_DATE or _ASKS_FOR_DATE.search(text)):
        return None
    deadline = reader.read(text)
    if deadline is None or any(_overlap(match, deadline) for match in URGENCY.finditer(text)):
        return None
    span = sentence.span(deadline.start, deadline.end)
    return Due(span.text, span.start, span.end, deadline.due)


def _is_topic(text: str, reader: DeadlineReader) -> bool:
    """Whether the date is a month or more that the work may be about: “the ticket sales for March”."""
    deadline = reader.read(text)
    return deadline is not None and deadline.grain in _LONG and deadline.text.lower().startswith(_ABOUT)


def _overlap(match: re.Match[str], deadline: Deadline) -> bool:
    return match.start() < deadline.end and deadline.start < match.end()


def _asks_for_date(text: str, deadline: Due) -> bool:
    """Whether a sentence says when the work is wanted: in so many words, or by being little but the date."""
    return bool(_ASKS_FOR_DATE.search(text)) or 2 * len(deadline.text) >= len(text)
