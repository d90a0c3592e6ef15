"""What a command works with: the moment, the home folder, and what lies in it.

Each part is imported when a command first asks for it: what a command does not use, it does not wait for.
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clarify.errors import ClarifyError, UsageError

if TYPE_CHECKING:
    from clarify.ask.questions import QuestionSet
    from clarify.brief import Brief
    from clarify.errors import DamagedFile
    from clarify.keep.prompts import Catalog
    from clarify.keep.store import Store
    from clarify.write.message import Message


def home_folder() -> Path:
    """Everything that clarify keeps: `CLARIFY_HOME`, else the platform's folder for a program's data."""
    chosen = os.environ.get("CLARIFY_HOME")
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))
    import platformdirs  # not needed by those who set CLARIFY_HOME

    return Path(platformdirs.user_data_dir("clarify", appauthor=False))


def open_workplace() -> "Workplace":
    """What commands work with. The clock is read here and nowhere else; `CLARIFY_NOW` stands in for it."""
    from clarify.moments import LocalZone

    pinned = os.environ.get("CLARIFY_NOW")
    if not pinned:
        return Workplace(datetime.now(UTC), pinned=False)
    try:
        moment = datetime.fromisoformat(pinned)
    except ValueError:
        raise ClarifyError("CLARIFY_NOW can't be read: write it like 2026-11-25T10:00.") from None
    return Workplace(moment if moment.tzinfo else moment.replace(tzinfo=LocalZone()), pinned=True)


@dataclass
class Workplace:
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

        return Store(self.home, self.moment, self.pinned)

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
