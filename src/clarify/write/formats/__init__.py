"""The formats in which a message is written out. To add one, write a module with `render(message)` and its line here.

Others use `FORMATS`, the name of each format and the function that makes text of a message, and `format_called`.
"""

from collections.abc import Callable

from clarify.write.formats import markdown, text
from clarify.write.message import Message

FORMATS: dict[str, Callable[[Message], str]] = {
    "text": text.render,
    "markdown": markdown.render,
}
_SHORT = {"md": "markdown", **dict.fromkeys(("txt", "email", "e-mail", "mail", "plain"), "text")}


def format_called(name: str) -> str:
    """The name of the format that is called so, also by a short name: `markdown` for `md`; else `name` itself."""
    return _SHORT.get(name.lower(), name.lower())
