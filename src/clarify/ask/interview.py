"""The interview about the tasks of one hand-off: which question comes next, and what an answer means. Pure.

An `Interview` gives one `Prompt` after the other and takes what the person typed; a terminal shows the one and passes
on the other. One task is the simple case: what several share is asked once, then each is asked about what is its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from string import Template, ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from clarify.ask.answers import DEADLINE, STANDINGS, in_words, put_first, settle
from clarify.ask.questions import DEPTHS, FAR, Question, QuestionSet
from clarify.brief import OPEN, Answer, Brief, Standing, spoken
from clarify.moments import Conventions, in_full, next_moments
from clarify.read.vague import BRIEFS, MOMENTS, TASKS, Suggestions, Wording
from clarify.text import one_line, shorten

if TYPE_CHECKING:
    from clarify.read.deadline import Deadline

PROBES = 2
"""Follow-ups in one interview, at most."""
BACK = "<"
ASK, LEADER, URGENCY = "ask", "leader", "urgency"
_NAMES = (ASK, LEADER)
"""What a brief holds beside its answers, and a question set asks all the same."""
_ECHOED_WORDS = 30
_TASK_WORDS = 8


@dataclass(frozen=True)
class Choice:
    """Something to pick by its letter; a moment carries what it means."""

    text: str
    due: datetime | None = None


@dataclass(frozen=True)
class Prompt:
    """One thing to ask the person."""

    key: str
    ask: str
    why: str = ""
    number: int = 0
    """Its place among the questions; 0 for a follow-up, which is not counted."""
    total: int = 0
    choices: tuple[Choice, ...] = ()
    example: str = ""
    default: str = ""
    """What Enter takes, in words; empty: Enter leaves the question open."""
    completions: tuple[str, ...] = ()
    said: bool = False
    """Whether the hand-off answers it: then that is taken, without asking."""
    about: str = ""
    """The task that it is about, where it is not about all of them."""


@dataclass(frozen=True)
class Entry:
    """A line of the card that can be changed: a key, and the briefs (by their places) whose one answer it is."""

    key: str
    places: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Echo:
    """What was understood: a label, the answer in words, and its standing in words. Without a label: a remark."""

    label: str
    text: str
    standing: str = ""


@dataclass(eq=False)
class Part:
    """One task: its brief in the making, and what the hand-off answers for it (with a quote: in its own words)."""

    brief: Brief
    found: Mapping[str, Answer] = field(default_factory=dict)


class Step(NamedTuple):
    """One question, and the tasks whose answer it is."""

    key: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class _FollowUp:
    """One more question about an answer just given: which date is meant, or what a vague word stands for."""

    ask: str
    choices: tuple[Choice, ...]
    into: str
    """The key of the answer that the follow-up completes."""
    reading_of: Answer | None = None
    """The answer whose date can be read in more than one way."""


@dataclass(eq=False)
class Interview:
    """The briefs of one hand-off in the making. `take` changes `briefs`; whoever drives it keeps them on disk."""

    parts: list[Part]
    """In the order of work."""
    questions: QuestionSet
    """Those of shared keys worded for all."""
    now: datetime
    conventions: Conventions
    wording: Wording
    others: Sequence[str] = ()
    """What else the owner has to do, most pressing first."""
    leaders: Sequence[str] = ()
    """Leaders of earlier briefs, to be completed."""
    shared: frozenset[str] = frozenset()
    """Of several tasks: the keys that are asked once."""
    tasks: Sequence[str] = ()
    """What the tasks were called at first, where they are several."""
    trail: list[Step] = field(default_factory=list)
    """What was asked, or answered by the hand-off, in its order: the way back."""
    read: set[Step] = field(default_factory=set)
    """Those that the hand-off answered: they don't count as questions."""
    _again: Step | None = None
    """A step of the trail, or a point of the card, that is asked once more."""
    _from_card: bool = False
    _follow: _FollowUp | None = None
    _probes: int = 0

    # ---- the briefs

    @property
    def briefs(self) -> list[Brief]:
        """The briefs, in the order of work."""
        return [part.brief for part in self.parts]

    @briefs.setter
    def briefs(self, briefs: Sequence[Brief]) -> None:
        for part, brief in zip(self.parts, briefs, strict=True):
            part.brief = brief

    def offer(self, found: Mapping[str, Answer], place: int = 0) -> None:
        """Gives it what the hand-off answers; what of that was taken before an interruption is no question either."""
        part = self.parts[place]
        part.found = found
        self.read |= {step for step in self.trail if part in step.parts and step.key in found}

    def split(self, found: Sequence[Mapping[str, Answer]]) -> "Interview":
        """The interview about several tasks, each with what is found for it; what was given holds for all of them."""
        parts = [Part(replace(self.parts[0].brief, ask=one[ASK].value), without_ask(one)) for one in found]
        return replace(self, parts=parts).begun()

    def begun(self) -> "Interview":
        """The interview as it begins, or goes on: with what its tasks share, and the way back to what was asked."""
        if len(self.parts) > 1:
            self.shared = frozenset(_shared_keys([part.found for part in self.parts], self.questions))
            self.questions = self.questions.for_all(self.shared)
            self.tasks = [brief.ask for brief in self.briefs]
        self.trail = []
        for part in self.parts if self.parts[0].brief.slug else []:
            leader = [LEADER] if part.brief.leader is not None else []
            keys = [*([] if self.tasks else [ASK]), *leader, *part.brief.answers]
            self.trail += [step for key in keys if (step := self._step(key, part)) not in self.trail]
        self.read = {step for step in self.trail if step.key in step.parts[0].found}
        return self

    def entries(self) -> list[Entry]:
        """What can be changed: what is the same for all, then what is of one task; of one task alone the ask first."""
        return entries_of(self.briefs, self.questions)

    def known(self) -> list[Echo]:
        """What all of them hold already: what was given as an option, or answered before an interruption."""
        keys = [entry.key for entry in self.entries() if len(entry.places) == len(self.parts)]
        return [self._echo(key, self.parts[0]) for key in keys if getattr(self.parts[0].brief, key, True)]

    # ---- asking

    def prompt(self) -> Prompt | None:
        """What to ask now; None once everything that applies was asked."""
        step, pending = self._current(), self._pending()
        if step is None:
            return None
        if self._follow:
            prompt = self._follow_up(step, self._follow)
        else:
            prompt = self._prompt(self.questions.get(step.key), step)
        asked = [other for other in self.trail if other not in self.read]
        number = (asked.index(step) if step in asked else len(asked)) + 1
        if self._follow or self._from_card or (self._again and step in self.read):
            number = 0
        total = len(asked) + len([other for other in pending if not self._is_said(other)])
        about = "" if len(step.parts) == len(self.parts) else shorten(one_line(step.parts[0].brief.ask), _TASK_WORDS)
        return replace(prompt, number=number, total=max(number, total), about=about)

    def change(self, entry: Entry) -> None:
        """Makes a point of the card the next question; Enter keeps its answer."""
        self._ask_again(Step(entry.key, tuple(self.parts[place] for place in entry.places)))
        self._from_card = True

    def keep(self) -> None:
        """Leaves the question that is asked again as it was answered."""
        self._again, self._follow, self._from_card = None, None, False

    def _ask_again(self, step: Step) -> None:
        self._follow, self._again = None, step

    def _current(self) -> Step | None:
        return self._again or next(iter(self._pending()), None)

    def _step(self, key: str, part: Part) -> Step:
        return Step(key, tuple(self.parts) if key in self.shared else (part,))

    def _pending(self) -> list[Step]:
        """What is still to be asked: what they share, then task by task what is their own."""
        steps = [self._step(question.key, part) for part in self.parts for question in self._pending_of(part)]
        order = {key: place for place, key in enumerate(self.questions.names)}
        once = sorted({step for step in steps if step.key in self.shared}, key=lambda step: order[step.key])
        return once + [step for step in steps if step.key not in self.shared]

    def _pending_of(self, part: Part) -> list[Question]:
        asked = [step.key for step in self.trail if part in step.parts]
        spared = self._spared(part)
        return [q for q in pending(part.brief, self.questions, self.now, asked) if q.key not in spared]

    def _spared(self, part: Part) -> set[str]:
        """What need not be asked, after what the hand-off says.

        Where it says when, how and why, nothing else is; with the moment alone, urgency is asked beside other work.
        """
        said = {key for key, answer in part.found.items() if answer.quote}
        if self.tasks or part.brief.depth == "deep" or DEADLINE not in said:
            return set()
        if said >= {"vision", "why"}:
            return {URGENCY, "effort"}
        return set() if self.others else {URGENCY}

    def _is_said(self, step: Step) -> bool:
        """Whether the hand-off answers a question that was not asked yet."""
        found = step.parts[0].found.get(step.key)
        return found is not None and step not in self.trail and (step.key in _NAMES or bool(found.quote))

    def _prompt(self, question: Question, step: Step) -> Prompt:
        default = self._default(step)
        return Prompt(
            key=question.key,
            ask=self._fill(question.ask),
            why=self._fill(question.why),
            choices=self._choices(question.suggest),
            example="" if default else question.example,
            default=default,
            completions=tuple(self.leaders) if question.key == LEADER else (),
            said=self._is_said(step),
        )

    def _follow_up(self, step: Step, follow: _FollowUp) -> Prompt:
        kept = follow.choices[0].text if follow.reading_of else "leave it like this"
        stays = follow.reading_of or step.parts[0].brief.answers.get(follow.into, OPEN).value
        return Prompt(step.key, follow.ask, choices=follow.choices, default=kept if stays else "")

    def _fill(self, template: str, **values: str) -> str:
        leader = self.parts[0].brief.first_name or "your leader"
        return Template(template).safe_substitute(leader=leader, **values)

    def _default(self, step: Step) -> str:
        """What Enter takes: the answer that is there already, or the one found in the hand-off."""
        part = step.parts[0]
        if step.key in _NAMES:
            found = part.found.get(step.key, OPEN).value
            return one_line(getattr(part.brief, step.key) or "") or one_line(found)
        answer = _present(part, step.key)
        if answer is None:
            return ""
        if answer.standing is Standing.OPEN:
            return "leave it open"
        words = in_words(answer, self.now)
        return shorten(f"{words}?" if answer.standing is Standing.ASSUMED else words, _ECHOED_WORDS)

    def _choices(self, suggest: Suggestions) -> tuple[Choice, ...]:
        if suggest == MOMENTS:
            return tuple(Choice(in_full(m, self.now), m) for m in next_moments(self.now, self.conventions))
        if suggest == BRIEFS:
            names = [f"“{shorten(one_line(ask), 6)}”" for ask in self.others[:2]]
            return tuple(Choice(f"{side} {name}") for name in names for side in ("before", "after"))
        return tuple(Choice(text) for text in (put_first(self.tasks) if suggest == TASKS else suggest))

    # ---- taking

    def take(self, text: str) -> list[Echo]:
        """Takes what was typed at the current prompt: own words, a letter, nothing, or `<` to go back."""
        text = text.strip()
        step = self._current()
        if step is None:
            return []
        if text == BACK:
            return self._go_back(step)
        question, follow = self.questions.get(step.key), self._follow
        choices = follow.choices if follow else self._choices(question.suggest)
        if _is_letter(text) and step.key not in _NAMES and not pick(choices, text):
            return [Echo("", f"There is no {text[0]}) here. Type it out, or just Enter.")]
        self._follow = None
        if follow and follow.reading_of:
            echoes = self._take_reading(question, step, follow, text)
        elif follow:
            echoes = self._take_follow_up(step, follow, text)
        else:
            if not text and self._is_said(step):
                self.read.add(step)
            echoes = self._take_answer(question, step, text)
        if not self._follow and not self._again:
            self._from_card = False
        return echoes

    def _go_back(self, step: Step) -> list[Echo]:
        if self._follow:
            self._ask_again(step)
            return []
        before = self.trail[: self.trail.index(step)] if step in self.trail else self.trail
        if not before:
            return [Echo("", "This is the first question.")]
        self._ask_again(before[-1])
        return []

    def _take_answer(self, question: Question, step: Step, text: str) -> list[Echo]:
        if step.key in _NAMES:
            return self._take_name(question, step, text)
        part = step.parts[0]
        answer = _present(part, step.key) if not text else None
        answer = answer or self._understood(self._choices(question.suggest), text, step.key)
        readings = self._readings(step.key, answer) if text or step.key in part.found else ()
        if readings:
            ways = "two ways" if len(readings) == 2 else "several ways"
            ask = f"“{one_line(answer.value)}” can be read in {ways}."
            self._again = step
            self._follow = _FollowUp(ask, readings, step.key, reading_of=answer)
            return []
        return self._settle(question, step, answer)

    def _take_name(self, question: Question, step: Step, text: str) -> list[Echo]:
        value = one_line(text) if text.strip("? ") and not self.wording.is_no_answer(text) else ""
        value = value if text else self._default(step)
        if step.key == ASK and not value:
            return [Echo("", "One sentence is enough, even a rough one: what are you to do?")]
        for part in step.parts:
            asks = step.key == ASK
            part.brief = replace(part.brief, ask=value) if asks else replace(part.brief, leader=value.rstrip("? "))
        self._done(step)
        if step.key == ASK:
            self._probe(question, step, value)
        return [self._echo(step.key, step.parts[0])]

    def _understood(self, choices: Sequence[Choice], text: str, key: str) -> Answer:
        if self.wording.is_no_answer(text):
            return OPEN
        return pick(choices, text) or settle(key, spoken(text), self.now, self.conventions)

    def _readings(self, key: str, answer: Answer) -> tuple[Choice, ...]:
        """The moments that the words of a deadline may mean, where they are several."""
        deadline = self._deadline(answer) if key == DEADLINE else None
        moments = (deadline.due, *deadline.alternatives)[:4] if deadline else ()
        # Said on an earlier day, from which its words count, it is none of today's readings.
        if len(moments) < 2 or answer.due not in moments:
            return ()
        moments = (answer.due, *(moment for moment in moments if moment != answer.due))
        return tuple(Choice(in_full(m, self.now), m) for m in moments)

    def _take_reading(self, question: Question, step: Step, follow: _FollowUp, text: str) -> list[Echo]:
        picked = pick(follow.choices, text) if text else Answer(due=follow.choices[0].due)
        if picked is None or follow.reading_of is None:
            return self._take_answer(question, step, text)  # other words altogether
        standing = Standing.ASSUMED if text.endswith("?") else follow.reading_of.standing
        return self._settle(question, step, replace(follow.reading_of, due=picked.due, standing=standing))

    def _settle(self, question: Question, step: Step, answer: Answer) -> list[Echo]:
        """Keeps an answer, and sees whether it earns a follow-up."""
        changed = step.parts[0].brief.answers.get(step.key) != answer
        self._write(step, answer, changed)
        self._done(step)
        if changed and answer.value:
            self._probe(question, step, answer.value)
        return [self._echo(step.key, step.parts[0])]

    def _write(self, step: Step, answer: Answer, changed: bool) -> None:
        """Puts an answer into all briefs whose answer it is; what is asked of each is offered to the tasks behind."""
        for part in step.parts:
            part.brief = part.brief.with_answer(step.key, answer)
        if changed and len(step.parts) < len(self.parts) and self.questions.get(step.key).several == "same":
            self._offer_on(step, answer)
        if changed and step.key == URGENCY and step.key in self.shared:
            self._put_in_order(answer)

    def _done(self, step: Step) -> None:
        self._again = None
        if step not in self.trail and not (self._from_card and self.tasks):
            self.trail.append(step)

    def _offer_on(self, step: Step, answer: Answer) -> None:
        """Offers an answer to the tasks behind this one; what is open is open for them too, and not asked again."""
        for part in self.parts[self.parts.index(step.parts[-1]) + 1 :]:
            said = part.found.get(step.key, OPEN).quote
            if not said and Step(step.key, (part,)) not in self.trail:
                part.brief = part.brief.with_answer(step.key, OPEN if answer == OPEN else None)
                part.found = {**part.found, step.key: answer}

    def _put_in_order(self, answer: Answer) -> None:
        """Puts the task first that was picked to come first."""
        first = put_first(self.tasks)
        if answer.value in first:
            places = {ask: place for place, ask in enumerate(self.tasks)}
            picked = first.index(answer.value)
            order = {part: places.get(part.brief.ask, len(places)) for part in self.parts}
            self.parts.sort(key=lambda part: (order[part] != picked, order[part]))
            self.trail = [Step(s.key, tuple(self.parts)) if len(s.parts) > 1 else s for s in self.trail]
            self.read = {Step(s.key, tuple(self.parts)) if len(s.parts) > 1 else s for s in self.read}
        slugs = tuple(brief.slug for brief in self.briefs)
        if all(slugs):
            self.briefs = [replace(brief, siblings=slugs) for brief in self.briefs]

    # ---- following up

    def _probe(self, question: Question, step: Step, value: str) -> None:
        """Sets up the one follow-up that this answer earns, if any is left."""
        if self._probes < PROBES and step.parts[0].brief.depth != "quick":
            self._follow = self._probing(question, step, value)
        if self._follow:
            self._again = step
            self._probes += 1

    def _probing(self, question: Question, step: Step, value: str) -> _FollowUp | None:
        key = step.key
        known = key in (DEADLINE, URGENCY) and step.parts[0].brief.due is not None
        vague = None if known else self.wording.probe_for(value, key)
        if vague:
            into = vague.probe.into if vague.probe.into in self.questions.names else None
            return _FollowUp(
                self._fill(vague.probe.ask, word=vague.text), self._choices(vague.probe.suggest), into or key
            )
        if key == DEADLINE and not known:
            ask = f"I can't find a date in “{shorten(one_line(value), 8)}”. Which of these would you propose?"
            return _FollowUp(ask, self._choices(MOMENTS), key)
        if question.then and not _mentions(value, question.then.unless):
            return _FollowUp(self._fill(question.then.ask), self._choices(question.then.suggest), key)
        return None

    def _take_follow_up(self, step: Step, follow: _FollowUp, text: str) -> list[Echo]:
        self._again = None
        more = self._understood(follow.choices, text, follow.into)
        if more.standing is Standing.OPEN:
            return []
        into = step if follow.into == step.key else self._step(follow.into, step.parts[0])
        answer = _completed(into.parts[0].brief.answers.get(into.key, OPEN), more, into.key)
        self._write(into, answer, True)
        self._done(into)  # it was asked just now, in other words
        return [self._echo(into.key, into.parts[0])]

    # ---- telling

    def _echo(self, key: str, part: Part) -> Echo:
        """What a brief holds for a key, in words."""
        label, brief = self.questions.get(key).label, part.brief
        if key == ASK:
            return Echo(label, shorten(one_line(brief.ask), _ECHOED_WORDS))
        if key == LEADER:
            return Echo(label, one_line(brief.leader or "") or "not known yet")
        answer = brief.answers.get(key, OPEN)
        if answer.standing is Standing.OPEN:
            return Echo(label, f"you will ask {brief.first_name or 'them'}", "open")
        unread = "" if key != DEADLINE or answer.due else " (no date that I can read)"
        words = shorten(in_words(answer, self.now), _ECHOED_WORDS) + unread + self._repairs(key, answer)
        return Echo(label, words, STANDINGS[answer.standing])

    def _repairs(self, key: str, answer: Answer) -> str:
        """What was read as another word than was typed, in brackets."""
        deadline = self._deadline(answer) if key == DEADLINE else None
        repairs = [f"“{written}” read as {word}" for written, word in deadline.corrected] if deadline else []
        return f" ({', '.join(repairs)})" if repairs else ""

    def _deadline(self, answer: Answer) -> "Deadline | None":
        """How the words of a deadline are read; nothing where its moment is not theirs."""
        if not answer.due or answer.read_from != answer.value:
            return None
        from clarify.read.deadline import read_deadline  # only where a deadline is read

        return read_deadline(answer.value, self.now, self.conventions)


def _present(part: Part, key: str) -> Answer | None:
    return part.brief.answers.get(key) or part.found.get(key)


def _completed(old: Answer, more: Answer, key: str) -> Answer:
    """An answer with what a follow-up added to it; the words of a vague deadline stay as its quote."""
    if key == DEADLINE:
        return replace(more, quote=old.quote or (old.value if old.standing is Standing.SAID else ""))
    if not old.value:
        return more
    guess = Standing.ASSUMED in (old.standing, more.standing)
    return replace(old, value=f"{old.value}: {more.value}", standing=Standing.ASSUMED if guess else old.standing)


def _is_letter(text: str) -> bool:
    """Whether a person meant to pick by letter: `b`, `b)`, `b?`, `b!`."""
    return bool(re.fullmatch(r"[a-zA-Z]\)?\s*[?!]?", text))


def pick(choices: Sequence[Choice], text: str) -> Answer | None:
    """The choice whose letter was typed: `b` and `b?` are the owner's guess, `b!` says that the leader said so."""
    number = ascii_lowercase.find(text[:1].lower()) if _is_letter(text) else -1
    if not 0 <= number < len(choices):
        return None
    standing = Standing.SAID if text.endswith("!") else Standing.ASSUMED
    choice = choices[number]
    return Answer(choice.text, standing, due=choice.due, read_from=choice.text if choice.due else "")


# ---- which questions apply


def pending(brief: Brief, questions: QuestionSet, now: datetime, asked: Sequence[str] = ()) -> list[Question]:
    """The questions that are still to be asked, in their order; `asked`: those that were, whatever came of it."""
    return [q for q in questions if q.key not in asked and not _settled(brief, q.key) and _applies(brief, q, now)]


def without_questions(brief: Brief, questions: QuestionSet, now: datetime) -> Brief:
    """The brief with everything that would still be asked left open."""
    while rest := [q for q in pending(brief, questions, now) if q.key not in _NAMES]:
        brief = brief.with_answer(rest[0].key, OPEN)
    return brief


def in_order(brief: Brief, questions: QuestionSet) -> Brief:
    """The brief with its answers in the order of the questions, those of other sets behind them."""
    order = [*questions.names, *brief.answers]
    return replace(brief, answers={key: brief.answers[key] for key in sorted(brief.answers, key=order.index)})


def without_ask(found: Mapping[str, Answer]) -> dict[str, Answer]:
    """What is found for a task beside its name."""
    return {key: answer for key, answer in found.items() if key != ASK}


def _settled(brief: Brief, key: str) -> bool:
    if key == ASK:
        return bool(brief.ask)
    return brief.leader is not None if key == LEADER else key in brief.answers


def _applies(brief: Brief, question: Question, now: datetime) -> bool:
    depth = brief.depth if brief.depth in DEPTHS else "normal"
    if DEPTHS.index(question.depth) > DEPTHS.index(depth):
        return False
    if not question.when:
        return True
    if question.when == FAR:
        # Not known yet counts as far, so that the number of questions can only become smaller on the way.
        return brief.due is None or brief.due - now > timedelta(days=1)
    return any(_mentions(text, question.when) for text in brief.words())


def _mentions(text: str, words: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in words)


# ---- what several tasks share


def _shared_keys(found: Sequence[Mapping[str, Answer]], questions: QuestionSet) -> set[str]:
    """The keys that are asked once: those of the set, and what the hand-off says of all; not what it tells apart."""
    once = {q.key for q in questions if q.several == "once"}
    said_of_all = {q.key for q in questions if q.several == "same" and all(q.key in each for each in found)}
    keys = {key for each in found for key in each}
    return (once | said_of_all) - {key for key in keys if len({_meaning(each.get(key)) for each in found}) > 1}


def _meaning(answer: Answer | None) -> object:
    return answer and (answer.standing, answer.due or answer.value)


def entries_of(briefs: Sequence[Brief], questions: QuestionSet) -> list[Entry]:
    """What can be changed in the briefs: what is the same in all of them, then each task with what is its own."""
    first, everywhere = briefs[0], tuple(range(len(briefs)))
    if len(briefs) == 1:
        return [Entry(key) for key in (*_NAMES, *first.answers)]
    shared = [Entry(LEADER, everywhere)] if len({brief.leader for brief in briefs}) == 1 else []
    shared += [
        Entry(key, everywhere)
        for key, answer in first.answers.items()
        if all(brief.answers.get(key) == answer for brief in briefs)
        # What is asked of each is one point only where all of it is open.
        and (questions.get(key).several != "each" or answer == OPEN)
    ]
    keys = {entry.key for entry in shared}
    own = [Entry(k, (n,)) for n, brief in enumerate(briefs) for k in (*_NAMES, *brief.answers) if k not in keys]
    return [*shared, *own]
