"""The vision: words that say how the result must look."""

import re
from collections.abc import Iterable

from clarify.read.handoff.grammar import looks
from clarify.read.handoff.grammar.acts import Act, act_of
from clarify.read.handoff.grammar.clauses import manner_end, without_tail
from clarify.read.mail.sentences import Sentence, beside_tasks, first_match
from clarify.read.patterns import WORD
from clarify.read.spans import Span

_LONGEST_PREFERENCE = 80
_LONG_TASK, _LONG_TAIL, _VERB_AND_OBJECT = 14, 6, 3
"""The number of words that makes a task long, that makes its tail long, and that its verb and object take."""
_CUES = (looks.MANNER, looks.LENGTH, looks.FORM, looks.LIKENESS, looks.IS_TO_BE, looks.KIND)


def find_vision(sentences: list[Sentence]) -> Span | None:
    """The words that say how the result must look, or None; those in or beside a task come first."""
    near = beside_tasks(sentences, sentences)
    tasks = [Sentence(task.text, task.start) for sentence in sentences for task in sentence.tasks]
    made = [task for task in tasks if act_of(task.text) == Act.OPEN]
    short = [sentence for sentence in sentences if len(sentence.text) <= _LONGEST_PREFERENCE]
    return (
        _to_clause_end(_CUES, near)
        or _to_clause_end((looks.CONTENT,), made)
        or _to_clause_end((looks.GUIDANCE,), near if made else [])
        or first_match(looks.MANNER_OF_DOING, tasks)
        or _whole(looks.IS_BEST, short)
        or _to_clause_end(_CUES, short)
        or _long_tail(made)
    )


def _to_clause_end(cues: Iterable[re.Pattern[str]], sentences: list[Sentence]) -> Span | None:
    """The words from the first cue to the end of its clause, or None."""
    for sentence in sentences:
        found = [match for cue in cues if (match := cue.search(sentence.text))]
        if found:
            match = min(found, key=re.Match.start)
            end = manner_end(sentence.text, match.end(), len(sentence.text))
            return sentence.span(match.start(), without_tail(sentence.text, match.start(), max(match.end(), end)))
    return None


def _long_tail(made: list[Sentence]) -> Span | None:
    """The tail of a long order, which describes the thing to be made: “…, with …”, “… that …”, “… to …”."""
    for task in made:
        starts = [word.start() for word in WORD.finditer(task.text)]
        if len(starts) >= _LONG_TASK:
            tail = looks.TAIL.search(task.text, starts[_VERB_AND_OBJECT])
            if tail and len(task.text[tail.start() :].split()) >= _LONG_TAIL:
                return task.span(tail.start(), len(task.text))
    return None


def _whole(pattern: re.Pattern[str], sentences: list[Sentence]) -> Span | None:
    """The first sentence that matches, or None."""
    for sentence in sentences:
        if pattern.search(sentence.text):
            return sentence.span(0, without_tail(sentence.text, 0, len(sentence.text)))
    return None
