"""What the tests share: a fresh home folder, and the program, run through its front door."""

import contextlib
import io
import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import pexpect
import pytest
from hypothesis import settings
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.plain_text import PlainTextOutput

from clarify.cli import run
from clarify.show import ask

# As `main` does it: threads of numpy in each of several test workers stand in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
NOW = "2026-11-25T10:00"
"""A Wednesday."""
TESTS = Path(__file__).parent
"""The folder of `cases/` and `golden/`."""
PROGRAM = (sys.executable, "-m", "clarify")
AS_A_USER = """
import ctypes, os, sys
if os.geteuid() == 0:
    for power in (1, 2, 3):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
        assert ctypes.CDLL(None).prctl(24, power, 0, 0, 0) == 0
os.execv(sys.executable, [sys.executable, "-m", "clarify", *sys.argv[1:]])
"""
USER = (sys.executable, "-c", AS_A_USER)
"""The program without root's power to pass over permissions."""

# The same cases on every machine, and no verdict from how long one took there.
settings.register_profile("clarify", deadline=None, derandomize=True, database=None)
settings.load_profile("clarify")


@dataclass(frozen=True)
class Result:
    """What one run showed, and how it ended."""

    out: str
    err: str
    code: int
    asked: str = ""
    """The questions, where a person was in front of it."""

    @property
    def json(self) -> Any:
        """Standard output as data."""
        return json.loads(self.out)


class Clarify:
    """The program. Called, it runs in this process (quick); `program` starts a process of its own."""

    def __call__(self, *args: str, stdin: str | bytes = b"", code: int | None = 0) -> Result:
        """Runs a command as `main` does; asserts its exit code unless `code` is None."""
        out, err = _stream(), _stream()
        before, sys.stdin = sys.stdin, _stream(stdin)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                ended = run(list(args))
        finally:
            sys.stdin = before
        return _checked(args, Result(_text_of(out), _text_of(err), ended), code)

    def program(
        self,
        *args: str | bytes,
        stdin: str | bytes = b"",
        code: int | None = 0,
        env: Mapping[str, str] | None = None,
        stdout: int | IO[Any] = subprocess.PIPE,
        program: tuple[str, ...] = PROGRAM,
        **more: Any,
    ) -> Result:
        """Runs a command as a process; asserts its exit code unless `code` is None."""
        done = subprocess.run(
            [*program, *args],
            input=_bytes(stdin),
            stdout=stdout,
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
            timeout=60,
            check=False,
            **more,
        )
        return _checked(args, Result((done.stdout or b"").decode(), done.stderr.decode(), done.returncode), code)


def _stream(text: str | bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(_bytes(text)), encoding="utf-8", newline="\n")


def _text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]  # it is a BytesIO


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _checked(args: tuple[str | bytes, ...], result: Result, code: int | None) -> Result:
    told = f"clarify {args!r:.300} ended with {result.code}:\n{result.err[-2000:]}"
    assert "Traceback" not in result.err, told
    assert "inside clarify" not in result.err, told
    assert code is None or result.code == code, told
    return result


@contextlib.contextmanager
def fresh_home(folder: Path) -> Iterator[Path]:
    """Makes `folder` the home, with a set moment and zone, and nothing of this machine's own in the environment."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL", "CLARIFY_DEBUG", "COLUMNS", "LC_ALL", "TERM"):
            patch.delenv(name, raising=False)
        for name, value in {"CLARIFY_HOME": str(folder), "CLARIFY_NOW": NOW, "TZ": "UTC"}.items():
            patch.setenv(name, value)
        # The terminals of the tests don't tell where their cursor is, and each prompt would wait a second for that.
        patch.setenv("PROMPT_TOOLKIT_NO_CPR", "1")
        _set_zone()
        yield folder
    _set_zone()


def _set_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A home folder that does not exist yet, at 10:00 on Wednesday 25 November 2026, UTC."""
    with fresh_home(tmp_path / "home") as folder:
        yield folder


@pytest.fixture
def clarify(home: Path) -> Clarify:
    """The program, working in the fresh home."""
    return Clarify()


@pytest.fixture
def q3(clarify: Clarify) -> str:
    """The name of a brief with an answer of each standing: said, assumed and open."""
    clarify(
        *("new", "Pull together the Q3 client list", "--leader", "Chloe Martin", "--deadline", "by Thursday"),
        *("--vision", "one page?", "--open", "why", "--no-input"),
    )
    return "pull-together-the-q3-client-list"


def at_terminal(clarify: Clarify, keys: str, *args: str, code: int = 0) -> Result:
    """Runs a command with a person in front of it, who types these keys; what she is asked is in `asked`."""
    screen = io.StringIO()
    with create_pipe_input() as source, ask.answered_by(source, PlainTextOutput(screen)):
        source.send_text(keys)
        return replace(clarify(*args, code=code), asked=screen.getvalue())


def in_terminal(size: tuple[int, int], args: Sequence[str], dialogue: Sequence[tuple[str, str]]) -> str:
    """Runs clarify in a real terminal of (lines, columns), giving each answer at its question, until it ends well.

    Returns what was shown after the last answer.
    """
    child = pexpect.spawn(sys.executable, ["-m", "clarify", *args], dimensions=size, encoding="utf-8", timeout=20)
    for question, answer in dialogue:
        child.expect(question)
        child.expect(">")
        child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return str(child.before)


def completed(clarify: Clarify, *words: str) -> str:
    """What a shell offers for the last of these words."""
    env = {
        "_CLARIFY_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(("clarify", *words)),
        "COMP_CWORD": str(len(words)),
    }
    return clarify.program(env=env).out


def brief_file(home: Path, slug: str) -> Path:
    """Where a brief lies, open or closed."""
    found = list((home / "briefs").rglob(f"{slug}.yaml"))
    assert len(found) == 1, found
    return found[0]


def written(home: Path, slug: str, text: str | bytes) -> Path:
    """Writes the file of an open brief, as a person does."""
    path = home / "briefs" / f"{slug}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_bytes(text))
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path, byte for byte."""
    paths = [path for path in sorted(folder.rglob("*")) if stat.S_ISREG(path.lstat().st_mode)]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def new(clarify: Clarify, ask: str, *options: str) -> str:
    """Keeps a brief; returns its name."""
    return str(clarify("new", ask, "--no-input", "--json", *options).json["id"])


def standings(clarify: Clarify, slug: str) -> dict[str, str]:
    """What a brief holds for each key: `standing: value`, or `open`."""
    answers = clarify("show", slug, "--json").json["answers"]
    return {key: f"{a['standing']}: {a['value']}" if "value" in a else a["standing"] for key, a in answers.items()}
