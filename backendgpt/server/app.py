"""The ASGI application: which path goes where, and what every request passes on its way.

Answers -> AccessLog -> SiteGuard -> CORS -> TokenGuard -> /-/... or a call -> on_error
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TextIO

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route, request_response

from backendgpt.call import METHODS
from backendgpt.errors import BackendGPTError
from backendgpt.server import calls, console, events, reserved
from backendgpt.server.access_log import SOURCE_HEADER, AccessLog
from backendgpt.server.guard import SiteGuard, TokenGuard
from backendgpt.server.hall import Hall
from backendgpt.server.kept import Answers
from backendgpt.server.problems import Problem, on_error
from backendgpt.server.settings import Settings

ROUTES = (
    Route("/", reserved.root),
    Route("/-/", console.console),
    Route("/-/health", reserved.health),
    Route("/-/openapi.json", reserved.description),
    Route("/-/backends", reserved.backends),
    Route("/{name}/-/state", reserved.state, methods=["GET", "PUT"]),
    Route("/{name}/-/log", reserved.log),
    Route("/{name}/-/undo", reserved.take_back, methods=["POST"]),
    Route("/{name}/-/events", events.events),
)

EXPOSED = ("ETag", "Server-Timing", "Retry-After", "Idempotent-Replayed", SOURCE_HEADER)
"""The response headers that a page of a named origin may read."""


def create_app(hall: Hall, *, log: TextIO | None = None) -> Answers:
    """Make the application.

    Args:
        hall: What the endpoints share; it is closed when the server stops.
        log: Where the access log goes; stderr by default.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await hall.run(hall.runtime.sandbox.warm)
        try:
            yield
        finally:
            hall.close()

    app = Starlette(
        routes=ROUTES,
        middleware=_middleware(hall.settings),
        exception_handlers=dict.fromkeys((BackendGPTError, Problem, HTTPException, Exception), on_error),
        lifespan=lifespan,
    )
    app.state.hall = hall
    app.router.default = request_response(calls.answer)
    return Answers(AccessLog(app, as_json=hall.settings.log_json, stream=log))


def _middleware(settings: Settings) -> list[Middleware]:
    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.cors,
        allow_methods=METHODS,
        allow_headers=["*"],
        expose_headers=EXPOSED,
    )
    return [
        Middleware(SiteGuard, settings=settings),
        *([cors] if settings.cors else []),
        Middleware(TokenGuard, settings=settings),
    ]
