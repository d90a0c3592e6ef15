"""`clarify questions`"""

from string import Template
from typing import Annotated

import typer

from clarify.commands.options import Json
from clarify.commands.session import Session
from clarify.errors import ClarifyError, Told
from clarify.show import console, tables
from clarify.show.json import print_json
from clarify.show.tables import Section
from clarify.text import clean


def run(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Show the questions of this set.")] = None,
    as_json: Json = False,
) -> None:
    """The question sets, and whether they, the messages and the vague words are in order."""
    catalog = ctx.obj.catalog
    if name:
        _show(ctx.obj, name, as_json)
        return
    sets, wrong = [], []
    for each in catalog.question_names():
        try:
            found = catalog.questions(each)
            sets.append(
                {
                    "name": each,
                    "title": found.title,
                    "questions": found.names,
                    "path": str(catalog.path(f"questions/{each}.yaml")),
                }
            )
        except ClarifyError as problem:
            wrong.append(str(problem))
    for check in (catalog.templates, catalog.wording):
        try:
            check()
        except ClarifyError as problem:
            wrong.append(str(problem))
    if as_json:
        print_json({"sets": sets, "wrong": wrong})
    else:
        rows = [[str(s["name"]), f"{len(s['questions'])} questions", str(s["title"])] for s in sets]
        tables.write_page([Section(rows, (20, 14, None))])
        for mistake in wrong:
            console.tell(f"Wrong: {clean(mistake)}")
    if wrong:
        raise Told


def _show(session: Session, name: str, as_json: bool) -> None:
    questions = session.catalog.questions(name)
    if as_json:
        print_json([{"key": q.key, "label": q.label, "ask": q.ask, "depth": q.depth} for q in questions])
        return
    asked = [Template(q.ask).safe_substitute(leader="your leader") for q in questions]
    rows = [[q.key, q.depth, ask] for q, ask in zip(questions, asked, strict=True)]
    tables.write_page([Section(rows, (14, 8, None))])
