"""Clauses: the beginning of the first in a sentence, the end of one, and clauses joined by “and”."""

import re
from collections.abc import Iterator

from clarify.read.handoff.grammar.orders import filled, orders
from clarify.read.mail.sentences import BULLET
from clarify.read.names import NAME, VERBS, is_name
from clarify.read.patterns import WORD, phrases, word_after, word_at, word_set

_FRONT = re.compile(
    rf"(?:{BULLET.pattern}|(?i:action|todo|to do|task|ask|next step)s?(?i:[ \t]items?)?:\s*|@[\w.-]+[,:]?\s*"
    r"|(?i:hi|hello|hey|dear|good morning|morning)\s+[^,.:!?\n]{1,40}[,:!–—-]+\s*"
    rf"|(?:{NAME})(?:,|:|[ \t]*-{{1,2}}|[ \t]*[–—])\s+"
    r"|(?i:and|also|so|then|next|first|firstly|second|secondly|third|finally|lastly|last|plus|ok|okay|right|well|yes"
    r"|do me a favou?r(?: and)?"
    r"|yeah|no|um|uh|oh|meanwhile|in the meantime|quick one|one more thing|p\.?s\.?|fyi|but|just|maybe|instead"
    r"|otherwise|ideally|alternatively|if so|if not|from now on|going forward|for now|basically|anyway"
    r"|reminder|today|(?:please )?(?:be advised|note)(?: that)?)\b(?:[,:.–—-]+\s*|\s+))"
)
_AHEAD = re.compile(
    r"(?:if|when|once|after|before|for|in|as|while|by|on|at|to|with|from|given|rather than|instead of"
    r"|since|because|until|unless|now that)\s[^,]{3,120},\s+",
    re.IGNORECASE,
)
# The same without a comma: “when it arrives check it”, “in my absence approve the invoices”.
_SHORT_AHEAD = tuple(
    re.compile(
        r"(?:(?:if|when|once|after|as soon as)\s(?:it|they|he|she|you|we|I|this|that)(?:['’]\w+)?\s"
        rf"|(?:starting|effective|as of|from|in|on|by|for|before|until|after|at)\s)(?:\w+\s){{{count}}}"
        r"(?<!\bto\s)(?<!\bnot\s)(?<!\b(?:I|a)\s)(?<!\b(?:we|or|an|of|my)\s)"
        r"(?<!\b(?:you|can|who|and|the|our|has|had|for)\s)(?<!\b(?:they|will|that|must|your)\s)",
        re.IGNORECASE,
    )
    for count in (1, 2, 3)
)
_NAMED_TO = re.compile(rf"({NAME})\s+to\s+(?=[a-z])")
_MANNER_ENDS = (
    r",?\s{1,9}(?:so\s+that|so\s+(?:i|we|he|she|they|you|it|nobody|no|everyone|the)|because|since\s+(?!last|\d)\w+|(?<!such\s)as\s+(?:i|we|he|she"
    r"|they|it|the|this|there|their|you|my|our)|otherwise|in\s+order\s+to|so\s+as\s+to|to\s+(?:avoid|ensure)\b|in\s+(?:preparation|anticipation)|due\s+to|in\s+case|ideally|preferably|although|unless|given\s+that"
    r"|now\s+that|if\s+(?:possible|you\s+(?:can|could|get|have\s+(?:time|a))))\b"
    r"|\s{1,9}and\s+(?:i|we|he|she|they)(?:['’](?:ll|d)|\s+(?:would|will|can|could|should|think|need|want|hope|am|are|have))\b"
    r"|,\s*(?:but|and\s+(?:i|we|they|he|she|it)|i|i['’]\w+|we|he|she|they|it|it['’]s|that['’]d|that\s+would|there|thanks|thank\s+you"
    r"|thx)\b"
    r"|\s{1,9}(?:thanks|thx|asap|a\.s\.a\.p|as\s+soon\s+as|right\s+away|immediately|urgently|promptly|once\s+you"
    r"|when\s+you(?:['’]re)?\s+(?:can|get|have|done)|at\s+your)\b"
    r"|\s{1,9}or\s+(?:else|we|they|it)\b"
    r"|\s[-–—]{1,2}\s|;|:(?=\s|$)"
)
_MANNER_END = re.compile(_MANNER_ENDS, re.IGNORECASE)
# Words that say how to do it (“, no …”) end the clause of a task, but not that of a manner.
_CLAUSE_END = re.compile(_MANNER_ENDS + r"|,\s*(?:like|same|max|no|which|who|whoever)\b", re.IGNORECASE)
_JOINTS = re.compile(
    r"(?:,\s{1,9}(?:and\s+|but\s+)?|\s{1,9}(?:and|&|then)\s+)"
    r"(?:(?:then|also|please|pls|maybe|um|uh|and)[\s,]+)*(?=[^\W\d_])",
    re.IGNORECASE,
)
_THINGS = word_set("it them this that these those")
# An action on the result of the clause before is one task with it.
_RETURNS = phrases(
    r"""(?:advise|comment|return(?= (?:it|them)|\W*$)|report back|get back|revert|let (?:me|us) know|send (?:it|
    them)? ?back|see (?:if|what|whether|how)|(?:give|send|share) (?:me |us )?(?:your |any )?(?:comments|feedback|
    thoughts))"""
)
_LAST_SIGNS = ' \t\r\n,.;:!?()[]"”–—-'
_LAST_WORDS = re.compile(
    r"(?:\s|^)(?:and|or|please|pls|ok|okay|thanks|thx|too|then|but|so|as well|(?:will|would|can|could) (?:you|u))$",
    re.IGNORECASE,
)

# “and send it to me” says where the result goes; it is not a second task.
_DELIVERY = re.compile(
    r"\sand (?:get|send|have|bring|hand) (?:it|them|that|this)(?: back| over)?(?: to (?:me|us))?$", re.IGNORECASE
)


def after_front(text: str) -> int:
    """The beginning of the first clause, behind bullets, greetings, names, linking words and “If …,”."""
    at = 0
    for _ in range(6):
        match = _FRONT.match(text, at)
        if not match or (orders(text, at) and not BULLET.match(text, at)):
            break
        at = match.end()
    if named := _to_do(text, at):
        return named
    ahead = _AHEAD.match(text, at)
    if ahead and orders(text, filled(text, ahead.end())):
        return filled(text, ahead.end())
    ends = (filled(text, match.end()) for pattern in _SHORT_AHEAD if (match := pattern.match(text, at)))
    return next((end for end in ends if word_at(text, end) in VERBS and orders(text, end)), filled(text, at))


def _to_do(text: str, at: int) -> int:
    """The beginning of the action in “Maya to do the slides”; 0 if there is none here."""
    named = _NAMED_TO.match(text, at)
    return named.end() if named and is_name(named[1]) and word_at(text, named.end()) in VERBS else 0


def clause_end(text: str, start: int, limit: int) -> int:
    """The end of the clause that begins at `start`: before a reason, a condition, thanks or a sign, else `limit`."""
    first = WORD.match(text, start)
    match = _CLAUSE_END.search(text, first.end() if first else start, limit)
    return match.start() if match else limit


def manner_end(text: str, start: int, limit: int) -> int:
    """The end of words about the manner: as of a clause, but “…, no photos, like last year” goes on."""
    match = _MANNER_END.search(text, start, limit)
    return match.start() if match else limit


def conjuncts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The joined clauses: two in “fix the deck and call Ann”, one in “check it and send it back”, “print and bind”."""
    for joint in _JOINTS.finditer(text, start, end):
        at = joint.end()
        if text[joint.start()] == "," and (named := _to_do(text, at)):
            yield start, joint.start()
            start = named
            continue
        following = word_after(text, at).lower()
        alone = len(text[start : joint.start()].split()) < 2
        if alone or not following or following in _THINGS:
            continue
        if orders(text, at) and not _RETURNS.match(text, at):
            yield start, joint.start()
            start = at
    yield start, end


def without_tail(text: str, start: int, end: int) -> int:
    """The end of a part without final signs and words such as “please”; a bracket that it opened is kept."""
    while True:
        part = text[start:end].rstrip(_LAST_SIGNS)
        for opens, closes in ("()", "[]"):
            if text[start + len(part) : end].startswith(closes) and opens in part:
                part += closes
        last = _LAST_WORDS.search(part, max(0, len(part) - 12)) or _DELIVERY.search(part, max(0, len(part) - 40))
        if not last:
            return start + len(part)
        end = start + last.start()
