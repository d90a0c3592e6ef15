"""The conversation of `clarify new`: an interview at the terminal, the card, and the sending."""

import os
import sys
from dataclasses import dataclass, field, replace

from clarify import terminal
from clarify.brief import Brief, Standing
from clarify.commands.handing import find_answers, made_safe
from clarify.commands.sent import mark_sent
from clarify.commands.shared import print_json
from clarify.errors import Interrupted
from clarify.formats import text as plain
from clarify.interview import Interview, Prompt, is_unfinished
from clarify.messages import Message
from clarify.questions import QuestionSet
from clarify.screens import answer_rows, full, message_screen, no_message_needed
from clarify.text import clean, fit, one_line, shorten, was_unsafe
from clarify.workplace import Workplace

_HINT = "Enter: not said, I'll ask · ? at the end: my guess · <: back · Ctrl-C: stop"


def resume(place: Workplace, questions: QuestionSet) -> Brief | None:
    """The latest draft whose interview stopped half-way, if the person wants to go on with it."""
    drafts = [b for b in place.store.listing()[0] if is_unfinished(b, place.questions_of(b), place.now)]
    if not drafts:
        return None
    brief = max(drafts, key=lambda draft: draft.created)
    answered = len(brief.answers)
    prompt = Prompt(
        "",
        f"You stopped half-way: “{shorten(one_line(brief.ask), 10)}”",
        why=f"{answered} answer{'' if answered == 1 else 's'} so far.",
        default="go on with it (n: begin a new one)",
    )
    return None if terminal.ask(prompt).strip().lower() in ("n", "no") else brief


def hold(place: Workplace, interview: Interview, *, yes: bool, as_json: bool) -> None:
    """Asks, shows the card, and sees the message off. Every answer is on disk before the next question."""
    talk = _Conversation(place, interview)
    try:
        talk.interview_person()
    except Interrupted:
        raise talk.stopped() from None
    try:
        message = talk.review(yes)
        talk.send(message, yes)
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
    """Ties its changes together, so that one undo takes the whole brief back."""

    # ---- asking

    def interview_person(self) -> None:
        terminal.hint(f"{_HINT}\n")
        for key in ("ask", "leader", *self.interview.brief.answers):
            if getattr(self.interview.brief, key, True):  # what was given as an option, or before an interruption
                terminal.show_echo(self.interview.echo(key))
        self._save()
        while prompt := self.interview.prompt():
            text = terminal.ask(prompt)
            if was_unsafe(text):
                terminal.tell("Note: control characters were taken out of what you entered.")
            self._take(prompt, clean(text))

    def _take(self, prompt: Prompt, text: str) -> None:
        if prompt.key == "ask" and "\n" in text.strip():
            self._take_handoff(text)
            return
        for echo in self.interview.take(text):
            terminal.show_echo(echo)
        self._save()

    def _take_handoff(self, text: str) -> None:
        """The whole message was pasted where one sentence was asked for: keep it, and offer what is in it."""
        handoff = made_safe(text)
        _, found = find_answers(self.place, handoff)
        self.interview.brief = replace(self.interview.brief, handoff=handoff)
        self.interview.found = {**found, **self.interview.found}
        said = ", ".join(found) or "nothing that clarify can tell"
        terminal.tell(f"  Kept the message. Found in it: {said}. Enter takes what is found.")

    def _save(self) -> None:
        brief = self.interview.brief
        if not brief.ask:
            return
        if not brief.slug:
            self.interview.brief = self.place.store.add(brief, self.group)
            return

        def how(current: Brief) -> Brief:
            return replace(current, ask=brief.ask, leader=brief.leader, answers=brief.answers, handoff=brief.handoff)

        self.place.store.change(brief.slug, "new", how, self.group)

    def stopped(self) -> Interrupted:
        """What to say when the person stopped half-way; a hand-off is kept even before the first answer."""
        brief = self.interview.brief
        if not brief.slug and brief.handoff:
            found = self.interview.found.get("ask")
            self.interview.brief = replace(brief, ask=found.value if found else fit(brief.handoff, 60).rstrip())
            self._save()
        slug = self.interview.brief.slug
        if not slug:
            return Interrupted("Stopped; nothing was answered yet. `clarify new` begins again.")
        return Interrupted(f"Stopped. What you answered is kept as {slug}; `clarify new` goes on with it.")

    # ---- the card

    def review(self, yes: bool) -> Message:
        """Shows the message and the numbered answers until the person is content with them."""
        while True:
            message = self.place.message(self.interview.brief)
            keys = ["ask", "leader", *self.interview.brief.answers]
            self._show_card(message, keys)
            if yes:
                return message
            text = terminal.ask(Prompt("", "Good like this?", default="yes · 3: change answer 3 · 3?: guess or said"))
            if not text.strip():
                return message
            self._change(keys, text.strip())

    def _show_card(self, message: Message, keys: list[str]) -> None:
        brief, place = self.interview.brief, self.place
        paint = terminal.paint_for(sys.stderr)
        columns = terminal.width_of()
        terminal.tell()
        terminal.tell(message_screen(plain.render(message, brief), columns, paint))
        for row in answer_rows(brief, self.interview.questions, place.now, columns, paint, numbered=True):
            terminal.tell(row)
        terminal.tell()
        if no_message_needed(message):
            terminal.tell(no_message_needed(message))

    def _change(self, keys: list[str], text: str) -> None:
        number = text.rstrip("?")
        if not number.isdecimal() or not 1 <= int(number) <= len(keys):
            terminal.tell(f"  Type a number from 1 to {len(keys)}, or Enter if it is good.")
            return
        key = keys[int(number) - 1]
        if text.endswith("?"):
            self._turn(key)
            return
        self.interview.ask_again(key)
        while prompt := self.interview.prompt():
            self._take(prompt, clean(terminal.ask(prompt)))

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

    def send(self, message: Message, yes: bool) -> None:
        """Copies the message, and waits until it was sent."""
        brief = self.interview.brief
        copied = terminal.copy(plain.render(message, brief))
        if yes:
            return
        first = "Copied to your clipboard." if copied else "There is no clipboard here, so copy it from above."
        prompt = Prompt("", f"{first} Paste it and send it.", default="it is sent (n: not yet)")
        if terminal.ask(prompt).strip().lower() in ("n", "no", "not yet"):
            terminal.tell(f"Kept as a draft. Once it is sent: `clarify sent {self.place.short(brief.slug)}`.")
            return
        self.interview.brief = mark_sent(self.place, brief.slug, self.group)
        terminal.tell(
            f"Sent. `clarify today` reminds you. When they agree: `clarify confirm {self.place.short(brief.slug)}`."
        )

    def print_result(self, as_json: bool) -> None:
        """The result for whatever standard output is connected to; at a terminal the card has shown it already."""
        brief = self.interview.brief
        if as_json:
            print_json(full(brief, self.place.store.path(brief.slug) or self.place.home))
        elif not sys.stdout.isatty():
            terminal.write(plain.render(self.place.message(brief), brief))
