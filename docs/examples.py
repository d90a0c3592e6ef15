"""Keeps the examples of README true: runs them, and puts what they print below them.

    python docs/examples.py [README]            rewrites the output
    python docs/examples.py --check [README]    changes nothing; shows what differs, and exits 1 if anything does

An example is a fenced block ```console: lines that begin with `$ ` are commands, the lines below them what they print.
A block ```console no-run is left alone. `<!-- examples: CLARIFY_NOW=2026-11-25T10:00 -->` sets the clock of the
examples below it. They run one after the other in one temporary home, so that a brief can be made in one and sent in
the next.
"""

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent

PARTS = re.compile(
    r"^<!-- examples: (?P<settings>.*) -->$|^(?P<open>```console\n)(?P<block>(?:.*\n)*?)(?P<close>```)$", re.MULTILINE
)
STEPS = re.compile(r"^\$ (?P<command>(?:.*\\\n)*.*)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)
RUNNABLE = re.compile(r"(clarify|cat|echo|printf)\b")
"""What a command must begin with. Anything else, such as how to install, stays as it was written."""


def main() -> int:
    """Returns 1 where the examples are checked and do not hold, else 0."""
    options = read_arguments()
    old = options.readme.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="clarify-examples-") as folder:
        # Resolved, since the temporary folder of macOS is a link, and programs print where it leads.
        new = Examples(Path(folder).resolve()).renew(old)
    if options.check:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
        sys.stdout.writelines(difflib.unified_diff(before, after, str(options.readme), "what its examples print"))
        return int(old != new)
    if old != new:
        options.readme.write_text(new, encoding="utf-8", newline="\n")
    return 0


def read_arguments() -> argparse.Namespace:
    """What to look at, and whether it may be changed."""
    parser = argparse.ArgumentParser(description="Runs the examples of README, and puts in what they print.")
    parser.add_argument("readme", nargs="?", type=Path, default=TOP / "README.md")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where the output differs")
    return parser.parse_args()


@dataclass
class Examples:
    """The examples of one file, and the place where they run."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Makes the folder in which the commands run, with the sample hand-offs in it."""
        self.folder = self.home / "work"
        shutil.copytree(TOP / "examples", self.folder / "examples")

    def renew(self, text: str) -> str:
        """The text with its examples run, from top to bottom, and their output in place."""
        return PARTS.sub(self._renew_part, text)

    def _renew_part(self, part: re.Match[str]) -> str:
        if part["settings"]:
            self.settings.update(re.findall(r"(\w+)=(\S+)", part["settings"]))
            return part[0]
        return part["open"] + STEPS.sub(self._renew_step, part["block"]) + part["close"]

    def _renew_step(self, step: re.Match[str]) -> str:
        command, printed = step["command"], step["printed"]
        if not RUNNABLE.match(command):
            return step[0]
        # Empty lines at the end set one step off from the next: they are the writer's, not the program's.
        gap = "\n" * (len(printed) - len(printed.rstrip("\n")) - bool(printed.strip()))
        return f"$ {command}\n{self._run(command)}{gap}"

    def _run(self, command: str) -> str:
        """What a command prints on both streams, as README shows it: no space at line ends, `~` for the home."""
        if "CLARIFY_NOW" not in self.settings:
            sys.exit("The first example has no `<!-- examples: CLARIFY_NOW=… -->` above it: it would change every day.")
        done = subprocess.run(
            ["sh", "-c", command],  # noqa: S607  (whichever sh there is)
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # without a terminal to ask at
            encoding="utf-8",
        )
        printed = done.stdout.replace(str(self.home), "~")
        return re.sub(r"[ \t]+$", "", printed, flags=re.MULTILINE).rstrip("\n") + "\n" if printed.strip() else ""

    def _environment(self) -> dict[str, str]:
        """The same on every machine; nothing of the environment of whoever runs this, save where programs are."""
        return {
            "PATH": os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath))),
            "HOME": str(self.home),
            "CLARIFY_HOME": str(self.home / ".local" / "share" / "clarify"),
            "TZ": "UTC",
            "COLUMNS": "80",
            "FORCE_COLOR": "1",  # the look of a terminal,
            "NO_COLOR": "1",  # without its colours
            "LC_ALL": "C.UTF-8",
            **self.settings,
        }


if __name__ == "__main__":
    sys.exit(main())
