"""What is said beside a message before it goes out."""

from clarify.write.message import Message


def remarks_on(message: Message) -> list[str]:
    """What the owner should know of a message: that none is needed, or that not every point found room."""
    remarks = []
    if not message.needed:
        remarks.append("Nothing is open or assumed, so no message is needed. Here is one all the same.")
    if message.left_out:
        points = "one point is" if message.left_out == 1 else f"{message.left_out} points are"
        remedy = "Send fewer tasks at once, or ask" if message.tasks else "Ask"
        remarks.append(f"That is a lot for one message: {points} not in it. {remedy} about the rest later.")
    return remarks
