"""The endpoint that every path is: a request becomes a call, the turn becomes a response."""

from __future__ import annotations

import asyncio
import hashlib

from starlette.requests import Request
from starlette.responses import Response

from backendgpt.backend import Backend
from backendgpt.call import METHODS, Call
from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable
from backendgpt.jsonvalue import Json, compact
from backendgpt.server.access_log import SOURCE_HEADER
from backendgpt.server.body import read_json
from backendgpt.server.hall import Hall
from backendgpt.server.kept import REQUEST, REUSE, basis_of, reuse
from backendgpt.server.problems import Problem
from backendgpt.server.target import Target
from backendgpt.turn import Turn

MAX_KEY = 255
"""Characters of an Idempotency-Key."""


async def answer(request: Request) -> Response:
    """Answer `ANY /{name}/{call}`.

    Raises:
        BackendGPTError, Problem: See problems.py for what becomes of them.
    """
    hall: Hall = request.app.state.hall
    target = Target.parse(request.scope["raw_path"], request.scope["query_string"])
    if target.is_reserved:
        raise Problem(
            404, "There is nothing here; /-/ is the server's own.", hint="/-/openapi.json lists it."
        )
    allow = {"Allow": ", ".join(METHODS)}
    if request.method not in METHODS:
        raise Problem(405, "A call cannot be made with this method.", headers=allow)
    backend = await hall.find(target.name)
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=allow)
    text, body = target.call_text(request.method), await _read_data(hall, backend, request)

    async def respond() -> Response:
        return to_response(await _call(hall, request, backend, text, body), request.method)

    key = request.headers.get("idempotency-key")
    if key is None:
        return await respond()
    if not 0 < len(key) <= MAX_KEY:
        raise Problem(400, f"An Idempotency-Key has 1 to {MAX_KEY} characters.")
    asked = hashlib.sha256(compact([request.method, text, body]).encode()).digest()
    return await hall.replays.once((backend.name, key), asked, respond)


async def _read_data(hall: Hall, backend: Backend, request: Request) -> Json:
    if request.headers.get("content-length", "0") == "0" and "transfer-encoding" not in request.headers:
        return None
    limits, seconds = backend.spec.limits, hall.settings.body_seconds
    return await read_json(request, max_bytes=limits.call_bytes, max_depth=limits.depth, seconds=seconds)


async def _call(hall: Hall, request: Request, backend: Backend, text: str, body: Json) -> Turn:
    settings, deadline = hall.settings, Deadline(hall.settings.timeout)
    dry_run = settings.read_only or request.method == "HEAD"
    await asyncio.sleep(settings.delay)
    may_keep = REQUEST in request.scope and not settings.delay and "idempotency-key" not in request.headers
    basis = basis_of(backend, Call.parse(text, body)) if may_keep else None
    try:
        turn = await hall.run_call(
            request, deadline, lambda: backend.call(text, body, deadline=deadline, dry_run=dry_run)
        )
    except ModelUnavailable as exc:
        if settings.offline:
            raise _not_learned(backend, text, body) from exc
        raise
    if settings.read_only and turn.changed:
        raise Problem(403, "This call would change the state, and the server is read-only. It is unchanged.")
    if turn.changed:
        hall.notify(backend.name)
    if basis and (again := reuse(backend, turn, basis)):
        request.scope[REUSE] = again
    return turn


def to_response(turn: Turn, method: str = "GET") -> Response:
    """Write a turn as a response: the bare JSON, the status that the function gave, and what it took."""
    empty = turn.status in (204, 205, 304)
    headers = {
        "ETag": f'"{turn.revision}"',
        "Server-Timing": _server_timing(turn),
        SOURCE_HEADER: turn.source,
    }
    text = "" if empty else compact(turn.response)
    response = Response(text, turn.status, headers, media_type=None if empty else "application/json")
    if method == "HEAD":
        response.body = b""
    return response


def _server_timing(turn: Turn) -> str:
    timing = turn.timing
    parts = (
        ("model", timing.model),
        ("sandbox", timing.sandbox),
        ("commit", timing.commit),
        ("total", timing.total),
    )
    return ", ".join(f"{name};dur={seconds * 1000:.2f}" for name, seconds in parts)


def _not_learned(backend: Backend, text: str, body: Json) -> Problem:
    endpoint = Call.parse(text, body).endpoint
    return Problem(
        501,
        f"No learned route of '{backend.name}' answers '{endpoint}', and --offline asks no model.",
        hint=f"bgpt routes {backend.name} lists what is known; bgpt warm {backend.name} FILE learns more.",
    )
