"""The vision: what the result must look like."""

import re

from clarify.handoff.clauses import clause_end, without_tail
from clarify.handoff.findings import Span
from clarify.handoff.patterns import phrases
from clarify.handoff.sentences import Sentence

MANNER = phrases(
    r"""(?:make|have) (?:it|this|them|that) look [a-z]+, (?:use|take) [^.;!?\n]{3,50} as (?:an?|the|your|our) (?:model|
    template|guide|basis|example|pattern|starting point)"""
)
"""Orders that tell how the result is to look, and no work of their own."""
_FORM = phrases(
    r"""(?:(?:about|around|max(?:imum)?|at most|no more than|up to|roughly|like) )?(?:\d+|an?|half a|one|two|three|
    four|five|ten|a few|a couple of)[-\s](?:page|pager|slide|word|bullet|line|paragraph|sentence|copy|
    chart)s?(?: max)?,
    (?:\d+|two|three) copies,
    (?:in|as) (?:an? |the )?(?:word|excel|powerpoint|pdf|csv|spreadsheet|table|bullets?|bullet points|plain english|
    google doc|usual format),
    tracked changes, plain english, usual (?:template|format|layout|way),
    same (?:format|style|template|layout|way|as), (?:make|keep) it (?:short|brief|simple|light|concise|
    punchy|clear|clean|readable|formal|friendly|high-level|one|under|to), nothing (?:fancy|polished|too),
    (?:it|they|that|each|deck|report|note|memo|draft|summary|page|slides?) (?:should|must|has to|have to|
    needs? to) (?:be|include|cover|show|contain|look|fit|read|have|sound),
    (?:sorted|grouped|broken down|split) by, (?!^)ideally, (?!^)preferably,
    (?:short|brief|one-page|two-page|high-level|detailed|rough|clean|quick) (?:summary|draft|note|memo|version|
    outline|overview|update|deck|list|description),
    like (?:last time|the last|we did|the one), no longer than, including,
    (?:just|only) (?:an?|one) (?:\w+ )?(?:table|chart|page|one-pager|slide|paragraph|sketch|outline|spreadsheet),
    something (?:(?:really|very|that looks|that is) )?(?:clean|polished|nice|simple|short|brief|professional|crisp|
    presentable|pretty|good|solid|decent|rough|basic)"""
)
_CUES = re.compile(f"{MANNER.pattern}|{_FORM.pattern}", re.IGNORECASE)


def find_vision(sentences: list[Sentence]) -> Span | None:
    """What the result must look like: from the cue to the end of its clause."""
    for sentence in sentences:
        if match := _CUES.search(sentence.text):
            end = clause_end(sentence.text, match.end(), len(sentence.text))
            return sentence.span(match.start(), without_tail(sentence.text, match.start(), max(match.end(), end)))
    return None
