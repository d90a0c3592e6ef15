"""The conversation of `clarify new`: an interview at the terminal, the card, and the sending."""

import re
import sys
from dataclasses import dataclass, replace
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from clarify.ask.interview import BACK, Echo, Interview, Point, Prompt, in_order
from clarify.brief import Standing
from clarify.commands.intake import find_answers, pasted
from clarify.commands.new.autosave import Kept
from clarify.commands.session import Workplace
from clarify.commands.shared import mark_sent, print_briefs
from clarify.errors import ClarifyError, Interrupted
from clarify.show import terminal
from clarify.show.screens import left_out, message_screen, no_message_needed, point_labels, point_rows
from clarify.text import clean, one_line, shorten, was_unsafe
from clarify.write.formats import text as plain
from clarify.write.message import Message

if TYPE_CHECKING:
    from clarify.read.handoff import Handoff

_HINT = "Enter: not said, I'll ask · ? at the end: my guess · <: back · Ctrl-C: stop"
_CHAT = re.compile(r"\b(?:(?:can|could|would|will) (?:you|u)|pls|plz|please|thx|thanks|hey|hi)\b", re.IGNORECASE)
"""Words of somebody who asks: what comes with them is the leader's message, not the owner's own sentence."""
_LONGEST_ANSWER = 600
"""Characters beyond which an answer is likelier a whole message that landed at the wrong question."""
YES = ("", "y", "yes", "ok", "okay", "good", "sent", "done")
NO = ("n", "no", "not yet", "later")


def tell_other_tasks(handoff: "Handoff") -> None:
    """Says which other tasks a message hands over, since a brief is for one."""
    _, *others = handoff.tasks or [None]
    if others:
        named = "".join(f"\n  {shorten(one_line(task.text), 12)}" for task in others if task)
        more = "is one more task" if len(others) == 1 else f"are {len(others)} more tasks"
        options = "`--each` makes a brief of each, `--together` one for all."
        terminal.tell(f"There {more} in it; this brief is for the first. {options}{named}")


def hold(
    place: Workplace, talk: Interview, *, read: "Handoff | None" = None, how: str = "", yes: bool, as_json: bool
) -> None:
    """Asks, shows the card, and sees the message off. Every answer is on disk before the next question.

    `read`: what the hand-off gives, where its tasks are to be chosen; `how`: what an option said of them.
    """
    kept = Kept(place.store, {brief.slug: brief for brief in talk.briefs if brief.slug})
    conversation = _Conversation(place, talk, kept, how)
    try:
        conversation.interview_person(read)
    except Interrupted:
        raise conversation.stopped() from None
    try:
        message = conversation.review(yes)
        while not conversation.send(message, yes):
            message = conversation.review(yes=False)
    except Interrupted:
        # The brief is complete: nothing is lost by leaving here.
        conversation.tell_kept()
    finally:
        conversation.print_result(as_json)


@dataclass
class _Conversation:
    place: Workplace
    talk: Interview
    kept: Kept
    how: str = ""
    about: str = ""
    """Of several tasks, the one that is being asked about."""

    # ---- asking

    def interview_person(self, read: "Handoff | None") -> None:
        """Asks until everything that applies was asked."""
        self.talk.briefs = [replace(brief, asking=True) for brief in self.talk.briefs]
        terminal.hint(f"{_HINT}\n")
        if read:
            self._choose_tasks(read)
        for echo in self.talk.known():
            terminal.show_echo(echo)
        self._save()
        self._ask_on()
        self.talk.briefs = [replace(brief, asking=False) for brief in self.talk.briefs]
        self._save()

    def _choose_tasks(self, read: "Handoff") -> None:
        """Asks what to make of several tasks, where there are some."""
        lead = self.talk
        if len(read.tasks) < 2 or lead.tasks:
            return
        from clarify.commands.new import tasks

        try:
            self.talk = tasks.choose_tasks(self.place, lead, read, self.how)
        except Interrupted:
            self.talk = tasks.by_default(self.place, lead, read)
            raise

    def _ask_on(self) -> None:
        while prompt := self.talk.prompt():
            if prompt.about and prompt.about != self.about:
                terminal.tell(f"\n{terminal.paint_for(sys.stderr)(prompt.about, 'bold')}")
            self.about = prompt.about
            text = "" if prompt.said else terminal.ask(prompt)
            if was_unsafe(text):
                terminal.tell("Note: control characters were taken out of what you entered.")
            text = clean(text).strip()
            if text == BACK and prompt.key and not prompt.number and not self.talk.briefs[0].asking:
                self.talk.keep()  # from the card, back to the card
                return
            self._take(prompt, text)

    def _take(self, prompt: Prompt, text: str) -> None:
        if not self.talk.tasks and prompt.number:
            chat = "\n" in text or (_CHAT.search(text) and len(text.split()) >= 8)
            too_long = len(text) > _LONGEST_ANSWER
            if (prompt.key == "ask" and chat) or (too_long and not self._is_answer()):
                self._take_handoff(text)
                return
        for echo in self.talk.take(text):
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
        handoff = pasted(text)
        read, found = find_answers(self.place, handoff)
        [part] = self.talk.parts
        part.brief = replace(part.brief, handoff=handoff)
        self.talk.offer({**found, **part.found})
        terminal.show_echo(Echo("", f"Kept the message. {'This is in it:' if found else 'Nothing was found in it.'}"))
        if not part.brief.ask:
            self._choose_tasks(read)
        self._save()

    # ---- keeping

    def _save(self) -> None:
        """Keeps what has changed since the last time, once it is known what is to be done."""
        briefs = [in_order(brief, self.talk.questions) for brief in self.talk.briefs]
        if all(brief.ask for brief in briefs):
            try:
                self.talk.briefs = self.kept.keep(briefs)
            except ClarifyError as problem:
                terminal.tell(f"{problem} Go on: it is tried again with the next answer.")

    def stopped(self) -> ClarifyError:
        """What to say when the person stopped half-way; a hand-off is kept even before the first answer."""
        first = self.talk.parts[0]
        if not first.brief.ask and first.brief.handoff:
            found = first.found.get("ask")
            ask = found.value if found else shorten(one_line(first.brief.handoff), 10)
            first.brief = replace(first.brief, ask=ask)
        self._save()
        if not self.kept.briefs:
            return Interrupted("Stopped; nothing was answered yet. `clarify new` begins again.")
        names = ", ".join(self.kept.briefs)
        it = "it" if len(self.kept.briefs) == 1 else "them"
        return Interrupted(f"Stopped. What you answered is kept as {names}; `clarify new` goes on with {it}.")

    # ---- the card

    def review(self, yes: bool) -> Message:
        """Shows the message and the numbered answers until the person is content with them."""
        while True:
            message = self.place.message(*self.talk.briefs)
            self._show_card(message)
            if yes:
                return message
            prompt = Prompt("", "Good like this?", default="yes · 3: change answer 3 · 3?: guess or said")
            text = terminal.ask(prompt, fresh=True).strip()
            if text.lower() in YES:
                return message
            self.change(text)

    def _show_card(self, message: Message) -> None:
        briefs, points, questions = self.talk.briefs, self.talk.points(), self.talk.questions
        paint = terminal.paint_for(sys.stderr)
        columns, lines = terminal.width_of(), get_terminal_size((80, 24)).lines
        letter = message_screen(plain.render(message), columns, paint)
        rows = point_rows(briefs, points, questions, message, self.place.now, columns, paint)
        if letter.count("\n") + len(rows) + 6 > lines:
            rows = point_labels(briefs, points, questions, columns)  # so that the message stays in sight
        terminal.tell(f"\n{letter}")
        for row in rows:
            terminal.tell(row)
        if no_message_needed(message):
            terminal.tell(no_message_needed(message))
        if message.shortened:
            names = ", ".join(questions.get(key).label for key in message.shortened)
            terminal.tell(f"Too long for the message, and cut there: {names}. Better words: its number.")
        if message.left_out:
            terminal.tell(left_out(message))

    def change(self, text: str) -> bool:
        """What was typed at the card: `3` asks again, `3 Friday` answers, `3?` turns a guess into said and back."""
        points = self.talk.points()
        match = re.fullmatch(r"(\d{1,3})(?:(\?)|[.:)]?\s+(.+))?", text, re.DOTALL)
        number = len(points) if text == BACK else int(match[1]) if match else 0
        if not 1 <= number <= len(points):
            terminal.tell(f"  Type a number from 1 to {len(points)}, or Enter if it is good.")
            return False
        point = points[number - 1]
        if match and match[2]:
            self._turn(point)
            return True
        self.about = ""
        self.talk.change(point)
        prompt = self.talk.prompt()
        if match and match[3] and prompt:
            self._take(prompt, clean(match[3]))
        self._ask_on()
        return True

    def _turn(self, point: Point) -> None:
        """A guess becomes said, and what was said a guess."""
        briefs = self.talk.briefs
        answer = briefs[point.places[0]].answers.get(point.key)
        if answer is None or not answer.value:
            terminal.tell("  There is no answer to turn into a guess: type its number alone to give one.")
            return
        standing = Standing.SAID if answer.standing is Standing.ASSUMED else Standing.ASSUMED
        turned = replace(answer, standing=standing)
        self.talk.briefs = [
            brief.with_answer(point.key, turned) if place in point.places else brief
            for place, brief in enumerate(briefs)
        ]
        self._save()

    # ---- sending

    def send(self, message: Message, yes: bool) -> bool:
        """Copies the message, and waits until it was sent; False where the person would rather change it first."""
        copied = terminal.copy(plain.render(message))
        if yes:
            return True
        elsewhere = f"There is no clipboard here: copy it from above, or from `clarify export {self._named()}`."
        prompt = Prompt(
            "",
            f"{'Copied to your clipboard.' if copied else elsewhere} Paste it and send it.",
            default="it is sent (n: not yet · 3: change answer 3)",
        )
        while True:
            text = terminal.ask(prompt, fresh=True).strip()
            if text.lower() in NO:
                self.tell_kept()
                return True
            if text.lower() in YES:
                self._mark_sent()
                terminal.tell(f"Sent. `clarify today` reminds you. When they agree: `clarify confirm {self._first}`.")
                return True
            if self.change(text):
                return False

    def _mark_sent(self) -> None:
        """Marks them as sent; of several, those that are open still."""
        briefs = self.talk.briefs
        there = {brief.slug for brief in self.place.store.together(briefs[0])} if len(briefs) > 1 else set()
        sent = mark_sent(self.place, [b.slug for b in briefs if b.slug in there] or [briefs[0].slug])
        by_slug = {brief.slug: brief for brief in sent}
        self.talk.briefs = [by_slug.get(brief.slug, brief) for brief in briefs]

    def tell_kept(self) -> None:
        """Says that it is not sent yet."""
        kept = "a draft. Once it is sent" if len(self.talk.briefs) == 1 else "drafts. Once the message is sent"
        terminal.tell(f"Kept as {kept}: `clarify sent {self._first}`.")

    @property
    def _first(self) -> str:
        """What to type for the first of them."""
        return self.place.short(self.talk.briefs[0].slug)

    def _named(self) -> str:
        """What to type for all of them."""
        return " ".join(self.place.short(brief.slug) for brief in self.talk.briefs)

    def print_result(self, as_json: bool) -> None:
        """The result for whatever standard output is connected to; at a terminal the card has shown it already."""
        briefs = self.talk.briefs
        if as_json:
            print_briefs(self.place, briefs)
        elif not sys.stdout.isatty():
            terminal.write(plain.render(self.place.message(*briefs)))
