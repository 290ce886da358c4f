"""`bgpt serve` under load: throughput, overhead, many backends, generated requests.

    python -m benchmarks.serve [--quick] [throughput] [writers] [overhead] [many] [generated]

Server, model and clients are processes of their own on this machine. The model is a wire-format server that
waits 500 ms (or not at all, where the overhead is measured) and always writes the same function, which
changes the state: every call is a commit with all its fsyncs. Learning is off, so each call asks the model.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TextIO

from backendgpt.jsonvalue import loads
from backendgpt.spec import Spec
from backendgpt.store.home import Home

FUNCTION = '```python\ndef handle(state, args):\n    state["n"] += 1\n    return state["n"]\n```'
DELAY = 0.5


@dataclass(frozen=True)
class Answer:
    """What came back, and how long that took."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


class Client:
    """One keep-alive connection; as little Python as possible, for it shares the machine with the server."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def __aenter__(self) -> Client:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.writer.close()

    async def send(self, target: str, body: bytes = b"") -> Answer:
        """Send a POST and read its answer."""
        started = time.perf_counter()
        head = f"POST {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n\r\n"
        self.writer.write(head.encode() + body)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:] if line)}
        answered = await self.reader.readexactly(int(headers.get("content-length", 0)))
        return Answer(int(lines[0].split()[1]), headers, answered, time.perf_counter() - started)


@contextmanager
def wire(delay: float) -> Iterator[int]:
    """Run the model; gives its port."""
    command = [sys.executable, "-m", "tests.wire", "--delay", str(delay), "--reply", FUNCTION]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(re.findall(r":(\d+)", process.stdout.readline())[0])
        finally:
            process.kill()


@contextmanager
def bgpt(home: Path, model: int, *names: str) -> Iterator[int]:
    """Run `bgpt serve`; gives its port."""
    env = os.environ | {
        "BGPT_HOME": str(home),
        "BGPT_MODEL": "openai/wire",
        "OPENAI_BASE_URL": f"http://127.0.0.1:{model}/v1",
        "OPENAI_API_KEY": "none-is-needed",
    }
    command = [sys.executable, "-m", "backendgpt", "serve", *names, "--port", "0"]
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(command, env=env, stderr=log, text=True) as process,
    ):
        try:
            yield _port(log)
        finally:
            process.terminate()


def _port(log: TextIO) -> int:
    """Wait for the line that says where the server listens."""
    for _ in range(600):
        log.seek(0)
        if found := re.findall(r" on http://127.0.0.1:(\d+)\n", log.read()):
            return int(found[0])
        time.sleep(0.05)
    raise TimeoutError("bgpt serve did not start")


def make(home: Path, count: int) -> list[str]:
    """Make backends."""
    names = [f"counter-{i}" for i in range(count)]
    for name in names:
        Home(home).create(
            name, Spec("A counter", learn="off"), {"n": 0, "items": [{"id": i} for i in range(20)]}
        )
    return names


async def spread(port: int, clients: int, total: int, target: Callable[[int], str]) -> list[Answer]:
    """Let clients send `total` requests between them, each one after the other."""
    answers: list[Answer] = []
    numbers = iter(range(total))

    async def one() -> None:
        async with Client(port) as client:
            for i in numbers:
                answers.append(await client.send(target(i)))

    await asyncio.gather(*(one() for _ in range(clients)))
    return answers


def verdict(name: str, figure: str, mark: str, passed: bool) -> None:
    """Print a row of the table."""
    print(f"| {name} | {figure} | {mark} | {'pass' if passed else 'FALLS SHORT'} |", flush=True)


async def throughput(port: int, names: list[str], total: int) -> None:
    """Measure 100 clients over all backends."""
    await spread(port, 20, 60, lambda i: f"/{names[i % len(names)]}/add_one()")
    started = time.perf_counter()
    answers = await spread(port, 100, total, lambda i: f"/{names[i % len(names)]}/add_one()")
    rate = total / (time.perf_counter() - started)
    errors = sum(answer.status != 200 for answer in answers)
    p95 = quantiles([answer.seconds for answer in answers], n=20)[-1]
    figure = f"{rate:.0f} requests/s, p95 {p95:.2f} s, {errors} errors"
    passed = rate >= 100 and p95 < 1.5 and not errors
    verdict(f"100 clients, {len(names)} backends, 500 ms", figure, ">= 100/s, p95 < 1.5 s, 0", passed)


async def writers(port: int, name: str, total: int) -> None:
    """Count what 20 writers of one backend did."""
    answers = await spread(port, 20, total, lambda _: f"/{name}/add_one()")
    counted = sorted(loads(answer.body) for answer in answers if answer.status == 200)  # type: ignore[type-var]
    kept = counted == list(range(1, total + 1))
    figure = f"{len(counted)} of {total} answered, counted to {max(counted)}"  # type: ignore[type-var]
    verdict("20 writers, one backend, 500 ms", figure, "nothing lost", kept)


async def overhead(port: int, model: int, name: str, total: int) -> None:
    """Measure a request of one client beyond what the model itself takes."""
    body = b'{"messages": [], "model": "wire", "padding": "' + b"x" * 4000 + b'"}'
    served, bare, inside = [], [], []
    async with Client(port) as client, Client(model) as direct:
        for i in range(total + 20):
            answer = await client.send(f"/{name}/add_one()")
            asked = await direct.send("/v1/chat/completions", body)
            if i >= 20:
                served.append(answer.seconds)
                bare.append(asked.seconds)
                inside.append(_timing(answer))
    beyond = (median(served) - median(bare)) * 1000
    verdict("overhead beyond the model, one client", f"median {beyond:.1f} ms", "<= 8 ms", beyond <= 8)
    parts = {key: median(one[key] for one in inside) for key in inside[0]}
    print(
        "|   of it (Server-Timing, medians) |",
        ", ".join(f"{k} {v:.1f} ms" for k, v in parts.items()),
        "| | |",
    )


def _timing(answer: Answer) -> dict[str, float]:
    return {k: float(v) for k, v in re.findall(r"(\w+);dur=([\d.]+)", answer.headers["server-timing"])}


async def many(port: int, names: list[str], total: int) -> None:
    """Compare requests spread over all backends with requests to one."""
    one, spread_out = [], []
    generator = random.Random(1)
    async with Client(port) as client:
        for i in range(total + 20):
            single = await client.send(f"/{names[0]}/add_one()")
            other = await client.send(f"/{generator.choice(names)}/add_one()")
            if i >= 20:
                one.append(single.seconds)
                spread_out.append(other.seconds)
    more = (median(spread_out) - median(one)) * 1000
    figure = f"{median(one) * 1000:.1f} ms and {median(spread_out) * 1000:.1f} ms: {more:+.1f} ms"
    verdict(f"one backend, and {len(names):,} at random", figure, "<= 5 ms more", more <= 5)


def generated(port: int, cases: int) -> None:
    """Let Schemathesis generate requests."""
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    url = f"http://127.0.0.1:{port}/-/openapi.json"
    command = [
        sys.executable,
        "-m",
        "schemathesis.cli",
        "run",
        url,
        "--checks",
        checks,
        "-n",
        str(cases // 4),
    ]
    options = [
        "--exclude-path-regex",
        "/events$",
        "--phases",
        "coverage,fuzzing",
        "--no-color",
        "--seed",
        "1",
    ]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    made = int((re.findall(r"(\d+) generated", done.stdout) or ["0"])[0])
    figure = f"{made:,} cases, {'no failure' if done.returncode == 0 else 'failures'}"
    verdict(
        "Schemathesis on /-/openapi.json", figure, "2,000, no 5xx", done.returncode == 0 and made >= cases
    )
    if done.returncode:
        print(done.stdout)


PARTS = ("throughput", "writers", "overhead", "many", "generated")


def main() -> None:
    """Run everything, or the parts named, and print a table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all by default")
    parser.add_argument("--quick", action="store_true", help="a tenth of the requests")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    share = 10 if options.quick else 1
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}\n")
    print("| what | measured | mark | |\n|---|---|---|---|")
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        names = make(home, 1000)
        slow, fast = stack.enter_context(wire(DELAY)), stack.enter_context(wire(0.0))
        patient, quick = stack.enter_context(bgpt(home, slow)), stack.enter_context(bgpt(home, fast))
        runs: dict[str, Callable[[], None]] = {
            "throughput": lambda: asyncio.run(throughput(patient, names[:20], 4000 // share)),
            "writers": lambda: asyncio.run(writers(patient, names[20], 400 // share)),
            "overhead": lambda: asyncio.run(overhead(quick, fast, names[21], 400 // share)),
            "many": lambda: asyncio.run(many(quick, names, 1000 // share)),
            "generated": lambda: generated(stack.enter_context(bgpt(home, fast, *names[:3])), 2000 // share),
        }
        for part in options.parts or PARTS:
            runs[part]()


if __name__ == "__main__":
    main()
