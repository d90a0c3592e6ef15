"""The gaps: what is missing and worth asking about, and which words are vague."""

from collections.abc import Iterator
from string import Template

from clarify.brief import first_name
from clarify.handoff.findings import Span, VagueSpan
from clarify.handoff.patterns import phrases
from clarify.wording import Vague, Wording

_TAKES_MINUTES = phrases(
    r"""forward, print, resend, re-send, fax, scan, cc, remind, (?:re)?schedule, book, tell, add, upload, post, rename,
    delete, highlight, download, swap, invite, ping, chase, loop in, fix (?:row|line|cell|the typo|a typo),
    (?:send|get|give|show|bring|e-?mail|mail)(?: me| us| him| her| them)?(?: over| back)? (?:the|my|that|this|it|
    your|a copy|copies|those)(?! (?:thoughts|comments|opinion|view|feedback|list|numbers|input)),
    copy (?:me|him|her|them|us), set up (?:a|the) (?:call|meeting), let (?:him|her|them) know,
    put (?:it|this|that|them|in), update the (?:list|date|title|link|numbers), adjust (?:the )?schedule"""
)
_RESULT_IS_PLAIN = phrases(
    r"""(?:call|ring|phon)(?:ing)?, phone, sign, attend, join, meet, ask, confirm, approve, order, pay, buy, return,
    reply, respond, contact, let (?:me|us|him|her) know, advise, talk (?:to|with), speak (?:to|with), check, get back,
    cancel, submit, tell, decide, find out, who|which|what|when|where|do|does|is|are|should|any, circulate, share the,
    pick up, mention, see if,
    (?:send|fax|mail|e-?mail|forward)(?: \w+)? (?:the|my|that|this|it|your|copies)(?! (?:thoughts|comments|opinion|
    view|feedback|list|numbers|input))"""
)


def worth_asking(missing: tuple[str, ...], tasks: tuple[Span, ...]) -> tuple[str, ...]:
    """What to ask: nothing for a matter of minutes, and no vision where the result is plain."""
    if all(_TAKES_MINUTES.match(task.text) for task in tasks):
        return ()
    plain = all(_TAKES_MINUTES.match(task.text) or _RESULT_IS_PLAIN.match(task.text) for task in tasks)
    return tuple(topic for topic in missing if not (plain and topic == "vision"))


def find_vague(places: list[tuple[Span, str]], wording: Wording, leader: str | None) -> Iterator[VagueSpan]:
    """The vague words in what was found, each place looked through for the topic that it belongs to."""
    found = [
        (place.start + vague.start, vague) for place, topic in places for vague in wording.find_vague(place.text, topic)
    ]
    end = 0
    for start, vague in sorted(found, key=lambda pair: (pair[0], -len(pair[1].text))):
        if start >= end:
            end = start + len(vague.text)
            yield VagueSpan(vague.text, start, end, _probe(vague, leader))


def _probe(vague: Vague, leader: str | None) -> str:
    """The question, with the vague word and the leader's first name in it."""
    name = first_name(leader or "") or "they"
    return Template(vague.probe.ask).safe_substitute(word=vague.text, leader=name)
