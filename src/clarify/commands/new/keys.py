"""What is typed at every prompt of `clarify new`: an answer, or a word for the program itself."""

from clarify.ask.prompt import Prompt
from clarify.errors import Interrupted
from clarify.show import ask, console

HINT = "Enter: not said, you'll ask them · ? at the end: your guess · <: back · help"
_HELP = """\
Enter          they did not say: you'll ask them (or what stands behind “Enter:”)
Friday         they said so
Friday?        your guess; ? alone: you'll ask them
b              suggestion b) as your guess (b!: they said so)
<              back to the question before
3              at the card: change answer 3 (3 Friday: answers it; 3?: makes it
               your guess, or said again)
quit, Ctrl-C   stops; what you answered is kept"""


def answer(prompt: Prompt, *, fresh: bool = False) -> str:
    """What was typed; `help` shows the keys and asks again. Raises Interrupted on Ctrl-C, and for `quit` and `exit`."""
    while (word := (text := ask.ask(prompt, fresh=fresh)).strip().lower()) == "help":
        console.hint(_HELP)
    if word in ("q", "quit", "exit"):
        raise Interrupted("Stopped.")
    return text
