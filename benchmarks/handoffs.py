"""How clarify reads hand-offs that its model has not seen: figures by kind, and how long a message takes.

    python benchmarks/handoffs.py [FILE ...] [--misses KIND]

FILE: messages with inline tags, as `training/GUIDE.md` describes them; those of `training/held_out/` if none is given.
`training/score.py` tells when a finding is right. Prints and judges nothing.

A message: the median of one pass. Start-up: import and first message in a fresh process, less an empty Python right
before it, the median of seven.
"""

import argparse
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "training"), str(ROOT / "tests")]

from findings import plain_table  # noqa: E402  (script folders, no packages)
from records import read_records  # noqa: E402
from score import figures_of, misses_of, table_of  # noqa: E402

from clarify import read_handoff  # noqa: E402

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
FIRST = """from datetime import *; from clarify import read_handoff
read_handoff('Please fix the deck by Friday, in one page.', datetime.now(timezone.utc))"""


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
    options.add_argument("files", nargs="*", type=Path, help="messages with tags")
    options.add_argument("--misses", metavar="KIND", help="print what is missed or wrong of this kind")
    chosen = options.parse_args()
    took = []
    for file in chosen.files or sorted((ROOT / "training" / "held_out").glob("*.txt")):
        read = []
        for record in read_records(file):
            began = time.perf_counter()
            read.append((record, read_handoff(record.text, NOW)))
            took.append((time.perf_counter() - began) * 1000)
        print(f"{file.name}: {len(read)} messages\n{table_of(figures_of(read))}\n")
        if chosen.misses:
            print("\n".join(misses_of(read, chosen.misses)), "\n")
    if not chosen.files:
        print(f"plain messages (tests/cases/handoffs), read right:\n{plain_table()}\n")
    print(f"a message: {median(took):.0f} ms, at most {max(took):.0f} ms; start-up with the first: {start_up():.0f} ms")


if __name__ == "__main__":
    main()
