"""Changes the briefs on disk: every file is written whole or not at all, and every change can be undone.

HOME/undo/00000001.json holds each change, with the files before and after it; `listing` says where the briefs lie.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clarify.brief import Brief
from clarify.brief.data import InvalidBrief, brief_from_data, data_of
from clarify.brief.slug import slugify
from clarify.errors import ClarifyError, DamagedFile
from clarify.keep.corrections import keep_corrections
from clarify.keep.editor_copy import Copy, copy_for_editor, forget_copies
from clarify.keep.files import UNCHANGED, read_if_there, refuse_read_only, remove
from clarify.keep.index import Index
from clarify.keep.journal import Journal, Move
from clarify.keep.listing import Listing, Loaded
from clarify.keep.settings import read_settings
from clarify.keep.yaml.reading import LARGEST, dump_yaml, load_nodes, load_yaml

if TYPE_CHECKING:
    from clarify.read.handoff.corrections import Correction


class Store(Listing):
    """The briefs of one home folder, which commands read and change."""

    def __init__(
        self, home: Path, now: datetime, pinned: bool = False, watched: Callable[[Sequence[str]], Iterable[str]] = iter
    ) -> None:
        """The same as for `Listing`; a change that was cut off is finished first."""
        super().__init__(home, now, pinned, watched)
        self._journal = Journal(home)
        self._journal.finish_pending()

    def add(self, brief: Brief, group: str = "") -> Brief:
        """Keeps a new brief under a free name made from its ask; returns it with that name."""
        return self.add_all([brief], group)[0]

    def add_all(self, briefs: Sequence[Brief], group: str = "") -> list[Brief]:
        """Keeps new briefs in one change; several come from one hand-off, and each is told the names of all."""
        with self._journal.writing():
            slugs: list[str] = []
            for brief in briefs:
                slugs.append(self._free_slug(brief.ask, slugs))
            named = [replace(brief, slug=slug) for brief, slug in zip(briefs, slugs, strict=True)]
            if len(named) > 1:
                named = [replace(brief, siblings=tuple(slugs)) for brief in named]
            texts = [self._checked(dump_yaml(data_of(brief)), brief) for brief in named]
            moves = [Move(self._open / f"{slug}.yaml", None, text) for slug, text in zip(slugs, texts, strict=True)]
            self._journal.commit(self.now, "new", slugs[0], moves, group)
        return named

    def change(self, slug: str, doing: str, how: Callable[[Brief], Brief], group: str = "") -> Brief:
        """Lets `how` change a brief as it is on disk now, and keeps the result; returns it.

        `doing` is the name of the command, for undo. Changes of one `group` are undone together.
        """
        return self.change_all([slug], doing, lambda briefs: [how(brief) for brief in briefs], group)[0]

    def change_all(
        self, slugs: Sequence[str], doing: str, how: Callable[[list[Brief]], list[Brief]], group: str = ""
    ) -> list[Brief]:
        """The same for several briefs, in one change."""
        with self._journal.writing():
            loaded = [self.load(slug) for slug in slugs]
            for one in loaded:
                _refuse_newer(one.brief)
            changed = how([one.brief for one in loaded])
            moves = [
                move
                for one, brief in zip(loaded, changed, strict=True)
                if brief != one.written
                for move in self._moves(one.path, one.text, brief, self._merged(one, brief))
            ]
            if moves:
                self._journal.commit(self.now, doing, moves[0].path.stem, moves, group)
            return changed

    def rewrite(self, slug: str, before: str, after: str) -> Brief:
        """Replaces the text of a file by one that a person edited; refuses if the file was changed since."""
        with self._journal.writing():
            path = self.where(slug)
            if read_if_there(path) != before:
                raise ClarifyError(f"{path.name} was changed by another command while you were editing.")
            edited = self._parse(path, after)
            _refuse_newer(edited.brief)
            # Values that follow from the new text, such as the moment of a changed deadline, are written too.
            text = self._merged(edited, edited.brief)
            self._journal.commit(self.now, "edit", slug, self._moves(path, before, edited.brief, text))
            return edited.brief

    def check(self, slug: str, text: str) -> None:
        """Raises DamagedFile if `text` could not be the file of this brief."""
        self._parse(self.path(slug) or self._open / f"{slug}.yaml", text)

    def copy_for_editor(self, slug: str) -> Copy:
        """A copy of a brief's file for the editor."""
        with self._journal.writing():
            with suppress(DamagedFile):  # a damaged file is mended in the editor
                _refuse_newer(self.load(slug).brief)
            return copy_for_editor(self.home, slug, self.where(slug))

    def forget(self, slug: str) -> Path | None:
        """Removes a brief for good: the file, and every copy that undo has of it, also under an earlier name.

        If its file is gone already, the copies are removed. Returns the file that a link led to, if it is outside the
        home: that one stays.
        """
        with self._journal.writing():
            path = self._open / f"{slug}.yaml" if self.is_remembered(slug) else self.where(slug)
            text = None
            with suppress(DamagedFile):
                text = read_if_there(path)
            remembered = self._journal.slugs(text)  # a record that can't be read is told before anything is removed
            earlier = {other for other in remembered if not self.path(other)} if text else set()
            behind = Path(os.path.realpath(path))
            outside = path.is_symlink() and not behind.is_relative_to(os.path.realpath(self.home))
            refuse_read_only([path.parent, self.home / "undo"])
            try:
                # The file goes last: while it is listed, everybody sees that it is not forgotten yet.
                self._journal.forget({slug} | earlier)
                Index.forget(self.home)
                forget_copies(self.home, slug)
                keep_corrections(self.home, slug, [])
                if not outside:
                    remove(behind)
                remove(path)
            except ClarifyError as problem:
                raise ClarifyError(
                    f"“{slug}” is still there: {str(problem).removeprefix(UNCHANGED)} What undo had of it may be gone. "
                    f"When that is mended: `clarify forget {slug}` once more."
                ) from None
        return behind if outside and behind.exists() else None

    def learn(self, slug: str, corrections: "Iterable[Correction]") -> None:
        """Keeps what the person put right in the message of a brief, in place of what was kept with it before."""
        with self._journal.writing():
            keep_corrections(self.home, slug, corrections)

    def is_remembered(self, slug: str) -> bool:
        """True if a brief has no file, but undo has copies of it."""
        return self.path(slug) is None and slug in self._journal.slugs()

    def undo(self) -> str:
        """Takes the latest change back as `Journal.undo` does; returns its name, such as `done q3-client-list`."""
        with self._journal.writing():
            return self._journal.undo()

    def would_take_away(self) -> list[str]:
        """The names of the briefs that `undo` would remove, because the latest change made them."""
        return self._journal.latest_new()

    def set_settings(self, values: dict[str, str | None]) -> None:
        """Changes settings (None takes one out) and keeps them; raises what `read_settings` raises."""
        with self._journal.writing():
            path = self.home / "settings.yaml"
            before = read_if_there(path)
            node = load_nodes(before or "", str(path))
            old = {key: entry.value for key, entry in node.keys().items()} if node.value is not None else {}
            new = {key: value for key, value in {**old, **values}.items() if value is not None}
            after = _changed_yaml(before, old, new, path) if before else dump_yaml(new)
            settings = read_settings(load_nodes(after, str(path)))
            self._journal.commit(self.now, "settings", "", [Move(path, before, after)])
            self.settings, self.mistake = settings, None

    def _free_slug(self, ask: str, taken: Sequence[str]) -> str:
        slug = slugify(ask)
        names = (f"{slug}-{n}" if n > 1 else slug for n in range(1, 1 << 30))
        return next(name for name in names if name not in taken and self.path(name) is None)

    def _moves(self, path: Path, before: str, brief: Brief, after: str) -> list[Move]:
        """The moves for a changed brief: one that was closed goes to the archive, a reopened one comes back."""
        if brief.status.closed == (path.parent != self._open):
            return [Move(path, before, after)]
        target = (self._archive / str(self.now.year) if brief.status.closed else self._open) / path.name
        if os.path.lexists(target):
            raise ClarifyError(f"There is a file {target} already. Move it elsewhere, then try again.")
        if path.is_symlink():
            # The link moves. The old one is removed first, as both would lead to the same text.
            link = os.readlink(path)
            return [Move(path, before, None, link), Move(target, None, after, os.path.realpath(path))]
        return [Move(target, None, after), Move(path, before, None)]

    def _merged(self, loaded: Loaded, brief: Brief) -> str:
        """The file's text with the brief's changes in it; everything else that a person wrote stays as it is."""
        old, new = data_of(loaded.written), data_of(brief)
        by_hand = dump_yaml(old) != loaded.text
        return self._checked(_changed_yaml(loaded.text, old, new, loaded.path) if by_hand else dump_yaml(new), brief)

    def _checked(self, text: str, brief: Brief) -> str:
        """The text, if it would be read back as this brief; otherwise raises ClarifyError, and nothing is written."""
        if len(text.encode("utf-8")) > LARGEST:
            raise ClarifyError(
                f"That is more than a brief can hold ({LARGEST >> 10} KiB). Keep the long part in a file of its own."
            )
        with suppress(InvalidBrief, DamagedFile):
            if data_of(brief_from_data(brief.slug, load_yaml(text, brief.slug), self.zone)) == data_of(brief):
                return text
        raise ClarifyError(
            "This can't be kept in YAML as it was typed, so nothing was changed. Write it in plainer characters."
        )


def _refuse_newer(brief: Brief) -> None:
    if brief.newer:
        raise ClarifyError(f"“{brief.slug}” was written by a newer clarify, so this one only reads it. Update clarify.")


def _changed_yaml(text: str, old: dict[str, Any], new: dict[str, Any], path: Path) -> str:
    from clarify.keep.yaml.editing import change_yaml  # slow to import

    return change_yaml(text, old, new, str(path))
