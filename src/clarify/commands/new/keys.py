"""What is typed at every prompt of `clarify new`: an answer, or a word for the program itself."""

from clarify.ask.prompt import Prompt
from clarify.errors import Interrupted
from clarify.show import ask, console

HINT = "Enter: not said, I'll ask · ? at the end: my guess · <: back · Ctrl-C: stop"
_HELP = """\
Enter          what stands behind “Enter:”, else: not said, ask them
?              not said, ask them
Friday?        with a question mark at the end: my guess
b              suggestion b) as my guess (b!: they said so)
<              back to the question before
3              at the card: change answer 3 (3 Friday: answers it, 3?: a guess)
Ctrl-C, quit   stops; what you answered is kept"""


def answer(prompt: Prompt, *, fresh: bool = False) -> str:
    """What was typed; `help` shows the keys and asks again. Raises Interrupted on Ctrl-C, and for `quit` and `exit`."""
    while (word := (text := ask.ask(prompt, fresh=fresh)).strip().lower()) == "help":
        console.hint(_HELP)
    if word in ("quit", "exit"):
        raise Interrupted("Stopped.")
    return text
