"""Reads deadline phrases: "by Thursday noon", "EOD tomorrow", "two days before the 3pm call on Friday".

Pure: now and the conventions are arguments. The steps, in their order:

- `language.tokens` cuts the text into words, numbers and marks (with the tables in `words`, repairs by `spelling`);
- `language.names` finds the names of holidays and fiscal years among them;
- `language.grammar` reads every phrase by the rules in `rules`, where the symbols are explained; `values` holds the
  days, times and periods that they stand for;
- `anchors` adds what a phrase borrows from another: "the call is on Friday, I want the deck two days before";
- `guards` rule out what is no deadline, such as the past, a habit or a name;
- `choice` picks the deadline among what is left.
"""

from clarify.read.deadline.reading import Deadline, read_deadline

__all__ = ["Deadline", "read_deadline"]
