"""kill -9 at random points, and what is there afterwards.

Two subjects: a process that commits in a loop, and real `bgpt call` processes against a local server that
speaks the model's wire format. One control: a process that writes its state file in place.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError
from backendgpt.spec import Spec
from backendgpt.store import Record
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from tests import wire

PADDING = "x" * 20_000
"""Makes the state large enough that writing it takes a while."""

INCREMENT = '```python\ndef handle(state, args):\n    state["n"] += 1\n    return state["n"]\n```'


@dataclass
class Tally:
    """What a series of kills found.

    Attributes:
        kills: How many processes were killed.
        interrupted: How many of them left a commit half done.
        lost: Answered turns that are not there.
        unreadable: Times that the files could not be read.
        temporary: Temp files left after the next command.
    """

    kills: int = 0
    interrupted: int = 0
    lost: int = 0
    unreadable: int = 0
    temporary: int = 0

    @property
    def passed(self) -> bool:
        """Whether nothing was lost."""
        return not (self.lost or self.unreadable or self.temporary)


def kill_writers(root: Path, kills: int, seed: int, *, in_place: bool = False) -> Tally:
    """Kill a process that commits in a loop.

    Args:
        root: An empty folder.
        kills: How many times.
        seed: Of the points in time.
        in_place: Run the control instead.
    """
    rng, tally = random.Random(seed), Tally()
    for number in range(kills):
        if number % 25 == 0:
            store = _fresh(root / str(number), in_place)
        acknowledged = _run_and_kill(_overwrite if in_place else _commit, store, rng.uniform(0.0, 0.02))
        tally.kills += 1
        _look(store, tally, acknowledged, in_place=in_place)
    return tally


def kill_calls(root: Path, kills: int, seed: int) -> Tally:
    """Kill real `bgpt call` processes, half of them at any time, half soon after the model's answer."""
    rng, tally = random.Random(seed), Tally()
    store, answered, acknowledged = _fresh(root), threading.Event(), 0

    def reply(handler: wire.Handler) -> None:
        wire.answer(INCREMENT)(handler)
        answered.set()

    with wire.ChatServer(reply) as server:
        env = {**os.environ, "BGPT_HOME": str(root), "BGPT_MODEL": f"{server.url}#m"}
        command = [sys.executable, "-m", "backendgpt", "call", "todo", "increment()", "--fresh", "--no-input"]
        began = time.monotonic()
        subprocess.run(command, env=env, check=True, capture_output=True)
        usual, acknowledged = time.monotonic() - began, 1
        for number in range(kills):
            answered.clear()
            with subprocess.Popen(
                command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            ) as process:
                if number % 2:
                    answered.wait(10)
                    time.sleep(rng.uniform(0.0, 0.05))
                else:
                    time.sleep(rng.uniform(0.0, usual))
                process.kill()
                assert process.stdout
                acknowledged += bool(process.stdout.read())
            tally.kills += 1
            found = _look(store, tally, acknowledged)
            acknowledged = max(
                found, acknowledged
            )  # An unanswered turn may have been kept: count from there.
    return tally


def _fresh(root: Path, in_place: bool = False) -> FileStore:
    store = Home(root).create("todo", Spec("a counter"), {"n": 0, "padding": PADDING})
    if in_place:
        store.files.history.path.unlink()
    return store


def _run_and_kill(work: Callable[[FileStore, int], None], store: FileStore, seconds: float) -> int:
    """Fork a worker, kill it some time after its first turn, return the last turn it acknowledged."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            work(FileStore(store.files.folder), write)
        finally:
            os._exit(1)
    os.close(write)
    acknowledged = os.read(read, 8)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(read, "rb") as pipe:
        acknowledged += pipe.read()
    assert acknowledged, "the worker failed"
    return int.from_bytes(acknowledged[-8:], "big")


def _commit(store: FileStore, answers: int) -> None:
    while True:
        with store.writing(Deadline(10)) as writer:
            state: Any = writer.snapshot.state
            after = {**state, "n": state["n"] + 1}
            writer.commit(after, Record(0, time.time(), "call", "increment()"))
        os.write(answers, after["n"].to_bytes(8, "big"))


def _overwrite(store: FileStore, answers: int) -> None:
    """The control: backend-GPT's way, the state file written anew in its place."""
    state = json.loads(store.files.state_path.read_text())
    while True:
        state["n"] += 1
        with open(store.files.state_path, "w") as file:
            json.dump(state, file)
        os.write(answers, state["n"].to_bytes(8, "big"))


def _look(store: FileStore, tally: Tally, acknowledged: int, *, in_place: bool = False) -> int:
    """Do what the next command would, count what is wrong, and return the number that is found."""
    try:
        if in_place:
            state: Any = json.loads(store.files.state_path.read_text())
        else:
            tally.interrupted += _is_interrupted(store)
            state = FileStore(store.files.folder).load().state
            with FileStore(store.files.folder).writing(Deadline(10)) as writer:
                tally.lost += writer.snapshot.state != state
            tally.lost += store.files.rebuilt(store.files.view().entry) != state
    except (BackendGPTError, ValueError):
        tally.unreadable += 1
        with suppress(OSError):
            store.files.state_path.write_text(json.dumps({"n": acknowledged, "padding": PADDING}))
        return acknowledged
    found = int(state["n"])
    tally.lost += not acknowledged <= found <= acknowledged + 1
    tally.temporary += len(list(store.files.folder.glob(".*")))
    return found


def _is_interrupted(store: FileStore) -> bool:
    view = FileStore(store.files.folder).files.view()
    torn = store.files.history.size() > view.entry.end
    return torn or view.found != "current" or any(store.files.folder.glob(".*"))
