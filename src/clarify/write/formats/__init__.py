"""The formats in which a message is written out. To add one, write a module with `render(message)` and its line here.

Others use `FORMATS`: the name of each format and the function that makes text of a message.
"""

from collections.abc import Callable

from clarify.write.formats import markdown, text
from clarify.write.message import Message

FORMATS: dict[str, Callable[[Message], str]] = {
    "text": text.render,
    "markdown": markdown.render,
}
