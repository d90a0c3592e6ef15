"""Reads a hand-off: the tasks, who asked, the deadline, and what was left unsaid. Pure.

Every finding is cut out of the text: nothing is invented. `reading` goes through the steps: `clarify.read.mail`
finds the leader's own lines and their sentences; the `grammar` finds the tasks, the deadline, the urgency,
the vision and the why; `people` finds who else is named; `open_points` finds what is worth a question; and `of_each`
gives each of several tasks its own findings. `findings` holds the values that come out.

The word lists are files in `clarify/read/words`; the cue words of the grammar are tables at the top of its files. A new
way of saying something is a new entry in one of them.
"""

from clarify.read.handoff.findings import TOPICS, Due, Handoff, Task, VagueSpan
from clarify.read.handoff.reading import read_handoff
from clarify.read.spans import Span

__all__ = ["TOPICS", "Due", "Handoff", "Span", "Task", "VagueSpan", "read_handoff"]
