"""`clarify new` without a person: what is given or found is taken, the rest is left open."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clarify.ask.pending import in_order, pending, with_rest_open
from clarify.ask.questions import QuestionSet
from clarify.ask.tasks import EACH, interview_about
from clarify.brief import Brief
from clarify.commands.intake import read_answers
from clarify.commands.session import Session
from clarify.errors import ClarifyError
from clarify.show import console
from clarify.show.remarks import remarks_on
from clarify.text import one_line, shorten
from clarify.write.formats import text as plain

if TYPE_CHECKING:
    from clarify.ask.found import Found
    from clarify.read.spans import Span

_OPTIONS = ("leader", "deadline", "urgency", "vision", "why", "effort")
"""The questions that have an option of their own."""


def keep(session: Session, brief: Brief, how: str, *, no_input: bool, as_json: bool) -> None:
    """Keeps the briefs and writes the message about them; raises ClarifyError where something is to be said first."""
    questions = session.questions_of(brief)
    briefs = [_taken(each, found) for each, found in _tasks(session, brief, questions, how)]
    if no_input:
        briefs = [replace(brief, leader=brief.leader or "") for brief in briefs]
    _refuse_what_is_missing(session, briefs[0], questions, no_input)
    briefs = session.store.add_all([in_order(with_rest_open(b, questions, session.now), questions) for b in briefs])
    if as_json:
        session.print_briefs(briefs, as_list=how == EACH)
        return
    message = session.message(*briefs)
    for remark in remarks_on(message):
        console.tell(remark)
    names = ", ".join(brief.slug for brief in briefs)
    console.tell(f"Kept as {names}. Once it is sent: `clarify sent {session.short(briefs[0].slug)}`.")
    console.write(plain.render(message))


def _tasks(session: Session, brief: Brief, questions: QuestionSet, how: str) -> "Sequence[tuple[Brief, Found]]":
    """The tasks with what the hand-off answers: as many as an option says, else the first."""
    if not brief.handoff:
        return [(brief, {})]
    read = read_answers(session, brief.handoff)
    if brief.ask or len(read.handoff.tasks) < 2:
        return [(brief, read.whole)]
    if not how:
        _tell_other_tasks(read.handoff.tasks[1:])
        return [(brief, read.whole)]
    from clarify.ask.interview import Interview, TaskDraft  # only where tasks are told apart

    conventions, wording = session.store.settings.conventions, session.catalog.wording()
    lead = Interview([TaskDraft(brief)], questions, session.now, conventions, wording)
    return [(draft.brief, draft.found) for draft in interview_about(lead, read.of_each, how).drafts]


def _tell_other_tasks(others: "Sequence[Span]") -> None:
    """Says which other tasks a message hands over, since a brief is for one."""
    named = "".join(f"\n  {shorten(one_line(task.text), 12)}" for task in others)
    more = "is one more task" if len(others) == 1 else f"are {len(others)} more tasks"
    options = "`--each` makes a brief of each, `--together` one for all."
    console.tell(f"There {more} in it; this brief is for the first. {options}{named}")


def _taken(brief: Brief, found: "Found") -> Brief:
    """The brief with all that is found in the hand-off taken."""
    brief = replace(
        brief,
        ask=brief.ask or (found["ask"].value if "ask" in found else ""),
        leader=brief.leader or (found["leader"].value if "leader" in found else brief.leader),
    )
    for key, answer in found.items():
        if key not in ("ask", "leader") and key not in brief.answers:
            brief = brief.with_answer(key, answer)
    return brief


def _refuse_what_is_missing(session: Session, brief: Brief, questions: QuestionSet, no_input: bool) -> None:
    if not brief.ask:
        if brief.handoff:
            raise ClarifyError(
                'No task was found in the hand-off. Say what you are to do: clarify new "…" --from FILE.'
            )
        piped = "To pipe their message in: clarify new --from -"
        raise ClarifyError(f'Say what you are to do, such as: clarify new "Pull together the Q3 client list". {piped}')
    if no_input:
        return
    keys = [q.key for q in pending(brief, questions, session.now)]
    options = [f"--{key}" if key in _OPTIONS else f"--assume {key}=…" for key in keys]
    if options:
        raise ClarifyError(
            f"There is no terminal to ask at. Give {', '.join(options)}, or --no-input to leave them open."
        )
