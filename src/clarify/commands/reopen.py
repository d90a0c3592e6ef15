"""`clarify reopen`"""

import typer

from clarify.brief.life import reopened
from clarify.commands.options import ClosedWords, Json, NoInput, Yes
from clarify.commands.session import Session


def run(
    ctx: typer.Context, brief: ClosedWords = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """Take up what was done or dropped, where it stood before."""
    session: Session = ctx.obj
    slug = session.choose(brief, no_input=no_input, closed=True)
    changed = session.store.change(slug, "reopen", lambda brief: reopened(brief, session.now))
    said = f"Open again, as {changed.status}. `clarify show {session.short(slug)}` shows it."
    session.show_changed(changed, said, as_json)
