"""What a hand-off says, as answers of a brief: all of it at once, or task by task."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
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


@dataclass(frozen=True)
class HandoffAnswers:
    """A hand-off that was read, and the answers in it."""

    handoff: "Handoff"
    said: datetime
    """When it was said: its “tomorrow” is the day after."""
    conventions: Conventions

    @cached_property
    def whole(self) -> Found:
        """The answers in all of it; the ask is the first task."""
        return self._found(self.handoff, self.handoff.tasks[0] if self.handoff.tasks else None)

    @cached_property
    def of_each(self) -> list[Found]:
        """The answers for each task, in the order in which they were handed over."""
        return [self._found(task, task) for task in self.handoff.tasks]

    def _found(self, own: "Handoff | Task", task: "Task | None") -> Found:
        """`own` has the deadline, the vision and the why; the leader and the urgency are those of the whole message."""
        found: dict[str, Answer] = {}
        if task:
            ask = one_line(task.text)
            found["ask"] = Answer(ask[:1].upper() + ask[1:], Standing.SAID)
        if self.handoff.leader:
            found["leader"] = Answer(one_line(self.handoff.leader), Standing.SAID)
        spans = {"deadline": own.deadline, "urgency": self.handoff.urgency, "vision": own.vision, "why": own.why}
        for key, span in spans.items():
            if span:
                found[key] = settle(key, _said(span), self.said, self.conventions)
        if own.deadline and not own.deadline.sure:
            found["deadline"] = replace(found["deadline"], standing=Standing.ASSUMED, quote="")
        return found


def _said(span: "Span") -> Answer:
    words = one_line(span.text)
    return Answer(_CONJUNCTION.sub("", words), Standing.SAID, quote=words)
