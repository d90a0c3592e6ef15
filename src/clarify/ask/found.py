"""What a hand-off says, as answers of a brief: all of it at once, or task by task. Pure."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from clarify.ask.answers import settle
from clarify.brief import Answer, Standing
from clarify.moments import Conventions
from clarify.text import one_line

if TYPE_CHECKING:
    from clarify.read.handoff import Handoff, Span, Task

Found = Mapping[str, Answer]
"""Answers by key, `ask` and `leader` among them. Those with a quote are the leader's own words."""
_CONJUNCTION = re.compile(r"^(?:so that|because|in order to|so as to) (?=\w)", re.IGNORECASE)
"""What joins a reason to its task, and reads oddly where it stands alone; the quote keeps it."""


def found_in(handoff: "Handoff", said: datetime, conventions: Conventions) -> Found:
    """The answers in a hand-off as a whole; its ask is the first task. `said`: when it was said."""
    return _found(handoff, handoff, handoff.tasks[0] if handoff.tasks else None, said, conventions)


def found_for_each(handoff: "Handoff", said: datetime, conventions: Conventions) -> list[Found]:
    """The answers for each task of a hand-off, in the order in which they were handed over."""
    return [_found(handoff, task, task, said, conventions) for task in handoff.tasks]


def _found(
    handoff: "Handoff", own: "Handoff | Task", task: "Task | None", said: datetime, conventions: Conventions
) -> Found:
    """`own` holds the deadline, the vision and the why; the leader and the urgency are those of the whole message."""
    found: dict[str, Answer] = {}
    if task:
        ask = one_line(task.text)
        found["ask"] = Answer(ask[:1].upper() + ask[1:], Standing.SAID)
    if handoff.leader:
        found["leader"] = Answer(one_line(handoff.leader), Standing.SAID)
    spans = {"deadline": own.deadline, "urgency": handoff.urgency, "vision": own.vision, "why": own.why}
    for key, span in spans.items():
        if span:
            found[key] = settle(key, _said(span), said, conventions)
    if own.deadline and not own.deadline.sure:
        found["deadline"] = replace(found["deadline"], standing=Standing.ASSUMED, quote="")
    return found


def _said(span: "Span") -> Answer:
    words = one_line(span.text)
    return Answer(_CONJUNCTION.sub("", words), Standing.SAID, quote=words)
