"""Markdown: to be pasted into a chat, a ticket or a wiki."""

import re

from clarify.write.message import Message, marked

# Signs that Markdown would take for markup: inside a line, and at its beginning.
_INLINE = re.compile(r"([\\`*_\[\]<>|~])")
_LEADING = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s)", re.MULTILINE)


def render(message: Message) -> str:
    """The message as in plain text, but with the subject in bold and the person's own signs shown as typed."""
    blocks = ["\n".join(marked(shape, [escape(line) for line in lines])) for shape, lines in message.blocks]
    return "\n\n".join([f"**Subject: {escape(message.subject)}**", *blocks]) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _LEADING.sub(r"\1\\\2", _INLINE.sub(r"\\\1", text))
