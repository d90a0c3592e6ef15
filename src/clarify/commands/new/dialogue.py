"""The conversation of `clarify new`: an interview at the terminal, the card, and the sending."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from clarify.ask.found import Found, HandoffAnswers, without_ask
from clarify.ask.interview import Interview, TaskDraft
from clarify.ask.pending import in_order
from clarify.ask.prompt import BACK, Echo, Prompt
from clarify.ask.shared import Entry
from clarify.ask.tasks import EACH, ONE, interview_about
from clarify.brief import Brief, Standing
from clarify.commands.intake import answers_in, pasted, prepare_reading, read_answers
from clarify.commands.new.autosave import Autosave
from clarify.commands.new.keys import HINT, answer
from clarify.commands.session import Session
from clarify.commands.together import mark_sent
from clarify.errors import ClarifyError, Interrupted
from clarify.show import ask, console
from clarify.text import clean, one_line, shorten

if TYPE_CHECKING:
    from clarify.read.handoff import Finding
    from clarify.write.message import Message

_CHAT = re.compile(r"\b(?:(?:can|could|would|will) (?:you|u)|pls|plz|please|thx|thanks|hey|hi)\b", re.IGNORECASE)
"""Words of somebody who asks: what comes with them is the leader's message, not the owner's own sentence."""
_SENT = ("y", "yes", "sent", "it is sent", "done")
"""A clear yes: a second Enter at the card, or “ok”, does not say that a message went out."""
_FEWEST_WORDS = 5
"""Words below which the first answer is taken as the task that it is."""
_LONGEST_ANSWER = 600
"""Characters beyond which an answer is likelier a whole message that landed at the wrong question."""


def hold(session: Session, briefs: Sequence[Brief], *, how: str, yes: bool, as_json: bool) -> None:
    """Asks, shows the card, and sees the message off. Every answer is on disk before the next question.

    `briefs`: a new one, or those of an interview that stopped half-way. `how`: what an option said of several tasks.
    """
    dialogue = _Dialogue(session, briefs, how)
    try:
        dialogue.interview_person()
    except (Interrupted, KeyboardInterrupt):  # the latter between two questions
        raise dialogue.stopped() from None
    try:
        dialogue.review(yes)
        while not dialogue.send(yes):
            dialogue.review(yes=False)
    except (Interrupted, KeyboardInterrupt):
        # The brief is complete: nothing is lost by leaving here.
        dialogue.tell_kept()
    finally:
        dialogue.learn()
        dialogue.print_result(as_json)


class _Dialogue:
    def __init__(self, session: Session, briefs: Sequence[Brief], how: str) -> None:
        self.session = session
        self.how = how
        self.autosave = Autosave(session.store, {brief.slug: brief for brief in briefs if brief.slug})
        self.about = ""
        """Of several tasks, the one that is being asked about."""
        self._echoed: dict[tuple[str, str], Echo] = {}
        """The latest echo by task and label."""
        self._composed: tuple[object, Message] | None = None
        drafts = [TaskDraft(brief) for brief in briefs]
        self._read: HandoffAnswers | None = None
        """What the hand-off says, where its tasks are still to be chosen."""
        self._limits: Sequence[Finding] = ()
        """What the hand-off says must not happen: no answer to a question, so it is shown as it was said."""
        if briefs[0].handoff:
            read = read_answers(session, briefs[0].handoff)
            self._limits = read.handoff.limits
            if briefs[0].siblings:
                found = {one["ask"].value: one for one in read.of_each}
                drafts = [TaskDraft(brief, without_ask(found.get(brief.ask, {}))) for brief in briefs]
            else:
                drafts[0].found = read.whole
                self._read = None if briefs[0].ask else read
        conventions, wording = session.store.settings.conventions, session.catalog.wording()
        questions = session.questions_of(briefs[0])
        self.talk = Interview(drafts, questions, session.now, conventions, wording)
        self.talk.date_order = session.store.settings.values.get("date_order", "")
        slugs = {brief.slug for brief in briefs}
        others = [brief for brief in session.store.summaries()[0] if brief.slug not in slugs]
        self.talk.others = [brief.ask for brief in session.most_pressing(others)]
        self.talk.leaders = session.known_leaders()

    # ---- asking

    def interview_person(self) -> None:
        """Asks until everything that applies was asked."""
        self.talk.briefs = [replace(brief, asking=True) for brief in self.talk.briefs]
        console.hint(f"{HINT}\n")
        if not (self.talk.drafts[0].brief.ask or self.talk.drafts[0].brief.handoff):
            prepare_reading()  # the first question takes a whole message, too
        if self._read:
            self._choose_tasks(self._read)
        for echo in self.talk.known():
            self._show(echo)
        self._show_limits()
        self._save()
        self._ask_on()
        self.talk.briefs = [replace(brief, asking=False) for brief in self.talk.briefs]
        self._save()

    def _choose_tasks(self, read: HandoffAnswers) -> None:
        """Asks what to make of several tasks, where there are some."""
        if len(read.handoff.tasks) < 2 or self.talk.tasks:
            return
        from clarify.commands.new.tasks import ask_which

        found: Sequence[Found] = read.of_each
        how = self.how or ONE  # where the person stops here, nobody chose several
        try:
            if not self.how:
                found, how = ask_which(found)
        finally:
            self.talk = interview_about(self.talk, found, how)

    def _ask_on(self) -> None:
        while prompt := self.talk.prompt():
            if prompt.about and prompt.about != self.about:
                console.heading(prompt.about)
            self.about = prompt.about
            text = "" if prompt.said else answer(prompt)
            console.note_if_unsafe(text, "what you entered")
            text = clean(text).strip()
            if text == BACK and prompt.key and not prompt.number and not self.talk.briefs[0].asking:
                self.talk.keep()  # from the card, back to the card
                return
            self._take(prompt, text)

    def _take(self, prompt: Prompt, text: str) -> None:
        if not self.talk.tasks and prompt.number:
            too_long = len(text) > _LONGEST_ANSWER
            if (prompt.key == "ask" and self._is_message(text)) or (too_long and not self._is_answer()):
                self._take_handoff(text)
                return
        for echo in self.talk.take(text):
            self._show(echo, prompt.about)
        self._keep_date_order()
        self._save()

    def _keep_date_order(self) -> None:
        """Keeps how the person reads a date in numbers, the first time that it is asked."""
        order, store = self.talk.date_order, self.session.store
        if order and "date_order" not in store.settings.values:
            store.set_settings({"date_order": order})
            self.talk.conventions = store.settings.conventions
            console.tell(f"  From now on dates in numbers are read {order}: clarify settings date_order.")

    def _show(self, echo: Echo, about: str = "") -> None:
        """Shows an echo, unless it stands there already, as after going back; remarks are always shown."""
        if not echo.label or self._echoed.get((about, echo.label)) != echo:
            ask.show_echo(echo)
        self._echoed[about, echo.label] = echo

    def _show_limits(self) -> None:
        for limit in self._limits:
            self._show(Echo("limit", one_line(limit.text), "" if limit.sure else "perhaps"))

    def _is_message(self, text: str) -> bool:
        """True if the first answer is a leader's message, and not only what is to be done: it says more than that."""
        if "\n" in text or (_CHAT.search(text) and len(text.split()) >= 8):
            return True
        if len(text.split()) < _FEWEST_WORDS:
            return False
        found = answers_in(self.session, text).whole
        return "ask" in found and len(found) > 1

    def _is_answer(self) -> bool:
        prompt = Prompt(
            "",
            "That looks like a whole message.",
            default="keep it as the hand-off (k: it is my answer to the question)",
        )
        return answer(prompt).strip().lower() == "k"

    def _take_handoff(self, text: str) -> None:
        """The whole message came where one answer was asked for: keep it, and offer what is in it."""
        handoff = pasted(text)
        read = read_answers(self.session, handoff)
        [draft] = self.talk.drafts
        draft.brief = replace(draft.brief, handoff=handoff)
        self.talk.offer({**read.whole, **draft.found})
        ask.show_echo(Echo("", f"Kept the message. {'This is in it:' if read.whole else 'Nothing was found in it.'}"))
        self._limits = read.handoff.limits
        self._show_limits()
        if not draft.brief.ask:
            self._choose_tasks(read)
        self._save()

    # ---- keeping

    def _save(self) -> None:
        """Keeps what has changed since the last time, once it is known what is to be done."""
        briefs = [in_order(brief, self.talk.questions) for brief in self.talk.briefs]
        if all(brief.ask for brief in briefs):
            try:
                self.talk.briefs = self.autosave.save(briefs)
            except ClarifyError as problem:
                console.tell(f"{problem} Go on: it is tried again with the next answer.")

    def learn(self) -> None:
        """Keeps what the person put right of what was found, for the next message that says the same."""
        for draft in self.talk.drafts:
            brief = draft.brief
            if brief.handoff and brief.slug and draft.found:
                from clarify.ask.corrections import corrections_in  # the first question does not wait for it

                with suppress(ClarifyError):  # it only helps: what was answered is kept already
                    self.session.store.learn(brief.slug, corrections_in(brief.handoff, draft.found, brief))

    def stopped(self) -> ClarifyError:
        """What to say when the person stopped half-way; a hand-off is kept even before the first answer."""
        first = self.talk.drafts[0]
        if not first.brief.ask and first.brief.handoff:
            found = first.found.get("ask")
            name = found.value if found else shorten(one_line(first.brief.handoff), 10)
            first.brief = replace(first.brief, ask=name)
        self._save()
        if not self.autosave.briefs:
            return Interrupted("Stopped; nothing was answered yet. `clarify new` begins again.")
        names = ", ".join(self.autosave.briefs)
        it = "it" if len(self.autosave.briefs) == 1 else "them"
        return Interrupted(f"Stopped. What you answered is kept as {names}; `clarify new` goes on with {it}.")

    # ---- the card

    def review(self, yes: bool) -> None:
        """Shows the message and the numbered answers until the person is content with them."""
        from clarify.show.card import show_card  # the first question does not wait for what draws the card

        talk, changed = self.talk, True
        while True:
            if changed:  # a wrong key must not push what is said about it off the screen
                show_card(talk.briefs, talk.entries(), self._message(), self.session.now)
            if yes:
                return
            prompt = Prompt("", "Good like this?", default="yes · 3: change answer 3 · 3?: guess or said")
            text = answer(prompt, fresh=True).strip()
            if text.lower() in ask.AGREED:
                return
            changed = self.change(text)

    def _message(self) -> "Message":
        """The message about the briefs as they are; composed once for what they say."""
        content = [(brief.ask, brief.leader, brief.answers) for brief in self.talk.briefs]
        if self._composed is None or self._composed[0] != content:
            self._composed = content, self.session.message(*self.talk.briefs)
        return self._composed[1]

    def change(self, text: str, otherwise: str = "Enter if it is good") -> bool:
        """What was typed at the card: `3` asks again, `3 Friday` answers, `3?` turns a guess into said and back."""
        entries = self.talk.entries()
        match = re.fullmatch(r"(\d{1,3})(?:(\?)|[.:)]?\s+(.+))?", text, re.DOTALL)
        number = len(entries) if text == BACK else int(match[1]) if match else 0
        if not 1 <= number <= len(entries):
            console.tell(f"  Type a number from 1 to {len(entries)}, or {otherwise}.")
            return False
        entry = entries[number - 1]
        if match and match[2]:
            self._turn(entry)
            return True
        self.about = ""
        self.talk.change(entry)
        prompt = self.talk.prompt()
        if match and match[3] and prompt:
            self._take(prompt, clean(match[3]))
        self._ask_on()
        return True

    def _turn(self, entry: Entry) -> None:
        """A guess becomes said, and what was said a guess."""
        briefs = self.talk.briefs
        answer = briefs[entry.places[0]].answers.get(entry.key)
        if answer is None or not answer.value:
            console.tell("  There is no answer to turn into a guess: type its number alone to give one.")
            return
        standing = Standing.SAID if answer.standing is Standing.ASSUMED else Standing.ASSUMED
        turned = replace(answer, standing=standing)
        self.talk.briefs = [
            brief.with_answer(entry.key, turned) if place in entry.places else brief
            for place, brief in enumerate(briefs)
        ]
        self._save()

    # ---- sending

    def send(self, yes: bool) -> bool:
        """Copies the message, and waits until it was sent; False where the person would rather change it first."""
        from clarify.show import clipboard
        from clarify.write.formats import text as plain

        copied = clipboard.copy(plain.render(self._message()))
        if yes:
            return True
        elsewhere = f"There is no clipboard here: copy it from above, or from `clarify export {self._named()}`."
        prompt = Prompt(
            "",
            f"{'Copied to your clipboard.' if copied else elsewhere} Paste it and send it. Is it sent?",
            default="not yet, keep it as a draft (y: it is sent · 3: change answer 3)",
        )
        while True:
            text = answer(prompt, fresh=True).strip()
            if text.lower() in ("", *ask.DECLINED):
                self.tell_kept()
                return True
            if text.lower() in _SENT:
                self._mark_sent()
                console.tell(f"Sent. `clarify today` reminds you. When they agree: `clarify confirm {self._first}`.")
                return True
            if self.change(text, "y once it is sent, or Enter if not yet"):
                return False

    def _mark_sent(self) -> None:
        """Marks them as sent; of several, those that are open still."""
        briefs = self.talk.briefs
        there = {brief.slug for brief in self.session.store.siblings(briefs[0])} if len(briefs) > 1 else set()
        slugs = [brief.slug for brief in briefs if brief.slug in there] or [briefs[0].slug]
        sent = self.session.store.change_all(slugs, "sent", lambda briefs: mark_sent(self.session, briefs))
        by_slug = {brief.slug: brief for brief in sent}
        self.talk.briefs = [by_slug.get(brief.slug, brief) for brief in briefs]

    def tell_kept(self) -> None:
        """Says that it is not sent yet."""
        kept = "a draft. Once it is sent" if len(self.talk.briefs) == 1 else "drafts. Once the message is sent"
        console.tell(f"Kept as {kept}: `clarify sent {self._first}`.")

    @property
    def _first(self) -> str:
        """What to type for the first of them."""
        return self.session.short(self.talk.briefs[0].slug)

    def _named(self) -> str:
        """What to type for all of them."""
        return " ".join(self.session.short(brief.slug) for brief in self.talk.briefs)

    def print_result(self, as_json: bool) -> None:
        """The result for whatever standard output is connected to; at a terminal the card has shown it already."""
        briefs = self.talk.briefs
        if as_json:
            self.session.print_briefs(briefs, as_list=self.how == EACH)
        elif not console.results_are_seen():
            from clarify.write.formats import text as plain

            console.write(plain.render(self._message()))
