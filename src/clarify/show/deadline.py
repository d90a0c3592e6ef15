"""How a deadline phrase looks when it was read."""

from datetime import datetime
from typing import Any

from clarify.moments import how_far, in_full
from clarify.read.deadline import Deadline
from clarify.show import tables
from clarify.show.tables import Cell, Section


def show_deadline(deadline: Deadline, now: datetime) -> None:
    """Writes the moment and the words it was read from, every other reading, and what was put right or moved for it."""
    read = f"“{deadline.text}”: {deadline.rule}"
    rows: list[list[Cell]] = [[[(in_full(deadline.due, now), "bold")], how_far(deadline.due, now), [(read, "dim")]]]
    rows += [[f"or {in_full(moment, now)}", how_far(moment, now), ""] for moment in deadline.alternatives]
    remarks = [f"“{written}” read as {word}" for written, word in deadline.corrected]
    if deadline.zone:
        remarks.append(f"said for {deadline.zone}: {in_full(deadline.due.astimezone(deadline.zone), now)} there")
    tables.write_page([Section(rows, (26, 18, None)), Section([[remark] for remark in remarks])])


def deadline_object(deadline: Deadline | None) -> dict[str, Any]:
    """The fields of `when --json`, each None or empty where no deadline was read."""
    return {
        "due": deadline.due.isoformat() if deadline else None,
        "grain": deadline.grain if deadline else None,
        "text": deadline.text if deadline else None,
        "start": deadline.start if deadline else None,
        "end": deadline.end if deadline else None,
        "rule": deadline.rule if deadline else None,
        "alternatives": [moment.isoformat() for moment in deadline.alternatives] if deadline else [],
        "corrected": [list(pair) for pair in deadline.corrected] if deadline else [],
        "zone": str(deadline.zone) if deadline and deadline.zone else None,
    }
