"""The summaries of the briefs, kept so that a list need not read thousands of files again: HOME/index.json.

It is never the truth. A row counts only while its file has the same stamps, size and inode. The whole index is thrown
away if it can't be read, if another version made it, or if a brief is forgotten: deleting it costs only time.
"""

import json
import os
import time
import zlib
from contextlib import suppress
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

from clarify.brief.summary import Summary
from clarify.errors import ClarifyError
from clarify.keep.files import locked, read_bytes, remove, write_whole

_NAME = "index.json"
_FRESH = 3_000_000_000
"""Nanoseconds in which two changes of a file may get the same stamp: some disks count in steps of two seconds."""
_WORTH = 50
"""The number of new rows that make writing worth it: reading fewer files takes no longer than writing the index."""
_LARGEST = 1 << 28


class Index:
    """The rows of one home folder: for each path below `briefs/` the stamps of the file and its summary's values."""

    def __init__(self, home: Path, depends_on: list[str]) -> None:
        """`depends_on`: other things that the rows depend on, such as the time zone."""
        self._home = home
        self._head = [*Summary._fields, *depends_on]
        self._new: dict[str, list[Any]] = {}

    def get(self, file: str, folder: str, slug: str, about: os.stat_result) -> Summary | None:
        """The kept summary of a file in `folder`, or None if there is none or the file has changed."""
        row = self._rows.get(file)
        if row is None or not _is_row(row):
            return None
        if row[:4] != [about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino]:
            return None
        return Summary(folder, slug, *row[4:])

    def put(self, file: str, summary: Summary, about: os.stat_result) -> None:
        """Keeps the summary of a file that was read after `about`, unless the file was changed just now."""
        if time.time_ns() - about.st_mtime_ns > _FRESH:
            stamps = (about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino)
            self._new[file] = [*stamps, *summary[2:]]

    def save(self) -> None:
        """Writes the new rows, if that is worth it and can be done at once."""
        if len(self._new) < _WORTH:
            return
        with suppress(ClarifyError), locked(self._home / ".lock", patience=0):
            # Under the lock, so that a brief that was forgotten meanwhile does not come back into it.
            known = {**self._rows, **self._new}
            briefs = f"{self._home / 'briefs'}{os.sep}"
            rows = {file: row for file, row in known.items() if os.path.exists(briefs + file)}
            body = json.dumps([self._head, rows], separators=(",", ":"))
            write_whole(self._home / _NAME, _sum(body.encode()) + body)

    @staticmethod
    def forget(home: Path) -> None:
        """Throws the index away. Call it while writing."""
        remove(home / _NAME)

    @cached_property
    def _rows(self) -> dict[str, list[Any]]:
        """The rows of the file, read when first asked for: a search, which reads every brief, never asks."""
        try:
            raw = read_bytes(self._home / _NAME, _LARGEST)
            if raw[:8].decode() != _sum(memoryview(raw)[8:]):
                return {}
            text = raw.decode()
            del raw  # thousands of rows are long, so no two copies are kept
            head, rows = json.JSONDecoder().raw_decode(text, 8)[0]
        except (OSError, ValueError, TypeError, RecursionError, ClarifyError):
            return {}
        return rows if head == self._head and isinstance(rows, dict) else {}


def _sum(body: bytes | memoryview) -> str:
    return f"{zlib.crc32(body):08x}"


_FIELDS = list(Summary.__annotations__.values())[2:]
_KINDS = {str: (str,), bool: (bool,), float: (float,), float | None: (float, type(None)), list[str]: (list,)}
_TYPES = frozenset(product(*[(int,)] * 4, *(_KINDS[field] for field in _FIELDS)))
_OPEN, _ASSUMED = (place for place, field in enumerate(_FIELDS, 4) if field == list[str])
_TEXTS = {str}


def _is_row(row: Any) -> bool:
    """True if a row has the types of the stamps and of a `Summary`; thousands are looked at, so types alone."""
    if type(row) is not list or tuple(map(type, row)) not in _TYPES:
        return False
    return {*map(type, row[_OPEN]), *map(type, row[_ASSUMED])} <= _TEXTS
