"""The text of HTML that comes from a clipboard or a mail. Pure.

The standard library's parser serves. Others were weighed: html2text is GPL, inscriptis brings lxml and a network
library, Beautiful Soup stands on the same parser and takes ten times as long to import, selectolax is 8 MB of machine
code; and what paragraphs, lists and quotes become would be ours to write with each but the first two.
"""

import re
from html.parser import HTMLParser

from clarify.read.patterns import section, word_set

# Parts without text, parts that no person reads, and signs that begin no tag: these would keep the parser of the
# standard library busy for minutes. No pattern can run past the next “<”, or over the same text twice.
_WITHOUT_TEXT = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|title)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.I | re.DOTALL)
_DECLARATION = re.compile(r"<[!?][^<>]*>|\A[^<]*StartHTML:[^<]*")
_NO_TAG = re.compile(r"<(?!/?[a-z][^<>]*>)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200d\u2060\ufeff]+(?=\\s|$)")
"""Signs with which newsletters fill their previews. Inside words and emoji, some of them are wanted."""
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_ONLY_MOVED_IN = re.compile(r"border\s*:\s*(?:none|medium none|0)", re.IGNORECASE)

_OF_A_QUOTE = re.compile(r"\b(?:x_)?(?:divRplyFwdMsg|OLK_SRC_BODY_SECTION|yahoo_quoted|reply-intro|mail_quote_header)")
"""The marks that mail programs put on a quoted message, in whatever language its headers are."""
_ORIGINAL = "-----Original Message-----"
_OWN_LINE = word_set(section("html_tags.txt", "line"))
_OWN_PARAGRAPH = word_set(section("html_tags.txt", "paragraph"))
_NO_END = word_set(section("html_tags.txt", "empty"))
_DEEPEST = 5
_CELL = "\v"


def text_of_html(markup: str) -> str:
    """The text that a person would read in `markup`, with lists as “- ” and quoted messages as “> ”."""
    markup = _DECLARATION.sub("", _WITHOUT_TEXT.sub(" ", markup))
    parser = _LineParser()
    parser.feed(_NO_TAG.sub("&lt;", markup))
    parser.close()
    return parser.text()


class _LineParser(HTMLParser):
    """Collects the lines of a document."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes: list[bool] = []
        """The open blockquotes; True for one that quotes a message."""
        self._lists: list[int] = []
        """The open lists: the next number of each, or 0 if it has bullets."""
        self._bullet = ""
        self._preformatted = 0
        self._hidden_by, self._hidden = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._hidden or (_HIDDEN.search(given.get("style", "")) and tag not in _NO_END):
            self._hidden_by = self._hidden_by or tag
            self._hidden += tag == self._hidden_by
            return
        self._break(tag)
        if _OF_A_QUOTE.search(f"{given.get('id', '')} {given.get('class', '')}"):
            self._end_line()
            self._lines.append(self._quoted(_ORIGINAL))
        if tag == "blockquote":
            self._quotes.append(not _ONLY_MOVED_IN.search(given.get("style", "")))
        elif tag in ("ul", "ol"):
            self._lists.append(tag == "ol")
        elif tag == "li":
            self._bullet = self._item()
        elif tag == "pre":
            self._preformatted += 1
        elif tag in ("td", "th"):
            self._line.append(_CELL)
        elif tag == "input" and given.get("type", "").lower() == "checkbox":
            self._line.append("[x] " if "checked" in given else "[ ] ")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= tag == self._hidden_by
            self._hidden_by = self._hidden_by if self._hidden else ""
            return
        self._break(tag, ends=True)
        if tag == "blockquote" and self._quotes:
            self._quotes.pop()
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not self._preformatted:
            self._line.append(data)
            return
        first, *others = data.split("\n")
        self._line.append(first)
        for other in others:
            self._end_line()
            self._line.append(other)

    def text(self) -> str:
        """All lines so far, never with two blank lines in a row."""
        self._end_line()
        lines = [line for line, before in zip(self._lines, ["", *self._lines], strict=False) if line or before]
        return "\n".join(lines).strip("\n") + "\n" if lines else ""

    def _break(self, tag: str, *, ends: bool = False) -> None:
        if tag == "br":
            self._end_line(forced=True)
        elif tag in _OWN_LINE or tag in _OWN_PARAGRAPH:
            self._end_line()
            # Lists within lists, and items in a list, stand without blank lines between them.
            outermost = len(self._lists) == (1 if ends and tag in ("ul", "ol") else 0)
            if tag in _OWN_PARAGRAPH and outermost and not self._bullet:
                self._lines.append(self._quoted(""))

    def _item(self) -> str:
        indent = "  " * min(len(self._lists) - 1, _DEEPEST)
        if self._lists and self._lists[-1]:
            self._lists[-1] += 1
            return f"{indent}{self._lists[-1] - 1}. "
        return f"{indent}- "

    def _end_line(self, forced: bool = False) -> None:
        joined = _INVISIBLE.sub("", "".join(self._line))
        cells = (" ".join(cell.split()) for cell in joined.split(_CELL))
        line = joined.rstrip() if self._preformatted else "  ".join(cell for cell in cells if cell)
        self._line.clear()
        if line or forced:
            self._lines.append(self._quoted(self._bullet + line))
            self._bullet = ""

    def _quoted(self, line: str) -> str:
        depth = min(sum(self._quotes[:_DEEPEST]), _DEEPEST)
        return (">" * depth + " " + line).rstrip() if depth else line
