"""What durability costs: commits, large states, long histories."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from backendgpt.deadline import Deadline
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Spec
from backendgpt.store import Record
from backendgpt.store.checks import digest
from backendgpt.store.files import FileStore
from backendgpt.store.history import encode
from backendgpt.store.home import Home


def commits(root: Path, count: int) -> float:
    """Return the median milliseconds of a commit of a 1 KB state, lock and fsyncs included."""
    store = Home(root).create("small", Spec("x"), {"n": 0, "padding": "x" * 1000})

    def once() -> None:
        with store.writing(Deadline(10)) as writer:
            state: Any = writer.snapshot.state
            writer.commit({**state, "n": state["n"] + 1}, Record(0, time.time(), "call", "increment()"))

    return _median_ms(once, count)


def large_state(root: Path, count: int) -> dict[str, float]:
    """Return the median milliseconds of sandbox and commit on a 1 MB state of 12,000 objects."""
    state: Json = {"todos": [_todo(i) for i in range(12_000)]}
    store = Home(root).create("large", Spec("x"), state)
    program, parts = Program.parse(_CHANGE), dict[str, list[float]](sandbox=[], commit=[])
    with Sandbox() as sandbox:
        sandbox.warm()
        for _ in range(count):
            began = time.perf_counter()
            outcome = sandbox.run(program, store.load().state, None, store.spec.limits)
            parts["sandbox"].append(time.perf_counter() - began)
            began = time.perf_counter()
            with store.writing(Deadline(10)) as writer:
                writer.commit(outcome.state, Record(0, time.time(), "call", "change()"))
            parts["commit"].append(time.perf_counter() - began)
    return {name: median(seconds) * 1000 for name, seconds in parts.items()}


_CHANGE = """
def handle(state, args):
    last = state["todos"].pop()
    state["todos"][5]["title"] += "!"
    return last
"""


def long_history(root: Path, revisions: int) -> dict[str, float]:
    """Return the seconds that a backend with many revisions takes, for a whole process each."""
    store = Home(root).create("long", Spec("x"), {"n": 1})
    _lengthen(store, revisions)
    first = _seconds_to_first_line(root, "log", "long")
    state = _seconds_to_first_line(root, "state", "long")
    began = time.monotonic()
    state_in_process = FileStore(store.files.folder).load().state
    load = time.monotonic() - began
    assert state_in_process == {"n": revisions}
    return {"log, first line": first, "state": state, "load()": load}


def _lengthen(store: FileStore, revisions: int) -> None:
    """Append many revisions at once, as commits would have one by one."""
    state: Json = None
    with open(store.files.history.path, "ab") as file:
        for n in range(2, revisions + 1):
            state = {"n": n}
            patch, inverse = _replace(n), _replace(n - 1)
            record = Record(n, 1.7e9 + n, "call", f"set({n})", patch=patch, inverse=inverse, program=_PROGRAM)
            file.write(encode(record, digest(state)))
    store.files.state_path.write_text(f'{{"n": {revisions}}}')


_PROGRAM = 'def handle(state, args):\n    state["n"] = args[0]\n    return state["n"]\n'


def _replace(n: int) -> tuple[dict[str, Json], ...]:
    return ({"op": "replace", "path": "/n", "value": n},)


def _seconds_to_first_line(root: Path, command: str, name: str) -> float:
    def once() -> None:
        arguments = [sys.executable, "-m", "backendgpt", command, name]
        with subprocess.Popen(arguments, env={"BGPT_HOME": str(root)}, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline()
            process.kill()

    return _median_ms(once, 7) / 1000


def _median_ms(work: Callable[[], object], count: int) -> float:
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def _todo(i: int) -> Json:
    return {
        "id": i,
        "title": f"todo number {i}, which has some more words",
        "done": bool(i % 2),
        "priority": i % 3,
    }
