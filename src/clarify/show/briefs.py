"""How briefs look at a terminal: one, a list of them, and what wants attention."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clarify.ask.answers import STANDINGS, in_words
from clarify.brief import Brief, Event, Standing, Status
from clarify.brief.summary import Summary, summary_of
from clarify.moments import DAYS, at, clock, how_far, in_full, in_short, zone_of
from clarify.show import console
from clarify.show.columns import cut, fit, width, wrap
from clarify.show.console import Paint
from clarify.text import one_line, shorten

if TYPE_CHECKING:
    from clarify.ask.questions import QuestionSet

_WIDEST = 96
"""Columns beyond which a standing would stand too far from its answer."""


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


def show_list(briefs: Sequence[Summary], now: datetime) -> None:
    """Writes two lines a brief: when it is due and what it is; who waits for what, and its name."""
    console.write(_list(briefs, now, console.width_of(), console.paint_for(sys.stdout)))


def _list(briefs: Sequence[Summary], now: datetime, columns: int, paint: Paint) -> str:
    # Many are due at the same moment, so what is said of it is made once.
    dues = {brief.due: brief for brief in briefs}
    words = {due: due_words(brief.due_at(zone_of(now)), now) for due, brief in dues.items()}
    left = min(max(map(width, words.values())), columns // 2)
    cells = {due: fit(text, left) for due, text in words.items()}
    passed = now.timestamp()
    room = max(8, columns - left - 3)
    lines = []
    for brief in briefs:
        late = brief.due is not None and brief.due < passed and not brief.closed
        when = paint(cells[brief.due], "alarm" if late else "bold" if brief.due is not None else "dim")
        leader = [] if brief.status == Status.SENT or not brief.leader else [f"from {one_line(brief.leader)}"]
        detail = _as_fits([*state_words(brief, now), *leader, brief.slug], room)
        lines.append(f"{when}  {cut(brief.ask, room)}\n{' ' * left}  {paint(detail, 'dim')}\n")
    return "".join(lines)


def _as_fits(parts: Sequence[str], room: int) -> str:
    """The parts that fit beside each other, the first of them in any case."""
    line, left = parts[0], room - width(parts[0])
    for part in parts[1:]:
        if width(part) + 3 <= left:
            line += f" · {part}"
            left -= width(part) + 3
    return line if left >= 0 else cut(line, room)


def show_brief(brief: Brief, path: Path, questions: "QuestionSet", now: datetime) -> None:
    """Writes one brief: its answers with their standing, the hand-off, what happened, where the file is."""
    columns, paint = console.width_of(), console.paint_for(sys.stdout)
    head = [_headline(brief, now)]
    if others := [slug for slug in brief.siblings if slug != brief.slug]:
        head.append(f"came together with {', '.join(others)}")
    sections = [
        "\n".join(paint(line, "bold") for line in wrap(one_line(brief.ask), columns)),
        "\n".join(paint(line, "dim") for line in wrap("\n".join(head), columns)),
        "\n".join(laid_out([row_of(brief, key, questions, now) for key in brief.answers], columns, paint)),
    ]
    if brief.handoff:
        quoted = [f"  {line}" for line in wrap(brief.handoff, max(10, columns - 3))]
        sections.append("\n".join([paint("The hand-off", "bold"), *quoted]))
    if brief.history:
        rows = [_event_row(event, now, columns) for event in brief.history]
        sections.append("\n".join([paint("What happened", "bold"), *rows]))
    sections.append(paint(str(path), "dim"))
    console.write("\n\n".join(section for section in sections if section) + "\n")


def _headline(brief: Brief, now: datetime) -> str:
    origin = [f"from {one_line(brief.leader)}" if brief.leader else "leader not known yet"]
    return " · ".join([brief.slug, *origin, state_words(summary_of(brief), now)[0]])


def _event_row(event: Event, now: datetime, columns: int) -> str:
    note = event.subject or event.note
    words = f"{event.what}: {note}" if note else event.what
    return f"  {in_full(event.at, now):<20} {cut(words, max(10, columns - 24))}"


Row = tuple[str, str, Standing | None, str]
"""A label, the answer in words, its standing, and the leader's own words where they are others."""


def laid_out(rows: Sequence[Row], columns: int, paint: Paint, *, numbered: bool = False) -> list[str]:
    """The lines of a table of rows; `numbered`: each row with its number."""
    columns = min(columns, _WIDEST)
    left = min(max((width(label) for label, *_ in rows), default=0), 22)
    margin = 4 if numbered else 2
    room = max(16, columns - margin - left - 14)
    lines = []
    for number, (label, text, standing, quote) in enumerate(rows, 1):
        first, *more = wrap(text, room)
        start = f"{number:>2}  " if numbered else "  "
        name = STANDINGS[standing] if standing else ""
        tail = f"{fit(first, room)}  {paint(name, console.STANDING_STYLES[name])}" if name else first
        lines.append(f"{start}{fit(label, left)}  {tail}")
        more += [paint(line, "dim") for line in wrap(quote, room)] if quote else []
        lines += [" " * (margin + left + 2) + line for line in more]
    return lines


def row_of(brief: Brief, key: str, questions: "QuestionSet", now: datetime, *, asked: bool = True) -> Row:
    """An answer (or the ask, or the leader) as a row; `asked`: the message asks about it, where it is open."""
    label = questions.get(key).label
    if key == "ask":
        return label, one_line(brief.ask), None, ""
    if key == "leader":
        return label, one_line(brief.leader or "") or "not known yet", None, ""
    answer = brief.answers[key]
    text = shorten(in_words(answer, now), 40) if answer.value else f"you ask {brief.first_name or 'them'}"
    if not answer.value and not asked:
        text = "not asked: three questions are enough, so you propose something"
    quote = one_line(answer.quote)
    other = quote if quote != one_line(answer.value) else ""
    return label, text, answer.standing, f"“{other}”" if other else ""


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
    """Writes the groups that are not empty, each with what to do about its first; `short`: what to type for a brief."""
    columns, paint = console.width_of(), console.paint_for(sys.stdout)
    sections = []
    for name, briefs in groups.items():
        if not briefs:
            continue
        hint = _hint(name, briefs[0]).format(slug=short(briefs[0].slug))
        hints = "\n".join(wrap(hint, columns - 1))
        head = paint(_GROUPS[name][0], "alarm" if name == "overdue" else "bold")
        sections.append(f"{head}\n{_list(briefs, now, columns, paint)}{paint(hints, 'dim')}")
    console.write("\n\n".join(sections) + "\n")


def _hint(name: str, brief: Summary) -> str:
    """What to do about the first brief of a group: before anything else, what was not sent is to be sent."""
    if brief.asking:
        return "The first one is not finished: `clarify new` goes on with it."
    return _GROUPS["unsent" if brief.status == Status.DRAFT else name][1]
