"""How clarify reads hand-offs: what it finds of what the cases of our own tests name, and how long it takes.

    python benchmarks/handoffs.py [--misses [FIELD]]

Prints a table and judges nothing. Most rules were written with these cases at hand, so it is no forecast for your mail;
the cases that are known to be misread count like all others. A case counts only for the fields that it names.

Found: words that hold the words of the case, or lie in them. Of tasks, people and vague words, each is found once. A
wrong one is one that no case names. `ask` is right where exactly the right questions are asked; invented: messages
that hand over nothing, with a task found. A message: the median of one pass. Start-up: import and first message in a
fresh process, less an empty Python right before it, the median of seven.
"""

import argparse
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from clarify import read_handoff
from clarify.read.handoff import Handoff

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "handoffs"
NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
FIELDS = ("tasks", "deadline", "urgency", "vision", "why", "people", "vague", "leader")
FIRST = """from datetime import *; from clarify import read_handoff
read_handoff('Please fix the deck by Friday, in one page.', datetime.now(timezone.utc))"""


def words_of(found: Any) -> list[str]:
    """What stands in a field of a hand-off, or of a case, as a list of texts."""
    if found is None or found == "none":
        return []
    return [str(getattr(item, "text", item)) for item in (found if isinstance(found, (list, tuple)) else [found])]


def compare(wanted: list[str], found: list[str]) -> tuple[int, list[str], list[str]]:
    """How many are found, which are not, and which are wrong."""
    lost, extra = list(wanted), list(found)
    for word in wanted:
        near = next((other for other in extra if word in other or other in word), None)
        if near is not None:
            lost.remove(word)
            extra.remove(near)
    return len(wanted) - len(lost), lost, extra


def line(title: str, right: int, lost: int, wrong: int, cases: int) -> str:
    """A line of the table: precision, recall and F1."""
    precision, recall = right / max(1, right + wrong), right / max(1, right + lost)
    f1 = 2 * right / max(1, 2 * right + lost + wrong)
    return f"{title:<10} {precision:>9.2f} {recall:>7.2f} {f1:>5.2f} {right + lost:>8} {cases:>7}"


def start_up() -> float:
    """Milliseconds that a fresh process takes for its first message, less an empty Python right before it."""
    took = []
    for code in ["pass", FIRST] * 8:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        took.append((time.perf_counter() - began) * 1000)
    return median(ours - empty for empty, ours in zip(took[2::2], took[3::2], strict=True))  # the first two warm up


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--misses", nargs="?", const="all", metavar="FIELD", help="print what is lost or wrong")
    chosen = options.parse_args().misses
    read, took = [], []
    for file in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.load(file.read_text("utf-8"), yaml.BaseLoader):  # noqa: S506  (it builds nothing but text)
            began = time.perf_counter()
            read.append((case, read_handoff(case["text"], NOW)))
            took.append((time.perf_counter() - began) * 1000)
    nothing = [handoff for case, handoff in read if case.get("tasks") == []]
    print(f"{len(read)} messages, {len(nothing)} of them hand over nothing")
    print(f"{'':<10} {'precision':>9} {'recall':>7} {'F1':>5} {'to find':>8} {'cases':>7}")
    for field in FIELDS:
        print_field(field, read, chosen in ("all", field))
    asking = [(case, handoff) for case, handoff in read if "ask" in case]
    exact = sum(set(case["ask"]) == set(handoff.ask) for case, handoff in asking)
    print(f"ask: exactly the right questions in {exact} of {len(asking)} messages")
    if chosen in ("all", "ask"):
        for case, handoff in asking:
            if set(case["ask"]) != set(handoff.ask):
                print(f"    {case['text']!r}: wanted {case['ask']}, asked {list(handoff.ask)}")
    invented = sum(bool(handoff.tasks) for handoff in nothing)
    print(f"invented tasks: in {invented} of the {len(nothing)} messages that hand over nothing")
    print(f"a message: {median(took):.2f} ms, at most {max(took):.1f} ms; start-up with the first: {start_up():.0f} ms")


def print_field(field: str, read: list[tuple[dict[str, Any], Handoff]], misses: bool) -> None:
    """The line of one field, and below it what is lost or wrong."""
    right, lost, wrong, cases, notes = 0, 0, 0, 0, []
    for case, handoff in read:
        if field in case:
            found, missed, extra = compare(words_of(case[field]), words_of(getattr(handoff, field)))
            right, lost, wrong, cases = right + found, lost + len(missed), wrong + len(extra), cases + 1
            notes += [f"    {case['text']!r}: not found {missed}, wrong {extra}"] * bool(missed or extra)
    print(line(field, right, lost, wrong, cases))
    if misses:
        print("\n".join(notes or ["    no miss"]))


if __name__ == "__main__":
    main()
