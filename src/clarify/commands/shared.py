"""What several commands need: their common options, choosing a brief, and showing one."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clarify.commands.session import Workplace, open_workplace
from clarify.errors import ClarifyError, DamagedFile, NoSuchBrief
from clarify.show import terminal
from clarify.text import clean, from_argument, was_unsafe

if TYPE_CHECKING:
    from clarify.brief import Brief, Status
    from clarify.brief.summary import Summary
    from clarify.keep.store import Loaded


def complete_slug(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of an open brief's name."""
    return _completed(ctx, incomplete)


def complete_closed(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of a closed brief's name."""
    return _completed(ctx, incomplete, closed=True)


def _completed(ctx: typer.Context, incomplete: str, *, closed: bool = False) -> list[str]:
    slugs = _workplace(ctx).store.slugs(closed=closed)
    return [slug for slug in slugs if slug.startswith(incomplete) and clean(slug) == slug]


def complete_leader(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of a leader's name."""
    return [name for name in known_leaders(_workplace(ctx)) if name.lower().startswith(incomplete.lower())]


def complete_key(ctx: typer.Context, incomplete: str) -> list[str]:
    """Shell completion of `KEY=`: the questions of the default set."""
    keys = _workplace(ctx).catalog.questions("handoff").names
    return [f"{key}=" for key in keys if key.startswith(incomplete)]


def complete_format(incomplete: str) -> list[str]:
    """Shell completion of a format's name."""
    from clarify.write.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def _workplace(ctx: typer.Context) -> Workplace:
    place = ctx.find_root().obj
    return place if isinstance(place, Workplace) else open_workplace()  # completion runs no callback


Words = Annotated[
    str | None,
    typer.Argument(metavar="BRIEF", help="A beginning of its name, or of a word in it.", autocompletion=complete_slug),
]
Alone = Annotated[bool, typer.Option("--alone", help="Without those that came in the same hand-off.")]
ClosedWords = Annotated[
    str | None,
    typer.Argument(
        metavar="BRIEF", help="A beginning of its name, or of a word in it.", autocompletion=complete_closed
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print an object for scripts.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Never ask.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Answer yes to what would be asked.")]
Leader = Annotated[
    str | None, typer.Option("--leader", metavar="NAME", help="Who gave the work.", autocompletion=complete_leader)
]


NOTHING_OPEN = "No open briefs. `clarify new` begins one: it takes about a minute."
_KNOWN_CLOSED = 50
"""So many of those that were closed last are read for the names of leaders: the whole archive would take long."""


def typed(text: str) -> str:
    """Words from the command line, made safe to keep; a note says when something was taken out."""
    text = from_argument(text)
    if was_unsafe(text):
        terminal.tell("Note: control characters were taken out of what you entered.")
    return clean(text)


def choose(place: Workplace, words: str | None, *, no_input: bool = False, closed: bool = False) -> str:
    """The name of the brief that the words fit; without words, the one picked from a list at a terminal."""
    if words:
        return place.store.find(typed(words))
    if no_input or not terminal.can_ask():
        raise ClarifyError("Name a brief, such as `clarify show q3`. `clarify list` shows them.")
    from clarify.moments import in_full
    from clarify.show.screens import most_pressing

    briefs, _ = place.store.summaries(opened=not closed, closed=closed)
    if not briefs:
        raise NoSuchBrief("There is no brief to choose from. `clarify new` makes one.")
    now = place.now
    options = []
    for brief in most_pressing(briefs):
        moment = brief.due_at(place.store.zone)
        due = f"  ({in_full(moment, now)})" if moment else ""
        options.append((f"{brief.ask[:60]}{due}  {brief.slug}", brief.slug))
    return terminal.pick("Which brief?", options)


def known_leaders(place: Workplace) -> list[str]:
    """The leaders of the briefs that are open or were closed lately, the latest first."""
    briefs = place.store.summaries()[0] + place.store.latest_closed(_KNOWN_CLOSED)
    briefs.sort(key=lambda brief: brief.created, reverse=True)
    return list(dict.fromkeys(brief.leader for brief in briefs if brief.leader))


def of_leader(briefs: "Sequence[Summary]", name: str | None) -> "list[Summary]":
    """Those whose leader has this in the name; all of them where none is given."""
    wanted = typed(name).casefold() if name else ""
    return [brief for brief in briefs if wanted in brief.leader.casefold()]


def load(place: Workplace, slug: str) -> "Brief":
    """A brief; a note says when its deadline was changed by hand and how it was read."""
    return noted(place, place.store.load(slug))


def noted(place: Workplace, loaded: "Loaded") -> "Brief":
    """The brief that was loaded, with that note and those of what else she should know of its file."""
    brief = loaded.brief
    for copy in place.store.copies(brief.slug):
        terminal.tell(f"Note: “{copy}.yaml” beside it holds what another machine made of it. `clarify list` says more.")
    if brief.newer:
        terminal.tell("Note: a newer clarify wrote this brief, so this one only reads it. Update clarify to change it.")
    if loaded.reread:
        from clarify.moments import in_full

        value = brief.answers["deadline"].value
        if brief.due:
            terminal.tell(
                f"Note: the deadline was written by hand; “{value}” is read as {in_full(brief.due, place.now)}."
            )
        else:
            terminal.tell(f"Note: there is no date in “{value}”, so the message asks for one.")
    return brief


def print_json(data: Any) -> None:
    """An object for scripts, on standard output: nothing in it can act on a terminal, whatever its encoding."""
    text = json_text(data)
    terminal.write(text if terminal.can_show(text, sys.stdout) else json_text(data, ascii_only=True))


def json_text(data: Any, *, ascii_only: bool = False) -> str:
    """An object as text, with all that could act on a terminal escaped."""
    text = json.dumps(data, ensure_ascii=ascii_only, indent=2)
    return (text if clean(text) == text else json.dumps(data, indent=2)) + "\n"


def show_result(place: Workplace, brief: "Brief", said: str, as_json: bool) -> None:
    """What a command that changed a brief says: a line for a person, or the object of `show`."""
    if as_json:
        from clarify.show.screens import full

        print_json(full(brief, place.store.where(brief.slug)))
    else:
        terminal.tell(said)


def print_briefs(place: Workplace, briefs: "Sequence[Brief]") -> None:
    """The object of `show`; of several briefs a list of them."""
    from clarify.show.screens import full

    objects = [full(brief, place.store.where(brief.slug)) for brief in briefs]
    print_json(objects if len(objects) > 1 else objects[0])


def tell_mistakes(mistakes: Sequence[DamagedFile]) -> None:
    """Says what is wrong in the settings, of a command that goes on without them."""
    for problem in mistakes:
        terminal.tell(f"{clean(str(problem))} Until then the default settings are used.")


def report_damaged(damaged: Sequence[DamagedFile], *, failed: bool = False) -> None:
    """Names the files that had to be left out; then, or where something else `failed`, the command ends with 1."""
    for problem in damaged:
        terminal.tell(f"Left out: {clean(str(problem))}")
    if damaged or failed:
        sys.stdout.flush()
        raise typer.Exit(1)


def move(place: Workplace, slug: str, to: "Status", *, doing: str, said: str, as_json: bool, note: str = "") -> None:
    """Puts a brief into another status, for the commands that do just that; refuses for one that is closed."""
    from clarify.brief import Event

    def how(brief: "Brief") -> "Brief":
        refuse_closed(brief)
        return brief.moved(to, Event(place.now, str(to), note=note))

    brief = place.store.change(slug, doing, how)
    show_result(place, brief, said.format(short=place.short(slug)), as_json)


def mark_sent(place: Workplace, slugs: Sequence[str]) -> "list[Brief]":
    """Keeps what was sent with its items in their order, so that `3A` in a reply means the third item as sent.

    Several were sent in one message: each keeps all of its items, those of another as `fix-the-deck:vision`.
    """
    from clarify.brief import Event, Status

    def how(briefs: "list[Brief]") -> "list[Brief]":
        for brief in briefs:
            refuse_closed(brief)
        message = place.message(*briefs)
        marked = []
        for brief in briefs:
            items = tuple(item.key_in(brief.slug) for item in message.items)
            # What the leader has agreed to stays agreed, when they are written to once more.
            status = Status.CONFIRMED if brief.status is Status.CONFIRMED else Status.SENT
            marked.append(brief.moved(status, Event(place.now, "sent", subject=message.subject, items=items)))
        return marked

    return place.store.change_all(slugs, "sent", how)


def refuse_closed(brief: "Brief") -> None:
    """Raises where a brief is done or dropped, so that it is not moved along by mistake."""
    if brief.status.closed:
        raise ClarifyError(f"“{brief.slug}” is {brief.status} already. `clarify reopen` takes it up again.")
