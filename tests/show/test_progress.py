"""What takes longer than a second says so at a terminal, and nowhere else."""

import shutil
import sys
from pathlib import Path

import pexpect
from conftest import Clarify, brief_file

IMPATIENT = """
import sys
from clarify.show import progress
from clarify.cli import main
progress._PATIENCE = 0.0
sys.argv[1:] = ["list"]
main()
"""


def test_a_first_look_at_many_briefs_shows_how_far_it_is(clarify: Clarify, home: Path, q3: str) -> None:
    file = brief_file(home, q3)
    for number in range(150):
        shutil.copy(file, file.with_name(f"another-{number}.yaml"))
    child = pexpect.spawn(sys.executable, ["-c", IMPATIENT], encoding="utf-8", timeout=20, dimensions=(40, 100))
    child.expect(r"\d+/151")
    child.expect("and 101 more")
    child.expect(pexpect.EOF)
    assert "Reading" not in clarify.program(program=(sys.executable, "-c", IMPATIENT)).err
