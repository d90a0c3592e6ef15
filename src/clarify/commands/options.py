"""The options that mean the same in every command, and shell completion."""

from collections.abc import Sequence
from typing import Annotated, Literal
from unicodedata import normalize

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
    return _beginning(incomplete, [slug for slug in slugs if clean(slug) == slug])


def _beginning(incomplete: str, names: Sequence[str]) -> list[str]:
    """The names that begin like this, with accents in the form in which they were typed: shells compare bytes."""
    form: Literal["NFC", "NFD"] = "NFC" if normalize("NFC", incomplete) == incomplete else "NFD"
    return [shown for name in names if (shown := normalize(form, name)).startswith(incomplete)]


def complete_leader(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of a leader's name."""
    return _beginning(incomplete, _session(ctx).known_leaders())


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
