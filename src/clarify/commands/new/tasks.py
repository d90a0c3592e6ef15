"""Several tasks in one hand-off, shown to the person: a brief of each, one for all of them, or only some of them."""

import re
from collections.abc import Sequence

from clarify.ask.found import Found
from clarify.ask.prompt import BACK, Choice, Echo, Prompt, pick
from clarify.ask.tasks import EACH, ONE, usual
from clarify.commands.new.keys import answer
from clarify.show import ask, console
from clarify.show.columns import cut

_LINES_BELOW = 9
_CHOICES = {EACH: Choice("a brief of each"), ONE: Choice("one brief for all of them")}


def ask_which(found: Sequence[Found]) -> tuple[Sequence[Found], str]:
    """Shows the tasks, and asks what to make of them: those that the person takes, and EACH or ONE."""
    _show(found)
    while True:
        enter = usual(found)
        text = answer(_prompt(found, _CHOICES[enter])).strip().lower()
        picked = pick(list(_CHOICES.values()), text)
        if not text or picked:
            how = next(how for how, choice in _CHOICES.items() if choice.text == picked.value) if picked else enter
            ask.show_echo(Echo("Tasks", _CHOICES[how].text))
            return found, how
        numbers = [int(number) for number in re.findall(r"\d{1,3}", text)]
        if not re.fullmatch(r"[\d\s,.;&+]+|[\d\s,]+and\s+\d+", text) or not all(1 <= n <= len(found) for n in numbers):
            told = "This is the first question." if text == BACK else "Type a, b, or the numbers of those you take."
            ask.show_echo(Echo("", told))
            continue
        found = [found[number - 1] for number in dict.fromkeys(numbers)]
        if len(found) == 1:
            return found, ONE
        _show(found)


def _prompt(found: Sequence[Found], enter: Choice) -> Prompt:
    example = "1 3" if len(found) > 2 else "2"
    return Prompt(
        "",
        "A brief of each, or one for all of them?",
        why=f"One message goes out either way. Numbers take only some of them: {example}",
        choices=tuple(_CHOICES.values()),
        default=enter.text,
    )


def _show(found: Sequence[Found]) -> None:
    """The tasks with their numbers, as many as there is room for."""
    room = max(3, console.height_of() - _LINES_BELOW)
    shown = len(found) if len(found) <= room else room - 1
    console.tell(f"{len(found)} tasks:")
    for number, one in enumerate(found[:shown], 1):
        console.tell(f"  {number:>2}  {cut(one['ask'].value, console.width_of() - 8)}")
    if shown < len(found):
        console.tell(f"      and {len(found) - shown} more")
