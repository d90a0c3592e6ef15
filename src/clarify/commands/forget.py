"""`clarify forget`"""

from contextlib import suppress

import typer

from clarify.commands.session import Workplace
from clarify.commands.shared import Json, NoInput, Words, Yes, choose, print_json
from clarify.errors import ClarifyError, DamagedFile, NoSuchBrief
from clarify.show import terminal


def run(
    ctx: typer.Context, brief: Words = None, yes: Yes = False, as_json: Json = False, no_input: NoInput = False
) -> None:
    """Remove a brief for good: the file, and every copy that undo has. This can't be undone."""
    place: Workplace = ctx.obj
    place.despite_settings()
    known = brief if brief and place.store.is_remembered(brief) else None
    slug = known or choose(place, brief, no_input=no_input)
    if not yes:
        if no_input or not terminal.can_ask():
            raise ClarifyError(f"This removes “{slug}” for good. Say so with --yes.")
        answer = terminal.ask_line(f"Remove “{slug}” and every copy of it for good?", "y: yes · Enter: no")
        if answer.strip().lower() not in ("y", "yes"):
            terminal.tell("Nothing was removed.")
            return
    others = _others(place, slug)
    place.store.forget(slug)
    if as_json:
        print_json({"forgotten": slug})
    else:
        left = f"The message it came in is kept with {', '.join(others)}." if others else "Nothing of it is left here."
        terminal.tell(f"Forgotten: {slug}. {left}")


def _others(place: Workplace, slug: str) -> list[str]:
    """The briefs of the same hand-off, which keep that too."""
    with suppress(NoSuchBrief, DamagedFile):
        brief = place.store.load(slug).brief
        return [other for other in brief.together if other != slug and place.store.path(other)]
    # What it came with stood in its file: without that, the others know.
    found, _ = place.store.summaries(closed=True, fits=lambda other: slug in other.together)
    return [other.slug for other in found if other.slug != slug]
