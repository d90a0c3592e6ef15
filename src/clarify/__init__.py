"""clarify: from a hand-off in passing to a brief that both sides agree on.

`read_deadline` and `read_handoff` are the program's readers as Python functions. They open no file of the person's.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from clarify.moments import Conventions
    from clarify.read.deadline import Deadline
    from clarify.read.handoff import Handoff
    from clarify.read.vague import Wording

__version__ = "0.1.0"


def read_deadline(phrase: str, now: "datetime", conventions: "Conventions | None" = None) -> "Deadline | None":
    """The deadline that `phrase` names, said at `now` (aware); None where it names none.

    `conventions` says what the words of a working day mean, such as when it ends; without it, the defaults do.
    """
    from clarify.moments import Conventions
    from clarify.read.deadline import read_deadline as read

    return read(phrase, now, conventions or Conventions())


def read_handoff(
    text: str, now: "datetime", conventions: "Conventions | None" = None, wording: "Wording | None" = None
) -> "Handoff":
    """What the message `text`, said at `now` (aware), hands over. Every finding is a span of the text.

    `wording` is the table of vague words; without it, the one that comes with clarify is used.
    """
    from clarify.keep.prompts import shipped_wording
    from clarify.moments import Conventions
    from clarify.read.handoff import read_handoff as read

    return read(text, now, conventions or Conventions(), wording or shipped_wording())
