"""Open points: missing topics that are worth a question, and vague words."""

from collections.abc import Iterable, Iterator
from string import Template

from clarify.brief import first_name
from clarify.read.handoff.acts import Act, act_of
from clarify.read.handoff.findings import VagueSpan
from clarify.read.spans import Span
from clarify.read.vague import Probe, Wording

# In a hand-off “now” mostly links sentences (“now we're identifying …”); the others say plainly that it may wait.
_PLAIN = frozenset({"now", "no rush", "no hurry", "ideally"})
_Match = tuple[int, int, Probe]


def worth_asking(missing: tuple[str, ...], tasks: Iterable[Span]) -> tuple[str, ...]:
    """The topics to ask about: none for a task of minutes, and no vision if the result is plain."""
    hardest = max((act_of(task.text) for task in tasks), default=Act.CLERICAL)
    if hardest == Act.CLERICAL:
        return ()
    return tuple(topic for topic in missing if topic != "vision" or hardest == Act.OPEN)


def find_vague(text: str, places: list[tuple[Span, str]], wording: Wording, leader: str | None) -> Iterator[VagueSpan]:
    """The vague words in the `places`, each searched for the words of its topic.

    Vague words side by side (“some thoughts on”) are one.
    """
    spans = dict.fromkeys(span for place, topic in places for span in _vague_in(place, wording, topic))
    found = sorted(spans, key=_longest_first)
    together: list[_Match] = []
    for start, end, probe in found:
        if together and (start < together[-1][1] or not text[together[-1][1] : start].strip()):
            begin, before, first_probe = together[-1]
            together[-1] = begin, max(before, end), first_probe
        else:
            together.append((start, end, probe))
    for start, end, probe in together:
        yield VagueSpan(text[start:end], start, end, _ask(probe, text[start:end], leader))


def _longest_first(found: _Match) -> tuple[int, int]:
    return found[0], -found[1]


def _vague_in(place: Span, wording: Wording, topic: str) -> Iterator[_Match]:
    """The beginning, the end and the probe of each vague word; a wrapped phrase is read as one line."""
    text = place.text
    kept = [at for at, sign in enumerate(text) if not (sign.isspace() and text[at - 1 : at].isspace())]
    one_line = "".join(" " if text[at].isspace() else text[at] for at in kept)
    for vague in wording.find_vague(one_line, topic):
        if vague.text.lower() not in _PLAIN:
            yield place.start + kept[vague.start], place.start + kept[vague.end - 1] + 1, vague.probe


def _ask(probe: Probe, words: str, leader: str | None) -> str:
    """The question, with the vague words and the leader's first name in it."""
    name = first_name(leader or "") or "they"
    return Template(probe.ask).safe_substitute(word=" ".join(words.split()), leader=name)
