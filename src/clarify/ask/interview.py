"""The interview: which question comes next, and what an answer to it means. No terminal, no disk, no clock.

An `Interview` gives one `Prompt` after the other and takes what the person typed; a terminal shows the one and passes
on the other. So it can be tested, and driven, with plain values.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from string import Template, ascii_lowercase
from typing import TYPE_CHECKING

from clarify.ask.answers import DEADLINE, STANDINGS, in_words, put_first, settle
from clarify.ask.questions import DEPTHS, FAR, Question, QuestionSet
from clarify.brief import OPEN, Answer, Brief, Standing, spoken
from clarify.moments import Conventions, in_full, next_moments
from clarify.read.vague import BRIEFS, MOMENTS, TASKS, Suggestions, Wording
from clarify.text import one_line, shorten

if TYPE_CHECKING:
    from clarify.read.deadline import Deadline

PROBES_A_BRIEF = 2
BACK = "<"
_ECHOED_WORDS = 30
_NAMES = ("ask", "leader")
"""What a brief holds beside its answers, and a question set asks all the same."""


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
    """Of several tasks, the one that it is about; empty: all of them."""


@dataclass(frozen=True)
class Point:
    """What can be answered by itself: a key, and the briefs (by their places) whose one answer it is."""

    key: str
    places: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Echo:
    """What was understood: a label, the answer in words, and its standing in words. Without a label: a remark."""

    label: str
    text: str
    standing: str = ""


@dataclass(frozen=True)
class _Readings:
    """A deadline whose words can be read in more than one way."""

    key: str
    answer: Answer
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class _Probing:
    """A follow-up to an answer that is vague, has no date, or leaves its form open."""

    key: str
    ask: str
    choices: tuple[Choice, ...]
    into: str


@dataclass(eq=False)
class Interview:
    """A brief in the making. `take` changes `brief`; whoever drives it keeps that on disk."""

    brief: Brief
    questions: QuestionSet
    now: datetime
    conventions: Conventions
    wording: Wording
    others: Sequence[str] = ()
    """What else the owner has to do, most pressing first."""
    tasks: Sequence[str] = ()
    """The tasks that came together, this one among them; empty: it came alone."""
    leaders: Sequence[str] = ()
    """Leaders of earlier briefs, to be completed."""
    found: Mapping[str, Answer] = field(default_factory=dict)
    """Answers found in the hand-off, by key, `ask` and `leader` among them; those with a quote are what it says."""
    asked: list[str] = field(default_factory=list)
    """The keys that were asked, or that the hand-off answered, in their order: the way back."""
    read: set[str] = field(default_factory=set)
    """Those of them that the hand-off answered: they don't count as questions."""
    again: str | None = None
    """An answered question that is asked once more."""
    _follow: _Readings | _Probing | None = None
    probes: int = 0
    """How many follow-ups it has had."""

    def offer(self, found: Mapping[str, Answer]) -> None:
        """Gives it what the hand-off answers; what of that was taken before an interruption is no question either."""
        self.found = found
        self.read |= {key for key in self.asked if key in found}

    @property
    def briefs(self) -> list[Brief]:
        """The brief, as the only one of a list."""
        return [self.brief]

    @briefs.setter
    def briefs(self, briefs: Sequence[Brief]) -> None:
        [self.brief] = briefs

    def points(self) -> list[Point]:
        """What can be changed, in its order: the ask, the leader, the answers."""
        return [Point(key) for key in (*_NAMES, *self.brief.answers)]

    def known(self) -> list[Echo]:
        """What it holds already: what was given as an option, or answered before an interruption."""
        return [self.echo(key) for key in (*_NAMES, *self.brief.answers) if getattr(self.brief, key, True)]

    @property
    def following(self) -> bool:
        """Whether it is at a follow-up."""
        return self._follow is not None

    # ---- asking

    def prompt(self) -> Prompt | None:
        """What to ask now; None once everything that applies was asked."""
        if isinstance(self._follow, _Readings):
            ways = "two ways" if len(self._follow.choices) == 2 else "several ways"
            return Prompt(
                self._follow.key,
                f"“{one_line(self._follow.answer.value)}” can be read in {ways}.",
                choices=self._follow.choices,
                default=self._follow.choices[0].text,
            )
        if isinstance(self._follow, _Probing):
            return Prompt(self._follow.key, self._follow.ask, choices=self._follow.choices, default=self._as_it_is())
        question = self._question()
        return self._prompt(question) if question else None

    def ask_again(self, key: str) -> None:
        """Makes an answered question the next one; Enter keeps its answer."""
        self._follow = None
        self.again = key

    def change(self, point: Point) -> None:
        """Makes a point of the card the next question."""
        self.ask_again(point.key)

    def keep(self) -> None:
        """Leaves the question that is asked again as it was answered."""
        self.again = None
        self._follow = None

    def _question(self) -> Question | None:
        if self.again:
            return self.questions.get(self.again)
        return next(iter(self.pending()), None)

    def pending(self) -> list[Question]:
        """The questions that are still to be asked."""
        spared = self._spared()
        return [q for q in pending(self.brief, self.questions, self.now, self.asked) if q.key not in spared]

    def _spared(self) -> set[str]:
        """What need not be asked, after what the hand-off says.

        Where it says when, how and why, nothing else is; with the moment alone, urgency is asked beside other work.
        """
        said = {key for key, answer in self.found.items() if answer.quote}
        if self.tasks or self.brief.depth == "deep" or DEADLINE not in said:
            return set()
        if said >= {"vision", "why"}:
            return {"urgency", "effort"}
        return set() if self.others else {"urgency"}

    def is_said(self, key: str) -> bool:
        """Whether the hand-off answers a question that was not asked yet."""
        found = self.found.get(key)
        return found is not None and key not in self.asked and (key in _NAMES or bool(found.quote))

    def _prompt(self, question: Question) -> Prompt:
        still = len([other for other in self.pending() if not self.is_said(other.key)])
        asked = [key for key in self.asked if key not in self.read]
        again = question.key in asked
        number = asked.index(question.key) + 1 if again else len(asked) + 1
        if self.again and (not still or not again):
            number = 0  # changed from the card, or said by the hand-off: not a question among others any more
        default = self._default(question.key)
        return Prompt(
            key=question.key,
            ask=self._fill(question.ask),
            why=self._fill(question.why),
            number=number,
            total=max(number, len(asked) + still),
            choices=self._choices(question.suggest),
            example="" if default else question.example,
            default=default,
            completions=tuple(self.leaders) if question.key == "leader" else (),
            said=self.is_said(question.key),
        )

    def _fill(self, template: str, **values: str) -> str:
        return Template(template).safe_substitute(leader=self.brief.first_name or "your leader", **values)

    def _default(self, key: str) -> str:
        """What Enter takes: the answer that is there already, or the one found in the hand-off."""
        if key in _NAMES:
            value = one_line((self.brief.ask if key == "ask" else self.brief.leader) or "")
            return value or (one_line(self.found[key].value) if key in self.found else "")
        answer = self._standing_answer(key)
        if answer is None:
            return ""
        if answer.standing is Standing.OPEN:
            return "leave it open"
        words = in_words(answer, self.now)
        return shorten(f"{words}?" if answer.standing is Standing.ASSUMED else words, _ECHOED_WORDS)

    def _standing_answer(self, key: str) -> Answer | None:
        return self.brief.answers.get(key) or self.found.get(key)

    def _as_it_is(self) -> str:
        into = self._follow.into if isinstance(self._follow, _Probing) else ""
        return "leave it like this" if self.brief.answers.get(into, OPEN).value else ""

    def _choices(self, suggest: Suggestions) -> tuple[Choice, ...]:
        if suggest == MOMENTS:
            return tuple(Choice(in_full(m, self.now), m) for m in next_moments(self.now, self.conventions))
        if suggest == BRIEFS:
            names = [f"“{shorten(one_line(ask), 6)}”" for ask in self.others[:2]]
            return tuple(Choice(f"{side} {name}") for name in names for side in ("before", "after"))
        if suggest == TASKS:
            return tuple(Choice(text) for text in put_first(self.tasks))
        return tuple(Choice(text) for text in suggest)

    # ---- taking

    def take(self, text: str) -> list[Echo]:
        """Takes what was typed at the current prompt: own words, a letter, nothing, or `<` to go back."""
        text = text.strip()
        if text == BACK:
            return self._go_back()
        choices = self._follow.choices if self._follow else self._open_choices()
        if _is_letter(text) and self._current_key() not in _NAMES and not pick(choices, text):
            return [Echo("", f"There is no {text[0]}) here. Type it out, or just Enter.")]
        if isinstance(self._follow, _Readings):
            return self._take_reading(self._follow, text)
        if isinstance(self._follow, _Probing):
            return self._take_follow_up(self._follow, text)
        question = self._question()
        if question and not text and self.is_said(question.key):
            self.read.add(question.key)
        return self._take_answer(question, text) if question else []

    def _current_key(self) -> str:
        question = self._question()
        return self._follow.key if self._follow else question.key if question else ""

    def _open_choices(self) -> tuple[Choice, ...]:
        question = self._question()
        return self._choices(question.suggest) if question else ()

    def _go_back(self) -> list[Echo]:
        if self._follow:
            self.ask_again(self._follow.key)
            return []
        current = self._current_key()
        before = self.asked[: self.asked.index(current)] if current in self.asked else self.asked
        if not before:
            return [Echo("", "This is the first question.")]
        self.ask_again(before[-1])
        return []

    def _take_answer(self, question: Question, text: str) -> list[Echo]:
        if question.key in _NAMES:
            return self._take_name(question, text)
        answer = self._standing_answer(question.key) if not text else None
        answer = answer or self._understood(self._choices(question.suggest), text, question.key)
        readings = self._readings(question.key, answer) if text or question.key in self.found else None
        if readings:
            self._follow = readings
            return []
        return self._settle(question, answer)

    def _take_name(self, question: Question, text: str) -> list[Echo]:
        value = one_line(text) if text.strip("? ") and not self.wording.is_no_answer(text) else ""
        if not text:
            value = self._default(question.key)
        if question.key == "ask":
            if not value:
                return [Echo("", "One sentence is enough, even a rough one: what are you to do?")]
            self.brief = replace(self.brief, ask=value)
        else:
            self.brief = replace(self.brief, leader=value.rstrip("? "))
        self._done(question.key)
        if question.key == "ask":
            self._probe(question, value)
        return [self.echo(question.key)]

    def _understood(self, choices: Sequence[Choice], text: str, key: str) -> Answer:
        if self.wording.is_no_answer(text):
            return OPEN
        return pick(choices, text) or settle(key, spoken(text), self.now, self.conventions)

    def _readings(self, key: str, answer: Answer) -> _Readings | None:
        deadline = self._deadline(answer) if key == DEADLINE else None
        if not deadline or not deadline.alternatives:
            return None
        moments = (deadline.due, *deadline.alternatives)[:4]
        if answer.due not in moments:
            return None  # said on an earlier day, from which its words count: today they would mean another moment
        moments = (answer.due, *(moment for moment in moments if moment != answer.due))
        return _Readings(key, answer, tuple(Choice(in_full(m, self.now), m) for m in moments))

    def _take_reading(self, readings: _Readings, text: str) -> list[Echo]:
        question = self.questions.get(readings.key)
        picked = pick(readings.choices, text) if text else Answer(due=readings.choices[0].due)
        self._follow = None
        if picked is None:
            return self._take_answer(question, text)  # other words altogether
        standing = Standing.ASSUMED if text.endswith("?") else readings.answer.standing
        return self._settle(question, replace(readings.answer, due=picked.due, standing=standing))

    def _settle(self, question: Question, answer: Answer) -> list[Echo]:
        """Keeps an answer, and sees whether it earns a follow-up."""
        changed = self.brief.answers.get(question.key) != answer
        self.brief = self.brief.with_answer(question.key, answer)
        self._done(question.key)
        if changed and answer.value:
            self._probe(question, answer.value)
        return [self.echo(question.key)]

    def _done(self, key: str) -> None:
        self.again = None
        if key not in self.asked:
            self.asked.append(key)

    # ---- following up

    def _probe(self, question: Question, value: str) -> None:
        """Sets up the one follow-up that this answer earns, if any is left."""
        if self.probes < PROBES_A_BRIEF and self.brief.depth != "quick":
            self._follow = self._probing(question, value)
            self.probes += self._follow is not None

    def _probing(self, question: Question, value: str) -> _Probing | None:
        key = question.key
        known = key in (DEADLINE, "urgency") and self.brief.due is not None
        vague = None if known else self.wording.probe_for(value, key)
        if vague:
            into = vague.probe.into if vague.probe.into in self.questions.names else None
            ask = self._fill(vague.probe.ask, word=vague.text)
            return _Probing(key, ask, self._choices(vague.probe.suggest), into or key)
        if key == DEADLINE and not known:
            ask = f"I can't find a date in “{shorten(one_line(value), 8)}”. Which of these would you propose?"
            return _Probing(key, ask, self._choices(MOMENTS), key)
        if question.then and not _mentions(value, question.then.unless):
            return _Probing(key, self._fill(question.then.ask), self._choices(question.then.suggest), key)
        return None

    def _take_follow_up(self, probing: _Probing, text: str) -> list[Echo]:
        self._follow = None
        more = self._understood(probing.choices, text, probing.into)
        if more.standing is Standing.OPEN:
            return []
        old = self.brief.answers.get(probing.into, OPEN)
        if probing.into == DEADLINE:
            answer = replace(more, quote=old.quote or (old.value if old.standing is Standing.SAID else ""))
        elif old.value:
            guess = Standing.ASSUMED in (old.standing, more.standing)
            standing = Standing.ASSUMED if guess else old.standing
            answer = replace(old, value=f"{old.value}: {more.value}", standing=standing)
        else:
            answer = more
        self.brief = self.brief.with_answer(probing.into, answer)
        if probing.into not in self.asked:
            self.asked.append(probing.into)  # it was asked just now, in other words
        return [self.echo(probing.into)]

    # ---- telling

    def echo(self, key: str) -> Echo:
        """What the brief holds for a key, in words."""
        label = self.questions.get(key).label
        if key == "ask":
            return Echo(label, shorten(one_line(self.brief.ask), _ECHOED_WORDS))
        if key == "leader":
            return Echo(label, one_line(self.brief.leader or "") or "not known yet")
        answer = self.brief.answers.get(key, OPEN)
        if answer.standing is Standing.OPEN:
            return Echo(label, f"you will ask {self.brief.first_name or 'them'}", "open")
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


def _settled(brief: Brief, key: str) -> bool:
    if key == "ask":
        return bool(brief.ask)
    if key == "leader":
        return brief.leader is not None
    return key in brief.answers


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
