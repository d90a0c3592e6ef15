"""Plain text: to be pasted into an e-mail."""

from clarify.brief import Brief
from clarify.write.messages import Message


def render(message: Message, brief: Brief) -> str:
    """`Subject: …`, a blank line, the body; ends with a newline."""
    return "\n\n".join([f"Subject: {message.subject}", *message.paragraphs]) + "\n"
