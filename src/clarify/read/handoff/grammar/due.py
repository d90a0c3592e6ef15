"""The deadline: the one of the times in a message by which the work is wanted."""

import re
from datetime import datetime

from clarify.moments import Conventions
from clarify.read.deadline import Deadline, read_deadline
from clarify.read.handoff.findings import Due
from clarify.read.handoff.grammar.clauses import clause_end
from clarify.read.handoff.grammar.events import EVENT, NEAR, NEXT_MEETING, PERIOD, WEEKDAY
from clarify.read.handoff.grammar.urgency import URGENCY
from clarify.read.mail.sentences import Sentence, beside_tasks
from clarify.read.patterns import phrases

_ASKS_FOR_DATE = phrases(
    r"""by, before, until, till, no later than, deadline, due, expires, closes, at the latest, latest, eod, cob,
    within, for, ahead of, in time for, back to me, to me, end of (?:day|play|business|week|month), (?:need|
    want)(?:ed|s)?, (?:like|love)(?: to)?(?: see| have| get)? (?:it|this|them|these|that|those), (?:must|has to|
    have to) (?:be|go), use (?:it|this|them|these)"""
)
_OWN_DOING = phrases(
    r"""I'll, I will, we'll, we will, he'll, she'll, they'll, will be (?:out|back|closed|on vacation), (?:I have|
    I've|I've got) a hard stop, I'm (?:out|away|back|off|travelling|on), I am (?:out|away|back|off|on|leaving|going),
    I(?:'m| will be|'ll be) (?:leaving|going)"""
)
_OBLIGES = phrases("need(?:s|ed)? to, want to, should, must, have to, has to, would like to, I'd like to, let's")
_PAST = phrases(
    "yesterday, was, were, went, had, met, did, called, told, said, spoke, got, just, already, sent, received"
)
_LONG = frozenset(["month", "quarter", "half", "year"])
_ABOUT = ("for ", "from ", "of ")
_IS_SUBJECT = re.compile(
    r"\s+(?:will|is|was|are|were|has|would|should|could|might|to)\b"
    r"(?!\s+(?:(?:the|our|a)\s+deadline|you\b|we\b|some(?:one|body)\b|any(?:one|body)\b))"
)
_THE_DAY = re.compile(f"the {WEEKDAY}", re.IGNORECASE)  # “the Friday list”
_NEW_DATE = re.compile(  # “move the party to Friday”
    r"\b(?:move|moved|shift|shifted|reschedule|rescheduled|postpone|postponed|push|pushed|bring|brought)\s"
    r"(?:(?!deadline)[^.;,]){1,60}\s(?:to|from)\s+$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:is|are|starts?|begins?|opens?|closes|meets?|leaves?|(?:set|scheduled|planned) for|goes (?:live|out))\s+$",
    re.IGNORECASE,
)
_ONLY_A_NUMBER = re.compile(r"[\d.\s]+")
_CLAUSE_IS_OVER = re.compile(r"\s*(?:$|[.,;!?)]|(?:could|can|would|please|pls)\b)")
_LONGEST_DATE = 60
_AROUND = 45


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


def find_deadline(sentences: list[Sentence], reader: DeadlineReader) -> Due | None:
    """The deadline of the sentences, or None. The first kind of time that is found wins, the surest first.

    A date that is asked for (by …, due …); a date beside a task; an event or a period beside a task; the next meeting;
    an event before which something has to happen; and where nothing else is said, what is on today or tomorrow.
    """
    handing_over = [sentence for sentence in sentences if sentence.tasks]
    others = [sentence for sentence in sentences if not sentence.tasks and not _OWN_DOING.search(sentence.text)]
    near = beside_tasks(others, sentences)
    dates = [(sentence, date) for sentence in (*handing_over, *others) if (date := _date(sentence, reader))]
    dates_near = [(sentence, date) for sentence in (*handing_over, *near) if (date := _date(sentence, reader))]
    return (
        next((_span(*date) for date in dates if _is_asked_for(*date) and not is_topic(*date)), None)
        or next((_span(*date) for date in dates_near if _is_little_else(*date)), None)
        or next((_span(*date) for date in dates if date[0].tasks and not is_topic(*date)), None)
        or _time(EVENT, handing_over)
        or _time(PERIOD, handing_over)
        or _time(NEXT_MEETING, sentences)
        or _time(EVENT, [sentence for sentence in others if _OBLIGES.search(sentence.text)])
        or next((_span(*date) for date in dates_near if _is_event(*date)), None)
        or _time(NEAR, [sentence for sentence in near if not _PAST.search(sentence.text)])
    )


def _date(sentence: Sentence, reader: DeadlineReader) -> Deadline | None:
    """The date in a sentence, or None if it is pressure (“when you have an hour”) or the topic of the sentence."""
    text = sentence.text
    if not (sentence.tasks or len(text) <= _LONGEST_DATE or _ASKS_FOR_DATE.search(text)):
        return None
    date = reader.read(text)
    pressure = date and next((match for match in URGENCY.finditer(text) if _overlap(match, date)), None)
    if pressure:
        date = reader.read(text[: pressure.start()])
    if date is None:
        return None
    is_none = (
        (_THE_DAY.fullmatch(date.text) and not _CLAUSE_IS_OVER.match(text, date.end))  # it names a thing
        or _NEW_DATE.search(text, 0, date.start)
        or _IS_SUBJECT.match(text, date.end)
        or _ONLY_A_NUMBER.fullmatch(date.text)
        or (_OWN_DOING.search(text, 0, date.start) and _stands_before_tasks(sentence, date))
    )
    return None if is_none else date


def _stands_before_tasks(sentence: Sentence, date: Deadline) -> bool:
    return bool(sentence.tasks) and sentence.start + date.end <= sentence.tasks[0].start


def _time(pattern: re.Pattern[str], sentences: list[Sentence]) -> Due | None:
    """The first time in the sentences that matches `pattern`, which finds no dates; or None."""
    for sentence in sentences:
        if match := pattern.search(sentence.text):
            span = sentence.span(match.start(), clause_end(sentence.text, match.start(), match.end()))
            return Due(span.text, span.start, span.end, None)
    return None


def _span(sentence: Sentence, date: Deadline) -> Due:
    """The words of the date; those of a dated event from “before” on: “before we meet on Friday”."""
    events = (match.start() for match in EVENT.finditer(sentence.text, 0, date.end + _AROUND))
    start = next((at for at in events if date.start - _AROUND < at < date.start), date.start)
    span = sentence.span(start, date.end)
    return Due(span.text, span.start, span.end, date.due)


def is_topic(sentence: Sentence, date: Deadline) -> bool:
    """True if the work may be about the date: “the ticket sales for March”, “for the year end review”."""
    words = date.text.lower()
    ends = "end" in words and _CLAUSE_IS_OVER.match(sentence.text, date.end)
    return date.grain in _LONG and words.startswith(_ABOUT) and not ends


def _overlap(match: re.Match[str], date: Deadline) -> bool:
    return match.start() < date.end and date.start < match.end()


def _is_asked_for(sentence: Sentence, date: Deadline) -> bool:
    """True if the words around a date say that the work is wanted then."""
    around = sentence.text[max(0, date.start - _AROUND) : date.end + _AROUND]
    return bool(_ASKS_FOR_DATE.search(around))


def _is_event(sentence: Sentence, date: Deadline) -> bool:
    """True if the date is the beginning of an event that may need the work: “the trial starts Monday”."""
    over = _CLAUSE_IS_OVER.match(sentence.text, date.end)
    return bool(over and _BEGINS.search(sentence.text, 0, date.start)) and not _PAST.search(sentence.text)


def _is_little_else(sentence: Sentence, date: Deadline) -> bool:
    """True if a sentence holds little more than the date: “Thursday noon.”"""
    return 2 * len(date.text) >= len(sentence.text)
