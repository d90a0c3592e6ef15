"""The speakers of a message: names before the lines, “it's Dana”, and the people whom the greeting names."""

import re
from collections import Counter

from clarify.read.mail.chat import Turn, is_noise, is_owner, turns_in, without_edited
from clarify.read.names import NAME, NAME_WORD, VERBS, first_word, is_name
from clarify.read.patterns import phrases, section, word_at, word_set
from clarify.read.spans import Span

_LABEL = re.compile(rf"({NAME}|me|you):[ \t]+(?=\S)")
_HEADINGS = word_set(section("no_names.txt", "heading"))
"""Words before a colon that are no person: “Budget: …”."""
_LONGEST_LINE = 1000
_REQUEST = phrases(
    """(?:can|could|will|would) (?:you|u|someone), please, pls, plz, kindly, (?:I|we)(?:'d)? (?:need|like|want),
    need you to"""
)
"""Of the speakers in a chat, the one who asks is the leader."""
_POLITE = frozenset({"please", "pls", "plz", "kindly"})
_SELF_INTRODUCED = re.compile(
    rf"\b(?i:it['’]s|this is)[ \t](?P<name>{NAME_WORD})(?i:[ \t]here)?[,.!]|^(?P<here>{NAME_WORD})[ \t]here[,.!:]"
)
_AND_NAME = rf"(?:[ \t]?(?:,|\band\b|&|/)[ \t]?{NAME_WORD}){{0,4}}"
_GREETING = re.compile(
    rf"(?i:hi|hello|hey|dear|good morning|good afternoon|morning)[ \t]+(?P<greeted>{NAME}{_AND_NAME})"
    rf"|@(?P<at>[\w.-]{{2,30}})"
    rf"|(?P<alone>{NAME}{_AND_NAME})(?=[ \t]*(?:[,:.!](?:\s|$)|-{{1,2}}|[–—]))"
)


def _is_order(text: str, at: int) -> bool:
    """True if an order stands there: “send it to Bo”, “please send it”."""
    return word_at(text, at) in VERBS | _POLITE


def requests_in(text: str) -> int:
    """How often a line asks for something."""
    text = text[:_LONGEST_LINE]
    return len(_REQUEST.findall(text)) + _is_order(text, 0)


def without_speaker(lines: list[Span]) -> tuple[list[Span], str | None]:
    """The leader's lines, without names and times before them, and the leader's name.

    The owner's answers are set aside, and so are the lines that a chat program adds.
    """
    turns = turns_in(lines) or _dialogue(lines)
    if turns:
        return _of_leader(lines, turns)
    labels = [label for line in lines if (label := _LABEL.match(line.text)) and _is_speaker(label[1])]
    first = next((index for index, line in enumerate(lines) if line.text), 0)
    # One label on the first line names the speaker; several labels say who does what, and “Ann: send it” may be either.
    if len({label[1] for label in labels}) == 1 and lines[first].text.startswith(labels[0][0]):
        label = labels[0]
        if not _is_order(lines[first].text, label.end()):
            return [*lines[:first], _cut_front(lines[first], label.end()), *lines[first + 1 :]], label[1]
    return lines, None


def _is_speaker(label: str) -> bool:
    return is_name(label) and label.lower() not in _HEADINGS


def _dialogue(lines: list[Span]) -> dict[int, Turn]:
    """The turns of a talk that was noted down: “Dana: can you …?”, “Me: sure”.

    Empty if nobody asks for anything: then the labels say who does what.
    """
    turns = {
        index: Turn(label[1], label.end())
        for index, line in enumerate(lines)
        if (label := _LABEL.match(line.text)) and (_is_speaker(label[1]) or is_owner(label[1]))
    }
    names = [turn.name for turn in turns.values()]
    first = next((index for index, line in enumerate(lines) if line.text), 0)
    if len(set(names)) < 2 or first not in turns:
        return {}
    of_owner = [index for index, turn in turns.items() if is_owner(turn.name)]
    taken_turns = (
        len(set(names)) == 2 and len(names) > 2 and all(i in turns for i, line in enumerate(lines) if line.text)
    )
    if not (of_owner or taken_turns):
        return {}
    opening = next(index for index in turns if index not in of_owner)
    begins = lines[opening].text[turns[opening].end :]
    ordered = any(_is_order(lines[i].text, turns[i].end) for i in (opening, *of_owner))
    asks = begins.endswith("?") or requests_in(begins) > 0
    return turns if asks and not ordered else {}


def _of_leader(lines: list[Span], turns: dict[int, Turn]) -> tuple[list[Span], str | None]:
    """The lines without speakers' names, the owner's answers and the program's lines; and the leader's name."""
    said: list[tuple[str | None, Span]] = []
    speaker = None
    for index, line in enumerate(lines):
        turn = turns.get(index)
        speaker = turn.name if turn else speaker
        said_here = without_edited(_cut_front(line, turn.end if turn else 0))
        said.append((speaker, _blank(line) if is_noise(lines, index, turns, said_here.text) else said_here))
    names = list(dict.fromkeys(turn.name for turn in turns.values()))
    owners = {name for name in names if is_owner(name)}
    others = [name for name in names if name not in owners]
    if not others:
        return [line for _, line in said], None
    asks = Counter(by for by, line in said for _ in range(requests_in(line.text)))
    leader = max(others, key=lambda name: asks[name])
    if len(others) == 2 and not owners and asks[leader]:
        owners = {name for name in others if name != leader}
    elif len(others) > 2:
        called = greeted_in([line for by, line in said if by == leader])
        owners |= {name for name in others if name != leader and first_word(name) in called}
    return [_blank(line) if by in owners else line for by, line in said], _readable(leader)


def _readable(name: str) -> str | None:
    """A speaker's name, or None if it is a telephone number."""
    return name if any(character.isalpha() for character in name) else None


def _blank(line: Span) -> Span:
    return Span("", line.start, line.start)


def _cut_front(line: Span, length: int) -> Span:
    return Span(line.text[length:], line.start + length, line.end)


def self_introduced(lines: list[Span]) -> str | None:
    """The leader's name in “it's Dana” or “Dana here” at the beginning."""
    first = next((line.text[:80] for line in lines if line.text), "")
    match = _SELF_INTRODUCED.search(first)
    name = match and (match["name"] or match["here"])
    return name if name and is_name(name) else None


def greeted_in(lines: list[Span]) -> frozenset[str]:
    """The first names in the greeting, in small letters."""
    first = next((line.text for line in lines if line.text), "")
    greeting = _GREETING.match(first[:200])
    named = greeting and (greeting["greeted"] or greeting["at"] or greeting["alone"])
    names = re.split(r"[ \t]?(?:,|\band\b|&|/)[ \t]?", named) if named else []
    return frozenset(first_word(name.strip("-")) for name in names if name and is_name(name))
