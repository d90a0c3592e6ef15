"""`clarify show`"""

import sys

import typer

from clarify.commands.session import Workplace
from clarify.commands.shared import Json, NoInput, Words, choose, noted, print_json, tell_mistakes
from clarify.show import terminal
from clarify.show.screens import full, show_screen


def run(ctx: typer.Context, brief: Words = None, as_json: Json = False, no_input: NoInput = False) -> None:
    """One brief: its answers and where each came from, the hand-off, what happened."""
    place: Workplace = ctx.obj
    mistakes = place.despite_settings()
    loaded = place.store.load(choose(place, brief, no_input=no_input))
    found = noted(place, loaded)
    if as_json:
        print_json(full(found, loaded.path))
    else:
        paint = terminal.paint_for(sys.stdout)
        questions = place.questions_of(found)
        terminal.write(show_screen(found, loaded.path, questions, place.now, terminal.width_of(), paint))
    if mistakes:
        tell_mistakes(mistakes)
        raise typer.Exit(1)
