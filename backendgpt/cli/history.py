"""What happened to a backend, and back: log, diff, undo, redo, fork, export, import, compact, repair."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backendgpt.cli import changes, logtable
from backendgpt.cli.inputs import Name
from backendgpt.cli.output import note, write
from backendgpt.deadline import Deadline
from backendgpt.jsonvalue import Json, dumps
from backendgpt.store.home import Home

if TYPE_CHECKING:
    from backendgpt.store import Record
    from backendgpt.store.files import FileStore

app = typer.Typer()

SECONDS = 15.0
"""How long a command may take until it holds the lock."""

NEWEST = 25
"""How many turns `bgpt log` shows on a terminal."""


@app.command()
def log(
    name: Name,
    count: Annotated[
        int | None,
        typer.Option("-n", metavar="N", min=0, help=f"The newest N; 0 for all. {NEWEST} on a terminal."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, with everything.")] = False,
) -> None:
    """Show what happened, the newest first.

    \b
      bgpt log todo
      bgpt log todo -n 3 --json | jq .program
    """
    store = _open(name)
    store.record_edit()
    shortened = count is None and sys.stdout.isatty() and not as_json
    records = store.records(newest_first=True)
    for line in _lines(islice(records, NEWEST if shortened else count or None), as_json):
        write(line)
    if shortened and next(records, None):
        note(f"Older ones: bgpt log {name} -n 0", style="dim")


@app.command()
def diff(
    name: Name,
    a: Annotated[int | None, typer.Argument(metavar="[A]", help="A revision.", show_default=False)] = None,
    b: Annotated[int | None, typer.Argument(metavar="[B]", help="A later one.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON Patch (RFC 6902).")] = False,
) -> None:
    """Show what changed: in the last revision, since revision A, or from A to B.

    \b
      bgpt diff todo
      bgpt diff todo 3
      bgpt diff todo 3 7
    """
    from backendgpt.store import patch, timeline

    store = _open(name)
    before = timeline.state_at(store, timeline.previous(store) if a is None else a)
    after = store.load().state if b is None else timeline.state_at(store, b)
    if as_json:
        write(dumps(list(patch.diff(before, after)), ascii_only=True))
    else:
        _show_changes(before, after)


@app.command()
def undo(
    name: Name,
    steps: Annotated[int, typer.Argument(metavar="[N]", help="How many turns.", min=1)] = 1,
) -> None:
    """Take the last change back, or the last N. This is a revision of its own: redo brings it back.

    \b
      bgpt undo todo
      bgpt undo todo 3
    """
    from backendgpt.store import timeline

    store = _open(name)
    _report(store, timeline.undo(store, steps, Deadline(SECONDS)))


@app.command()
def redo(
    name: Name,
    steps: Annotated[int, typer.Argument(metavar="[N]", help="How many turns.", min=1)] = 1,
) -> None:
    """Bring back what was undone, unless something was changed since.

    \b
      bgpt redo todo
    """
    from backendgpt.store import timeline

    store = _open(name)
    _report(store, timeline.redo(store, steps, Deadline(SECONDS)))


@app.command()
def fork(
    name: Name,
    new: Annotated[str, typer.Argument(help="The copy's name.", show_default=False)],
    at: Annotated[int | None, typer.Option("--at", metavar="REVISION", help="Up to this revision.")] = None,
) -> None:
    """Copy a backend with its history, to try a call on.

    \b
      bgpt fork todo try
      bgpt fork todo before-the-party --at 12
    """
    from backendgpt.store import copies

    store = copies.fork(_home(), name, new, at)
    note(f"'{new}' is '{name}' at revision {store.load().revision}.")


@app.command("export")
def export_(
    name: Name, file: Annotated[Path, typer.Argument(help="The archive to write, e.g. todo.zip.")]
) -> None:
    """Write a backend, with its history and its routes, into one zip file.

    \b
      bgpt export todo todo.zip
    """
    from backendgpt.store import copies

    copies.export(_open(name), file)
    note(f"'{file}' holds '{name}': {file.stat().st_size:,} bytes.")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="An archive that `bgpt export` wrote.")],
    name: Annotated[str | None, typer.Option("--name", help="Another name than the archive's.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a backend of that name.")] = False,
) -> None:
    """Make a backend out of an archive.

    \b
      bgpt import todo.zip
      bgpt import todo.zip --name todo-again
    """
    from backendgpt.store import copies

    given, files = copies.load_archive(file)
    store = _home().place(name or given, files, replace=force)
    note(f"'{store.name}' is here, at revision {store.load().revision}.")


@app.command()
def compact(
    name: Name,
    keep: Annotated[
        int, typer.Option("--keep", metavar="N", min=0, help="How many revisions can still be undone.")
    ] = 1000,
) -> None:
    """Forget the oldest revisions for good; the newest N stay.

    \b
      bgpt compact todo --keep 100
    """
    from backendgpt.store import copies

    store = _open(name)
    before, after = copies.compact(store, keep, Deadline(SECONDS))
    note(f"{before:,} records became {after:,}; the history has {store.files.history.size():,} bytes.")


@app.command()
def repair(
    name: Name, yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")] = False
) -> None:
    """Rebuild a damaged history from what is good in it. Says first what it will do; the old file is kept.

    \b
      bgpt repair todo
    """
    from backendgpt.store import repair as repairs

    store = _open(name)
    found = repairs.plan(store)
    for line in found.findings or (f"'{name}' is in order.",):
        note(line)
    if not found.findings:
        return
    if not yes:
        typer.confirm("Do it?", abort=True, err=True)
    repairs.carry_out(store, found, Deadline(SECONDS))
    note(f"Done: '{name}' is at revision {store.load().revision}.")


def _home() -> Home:
    return Home.from_env(os.environ)


def _open(name: str) -> FileStore:
    return _home().open(name)


def _lines(records: Iterator[Record], as_json: bool) -> Iterator[str]:
    if as_json:
        return (dumps(logtable.to_json(record), ascii_only=True) for record in records)
    if sys.stdout.isatty():
        return logtable.table(records, shutil.get_terminal_size().columns)
    return logtable.tabbed(records)


def _report(store: FileStore, record: Record) -> None:
    from backendgpt.store import patch, timeline

    after = timeline.state_at(store, record.revision)
    _show_changes(patch.apply(after, record.inverse), after)
    note(f"revision {record.revision}, {record.kind} of: {record.call}", style="dim")


def _show_changes(before: Json, after: Json) -> None:
    """Print a change on stdout, line by line."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    for line in changes.summary(before, after, lines=1000, width=width):
        write(logtable.shown(line, style=line[0]))
