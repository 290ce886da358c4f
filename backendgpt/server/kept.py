"""Answers kept ready: a learned read that is asked for again, byte by byte the same, is not computed again.

An answer is kept with the marks of the files that it rests on: the state, the history, the spec, the routes.
They are looked at each time, so that a change by anybody, another process or an editor, counts at once. Only
what a pure function answered is kept: not what asked the clock or chance, and nothing that changed the state.

The protocol (`run.py`) sends what is kept before a request is even parsed; the same bytes passed every
check the first time, and the checks rest on nothing else.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from backendgpt.analysis import is_repeatable
from backendgpt.backend import Backend
from backendgpt.call import Call
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.server.access_log import AccessLog, facts_of
from backendgpt.store.basis import Basis
from backendgpt.store.files import FileStore
from backendgpt.turn import Turn

MOST = 500
"""How many answers are kept."""

MAX_REQUEST, MAX_BODY = 4096, 64 * 1024
"""The largest request, and the largest answer, that is kept."""

REQUEST, REUSE = "backendgpt.request", "backendgpt.reuse"
"""Where a scope holds the request's bytes, and how its answer may be used again."""

_TIMING = b"model;dur=0.00, sandbox;dur=0.00, commit;dur=0.00, total;dur=0.00"


@dataclass(frozen=True)
class Reuse:
    """How an answer may be used again.

    Attributes:
        basis: What it rests on.
        count: Counts a use of its route, and the seconds it took.
    """

    basis: Basis
    count: Callable[[float], None]


@dataclass(frozen=True)
class Kept:
    """An answer: its status line, the rest but for the date, and what the access log says of it."""

    reuse: Reuse
    status: bytes
    rest: bytes
    facts: dict[str, Json]


class Answers:
    """The application, and its answers that are kept.

    Args:
        log: The application with its access log.
    """

    def __init__(self, log: AccessLog) -> None:
        self.log = log
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()

    def find(self, request: bytes) -> Kept | None:
        """Return the answer to a request's bytes if there is one that holds; its use is noted."""
        started = time.monotonic()
        kept = self._kept.get(request)
        if kept is None:
            return None
        if not kept.reuse.basis.holds():
            del self._kept[request]
            return None
        seconds = time.monotonic() - started
        kept.reuse.count(seconds)
        self.log.write(kept.facts, seconds)
        return kept

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and keep its answer if it may be used again."""
        start: Message = {}

        async def send_keeping(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
            elif REUSE in scope and not message.get("more_body"):
                self._keep(scope, start, message["body"])
            await send(message)

        await self.log(scope, receive, send_keeping if REQUEST in scope else send)

    def _keep(self, scope: Scope, start: Message, body: bytes) -> None:
        status: int = start["status"]
        if len(body) > MAX_BODY:
            return
        head = b"HTTP/1.1 %d %s\r\n" % (status, HTTPStatus(status).phrase.encode())
        headers = [(name, _TIMING if name == b"server-timing" else value) for name, value in start["headers"]]
        rest = b"".join(b"%s: %s\r\n" % header for header in headers) + b"\r\n" + body
        facts = facts_of(scope, status, Headers(raw=start["headers"]))
        self._kept[scope[REQUEST]] = Kept(scope[REUSE], head, rest, facts)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)


def basis_of(backend: Backend, call: Call) -> Basis | None:
    """Look at what a learned read rests on; None if it is kept nowhere, or asks no routes."""
    store, routes = backend.store, backend.routes
    if not isinstance(store, FileStore) or routes is None:
        return None
    files = store.files
    return Basis.of((files.state_path, files.history.path, files.spec_path, *routes.paths(call)))


def reuse(backend: Backend, turn: Turn, basis: Basis) -> Reuse | None:
    """Say how a turn's answer may be used again; None if it may not.

    Args:
        backend: Whose turn it is.
        turn: The turn.
        basis: What it rests on, as it was before the turn.
    """
    routes = backend.routes
    if routes is None or turn.source != "route" or turn.changed:
        return None
    if not is_repeatable(Program.parse(turn.program)):
        return None
    return Reuse(basis, routes.counter(turn.call))
