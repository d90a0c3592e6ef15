"""The people: who else is named beside a task."""

import re
from collections.abc import Iterator

from clarify.handoff.findings import Span
from clarify.handoff.layout import Layout
from clarify.handoff.names import NAME_WORD, NO_NAME, first_name
from clarify.handoff.patterns import words
from clarify.handoff.sentences import Sentence

_PARTNER = re.compile(
    r"\b(?i:to|with|w/?|from|cc|ask|tell|call|remind|loop in|copy|invite|let|give|send|forward|chase|contact|meet|have"
    r"|help|and|for|by|check with|email|mr\.?|mrs\.?|ms\.?|dr\.?)\s+"
    rf"((?:(?:Mr|Mrs|Ms|Dr)\.?\s)?{NAME_WORD}(?:[ \t]{NAME_WORD})?)"
)
_NO_PERSON = NO_NAME | words(
    """january february march april may june july august september october november december eod cob asap q1 q2 q3 q4
    english excel word powerpoint pdf slack zoom teams"""
)


def find_people(sentences: list[Sentence], layout: Layout) -> Iterator[Span]:
    """Persons other than leader and reader who are named beside a task."""
    seen = set(layout.readers) | ({first_name(layout.leader)} if layout.leader else set())
    for sentence in sentences:
        for match in _PARTNER.finditer(sentence.text) if sentence.tasks else ():
            name = match[1].rstrip(".'’-")
            key = first_name(name)
            if key not in seen and not _is_no_person(name):
                seen.add(key)
                yield sentence.span(match.start(1), match.start(1) + len(name))


def _is_no_person(name: str) -> bool:
    parts = [part.lower() for part in name.split()]
    return any(part in _NO_PERSON for part in parts) or name.isupper() or any(c.isdigit() for c in name)
