"""The Typer app: which module holds which command, and what becomes of an error.

A command's module is imported when the command runs (or when `--help` lists them all), never before: what
one command needs costs the others nothing. Each such module has an `app = typer.Typer()`.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from backendgpt import __version__
from backendgpt.cli.output import note
from backendgpt.errors import BackendGPTError, Cancelled

COMMANDS = {
    "demo": "demo",
    "init": "backends",
    "call": "call",
    "state": "state",
    "list": "backends",
    "show": "backends",
    "edit": "edit",
    "rm": "backends",
    "serve": "serve",
    **dict.fromkeys(
        ("log", "diff", "undo", "redo", "fork", "export", "import", "compact", "repair"), "history"
    ),
    **dict.fromkeys(("routes", "warm", "replay"), "routes"),
    "models": "models",
}
"""Which module of this package holds a command, in the order of `bgpt --help`."""

EPILOG = """\
\b
Exit codes:
  0  done
  1  a bug in bgpt
  2  the input is not usable: a name, an option, DATA, a state, a spec
  3  no such backend
  4  a backend of that name already exists
  5  a file is damaged or cannot be written, or the disk is full
  6  no model can be reached, or it did not answer in time
  7  the model answered, but nothing usable came of it
  8  another process is writing the backend
  9  a limit of the backend is met
130  Ctrl-C
With codes 2 to 9 the state is as it was.
"""


class Commands(Mapping[str, Any]):
    """The commands by name, each imported when it is looked up."""

    def __init__(self) -> None:
        self._groups: dict[str, TyperGroup] = {}

    def __getitem__(self, name: str) -> Any:
        module = COMMANDS[name]
        if module not in self._groups:
            app = import_module(f"backendgpt.cli.{module}").app
            app.rich_markup_mode = None
            self._groups[module] = get_group(app)
        return self._groups[module].commands.get(name, self._groups[module])

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Boundary(TyperGroup):
    """Runs a command and turns whatever it raises into one message on stderr and an exit code."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "commands": Commands()})

    def invoke(self, ctx: Any) -> Any:
        """Run the command.

        Raises:
            typer.Exit: With the code that the error's class documents.
        """
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.TyperException):
            raise
        except BaseException as exc:
            if ctx.params.get("debug"):
                import traceback

                traceback.print_exception(exc)
            raise typer.Exit(_explain(exc)) from exc


def _explain(exc: BaseException) -> int:
    """Say on stderr what happened, and return the exit code."""
    match exc:
        case Cancelled():
            note(f"\n{exc.message}")
            return exc.exit_code
        case BackendGPTError():
            note(f"Error: {exc.message}" + (f"\nHint: {exc.hint}" if exc.hint else ""))
            return exc.exit_code
        case KeyboardInterrupt() | typer.Abort():
            note("\nCancelled.")
            return 130
        case BrokenPipeError():
            # Whoever read stdout has gone; Python must not complain when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 141
    note(f"Error: bgpt failed: {type(exc).__name__}: {exc}")
    note(f"Hint: {shlex.join(['bgpt', '--debug', *sys.argv[1:]])} shows where.")
    return 1


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"bgpt {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Boundary,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)


@app.callback()
def bgpt(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="BGPT_DEBUG", help="On an error, show the traceback too.")
    ] = False,
) -> None:
    """A backend in one sentence: every call exists, a language model infers what it means.

    \b
      bgpt init todo "This is a todo list app"
      bgpt call todo "add_todo(buy milk)"
      bgpt state todo
    """
