"""What briefs can be trusted with: many writers at once, and kill -9 in the middle of an edit.

    python benchmarks/trust.py [--adds 100] [--kills 200] [--seed 1]

Prints what came of it in figures and ends with 1 where one falls short. It works in a folder of its own, which it
removes, and signals no process but those that it started. Half of the kills come at any moment of an edit's life; the
other half wait until the first file of the change can be seen, so that they fall into the writing itself.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

CLARIFY = (sys.executable, "-m", "clarify")
BRIEFS = 8


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
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    short = 0
    for name, count in (("adds", chosen.adds), ("kills", chosen.kills)):
        with tempfile.TemporaryDirectory(prefix="clarify-trust-") as folder:
            bench = Bench(Path(folder) / "home", chosen.seed)
            getattr(bench, name)(count)
            short += bench.short
    print("\nEvery figure is as it should be." if not short else f"\n{short} figures fall short.")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
