"""The parts of a sentence that ask the reader for something: orders, requests, wants and questions."""

import re
from collections.abc import Iterator

from clarify.handoff.clauses import after_front, clause_end, conjuncts
from clarify.handoff.orders import VERBS, filled, orders
from clarify.handoff.patterns import phrases, word_at, words

# After these an action of the reader follows.
_REQUESTS = phrases(
    r"""(?:would|do) you mind,
    (?:can|could|will|would|can't|couldn't) (?:you|u|someone|somebody|anyone|one of you)(?: (?:and|
    or) [a-z]+)?(?: all| guys| both)?,
    (?:are|would) (?:you|u) (?:be )?able to, (?:did you (?:have|get)|have you had) a chance to,
    (?:I|we)(?:'ll| will)? need your help (?:to|with), (?:maybe|perhaps) you (?:can|could),
    (?:is|be) a good idea (?:for you )?to, makes? sense (?:for you )?to,
    (?:could|can|may) I (?:ask|trouble|get|have) you (?:all )?to,
    (?:I|we|I'd|we'd)(?: would| will|'ll)? (?:need|want|like|love|ask|
    appreciate it if)(?: for)? you(?: guys| all| both)? (?:to|could|can|would),
    if you (?:could|can|would)(?: all)?, you(?:'ll| will)?(?: just| also)? (?:need|have) to,
    you (?:should|must|ought to|are to|might want to), (?:don't|do not|never) forget to, why don't you,
    (?:how|what) about (?:if )?you(?: guys)?, (?:do you|you) want to,
    (?:someone|somebody|one of you) (?:needs|has|ought) to, your (?:job|task|part) is to,
    (?:what|all) I need (?:from you )?is,
    (?:please|pls|plz|kindly)"""
)
# After these a thing that is wanted follows.
_WANTS = phrases(
    r"""(?:I|we)(?:(?:'d| would| will|'ll)(?: really| also| still| greatly)? (?:like|love|want|need|appreciate)|
    (?: really| also| still)? (?:need|want))(?: to (?:see|get|have|receive|know))?(?= (?:a|an|the|your|their|some|
    any|one|two|three|five|\d+) ),
    could (?:we|I) (?:get|have), need(?= (?:\d+|an?|the|your) )"""
)
# What everybody should do; an action of the table follows.
_SHARED = phrases(
    r"""we(?: all| really| probably| also)? (?:need|have|ought) to, let's,
    it would be (?:good|great|helpful|useful) (?:if you could|to)"""
)
NEED = phrases(r"(?:this is )?(?:because )?(?:I|we)(?: all| really| will|'ll)? need to")
"""At the beginning of a sentence behind a task: why it is needed."""
_PRONOUNS = words("it them this that these those him her me us")
_NO_ACTION = words(
    """have be been like love want need mind agree know hope think do believe wish prefer require see i we and or
    but"""
)
# What looks like a request and asks for no work.
_COURTESY = phrases(
    r"""(?:do )?(?:let|give|call|contact|
    e-?mail|ask|ping|write|see|shout|reach)(?: out)?(?: to)?(?: me| us)?(?: (?:know|a call|a shout))?,? (?:if|
    should|with) (?:you|there|anything|any|questions), call with,
    (?:let (?:me|us) know)(?=$|[.!]| how it goes| asap), feel free, (?:don't|do not) (?:hesitate|be|worry),
    (?:be|stay) (?:advised|aware|assured|safe|well), note, (?:find|see) (?:attached|below|above|enclosed|here),
    accept (?:my|our), see (?!if|whether|what|how|that|who|to)\w+,
    (?:have|enjoy) (?:a|an|your|the)(?: \w+){0,2} (?:day|one|weekend|week|evening|trip|holiday|time|night|break|
    vacation),
    keep (?:up the|me (?:posted|updated)), take (?:care(?! of)|your time), look(?:ing)? forward,
    talk (?:soon|later|to you), let (?:me|us) (?!know|have|see)\w+, thank, excuse, forgive,
    (?:come|join)(?: (?:along|us))?, believe it, make (?:this|it)(?: one)? (?:a|your|the)(?: top)? priority,
    do (?:the following|these|this)(?: (?:things?|for me|today|tomorrow|asap))?(?= ?:)"""
)
# …unless an opinion is asked for.
_OPINION = phrases(
    r"""let (?:me|us) know (?:if|whether) [^.!?]{0,40}(?:comments?|changes?|edits?|agree|prefer|suggestions|works)"""
)
OFFER = phrases(
    r"""(?:if|should) (?:you|there|anyone|anything)[^,.]{0,60}(?:questions?|information|details|unclear|concerns?|
    problems?)"""
)
_QUESTIONS = phrases(
    r"""who (?:should|can|could|would|do|has|is), what (?:do you|are your|should|would|is|are|does|about), which,
    how (?:do|should|can|would|much|many|long), when (?:do|can|should|will), where (?:do|can|should|is|are),
    why (?:did|is|are|do|does), do (?:we|you) (?:have|know|think|need), have you (?:discussed|heard back|checked),
    is there (?:any|a|anything), are there (?:any|specific), any (?:news|idea|update|thoughts|word|progress),
    should (?:we|I), does (?:that|this|it)"""
)
_SOCIAL = phrases(
    r"""how (?:are|was|is|did|have) (?:you|things|your|the|it), lunch, coffee, dinner, drinks?, beer, any questions,
    make sense, sound(?:s)? good, what's up, can you believe, how about that, what do you say"""
)


def asked(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that ask the reader for something."""
    openings = list(_openings(text))
    limits = [begin for begin, _ in openings[1:]] + [len(text)]
    for (_, start), limit in zip(openings, limits, strict=False):
        if start < limit and not _is_courtesy(text, start):
            yield from conjuncts(text, start, clause_end(text, start, limit))


def questions(text: str) -> Iterator[tuple[int, int]]:
    """A question that the reader must find out, decide or give an opinion on."""
    start = after_front(text)
    if text.rstrip().endswith("?") and _QUESTIONS.match(text, start) and not _SOCIAL.search(text):
        yield start, len(text)


def _is_courtesy(text: str, start: int) -> bool:
    """Whether a formula of politeness stands here, or an offer to help stands before it."""
    if OFFER.search(text, 0, start):
        return True
    return bool(_COURTESY.match(text, start)) and not _OPINION.match(text, start)


def _openings(text: str) -> Iterator[tuple[int, int]]:
    """Where a request begins, and where the action in it does, in order."""
    found = {}
    front = after_front(text)
    if orders(text, front):
        found[front] = front
    for cue in (*_REQUESTS.finditer(text), *_WANTS.finditer(text), *_SHARED.finditer(text)):
        start = filled(text, cue.end())
        if word_at(text, start) and _acts(text, start, cue):
            found[cue.start()] = start
    last = -1
    for begin, start in sorted(found.items()):
        if start > last:  # “Can you please …” is one request.
            yield begin, start
        last = max(last, start)


def _acts(text: str, start: int, cue: re.Match[str]) -> bool:
    """Whether what follows the cue is an action: not “if you would like”, not “I want it”."""
    word = word_at(text, start)
    if cue.re is _WANTS:
        return word not in _PRONOUNS
    if cue.re is _SHARED:
        return word in VERBS
    return word not in _NO_ACTION or (word in {"have", "be", "do", "think", "see"} and orders(text, start))
