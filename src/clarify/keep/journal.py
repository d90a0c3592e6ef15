"""The history of changes: every change is written down before it is carried out, so it can be finished or taken back.

    undo/pending.json           the change that is being carried out; what a killed writer leaves, the next one finishes
    undo/00000001.json          a change that took place, with the text of each of its files before and after
    undo/00000001.undone.json   one that was taken back

So what undo puts back, or takes away, is never the only copy. Records are kept until `forget` removes them.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from clarify.errors import ClarifyError, DamagedFile
from clarify.keep.files import locked, make_link, mode_of, read_text, remove, rename, sweep, write_whole


class Move(NamedTuple):
    """What a change does to one file."""

    path: Path
    before: str | None
    """Its text before; None: it was not there."""
    after: str | None
    """Its text after; None: it is gone."""
    link: str | None = None
    """Of a link that moves: where it points to. What lies there takes the text, and is never taken away."""


Record = dict[str, Any]
_RECORD = re.compile(r"\d{8}(\.undone)?\.json")
_DAMAGED = "\0"
"""Stands for a text that can't be read: equal to none that was ever written."""


class Journal:
    """The changes of one home folder."""

    def __init__(self, home: Path) -> None:
        """Nothing is read or made before it is needed."""
        self._home = home
        self._folder = home / "undo"
        self._pending = self._folder / "pending.json"

    @contextmanager
    def writing(self, patience: float = 30.0) -> Iterator[None]:
        """Keeps other writers out, clears up after those that were killed, and then lets this one write."""
        with locked(self._home / ".lock", patience):
            # A change is pending before it touches anything else, so only then can there be something to clear up.
            if any(name == self._pending.name or name.endswith(".tmp") for name in self._listed()):
                self.clear_up()
            yield

    def clear_up(self) -> None:
        """Finishes what a killed writer began, and takes its temporary files away. To be called while `writing`."""
        if self._pending.exists():
            self._finish(_read(self._pending))
        briefs = self._home / "briefs"
        copies = (self._home / "edit").glob("*")
        for folder in (self._home, self._folder, *copies, briefs, *briefs.glob("archive/*")):
            sweep(folder)

    def finish_pending(self) -> None:
        """Lets a reader see whole changes only: finishes one that was cut off, where that can be done at once."""
        if self._pending.exists():
            with suppress(ClarifyError), self.writing(patience=1.0):
                pass

    def commit(self, at: datetime, doing: str, slug: str, moves: list[Move], group: str = "") -> None:
        """Carries a change out and keeps its record; raises ClarifyError with everything as it was.

        `doing` is the command's name, `slug` the brief or the first of several. Changes of one `group` are undone
        together.
        """
        files = [{**move._asdict(), "path": move.path.relative_to(self._home).as_posix()} for move in moves]
        record = {
            "schema": _SCHEMA,
            "name": self._next(),
            "at": at.isoformat(),
            "doing": doing,
            "slug": slug,
            "group": group,
            "files": files,
        }
        self._carry_out(record)

    def undo(self) -> str:
        """Takes the latest change back, byte for byte; returns what it was, such as `done q3-client-list`.

        A file that was taken away by hand since comes back first. Raises ClarifyError where there is nothing to undo,
        or where a file was changed by hand since, which undo would lose.
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
                break  # a change by hand between two answers: go back only so far
            self._take_back(record)
            slugs = [*_slugs(record), *slugs]
        return f"{latest['doing']} {', '.join(dict.fromkeys(slugs))}".strip()

    def latest_new(self) -> list[str]:
        """The names of the briefs that `undo` would take away, where the latest change made some."""
        records = self._latest()
        if not records or records[0]["doing"] != "new" or self._missing(records[0]):
            return []
        files = [file for record in reversed(records) for file in record["files"]]
        return [_name(file) for file in files if file["before"] is None]

    def _latest(self) -> list[Record]:
        """The changes that one undo takes back, the latest first: one, or all of its group with none between them."""
        records: list[Record] = []
        for name in reversed(self._standing()):
            record = _read(self._folder / name)
            if records and record["group"] != records[0]["group"]:
                break
            records.append(record)
            if not record["group"]:
                break
        return records

    def slugs(self, text: str | None = None) -> set[str]:
        """The names of the briefs that records are of; with `text`, of those whose file was ever just that."""
        records = [_read(self._folder / name) for name in self._names()]
        return {
            slug
            for record in records
            for file, slug in zip(record["files"], _slugs(record), strict=True)
            if text is None or text in (file["before"], file["after"])
        }

    def forget(self, slugs: set[str]) -> None:
        """Removes every record of these briefs; one that also changed others keeps what it did to those.

        To be called while `writing`.
        """
        self.clear_up()
        for name in self._names():
            record = _read(self._folder / name)
            files = [f for f, slug in zip(record["files"], _slugs(record), strict=True) if slug not in slugs]
            if files and len(files) < len(record["files"]):
                left = {**record, "files": files}
                write_whole(self._folder / name, _text_of({**left, "slug": _slugs(left)[0]}))
            elif not files:
                remove(self._folder / name)

    def _missing(self, record: Record) -> list[Record]:
        """What would bring back the files that a change left there and somebody took away."""
        gone = [f for f in record["files"] if f["after"] is not None and self._text(f["path"]) is None]
        return [{"path": file["path"], "before": None, "after": file["after"]} for file in gone]

    def _take_back(self, record: Record) -> None:
        changed = self._changed_since(record)
        if changed:
            raise ClarifyError(
                f"Nothing was undone: {changed} was changed by hand after “{record['doing']}”; undo would lose that."
            )
        back = [{**file, "before": file["after"], "after": file["before"]} for file in reversed(record["files"])]
        self._carry_out({**record, "files": back, "undoes": record["name"]})

    def _changed_since(self, record: Record) -> str | None:
        """The first file of a change that is not as the change left it."""
        return next((f["path"] for f in record["files"] if self._text(f["path"]) != f["after"]), None)

    def _carry_out(self, record: Record) -> None:
        write_whole(self._pending, _text_of(record))
        done: list[Record] = []
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
        """Finishes a change whose writer was killed half-way, and drops one that had not begun."""
        now = {file["path"]: self._text(file["path"]) for file in record["files"]}
        if all(now[f["path"]] in (f["before"], f["after"]) for f in record["files"]) and any(
            now[f["path"]] == f["after"] for f in record["files"]
        ):
            for file in record["files"]:
                if now[file["path"]] != file["after"]:
                    self._put(record, file, file["after"])
            self._close(record)
        else:
            remove(self._pending)

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

    def _standing(self) -> list[str]:
        """The records of the changes that were not taken back."""
        return [name for name in self._names() if not name.endswith(".undone.json")]

    def _names(self) -> list[str]:
        # By the whole name: a folder that is synced may put copies of its own beside them.
        return sorted(name for name in self._listed() if _RECORD.fullmatch(name))

    def _listed(self) -> list[str]:
        try:
            return os.listdir(self._folder)
        except OSError:
            return []

    def _put(self, record: Record, file: Record, text: str | None) -> None:
        path = self._home / file["path"]
        if text is None:
            remove(path)
            return
        link = file.get("link")
        same = [file["path"], *(f["path"] for f in record["files"] if _name(f) == _name(file))]
        modes = [mode for each in same if (mode := mode_of(self._home / each))]
        # A brief that moves keeps its permissions; of a link, what lies at its end is written first.
        write_whole(path.parent / link if link else path, text, *modes[:1])
        if link:
            make_link(path, link)

    def _text(self, relative: str) -> str | None:
        try:
            return read_text(self._home / relative)
        except FileNotFoundError:
            return None
        except DamagedFile:
            return _DAMAGED


_SCHEMA = 1
_KEYS = {"name", "doing", "slug", "group", "files"}


def _text_of(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _name(file: Record) -> str:
    return str(file["path"]).rpartition("/")[2].removesuffix(".yaml")


def _slugs(record: Record) -> list[str]:
    """The names of the briefs that a change is of, one for each of its files; empty for the settings."""
    return [_name(file) if record["slug"] else "" for file in record["files"]]


def _read(path: Path) -> Record:
    try:
        record: Record = json.loads(path.read_text("utf-8"))
        if not isinstance(record, dict) or not record.keys() >= _KEYS:
            raise ValueError("it is no record of a change")
        if record.get("schema", _SCHEMA) != _SCHEMA:
            raise ValueError("it was written by a newer clarify; update clarify")
    except (OSError, ValueError) as problem:
        raise ClarifyError(f"{path} can't be read: {problem}. Move it elsewhere, then try again.") from None
    return record
