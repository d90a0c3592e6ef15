"""One message about several briefs that one hand-off gave. Pure.

What is the same in all of them is said, or asked, once; what is of one task stands behind its name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from clarify.ask.answers import DEADLINE
from clarify.ask.interview import Point, joined, points_of
from clarify.ask.questions import Question, QuestionSet
from clarify.brief import Answer, Brief, Standing
from clarify.moments import Conventions
from clarify.read.vague import Wording
from clarify.text import one_line, told_apart
from clarify.write.messages import (
    CONFIRMATION,
    MOST_WORDS,
    Draft,
    Item,
    Message,
    urgency_of_asking,
    without_last_item,
)
from clarify.write.templates import Templates
from clarify.write.voice import said_back

_LENGTHS = (200, *range(30, 11, -1))
"""Words that one answer may take, and where there is little room:"""
_SHORTEST = range(11, 4, -1)
_NAME, _SHORT_NAME = 6, 4
"""Words that name a task in front of its point."""
_ALL_TASKS = 24
"""Words of the asks that are kept together however long the answers are, and of each at least so many:"""
_ONE_TASK = 4
_FEWEST = 3
"""Points, and tasks, that are kept before more of the others go."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def compose_together(
    briefs: Sequence[Brief],
    *,
    questions: QuestionSet,
    templates: Templates,
    wording: Wording,
    now: datetime,
    conventions: Conventions,
    signature: str = "",
) -> Message:
    """The message for several briefs of one leader: it keeps to the same limits as one for a single brief."""
    briefs = said_back(briefs)
    drafts = [Draft(brief, questions, templates, wording, now, conventions, briefs) for brief in briefs]
    joint = _Joint(drafts, questions, templates)
    for room in _rooms(drafts[0].most_questions):
        message = replace(joint.message(room), signature=signature)
        if message.words <= MOST_WORDS:
            break
    else:
        message = joint.fitted(message)
    return drafts[0].filled(message)


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
    """Whether the guesses at one question for several tasks stand in one point."""


def _rooms(questions: int) -> Iterator[_Room]:
    """From much to little; the first that makes the message short enough is used.

    A question less (it is a plan then) is better than answers that say nothing.
    """
    yield _Room(questions, _LENGTHS[0], in_one=False)
    yield from (_Room(most, length) for most in range(questions, -1, -1) for length in _LENGTHS)
    yield from (_Room(0, length, _SHORT_NAME) for length in _SHORTEST)
    yield from (_Room(0, _SHORTEST[-1], _SHORT_NAME, details) for details in (1, 0))
    yield _Room(0, _SHORTEST[-1], _SHORT_NAME, 0, _ONE_TASK)


@dataclass(frozen=True)
class _Loose:
    """A point that is not settled, the drafts whose it is, and how it is worded."""

    key: str
    drafts: Sequence[Draft]
    question: Question
    of_all: bool

    @property
    def can_ask(self) -> bool:
        """Whether it can be put as a question."""
        return self.drafts[0].can_ask(self.question)

    @property
    def has_plan(self) -> bool:
        """Whether there is something that the owner would do without an answer."""
        return self.key != DEADLINE and bool(self.question.fallback or self.question.options)

    @property
    def is_guess(self) -> bool:
        """Whether it is a guess that stands as such."""
        return self.drafts[0].brief.answers[self.key].standing is Standing.ASSUMED and not self.can_ask


@dataclass(frozen=True)
class _Joint:
    """What goes into one message about several briefs."""

    drafts: Sequence[Draft]
    questions: QuestionSet
    templates: Templates

    def message(self, room: _Room) -> Message:
        """The message, where it may hold so much."""
        loose = self._loose
        asking = self._asking(room)
        first, needed = self.drafts[0], bool(loose)
        name = first.brief.first_name
        opening = "opening" if needed else "opening_clear"
        return Message(
            kind=CONFIRMATION,
            subject=first.subject(needed),
            opening=self.templates.fill(opening if name else f"{opening}_unnamed", leader=name),
            understood=self._understood(room.length),
            tasks=tuple(self._task(place, room) for place in range(len(self.drafts))),
            items=tuple(self._items(loose, asking, room)),
            closing=tuple(filter(None, [first.closing(needed)])),
            needed=needed,
            shortened=self._shortened(room.length),
        )

    def fitted(self, message: Message) -> Message:
        """A message that is too long however short its answers are: fewer points, then fewer tasks."""
        asks, shown, fewest = message.tasks, len(message.tasks), _FEWEST
        while message.words > MOST_WORDS and fewest:
            if len(message.items) > fewest:
                message = without_last_item(message)
            elif shown > fewest:
                shown -= 1
                more = self.templates.fill("more_tasks", number=str(len(asks) - shown))
                message = replace(message, tasks=(*asks[:shown], more))
            else:
                fewest -= 1
        return message

    # ---- its parts

    @cached_property
    def _points(self) -> list[Point]:
        briefs = [draft.brief for draft in self.drafts]
        return [point for point in points_of(briefs, self.questions) if point.key in briefs[point.places[0]].answers]

    @cached_property
    def _loose(self) -> list[_Loose]:
        """What the leader may correct, the riskiest first; what is the same of some tasks is one point."""
        same: dict[tuple[str, Answer], list[int]] = {}
        for point in self._points:
            draft = self.drafts[point.places[0]]
            if point.key in (unsettled.key for unsettled in draft.unsettled()):
                same.setdefault((point.key, draft.brief.answers[point.key]), []).extend(point.places)
        loose = []
        for (key, _), places in same.items():
            question = self.questions.get(key)
            worded = question.worded_for_all if len(places) > 1 else question
            drafts = [self.drafts[place] for place in places]
            loose.append(_Loose(key, drafts, worded, len(places) == len(self.drafts)))
        return sorted(loose, key=lambda one: one.question.risk)

    def _asking(self, room: _Room) -> list[_Loose]:
        """What is put as a question: at most three points, the most urgent first."""
        askable = sorted((one for one in self._loose if one.can_ask), key=_urgency)[: self.drafts[0].most_questions]
        planned = [one for one in askable if one.has_plan][: room.questions]
        return [one for one in askable if not one.has_plan or one in planned]

    def _items(self, loose: Sequence[_Loose], asking: Sequence[_Loose], room: _Room) -> Iterator[Item]:
        guesses: dict[str, list[_Loose]] = {}
        for one in loose if room.in_one else ():
            if one.is_guess and not one.of_all:
                guesses.setdefault(one.key, []).append(one)
        for one in loose:
            same = guesses.get(one.key, [])
            if one not in same or len(same) < 2:
                yield self._item(one, room, one in asking)
            elif one is same[0]:
                yield self._guesses(same, room)

    def _guesses(self, same: Sequence[_Loose], room: _Room) -> Item:
        """The guesses at one question in one point: of all tasks in their order, of some with their names."""
        drafts = sorted((draft for one in same for draft in one.drafts), key=self.drafts.index)
        key, label = same[0].key, same[0].question.label
        values = [draft.stated(draft.brief.answers[key], room.length).rstrip(".") for draft in drafts]
        if len(drafts) == len(self.drafts):
            text = self.templates.fill("assumed_in_order", label=label, value="; ".join(values))
        else:
            names = self._names(drafts, _SHORT_NAME)
            named = [f"{value} ({name})" for value, name in zip(values, names, strict=True)]
            text = self.templates.fill("assumed", label=label, value="; ".join(named))
        return Item(key, text, tuple(draft.brief.slug for draft in drafts))

    def _item(self, one: _Loose, room: _Room, asked: bool) -> Item:
        text = one.drafts[0].item(one.question, room.length, asked)
        if not one.of_all:
            names = self._names(one.drafts, room.name)
            text = self.templates.fill("of_task", ask=joined(names) if len(names) > 1 else names[0], item=text)
        return Item(one.key, text, tuple(draft.brief.slug for draft in one.drafts))

    def _names(self, drafts: Sequence[Draft], words: int) -> list[str]:
        """Tasks in few words each, to stand before a sentence."""
        names = self._asks(words)
        return [names[self.drafts.index(draft)].replace("?", "").rstrip(" .!") for draft in drafts]

    def _asks(self, words: int) -> list[str]:
        """All tasks in so many words each, told apart from each other."""
        return told_apart([one_line(draft.brief.ask) for draft in self.drafts], words)

    def _understood(self, length: int) -> str:
        number = len(self.drafts)
        words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        keys = [point.key for point in self._settled if len(point.places) > 1]
        said = self.drafts[0].settled(keys, length, of_all=True)
        return " ".join([self.templates.fill("understood_several", number=words), *said])

    def _task(self, place: int, room: _Room) -> str:
        """What was understood of one task, in a line."""
        draft = self.drafts[place]
        words = room.ask or max(room.length, self._ask_words)
        ask = draft.value(self._asks(words)[place], words + 1).rstrip(".")  # “…” counts as a word
        own = [point.key for point in self._settled if point.places == (place,)]
        if DEADLINE in own and draft.brief.due:
            own.remove(DEADLINE)
            by = draft.stated(draft.brief.answers[DEADLINE], room.length)
            ask = self.templates.fill("task_by", ask=ask, value=by)
        keys = sorted(own, key=lambda key: self.questions.get(key).risk)[: room.details]
        return " ".join([self.templates.fill("of_task", ask=ask, item=""), *draft.settled(keys, room.length)]).strip()

    @cached_property
    def _settled(self) -> list[Point]:
        loose = {(one.key, draft.brief.slug) for one in self._loose for draft in one.drafts}
        slugs = [draft.brief.slug for draft in self.drafts]
        return [point for point in self._points if (point.key, slugs[point.places[0]]) not in loose]

    @property
    def _ask_words(self) -> int:
        return max(_ONE_TASK, _ALL_TASKS // len(self.drafts))

    def _shortened(self, length: int) -> tuple[str, ...]:
        long = ["ask"] if any(len(d.brief.ask.split()) > max(length, self._ask_words) for d in self.drafts) else []
        answers = [pair for draft in self.drafts for pair in draft.brief.answers.items()]
        return tuple(dict.fromkeys([*long, *(key for key, answer in answers if len(answer.value.split()) > length)]))


def _urgency(one: _Loose) -> tuple[bool, bool, int]:
    return urgency_of_asking(one.question)
