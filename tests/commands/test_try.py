"""`make try`: what it ends with works as it is printed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are those of a POSIX shell")
def test_the_commands_at_the_end_work_as_they_are_printed(tmp_path: Path) -> None:
    """Typed one after the other into a plain shell, with what clarify itself named before."""
    for name in ("docs", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    script = [sys.executable, str(tmp_path / "docs/try.py")]
    tried = subprocess.run(
        script, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )
    *before, printed = tried.stderr.partition("To go on")
    commands = [line.strip() for line in printed.splitlines()[1:]]
    assert len(commands) == 5
    [sent] = [part for part in "".join(before).split("`") if part.startswith("clarify sent")]
    shell = ["sh", "-e"]
    typed = "\n".join([*commands[:-1], sent, f"{commands[-1]} --help"])
    done = subprocess.run(shell, env=environment, input=typed, capture_output=True, text=True, check=False)
    assert (done.returncode, "Q3 client list" in done.stdout) == (0, True), done.stderr
