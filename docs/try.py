"""What `make try` runs: the main job on a sample hand-off, in a home of its own.

The briefs of whoever tries it are never touched: everything is kept in `.try`, at the top of the checkout.
"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
HOME = TOP / ".try"
SAMPLE = "examples/handoff.txt"


def main() -> int:
    """Runs the interview, or without a terminal the same without questions; returns clarify's exit code."""
    if not begin_afresh():
        return 1
    arguments = ["new", "--from", SAMPLE]
    if not (os.isatty(0) and os.isatty(2)):
        arguments.append("--no-input")
    print("$ clarify", *arguments, file=sys.stderr, flush=True)
    code = run_clarify(arguments)
    print(how_to_go_on(), file=sys.stderr)
    return code


def how_to_go_on() -> str:
    """Commands that work as they stand here, and make those work that clarify has named above."""
    folder = Path(sys.executable).parent
    if os.name == "nt":
        setting = [f'set "CLARIFY_HOME={HOME}"', f'set "PATH={folder};%PATH%"']
    else:
        setting = [f"export CLARIFY_HOME={shlex.quote(str(HOME))}", f'export PATH={shlex.quote(str(folder))}:"$PATH"']
    lines = [*setting, "clarify list", "clarify show 1", "clarify new"]
    return (
        "\nTo go on with it in this terminal (your own briefs are elsewhere, and stay as they are):\n  "
        + "\n  ".join(lines)
    )


def begin_afresh() -> bool:
    """Takes away what the last try left; False, having said why, where it might be something else."""
    if HOME.is_symlink() or HOME.is_file():
        print(f"{HOME} is not the folder that `make try` made. Move it elsewhere.", file=sys.stderr)
        return False
    if HOME.is_dir():
        shutil.rmtree(HOME)
    return True


def run_clarify(arguments: list[str]) -> int:
    """Runs the clarify that is installed beside this Python, whatever is in the PATH."""
    # Ctrl-C is clarify's to answer, and reaches it too: here it must not end the wait. (Ignoring the signal would be
    # passed on to clarify, a handler is not.)
    signal.signal(signal.SIGINT, lambda number, frame: None)
    environment = {**os.environ, "CLARIFY_HOME": str(HOME)}
    return subprocess.call([sys.executable, "-m", "clarify", *arguments], cwd=TOP, env=environment)


if __name__ == "__main__":
    sys.exit(main())
