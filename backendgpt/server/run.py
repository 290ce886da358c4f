"""Run the application under uvicorn: with a time limit for headers, and a stop that finishes what runs."""

from __future__ import annotations

import asyncio
import math
import socket
from types import FrameType
from typing import TextIO

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from backendgpt.errors import UsageError
from backendgpt.server.app import create_app
from backendgpt.server.hall import Hall
from backendgpt.server.kept import MAX_REQUEST, REQUEST, Answers, Kept
from backendgpt.server.settings import Settings

KEEP_ALIVE_SECONDS = 30
"""How long an idle connection stays open."""

BACKSTOP_SECONDS = 5
"""How long calls that were cancelled may take to say so, before uvicorn cuts them off."""

MAX_CONNECTIONS = 2000
"""Connections at a time; further ones get a 503 from uvicorn."""

MAX_HEADERS = 64 * 1024
"""Bytes of request line and headers together."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that sends kept answers, and hangs up on a client which does not finish its headers."""

    header_seconds: float
    answers: Answers
    _headers_due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._await_headers()

    def data_received(self, data: bytes) -> None:
        """Take data in; begin to wait if it opens a further request without completing its headers."""
        may_be_kept = data.startswith(b"GET ") and len(data) <= MAX_REQUEST and self._is_idle
        if may_be_kept and (kept := self.answers.find(data)):
            return self._send(kept)
        super().data_received(data)
        if may_be_kept and self._is_whole:
            self.scope[REQUEST] = data  # type: ignore[literal-required]
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop_waiting()
        elif self._headers_due is None:
            self._await_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_waiting()
        super().connection_lost(exc)

    @property
    def _is_idle(self) -> bool:
        """Whether nothing of a request has arrived, and nothing of an answer is on its way."""
        conn = self.conn
        return conn.our_state is h11.IDLE and not conn.trailing_data[0] and not self.flow.write_paused

    @property
    def _is_whole(self) -> bool:
        """Whether one request has arrived, nothing more, and the connection stays open after it."""
        return self.conn.their_state is h11.DONE and not self.conn.trailing_data[0]

    def _send(self, kept: Kept) -> None:
        self._stop_waiting()
        date = b"".join(b"%s: %s\r\n" % header for header in self.server_state.default_headers)
        self.transport.write(kept.status + date + kept.rest)
        self.on_response_complete()

    def _await_headers(self) -> None:
        self._headers_due = self.loop.call_later(self.header_seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._headers_due is not None:
            self._headers_due.cancel()
            self._headers_due = None


class Server(uvicorn.Server):
    """A uvicorn server that tells the application when it is to stop, and then ends with exit code 0."""

    def __init__(self, config: uvicorn.Config, hall: Hall) -> None:
        super().__init__(config)
        self.hall = hall

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002  (uvicorn's signature)
        """Stop; a second signal cancels the calls that run. It is not raised again: this is a normal end."""
        if self.should_exit:
            self.hall.cancel_calls()
        self.should_exit = self.hall.stopping = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Wait for the calls that run; cancel those that are not done after the grace period."""
        grace = asyncio.get_running_loop().call_later(self.hall.settings.grace, self.hall.cancel_calls)
        await super().shutdown(sockets)
        grace.cancel()


def make_server(hall: Hall, *, log: TextIO | None = None) -> Server:
    """Return the server for a hall, not yet running.

    Args:
        hall: What to serve.
        log: Where the access log goes; stderr by default.
    """
    app = create_app(hall, log=log)
    own = {"header_seconds": hall.settings.header_seconds, "answers": app}
    config = uvicorn.Config(
        app,
        http=type("Protocol", (PatientProtocol,), own),
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=math.ceil(hall.settings.grace) + BACKSTOP_SECONDS,
        limit_concurrency=MAX_CONNECTIONS,
        h11_max_incomplete_event_size=MAX_HEADERS,
    )
    return Server(config, hall)


def listen(settings: Settings) -> socket.socket:
    """Open the socket to serve on, so that the address is known before anything is said.

    Raises:
        UsageError: The address cannot be used.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # With the protocol spelt out asyncio turns Nagle's algorithm off; without, answers wait 40 ms for an ACK.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((settings.host, settings.port))
        sock.listen(1024)
    except OSError as exc:
        sock.close()
        raise UsageError(
            f"Cannot listen on {settings.host} port {settings.port}: {exc.strerror}.",
            hint="--port 0 takes any free one.",
        ) from exc
    return sock
