"""The options that mean the same in every command, and shell completion."""

from typing import Annotated

import typer

from clarify.commands.session import Session, open_session
from clarify.text import clean


def complete_slug(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of an open brief's name."""
    return _slugs(ctx, incomplete, closed=False)


def complete_closed(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of a closed brief's name."""
    return _slugs(ctx, incomplete, closed=True)


def _slugs(ctx: typer.Context, incomplete: str, *, closed: bool) -> list[str]:
    slugs = _session(ctx).store.slugs(closed=closed)
    return [slug for slug in slugs if slug.startswith(incomplete) and clean(slug) == slug]


def complete_leader(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of a leader's name."""
    return [name for name in _session(ctx).known_leaders() if name.lower().startswith(incomplete.lower())]


def complete_key(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of `KEY=`: the questions of the default set."""
    keys = _session(ctx).catalog.questions("handoff").names
    return [f"{key}=" for key in keys if key.startswith(incomplete)]


def complete_format(incomplete: str) -> list[str]:
    """Shell completion of a format's name."""
    from clarify.write.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def _session(ctx: typer.Context) -> Session:
    session = ctx.find_root().obj
    return session if isinstance(session, Session) else open_session()  # completion runs no callback


_BRIEF = "A beginning of its name, or of a word in it."
Words = Annotated[str | None, typer.Argument(metavar="BRIEF", help=_BRIEF, autocompletion=complete_slug)]
ClosedWords = Annotated[str | None, typer.Argument(metavar="BRIEF", help=_BRIEF, autocompletion=complete_closed)]
Alone = Annotated[bool, typer.Option("--alone", help="Without those that came in the same hand-off.")]
Json = Annotated[bool, typer.Option("--json", help="Print an object for scripts.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Never ask.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Answer yes to what would be asked.")]
Leader = Annotated[
    str | None, typer.Option("--leader", metavar="NAME", help="Who gave the work.", autocompletion=complete_leader)
]
