"""Models' servers that misbehave: a real `bgpt call` ends in time, holds no lock and changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from backendgpt.deadline import Deadline
from backendgpt.errors import Busy, ModelUnavailable, UnusableAnswer
from backendgpt.spec import Spec
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from tests import wire

TIMEOUT = 3.0
"""Seconds that each call is given."""

BEHAVIOURS: dict[str, wire.Behaviour] = {
    "hangs": wire.hang,
    "drips a byte a second": partial(wire.drip, every=1.0),
    "drips its headers": partial(wire.drip_headers, every=1.0),
    "resets": wire.reset,
    "sends half a JSON": wire.truncate,
    "sends 429": wire.status(429),
    "sends 429 for an hour": wire.status(429, retry_after="3600"),
    "sends 500": wire.status(500),
    "sends HTML": wire.raw("<html><body>Bad gateway</body></html>", "text/html"),
    "sends 502 and HTML": wire.status(502, raw="<html><body>Bad gateway</body></html>"),
    "sends bytes for ever": wire.flood(2**34),
}

EXPECTED = {ModelUnavailable.exit_code, UnusableAnswer.exit_code}


@dataclass(frozen=True)
class Ending:
    """How a call ended.

    Attributes:
        seconds: Until the process was gone.
        code: Its exit code.
        is_locked: Whether the lock was still held.
        is_changed: Whether any file was another one.
        traceback: Whether it printed one.
    """

    seconds: float
    code: int
    is_locked: bool
    is_changed: bool
    traceback: bool

    @property
    def passed(self) -> bool:
        """Whether it ended as documented, within a second of its deadline."""
        in_time = self.seconds <= TIMEOUT + 1
        return in_time and self.code in EXPECTED and not (self.is_locked or self.is_changed or self.traceback)


def call(root: Path, behaviour: wire.Behaviour) -> Ending:
    """Make a call to a server that behaves so.

    Args:
        root: An empty folder.
        behaviour: What the server does with every request.
    """
    store = Home(root).create("todo", Spec("a counter"), {"n": 0})
    before = _files(store)
    command = [sys.executable, "-m", "backendgpt", "call", "todo", "increment()", "--no-input"]
    with wire.ChatServer(behaviour) as server:
        env = {**os.environ, "BGPT_HOME": str(root), "BGPT_MODEL": f"{server.url}#m"}
        began = time.monotonic()
        done = subprocess.run(
            [*command, "--timeout", str(TIMEOUT)], env=env, capture_output=True, check=False
        )
        seconds = time.monotonic() - began
    changed = _files(store) != before
    return Ending(seconds, done.returncode, _is_locked(store), changed, b"Traceback" in done.stderr)


def _files(store: FileStore) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.files.folder.rglob("*") if path.is_file()}


def _is_locked(store: FileStore) -> bool:
    try:
        with store.locked(Deadline(0.1)):
            return False
    except Busy:
        return True
