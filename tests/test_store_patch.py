"""The difference between two states."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backendgpt.jsonvalue import Json, equal
from backendgpt.store.patch import apply, diff
from tests.test_store import states


def rows(*ids: int) -> list[Json]:
    return [{"id": i, "title": f"todo {i}"} for i in ids]


@settings(max_examples=400)
@given(states, states)
def test_a_patch_leads_from_one_state_to_the_other(a: Json, b: Json) -> None:
    patch = diff(a, b)
    assert equal(apply(a, patch), b)
    assert bool(patch) != equal(a, b)


@settings(max_examples=200)
@given(st.lists(st.integers(0, 4), max_size=9), st.lists(st.integers(0, 4), max_size=9))
def test_lists_with_repetitions_are_patched_right(a: list[Json], b: list[Json]) -> None:
    assert equal(apply(a, diff(a, b)), b)


def test_the_state_given_is_not_changed() -> None:
    state: Json = {"a": [1]}
    assert apply(state, diff(state, {"a": [1, 2]})) == {"a": [1, 2]}
    assert state == {"a": [1]}


@pytest.mark.parametrize(
    ("before", "after", "operations"),
    [
        (rows(1, 2, 3), rows(2, 3), ["remove /0"]),
        (rows(1, 2, 3), rows(1, 2), ["remove /2"]),
        (rows(*range(9)), rows(*range(0, 9, 2)), ["remove /1", "remove /2", "remove /3", "remove /4"]),
        (rows(1, 2), rows(0, 1, 2), ["add /0"]),
        (rows(1, 2, 3, 4), rows(2, 3, 4, 5), ["remove /0", "add /3"]),
        ([{"a": 1, "b": 2}], [{"a": 1, "b": 3}], ["replace /0/b"]),
        ([3, 1, 2], [1, 2, 3], ["replace "]),
        ({"a/b": 1, "~": 2}, {"~": 3}, ["remove /a~1b", "replace /~0"]),
        ({"a": 1}, [], ["replace "]),
    ],
    ids=["first", "last", "every second", "prepend", "shift", "field", "sorted", "odd keys", "type"],
)
def test_a_patch_says_what_a_person_would_say(before: Json, after: Json, operations: list[str]) -> None:
    assert [f"{op['op']} {op['path']}" for op in diff(before, after)] == operations


def test_a_patch_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        apply({}, [{"op": "remove", "path": "/a"}])
