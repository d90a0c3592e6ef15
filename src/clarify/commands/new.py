"""`clarify new`"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from clarify import terminal
from clarify.answers import understand
from clarify.brief import OPEN, Answer, Brief, Standing
from clarify.commands import conversation
from clarify.commands.handing import find_answers, made_safe, read_source
from clarify.commands.shared import Json, Leader, NoInput, Yes, known_leaders, print_json, typed
from clarify.errors import ClarifyError, UsageError, nearest
from clarify.formats import text as plain
from clarify.interview import Interview, in_order, pending, without_questions
from clarify.questions import QuestionSet
from clarify.screens import full, most_pressing, no_message_needed
from clarify.text import one_line
from clarify.workplace import Workplace

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
    the_set = place.catalog.questions(questions)
    for check in (place.catalog.templates, place.catalog.wording):
        check()  # a mistake in the wording is told before anything is asked or kept
    handoff = made_safe(read_source(source) if source else terminal.paste() if paste else "")
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
    if no_input or not terminal.can_ask(piped=str(source) == "-"):
        _without_asking(place, brief, the_set, no_input, as_json)
        return
    if brief == Brief("", "", None, brief.created):  # nothing was given
        brief = conversation.resume(place) or brief
    conversation.hold(place, _interview(place, brief, place.questions_of(brief)), yes=yes, as_json=as_json)


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


def _interview(place: Workplace, brief: Brief, questions: QuestionSet) -> Interview:
    others = most_pressing(other for other in place.store.summaries()[0] if other.slug != brief.slug)
    return Interview(
        brief,
        questions,
        now=place.now,
        conventions=place.store.settings.conventions,
        wording=place.catalog.wording(),
        others=[other.ask for other in others],
        leaders=known_leaders(place),
        found=_found(place, brief),
        # What was asked before it stopped half-way can be gone back to.
        asked=["ask", *(["leader"] if brief.leader is not None else []), *brief.answers] if brief.asking else [],
    )


def _found(place: Workplace, brief: Brief) -> Mapping[str, Answer]:
    """What the hand-off answers, where there is one; a remark says which of its tasks this brief is for."""
    if not brief.handoff:
        return {}
    handoff, found = find_answers(place, brief.handoff)
    conversation.tell_other_tasks(handoff)
    return found


def _without_asking(place: Workplace, brief: Brief, questions: QuestionSet, no_input: bool, as_json: bool) -> None:
    """The same without a person: what is given or found is taken, the rest is open."""
    found = _found(place, brief)
    brief = replace(
        brief,
        ask=brief.ask or (found["ask"].value if "ask" in found else ""),
        leader=brief.leader or (found["leader"].value if "leader" in found else "" if no_input else None),
    )
    for key, answer in found.items():
        if key not in ("ask", "leader") and key not in brief.answers:
            brief = brief.with_answer(key, answer)
    _refuse_what_is_missing(place, brief, questions, no_input)
    brief = in_order(without_questions(brief, questions, place.now), questions)
    brief = place.store.add(brief)
    if as_json:
        print_json(full(brief, place.store.where(brief.slug)))
        return
    message = place.message(brief)
    if no_message_needed(message):
        terminal.tell(no_message_needed(message))
    terminal.tell(f"Kept as {brief.slug}. Once it is sent: `clarify sent {place.short(brief.slug)}`.")
    terminal.write(plain.render(message, brief))


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
