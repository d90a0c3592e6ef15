"""What a brief is: plain values, without a file, a person or a clock.

Others use `Brief`, `Answer`, `Event`, `Standing` and `Status` from here; `data` for the form in the file, `summary` for
what a list shows of a brief, `slug` for names of files.
"""

from clarify.brief.model import (
    CLOSED,
    OPEN,
    SCHEMA,
    Answer,
    Brief,
    Event,
    Misfit,
    Standing,
    Status,
    brief_from_data,
    first_name,
    spoken,
)

__all__ = [
    "CLOSED",
    "OPEN",
    "SCHEMA",
    "Answer",
    "Brief",
    "Event",
    "Misfit",
    "Standing",
    "Status",
    "brief_from_data",
    "first_name",
    "spoken",
]
