"""One message about several briefs that one hand-off gave. Pure.

What is the same in all of them is said, or asked, once; what is of one task stands behind its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from clarify.brief import Brief
from clarify.interview import Point
from clarify.messages import (
    CONFIRMATION,
    MOST_WORDS,
    Draft,
    Item,
    Message,
    Templates,
    urgency_of_asking,
    without_last_item,
)
from clarify.moments import Conventions
from clarify.questions import Question, QuestionSet
from clarify.together import points_of
from clarify.wording import Wording

_LENGTHS = (200, *range(30, 4, -1))
"""Words that one answer may take; the first that makes the message short enough is used."""
_ALL_TASKS = 24
"""Words of the asks that are kept together however long the answers are, and of each at least so many:"""
_ONE_TASK = 4
_NAMED = 5
"""Words that name a task in front of its point."""
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
    drafts = [Draft(brief, questions, templates, wording, now, conventions, briefs) for brief in briefs]
    joint = _Joint(drafts, questions, templates)
    for length in _LENGTHS:
        message = replace(joint.message(length), signature=signature)
        if message.words <= MOST_WORDS:
            break
    else:
        message = joint.fitted(message)
    return drafts[0].filled(message)


@dataclass(frozen=True)
class _Loose:
    """A point that is not settled, and how it is worded."""

    point: Point
    draft: Draft
    question: Question
    of_all: bool


@dataclass(frozen=True)
class _Joint:
    """What goes into one message about several briefs."""

    drafts: Sequence[Draft]
    questions: QuestionSet
    templates: Templates

    def message(self, length: int) -> Message:
        """The message with every answer in at most `length` words."""
        loose = self._loose()
        asking = sorted((one for one in loose if one.draft.can_ask(one.question)), key=_urgency)
        asking = asking[: self.drafts[0].most_questions]
        first, needed = self.drafts[0], bool(loose)
        name = first.brief.first_name
        opening = "opening" if needed else "opening_clear"
        return Message(
            kind=CONFIRMATION,
            subject=first.subject(needed),
            opening=self.templates.fill(opening if name else f"{opening}_unnamed", leader=name),
            understood=self._understood(length),
            tasks=tuple(self._task(place, length) for place in range(len(self.drafts))),
            items=tuple(self._item(one, length, one in asking) for one in loose),
            closing=tuple(filter(None, [first.closing(needed)])),
            needed=needed,
            shortened=self._shortened(length),
        )

    def fitted(self, message: Message) -> Message:
        """A message that is too long however short its answers are: the tasks by name alone, then fewer points."""
        asks = [draft.value(draft.brief.ask, _ONE_TASK) for draft in self.drafts]
        message = replace(message, tasks=tuple(asks))
        fewest = _FEWEST
        while message.words > MOST_WORDS and fewest:
            if len(message.items) > fewest:
                message = without_last_item(message)
            elif len(message.tasks) > fewest + 1:
                shown = len(message.tasks) - (1 if len(message.tasks) == len(asks) else 2)
                more = self.templates.fill("more_tasks", number=str(len(asks) - shown))
                message = replace(message, tasks=(*asks[:shown], more))
            else:
                fewest -= 1
        return message

    # ---- its parts

    def _points(self) -> list[Point]:
        briefs = [draft.brief for draft in self.drafts]
        return [point for point in points_of(briefs, self.questions) if point.key in briefs[point.places[0]].answers]

    def _loose(self) -> list[_Loose]:
        """What the leader may correct, the riskiest first."""
        loose = []
        for point in self._points():
            draft, of_all = self.drafts[point.places[0]], len(point.places) > 1
            question = self.questions.get(point.key)
            if point.key in (unsettled.key for unsettled in draft.unsettled()):
                loose.append(_Loose(point, draft, question.worded_for_all if of_all else question, of_all))
        return sorted(loose, key=lambda one: one.question.risk)

    def _item(self, one: _Loose, length: int, asked: bool) -> Item:
        text = one.draft.item(one.question, length, asked)
        if not one.of_all:
            text = self.templates.fill("of_task", ask=_name(one.draft, _NAMED), item=text)
        return Item(one.point.key, text, tuple(self.drafts[place].brief.slug for place in one.point.places))

    def _understood(self, length: int) -> str:
        number = len(self.drafts)
        words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        keys = [point.key for point in self._settled() if len(point.places) > 1]
        said = self.drafts[0].settled(keys, length, of_all=True)
        return " ".join([self.templates.fill("understood_several", number=words), *said])

    def _task(self, place: int, length: int) -> str:
        """What was understood of one task, in a line."""
        draft = self.drafts[place]
        ask = draft.value(draft.brief.ask, max(length, self._ask_words)).rstrip(".")
        keys = [point.key for point in self._settled() if point.places == (place,)]
        return " ".join([self.templates.fill("of_task", ask=ask, item=""), *draft.settled(keys, length)]).strip()

    def _settled(self) -> list[Point]:
        loose = [one.point for one in self._loose()]
        return [point for point in self._points() if point not in loose]

    @property
    def _ask_words(self) -> int:
        return max(_ONE_TASK, _ALL_TASKS // len(self.drafts))

    def _shortened(self, length: int) -> tuple[str, ...]:
        long = ["ask"] if any(len(d.brief.ask.split()) > max(length, self._ask_words) for d in self.drafts) else []
        answers = [pair for draft in self.drafts for pair in draft.brief.answers.items()]
        return tuple(dict.fromkeys([*long, *(key for key, answer in answers if len(answer.value.split()) > length)]))


def _urgency(one: _Loose) -> tuple[bool, bool, int]:
    return urgency_of_asking(one.question)


def _name(draft: Draft, words: int) -> str:
    """The task in few words, to stand before a sentence."""
    return draft.value(draft.brief.ask, words).replace("?", "").rstrip(" .!…")
