"""Who may call: checked before a request reaches anything else.

A GET can change a state here, so no method is safe, and a page that somebody merely visits must not be able
to make any. Three checks, in this order:

1. The Host header names this server, or else a foreign name was pointed here (DNS rebinding).
2. The browser says (Sec-Fetch-Site, Origin) that the page is ours or one that `--cors` names. Programs that
   are no browser send neither header and pass.
3. The token fits, if there is one.
"""

from __future__ import annotations

import hmac

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backendgpt.server.problems import Problem
from backendgpt.server.settings import Settings

OPEN = ("/-/", "/-/health")
"""Paths that need no token: they say nothing about any backend."""

MAX_HEADERS = 32 * 1024
"""Bytes of headers that a request may have."""

RESPONSE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class SiteGuard:
    """Middleware for checks 1 and 2; gives every response its security headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in RESPONSE_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        problem = foreign(self.settings, scope["scheme"], Headers(scope=scope))
        app = problem.response() if problem else self.app
        await app(scope, receive, send_guarded)


class TokenGuard:
    """Middleware for check 3. It stands behind the CORS headers, so that a page can read the refusal."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http" and scope["path"] not in OPEN:
            problem = stranger(self.settings.token, Headers(scope=scope).get("authorization", ""))
            if problem:
                return await problem.response()(scope, receive, send)
        await self.app(scope, receive, send)


def foreign(settings: Settings, scheme: str, headers: Headers) -> Problem | None:
    """Return why a request is malformed, not for us or from a foreign page, or None if it is fine."""
    hosts, origin, site = headers.getlist("host"), headers.get("origin"), headers.get("sec-fetch-site")
    if sum(len(name) + len(value) for name, value in headers.raw) > MAX_HEADERS:
        return Problem(431, f"The headers have more than {MAX_HEADERS:,} bytes.", close=True)
    if "transfer-encoding" in headers and "content-length" in headers:
        return Problem(400, "A request has a length or an encoding, not both.", close=True)
    if len(hosts) != 1 or not settings.accepts_host(hosts[0]):
        return Problem(
            421,
            "The Host header does not name this server.",
            hint="--allow-host NAME accepts a further name.",
            close=True,
        )
    if origin is not None and origin.lower() in settings.cors:
        return None
    own = f"{scheme}://{hosts[0]}".lower()
    if (origin is not None and origin.lower() != own) or site not in (None, "same-origin", "none"):
        return Problem(
            403,
            "Another site's page may not call this server.",
            hint="bgpt serve --cors ORIGIN, with the page's origin, e.g. http://localhost:3000, lets it.",
            close=True,
        )
    return None


def stranger(token: str, authorization: str) -> Problem | None:
    """Return why a caller's token does not do, or None if it does."""
    scheme, _, given = authorization.partition(" ")
    fits = hmac.compare_digest(given.strip().encode(), token.encode())
    if not token or (fits and scheme.lower() == "bearer"):
        return None
    return Problem(
        401,
        "This server wants its token.",
        hint='Send "Authorization: Bearer TOKEN"; bgpt serve printed the token when it started.',
        headers={"WWW-Authenticate": "Bearer"},
    )
