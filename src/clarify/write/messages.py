"""From a brief to a message that its reader can answer in a word. Pure.

What the rules rest on: replies come most often to messages of 50 to 125 words with one to three questions (large-sample
figures of e-mail services); a question with a proposed answer is easier to approve than an open one (survey research);
and silence may be taken for consent only where a wrong step is easy to take back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from string import Template

from clarify.ask.answers import DEADLINE, put_first
from clarify.ask.questions import Question, QuestionSet
from clarify.brief import Answer, Brief, Standing
from clarify.moments import Conventions, half_way, in_full, in_short, next_moments, working_time
from clarify.read.vague import MOMENTS, TASKS, Wording
from clarify.text import one_line, shorten
from clarify.write.templates import Templates, tidy
from clarify.write.voice import said_back

CONFIRMATION = "confirmation"
KINDS = (CONFIRMATION,)
MOST_WORDS = 125
FEWEST_WORDS = 50
MOST_QUESTIONS = 3
_TIME_TO_OBJECT = timedelta(hours=4)
"""Working time that must remain before silence is taken for consent."""
_LENGTHS = (200, *range(40, 4, -1))
"""Words that one answer may take in the message; the first that makes it short enough is used."""
_ASK_AT_LEAST = 15
"""Words of the ask that are kept however long the answers are."""


@dataclass(frozen=True)
class Item:
    """A numbered point that the reader may correct: the key of its answer, and its words."""

    key: str
    text: str
    slugs: tuple[str, ...] = ()
    """In a message about several briefs, those whose answer it is."""

    def key_in(self, slug: str = "") -> str:
        """The key as a brief keeps it: `vision`, and for the answer of another brief `fix-the-deck:vision`."""
        return self.key if not self.slugs or slug in self.slugs else f"{self.slugs[0]}:{self.key}"


@dataclass(frozen=True)
class Message:
    """Something to send, before it is written out in a format."""

    kind: str
    subject: str
    opening: str
    understood: str
    items: tuple[Item, ...]
    closing: tuple[str, ...]
    tasks: tuple[str, ...] = ()
    """Of several briefs, a line each: what was understood of it."""
    signature: str = ""
    needed: bool = True
    """False where nothing is open or assumed: then the reader need not answer."""
    shortened: tuple[str, ...] = ()
    """The keys (`ask` among them) whose words were too long for it and are cut with “…”."""
    left_out: int = 0
    """How many points found no room."""

    @property
    def paragraphs(self) -> list[str]:
        """The body: opening, what was understood, the numbered items, closing, signature; empty parts are left out."""
        tasks = "\n".join(f"- {task}" for task in self.tasks)
        numbered = "\n".join(f"{n}. {item.text}" for n, item in enumerate(self.items, 1))
        parts = [self.opening, self.understood, tasks, numbered, " ".join(self.closing), self.signature]
        return [part for part in parts if part]

    @property
    def words(self) -> int:
        """How many words the body and the subject have, counted as a reader's mail program would at most."""
        text = f"{self.subject} {' '.join(self.paragraphs)}"
        return max(len(text.split()), len(re.findall(r"[^\W_]+(?:['’.:,/&-][^\W_]+)*", text)))


def compose(
    brief: Brief,
    *,
    kind: str = CONFIRMATION,
    questions: QuestionSet,
    templates: Templates,
    wording: Wording,
    now: datetime,
    conventions: Conventions,
    signature: str = "",
) -> Message:
    """The message for a brief: at most 125 words and three questions, the riskiest point first.

    Long answers are shortened, never the number of points, as long as that is enough.
    """
    [brief] = said_back([brief])
    draft = Draft(brief, questions, templates, wording, now, conventions)
    for length in _LENGTHS:
        message = replace(draft.message(length), kind=kind, signature=signature)
        if message.words <= MOST_WORDS:
            break
    while message.words > MOST_WORDS and len(message.items) > 1:
        message = without_last_item(message)  # a deep brief: the least risky points go
    return draft.filled(message)


def without_last_item(message: Message) -> Message:
    """The message without its least risky point."""
    return replace(message, items=message.items[:-1], left_out=message.left_out + 1)


@dataclass(frozen=True)
class Draft:
    """What goes into one confirmation."""

    brief: Brief
    questions: QuestionSet
    templates: Templates
    wording: Wording
    now: datetime
    conventions: Conventions
    briefs: Sequence[Brief] = ()
    """Those that the message is about, this one among them; empty: this one alone."""

    @property
    def _all(self) -> Sequence[Brief]:
        return self.briefs or [self.brief]

    def message(self, length: int) -> Message:
        """The message with every answer in at most `length` words."""
        unsettled = sorted(self.unsettled(), key=lambda question: question.risk)
        asking = [q for q in unsettled if self.can_ask(q)]
        asking = sorted(asking, key=urgency_of_asking)[: self.most_questions]
        items = tuple(Item(q.key, self.item(q, length, q in asking)) for q in unsettled)
        needed = bool(unsettled)
        name = self.brief.first_name
        opening = "opening" if needed else "opening_clear"
        return Message(
            kind=CONFIRMATION,
            subject=self.subject(needed),
            opening=self.templates.fill(opening if name else f"{opening}_unnamed", leader=name),
            understood=self._understood(length, {question.key for question in unsettled}),
            items=items,
            closing=tuple(filter(None, [self.closing(needed)])),
            needed=needed,
            shortened=self._shortened(length),
        )

    def _shortened(self, length: int) -> tuple[str, ...]:
        long = [key for key, answer in self.brief.answers.items() if len(answer.value.split()) > length]
        ask = ["ask"] if len(self.brief.ask.split()) > max(length, _ASK_AT_LEAST) else []
        return (*ask, *long)

    def filled(self, message: Message) -> Message:
        """The message, with sentences added while something is to be answered and it has fewer than fifty words."""
        for filler in self.templates.fillers:
            if not message.needed or len(" ".join(message.paragraphs).split()) >= FEWEST_WORDS:
                break
            message = replace(message, closing=(*message.closing[:-1], filler, *message.closing[-1:]))
        return message

    # ---- its parts

    def unsettled(self) -> list[Question]:
        """What the leader may correct: all that is open or assumed, and a deadline that is none (any more)."""
        return [
            self.questions.get(key)
            for key, answer in self.brief.answers.items()
            if answer.standing in (Standing.OPEN, Standing.ASSUMED) or self._needs_a_date(key, answer)
        ]

    def _needs_a_date(self, key: str, answer: Answer) -> str | None:
        """The name of the sentence that asks for a new date: the deadline has passed, or has no date."""
        if key != DEADLINE or answer.standing in (Standing.OPEN, Standing.CONFIRMED):
            return None
        if answer.due:
            return "overdue" if answer.due < self.now else None
        return "undated" if answer.standing is Standing.SAID else None

    def can_ask(self, question: Question) -> bool:
        """Whether it can be put as a question: it is open, or a deadline that is none (any more)."""
        answer = self.brief.answers[question.key]
        is_open = answer.standing is Standing.OPEN or self._needs_a_date(question.key, answer)
        return bool(question.question and is_open)

    @property
    def most_questions(self) -> int:
        """How many may be put as questions, beside the question marks in the person's own words."""
        return max(0, MOST_QUESTIONS - self._marks)

    @cached_property
    def _marks(self) -> int:
        return sum(words.count("?") for words in self._own_words())

    def _own_words(self) -> list[str]:
        return [words for b in self._all for words in (b.ask, *(answer.value for answer in b.answers.values()))]

    def value(self, text: str, length: int) -> str:
        """The person's words, on one line; their question marks only as long as the message may have that many."""
        text = shorten(one_line(text), length)
        return text.replace("?", "") if self._marks > MOST_QUESTIONS else text

    def item(self, question: Question, length: int, asked: bool) -> str:
        """A point that the reader may correct, with its answer in at most `length` words."""
        answer = self.brief.answers[question.key]
        fill = self.templates.fill
        dated = self._needs_a_date(question.key, answer)
        if dated and asked:
            write = in_short if answer.due else in_full  # one moment in full is enough
            value = in_full(answer.due, self.now) if answer.due else self.value(answer.value, length)
            return fill(dated, value=value, fallback=write(self._next_moment(), self.now))
        if answer.standing is not Standing.OPEN:
            return fill("assumed", label=question.label, value=self.stated(answer, length))
        return self._open_item(question, asked)

    def _open_item(self, question: Question, asked: bool) -> str:
        """What was not said: a question with what the owner would do, or, where three are asked already, just that."""
        fill = self.templates.fill
        moment = question.fallback == MOMENTS
        fallback = in_full(self._next_moment(), self.now) if moment else self._plan(question)
        if not asked:
            name = "open_assumed" if fallback else "open_unsettled"
            return fill(name, label=question.label, fallback=fallback)
        text = self._filled(question.question, fallback=fallback)
        if question.options:
            return fill("open_options", question=text, a=question.options[0], b=question.options[1])
        if not fallback or "$fallback" in question.question:
            return fill("open", question=text)
        return fill("open_moment" if moment else "open_fallback", question=text, fallback=fallback)

    def _plan(self, question: Question) -> str:
        """What the owner would do, in words."""
        if question.fallback == TASKS:
            first = put_first([brief.ask for brief in self._all])
            return first[self._all.index(self.brief)].replace("?", "")
        return question.fallback or "".join(question.options[:1])

    def _next_moment(self) -> datetime:
        """The next sensible moment for work that was not given one: in a hurry the next of all, else after today."""
        moments = next_moments(self.now, self.conventions)
        if self.hurry:
            return moments[0]
        later = [m for m in moments if m.date() > self.now.date() and m.timetz() != self.conventions.noon]
        return (later[1:] or later or moments)[0]

    def _filled(self, template: str, **values: str) -> str:
        return tidy(Template(template).safe_substitute(leader=self.brief.first_name or "you", **values))

    @cached_property
    def hurry(self) -> bool:
        """Whether it was wanted at once, without a moment: “asap”."""
        answers = [self.brief.answers.get(key) for key in (DEADLINE, "urgency")]
        said = [answer.value for answer in answers if answer and answer.value]
        return any(vague.probe.hurry for words in said for vague in self.wording.find_vague(words, DEADLINE))

    def stated(self, answer: Answer, length: int) -> str:
        """An answer as a statement: a deadline as its moment, with those of its words that say more than the moment."""
        if answer.due is None:
            return self.value(answer.value, length)
        moment = in_full(answer.due, self.now)
        rest = self._rest_of_deadline(answer)
        return f"{moment} ({self.value(rest, length)})" if rest else moment

    def _rest_of_deadline(self, answer: Answer) -> str:
        from clarify.read.deadline import read_deadline  # only where a deadline stands in the message

        deadline = read_deadline(answer.value, self.brief.created, self.conventions)
        if deadline is None:
            return ""
        rest = f"{answer.value[: deadline.start].strip()} {answer.value[deadline.end :].strip()}".strip(" ,;:.-–—()!")
        return rest if len(rest.split()) >= 2 else ""

    def _understood(self, length: int, unsettled: set[str]) -> str:
        ask = self.templates.fill("understood", ask=self.value(self.brief.ask, max(length, _ASK_AT_LEAST)))
        return " ".join([ask, *self.settled([key for key in self.brief.answers if key not in unsettled], length)])

    def settled(self, keys: Sequence[str], length: int, *, of_all: bool = False) -> list[str]:
        """What was said or agreed on for these keys, a sentence each; `of_all`: worded for several tasks."""
        questions = [self.questions.get(key) for key in keys]
        sentences = []
        for question in sorted(questions, key=lambda question: question.risk):
            answer = self.brief.answers[question.key]
            value = self.stated(answer, length)
            said = question.worded_for_all.said if of_all else question.said
            fits = said and (question.key != DEADLINE or answer.due)
            labelled = self.templates.fill("said", label=question.label, value=value)
            sentences.append(self._filled(said, value=value) if fits else labelled)
        return sentences

    # ---- until when

    @cached_property
    def _care(self) -> bool:
        """Whether silence must not be taken for consent. Read once: the hand-off may be long."""
        handoffs = (brief.handoff for brief in self._all)
        return bool(self.wording.calls_for_care(*handoffs, *self._own_words()))

    def _reply_by(self) -> datetime | None:
        """Half-way to the deadline in working hours, where enough of them remain."""
        due = self._due
        if due is None or working_time(self.now, due, self.conventions) < _TIME_TO_OBJECT:
            return None
        return half_way(self.now, due, self.conventions)

    @cached_property
    def _due(self) -> datetime | None:
        """The deadline; of several briefs the earliest."""
        return min((brief.due for brief in self._all if brief.due), default=None)

    def subject(self, needed: bool) -> str:
        """What it is about, and by when an answer is wanted."""
        ask = self.value(self.brief.ask, 8).replace("?", "")  # its question marks stand in the body
        if len(self.briefs) > 1:
            ask = self.value(self.brief.ask, 6).replace("?", "")
            ask = self.templates.fill("several", ask=ask, number=str(len(self.briefs) - 1)).rstrip(".")
        by = self._reply_by()
        if not needed:
            return self.templates.fill("subject_clear", ask=ask).rstrip(".")
        if by is None:
            return self.templates.fill("subject_plain", ask=ask).rstrip(".")
        return self.templates.fill("subject", ask=ask, moment=in_short(by, self.now)).rstrip(".")

    def closing(self, needed: bool) -> str:
        """Until when the owner waits, and what happens then."""
        if not needed:
            return ""
        if self._care:
            return self.templates.fill("care")
        if self._due is None or self._due < self.now:
            return self.templates.fill("short_of_time" if self.hurry else "no_deadline")
        by = self._reply_by()
        if by is None:
            return self.templates.fill("short_of_time")
        return self.templates.fill("silence", moment=in_short(by, self.now))


def urgency_of_asking(question: Question) -> tuple[bool, bool, int]:
    """To be sorted by: the deadline first, then what has no fallback, then the riskiest."""
    return question.key != DEADLINE, bool(question.options or question.fallback), question.risk
