"""What kind of work a task is: a matter of minutes, a plain thing, or one whose result must be made up first.

A verb alone does not tell: “send the list” is a click, “send me a list of options” is work. So each task is read as a
verb and what it is about: something that exists (“the”, “my”, “it”), or something that is still to be made.
"""

from enum import IntEnum

from clarify.read.patterns import one_of, phrases, word_at, words


class Act(IntEnum):
    """From what needs no word to what needs a picture of the result."""

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
"""A task that begins so is no order, but a thing that is wanted."""
_CONSENT = one_of(r"your (?:\w+ )?(?:approval|signature|ok|okay|buy-in|permission|confirmation|sign-?off|consent|vote)")
_CALL = one_of(rf"give {_SOMEBODY} a (?:call|ring|shout|buzz)")
_WORK = words(
    """act address adjudicate advise aim align allocate amend amplify analyse analyze announce answer articulate
    assemble assess assign assist audit author brainstorm brief build calculate clarify clean collate combine
    comment compare compile compose conduct configure consider consolidate convert coordinate craft create cut
    deal debug define deploy describe design determine develop devise dig discuss document draft draw drive edit
    elaborate engage ensure escalate establish estimate evaluate examine expand explain explore extract figure
    finalise finalize fix flesh focus forecast formulate gather generate handle help identify implement improve
    incorporate interview introduce investigate itemise itemize launch lay lead liaise list look manage map
    model monitor negotiate organise organize outline own plan polish prepare present prioritise prioritize
    produce proof proofread propose pursue quote rebuild recap recommend record redact redesign redline redo
    reduce refine reformat rehearse replicate report research resolve respond rethink reverse review revise
    revisit rework rewrite scope segregate select sell separate set settle shape shorten simplify sketch sort
    specify spell split streamline structure study suggest summarise summarize supply support survey synthesise
    synthesize tabulate tackle test think tidy track train transcribe translate trim troubleshoot turn tweak
    unblock understand upgrade use validate weigh work wrap write"""
)
"""Verbs of work, whatever it is done to."""
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
_PLAIN = words(
    """accept agree any appear approve are ask attend authorise authorize bring buy call can catch certify chair check
    complete confirm connect consult contact could count decide dial did do does double-check enter fill find
    grab has have hire hold inquire inspect install is join keep learn listen locate meet obtain pay phone pick
    reach read receive reconcile refund register remember repair replace reply retrieve return ring run search
    see should sign speak start stop submit take talk touch try verify visit vote wait walk watch what when
    where which who why will would"""
)
"""Verbs of what is done when it is done: one knows without asking what comes of it. Questions begin so, too."""
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
"""An errand with something that exists: a click, a call to the print room, a line in a calendar."""


def act_of(task: str) -> Act:
    """What kind of work a task is; a verb that is not known is taken for clerical, as most rare ones are."""
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
