"""Reads a hand-off: the tasks, who asked, the deadline, and what was left unsaid. Pure.

Every finding is cut out of the text: nothing is invented. `reading` goes through the steps: `clarify.read.mail` finds
the leader's own lines; the `model`, which has learned from messages, finds the spans in them; `edges` cuts them at
clauses and drops courtesy; `dates` reads deadlines as moments; `open_points` finds what is worth a question; and
`of_each` gives each task its owner and what is said of it alone. `findings` holds the values that come out.

To read a new way of saying something, add messages to `training/data` and train again, as `training/README.md` tells.
"""

from clarify.read.handoff.findings import TOPICS, Due, Finding, Handoff, Task, VagueSpan
from clarify.read.handoff.reading import load_model, read_handoff
from clarify.read.spans import Span

__all__ = ["TOPICS", "Due", "Finding", "Handoff", "Span", "Task", "VagueSpan", "load_model", "read_handoff"]
