"""How a request to a model is tried: inside one deadline, cancellable, and again where that may help.

Libraries know timeouts per connect and per read. A server that sends one byte a second meets all of those and
never ends, a name lookup has none at all, and nobody can press Ctrl-C in the middle of a read on Windows. So
the request runs in a thread of its own, and the caller waits for the thread no longer than its deadline.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable

T = TypeVar("T")

PAUSES = (0.5, 2.0)
"""Seconds to wait before the second and the third try, where the provider does not say."""

_POLL = 0.2  # how long Ctrl-C may go unseen where a wait cannot be interrupted


class Transient(ModelUnavailable):
    """The request failed in a way that may pass: rate limited, a server's error, a broken connection."""


def within(deadline: Deadline, work: Callable[[], T], give_up: Callable[[], None] = lambda: None) -> T:
    """Run `work()` in another thread and return what it returns, or raise what it raises.

    Args:
        deadline: How long to wait.
        work: What to do. When the wait ends early it is left behind.
        give_up: Called when the wait ends early, to make `work` end soon as well.

    Raises:
        DeadlineExceeded, Cancelled: The wait ended early.
    """
    results: list[T] = []
    failures: list[BaseException] = []
    wake = threading.Event()

    def run() -> None:
        try:
            results.append(work())
        except BaseException as exc:
            failures.append(exc)
        finally:
            wake.set()

    deadline.on_cancel(wake.set)
    try:
        thread = threading.Thread(target=run, daemon=True, name="backendgpt-model")
        deadline.remaining()
        thread.start()
        while not (results or failures):
            wake.wait(min(deadline.remaining(), _POLL))
    except BaseException:
        give_up()
        raise
    if failures:
        raise failures[0]
    return results[0]


def retrying(deadline: Deadline, once: Callable[[], T]) -> T:
    """Call `once()` up to three times, as long as it raises `Transient` and there is time to wait.

    Raises:
        Transient: The last one, when no try is left or the pause would outlast the deadline.
    """
    for pause in PAUSES:
        try:
            return once()
        except Transient as exc:
            wait = pause if exc.retry_after is None else exc.retry_after
            if wait >= deadline.remaining():
                raise
            _sleep(wait, deadline)
    return once()


def _sleep(seconds: float, deadline: Deadline) -> None:
    woken = threading.Event()
    deadline.on_cancel(woken.set)
    woken.wait(seconds)
    deadline.remaining()
