"""The shape of a state and of arguments: which types stand where, whatever the lengths and the values. Pure.

A function that was learned on one state is trusted with another only if what it touches still has the
types that it was tried on. What it touches is told by its string literals: a key that stands in the function
is part of the shape, every other key of an object is only a name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TypeAlias

from backendgpt.jsonvalue import Json, compact

Shape: TypeAlias = dict[str, list[str]]
"""Paths and the types found there: `{"": ["object"], ".todos": ["list"], ".todos[].title": ["string"]}`.

`[]` is any element of a list, `{}` any value of an object whose keys are only names. `absent` is a type, too:
some object there lacks the key.
"""

SAMPLE = 16
"""How many elements of a list, and values of an object, are looked at: half of them from its end."""


def args_shape(args: Json) -> str:
    """Return the types of the arguments as one line: `["string", "number"]`, `{"id": "number"}`."""
    return compact(_types(args))


def kind(value: Json) -> str:
    """Return a value's JSON type."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "list"
    return "object"


def shape(state: Json, keys: Collection[str]) -> Shape:
    """Return the types at the places that a function with these string literals touches."""
    found: dict[str, set[str]] = {}
    _collect([state], "", keys, found)
    return {path: sorted(types) for path, types in found.items()}


def merged(a: Shape, b: Shape) -> Shape:
    """Return the shape of states of both shapes."""
    paths = dict.fromkeys((*a, *b))
    return {path: sorted({*_at(a, path), *_at(b, path)}) for path in paths}


def fits(known: Shape, new: Shape) -> bool:
    """Tell whether a state of the shape `new` holds nothing, and lacks nothing, that is not `known`."""
    return all(set(_at(new, path)) <= set(known.get(path, ())) for path in dict.fromkeys((*known, *new)))


def _at(shape: Shape, path: str) -> list[str]:
    """Return the types at a path; a key that is nowhere in the objects that could have it is absent."""
    if path in shape:
        return shape[path]
    parent, _, key = path.rpartition(".")
    is_key = path and not key.endswith(("[]", "{}"))
    return ["absent"] if is_key and "object" in shape.get(parent, ()) else []


def _types(value: Json) -> Json:
    if isinstance(value, list):
        return [_types(item) for item in value]
    if isinstance(value, dict):
        return {key: _types(value[key]) for key in sorted(value)}
    return kind(value)


def _collect(values: list[Json], path: str, keys: Collection[str], found: dict[str, set[str]]) -> None:
    """Add the types of values that stand at one path, and of what is in them."""
    found.setdefault(path, set()).update(map(kind, values))
    if items := [item for value in values if isinstance(value, list) for item in _sample(value)]:
        _collect(items, path + "[]", keys, found)
    objects = [value for value in values if isinstance(value, dict)]
    for key in sorted({key for value in objects for key in value if key in keys}):
        place = f"{path}.{key}"
        _collect([value[key] for value in objects if key in value], place, keys, found)
        if any(key not in value for value in objects):
            found[place].add("absent")
    if others := [item for value in objects for item in _unnamed(value, keys)]:
        _collect(others, path + "{}", keys, found)


def _unnamed(value: dict[str, Json], keys: Collection[str]) -> Iterator[Json]:
    """Go through the values under keys that a function does not name; in a record, only those with parts."""
    is_record = any(key in keys for key in value)
    for key in _sample(list(value)):
        if key not in keys and (not is_record or isinstance(value[key], list | dict)):
            yield value[key]


def _sample(items: list) -> Iterator:  # type: ignore[type-arg]
    if len(items) <= SAMPLE:
        return iter(items)
    return iter([*islice(items, SAMPLE // 2), *items[-SAMPLE // 2 :]])
