"""`bgpt serve` as a process: how it starts, what it says, and how it stops."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from backendgpt.backend import Backend, Runtime
from tests.serving import functions
from tests.wire import ChatServer, hang

SLOW = functions({"": 'def handle(state, args):\n    state["n"] += 1\n    return state["n"]'}, delay=1.0)


@contextmanager
def process(home: Path, model: ChatServer, *options: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run `bgpt serve`; gives the process and its port."""
    env = os.environ | {
        "BGPT_HOME": str(home),
        "BGPT_MODEL": "openai/wire",
        "OPENAI_BASE_URL": model.url,
        "OPENAI_API_KEY": "a-key-of-the-test",
    }
    Backend.create("counter", "A counter", {"n": 1}, runtime=Runtime(env))
    command = [sys.executable, "-m", "backendgpt", "serve", "--port", "0", *options]
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr is not None
            first = running.stderr.readline()
            yield running, int(re.findall(r":(\d+)$", first.strip())[0])
        finally:
            running.kill()


def get(port: int, target: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", target)
    response = connection.getresponse()
    return response.status, response.read()


def wait_until_up(port: int) -> None:
    for _ in range(200):
        try:
            assert get(port, "/-/health")[0] == 200
            return
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise AssertionError("it did not come up")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_a_stop_finishes_the_calls_that_run_and_ends_the_streams(tmp_path: Path) -> None:
    answers: list[tuple[int, bytes]] = []
    with ChatServer(SLOW) as model, process(tmp_path, model) as (running, port):
        wait_until_up(port)
        stream = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        stream.request("GET", "/counter/-/events")
        stream.getresponse()
        calling = threading.Thread(target=lambda: answers.append(get(port, "/counter/add()")))
        calling.start()
        while not model.requests:
            time.sleep(0.02)
        stopped = time.monotonic()
        running.send_signal(signal.SIGTERM)
        calling.join(10)
        assert answers == [(200, b"2")]
        assert running.wait(10) == 0
        assert time.monotonic() - stopped < 5
        assert running.stderr is not None
        said = running.stderr.read()
    assert "Traceback" not in said
    assert re.search(r"^GET /counter/add\(\) 200 1\.\d\ds model rev 2$", said, re.MULTILINE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_a_second_signal_cancels_the_calls_that_run(tmp_path: Path) -> None:
    answers: list[tuple[int, bytes]] = []
    with ChatServer(hang) as model, process(tmp_path, model) as (running, port):
        wait_until_up(port)
        calling = threading.Thread(target=lambda: answers.append(get(port, "/counter/add()")))
        calling.start()
        while not model.requests:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        assert running.wait(3) == 0
        calling.join(3)
        assert running.stderr is not None
        said = running.stderr.read()
    assert [(status, b"The server stops" in body) for status, body in answers] == [(503, True)]
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_a_usage_error(tmp_path: Path) -> None:
    with ChatServer() as model, process(tmp_path, model) as (_, port):
        wait_until_up(port)
        command = [sys.executable, "-m", "backendgpt", "serve", "--port", str(port)]
        second = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert (second.returncode, "--port 0" in second.stderr) == (2, True)


def test_a_bind_beyond_this_machine_prints_its_token_and_wants_it(tmp_path: Path) -> None:
    with ChatServer() as model, process(tmp_path, model, "--host", "0.0.0.0") as (running, port):
        wait_until_up(port)
        assert get(port, "/counter/-/state")[0] == 401
        assert running.stderr is not None
        assert re.search(r"/-/#token=[\w-]{32}$", running.stderr.readline().strip())
