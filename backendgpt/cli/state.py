"""`bgpt state`: the state as it is, as it was, or replaced."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from backendgpt.cli import inputs
from backendgpt.cli.inputs import Name
from backendgpt.cli.output import note, show_json
from backendgpt.errors import UsageError
from backendgpt.jsonvalue import Json

app = typer.Typer()


@app.command()
def state(
    name: Name,
    replacement: Annotated[
        str | None,
        typer.Option("--set", metavar="JSON", help="Replace the state by JSON, @FILE, or - for stdin."),
    ] = None,
    at: Annotated[
        int | None, typer.Option("--at", metavar="REVISION", help="Print the state as it was at a revision.")
    ] = None,
) -> None:
    """Print the state, or replace it.

    \b
      bgpt state todo
      bgpt state todo | jq .todo_items
      bgpt state todo --set '{"todo_items": []}'
    """
    if replacement is not None and at is not None:
        raise UsageError("--set and --at do not go together.", hint=f"bgpt state {name} --at {at}")
    if replacement is not None:
        _replace(name, replacement)
    else:
        show_json(_read(name, at))


def _read(name: str, revision: int | None) -> Json:
    from backendgpt.store.home import Home

    store = Home.from_env(os.environ).open(name)
    if revision is None:
        return store.load().state
    from backendgpt.store.timeline import state_at

    return state_at(store, revision)


def _replace(name: str, replacement: str) -> None:
    from backendgpt.backend import Backend
    from backendgpt.cli.call import report_change

    new = inputs.read_json(replacement, "The state")
    with Backend.open(name) as backend:
        before = backend.state
        record = backend.set_state(new)
    if sys.stderr.isatty():
        report_change(before, new)
        note(f"revision {record.revision}", style="dim")
