"""Strict JSON: the one way that text becomes a value and a value becomes text.

Python's json accepts more than JSON: NaN, 1e999 (as infinity), duplicate keys, lone surrogates. Nothing of
that may reach a state file that other programs read, so every boundary goes through `loads` and `dumps`.
"""

from __future__ import annotations

import json
import marshal
import math
from itertools import accumulate
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

MAX_DEPTH = 100
"""Levels of nesting that a value may have unless a caller says otherwise."""

_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_OTHERS = bytes(set(range(256)) - _STEPS.keys() - {ord('"')})


class JsonError(ValueError):
    """The text, or the value, is not strict JSON; the message says where and why."""


def loads(text: str | bytes, *, max_depth: int = MAX_DEPTH) -> Json:
    """Parse one strict JSON value.

    Args:
        text: UTF-8 bytes or a string holding exactly one value.
        max_depth: The deepest nesting accepted.

    Raises:
        JsonError: Not UTF-8, not JSON, trailing text, a duplicate key, NaN or an infinity, a lone
            surrogate, an integer of over 4,300 digits, or nested too deep.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        check_depth(text, max_depth)
        value: Json = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite
        )
    except UnicodeDecodeError as exc:
        raise JsonError(f"not UTF-8 at byte {exc.start}") from exc
    except json.JSONDecodeError as exc:
        raise JsonError(f"{exc.msg} at line {exc.lineno}, column {exc.colno}") from exc
    except RecursionError as exc:
        raise JsonError(f"nested more than {max_depth} levels deep") from exc
    except JsonError:
        raise
    except ValueError as exc:
        raise JsonError(str(exc).split(";")[0]) from exc
    if "\\u" in text or not text.isascii():
        _check_surrogates(value)
    return value


def dumps(value: Json, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """Write a value as JSON, refusing what JSON cannot hold.

    Args:
        value: The value.
        indent: Spaces a level; None writes one line.
        ascii_only: Escape everything beyond ASCII, so that no control or bidi character survives.

    Raises:
        JsonError: NaN or an infinity, a value of no JSON type, or a cycle.
    """
    try:
        return json.dumps(value, indent=indent, ensure_ascii=ascii_only, allow_nan=False)
    except (ValueError, TypeError, RecursionError) as exc:
        raise JsonError(str(exc)) from exc


def compact(value: Json) -> str:
    """Write a value without any white space: the form that is stored, hashed and counted."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def copied(value: Json) -> Json:
    """Copy a value through marshal: four times as fast as copy.deepcopy."""
    copy: Json = marshal.loads(marshal.dumps(value))
    return copy


def equal(a: Json, b: Json) -> bool:
    """Tell whether two values are the same JSON: unlike `==`, true is not 1 and 1 is not 1.0."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(equal(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(equal, a, b))
    return a == b


def check_depth(text: str, max_depth: int) -> None:
    """Refuse text whose brackets nest deeper than `max_depth`, before a recursive parser sees it."""
    if text.count("[") + text.count("{") <= max_depth:
        return
    plain = text.encode("utf-8", "replace").replace(b"\\\\", b"").replace(b'\\"', b"")
    marks = plain.translate(None, _OTHERS).replace(b'""', b"")  # strings without brackets are gone
    inner = brackets = b"".join(marks.split(b'"')[::2])
    for _ in range(min(8, max_depth // 2)):
        inner = inner.replace(b"[]", b"").replace(b"{}", b"")  # one level less, or two
    if inner and max(accumulate(map(_STEPS.__getitem__, brackets))) > max_depth:
        raise JsonError(f"nested more than {max_depth} levels deep")


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    keys = [key for key, _ in pairs]
    twice = next(key for key in keys if keys.count(key) > 1)
    raise JsonError(f"the key {twice!r} stands twice in one object")


def _no_constant(name: str) -> Json:
    raise JsonError(f"{name} is not JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise JsonError(f"the number {text} is out of range")
    return value


def _check_surrogates(value: Json) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as exc:
        raise JsonError("a lone surrogate is not a character") from exc
