"""What the person put right in messages that were read, in HOME/corrections.yaml: each with the brief it came from."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from clarify.errors import ClarifyError
from clarify.keep.files import read_if_there, remove, write_whole
from clarify.keep.yaml.reading import dump_yaml, load_yaml

if TYPE_CHECKING:
    from clarify.read.handoff.corrections import Correction, Corrections

_FILE = "corrections.yaml"
_MOST = 1000
"""So many are kept, the newest: a sentence that was not met again in so long is not worth the time to read the file."""


def kept_corrections(home: Path) -> "Corrections":
    """What was put right, the newest for each sentence; nothing where the file is damaged, since it only helps."""
    from clarify.read.handoff.corrections import plain  # reading and keeping know each other only here

    return {(plain(row["sentence"]), row["kind"]): row["words"] for row in _rows(home)}


def keep_corrections(home: Path, slug: str, corrections: "Iterable[Correction]") -> None:
    """Keeps what was put right with a brief, in place of what was kept with it before."""
    before = _rows(home)
    new = [{"brief": slug, "sentence": one.sentence, "kind": one.kind, "words": one.words} for one in corrections]
    rows = [*(row for row in before if row["brief"] != slug), *new]
    if rows != before:
        _write(home, rows)


def _rows(home: Path) -> list[dict[str, str]]:
    with suppress(ClarifyError):
        text = read_if_there(home / _FILE)
        data = load_yaml(text, _FILE) if text else None
        rows = data.get("corrections") if isinstance(data, dict) else None
        return [row for row in rows if _is_row(row)] if isinstance(rows, list) else []
    return []


def _is_row(row: object) -> bool:
    wanted = {"brief", "sentence", "kind", "words"}
    return isinstance(row, dict) and row.keys() == wanted and all(isinstance(value, str) for value in row.values())


def _write(home: Path, rows: list[dict[str, str]]) -> None:
    if rows:
        write_whole(home / _FILE, dump_yaml({"corrections": rows[-_MOST:]}))
    else:
        remove(home / _FILE)
