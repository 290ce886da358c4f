"""Strict JSON in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backendgpt.jsonvalue import Json, JsonError, compact, dumps, equal, loads

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)

BAD = {
    "nan": "NaN",
    "infinity by constant": "[-Infinity]",
    "infinity by exponent": "1e999",
    "a key twice": '{"a": 1, "a": 2}',
    "a lone surrogate": '"\\ud800"',
    "too deep": "[" * 101 + "]" * 101,
    "far too deep": "[" * 1_000_000,
    "trailing text": "[1] x",
    "two values": "1 2",
    "an endless integer": "1" * 5000,
    "not utf-8": b"\xff",
    "nothing": "",
    "a python literal": "{'a': True}",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_what_is_not_strict_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(JsonError):
        loads(text)


def test_brackets_in_strings_are_not_depth() -> None:
    assert loads('"' + "[" * 500 + '"') == "[" * 500


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"x"], ids=repr)
def test_what_json_cannot_hold_is_not_written(value: Json) -> None:
    with pytest.raises(JsonError):
        dumps(value)


@given(JSON)
def test_a_value_survives_writing_and_reading(value: Json) -> None:
    assert equal(loads(dumps(value)), value)
    assert equal(loads(compact(value)), value)


@pytest.mark.parametrize(("a", "b"), [(True, 1), (1, 1.0), ([0], [False]), ({"a": 1}, {"a": True})], ids=repr)
def test_python_equal_values_of_different_json_types_differ(a: Json, b: Json) -> None:
    assert a == b
    assert not equal(a, b)
