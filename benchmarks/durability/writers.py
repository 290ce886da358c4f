"""Many processes that write one backend at once: is every increment there?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from backendgpt.deadline import Deadline
from backendgpt.spec import Spec
from backendgpt.store import Record
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from benchmarks.durability.kills import INCREMENT
from tests import wire

WAIT = 60.0
"""Seconds that a writer may wait for its turn among so many."""


class Unlocked(FileStore):
    """The control: everybody believes to be alone."""

    @contextmanager
    def locked(self, deadline: Deadline) -> Iterator[None]:  # noqa: ARG002
        """Hold nothing."""
        yield


def increments(root: Path, processes: int, each: int, *, locked: bool = True) -> int:
    """Let processes increment a counter, and return what it shows afterwards.

    Args:
        root: An empty folder.
        processes: How many.
        each: How many increments each of them makes.
        locked: Whether they use the lock.
    """
    store = Home(root).create("todo", Spec("a counter"), {"n": 0})
    workers = [_fork(store.files.folder, each, locked) for _ in range(processes)]
    for pid in workers:
        os.waitpid(pid, 0)
    # Without the lock the history is not even of one piece: there the plain state counts.
    state: Any = store.load().state if locked else json.loads(store.files.state_path.read_text())
    return int(state["n"])


def _fork(folder: Path, each: int, locked: bool) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            store = (FileStore if locked else Unlocked)(folder, lock_seconds=WAIT)
            for _ in range(each):
                with store.writing(Deadline(WAIT)) as writer:
                    state: Any = writer.snapshot.state
                    writer.commit({"n": state["n"] + 1}, Record(0, time.time(), "call", "increment()"))
        except BaseException:
            if locked:
                traceback.print_exc()
        finally:
            os._exit(0)
    return pid


def calls(root: Path, processes: int, each: int) -> tuple[int, int]:
    """Let real `bgpt call` processes increment a counter against a local wire-format server.

    Returns:
        What the counter shows, and how many calls failed.
    """
    store = Home(root).create("todo", Spec("a counter"), {"n": 0})
    with wire.ChatServer(wire.answer(INCREMENT, delay=0.05)) as server:
        env = {**os.environ, "BGPT_HOME": str(root), "BGPT_MODEL": f"{server.url}#m"}
        call = f"{sys.executable} -m backendgpt call todo 'increment()' --fresh --no-input"
        script = (
            f"failed=0; for i in $(seq {each}); do {call} >&2 || failed=$((failed+1)); done; exit $failed"
        )
        running = [
            subprocess.Popen(["sh", "-c", script], env=env, stderr=subprocess.DEVNULL)
            for _ in range(processes)
        ]
        failed = sum(process.wait() for process in running)
    state: Any = store.load().state
    return int(state["n"]), failed
