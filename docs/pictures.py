"""Makes the pictures of README from the program itself: `python docs/pictures.py`.

clarify runs in a pseudo-terminal, pyte makes of its output the screen that a person would see, and rich draws that
screen as SVG. The clock, the people and their work are fixed, so the same program always gives the same pictures.
"""

import os
import shlex
import subprocess
import sys
import sysconfig
import tempfile
import time
from io import StringIO
from itertools import groupby
from pathlib import Path

import pexpect
import pyte
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

DOCS = Path(__file__).resolve().parent
CLARIFY = str(Path(sysconfig.get_path("scripts")) / "clarify")
COLUMNS, ROWS = 80, 40
MARGIN = 2
"""Empty columns on either side of the screen, so that it does not stick to the frame."""

QUIET = 0.3
"""Seconds without output after which a screen counts as complete."""
PATIENCE = 20.0
"""Seconds after which a question that did not come counts as missing."""

NOW = "2026-11-25T10:00"
TALK = (
    ("What are you to do?", "Pull together the Q3 client list"),
    ("Who gave it to you?", "Chloe Martin"),
    ("When does Chloe need it?", "by Friday noon"),
    ("What does it come before or after", "ahead of the onboarding deck?"),
    ("It is right when", "the top 20 by revenue, on one page?"),
    ("What is it for?", ""),
)
"""Words of each question, and what is answered."""
LAST_QUESTION = "How much time does Chloe expect"

WORK = (
    (
        "2026-11-20T09:30",
        'new "Check the figures in the board deck" --leader "Omar Haddad" --deadline "Tuesday 17:00"'
        ' --urgency "before anything else" --vision "every number has its source" --why "the board meeting"',
    ),
    ("2026-11-20T11:00", "confirm check"),
    (
        "2026-11-23T14:10",
        'new "Pull together the Q3 client list" --leader "Chloe Martin" --deadline "Friday noon"'
        ' --vision "the top 20 by revenue, on one page?" --open why',
    ),
    ("2026-11-23T14:16", "sent pull"),
    (
        "2026-11-24T16:00",
        'new "Brief the Berlin expert for the call" --leader "Chloe Martin" --deadline "Monday 10:00"'
        ' --urgency "after the client list?" --vision "a page of questions" --why "the pitch" --effort "an hour"',
    ),
    ("2026-11-25T09:20", 'new "Find a better tool for travel bookings" --leader "Omar Haddad"'),
)
"""What was done before the list is shown, and when."""

# That of rich, without its fonts from the network: a picture that is looked at must tell nobody.
TEMPLATE = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
.{unique_id}-title {{ font: bold 18px system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Writes the pictures beside this file."""
    save("interview", "clarify new", text_of(screen_of(interview()), cursor=True))
    save("card", "clarify new", text_of(screen_of(card()), cursor=True))
    save("list", "clarify list", text_of(screen_of(listing())))


# ---- running clarify


def interview() -> str:
    """What a terminal gets while somebody answers questions, up to the last one."""
    with tempfile.TemporaryDirectory() as home:
        child = start(home, "new")
        output = ""
        for question, answer in TALK:
            output = read_up_to(question, child, output)
            child.send(f"{answer}\r")
        output = read_up_to(LAST_QUESTION, child, output)
        child.close(force=True)
    return output


def card() -> str:
    """What a terminal gets at the end of the interview: the message as it will look, and what can be changed."""
    given = ["--leader", "Chloe Martin", "--deadline", "by Friday noon", "--urgency", "ahead of the onboarding deck?"]
    given += ["--vision", "the top 20 by revenue, on one page?", "--why", "?", "--effort", "?"]
    with tempfile.TemporaryDirectory() as home:
        child = start(home, "new", "Pull together the Q3 client list", *given)
        output = read_up_to("Good like this?", child, "")
        child.close(force=True)
    return output[output.rindex("\n", 0, output.index("╭")) :].lstrip()


def listing() -> str:
    """What a terminal gets from `clarify list`, with briefs of several standings."""
    with tempfile.TemporaryDirectory() as home:
        for moment, command in WORK:
            run(home, moment, command)
        return str(start(home, "list").read())


def run(home: str, moment: str, command: str) -> None:
    """Runs a command of clarify as if at that moment; what it prints is shown only if it fails."""
    arguments = [CLARIFY, *shlex.split(command), "--no-input"]
    done = subprocess.run(arguments, env=environment(home, moment), capture_output=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"`clarify {command}` failed: {done.stderr}")


def start(home: str, *command: str) -> pexpect.spawn:
    """Begins a command of clarify in a terminal of its own."""
    return pexpect.spawn(CLARIFY, [*command], env=environment(home), dimensions=(ROWS, COLUMNS), encoding="utf-8")


def environment(home: str, now: str = NOW) -> dict[str, str]:
    """The same on every machine."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": home,
        "CLARIFY_HOME": home,
        "CLARIFY_NOW": now,
        "TZ": "UTC",
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "PROMPT_TOOLKIT_NO_CPR": "1",  # nobody is there to say where the cursor is
    }


def read_up_to(question: str, child: pexpect.spawn, output: str) -> str:
    """`output` and what follows it, until the screen shows the question and stays as it is."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            output += child.read_nonblocking(4096, timeout=QUIET)
        except pexpect.TIMEOUT:
            if any(question in line for line in screen_of(output).display):
                return output
        except pexpect.EOF:
            break
    sys.exit(f"clarify did not ask “{question}”, but showed:\n{text_of(screen_of(output))}")


# ---- drawing


def screen_of(output: str) -> pyte.Screen:
    """The screen after all of the output."""
    screen = pyte.Screen(COLUMNS, ROWS)
    # pyte leaves out what is dim; bright black looks the same.
    pyte.Stream(screen).feed(output.replace("\x1b[2m", "\x1b[90m"))
    return screen


def text_of(screen: pyte.Screen, *, cursor: bool = False) -> Text:
    """The screen with its styles, without the empty lines below."""
    if cursor:
        row = screen.buffer[screen.cursor.y]
        row[screen.cursor.x] = row[screen.cursor.x]._replace(fg="default", reverse=True)
    lines = [line_of(screen, number) for number in range(screen.lines)]
    while lines and not lines[-1].plain.strip():
        lines.pop()
    return Text("\n").join(lines)


def line_of(screen: pyte.Screen, number: int) -> Text:
    """One line of the screen; neighbours of one style in one piece, as that keeps the picture small."""
    chars = (screen.buffer[number][column] for column in range(screen.columns))
    return Text.assemble(*(("".join(char.data for char in same), style) for style, same in groupby(chars, style_of)))


def style_of(char: pyte.screens.Char) -> Style:
    """The style of one character."""
    return Style(
        color=colour_of(char.fg),
        bgcolor=colour_of(char.bg),
        bold=char.bold,
        italic=char.italics,
        underline=char.underscore,
        reverse=char.reverse,
    )


def colour_of(name: str) -> str | None:
    """The name that rich has for a colour of pyte; None for the terminal's own."""
    return None if name == "default" else name.replace("brown", "yellow").replace("bright", "bright_")


def save(name: str, title: str, text: Text) -> None:
    """Draws a text as a terminal window with a title, into docs/NAME.svg."""
    # Not a terminal, so that nothing of the one that this runs in has a say in the picture.
    console = Console(record=True, width=COLUMNS + 2 * MARGIN, file=StringIO(), force_terminal=False)
    console.print(Padding(text, (1, MARGIN)))
    # The id is that of the picture, since rich's own one changes with its content.
    svg = console.export_svg(title=title, code_format=TEMPLATE, unique_id=name, font_aspect_ratio=0.6)
    lines = (line.rstrip() for line in svg.splitlines())
    (DOCS / f"{name}.svg").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
