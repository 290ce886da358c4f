"""`bgpt call`: one call, its response on stdout, and for a person what it did on stderr."""

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from backendgpt.cli import changes, inputs
from backendgpt.cli.fetching import offering
from backendgpt.cli.inputs import Name
from backendgpt.cli.output import escape, note, show_json
from backendgpt.cli.progress import Spinner
from backendgpt.errors import Cancelled, ModelUnavailable, UnusableAnswer, UsageError
from backendgpt.jsonvalue import Json

if TYPE_CHECKING:
    from backendgpt.turn import Turn

app = typer.Typer()

_DAY = 86_400.0
_UNCHANGED = " The state is unchanged."

Model = Annotated[
    str | None,
    typer.Option("--model", "-m", metavar="MODEL", help="Ask this model, e.g. openai/gpt-4o-mini."),
]


@app.command(context_settings=inputs.TOO_MANY)
def call(
    ctx: typer.Context,
    name: Name,
    text: Annotated[str, typer.Argument(metavar="CALL", help="The call, in quotes.", show_default=False)],
    data: Annotated[
        str | None,
        typer.Argument(metavar="[DATA]", help="JSON that goes with it: inline, @FILE, or - for stdin."),
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", "-r", help="Print a string without its quotes.")] = False,
    envelope: Annotated[
        bool, typer.Option("--json", help="Print the whole turn, not only the response.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Write nothing.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show the function that answered.")
    ] = False,
    model: Model = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", envvar="BGPT_TIMEOUT", help="The longest the call may take.")
    ] = 120.0,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask the model even if a learned route fits.")
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Do not read DATA from a piped stdin.")
    ] = False,
) -> None:
    """Make a call: code-like, REST-like, misspelt or in plain words.

    \b
      bgpt call todo 'add_todo("buy milk")'
      bgpt call todo "delete last todos"
      bgpt call todo "DELETE /items/3"
      echo '{"title": "buy milk"}' | bgpt call todo add_todo
    """
    body = _read_data(name, text, data, ctx.args, piped=not no_input)
    try:
        turn = offering(lambda: _make(name, text, body, model, timeout, dry_run, fresh))
    except (ModelUnavailable, UnusableAnswer) as exc:
        if verbose and isinstance(exc, UnusableAnswer):
            note(exc.reply)
        exc.message = exc.message.removesuffix(_UNCHANGED) + _UNCHANGED
        raise
    show_json(turn.to_json() if envelope else turn.response, raw=raw)
    if verbose:
        show_program(turn.program)
    if sys.stderr.isatty():
        report(turn)


def _read_data(name: str, text: str, data: str | None, rest: list[str], *, piped: bool) -> Json:
    if rest:
        raise inputs.unquoted(["call", name], [text, data or "", *rest])
    if data is None:
        return inputs.read_piped() if piped else None
    if re.fullmatch(r"[^\W\d]\w*", data) and data not in ("true", "false", "null"):
        raise inputs.unquoted(["call", name], [text, data], or_else=f"""JSON: '"{data}"'""")
    return inputs.read_json(data, "DATA")


def _make(
    name: str, text: str, body: Json, model: str | None, timeout: float, dry_run: bool, fresh: bool
) -> Turn:
    from backendgpt.backend import Backend

    inputs.check_text(text, "CALL", f'bgpt call {name} "get_all()"')
    if not 0 < timeout <= _DAY:
        raise UsageError(f"'{timeout:g}' is no number of seconds.", hint="--timeout 300")
    with Backend.open(name) as backend, Spinner("Waiting for the answer"):
        before = backend.store.load().revision
        try:
            return backend.call(text, body, model=model, timeout=timeout, dry_run=dry_run, fresh=fresh)
        except KeyboardInterrupt as exc:
            if backend.store.load().revision == before:
                raise Cancelled("Cancelled. The state is unchanged.") from exc
            raise Cancelled(f"Cancelled, too late perhaps: bgpt log {name} -n 3 shows.") from exc


def show_program(source: str) -> None:
    """Print a function on stderr, coloured on a terminal."""
    if not sys.stderr.isatty():
        note(source)
        return
    from rich.console import Console
    from rich.syntax import Syntax

    syntax = Syntax(escape(source), "python", theme="ansi_dark", background_color="default", word_wrap=True)
    Console(stderr=True).print(syntax)


def report_change(before: Json, after: Json) -> None:
    """Print on stderr how two states differ, in a few lines."""
    for line in changes.summary(before, after, width=shutil.get_terminal_size().columns):
        note(line, style=line[0])


def report(turn: Turn) -> None:
    """Print on stderr what a turn did to the state, and what it took."""
    report_change(turn.before, turn.state)
    note(_took(turn), style="dim")


def _took(turn: Turn) -> str:
    usage = turn.usage
    parts = [f"revision {turn.revision}", duration(turn.timing.total)]
    if turn.dry_run:
        parts[0] = f"dry run on revision {turn.revision}: nothing was written"
    if turn.status != 200:
        parts.append(f"status {turn.status}")
    if turn.source == "route":
        parts.append("a learned route")
    else:
        parts.append(f"{usage.input_tokens:,} tokens read, {usage.output_tokens:,} written")
        parts.append("cost unknown" if usage.cost is None else f"${usage.cost:.4g}")
        parts.append(usage.model)
    if usage.rounds > 1:
        parts.append(f"{usage.rounds} tries")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """Write a duration as people read it: 3 ms, 4.2 s."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
