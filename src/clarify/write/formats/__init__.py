"""The formats in which a message is written out. To add one: a module with `render(message, brief)`, and its line."""

from collections.abc import Callable

from clarify.brief import Brief
from clarify.write.formats import markdown, text
from clarify.write.messages import Message

FORMATS: dict[str, Callable[[Message, Brief], str]] = {
    "text": text.render,
    "markdown": markdown.render,
}
