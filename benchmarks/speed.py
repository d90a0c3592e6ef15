"""How long clarify takes, as ratios to an empty Python (`python -c pass`) of the same environment.

    python benchmarks/speed.py [--rounds 11] [--quick] [--only WORD ...]

Prints a table and judges nothing: what is slower than we aim at is marked, and the exit code is 0 all the same. It is
1, with the reason, where a command fails or lists a wrong number of briefs. In each round every command runs right
after an empty Python, so that a slow moment of the machine hits both; a figure is the median over the rounds. The
program makes one brief itself; the homes are filled with copies of it, each with an ask, a deadline and a moment of
its own, in files that are some hours old. “Nothing prepared”: whatever is kept for speed is thrown away first.
`--quick` leaves out the homes of 10,000; `--only` leaves out the rows that do not hold all of these words.
"""

import argparse
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

EMPTY = [sys.executable, "-c", "pass"]
CLARIFY = shutil.which("clarify", path=str(Path(sys.executable).parent)) or "clarify"
ASK, SLUG = "Brief number 00000", "brief-number-00000"
WEIGH = """
import os, sys
status, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ), 0)[1:]
sys.stderr.write(f" {used.ru_maxrss * (1 if sys.platform == 'darwin' else 1024)}")
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Runs a program and prints its peak memory. It has to be small, as a program never weighs less than its starter."""


class Row(NamedTuple):
    """One line of the table: a command, in a home with so many open and done briefs, and the ratio we aim at."""

    what: str
    aim: float
    command: str
    open: int = 10
    done: int = 0
    how: str = ""
    against: str = ""
    """The row with 10 briefs; with 10,000 a command on one of them should take 1.15 times as long at most."""


NEW = "new Added --leader Chloe --no-input"
TABLE = (
    (
        Row("--version", 2, "--version"),
        Row("a small command (path)", 7, "path"),
        Row("--help", 15, "--help"),
        Row("first question of new, on a terminal", 17, "new Call", 0, how="question"),
    ),
    (
        Row("list of 10", 9, "list"),
        Row("list of 1,000", 11, "list", 1000),
        Row("list of 10,000", 16, "list", 10_000),
        Row("peak memory of list of 10,000", 4, "list", 10_000, how="memory"),
    ),
    (
        Row("list of 10,000, nothing prepared", 250, "list", 10_000, how="nothing prepared"),
        Row("list of 300 beside 9,700 done, nothing prepared", 13, "list", 300, 9700, "nothing prepared"),
        Row("list of 30 beside 9,970 done, nothing prepared", 9, "list", 30, 9970, "nothing prepared"),
    ),
    (
        Row("show with 10", 10, "show brief-number-00007"),
        Row("show with 10,000", 10, "show brief-number-00007", 10_000, against="show with 10"),
        Row("new --no-input with 10", 10, NEW),
        Row("new --no-input with 10,000", 10, NEW, 10_000, against="new --no-input with 10"),
    ),
)
"""The rows of a group take turns in each round. `new` comes last, as it adds to the homes."""


class Bench:
    """A folder with homes of every size, made when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = datetime.now(UTC).replace(microsecond=0)
        self.pattern: list[tuple[Path, str]] = []
        home = folder / "pattern"
        said = ["--leader", "Chloe Martin", "--deadline", "by Friday", "--vision", "one page", "--why", "the board"]
        for command in ["new", ASK, *said, "--no-input"], ["done", SLUG, "--yes"]:
            run(home, [CLARIFY, *command])
            path = next(home.rglob(f"{SLUG}.yaml"))
            self.pattern.append((path.parent.relative_to(home), path.read_text("utf-8")))

    def home(self, row: Row) -> Path:
        """The home for a row."""
        home = self.folder / f"{row.open}-{row.done}"
        if not home.exists():
            home.mkdir()
            for number in range(row.open + row.done):
                self._copy(home, number, *self.pattern[number >= row.open])
        if row.how == "nothing prepared":
            forget(home)
        return home

    def _copy(self, home: Path, number: int, folder: Path, text: str) -> None:
        hour = 17 if number % 9 else 9 + number % 8
        due = self.now.replace(hour=hour, minute=0, second=0) + timedelta(days=number * 37 % 180 - 5)
        created = self.now - timedelta(minutes=200 + 13 * number)
        new = {"ask": f"{ASK[:-5]}{number:05d}", "due": due.isoformat(), "created": created.isoformat()}
        for key, value in new.items():
            text, found = re.subn(rf"(?m)^( *{key}: ).*", rf"\g<1>{value}", text)
            if found != 1:
                sys.exit(f"A brief is expected to hold “{key}” once:\n{text}")
        path = home / folder / f"{SLUG[:-5]}{number:05d}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (self.now.timestamp() - 3 * 3600 - number,) * 2)

    def cost(self, row: Row, command: list[str]) -> float:
        """Milliseconds, or megabytes, that a command takes in the home of a row."""
        home = self.home(row)
        if row.how == "question" and command != EMPTY:
            return until_question(home, command)
        if row.how == "memory":
            command = [sys.executable, "-I", "-S", "-c", WEIGH, *command]
        took, printed = run(home, command)
        listed = len(set(re.findall(rf"{ASK[:-5]}\d+", printed)))
        if command[-1] == "list" and listed != row.open:
            sys.exit(f"{row.what}: {listed} briefs were listed, not {row.open}.")
        return int(printed.split()[-1]) / 1e6 if row.how == "memory" else took

    def measure(self, rows: list[Row], rounds: int) -> None:
        """Measures a group of rows, and prints them."""
        costs: dict[str, list[tuple[float, float]]] = {row.what: [] for row in rows}
        for number in range(rounds + 1):
            for row in rows:
                empty, cost = self.cost(row, EMPTY), self.cost(row, [CLARIFY, *row.command.split()])
                costs[row.what] += [(empty, cost)] if number else []  # the first round warms up
        for row in rows:
            show(row.what, costs[row.what], row.aim, "MB" if row.how == "memory" else "ms")
            if row.against in costs:
                pairs = zip(costs[row.against], costs[row.what], strict=True)
                show(f"{row.what} against 10", [(few[1], many[1]) for few, many in pairs], 1.15)


def show(what: str, pairs: list[tuple[float, float]], aim: float, unit: str = "ms") -> None:
    """Prints one line of the table."""
    ratio = median(cost / base for base, cost in pairs)
    cost = f"{median(cost for _, cost in pairs):.1f} {unit}"
    print(f"{what:<48} {ratio:>7.2f} {cost:>12} {aim:>9g}  {'over' if ratio > aim else ''}".rstrip(), flush=True)


def environment(home: Path) -> dict[str, str]:
    """A person's surroundings, with nothing set that changes what Python or clarify do."""
    ours = ("PYTHON", "CLARIFY_", "XDG_", "LC_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    more = {"CLARIFY_HOME": str(home), "HOME": str(home), "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color"}
    return {**kept, **more}


def run(home: Path, command: list[str]) -> tuple[float, str]:
    """The milliseconds that a command takes, and what it prints; ends the benchmark where it fails."""
    surroundings = environment(home)
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        code = subprocess.Popen(command, env=surroundings, stdin=subprocess.DEVNULL, stdout=out, stderr=out).wait()
        took = (time.perf_counter() - began) * 1000
        out.seek(0)
        printed = out.read().decode(errors="replace")
    if code:
        sys.exit(f"{' '.join(command)}: exit code {code}\n{printed[-2000:]}")
    return took, printed


def forget(home: Path) -> None:
    """Throws away whatever is in a home but its briefs."""
    for folder, _, names in os.walk(home, topdown=False):
        for name in names:
            if not (name.endswith(".yaml") and folder.startswith(f"{home}/briefs")):
                os.unlink(f"{folder}/{name}")
        with suppress(OSError):  # briefs are in it
            os.rmdir(folder)


def until_question(home: Path, command: list[str]) -> float:
    """Milliseconds until the first question stands on a pseudo-terminal, and nothing more is drawn for a while."""
    import pty
    import termios

    ours, screen = pty.openpty()
    termios.tcsetwinsize(screen, (40, 100))
    surroundings, seen = environment(home), b""
    began = last = time.perf_counter()
    new = subprocess.Popen(command, env=surroundings, stdin=screen, stdout=screen, stderr=screen)
    while select.select([ours], [], [], 0.3 if b"1/" in seen else 10)[0]:
        seen += (part := os.read(ours, 1 << 16))
        last = time.perf_counter()
        if b"\x1b[6n" in part:
            os.write(ours, b"\x1b[3;1R")  # where the cursor is, as a terminal answers
    ended = new.poll()
    new.kill()
    new.wait()
    os.close(ours)
    os.close(screen)
    if ended is not None or b"1/" not in seen:
        sys.exit(f"No question was seen within ten seconds, but:\n{seen.decode(errors='replace')}")
    return (last - began) * 1000


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--rounds", type=int, default=11)
    options.add_argument("--quick", action="store_true", help="leave out the homes of 10,000")
    options.add_argument("--only", nargs="+", default=[], metavar="WORD", help="the rows that hold these words")
    chosen = options.parse_args()
    print(f"{'what':<48} {'ratio':>7} {'median':>12} {'we aim at':>9}")
    with tempfile.TemporaryDirectory(prefix="clarify-speed-") as folder:
        bench = Bench(Path(folder).resolve())
        for group in TABLE:
            rows = [row for row in group if all(word in row.what for word in chosen.only)]
            rows = [row for row in rows if not chosen.quick or row.open + row.done <= 1000]
            for row in [row for row in rows if row.how in ("question", "memory") and os.name != "posix"]:
                print(f"{row.what:<48} not measured on this system")
                rows.remove(row)
            bench.measure(rows, max(1, chosen.rounds))


if __name__ == "__main__":
    main()
