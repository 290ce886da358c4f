"""The inputs that functions are compared on, and the shapes that tell whether a route still fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backendgpt.jsonvalue import Json, compact, equal
from backendgpt.routes.shape import args_shape, fits, merged, shape
from backendgpt.routes.vary import is_map, restaged, variants

TODO: Json = {"todos": [{"title": "milk", "done": False}, {"title": "tea", "done": True}]}
ROOMS: Json = {"rooms": {"101": {"guest": "Ada"}, "102": {"guest": None}}}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text("abc", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", max_size=2), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(json_values, st.lists(json_values, max_size=3))
def test_variants_are_json_of_which_the_first_is_the_call_itself(state: Json, args: Json) -> None:
    first, *others = variants(state, args)
    assert equal(first.state, state)
    assert equal(first.args, args)
    assert all(not equal(o.args, args) if o.argument else not equal(o.state, state) for o in others)


@given(json_values)
def test_making_variants_leaves_the_state_alone(state: Json) -> None:
    before = compact(state)
    variants(state, [1, "a"])
    restaged(state, 2)
    assert compact(state) == before


def test_an_argument_becomes_another_thing_of_the_state() -> None:
    tried = [variant.args for variant in variants(TODO, ["milk"]) if variant.argument]
    assert ["tea"] in tried
    assert [None] not in tried


def test_a_list_is_reversed_emptied_and_grown() -> None:
    lists = [v.state["todos"] for v in variants(TODO, []) if isinstance(v.state, dict)]
    assert {len(items) for items in lists if isinstance(items, list)} == {0, 1, 2, 3}


def test_a_large_state_is_cut_before_it_is_varied() -> None:
    large: Json = {"todos": [{"title": f"t{i}", "done": False} for i in range(5000)]}
    assert all(len(compact(variant.state)) < 2000 for variant in variants(large, [1]))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"101": {"guest": "Ada"}, "102": {"guest": None}}, True),
        ({"rooms": {"101": {"guest": "Ada"}}}, False),
        ({"title": "milk", "done": False}, False),
        ({"users": {"ada": {}}, "rooms": {}}, False),
        ({str(i): i for i in range(30)}, True),
    ],
    ids=["things", "a field with things", "a record", "two fields", "many keys"],
)
def test_names_of_things_are_told_from_names_of_fields(value: dict[str, Json], expected: bool) -> None:
    assert is_map(value) is expected


SHAPES = {
    "more elements": (TODO, {"todos": [{"title": "a", "done": True}] * 9}, True),
    "no elements": (TODO, {"todos": []}, True),
    "a key that is not touched": (TODO, {"todos": [{"title": "a", "done": True, "x": 1}], "y": 2}, True),
    "a key that is gone": (TODO, {"todos": [{"title": "a"}]}, False),
    "a key with another type": (TODO, {"todos": [{"title": "a", "done": "yes"}]}, False),
    "an object for a list": (TODO, {"todos": {"1": {"title": "a", "done": True}}}, False),
    "another name at the top": (TODO, {"items": [{"title": "a", "done": True}]}, False),
    "another thing": (ROOMS, {"rooms": {"205": {"guest": "Bob"}}}, True),
    "a thing of another type": (ROOMS, {"rooms": {"205": "Bob"}}, False),
    "a thing without the field": (ROOMS, {"rooms": {"205": {"guests": []}}}, False),
}


@pytest.mark.parametrize(("known", "new", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_state_fits_if_what_is_touched_has_the_known_types(known: Json, new: Json, expected: bool) -> None:
    keys = {"todos", "title", "done", "rooms", "guest"}
    assert fits(shape(known, keys), shape(new, keys)) is expected


@given(json_values, json_values)
def test_a_merged_shape_fits_both(a: Json, b: Json) -> None:
    keys = {"a", "ab"}
    both = merged(shape(a, keys), shape(b, keys))
    assert fits(both, shape(a, keys))
    assert fits(both, shape(b, keys))


def test_arguments_of_one_kind_have_one_shape() -> None:
    assert args_shape(["a", 1]) == args_shape(["b", 2.5]) == '["string","number"]'
    assert args_shape({"b": 1, "a": None}) == args_shape({"a": None, "b": 1})
