"""The grammar of hand-offs: sentences in, spans out. Tables of cue words and the patterns made from them. Pure.

The names below are its one door: `reading`, `of_each` and `open_points` import from here, and nothing else does. Of the
rooms around it, the grammar knows `findings` alone. So one can put a learned model in its place.
"""

from clarify.read.handoff.grammar.acts import Act, act_of
from clarify.read.handoff.grammar.due import DeadlineReader, find_deadline
from clarify.read.handoff.grammar.lists import find_items
from clarify.read.handoff.grammar.requests import REQUESTS
from clarify.read.handoff.grammar.tasks import find_tasks, with_forwarded
from clarify.read.handoff.grammar.urgency import find_urgency
from clarify.read.handoff.grammar.vision import find_vision
from clarify.read.handoff.grammar.why import find_why

__all__ = [
    "REQUESTS",
    "Act",
    "DeadlineReader",
    "act_of",
    "find_deadline",
    "find_items",
    "find_tasks",
    "find_urgency",
    "find_vision",
    "find_why",
    "with_forwarded",
]
