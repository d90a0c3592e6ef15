"""Puts one brief into sentences: how each of its answers stands in a message. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from string import Template

from clarify.ask.answers import DEADLINE
from clarify.ask.prompt import priority_phrases
from clarify.ask.questions import Question, QuestionSet
from clarify.brief import OPEN, Answer, Brief, Standing
from clarify.moments import Conventions, in_full, in_short, next_moments, same_clock, zone_name, zone_of
from clarify.read.vague import MOMENTS, TASKS, Wording
from clarify.text import cut_words, one_line, shorten
from clarify.write.templates import Templates, tidy

MOST_QUESTIONS = 3


@dataclass(frozen=True)
class Style:
    """The wording in force, and the person's calendar and name: the same for all messages."""

    questions: QuestionSet
    templates: Templates
    wording: Wording
    now: datetime
    conventions: Conventions
    signature: str = ""


@dataclass(frozen=True, eq=False)
class WordedBrief:
    """One of the briefs that a message is about, put into the words of that message."""

    brief: Brief
    all_briefs: Sequence[Brief]
    """All briefs that the message is about, this one among them."""
    style: Style

    def unsettled_questions(self) -> list[Question]:
        """The questions that the leader may answer or correct: open, assumed, or a deadline without a date to come.

        What clarify took from the leader's own words without being sure is no point of its own: it is stated as taken.
        """
        return [
            self.style.questions.get(key)
            for key, answer in self.brief.answers.items()
            if (answer.standing in (Standing.OPEN, Standing.ASSUMED) and not answer.is_taken)
            or self._date_request(key, answer)
        ]

    def can_ask(self, question: Question) -> bool:
        """True if it can be put as a question: it is open, or a deadline without a date to come."""
        answer = self.brief.answers[question.key]
        is_open = answer.standing is Standing.OPEN or self._date_request(question.key, answer)
        return bool(question.question and is_open)

    def _date_request(self, key: str, answer: Answer) -> str | None:
        """The name of the sentence that asks for a new date, if the deadline has passed or has no date; else None."""
        if key != DEADLINE or answer.standing in (Standing.OPEN, Standing.CONFIRMED):
            return None
        if answer.due:
            return "overdue" if answer.due < self.style.now else None
        return "undated" if answer.standing is Standing.SAID else None

    # ---- the person's own words

    @property
    def most_questions(self) -> int:
        """The number of questions that the message may ask, beside the question marks in the person's own words."""
        return max(0, MOST_QUESTIONS - self._question_marks)

    @cached_property
    def _question_marks(self) -> int:
        return sum(words.count("?") for words in own_words(self.all_briefs))

    def trimmed(self, text: str, length: int) -> str:
        """`text` on one line, in at most `length` words; without question marks if the message has too many."""
        text = shorten(one_line(text), length)
        return text.replace("?", "") if self._question_marks > MOST_QUESTIONS else text

    def stated(self, key: str, length: int) -> str:
        """An answer as a statement: a deadline as its moment, with those of its words that say more than the moment."""
        answer = self.brief.answers[key]
        if answer.due is None:
            return self.trimmed(answer.value, length)
        moment = self.told(answer.due)
        rest = self._beside_moments[key]
        return f"{moment} ({self.trimmed(rest, length)})" if rest else moment

    @cached_property
    def _beside_moments(self) -> Mapping[str, str]:
        """The words of each dated answer that say more than its moment; read once, as many lengths are tried."""
        return {key: self._rest_of_deadline(answer) for key, answer in self.brief.answers.items() if answer.due}

    def _rest_of_deadline(self, answer: Answer) -> str:
        from clarify.read.deadline import read_deadline  # only where a deadline stands in the message

        deadline = read_deadline(answer.value, self.brief.created, self.style.conventions)
        if deadline is None:
            return ""
        rest = f"{answer.value[: deadline.start].strip()} {answer.value[deadline.end :].strip()}".strip(" ,;:.-–—()!")
        return rest if len(rest.split()) >= 2 else ""

    # ---- sentences

    def statements(self, keys: Sequence[str], length: int, *, of_all: bool = False) -> list[str]:
        """A sentence for each key, all said, taken or agreed on, the riskiest first; `of_all`: for several tasks."""
        sentences = []
        for question in sorted(map(self.style.questions.get, keys), key=lambda question: question.risk):
            value = self.stated(question.key, length)
            said = question.worded_for_all.said if of_all else question.said
            fits = said and (question.key != DEADLINE or self.brief.due)
            taken = self.brief.answers[question.key].is_taken
            fill = self.style.templates.fill
            if not fits:
                sentences.append(fill("taken" if taken else "said", label=question.label, value=value))
                continue
            sentence = self._filled(said, value=value)
            begun = sentence[:1].lower() + sentence[1:]
            sentences.append(fill("taken_whole", sentence=begun) if taken else sentence)
        return sentences

    def point_text(self, question: Question, length: int, asked: bool) -> str:
        """A point that the leader may correct, its answer in at most `length` words; `asked`: as a question."""
        answer = self.brief.answers[question.key]
        fill = self.style.templates.fill
        dated = self._date_request(question.key, answer)
        if dated and asked:
            write = in_short if answer.due else in_full  # one moment in full is enough
            value = self.told(answer.due) if answer.due else self.trimmed(answer.value, length)
            return fill(dated, value=value, fallback=self.told(self._next_moment(), write))
        if answer.standing is not Standing.OPEN:
            return fill("assumed", label=question.label, value=self.stated(question.key, length))
        return self._open_point(question, asked)

    def _open_point(self, question: Question, asked: bool) -> str:
        """A point that nobody has answered: a question with the owner's plan, or the plan alone."""
        fill = self.style.templates.fill
        moment = question.fallback == MOMENTS
        fallback = self.told(self._next_moment()) if moment else self._plan(question)
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
        """The words for what the owner would do without an answer."""
        if question.fallback == TASKS:
            first = priority_phrases([brief.ask for brief in self.all_briefs])
            return cut_words(first[self.all_briefs.index(self.brief)]).replace("?", "")
        return question.fallback or "".join(question.options[:1])

    def _filled(self, template: str, **values: str) -> str:
        return tidy(Template(template).safe_substitute(leader=self.brief.first_name or "you", **values))

    # ---- time

    def told(self, moment: datetime, write: Callable[[datetime, datetime], str] = in_full) -> str:
        """The moment in words; where the deadline was read on another clock than today's, on that one, with its zone.

        So the leader reads the hour that was said, also after the owner has moved.
        """
        due, now = self.brief.due, self.style.now
        if due is None or same_clock(due, zone_of(now)):
            return write(moment, now)
        there = moment.astimezone(due.tzinfo)
        words = write(there, now)
        return f"{words} {zone_name(there)}" if ":" in words else words

    def _next_moment(self) -> datetime:
        """The moment to propose for work without a deadline: in a hurry the next one, else one after today."""
        now, conventions = self.style.now, self.style.conventions
        moments = next_moments(now, conventions)
        if self.in_a_hurry:
            return moments[0]
        later = [m for m in moments if m.date() > now.date() and m.timetz() != conventions.noon]
        return (later[1:] or later or moments)[0]

    @cached_property
    def in_a_hurry(self) -> bool:
        """True if the leader wants it at once, without a moment: “asap”."""
        said = filter(None, (self.brief.answers.get(key, OPEN).value for key in (DEADLINE, "urgency")))
        return any(vague.probe.hurry for words in said for vague in self.style.wording.find_vague(words, DEADLINE))


def own_words(briefs: Sequence[Brief]) -> list[str]:
    """The words that the person typed or took over: asks and answers."""
    return [words for b in briefs for words in (b.ask, *(answer.value for answer in b.answers.values()))]
