"""From briefs to one message that its reader can answer in a word.

What is the same in all of them is said, or asked, once; what is of one task stands behind its name. One brief is the
simple case. What the rules rest on: replies come most often to messages of 50 to 125 words with one to three questions
(large-sample figures of e-mail services); a question with a proposed answer is easier to approve than an open one
(survey research); and silence may be taken for consent only where a wrong step is easy to take back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from clarify.ask.answers import DEADLINE
from clarify.ask.questions import Question
from clarify.ask.shared import Entry, entries_of
from clarify.ask.tasks import joined
from clarify.brief import Answer, Brief, Standing
from clarify.moments import half_way, in_short, working_time
from clarify.text import one_line, shorten_distinctly
from clarify.write.message import CONFIRMATION, Message, Point
from clarify.write.sentences import OneBrief, Style, own_words
from clarify.write.voice import said_back

MOST_WORDS = 125
FEWEST_WORDS = 50
_TIME_TO_OBJECT = timedelta(hours=4)
"""Working time that must remain before silence is taken for consent."""
_UNCUT = 200
"""Words of an answer, where nothing needs to be shortened."""
_LENGTHS, _LENGTHS_OF_SEVERAL, _SHORTEST = range(40, 4, -1), range(30, 11, -1), range(11, 4, -1)
"""Words that one answer may take, the most first: about one brief, about several, and where there is little room."""
_NAME, _SHORT_NAME = 6, 4
"""Words that name a task in front of its point."""
_ASK_AT_LEAST, _ASKS_AT_LEAST, _EACH_AT_LEAST = 15, 24, 4
"""Words that are kept however long the answers are: of one ask; of several together, and of each of those."""
_FEWEST = 3
"""Points, and tasks, that are kept before more of the others go."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def compose(briefs: Sequence[Brief], style: Style, kind: str = CONFIRMATION) -> Message:
    """The message about the briefs of one leader: at most 125 words and three questions, the riskiest point first.

    Long answers are shortened before a point is left out.
    """
    briefs = said_back(briefs)
    letter = _Letter([OneBrief(brief, briefs, style) for brief in briefs], style)
    rooms = list(_rooms(len(briefs), letter.first.most_questions))
    names = sum(min(_EACH_AT_LEAST, len(brief.ask.split())) for brief in briefs)
    for room in rooms if names <= MOST_WORDS else rooms[-1:]:  # the names of very many tasks fit in none
        message = replace(letter.message(room), kind=kind)
        if message.words <= MOST_WORDS:
            break
    else:
        message = letter.fitted(message)
    return letter.filled(message)


class _Room(NamedTuple):
    """How much a message may hold."""

    questions: int
    """How many points that have a plan are put as questions; the deadline, and what has none, always are."""
    length: int
    """Words of an answer."""
    name: int = _NAME
    """Words that name a task."""
    details: int = 99
    """What is said of a task beside its ask and its deadline."""
    ask: int = 0
    """Words of an ask, if that is less than usual."""
    in_one: bool = True
    """True if the guesses at one question for several tasks stand in one point."""


def _rooms(briefs: int, questions: int) -> Iterator[_Room]:
    """From much room to little; the first that makes the message short enough is used.

    Of several briefs, a question less (it is a plan then) is better than answers that say nothing.
    """
    yield _Room(questions, _UNCUT, in_one=False)
    if briefs == 1:
        yield from (_Room(questions, length) for length in _LENGTHS)
        return
    yield from (_Room(most, n) for most in range(questions, -1, -1) for n in (_UNCUT, *_LENGTHS_OF_SEVERAL))
    yield from (_Room(0, length, _SHORT_NAME) for length in _SHORTEST)
    yield from (_Room(0, _SHORTEST[-1], _SHORT_NAME, details) for details in (1, 0))
    yield _Room(0, _SHORTEST[-1], _SHORT_NAME, 0, _EACH_AT_LEAST)


@dataclass(frozen=True, eq=False)
class _Loose:
    """An unsettled point, the briefs that it belongs to, and the question in its wording for so many."""

    key: str
    ones: Sequence[OneBrief]
    question: Question
    of_all: bool

    @property
    def can_ask(self) -> bool:
        """True if it can be put as a question."""
        return self.ones[0].can_ask(self.question)

    @property
    def has_plan(self) -> bool:
        """True if there is something that the owner would do without an answer."""
        return self.key != DEADLINE and bool(self.question.fallback or self.question.options)

    @property
    def is_guess(self) -> bool:
        """True if it is a guess that stands as such."""
        return self.ones[0].brief.answers[self.key].standing is Standing.ASSUMED and not self.can_ask

    @property
    def urgency_of_asking(self) -> tuple[bool, bool, int]:
        """To be sorted by: the deadline first, then what has no plan, then the riskiest."""
        return self.key != DEADLINE, bool(self.question.options or self.question.fallback), self.question.risk


@dataclass(frozen=True)
class _Letter:
    """What goes into one message."""

    ones: Sequence[OneBrief]
    style: Style

    @property
    def first(self) -> OneBrief:
        """The brief that comes first in the order of work."""
        return self.ones[0]

    @property
    def _briefs(self) -> Sequence[Brief]:
        return self.first.all_briefs

    def message(self, room: _Room) -> Message:
        """The message, where it may hold so much."""
        needed = bool(self._loose)
        name = self.first.brief.first_name
        opening = "opening" if needed else "opening_clear"
        several = len(self.ones) > 1
        return Message(
            kind=CONFIRMATION,
            subject=self._subject(needed),
            opening=self.style.templates.fill(opening if name else f"{opening}_unnamed", leader=name),
            understood=self._understood(room.length),
            tasks=tuple(self._task(place, room) for place in range(len(self.ones))) if several else (),
            points=tuple(self._points(self._asking(room), room)),
            closing=tuple(filter(None, [self._closing(needed)])),
            signature=self.style.signature,
            needed=needed,
            shortened=self._shortened(room.length),
        )

    def fitted(self, message: Message) -> Message:
        """A message that is too long however short its answers are: fewer points, then fewer tasks."""
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

    def filled(self, message: Message) -> Message:
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
    def _loose(self) -> list[_Loose]:
        """What the leader may correct, the riskiest first; what is the same of some tasks is one point."""
        unsettled = [{question.key for question in one.unsettled()} for one in self.ones]
        same: dict[tuple[str, Answer], list[int]] = {}
        for entry in self._entries:
            place = entry.places[0]
            if entry.key in unsettled[place]:
                same.setdefault((entry.key, self._briefs[place].answers[entry.key]), []).extend(entry.places)
        loose = []
        for (key, _), places in same.items():
            question = self.style.questions.get(key)
            worded = question.worded_for_all if len(places) > 1 else question
            loose.append(_Loose(key, [self.ones[place] for place in places], worded, len(places) == len(self.ones)))
        return sorted(loose, key=lambda one: one.question.risk)

    def _asking(self, room: _Room) -> list[_Loose]:
        """What is put as a question: at most three points, the most urgent first."""
        askable = sorted((one for one in self._loose if one.can_ask), key=lambda one: one.urgency_of_asking)
        askable = askable[: self.first.most_questions]
        planned = [one for one in askable if one.has_plan][: room.questions]
        return [one for one in askable if not one.has_plan or one in planned]

    def _points(self, asking: Sequence[_Loose], room: _Room) -> Iterator[Point]:
        guesses: dict[str, list[_Loose]] = {}
        for one in self._loose if room.in_one else ():
            if one.is_guess and not one.of_all:
                guesses.setdefault(one.key, []).append(one)
        for one in self._loose:
            same = guesses.get(one.key, [])
            if one not in same or len(same) < 2:
                yield self._point(one, room, one in asking)
            elif one is same[0]:
                yield self._guesses(same, room)

    def _point(self, loose: _Loose, room: _Room, asked: bool) -> Point:
        text = loose.ones[0].point(loose.question, room.length, asked)
        if not loose.of_all:
            names = self._names(loose.ones, room.name)
            ask = joined(names) if len(names) > 1 else names[0]
            text = self.style.templates.fill("of_task", ask=ask, item=text)
        return Point(loose.key, text, tuple(one.brief.slug for one in loose.ones))

    def _guesses(self, same: Sequence[_Loose], room: _Room) -> Point:
        """The guesses at one question in one point: of all tasks in their order, of some with their names."""
        ones = sorted((one for loose in same for one in loose.ones), key=self.ones.index)
        key, label = same[0].key, same[0].question.label
        values = [one.stated(key, room.length).rstrip(".") for one in ones]
        if len(ones) == len(self.ones):
            text = self.style.templates.fill("assumed_in_order", label=label, value="; ".join(values))
        else:
            names = self._names(ones, _SHORT_NAME)
            named = [f"{value} ({name})" for value, name in zip(values, names, strict=True)]
            text = self.style.templates.fill("assumed", label=label, value="; ".join(named))
        return Point(key, text, tuple(one.brief.slug for one in ones))

    # ---- what was understood

    def _understood(self, length: int) -> str:
        fill = self.style.templates.fill
        if len(self.ones) == 1:
            ask = fill("understood", ask=self.first.value(self.first.brief.ask, max(length, _ASK_AT_LEAST)))
            return " ".join([ask, *self.first.settled([entry.key for entry in self._settled], length)])
        number = len(self.ones)
        words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        keys = [entry.key for entry in self._settled if len(entry.places) > 1]
        return " ".join([fill("understood_several", number=words), *self.first.settled(keys, length, of_all=True)])

    def _task(self, place: int, room: _Room) -> str:
        """What was understood of one of several tasks, in a line."""
        one, fill = self.ones[place], self.style.templates.fill
        words = room.ask or max(room.length, self._ask_words)
        ask = one.value(self._asks(words)[place], words + 1).rstrip(".")  # “…” counts as a word
        own = self._settled_alone.get(place, [])
        if DEADLINE in own and one.brief.due:
            own = [key for key in own if key != DEADLINE]
            ask = fill("task_by", ask=ask, value=one.stated(DEADLINE, room.length))
        keys = sorted(own, key=lambda key: self.style.questions.get(key).risk)[: room.details]
        return " ".join([fill("of_task", ask=ask, item=""), *one.settled(keys, room.length)]).strip()

    @cached_property
    def _settled(self) -> list[Entry]:
        loose = {(one.key, each.brief.slug) for one in self._loose for each in one.ones}
        slugs = [brief.slug for brief in self._briefs]
        return [entry for entry in self._entries if (entry.key, slugs[entry.places[0]]) not in loose]

    @cached_property
    def _settled_alone(self) -> dict[int, list[str]]:
        """By the place of a task: the keys that were settled for that task alone."""
        keys: dict[int, list[str]] = {}
        for entry in self._settled:
            if len(entry.places) == 1:
                keys.setdefault(entry.places[0], []).append(entry.key)
        return keys

    # ---- names of tasks

    def _names(self, ones: Sequence[OneBrief], words: int) -> list[str]:
        """Tasks in few words each, to stand before a sentence."""
        names = self._asks(words)
        return [names[self.ones.index(one)].replace("?", "").rstrip(" .!") for one in ones]

    def _asks(self, words: int) -> list[str]:
        """All tasks in so many words each, told apart from each other."""
        if words not in self._asks_known:
            self._asks_known[words] = shorten_distinctly([one_line(brief.ask) for brief in self._briefs], words)
        return self._asks_known[words]

    @cached_property
    def _asks_known(self) -> dict[int, list[str]]:
        return {}

    @property
    def _ask_words(self) -> int:
        number = len(self.ones)
        return _ASK_AT_LEAST if number == 1 else max(_EACH_AT_LEAST, _ASKS_AT_LEAST // number)

    def _shortened(self, length: int) -> tuple[str, ...]:
        long = ["ask"] if any(len(b.ask.split()) > max(length, self._ask_words) for b in self._briefs) else []
        answers = [pair for brief in self._briefs for pair in brief.answers.items()]
        return tuple(dict.fromkeys([*long, *(key for key, answer in answers if len(answer.value.split()) > length)]))

    # ---- by when an answer is wanted

    def _subject(self, needed: bool) -> str:
        """What it is about, and by when an answer is wanted."""
        fill, several = self.style.templates.fill, len(self.ones) - 1
        ask = self.first.value(self.first.brief.ask, 6 if several else 8)
        ask = ask.replace("?", "")  # its question marks stand in the body
        if several:
            ask = fill("several", ask=ask, number=str(several)).rstrip(".")
        if not needed:
            return fill("subject_clear", ask=ask).rstrip(".")
        by = self._reply_by
        if by is None:
            return fill("subject_plain", ask=ask).rstrip(".")
        return fill("subject", ask=ask, moment=in_short(by, self.style.now)).rstrip(".")

    def _closing(self, needed: bool) -> str:
        """Until when the owner waits, and what happens then."""
        fill, now = self.style.templates.fill, self.style.now
        if not needed:
            return ""
        if self._care:
            return fill("care")
        if self._due is None or self._due < now:
            return fill("short_of_time" if self.first.hurry else "no_deadline")
        if self._reply_by is None:
            return fill("short_of_time")
        return fill("silence", moment=in_short(self._reply_by, now))

    @cached_property
    def _care(self) -> bool:
        """True if silence must not be taken for consent. Found out once: the hand-off may be long."""
        handoffs = {brief.handoff for brief in self._briefs}
        return bool(self.style.wording.calls_for_care(*handoffs, *own_words(self._briefs)))

    @cached_property
    def _reply_by(self) -> datetime | None:
        """Half-way to the deadline in working hours, where enough of them remain."""
        due, now, conventions = self._due, self.style.now, self.style.conventions
        if due is None or working_time(now, due, conventions) < _TIME_TO_OBJECT:
            return None
        return half_way(now, due, conventions)

    @cached_property
    def _due(self) -> datetime | None:
        """The deadline; of several briefs the earliest."""
        return min((brief.due for brief in self._briefs if brief.due), default=None)
