"""How well hand-offs are read: what was found against the labels of messages that the reader has not seen.

A finding is right if it shares enough words with a label of its kind: Dice of the words' places, a half or more. Of
tasks, limits and people each counts; of the others the first label, where deadline and urgency may be any of theirs.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from records import KINDS, Record

from clarify.read.handoff import Handoff
from clarify.read.spans import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ENOUGH = 0.5
LISTS = {"task": "tasks", "limit": "limits", "person": "people"}
SINGLES = ("deadline", "urgency", "why", "vision", "effort")
_ANY = ("deadline", "urgency")


@dataclass
class Count:
    """Findings of one kind: how many are right, wrong, and missed; and how many of those stated as sure are right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    sure_right: int = 0
    sure_wrong: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the labels that were found."""
        return self.right / max(1, self.right + self.missed)


@dataclass
class Figures:
    """The counts by kind, “handoff” among them, and the messages that hand nothing over but gave a task."""

    of: dict[str, Count] = field(default_factory=dict)
    invented: int = 0
    nothing: int = 0

    @property
    def stated(self) -> Count:
        """All findings together."""
        total: Counter[str] = Counter()
        for kind, count in self.of.items():
            if kind != "handoff":
                total.update(vars(count))
        return Count(**total)


def figures_of(read: Iterable[tuple[Record, Handoff]]) -> Figures:
    """The figures of messages that were read."""
    figures = Figures({kind: Count() for kind in ("handoff", *LISTS, *SINGLES)})
    for record, handoff in read:
        _count_handoff(figures, record, handoff)
        for kind, wanted, found in _compared(record, handoff):
            pairs = dict(_matched(record.text, wanted, found))
            count = figures.of[kind]
            count.right += len(pairs)
            count.wrong += len(found) - len(pairs)
            most = 1 if kind in SINGLES else len(wanted)
            count.missed += max(0, min(most, len(wanted)) - len(pairs))
            for number, one in enumerate(found):
                if getattr(one, "sure", True):
                    count.sure_right += number in pairs
                    count.sure_wrong += number not in pairs
    return figures


def _count_handoff(figures: Figures, record: Record, handoff: Handoff) -> None:
    count, found = figures.of["handoff"], bool(handoff.tasks)
    count.right += found and record.hands_over
    count.wrong += found and not record.hands_over
    count.missed += record.hands_over and not found
    figures.nothing += not record.hands_over
    figures.invented += found and not record.hands_over


def _compared(record: Record, handoff: Handoff) -> Iterator[tuple[str, list[Span], Sequence[Span]]]:
    """Each kind with its labels and what was found."""
    labels: Mapping[str, list[Span]] = {kind: [] for kind in KINDS.values()}
    for label in sorted(record.labels, key=lambda label: (label.tag, label.start)):  # <v> before <v2>
        labels[KINDS[label.tag]].append(Span(record.text[label.start : label.end], label.start, label.end))
    for kind, name in LISTS.items():
        yield kind, labels[kind], getattr(handoff, name)
    for kind in SINGLES:
        found = handoff.singles[kind]
        yield kind, labels[kind] if kind in _ANY else labels[kind][:1], [found] if found else []


def _matched(text: str, wanted: Sequence[Span], found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """What was found and the label that it is, by their numbers, the best pair first; each at most once."""
    places = [match.span() for match in _WORD.finditer(text)]
    words = {
        span: {n for n, (a, b) in enumerate(places) if a < span.end and span.start < b} for span in (*wanted, *found)
    }
    pairs = [
        (2 * len(words[one] & words[label]) / max(1, len(words[one]) + len(words[label])), number, at)
        for number, one in enumerate(found)
        for at, label in enumerate(wanted)
    ]
    taken: set[tuple[str, int]] = set()
    for alike, number, at in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if alike >= _ENOUGH and not taken & {("found", number), ("label", at)}:
            taken |= {("found", number), ("label", at)}
            yield number, at


def table_of(figures: Figures) -> str:
    """The figures as lines of text."""
    lines = [f"{'':<10}{'precision':>10}{'recall':>8}{'F1':>6}{'labels':>8}"]
    for kind, count in figures.of.items():
        labels = count.right + count.missed
        lines.append(f"{kind:<10}{count.precision:>10.2f}{count.recall:>8.2f}{count.f1:>6.2f}{labels:>8}")
    lines.append(f"invented: a task in {figures.invented} of {figures.nothing} messages that hand nothing over")
    total = figures.stated
    said = total.sure_right + total.sure_wrong
    lines.append(
        f"stated as said: {total.sure_right / max(1, said):.2f} of {said} are right; "
        f"{total.sure_right / max(1, total.right + total.missed):.2f} of all labels are stated"
    )
    return "\n".join(lines)


def misses_of(read: Iterable[tuple[Record, Handoff]], kind: str) -> Iterator[str]:
    """What is missed or wrong of a kind, a line each message."""
    for record, handoff in read:
        for name, wanted, found in _compared(record, handoff):
            pairs = dict(_matched(record.text, wanted, found))
            lost = [label.text for at, label in enumerate(wanted) if at not in pairs.values()]
            wrong = [one.text for number, one in enumerate(found) if number not in pairs]
            if name == kind and (wrong or (lost and not (kind in SINGLES and pairs))):
                yield f"{record.id} {' '.join(record.text.split())[:300]}\n    missed {lost}, wrong {wrong}"
