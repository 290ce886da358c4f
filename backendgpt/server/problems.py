"""Errors as problem documents (RFC 9457)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from backendgpt.errors import BackendGPTError, BackendNotFound, Busy, ModelUnavailable, UnusableAnswer
from backendgpt.jsonvalue import Json, compact

RETRY_SECONDS = 5
"""What Retry-After says where the provider said nothing."""


class Problem(Exception):
    """A refusal that is the server's own, not the tree's in errors.py.

    Args:
        status: The HTTP status.
        detail: One sentence: what happened.
        hint: What to do about it.
        headers: Headers to send with it.
        close: Whether the connection must end, as unread bytes are still coming.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        hint: str = "",
        headers: Mapping[str, str] | None = None,
        close: bool = False,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.hint = status, detail, hint
        self.headers = dict(headers or {}) | ({"Connection": "close"} if close else {})

    def response(self) -> Response:
        """Return it as a response."""
        return document(self.status, self.detail, self.hint, self.headers)


def document(
    status: int,
    detail: str,
    hint: str = "",
    headers: Mapping[str, str] | None = None,
    kind: str = "about:blank",
    **members: Json,
) -> Response:
    """Write a problem document.

    Args:
        status: The HTTP status.
        detail: One sentence: what happened.
        hint: What to do about it; a member of its own.
        headers: Headers to send with it.
        kind: The `type` member.
        members: Further members.
    """
    body: dict[str, Json] = {"type": kind, "title": _title(status), "status": status, "detail": detail}
    body |= {"hint": hint} if hint else {}
    return Response(
        compact(body | members), status, dict(headers or {}), media_type="application/problem+json"
    )


def of_error(exc: BackendGPTError) -> Response:
    """Write one of our errors; its class gives status and type."""
    public = next(parent for parent in type(exc).__mro__ if parent.__module__ == BackendGPTError.__module__)
    kind = "urn:backendgpt:" + re.sub(r"(?<!^)(?=[A-Z])", "-", public.__name__).lower()
    members: dict[str, Json] = {}
    headers: dict[str, str] = {}
    hint = exc.hint
    match exc:
        case BackendNotFound():
            members["backends"] = list(exc.known)
        case ModelUnavailable(retry_after=seconds) if exc.http_status == 503:
            headers["Retry-After"] = str(math.ceil(seconds) if seconds else RETRY_SECONDS)
        case Busy():
            headers["Retry-After"] = "1"
        case UnusableAnswer(reply=reply) if reply:
            members["reply"] = reply
            hint = "Say it in other words, or serve with a larger BGPT_MODEL; `reply` is what this one wrote."
    return document(exc.http_status, exc.message, hint, headers, kind, **members)


async def on_error(request: Request, exc: Exception) -> Response:
    """Answer whatever an endpoint raised: the one place where an exception becomes a response."""
    match exc:
        case BackendGPTError():
            return of_error(exc)
        case Problem():
            return exc.response()
        case HTTPException(status_code=405):
            return _wrong_method(request.method, exc.headers["Allow"])  # type: ignore[index]
        case HTTPException():
            return document(exc.status_code, exc.detail, "", exc.headers)
    return document(500, "The server met a bug; its log on stderr says where.")


def _wrong_method(method: str, allowed: str) -> Response:
    headers = {"Allow": f"{allowed}, OPTIONS"}
    if method == "OPTIONS":
        return Response(status_code=204, headers=headers)
    return document(405, f"This path has no {method}.", "", headers)


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Client Closed Request" if status == 499 else "Problem"
