"""One writer at a time, among processes and among threads.

The lock is the kernel's (flock): it ends with the process that held it, however that died. The filelock
library would do the same, but importing it takes 113 ms, and a learned route's whole process has 275.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from backendgpt.deadline import Deadline
from backendgpt.errors import Busy
from backendgpt.store.disk import SYSTEM, storing

LOCK_SECONDS = 10.0
"""The longest that anybody waits for a lock."""

_POLL_SECONDS = 0.004


_CANCEL_SECONDS = 0.05
"""How soon a thread that waits for another one notices that it was cancelled."""


@contextmanager
def locked(
    path: Path, deadline: Deadline, *, seconds: float = LOCK_SECONDS, threads: threading.Lock | None = None
) -> Iterator[None]:
    """Hold the lock on a file, which is created if need be and never removed.

    Args:
        path: The lock file; it tells who holds the lock.
        deadline: When to stop waiting.
        seconds: The longest wait, if the deadline allows more.
        threads: A lock that the threads of this process take first: it wakes the next one at once, where
            the kernel's has to be polled.

    Raises:
        Busy: Somebody else held it all that time; the message says who.
        DeadlineExceeded, Cancelled: See `Deadline.remaining`.
        StorageError: The file cannot be made.
    """
    wait_until = time.monotonic() + seconds

    def left() -> float:
        left = min(wait_until - time.monotonic(), deadline.seconds - deadline.elapsed)
        if left <= 0:
            raise _busy(path, deadline.elapsed)
        deadline.remaining()
        return left

    with ExitStack() as stack:
        if threads:
            while not threads.acquire(timeout=min(left(), _CANCEL_SECONDS)):
                pass
            stack.callback(threads.release)
        with storing(f"The lock {path.name} cannot be made"):
            fd = SYSTEM.open(path, os.O_RDWR | os.O_CREAT)
        stack.callback(os.close, fd)
        while not _take(fd):
            time.sleep(min(left(), _POLL_SECONDS))
        _sign(fd)
        yield


def _take(fd: int) -> bool:
    """Try to lock once. Closing the descriptor gives the lock back."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(fd, 0, os.SEEK_SET)
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _sign(fd: int) -> None:
    """Write down who holds the lock, for whoever waits; without the arguments, for they may be private."""
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])[:100]
    text = json.dumps({"pid": os.getpid(), "command": command, "since": time.time()})
    # A fixed width needs no truncation, so that a reader never finds the file empty.
    os.lseek(fd, 0, os.SEEK_SET)
    os.write(fd, text.ljust(255).encode() + b"\n")


def _busy(path: Path, waited: float) -> Busy:
    name = path.name.strip(".").removesuffix(".lock")
    try:
        holder = json.loads(path.read_text())
        since = time.strftime("%H:%M:%S", time.localtime(holder["since"]))
        who = f"Process {holder['pid']} ({holder['command']}) has been writing '{name}' since {since}"
    except (OSError, ValueError, KeyError, TypeError):
        who = f"Another process is writing '{name}'"
    return Busy(
        f"{who}; waited {waited:.0f} s. The state is unchanged.",
        hint=f"Try again. Reading needs no lock: bgpt state {name}",
    )
