"""`clarify show`"""

import typer

from clarify.commands.options import Json, NoInput, Words
from clarify.commands.session import Session
from clarify.errors import Told
from clarify.show.briefs import show_brief
from clarify.show.console import tell_mistakes
from clarify.show.json import object_of, print_json


def run(ctx: typer.Context, brief: Words = None, as_json: Json = False, no_input: NoInput = False) -> None:
    """One brief: its answers and where each came from, the hand-off, what happened."""
    session: Session = ctx.obj
    mistakes = session.despite_settings()
    loaded = session.store.load(session.choose(brief, no_input=no_input))
    found = session.noted(loaded)
    if as_json:
        print_json(object_of(found, loaded.path))
    else:
        show_brief(found, loaded.path, session.now)
    if mistakes:
        tell_mistakes(mistakes)
        raise Told
