"""A spinner on stderr for what takes a person's time."""

from __future__ import annotations

import sys
import threading
from typing import Any

PATIENCE = 0.3
"""Seconds before the spinner appears: what is faster needs none, nor rich, which takes 80 ms to import."""


class Spinner:
    """Shows what is being waited for and for how many seconds, while a `with` lasts; on a terminal only.

    Args:
        text: What is being waited for.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lock = threading.Lock()
        self._over = False
        self._progress: Any = None

    def __enter__(self) -> Spinner:
        if sys.stderr.isatty():
            self._timer = threading.Timer(PATIENCE, self._start)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *exc: object) -> None:
        if sys.stderr.isatty():
            self._timer.cancel()
        with self._lock:
            self._over = True
            if self._progress is not None:
                self._progress.stop()

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn

        with self._lock:
            if self._over:
                return
            self._progress = Progress(
                SpinnerColumn("line"),
                TextColumn("{task.description} {task.elapsed:.0f} s", markup=False),
                console=Console(stderr=True),
                transient=True,
                redirect_stdout=False,
            )
            self._progress.add_task(self._text, total=None)
            self._progress.start()
