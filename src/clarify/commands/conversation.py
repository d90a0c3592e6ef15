"""The conversation of `clarify new`: an interview at the terminal, the card, and the sending."""

import os
import re
import sys
from dataclasses import dataclass, field, replace
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from clarify import terminal
from clarify.brief import Brief, Standing
from clarify.commands.handing import find_answers, made_safe
from clarify.commands.shared import mark_sent, print_json
from clarify.errors import ClarifyError, Interrupted, NoSuchBrief
from clarify.formats import text as plain
from clarify.interview import BACK, Choice, Echo, Interview, Prompt, in_order, pick
from clarify.messages import Message
from clarify.screens import answer_labels, answer_rows, full, message_screen, no_message_needed
from clarify.text import clean, one_line, shorten, was_unsafe
from clarify.workplace import Workplace

if TYPE_CHECKING:
    from clarify.handoff import Handoff

_HINT = "Enter: not said, I'll ask · ? at the end: my guess · <: back · Ctrl-C: stop"
_CHAT = re.compile(r"\b(?:(?:can|could|would|will) (?:you|u)|pls|plz|please|thx|thanks|hey|hi)\b", re.IGNORECASE)
"""Words of somebody who asks: what comes with them is the leader's message, not the owner's own sentence."""
_LONGEST_ANSWER = 600
"""Characters beyond which an answer is likelier a whole message that landed at the wrong question."""
_YES = ("", "y", "yes", "ok", "okay", "good", "sent", "done")
_NO = ("n", "no", "not yet", "later")


def resume(place: Workplace) -> Brief | None:
    """A draft whose interview stopped half-way, if the person wants to go on with it; the latest is offered first."""
    stopped = [brief for brief in place.store.summaries()[0] if brief.asking]
    if not stopped:
        return None
    stopped.sort(key=lambda brief: (brief.created, brief.slug), reverse=True)
    drafts = [place.store.load(brief.slug).brief for brief in stopped[:5]]
    choices = tuple(Choice(f"“{shorten(one_line(draft.ask), 8)}” ({_so_far(draft)})") for draft in drafts)
    first = "go on with it" if len(choices) == 1 else "go on with a"
    prompt = Prompt("", "You stopped half-way:", choices=choices, default=f"{first} (n: begin a new one)")
    while True:
        text = terminal.ask(prompt).strip().lower()
        if text in _NO:
            return None
        picked = pick(choices, text)
        if picked or text in _YES:
            return drafts[[choice.text for choice in choices].index(picked.value) if picked else 0]


def _so_far(draft: Brief) -> str:
    number = len(draft.answers)
    return f"{number} answer{'' if number == 1 else 's'} so far" if number else "the task so far"


def tell_other_tasks(handoff: "Handoff") -> None:
    """Says which other tasks a message hands over, since a brief is for one."""
    _, *others = handoff.tasks or [None]
    if others:
        named = "".join(f"\n  {shorten(one_line(task.text), 12)}" for task in others if task)
        more = "one more task" if len(others) == 1 else f"{len(others)} more tasks"
        terminal.tell(f"There is {more} in it; this brief is for the first. `clarify new` for the rest:{named}")


def hold(place: Workplace, interview: Interview, *, yes: bool, as_json: bool) -> None:
    """Asks, shows the card, and sees the message off. Every answer is on disk before the next question."""
    talk = _Conversation(place, interview)
    try:
        talk.interview_person()
    except Interrupted:
        raise talk.stopped() from None
    try:
        message = talk.review(yes)
        while not talk.send(message, yes):
            message = talk.review(yes=False)
    except Interrupted:
        # The brief is complete: nothing is lost by leaving here.
        terminal.tell(f"Kept as a draft. Once it is sent: `clarify sent {place.short(interview.brief.slug)}`.")
    finally:
        talk.print_result(as_json)


@dataclass
class _Conversation:
    place: Workplace
    interview: Interview
    group: str = field(default_factory=lambda: os.urandom(4).hex())
    """Ties the changes of the interview together, so that one undo takes the whole brief back."""
    saved: Brief | None = None
    """The brief as this conversation last knew it to be on disk."""

    # ---- asking

    def interview_person(self) -> None:
        """Asks until everything that applies was asked."""
        brief = self.interview.brief
        self.saved = brief if brief.slug else None
        self.interview.brief = replace(brief, asking=True)
        terminal.hint(f"{_HINT}\n")
        for key in ("ask", "leader", *brief.answers):
            if getattr(brief, key, True):  # what was given as an option, or before an interruption
                terminal.show_echo(self.interview.echo(key))
        self._save()
        self._ask_on()
        self.interview.brief = replace(self.interview.brief, asking=False)
        self._save()

    def _ask_on(self) -> None:
        while prompt := self.interview.prompt():
            text = terminal.ask(prompt)
            if was_unsafe(text):
                terminal.tell("Note: control characters were taken out of what you entered.")
            text = clean(text).strip()
            if text == BACK and prompt.key and not prompt.number and not self.interview.brief.asking:
                self.interview.keep()  # from the card, back to the card
                return
            self._take(prompt, text)

    def _take(self, prompt: Prompt, text: str) -> None:
        chat = "\n" in text or (_CHAT.search(text) and len(text.split()) >= 8)
        if prompt.key == "ask" and prompt.number and chat:
            self._take_handoff(text)
            return
        if prompt.number and len(text) > _LONGEST_ANSWER and not self._is_answer():
            self._take_handoff(text)
            return
        for echo in self.interview.take(text):
            terminal.show_echo(echo)
        self._save()

    def _is_answer(self) -> bool:
        prompt = Prompt(
            "",
            "That looks like a whole message.",
            default="keep it as the hand-off (k: it is my answer to the question)",
        )
        return terminal.ask(prompt).strip().lower() == "k"

    def _take_handoff(self, text: str) -> None:
        """The whole message came where one answer was asked for: keep it, and offer what is in it."""
        handoff = made_safe(text)
        read, found = find_answers(self.place, handoff)
        self.interview.brief = replace(self.interview.brief, handoff=handoff)
        self.interview.found = {**found, **self.interview.found}
        labels = [self.interview.questions.get(key).label.lower() for key in found]
        said = f"Found in it: {', '.join(labels)}. Enter takes what is found." if labels else "Nothing was found in it."
        terminal.show_echo(Echo("", f"Kept the message. {said}"))
        tell_other_tasks(read)
        self._save()

    # ---- keeping

    def _save(self) -> None:
        """Keeps what has changed since the last time; what other commands changed meanwhile stays as they left it."""
        brief, known = in_order(self.interview.brief, self.interview.questions), self.saved
        if not brief.ask or brief == known:
            return
        try:
            if known is None:
                kept = self.place.store.add(brief, self.group)
            else:
                change = partial(_carried, known, brief)
                kept = self.place.store.change(brief.slug, "new", change, self.group)
        except NoSuchBrief:
            kept = self.place.store.add(replace(brief, slug=""), self.group)  # it was forgotten elsewhere meanwhile
        except ClarifyError as problem:
            terminal.tell(f"{problem} Go on: it is tried again with the next answer.")
            return
        self.interview.brief = self.saved = kept

    def stopped(self) -> ClarifyError:
        """What to say when the person stopped half-way; a hand-off is kept even before the first answer."""
        brief = self.interview.brief
        if not brief.ask and brief.handoff:
            found = self.interview.found.get("ask")
            self.interview.brief = replace(brief, ask=found.value if found else shorten(one_line(brief.handoff), 10))
        self._save()
        if self.saved is None:
            return Interrupted("Stopped; nothing was answered yet. `clarify new` begins again.")
        return Interrupted(f"Stopped. What you answered is kept as {self.saved.slug}; `clarify new` goes on with it.")

    # ---- the card

    def review(self, yes: bool) -> Message:
        """Shows the message and the numbered answers until the person is content with them."""
        while True:
            message = self.place.message(self.interview.brief)
            self._show_card(message)
            if yes:
                return message
            prompt = Prompt("", "Good like this?", default="yes · 3: change answer 3 · 3?: guess or said")
            text = terminal.ask(prompt, fresh=True).strip()
            if text.lower() in _YES:
                return message
            self.change(text)

    def _show_card(self, message: Message) -> None:
        brief, questions = self.interview.brief, self.interview.questions
        paint = terminal.paint_for(sys.stderr)
        columns, lines = terminal.width_of(), get_terminal_size((80, 24)).lines
        letter = message_screen(plain.render(message, brief), columns, paint)
        asked = {item.key for item in message.items if "?" in item.text}
        rows = answer_rows(brief, questions, self.place.now, columns, paint, numbered=True, asked=asked)
        if letter.count("\n") + len(rows) + 6 > lines:
            rows = answer_labels(brief, questions, columns)  # so that the message stays in sight
        terminal.tell(f"\n{letter}")
        for row in rows:
            terminal.tell(row)
        if no_message_needed(message):
            terminal.tell(no_message_needed(message))
        if message.shortened:
            names = ", ".join(questions.get(key).label for key in message.shortened)
            terminal.tell(f"Too long for the message, and cut there: {names}. Better words: its number.")

    def change(self, text: str) -> bool:
        """What was typed at the card: `3` asks again, `3 Friday` answers, `3?` turns a guess into said and back."""
        keys = ["ask", "leader", *self.interview.brief.answers]
        match = re.fullmatch(r"(\d{1,2})(?:(\?)|[.:)]?\s+(.+))?", text, re.DOTALL)
        number = len(keys) if text == BACK else int(match[1]) if match else 0
        if not 1 <= number <= len(keys):
            terminal.tell(f"  Type a number from 1 to {len(keys)}, or Enter if it is good.")
            return False
        if match and match[2]:
            self._turn(keys[number - 1])
            return True
        self.interview.ask_again(keys[number - 1])
        prompt = self.interview.prompt()
        if match and match[3] and prompt:
            self._take(prompt, clean(match[3]))
        self._ask_on()
        return True

    def _turn(self, key: str) -> None:
        """A guess becomes said, and what was said a guess."""
        answer = self.interview.brief.answers.get(key)
        if answer is None or not answer.value:
            terminal.tell("  There is no answer to turn into a guess: type its number alone to give one.")
            return
        standing = Standing.SAID if answer.standing is Standing.ASSUMED else Standing.ASSUMED
        self.interview.brief = self.interview.brief.with_answer(key, replace(answer, standing=standing))
        self._save()

    # ---- sending

    def send(self, message: Message, yes: bool) -> bool:
        """Copies the message, and waits until it was sent; False where the person would rather change it first."""
        brief = self.interview.brief
        copied = terminal.copy(plain.render(message, brief))
        if yes:
            return True
        short = self.place.short(brief.slug)
        elsewhere = f"There is no clipboard here: copy it from above, or from `clarify export {short}`."
        prompt = Prompt(
            "",
            f"{'Copied to your clipboard.' if copied else elsewhere} Paste it and send it.",
            default="it is sent (n: not yet · 3: change answer 3)",
        )
        while True:
            text = terminal.ask(prompt, fresh=True).strip()
            if text.lower() in _NO:
                terminal.tell(f"Kept as a draft. Once it is sent: `clarify sent {short}`.")
                return True
            if text.lower() in _YES:
                self.interview.brief = mark_sent(self.place, brief.slug)
                terminal.tell(f"Sent. `clarify today` reminds you. When they agree: `clarify confirm {short}`.")
                return True
            if self.change(text):
                return False

    def print_result(self, as_json: bool) -> None:
        """The result for whatever standard output is connected to; at a terminal the card has shown it already."""
        brief = self.interview.brief
        if as_json:
            print_json(full(brief, self.place.store.where(brief.slug)))
        elif not sys.stdout.isatty():
            terminal.write(plain.render(self.place.message(brief), brief))


def _carried(known: Brief, brief: Brief, current: Brief) -> Brief:
    """What differs between `known` and `brief`, carried over into the brief as it is on disk by now."""
    answers = {key: answer for key, answer in brief.answers.items() if known.answers.get(key) != answer}
    own = {name: getattr(brief, name) for name in ("ask", "leader", "handoff", "asking")}
    changed = {name: value for name, value in own.items() if value != getattr(known, name)}
    # In the order of the interview, with what others added behind it.
    merged = {**brief.answers, **current.answers, **answers}
    return replace(current, answers=merged, **changed)
