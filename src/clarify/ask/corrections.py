"""What a person put right of what was read in a hand-off, when she answered. Pure."""

from collections.abc import Iterator, Mapping

from clarify.ask.found import Found
from clarify.brief import Answer, Brief
from clarify.read.handoff.corrections import Correction
from clarify.read.mail.layout import layout_of
from clarify.read.mail.sentences import Sentence, sentences_of
from clarify.read.patterns import WORD
from clarify.text import one_line

KINDS = ("deadline", "urgency", "why", "vision", "effort")
"""The answers that are found as words of the hand-off."""


def corrections_in(handoff: str, found: Found, brief: Brief) -> list[Correction]:
    """What is to be read otherwise in the sentences of `handoff`, by the answers of its brief.

    A finding that she took out is none; words of the hand-off that she gave in its place are what it should have been.
    Other words of her own are no correction of the reading, unless they have nothing to do with what was found.
    """
    sentences = sentences_of(handoff, layout_of(handoff).body)
    return [one for key in KINDS for one in _of(key, sentences, found.get(key), brief.answers)]


def _of(
    key: str, sentences: list[Sentence], found: Answer | None, answers: Mapping[str, Answer]
) -> Iterator[Correction]:
    if key not in answers:
        return  # it was not asked
    answer = answers[key]
    quote = found.quote if found else ""
    if answer.quote and answer.quote == quote:
        return  # taken as it was read
    wrong = _sentence_with(quote, sentences) if quote else None
    right = _sentence_with(answer.value, sentences) if _is_several(answer.value) else None
    if right:
        yield Correction(right.text, key, one_line(answer.value))
    taken_out = not answer.value and key != "deadline"  # a date that is left open may only be unclear
    if wrong and wrong is not right and (right or taken_out or (answer.value and _apart(quote, answer.value))):
        yield Correction(wrong.text, key, "")


def _sentence_with(words: str, sentences: list[Sentence]) -> Sentence | None:
    return next((one for one in sentences if one_line(words).casefold() in one_line(one.text).casefold()), None)


def _is_several(words: str) -> bool:
    return len(WORD.findall(words)) > 1


def _apart(first: str, second: str) -> bool:
    """True if two answers share no word."""
    return {word.casefold() for word in WORD.findall(first)}.isdisjoint(w.casefold() for w in WORD.findall(second))
