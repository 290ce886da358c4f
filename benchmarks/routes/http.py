"""Learned routes behind `bgpt serve`, beside json-server: `python -m benchmarks.routes.http`.

Both hold the same twenty todos and get the same requests over 16 connections from one load generator, in
turns, so that a busy moment meets both. npm installs json-server (v1) into a temporary folder.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.table import Table

from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec
from backendgpt.store.home import Home

PACKAGE = "json-server@^1.0.0-beta.0"
CONNECTIONS = 16

ROUTES = {
    "get_todos_id": """\
def handle(state, args):
    for todo in state["todos"]:
        if todo["id"] == args[0]:
            return todo
    return {"error": "Todo not found"}, 404
""",
    "patch_todos_id": """\
def handle(state, args):
    for todo in state["todos"]:
        if todo["id"] == args[0]:
            todo.update(args[1])
            return todo
    return {"error": "Todo not found"}, 404
""",
}
BODIES = {"GET": "", "PATCH": '{"title": "Buy %d litres of milk"}'}
DURABLE = {
    "bgpt serve": "on the disk: three fsyncs before the answer",
    "json-server": "in the page cache: a renamed file, no fsync; bursts are written once",
}

out = Console(width=130)


def main(
    rounds: Annotated[int, typer.Option(help="Rounds for each server and request.")] = 5,
    seconds: Annotated[float, typer.Option(help="Length of a round.")] = 2.0,
) -> None:
    """Compare the requests per second of a learned read and a learned write."""
    if shutil.which("npm") is None:
        sys.exit("json-server is a package of npm, and npm is not installed.")
    table = Table("request", "server", "requests/s", "median ms", "times json-server", "an answered write is")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours, theirs = stack.enter_context(bgpt(folder)), stack.enter_context(json_server(folder))
        for method in BODIES:
            turns = [
                (_load(ours, request(method, "/todo"), seconds), _load(theirs, request(method, ""), seconds))
                for _ in range(rounds)
            ]
            rates = [statistics.median(map(_rate, of_one)) for of_one in zip(*turns, strict=True)]
            for number, name in enumerate(DURABLE):
                ms = statistics.median(turn[number]["ms"] for turn in turns)
                share = f"{rates[number] / rates[1]:.2f}"
                durable = "" if method == "GET" else DURABLE[name]
                table.add_row(method, name, f"{rates[number]:,.0f}", f"{ms:.1f}", share, durable)
    out.print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {CONNECTIONS} connections")
    out.print(table)


def request(method: str, prefix: str) -> str:
    """Return a request as it is sent; `%d` in it becomes a number of nine digits."""
    body = BODIES[method]
    length = len(body.replace("%d", "0" * 9))
    headers = f"Content-Type: application/json\r\nContent-Length: {length}\r\n" if body else ""
    return f"{method} {prefix}/todos/7 HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n{body}"


@contextmanager
def bgpt(folder: Path) -> Iterator[int]:
    """Run `bgpt serve` with both routes learned; gives its port."""
    Home(folder / "home").create("todo", Spec("This is a todo list app"), _state())
    routes = folder / "home" / "todo" / "routes"
    routes.mkdir()
    for name, source in ROUTES.items():
        (routes / f"{name}.py").write_text(f"# status: learned\n{source}")
    env = os.environ | {"BGPT_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "backendgpt", "serve", "--offline", "--port", "0"]
    with _running(command, env, r" on http://127.0.0.1:(\d+)\n") as port:
        yield port


@contextmanager
def json_server(folder: Path) -> Iterator[int]:
    """Install and run json-server; gives its port."""
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder, PACKAGE], check=True
    )
    database = folder / "db.json"
    database.write_text(json.dumps(_state(), indent=2))
    script = folder / "node_modules" / "json-server" / "lib" / "bin.js"
    command = ["node", str(script), "--port", "3417", str(database)]
    with _running(command, dict(os.environ), r"started on PORT :(\d+)") as port:
        yield port


@contextmanager
def _running(command: list[str], env: dict[str, str], ready: str) -> Iterator[int]:
    """Run a server until the `with` ends; gives the port that it says it listens on."""
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(command, env=env, stdout=log, stderr=log) as process,
    ):
        try:
            yield _port(log, ready)
        finally:
            process.terminate()


def _port(log: TextIO, ready: str) -> int:
    for _ in range(600):
        log.seek(0)
        if found := re.search(ready, log.read()):
            return int(found[1])
        time.sleep(0.05)
    raise TimeoutError("a server did not start")


def _state() -> dict[str, Json]:
    """Return twenty todos."""
    todos: list[Json] = [
        {"id": number, "title": f"Buy {number} litres of milk", "completed": False} for number in range(1, 21)
    ]
    return {"todos": todos}


def _load(port: int, asked: str, seconds: float) -> dict[str, Any]:
    order = {"port": port, "connections": CONNECTIONS, "seconds": seconds, "request": asked}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.routes.load"],
        input=json.dumps(order),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    assert figures["statuses"].keys() == {"200"}, figures
    return figures


def _rate(figures: dict[str, Any]) -> float:
    rate: float = figures["answers"] / figures["seconds"]
    return rate


if __name__ == "__main__":
    typer.run(main)
