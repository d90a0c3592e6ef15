"""The names of briefs: made from the ask, and found again by a few letters. Pure: names in, names out."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from clarify.text import clean

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|archive)(-|$)")
"""Names that Windows reserves for devices, and the name of our own folder."""
_LOOSE_END = re.compile(r"(-(a|an|and|as|at|by|for|from|in|into|of|on|or|our|the|to|with|your))+$")
_OURS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COPY = re.compile(rf"({_OURS.pattern})-?[^a-z0-9-]")


def slugify(ask: str) -> str:
    """A file name from the first words of an ask: at most 40 ASCII letters and digits, safe on every system."""
    slug = ""
    for word in re.findall(r"[a-z0-9]+", _plain(ask[:400]).replace("'", ""))[:7]:
        if slug and len(slug) + len(word) >= 40:
            break
        slug = f"{slug}-{word[:40]}" if slug else word[:40]
    slug = _LOOSE_END.sub("", slug) or "brief"
    return f"brief-{slug}" if _RESERVED.match(slug) else slug


def is_ours(slug: str) -> bool:
    """True if `slugify` could have made this name."""
    return _OURS.fullmatch(slug) is not None


def is_plain(slug: str) -> bool:
    """True if a name can be shown and typed as it is."""
    return clean(slug) == slug and "\n" not in slug


def copied_from(slug: str) -> str | None:
    """The name of the brief of which a synced folder made this conflicted copy, or None if it is no copy.

    `q3 (Maya's conflicted copy)`, `q3.sync-conflict-20261125-101500`, `q3 (1)`, `q3 2`, `q3-LAPTOP-7`: all of `q3`.
    """
    match = _COPY.match(slug)
    return match[1] if match else None


def fitting(words: str, slugs: Iterable[str]) -> list[str]:
    """The names that `words` fit, sorted: `words` begin the name, or a word in it."""
    wanted = f"-{_searchable(words)}"
    return sorted(
        slug for slug in slugs if wanted != "-" and wanted in f"-{slug if is_ours(slug) else _searchable(slug)}"
    )


def whole_words(words: str, slugs: Iterable[str]) -> list[str]:
    """The names in which `words` are whole words: “pull the” in `pull-the-list`, but not in `pull-them-all`."""
    wanted = f"-{_searchable(words)}-"
    return [slug for slug in slugs if wanted in f"-{slug if is_ours(slug) else _searchable(slug)}-"]


def shortest(slug: str, others: Sequence[str]) -> str:
    """The shortest text to type for a brief: a word of its name that begins no word of another's, else all of it."""
    taken = "/-".join(["", *(other for other in others if other != slug)])
    return next((word for word in slug.split("-") if len(word) > 1 and f"-{word}" not in taken), slug)


def _searchable(words: str) -> str:
    """The words as in a brief's name: plain letters, joined by “-”; unchanged if one of them has no plain letters."""
    whole = unicodedata.normalize("NFKC", words).replace("'", "").replace("’", "")
    plain = [_plain(word) for word in re.findall(r"[^\W_]+", whole)]
    return "-".join(plain) if plain and all(plain) else whole.strip().casefold()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
