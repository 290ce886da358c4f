"""The server's own paths, under `/-/`: what a frontend, a monitor and the console need beside calls."""

from __future__ import annotations

import re
import time
from itertools import islice

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from backendgpt import __version__
from backendgpt.backend import Backend
from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, UsageError
from backendgpt.jsonvalue import Json, compact
from backendgpt.server import openapi
from backendgpt.server.body import read_json
from backendgpt.server.events import to_json
from backendgpt.server.hall import Hall
from backendgpt.server.problems import Problem
from backendgpt.store import Record

LOG_DEFAULT, LOG_MOST = 50, 1000
"""Records that the log gives, and the most it gives."""


async def root(_: Request) -> Response:
    """Send a person to the console."""
    return RedirectResponse("/-/")


async def health(request: Request) -> Response:
    """Say that the server runs."""
    hall: Hall = request.app.state.hall
    return JSONResponse({"status": "ok", "version": __version__, "calls_running": hall.running})


async def description(request: Request) -> Response:
    """Give the OpenAPI description."""
    hall: Hall = request.app.state.hall
    return _json(openapi.describe(await hall.run(hall.names), token=bool(hall.settings.token)))


async def backends(request: Request) -> Response:
    """List the backends; one whose files are damaged says so."""
    hall: Hall = request.app.state.hall
    return _json(await hall.run(lambda: [_summary(hall, name) for name in hall.names()]))


async def state(request: Request) -> Response:
    """Give the state, or replace it (`PUT`) if it is still at the revision that `If-Match` names.

    Raises:
        Problem: 400 no state, 403 read-only, 412 the revision is another one by now.
    """
    hall: Hall = request.app.state.hall
    backend = await hall.find(request.path_params["name"])
    if request.method == "PUT":
        return await _put_state(hall, backend, request)
    snapshot = await hall.run(backend.store.load)
    etag = f'"{snapshot.revision}"'
    if _lists(request.headers.get("if-none-match", "").replace("W/", ""), etag):
        return Response(status_code=304, headers={"ETag": etag})
    return _json(snapshot.state, ETag=etag)


async def log(request: Request) -> Response:
    """Give the newest records, the newest first; `?limit=` says how many."""
    hall: Hall = request.app.state.hall
    backend = await hall.find(request.path_params["name"])
    limit = request.query_params.get("limit", str(LOG_DEFAULT))
    if not re.fullmatch(r"[1-9]\d{0,3}", limit, re.ASCII) or int(limit) > LOG_MOST:
        raise Problem(400, f"limit must be 1 to {LOG_MOST}.")
    records = await hall.run(lambda: list(islice(backend.history(newest_first=True), int(limit))))
    return _json([to_json(record) for record in records])


async def take_back(request: Request) -> Response:
    """Undo the last turn that changed the state.

    Raises:
        Problem: 403 read-only, 409 there is nothing to undo.
    """
    hall: Hall = request.app.state.hall
    backend = await hall.find(request.path_params["name"])
    _refuse_if_read_only(hall)
    try:
        record = await hall.run(backend.undo)
    except UsageError as exc:
        raise Problem(409, exc.message, hint=exc.hint) from exc
    hall.notify(backend.name)
    return _json(to_json(record), ETag=f'"{record.revision}"')


async def _put_state(hall: Hall, backend: Backend, request: Request) -> Response:
    _refuse_if_read_only(hall)
    expected = request.headers.get("if-match", "*")
    limits = backend.spec.limits
    after = await read_json(
        # Twice the bytes: a person's state is indented, the limit counts it without white space.
        request,
        max_bytes=2 * limits.state_bytes,
        max_depth=limits.depth,
        seconds=hall.settings.body_seconds,
        required=True,
    )
    record = await hall.run(lambda: _replace(hall, backend, after, expected))
    hall.notify(backend.name)
    return _json(to_json(record), ETag=f'"{record.revision}"')


def _replace(hall: Hall, backend: Backend, after: Json, expected: str) -> Record:
    with backend.store.writing(Deadline(hall.settings.timeout)) as writer:
        newest = f'"{writer.snapshot.revision}"'
        if not _lists(expected, newest):
            raise Problem(
                412, f"The state is at revision {newest} by now. It is unchanged.", headers={"ETag": newest}
            )
        return writer.commit(after, Record(revision=0, time=time.time(), kind="set"))


def _lists(header: str, etag: str) -> bool:
    """Tell whether an If-Match or If-None-Match header names an entity tag."""
    return header.strip() == "*" or etag in [tag.strip() for tag in header.split(",")]


def _refuse_if_read_only(hall: Hall) -> None:
    if hall.settings.read_only:
        raise Problem(403, "This server is read-only. The state is unchanged.")


def _summary(hall: Hall, name: str) -> dict[str, Json]:
    try:
        backend = hall.open(name)
        return {"name": name, "purpose": backend.spec.purpose, "revision": backend.store.load().revision}
    except BackendGPTError as exc:
        return {"name": name, "purpose": "", "revision": 0, "error": exc.message}


def _json(value: Json, **headers: str) -> Response:
    return Response(compact(value), headers=headers, media_type="application/json")
