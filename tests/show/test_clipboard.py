"""The clipboard, by programs that fail, hang or stay behind as the real ones do."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import PROGRAM, Clarify

NONE = "There is no clipboard here"
Install = Callable[[str, str], dict[str, str]]

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these have one clipboard each, no choice")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a program of the clipboard on PATH; afterwards all that it left running is ended."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":99999")
    for name in ("SSH_CONNECTION", "SSH_TTY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    def make(name: str, script: str) -> dict[str, str]:
        (folder / name).write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n")
        (folder / name).chmod(0o755)
        return {}

    yield make
    for left in tmp_path.glob("*.pid"):
        with suppress(OSError, ValueError):
            os.kill(int(left.read_text()), signal.SIGKILL)


def test_what_is_copied_is_on_the_clipboard(clarify: Clarify, q3: str, tmp_path: Path, install: Install) -> None:
    install("xclip", "cat > copied")
    clarify("edit", q3, "vision=eine Übersicht – schön")
    result = clarify.program("export", q3, "--copy")
    assert result.err == "Copied to your clipboard.\n"
    assert (tmp_path / "copied").read_text("utf-8") == result.out
    assert "Übersicht – schön" in result.out


def test_under_wayland_its_own_clipboard_is_taken_and_another_one_where_it_fails(
    clarify: Clarify, q3: str, tmp_path: Path, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("xclip", "cat > x")
    install("wl-copy", "cat > wayland")
    clarify.program("export", q3, "--copy")
    assert not (tmp_path / "wayland").exists()
    (tmp_path / "x").unlink()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    clarify.program("export", q3, "--copy")
    assert (tmp_path / "wayland").exists()
    assert not (tmp_path / "x").exists()
    install("wl-copy", "echo 'Failed to connect to a Wayland server' >&2; exit 1")
    assert "Copied" in clarify.program("export", q3, "--copy").err
    assert (tmp_path / "x").exists()


FAILING = {
    "it fails": 'echo "Error: Can\'t open display" >&2; exit 1',
    "it takes the text and fails": "cat > /dev/null; exit 1",
    "it closes its input and fails": "exec 0<&-; exit 1",
    "it is killed": "kill -9 $$",
    "it hangs": "exec sleep 100",
    "it hangs in another program": "sleep 100",
}


@pytest.mark.parametrize("script", FAILING.values(), ids=FAILING)
def test_a_clipboard_that_cannot_be_reached_is_said(clarify: Clarify, q3: str, install: Install, script: str) -> None:
    """Nobody waits for one that hangs: not for a message to copy, and not for one to paste."""
    install("xclip", script)
    install("xsel", script)
    long = "a word or two " * 20_000
    clarify("edit", q3, f"scope={long}")
    copied = clarify.program("export", q3, "--copy")
    assert copied.err.endswith("There is no clipboard here: copy it from above.\n")
    assert "Copied" not in copied.err
    pasted = clarify.program("new", "--paste", "--no-input", code=1)
    assert pasted.err.startswith(NONE)
    assert "--from -" in pasted.err


def test_a_program_that_was_given_up_is_ended_with_its_children(
    clarify: Clarify, q3: str, tmp_path: Path, install: Install
) -> None:
    install("xclip", "sleep 100 & echo $! > child.pid; wait")
    clarify.program("export", q3, "--copy")
    child = int((tmp_path / "child.pid").read_text())
    with suppress(ProcessLookupError):  # where nobody has buried it yet, it is a zombie
        os.kill(child, 0)
        assert "Z" in Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0]


def test_a_program_that_stays_behind_holds_up_no_pipe(
    clarify: Clarify, q3: str, tmp_path: Path, install: Install
) -> None:
    """xclip and wl-copy stay to hand the text out, and `| cat` waits for all who hold the stream."""
    install("xclip", "cat > copied; sleep 100 & echo $! > stays.pid")
    quoted = " ".join(f"'{part}'" for part in PROGRAM)
    shell = f"{quoted} export {q3} --copy 2>&1 | cat"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, timeout=50, check=True)
    assert b"Copied to your clipboard." in done.stdout
    os.kill(int((tmp_path / "stays.pid").read_text()), 0)


@pytest.mark.parametrize(
    "script",
    [
        "exit 0",
        "echo",
        "echo 'Error: target STRING not available' >&2; exit 1",
        "echo 'Nothing is copied' >&2; exit 1",
    ],
)
def test_an_empty_clipboard_is_no_unreachable_one(clarify: Clarify, home: Path, install: Install, script: str) -> None:
    install("xclip", script)
    told = clarify.program("new", "--paste", "--no-input", code=1).err
    assert "no text on the clipboard" in told
    assert NONE not in told


def test_what_is_on_the_clipboard_is_the_hand_off(clarify: Clarify, home: Path, install: Install) -> None:
    install("xclip", "printf 'Can you call Bülent by Friday?\\n\\nThanks,\\nChloe\\n'")
    made = clarify.program("new", "--paste", "--no-input", "--json").json
    assert made["ask"] == "Call Bülent"
    assert made["handoff"] == "Can you call Bülent by Friday?\n\nThanks,\nChloe"


@pytest.mark.parametrize("script", ["yes 'call Berlin' | head -c 2000000", "exec yes 'call Berlin'"])
def test_a_huge_clipboard_is_refused_as_a_huge_file_is(
    clarify: Clarify, home: Path, install: Install, script: str
) -> None:
    install("xclip", script)
    refused = clarify.program("new", "--paste", "--no-input", code=1)
    assert "The clipboard holds more than 1024 KiB of text." in refused.err
    assert clarify("list", "--json").json == []


def test_over_ssh_nothing_is_copied_to_the_wrong_machine(
    clarify: Clarify, q3: str, tmp_path: Path, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("xclip", "cat > copied")
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
    assert NONE in clarify.program("export", q3, "--copy").err
    assert not (tmp_path / "copied").exists()
