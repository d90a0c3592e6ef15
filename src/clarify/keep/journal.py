"""The journal: every change is written down before it is carried out, so it can be finished or taken back.

    undo/pending.json           the change that is being carried out; if its writer is killed, the next one finishes it
    undo/00000001.json          a change that took place, with the text of each of its files before and after
    undo/00000001.undone.json   one that was taken back

So undo never removes the only copy of a text. Records are kept until `forget` removes them.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, NotRequired, TypedDict, cast

from clarify.errors import ClarifyError, DamagedFile
from clarify.keep.files import (
    PATIENCE,
    locked,
    make_link,
    mode_of,
    read_if_there,
    read_text,
    remove,
    rename,
    sweep,
    write_whole,
)


class Move(NamedTuple):
    """The change of one file."""

    path: Path
    before: str | None
    """Its text before; None if it was not there."""
    after: str | None
    """Its text after; None if it is gone."""
    link: str | None = None
    """If a link moves: the path it points to. The file there takes the text, and is never removed."""


class FileChange(TypedDict):
    """A `Move` as it stands in a record; its path begins at the home folder."""

    path: str
    before: str | None
    after: str | None
    link: NotRequired[str | None]


class Record(TypedDict):
    """A change as it stands in its file."""

    schema: int
    name: str
    at: str
    doing: str
    slug: str
    group: str
    files: list[FileChange]
    undoes: NotRequired[str]


_RECORD = re.compile(r"\d{8}(\.undone)?\.json")
_NUMBER = re.compile(r"\d{8}", re.ASCII)
_PLACE = re.compile(r"settings\.yaml|briefs/(?:archive/(?!\.\.?/)[^/\\\0]+/)?(?!\.)[^/\\\0]+\.yaml")
"""The files that a change can be about. No other is touched, whatever a record says."""
_SIDES: tuple[Literal["before"], Literal["after"]] = ("before", "after")
_LARGEST = 1 << 28
"""Bytes of a record: it holds several briefs twice, and so more than any of them may."""
_DAMAGED = "\0"
"""Stands for a text that can't be read; it equals no text that was ever written."""


class Journal:
    """The journal of one home folder."""

    def __init__(self, home: Path) -> None:
        """Reads and makes nothing yet."""
        self._home = home
        self._folder = home / "undo"
        self._pending = self._folder / "pending.json"

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[None]:
        """Keeps other writers out while its block runs; first clears up after those that were killed."""
        with locked(self._home / ".lock", patience):
            # A change is written to pending.json before it touches anything else; else there is nothing to clear up.
            if any(name == self._pending.name or name.endswith(".tmp") for name in self._listed()):
                self.clear_up()
            yield

    def clear_up(self) -> None:
        """Finishes the change of a killed writer and removes its temporary files. Call it while `writing`."""
        if os.path.exists(self._pending):
            self._finish(_read(self._pending))
        briefs = self._home / "briefs"
        copies = (self._home / "edit").glob("*")
        for folder in (self._home, self._folder, *copies, briefs, *briefs.glob("archive/*")):
            sweep(folder)

    def finish_pending(self) -> None:
        """Finishes a change that was cut off, if that can be done at once, so that a reader sees whole changes only."""
        if os.path.exists(self._pending):  # unlike `Path.exists`, it is False in a folder that may not be read
            with suppress(ClarifyError), self.writing(patience=1.0):
                pass

    def commit(self, at: datetime, doing: str, slug: str, moves: list[Move], group: str = "") -> None:
        """Carries a change out and keeps its record; raises ClarifyError with everything as it was.

        `doing` is the command's name, `slug` the brief or the first of several. undo takes a `group` back as a whole.
        """
        files: list[FileChange] = [
            {"path": m.path.relative_to(self._home).as_posix(), "before": m.before, "after": m.after, "link": m.link}
            for m in moves
        ]
        record = Record(
            schema=_SCHEMA, name=self._next(), at=at.isoformat(), doing=doing, slug=slug, group=group, files=files
        )
        self._carry_out(record)

    def undo(self) -> str:
        """Takes the latest change back, byte for byte; returns its name, such as `done q3-client-list`.

        A file that was removed by hand since then comes back first. Raises ClarifyError if there is nothing to undo,
        or if a file was changed by hand since then: undo would lose that.
        """
        records = self._latest()
        if not records:
            raise ClarifyError("There is nothing to undo.")
        latest, *earlier = records
        slugs = _slugs(latest)
        if missing := self._missing(latest):
            self._carry_out({**latest, "name": self._next(), "doing": "bring back", "group": "", "files": missing})
            gone = dict.fromkeys(_name(file) if latest["slug"] else str(file["path"]) for file in missing)
            return f"the removal of {', '.join(gone)} by hand"
        self._take_back(latest)
        for record in earlier:
            if self._changed_since(record):
                break  # a change by hand between two answers: go back no further
            self._take_back(record)
            slugs = [*_slugs(record), *slugs]
        return f"{latest['doing']} {', '.join(dict.fromkeys(slugs))}".strip()

    def latest_new(self) -> list[str]:
        """The names of the briefs that `undo` would remove, because the latest change made them."""
        records = self._latest()
        if not records or records[0]["doing"] != "new" or self._missing(records[0]):
            return []
        files = [file for record in reversed(records) for file in record["files"]]
        return [_name(file) for file in files if file["before"] is None]

    def _latest(self) -> list[Record]:
        """The changes that one undo takes back, latest first: one change, or all changes of its group in a row."""
        records: list[Record] = []
        for name in reversed([name for name in self._names() if not name.endswith(".undone.json")]):
            record = _read(self._folder / name)
            if records and record["group"] != records[0]["group"]:
                break
            records.append(record)
            if not record["group"]:
                break
        return records

    def slugs(self, text: str | None = None) -> set[str]:
        """The names of the briefs in the records; with `text`, only those whose file once had exactly this text."""
        records = [_read(self._folder / name) for name in self._names()]
        return {
            slug
            for record in records
            for file, slug in zip(record["files"], _slugs(record), strict=True)
            if text is None or text in (file["before"], file["after"])
        }

    def forget(self, slugs: set[str]) -> None:
        """Removes these briefs from every record, and records that are empty then. Call it while `writing`."""
        self.clear_up()
        for name in self._names():
            record = _read(self._folder / name)
            files = [f for f, slug in zip(record["files"], _slugs(record), strict=True) if slug not in slugs]
            if files and len(files) < len(record["files"]):
                left: Record = {**record, "files": files}
                write_whole(self._folder / name, _text_of({**left, "slug": _slugs(left)[0]}))
            elif not files:
                remove(self._folder / name)

    def _missing(self, record: Record) -> list[FileChange]:
        """The changes that bring back the files of `record` that somebody removed since."""
        gone = [f for f in record["files"] if f["after"] is not None and self._text(f["path"]) is None]
        return [{"path": file["path"], "before": None, "after": file["after"]} for file in gone]

    def _take_back(self, record: Record) -> None:
        changed = self._changed_since(record)
        if changed:
            raise ClarifyError(
                f"Nothing was undone: {changed} was changed by hand after “{record['doing']}”; undo would lose that."
            )
        self._refuse_strange_links(record, self._folder / f"{record['name']}.json")
        files = reversed(record["files"])
        back: list[FileChange] = [{**file, "before": file["after"], "after": file["before"]} for file in files]
        self._carry_out({**record, "files": back, "undoes": record["name"]})

    def _changed_since(self, record: Record) -> str | None:
        """The first file of a change that is no longer as the change left it, or None."""
        return next((f["path"] for f in record["files"] if self._text(f["path"]) != f["after"]), None)

    def _carry_out(self, record: Record) -> None:
        write_whole(self._pending, _text_of(record))
        done: list[FileChange] = []
        try:
            for file in record["files"]:
                if self._text(file["path"]) != file["before"]:
                    raise ClarifyError(
                        f"{file['path']} was changed by hand just now, so nothing was changed. Try again."
                    )
                self._put(record, file, file["after"])
                done.append(file)
        except ClarifyError:
            for file in reversed(done):
                self._put(record, file, file["before"])
            remove(self._pending)
            raise
        self._close(record)

    def _finish(self, record: Record) -> None:
        """Finishes a change whose writer was killed half-way; drops one that had not begun."""
        now = {file["path"]: self._text(file["path"]) for file in record["files"]}
        if all(now[f["path"]] in (f["before"], f["after"]) for f in record["files"]) and any(
            now[f["path"]] == f["after"] for f in record["files"]
        ):
            self._refuse_strange_links(record, self._pending)
            for file in record["files"]:
                if now[file["path"]] != file["after"]:
                    self._put(record, file, file["after"])
            self._close(record)
        else:
            remove(self._pending)

    def _refuse_strange_links(self, record: Record, path: Path) -> None:
        """Raises ClarifyError if a link of the record leads to a file that holds no text of this change.

        A link may lead out of the home. Such a file is not written because a record says so, which another machine may
        have put into a synced folder, but only where the change has been there before.
        """
        for file in record["files"]:
            if link := file.get("link"):
                behind = (self._home / file["path"]).parent / link
                own = [f for f in record["files"] if _name(f) == _name(file)]
                if self._text(str(behind)) not in {f[side] for f in own for side in _SIDES} - {None}:
                    raise _unreadable(path, f"it leads to {behind}, which holds another text")

    def _close(self, record: Record) -> None:
        """Turns the pending change into history."""
        if "undoes" in record:
            done = self._folder / f"{record['undoes']}.json"
            if done.exists():
                rename(done, self._folder / f"{record['undoes']}.undone.json")
            remove(self._pending)
        else:
            rename(self._pending, self._folder / f"{record['name']}.json")

    def _next(self) -> str:
        last = self._names()[-1:]
        return f"{int(last[0][:8]) + 1 if last else 1:08d}"

    def _names(self) -> list[str]:
        # The whole name must match: a synced folder may put copies of its own beside the records.
        return sorted(name for name in self._listed() if _RECORD.fullmatch(name))

    def _listed(self) -> list[str]:
        try:
            return os.listdir(self._folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as problem:
            raise ClarifyError(f"{self._folder} can't be read: {problem.strerror}. Check its permissions.") from None

    def _put(self, record: Record, file: FileChange, text: str | None) -> None:
        path = self._home / file["path"]
        if text is None:
            remove(path)
            return
        link = file.get("link")
        same = [file["path"], *(f["path"] for f in record["files"] if _name(f) == _name(file))]
        modes = [mode for each in same if (mode := mode_of(self._home / each))]
        # A brief that moves keeps its permissions; for a link, the file that it points to is written first.
        write_whole(path.parent / link if link else path, text, *modes[:1])
        if link:
            make_link(path, link)

    def _text(self, relative: str) -> str | None:
        try:
            return read_if_there(self._home / relative)
        except DamagedFile:
            return _DAMAGED


_SCHEMA = 1
_KEYS = {"name", "doing", "slug", "group", "files"}


def _text_of(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _name(file: FileChange) -> str:
    return str(file["path"]).rpartition("/")[2].removesuffix(".yaml")


def _slugs(record: Record) -> list[str]:
    """The names of the briefs that a change is about, one for each of its files; "" for the settings."""
    return [_name(file) if record["slug"] else "" for file in record["files"]]


def _read(path: Path) -> Record:
    """The record in a file; raises ClarifyError, with its name and the remedy, for anything that is none."""
    try:
        record = json.loads(read_text(path, _LARGEST))
        if isinstance(record, dict) and record.get("schema", _SCHEMA) != _SCHEMA:
            raise ValueError("it was written by a newer clarify; update clarify")
        if not _is_record(record):
            raise ValueError("it is no record of a change")
        for file in record["files"]:
            if not _PLACE.fullmatch(file["path"]):
                raise ValueError(f"it is about {file['path']}, which is no file that clarify keeps")
    except (OSError, ValueError, RecursionError) as problem:
        raise _unreadable(path, str(problem)) from None
    return cast("Record", record)


def _unreadable(path: Path, why: str) -> ClarifyError:
    return ClarifyError(f"{path} can't be read: {why}. Move it elsewhere, then try again.")


def _is_record(record: Any) -> bool:
    """True if it has the form of a `Record`: files of another program may get here, and of another machine."""
    if not isinstance(record, dict) or not record.keys() >= _KEYS or not isinstance(record["files"], list):
        return False
    names = [record["name"], record.get("undoes", record["name"])]
    return (
        all(isinstance(name, str) and _NUMBER.fullmatch(name) for name in names)
        and all(isinstance(record[key], str) for key in ("doing", "slug", "group"))
        and all(map(_is_file_change, record["files"]))
    )


def _is_file_change(file: Any) -> bool:
    if not isinstance(file, dict) or not file.keys() >= {"path", *_SIDES} or not isinstance(file["path"], str):
        return False
    return all(isinstance(file.get(key), str | None) for key in (*_SIDES, "link"))
