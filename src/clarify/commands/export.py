"""`clarify export`"""

from pathlib import Path
from typing import Annotated

import typer

from clarify import terminal
from clarify.commands.shared import NoInput, choose, complete_format, complete_slug, json_text, load, print_json
from clarify.disk import write_out
from clarify.errors import UsageError, nearest
from clarify.formats import FORMATS
from clarify.messages import CONFIRMATION, KINDS, Message
from clarify.screens import no_message_needed
from clarify.text import clean
from clarify.workplace import Workplace


def run(
    ctx: typer.Context,
    briefs: Annotated[
        list[str] | None,
        typer.Argument(metavar="BRIEF…", help="One brief or several.", autocompletion=complete_slug),
    ] = None,
    format_name: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="text or markdown.", autocompletion=complete_format)
    ] = "text",
    kind: Annotated[str, typer.Option("--message", metavar="KIND", help="confirmation.")] = CONFIRMATION,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file; - is standard output.")
    ] = None,
    to_clipboard: Annotated[bool, typer.Option("--copy", help="Put it on the clipboard too.")] = False,
    to_mail: Annotated[bool, typer.Option("--launch", help="Open it in your mail program.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print an object for scripts.")] = False,
    no_input: NoInput = False,
) -> None:
    """The message to send: on standard output, to the clipboard, a file or your mail program."""
    place: Workplace = ctx.obj
    _check("format", format_name, list(FORMATS))
    _check("kind of message", kind, list(KINDS))
    named: list[str | None] = list(briefs) if briefs else [None]
    slugs = list(dict.fromkeys(choose(place, words, no_input=no_input) for words in named))
    if to_mail and len(slugs) > 1:
        raise UsageError("--launch opens one message: name one brief.")
    texts, messages = [], {}
    for slug in slugs:
        brief = load(place, slug)
        messages[slug] = message = place.message(brief, kind)
        texts.append(FORMATS[format_name](message, brief))
        if no_message_needed(message):
            terminal.tell(no_message_needed(message))
    text = "\n---\n\n".join(texts)
    _put_out(text, [_object(slug, message) for slug, message in messages.items()] if as_json else None, output)
    if to_clipboard:
        copied = terminal.copy(text)
        terminal.tell("Copied to your clipboard." if copied else "There is no clipboard here: copy it from above.")
    if to_mail:
        terminal.launch(_mailto(messages[slugs[0]]))


def _put_out(text: str, objects: list[dict[str, object]] | None, output: Path | None) -> None:
    """The text, or where there are some the objects, into a file or onto standard output."""
    if output and str(output) != "-":
        write_out(output, text if objects is None else json_text(objects))
        terminal.tell(f"Written to {clean(str(output))}.")
    elif objects is not None:
        print_json(objects)
    else:
        terminal.write(text)


def _check(what: str, name: str, known: list[str]) -> None:
    if name not in known:
        raise UsageError(f"There is no {what} “{name}”.{nearest(name, known)}")


def _object(slug: str, message: Message) -> dict[str, object]:
    return {
        "id": slug,
        "message": message.kind,
        "subject": message.subject,
        "body": "\n\n".join(message.paragraphs),
        "items": [item.key for item in message.items],
        "needed": message.needed,
    }


def _mailto(message: Message) -> str:
    from urllib.parse import quote

    body = "\r\n\r\n".join(paragraph.replace("\n", "\r\n") for paragraph in message.paragraphs)
    return f"mailto:?subject={quote(message.subject)}&body={quote(body)}"
