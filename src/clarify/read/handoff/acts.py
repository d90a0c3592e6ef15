"""The kind of work of a task: a matter of minutes, plain work, or work whose result is open.

A verb alone does not tell: “send the list” is a click, “send me a list of options” is work. So each task is read as a
verb and what it is about: something that exists (“the”, “my”, “it”), or something that is still to be made.
"""

from enum import IntEnum

from clarify.read.patterns import one_of, phrases, section, word_at, word_set


class Act(IntEnum):
    """The kinds of work, from clear without a word to needing a vision of the result."""

    CLERICAL = 0
    PLAIN = 1
    OPEN = 2


_SOMEBODY = (
    r"(?:me|us|him|her|them|everyone|everybody|all|people|(?:the|your|our) (?:team|client|group|others)|[A-Z][a-z]+)"
)
# A thing that somebody must think up or write: the words for it decide what “send”, “give” or “do” mean.
_MADE = (
    r"(?:thoughts?|comments?|feedback|input|ideas?|views?|opinions?|suggestions?|recommendations?|advice|take|lists?|"
    r"plans?|analys[ie]s|summary|summaries|reports?|presentations?|proposals?|drafts?|outlines?|memos?|notes?|overview|options|"
    r"estimates?|forecasts?|models?|designs?|strategy|agenda|breakdown|comparisons?|descriptions?|explanations?|"
    r"evaluations?|assessments?|responses?|statements?|reviews?|decks?|slides?|papers?|briefs?|briefings?|charts?|"
    r"tables?|spreadsheets?|sketch(?:es)?|mock-?ups?|examples?|write-?ups?|sense|picture|story|process|solution|"
    r"questions|candidates|research|work|changes|edits|backup|background|details?|language|wording|ratings?|guidance|"
    r"clarification|perspective|insight|version|one-pager|run-?down|update|status|reaction|intro(?:duction)?|something)"
)
_NEW = r"(?:an?|some|any|your|more|two|three|four|five|six|ten|several|further|other|\d+)"
_GIVE = (
    r"(?:send|give|get|provide|share|bring|show|e-?mail|mail|forward|have|receive|make|do|take|offer|deliver|supply|"
    r"pull|return|submit|hand|see|let (?:me|us) (?:have|see|know)|put|collect|gather|need|want|run|pass|post|circulate)"
)
_MADE_THING = one_of(
    rf"{_GIVE}(?: {_SOMEBODY})?(?: (?:up|over|back|out|together))?(?: to {_SOMEBODY})? "
    rf"(?:{_NEW} (?:[\w'/-]+ ){{0,3}}?)?{_MADE}",
    r"your (?:[\w/]+ ){0,3}(?:thoughts|comments|feedback|input|ideas|views?|opinion|suggestions|recommendations?|"
    r"advice|evaluation|review|assessment|help)",
    r"let \w+ know (?:what|your|how|of any|which|if you have)(?! time)",
)
_A_THING = phrases("an?, the, your, his, her, their, our, some, any, two, three, five, ten, more, immediate")
"""The beginning of a task that is no order, but a thing that is wanted."""
_CONSENT = one_of(r"your (?:\w+ )?(?:approval|signature|ok|okay|buy-in|permission|confirmation|sign-?off|consent|vote)")
_CALL = one_of(rf"give {_SOMEBODY} a (?:call|ring|shout|buzz)")
_WORK, _PLAIN = (word_set(section("verbs.txt", mark)) for mark in ("open", "plain"))
_WORKING = one_of(
    r"put (?:together|forward|out a|in place)",
    r"come up with",
    r"take (?:a (?:look|stab|shot|crack|pass|first cut)|care of|the lead|over)",
    r"have (?:a (?:look|go|think|crack)|someone)",
    r"give (?:this|it|some) (?:a )?(?:thought|try|read)",
    r"go (?:over|through|ahead with)",
    r"make (?:sure|any|a (?:start|case|plan|recommendation)|the (?:case|changes)|it|this|them|your)",
    r"(?:pull|get|draw|write|work|think|sort|set|type)(?:ing)? (?:\w+ )?(?:up|together|through)"
    r"(?! (?:a|the|another) (?:\w+ )?(?:call|meeting|time))",
    r"reach out to",
    r"follow(?:ing)? up",
    r"run (?:the|an?) (?:analysis|numbers|model|report)",
    r"get(?:ting)? (?:some|a (?:sense|feel|handle)|with|involved|going|started)",
    r"how (?:do|should|can|would|could) (?:we|you|I)",
    r"what (?:do|should|would|could) (?:you|we) (?:think|suggest|propose|recommend|do)",
    r"do (?:the|whatever|what)",
    r"see (?:what|how)",
    rf"(?:make|do|find|build|get|give|let)(?: {_SOMEBODY})? (?:have )?(?:an?|some|any|another|better|new|ways?)",
)
_ERRAND = one_of(
    r"let \w+(?: \w+)? know(?! (?:what|your|how|who|which|of any|if you have|whether you|if you))",
    r"(?:set(?:ting)? ?up|find|arrange|organi[sz]e|put|get)(?: in| up)? (?:an?|the|another|some|time for a|us a)"
    r"(?: \w+){0,2} (?:call|meeting|time|appointment|invite|slot|room|table|car|taxi|flight|ticket|hotel)",
    rf"(?:give|make|get|bring|take)(?: {_SOMEBODY})? (?:a |two |three |\d+ |another )?(?:more )?cop(?:y|ies)",
    rf"(?:give|get|send|bring|hand|show|return)(?:ing)?(?: {_SOMEBODY})? (?:over |back )?"
    r"(?:the|my|this|that|these|those|it|them|her|his|their|our)",
    r"make (?:an?|the|some) (?:payment|reservation|booking|call|appointment|transfer|note|entry)",
    r"(?:pick|drop) (?:\w+ )?(?:up|off)",
    r"turn (?:on|off)",
    r"sign (?:it|this|here)",
    r"leave (?:it|this|a message)",
    r"take .{1,30} off",
    r"put (?:it|this|that|them|me|him|her|these|the .{2,30}) (?:in|on|up|into|back|down)",
    r"keep (?:me|us) (?:posted|informed)",
    r"fix (?:row|line|cell|slide|page|the (?:typo|date|link|title|name))",
)
"""Errands with something that exists: a click, a call to the print room, a line in a calendar."""


def act_of(task: str) -> Act:
    """The kind of work of a task; an unknown verb counts as clerical, as most rare verbs are."""
    if _CALL.match(task) or _CONSENT.match(task):
        return Act.PLAIN
    if _A_THING.match(task) or _MADE_THING.match(task):
        return Act.OPEN
    if _ERRAND.match(task):
        return Act.CLERICAL
    if _WORKING.match(task):
        return Act.OPEN
    verb = word_at(task, 0)
    forms = {verb, verb.removesuffix("ing"), verb.removesuffix("ing") + "e"}
    if forms & _WORK:
        return Act.OPEN
    return Act.PLAIN if forms & _PLAIN else Act.CLERICAL
