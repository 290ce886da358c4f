"""The OpenAPI 3.1 description of the paths under `/-/`. Any other path is a call."""

from __future__ import annotations

from collections.abc import Sequence

from backendgpt import __version__
from backendgpt.jsonvalue import Json

DESCRIPTION = """\
Any other path is a call: `ANY /{name}/{call}`, e.g. `GET /todo/get_all()`, `POST /todo/items`. A model infers
what it means, and the answer is bare JSON. Errors are problem documents (RFC 9457)."""

_JSON: Json = {"application/json": {"schema": {}}}


def describe(names: Sequence[str], *, token: bool) -> Json:
    """Return the description.

    Args:
        names: The backends that are served.
        token: Whether callers need one.
    """
    name: Json = {
        "name": "name",
        "in": "path",
        "required": True,
        "description": "A backend.",
        "schema": {"type": "string", **({"enum": list(names)} if names else {})},
    }
    document: dict[str, Json] = {
        "openapi": "3.1.0",
        "info": {"title": "backendgpt", "version": __version__, "description": DESCRIPTION},
        "paths": _paths(),
        "components": {"parameters": {"name": name}, "schemas": _SCHEMAS, "responses": {"problem": _PROBLEM}},
    }
    if token:
        document["security"] = [{"token": []}]
        schemes: Json = {"token": {"type": "http", "scheme": "bearer"}}
        document["components"] = {**document["components"], "securitySchemes": schemes}  # type: ignore[dict-item]
    return document


def _paths() -> Json:
    record = _content("#/components/schemas/record")
    revision: Json = {"ETag": _ETAG}
    log: Json = {
        "application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/record"}}}
    }
    return {
        "/-/health": {"get": {**_operation("health", "Whether the server runs.", _JSON), "security": []}},
        "/-/backends": {
            "get": _operation("backends", "The backends.", _content("#/components/schemas/backends"))
        },
        "/{name}/-/state": {
            "parameters": [_NAME],
            "get": _operation("getState", "The state as it is now.", _JSON, headers=revision),
            "put": {
                **_operation("putState", "Replace the state.", record, headers=revision),
                "parameters": [_header("If-Match", "The revision to replace, in quotes, or *.")],
                "requestBody": {"required": True, "content": _JSON},
            },
        },
        "/{name}/-/log": {
            "parameters": [_NAME],
            "get": {
                **_operation("getLog", "The newest turns, the newest first.", log),
                "parameters": [_query("limit", {"type": "integer", "minimum": 1, "maximum": 1000})],
            },
        },
        "/{name}/-/undo": {
            "parameters": [_NAME],
            "post": _operation("undo", "Undo the last change.", record, headers=revision),
        },
        "/{name}/-/events": {
            "parameters": [_NAME],
            "get": {
                **_operation(
                    "events", "One event per revision.", {"text/event-stream": {"schema": {"type": "string"}}}
                ),
                "parameters": [
                    _header("Last-Event-ID", "The revision to go on after.", pattern="^[0-9]{1,15}$")
                ],
            },
        },
    }


def _operation(identity: str, summary: str, content: Json, *, headers: Json = None) -> dict[str, Json]:
    ok: dict[str, Json] = {"description": summary, "content": content}
    if headers:
        ok["headers"] = headers
    problem: Json = {"$ref": "#/components/responses/problem"}
    return {"operationId": identity, "summary": summary, "responses": {"200": ok, "default": problem}}


def _content(ref: str) -> Json:
    return {"application/json": {"schema": {"$ref": ref}}}


def _header(name: str, description: str, **schema: Json) -> Json:
    return {"name": name, "in": "header", "description": description, "schema": {"type": "string", **schema}}


def _query(name: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "schema": schema}


_NAME: Json = {"$ref": "#/components/parameters/name"}
_ETAG: Json = {"description": "The state's revision, in quotes.", "schema": {"type": "string"}}
_PROBLEM: Json = {
    "description": "What went wrong.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}},
}
_SCHEMAS: dict[str, Json] = {
    "backends": {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["name", "purpose", "revision"],
            "properties": {
                "name": {"type": "string"},
                "purpose": {"type": "string"},
                "revision": {"type": "integer"},
                "error": {"type": "string", "description": "Why it cannot be used."},
            },
        },
    },
    "record": {
        "type": "object",
        "description": "One turn.",
        "required": [
            "revision",
            "time",
            "kind",
            "call",
            "response",
            "status",
            "patch",
            "inverse",
            "program",
            "source",
        ],
        "properties": {
            "revision": {"type": "integer"},
            "time": {"type": "number", "description": "Seconds since the epoch."},
            "kind": {"enum": ["init", "call", "set", "edit", "undo", "redo"]},
            "call": {"type": "string"},
            "status": {"type": "integer"},
            "patch": {"type": "array", "description": "RFC 6902, from the state before to the state after."},
            "inverse": {"type": "array", "description": "The patch back."},
            "program": {"type": "string", "description": "The function that answered."},
            "source": {"enum": ["model", "route", "user"]},
        },
    },
    "problem": {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "hint": {"type": "string"},
        },
    },
}
