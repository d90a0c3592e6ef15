"""Work that is asked for without a request: “the labels should be replaced”, “attached for your review”."""

import re
from collections.abc import Iterator

from clarify.read.handoff.grammar.clauses import after_front, clause_end

_TO_BE_DONE = re.compile(
    r"(?:(?:can|could|should|must)\s(?=the\s|this\s|these\s|all\s|your\s)[^,;:?]{2,60}?|[^,;:]{2,80}?\s(?:should|must|ought\s+to|needs?\s+to|has\s+to|have\s+to|are\s+to|is\s+to)(?:\s(?:also|all|now|then))?)\s+be\s+"
    r"(?!(?:able|done|interested|pleased|aware|advised|noted|used|based|expected|allowed|required)\b)"
    r"(?:\w+ed|put|set|sent|made|cut|kept|given|rewritten|written|redone|shown|taken|brought|split|built|drawn)\b"
    r"|[^,;:]{2,80}?\s(?:must|has\s+to|have\s+to|needs?\s+to)\s+be\s+(?:on|in|at|with|back|out|there|here|ready)\b",
    re.IGNORECASE,
)
_FOR_YOUR = re.compile(
    r"\bfor\s+(your\s+(?:(?:prompt|immediate|urgent)\s+)?(?:review|comments?|approval|input|feedback|signature)"
    r"(?:\s+(?:and|or)(?:\s+(?:any|your))?\s+\w+)?)\b",
    re.IGNORECASE,
)


def to_be_done(text: str) -> Iterator[tuple[int, int]]:
    """The beginning and end of work in the passive, or of the reader's part: “for your review”."""
    start = after_front(text)
    passive, handed = _TO_BE_DONE.match(text, start), _FOR_YOUR.search(text)
    if passive:
        yield start, clause_end(text, passive.end(), len(text))
    elif handed:
        yield handed.span(1)
