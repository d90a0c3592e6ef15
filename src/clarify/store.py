"""The briefs on disk: one YAML file each, every write whole or not at all, every change undoable.

HOME/briefs/SLUG.yaml                 what is open
HOME/briefs/archive/YEAR/SLUG.yaml    what is done or dropped, in the year in which it was closed
HOME/undo/00000001.json               every change, with the files before and after it
HOME/settings.yaml, HOME/prompts/     the person's own
"""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from clarify.answers import settle_brief
from clarify.brief import Brief, Misfit, brief_from_data
from clarify.changes import Changes, Move
from clarify.copies import Copy, forget_copies, lay_out
from clarify.disk import read_text, remove
from clarify.errors import ClarifyError, DamagedFile, NoSuchBrief
from clarify.settings import Settings, read_settings
from clarify.text import clean
from clarify.yamlfile import LARGEST, Place, dump_yaml, load_places, load_yaml

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|archive)(-|$)")
"""Names that Windows keeps for devices, and our own folder."""
_LOOSE_END = re.compile(r"(-(a|an|and|as|at|by|for|from|in|into|of|on|or|our|the|to|with|your))+$")


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
            self.settings = read_settings(load_places(text or "", str(file)))
        except DamagedFile as problem:
            self.mistake, self.settings = problem, Settings({})
        self.zone = self.settings.zone
        self.now = now.astimezone(self.zone)
        self._pinned = pinned
        self._open = home / "briefs"
        self._archive = self._open / "archive"
        self._changes = Changes(home)
        self._changes.settle()

    # ---- reading

    def load(self, slug: str) -> Loaded:
        """One brief; raises NoSuchBrief, or DamagedFile naming the file, the line and the remedy."""
        return self._load(self.where(slug))

    def listing(self, *, closed: bool = False) -> tuple[list[Brief], list[DamagedFile]]:
        """The open briefs, or the closed ones, by name; and what can't be read, each with its reason."""
        found, damaged = self.read(closed=closed)
        return [each.brief for each in found if closed or not each.brief.status.closed], damaged

    def read(self, *, closed: bool = False) -> tuple[list[Loaded], list[DamagedFile]]:
        """All that lies among the open briefs, or in the archive; a status set by hand may belong to the other."""
        return self._read(self._files(closed=closed))

    def latest_closed(self, number: int) -> list[Brief]:
        """The briefs that were closed last, at most `number` of them; what can't be read is left out."""
        paths: list[Path] = []
        for year in self._years():
            if len(paths) < number:
                paths += sorted(self._in_folder(year), key=_changed_at, reverse=True)
        return [each.brief for each in self._read(paths[:number])[0]]

    def slugs(self, *, closed: bool = False) -> list[str]:
        """The names of the open briefs, or of the closed ones."""
        return [path.stem for path in self._files(closed=closed) if _is_plain(path.name)]

    def path(self, slug: str) -> Path | None:
        """Where a brief lies; None where there is none of that name."""
        if not slug or "/" in slug or "\\" in slug or slug.startswith("."):
            return None
        for folder in (self._open, *self._years()):
            path = folder / f"{slug}.yaml"
            if path.is_symlink() or path.exists():
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
        exact = words.strip().casefold()
        wanted = _searchable(words)
        known: list[list[str]] = []
        for closed in (False, True):
            known.append(self.slugs(closed=closed))
            for slug in known[-1]:
                if slug.casefold() == exact:
                    return slug  # as it is listed: some disks would find it in any case, and under other names
        for slugs in known:
            fitting = [slug for slug in slugs if wanted and f"-{wanted}" in f"-{_searchable(slug)}"]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                names = "".join(f"\n  {slug}" for slug in sorted(fitting))
                raise NoSuchBrief(f"“{words}” fits more than one brief. Type a little more of one of these:{names}")
        raise NoSuchBrief(f"No brief fits “{words}”. `clarify list --all` shows them all.")

    # ---- writing

    def add(self, brief: Brief, group: str = "") -> Brief:
        """Keeps a new brief under a free name made from its ask; returns it with that name."""
        with self._changes.writing():
            brief = replace(brief, slug=self._free_slug(brief.ask))
            self._commit(
                "new", brief.slug, [Move(self._open / f"{brief.slug}.yaml", None, self._checked(brief))], group
            )
        return brief

    def change(self, slug: str, doing: str, how: Callable[[Brief], Brief], group: str = "") -> Brief:
        """Lets `how` change a brief, as it is on disk by then, and keeps the result; returns it.

        `doing` is the name of the command, for undo. Changes of one `group` are undone together.
        """
        with self._changes.writing():
            return self._replace(self.load(slug), doing, how, group)

    def rewrite(self, slug: str, before: str, after: str) -> Brief:
        """Puts a text that a person edited in place of the file's; refuses where the file was changed meanwhile."""
        with self._changes.writing():
            path = self.where(slug)
            if self._text(path) != before:
                raise ClarifyError(f"{path.name} was changed by another command while you were editing.")
            edited = self._parse(path, after)
            # What was settled in it, such as the moment of a deadline that was changed, is written into it.
            text = self._merged(edited, edited.brief)
            self._commit("edit", slug, self._moves(path, before, edited.brief, text))
            return edited.brief

    def check(self, slug: str, text: str) -> None:
        """Raises DamagedFile where `text` could not be the file of this brief."""
        self._parse(self.path(slug) or self._open / f"{slug}.yaml", text)

    def lay_out(self, slug: str) -> Copy:
        """A copy of a brief's file for the editor."""
        with self._changes.writing():
            return lay_out(self.home, slug, self.where(slug))

    def forget(self, slug: str) -> None:
        """Removes a brief for good: the file, and every copy that undo has of it."""
        with self._changes.writing():
            path = self.where(slug)
            self._changes.forget(slug)
            forget_copies(self.home, slug)
            remove(Path(os.path.realpath(path)))  # where it is a link, the text is there
            remove(path)

    def undo(self) -> str:
        """Takes the latest change back, byte for byte; returns what it was, such as `done q3-client-list`.

        Raises ClarifyError, with nothing changed, where there is none, or a file was changed by hand since.
        """
        with self._changes.writing():
            return self._changes.undo()

    def would_take_away(self) -> str | None:
        """The name of the brief that `undo` would take away, where the latest change made one."""
        return self._changes.latest_new()

    def set_settings(self, values: dict[str, str | None]) -> Settings:
        """Changes settings (None takes one out) and keeps them; raises what `read_settings` raises."""
        with self._changes.writing():
            path = self.home / "settings.yaml"
            before = self._text(path)
            place = load_places(before or "", str(path))
            old = {key: entry.value for key, entry in place.keys().items()} if place.value is not None else {}
            new = {key: value for key, value in {**old, **values}.items() if value is not None}
            after = change_yaml(before, old, new, str(path)) if before else dump_yaml(new)
            settings = read_settings(load_places(after, str(path)))
            self._commit("settings", "", [Move(path, before, after)])
            self.settings, self.mistake = settings, None
        return settings

    # ---- files

    def _files(self, *, closed: bool) -> Iterator[Path]:
        for folder in self._years() if closed else [self._open]:
            yield from self._in_folder(folder)

    def _in_folder(self, folder: Path) -> list[Path]:
        try:
            names = sorted(os.listdir(folder))
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as problem:
            raise ClarifyError(f"{folder} can't be read: {problem.strerror}. Check its permissions.") from None
        return [folder / name for name in names if name.endswith(".yaml") and not name.startswith(".")]

    def _years(self) -> list[Path]:
        try:
            return sorted((self._archive / year for year in os.listdir(self._archive)), reverse=True)
        except OSError:
            return []

    def _commit(self, doing: str, slug: str, moves: list[Move], group: str = "") -> None:
        self._changes.commit(self.now, doing, slug, moves, group)

    def _text(self, path: Path) -> str | None:
        try:
            return read_text(path)
        except FileNotFoundError:
            return None

    def _read(self, paths: Iterable[Path]) -> tuple[list[Loaded], list[DamagedFile]]:
        found, damaged = [], []
        for path in paths:
            try:
                if not _is_plain(path.name):
                    raise DamagedFile(f"{path}: its name holds control characters. Rename it.")
                found.append(self._load(path))
            except DamagedFile as problem:
                damaged.append(problem)
            except FileNotFoundError:
                continue  # moved by another command since the folder was read
        return found, damaged

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
        except Misfit as problem:
            line = _line_of(load_places(text, str(path)), problem.path)
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

    def _free_slug(self, ask: str) -> str:
        slug = slugify(ask)
        if self.path(slug) is None:
            return slug
        return next(name for n in range(2, 1 << 30) if self.path(name := f"{slug}-{n}") is None)

    def _replace(self, loaded: Loaded, doing: str, how: Callable[[Brief], Brief], group: str) -> Brief:
        brief = how(loaded.brief)
        if brief != loaded.written:
            text = self._merged(loaded, brief)
            self._commit(doing, brief.slug, self._moves(loaded.path, loaded.text, brief, text), group)
        return brief

    def _moves(self, path: Path, before: str, brief: Brief, after: str) -> list[Move]:
        """What is to be written where: a brief that is closed goes to the archive, one that is opened comes back."""
        if brief.status.closed == (path.parent != self._open):
            return [Move(path, before, after)]
        target = (self._archive / str(self.now.year) if brief.status.closed else self._open) / path.name
        if target.is_symlink() or target.exists():
            raise ClarifyError(f"There is a file {target} already. Move it elsewhere, then try again.")
        if path.is_symlink():
            # The link moves; taken away first, as both would lead to the one text that there is.
            link = os.readlink(path)
            return [Move(path, before, None, link), Move(target, None, after, os.path.realpath(path))]
        return [Move(target, None, after), Move(path, before, None)]

    def _checked(self, brief: Brief) -> str:
        text = dump_yaml(brief.to_data())
        self._compare(text, brief)
        return text

    def _merged(self, loaded: Loaded, brief: Brief) -> str:
        """The file's text with the brief's changes in it, and all else that a person wrote left as it is."""
        old = loaded.written.to_data()
        if dump_yaml(old) == loaded.text:
            text = dump_yaml(brief.to_data())  # nothing in it is by hand
        else:
            text = change_yaml(loaded.text, old, brief.to_data(), str(loaded.path))
        self._compare(text, brief)
        return text

    def _compare(self, text: str, brief: Brief) -> None:
        """Raises where the text would not read back as this brief: then nothing is written."""
        if len(text.encode("utf-8")) > LARGEST:
            raise ClarifyError(
                f"That is more than a brief can hold ({LARGEST >> 10} KiB). Keep the long part in a file of its own."
            )
        again = brief_from_data(brief.slug, load_yaml(text, brief.slug), self.zone)
        if again.to_data() != brief.to_data():
            raise ClarifyError(
                "This can't be kept in YAML as it was typed, so nothing was changed. Write it in plainer characters."
            )


def change_yaml(text: str, old: dict[str, Any], new: dict[str, Any], file: str) -> str:
    """A changed text, as `clarify.roundtrip` does it; that is slow to import."""
    from clarify.roundtrip import change_yaml as change

    return change(text, old, new, file)


def slugify(ask: str) -> str:
    """A file name out of the first words of an ask: ASCII letters and digits, safe on every system, 40 at the most."""
    slug = ""
    for word in re.findall(r"[a-z0-9]+", _plain(ask[:400]).replace("'", ""))[:7]:
        if slug and len(slug) + len(word) >= 40:
            break
        slug = f"{slug}-{word[:40]}" if slug else word[:40]
    slug = _LOOSE_END.sub("", slug) or "brief"
    return f"brief-{slug}" if _RESERVED.match(slug) else slug


def _searchable(words: str) -> str:
    """Words as they stand in a brief's name: plain letters, joined by “-”. Where one leaves nothing, all as it is."""
    whole = unicodedata.normalize("NFKC", words).replace("'", "").replace("’", "")
    plain = [_plain(word) for word in re.findall(r"[^\W_]+", whole)]
    return "-".join(plain) if plain and all(plain) else words.strip().casefold()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _is_plain(name: str) -> bool:
    """Whether a file's name can be shown, and typed, as it is."""
    return clean(name) == name and "\n" not in name


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _line_of(place: Place, path: tuple[str | int, ...]) -> int:
    """The line to which a path of keys and positions leads, as far as it goes."""
    line = place.line
    for step in path:
        if isinstance(place.value, dict) and step in place.value:
            place = place.value[str(step)]
        elif isinstance(place.value, list) and isinstance(step, int) and step < len(place.value):
            place = place.value[step]
        else:
            break
        line = place.line
    return line
