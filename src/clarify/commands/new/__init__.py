"""`clarify new`"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clarify.ask.answers import understand
from clarify.ask.interview import Interview, Part, in_order, pending, without_questions
from clarify.ask.questions import QuestionSet
from clarify.brief import OPEN, Answer, Brief, Standing
from clarify.commands.intake import EACH, ONE, find_answers, made_safe, pasted, read_source
from clarify.commands.new import dialogue as conversation
from clarify.commands.new.resume import resume
from clarify.commands.session import Workplace
from clarify.commands.shared import Json, Leader, NoInput, Yes, known_leaders, print_briefs, typed
from clarify.errors import ClarifyError, UsageError, nearest
from clarify.show import terminal
from clarify.show.screens import left_out, most_pressing, no_message_needed
from clarify.text import one_line
from clarify.write.formats import text as plain

if TYPE_CHECKING:
    from clarify.read.handoff import Handoff

_OPTIONS = ("leader", "deadline", "urgency", "vision", "why", "effort")
Said = typer.Option(metavar="TEXT", help="As the leader said it; with ? at the end it is your guess.")


def run(
    ctx: typer.Context,
    ask: Annotated[list[str] | None, typer.Argument(metavar="[ASK]", help="What you are to do.")] = None,
    leader: Leader = None,
    deadline: Annotated[str | None, Said] = None,
    urgency: Annotated[str | None, Said] = None,
    vision: Annotated[str | None, Said] = None,
    why: Annotated[str | None, Said] = None,
    effort: Annotated[str | None, Said] = None,
    assume: Annotated[list[str] | None, typer.Option(metavar="KEY=TEXT", help="Your guess at an answer.")] = None,
    left_open: Annotated[list[str] | None, typer.Option("--open", metavar="KEY", help="Ask the leader.")] = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="The hand-off; - is standard input.")
    ] = None,
    paste: Annotated[bool, typer.Option("--paste", help="The hand-off is on the clipboard.")] = False,
    questions: Annotated[str, typer.Option(metavar="NAME", help="The question set.")] = "handoff",
    each: Annotated[bool, typer.Option("--each", help="Of several tasks in the hand-off: a brief of each.")] = False,
    together: Annotated[bool, typer.Option("--together", help="Of several tasks: one brief for all of them.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Only the most important questions.")] = False,
    deep: Annotated[bool, typer.Option("--deep", help="More questions, for work that must not go wrong.")] = False,
    no_input: NoInput = False,
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    """From a hand-off to a confirmation that you can paste into an e-mail.

    At a terminal it asks, one question at a time. An empty answer means: not said, ask them.
    """
    place: Workplace = ctx.obj
    if quick and deep:
        raise UsageError("--quick and --deep don't go together.")
    how = _how(each, together, bool(ask))
    the_set = place.catalog.questions(questions)
    for check in (place.catalog.templates, place.catalog.wording):
        check()  # a mistake in the wording is told before anything is asked or kept
    handoff = made_safe(read_source(source)) if source else pasted(terminal.paste()) if paste else ""
    brief = Brief(
        slug="",
        ask=one_line(typed(" ".join(ask or []))),
        leader=None if leader is None else one_line(typed(leader)).strip("? "),
        created=place.now.replace(microsecond=0),
        handoff=handoff,
        questions=questions,
        depth="quick" if quick else "deep" if deep else "normal",
    )
    given = {"deadline": deadline, "urgency": urgency, "vision": vision, "why": why, "effort": effort}
    for key, answer in _given(place, the_set, given, assume or [], left_open or []).items():
        brief = brief.with_answer(key, answer)
    lead = _interview(place, [Part(brief)], the_set)
    if no_input or not terminal.can_ask(piped=str(source) == "-"):
        _without_asking(place, lead, how, no_input, as_json)
        return
    drafts = resume(place) if brief == Brief("", "", None, brief.created) else []  # nothing was given
    if drafts:
        conversation.hold(place, _go_on(place, drafts), yes=yes, as_json=as_json)
        return
    _acquaint(place, lead)
    read = _read(place, lead)
    conversation.hold(place, lead, read=read, how=how, yes=yes, as_json=as_json)


def _how(each: bool, together: bool, asked: bool) -> str:
    """What the options say is to be made of several tasks; empty: nothing."""
    if each and together:
        raise UsageError("--each and --together don't go together.")
    if (each or together) and asked:
        raise UsageError("--each and --together take the tasks from the hand-off: leave out what you are to do.")
    return EACH if each else ONE if together else ""


def _given(
    place: Workplace,
    questions: QuestionSet,
    given: dict[str, str | None],
    assumed: Sequence[str],
    left_open: Sequence[str],
) -> dict[str, Answer]:
    """The answers that were given as options, in the order of the questions."""
    conventions = place.store.settings.conventions
    answers = {
        key: understand(key, typed(text), place.now, conventions) for key, text in given.items() if text is not None
    }
    for pair in assumed:
        key, equals, text = typed(pair).partition("=")
        if not equals:
            raise UsageError(f"--assume takes KEY=TEXT, such as --assume why=a pitch. “{pair}” has no “=”.")
        answer = understand(_known(questions, key), text, place.now, conventions)
        answers[key] = replace(answer, standing=Standing.ASSUMED) if answer.value else OPEN
    for key in left_open:
        answers[_known(questions, typed(key))] = OPEN
    order = questions.names
    return {
        key: answers[key] for key in sorted(answers, key=lambda key: order.index(key) if key in order else len(order))
    }


def _known(questions: QuestionSet, key: str) -> str:
    known = [key for key in questions.names if key not in ("ask", "leader")]
    if key not in known:
        raise UsageError(f"There is no question “{key}”.{nearest(key, known)}")
    return key


def _interview(place: Workplace, parts: list[Part], questions: QuestionSet) -> Interview:
    conventions, wording = place.store.settings.conventions, place.catalog.wording()
    return Interview(parts, questions, place.now, conventions, wording).begun()


def _acquaint(place: Workplace, talk: Interview) -> None:
    """Tells it of the owner's other work and of her leaders: only where somebody is asked, as it reads the list."""
    slugs = {brief.slug for brief in talk.briefs}
    talk.others = [other.ask for other in most_pressing(b for b in place.store.summaries()[0] if b.slug not in slugs)]
    talk.leaders = known_leaders(place)


def _go_on(place: Workplace, drafts: Sequence[Brief]) -> Interview:
    """The interview that stopped half-way."""
    parts = [Part(draft) for draft in drafts]
    if drafts[0].together:
        from clarify.commands.new.tasks import parts_of

        parts = parts_of(place, drafts)
    elif drafts[0].handoff:
        parts[0].found = find_answers(place, drafts[0].handoff)[1]
    talk = _interview(place, parts, place.questions_of(drafts[0]))
    _acquaint(place, talk)
    return talk


def _read(place: Workplace, interview: Interview) -> "Handoff | None":
    """Offers what the hand-off answers, where there is one; returns it where its tasks are to be chosen still."""
    brief = interview.briefs[0]
    if not brief.handoff:
        return None
    handoff, found = find_answers(place, brief.handoff)
    interview.offer(found)
    return None if brief.ask else handoff


def _without_asking(place: Workplace, lead: Interview, how: str, no_input: bool, as_json: bool) -> None:
    """The same without a person: what is given or found is taken, the rest is open."""
    briefs = [_taken(part) for part in _talk(place, lead, how).parts]
    for n, brief in enumerate(briefs):
        briefs[n] = replace(brief, leader="" if no_input and brief.leader is None else brief.leader)
    questions = lead.questions
    _refuse_what_is_missing(place, briefs[0], questions, no_input)
    briefs = place.store.add_all([in_order(without_questions(b, questions, place.now), questions) for b in briefs])
    if as_json:
        print_briefs(place, briefs)
        return
    message = place.message(*briefs)
    if no_message_needed(message):
        terminal.tell(no_message_needed(message))
    if message.left_out:
        terminal.tell(left_out(message))
    names = ", ".join(brief.slug for brief in briefs)
    terminal.tell(f"Kept as {names}. Once it is sent: `clarify sent {place.short(briefs[0].slug)}`.")
    terminal.write(plain.render(message))


def _talk(place: Workplace, lead: Interview, how: str) -> Interview:
    """The interview with what the hand-off answers, about as many tasks as an option says."""
    read = _read(place, lead)
    if read is None or len(read.tasks) < 2:
        return lead
    if not how:
        conversation.tell_other_tasks(read)
        return lead
    from clarify.commands.new.tasks import choose_tasks

    return choose_tasks(place, lead, read, how)


def _taken(part: Part) -> Brief:
    """The brief with all that is found in the hand-off taken."""
    brief, found = part.brief, part.found
    brief = replace(
        brief,
        ask=brief.ask or (found["ask"].value if "ask" in found else ""),
        leader=brief.leader or (found["leader"].value if "leader" in found else brief.leader),
    )
    for key, answer in found.items():
        if key not in ("ask", "leader") and key not in brief.answers:
            brief = brief.with_answer(key, answer)
    return brief


def _refuse_what_is_missing(place: Workplace, brief: Brief, questions: QuestionSet, no_input: bool) -> None:
    if not brief.ask:
        if brief.handoff:
            raise ClarifyError(
                'No task was found in the hand-off. Say what you are to do: clarify new "…" --from FILE.'
            )
        raise ClarifyError('Say what you are to do, such as: clarify new "Pull together the Q3 client list".')
    if no_input:
        return
    keys = [q.key for q in pending(brief, questions, place.now)]
    options = [f"--{key}" if key in _OPTIONS else f"--assume {key}=…" for key in keys]
    if options:
        raise ClarifyError(
            f"There is no terminal to ask at. Give {', '.join(options)}, or --no-input to leave them open."
        )
