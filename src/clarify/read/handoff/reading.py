"""Reads a hand-off step by step: its layout, its sentences, then each kind of finding."""

from datetime import datetime

from clarify.moments import Conventions
from clarify.read.handoff.findings import TOPICS, Handoff, Task, without_end
from clarify.read.handoff.grammar import (
    REQUESTS,
    DeadlineReader,
    find_deadline,
    find_items,
    find_tasks,
    find_urgency,
    find_vision,
    find_why,
    with_forwarded,
)
from clarify.read.handoff.of_each import with_own_findings
from clarify.read.handoff.open_points import find_vague, worth_asking
from clarify.read.handoff.people import find_people
from clarify.read.mail.layout import layout_of
from clarify.read.mail.sentences import sentences_of
from clarify.read.vague import Wording


def read_handoff(
    text: str,
    now: datetime,
    conventions: Conventions = Conventions(),  # noqa: B008  (frozen: one for all calls)
    wording: Wording = Wording(()),  # noqa: B008
) -> Handoff:
    """The hand-off in `text`, read at the moment `now`; `wording` is the table of vague words to look for."""
    layout = layout_of(text, REQUESTS)
    reader = DeadlineReader(now, conventions)
    own, forwarded = sentences_of(text, layout.body), sentences_of(text, layout.forwarded)
    find_tasks(own, reader)
    find_items(own)
    sentences = with_forwarded(own, forwarded, reader)
    spans = [task for sentence in sentences for task in sentence.tasks]
    if not spans:
        return Handoff((), layout.leader, None, None, None, None, (), (), (), ())
    deadline = find_deadline(sentences, reader)
    urgency = find_urgency(sentences)
    vision = without_end(find_vision(sentences), deadline)
    why = find_why(sentences)
    found = {"deadline": deadline, "urgency": deadline or urgency, "vision": vision, "why": why}
    missing = tuple(topic for topic in TOPICS if not found[topic])
    singles = ((deadline, "deadline"), (urgency, "deadline"), (vision, "vision"), (vision, "scope"))
    places = [(task, topic) for task in spans for topic in ("ask", "scope", "vision")]
    places += [(sentence.span(0, len(sentence.text)), "deadline") for sentence in sentences if sentence.tasks]
    places += [(span, topic) for span, topic in singles if span]
    handoff = Handoff(
        tasks=tuple(Task(s.text, s.start, s.end, deadline, vision, why) for s in spans),
        leader=layout.leader,
        deadline=deadline,
        urgency=urgency,
        vision=vision,
        why=why,
        people=tuple(find_people(sentences, layout)),
        missing=missing,
        ask=worth_asking(missing, spans),
        vague=tuple(find_vague(text, places, wording, layout.leader)),
    )
    return with_own_findings(handoff, [*own, *forwarded], reader)
