"""What a person put right in an earlier message: the same sentence is read as she said. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from clarify.read.handoff.findings import Finding
from clarify.read.mail.sentences import Sentence

Corrections = Mapping[tuple[str, str], str]
"""By a sentence (as `plain` makes it) and the kind of a finding: the words that are of this kind there, "" for none."""

NONE: Corrections = MappingProxyType({})


@dataclass(frozen=True)
class Correction:
    """A sentence, the kind of what was found in it, and the words that are of this kind; "" for none."""

    sentence: str
    kind: str
    words: str


def plain(sentence: str) -> str:
    """A sentence as it is compared: without the difference of capitals and of blanks."""
    return " ".join(sentence.split()).casefold()


def put_right(
    of: Mapping[str, Sequence[Finding]], sentences: Sequence[Sentence], corrections: Corrections
) -> dict[str, list[Finding]]:
    """The findings by their kinds; in a sentence that was put right, what the person said instead."""
    found = {kind: list(spans) for kind, spans in of.items()}
    for sentence in sentences if corrections else ():
        for kind, spans in found.items():
            words = corrections.get((plain(sentence.text), kind))
            if words is None:
                continue
            found[kind] = [span for span in spans if not sentence.holds(span)]
            at = sentence.text.casefold().find(words.casefold()) if words else -1
            if at >= 0 and len(sentence.text.casefold()) == len(sentence.text):
                span = sentence.span(at, at + len(words))
                found[kind] = sorted([*found[kind], Finding(span.text, span.start, span.end)], key=lambda s: s.start)
    return found
