"""The text in bytes that do not say how they are encoded. Pure."""

import re

_JAPANESE = re.compile(rb"\x1b\$[@B]")
_NOT_IN_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def is_japanese(raw: bytes) -> bool:
    """True for ISO-2022-JP, which looks like ASCII but for its marks."""
    return bool(_JAPANESE.search(raw)) and raw.isascii()


def decoded_by_lines(raw: bytes) -> str:
    """The text: ISO-2022-JP by its marks; else each line as UTF-8, or as Windows wrote it where it is none."""
    if is_japanese(raw):
        return raw.decode("iso2022_jp", "replace")
    return "".join(map(_line, raw.splitlines(keepends=True)))


def _line(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace") if _NOT_IN_WINDOWS.search(raw) else raw.decode("cp1252")
