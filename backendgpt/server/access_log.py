"""The access log: one line a request on stderr, for a person or as JSON.

POST /todo/add_todo 200 1.21s learned rev 14
"""

from __future__ import annotations

import sys
import time
from typing import TextIO
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backendgpt.jsonvalue import Json, dumps

SOURCE_HEADER = "Backendgpt-Source"
"""The response header that says who answered: `model`, or `route` for a learned function."""

_SHOWN = {"route": "learned", "model": "model"}


class AccessLog:
    """Middleware that writes a line when a response is complete.

    Args:
        app: The application.
        as_json: Write JSON lines.
        stream: Where to write; stderr by default.
    """

    def __init__(self, app: ASGIApp, *, as_json: bool = False, stream: TextIO | None = None) -> None:
        self.app, self.as_json, self.stream = app, as_json, stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and log what came of it."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        started, status, answer = time.monotonic(), 499, Headers()

        async def send_noting(message: Message) -> None:
            nonlocal status, answer
            if message["type"] == "http.response.start":
                status, answer = message["status"], Headers(raw=message["headers"])
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        finally:
            self.write(facts_of(scope, status, answer), time.monotonic() - started)

    def write(self, facts: dict[str, Json], seconds: float) -> None:
        """Write the line of a request that took so many seconds and ends now."""
        facts = {**facts, "seconds": round(seconds, 4)}
        if self.as_json:
            now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            line = dumps({"time": now, **facts}, ascii_only=True)
        else:
            line = line_of(facts)
        print(line, file=self.stream or sys.stderr, flush=True)


def line_of(facts: dict[str, Json]) -> str:
    """Write the facts of a request as a line for a person."""
    line = f"{facts['method']} {facts['path']} {facts['status']} {facts['seconds']:.2f}s"
    if source := facts.get("source"):
        line += f" {_SHOWN.get(str(source), source)}"
    if revision := facts.get("revision"):
        line += f" rev {revision}"
    return printable(line)


def printable(text: str) -> str:
    """Escape whatever a terminal or a log reader could take for more than text."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def facts_of(scope: Scope, status: int, answer: Headers) -> dict[str, Json]:
    """Return what is to be said about a request and the headers of its answer."""
    target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
    facts: dict[str, Json] = {
        "method": scope["method"],
        "path": unquote(target.decode("latin-1"), errors="backslashreplace")[:500],
        "status": status,
    }
    if source := answer.get(SOURCE_HEADER):
        facts["source"] = source
    if (etag := answer.get("etag", "").strip('"')).isdigit():
        facts["revision"] = int(etag)
    return facts
