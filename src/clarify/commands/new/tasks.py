"""Several tasks in one hand-off: a brief of each, one for all of them, or only some of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from clarify.ask.found import Found
from clarify.ask.interview import BACK, Choice, Echo, Interview, Part, Prompt, joined, pick, without_ask
from clarify.brief import Brief
from clarify.commands.intake import EACH, ONE, find_each, read_as_said
from clarify.commands.session import Workplace
from clarify.show import terminal
from clarify.text import cut

if TYPE_CHECKING:
    from clarify.read.handoff import Handoff

_FEW = 4
"""Up to so many tasks, Enter makes a brief of each: more would be too many questions for one sitting."""
_LINES_BELOW = 9
_EACH, _ALL = Choice("a brief of each"), Choice("one brief for all of them")


def choose_tasks(place: Workplace, lead: Interview, read: "Handoff", how: str) -> Interview:
    """The interview about the tasks of a hand-off as the person wants it; `how`: what an option said of it."""
    found: Sequence[Found] = find_each(place, lead.briefs[0].handoff, read)
    if not how:
        found, how = _ask(found)
    return made(lead, found, how)


def by_default(place: Workplace, lead: Interview, read: "Handoff") -> Interview:
    """The interview as a bare Enter makes it."""
    found = find_each(place, lead.briefs[0].handoff, read)
    return made(lead, found, EACH if len(found) <= _FEW else ONE)


def made(lead: Interview, found: Sequence[Found], how: str) -> Interview:
    """The interview about these tasks; `lead` holds what was given as options."""
    if len(found) > 1 and how == EACH:
        return lead.split(sorted(found, key=_due))
    if len(found) > 1:
        lead.briefs = [replace(lead.briefs[0], ask=_ask_for_all(found))]
    lead.offer(found[0] if len(found) == 1 else _found_for_all(found))
    return lead


def _due(found: Found) -> float:
    """When a task is due, to begin with the most pressing; without a date it comes last."""
    due = found["deadline"].due if "deadline" in found else None
    return due.timestamp() if due else float("inf")


def _ask_for_all(found: Sequence[Found]) -> str:
    """The tasks in one sentence; where they are due at different moments, each with its own."""
    dues = [one["deadline"].value if "deadline" in one else "" for one in found]
    with_due = len({due for due in dues if due}) > 1
    return joined([f"{one['ask'].value} {due if with_due else ''}" for one, due in zip(found, dues, strict=True)])


def _found_for_all(found: Sequence[Found]) -> Found:
    """What is found for any of them, the first first; of several deadlines the earliest."""
    answers = {key: answer for one in reversed(found) for key, answer in without_ask(one).items()}
    dated = [answer for one in found if (answer := one.get("deadline")) and answer.due]
    if dated:
        earliest = min(dated, key=lambda answer: answer.due.timestamp() if answer.due else 0)
        of_the_first = f"{earliest.value}, for the first of them"
        several = len({answer.due for answer in dated}) > 1
        answers["deadline"] = replace(earliest, value=of_the_first, read_from=of_the_first) if several else earliest
    return answers


def parts_of(place: Workplace, drafts: Sequence[Brief]) -> list[Part]:
    """The tasks of a hand-off whose interview stopped half-way, in their order of work."""
    read, _ = read_as_said(place, drafts[0].handoff)
    by_ask = {one["ask"].value: one for one in find_each(place, drafts[0].handoff, read)} if read.tasks else {}
    return [Part(draft, without_ask(by_ask.get(draft.ask, {}))) for draft in drafts]


# ---- asking


def _ask(found: Sequence[Found]) -> tuple[Sequence[Found], str]:
    """Shows the tasks, and asks what to make of them; numbers take only some."""
    _show(found)
    while True:
        first = _EACH if len(found) <= _FEW else _ALL
        text = terminal.ask(_prompt(found, first)).strip().lower()
        picked = pick([_EACH, _ALL], text)
        if not text or picked:
            value = picked.value if picked else first.text
            terminal.show_echo(Echo("Tasks", value))
            return found, EACH if value == _EACH.text else ONE
        numbers = [int(number) for number in re.findall(r"\d{1,3}", text)]
        if not re.fullmatch(r"[\d\s,.;&+]+|[\d\s,]+and\s+\d+", text) or not all(1 <= n <= len(found) for n in numbers):
            told = "This is the first question." if text == BACK else "Type a, b, or the numbers of those you take."
            terminal.show_echo(Echo("", told))
            continue
        found = [found[number - 1] for number in dict.fromkeys(numbers)]
        if len(found) == 1:
            return found, ONE
        _show(found)


def _prompt(found: Sequence[Found], first: Choice) -> Prompt:
    return Prompt(
        "",
        "A brief of each, or one for all of them?",
        why=f"One message goes out either way. Numbers take only some of them: {_example(len(found))}",
        choices=(_EACH, _ALL),
        default=first.text,
    )


def _example(number: int) -> str:
    return "1 3" if number > 2 else "2"


def _show(found: Sequence[Found]) -> None:
    """The tasks with their numbers, as many as there is room for."""
    room = max(3, get_terminal_size((80, 24)).lines - _LINES_BELOW)
    shown = len(found) if len(found) <= room else room - 1
    terminal.tell(f"{len(found)} tasks:")
    for number, one in enumerate(found[:shown], 1):
        terminal.tell(f"  {number:>2}  {cut(one['ask'].value, terminal.width_of() - 8)}")
    if shown < len(found):
        terminal.tell(f"      and {len(found) - shown} more")
