"""The urgency: words that say how much the work presses, other than a date."""

from clarify.read.mail.sentences import Sentence, first_match
from clarify.read.patterns import phrases
from clarify.read.spans import Span

URGENCY = phrases(
    r"""asap, a\.s\.a\.p\.?, (?:as )?soon as (?:possible|you can|you get a chance), as quickly as (?:possible|you can),
    (?:very |super |pretty )?urgent(?:ly)?, immediate(?:ly)?(?: action| attention)?, right away, straight away, at once,
    (?:(?:this|it) is |is )?(?:a |the )?(?:top|high|highest|first|low|number one) priority, (?:make )?(?:this|
    it)(?: one)? (?:a|your|the)(?: top)? priority, time[-\s]sensitive, time[-\s]critical, critical, (?:there's |
    there is )?(?:no|not any) (?:particular |great |big )?(?:rush|hurry|urgency), not (?:that |very |super )?urgent,
    (?:when|if)(?:ever)? you (?:get|have|find) (?:a |the |an |some )?(?:chance|moment|minute|hour|time|sec|second),
    when(?:ever)? (?:you can|convenient), at your (?:earliest )?convenience, can wait(?: (?:till|until) [^.,;]{3,30})?,
    before anything else, drop everything, takes? precedence, first priority, in no hurry, promptly, quickly,
    expedite\w*, sooner (?:rather than later|is better), the sooner the better, as (?:early|promptly) as (?:possible|
    you can), without delay, in a timely manner, pressing, top of (?:your|the) list, (?:is|are|'s)(?: long| already|
     way)? overdue, can't wait, cannot wait, running out of time, under (?:a lot of )?pressure,
    now is the time(?: to [a-z]+(?: it| this)?)?, at the right time, when the time is right, in due course,
    soft deadline, tight deadline, (?:there's |there is )?no (?:real |hard |firm |fixed )?deadline,
    not (?:an? )?(?:[a-z]+ )?(?:with |of )?(?:any |much |huge |great |real )?(?:time[-\s]sensitivity|urgency), (?:high|
    higher|low|lower|top)[-\s]prio(?:rity)?, last[-\s]minute, take your time, early(?=[.,;!]|$| if| please)"""
)
# Apart from the others: it may stand inside the words of a deadline.
_LIMIT = phrases(r"(?<!have\sa\s)(?<!got\sa\s)hard (?:stop|deadline)")


def find_urgency(sentences: list[Sentence]) -> Span | None:
    """The first words that say how much the work presses, or that it does not; None if there are none."""
    return first_match(URGENCY, sentences) or first_match(_LIMIT, sentences)
