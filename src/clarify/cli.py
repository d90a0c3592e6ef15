"""The entry: the table of commands, the error boundary and the exit code."""

import gc
import os
import sys
from contextlib import suppress
from typing import Any

from clarify import __version__


def main() -> None:
    """Runs clarify with the arguments of this process, and ends it with the exit code."""
    gc.disable()  # a command ends before collecting would pay
    # For numpy, where a message is read: more threads than one gain little on a page, and lose much on a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _open_missing_streams()
    code = _show_version() if sys.argv[1:] == ["--version"] else run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # Everything is on disk by now. Python would first free all that it holds, which costs a sixth of a short command;
    # mypy exits in this way too.
    os._exit(code)


def _show_version() -> int:
    """Writes the version before anything else is imported, so by the system's own calls; returns the exit code."""
    try:
        os.write(1, f"clarify {__version__}\n".encode())
    except BrokenPipeError:
        pass
    except OSError as problem:
        os.write(2, f"The output can't be written: {problem.strerror}.\n".encode())
        return 1
    return 0


def run(arguments: list[str]) -> int:
    """Runs one command and returns its exit code; an error is told on standard error in a sentence."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:  # at any moment, also while modules are imported
        with suppress(OSError):
            print("Stopped.", file=sys.stderr, flush=True)
        return 130


def _run(arguments: list[str]) -> int:
    import typer

    from clarify.errors import ClarifyError, Interrupted
    from clarify.show import console
    from clarify.text import clean

    console.prepare_streams()
    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:2], "--help"]
    try:
        code = _app()(arguments, prog_name="clarify", standalone_mode=False) or 0
        console.write("")  # Typer's help is still in the buffer
        return int(code)
    except ClarifyError as problem:
        if str(problem):
            tell = console.tell if isinstance(problem, Interrupted) else console.complain
            tell(clean(str(problem)))
        return problem.exit_code
    except typer.TyperException as problem:
        told = _several_words(problem, arguments) or f"{problem.format_message()} Try `clarify --help`."
        console.complain(clean(told))
        return problem.exit_code
    except SystemExit as ending:
        if isinstance(ending.__context__, BrokenPipeError):
            return 0  # Typer exits so if the reader of its help closes the pipe early: `| head`
        return ending.code if isinstance(ending.code, int) else 1
    except OSError as problem:
        if not problem.filename:  # a stream, into which Typer writes its help
            console.give_up_on_output()
        what = f"{problem.filename} can't be used" if problem.filename else "The output can't be written"
        console.complain(clean(f"{what}: {problem.strerror or problem}."))
        return 1
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as problem:
        if os.environ.get("CLARIFY_DEBUG"):
            raise
        what = clean(f"{type(problem).__name__}: {problem}")[:300]
        console.complain(f"Something went wrong inside clarify ({what}). Your briefs are as they were.")
        console.tell("Please report it with what you typed; CLARIFY_DEBUG=1 shows where it happened.")
        return 1


def _several_words(problem: Any, arguments: list[str]) -> str:
    """The remedy where words of one brief were typed without quotes; "" for any other mistake."""
    command = getattr(getattr(problem, "ctx", None), "command", None)
    takes_brief = any("BRIEF" in str(getattr(each, "metavar", "")) for each in getattr(command, "params", []))
    if not takes_brief or not problem.format_message().startswith("Got unexpected extra argument"):
        return ""
    words = " ".join(word for word in arguments[1:] if not word.startswith("-")).replace('"', "")
    return f'Put quotes around the words: clarify {arguments[0]} "{words}". Or type one word of the brief\'s name.'


_HELP = {"help_option_names": ["-h", "--help"]}


def _app() -> Any:
    """The program in the form in which Typer runs it."""
    import typer
    from typer.main import get_command

    app = typer.Typer(
        cls=_table_of_commands(),
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings=_HELP,
        epilog="Begin with `clarify new`.",  # the last line, which also a small window shows
    )

    @app.callback()
    def begin(
        ctx: typer.Context,
        version: bool = typer.Option(False, "--version", help="Show the version and exit."),
    ) -> None:
        """From a hand-off in passing to a brief that both sides agree on. Everything stays on this machine."""
        if version:
            typer.echo(f"clarify {__version__}")
            raise typer.Exit
        from clarify.commands.session import open_session

        ctx.obj = open_session()
        if ctx.invoked_subcommand is None:
            from clarify.commands.today import run as today

            today(ctx)

    return get_command(app)


def _table_of_commands() -> Any:
    """The class by which Typer finds commands. A command's module is imported when it is called, to start quickly."""
    import typer
    from typer.core import TyperCommand, TyperGroup
    from typer.main import get_command

    from clarify.commands import COMMANDS, OTHER_NAMES
    from clarify.errors import UsageError
    from clarify.show.help import in_colour

    about = {name: text for section in COMMANDS.values() for name, text in section.items()}

    class Command(TyperCommand):
        """A command, with its help in colour."""

        def get_help(self, ctx: Any) -> str:
            return in_colour(ctx, super().get_help(ctx))

    class Commands(TyperGroup):
        """The table of commands."""

        def get_help(self, ctx: Any) -> str:
            return in_colour(ctx, super().get_help(ctx))

        def list_commands(self, ctx: Any) -> list[str]:
            return list(about)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name not in about:
                return None
            from importlib import import_module

            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(cmd_name, cls=Command, short_help=about[cmd_name], context_settings=_HELP)(
                import_module(f"clarify.commands.{cmd_name}").run
            )
            return get_command(app)

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            if args[0] in about or args[0].startswith("-") or ctx.resilient_parsing:
                return super().resolve_command(ctx, args)
            from difflib import get_close_matches

            word = args[0].lower()
            close = [OTHER_NAMES[word]] if word in OTHER_NAMES else get_close_matches(word, about, n=1)
            meant = f" Did you mean `clarify {close[0]}`?" if close else ""
            raise UsageError(f"There is no command “{args[0]}”.{meant} `clarify help` shows them all.")

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            for section, commands in COMMANDS.items():
                with formatter.section(section):
                    formatter.write_dl(list(commands.items()))

    return Commands


def _open_missing_streams() -> None:
    """Opens the null device where a standard stream is closed: else the next file opened would take its place."""
    for fd in (0, 1, 2):
        try:
            os.fstat(fd)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
