"""Files that are whole or not there: reading with a limit, writing by rename, and a lock that dies with its process."""

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clarify.errors import ClarifyError, DamagedFile
from clarify.keep.yaml.reading import LARGEST
from clarify.text import clean

_PATIENCE = 30.0
"""Seconds to wait for another clarify that is writing; it needs a few milliseconds."""
_PRIVATE = 0o600


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The text of a file, its line ends as they are; raises as `read_bytes` does, and for what is not UTF-8."""
    raw = read_bytes(path, largest)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise DamagedFile(f"{path}, line {line}: this is not UTF-8 text. Save it as UTF-8 in your editor.") from None


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """What is in a file.

    Raises FileNotFoundError where there is none, and DamagedFile, naming it, for what is no file of text: a pipe
    (opening one would wait for ever), a folder, more than `largest` bytes, or what may not be read.
    """
    try:
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise
    except OSError as problem:
        raise DamagedFile(f"{path} can't be read: {_reason(problem)}.") from None
    try:
        about = os.fstat(fd)
        if not stat.S_ISREG(about.st_mode):
            raise DamagedFile(f"{path} is not a file. Move it elsewhere.")
        if about.st_size > largest:
            raise DamagedFile(f"{path} is larger than {largest >> 10} KiB. Shorten it.")
        with open(fd, "rb", closefd=False) as file:
            return file.read()
    except OSError as problem:
        raise DamagedFile(f"{path} can't be read: {_reason(problem)}.") from None
    finally:
        os.close(fd)


def read_given(path: Path, largest: int) -> bytes:
    """What is in a file that a person named; raises ClarifyError where there is none, and as `read_bytes` does."""
    if path.exists() and not path.is_file():
        raise ClarifyError(f"{clean(str(path))} is not a file. Name the file of the message, or pipe it in as -.")
    try:
        return read_bytes(path, largest)
    except FileNotFoundError:
        raise ClarifyError(f"There is no file {clean(str(path))}.") from None


def write_whole(path: Path, text: str, mode: int = _PRIVATE) -> None:
    """Puts `text` into `path`, wholly or not at all, also under kill -9 and a full disk; it keeps links and file modes.

    A new file gets `mode`: readable by its owner only. Raises ClarifyError, with nothing changed.
    """
    path = Path(os.path.realpath(path))  # so that a link stays a link, and what it points to is changed
    raw = text.encode("utf-8")
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        make_folder(path.parent)
        mode = mode_of(path) or mode
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _PRIVATE)
        with open(fd, "wb") as file:
            if mode != _PRIVATE and hasattr(os, "fchmod"):
                os.fchmod(fd, mode)
            file.write(raw)
            file.flush()
            os.fsync(fd)
        _patiently(os.replace, temporary, path)
        sync_folder(path.parent)
    except OSError as problem:
        with suppress(OSError):
            temporary.unlink()
        raise cant_write(path, problem) from None
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def write_out(path: Path, text: str) -> None:
    """Puts a result where a person wants it: whole into a file, straight into a pipe or a device such as /dev/null."""
    if path.is_file() or not path.exists():
        write_whole(path, text)
        return
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as there:
            there.write(text)
    except OSError as problem:
        raise cant_write(path, problem) from None


def mode_of(path: Path) -> int | None:
    """The permissions of a file; None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def remove(path: Path) -> None:
    """Takes a file away for good; it may be gone already. Raises ClarifyError."""
    try:
        with suppress(FileNotFoundError):
            _patiently(os.unlink, path)
        sync_folder(path.parent)
    except OSError as problem:
        raise cant_write(path, problem) from None


def rename(path: Path, target: Path) -> None:
    """Gives a file another name; one that has it already is replaced. Raises ClarifyError."""
    try:
        _patiently(os.replace, path, target)
        sync_folder(target.parent)
    except OSError as problem:
        raise cant_write(path, problem) from None


def make_link(path: Path, to: str) -> None:
    """Puts a link to `to` in place of what is at `path`, if anything. Raises ClarifyError."""
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        make_folder(path.parent)
        os.symlink(to, temporary)
    except OSError as problem:
        raise cant_write(path, problem) from None
    rename(temporary, path)


def _patiently(act: Callable[..., object], *paths: Path) -> None:
    """Renames or removes a file. Windows refuses while a reader has it open, which takes milliseconds: then again."""
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


def make_folder(folder: Path) -> None:
    """Makes a folder, and those above it that are missing, each readable by its owner only."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True, mode=0o700)


def sync_folder(folder: Path) -> None:
    """Makes what was renamed in a folder outlive a power cut, on systems where a folder can be opened."""
    if sys.platform != "win32":
        with suppress(OSError):
            fd = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(fd)
            finally:
                os.close(fd)


def sweep(folder: Path) -> None:
    """Takes away what writers that were killed left behind. To be called under the lock, when nobody else writes."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(".") and name.endswith(".tmp"):
                with suppress(OSError):
                    os.unlink(folder / name)


@contextmanager
def locked(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Keeps every other clarify from writing meanwhile. The system itself lets go of it when this process dies.

    Raises ClarifyError where another one does not let go for `patience` seconds, or the folder can't be written.

    A library for this exists (filelock), but importing it takes longer than a whole command's work.
    """
    try:
        make_folder(path.parent)
        fd = os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE)
    except OSError as problem:
        raise cant_write(path.parent, problem) from None
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


def cant_write(path: Path, problem: OSError) -> ClarifyError:
    """The sentence for a write that failed."""
    return ClarifyError(f"Nothing was changed: {path} can't be written: {_reason(problem)}.")


def _reason(problem: OSError) -> str:
    import errno  # only on the way to an error

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
