"""What a whole `bgpt` process costs: `python -m benchmarks.startup [--rounds N]`.

Each row is the median of processes started in turn with all the others, so that a busy moment meets all rows;
the ratios are to a bare `python -c pass` of the same run. What a model takes is taken off its rows: it is a
local server that answers after half a second.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec
from backendgpt.store.home import Home
from tests.wire import AnthropicServer, ChatServer, answer

MODEL_SECONDS = 0.5
REPLY = "```python\ndef handle(state, args):\n    return len(state['todo_items'])\n```"
ROUTE = '# status: learned\ndef handle(state, args):\n    return state["todo_items"][args[0]]\n'


@dataclass(frozen=True)
class Row:
    """A process to time.

    Attributes:
        name: What the table calls it.
        command: Its arguments; Python's own where the first is an option, else those of `bgpt`.
        ratio, seconds: The pass mark, in bare processes or in seconds beyond the model's time.
        env: Additions to the environment.
        model: Whether a model is asked.
    """

    name: str
    command: tuple[str, ...]
    ratio: float | None = None
    seconds: float | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    model: bool = False

    def run(self, home: Path) -> float:
        """Run the process and return its seconds, without the model's."""
        bgpt = [str(Path(sys.executable).with_name("bgpt"))]
        command = [*([sys.executable] if self.command[0].startswith("-c") else bgpt), *self.command]
        env = {**os.environ, "BGPT_HOME": str(home), **self.env}
        started = time.perf_counter()
        subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started - (MODEL_SECONDS if self.model else 0)


def rows(chat: str, anthropic: str) -> list[Row]:
    """List what is timed.

    Args:
        chat, anthropic: Addresses of servers that speak these formats.
    """
    count = ("call", "todo", "count()", "--fresh", "--no-input")
    litellm = {"ANTHROPIC_API_KEY": "key", "ANTHROPIC_API_BASE": anthropic}
    return [
        Row("python -c pass", ("-c", "pass")),
        Row("python -c 'import typer'", ("-c", "import typer")),
        Row("bgpt state todo", ("state", "todo"), ratio=12),
        Row("bgpt list", ("list",)),
        Row("bgpt --help", ("--help",)),
        Row("bgpt call, a learned route", ("call", "todo", "get(1)", "--no-input"), ratio=25),
        Row("bgpt call, direct driver", (*count, "-m", f"{chat}#wire"), seconds=0.6, model=True),
        Row("bgpt call, LiteLLM", (*count, "-m", "anthropic/claude-haiku-4-5"), env=litellm, model=True),
    ]


def main(rounds: Annotated[int, typer.Option(help="Processes per row.")] = 15) -> None:
    """Time whole processes, side by side."""
    delayed = answer(REPLY, delay=MODEL_SECONDS)
    with (
        tempfile.TemporaryDirectory() as folder,
        ChatServer(delayed) as chat,
        AnthropicServer(delayed) as anthropic,
    ):
        home = _prepared(Path(folder))
        timed = rows(chat.url, anthropic.url)
        for row in timed:
            row.run(home)  # Writes the byte code, warms the files.
        turns = [[row.run(home) for row in timed] for _ in range(rounds)]
    medians = [statistics.median(times) for times in zip(*turns, strict=True)]
    table = Table("process", "median ms", "times python", "pass mark")
    for row, seconds in zip(timed, medians, strict=True):
        name = row.name + (" (beyond the model's time)" if row.model else "")
        table.add_row(name, f"{seconds * 1000:,.0f}", f"{seconds / medians[0]:.1f}", _mark(row))
    Console(width=110).print(table)


def _mark(row: Row) -> str:
    if row.ratio:
        return f"{row.ratio:g} times"
    return f"{row.seconds * 1000:,.0f} ms" if row.seconds else ""


def _prepared(folder: Path) -> Path:
    items: list[Json] = [{"title": f"todo {number}", "completed": False} for number in range(20)]
    Home(folder).create("todo", Spec("This is a todo list app"), {"todo_items": items})
    routes = folder / "todo" / "routes"
    routes.mkdir()
    (routes / "get.py").write_text(ROUTE)
    return folder


if __name__ == "__main__":
    typer.run(main)
