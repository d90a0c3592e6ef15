"""Turns the leader's words into the owner's: “send me your view” becomes “send you my view”. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from clarify.ask.answers import DEADLINE
from clarify.brief import Answer, Brief
from clarify.text import one_line

_TURNED = {
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "your": "my",
    "yours": "mine",
    "yourself": "myself",
    "i am": "you are",
    "i was": "you were",
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "i": "you",
}
_WORDS = re.compile(
    r"\b(?:me|my|mine|myself|yours?|yourself|i am|i was|i(?:['’](?:m|ve|d|ll))?)(?!['’]?[\w/])", re.IGNORECASE
)
# “You” may be “I” or “me”: such a sentence is left as it was said. So is a list marked i), ii).
_AMBIGUOUS = re.compile(r"\byou\b|\bi[.)]", re.IGNORECASE)


def said_back(briefs: Sequence[Brief]) -> list[Brief]:
    """The briefs with what the leader said as the owner says it back: the ask, and the answers with a quote.

    The owner's own words stay, and so does the deadline, which is read from its words.
    """
    asks = {brief.ask: _ask(brief) for brief in briefs}

    def answer(key: str, said: Answer) -> Answer:
        value = turned(said.value) if said.quote and key != DEADLINE else said.value
        for ask, other in asks.items() if "“" in value else ():  # “… first”, of several tasks
            value = value.replace(ask, other) if ask else value
        return replace(said, value=value)

    return [
        replace(b, ask=asks[b.ask], answers={key: answer(key, said) for key, said in b.answers.items()}) for b in briefs
    ]


def _ask(brief: Brief) -> str:
    quoted = one_line(brief.ask).casefold() in one_line(brief.handoff).casefold()
    return turned(brief.ask) if quoted and brief.handoff else brief.ask


def turned(text: str) -> str:
    """`text` with “me” and “my” as “you” and “your”, and the other way round; as it is where “you” stands in it."""
    return text if _AMBIGUOUS.search(text) else _WORDS.sub(_turn, text)


def _turn(match: re.Match[str]) -> str:
    word = _TURNED[match[0].lower().replace("’", "'")]
    before = match.string[: match.start()].rstrip()
    begins = not before or before[-1] in ".!?"
    return word[:1].upper() + word[1:] if begins and match[0][:1].isupper() else word
