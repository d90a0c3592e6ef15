"""`clarify show`"""

import sys

import typer

from clarify import terminal
from clarify.commands.shared import Json, NoInput, Words, choose, load, print_json
from clarify.screens import full, show_screen
from clarify.workplace import Workplace


def run(ctx: typer.Context, brief: Words = None, as_json: Json = False, no_input: NoInput = False) -> None:
    """One brief: its answers and where each came from, the hand-off, what happened."""
    place: Workplace = ctx.obj
    slug = choose(place, brief, no_input=no_input)
    found = load(place, slug)
    path = place.store.path(slug) or place.home
    if as_json:
        print_json(full(found, path))
        return
    paint = terminal.paint_for(sys.stdout)
    questions = place.questions_of(found)
    terminal.write(show_screen(found, path, questions, place.now, terminal.width_of(), paint))
