"""Read a request's JSON body: bounded in size, depth and time."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from backendgpt.errors import Cancelled
from backendgpt.jsonvalue import Json, JsonError, loads
from backendgpt.server.problems import Problem


async def read_json(
    request: Request, *, max_bytes: int, max_depth: int, seconds: float, required: bool = False
) -> Json:
    """Return the body's value; None if there is no body.

    The content type is not asked about: what is JSON is taken, so that a bare `curl -d` works.

    Args:
        request: The request; its body is consumed.
        max_bytes: The most bytes to read.
        max_depth: The deepest nesting.
        seconds: The longest that all of it may take to arrive.
        required: Refuse a request without a body.

    Raises:
        Problem: 400 not strict JSON, 408 too slow, 413 too large.
        Cancelled: The client hung up.
    """
    data = await read_body(request, max_bytes=max_bytes, seconds=seconds)
    if not data.strip() and not required:
        return None
    try:
        return loads(data, max_depth=max_depth)
    except JsonError as exc:
        raise Problem(
            400,
            f"The body is not usable JSON: {exc}.",
            hint="""curl --json '{"title": "buy milk"}' URL""",
        ) from exc


async def read_body(request: Request, *, max_bytes: int, seconds: float) -> bytes:
    """Return the body's bytes; see `read_json`."""
    announced = request.headers.get("content-length", "0")
    if announced.isdigit() and int(announced) > max_bytes:
        raise _too_large(max_bytes)
    data = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                data += chunk
                if len(data) > max_bytes:
                    raise _too_large(max_bytes)
    except TimeoutError as exc:
        raise Problem(408, f"The body did not arrive within {seconds:g} s.", close=True) from exc
    except ClientDisconnect as exc:
        raise Cancelled("The client hung up before its request was complete.") from exc
    return bytes(data)


def _too_large(max_bytes: int) -> Problem:
    return Problem(
        413,
        f"The body has more than {max_bytes:,} bytes.",
        hint="bgpt edit NAME sets the backend's limits.",
        close=True,
    )
