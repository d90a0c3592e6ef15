"""The interview: which question comes next, and what an answer to it means. No terminal, no disk, no clock.

An `Interview` gives one `Prompt` after the other and takes what the person typed; a terminal shows the one and passes
on the other. So it can be tested, and driven, with plain values.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from string import Template, ascii_lowercase

from clarify.answers import DEADLINE, STANDINGS, in_words, settle
from clarify.brief import OPEN, Answer, Brief, Standing, Status, spoken
from clarify.moments import Conventions, in_full, next_moments
from clarify.questions import DEPTHS, FAR, FollowUp, Question, QuestionSet
from clarify.text import one_line, shorten
from clarify.wording import BRIEFS, MOMENTS, Probe, Suggestions, Wording

PROBES_A_BRIEF = 2
BACK = "<"


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
    prefill: str = ""
    """What stands on the line already, to be changed or taken."""
    default: str = ""
    """What Enter takes, in words; empty: Enter leaves the question open."""
    completions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Echo:
    """What was understood: a label, the answer in words, and its standing in words."""

    label: str
    text: str
    standing: str = ""


@dataclass(frozen=True)
class _Readings:
    """A deadline whose words can be read in two ways."""

    key: str
    answer: Answer
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class _Probing:
    """A follow-up to a vague answer, or to one that leaves its form open."""

    key: str
    ask: str
    choices: tuple[Choice, ...]
    into: str


@dataclass
class Interview:
    """A brief in the making. `take` changes `brief`; whoever drives it keeps that on disk."""

    brief: Brief
    questions: QuestionSet
    now: datetime
    conventions: Conventions
    wording: Wording
    others: Sequence[Brief] = ()
    """The owner's other open briefs, most pressing first."""
    leaders: Sequence[str] = ()
    """Leaders of earlier briefs, to be completed."""
    found: Mapping[str, Answer] = field(default_factory=dict)
    """Answers found in the hand-off, by key, `ask` and `leader` among them: each is a default to accept."""
    _asked: list[str] = field(default_factory=list)
    _again: list[str] = field(default_factory=list)
    _follow: _Readings | _Probing | None = None
    _probes: int = 0

    # ---- asking

    def prompt(self) -> Prompt | None:
        """What to ask now; None once everything that applies was asked."""
        if isinstance(self._follow, _Readings):
            readings = self._follow
            default = readings.choices[0].text
            return Prompt(
                readings.key,
                f"“{readings.answer.value}” can be read in two ways.",
                choices=readings.choices,
                default=default,
            )
        if isinstance(self._follow, _Probing):
            return Prompt(self._follow.key, self._follow.ask, choices=self._follow.choices)
        question = self._question()
        return self._prompt(question) if question else None

    def ask_again(self, key: str) -> None:
        """Makes an answered question the next one, with its answer on the line."""
        self._follow = None
        self._again.append(key)

    def _question(self) -> Question | None:
        if self._again:
            return self.questions.get(self._again[-1])
        return next(iter(pending(self.brief, self.questions, self.now, self._asked)), None)

    def _prompt(self, question: Question) -> Prompt:
        still = [q.key for q in pending(self.brief, self.questions, self.now, self._asked)]
        again = question.key in self._asked
        number = self._asked.index(question.key) + 1 if again else len(self._asked) + 1
        if self._again and not still:
            number = 0  # changed from the card: not a question among others any more
        found = None if again or self._again else self.found.get(question.key)
        return Prompt(
            key=question.key,
            ask=self._fill(question.ask),
            why=self._fill(question.why),
            number=number,
            total=max(number, len(self._asked) + len(still)),
            choices=self._choices(question.suggest),
            example="" if found else question.example,
            prefill=self._typed(question.key) if again or self._again else "",
            default=f"“{one_line(found.quote or found.value)}”" if found else "",
            completions=tuple(self.leaders) if question.key == "leader" else (),
        )

    def _fill(self, template: str, **values: str) -> str:
        return Template(template).safe_substitute(leader=self.brief.first_name or "your leader", **values)

    def _typed(self, key: str) -> str:
        """An answer as it could have been typed."""
        if key in ("ask", "leader"):
            return one_line((self.brief.ask if key == "ask" else self.brief.leader) or "")
        answer = self.brief.answers.get(key, OPEN)
        return one_line(answer.value) + ("?" if answer.standing is Standing.ASSUMED else "")

    def _choices(self, suggest: Suggestions) -> tuple[Choice, ...]:
        if suggest == MOMENTS:
            return tuple(Choice(in_full(m, self.now), m) for m in next_moments(self.now, self.conventions))
        if suggest == BRIEFS:
            names = [f"“{shorten(one_line(brief.ask), 6)}”" for brief in self.others[:2]]
            return tuple(Choice(f"{side} {name}") for name in names for side in ("before", "after"))
        return tuple(Choice(text) for text in suggest)

    # ---- taking

    def take(self, text: str) -> list[Echo]:
        """Takes what was typed at the current prompt: own words, a letter, nothing, or `<` to go back."""
        text = text.strip()
        if text == BACK or (self._again and text == f"{self._typed(self._again[-1])}{BACK}"):
            return self._go_back()
        if isinstance(self._follow, _Readings):
            return self._take_reading(self._follow, text)
        if isinstance(self._follow, _Probing):
            return self._take_follow_up(self._follow, text)
        question = self._question()
        if question is None:
            return []
        return self._take_answer(question, text)

    def _go_back(self) -> list[Echo]:
        if self._follow:
            key = self._follow.key
            self._follow = None
        else:
            current = self._question()
            before = (
                self._asked[: self._asked.index(current.key)] if current and current.key in self._asked else self._asked
            )
            if not before:
                return [Echo("", "This is the first question.")]
            key = before[-1]
            if self._again:
                self._again.pop()
        self._again.append(key)
        return []

    def _take_answer(self, question: Question, text: str) -> list[Echo]:
        if question.key in ("ask", "leader"):
            return self._take_name(question, text)
        found = None if self._again else self.found.get(question.key)
        answer = found if not text and found else self._understood(self._choices(question.suggest), text, question.key)
        readings = self._readings(question.key, answer)
        if readings:
            self._follow = readings
            return []
        return self._settle(question, answer)

    def _take_name(self, question: Question, text: str) -> list[Echo]:
        value = "" if text.strip("? ") == "" else one_line(text)
        found = self.found.get(question.key)
        if not text and found and not self._again:
            value = found.value
        if question.key == "ask":
            if not value:
                return [Echo("", "One sentence is enough, even a rough one: what are you to do?")]
            self.brief = replace(self.brief, ask=value)
            self._done(question.key)
            return [self.echo("ask"), *self._probe(question, value)]
        self.brief = replace(self.brief, leader=value.rstrip("? "))
        self._done(question.key)
        return [self.echo("leader")]

    def _understood(self, choices: Sequence[Choice], text: str, key: str) -> Answer:
        picked = pick(choices, text)
        return picked or settle(key, spoken(text), self.now, self.conventions)

    def _readings(self, key: str, answer: Answer) -> _Readings | None:
        if key != DEADLINE or not answer.due or answer.read_from != answer.value:
            return None
        from clarify.deadline import read_deadline  # only where a deadline is read

        deadline = read_deadline(answer.value, self.now, self.conventions)
        if not deadline or not deadline.alternatives:
            return None
        moments = (deadline.due, *deadline.alternatives)[:4]
        return _Readings(key, answer, tuple(Choice(in_full(m, self.now), m) for m in moments))

    def _take_reading(self, readings: _Readings, text: str) -> list[Echo]:
        question = self.questions.get(readings.key)
        chosen = (
            readings.choices[0]
            if not text
            else next(
                (
                    c
                    for letter, c in zip(ascii_lowercase, readings.choices, strict=False)
                    if text.rstrip("?!").lower() == letter
                ),
                None,
            )
        )
        self._follow = None
        if chosen is None:
            return self._take_answer(question, text)  # other words altogether
        standing = Standing.ASSUMED if text.endswith("?") else readings.answer.standing
        return self._settle(question, replace(readings.answer, due=chosen.due, standing=standing))

    def _settle(self, question: Question, answer: Answer) -> list[Echo]:
        """Keeps an answer, and sees whether it earns a follow-up."""
        self.brief = self.brief.with_answer(question.key, answer)
        self._done(question.key)
        return [self.echo(question.key), *(self._probe(question, answer.value) if answer.value else [])]

    def _done(self, key: str) -> None:
        if self._again and self._again[-1] == key:
            self._again.pop()
        if key not in self._asked:
            self._asked.append(key)

    # ---- following up

    def _probe(self, question: Question, value: str) -> list[Echo]:
        """Sets up the one follow-up that this answer earns, if any is left."""
        if self._probes >= PROBES_A_BRIEF or self.brief.depth == "quick":
            return []
        vague = None if self._moment_known(question.key) else self.wording.probe_for(value, question.key)
        if vague:
            self._follow = self._probing(question, vague.probe, vague.text)
        elif question.then and not _mentions(value, question.then.unless):
            self._follow = self._following(question, question.then)
        self._probes += self._follow is not None
        return []

    def _moment_known(self, key: str) -> bool:
        return key in (DEADLINE, "urgency") and self.brief.due is not None

    def _probing(self, question: Question, probe: Probe, word: str) -> _Probing:
        ask = self._fill(probe.ask, word=word, moment="")
        into = probe.into if probe.into in self.questions.names else None
        return _Probing(question.key, ask, self._choices(probe.suggest), into or question.key)

    def _following(self, question: Question, then: FollowUp) -> _Probing:
        return _Probing(question.key, self._fill(then.ask), self._choices(then.suggest), question.key)

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
            answer = replace(
                old, value=f"{old.value}: {more.value}", standing=Standing.ASSUMED if guess else old.standing
            )
        else:
            answer = more
        self.brief = self.brief.with_answer(probing.into, answer)
        if probing.into != probing.key and probing.into not in self._asked:
            self._asked.append(probing.into)  # it was asked just now, in other words
        return [self.echo(probing.into)]

    # ---- telling

    def echo(self, key: str) -> Echo:
        """What the brief holds for a key, in words."""
        label = self.questions.get(key).label
        if key == "ask":
            return Echo(label, one_line(self.brief.ask))
        if key == "leader":
            return Echo(label, one_line(self.brief.leader or "") or "not known yet")
        answer = self.brief.answers.get(key, OPEN)
        if answer.standing is Standing.OPEN:
            return Echo(label, f"you will ask {self.brief.first_name or 'them'}", "open")
        unread = "" if key != DEADLINE or answer.due else "  (no date that I can read)"
        return Echo(label, in_words(answer, self.now) + unread, STANDINGS[answer.standing])


def pick(choices: Sequence[Choice], text: str) -> Answer | None:
    """The choice whose letter was typed: `b` and `b?` are the owner's guess, `b!` says that the leader said so."""
    match = re.fullmatch(r"([a-z])\)?\s*([?!]?)", text.strip().lower())
    number = ascii_lowercase.find(match[1]) if match else -1
    if match is None or not 0 <= number < len(choices):
        return None
    standing = Standing.SAID if match[2] == "!" else Standing.ASSUMED
    choice = choices[number]
    return Answer(choice.text, standing, due=choice.due, read_from=choice.text if choice.due else "")


def pending(brief: Brief, questions: QuestionSet, now: datetime, asked: Sequence[str] = ()) -> list[Question]:
    """The questions that are still to be asked, in their order; `asked`: those that were, whatever came of it."""
    return [q for q in questions if q.key not in asked and not _settled(brief, q.key) and _applies(brief, q, now)]


def is_unfinished(brief: Brief, questions: QuestionSet, now: datetime) -> bool:
    """Whether its interview stopped half-way."""
    return brief.status is Status.DRAFT and bool(pending(brief, questions, now))


def without_questions(brief: Brief, questions: QuestionSet, now: datetime) -> Brief:
    """The brief with everything that would still be asked left open."""
    while rest := [q for q in pending(brief, questions, now) if q.key not in ("ask", "leader")]:
        brief = brief.with_answer(rest[0].key, OPEN)
    return brief


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
