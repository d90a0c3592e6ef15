"""The copy of a brief that is open in an editor: `edit/SLUG/SLUG.yaml`, and the files that the editor puts beside it.

The brief is changed only when the edited text can be read. Until then the copy holds the person's only text, so it is
kept when something goes wrong, and opened again the next time.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from clarify.keep.files import read_if_there, read_text, remove, rename, write_whole

_EARLIER = "earlier-"


@dataclass(frozen=True)
class Copy:
    """A copy that was made for the editor."""

    path: Path
    before: str
    """The text of the brief when the copy was made."""
    note: str = ""
    """A sentence that the person should read before editing, or ""."""
    stamp: int | None = None
    """When the text from last time was saved, if it is opened again."""

    def text(self) -> str:
        """The text of the copy by now; the brief's own text if the editor left no file."""
        text = read_if_there(self.path)
        return self.before if text is None else text

    def is_untouched(self) -> bool:
        """True if nothing was saved: the text is that of the brief, or still the one from last time."""
        text = read_if_there(self.path)
        return text is None or text == self.before or self.path.stat().st_mtime_ns == self.stamp

    def put_away(self) -> None:
        """Removes the copy and the editor's backups; texts of earlier edits that failed stay."""
        _clear(self.path.parent, but=_EARLIER)


def copy_for_editor(home: Path, slug: str, brief: Path) -> Copy:
    """A copy of a brief's file for the editor. Call it while writing.

    The text of an earlier edit that failed is opened again, or kept under another name if the brief is newer.
    """
    before = read_text(brief)  # also of a damaged file: it is mended in the editor
    path = home / "edit" / slug / f"{slug}.yaml"
    note = ""
    if path.exists():
        if path.stat().st_mtime >= brief.stat().st_mtime:
            note = "Your text from last time is still there: it is opened again, and counts once you save it."
            return Copy(path, before, note, path.stat().st_mtime_ns)
        kept = path.with_name(f"{_EARLIER}{path.stat().st_mtime_ns}.yaml")
        rename(path, kept)
        note = f"The brief was changed since your last edit, which is kept in {kept}."
    write_whole(path, before)
    return Copy(path, before, note)


def forget_copies(home: Path, slug: str) -> None:
    """Removes every copy of a brief."""
    _clear(home / "edit" / slug)


def _clear(folder: Path, but: str | None = None) -> None:
    """Removes all that is in a folder, but not the names that begin with `but`; then the folder, if it is empty."""
    for name in os.listdir(folder) if folder.is_dir() else []:
        path = folder / name
        if but and name.startswith(but):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            remove(path)
    for empty in (folder, folder.parent):
        try:
            empty.rmdir()
        except OSError:
            return  # it is not empty yet
