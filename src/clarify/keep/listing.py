"""Reads the briefs on disk: all of them for a list, one by its name, or the one that some words fit.

HOME/briefs/SLUG.yaml                 the open briefs
HOME/briefs/archive/YEAR/SLUG.yaml    the closed briefs (done or dropped), by the year in which they were closed
HOME/settings.yaml, HOME/prompts/     the settings and prompts of the person
"""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clarify import __version__
from clarify.ask.answers import settle_brief
from clarify.brief import Brief
from clarify.brief.data import InvalidBrief, brief_from_data
from clarify.brief.slug import copied_from, fitting, is_ours, is_plain, whole_words
from clarify.brief.summary import Summary, summary_of
from clarify.errors import ClarifyError, DamagedFile, NoSuchBrief
from clarify.keep.files import read_if_there, read_text
from clarify.keep.index import Index
from clarify.keep.settings import Settings, read_settings
from clarify.keep.yaml.reading import load_nodes, load_yaml
from clarify.text import folded

if TYPE_CHECKING:
    from clarify.read.handoff.corrections import Corrections


@dataclass(frozen=True)
class Loaded:
    """A brief as its file says it (`written`), and the same brief with its deadline read anew (`brief`)."""

    path: Path
    text: str
    written: Brief
    brief: Brief

    @property
    def reread(self) -> bool:
        """True if somebody changed the words of the deadline by hand, so that they give another moment."""
        return self.written.due != self.brief.due


class Listing:
    """The briefs of one home folder. Nothing here changes a file but the index, which is kept for speed."""

    def __init__(
        self, home: Path, now: datetime, pinned: bool = False, watched: Callable[[Sequence[str]], Iterable[str]] = iter
    ) -> None:
        """Relative deadlines are read from `now`; if `pinned`, it was set by hand, and file times don't count.

        `watched` gives the names of many files one by one, and may tell how many of them were read.
        """
        self.home = home
        self.mistake: DamagedFile | None = None
        """The mistake in settings.yaml, if there is one: then the default settings are used."""
        file = home / "settings.yaml"
        try:
            text = read_if_there(file)
            self.settings = read_settings(load_nodes(text, str(file))) if text else Settings({})
        except DamagedFile as problem:
            if not os.path.isdir(home):
                raise  # nothing can be kept there
            self.mistake, self.settings = problem, Settings({})
        self.zone = self.settings.zone
        self.now = now.astimezone(self.zone)
        self._pinned = pinned
        self._watched = watched
        self._open = home / "briefs"
        self._archive = self._open / "archive"

    def corrections(self) -> "Corrections":
        """What the person put right in earlier messages."""
        from clarify.keep.corrections import kept_corrections  # only where a message is read

        return kept_corrections(self.home)

    # ---- by name

    def slugs(self, *, closed: bool = False) -> list[str]:
        """The names of the open briefs, or of the closed ones; damaged files count too."""
        folders = self._years() if closed else [self._open]
        return [name.removesuffix(".yaml") for folder in folders for name in _yaml_files(folder)]

    def copies(self, slug: str) -> list[str]:
        """The names of the conflicted copies of a brief, which synced folders make."""
        return sorted(other for other in self.slugs() if other.startswith(slug) and copied_from(other) == slug)

    def path(self, slug: str) -> Path | None:
        """The file of a brief, or None if there is no brief of that name."""
        if not slug or "/" in slug or "\\" in slug or slug.startswith("."):
            return None
        paths = (folder / f"{slug}.yaml" for folder in (self._open, *self._years()))
        return next((path for path in paths if os.path.lexists(path)), None)  # a name that no disk can hold is no error

    def where(self, slug: str) -> Path:
        """The file of a brief; raises NoSuchBrief if there is no brief of that name."""
        path = self.path(slug)
        if path is None:
            raise NoSuchBrief(f"There is no brief “{slug}”. `clarify list --all` shows them all.")
        return path

    def find(self, words: str) -> str:
        """The name of the one brief that `words` fit: its name, else the beginning of it or of a word in it.

        An exact name wins, then open briefs, then closed ones, and whole words over their beginnings. Raises
        NoSuchBrief; if several fit, it names them.
        """
        known: list[list[str]] = []
        for closed in (False, True):
            known.append(self.slugs(closed=closed))
            if words in known[-1]:
                return words
            # Compared with the listed names: some disks would find a file in any case, and under other names.
            exact = [slug for slug in known[-1] if folded(slug) == folded(words.strip())]
            if exact:
                return exact[0]
        for slugs in known:
            fits = [slug for slug in fitting(words, slugs) if is_plain(slug) and not self._copied_from(slug)]
            whole = whole_words(words, fits)
            if len(fits) == 1 or len(whole) == 1:
                return (whole or fits)[0]
            if fits:
                names = "".join(f"\n  {slug}" for slug in fits)
                raise NoSuchBrief(f"“{words}” fits more than one brief. Type a little more of one of these:{names}")
        raise NoSuchBrief(f"No brief fits “{words}”. `clarify list --all` shows them all.")

    def fits(self, words: str) -> bool:
        """True if `words` fit a name, so that `find` returns it, or names all that they fit."""
        slugs = self.slugs() + self.slugs(closed=True)
        return words in slugs or bool(fitting(words, slugs))

    def _years(self) -> list[Path]:
        """The folders of the archive, the latest year first."""
        try:
            return sorted((self._archive / year for year in os.listdir(self._archive)), reverse=True)
        except OSError:
            return []

    def _copied_from(self, slug: str) -> str | None:
        """The brief of which this is a conflicted copy, or None if there is no such brief."""
        original = copied_from(slug)
        return original if original and self.path(original) else None

    # ---- one brief

    def load(self, slug: str) -> Loaded:
        """One brief; raises NoSuchBrief, or DamagedFile naming the file, the line and the remedy."""
        return self._load(self.where(slug))

    def siblings(self, brief: Brief) -> list[Brief]:
        """The open briefs of the same hand-off, this one among them, in the order of work; if it came alone, only this.

        Those that are gone, closed, renamed or damaged are left out.
        """
        found = []
        for slug in dict.fromkeys(brief.siblings):
            with suppress(NoSuchBrief, DamagedFile):
                other = brief if slug == brief.slug else self.load(slug).brief
                if other is brief or (brief.slug in other.siblings and not other.status.closed):
                    found.append(other)
        return found if brief in found else [brief]

    def _load(self, path: Path) -> Loaded:
        try:
            return self._parse(path, read_text(path))
        except FileNotFoundError:
            if path.is_symlink():
                raise DamagedFile(f"{path} is a link to a file that is not there. Mend or remove the link.") from None
            raise

    def _parse(self, path: Path, text: str) -> Loaded:
        """The brief in the text of a file; raises DamagedFile."""
        try:
            written = brief_from_data(path.stem, load_yaml(text, str(path)), self.zone)
        except InvalidBrief as problem:
            line = load_nodes(text, str(path)).line_of(problem.path)
            raise DamagedFile(f"{path}, line {line}: {problem}.") from None
        return Loaded(path, text, written, settle_brief(written, self._written_at(path), self.settings.conventions))

    def _written_at(self, path: Path) -> datetime:
        """The moment when a file was written: “Friday” in it is the Friday after that, not after today."""
        if self._pinned:
            return self.now
        try:
            return min(self.now, datetime.fromtimestamp(path.stat().st_mtime, self.zone))
        except (OSError, OverflowError, ValueError):
            return self.now

    # ---- lists

    def summaries(
        self, *, opened: bool = True, closed: bool = False, fits: Callable[[Brief], bool] | None = None
    ) -> tuple[list[Summary], list[DamagedFile]]:
        """The summaries of the open briefs, the closed ones or both; and an error for each file that can't be read.

        `fits` picks briefs; it needs every file to be read.
        """
        zone = self.settings.values.get("time_zone") or f"{time.tzname} {time.timezone} {time.altzone}"
        index = Index(self.home, [__version__, zone])
        found: list[Summary] = []
        damaged: list[DamagedFile] = []
        for folder in [*([self._open] if opened else []), *(self._years() if closed else [])]:
            for name in self._watched(_yaml_files(folder)):
                try:
                    summary = self._summary(str(folder), name, index, fits)
                except DamagedFile as problem:
                    damaged.append(problem)
                    continue
                # Somebody may have set a status by hand that does not fit the folder.
                if summary and (closed or not summary.closed):
                    found.append(summary)
        index.save()
        return found, sorted(damaged, key=str)

    def latest_closed(self, number: int) -> list[Summary]:
        """The briefs that were closed last, at most `number` of them; damaged files are left out."""
        paths: list[Path] = []
        for year in self._years():
            if len(paths) < number:
                paths += sorted((year / name for name in _yaml_files(year)), key=_changed_at, reverse=True)
        found = []
        for path in paths[:number]:
            with suppress(DamagedFile, FileNotFoundError):
                found.append(summary_of(self._load(path).brief, path.parent))
        return found

    def _summary(self, folder: str, name: str, index: Index, fits: Callable[[Brief], bool] | None) -> Summary | None:
        """The summary of a file; None if the brief does not fit, or was moved since the folder was read."""
        path = f"{folder}{os.sep}{name}"
        file, slug = path.removeprefix(f"{self._open}{os.sep}"), name.removesuffix(".yaml")
        try:
            about = os.stat(path)
        except OSError:
            about = None  # reading the file will say why
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


def _yaml_files(folder: Path) -> list[str]:
    """The names of the files in a folder that may be briefs."""
    try:
        names = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        raise ClarifyError(f"{folder} can't be read: {problem.strerror}. Check its permissions.") from None
    return [name for name in names if name.endswith(".yaml") and not name.startswith(".")]


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
