"""Puts the figures of the shipped model into docs/reader.md: its checksum, the counts, and how well it reads.

    python training/card.py

What a file of `data/` holds is told by hand, in the table there.
"""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from records import read_records

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "src" / "clarify" / "read" / "handoff" / "model"
CARD = ROOT / "docs" / "reader.md"


def main() -> None:
    """Measures, and writes."""
    vocabulary = (MODEL / "vocabulary.txt").read_bytes()
    checksum = hashlib.sha256((MODEL / "reader.safetensors").read_bytes() + vocabulary).hexdigest()
    counts = {file.stem: len(read_records(file)) for file in sorted((ROOT / "training" / "data").glob("*.txt"))}
    benchmark = [sys.executable, str(ROOT / "benchmarks" / "handoffs.py")]
    figures = subprocess.run(benchmark, capture_output=True, text=True, check=True).stdout
    held_out, _, rest = figures.partition("plain messages")
    card = CARD.read_text("utf-8")
    card = re.sub(r"followed by `vocabulary.txt`: `\w+`", f"followed by `vocabulary.txt`: `{checksum}`", card)
    pieces, messages = len(vocabulary.splitlines()), sum(counts.values())
    card = re.sub(r"30,522 to [\d,]+ word", f"30,522 to {pieces:,} word", card)
    card = re.sub(r"^[\d,]+ messages, all invented", f"{messages:,} messages, all invented", card, flags=re.M)
    for stem, count in counts.items():
        card = re.sub(rf"^\| `{stem}` \| \d+ \|", f"| `{stem}` | {count} |", card, flags=re.M)
    blocks = iter([held_out.strip(), "plain messages" + rest.split("\n\n")[0]])
    card = re.sub(r"```\n.*?\n```", lambda _: f"```\n{next(blocks)}\n```", card, flags=re.DOTALL)
    CARD.write_text(card, "utf-8")
    print(figures)


if __name__ == "__main__":
    main()
