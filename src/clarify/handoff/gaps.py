"""The gaps: what is missing and worth asking about, and which words are vague."""

from collections.abc import Iterator
from string import Template

from clarify.brief import first_name
from clarify.handoff.findings import Span, VagueSpan
from clarify.handoff.patterns import phrases, words
from clarify.wording import Probe, Wording

# What is sent, shown or put somewhere as it is: not thoughts, not a list that is still to be made.
_AS_IT_IS = (
    r"(?:(?:the|my|that|this|it|these|those|your|our|his|her|their|a copy|copies|a reminder|an invite)\b"
    r"(?! (?:thoughts|comments|opinion|view|feedback|input|ideas|suggestions|list of|numbers)))"
)
_SOMEBODY = r"(?:me|us|him|her|them|everyone|all|\w+(?:'s)?)"
_TAKES_MINUTES = phrases(
    rf"""forward, print, reprint, resend, re-send, fax, scan, photocopy, xerox, cc, bcc, remind, (?:re)?schedule,
    reschedul(?:e|ing), book, reserve, tell, add, upload, post, rename, delete, remove, highlight, download, swap,
    invite, ping, chase, loop in, file, save, (?:in|de|re)?activate, switch (?:on|off), turn (?:on|off), unlock, reset,
    rsvp, cancel, order, pick up, drop off, fix (?:row|line|cell|the typo|a typo), pass (?:it|this|that|these|them|
    along|on)(?: \w+)*, (?:send|get|give|show|bring|e-?mail|mail|hand|return)(?: {_SOMEBODY})?(?: over|
     back)? {_AS_IT_IS}, (?:make|run|print) (?:a |two |three |some |\d+ )?(?:more )?(?:copy|copies), copy {_SOMEBODY},
    (?:set up|setup|arrange|organi[sz]e) (?:a|the|an|another|some|time for a)(?: \w+)? (?:call|meeting|time|
    conference call|appointment), let {_SOMEBODY} know(?! (?:what|your|how|who|which|of any|if you have)),
    put {_SOMEBODY} (?:on|in|down), put in, put (?:it|this|that|them|these|the [^,.]{{2,30}}) (?:in|on|up|into|back),
    update the (?:list|date|title|link|numbers|calendar), adjust (?:the )?schedule, change the (?:date|time|name|title|
    subject|room|password), move the (?:meeting|call|date), (?:ask|have|get) {_SOMEBODY} to (?:call|print|send|forward|
    fax|bring|sign|book|schedule|e-?mail), circulate, distribute, correct the, (?:share|attach|enclose|
    include) {_AS_IT_IS}, change [^.]{{2,40}} to, (?:make sure|see that) {_SOMEBODY}(?: \w+)? (?:gets|receives|sees|has|
    have|knows?|is on|are on), (?:get|find|send|give)(?: {_SOMEBODY})? (?:the|an?|\w+'s|his|her|their|
    your) (?:\w+ )?(?:number|address|phone|e-?mail|copy|link|note|message|reminder|badge), take {_SOMEBODY} off,
    sign (?:it|this|and|here), leave (?:it|this|a message), mark (?:it|this|your calendars?)"""
)
_RESULT_IS_PLAIN = phrases(
    rf"""(?:call|ring|phon|attend|join|meet|sign|approv)(?:e|ing)?, phone, ask, confirm, pay, buy, return, open, reply,
    respond, contact, let {_SOMEBODY} know(?! (?:your|what you think|how you feel)), advise, talk (?:to|with),
    speak (?:to|with), check, get back, submit, tell, decide, find (?:out|time|a time), find, who|which|what|when|where|
    do|does|is|are|should|any|can|will|have you|has, circulate, distribute, share the, mention, see (?:if|whether),
    work (?:with|w/?) {_SOMEBODY}, look up, determine (?:if|whether), verify, give {_SOMEBODY} a (?:call|ring|shout|
    buzz), touch base, get with, find time, include, keep, your (?:approval|signature|ok|okay|buy-in|permission|
    confirmation|signoff|sign-off), make a (?:reservation|booking|payment), review [^.]{{0,80}}\b(?:if|whether)(?! you),
    complete (?:the|this|your) (?:form|survey|questionnaire|timesheet), fill (?:in|out), register, sign up, apply,
    return, transfer, wait, stop, start, hold, use, select, choose, pick, vote, read, bring, take, (?:send|fax|mail|
    e-?mail|forward|give|get|bring)(?: {_SOMEBODY})? {_AS_IT_IS}"""
)
_LINKS = words("now")  # In a hand-off it mostly links sentences: “now we're identifying …”.
_Found = tuple[int, int, Probe]


def worth_asking(missing: tuple[str, ...], tasks: tuple[Span, ...]) -> tuple[str, ...]:
    """What to ask: nothing for a matter of minutes, and no vision where the result is plain."""
    if all(_TAKES_MINUTES.match(task.text) for task in tasks):
        return ()
    plain = all(_TAKES_MINUTES.match(task.text) or _RESULT_IS_PLAIN.match(task.text) for task in tasks)
    return tuple(topic for topic in missing if not (plain and topic == "vision"))


def find_vague(text: str, places: list[tuple[Span, str]], wording: Wording, leader: str | None) -> Iterator[VagueSpan]:
    """The vague words in what was found, each place looked through for the topic that it belongs to.

    What stands side by side (“some thoughts on”) is one.
    """
    found = sorted({span for place, topic in places for span in _vague_in(place, wording, topic)}, key=_longest_first)
    together: list[_Found] = []
    for start, end, probe in found:
        if together and (start < together[-1][1] or not text[together[-1][1] : start].strip()):
            begin, before, first_probe = together[-1]
            together[-1] = begin, max(before, end), first_probe
        else:
            together.append((start, end, probe))
    for start, end, probe in together:
        yield VagueSpan(text[start:end], start, end, _ask(probe, text[start:end], leader))


def _longest_first(found: _Found) -> tuple[int, int]:
    return found[0], -found[1]


def _vague_in(place: Span, wording: Wording, topic: str) -> Iterator[_Found]:
    """Where vague words begin and end, and the probe of each; what was wrapped or spaced out is read as one line."""
    text = place.text
    kept = [at for at, sign in enumerate(text) if not (sign.isspace() and text[at - 1 : at].isspace())]
    one_line = "".join(" " if text[at].isspace() else text[at] for at in kept)
    for vague in wording.find_vague(one_line, topic):
        if vague.text.lower() not in _LINKS:
            yield place.start + kept[vague.start], place.start + kept[vague.end - 1] + 1, vague.probe


def _ask(probe: Probe, words: str, leader: str | None) -> str:
    """The question, with the vague words and the leader's first name in it."""
    name = first_name(leader or "") or "they"
    return Template(probe.ask).safe_substitute(word=" ".join(words.split()), leader=name)
