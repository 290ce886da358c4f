"""`bgpt edit`: the spec in a person's editor, checked before it counts."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from backendgpt.cli import inputs
from backendgpt.cli.inputs import Name
from backendgpt.cli.output import note
from backendgpt.errors import BackendGPTError, UsageError

if TYPE_CHECKING:
    from backendgpt.store.files import FileStore

app = typer.Typer()


@app.command()
def edit(name: Name) -> None:
    """Edit the spec of a backend; it is checked when you save it.

    The editor is $VISUAL or $EDITOR.

    \b
      bgpt edit todo
      EDITOR="code --wait" bgpt edit todo
    """
    from backendgpt.store.home import Home

    store = Home.from_env(os.environ).open(name)
    old = inputs.read_text(store.files.spec_path)
    handle, draft = tempfile.mkstemp(prefix=f"{name}-", suffix=".toml")
    with open(handle, "w", encoding="utf-8") as file:
        file.write(old)
    while _editing_again(store, Path(draft), old):
        pass
    Path(draft).unlink()


def _editing_again(store: FileStore, draft: Path, old: str) -> bool:
    """Edit once; True if the text is not usable and the person wants to go on. The text is never lost."""
    try:
        run_editor(draft)
        new = inputs.read_text(draft)
        if new == old:
            note("Nothing was changed.")
        else:
            _save(store, new)
        return False
    except BackendGPTError as exc:
        if sys.stdin.isatty():
            note(f"Error: {exc.message}")
            if typer.confirm("Edit again?", default=True, err=True):
                return True
        exc.message += f" The spec is unchanged; your text is in '{draft}'."
        raise


def run_editor(file: Path) -> None:
    """Open a file in the person's editor and wait until it is closed.

    Raises:
        UsageError: There is no such editor, or it failed.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual_editor()
    try:
        code = subprocess.call([*shlex.split(editor, posix=os.name == "posix"), str(file)])
    except (OSError, ValueError) as exc:
        raise UsageError(
            f"The editor '{editor}' cannot be started: {exc}.", hint="EDITOR=nano bgpt edit ..."
        ) from exc
    if code != 0:
        raise UsageError(f"The editor '{editor}' ended with code {code}.")


def _usual_editor() -> str:
    usual = ("notepad",) if os.name == "nt" else ("sensible-editor", "nano", "vim", "vi")
    return next(filter(shutil.which, usual), "vi")


def _save(store: FileStore, text: str) -> None:
    """Check the text as a spec, against the state that there is, and put it in the spec's place.

    Raises:
        UsageError: It is no spec, or the state does not satisfy its schema.
        LimitExceeded: The state is over one of its limits.
    """
    from backendgpt.deadline import Deadline
    from backendgpt.spec import Spec
    from backendgpt.store.checks import check_state

    spec = Spec.from_toml(text)
    check_state(spec, store.load().state)
    store.save_spec(text, Deadline(10))
