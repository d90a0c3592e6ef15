"""How briefs look: on a screen, and as the objects that scripts rely on. Pure: values in, text out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clarify.ask.answers import STANDINGS, STYLES, in_words
from clarify.brief import Brief, Standing, Status
from clarify.brief.summary import Summary, summary_of
from clarify.moments import DAYS, Conventions, at, clock, half_way, how_far, in_full, in_short, zone_of
from clarify.text import cut, fit, one_line, shorten, width, wrap

if TYPE_CHECKING:
    from clarify.ask.interview import Point
    from clarify.ask.questions import QuestionSet
    from clarify.write.message import Message

Paint = Callable[[str, str], str]
"""Text and the name of a style to the text in that style."""
_WIDEST = 96
"""Columns beyond which a standing would stand too far from its answer."""


def full(brief: Brief, path: Path) -> dict[str, Any]:
    """The object of `show --json`."""
    data = brief.to_data()
    short = summary_of(brief, path.parent).to_data(zone_of(brief.created))
    more = {"handoff": brief.handoff, "history": data["history"], "together": list(brief.together)}
    return {**short, "answers": data["answers"], **more}


def most_pressing(briefs: Iterable[Summary]) -> list[Summary]:
    """In the order in which they are due, without a deadline last, the older first; closed ones behind open ones."""
    return sorted(briefs, key=lambda b: (b.closed, b.due is None, b.due or 0, b.created, b.slug))


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


def list_screen(briefs: Sequence[Summary], now: datetime, columns: int, paint: Paint) -> str:
    """Two lines a brief: when it is due and what it is; who waits for what, and its name."""
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


def show_screen(brief: Brief, path: Path, questions: "QuestionSet", now: datetime, columns: int, paint: Paint) -> str:
    """One brief, for a person: its answers with their standing, the hand-off, what happened, where the file is."""
    head = [_headline(brief, now)]
    if others := [slug for slug in brief.together if slug != brief.slug]:
        head.append(f"came together with {', '.join(others)}")
    sections = [
        "\n".join(paint(line, "bold") for line in wrap(one_line(brief.ask), columns)),
        "\n".join(paint(line, "dim") for line in wrap("\n".join(head), columns)),
        "\n".join(answer_rows(brief, questions, now, columns, paint)),
    ]
    if brief.handoff:
        quoted = [f"  {line}" for line in wrap(brief.handoff, max(10, columns - 3))]
        sections.append("\n".join([paint("The hand-off", "bold"), *quoted]))
    if brief.history:
        rows = [_event_row(event, now, columns) for event in brief.history]
        sections.append("\n".join([paint("What happened", "bold"), *rows]))
    sections.append(paint(str(path), "dim"))
    return "\n\n".join(section for section in sections if section) + "\n"


def _headline(brief: Brief, now: datetime) -> str:
    origin = [f"from {one_line(brief.leader)}" if brief.leader else "leader not known yet"]
    return " · ".join([brief.slug, *origin, state_words(summary_of(brief), now)[0]])


def _event_row(event: Any, now: datetime, columns: int) -> str:
    note = event.subject or event.note
    words = f"{event.what}: {note}" if note else event.what
    return f"  {in_full(event.at, now):<20} {cut(words, max(10, columns - 24))}"


def answer_rows(brief: Brief, questions: "QuestionSet", now: datetime, columns: int, paint: Paint) -> list[str]:
    """The answers, a label and a standing each."""
    return _laid_out([_row(brief, key, questions, now) for key in brief.answers], columns, paint)


def point_rows(
    briefs: Sequence[Brief],
    points: Sequence["Point"],
    questions: "QuestionSet",
    message: "Message",
    now: datetime,
    columns: int,
    paint: Paint,
) -> list[str]:
    """What can be changed on the card, each with its number; of what is open, whether the message asks for it."""
    rows = []
    for point in points:
        brief = briefs[point.places[0]]
        of_it = [item for item in message.items if item.key == point.key and item.key_in(brief.slug) == item.key]
        rows.append(_row(brief, point.key, questions, now, asked=any("?" in item.text for item in of_it)))
    return _laid_out(rows, columns, paint, numbered=True)


Row = tuple[str, str, Standing | None, str]
"""A label, the answer in words, its standing, and the leader's own words where they are others."""


def _laid_out(rows: Sequence[Row], columns: int, paint: Paint, *, numbered: bool = False) -> list[str]:
    columns = min(columns, _WIDEST)
    left = min(max((width(label) for label, *_ in rows), default=0), 22)
    margin = 4 if numbered else 2
    room = max(16, columns - margin - left - 14)
    lines = []
    for number, (label, text, standing, quote) in enumerate(rows, 1):
        first, *more = wrap(text, room)
        start = f"{number:>2}  " if numbered else "  "
        name = STANDINGS[standing] if standing else ""
        tail = f"{fit(first, room)}  {paint(name, STYLES[name])}" if name else first
        lines.append(f"{start}{fit(label, left)}  {tail}")
        more += [paint(line, "dim") for line in wrap(quote, room)] if quote else []
        lines += [" " * (margin + left + 2) + line for line in more]
    return lines


def point_labels(
    briefs: Sequence[Brief], points: Sequence["Point"], questions: "QuestionSet", columns: int
) -> list[str]:
    """The same in short: the number and the label of each, with a sign for a guess and for what is open."""
    signs = {Standing.ASSUMED: " (guess)", Standing.OPEN: " (open)"}
    lines: list[list[str]] = [[]]
    for number, point in enumerate(points, 1):
        brief = briefs[point.places[0]]
        answer = brief.answers.get(point.key)
        label = questions.get(point.key).label
        if point.key == "ask" and len(briefs) > 1:
            lines.append([])  # a line a task
            label = cut(brief.ask, max(8, columns // 4))
        text = f"{number} {label}{signs.get(answer.standing, '') if answer else ''}"
        lines[-1].append(text.replace(" ", "\u00a0"))
    return [row for line in lines if line for row in wrap("   ".join(line), columns - 1)]


def _row(brief: Brief, key: str, questions: "QuestionSet", now: datetime, *, asked: bool = True) -> Row:
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


def message_screen(message: str, columns: int, paint: Paint) -> str:
    """A message between two rules, wrapped for the screen."""
    rule = paint("─" * min(columns - 1, 76), "dim")
    lines = [line for paragraph in message.rstrip("\n").split("\n") for line in wrap(paragraph, min(columns - 1, 76))]
    return "\n".join([rule, *lines, rule])


def today_groups(briefs: Iterable[Summary], now: datetime, conventions: Conventions) -> dict[str, list[Summary]]:
    """What wants attention, each brief once: overdue, due by the end of the next working day, waiting, not sent."""
    soon = conventions.working_day_after(now.date())
    groups: dict[str, list[Summary]] = {"overdue": [], "due": [], "waiting": [], "unsent": []}
    for brief in most_pressing(briefs):
        due = brief.due_at(zone_of(now))
        if due and due < now:
            groups["overdue"].append(brief)
        elif due and due.date() <= soon:
            groups["due"].append(brief)
        elif brief.status == Status.SENT and brief.sent is not None:
            if now >= nudge_at(at(brief.sent, zone_of(now)), due, conventions):
                groups["waiting"].append(brief)
        elif brief.status == Status.DRAFT:
            groups["unsent"].append(brief)
    return groups


def nudge_at(sent: datetime, due: datetime | None, conventions: Conventions) -> datetime:
    """When an unanswered message is worth a reminder: half-way to the deadline, without one after a working day."""
    if due and due > sent:
        return half_way(sent, due, conventions)
    following = conventions.working_day_after(sent.date())
    return sent.replace(year=following.year, month=following.month, day=following.day)


_GROUPS = {
    "overdue": (
        "Overdue",
        "Say so now, and name a new date: `clarify edit {slug} deadline=…`, or `clarify done {slug}`.",
    ),
    "due": ("Due today or on the next working day", "Finished? `clarify done {slug}`."),
    "waiting": ("No answer yet", "Ask again: `clarify export {slug} --copy`. They answered? `clarify confirm {slug}`."),
    "unsent": ("Not sent yet", "Send it: `clarify export {slug} --copy`, then `clarify sent {slug}`."),
}


def today_screen(
    groups: Mapping[str, Sequence[Summary]],
    now: datetime,
    columns: int,
    paint: Paint,
    short: Callable[[str], str],
) -> str:
    """The groups that are not empty, each with what to do about its first brief; `short` tells what to type for it."""
    sections = []
    for name, briefs in groups.items():
        if not briefs:
            continue
        hint = _hint(name, briefs[0]).format(slug=short(briefs[0].slug))
        hints = "\n".join(wrap(hint, columns - 1))
        head = paint(_GROUPS[name][0], "alarm" if name == "overdue" else "bold")
        sections.append(f"{head}\n{list_screen(briefs, now, columns, paint)}{paint(hints, 'dim')}")
    return "\n\n".join(sections) + "\n"


def _hint(name: str, brief: Summary) -> str:
    """What to do about the first brief of a group: before anything else, what was not sent is to be sent."""
    if brief.asking:
        return "The first one is not finished: `clarify new` goes on with it."
    return _GROUPS["unsent" if brief.status == Status.DRAFT else name][1]


def no_message_needed(message: "Message") -> str:
    """What to say where nothing is open or assumed; empty otherwise."""
    return "" if message.needed else "Nothing is open or assumed, so no message is needed. Here is one all the same."


def left_out(message: "Message") -> str:
    """What to say where not every point found room."""
    number = message.left_out
    points = "one point is" if number == 1 else f"{number} points are"
    remedy = "Send fewer tasks at once, or ask" if message.tasks else "Ask"
    return f"That is a lot for one message: {points} not in it. {remedy} about the rest later."
