"""The steps of a brief's life: draft → sent → confirmed → done (or dropped), and open again.

Each function returns the brief after the step, with a new event in its history.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from clarify.brief.model import Brief, Event, Standing, Status
from clarify.errors import ClarifyError


def sent(brief: Brief, at: datetime, subject: str, items: Sequence[str]) -> Brief:
    """The brief after its message went out, with this subject and these points (keys, in their order)."""
    refuse_closed(brief)
    # If the leader has agreed once, that stays, even if another message is sent.
    status = Status.CONFIRMED if brief.status is Status.CONFIRMED else Status.SENT
    return _moved(brief, status, Event(at, "sent", subject=subject, items=tuple(items)))


def confirmed(brief: Brief, at: datetime) -> Brief:
    """The brief after the leader agreed: answers that were said or assumed are confirmed, open ones stay open."""
    refuse_closed(brief)
    answers = {
        key: answer if answer.standing is Standing.OPEN else replace(answer, standing=Standing.CONFIRMED)
        for key, answer in brief.answers.items()
    }
    return _moved(replace(brief, answers=answers), Status.CONFIRMED, Event(at, "confirmed"))


def ended(brief: Brief, status: Status, at: datetime, note: str = "") -> Brief:
    """The brief after it was done or dropped; `note` says what was handed over."""
    refuse_closed(brief)
    return _moved(brief, status, Event(at, str(status), note=note))


def reopened(brief: Brief, at: datetime) -> Brief:
    """The brief open again, with its status from before it was closed; raises ClarifyError if it is open."""
    if not brief.status.closed:
        raise ClarifyError(f"“{brief.slug}” is open already: it is {brief.status}.")
    status = next((each for each in (Status.CONFIRMED, Status.SENT) if brief.last(each)), Status.DRAFT)
    return _moved(brief, status, Event(at, "reopened"))


def refuse_closed(brief: Brief) -> None:
    """Raises ClarifyError if a brief is done or dropped, so that nobody changes it by mistake."""
    if brief.status.closed:
        raise ClarifyError(f"“{brief.slug}” is {brief.status} already. `clarify reopen` takes it up again.")


def _moved(brief: Brief, status: Status, event: Event) -> Brief:
    return replace(brief, status=status, history=(*brief.history, event))
