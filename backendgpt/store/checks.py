"""What must hold for a state before it is kept: the spec's limits and its JSON Schema. Pure."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

from backendgpt.errors import LimitExceeded, UsageError
from backendgpt.jsonvalue import Json, compact
from backendgpt.spec import Spec
from backendgpt.store import Record, Snapshot
from backendgpt.store.patch import diff_both_ways

_SCHEMA_HINT = "bgpt show NAME prints the schema; JSON Schema 2020-12: https://json-schema.org/learn"

_CONTAINERS = {list, dict}


class SchemaViolation(UsageError):
    """A state that the spec's JSON Schema does not allow."""


def check_state(spec: Spec, state: Json) -> None:
    """Refuse a state that the spec does not allow.

    Raises:
        LimitExceeded: It is too large or nested too deep.
        SchemaViolation: It does not satisfy the schema; the message names the place.
    """
    _check(spec, state, canonical(state))


def _check(spec: Spec, state: Json, text: bytes) -> None:
    limits = spec.limits
    if len(text) > limits.state_bytes:
        raise LimitExceeded(
            f"The state would be {len(text):,} bytes; this backend allows {limits.state_bytes:,}. "
            "The state is unchanged.",
            hint="Raise limits.state_bytes in the spec (bgpt edit NAME).",
        )
    if (levels := depth(state)) > limits.depth:
        raise LimitExceeded(
            f"The state would nest {levels} levels deep; this backend allows {limits.depth}. "
            "The state is unchanged.",
            hint="Raise limits.depth in the spec (bgpt edit NAME).",
        )
    if spec.schema is not None:
        _check_schema(spec.schema, state)


def depth(value: Json) -> int:
    """Count the levels of lists and objects in a value; 0 for a scalar."""
    levels = 0
    level: list[Any] = [value] if type(value) in _CONTAINERS else []
    while level:
        levels += 1
        inside = (child.values() if isinstance(child, dict) else child for child in level)
        level = [value for value in chain.from_iterable(inside) if type(value) in _CONTAINERS]
    return levels


def _check_schema(schema: Json, state: Json) -> None:
    from jsonschema.exceptions import best_match
    from referencing.exceptions import Unresolvable

    try:
        error = best_match(_validator(compact(schema)).iter_errors(state))
    except Unresolvable as exc:
        raise UsageError(f"The schema refers to '{exc.ref}', which is not in it.", hint=_SCHEMA_HINT) from exc
    if error is not None:
        place = "/".join(map(str, error.absolute_path))
        message = error.message if len(error.message) <= 300 else error.message[:300] + "..."
        raise SchemaViolation(
            f"The state would break the backend's schema at '/{place}': {message}. The state is unchanged.",
            hint=_SCHEMA_HINT,
        )


@lru_cache(maxsize=64)
def _validator(schema: str) -> Any:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError
    from referencing import Registry

    try:
        Draft202012Validator.check_schema(json.loads(schema))
    except SchemaError as exc:
        raise UsageError(f"The schema is not a JSON Schema: {exc.message}.", hint=_SCHEMA_HINT) from exc
    # A registry of its own keeps jsonschema from fetching what a `$ref` points to.
    return Draft202012Validator(json.loads(schema), registry=Registry())


def complete(spec: Spec, before: Snapshot, after: Json, record: Record) -> tuple[Record, str]:
    """Check the new state and fill in the record's revision, patch and inverse.

    A `call` that changed nothing keeps the revision; every other kind has one of its own.

    Returns:
        The record and the new state's digest, which is empty if the state is as it was.

    Raises:
        LimitExceeded, SchemaViolation: See `check_state`.
    """
    patch, inverse = diff_both_ways(before.state, after)
    mark = ""
    if patch:
        text = canonical(after)
        _check(spec, after, text)
        mark = _hash(text)
    revision = before.revision + bool(patch or record.kind != "call")
    record = replace(record, revision=revision, time=round(record.time, 6), patch=patch, inverse=inverse)
    return record, mark


def first_record(state: Json, time: float) -> Record:
    """Return the record that begins a history: it carries the whole state."""
    return Record(
        revision=1,
        time=round(time, 6),
        kind="init",
        patch=({"op": "replace", "path": "", "value": state},),
        inverse=({"op": "replace", "path": "", "value": None},),
    )


def canonical(state: Json) -> bytes:
    """Write a state so that equal states are written equally: without white space, keys in order."""
    encoded = json.dumps(state, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return encoded.encode()


def digest(state: Json) -> str:
    """Return a fingerprint of the value: neither white space nor the order of keys changes it."""
    return _hash(canonical(state))


def _hash(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=16).hexdigest()
