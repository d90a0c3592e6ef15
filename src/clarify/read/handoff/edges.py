"""The last step of reading: spans are cut at the edges of clauses, and courtesy at their ends is dropped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from clarify.read.names import VERBS
from clarify.read.patterns import WORD, one_of, phrases, section, word_at, word_set
from clarify.read.spans import Span

_SPAN = TypeVar("_SPAN", bound=Span)
_SMALL = word_set(section("small_words.txt", "empty"))
"""Words that make no other task of one."""
_FRONT = " \t\r\n,.;:!?)]”*•–—-"
_END = " \t\r\n,.;:!([“–—-"
_FIRST = phrases(
    """please, pls, plz, kindly, (?:can|could|would|will) (?:you|u)(?: please| pls)?, and, then, also, so, to,
    i'd like you to, i need you to, you to"""
)
_LAST = phrases("please, pls, plz, thanks, thx, ta, cheers, and, or, but, then, (?:can|could|would|will) (?:you|u)")
_HANDS_ON = phrases(
    r"""(?:action|handle|take care of|deal with|do|see to|sort|sort out|take|take on|pick up|own|run with)(?: (?:this|
    it|that|these|the below|below|the following))?(?: (?:one|request|mail|e-?mail|message|below|for me|please))*"""
)
_ONLY_WANTED = one_of(
    r"(?:(?:i|we)(?:'ll|'d| will| would)? )?(?:really |just )?(?:need|want|like|must have|have to have)"
    r" (?:it|them|this|that|these|those|both|all)(?: (?:all|both|done|back|ready|here))*"
)
_ORDER = re.compile(
    r"(?:^|[.!?:;,\n)]\s{0,3}|\b(?:please|pls|plz|kindly|you|u|to|and)\s)(?P<verb>[^\W\d_]{2,15})"
    r"(?:\s(?:me|us|him|her|them))?\s$",
    re.IGNORECASE,
)
_LONGEST_ORDER = 40
_COURTESY = one_of(
    r"(?:let me know|(?:feel free to )?(?:call|ask|contact|ping|shout|get in touch|reach out)(?: \w+){0,2})"
    r"(?: if| with| should)"
    r"(?: (?:you|there|any|have|are|questions?|queries|concerns|issues|problems|or|anything|is|unclear))+",
    r"(?:have a|enjoy) (?:good|great|nice|lovely|your|the)? ?(?:day|weekend|evening|week|holiday|break)",
)


def trimmed(span: _SPAN, text: str, before: Iterable[Span] = (), *, of_task: bool = False) -> _SPAN | None:
    """The span without signs at its ends, and without the words at its end that begin one of `before`.

    `of_task`: also without courtesy at its ends. None if nothing is left of it.
    """
    start, end = span.start, span.end
    for other in before:
        if start < other.start < end and not text[other.end : end].strip(_END):
            end = other.start
    while True:
        part = text[start:end]
        bare = part.rstrip(_END)
        first = _FIRST.match(part.lstrip(_FRONT)) if of_task else None
        last = next((m for m in _LAST.finditer(bare) if m.end() == len(bare)), None) if of_task else None
        new_start = start + len(part) - len(part.lstrip(_FRONT)) + (first.end() if first else 0)
        new_end = start + (last.start() if last else len(bare))
        new_end = _with_bracket(text, new_start, new_end, end)
        if (new_start, new_end) == (start, end):
            break
        if new_start >= new_end:
            return None
        start, end = new_start, new_end
    return replace(span, text=text[start:end], start=start, end=end)


def with_its_verb(task: _SPAN, text: str) -> _SPAN:
    """The task from the order right before it on, which the model may take for a noun: “Order 40 lanyards”."""
    before = _ORDER.search(text[max(0, task.start - _LONGEST_ORDER) : task.start])
    if not before or before["verb"].lower() not in VERBS or word_at(text, task.start) in VERBS:
        return task
    start = task.start - len(before[0]) + before.start("verb") - before.start()
    return replace(task, text=text[start : task.end], start=start)


def _with_bracket(text: str, start: int, end: int, limit: int) -> int:
    """`end`, or behind the bracket there, where the span holds the one that opens it."""
    for opens, closes in ("()", "[]", "“”"):
        if end < limit and text[end] == closes and opens in text[start:end]:
            return end + 1
    return end


def worth_doing(tasks: Sequence[_SPAN]) -> list[_SPAN]:
    """The tasks without mere courtesy (“let me know if you have any questions”), and each said once.

    Beside others, “do these” only leads to them, and “I need the list” behind “pull together the list” is no other.
    """
    kept: list[_SPAN] = []
    said: list[frozenset[str]] = []
    for task in tasks:
        words = frozenset(word.lower() for word in WORD.findall(task.text)) - _SMALL
        leads = len(tasks) > 1 and _HANDS_ON.fullmatch(task.text)
        if not (leads or _COURTESY.fullmatch(task.text) or any(words <= before for before in said)):
            kept.append(task)
            said.append(words)
    return kept


def gives_reason(why: Span) -> bool:
    """True if the words tell more than that the work is wanted: not “I need it all”."""
    return not _ONLY_WANTED.fullmatch(why.text)


def only_hand_on(tasks: Sequence[Span]) -> bool:
    """True if the tasks only pass a message on, so that the work stands in it: “please handle”, “do this for me”."""
    return bool(tasks) and all(_HANDS_ON.fullmatch(task.text) for task in tasks)
