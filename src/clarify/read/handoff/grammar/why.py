"""The why: words that say what the work is for, or what it is to put right."""

import re

from clarify.read.handoff.grammar.clauses import after_front, clause_end, without_tail
from clarify.read.handoff.grammar.looks import IS_TO_BE
from clarify.read.handoff.grammar.requests import OFFER
from clarify.read.handoff.grammar.urgency import URGENCY
from clarify.read.mail.sentences import Sentence, beside_tasks, first_match
from clarify.read.patterns import phrases, word_set
from clarify.read.spans import Span

# “to make sure” tells no purpose behind a verb that asks for it: “I want to make sure”, “please try to avoid”.
_ASKING = word_set("want wants wanted like need needs have has help try trying coordinate going")
_UNGOVERNED = "".join(rf"(?<!\b{word}\s)" for word in sorted(_ASKING))
# Words that begin a clause of reason or of purpose.
_REASON = phrases(
    rf"""because, so that(?! it (?:does|is|reads|looks|fits|sounds)), so (?:I|we|they|he|she) (?:can|could|don't|know|
    have|may|will|are), in order to, so as to, otherwise(?= (?:we|I|they|he|she|it|the|there) ),
    {_UNGOVERNED}to (?:avoid|ensure|make sure|prevent|be sure|see (?:if|whether)), since(?= (?:I|we|he|she|they|it|the|
    this|that|these|those|there|our|my|their|you) ), as(?= (?:I|we|they|he|she|there|their|it|this|
    the \w+(?:'s \w+)?) (?:is|are|has|have|had|was|were|want|wants|need|needs|will|would|can't|don't|votes|meets|asked|
    expects?) ), because of, so \w+ (?:won't|will not|get|gets|see|sees|has|need|needn't),
    for (?:the |our |my |an? )?\w+ to (?:use|read|see|vote|decide|review|approve|sign|know|choose|discuss|consider|
    present|build|work|make|get|have|take|understand|check|compare), without (?:it|this|that|them|these|
    which)(?=,? [a-z]), ^to (?:prepare|get ready|help|support|give|keep|make|comply|meet|finish|close|plan|decide|
    allow|let|understand|know|find|reduce|save|stop|win), in (?:anticipation|preparation|support|view) of,
    in preparation for, for (?:ease|purposes|the purpose) of, due to, given (?:that|the|our|their|how|all|last|this),
    now that, in case, for fear, or (?:else )?(?:we|they)'ll, or else"""
)
# Sentences that say what the work is for …
_FOR_WHAT = phrases(
    r"""(?:I|we|they|he|she|they'll|[A-Z][a-z]+|client|partner|board|team|legal|compliance|finance|audit|
    management) (?:need|needs|want|wants|expect|expects|must|have to|has to) (?:(?:it|this|them|these|those|
    that)(?! (?:back )?(?:by|at|on|until|till|no later|today|tonight|tomorrow|asap|this|next)(?!\w)(?![^.]{0,80} (?:for|
    to|because|since|so|when) ))|to|a|an|the|your),
    (?:it|this|that|which|they)(?:'s| is| are| will be| goes| would be)? (?:all )?(?:for|into|to help|help),
    (?:will|would|should|might|could|may|can) (?:then )?(?:help|allow|let|enable|provide|serve|be (?:helpful|useful|
    used|needed|instructive|important|good|nice|shared|reviewed|presented)), (?:I'd|I'll|we'll|we'd|I|we) (?:use|
    be using|am using|are using) (?:it|this|them), that way, this way, (?:is|are|r) (?:asking|waiting|chasing|wrong|
    out of date|missing|deciding|voting|looking(?! forward)), waiting (?:for|on) (?:it|this|them|these), trying to,
    want(?:s|ed)? to, would like to, goal, purpose, idea is, the point is, (?:is|are|was) interested in, (?:has|
    have)? ?(?:asked|requested) (?:me|us|for|that|to|if|whether|a|an), (?:I|we)(?:'m|'re| am| are)(?: also|
    now| currently| still| just)? (?:(?!going|looking forward|hoping|attaching|sending|forwarding|copying|thinking|
    writing|assuming|leaving|willing|landing|commuting|working from|running late|running out|following up|reaching out|
    checking in)[a-z]+ing|about to|required to|supposed to|expected to),
    (?:claims?|says?|said|
    insists?|reports?|reported|complains?|argues?|told (?:me|us)|called(?: me| us)?) (?:that|about), (?:that's|
    that is|which is) why, the reason,
    (?:is|are) (?:important|critical|essential|the basis), (?:then|next),? (?:I|we)(?:'ll| will| want| can),
    ^(?:this|that|these|those) (?:all |really )?(?:is|are|was|argues|means|seems|looks|has|gives|makes|shows|will|would|
    could)"""
)
# … or what is wrong or in the way.
_TROUBLE = phrases(
    r"""no longer, cannot, can't, won't, doesn't, don't, didn't, isn't, aren't, hasn't, haven't, not, never, nobody,
    wrong, missing, late, problems?, issues?, concern(?:s|ed)?, errors?, mistakes?, complain(?:s|ed|t)?, broken,
    apparently, it (?:looks|seems|appears)(?: like| that)?, (?:seems?|appears?) to, I (?:noticed|understand|heard|
    see) that, discrepanc(?:y|ies), hard, difficult, except, only, without, I may have to, should be, confus(?:ed|ing),
    unclear, I (?:think|believe|feel) (?:that )?(?:this|it|that|we|there)"""
)
_EVENT = phrases(
    r"""for (?:my|our|his|her|their|the) (?:[^\s,.;:]+ ){0,3}(?:meeting|call|pitch|presentation|interview|workshop|
    hearing|review|board|negotiation|audit)(?: (?:with|at) (?:the |our )?\w+)?"""
)
_BESIDE_THE_POINT = phrases(
    r"""thanks?, thx, sorry, congrat\w+, I was, I should have, I'll, I will(?! be), you don't need to, no need,
    deadline, attached, here (?:is|are), here's, FYI, no rush, (?:don't|do not) (?:hesitate|worry), good (?:job|work),
    appreciate, let me know, feel free, hope, nice work"""
)


_WHEREABOUTS = phrases(
    """(?:I|we)(?:'m|'re| am| are)(?: also| now| all)? (?:travell?ing|flying|driving|boarding|away|out|off|back|on (?:a|
    the) (?:plane|train|road)|on (?:leave|holiday|vacation)|in (?:meetings|transit)), (?:reach|catch|ring|call|text) me,
    (?:e-?mail|phone|text|chat|slack|whatsapp) (?:works|is) (?:best|better|fine)"""
)
"""Words about where the leader is, and how to reach them."""


# A second sentence behind a comma: “check the figures, the minister will quote them”.
_ADDED = re.compile(
    r",\s+((?:it|they|he|she|we|I|this|that|these|those|there)(?:['’](?:s|re|ve|m|d)\b|\s(?=\w+\s))"
    r"(?!\s?(?:(?:should|must|could|would|can|may|might|want|need|think|believe|hope|thank|appreciate)\b|will\s(?:do|be\sfine)))[^,;]{4,}"
    r"|(?:the|our|my|their|his|her)\s(?:\w+\s){1,3}(?:is|are|was|were|has|have|had|will|would|wants?|needs?|asks?|asked)\s[^,;]{2,})",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:purpose|reason|background|context|goal|aim|why)\s*:\s*(?=\w)", re.IGNORECASE)
# The statement before a request, up to a sign or up to “so please”.
_STATED = re.compile(
    r"([^,;]+(?:, (?!so|and|please|pls|could|can|would)[^,;]+)*)(?:[,;]|\s[-–—]{1,2}\s|\s(?=so please|so can|so could))"
)
_STATED_SO = re.compile(r"([^;]+?),? so (?=please|pls|can|could|would|let)")
_NO_STATEMENT = phrases(
    """if, when, once, after, before, for, in, on, at, by, as, while, from, to, with, please, pls, can, could, would,
    will, maybe, perhaps, let, (?:I|we)(?:'d| would| need| want)"""
)


def find_why(sentences: list[Sentence]) -> Span | None:
    """The reason for the work, or None.

    A clause of reason comes first, above all one beside a task; then a sentence that says what the work is for or what
    is wrong; then the event that it is for.
    """
    handing_over = [sentence for sentence in sentences if sentence.tasks]
    near = beside_tasks(sentences, sentences)
    others = [s for s in sentences if not s.tasks and _tells(s.text)]
    others = [s for s in others if not (IS_TO_BE.search(s.text) or _WHEREABOUTS.search(s.text))]
    near_others = beside_tasks(others, sentences)
    return (
        _labelled(sentences)
        or _clause(handing_over)
        or _clause(near)
        or _clause(others)
        or _telling(_FOR_WHAT, near_others)
        or _telling(_FOR_WHAT, others)
        or _before_request(near)
        or _added(handing_over)
        or _telling(_TROUBLE, near_others)
        or first_match(_EVENT, near)
    )


def _clause(sentences: list[Sentence]) -> Span | None:
    """The first clause of reason, up to its end, or None."""
    for sentence in sentences:
        for match in _REASON.finditer(sentence.text):
            text = sentence.text
            end = _leading_end(text, match) or _clause_end(text, match)
            return sentence.span(match.start(), without_tail(text, match.start(), end))
    return None


def _leading_end(text: str, match: re.Match[str]) -> int | None:
    """The end of a reason that begins its sentence, or None: “Since …, please …”."""
    comma = text.find(", ", match.end()) if match.start() <= after_front(text) else -1
    return comma if comma > 0 else None


def _clause_end(text: str, match: re.Match[str]) -> int:
    return clause_end(text, match.end(), len(text))


def _telling(pattern: re.Pattern[str], sentences: list[Sentence]) -> Span | None:
    """The first sentence that matches, without the words that link it to the one before; or None."""
    for sentence in sentences:
        if pattern.search(sentence.text):
            front = after_front(sentence.text)
            return sentence.span(front, without_tail(sentence.text, front, len(sentence.text)))
    return None


def _before_request(sentences: list[Sentence]) -> Span | None:
    """The statement before a request in its sentence, or None: “the totals are wrong, so please check them”."""
    for sentence in sentences:
        start = after_front(sentence.text)
        end = sentence.tasks[0].start - sentence.start if sentence.tasks else len(sentence.text)
        pattern = _STATED if sentence.tasks else _STATED_SO
        said = pattern.match(sentence.text, start, max(start, end))
        if said and _tells(said[1]) and not _NO_STATEMENT.match(said[1]):
            return sentence.span(start, said.end(1))
    return None


def _labelled(sentences: list[Sentence]) -> Span | None:
    """The words behind “Purpose:” or a similar label, or None."""
    for sentence in sentences:
        if label := _LABEL.match(sentence.text, after_front(sentence.text)):
            return sentence.span(label.end(), without_tail(sentence.text, label.end(), len(sentence.text)))
    return None


def _added(sentences: list[Sentence]) -> Span | None:
    """The statement behind a comma after the last task of a sentence, or None."""
    for sentence in sentences:
        task = sentence.tasks[-1]
        added = _ADDED.search(sentence.text, task.start - sentence.start)
        if added and _tells(added[1]) and not _WHEREABOUTS.search(added[1]):
            return sentence.span(added.start(1), without_tail(sentence.text, added.start(1), added.end(1)))
    return None


def _tells(text: str) -> bool:
    """True if a sentence makes a statement: it is no question, no formula, and longer than a few words."""
    return (
        len(text.split()) > 2
        and text.rstrip()[-1] != "?"
        and not (OFFER.search(text) or _BESIDE_THE_POINT.search(text) or URGENCY.search(text))
    )
