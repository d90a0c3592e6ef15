"""Turns what a hand-off says into answers of a brief: all of it at once, or task by task."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from clarify.ask.answers import with_moment
from clarify.brief import Answer, Standing
from clarify.moments import Conventions
from clarify.text import one_line

if TYPE_CHECKING:
    from clarify.read.handoff import Finding, Handoff, Task

Found = Mapping[str, Answer]
"""Answers by key, `ask` and `leader` among them. Those with a quote are the leader's own words."""
_CONJUNCTION = re.compile(r"^(?:so that|so|because|in order to|so as to) (?=\w)", re.IGNORECASE)
"""Words that join a reason to its task, and read oddly where the reason stands alone; the quote keeps them."""


def without_ask(found: Found) -> Found:
    """The answers for a task, without its name."""
    return {key: answer for key, answer in found.items() if key != "ask"}


@dataclass(frozen=True)
class HandoffAnswers:
    """A hand-off that was read, and the answers in it."""

    handoff: "Handoff"
    said: datetime
    """The moment at which it was said: its “tomorrow” is the day after."""
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
        """The answers for `task`: deadline, vision and why of `own`, leader and urgency of the whole message."""
        found: dict[str, Answer] = {}
        if task:
            ask = one_line(task.text)
            found["ask"] = Answer(ask[:1].upper() + ask[1:], _standing(task))
        if self.handoff.leader:
            found["leader"] = Answer(one_line(self.handoff.leader), Standing.SAID)
        findings = {**self.handoff.singles, "deadline": own.deadline, "vision": own.vision, "why": own.why}
        for key, finding in findings.items():
            if finding:
                quote = one_line(finding.text)
                answer = Answer(_CONJUNCTION.sub("", quote), _standing(finding), quote=quote)
                found[key] = with_moment(key, answer, self.said, self.conventions)
        return found


def _standing(finding: "Finding") -> Standing:
    """What is not sure is a guess, until the person agrees to it."""
    return Standing.SAID if finding.sure else Standing.ASSUMED
