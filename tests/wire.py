"""Local servers that speak the providers' wire formats, well or badly, over real sockets.

    with ChatServer("```python ...```") as server:             # one answer for every request
        model = ChatModel("test/m", server.url)
    with ChatServer(status(429, retry_after="1"), "hello"):     # the last behaviour repeats
    with ChatServer(answer(lambda messages: messages[-1]["content"])):

`server.requests` holds what arrived. AnthropicServer and GeminiServer take the same scripts. As a process:

    python -m tests.wire --port 8123 --delay 0.5 --reply-file answer.txt
"""

from __future__ import annotations

import argparse
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

from tests.dialects import USAGE, Anthropic, Dialect, Gemini, Messages, Usage

Behaviour = Callable[["Handler"], None]

KEPT = 10_000
"""How many requests a server remembers, so that a long load test does not fill the memory."""


@dataclass(frozen=True)
class Request:
    """What arrived. Header names are in lower case; the body is parsed JSON."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


class Handler(BaseHTTPRequestHandler):
    """One connection. Behaviours use `request_seen`, `dialect`, `send` and `closing`."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    dialect: Dialect
    script: list[Behaviour]
    turn: Iterator[int]
    requests: list[Request]
    models: Sequence[str] | Behaviour
    closing: threading.Event

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.request_seen = Request(self.command, self.path, headers, json.loads(data or b"null"))
        if len(self.requests) < KEPT:
            self.requests.append(self.request_seen)
        step = self.script[min(next(self.turn), len(self.script) - 1)]
        with suppress(ConnectionError):
            step(self)

    def do_GET(self) -> None:
        """List the models, as Ollama and as OpenAI do."""
        if callable(self.models):
            return self.models(self)
        names = [{"name": name, "id": name, "model": name} for name in self.models]
        self.send(200, json.dumps({"models": names, "object": "list", "data": names}))

    def send(self, code: int, body: str | bytes, **headers: str) -> None:
        """Send a whole response; `retry_after` becomes Retry-After."""
        data = body.encode() if isinstance(body, str) else body
        self.send_response(code)
        for name, value in {"content_type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-").title(), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


# Behaviours


def answer(text: str | Callable[[Messages], str], *, delay: float = 0.0, usage: Usage = USAGE) -> Behaviour:
    """Answer well, after `delay` seconds."""

    def behave(handler: Handler) -> None:
        body = handler.request_seen.body
        said = text if isinstance(text, str) else text(handler.dialect.messages(body))
        if delay:
            time.sleep(delay)
        handler.send(200, json.dumps(handler.dialect.answer(said, usage)))

    return behave


def status(
    code: int, message: str = "scripted", *, raw: str | bytes | None = None, **headers: str
) -> Behaviour:
    """Refuse in the dialect's way, or with a body of your own (an HTML page, say)."""
    return lambda handler: handler.send(
        code, json.dumps(handler.dialect.error(code, message)) if raw is None else raw, **headers
    )


def raw(body: str | bytes, content_type: str = "application/json") -> Behaviour:
    """Answer 200 with exactly this."""
    return lambda handler: handler.send(200, body, content_type=content_type)


def hang(handler: Handler) -> None:
    """Never answer."""
    handler.closing.wait()
    handler.close_connection = True


def drip(handler: Handler, every: float = 0.1) -> None:
    """Send a promising header, then one byte at a time, for ever."""
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
    )
    while not handler.closing.wait(every):
        handler.wfile.write(b" ")


def drip_headers(handler: Handler, every: float = 0.1) -> None:
    """Not even finish the headers."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.closing.wait(every):
        handler.wfile.write(b"a")


def reset(handler: Handler) -> None:
    """Reset the connection (RST) instead of answering."""
    linger = struct.pack("ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.connection.close()
    handler.close_connection = True


def truncate(handler: Handler) -> None:
    """Promise 1,000 bytes, send some of them and close."""
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"choices": [')
    handler.close_connection = True


def flood(size: int) -> Behaviour:
    """Send a completion whose text is `size` bytes of 'a', in chunks, without ever holding it in memory."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        block = b"a" * 2**20
        _chunk(handler, b'{"choices": [{"message": {"role": "assistant", "content": "')
        for start in range(0, size, len(block)):
            if handler.closing.is_set():
                break
            _chunk(handler, block[: size - start])
        _chunk(handler, b'"}}]}')
        _chunk(handler, b"")

    return behave


def _chunk(handler: Handler, data: bytes) -> None:
    handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")


# Servers


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class ChatServer:
    """A server on 127.0.0.1 that follows a script; use it in a `with`.

    Args:
        steps: What to do with the first request, the second, ...; the last repeats. A string is an
            `answer`.
        models: The names that it lists, or how it behaves when asked for them.
        port: Where to listen; 0 takes any free one.
        tls: Makes it an https server, at `localhost`.
    """

    dialect: ClassVar[Dialect] = Dialect()

    def __init__(
        self,
        *steps: str | Behaviour,
        models: Sequence[str] | Behaviour = (),
        port: int = 0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[Request] = []
        self._closing = threading.Event()
        handler = type(
            "ScriptedHandler",
            (Handler,),
            {
                "dialect": self.dialect,
                "script": [answer(step) if isinstance(step, str) else step for step in steps or ("ok",)],
                "turn": count(),
                "requests": self.requests,
                "models": models,
                "closing": self._closing,
            },
        )
        self._server = _Server(("127.0.0.1", port), handler)
        scheme, host = ("https", "localhost") if tls else ("http", "127.0.0.1")
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.url = f"{scheme}://{host}:{self._server.server_port}{self.dialect.prefix}"

    def __enter__(self) -> ChatServer:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()


class AnthropicServer(ChatServer):
    """The same in Anthropic's format; `url` is the api_base."""

    dialect = Anthropic()


class GeminiServer(ChatServer):
    """The same in Gemini's format; `url` is the api_base."""

    dialect = Gemini()


def refused_url() -> str:
    """Return the address of a port that nothing listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{sock.getsockname()[1]}/v1"


def main() -> None:
    """Serve one answer until killed; the URL is printed first."""
    parser = argparse.ArgumentParser(prog="python -m tests.wire", description=main.__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--reply", default="ok", help="the answer's text")
    parser.add_argument("--reply-file", type=Path, help="a file that holds it")
    options = parser.parse_args()
    text = options.reply_file.read_text(encoding="utf-8") if options.reply_file else options.reply
    with ChatServer(answer(text, delay=options.delay), port=options.port) as server:
        print(server.url, flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
