"""Whether a state may be a backend's state: the spec's JSON Schema and its limits."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from backendgpt.errors import LimitExceeded, UsageError
from backendgpt.jsonvalue import Json, JsonError, check_depth, compact
from backendgpt.spec import Spec


class StateProblem(Exception):
    """The state does not satisfy the spec; the message says where and why."""


def check_state(spec: Spec, state: Json) -> None:
    """Check a state against the spec's limits and its schema.

    Raises:
        LimitExceeded: It is too large.
        StateProblem: It is nested too deep, or violates the schema.
    """
    text = compact(state)
    size = len(text) if text.isascii() else len(text.encode())
    if size > spec.limits.state_bytes:
        raise LimitExceeded(
            f"The state would have {size:,} bytes; this backend may have {spec.limits.state_bytes:,}. "
            "It is unchanged.",
            hint="bgpt edit NAME, and set limits.state_bytes.",
        )
    try:
        check_depth(text, spec.limits.depth)
    except JsonError as exc:
        raise StateProblem(f"the new state is {exc}") from exc
    if spec.schema is not None:
        error = next(_validator(compact(spec.schema)).iter_errors(state), None)
        if error is not None:
            where = "/".join(map(str, error.absolute_path)) or "the state"
            raise StateProblem(f"the new state violates its schema at {where}: {error.message[:300]}")


def check_schema(schema: Json) -> None:
    """Check that a value is a JSON Schema (draft 2020-12).

    Raises:
        UsageError: It is not.
    """
    import jsonschema

    try:
        jsonschema.Draft202012Validator.check_schema(schema)  # type: ignore[arg-type]
    except jsonschema.SchemaError as exc:
        raise UsageError(f"The schema is not a JSON Schema: {exc.message}.") from exc


@lru_cache(maxsize=64)
def _validator(schema: str) -> Any:
    import json

    import jsonschema

    return jsonschema.Draft202012Validator(json.loads(schema))
