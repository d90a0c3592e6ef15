"""What the options of `clarify new` say, as the first brief."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clarify.ask.answers import answer_to
from clarify.ask.questions import QuestionSet
from clarify.ask.tasks import EACH, ONE
from clarify.brief import OPEN, Answer, Brief, Standing
from clarify.commands.session import Session
from clarify.errors import UsageError, nearest
from clarify.show.console import typed
from clarify.text import one_line


@dataclass(frozen=True)
class Given:
    """The options as they were typed; None for an answer that was not given."""

    ask: str
    leader: str | None
    answers: Mapping[str, str | None]
    assumed: Sequence[str]
    """`KEY=TEXT` each."""
    left_open: Sequence[str]
    questions: str
    depth: str


def what_to_make(each: bool, together: bool, asked: bool) -> str:
    """What the options say is to be made of several tasks: EACH, ONE, or nothing said; raises UsageError."""
    if each and together:
        raise UsageError("--each and --together don't go together.")
    if (each or together) and asked:
        raise UsageError("--each and --together take the tasks from the hand-off: leave out what you are to do.")
    return EACH if each else ONE if together else ""


def first_brief(session: Session, given: Given, handoff: str) -> Brief:
    """The brief as far as options and hand-off are given; raises UsageError for what can't be understood."""
    brief = Brief(
        slug="",
        ask=one_line(typed(given.ask)),
        leader=None if given.leader is None else one_line(typed(given.leader)).strip("? "),
        created=session.now.replace(microsecond=0),
        handoff=handoff,
        questions=given.questions,
        depth=given.depth,
    )
    for key, answer in _answers(session, given).items():
        brief = brief.with_answer(key, answer)
    return brief


def _answers(session: Session, given: Given) -> dict[str, Answer]:
    """The answers, in the order of the questions."""
    questions, conventions = session.catalog.questions(given.questions), session.store.settings.conventions
    answers = {
        key: answer_to(key, typed(text), session.now, conventions)
        for key, text in given.answers.items()
        if text is not None
    }
    for pair in given.assumed:
        key, equals, text = typed(pair).partition("=")
        if not equals:
            raise UsageError(f"--assume takes KEY=TEXT, such as --assume why=a pitch. “{pair}” has no “=”.")
        answer = answer_to(_known(questions, key), text, session.now, conventions)
        answers[key] = replace(answer, standing=Standing.ASSUMED) if answer.value else OPEN
    for key in given.left_open:
        answers[_known(questions, typed(key))] = OPEN
    order = [*questions.names, *answers]
    return {key: answers[key] for key in sorted(answers, key=order.index)}


def _known(questions: QuestionSet, key: str) -> str:
    known = [key for key in questions.names if key not in ("ask", "leader")]
    if key not in known:
        raise UsageError(f"There is no question “{key}”.{nearest(key, known)}")
    return key
