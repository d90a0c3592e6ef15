"""A brief as plain values, without a file, a person or a clock.

Others use the values below, and `life` (the steps from draft to done), `data` (the form in the file), `summary` (a
brief in a list), `agenda` (the briefs that need attention) and `slug` (the names of files).
"""

from clarify.brief.model import CLOSED, OPEN, SCHEMA, Answer, Brief, Event, Standing, Status, parse_answer
from clarify.brief.names import first_name

__all__ = ["CLOSED", "OPEN", "SCHEMA", "Answer", "Brief", "Event", "Standing", "Status", "first_name", "parse_answer"]
