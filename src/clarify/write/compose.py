"""Composes one message about one brief or several, which its reader can answer in a word. Pure.

What is the same in all of them is said, or asked, once; what is of one task stands behind its name. One brief is the
simple case. The reasons for the rules: replies come most often to messages of 50 to 125 words with one to three
questions (large-sample figures of e-mail services); a question with a proposed answer is easier to approve than an open
one (survey research); and silence may be taken for consent only where a wrong step is easy to take back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from clarify.ask.answers import DEADLINE
from clarify.ask.questions import Question
from clarify.ask.shared import Entry, entries_of
from clarify.brief import Answer, Brief, Standing
from clarify.moments import half_way, in_short, working_time
from clarify.text import cut_words, joined, one_line, shorten_distinctly
from clarify.write.message import CONFIRMATION, Message, Point
from clarify.write.sentences import Style, WordedBrief, own_words
from clarify.write.voice import said_back

MOST_WORDS = 125
FEWEST_WORDS = 50
_TIME_TO_OBJECT = timedelta(hours=4)
"""Working time that must remain before silence is taken for consent."""
_UNCUT = 200
"""Words of an answer, where nothing needs to be shortened."""
_LENGTHS, _LENGTHS_OF_SEVERAL, _SHORTEST = range(40, 4, -1), range(30, 11, -1), range(11, 4, -1)
"""Words that one answer may take, the most first: about one brief, about several, and where space is short."""
_NAME, _SHORT_NAME = 6, 4
"""Words that name a task in front of its point."""
_ASK_AT_LEAST, _ASKS_AT_LEAST, _EACH_AT_LEAST = 15, 24, 4
"""Words that are kept however long the answers are: of one ask; of several together, and of each of those."""
_FEWEST = 3
"""Points, and tasks, that are kept as long as there are others to leave out."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def compose(briefs: Sequence[Brief], style: Style, kind: str = CONFIRMATION) -> Message:
    """The message about the briefs of one leader: at most 125 words and three questions, the riskiest point first.

    Long answers are shortened before a point is left out.
    """
    briefs = said_back(briefs)
    composer = _Composer([WordedBrief(brief, briefs, style) for brief in briefs], style, kind)
    all_limits = list(_all_limits(len(briefs), composer.first.most_questions))
    names = sum(min(_EACH_AT_LEAST, len(brief.ask.split())) for brief in briefs)
    for limits in all_limits if names <= MOST_WORDS else all_limits[-1:]:  # the names of very many tasks fit in none
        message = composer.message(limits)
        if message.words <= MOST_WORDS:
            break
    return composer.with_fillers(composer.cut_to_fit(message))


class _Limits(NamedTuple):
    """The most that a message may hold."""

    questions: int
    """Points with a plan that are put as questions; the deadline, and points without a plan, always are."""
    answer_words: int
    name_words: int = _NAME
    """Words that name a task in front of its point."""
    details: int = 99
    """Sentences about a task beside its ask and its deadline."""
    ask_words: int = 0
    """Words of an ask, if that is less than usual."""
    joins_guesses: bool = True
    """True if the guesses at one question for several tasks stand in one point."""


def _all_limits(briefs: int, questions: int) -> Iterator[_Limits]:
    """All limits to be tried, from wide to narrow; the first that make the message short enough are used.

    Of several briefs, a question less (it is a plan then) is better than answers that say nothing.
    """
    yield _Limits(questions, _UNCUT, joins_guesses=False)
    if briefs == 1:
        yield from (_Limits(questions, length) for length in _LENGTHS)
        return
    yield from (_Limits(most, n) for most in range(questions, -1, -1) for n in (_UNCUT, *_LENGTHS_OF_SEVERAL))
    yield from (_Limits(0, length, _SHORT_NAME) for length in _SHORTEST)
    yield from (_Limits(0, _SHORTEST[-1], _SHORT_NAME, details) for details in (1, 0))
    yield _Limits(0, _SHORTEST[-1], _SHORT_NAME, 0, _EACH_AT_LEAST)


@dataclass(frozen=True, eq=False)
class _UnsettledPoint:
    """A point that the leader may correct, the briefs that it belongs to, and the question worded for so many."""

    key: str
    worded: Sequence[WordedBrief]
    question: Question
    of_all: bool

    @property
    def can_ask(self) -> bool:
        """True if it can be put as a question."""
        return self.worded[0].can_ask(self.question)

    @property
    def has_plan(self) -> bool:
        """True if the owner has a plan for the case that no answer comes."""
        return self.key != DEADLINE and bool(self.question.fallback or self.question.options)

    @property
    def is_guess(self) -> bool:
        """True if the message states it as a guess."""
        return self.worded[0].brief.answers[self.key].standing is Standing.ASSUMED and not self.can_ask

    @property
    def asking_order(self) -> tuple[bool, bool, int]:
        """To be sorted by: the deadline first, then what has no plan, then the riskiest."""
        return self.key != DEADLINE, bool(self.question.options or self.question.fallback), self.question.risk


@dataclass(frozen=True)
class _Composer:
    """Composes one message about all of its briefs."""

    worded: Sequence[WordedBrief]
    style: Style
    kind: str
    _asks_by_words: dict[int, list[str]] = field(default_factory=dict)

    @property
    def first(self) -> WordedBrief:
        """The brief that comes first in the order of work."""
        return self.worded[0]

    @property
    def _briefs(self) -> Sequence[Brief]:
        return self.first.all_briefs

    def message(self, limits: _Limits) -> Message:
        """The message within these limits."""
        needed, name = bool(self._unsettled), self.first.brief.first_name
        opening = "opening" if needed else "opening_clear"
        places = range(len(self.worded)) if len(self.worded) > 1 else ()
        return Message(
            kind=self.kind,
            subject=self._subject(needed),
            opening=self.style.templates.fill(opening if name else f"{opening}_unnamed", leader=name),
            understood=self._understood(limits.answer_words),
            tasks=tuple(self._task(place, limits) for place in places),
            points=tuple(self._points(self._asking(limits), limits)),
            closing=(self._closing(),) if needed else (),
            signature=self.style.signature,
            needed=needed,
            shortened=self._shortened(limits.answer_words),
        )

    def cut_to_fit(self, message: Message) -> Message:
        """The message, with fewer points, then fewer tasks, if it is too long however short its answers are."""
        asks, shown, fewest = message.tasks, len(message.tasks), _FEWEST
        while message.words > MOST_WORDS and fewest:
            if len(message.points) > fewest:
                message = replace(message, points=message.points[:-1], left_out=message.left_out + 1)
            elif shown > fewest:
                shown -= 1
                more = self.style.templates.fill("more_tasks", number=str(len(asks) - shown))
                message = replace(message, tasks=(*asks[:shown], more))
            else:
                fewest -= 1
        return message

    def with_fillers(self, message: Message) -> Message:
        """The message, with sentences added while something is to be answered and it has fewer than fifty words."""
        for filler in self.style.templates.fillers:
            if not message.needed or len(" ".join(message.paragraphs).split()) >= FEWEST_WORDS:
                break
            message = replace(message, closing=(*message.closing[:-1], filler, *message.closing[-1:]))
        return message

    # ---- points

    @cached_property
    def _entries(self) -> list[Entry]:
        entries = entries_of(self._briefs, self.style.questions)
        return [entry for entry in entries if entry.key in self._briefs[entry.places[0]].answers]

    @cached_property
    def _unsettled(self) -> list[_UnsettledPoint]:
        """The points that the leader may correct, the riskiest first; what is the same in some tasks is one point."""
        unsettled = [{question.key for question in worded.unsettled_questions()} for worded in self.worded]
        same: dict[tuple[str, Answer], list[int]] = {}
        for entry in self._entries:
            place = entry.places[0]
            if entry.key in unsettled[place]:
                same.setdefault((entry.key, self._briefs[place].answers[entry.key]), []).extend(entry.places)
        points = []
        for (key, _), places in same.items():
            question, briefs = self.style.questions.get(key), [self.worded[place] for place in places]
            question = question.worded_for_all if len(places) > 1 else question
            points.append(_UnsettledPoint(key, briefs, question, len(places) == len(self.worded)))
        return sorted(points, key=lambda point: point.question.risk)

    def _asking(self, limits: _Limits) -> list[_UnsettledPoint]:
        """The points that are put as questions: at most three, the most urgent first."""
        askable = sorted((point for point in self._unsettled if point.can_ask), key=lambda point: point.asking_order)
        askable = askable[: self.first.most_questions]
        planned = [point for point in askable if point.has_plan][: limits.questions]
        return [point for point in askable if not point.has_plan or point in planned]

    def _points(self, asking: Sequence[_UnsettledPoint], limits: _Limits) -> Iterator[Point]:
        guesses: dict[str, list[_UnsettledPoint]] = {}
        for point in self._unsettled if limits.joins_guesses else ():
            if point.is_guess and not point.of_all:
                guesses.setdefault(point.key, []).append(point)
        for point in self._unsettled:
            same = guesses.get(point.key, [])
            if point not in same or len(same) < 2:
                yield self._point(point, limits, point in asking)
            elif point is same[0]:
                yield self._guesses(same, limits)

    def _point(self, point: _UnsettledPoint, limits: _Limits, asked: bool) -> Point:
        text = point.worded[0].point_text(point.question, limits.answer_words, asked)
        if not point.of_all:
            names = self._names(point.worded, limits.name_words)
            ask = joined(names) if len(names) > 1 else names[0]
            text = self.style.templates.fill("of_task", ask=ask, item=text)
        return Point(point.key, text, tuple(worded.brief.slug for worded in point.worded))

    def _guesses(self, same: Sequence[_UnsettledPoint], limits: _Limits) -> Point:
        """The guesses at one question in one point: of all tasks in their order, of some with their names."""
        worded_briefs = sorted((worded for point in same for worded in point.worded), key=self.worded.index)
        key, label = same[0].key, same[0].question.label
        values = [worded.stated(key, limits.answer_words).rstrip(".") for worded in worded_briefs]
        in_order = len(worded_briefs) == len(self.worded)
        if not in_order:
            names = self._names(worded_briefs, _SHORT_NAME)
            values = [f"{value} ({name})" for value, name in zip(values, names, strict=True)]
        template = "assumed_in_order" if in_order else "assumed"
        text = self.style.templates.fill(template, label=label, value="; ".join(values))
        return Point(key, text, tuple(worded.brief.slug for worded in worded_briefs))

    # ---- what was understood

    def _understood(self, length: int) -> str:
        fill = self.style.templates.fill
        if len(self.worded) == 1:
            ask = fill("understood", ask=self.first.trimmed(self.first.brief.ask, max(length, _ASK_AT_LEAST)))
            return " ".join([ask, *self.first.statements([entry.key for entry in self._settled], length)])
        number = len(self.worded)
        words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        keys = [entry.key for entry in self._settled if len(entry.places) > 1]
        return " ".join([fill("understood_several", number=words), *self.first.statements(keys, length, of_all=True)])

    def _task(self, place: int, limits: _Limits) -> str:
        """A line that says what was understood of one of several tasks."""
        worded, fill = self.worded[place], self.style.templates.fill
        words = limits.ask_words or max(limits.answer_words, self._ask_words)
        ask = worded.trimmed(self._asks(words)[place], words + 1).rstrip(".")  # “…” counts as a word
        own = self._settled_alone.get(place, [])
        if DEADLINE in own and worded.brief.due:
            own = [key for key in own if key != DEADLINE]
            ask = fill("task_by", ask=ask, value=worded.stated(DEADLINE, limits.answer_words))
        keys = sorted(own, key=lambda key: self.style.questions.get(key).risk)[: limits.details]
        return " ".join([fill("of_task", ask=ask, item=""), *worded.statements(keys, limits.answer_words)]).strip()

    @cached_property
    def _settled(self) -> list[Entry]:
        unsettled = {(point.key, worded.brief.slug) for point in self._unsettled for worded in point.worded}
        return [entry for entry in self._entries if (entry.key, self._briefs[entry.places[0]].slug) not in unsettled]

    @cached_property
    def _settled_alone(self) -> dict[int, list[str]]:
        """The keys that were settled for one task alone, by the place of that task."""
        keys: dict[int, list[str]] = {}
        for entry in self._settled:
            if len(entry.places) == 1:
                keys.setdefault(entry.places[0], []).append(entry.key)
        return keys

    # ---- names of tasks

    def _names(self, worded_briefs: Sequence[WordedBrief], words: int) -> list[str]:
        """The names of tasks in few words each, to stand before a sentence."""
        names = self._asks(words)
        return [names[self.worded.index(worded)].replace("?", "").rstrip(" .!") for worded in worded_briefs]

    def _asks(self, words: int) -> list[str]:
        """The asks of all tasks in so many words each, no two alike if that can be."""
        if words not in self._asks_by_words:
            self._asks_by_words[words] = shorten_distinctly([one_line(brief.ask) for brief in self._briefs], words)
        return self._asks_by_words[words]

    @property
    def _ask_words(self) -> int:
        number = len(self.worded)
        return _ASK_AT_LEAST if number == 1 else max(_EACH_AT_LEAST, _ASKS_AT_LEAST // number)

    def _shortened(self, length: int) -> tuple[str, ...]:
        def is_cut(text: str, words: int) -> bool:
            return len(text.split()) > words or cut_words(text) != text

        long = ["ask"] if any(is_cut(brief.ask, max(length, self._ask_words)) for brief in self._briefs) else []
        answers = [pair for brief in self._briefs for pair in brief.answers.items()]
        return tuple(dict.fromkeys([*long, *(key for key, answer in answers if is_cut(answer.value, length))]))

    # ---- by when an answer is wanted

    def _subject(self, needed: bool) -> str:
        """The subject: the work, and by when an answer is wanted."""
        fill, several = self.style.templates.fill, len(self.worded) - 1
        whole = self.first.trimmed(self.first.brief.ask, 6 if several else 8)
        ask = whole.replace("?", "")  # they stand in the body
        if not ask.strip(" .!…"):
            ask = f"“{whole}”"  # an ask of nothing but marks would leave the subject empty
        if several:
            ask = fill("several", ask=ask, number=str(several)).rstrip(".")
        moment = self._by_when if needed else ""
        name = "subject" if moment else "subject_plain" if needed else "subject_clear"
        return fill(name, ask=ask, moment=moment).rstrip(".")

    def _closing(self) -> str:
        """The sentence that says until when the owner waits, and what happens then."""
        fill, now = self.style.templates.fill, self.style.now
        if self._needs_care:
            return fill("care")
        if self._due is None or self._due < now:
            return fill("short_of_time" if self.first.in_a_hurry else "no_deadline")
        return fill("silence", moment=self._by_when) if self._by_when else fill("short_of_time")

    @cached_property
    def _needs_care(self) -> bool:
        """True if silence must not be taken for consent. Looked for once: the hand-off may be long."""
        return bool(self.style.wording.calls_for_care(*{b.handoff for b in self._briefs}, *own_words(self._briefs)))

    @cached_property
    def _by_when(self) -> str:
        """`_reply_by` in words, or ""."""
        dated = next((worded for worded in self.worded if worded.brief.due == self._due), self.first)
        return dated.told(self._reply_by, in_short) if self._reply_by else ""

    @cached_property
    def _reply_by(self) -> datetime | None:
        """The moment half-way to the deadline in working hours; None if too few of them remain."""
        due, now, conventions = self._due, self.style.now, self.style.conventions
        if due is None or working_time(now, due, conventions) < _TIME_TO_OBJECT:
            return None
        return half_way(now, due, conventions)

    @cached_property
    def _due(self) -> datetime | None:
        """The deadline, of several briefs the earliest; None if there is none."""
        return min((brief.due for brief in self._briefs if brief.due), default=None)
