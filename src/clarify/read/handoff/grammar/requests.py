"""The parts of a sentence that ask the reader for something: orders, requests, wants and questions."""

import re
from collections.abc import Iterator

from clarify.read.handoff.grammar.clauses import after_front, clause_end, conjuncts
from clarify.read.handoff.grammar.orders import filled, orders
from clarify.read.mail.speakers import Requests
from clarify.read.names import VERBS
from clarify.read.patterns import phrases, section, word_after, word_at, word_set

# After these an action of the reader follows.
_REQUESTS = phrases(
    r"""(?:would|do) you mind, (?<!how\s)(?<!what\s)(?<!where\s)(?:can|could|will|would|can't|couldn't|might) (?:you|
    u|someone|somebody|anyone|anybody|one of you)(?: (?:and|or) [a-z]+)?(?: all| guys| both)?, (?:(?:are|
    would) )?(?:you|u) (?:be )?(?:able|ok|okay|happy|free|willing|available) to, (?:did you (?:have|get)|
    have you had) a chance to, (?:I|we)(?:'ll| will)? need your help (?:to|with), (?:is|
    be) a good idea (?:for you )?to, makes? sense (?:for you )?to, (?:could|can|may) I (?:ask|trouble|get|
    have) you (?:all )?to, (?<!n't\s)(?<!not\s)(?:need|want|like|love|ask|asking|expect|trust|counting on|relying on|
    depending on) you(?: guys| all| both)? (?:to|could|can|would), (?:if|wondering whether|that|chance|maybe|perhaps|
    hope|hoping|suggest|recommend|propose)(?: that)? you (?:could|can|would|might)(?: all)?, I(?:'d|
     would)? (?:suggest|recommend|propose)(?: that)? you, you(?:'ll| will)?(?: just| also)? (?:need|have) to,
    you (?:should|must|ought to|are to|(?:may|might|will|'ll) (?:want|wish|like|need) to|(?:were|are) (?:going|
    supposed|meant) to), (?:don't|do not|never) forget to, why don't you, (?:how|what) about (?:if )?you(?: guys)?,
    (?:do you|you) want to, (?:someone|somebody|one of you) (?:needs|has|ought) to, (?:looking for|need) (?:someone|
    somebody|a volunteer|volunteers) (?:to|who can), your (?:job|task|part|turn)(?: is)? to, (?:what|
    all) I need (?:from you )?is, (?<!we\s)(?<!they\s)are (?:all |kindly )?(?:asked|requested|reminded|urged) to,
    (?:please|pls|plz|kindly)"""
)
# After these a thing that is wanted follows.
_WANTS = phrases(
    r"""(?:I|we|and)(?:(?:'d| would| will|'ll)(?: really| also| still| greatly)? (?:like|love|want|need|appreciate)|
    (?: really| also| still)? (?:need|want))(?: to (?:see|get|have|receive|know))?(?= (?:a|an|the|your|their|some|
    any|one|two|three|five|\d+|every|each|another) ),
    (?:I|we)(?:'d| would)? (?:like|want)(?= (?!it|this|that|them|you|to)[^.,;:?!]{2,40} to [a-z]+),
    (?:I|we)(?:'d| would)? (?:like|want|need) to (?:know|see|understand)(?= (?:who|what|why|how|when|where|whether|
    if) ),
    (?:I|we) (?:still )?need(?= (?!to )[^.,;:!?]{3,60} from you), could (?:we|I) (?:get|have),
    grateful for(?= (?:an?|the|your|any) ), (?:interested in|welcome)(?= your ), would (?:love|like|
    appreciate)(?= (?:an?|the|your) ), need(?= (?:\d+|an?|the|your) )"""
)
# Work for everybody; a verb of the table follows.
_SHARED = phrases(
    r"""we(?: all| really| probably| also)? (?:(?:need|have|ought) to|should|must), we(?:'ve| have)? got to, (?:can|
    could) we, it's time to, next step is to, let's, it would be (?:good|great|helpful|useful) (?:if you could|to)"""
)
NEED = re.compile(
    r"\b(?:I|we)(?:\s(?:all|really|will)|['’]ll)?\s(?:need|have|want)\sto\s(?:know\s)?\s*$", re.IGNORECASE
)
"""“we need to …”: behind a task, it tells why."""
_PRONOUNS = word_set("it them this that these those him her me us")
_NO_ACTION = word_set(section("small_words.txt", "no-action"))
# Not “the form we should use”.
_STARTS_CLAUSE = re.compile(
    r"(?:\A|[,;:.!?–—-]|\b(?:think|guess|believe|feel|so|and|but|then|now|also|maybe|perhaps|that|ok|okay|plus|or|because"
    r"|since|today|please))\s*$",
    re.IGNORECASE,
)
# “we should meet”, “let's talk”: no work for the reader alone.
_TOGETHER = word_set("be talk chat meet speak catch keep wait learn expect")
# These look like requests, but ask for no work.
_COURTESY = phrases(
    r"""(?:do )?(?:let|give|call|contact|
    e-?mail|ask|ping|write|see|shout|reach)(?: out)?(?: to)?(?: me| us)?(?: (?:know|a call|a shout))?,? (?:if|
    should|with) (?:you|there|anything|any|questions), call with,
    (?:let (?:me|us) know)(?=$|[.!]| how it goes| asap), feel free, (?:don't|do not) (?:hesitate|be|worry),
    (?:be|stay) (?:advised|aware|assured|safe|well), note, (?:find|see) (?:attached|below|above|enclosed|here),
    accept (?:my|our), see (?!if|whether|what|how|that|who|to)\w+,
    (?:have|enjoy) (?:a|an|your|the)(?: \w+){0,2} (?:day|one|weekend|week|evening|trip|holiday|time|night|break|
    vacation), enjoy (?:the|your|it|this|a),
    let (?:me|us) know (?:when|once) (?:you|it|they|that|this)[^,.]{0,12} (?:back|in|here|free|done|finished|ready),
    go ahead(?=[.,!]|$), (?<=attached\splease\s)find, (?<=enclosed\splease\s)find,
    keep (?:up the|me (?:posted|updated)), take (?:care(?! of)|your time), look(?:ing)? forward,
    talk (?:soon|later|to you), let (?:me|us) (?!know|have|see)\w+, thank, excuse, forgive,
    (?:come|join)(?: (?:along|us))?, believe it, make (?:this|it)(?: one)? (?:a|your|the)(?: top)? priority,
    do (?:the following|these|this)(?: (?:things?|for me|today|tomorrow|asap))?(?= ?:)"""
)
_SEE = phrases("see, find, note")  # “please see below and answer her” asks for an answer
# …unless an opinion is asked for.
_OPINION = phrases(
    r"""let (?:me|us) know (?:if|whether) [^.!?]{0,40}(?:comments?|changes?|edits?|agree|prefer|suggestions|works)"""
)
OFFER = phrases(
    r"""(?:if|should) (?:you|there|anyone|anything)[^,.]{0,60}(?:questions?|information|details|unclear|concerns?|
    problems?)"""
)
_QUESTIONS = phrases(
    r"""who (?:should|can|could|would|do|does|has|is|will|did|\w+ed), what(?:'s)? (?:do (?:you|we)|are your|should|
    would|is|are|does|did|was|will|can|about|the), which, how (?:do|does|should|can|could|would|much|many|long|soon|
    often), when (?:do|does|can|should|will|is|are), where (?:do|does|can|should|is|are), why (?:did|is|are|do|does|
    was|were), (?:is|has|does|did|can) any(?:one|body), (?:your|any) (?:take|view|views|opinion|comments|input),
    (?:your )?thoughts, do (?:we|you) (?:have|know|think|need), have you (?:\w+ed|heard back|sent|done|got|made|
    written|spoken to|found|had), is there (?:any|a|anything), are there (?:any|specific), any (?:news|idea|update|
    thoughts|word|progress), should (?:we|I), does (?:that|this|it)"""
)
# Behind a colon, or in “…, so call him”, an order may stand in the middle of a sentence.
_BEHIND = re.compile(r"(?::|,\s{1,9}so)\s{1,9}", re.IGNORECASE)
_SOCIAL = phrases(
    r"""how (?:are|was|is|did|have) (?:you|things|your|the|it), lunch, coffee, dinner, drinks?, beer, any questions,
    make sense, sound(?:s)? good, what's up, can you believe, how about that, what do you say"""
)


def asked(text: str) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of the parts of a sentence that ask the reader for something."""
    openings = list(_openings(text))
    limits = [begin for begin, _ in openings[1:]] + [len(text)]
    for (_, start), limit in zip(openings, limits, strict=False):
        if start >= limit or OFFER.search(text, 0, start):
            continue
        for part in conjuncts(text, start, clause_end(text, start, limit)):
            if not _is_courtesy(text, part[0]):
                yield part
            elif not _SEE.match(text, part[0]):
                break


REQUESTS = Requests(lambda text, at: orders(text, filled(text, at)), asked)
"""The tests for requests by which the layout of a chat tells who leads."""


def questions(text: str) -> Iterator[tuple[int, int]]:
    """The beginning and end of a question that the reader must find out, decide or give an opinion on."""
    start = after_front(text)
    if text.rstrip().endswith("?") and _QUESTIONS.match(text, start) and not _SOCIAL.search(text):
        yield start, len(text)


def _is_courtesy(text: str, start: int) -> bool:
    """True if a formula of politeness stands here."""
    return bool(_COURTESY.match(text, start)) and not _OPINION.match(text, start)


def _openings(text: str) -> Iterator[tuple[int, int]]:
    """The beginning of each request and of the action in it, in order."""
    found = {}
    front = after_front(text)
    behind = (filled(text, sign.end()) for sign in _BEHIND.finditer(text))
    for start in (front, *behind):
        if orders(text, start):
            found[start] = start
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
    """True if an action follows the cue: not “if you would like”, not “I want it”."""
    word = word_at(text, start)
    if cue.re is _WANTS:
        return word not in _PRONOUNS
    if cue.re is _SHARED:
        begins = _STARTS_CLAUSE.search(text, max(0, cue.start() - 12), cue.start())
        return bool(begins and word in VERBS - _TOGETHER and word_after(text, start))
    return word not in _NO_ACTION or (word in {"have", "be", "do", "think", "see"} and orders(text, start))
