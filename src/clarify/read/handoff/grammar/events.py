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

# “before” is followed by something to come; the past tense tells of something that was.
EVENT = phrases(
    rf"""{_BEFORE} {_WHOSE}{_NOT_PAST} {_WORDS}, {_BEFORE} [^\s,.;:]+ (?:{_MEETING}|meets|leaves|goes|starts|begins),
    {_BEFORE} [a-z]+(?=[.,;!?\s]*$), for (?:a|the|our|my|his|her|their|your)(?: next|
     upcoming)? {_MEETING}s? {_SOON} {_WORDS}, (?:for|before|at|by|in) (?:{WEEKDAY}|tomorrow|today|
    next week)'s {_WORDS}"""
)
"""Events before which, or for which, the work is to be done."""

_END = "(?:the (?:end|middle|beginning) of )?"
_DATE = rf"{_MONTH}\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?,?(?: )?(?:19|20)\d\d"

PERIOD = phrases(
    rf"""(?:over|in|within|during) the (?:next|coming) (?:few |couple (?:of )?|several )?(?:hour|day|week|month)s?,
    (?:each|every) (?:other )?(?:day|morning|week|month|{WEEKDAY}), (?:by|before|until|due|during|no later than|
    on) {_END}{_DATE}, (?:by|before|due|during|no later than|next) (?:the )?(?:next |this |first |second |third |
    fourth )?{_SEASON}, (?:by|before|due|no later than) \d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d\d(?:\d\d)?)?"""
)
"""Stretches of time, days that come again, and dates with a year, even past ones."""

NEXT_MEETING = re.compile(
    rf"\b(?:(?:by|for|until|till|to|at|in|before)\s+)?(?:the|our)\s+next\s+{_MEETING}\b"
    rf"(?:(?:['’]s|\s+(?:is|will|starts?|begins?|takes?))\b[^.,;!?\n]{{2,60}}|\s+(?:in|about|on|at)\s[^.,;!?\n]{{3,40}})?",
    re.IGNORECASE,
)
"""The next meeting: work that is given out in a meeting is wanted by then."""

NEAR = phrases(
    """today, tonight, tomorrow(?: morning| afternoon| evening| night)?, this (?:morning|afternoon|evening|am|pm)"""
)
"""Times so near that the work is for what happens then."""
