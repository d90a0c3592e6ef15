"""Every answer of an interview on disk at once, while other commands may change the same briefs."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from clarify.brief import Brief
from clarify.errors import NoSuchBrief

if TYPE_CHECKING:
    from clarify.keep.store import Store


@dataclass
class Autosave:
    """The briefs of one interview as it last knew them to be on disk, by their names."""

    store: "Store"
    briefs: dict[str, Brief]
    group: str = field(default_factory=lambda: os.urandom(4).hex())
    """Ties the changes of the interview together, so that one undo takes the whole brief back."""

    def save(self, briefs: Sequence[Brief]) -> Sequence[Brief]:
        """Saves what has changed since the last time; what other commands changed meanwhile stays as they left it.

        Returns the briefs as they are on disk by then; raises ClarifyError where they can't be written.
        """
        changed = [brief for brief in briefs if brief != self.briefs.get(brief.slug)]
        if not changed:
            return briefs
        if self.briefs:
            done = self._change(changed)
            by_slug = {old.slug: new for old, new in zip(changed, done, strict=True)}
            briefs = [by_slug.get(brief.slug, brief) for brief in briefs]
        else:
            briefs = self.store.add_all(briefs, self.group)
        self.briefs = {brief.slug: brief for brief in briefs}
        return briefs

    def _change(self, changed: Sequence[Brief]) -> list[Brief]:
        def how(current: list[Brief]) -> list[Brief]:
            return [_merged(self.briefs[b.slug], b, now) for b, now in zip(changed, current, strict=True)]

        try:
            return self.store.change_all([brief.slug for brief in changed], "new", how, self.group)
        except NoSuchBrief:
            return [self._save_alone(brief) for brief in changed]

    def _save_alone(self, brief: Brief) -> Brief:
        """Saves one brief; if another command has deleted it meanwhile, saves it as a new one."""
        if self.store.path(brief.slug) is None:
            return self.store.add(replace(brief, slug=""), self.group)
        change = partial(_merged, self.briefs[brief.slug], brief)
        return self.store.change(brief.slug, "new", change, self.group)


def _merged(known: Brief, brief: Brief, current: Brief) -> Brief:
    """The brief as it is on disk by now, with what differs between `known` and `brief` put in."""
    answers = {key: answer for key, answer in brief.answers.items() if known.answers.get(key) != answer}
    own = {name: getattr(brief, name) for name in ("ask", "leader", "handoff", "asking", "siblings")}
    changed = {name: value for name, value in own.items() if value != getattr(known, name)}
    # In the order of the interview, with what others added behind it.
    merged = {**brief.answers, **current.answers, **answers}
    return replace(current, answers=merged, **changed)
