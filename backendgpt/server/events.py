"""Server-sent events: one per revision, from this process or any other, resumable by Last-Event-ID.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import fields
from functools import partial

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from backendgpt.backend import Backend
from backendgpt.errors import BackendGPTError, Busy
from backendgpt.jsonvalue import Json, compact
from backendgpt.server.hall import Hall
from backendgpt.server.problems import Problem
from backendgpt.store import Record
from backendgpt.store.history import is_read

BACKLOG = 1000
"""The most revisions that a client gets which resumes; one that missed more is told to start anew."""

POLL_SECONDS = 0.25
"""How often to look for what another process wrote. It costs a look at two files' times."""

HEARTBEAT_SECONDS = 15.0


async def events(request: Request) -> Response:
    """Answer `GET /{name}/-/events`.

    Raises:
        Problem: 400, Last-Event-ID is no revision.
        Busy: Too many streams are open.
    """
    hall: Hall = request.app.state.hall
    backend = await hall.find(request.path_params["name"])
    last = request.headers.get("last-event-id") or request.query_params.get("after")
    if last is not None and not (last.isascii() and last.isdigit() and len(last) < 16):
        raise Problem(400, "Last-Event-ID must be a revision, e.g. 14.")
    newest = (await hall.run(backend.store.load)).revision
    if hall.streams >= hall.settings.streams:
        raise Busy(f"{hall.streams} event streams are open, as many as may.", hint="Close one.")
    stream = _stream(hall, backend, newest if last is None else int(last))
    return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _stream(hall: Hall, backend: Backend, since: int) -> AsyncIterator[str]:
    hall.streams += 1
    try:
        yield "retry: 1000\n\n"
        silent_from = time.monotonic()
        while not hall.stopping:
            for event, revision in await hall.run(partial(_news, backend, since)):
                yield event
                since, silent_from = revision, time.monotonic()
            if time.monotonic() - silent_from > HEARTBEAT_SECONDS:
                yield ": still here\n\n"
                silent_from = time.monotonic()
            await hall.wait(backend.name, POLL_SECONDS)
    except BackendGPTError:
        pass  # The backend was removed, or its files are damaged: the client's next request is told.
    finally:
        hall.streams -= 1


def _news(backend: Backend, since: int) -> list[tuple[str, int]]:
    """Return what happened after a revision, as events, each with the revision that it leads to."""
    newest = backend.store.load().revision
    if newest == since:
        return []
    records = revisions_after(backend, since)
    if newest < since or len(records) >= BACKLOG:
        return [(_event("reset", newest, {"revision": newest}), newest)]
    if not records or records[-1].revision < newest:
        # Somebody edited state.json; the next command will record it.
        records.append(Record(newest, time.time(), "edit"))
    return [(_event("revision", record.revision, to_json(record)), record.revision) for record in records]


def revisions_after(backend: Backend, since: int) -> list[Record]:
    """Return the records that changed the state after a revision, the oldest first, `BACKLOG` at most."""
    found: list[Record] = []
    for record in backend.history(newest_first=True):
        if record.revision <= since or len(found) == BACKLOG:
            break
        if not is_read(record):
            found.append(record)
    return found[::-1]


def to_json(record: Record) -> Json:
    """Return a record as the log and the events show it."""
    data = {field.name: getattr(record, field.name) for field in fields(record)}
    return data | {"patch": list(record.patch), "inverse": list(record.inverse)}


def _event(kind: str, identity: int, data: Json) -> str:
    return f"event: {kind}\nid: {identity}\ndata: {compact(data)}\n\n"
