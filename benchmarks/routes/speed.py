"""What a call costs once it is learned: `python -m benchmarks.routes.speed [--model M]`.

All in one process and one run, on a backend in a folder, with every fsync. Without `--model` the rows that
need a model are left out.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from backendgpt.backend import Backend, Runtime
from backendgpt.jsonvalue import Json, compact
from backendgpt.models import weights

READ = 'def handle(state, args):\n    return state["todos"][args[0]]\n'
WRITE = """\
def handle(state, args):
    todo = state["todos"][args[0]]
    todo["completed"] = not todo["completed"]
    return {"message": f"Toggled {todo['title']}"}
"""
CALLS = {1: 300, 1000: 15}
"""How many calls are timed, by the size of the state in KB."""

out = Console(width=110)


def main(
    model: Annotated[str | None, typer.Option(help="The model to compare with.")] = None,
    asked: Annotated[int, typer.Option(help="How many calls it answers.")] = 4,
) -> None:
    """Time a learned read and a learned write, and the model's answer to the same call."""
    table = Table("call", "state", "median ms", "90 % within ms", "pass mark")
    with tempfile.TemporaryDirectory() as home:
        held = str(weights.folder(os.environ))
        env = {
            **os.environ,
            "BGPT_HOME": home,
            "BGPT_MODELS": held,
            **({"BGPT_MODEL": model} if model else {}),
        }
        runtime = Runtime(env)
        for size, calls in CALLS.items():
            backend = _backend(Path(home), size, runtime)
            for name in ("get", "toggle"):
                parts: list[float] = []
                times = _times(lambda i, b=backend, n=name, p=parts: p.append(_learned(b, n, i)), calls)  # type: ignore[misc]
                table.add_row(f"{name}: learned", f"{size:,} KB", *_row(times), "5 ms" if size == 1 else "")
                if size == 1 and name == "toggle":
                    learned = statistics.median(times)
            mark = "150 ms" if size == 1000 else ""
            table.add_row("toggle: sandbox and commit of that", f"{size:,} KB", *_row(parts[3:]), mark)
        if model:
            backend = _backend(Path(home), 1, runtime)
            backend.call("toggle(0)", fresh=True)
            times = _times(lambda i: backend.call(f"toggle({i % 5})", fresh=True), asked)
            ratio = statistics.median(times) / learned
            table.add_row("toggle: the model, warm", "1 KB", *_row(times), f"{ratio:,.0f} times, of 500")
        runtime.close()
    out.print(table)


def _backend(home: Path, kilobytes: int, runtime: Runtime) -> Backend:
    state = state_of(kilobytes)
    backend = Backend.create("todo", "This is a todo list app", state, force=True, runtime=runtime)
    routes = home / "todo" / "routes"
    routes.mkdir(exist_ok=True)
    for name, source in (("get", READ), ("toggle", WRITE)):
        (routes / f"{name}.py").write_text(f"# status: learned\n{source}")
    return backend


def state_of(kilobytes: int) -> Json:
    """Return todos of about so many kilobytes."""
    todos: list[Json] = []
    size = 0
    while size < kilobytes * 1000 - 80:
        todos.append({"id": len(todos), "title": f"Buy {len(todos)} litres of milk", "completed": False})
        size += len(compact(todos[-1])) + 1
    return {"todos": todos}


def _learned(backend: Backend, name: str, number: int) -> float:
    """Make a learned call; return the ms that running the function and writing its outcome took."""
    turn = backend.call(f"{name}({number % 5})")
    assert turn.source == "route"
    return (turn.timing.sandbox + turn.timing.commit) * 1000


def _times(call: Callable[[int], object], calls: int) -> list[float]:
    """Time some calls, in ms, after a few that are not timed."""
    times = []
    for number in range(calls + 3):
        started = time.perf_counter()
        call(number)
        times.append((time.perf_counter() - started) * 1000)
    return times[3:]


def _row(times: list[float]) -> tuple[str, str]:
    ordered = sorted(times)
    return f"{statistics.median(times):,.2f}", f"{ordered[int(len(ordered) * 0.9)]:,.2f}"


if __name__ == "__main__":
    typer.run(main)
