"""`clarify new`: from a hand-off to a message to send.

`given` makes the first brief of what the options say; then `dialogue` asks the person, with `tasks`, `resume` and
`autosave`, or `unattended` does without. Only `run` is for others.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from clarify.commands.intake import made_safe, read_clipboard, read_source
from clarify.commands.new.given import Given, first_brief, what_to_make
from clarify.commands.options import Json, Leader, NoInput, Yes
from clarify.commands.session import Session
from clarify.errors import UsageError
from clarify.show.ask import can_ask


def _said(about: str) -> Any:
    return typer.Option(metavar="TEXT", help=about)


def run(
    ctx: typer.Context,
    ask: Annotated[list[str] | None, typer.Argument(metavar="[ASK]", help="What you are to do.")] = None,
    leader: Leader = None,
    deadline: Annotated[str | None, _said("When it is due, as they said it; with ? at the end: your guess.")] = None,
    urgency: Annotated[str | None, _said("What it comes before or after; a guess as above.")] = None,
    vision: Annotated[str | None, _said("It is right when …; a guess as above.")] = None,
    why: Annotated[str | None, _said("What it is for; a guess as above.")] = None,
    effort: Annotated[str | None, _said("How much time to spend; a guess as above.")] = None,
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
    session: Session = ctx.obj
    if quick and deep:
        raise UsageError("--quick and --deep don't go together.")
    how = what_to_make(each, together, bool(ask))
    session.catalog.questions(questions)
    session.catalog.check_own()  # a mistake in the wording is told before anything is asked or kept
    brief = first_brief(
        session,
        Given(
            ask=" ".join(ask or []),
            leader=leader,
            answers={"deadline": deadline, "urgency": urgency, "vision": vision, "why": why, "effort": effort},
            assumed=assume or [],
            left_open=left_open or [],
            questions=questions,
            depth="quick" if quick else "deep" if deep else "normal",
        ),
        made_safe(read_source(source) if source else read_clipboard() if paste else ""),
    )
    if no_input or not can_ask(piped=str(source) == "-"):
        from clarify.commands.new import unattended

        unattended.keep(session, brief, how, no_input=no_input, as_json=as_json)
        return
    from clarify.commands.new import dialogue, resume  # not needed, and so not waited for, without a person

    nothing_given = not (brief.ask or brief.handoff or brief.answers) and brief.leader is None
    drafts = resume.offered(session) if nothing_given and (questions, quick, deep) == ("handoff", False, False) else []
    dialogue.hold(session, drafts or [brief], how=how, yes=yes, as_json=as_json)
