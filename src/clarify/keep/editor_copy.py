"""The copy of a brief that lies open in an editor: `edit/SLUG/SLUG.yaml`, with whatever the editor puts beside it.

The brief itself is changed only when what comes back can be read. Until then the copy is all there is of a person's
text, so it is kept when something goes wrong, and opened again the next time.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clarify.keep.files import read_text, remove, rename, write_whole

_EARLIER = "earlier-"


@dataclass(frozen=True)
class Copy:
    """A copy as it was laid out."""

    path: Path
    before: str
    """The text of the brief when it was laid out."""
    note: str = ""
    """What a person should know about it."""

    def text(self) -> str:
        """What is in it by now; the brief's own text where the editor left nothing."""
        try:
            return read_text(self.path)
        except FileNotFoundError:
            return self.before

    def put_away(self) -> None:
        """Takes it away, with the backups of the editor; texts of earlier edits that did not come through stay."""
        _clear(self.path.parent, lambda name: not name.startswith(_EARLIER))


def copy_for_editor(home: Path, slug: str, brief: Path) -> Copy:
    """A copy of a brief's file for the editor. To be called while writing.

    What was left by an edit that did not come through is opened again, or kept under another name where the brief is
    the newer of the two.
    """
    before = read_text(brief)  # a damaged file can be opened too: that is how it is mended
    path = _folder(home, slug) / f"{slug}.yaml"
    note = ""
    if path.exists():
        if path.stat().st_mtime >= brief.stat().st_mtime:
            return Copy(path, before, "Your text from last time is still there: it is opened again.")
        kept = path.with_name(f"{_EARLIER}{path.stat().st_mtime_ns}.yaml")
        rename(path, kept)
        note = f"The brief was changed since your last edit, which is kept in {kept}."
    write_whole(path, before)
    return Copy(path, before, note)


def forget_copies(home: Path, slug: str) -> None:
    """Removes every copy of a brief."""
    _clear(_folder(home, slug), lambda name: True)


def _folder(home: Path, slug: str) -> Path:
    return home / "edit" / slug


def _clear(folder: Path, unwanted: Callable[[str], bool]) -> None:
    for name in os.listdir(folder) if folder.is_dir() else []:
        path = folder / name
        if not unwanted(name):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            remove(path)
    for empty in (folder, folder.parent):
        try:
            empty.rmdir()
        except OSError:
            return  # something is in it still
