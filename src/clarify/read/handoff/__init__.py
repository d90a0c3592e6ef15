"""Reads a hand-off: what is to be done, who asked, by when, and what was left unsaid. Pure.

Every finding is cut out of the text as given: nothing is invented. `reading` is the way through: lay out the message
(`layout`: headers and quoted replies set aside, by `quotes`; `boilerplate`; `speakers`: who leads, by the marks of
`chats` and the greeting; `signature`), split the rest
into `sentences`, then a file a kind of finding: `tasks` (out of `requests`, `passives` and the `clauses` behind them),
`due` (with the `times` that are no date), `urgency`, `why`, `vision`, `people`, and the `gaps` that are left.
`lists` looks after the items of lists, `findings` says what comes out.

Before all that, at the door, `source` makes text of what came as a mail (`mail`) or HTML (`markup`), and `sent` tells
when it was written; they are no part of the reading, which takes plain text.

The cue words are tables at the top of each file (those for verbs in `orders`, for names in `names`, made into patterns
by `patterns`); a new way of saying something is a new entry there.
"""

from clarify.read.handoff.findings import TOPICS, Due, Handoff, Task, VagueSpan
from clarify.read.handoff.reading import read_handoff
from clarify.read.spans import Span

__all__ = ["TOPICS", "Due", "Handoff", "Span", "Task", "VagueSpan", "read_handoff"]
