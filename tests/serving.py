"""A real `bgpt serve` in a thread of the test, and a model behind it that answers over a socket.

with serving(tmp_path, {"todo": {"todos": []}}, reply=functions({"add": ADD})) as served:
    served.get("/todo/add_todo(milk)").json
"""

from __future__ import annotations

import http.client
import io
import json
import re
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backendgpt.backend import Backend, Runtime
from backendgpt.jsonvalue import Json
from backendgpt.prompt import fenced
from backendgpt.server.hall import Hall
from backendgpt.server.run import Server, listen, make_server
from backendgpt.server.settings import Settings
from tests.wire import Behaviour, ChatServer, answer


@dataclass(frozen=True)
class Answer:
    """What the server answered; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Served:
    """A server that runs."""

    port: int
    hall: Hall
    log: io.StringIO
    model: ChatServer
    server: Server
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(self, method: str, target: str, body: bytes | Json = None, **headers: str) -> Answer:
        """Send a request whose target goes out byte for byte; `sec_fetch_site` becomes Sec-Fetch-Site."""
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, target, skip_host="host" in headers, skip_accept_encoding=True)
        for name, value in (self.headers | headers).items():
            connection.putheader(name.replace("_", "-"), value)
        if data is not None:
            connection.putheader("Content-Length", str(len(data)))
        connection.endheaders(data)
        response = connection.getresponse()
        answered = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return answered

    def get(self, target: str, **headers: str) -> Answer:
        return self.send("GET", target, **headers)

    def post(self, target: str, body: bytes | Json = None, **headers: str) -> Answer:
        return self.send("POST", target, body, **headers)

    def state(self, name: str) -> Any:
        return self.hall.open(name).state

    def logged(self, wanted: str, seconds: float = 3.0) -> str:
        """Return the access log once it holds a text."""
        wait_for(lambda: wanted in self.log.getvalue(), seconds)
        return self.log.getvalue()

    def raw(self) -> socket.socket:
        """Open a bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)


@contextmanager
def serving(
    home: Path,
    states: Mapping[str, Json],
    *steps: str | Behaviour,
    runtime: Runtime | None = None,
    purpose: str = "An app",
    port: int = 0,
    **settings: Any,
) -> Iterator[Served]:
    """Serve backends with these states; the model follows the steps of a `ChatServer`."""
    with ChatServer(*steps) as model:
        env = {
            "BGPT_HOME": str(home),
            "BGPT_MODEL": "openai/wire",
            "OPENAI_BASE_URL": model.url,
            "OPENAI_API_KEY": "a-key-of-the-test",
        }
        runtime = runtime or Runtime(env)
        for name, state in states.items():
            Backend.create(name, purpose, state, runtime=runtime)
        hall = Hall(Settings(port=port, **settings).checked(), runtime)
        log = io.StringIO()
        server = make_server(hall, log=log)
        with listen(hall.settings) as sock:
            thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
            thread.start()
            wait_for(lambda: server.started)
            try:
                yield Served(sock.getsockname()[1], hall, log, model, server)
            finally:
                server.should_exit = hall.stopping = True
                thread.join(10)


def functions(table: Mapping[str, str], *, delay: float = 0.0) -> Behaviour:
    """Answer each call with the function of the first pattern that its text matches."""

    def reply(messages: list[dict[str, Any]]) -> str:
        asked = "\n".join(message["content"] for message in messages if message["role"] == "user")
        call = re.findall(r"^Call: (.*)$", asked, re.MULTILINE)[-1]
        return next((fenced(source) for pattern, source in table.items() if re.search(pattern, call)), "no")

    return answer(reply, delay=delay)


def wait_for(condition: Any, seconds: float = 15.0) -> None:
    """Wait until a condition holds."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise AssertionError("it did not happen in time")
        time.sleep(0.01)
