"""`bgpt init`, `list`, `show`, `edit`, `rm`: the backends themselves, as opposed to what is in them."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from backendgpt.cli import inputs
from backendgpt.cli.fetching import offering
from backendgpt.cli.inputs import Name
from backendgpt.cli.output import escape, note, show_json, styled, write
from backendgpt.cli.progress import Spinner
from backendgpt.errors import BackendExists, BackendGPTError, UnusableAnswer, UsageError
from backendgpt.jsonvalue import Json

if TYPE_CHECKING:
    from backendgpt.spec import Spec
    from backendgpt.store.files import FileStore

app = typer.Typer()

_DRAFT = "fill the empty state with a few realistic, varied samples of everything that this app is about"


@app.command(context_settings=inputs.TOO_MANY)
def init(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="1 to 64 of a-z, 0-9, - and _.", show_default=False)
    ],
    purpose: Annotated[
        str, typer.Argument(metavar="PURPOSE", help="What it is for, in quotes.", show_default=False)
    ],
    state: Annotated[
        str | None,
        typer.Option(metavar="JSON", help="Its first state: JSON, @FILE, or - for stdin. {} by default."),
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Have the model draft a first state with sample data.")
    ] = False,
    model: Annotated[
        str | None, typer.Option("--model", "-m", metavar="MODEL", help="The model that it asks.")
    ] = None,
    schema: Annotated[
        str | None, typer.Option(metavar="@FILE", help="A JSON Schema that the state must always satisfy.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the backend of that name.")] = False,
) -> None:
    """Make a backend.

    \b
      bgpt init todo "This is a todo list app"
      bgpt init todo "This is a todo list app" --state '{"todo_items": []}'
      bgpt init todo "This is a todo list app" --example
    """
    if ctx.args:
        is_state = ctx.args[-1].startswith(("{", "[", "@"))
        or_else = f"for a first state: --state {shlex.quote(ctx.args[-1])}" if is_state else ""
        raise inputs.unquoted(["init", name], [purpose, *ctx.args], or_else=or_else)
    _create(name, purpose, state, example, model, schema, force)
    if sys.stderr.isatty():
        note(f"Made '{name}'. Now: bgpt call {name} \"...\"")


@app.command("list")
def list_backends(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the backends.

    \b
      bgpt list
      bgpt list --json | jq -r '.[].name'
    """
    from backendgpt.store.home import Home

    home = Home.from_env(os.environ)
    found = [_about(home.open(name)) for name in home.names()]
    if as_json:
        show_json([*found])
    elif found:
        write(_table(found))
    elif sys.stderr.isatty():
        note('There is no backend yet. Make one: bgpt init todo "This is a todo list app"')


@app.command()
def show(name: Name) -> None:
    """Print the spec of a backend.

    \b
      bgpt show todo
    """
    from backendgpt.store.home import Home

    files = Home.from_env(os.environ).open(name).files
    text = inputs.read_text(files.spec_path).rstrip("\n")
    write(escape(text) if sys.stdout.isatty() else text)
    if sys.stderr.isatty():
        note(f"{files.folder}", style="dim")


@app.command()
def rm(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove a backend and its history.

    \b
      bgpt rm todo
    """
    from backendgpt.store.home import Home

    home = Home.from_env(os.environ)
    home.open(name)
    if not yes and not sys.stdin.isatty():
        raise UsageError(
            f"'{name}' was not removed: there is no terminal to ask.", hint=f"bgpt rm {name} --yes"
        )
    if not yes and not typer.confirm(f"Remove '{name}' and its history for good?", err=True):
        note("Kept.")
        return
    home.remove(name)


def _create(
    name: str,
    purpose: str,
    state: str | None,
    example: bool,
    model: str | None,
    schema: str | None,
    force: bool,
) -> None:
    from backendgpt.spec import Spec, check_name
    from backendgpt.store.home import Home

    check_name(name)
    inputs.check_text(purpose, "PURPOSE", f'bgpt init {name} "This is a todo list app"')
    if state is not None and example:
        raise UsageError("--state and --example do not go together.", hint=f"bgpt init {name} ... --example")
    home = Home.from_env(os.environ)
    if not force and name in home.names():
        raise BackendExists(name)
    spec = Spec(
        purpose, model=model, schema=None if schema is None else inputs.read_json(schema, "The schema")
    )
    first = inputs.read_json(state, "The state") if state is not None else {}
    home.create(name, spec, offering(lambda: _drafted(name, spec)) if example else first, replace=force)


def _drafted(name: str, spec: Spec) -> Json:
    """Have the model fill an empty backend, made in memory: a call like any other."""
    from backendgpt.backend import Backend
    from backendgpt.store.memory import MemoryStore

    with Backend(MemoryStore(name, spec, {})) as backend, Spinner("Drafting a first state"):
        turn = backend.call(_DRAFT)
    if not turn.changed:
        raise UnusableAnswer(
            "The model drafted no state. Nothing was made.", hint=f'bgpt init {name} "..." without --example'
        )
    return turn.state


def _about(store: FileStore) -> dict[str, Json]:
    try:
        newest = next(store.records(newest_first=True))
        spec = store.spec
    except (BackendGPTError, StopIteration) as exc:
        return {"name": store.name, "problem": str(exc) or "Its history is empty."}
    changed = datetime.fromtimestamp(newest.time, UTC).isoformat(timespec="seconds")
    return {"name": store.name, "revision": newest.revision, "changed": changed, "purpose": spec.purpose}


def _table(found: list[dict[str, Json]]) -> str:
    rows = [
        (row["name"], row.get("revision", "?"), row.get("purpose") or f"Error: {row['problem']}")
        for row in found
    ]
    wide = max(len(str(name)) for name, _, _ in rows)
    lines = [
        f"{name!s:{wide}}  {revision:>5}  {escape(' '.join(str(about).split()))}"
        for name, revision, about in rows
    ]
    if not sys.stdout.isatty():
        return "\n".join(lines)
    columns = shutil.get_terminal_size().columns
    return "\n".join([styled(f"{'name':{wide}}    rev  purpose", "dim"), *(line[:columns] for line in lines)])
