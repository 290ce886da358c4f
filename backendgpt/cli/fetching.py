"""Fetching a model's weights while a person watches."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import typer

from backendgpt.cli.output import note
from backendgpt.errors import ModelUnavailable

if TYPE_CHECKING:
    from backendgpt.models.weights import Progress, Weights

T = TypeVar("T")


def offering(ask: Callable[[], T]) -> T:
    """Return what `ask` does; if only weights are missing, offer to fetch them to whoever is at a terminal.

    Raises:
        ModelUnavailable: There is nobody to ask, or they said no.
    """
    try:
        return ask()
    except ModelUnavailable as exc:
        from backendgpt.models.weights import WeightsMissing

        if not isinstance(exc, WeightsMissing) or not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        note(exc.message)
        if not typer.confirm("Fetch them now?", default=True, err=True):
            raise
        fetch(exc.weights)
    return ask()


def fetch_if_missing(name: str) -> None:
    """Fetch the weights of an embedded model, unless they are there or the model is no embedded one.

    Args:
        name: The model's full name, e.g. `local/qwen2.5-coder-1.5b`.

    Raises:
        ModelUnavailable, StorageError: See `weights.ensure`.
    """
    from backendgpt.models import embedded, weights

    known = weights.CATALOGUE.get(name.removeprefix("local/"))
    if known and embedded.available() and not weights.present(known, os.environ):
        fetch(known)


def fetch(weights: Weights) -> None:
    """Fetch weights: with a bar on a terminal, else with a line for every tenth.

    Raises:
        ModelUnavailable, StorageError: See `weights.ensure`.
    """
    from backendgpt.models.weights import ensure

    note(f"Fetching {weights.file}, once: {weights.size / 1e9:.1f} GB, licence {weights.licence}.")
    with _bar() if sys.stderr.isatty() else _lines() as progress:
        ensure(weights, os.environ, progress)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich import progress as rich
    from rich.console import Console

    columns = (
        rich.BarColumn(),
        rich.DownloadColumn(),
        rich.TransferSpeedColumn(),
        rich.TimeRemainingColumn(),
        rich.TextColumn("{task.description}", markup=False),
    )
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda done, total, what: bar.update(task, completed=done, total=total, description=what)


@contextmanager
def _lines() -> Iterator[Progress]:
    shown = 0

    def tell(done: int, total: int, what: str) -> None:
        nonlocal shown
        if done * 10 // total > shown:
            shown = done * 10 // total
            note(f"{shown * 10} % of {total / 1e9:.1f} GB, {what}")

    yield tell
