"""The interview about the tasks of one hand-off: which question comes next, and what an answer means. Pure.

An `Interview` gives one `Prompt` after the other and takes what the person typed; a terminal shows the prompts and
passes the answers on. Several tasks are asked once about what they share, then one by one; one task is the simple case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from string import Template
from typing import TYPE_CHECKING

from clarify.ask.answers import ASK, DEADLINE, EFFORT, LEADER, OWN_FIELDS, STANDINGS, URGENCY, answer_to, describe
from clarify.ask.found import Found, without_ask
from clarify.ask.pending import mentions, pending
from clarify.ask.prompt import BACK, Choice, Echo, Prompt, is_letter, pick, priority_phrases
from clarify.ask.questions import QuestionSet
from clarify.ask.shared import Entry, entries_of, shared_keys
from clarify.brief import OPEN, Answer, Brief, Standing
from clarify.moments import Conventions, in_full, next_moments
from clarify.read.vague import BRIEFS, MOMENTS, TASKS, Suggestions, Wording
from clarify.text import one_line, shorten

if TYPE_CHECKING:
    from clarify.read.deadline import Deadline

MOST_FOLLOW_UPS = 2
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_DATE_IN_NUMBERS = re.compile(r"(?<!\d)\d{1,2}[/-]\d{1,2}(?!\d)")
DAY_FIRST, MONTH_FIRST = "day first", "month first"
_ECHOED_WORDS = 30
_TASK_WORDS = 8


@dataclass(eq=False)
class TaskDraft:
    """One task: its brief in the making, and what the hand-off answers for it (with a quote: in its own words)."""

    brief: Brief
    found: Found = field(default_factory=dict)

    def answer(self, key: str) -> Answer | None:
        """The answer that the brief has, or the one that the hand-off gives."""
        return self.brief.answers.get(key) or self.found.get(key)


@dataclass(frozen=True, eq=False)
class Step:
    """One question, and the tasks that share its answer. In whatever order they stand, it is the same step."""

    key: str
    drafts: tuple[TaskDraft, ...]

    @property
    def first(self) -> TaskDraft:
        """One of its tasks: it has the answer of all of them."""
        return self.drafts[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Step) and (self.key, {*self.drafts}) == (other.key, {*other.drafts})

    def __hash__(self) -> int:
        return hash((self.key, frozenset(self.drafts)))


@dataclass(frozen=True)
class _CurrentFollowUp:
    """A second question about the answer just given: which date is meant, or what a vague word stands for."""

    ask: str
    choices: tuple[Choice, ...]
    into: str
    """The key of the answer that it completes."""
    reading_of: Answer | None = None
    """The answer whose date can be read in more than one way."""
    unit_of: Answer | None = None
    """The answer that is a number without a unit."""


@dataclass(eq=False)
class Interview:
    """The briefs of one hand-off in the making. `take` changes `briefs`; whoever drives it keeps them on disk."""

    drafts: list[TaskDraft]
    """In the order of work."""
    questions: QuestionSet
    """The question set; what several tasks share is worded for all of them."""
    now: datetime
    conventions: Conventions
    wording: Wording
    others: Sequence[str] = ()
    """The owner's other work, most pressing first."""
    leaders: Sequence[str] = ()
    """Leaders of earlier briefs, as completions."""
    date_order: str = ""
    """The order of day and month that the person has set, or picked for a date in numbers; empty until then."""
    shared: frozenset[str] = field(init=False, default=frozenset())
    """The keys that are asked once for several tasks."""
    tasks: Sequence[str] = field(init=False, default=())
    """The names that several tasks had at first; empty if there is one task."""
    steps_done: list[Step] = field(init=False)
    """The steps that were asked, or answered by the hand-off, in their order: the way back."""
    from_handoff: set[Step] = field(init=False)
    """The steps that the hand-off answered: they don't count as questions."""
    _asked_again: Step | None = None
    """A step that was done, or a point of the card, that is asked once more."""
    _from_card: bool = False
    _follow_up: _CurrentFollowUp | None = None
    _follow_ups_asked: int = 0

    def __post_init__(self) -> None:
        # It begins, or goes on after an interruption: then what the briefs hold was asked already.
        if len(self.drafts) > 1:
            self.shared = shared_keys([draft.found for draft in self.drafts], self.questions)
            self.questions = self.questions.for_all(self.shared)
            self.tasks = [brief.ask for brief in self.briefs]
        self.steps_done = []
        for draft in self.drafts if self.drafts[0].brief.slug else []:
            leader = [LEADER] if draft.brief.leader is not None else []
            keys = [*([] if self.tasks else [ASK]), *leader, *draft.brief.answers]
            self.steps_done += [step for key in keys if (step := self._step(key, draft)) not in self.steps_done]
        self.from_handoff = {step for step in self.steps_done if step.key in step.first.found}

    # ---- the briefs

    @property
    def briefs(self) -> list[Brief]:
        """The briefs, in the order of work."""
        return [draft.brief for draft in self.drafts]

    @briefs.setter
    def briefs(self, briefs: Sequence[Brief]) -> None:
        for draft, brief in zip(self.drafts, briefs, strict=True):
            draft.brief = brief

    def offer(self, found: Found) -> None:
        """Takes over what the hand-off answers for the one task; nothing of that counts as a question any more."""
        self.drafts[0].found = found
        self.from_handoff |= {step for step in self.steps_done if step.key in found}

    def split(self, found: Sequence[Found]) -> "Interview":
        """The interview about several tasks, each with what is found for it; what was given holds for all of them."""
        brief = self.drafts[0].brief
        return replace(self, drafts=[TaskDraft(replace(brief, ask=one[ASK].value), without_ask(one)) for one in found])

    def entries(self) -> list[Entry]:
        """The lines of the card that can be changed, in their order."""
        return entries_of(self.briefs, self.questions)

    def known(self) -> list[Echo]:
        """The answers that all briefs hold already: given as an option, or before an interruption."""
        first = self.drafts[0]
        keys = [entry.key for entry in self.entries() if len(entry.places) == len(self.drafts)]
        unasked = {ASK: first.brief.ask == "", LEADER: first.brief.leader is None}
        return [self._echo(key, first) for key in keys if not unasked.get(key)]

    # ---- asking

    def prompt(self) -> Prompt | None:
        """The next thing to ask; None once everything that applies was asked."""
        step = self._current()
        if step is None:
            return None
        prompt = self._follow_up_prompt(step, self._follow_up) if self._follow_up else self._question_prompt(step)
        asked = [other for other in self.steps_done if other not in self.from_handoff]
        number = (asked.index(step) if step in asked else len(asked)) + 1
        if self._follow_up or self._from_card or (self._asked_again and step in self.from_handoff):
            number = 0
        total = len(asked) + len([other for other in self._pending() if not self._is_said(other)])
        about = "" if len(step.drafts) == len(self.drafts) else shorten(one_line(step.first.brief.ask), _TASK_WORDS)
        return replace(prompt, number=number, total=max(number, total), about=about)

    def change(self, entry: Entry) -> None:
        """Makes a line of the card the next question; Enter keeps its answer."""
        self._asked_again = Step(entry.key, tuple(self.drafts[place] for place in entry.places))
        self._follow_up, self._from_card = None, True

    def keep(self) -> None:
        """Leaves the question that is asked again as it was answered."""
        self._asked_again, self._follow_up, self._from_card = None, None, False

    def _current(self) -> Step | None:
        return self._asked_again or next(iter(self._pending()), None)

    def _step(self, key: str, draft: TaskDraft) -> Step:
        return Step(key, tuple(self.drafts) if key in self.shared else (draft,))

    def _pending(self) -> list[Step]:
        """The steps that are still to come: what the tasks share, then task by task what is their own."""
        steps = [self._step(key, draft) for draft in self.drafts for key in self._pending_keys(draft)]
        shared = {step for step in steps if step.key in self.shared}
        own = [step for step in steps if step.key not in self.shared]
        return [*sorted(shared, key=lambda step: self.questions.names.index(step.key)), *own]

    def _pending_keys(self, draft: TaskDraft) -> list[str]:
        """The keys that are still to be asked of a task."""
        asked = [step.key for step in self.steps_done if draft in step.drafts]
        done = [*asked]
        said = {key for key, answer in draft.found.items() if answer.quote and answer.standing is Standing.SAID}
        # Where the leader said when, how and why, urgency and effort are clear; with the moment alone, urgency is
        # asked beside other work.
        if DEADLINE in said and not self.tasks and draft.brief.depth != "deep":
            done += [URGENCY, EFFORT] if said >= {"vision", "why"} else [] if self.others else [URGENCY]
        keys = [question.key for question in pending(draft.brief, self.questions, self.now, done)]
        # An effort that was said is taken, also where nobody would ask for it.
        told = EFFORT in said and EFFORT in self.questions.names and EFFORT not in {*keys, *asked, *draft.brief.answers}
        return [*keys, EFFORT] if told else keys

    def _is_said(self, step: Step) -> bool:
        """True if the hand-off answers the step, and it was not asked yet."""
        found = step.first.found.get(step.key)
        if found is None or found.standing is not Standing.SAID or step in self.steps_done:
            return False
        return step.key in OWN_FIELDS or bool(found.quote)

    def _question_prompt(self, step: Step) -> Prompt:
        question, default = self.questions.get(step.key), self._default(step)
        return Prompt(
            key=step.key,
            ask=self._fill(question.ask),
            why=self._fill(question.why),
            choices=self._choices(question.suggest),
            example="" if default else question.example,
            default=default,
            prefill=self._prefill(step),
            completions=tuple(self.leaders) if step.key == LEADER else (),
            said=self._is_said(step),
        )

    def _follow_up_prompt(self, step: Step, follow_up: _CurrentFollowUp) -> Prompt:
        reading = follow_up.reading_of and follow_up.reading_of.due
        kept = in_full(reading, self.now) if reading else "leave it like this"
        stays = follow_up.reading_of or follow_up.unit_of or step.first.brief.answers.get(follow_up.into, OPEN).value
        return Prompt(step.key, follow_up.ask, choices=follow_up.choices, default=kept if stays else "")

    def _fill(self, template: str, **values: str) -> str:
        leader = self.drafts[0].brief.first_name or "your leader"
        return Template(template).safe_substitute(leader=leader, **values)

    def _default(self, step: Step) -> str:
        """The answer that Enter takes: the one that is there already, or the one found in the hand-off."""
        if step.key in OWN_FIELDS:
            found = step.first.found.get(step.key, OPEN).value
            return one_line(getattr(step.first.brief, step.key) or "") or one_line(found)
        answer = step.first.answer(step.key)
        if answer is None or answer.standing is Standing.OPEN:
            return "leave it open" if answer else ""
        guess = "?" if answer.standing is Standing.ASSUMED else ""
        return shorten(describe(answer, self.now) + guess, _ECHOED_WORDS)

    def _prefill(self, step: Step) -> str:
        """The same as a person would type it; nothing where it is open."""
        if step.key in OWN_FIELDS:
            return self._default(step)
        answer = step.first.answer(step.key) or OPEN
        return one_line(answer.value) + ("?" if answer.standing is Standing.ASSUMED else "")

    def _choices(self, suggest: Suggestions) -> tuple[Choice, ...]:
        if suggest == MOMENTS:
            return tuple(Choice(in_full(m, self.now), m) for m in next_moments(self.now, self.conventions))
        if suggest == BRIEFS:
            names = [f"“{shorten(one_line(ask), 6)}”" for ask in self.others[:2]]
            return tuple(Choice(f"{side} {name}") for name in names for side in ("before", "after"))
        return tuple(Choice(text) for text in (priority_phrases(self.tasks) if suggest == TASKS else suggest))

    # ---- taking

    def take(self, text: str) -> list[Echo]:
        """Takes what was typed at the current prompt: own words, a letter, nothing, or `<` to go back."""
        text = text.strip()
        step, follow_up = self._current(), self._follow_up
        if step is None:
            return []
        if text == BACK:
            return self._go_back(step)
        choices = follow_up.choices if follow_up else self._choices(self.questions.get(step.key).suggest)
        if is_letter(text) and step.key not in OWN_FIELDS and not pick(choices, text):
            return [Echo("", f"There is no {text[0]}) here. Type it out, or just Enter.")]
        self._follow_up = None
        if follow_up and follow_up.reading_of:
            echoes = self._take_reading(step, follow_up, follow_up.reading_of, text)
        elif follow_up and follow_up.unit_of:
            echoes = self._take_unit(step, follow_up.choices, follow_up.unit_of, text)
        elif follow_up:
            echoes = self._take_follow_up(step, follow_up, text)
        else:
            if not text and self._is_said(step):
                self.from_handoff.add(step)
            echoes = self._take_answer(step, text)
        if not self._follow_up and not self._asked_again:
            self._from_card = False
        return echoes

    def _go_back(self, step: Step) -> list[Echo]:
        before = self.steps_done[: self.steps_done.index(step)] if step in self.steps_done else self.steps_done
        if not self._follow_up and not before:
            return [Echo("", "This is the first question.")]
        self._asked_again = step if self._follow_up else before[-1]
        self._follow_up = None
        return []

    def _take_answer(self, step: Step, text: str) -> list[Echo]:
        if step.key in OWN_FIELDS:
            return self._take_own_field(step, text)
        kept = None if text else step.first.answer(step.key)
        answer = kept or self._understood(self._choices(self.questions.get(step.key).suggest), text, step.key)
        readings = self._readings(step.key, answer) if text or step.key in step.first.found else ()
        if text and step.key == EFFORT and _NUMBER.fullmatch(answer.value):
            choices = tuple(Choice(f"{answer.value} {unit}") for unit in ("hours", "days", "minutes"))
            self._asked_again = step
            self._follow_up = _CurrentFollowUp(f"{answer.value} what?", choices, step.key, unit_of=answer)
            return []
        if not readings:
            return self._settle(step, answer)
        ask = f"“{one_line(answer.value)}” can be read in {'two' if len(readings) == 2 else 'several'} ways."
        self._asked_again = step
        self._follow_up = _CurrentFollowUp(ask, readings, step.key, reading_of=answer)
        return []

    def _take_own_field(self, step: Step, text: str) -> list[Echo]:
        value = one_line(text) if text.strip("? ") and not self.wording.is_no_answer(text) else ""
        value = value if text else self._default(step)
        asks = step.key == ASK
        if asks and not value:
            return [Echo("", "One sentence is enough, even a rough one: what are you to do?")]
        for draft in step.drafts:
            brief = draft.brief
            draft.brief = replace(brief, ask=value) if asks else replace(brief, leader=value.rstrip("? "))
        return self._finish(step, value if asks else "")

    def _understood(self, choices: Sequence[Choice], text: str, key: str) -> Answer:
        if self.wording.is_no_answer(text):
            return OPEN
        return pick(choices, text) or answer_to(key, text, self.now, self.conventions)

    def _readings(self, key: str, answer: Answer) -> tuple[Choice, ...]:
        """The moments that the words of a deadline may mean, where they are several, in their order."""
        deadline = self._deadline(key, answer)
        moments = (deadline.due, *deadline.alternatives)[:4] if deadline else ()
        if self.date_order:
            moments = tuple(m for m in moments if self._order_of(answer.value, m) in ("", self.date_order))
        # Said on an earlier day, from which its words count, it is none of today's readings.
        if len(moments) < 2 or answer.due not in moments:
            return ()
        return tuple(Choice(in_full(moment, self.now), moment) for moment in sorted(moments))

    def _take_reading(self, step: Step, follow_up: _CurrentFollowUp, answer: Answer, text: str) -> list[Echo]:
        readings = follow_up.choices
        picked = pick(readings, text) if text else answer
        if picked is None:
            other = self._understood((), text, step.key)
            if other.due or other.standing is Standing.OPEN:
                return self._take_answer(step, text)  # another date altogether, or none
            self._follow_up = follow_up
            return [Echo("", self._fill("There is no date in that. Type a letter, another date, or ? to ask $leader."))]
        standing = Standing.ASSUMED if text.endswith("?") else answer.standing
        self.date_order = self.date_order or self._order_of(answer.value, picked.due)
        return self._settle(step, replace(answer, due=picked.due, standing=standing))

    def _order_of(self, words: str, due: datetime | None) -> str:
        """The order of day and month that a pick tells: “day first” or “month first”; empty if it tells none."""
        if not _DATE_IN_NUMBERS.search(words):
            return ""
        from clarify.read.deadline import read_deadline  # only where such a date was given

        read = {
            order: read_deadline(words, self.now, replace(self.conventions, day_first=order == DAY_FIRST))
            for order in (DAY_FIRST, MONTH_FIRST)
        }
        fits = [order for order, deadline in read.items() if deadline and deadline.due == due]
        return fits[0] if len(fits) == 1 else ""

    def _take_unit(self, step: Step, choices: Sequence[Choice], answer: Answer, text: str) -> list[Echo]:
        more = self._understood(choices, text, step.key) if text else answer
        if more.value and text:
            value = more.value if re.match(r"\d", more.value) else f"{answer.value} {more.value}"
            more = replace(answer, value=value, standing=Standing.ASSUMED if text.endswith("?") else answer.standing)
        return self._settle(step, more)

    def _take_follow_up(self, step: Step, follow_up: _CurrentFollowUp, text: str) -> list[Echo]:
        self._asked_again = None
        more = self._understood(follow_up.choices, text, follow_up.into)
        if more.standing is Standing.OPEN:
            return []
        into = step if follow_up.into == step.key else self._step(follow_up.into, step.first)
        answer = _completed(into.first.brief.answers.get(into.key, OPEN), more, into.key)
        self._write(into, answer, is_new=True)
        return self._finish(into)  # it was asked just now, in other words

    def _settle(self, step: Step, answer: Answer) -> list[Echo]:
        """Keeps an answer, and sees whether it earns a follow-up."""
        is_new = step.first.brief.answers.get(step.key) != answer
        self._write(step, answer, is_new)
        return self._finish(step, answer.value if is_new else "")

    def _write(self, step: Step, answer: Answer, is_new: bool) -> None:
        """Puts an answer into all briefs that share it; what is asked of each is offered to the tasks behind."""
        for draft in step.drafts:
            draft.brief = draft.brief.with_answer(step.key, answer)
        if is_new and len(step.drafts) < len(self.drafts) and self.questions.get(step.key).several == "same":
            self._offer_on(step, answer)
        if is_new and step.key == URGENCY and step.key in self.shared:
            self._put_in_order(answer)

    def _offer_on(self, step: Step, answer: Answer) -> None:
        """Offers an answer to the tasks behind this one; what is open is open for them too, and not asked again."""
        for draft in self.drafts[self.drafts.index(step.drafts[-1]) + 1 :]:
            said = draft.found.get(step.key, OPEN).quote
            if not said and Step(step.key, (draft,)) not in self.steps_done:
                draft.brief = draft.brief.with_answer(step.key, OPEN if answer == OPEN else None)
                draft.found = {**draft.found, step.key: answer}

    def _put_in_order(self, answer: Answer) -> None:
        """Puts the task first that was picked to come first."""
        phrases = priority_phrases(self.tasks)
        if answer.value in phrases:
            places = {ask: place for place, ask in enumerate(self.tasks)}
            picked = phrases.index(answer.value)
            order = {draft: places.get(draft.brief.ask, len(places)) for draft in self.drafts}
            self.drafts.sort(key=lambda draft: (order[draft] != picked, order[draft]))
        slugs = tuple(brief.slug for brief in self.briefs)
        if all(slugs):
            self.briefs = [replace(brief, siblings=slugs) for brief in self.briefs]

    def _finish(self, step: Step, new_words: str = "") -> list[Echo]:
        """Counts a step as done, and tells how it was understood; new words may earn a follow-up, if any is left."""
        if step not in self.steps_done and not (self._from_card and self.tasks):
            self.steps_done.append(step)
        if new_words and self._follow_ups_asked < MOST_FOLLOW_UPS and step.first.brief.depth != "quick":
            self._follow_up = self._follow_up_about(step, new_words)
        self._asked_again = step if self._follow_up else None
        self._follow_ups_asked += bool(self._follow_up)
        return [self._echo(step.key, step.first)]

    def _follow_up_about(self, step: Step, value: str) -> _CurrentFollowUp | None:
        key, then = step.key, self.questions.get(step.key).then
        known = key in (DEADLINE, URGENCY) and step.first.brief.due is not None
        vague = None if known else self.wording.probe_for(value, key)
        if vague:
            ask, into = self._fill(vague.probe.ask, word=vague.text), vague.probe.into
            into = into if into in self.questions.names else key
            return _CurrentFollowUp(ask, self._choices(vague.probe.suggest), into)
        if key == DEADLINE and not known:
            ask = f"I can't find a date in “{shorten(one_line(value), 8)}”. Which of these would you propose?"
            return _CurrentFollowUp(ask, self._choices(MOMENTS), key)
        if then and not mentions(value, then.unless):
            return _CurrentFollowUp(self._fill(then.ask), self._choices(then.suggest), key)
        return None

    # ---- telling

    def _echo(self, key: str, draft: TaskDraft) -> Echo:
        """The answer that a brief holds for a key, in words."""
        brief = draft.brief
        if key == ASK:
            return Echo(key, shorten(one_line(brief.ask), _ECHOED_WORDS))
        if key == LEADER:
            return Echo(key, one_line(brief.leader or "") or "not known yet", unclear=not brief.leader)
        answer = brief.answers.get(key, OPEN)
        if answer.standing is Standing.OPEN:
            return Echo(key, f"you will ask {brief.first_name or 'them'}", "open")
        unread = "" if key != DEADLINE or answer.due else " (no date that I can read)"
        deadline = self._deadline(key, answer)
        # What was read as another word than was typed.
        repairs = ", ".join(f"“{typed}” read as {word}" for typed, word in deadline.corrected) if deadline else ""
        words = shorten(describe(answer, self.now), _ECHOED_WORDS) + unread + (f" ({repairs})" if repairs else "")
        return Echo(key, words, STANDINGS[answer.standing], unclear=bool(unread))

    def _deadline(self, key: str, answer: Answer) -> "Deadline | None":
        """The deadline as it is read from the words of its answer; None if its moment comes from elsewhere."""
        if key != DEADLINE or not answer.due or answer.read_from != answer.value:
            return None
        from clarify.read.deadline import read_deadline  # only where a deadline is read

        return read_deadline(answer.value, self.now, self.conventions)


def _completed(old: Answer, more: Answer, key: str) -> Answer:
    """An answer with what a follow-up added to it; the words of a vague deadline stay as its quote."""
    if key == DEADLINE:
        return replace(more, quote=old.quote or (old.value if old.standing is Standing.SAID else ""))
    if not old.value:
        return more
    guess = Standing.ASSUMED in (old.standing, more.standing)
    return replace(old, value=f"{old.value}: {more.value}", standing=Standing.ASSUMED if guess else old.standing)
