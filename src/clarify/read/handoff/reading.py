"""Reads a hand-off step by step: its layout, the spans in it, and what they mean."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from clarify.moments import Conventions
from clarify.read.handoff.corrections import NONE, Corrections, put_right
from clarify.read.handoff.dates import DeadlineReader, corrected, find_deadlines
from clarify.read.handoff.edges import gives_reason, only_hand_on, trimmed, with_its_verb, worth_doing
from clarify.read.handoff.findings import TOPICS, Finding, Handoff, Task
from clarify.read.handoff.of_each import with_own_findings, with_owners
from clarify.read.handoff.open_points import find_vague, worth_asking
from clarify.read.mail.language import other_language_of
from clarify.read.mail.layout import Layout, layout_of
from clarify.read.mail.sent_at import dated_above
from clarify.read.mail.sentences import Sentence, sentences_of
from clarify.read.names import first_word
from clarify.read.spans import Span
from clarify.read.vague import Wording

if TYPE_CHECKING:
    from clarify.read.handoff.model import Tagger, Tags

_Found = TypeVar("_Found", bound=Finding)


def read_handoff(
    text: str,
    now: datetime,
    conventions: Conventions = Conventions(),  # noqa: B008  (frozen: one for all calls)
    wording: Wording = Wording(()),  # noqa: B008
    corrections: Corrections = NONE,
    layout: Layout | None = None,
) -> Handoff:
    """The hand-off in `text`, read at the moment `now`; `wording` is the table of vague words to look for.

    `corrections`: what the person put right in earlier messages; `layout`: that of the text, where it is known already.
    The first message takes 0.1 s more, for the model to be loaded. Where it can't be, `without_model` is true, and only
    the leader and the deadline were read; so too where `language` is another than English.
    """
    layout = layout or layout_of(text)
    language = other_language_of("\n".join(line.text for line in layout.body))
    tagger = None if language else load_model()
    if tagger:
        return read_with(tagger, text, now, conventions, wording, corrections, layout)
    reader = DeadlineReader(now, conventions)
    dates = (reader.in_sentence(sentence) for sentence in sentences_of(text, layout.body))
    deadline = next(filter(None, dates), None)
    without = language is None
    return Handoff((), layout.leader, deadline, missing=TOPICS, ask=TOPICS, without_model=without, language=language)


def read_with(
    tagger: "Tagger",
    text: str,
    now: datetime,
    conventions: Conventions = Conventions(),  # noqa: B008
    wording: Wording = Wording(()),  # noqa: B008
    corrections: Corrections = NONE,
    layout: Layout | None = None,
) -> Handoff:
    """The same for English, with a model of one's own; `layout` if it is known already."""
    layout = layout or layout_of(text)
    lines = [*layout.subject, *layout.body]
    tags = tagger.tags(text, lines)
    if layout.forwarded and only_hand_on(tags.of["task"]):
        below = tagger.tags(text, layout.forwarded)
        if below.of["task"]:
            tags, lines = below, layout.forwarded
            now = dated_above(text, lines[0].start, now, conventions) or now
    sentences = sentences_of(text, [line for line in lines if line.start < tags.read_to])
    found = {kind: [Finding(s.text, s.start, s.end, s.sure) for s in spans] for kind, spans in tags.of.items()}
    of = put_right(found, sentences, corrections)
    unread = _unread(layout, tags)
    return _handoff(text, layout, of, sentences, DeadlineReader(now, conventions, corrections), wording, unread)


def load_model() -> "Tagger | None":
    """The model, loaded once; None where it can't run on this machine."""
    try:
        from clarify.read.handoff.model import shipped  # numpy: only where a message is read

        return shipped()
    except (ImportError, OSError):
        return None


def _handoff(
    text: str,
    layout: Layout,
    of: Mapping[str, Sequence[Finding]],
    sentences: Sequence[Sentence],
    reader: DeadlineReader,
    wording: Wording,
    cut_short: int | None,
) -> Handoff:
    """What the spans of each kind mean, together and for each task."""
    times = [*of["deadline"], *of["urgency"], *of["why"]]
    cut = [trimmed(span, text, times, of_task=True) for span in of["task"]]
    whole = [with_its_verb(span, text) for span in cut if span]
    tasks = [Task(span.text, span.start, span.end, span.sure) for span in worth_doing(whole)]
    if not tasks:
        return Handoff(leader=layout.leader, read_to=cut_short)
    people = [person for person in of["person"] if not _is_known(person, layout)]
    tasks = with_owners(tasks, people, text)
    deadlines, correcting = corrected(find_deadlines(of["deadline"], tasks, sentences, reader), sentences, reader)
    tasks = [task for task in tasks if not any(sentence.holds(task) for sentence in correcting)] or tasks
    visions, whys, efforts = (
        [span for found in of[kind] if (span := trimmed(found, text, deadlines))]
        for kind in ("vision", "why", "effort")
    )
    whys = [why for why in whys if gives_reason(why)]
    deadline, urgency = _first(deadlines), _first(of["urgency"])
    vision, why, effort = _first(visions), _first(whys), _first(efforts)
    found = {"deadline": deadline, "urgency": deadline or urgency, "vision": vision, "why": why}
    missing = tuple(topic for topic in TOPICS if not found[topic])
    singles = ((deadline, "deadline"), (urgency, "deadline"), (vision, "vision"), (vision, "scope"))
    places: list[tuple[Span, str]] = [(task, topic) for task in tasks for topic in ("ask", "scope", "vision")]
    places += [(s.span(0, len(s.text)), "deadline") for s in sentences if any(s.holds(task) for task in tasks)]
    places += [(span, topic) for span, topic in singles if span]
    handoff = Handoff(
        tasks=tuple(tasks),
        leader=layout.leader,
        deadline=deadline,
        urgency=urgency,
        vision=vision,
        why=why,
        effort=effort,
        limits=tuple(span for found in of["limit"] if (span := trimmed(found, text))),
        people=tuple(people),
        missing=missing,
        ask=worth_asking(missing, tasks),
        vague=tuple(find_vague(text, places, wording, layout.leader)),
        read_to=cut_short,
    )
    return with_own_findings(handoff, sentences, deadlines, visions, whys)


def _first(findings: Sequence[_Found]) -> _Found | None:
    """The first that is sure, else the first."""
    return next((one for one in findings if one.sure), findings[0] if findings else None)


def _unread(layout: Layout, tags: "Tags") -> int | None:
    """Where reading stopped, or None if it came to the end."""
    last = max((line.start + len(line.text.rstrip()) for line in layout.body if line.text), default=0)
    return tags.read_to if 0 < tags.read_to < last else None


def _is_known(person: Span, layout: Layout) -> bool:
    """True for the one who speaks and the one who is spoken to."""
    first = first_word(person.text)
    return first == first_word(layout.leader or "") or (first in layout.greeted and len(layout.greeted) == 1)
