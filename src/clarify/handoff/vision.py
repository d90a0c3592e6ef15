"""The vision: what the result must look like."""

import re
from collections.abc import Iterable

from clarify.handoff.clauses import clause_end, without_tail
from clarify.handoff.findings import Span
from clarify.handoff.patterns import phrases
from clarify.handoff.sentences import Sentence, beside_tasks, first

MANNER = phrases(
    r"""(?:make|have) (?:it|this|them|that) look [a-z]+, (?:use|take) [^.;!?\n]{3,50} as (?:an?|the|your|our) (?:model|
    template|guide|basis|example|pattern|starting point)"""
)
"""Orders that tell how the result is to look, and no work of their own."""
_AMOUNT = (
    r"(?:\d+|an?|half a|one|two|three|four|five|ten|twenty|thirty|forty|fifty|a hundred|a few|one or two|two or three"
    r"|a couple of|several|single|separate)"
)
_LENGTH = phrases(
    rf"""(?:(?:about|around|max(?:imum)?|at most|no more than|up to|roughly|like) )?{_AMOUNT}[-\s](?:(?:short|
    brief) )?(?:page|pager|slide|word|bullet|line|paragraph|sentence|copy|chart)s?(?: max)?, (?:\d+|two|three|four|five|
    six|ten|extra) (?:\w+ )?(?:copies|options|scenarios|versions|alternatives|examples|ideas|bullets), no longer than,
    (?:should|must|may|do|can) not exceed, short and sweet, not too (?:long|detailed|technical), to the point, (?:at a |
    only )?high level(?= only|$|[.,;])"""
)
"""How long it is to be, and how many."""
_MEDIUM = phrases(
    r"""(?:in|as|into) (?:the )?(?:word|excel|powerpoint|pdf|csv|tables?|bullets?|bullet points|plain english|
    usual format|(?:draft|final|same|your usual) (?:form|format|style|layout)|tabular form|black and white|colou?r|
    duplicate|landscape), (?:in|as|into) (?:an? (?:\w+ )?)(?:spreadsheet|table|google doc|format|memo|document|deck|
    slide|letter|one-pager|list|chart|attachment|file|pdf|summary|friendly tone|formal tone|neutral tone|way that),
    (?:in|with) an? (?:\w+ )?(?:tone|style|voice), in your own words, track(?:ed)? changes, plain english, no jargon,
    without jargon, a (?:hard|clean|colou?r|signed|paper) copy, (?:hard|clean|colou?r|signed|paper) copies, (?:double|
    single)-sided, ready (?:to (?:send|print|sign|file|go|publish)|for (?:signature|print|publication|the client)),
    usual (?:template|format|layout|way), same (?:format|style|template|layout|way|as), (?:using|following|follow|
    in line with) (?:the|our|my|your|last \w+'s) (?:\w+ )?(?:template|format|style|guidelines|layout|example),
    along the lines of, in the form of, (?:for|aimed at|suitable for|readable by) (?:an? |the )?(?:\w+ )?(?:audience|
    readers?|public|website|newsletter|brochure|layman|laymen|beginners|external use|internal use|lay people)"""
)
"""Its form, its medium, its tone, and who reads it."""
_QUALITY = phrases(
    r"""(?:make|keep) (?:it|them) (?:short|brief|simple|light|concise|punchy|clear|clean|readable|formal|friendly|
    high-level|one|under|to|as), nothing (?:fancy|polished|too), (?:it|they|each|deck|report|note|memo|draft|summary|
    page|slides?|letter|response|list|presentation|agreement|analysis|answer|e-?mail) (?:should|must|has to|have to|
    needs? to) (?:also |not )?(?:be|include|cover|show|contain|look|fit|read|have|sound|reflect|focus|list|mention),
    (?!^)ideally, (?!^)preferably, (?:more )?(?:short|brief|one-page|two-page|high-level|detailed|rough|clean|quick|
    formal|specific|written|updated|revised|complete|full|comprehensive|concise|consolidated) (?:summary|draft|note|
    memo|version|outline|overview|update|deck|list|description|explanation|report|analysis|statement|response|answer|
    letter|breakdown|presentation|document|bio|paragraph), like (?:last time|the last|we did|the one),
    up to and including, (?:just|only) (?:an?|one) (?:\w+ )?(?:table|chart|page|one-pager|slide|paragraph|sketch|
    outline|spreadsheet), something (?:(?:really|very|that looks|that is|a little|more) )?(?:clean\w*|polished|nice\w*|
    simple\w*|short\w*|brief|professional|crisp|presentable|pretty|good|solid|decent|rough|basic|fuller|better|like|
    along)"""
)
"""What it is to be like."""
_CONTENT = phrases(
    r"""(?:that|which) (?:also )?(?:includes?|covers?|shows?|contains?|explains?|describes?|lists?|reflects?|outlines?),
    (?:to|should|please|pls) (?:also )?(?:include|show|contain|highlight|cover), including, such as, based on,
    consistent with, (?:sorted|grouped|broken down|broken out|split|organi[sz]ed|arranged) by, by (?:region|month|
    quarter|year|customer|client|product|country|team|department|category|date)(?! end),
    from an? [^.,;!?\n]{2,50} (?:point of view|perspective|angle|standpoint), with(?:out)? (?:the |all |an? |your |any |
    some )?(?:\w+ ){0,2}(?:details?|terms|comments|numbers|figures|examples?|references|dates|charts?|sources|names|
    backup|breakdown|notes|explanations?|descriptions?|emphasis|focus|columns?|headings?|title|cover|phone numbers|
    prices|totals|quotes|photos|pictures|logo|links?), (?:focus|focusing|concentrate|concentrating|
    elaborate) (?:\w+ )?on, (?:more|further|greater) (?:details?|specifics)"""
)
"""What is to be in it; only in a task."""
_MANNER_OF_DOING = phrases(
    r"""(?:more |as |very |as much )?(?:carefully|thoroughly|nicely|briefly|clearly|politely|separately|concisely|
    convincingly|diplomatically|quietly|confidentially|discreetly|verbatim|alphabetically|chronologically|explicitly|
    consistently|side by side|line by line|in detail|in person|in writing|by hand|in confidence|informally|formally)"""
)
"""How the work is to be done; only in a task."""
_IS_BEST = phrases(
    r"""(?:is|are|would be) (?:best|better|preferred|preferable|ideal|enough|fine|plenty|sufficient|ok|
    okay)(?=[.,;!\s]*$)"""
)
"""A short sentence beside the tasks that says which form will do."""
_LONGEST_PREFERENCE = 80
_CUES = (MANNER, _LENGTH, _MEDIUM, _QUALITY)


def find_vision(sentences: list[Sentence]) -> Span | None:
    """What the result must look like, first as said in or beside a task: from the cue to the end of its clause."""
    near = beside_tasks(sentences, sentences)
    tasks = [Sentence(task.text, task.start) for sentence in sentences for task in sentence.tasks]
    short = [sentence for sentence in sentences if len(sentence.text) <= _LONGEST_PREFERENCE]
    return (
        _to_clause_end(_CUES, near)
        or _to_clause_end((_CONTENT,), tasks)
        or first(_MANNER_OF_DOING, tasks)
        or _whole(_IS_BEST, short)
        or _to_clause_end(_CUES, short)
    )


def _to_clause_end(cues: Iterable[re.Pattern[str]], sentences: list[Sentence]) -> Span | None:
    """From the first cue to the end of its clause."""
    for sentence in sentences:
        found = [match for cue in cues if (match := cue.search(sentence.text))]
        if found:
            match = min(found, key=re.Match.start)
            end = clause_end(sentence.text, match.end(), len(sentence.text))
            return sentence.span(match.start(), without_tail(sentence.text, match.start(), max(match.end(), end)))
    return None


def _whole(pattern: re.Pattern[str], sentences: list[Sentence]) -> Span | None:
    """The first sentence with such words."""
    for sentence in sentences:
        if pattern.search(sentence.text):
            return sentence.span(0, without_tail(sentence.text, 0, len(sentence.text)))
    return None
