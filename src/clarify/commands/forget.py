"""`clarify forget`"""

from contextlib import suppress

import typer

from clarify.commands.options import Json, NoInput, Words, Yes
from clarify.commands.session import Session
from clarify.errors import ClarifyError, DamagedFile, NoSuchBrief
from clarify.show import ask, console
from clarify.show.json import print_json
from clarify.text import clean


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """Remove a brief for good: the file, and every copy that undo has. This can't be undone."""
    session: Session = ctx.obj
    session.despite_settings()
    known = brief if brief and session.store.is_remembered(brief) else None
    # Numbers change from day to day, and this can't be undone: they are taken only where it asks.
    slug = known or session.choose(brief, no_input=no_input, numbers=not yes)
    if not yes:
        if no_input or not ask.can_ask():
            raise ClarifyError(f"This removes “{slug}” for good. Say so with --yes.")
        if not ask.confirm(f"Remove “{slug}” and every copy of it for good?"):
            console.tell("Nothing was removed.")
            return
    others = _others(session, slug)
    outside = session.store.forget(slug)
    if as_json:
        print_json({"forgotten": slug, **({"left": str(outside)} if outside else {})})
    else:
        left = f"The message it came in is kept with {', '.join(others)}." if others else "Nothing of it is left here."
        link = f" It was a link; the file that it led to stays where it is: {outside}." if outside else ""
        console.tell(clean(f"Forgotten: {slug}. {left}{link}"))


def _others(session: Session, slug: str) -> list[str]:
    """The briefs of the same hand-off, which keep that too."""
    with suppress(NoSuchBrief, DamagedFile):
        brief = session.store.load(slug).brief
        return [other for other in brief.siblings if other != slug and session.store.path(other)]
    # What it came with stood in its file: without that, the others know.
    found, _ = session.store.summaries(closed=True, fits=lambda other: slug in other.siblings)
    return [other.slug for other in found if other.slug != slug]
