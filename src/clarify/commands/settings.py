"""`clarify settings`"""

from typing import Annotated

import typer

from clarify.commands.options import Json
from clarify.commands.session import Session
from clarify.errors import UsageError
from clarify.keep.settings import SETTINGS, Holidays, check_setting
from clarify.show import tables
from clarify.show.console import typed
from clarify.show.json import print_json
from clarify.show.tables import Section


def run(
    ctx: typer.Context,
    changes: Annotated[list[str] | None, typer.Argument(metavar="[KEY[=VALUE]]…", help="KEY= takes it out.")] = None,
    as_json: Json = False,
) -> None:
    """Your name, working hours and other conventions: shown, or changed with KEY=VALUE."""
    session: Session = ctx.obj
    keys = list(SETTINGS)
    if changes and any("=" in change for change in changes):
        session.despite_settings()  # this is how a mistake in them is mended
        values: dict[str, str | None] = {}
        for change in map(typed, changes):
            key, equals, value = change.partition("=")
            if not equals:
                raise UsageError(f"Write {key}=VALUE to change it, or {key} alone to see it.")
            if value.strip():
                check_setting(key.strip(), value.strip())
            elif key.strip() not in SETTINGS:
                check_setting(key.strip(), value)
            values[key.strip()] = value.strip() or None
        if values.get("country"):
            session.now.date() in Holidays({}, values["country"] or "")  # noqa: B015  (the look tells whether it is known)
        session.store.set_settings(values)
        keys = list(values)
    elif changes:
        for key in changes:
            if key not in SETTINGS:
                check_setting(key, "")
        keys = changes
    settings = session.store.settings
    if as_json:
        print_json({key: settings.values.get(key) for key in keys})
        return
    tables.write_page(
        [Section([[key, settings.shown(key) or "-", SETTINGS[key].about] for key in keys], (18, 32, None))]
    )
