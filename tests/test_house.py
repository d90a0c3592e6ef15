"""The house in CONTRIBUTING.md is as the modules are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/clarify"
ROWS = re.findall(r"^\| [\w ]+ \| (`.*`) \| .* \|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
HOUSE = [name for row in ROWS for name in re.findall(r"`(\w+)/?`", row)]
"""Modules and packages, the topmost first."""


def imports(file: Path) -> Iterator[str]:
    """The modules and packages of clarify that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "clarify":
            yield from (alias.name for alias in node.names if alias.name in HOUSE)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("clarify."):
            yield node.module.split(".")[1]


def test_every_module_has_its_place() -> None:
    """Each stands in the table once, and nothing else does."""
    there = [path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    assert sorted(HOUSE) == sorted(name for name in there if not name.startswith("__"))


def test_a_module_imports_from_above_only() -> None:
    """Also where it does so late, or for types alone."""
    below = []
    for file in sorted(SOURCE.rglob("*.py")):
        own = file.relative_to(SOURCE).with_suffix("").parts[0]
        if own in HOUSE:
            upward = HOUSE[: HOUSE.index(own) + 1]
            below += [f"{file.relative_to(SOURCE)}: {name}" for name in imports(file) if name not in upward]
    assert below == []
