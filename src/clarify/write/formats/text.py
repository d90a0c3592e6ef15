"""Plain text: to be pasted into an e-mail."""

from clarify.write.message import Message


def render(message: Message) -> str:
    """`Subject: …`, a blank line, the body; ends with a newline."""
    return "\n\n".join([f"Subject: {message.subject}", *message.paragraphs]) + "\n"
