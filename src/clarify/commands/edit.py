"""`clarify edit`"""

from dataclasses import replace
from typing import Annotated

import typer

from clarify.ask.answers import STANDINGS, answer_to, describe
from clarify.ask.prompt import Prompt
from clarify.brief import Brief, Status
from clarify.commands.options import Json, NoInput, Words, Yes, complete_key
from clarify.commands.session import Session
from clarify.errors import ClarifyError, DamagedFile, Interrupted, UsageError, nearest
from clarify.keep.editor_copy import Copy
from clarify.show import ask, console, programs
from clarify.show.console import typed
from clarify.text import clean, one_line


def run(
    ctx: typer.Context,
    brief: Words = None,
    changes: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE]…", help="Nothing opens your editor.", autocompletion=complete_key),
    ] = None,
    yes: Yes = False,
    as_json: Json = False,
    no_input: NoInput = False,
) -> None:
    """Change answers, the ask or the leader: `why=the board decides`, a guess `why=a pitch?`, open again `why=?`."""
    session: Session = ctx.obj
    if brief and "=" in brief and not session.store.path(brief):
        raise UsageError(f"Name the brief first: clarify edit BRIEF {brief}")
    slug = session.choose(brief, no_input=no_input)
    if not changes:
        if no_input:
            raise ClarifyError("Say what to change with KEY=VALUE, such as why=a pitch: --no-input opens no editor.")
        _in_editor(session, slug, as_json)
        return
    parsed = dict(_parse(session, session.load(slug), typed(change)) for change in changes)
    changed = session.store.change(slug, "edit", lambda current: _changed(session, current, parsed))
    session.show_changed(changed, "\n".join(_told(session, changed, key) for key in parsed), as_json)
    if changed.status is Status.SENT and not as_json:
        again = f"clarify export {session.short(slug)} --copy"
        console.tell(f"The message that you sent says what it said. If they should know: `{again}`.")


def _parse(session: Session, brief: Brief, change: str) -> tuple[str, str]:
    key, equals, value = change.partition("=")
    known = list(dict.fromkeys([*session.questions_of(brief).names, *brief.answers]))
    if not equals:
        form = 'Write KEY=VALUE, with quotes where there are spaces: deadline="Friday noon".'
        raise UsageError(f"“{key}” is no change. {form} The brief is named by one word, or by several in quotes.")
    if key not in known:
        raise UsageError(f"A brief has no “{key}”.{nearest(key, known)}")
    if key == "ask" and not value.strip():
        raise UsageError("The ask can't be empty: say in one sentence what is to be done.")
    return key, value


def _changed(session: Session, brief: Brief, changes: dict[str, str]) -> Brief:
    for key, value in changes.items():
        if key == "ask":
            brief = replace(brief, ask=one_line(value))
        elif key == "leader":
            brief = replace(brief, leader=one_line(value).strip("? "))
        else:
            brief = brief.with_answer(key, answer_to(key, value, session.now, session.store.settings.conventions))
    return brief


def _told(session: Session, brief: Brief, key: str) -> str:
    if key in ("ask", "leader"):
        return f"{key}: {one_line(brief.ask if key == 'ask' else brief.leader or '') or 'not known'}"
    answer = brief.answers[key]
    return f"{key}: {describe(answer, session.now)} ({STANDINGS[answer.standing]})" if answer.value else f"{key}: open"


# ---- in the editor


def _in_editor(session: Session, slug: str, as_json: bool) -> None:
    """Opens a copy, checks what comes back, and only then puts it in place of the file."""
    copy = session.store.copy_for_editor(slug)
    if copy.note:
        console.tell(copy.note)
    try:
        after = _edited(session, slug, copy)
    finally:
        if copy.text() == copy.before:
            copy.put_away()
    if after is None:
        kept = f" Your text from last time stays in {copy.path}." if copy.path.exists() else ""
        console.tell(f"Nothing was changed.{kept}")
        return
    try:
        changed = session.store.rewrite(slug, copy.before, after)
    except ClarifyError as problem:
        raise ClarifyError(f"{problem} Your text is kept in {copy.path}.") from None
    copy.put_away()
    session.noted(session.store.load(slug))
    session.show_changed(changed, f"Changed: {slug}.", as_json)


def _edited(session: Session, slug: str, copy: Copy) -> str | None:
    """The text as it was saved, once it can be read; None if nothing was saved."""
    while True:
        try:
            programs.edit(str(copy.path))
        except ClarifyError as problem:
            if copy.text() == copy.before:
                raise
            # `:cq` of vim, or a crash: what was saved before may be half of a thought, so it is not taken.
            kept = f"Your text is kept in {copy.path}; `clarify edit {session.short(slug)}` opens it again."
            raise ClarifyError(f"{problem} {kept}") from None
        if copy.is_untouched():
            return None
        text = copy.text()
        try:
            session.store.check(slug, text)
            return text
        except DamagedFile as problem:
            kept = f"{clean(str(problem))} The brief is as it was; your text is kept in {copy.path}."
            if not ask.can_ask():
                raise ClarifyError(kept) from None
            console.tell(kept)
            answer = ask.ask(Prompt("", "Open it again?", default="open it again (n: leave it)"))
            if answer.strip().lower() in ("n", "no"):
                raise Interrupted("The brief is as it was.") from None
