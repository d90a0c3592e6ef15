"""What a command works with: the moment, the home folder, what lies in it, and the brief that is meant.

Each part is imported when a command first asks for it: what a command does not use, it does not wait for.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clarify.errors import ClarifyError, DamagedFile, NoSuchBrief, UsageError
from clarify.show import ask, console
from clarify.text import folded

if TYPE_CHECKING:
    from clarify.ask.questions import QuestionSet
    from clarify.brief import Brief
    from clarify.brief.summary import Summary
    from clarify.keep.listing import Loaded
    from clarify.keep.prompts import Catalog
    from clarify.keep.store import Store
    from clarify.write.message import Message

_KNOWN_CLOSED = 50
"""So many of those that were closed last are read for the names of leaders: the whole archive would take long."""

_YEARS = range(1971, 9001)
"""The years in which there is room to count back and ahead, on any system."""


def home_folder() -> Path:
    """Everything that clarify keeps: `CLARIFY_HOME`, else the platform's folder for a program's data."""
    chosen = os.environ.get("CLARIFY_HOME")
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))
    import platformdirs  # not needed by those who set CLARIFY_HOME

    return Path(platformdirs.user_data_dir("clarify", appauthor=False))


def open_session() -> "Session":
    """What commands work with. The clock is read here and nowhere else; `CLARIFY_NOW` stands in for it."""
    from clarify.moments import LocalZone, on_clock

    pinned = os.environ.get("CLARIFY_NOW")
    if not pinned:
        return Session(datetime.now(UTC), pinned=False)
    try:
        moment = datetime.fromisoformat(pinned)
    except ValueError:
        raise ClarifyError("CLARIFY_NOW can't be read: write it like 2026-11-25T10:00.") from None
    if moment.year not in _YEARS:
        raise ClarifyError(
            f"CLARIFY_NOW is in the year {moment.year}: write a moment of the years {_YEARS[0]} to {_YEARS[-1]}, "
            "like 2026-11-25T10:00."
        )
    # In the night when the clocks go forward, an hour is no moment at all: it is read as the clocks show it.
    return Session(on_clock(moment if moment.tzinfo else moment.replace(tzinfo=LocalZone())), pinned=True)


@dataclass
class Session:
    """One run of clarify. Nothing is read before it is needed."""

    moment: datetime
    pinned: bool
    """Whether the moment was set by hand (`CLARIFY_NOW`)."""
    lenient: bool = False
    """Whether the command goes on with the default settings where those of the person have a mistake."""

    @cached_property
    def home(self) -> Path:
        """The folder that holds everything."""
        return home_folder()

    @property
    def store(self) -> "Store":
        """The briefs; raises DamagedFile for a mistake in the settings, unless the command can go on without them."""
        if self._store.mistake and not self.lenient:
            raise self._store.mistake
        return self._store

    @cached_property
    def _store(self) -> "Store":
        from clarify.keep.store import Store
        from clarify.show.progress import watched

        store = Store(self.home, self.moment, self.pinned, watched)
        if store.settings.is_plain:
            console.set_plain()
        return store

    def despite_settings(self) -> "list[DamagedFile]":
        """Lets the command go on where the settings have a mistake; returns it, if there is one, to be told."""
        self.lenient = True
        return [self._store.mistake] if self._store.mistake else []

    @cached_property
    def catalog(self) -> "Catalog":
        """The question sets and messages."""
        from clarify.keep.prompts import Catalog

        return Catalog(self.home)

    @property
    def now(self) -> datetime:
        """The moment, in the person's zone."""
        return self.store.now

    def questions_of(self, brief: "Brief") -> "QuestionSet":
        """The question set of a brief; the default one where its own is gone."""
        try:
            return self.catalog.questions(brief.questions)
        except UsageError:
            return self.catalog.questions("handoff")

    def message(self, *briefs: "Brief", kind: str = "confirmation") -> "Message":
        """The message to send about a brief, or about several that one hand-off gave."""
        from clarify.write.compose import compose
        from clarify.write.sentences import Style

        settings = self.store.settings
        style = Style(
            self.questions_of(briefs[0]),
            self.catalog.templates(kind),
            self.catalog.wording(),
            self.now,
            settings.conventions,
            settings.name,
        )
        return compose(briefs, style, kind)

    def short(self, slug: str) -> str:
        """The shortest thing to type for a brief."""
        from clarify.brief.slug import shortest

        slugs = self.store.slugs()
        return shortest(slug, slugs if slug in slugs else slugs + self.store.slugs(closed=True))

    # ---- briefs

    def choose(self, words: str | None, *, no_input: bool = False, closed: bool = False, numbers: bool = True) -> str:
        """The name of the brief that the words fit; without words, the one picked from a list at a terminal.

        With `numbers`, a number that fits no name is one of `clarify list`, where that shows open ones.
        """
        if words:
            words = console.typed(words)
            is_number = words.isascii() and words.isdecimal() and numbers and not closed
            return (
                self._numbered(int(words[:9])) if is_number and not self.store.fits(words) else self.store.find(words)
            )
        if no_input or not ask.can_ask():
            raise ClarifyError("Name a brief, such as `clarify show q3`. `clarify list` shows them.")
        from clarify.show.picker import picker_titles

        briefs = self.most_pressing(self.store.summaries(opened=not closed, closed=closed)[0])
        if not briefs:
            raise NoSuchBrief("There is no brief to choose from. `clarify new` makes one.")
        titles = picker_titles(briefs, self.now)
        return ask.pick("Which brief?", [(title, brief.slug) for title, brief in zip(titles, briefs, strict=True)])

    def _numbered(self, number: int) -> str:
        """The name of the brief with this number in `clarify list`; it says which that is."""
        briefs = self.most_pressing(self.store.summaries()[0])
        if not 1 <= number <= len(briefs):
            there = f"Its numbers go from 1 to {len(briefs)}" if briefs else "There are no open briefs"
            raise NoSuchBrief(f"No brief fits “{number}”, and none has that number in `clarify list`. {there}.")
        brief = briefs[number - 1]
        console.tell(f"{number} is {brief.slug}.")
        return brief.slug

    def most_pressing(self, briefs: "Sequence[Summary]") -> "list[Summary]":
        """The briefs in the order of every list, by which those of `clarify list` are numbered."""
        from clarify.brief.agenda import most_pressing

        return most_pressing(self._with_hurry(briefs))

    def _with_hurry(self, briefs: "Sequence[Summary]") -> "list[Summary]":
        """The briefs; those that are wanted at once, without a date, say so and in which words."""
        words = {w for b in briefs if b.due is None and not b.closed for w in (b.undated, b.urgency) if w}
        if not words:
            return list(briefs)
        try:
            wording = self.catalog.wording()
        except DamagedFile:  # `clarify questions` and `clarify new` say what is wrong in it
            return list(briefs)
        hurry = {w for w in words if any(vague.probe.hurry for vague in wording.find_vague(w, "deadline"))}
        return [
            b._replace(at_once=True, undated=said) if b.due is None and not b.closed and said else b
            for b in briefs
            for said in [next((w for w in (b.undated, b.urgency) if w in hurry), "")]
        ]

    def load(self, slug: str) -> "Brief":
        """A brief; a note says when its deadline was changed by hand and how it was read."""
        return self.noted(self.store.load(slug))

    def noted(self, loaded: "Loaded") -> "Brief":
        """The brief that was loaded; notes say what she should know of its file."""
        brief = loaded.brief
        for copy in self.store.copies(brief.slug):
            console.tell(
                f"Note: “{copy}.yaml” beside it holds what another machine made of it. `clarify list` says more."
            )
        if brief.newer:
            console.tell(
                "Note: a newer clarify wrote this brief, so this one only reads it. Update clarify to change it."
            )
        if loaded.reread:
            from clarify.moments import in_full

            value = brief.answers["deadline"].value
            if brief.due:
                moment = in_full(brief.due, self.now)
                console.tell(f"Note: the deadline was written by hand; “{value}” is read as {moment}.")
            else:
                console.tell(f"Note: there is no date in “{value}”, so the message asks for one.")
        return brief

    def known_leaders(self) -> list[str]:
        """The leaders of the briefs that are open or were closed lately, the latest first."""
        briefs = self.store.summaries()[0] + self.store.latest_closed(_KNOWN_CLOSED)
        briefs.sort(key=lambda brief: brief.created, reverse=True)
        names: dict[str, str] = {}
        for brief in briefs:
            if brief.leader:
                names.setdefault(folded(brief.leader), brief.leader)
        return list(names.values())

    # ---- results

    def show_changed(self, brief: "Brief", said: str, as_json: bool) -> None:
        """What a command that changed a brief says: a line for a person, or the object of `show`."""
        if as_json:
            self.print_briefs([brief])
        else:
            console.tell(said)

    def print_briefs(self, briefs: "Sequence[Brief]", *, as_list: bool = False) -> None:
        """The object of `show`; of several briefs, or where it is wanted, a list of them."""
        from clarify.show.json import print_briefs

        print_briefs(briefs, [self.store.where(brief.slug) for brief in briefs], as_list=as_list)
