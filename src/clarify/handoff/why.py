"""The why: what the work is for, or what it is to put right."""

from collections.abc import Iterator

from clarify.handoff.clauses import after_front, without_tail
from clarify.handoff.findings import Span
from clarify.handoff.patterns import phrases
from clarify.handoff.requests import OFFER
from clarify.handoff.sentences import Sentence, first
from clarify.handoff.urgency import URGENCY

_REASON = phrases(
    r"""because, so that, so (?:I|we|they|he|she) (?:can|could|don't|know|have|may), in order to, so as to,
    otherwise(?= (?:we|I|they|he|she|it|the|there) ), to (?:avoid|ensure|make sure),
    since(?= (?:I|we|he|she|they|it|the|this|our|my) ),
    as(?= (?:I|we|they|he|she|the \w+(?:'s \w+)?) (?:is|are|has|have|had|was|were|want|wants|need|needs|will|would|
    can't|don't|votes|meets|asked|expects?) )"""
)
_REASON_SENTENCE = phrases(
    r"""(?:I|we|they|he|she|they'll|[A-Z][a-z]+|client|partner|board|team|legal|compliance|finance|audit|
    management) (?:need|needs|want|wants|expect|expects) (?:it|this|them|these|those|that|to),
    (?:it|this)(?:'s| is| will be| goes| would be)? (?:all )?(?:for|into|to help|help),
    (?:I'd|I'll|we'll|we'd|I|we) (?:use|be using|am using|are using) (?:it|this|them), that way,
    (?:is|are|r) (?:asking|waiting|chasing|wrong|out of date|missing|deciding|voting|looking(?! forward)),
    waiting (?:for|on) (?:it|this|them|these)"""
)
_EVENT = phrases(
    r"""for (?:my|our|his|her|their|the) (?:\w+ ){0,2}(?:meeting|call|pitch|presentation|interview|workshop|hearing|
    review|board|negotiation|audit)(?: (?:with|at) (?:the |our )?\w+)?"""
)
# What is wrong or in the way, in a sentence beside the task. Only plain trouble: a false reason is one not asked for.
_TROUBLE = phrases(
    r"""no longer, cannot, can't, doesn't, don't match, nobody, wrong, missing, late, problems?, issues?,
    concern(?:s|ed)?, errors?, mistakes?, complain(?:s|ed|t)?, broken, I may have to"""
)
_BESIDE_THE_POINT = phrases(
    r"""thanks?, thx, sorry, congrat\w+, I (?:don't|didn't|do not|did not), I was, I should have, I'll, I will(?! be),
    you don't need to, no need, deadline, attached, here (?:is|are), here's, FYI"""
)


def find_why(sentences: list[Sentence]) -> Span | None:
    """A clause that gives the reason, else a sentence that does, else what to put right, or the event it is for."""
    for sentence in sentences:
        if match := _REASON.search(sentence.text):
            return sentence.span(match.start(), without_tail(sentence.text, match.start(), len(sentence.text)))
    telling = [sentence for sentence in sentences if not sentence.tasks and _tells(sentence.text)]
    beside = [sentence for sentence in _beside_tasks(sentences) if not sentence.tasks and _tells(sentence.text)]
    for pattern, candidates in ((_REASON_SENTENCE, telling), (_TROUBLE, beside)):
        for sentence in candidates:
            if pattern.search(sentence.text):
                front = after_front(sentence.text)
                return sentence.span(front, without_tail(sentence.text, front, len(sentence.text)))
    return first(_EVENT, [sentence for sentence in sentences if sentence.tasks])


def _tells(text: str) -> bool:
    """Whether a sentence tells something: neither a question nor a formula, and more than a few words."""
    return (
        len(text.split()) > 3
        and text.rstrip()[-1] != "?"
        and not (OFFER.search(text) or _BESIDE_THE_POINT.search(text) or URGENCY.search(text))
    )


def _beside_tasks(sentences: list[Sentence]) -> Iterator[Sentence]:
    """The sentences right before and right after those with tasks."""
    for before, sentence, after in zip([None, *sentences], sentences, [*sentences[1:], None], strict=False):
        if (before and before.tasks) or (after and after.tasks):
            yield sentence
