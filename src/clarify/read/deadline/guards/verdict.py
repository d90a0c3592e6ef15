"""The verdict on a candidate: the guards that rule out what is no deadline, though it names a moment.

A guard looks at the words around a date, inside its clause. Each has one reason, which is its name.
"""

from collections.abc import Callable

from clarify.read.deadline.guards.absences import is_absence
from clarify.read.deadline.guards.clauses import Clause
from clarify.read.deadline.guards.conditions import is_condition, is_weather
from clarify.read.deadline.guards.denied import is_denied
from clarify.read.deadline.guards.habits import is_habit
from clarify.read.deadline.guards.named import is_look_alike, is_name, is_named_day
from clarify.read.deadline.guards.numbers import is_count, is_decimal, is_fiscal, is_numbered
from clarify.read.deadline.guards.past import is_past
from clarify.read.deadline.guards.references import is_source, is_thanked_for
from clarify.read.deadline.guards.remarks import is_calendar_fact, is_greeting, is_idiom

GUARDS: tuple[Callable[[Clause], bool], ...] = (
    is_past,
    is_absence,
    is_habit,
    is_denied,
    is_name,
    is_source,
    is_named_day,
    is_look_alike,
    is_numbered,
    is_count,
    is_decimal,
    is_greeting,
    is_idiom,
    is_calendar_fact,
    is_fiscal,
    is_condition,
    is_weather,
)


def stands(clause: Clause) -> bool:
    """True if a candidate names a moment by which something is to be done."""
    phrase = clause.candidate.phrase
    if phrase.role == "passed" or phrase.reading is None or not phrase.reading.moments:
        return False
    if clause.alone:
        return not is_fiscal(clause) and not is_thanked_for(clause)
    return phrase.role != "amount" and not any(guard(clause) for guard in GUARDS)
