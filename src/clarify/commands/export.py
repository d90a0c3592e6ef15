"""`clarify export`"""

from pathlib import Path
from typing import Annotated

import typer

from clarify.brief import Brief
from clarify.commands.options import NoInput, complete_format, complete_slug
from clarify.commands.session import Session
from clarify.errors import UsageError, nearest
from clarify.keep.files import write_out
from clarify.show import clipboard, console, programs
from clarify.show.json import json_text, print_json
from clarify.show.remarks import remarks_on
from clarify.text import clean
from clarify.write.formats import FORMATS, format_called
from clarify.write.message import CONFIRMATION, KINDS, Message


def run(
    ctx: typer.Context,
    briefs: Annotated[
        list[str] | None,
        typer.Argument(metavar="BRIEF…", help="One brief or several.", autocompletion=complete_slug),
    ] = None,
    format_name: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="NAME", help="text (txt, email) or markdown (md).", autocompletion=complete_format
        ),
    ] = "text",
    kind: Annotated[str, typer.Option("--message", metavar="KIND", help="confirmation.")] = CONFIRMATION,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file; - is standard output.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file of --output.")] = False,
    to_clipboard: Annotated[bool, typer.Option("--copy", help="Put it on the clipboard too.")] = False,
    to_mail: Annotated[bool, typer.Option("--launch", help="Open it in your mail program.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print an object for scripts.")] = False,
    no_input: NoInput = False,
) -> None:
    """The message to send: on standard output, to the clipboard, a file or your mail program."""
    session: Session = ctx.obj
    render = format_called(format_name)
    _check("format", render, list(FORMATS))
    _check("kind of message", kind, list(KINDS))
    named: list[str | None] = list(briefs) if briefs else [None]
    slugs = list(dict.fromkeys(session.choose(words, no_input=no_input) for words in named))
    groups = _in_one_message(session, [session.load(slug) for slug in slugs])
    if to_mail and len(groups) > 1:
        raise UsageError("--launch opens one message: name one brief.")
    texts, messages = [], []
    for group in groups:
        messages.append(message := session.message(*group, kind=kind))
        texts.append(FORMATS[render](message))
        for remark in _remarks(session, group, message):
            console.tell(remark)
    text = "\n---\n\n".join(texts)
    objects = [_object(group, message) for group, message in zip(groups, messages, strict=True)]
    _put_out(text, objects if as_json else None, output, replace=force)
    if to_clipboard:
        copied = clipboard.copy(text)
        console.tell("Copied to your clipboard." if copied else "There is no clipboard here: copy it from above.")
    if to_mail:
        programs.launch(_mailto(messages[0]))


def _in_one_message(session: Session, briefs: list[Brief]) -> list[list[Brief]]:
    """The briefs by message: those that came in one hand-off, of one leader, go into one, in their order of work."""
    groups: list[list[Brief]] = []
    taken: set[str] = set()
    for brief in briefs:
        if brief.slug in taken:
            continue
        named = {other.slug: other for other in briefs if other.leader == brief.leader}
        together = session.store.siblings(brief) if len(briefs) > 1 else [brief]
        groups.append([named[other.slug] for other in together if other.slug in named])
        taken.update(other.slug for other in groups[-1])
    return groups


def _remarks(session: Session, group: list[Brief], message: Message) -> list[str]:
    """What she should know of a message before it goes out."""
    remarks = remarks_on(message)
    all_of_it = session.store.siblings(group[0]) if group[0].siblings else group
    if len(all_of_it) > len(group):
        names = " ".join(session.short(brief.slug) for brief in all_of_it)
        remarks.append(f"It came with others in one hand-off. One message for all: `clarify export {names}`.")
    return remarks


def _put_out(text: str, objects: list[dict[str, object]] | None, output: Path | None, *, replace: bool) -> None:
    """The text, or where there are some the objects, into a file or onto standard output."""
    if output and str(output) != "-":
        write_out(output, text if objects is None else json_text(objects), replace=replace)
        console.tell(f"Written to {clean(str(output))}.")
    elif objects is not None:
        print_json(objects)
    else:
        console.write(text)


def _check(what: str, name: str, known: list[str]) -> None:
    if name not in known:
        raise UsageError(f"There is no {what} “{name}”.{nearest(name, known)}")


def _object(group: list[Brief], message: Message) -> dict[str, object]:
    return {
        "id": group[0].slug,
        "together": [brief.slug for brief in group] if len(group) > 1 else [],
        "message": message.kind,
        "subject": message.subject,
        "body": "\n\n".join(message.paragraphs),
        "items": [p.key if len(group) == 1 or len(p.slugs) > 1 else p.key_in("") for p in message.points],
        "needed": message.needed,
    }


def _mailto(message: Message) -> str:
    from urllib.parse import quote

    body = "\r\n\r\n".join(paragraph.replace("\n", "\r\n") for paragraph in message.paragraphs)
    return f"mailto:?subject={quote(message.subject)}&body={quote(body)}"
