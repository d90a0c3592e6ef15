"""The briefs on disk: one YAML file each, every write whole or not at all, every change undoable.

HOME/briefs/SLUG.yaml                 what is open
HOME/briefs/archive/YEAR/SLUG.yaml    what is done or dropped, in the year in which it was closed
HOME/undo/00000001.json               every change, with the files before and after it
HOME/settings.yaml, HOME/prompts/     the person's own
"""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from clarify import __version__
from clarify.ask.answers import settle_brief
from clarify.brief import Brief
from clarify.brief.data import InvalidBrief, brief_from_data, data_of
from clarify.brief.slug import copied_from, fitting, is_ours, is_plain, slugify
from clarify.brief.summary import Summary, summary_of
from clarify.errors import ClarifyError, DamagedFile, NoSuchBrief
from clarify.keep.editor_copy import Copy, copy_for_editor, forget_copies
from clarify.keep.files import read_text, remove
from clarify.keep.index import Index
from clarify.keep.journal import Journal, Move
from clarify.keep.settings import Settings, read_settings
from clarify.keep.yaml.reading import LARGEST, Node, dump_yaml, load_nodes, load_yaml


@dataclass(frozen=True)
class Loaded:
    """A brief as read: what the file says, and the same with its deadline settled."""

    path: Path
    text: str
    written: Brief
    brief: Brief

    @property
    def reread(self) -> bool:
        """Whether the deadline's words, changed by hand, give another moment than the one in the file."""
        return self.written.due != self.brief.due


class Store:
    """The briefs of one home folder. `now` is the moment that relative deadlines are read from."""

    def __init__(self, home: Path, now: datetime, pinned: bool = False) -> None:
        """`now` in any zone; `pinned`: it was set by hand, so the stamps of files say nothing about it."""
        self.home = home
        self.mistake: DamagedFile | None = None
        """What is wrong in settings.yaml: then the default settings stand in for it."""
        file = home / "settings.yaml"
        text = self._text(file)
        try:
            self.settings = read_settings(load_nodes(text, str(file))) if text else Settings({})
        except DamagedFile as problem:
            self.mistake, self.settings = problem, Settings({})
        self.zone = self.settings.zone
        self.now = now.astimezone(self.zone)
        self._pinned = pinned
        self._open = home / "briefs"
        self._archive = self._open / "archive"
        self._prefix = f"{self._open}{os.sep}"
        self._journal = Journal(home)
        self._journal.finish_pending()

    # ---- reading

    def load(self, slug: str) -> Loaded:
        """One brief; raises NoSuchBrief, or DamagedFile naming the file, the line and the remedy."""
        return self._load(self.where(slug))

    def siblings(self, brief: Brief) -> list[Brief]:
        """The open briefs that one hand-off gave, this one among them, in the order of work; alone: this one.

        One that is gone, closed, renamed or can't be read is passed over.
        """
        found = []
        for slug in dict.fromkeys(brief.siblings):
            with suppress(NoSuchBrief, DamagedFile):
                other = brief if slug == brief.slug else self.load(slug).brief
                if other is brief or (brief.slug in other.siblings and not other.status.closed):
                    found.append(other)
        return found if brief in found else [brief]

    def summaries(
        self, *, opened: bool = True, closed: bool = False, fits: Callable[[Brief], bool] | None = None
    ) -> tuple[list[Summary], list[DamagedFile]]:
        """What a list shows of the open briefs, the closed ones or both; and what can't be read, and why.

        With `fits`, of those briefs that do: then every file is read.
        """
        zone = self.settings.values.get("time_zone") or f"{time.tzname} {time.timezone} {time.altzone}"
        index = Index(self.home, [__version__, zone])
        found: list[Summary] = []
        damaged: list[DamagedFile] = []
        for folder in [*([self._open] if opened else []), *(self._years() if closed else [])]:
            where = str(folder)
            for name in self._names(folder):
                try:
                    summary = self._summary(where, name, index, fits)
                except DamagedFile as problem:
                    damaged.append(problem)
                    continue
                # A status that was set by hand may not be that of the folder.
                if summary and (closed or not summary.closed):
                    found.append(summary)
        index.save()
        return found, sorted(damaged, key=str)

    def latest_closed(self, number: int) -> list[Summary]:
        """The briefs that were closed last, at most `number` of them; what can't be read is left out."""
        paths: list[Path] = []
        for year in self._years():
            if len(paths) < number:
                paths += sorted((year / name for name in self._names(year)), key=_changed_at, reverse=True)
        found = []
        for path in paths[:number]:
            with suppress(DamagedFile, FileNotFoundError):
                found.append(summary_of(self._load(path).brief, path.parent))
        return found

    def slugs(self, *, closed: bool = False) -> list[str]:
        """The names of the open briefs, or of the closed ones; of what is damaged too."""
        folders = self._years() if closed else [self._open]
        return [name.removesuffix(".yaml") for folder in folders for name in self._names(folder)]

    def copies(self, slug: str) -> list[str]:
        """The names of the conflicted copies of a brief, as folders that are synced make them."""
        beside = [name.removesuffix(".yaml") for name in self._names(self._open) if name.startswith(slug)]
        return sorted(other for other in beside if copied_from(other) == slug)

    def path(self, slug: str) -> Path | None:
        """Where a brief lies; None where there is none of that name."""
        if not slug or "/" in slug or "\\" in slug or slug.startswith("."):
            return None
        for folder in (self._open, *self._years()):
            path = folder / f"{slug}.yaml"
            if os.path.lexists(path):  # a name that no disk can hold is no error
                return path
        return None

    def where(self, slug: str) -> Path:
        """Where a brief lies; raises NoSuchBrief where there is none of that name."""
        path = self.path(slug)
        if path is None:
            raise NoSuchBrief(f"There is no brief “{slug}”. `clarify list --all` shows them all.")
        return path

    def find(self, words: str) -> str:
        """The name of the one brief that `words` fit: its name, else a beginning of it or of a word in it.

        An exact name wins, then open briefs, then closed ones. Raises NoSuchBrief, naming all that fit.
        """
        known: list[list[str]] = []
        for closed in (False, True):
            known.append(self.slugs(closed=closed))
            if words in known[-1]:
                return words
            # As it is listed: some disks would find it in any case, and under other names.
            exact = [slug for slug in known[-1] if slug.casefold() == words.strip().casefold()]
            if exact:
                return exact[0]
        for slugs in known:
            fits = [slug for slug in fitting(words, slugs) if is_plain(slug) and not self._copied_from(slug)]
            if len(fits) == 1:
                return fits[0]
            if fits:
                names = "".join(f"\n  {slug}" for slug in fits)
                raise NoSuchBrief(f"“{words}” fits more than one brief. Type a little more of one of these:{names}")
        raise NoSuchBrief(f"No brief fits “{words}”. `clarify list --all` shows them all.")

    # ---- writing

    def add(self, brief: Brief, group: str = "") -> Brief:
        """Keeps a new brief under a free name made from its ask; returns it with that name."""
        return self.add_all([brief], group)[0]

    def add_all(self, briefs: Sequence[Brief], group: str = "") -> list[Brief]:
        """Keeps new briefs in one change; several are handed over together, and each is told the names of all."""
        with self._journal.writing():
            slugs: list[str] = []
            for brief in briefs:
                slugs.append(self._free_slug(brief.ask, slugs))
            named = [replace(brief, slug=slug) for brief, slug in zip(briefs, slugs, strict=True)]
            if len(named) > 1:
                named = [replace(brief, siblings=tuple(slugs)) for brief in named]
            moves = [Move(self._open / f"{brief.slug}.yaml", None, self._checked(brief)) for brief in named]
            self._commit("new", slugs[0], moves, group)
        return named

    def change(self, slug: str, doing: str, how: Callable[[Brief], Brief], group: str = "") -> Brief:
        """Lets `how` change a brief, as it is on disk by then, and keeps the result; returns it.

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
                self._commit(doing, moves[0].path.stem, moves, group)
            return changed

    def rewrite(self, slug: str, before: str, after: str) -> Brief:
        """Puts a text that a person edited in place of the file's; refuses where the file was changed meanwhile."""
        with self._journal.writing():
            path = self.where(slug)
            if self._text(path) != before:
                raise ClarifyError(f"{path.name} was changed by another command while you were editing.")
            edited = self._parse(path, after)
            _refuse_newer(edited.brief)
            # What was settled in it, such as the moment of a deadline that was changed, is written into it.
            text = self._merged(edited, edited.brief)
            self._commit("edit", slug, self._moves(path, before, edited.brief, text))
            return edited.brief

    def check(self, slug: str, text: str) -> None:
        """Raises DamagedFile where `text` could not be the file of this brief."""
        self._parse(self.path(slug) or self._open / f"{slug}.yaml", text)

    def copy_for_editor(self, slug: str) -> Copy:
        """A copy of a brief's file for the editor."""
        with self._journal.writing():
            with suppress(DamagedFile):  # that is how it is mended
                _refuse_newer(self.load(slug).brief)
            return copy_for_editor(self.home, slug, self.where(slug))

    def forget(self, slug: str) -> None:
        """Removes a brief for good: the file, and every copy that undo has of it, also under an earlier name.

        One whose file is gone already is known by its copies alone.
        """
        with self._journal.writing():
            path = self._open / f"{slug}.yaml" if self.is_remembered(slug) else self.where(slug)
            text = None
            with suppress(DamagedFile):
                text = self._text(path)
            earlier = {other for other in self._journal.slugs(text) if not self.path(other)} if text else set()
            self._journal.forget({slug} | earlier)
            Index.forget(self.home)
            forget_copies(self.home, slug)
            remove(Path(os.path.realpath(path)))  # where it is a link, the text is there
            remove(path)

    def is_remembered(self, slug: str) -> bool:
        """Whether a brief has no file, but undo has copies of it."""
        return self.path(slug) is None and slug in self._journal.slugs()

    def undo(self) -> str:
        """Takes the latest change back, byte for byte; returns what it was, such as `done q3-client-list`.

        Raises ClarifyError, with nothing changed, where there is none, or a file was changed by hand since.
        """
        with self._journal.writing():
            return self._journal.undo()

    def would_take_away(self) -> list[str]:
        """The names of the briefs that `undo` would take away, where the latest change made some."""
        return self._journal.latest_new()

    def set_settings(self, values: dict[str, str | None]) -> Settings:
        """Changes settings (None takes one out) and keeps them; raises what `read_settings` raises."""
        with self._journal.writing():
            path = self.home / "settings.yaml"
            before = self._text(path)
            node = load_nodes(before or "", str(path))
            old = {key: entry.value for key, entry in node.keys().items()} if node.value is not None else {}
            new = {key: value for key, value in {**old, **values}.items() if value is not None}
            after = change_yaml(before, old, new, str(path)) if before else dump_yaml(new)
            settings = read_settings(load_nodes(after, str(path)))
            self._commit("settings", "", [Move(path, before, after)])
            self.settings, self.mistake = settings, None
        return settings

    # ---- files

    def _names(self, folder: Path) -> list[str]:
        """The names of the files in a folder that may be briefs."""
        try:
            names = os.listdir(folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as problem:
            raise ClarifyError(f"{folder} can't be read: {problem.strerror}. Check its permissions.") from None
        return [name for name in names if name.endswith(".yaml") and not name.startswith(".")]

    def _years(self) -> list[Path]:
        try:
            return sorted((self._archive / year for year in os.listdir(self._archive)), reverse=True)
        except OSError:
            return []

    def _commit(self, doing: str, slug: str, moves: list[Move], group: str = "") -> None:
        self._journal.commit(self.now, doing, slug, moves, group)

    def _text(self, path: Path) -> str | None:
        try:
            return read_text(path)
        except FileNotFoundError:
            return None

    def _summary(self, folder: str, name: str, index: Index, fits: Callable[[Brief], bool] | None) -> Summary | None:
        """What a list shows of a file; None where it does not fit, or was moved since the folder was read."""
        path = f"{folder}{os.sep}{name}"
        file, slug = path.removeprefix(self._prefix), name.removesuffix(".yaml")
        try:
            about = os.stat(path)
        except OSError:
            about = None  # reading it will tell why
        if about and not fits and (known := index.get(file, folder, slug, about)):
            return known
        self._refuse_name(path, slug)
        try:
            loaded = self._load(Path(path))
        except FileNotFoundError:
            return None
        summary = summary_of(loaded.brief, folder)
        if about and not loaded.reread and is_ours(slug):
            index.put(file, summary, about)
        return summary if not fits or fits(loaded.brief) else None

    def _refuse_name(self, path: str, slug: str) -> None:
        if is_ours(slug):
            return
        if not is_plain(slug):
            raise DamagedFile(f"{path}: its name holds control characters. Rename it.")
        original = self._copied_from(slug)
        if original:
            raise DamagedFile(
                f"{path} looks like a copy that a synced folder made when “{original}” was changed on two machines. "
                f"Put what is right in it into “{original}” (`clarify edit {original}`), then delete the copy."
            )

    def _copied_from(self, slug: str) -> str | None:
        """The brief of which this is a conflicted copy; None where there is none of that name."""
        original = copied_from(slug)
        return original if original and self.path(original) else None

    def _load(self, path: Path) -> Loaded:
        try:
            return self._parse(path, read_text(path))
        except FileNotFoundError:
            if path.is_symlink():
                raise DamagedFile(f"{path} is a link to a file that is not there. Mend or remove the link.") from None
            raise

    def _parse(self, path: Path, text: str) -> Loaded:
        try:
            written = brief_from_data(path.stem, load_yaml(text, str(path)), self.zone)
        except InvalidBrief as problem:
            line = _line_of(load_nodes(text, str(path)), problem.path)
            raise DamagedFile(f"{path}, line {line}: {problem}.") from None
        return Loaded(path, text, written, settle_brief(written, self._moment_of(path), self.settings.conventions))

    def _moment_of(self, path: Path) -> datetime:
        """When the words of a file were written: “Friday” in it is the Friday after that, not after today."""
        if self._pinned:
            return self.now
        try:
            return min(self.now, datetime.fromtimestamp(path.stat().st_mtime, self.zone))
        except (OSError, OverflowError, ValueError):
            return self.now

    def _free_slug(self, ask: str, taken: Sequence[str]) -> str:
        slug = slugify(ask)
        names = (f"{slug}-{n}" if n > 1 else slug for n in range(1, 1 << 30))
        return next(name for name in names if name not in taken and self.path(name) is None)

    def _moves(self, path: Path, before: str, brief: Brief, after: str) -> list[Move]:
        """What is to be written where: a brief that is closed goes to the archive, one that is opened comes back."""
        if brief.status.closed == (path.parent != self._open):
            return [Move(path, before, after)]
        target = (self._archive / str(self.now.year) if brief.status.closed else self._open) / path.name
        if os.path.lexists(target):
            raise ClarifyError(f"There is a file {target} already. Move it elsewhere, then try again.")
        if path.is_symlink():
            # The link moves; taken away first, as both would lead to the one text that there is.
            link = os.readlink(path)
            return [Move(path, before, None, link), Move(target, None, after, os.path.realpath(path))]
        return [Move(target, None, after), Move(path, before, None)]

    def _checked(self, brief: Brief) -> str:
        text = dump_yaml(data_of(brief))
        self._compare(text, brief)
        return text

    def _merged(self, loaded: Loaded, brief: Brief) -> str:
        """The file's text with the brief's changes in it, and all else that a person wrote left as it is."""
        old = data_of(loaded.written)
        if dump_yaml(old) == loaded.text:
            text = dump_yaml(data_of(brief))  # nothing in it is by hand
        else:
            text = change_yaml(loaded.text, old, data_of(brief), str(loaded.path))
        self._compare(text, brief)
        return text

    def _compare(self, text: str, brief: Brief) -> None:
        """Raises where the text would not read back as this brief: then nothing is written."""
        if len(text.encode("utf-8")) > LARGEST:
            raise ClarifyError(
                f"That is more than a brief can hold ({LARGEST >> 10} KiB). Keep the long part in a file of its own."
            )
        with suppress(InvalidBrief, DamagedFile):
            if data_of(brief_from_data(brief.slug, load_yaml(text, brief.slug), self.zone)) == data_of(brief):
                return
        raise ClarifyError(
            "This can't be kept in YAML as it was typed, so nothing was changed. Write it in plainer characters."
        )


def _refuse_newer(brief: Brief) -> None:
    if brief.newer:
        raise ClarifyError(f"“{brief.slug}” was written by a newer clarify, so this one only reads it. Update clarify.")


def change_yaml(text: str, old: dict[str, Any], new: dict[str, Any], file: str) -> str:
    """A changed text, as `clarify.keep.yaml.editing` does it; that is slow to import."""
    from clarify.keep.yaml.editing import change_yaml as change

    return change(text, old, new, file)


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _line_of(node: Node, path: tuple[str | int, ...]) -> int:
    """The line to which a path of keys and positions leads, as far as it goes."""
    line = node.line
    for step in path:
        if isinstance(node.value, dict) and step in node.value:
            node = node.value[str(step)]
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            break
        line = node.line
    return line
