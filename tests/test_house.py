"""The house of CONTRIBUTING.md is as the modules are: the order of its rooms, one door each, and what is pure."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/clarify"
COMMON = ("errors", "text", "moments")
"""The modules that every room may use."""
ROOMS = ("brief", "read", "ask", "write", "keep", "show", "commands")
"""In the order in which a hand-off flows through them: a room imports from those before it."""
INSIDE_READ = ("words", "spans", "patterns", "names", "vague", "deadline", "mail", "handoff")
PURE = ("brief", "read", "ask", "write")
MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(file: Path) -> str:
    """`clarify.read.names` for src/clarify/read/names.py; a package has the name of its folder."""
    parts = ["clarify", *file.relative_to(SOURCE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


KNOWN = {name_of(file) for file in MODULES}


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, also for types alone."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in KNOWN else str(node.module)


def room_of(module: str) -> str:
    """`read` for `clarify.read.names`; for a module of no room its own name."""
    return module.split(".")[1] if "." in module else module


def calls(file: Path) -> Iterator[str]:
    """What a file calls, as it is written: `open`, `os.listdir`, `path.read_text`."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_every_module_lies_in_a_room() -> None:
    """Beside the rooms stand the entry, and what all of them share."""
    there = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert there == {"__init__", "__main__", "cli", *COMMON, *ROOMS}


def test_contributing_shows_the_rooms_in_their_order() -> None:
    rows = re.findall(r"^\| `(\w+)/?` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [*ROOMS, "cli"]


@pytest.mark.parametrize("folder", sorted(file.parent for file in MODULES if file.name == "__init__.py"), ids=str)
def test_each_package_tells_what_it_is_for_and_what_others_may_use(folder: Path) -> None:
    told = ast.get_docstring(tree_of(folder / "__init__.py")) or ""
    assert len(told.splitlines()) >= 3, f"{folder}: {told}"


def test_a_room_imports_from_the_rooms_before_it() -> None:
    """Also where it does so late, or for types alone."""
    wrong = []
    for file in MODULES:
        own = room_of(name_of(file))
        if own in (*COMMON, *ROOMS):
            before = (*COMMON, *ROOMS[: ROOMS.index(own) + 1]) if own in ROOMS else COMMON
            wrong += [
                f"{name_of(file)}: {module}"
                for module in imports(file)
                if module.startswith("clarify.") and room_of(module) not in before
            ]
    assert wrong == []


def test_the_readers_import_in_their_order_too() -> None:
    """Words before deadlines, deadlines before mails, mails before hand-offs."""
    wrong = []
    for file in (SOURCE / "read").rglob("*.py"):
        own = name_of(file).split(".")[2:3]
        before = INSIDE_READ[: INSIDE_READ.index(own[0]) + 1] if own else ()
        for module in imports(file):
            if module.startswith("clarify.read.") and module.split(".")[2] not in before:
                wrong.append(f"{name_of(file)}: {module}")
    assert wrong == []


def test_the_model_is_walled_off() -> None:
    """Another one can take its place: one module uses it, when a message is read, and only it knows numpy."""
    model = "clarify.read.handoff.model"
    using = {
        name_of(file)
        for file in MODULES
        if not name_of(file).startswith(model) and any(module.startswith(model) for module in imports(file))
    }
    assert using == {"clarify.read.handoff.reading"}
    numpy = {name_of(file) for file in MODULES if any(module.split(".")[0] == "numpy" for module in imports(file))}
    assert numpy
    assert all(name.startswith(model) for name in numpy)
    reading = tree_of(SOURCE / "read/handoff/reading.py")
    assert not [
        node for node in reading.body if isinstance(node, ast.ImportFrom) and str(node.module).startswith(model)
    ]


TOUCHES = re.compile(
    r"(?:os|io|sys|pathlib|shutil|glob|tempfile|subprocess|socket|time|random|threading|typer)\b(?!\.path)"
)
"""Modules of a pure room import none of these."""
LIBRARIES = ("typer", "rich", "questionary", "prompt_toolkit", "yaml", "ruamel", "platformdirs")
SHIPPED = {SOURCE / "read/words/__init__.py", SOURCE / "read/handoff/model/weights.py"}
"""They open word lists and the model that come with clarify, and no file of the person's."""


@pytest.mark.parametrize("room", PURE)
def test_reading_asking_and_writing_are_pure(room: str) -> None:
    """No file, no person, no clock: what they need is an argument."""
    wrong = [
        f"{name_of(file)}: {module}"
        for file in (SOURCE / room).rglob("*.py")
        if file not in SHIPPED
        for module in imports(file)
        if TOUCHES.match(module) or module.split(".")[0] in LIBRARIES
    ]
    assert wrong == []


DISK = re.compile(
    r"open|os\.(?:open|listdir|scandir|walk|remove|unlink|rename|replace|mkdir|makedirs|rmdir|symlink|fdopen|stat)"
    r"|shutil\.\w+|.*\.(?:read_text|read_bytes|write_text|write_bytes|unlink|mkdir|rmdir|touch|iterdir|glob|rglob)"
)
CLOCK = re.compile(r"(?:datetime\.)?(?:datetime|date)\.(?:now|today|utcnow)|time\.(?:time|time_ns|localtime|gmtime)")
EXIT = re.compile(r"(?:sys|os)\._?exit|exit|quit|SystemExit|typer\.Exit")
STREAMS = re.compile(r"\bsys\.(?:stdin|stdout|stderr)\b|\binput\(|\bprint\(")


def where(pattern: re.Pattern[str]) -> set[str]:
    """The modules that call what fits."""
    return {name_of(file) for file in MODULES for call in calls(file) if pattern.fullmatch(call)}


def test_one_door_to_the_disk() -> None:
    """Beside it stand what comes with clarify, and the streams: they open the null device and the keyboard."""
    streams = {"cli.py": "os.devnull", "show/console.py": "os.devnull", "show/plain.py": '"/dev/tty"'}
    others = {name for name in where(DISK) if room_of(name) != "keep"}
    assert others == {*map(name_of, SHIPPED), *(name_of(SOURCE / file) for file in streams)}
    for file, device in streams.items():
        assert set(re.findall(r"\bopen\((\S+?),", (SOURCE / file).read_text("utf-8"))) == {device}, file


def test_one_door_to_the_person() -> None:
    """Only `show` imports what draws and asks, and only it and `cli` know the standard streams."""
    for file in MODULES:
        if room_of(name_of(file)) != "show":
            drawing = {"rich", "questionary", "prompt_toolkit", "termios"}
            assert not drawing & {module.split(".")[0] for module in imports(file)}, name_of(file)
    using = {name_of(file) for file in MODULES if STREAMS.search(ast.unparse(tree_of(file)))}
    assert {name for name in using if room_of(name) != "show"} <= {"clarify.cli"}


def test_one_door_to_the_clock() -> None:
    """Beside it the index asks how old a file's stamps are, which only the clock that made them can tell."""
    assert where(CLOCK) == {"clarify.commands.session", "clarify.keep.index"}


def test_one_door_to_the_exit() -> None:
    names = {name_of(file) for file in MODULES for node in ast.walk(tree_of(file)) if is_exit(node)}
    assert where(EXIT) | names == {"clarify.cli"}


def is_exit(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise) and node.exc is not None and bool(EXIT.fullmatch(ast.unparse(node.exc)))


def test_importing_clarify_costs_nothing() -> None:
    """The readers are found when they are called."""
    body = tree_of(SOURCE / "__init__.py").body
    now = [ast.unparse(node) for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert now == ["from typing import TYPE_CHECKING"]
