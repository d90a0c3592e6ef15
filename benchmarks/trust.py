"""What briefs can be trusted with: many writers at once, and kill -9 at any moment and at every system call.

    python benchmarks/trust.py [--adds 100] [--kills 200] [--calls 5] [--seed 1]

Prints what came of it in figures and ends with 1 where one falls short. It works in a folder of its own, which it
removes, and signals no process but those that it started. Half of the kills come at any moment of an edit's life; the
other half wait until the first file of the change can be seen, so that they fall into the writing itself. Where strace
is installed, five commands are killed as they enter a system call that changes a file, or that tells the person about
it: at so many calls of each as `--calls` says, chosen by chance (1000 takes them all).
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

CLARIFY = (sys.executable, "-m", "clarify")
BRIEFS = 8
CALLS = "openat,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir"
CALLS = f"trace=?{CALLS},mkdirat,rmdir,flock,ftruncate,chmod,fchmod,fchmodat,utimensat".replace(",", ",?")
CHAIN = (
    ("list",),
    ("new", "One more", "--no-input"),
    ("edit", "brief-3", "urgency=changed"),
    ("done", "brief-3", "--yes"),
    ("undo", "--yes"),
)
"""What is killed at system calls; each begins where the one before ended."""
WRONGS = ("half a file", "a brief lost", "not as it was said", "next commands failed", "something left lying")


class Bench:
    """One home folder, and what went wrong in it."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.chance = random.Random(seed)  # noqa: S311  (moments to kill at, no secrets)
        self.environment = {**os.environ, "CLARIFY_HOME": str(home), "CLARIFY_NOW": "2026-11-25T10:00", "TZ": "UTC"}
        self.short = 0

    def start(self, *args: str) -> "subprocess.Popen[bytes]":
        """Starts the program and does not wait for it."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen([*CLARIFY, *args], env=self.environment, stdin=quiet, stdout=quiet, stderr=quiet)

    def ask(self, *args: str) -> Any:
        """What a command answers as JSON; None where it failed."""
        done = subprocess.run([*CLARIFY, *args], env=self.environment, capture_output=True, check=False, timeout=120)
        return json.loads(done.stdout) if done.returncode == 0 else None

    def urgencies(self) -> dict[str, str] | None:
        """The urgency of each brief by its name; None where one of them can't be read."""
        rows = self.ask("list", "--all", "--json")
        return (
            None if rows is None or len({r["id"] for r in rows}) < len(rows) else {r["id"]: r["urgency"] for r in rows}
        )

    def lying(self) -> list[str]:
        """What a writer that was killed left lying."""
        return [path.name for path in self.home.rglob("*") if path.suffix == ".tmp" or path.name == "pending.json"]

    def figure(self, what: str, found: int, wanted: int) -> None:
        """Prints a figure; one that is not as wanted falls short."""
        self.short += found != wanted
        print(f"  {what:<58} {found:>5}  {'' if found == wanted else f'SHORT: {wanted} wanted'}".rstrip())

    # ---- what is measured

    def adds(self, count: int) -> None:
        """Many new briefs at once."""
        print(f"{count} times `clarify new` at once")
        began = time.perf_counter()
        running = [self.start("new", f"Call number {n}", "--no-input") for n in range(count)]
        said = sum(process.wait() == 0 for process in running)
        took = time.perf_counter() - began
        rows = self.ask("list", "--json") or []
        self.figure("said OK", said, count)
        self.figure("briefs that are there and readable", len({row["ask"] for row in rows}), count)
        self.figure("left lying", len(self.lying()), 0)
        print(f"  {'seconds':<58} {took:>5.1f}\n")

    def kills(self, count: int) -> None:
        """One edit after the other, each killed on its way."""
        print(f"{count} times `clarify edit`, killed (kill -9) on its way")
        for n in range(BRIEFS):
            self.ask("new", f"Brief {n}", "--urgency", "old", "--no-input", "--json")
        usual = self._duration()
        known = self.urgencies()
        if known is None or len(known) < BRIEFS:
            self.figure("briefs to begin with", len(known or {}), BRIEFS)
            return
        count_of: Counter[str] = Counter()
        for n in range(count):
            slug, value = self.chance.choice(sorted(known)), f"value {n}"
            process = self.start("edit", slug, f"urgency={value}")
            if n % 2:
                self._await_writing(process)
                time.sleep(self.chance.uniform(0, 0.003))
            else:
                time.sleep(self.chance.uniform(0, usual * 1.1))
            process.kill()
            said_ok = process.wait() == 0
            count_of["said OK before"] += said_ok
            count_of["killed"] += not said_ok
            count_of["cut off"] += bool(self.lying())
            found = self.urgencies()
            count_of["unreadable"] += found is None
            found = found or {}
            count_of["new"] += found.get(slug) == value
            allowed = {value} if said_ok else {known[slug], value}
            whole = found.get(slug) in allowed and {**found, slug: ""} == {**known, slug: ""}
            count_of["wrong"] += not whole
            other = self.chance.choice(sorted(known))
            count_of["refused"] += self.ask("edit", other, f"effort={value}", "--json") is None
            count_of["left"] += bool(self.lying())
            after = self.urgencies()
            count_of["wrong"] += whole and (after is None or after.get(slug) not in allowed)
            known = after or known
        for told in ("killed", "said OK before", "cut off", "new"):
            words = {"cut off": "of them with something left lying", "new": "edits that are there"}
            print(f"  {words.get(told, told):<58} {count_of[told]:>5}")
        self.figure("lists that could not be read", count_of["unreadable"], 0)
        self.figure("briefs with neither their old nor their new content", count_of["wrong"], 0)
        self.figure("next commands that failed", count_of["refused"], 0)
        self.figure("times that something lay about after the next command", count_of["left"], 0)

    def calls(self, most: int) -> None:
        """Commands, each killed as it enters a system call."""
        print(
            f"\n{', '.join(name for name, *_ in CHAIN)}: each killed at {most} system calls, or at all that there are"
        )
        if shutil.which("strace") is None or self._run("strace", "-o", os.devnull, *CLARIFY, "--version").returncode:
            print("  skipped: strace is not installed, or may not trace here")
            return
        for n in range(BRIEFS):
            self.ask("new", f"Brief {n}", "--urgency", "old", "--no-input", "--json")
        self.environment["PYTHONHASHSEED"] = "0"  # so that every run makes the same calls
        count_of: Counter[str] = Counter()
        for command in CHAIN:
            base, before = self._kept("base"), self.files()
            points = self._points(command)
            end, after = self._kept("end"), self.files()
            for call, nth in sorted(self.chance.sample(points, min(most, len(points)))):
                self._restore(base)
                wrong = self._killed_at(command, call, nth, before, after)
                count_of.update(wrong)
                if told := [what for what in wrong if what != "killed"]:
                    print(f"  {command[0]}, killed at {call} number {nth}: {', '.join(told)}")
            self._restore(end)
        print(f"  {'killed':<58} {count_of['killed']:>5}")
        for what in WRONGS:
            self.figure(f"times: {what}", count_of[what], 0)

    def _points(self, command: tuple[str, ...]) -> list[tuple[str, int]]:
        """The system calls of a command that change a file in the home, or print: its name, and which one it is."""
        log = self.home.with_name("log")
        strace = ("strace", "-f", "-qq", "-y", "-o", str(log), "-e", CALLS)
        traced = self._run(*strace, *CLARIFY, *command)
        if traced.returncode:
            self.figure(f"exit code of `clarify {command[0]}`, which nobody killed", traced.returncode, 0)
            print(f"  {traced.stderr.decode(errors='replace').strip()}")
        seen: Counter[str] = Counter()
        points = []
        for call, rest in re.findall(r"(?m)^\d+ +(\w+)\((.*)", log.read_text(errors="replace")):
            seen[call] += 1
            changes = str(self.home) in rest and (call != "openat" or "O_CREAT" in rest)
            if changes or (call == "write" and rest[0] in "12"):
                points.append((call, seen[call]))
        return points

    def _killed_at(
        self, command: tuple[str, ...], call: str, nth: int, before: dict[str, bytes], after: dict[str, bytes]
    ) -> Counter[str]:
        """What is wrong after a command was killed as it entered its `nth` system call of this name."""
        inject = ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={nth}")
        killed = self._run("strace", "-f", "-qq", "-o", os.devnull, *inject, *CLARIFY, *command)
        raw = self.files()
        said_ok = bool(killed.stdout or killed.stderr) or killed.returncode == 0
        listed, found = self.urgencies(), self.files()
        whole = found == after or (found == before and not said_ok)
        shown = listed is not None and len(listed) == len(found)
        for path, text in found.items():
            shown = shown and ((listed or {}).get(Path(path).stem) or "").encode() in text
        edited, left = self.ask("edit", "brief-1", "effort=later", "--json"), self.lying()
        undone = self.ask("undo", "--yes", "--json")
        wrong = {
            "killed": killed.returncode != 0,
            "half a file": any(text not in (before.get(path), after.get(path)) for path, text in raw.items()),
            "a brief lost": bool({Path(path).name for path in before} - {Path(path).name for path in raw}),
            "not as it was said": not whole or not shown,
            "next commands failed": edited is None or undone is None or self.files() != found,
            "something left lying": bool(left),
        }
        return Counter(what for what, so in wrong.items() if so)

    def _run(self, *command: str) -> "subprocess.CompletedProcess[bytes]":
        """Runs a command to its end, with nobody to ask."""
        return subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120
        )

    def files(self) -> dict[str, bytes]:
        """The files of the briefs, by their place in the home."""
        paths = (self.home / "briefs").rglob("*.yaml")
        return {path.relative_to(self.home).as_posix(): path.read_bytes() for path in paths if path.name[0] != "."}

    def _kept(self, name: str) -> Path:
        """A copy of the home as it is now."""
        shutil.rmtree(kept := self.home.with_name(name), ignore_errors=True)
        return Path(shutil.copytree(self.home, kept))

    def _restore(self, kept: Path) -> None:
        shutil.rmtree(self.home)
        shutil.copytree(kept, self.home)

    def _duration(self) -> float:
        """How long an edit takes that nobody kills: the middle one of five."""
        took = []
        for n in range(5):
            began = time.perf_counter()
            self.start("edit", "brief-0", f"effort={n}").wait()
            took.append(time.perf_counter() - began)
        return sorted(took)[2]

    def _await_writing(self, process: "subprocess.Popen[bytes]") -> None:
        """Waits until the first file of a change can be seen, or the process has ended."""
        undo = self.home / "undo"
        before = set(os.listdir(undo))
        while set(os.listdir(undo)) == before and process.poll() is None:
            pass


def main() -> int:
    """Measures, prints, and returns the exit code."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--adds", type=int, default=100)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--calls", type=int, default=5)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    short = 0
    for name, count in (("adds", chosen.adds), ("kills", chosen.kills), ("calls", chosen.calls)):
        with tempfile.TemporaryDirectory(prefix="clarify-trust-") as folder:
            bench = Bench(Path(folder) / "home", chosen.seed)
            getattr(bench, name)(count)
            short += bench.short
    print("\nEvery figure is as it should be." if not short else f"\n{short} figures fall short.")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
