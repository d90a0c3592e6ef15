"""Times that are no date: events (“before the board meets”), periods (“over the next few weeks”), the next meeting."""

import re

from clarify.read.patterns import phrases

_MEETING = "(?:meeting|call|conference|session|workshop|presentation|hearing|interview|pitch|review|launch|visit)"
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SEASON = "(?:spring|summer|fall|autumn|winter|quarter)"

_BEFORE = "(?:before|ahead of|prior to|in time for|by the time)"
_WHOSE = "(?:the|our|my|his|her|their|your|this|that|next|we|it|you|they|I|he|she|any)"
_NOT_PAST = "(?! (?:were|was|had|went|did|came) )"
_SOON = "(?:on|at|tomorrow|today|next|this)"
_WORDS = r"[^.,;:!?\n]{2,60}"

# After “before” stands what is to come; what was is told in the past tense.
EVENT = phrases(
    rf"""{_BEFORE} {_WHOSE}{_NOT_PAST} {_WORDS}, {_BEFORE} [^\s,.;:]+ (?:{_MEETING}|meets|leaves|goes|starts|begins),
    {_BEFORE} [a-z]+(?=[.,;!?\s]*$), for (?:a|the|our|my|his|her|their|your)(?: next|
     upcoming)? {_MEETING}s? {_SOON} {_WORDS}, (?:for|before|at|by|in) (?:{WEEKDAY}|tomorrow|today|
    next week)'s {_WORDS}"""
)
"""What the work is to be done before, or for."""

_END = "(?:the (?:end|middle|beginning) of )?"
_DATE = rf"{_MONTH}\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?,?(?: )?(?:19|20)\d\d"

PERIOD = phrases(
    rf"""(?:over|in|within|during) the (?:next|coming) (?:few |couple (?:of )?|several )?(?:hour|day|week|month)s?,
    (?:each|every) (?:other )?(?:day|morning|week|month|{WEEKDAY}), (?:by|before|until|due|during|no later than|
    on) {_END}{_DATE}, (?:by|before|due|during|no later than|next) (?:the )?(?:next |this |first |second |third |
    fourth )?{_SEASON}, (?:by|before|due|no later than) \d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d\d(?:\d\d)?)?"""
)
"""A stretch of time, a day that comes again, and a date with a year, even one that has passed."""

NEXT_MEETING = re.compile(
    rf"\b(?:(?:by|for|until|till|to|at|in|before)\s+)?(?:the|our)\s+next\s+{_MEETING}\b"
    rf"(?:(?:['’]s|\s+(?:is|will|starts?|begins?|takes?))\b[^.,;!?\n]{{2,60}}|\s+(?:in|about|on|at)\s[^.,;!?\n]{{3,40}})?",
    re.IGNORECASE,
)
"""What is handed out in a meeting is wanted by the next."""

NEAR = phrases(
    """today, tonight, tomorrow(?: morning| afternoon| evening| night)?, this (?:morning|afternoon|evening|am|pm)"""
)
"""So near that what happens then is what the work is for."""
