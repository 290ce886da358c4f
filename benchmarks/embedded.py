"""How long a call to the embedded model takes: `python -m benchmarks.embedded`.

A cold call is a process of its own: first token and answer count from its start, exit includes what it keeps
for the next one. A warm call finds the model loaded. The state is another one at every call, as after a
change. The first token is taken from a request for one token; the answer's request, right after it, reads
nothing again.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from backendgpt import prompt
from backendgpt.call import Call
from backendgpt.deadline import Deadline
from backendgpt.jsonvalue import Json
from backendgpt.models import shelf, weights
from backendgpt.models.embedded import EmbeddedModel

CALLS = (
    "add_todo(buy milk)",
    "get_all()",
    "mark_complete(1)",
    "delete_last_two_todos()",
    "sort_todos_alphabetically()",
    "which ones are still open?",
    "remove the first todo",
)
TITLES = (
    "eat breakfast",
    "go to school",
    "call grandmother",
    "water the plants",
    "fix the bike",
    "read",
    "cook",
)

app = typer.Typer()


@dataclass(frozen=True)
class Took:
    """What a call took, in seconds, and how many tokens it read, found in a cache and wrote."""

    first: float
    answer: float
    exit: float
    read: int
    kept: int
    written: int


@app.command()
def main(
    model: Annotated[str, typer.Option(help="A model of the catalogue.")] = weights.DEFAULT,
    rounds: Annotated[int, typer.Option(help="How many calls of each kind.", max=len(CALLS))] = 5,
    child: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Time calls in cold processes and warm ones, by what they find kept."""
    if child is not None:
        cache, number = child.split()
        print(json.dumps(asdict(_in_this_process(model, cache, int(number)))))
        return
    table = Table(
        "calls", "n", "first token s", "answer s", "slowest", "exit s", "read", "kept", "written", box=None
    )
    with tempfile.TemporaryDirectory() as home:
        weights_folder = weights.ensure(weights.find(model), os.environ, lambda *_: None).parent
        os.environ |= {"BGPT_MODELS": str(weights_folder), "BGPT_HOME": home}
        for name, took in _rows(model, rounds):
            table.add_row(name, *_figures(took))
            Console(stderr=True).print(f"{name}: {[round(one.answer, 1) for one in took]}", highlight=False)
    Console(width=120).print(table)


def _rows(model: str, rounds: int) -> Iterator[tuple[str, list[Took]]]:
    yield "cold, nothing kept", [_cold(model, "todo", 0)]
    yield "cold, the examples kept", [_cold(model, f"new{number}", number) for number in range(rounds)]
    yield "cold, the backend's own kept", [_cold(model, "todo", number) for number in range(1, rounds + 1)]
    shutil.rmtree(shelf.folder(os.environ))
    for name, caches in (("warm, one backend", ["a"]), ("warm, two backends in turn", ["a", "b"])):
        yield name, list(_warm(model, caches, rounds))


def _cold(model: str, cache: str, number: int) -> Took:
    """Make a call in a process of its own."""
    started = time.time()
    command = [sys.executable, "-m", "benchmarks.embedded", "--model", model, "--child", f"{cache} {number}"]
    said = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "STARTED": str(started)}
    )
    return replace(Took(**json.loads(said.stdout)), exit=time.time() - started)


def _in_this_process(model: str, cache: str, number: int) -> Took:
    embedded = EmbeddedModel(model)
    took = _ask(embedded, cache, number, float(os.environ["STARTED"]))
    embedded.close()
    return took


def _warm(model: str, caches: Sequence[str], rounds: int) -> Iterator[Took]:
    """Make calls for the backends in turn; the first of each, which finds less, is left out."""
    embedded = EmbeddedModel(model)
    for number in range(rounds + 1):
        for cache in caches:
            took = _ask(embedded, cache, number, time.time())
            if number:
                yield took
    embedded.close()


def _ask(model: EmbeddedModel, cache: str, number: int, started: float) -> Took:
    todos: list[Json] = [{"title": title, "completed": False} for title in TITLES[: number + 2]]
    call = Call.parse(CALLS[number])
    messages = prompt.messages(f"This is the todo list of {cache}", {"todo_items": todos}, call)
    one = model.complete(messages, max_tokens=1, deadline=Deadline(300), cache=cache)
    first = time.time() - started
    whole = model.complete(messages, max_tokens=400, deadline=Deadline(300), cache=cache)
    answer = time.time() - started
    return Took(first, answer, answer, one.input_tokens, one.cached_tokens, whole.output_tokens)


def _figures(took: list[Took]) -> list[str]:
    def median(values: Iterator[float], form: str = ".1f") -> str:
        return format(statistics.median(values), form)

    return [
        str(len(took)),
        median(one.first for one in took),
        median(one.answer for one in took),
        f"{max(one.answer for one in took):.1f}",
        median(one.exit for one in took),
        *(median((float(getattr(one, name)) for one in took), ".0f") for name in ("read", "kept", "written")),
    ]


if __name__ == "__main__":
    app()
