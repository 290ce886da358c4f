"""One deadline for a whole call, handed down to whatever waits: models, locks, sandboxes."""

from __future__ import annotations

import time
from collections.abc import Callable

from backendgpt.errors import Cancelled, DeadlineExceeded


class Deadline:
    """A point in time that a call must not outlive, and a way for its caller to give up earlier.

    Args:
        seconds: How long from now.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.started = time.monotonic()
        self._cancelled = False
        self._on_cancel: list[Callable[[], None]] = []

    @property
    def elapsed(self) -> float:
        """Seconds since the deadline was set."""
        return time.monotonic() - self.started

    def remaining(self) -> float:
        """Return the seconds left, always above zero.

        Raises:
            DeadlineExceeded: None are left.
            Cancelled: The caller gave up.
        """
        if self._cancelled:
            raise Cancelled("The call was cancelled. The state is unchanged.")
        left = self.seconds - self.elapsed
        if left <= 0:
            raise DeadlineExceeded(
                f"No answer within {self.seconds:g} s. The state is unchanged.",
                hint="--timeout SECONDS allows more time.",
            )
        return left

    def cancel(self) -> None:
        """Give up from any thread: waits that registered with `on_cancel` are woken."""
        self._cancelled = True
        for callback in tuple(self._on_cancel):
            callback()

    def on_cancel(self, callback: Callable[[], None]) -> None:
        """Register what to do when the caller gives up, e.g. close a socket."""
        self._on_cancel.append(callback)
