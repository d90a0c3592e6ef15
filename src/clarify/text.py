"""Makes text from people safe to keep and to show."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

# Escape sequences are removed as a whole, so that no “[31m” is left: OSC, DCS and the like up to their end, CSI with
# its parameters, two-character escapes. `[^\x1b\x07]*` can't run past the next escape, so this is linear.
_SEQUENCES = re.compile(
    "(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x1b\x07\x9c]*(?:\x07|\x1b\\\\|\x9c)?"
    "|(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,64}[@-~]?"
    "|\x1b[ -/]{0,64}[0-~]?"
)
# Other control characters (C0 but tab and newline, DEL, C1), those that turn the text's direction or are invisible, and
# halves of surrogate pairs. Zero-width joiners stay: Persian, Hindi and emoji need them.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")


def clean(text: str) -> str:
    """`text` without control characters and escape sequences, and with newlines as line ends; the rest stays."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    return _CONTROL.sub("", _SEQUENCES.sub("", text))


def was_unsafe(text: str) -> bool:
    """True if `clean` would remove anything from `text`, line ends apart."""
    plain = _LINE_ENDS.sub("\n", text)
    return bool(_SEQUENCES.search(plain) or _CONTROL.search(plain))


def one_line(text: str) -> str:
    """`text` on one line, with one space for every run of white space."""
    return " ".join(text.split())


_LONG_WORD = re.compile(r"\S{61,}")
_NEEDS_ROOM = re.compile(r"[/\\@\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]|[^\x00-\u2fff]")
_LONGEST, _LONGEST_WITH_ROOM = 60, 300


def cut_words(text: str) -> str:
    """`text` with each word that nobody would read cut to 60 characters: one key held down, a code, no space at all.

    Links, paths, and scripts that write without spaces have room for 300.
    """
    if len(text) <= _LONGEST:
        return text
    return _LONG_WORD.sub(lambda found: _cut_word(found[0]), text)


def _cut_word(word: str) -> str:
    most = _LONGEST_WITH_ROOM if _NEEDS_ROOM.search(word) else _LONGEST
    return word if len(word) <= most else word[: most - 1] + "…"


def folded(text: str) -> str:
    """`text` for a comparison: capitals and the two ways to write an accent (“é” as one character or two) are alike."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", text).casefold()


def shorten(text: str, words: int) -> str:
    """The first `words` words of `text`, with “…” if some were left out; each is cut as `cut_words` does."""
    text = cut_words(text)
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:.-–—") + " …"


def shorten_distinctly(texts: Sequence[str], words: int) -> list[str]:
    """The first `words` words of each; texts that would look alike get their last ones too: “Send the … to Ana”."""
    texts = [cut_words(text) for text in texts]
    short = [shorten(text, words) for text in texts]
    alike = Counter(short)
    return [_ends(text, words) if alike[cut] > 1 else cut for text, cut in zip(texts, short, strict=True)]


def _ends(text: str, words: int) -> str:
    parts = text.split()
    last = words // 2
    return text if len(parts) <= words else " ".join([*parts[: words - last], "…", *parts[-last:]])


def from_argument(text: str) -> str:
    """A command-line argument as the person typed it, even if the locale could not decode it."""
    if any("\ud800" <= c <= "\udfff" for c in text):
        with suppress(UnicodeEncodeError):  # half a character of Windows, which was no byte: `clean` takes it out
            return text.encode(sys.getfilesystemencoding(), "surrogateescape").decode("utf-8", "replace")
    return text


def joined(asks: Sequence[str]) -> str:
    """Several tasks as one: “Fix the deck, book the room and call Ana”."""
    first, *others = [ask.strip().rstrip(".") for ask in asks]
    others = [f"{ask[:1].lower()}{ask[1:]}" if ask[1:2].islower() else ask for ask in others]
    if any("," in ask or " and " in ask for ask in (first, *others)):
        return "; ".join([first, *others])
    *middle, last = others
    return f"{', '.join([first, *middle])} and {last}"
