"""The interview about tasks that came in one hand-off: what they share is asked once, the rest of each. Pure.

It is made of one `Interview` a task, and drives them as a person is asked: first what holds for all, then task by task.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from clarify.ask.answers import put_first
from clarify.ask.interview import BACK, Echo, Interview, Point, Prompt
from clarify.ask.questions import Question, QuestionSet
from clarify.brief import OPEN, Answer, Brief
from clarify.text import one_line, shorten

LEADER = "leader"
_ORDER = "urgency"
_NAMED_WORDS = 8


def shared_keys(found: Sequence[Collection[str]], questions: QuestionSet, own: Collection[str]) -> set[str]:
    """The keys that are asked once: those of the set, and what the hand-off says of all; not what is of each: `own`."""
    once = {q.key for q in questions if q.several == "once"}
    said_of_all = {q.key for q in questions if q.several == "same" and all(q.key in each for each in found)}
    return (once | said_of_all) - set(own)


def own_keys(interviews: Sequence[Interview]) -> set[str]:
    """What the hand-off says otherwise of one task than of another."""
    keys = {key for each in interviews for key in each.found}
    return {key for key in keys - {"ask"} if len({_meaning(each.found.get(key)) for each in interviews}) > 1}


def _meaning(answer: Answer | None) -> object:
    return answer and (answer.standing, answer.due or answer.value)


def joined(asks: Sequence[str]) -> str:
    """Several tasks as one: “Fix the deck, book the room and call Ana”."""
    first, *others = [ask.strip().rstrip(".") for ask in asks]
    others = [f"{ask[:1].lower()}{ask[1:]}" if ask[1:2].islower() else ask for ask in others]
    if any("," in ask or " and " in ask for ask in (first, *others)):
        return "; ".join([first, *others])
    *middle, last = others
    return f"{', '.join([first, *middle])} and {last}"


def together(interviews: Sequence[Interview]) -> "Together":
    """The one interview about these; what is answered in them already was asked."""
    questions = interviews[0].questions
    shared = shared_keys([each.found for each in interviews], questions, own_keys(interviews))
    for each in interviews:
        each.questions = questions.for_all(shared)
        each.tasks = [other.brief.ask for other in interviews]
    asked = [
        (each, key)
        for place, each in enumerate(interviews)
        for key in (*([LEADER] if each.brief.leader is not None else []), *each.brief.answers)
        if place == 0 or key not in shared
    ]
    return Together(list(interviews), shared, asked if interviews[0].brief.slug else [])


def points_of(briefs: Sequence[Brief], questions: QuestionSet) -> list[Point]:
    """What can be changed in several briefs: what is the same in all of them, then each task with what is its own."""
    everywhere = tuple(range(len(briefs)))
    first = briefs[0]
    shared = [Point(LEADER, everywhere)] if len({brief.leader for brief in briefs}) == 1 else []
    shared += [
        Point(key, everywhere)
        for key, answer in first.answers.items()
        if all(brief.answers.get(key) == answer for brief in briefs) and _is_one(key, answer, questions)
    ]
    keys = {point.key for point in shared}
    own = [
        Point(key, (place,))
        for place, brief in enumerate(briefs)
        for key in ("ask", LEADER, *brief.answers)
        if key not in keys
    ]
    return [*shared, *own]


def _is_one(key: str, answer: Answer, questions: QuestionSet) -> bool:
    """Whether the same answer everywhere is one point: what is asked of each is so only where all of it is open."""
    return questions.get(key).several != "each" or answer == OPEN


@dataclass(eq=False)
class Together:
    """The briefs in the making that one hand-off gave. `take` changes them; whoever drives it keeps them on disk."""

    interviews: list[Interview]
    """In the order of work."""
    shared: set[str]
    """The keys that are asked once, for all."""
    trail: list[tuple[Interview, str]] = field(default_factory=list)
    """What was asked, in its order: the way back."""
    _at: Interview | None = None
    """The one whose question is the current one."""
    _changed: tuple[Interview, ...] = ()
    """Of a point that is changed from the card: those whose answer it is."""
    _probes: int = 0

    @property
    def briefs(self) -> list[Brief]:
        """The briefs, in the order of work."""
        return [each.brief for each in self.interviews]

    @briefs.setter
    def briefs(self, briefs: Sequence[Brief]) -> None:
        for each, brief in zip(self.interviews, briefs, strict=True):
            each.brief = brief

    @property
    def questions(self) -> QuestionSet:
        """The questions, those that are asked once worded for all."""
        return self.interviews[0].questions

    def points(self) -> list[Point]:
        """What can be changed, in its order."""
        return points_of(self.briefs, self.questions)

    def known(self) -> list[Echo]:
        """What all of them hold already."""
        keys = [point.key for point in self.points() if len(point.places) == len(self.interviews)]
        return [self.interviews[0].echo(key) for key in keys if getattr(self.briefs[0], key, True)]

    # ---- asking

    def prompt(self) -> Prompt | None:
        """What to ask now; None once everything that applies was asked."""
        steps = self._steps()
        if self._at is None and steps:
            self._at, question = steps[0]
            self._at.ask_again(question.key)
        prompt = self._at.prompt() if self._at else None
        if self._at is None or prompt is None:
            return None
        asked = [(each, key) for each, key in self.trail if key not in each.read]
        step = (self._at, prompt.key)
        number = (asked.index(step) if step in asked else len(asked)) + 1
        if self._at.following or self._changed or prompt.key in self._at.read:
            number = 0
        about = "" if self._reach(prompt.key) else shorten(one_line(self._at.brief.ask), _NAMED_WORDS)
        total = len(asked) + len([each for each, question in steps if not each.is_said(question.key)])
        return replace(prompt, number=number, total=max(number, total), about=about)

    def _steps(self) -> list[tuple[Interview, Question]]:
        """What is still to be asked: what they share, then task by task what is their own."""
        pending = [(each, question) for each in self.interviews for question in each.pending()]
        shared = {question.key: (each, question) for each, question in reversed(pending) if question.key in self.shared}
        once = [shared[question.key] for question in self.questions if question.key in shared]
        return once + [step for step in pending if step[1].key not in self.shared]

    def _reach(self, key: str) -> list[Interview]:
        """The others that have the same answer to the current question."""
        of = self.interviews if key in self.shared else self._changed
        return [each for each in of if each is not self._at]

    def change(self, point: Point) -> None:
        """Makes a point of the card the next question; its answer is that of all whose point it is."""
        self._leave()
        self._changed = tuple(self.interviews[place] for place in point.places)
        self._at = self._changed[0]
        self._at.ask_again(point.key)

    def keep(self) -> None:
        """Leaves the question that is asked again as it was answered."""
        self._leave()

    def _leave(self) -> None:
        if self._at:
            self._at.keep()
        self._at, self._changed = None, ()

    # ---- taking

    def take(self, text: str) -> list[Echo]:
        """Takes what was typed at the current prompt: own words, a letter, nothing, or `<` to go back."""
        at = self._at
        if at is None:
            return []
        if text.strip() == BACK and not at.following:
            return self._go_back(at)
        before, key = at.brief, self._key(at)
        at.probes = self._probes
        echoes = at.take(text)
        self._probes = at.probes
        self._spread(at, before)
        if at.again is None and (at, key) not in self.trail and not self._changed:
            self.trail.append((at, key))
        if at.again is None and not at.following:
            self._at, self._changed = None, ()
        return echoes

    def _key(self, at: Interview) -> str:
        prompt = at.prompt()
        return prompt.key if prompt else ""

    def _go_back(self, at: Interview) -> list[Echo]:
        step = (at, self._key(at))
        before = self.trail[: self.trail.index(step)] if step in self.trail else self.trail
        if not before:
            return [Echo("", "This is the first question.")]
        at.keep()
        self._at = before[-1][0]
        self._at.ask_again(before[-1][1])
        return []

    def _spread(self, at: Interview, before: Brief) -> None:
        """Gives what was answered to all whose answer it is, and to the tasks behind as their default."""
        brief = at.brief
        for each in self._reach(LEADER) if brief.leader != before.leader else []:
            each.brief = replace(each.brief, leader=brief.leader)
        for key, answer in brief.answers.items():
            if before.answers.get(key) == answer:
                continue
            reach = self._reach(key)
            for each in reach:
                each.brief = each.brief.with_answer(key, answer)
            if not reach and self.questions.get(key).several == "same":
                self._offer(at, key, answer)
            if key == _ORDER and key in self.shared:
                self._put_in_order(answer)

    def _offer(self, at: Interview, key: str, answer: Answer) -> None:
        """Offers an answer to the tasks behind this one; what is open is open for them too, and not asked again."""
        asked = [each for each, asked in self.trail if asked == key]
        for each in self.interviews[self.interviews.index(at) + 1 :]:
            if each in asked or (key in each.found and each.found[key].quote):
                continue
            each.brief = each.brief.with_answer(key, OPEN if answer == OPEN else None)
            each.found = {**each.found, key: answer}

    def _put_in_order(self, answer: Answer) -> None:
        """Puts the task first that was picked to come first."""
        lead = self.interviews[0]
        first = put_first(lead.tasks)
        if answer.value in first:
            picked, places = first.index(answer.value), {ask: n for n, ask in enumerate(lead.tasks)}
            order = {each: places.get(each.brief.ask, len(first)) for each in self.interviews}
            self.interviews.sort(key=lambda each: (order[each] != picked, order[each]))
        slugs = tuple(each.brief.slug for each in self.interviews)
        for each in self.interviews:
            each.brief = replace(each.brief, together=slugs if all(slugs) else each.brief.together)
