"""How briefs look at a terminal: one, a list of them, and what wants attention."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from clarify.ask.answers import STANDINGS, describe
from clarify.brief import Brief, Event, Standing, Status
from clarify.brief.summary import Summary, summary_of
from clarify.moments import DAYS, at, clock, how_far, in_full, in_short, zone_of
from clarify.show import console, tables
from clarify.show.columns import cut
from clarify.show.tables import Cell, Section
from clarify.text import one_line, shorten


def due_words(due: datetime | None, now: datetime) -> str:
    """`Thu 17:00, in 2 days`, or `no deadline`."""
    return f"{in_short(due, now)}, {how_far(due, now)}" if due else "no deadline"


def since_words(moment: datetime, now: datetime) -> str:
    """`since 10:06`, `since Wed`, `since 3 Nov`."""
    if moment.date() == now.date():
        return f"since {clock(moment)}"
    if (now - moment).days < 6:
        return f"since {DAYS[moment.weekday()]}"
    return f"since {in_full(moment, now).split(',')[0].partition(' ')[2]}"


def state_words(brief: Summary, now: datetime) -> list[str]:
    """Where it stands, in a few words each: waiting on whom since when, what is open, what is a guess."""
    if brief.status == Status.SENT and brief.sent is not None:
        since = since_words(at(brief.sent, zone_of(now)), now)
        words = [f"waiting on {brief.first_name or 'an answer'} {since}"]
    elif brief.asking:
        words = ["not finished"]
    else:
        words = ["not sent" if brief.status == Status.DRAFT else brief.status]
    if not brief.closed:
        for name, keys in (("open", brief.open), ("guess", brief.assumed)):
            if keys:
                words.append(f"{name}: {', '.join(keys)}")
    return words


def show_list(briefs: Sequence[Summary], now: datetime, *, numbered: bool = True) -> None:
    """Writes briefs: at a terminal a table of the first fifty, with their numbers; into a pipe a line each.

    `numbered`: these are the numbers that can be typed for a brief.

    The fields of a line, tabs between: name, due (ISO, or empty), status, leader, ask, what is open, what is a guess.
    """
    if not console.shows_tables():
        tables.write_lines(_lines(briefs, now))
        return
    tables.write_page(
        [Section(_rows(briefs[: tables.MOST_ROWS], now, first=int(numbered)), (4 if numbered else 1, 18, None))]
    )
    if (rest := len(briefs) - tables.MOST_ROWS) > 0:
        console.tell(f"and {rest:,} more. `clarify list WORDS` finds some; `clarify list | cat` writes all of them.")


def _lines(briefs: Sequence[Summary], now: datetime) -> Iterator[Sequence[str]]:
    zone = zone_of(now)
    dues: dict[float | None, str] = {}
    for key, brief in {brief.due: brief for brief in briefs}.items():  # many are due at the same moment: written once
        due = brief.due_at(zone)
        dues[key] = due.isoformat(timespec="seconds") if due else ""
    for b in briefs:
        yield b.slug, dues[b.due], b.status, b.leader, b.ask, ",".join(b.open), ",".join(b.assumed)


def _rows(briefs: Sequence[Summary], now: datetime, *, first: int = 0) -> list[list[Cell]]:
    """Two lines a brief: when it is due and what it is; its name, who waits for what. `first`: the first number."""
    rows: list[list[Cell]] = []
    for number, brief in enumerate(briefs, first):
        late = brief.due is not None and brief.due < now.timestamp() and not brief.closed
        due = brief.due_at(zone_of(now))
        style = "alarm" if late else "bold" if due or brief.at_once else "dim"
        when = (
            [(in_short(due, now), style), (f"\n{how_far(due, now)}", "dim")]
            if due
            else [(cut(brief.undated, 18) or "no deadline", style)]
        )
        leader = [] if brief.status == Status.SENT or not brief.leader else [f"from {one_line(brief.leader)}"]
        detail = " · ".join([brief.slug, *state_words(brief, now), *leader])
        what = [(cut(shorten(brief.ask, 40), 240), ""), (f"\n{cut(detail, 240)}", "dim")]
        rows.append([[(str(number) if first else "", "dim")], when, what])
    return rows


def show_brief(brief: Brief, path: Path, now: datetime) -> None:
    """Writes one brief: its answers with their standing, the hand-off, what happened, where the file is."""
    others = [slug for slug in brief.siblings if slug != brief.slug]
    head = [_headline(brief, now), *([f"came together with {', '.join(others)}"] if others else [])]
    tables.write_page(
        [
            Section([[[(one_line(brief.ask), "bold")]]]),
            Section([[[("\n".join(head), "dim")]]]),
            answers([row_of(brief, key, now) for key in brief.answers]),
            Section([[brief.handoff]] if brief.handoff else [], head="The hand-off"),
            Section([[in_full(event.at, now), _event(event)] for event in brief.history], (23, None), "What happened"),
        ]
    )
    console.write(f"\n{console.paint_for(sys.stdout)(str(path), 'dim')}\n")  # never broken, so that it can be copied


def _headline(brief: Brief, now: datetime) -> str:
    origin = [f"from {one_line(brief.leader)}" if brief.leader else "leader not known yet"]
    return " · ".join([brief.slug, *origin, state_words(summary_of(brief), now)[0]])


def _event(event: Event) -> str:
    note = event.subject or event.note
    return f"{event.what}: {note}" if note else event.what


class Row(NamedTuple):
    """An answer as it is shown: its name, its words, its standing, and the leader's own words where they are others."""

    name: str
    words: str
    standing: Standing | None = None
    quote: str = ""


def answers(rows: Sequence[Row], *, numbered: bool = False) -> Section:
    """Answers, each with its standing in words and colour; `numbered`: and with its number."""
    cells: list[list[Cell]] = []
    for number, row in enumerate(rows, 1):
        standing = STANDINGS[row.standing] if row.standing else ""
        words: Cell = [(row.words, ""), (f"\n{row.quote}" if row.quote else "", "dim")]
        told: Cell = [(standing, console.STANDING_STYLES.get(standing, ""))]
        cells.append([*([[(str(number), "dim")]] if numbered else []), row.name, words, told])
    return Section(cells, (*((3,) if numbered else ()), 18, None, 10))


def row_of(brief: Brief, key: str, now: datetime, *, asked: bool = True) -> Row:
    """An answer (or the ask, or the leader) as a row; `asked`: the message asks about it, where it is open."""
    if key == "ask":
        return Row(key, one_line(brief.ask))
    if key == "leader":
        return Row(key, one_line(brief.leader or "") or "not known yet")
    answer = brief.answers[key]
    text = shorten(describe(answer, now), 40) if answer.value else f"you ask {brief.first_name or 'them'}"
    if not answer.value and not asked:
        text = "not asked: three questions are enough, so you propose something"
    quote = one_line(answer.quote)
    other = quote if quote != one_line(answer.value) else ""
    return Row(key, text, answer.standing, f"“{other}”" if other else "")


_GROUPS = {
    "overdue": (
        "Overdue",
        "Say so now, and name a new date: `clarify edit {slug} deadline=…`, or `clarify done {slug}`.",
    ),
    "due": ("Due today or on the next working day", "Finished? `clarify done {slug}`."),
    "waiting": ("No answer yet", "Ask again: `clarify export {slug} --copy`. They answered? `clarify confirm {slug}`."),
    "unsent": ("Not sent yet", "Send it: `clarify export {slug} --copy`, then `clarify sent {slug}`."),
}


def show_today(groups: Mapping[str, Sequence[Summary]], now: datetime, short: Callable[[str], str]) -> None:
    """Writes the groups that are not empty, each with what to do about its first; `short`: what to type for a brief.

    Into a pipe go the fields of a list, behind the name of the group.
    """
    if not console.shows_tables():
        tables.write_lines([(name, *line) for name, briefs in groups.items() for line in _lines(briefs, now)])
        return
    sections = []
    for name, briefs in groups.items():
        if briefs:
            style = "alarm" if name == "overdue" else "bold"
            sections.append(Section(_rows(briefs[: tables.MOST_ROWS], now), (1, 18, None), _GROUPS[name][0], style))
            hint = _hint(name, briefs[0]).format(slug=short(briefs[0].slug))
            sections.append(Section([[[(hint, "dim")]]]))
    tables.write_page(sections)


def _hint(name: str, brief: Summary) -> str:
    """What to do about the first brief of a group: before anything else, what was not sent is to be sent."""
    if brief.asking:
        return "{slug} is not finished: `clarify new` goes on with it."
    return _GROUPS["unsent" if brief.status == Status.DRAFT else name][1]
