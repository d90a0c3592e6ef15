"""What a brief is: plain values, without a file, a person or a clock.

Others use the values below; `life` for the steps from draft to done, `data` for the form in the file, `summary` for
what a list shows, `agenda` for what wants attention, `slug` for the names of files.
"""

from clarify.brief.model import CLOSED, OPEN, SCHEMA, Answer, Brief, Event, Standing, Status, parse_answer
from clarify.brief.names import first_name

__all__ = [
    "CLOSED",
    "OPEN",
    "SCHEMA",
    "Answer",
    "Brief",
    "Event",
    "Standing",
    "Status",
    "first_name",
    "parse_answer",
]
