"""Markdown: to be pasted into a chat, a ticket or a wiki."""

import re

from clarify.brief import Brief
from clarify.write.messages import Message

# What Markdown would take for markup: inside a line, and at its beginning.
_INLINE = re.compile(r"([\\`*_\[\]<>|~])")
_LEADING = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s)", re.MULTILINE)


def render(message: Message, brief: Brief) -> str:
    """The same as plain text, with the subject in bold, a numbered list, and the person's own signs shown as typed."""
    items = "\n".join(f"{n}. {escape(item.text)}" for n, item in enumerate(message.items, 1))
    tasks = "\n".join(f"- {escape(task)}" for task in message.tasks)
    parts = [
        f"**Subject: {escape(message.subject)}**",
        escape(message.opening),
        escape(message.understood),
        tasks,
        items,
        escape(" ".join(message.closing)),
        escape(message.signature),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _LEADING.sub(r"\1\\\2", _INLINE.sub(r"\\\1", text))
