"""Files are read with a limit and written whole or not at all, under a lock that ends with its process."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clarify.errors import ClarifyError, DamagedFile
from clarify.keep.yaml.reading import LARGEST
from clarify.text import clean

PATIENCE = 30.0
"""Seconds to wait for another clarify that is writing; it needs a few milliseconds."""
_PRIVATE = 0o600
UNCHANGED = "Nothing was changed: "
"""The beginning of an error's message where a file can't be written."""


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The text of a file, with its own line ends; raises as `read_bytes` does, and DamagedFile if it is not UTF-8."""
    raw = read_bytes(path, largest)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise DamagedFile(f"{path}, line {line}: this is not UTF-8 text. Save it as UTF-8 in your editor.") from None


def read_if_there(path: Path) -> str | None:
    """The text of a file, or None if there is none; raises as `read_text` does."""
    try:
        return read_text(path)
    except FileNotFoundError:
        return None


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file.

    Raises FileNotFoundError if there is none. Raises DamagedFile, with its name, for a pipe (opening one would wait for
    ever), a folder, a file of more than `largest` bytes, and a file that may not be read.
    """
    try:
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            about = os.fstat(fd)
            if not stat.S_ISREG(about.st_mode):
                raise DamagedFile(f"{path} is not a file. Move it elsewhere.")
            if about.st_size > largest:
                raise DamagedFile(f"{path} is larger than {largest >> 10} KiB. Shorten it.")
            with open(fd, "rb", closefd=False) as file:
                return file.read()
        finally:
            os.close(fd)
    except FileNotFoundError:
        raise
    except OSError as problem:
        raise DamagedFile(f"{path} can't be read: {_reason(problem)}.") from None


def read_given(path: Path, largest: int) -> bytes:
    """The bytes of a file that a person named; raises ClarifyError if there is none, and as `read_bytes` does."""
    if path.exists() and not path.is_file():
        raise ClarifyError(f"{clean(str(path))} is not a file. Name the file of the message, or pipe it in as -.")
    try:
        return read_bytes(path, largest)
    except FileNotFoundError:
        raise ClarifyError(f"There is no file {clean(str(path))}.") from None


def write_whole(path: Path, text: str, mode: int = _PRIVATE) -> None:
    """Writes `text` to `path`, all of it or nothing, even if killed or on a full disk; links and file modes stay.

    A new file gets `mode`, by default readable by its owner only. Raises ClarifyError, with nothing changed.
    """
    path = Path(os.path.realpath(path))  # so that a link stays a link, and its target is changed
    raw = text.encode("utf-8")
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        _make_folder(path.parent)
        mode = mode_of(path) or mode
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _PRIVATE)
        with open(fd, "wb") as file:
            if mode != _PRIVATE and hasattr(os, "fchmod"):
                os.fchmod(fd, mode)
            file.write(raw)
            file.flush()
            os.fsync(fd)
        _patiently(os.replace, temporary, path)
        _sync_folder(path.parent)
    except OSError as problem:
        with suppress(OSError):
            temporary.unlink()
        raise _cant_write(path, problem) from None
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def write_out(path: Path, text: str, *, replace: bool = False) -> None:
    """Writes a result to the path that a person gave: a whole file, or a pipe or device such as /dev/null.

    Raises ClarifyError where a file with something else in it is there, unless it is to `replace` that.
    """
    if path.is_file() or not path.exists():
        size, raw = path.stat().st_size if path.is_file() else 0, text.encode("utf-8")
        if size and not replace and not (size == len(raw) and read_bytes(path, size) == raw):
            raise ClarifyError(f"{clean(str(path))} is there already. Name another file, or replace it with --force.")
        write_whole(path, text)
        return
    with _explained(path), open(path, "w", encoding="utf-8", newline="\n") as there:
        there.write(text)


def mode_of(path: Path) -> int | None:
    """The permissions of a file, or None if there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def refuse_read_only(folders: Iterable[Path]) -> None:
    """Raises ClarifyError if a file can't be removed from one of these folders; one that is not there is none."""
    for folder in folders:
        if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            raise _cant_write(folder, PermissionError(errno.EACCES, ""))


def remove(path: Path) -> None:
    """Removes a file for good; it may be gone already. Raises ClarifyError."""
    with _explained(path):
        with suppress(FileNotFoundError):
            _patiently(os.unlink, path)
        _sync_folder(path.parent)


def rename(path: Path, target: Path) -> None:
    """Gives a file another name and replaces a file that has it already. Raises ClarifyError."""
    with _explained(path):
        _patiently(os.replace, path, target)
        _sync_folder(target.parent)


def make_link(path: Path, to: str) -> None:
    """Makes `path` a link to `to`, whatever it was before. Raises ClarifyError."""
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    with _explained(path):
        _make_folder(path.parent)
        os.symlink(to, temporary)
    rename(temporary, path)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turns an OSError of its block into a ClarifyError that says why `path` can't be written."""
    try:
        yield
    except OSError as problem:
        raise _cant_write(path, problem) from None


def _cant_write(path: Path, problem: OSError) -> ClarifyError:
    return ClarifyError(f"{UNCHANGED}{path} can't be written: {_reason(problem)}.")


def _patiently(act: Callable[..., object], *paths: Path) -> None:
    """Renames or removes a file; tries again for a second on Windows, which refuses while a reader has it open."""
    until = time.monotonic() + 1.0
    while True:
        try:
            act(*paths)
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _make_folder(folder: Path) -> None:
    """Makes a folder and the missing folders above it, each readable by its owner only."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True, mode=0o700)


def _sync_folder(folder: Path) -> None:
    """Makes the renames in a folder survive a power cut, on systems where a folder can be opened."""
    if sys.platform != "win32":
        with suppress(OSError):
            fd = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(fd)
            finally:
                os.close(fd)


def sweep(folder: Path) -> None:
    """Removes the temporary files of killed writers. Call it under the lock, when nobody else writes."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(".") and name.endswith(".tmp"):
                with suppress(OSError):
                    os.unlink(folder / name)


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keeps every other clarify from writing while its block runs. The system frees the lock if this process dies.

    Raises ClarifyError if another clarify keeps the lock for `patience` seconds, or if the folder can't be written.

    A library for this exists (filelock), but importing it takes longer than a whole command's work.
    """
    with _explained(path.parent):
        _make_folder(path.parent)
        fd = os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE)
    try:
        until = time.monotonic() + patience
        while not _try_lock(fd):
            if time.monotonic() > until:
                raise ClarifyError("Another clarify has been writing for half a minute. Close it, then try again.")
            time.sleep(0.01)
        yield
    finally:
        os.close(fd)  # this unlocks it too


if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> bool:
        os.lseek(fd, 0, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network folders know no locks. A home there is better unlocked than unusable.
            return True
        return True


def _reason(problem: OSError) -> str:
    reasons = {
        errno.ENOSPC: "the disk is full. Make room, then try again",
        errno.EDQUOT: "your disk quota is used up. Make room, then try again",
        errno.EFBIG: "the disk takes no file of that size. Make room, then try again",
        errno.EROFS: "the disk is read-only. Set CLARIFY_HOME to a folder that you can write to",
        errno.EACCES: "you are not allowed to. Check the permissions of the file and its folder",
        errno.EPERM: "you are not allowed to. Check the permissions of the file and its folder",
        errno.ENOTDIR: "a part of its path is a file. Set CLARIFY_HOME to a folder",
        errno.EISDIR: "it is a folder. Move it elsewhere",
        errno.ELOOP: "its link leads back to itself. Remove the link",
        errno.ENAMETOOLONG: "its path is too long. Set CLARIFY_HOME to a shorter one",
    }
    return reasons.get(problem.errno or 0) or (problem.strerror or str(problem)).lower()
