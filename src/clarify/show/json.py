"""Objects for scripts, on standard output. Their fields may be added to, never renamed or removed."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clarify.brief import Brief
from clarify.brief.data import data_of
from clarify.brief.summary import summary_of
from clarify.moments import zone_of
from clarify.show import console
from clarify.text import clean


def print_json(data: Any) -> None:
    """Prints an object; nothing in it can act on a terminal, whatever its encoding."""
    text = json_text(data)
    console.write(text if console.can_show(text, sys.stdout) else json_text(data, ascii_only=True))


def json_text(data: Any, *, ascii_only: bool = False) -> str:
    """An object as text, with all that could act on a terminal escaped."""
    text = json.dumps(data, ensure_ascii=ascii_only, indent=2)
    return (text if clean(text) == text else json.dumps(data, indent=2)) + "\n"


def print_briefs(briefs: Sequence[Brief], paths: Sequence[Path], *, as_list: bool = False) -> None:
    """Prints the object of `show` of a brief; of several, or where it is wanted, a list of them."""
    objects = [object_of(brief, path) for brief, path in zip(briefs, paths, strict=True)]
    print_json(objects if as_list or len(objects) > 1 else objects[0])


def object_of(brief: Brief, path: Path) -> dict[str, Any]:
    """The object of `show --json`."""
    data = data_of(brief)
    short = summary_of(brief, path.parent).to_data(zone_of(brief.created))
    more = {"handoff": brief.handoff, "history": data["history"], "together": list(brief.siblings)}
    return {**short, "answers": data["answers"], **more}
