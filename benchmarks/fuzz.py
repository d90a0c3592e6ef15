"""What no text may do to the readers of YAML, deadlines and hand-offs: coverage-guided fuzzing.

    pip install -e '.[fuzz]'
    python benchmarks/fuzz.py [--minutes 60] [--target yaml|deadline|handoff] [--found FOLDER]

Each target runs in a process of its own, so that a crash, a hang or too much memory is found like a broken promise.
The folder keeps each finding as the text that led to it, with what went wrong beside it, and the texts that reached new
code: a run with the same folder goes on from these. Ends with a count, and with 1 where something was found.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
import zlib
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import atheris

WATCHED = {
    "include": ["clarify"],
    "exclude": ["clarify.read.deadline.language.grammar"],
}  # the rules tell more, and it is slow
with atheris.instrument_imports(**WATCHED) if "--child" in sys.argv else nullcontext():
    from clarify import read_handoff
    from clarify.brief import Answer, Standing
    from clarify.brief.data import InvalidBrief, brief_from_data, data_of
    from clarify.errors import ClarifyError, DamagedFile
    from clarify.keep.yaml.editing import change_yaml
    from clarify.keep.yaml.reading import Node, dump_yaml, load_nodes, load_yaml
    from clarify.moments import Conventions
    from clarify.read.deadline import read_deadline
    from clarify.read.deadline.language.words import LEXICON
    from clarify.read.names import VERBS

ROOT = Path(__file__).parent.parent
LONGEST = {"yaml": 4096, "deadline": 512, "handoff": 2048}
REPEATED = 64 * 1024
"""One text in 300 is repeated up to this length: what grows faster than the text shows there."""
ALLOWED, ALLOWED_REPEATED = 0.5, 5.0
"""Seconds of the processor; code that is watched takes several times as long as it does for people."""
BRIEF = """# by hand
ask: "Fix the deck"   # and the notes
leader: Chloe Martin
status: sent
created: 2026-11-25T09:00+01:00
answers:
  deadline: {value: by Friday, standing: said, due: 2026-11-27T17:00:00+01:00, read_from: by Friday}
  why: ahead of the audit?
  vision:
    value: |
      one page
    standing: assumed
mine: [1, 'it''s', two]
history:
  - {at: 2026-11-25T09:00, what: sent, items: [why]}
"""
SIGNS = ["\n", "\n\n", "\n  ", "\n- ", ": ", " #", "|", ">-", *"\"'[]{},()?*&!%@`~-\t\r", "\ufeff", "\u2028", "é", "🙂"]
NOWS = [
    datetime(2026, 3, 11, 10, tzinfo=UTC),
    datetime(2028, 2, 29, 9, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, 59, 999999, tzinfo=ZoneInfo("Asia/Kolkata")),
    datetime(2026, 3, 29, 0, 59, tzinfo=ZoneInfo("Europe/London")),
    datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=ZoneInfo("America/New_York")),
    datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
]
CONVENTIONS = [
    Conventions(),
    Conventions(day_first=True, week_begins=6, couple=3, holidays={date(2026, 3, 12): "", date(2028, 3, 1): ""}),
    Conventions(working_days=frozenset([5]), week_begins=5),
]


# ---- what must hold of any text


def check_yaml(text: str) -> None:
    """Text is read or refused in a sentence, and what is read survives being written, and being changed by hand."""
    try:
        data = load_yaml(text, "f.yaml")
    except DamagedFile as problem:
        assert re.match(r"f\.yaml\b.*\w.*\.$", str(problem), re.DOTALL), problem
        assert _refusal(text) == str(problem)
        return
    assert _plain(load_nodes(text, "f.yaml")) == data
    if isinstance(data, dict) and all(isinstance(value, str) for value in data.values()):  # as in settings
        _change(text, data, {**data, "why": f"a\tb: {text[-20:]!r} #\n"}, lambda again: again)
    try:
        brief = brief_from_data("f", data, UTC)
    except InvalidBrief as problem:
        assert str(problem)
        return
    again = brief_from_data("f", load_yaml(dump_yaml(data_of(brief)), "f.yaml"), UTC)
    assert data_of(again) == data_of(brief)
    changed = brief.with_answer("why", Answer(f"x {text[-20:]!r} #", Standing.SAID)).with_answer("vision", None)
    _change(text, data_of(brief), data_of(changed), lambda data: data_of(brief_from_data("f", data, UTC)))


def _change(text: str, old: dict[str, Any], new: dict[str, Any], seen: Callable[[Any], Any]) -> None:
    try:
        written = change_yaml(text, old, new, "f.yaml")
        again = load_yaml(written, "f.yaml")
    except ClarifyError:
        return
    assert seen(again) == new, written


def _refusal(text: str) -> str:
    try:
        load_nodes(text, "f.yaml")
    except DamagedFile as problem:
        return str(problem)
    return ""


def _plain(node: Node) -> Any:
    """The data in a node, made of the four kinds of values."""
    assert node.line > 0
    if isinstance(node.value, dict):
        assert all(isinstance(key, str) for key in node.value)
        return {key: _plain(inner) for key, inner in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(inner) for inner in node.value]
    assert node.value is None or isinstance(node.value, str)
    return node.value


def check_deadline(text: str) -> None:
    """A deadline is aware, not long past, cut out of the text, and none of its own alternatives."""
    now, conventions = _settings(text)
    deadline = read_deadline(text, now, conventions)
    if deadline is None:
        return
    assert deadline.text.strip() == deadline.text == text[deadline.start : deadline.end] != ""
    assert deadline.rule
    assert deadline.grain in ("minute", "day", "week", "month", "quarter", "half", "year")
    assert len({deadline.due, *deadline.alternatives}) == 1 + len(deadline.alternatives)
    for moment in (deadline.due, *deadline.alternatives):
        assert moment.tzinfo is now.tzinfo
        assert (moment.second, moment.microsecond) == (0, 0)
        assert moment.astimezone(UTC).astimezone(now.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)
        # Only words that pin it, with its year or as a time of today, name what is past.
        past = moment.date() < now.date() - timedelta(days=1)
        assert not past or re.search(r"\d\d|today|tonight", text, re.IGNORECASE), (now, moment)


def check_handoff(text: str) -> None:
    """What is found is cut out of the text; what is to be asked is missing; without a task there is nothing."""
    found = read_handoff(text, *_settings(text))
    singles = [span for span in (found.deadline, found.urgency, found.vision, found.why) if span]
    spans = [*found.tasks, *found.people, *found.vague, *singles]
    for span in spans:
        assert span.text.strip() == span.text == text[span.start : span.end] != "", span
    told = {"deadline": found.deadline, "urgency": found.deadline or found.urgency}
    told |= {"vision": found.vision, "why": found.why}
    assert found.missing == tuple(topic for topic in told if not told[topic] and found.tasks)
    assert [topic for topic in found.missing if topic in found.ask] == list(found.ask)
    assert found.tasks or not spans
    assert found.leader is None or found.leader.strip()


def _settings(text: str) -> tuple[datetime, Conventions]:
    choice = zlib.crc32(text.encode("utf-8", "replace"))
    return NOWS[choice % len(NOWS)], CONVENTIONS[choice // 8 % len(CONVENTIONS)]


TARGETS: dict[str, Callable[[str], None]] = {"yaml": check_yaml, "deadline": check_deadline, "handoff": check_handoff}


# ---- one target, in a process of its own


def fuzz(target: str, folder: Path, flags: list[str]) -> None:
    """Fuzzes one target until libFuzzer, which reads the flags, ends the process."""
    # The words of the readers' tables and of the cases, and the signs of YAML: bytes alone seldom make another word.
    words = [word.encode() for word in sorted({*SIGNS, *LEXICON, *VERBS, *" ".join(_seeds()).split()})]

    def try_one(raw: bytes) -> None:
        text = raw.decode("utf-8", "replace" if target == "yaml" else "surrogateescape")
        try:
            _timed(TARGETS[target], text, ALLOWED)
            if zlib.crc32(raw) % 300 == 0 and text:
                text *= REPEATED // len(text)
                _timed(TARGETS[target], text, ALLOWED_REPEATED)
        except Exception as problem:
            places = [(place.name, place.lineno) for place in traceback.extract_tb(problem.__traceback__)]
            kept = folder / f"{target}-{zlib.crc32(repr((type(problem), places)).encode()):08x}.txt"
            if not kept.exists():
                told = "".join(traceback.format_exception(problem))
                kept.write_text(text, "utf-8", "surrogateescape")
                kept.with_suffix(".why").write_text(told[-4000:], "utf-8", "replace")

    def mutated(raw: bytes, longest: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311  (no secrets)
        if chance.random() < 0.3:
            return bytes(atheris.Mutate(raw, longest))
        parts = re.findall(rb"\s+|\S+", raw)
        for _ in range(chance.randint(1, 4)):
            at, gone = chance.randint(0, len(parts)), chance.randint(0, 3)
            again = parts[at : at + 3] * chance.randint(1, 9)
            parts[at : at + gone] = chance.choice([[], again, [b" ", chance.choice(words), b" "]])
        return b"".join(parts)[:longest]

    atheris.Setup([sys.argv[0], *flags], try_one, custom_mutator=mutated)
    atheris.Fuzz()


def _timed(check: Callable[[str], None], text: str, allowed: float) -> None:
    for _ in range(3):  # the machine has other work too
        began = time.process_time()
        check(text)
        took = time.process_time() - began
        if took <= allowed:
            return
    raise TimeoutError(f"{len(text)} characters took {took:.1f} seconds")


def _seeds() -> list[str]:
    """A brief, and what stands in the cases and in the files that people write: in whole, by paragraph and by line."""
    files = [*ROOT.glob("tests/cases/*.yaml"), *ROOT.glob("prompts/**/*.yaml"), *ROOT.glob("examples/*")]
    whole = [BRIEF, *(file.read_text("utf-8") for file in files)]
    seeds = {BRIEF, *whole, *(part for text in whole for part in text.split("\n\n"))}
    for line in (line for text in whole for line in text.splitlines()):
        seeds.add(re.sub(r'^\W*(?:\{phrase: )?"?|"?, (?:now|due): .*|"$', "", line))
    return sorted(seeds)


def run(target: str, folder: Path, seconds: float) -> int:
    """Runs a target for so long, again after each end that was none of its own; returns how many inputs were tried."""
    (folder / target).mkdir(parents=True, exist_ok=True)
    for raw in (seed.encode()[: LONGEST[target]] for seed in _seeds()):
        (folder / target / f"seed-{zlib.crc32(raw):08x}").write_bytes(raw)
    tried, end = 0, time.monotonic() + seconds
    while (left := int(end - time.monotonic())) > 0:
        own = [sys.executable, __file__, "--child", "--target", target, "--found", str(folder)]
        flags = [
            f"-max_total_time={left}",
            f"-max_len={LONGEST[target]}",
            "-timeout=60",
            "-report_slow_units=60",
            "-rss_limit_mb=2048",
        ]
        flags += [f"-artifact_prefix={folder}/{target}-", "-print_final_stats=1", str(folder / target)]
        with (folder / f"{target}.log").open("w+", errors="replace") as log:
            subprocess.run([*own, *flags], stdout=log, stderr=log, check=False, timeout=left + 300)
            log.seek(0)
            told = re.search(r"number_of_executed_units: (\d+)", log.read())
        if told is None:
            raise SystemExit(f"The target {target} did not run: see {folder / target}.log")
        tried += int(told[1])
    return tried


def main() -> int:
    """Runs the targets one after the other, counts, and returns the exit code."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--target", choices=TARGETS)
    options.add_argument("--found", type=Path, help="the folder for what is found; a new one by default")
    options.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    chosen, flags = options.parse_known_args()
    if chosen.child:
        fuzz(chosen.target, chosen.found, flags)
    folder = chosen.found or Path(tempfile.mkdtemp(prefix="clarify-fuzz-"))
    print(f"What is found is kept in {folder}", flush=True)
    targets = [chosen.target] if chosen.target else list(TARGETS)
    for target in targets:
        tried = run(target, folder, 60 * chosen.minutes / len(targets))
        found = sorted(str(path) for path in folder.glob(f"{target}-*") if path.suffix != ".why")
        print(f"{target:<9} {tried:>9} inputs tried, {len(found)} findings", *found, sep="\n    ", flush=True)
    return 1 if any(folder.glob("*-*")) else 0


if __name__ == "__main__":
    sys.exit(main())
