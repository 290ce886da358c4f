"""Other states and other arguments, made from those of a call: what two functions are compared on. Pure.

No model is asked for these inputs, so one fresh function is worth many comparisons: whether it and the stored
one agree when a list is reversed, emptied or grown, when every number is another one, when the argument names
another record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, islice

from backendgpt.jsonvalue import Json, compact, equal

LARGE = 20_000
"""Characters of state above which long lists and objects are cut first, to keep the comparison quick."""

STATES, PER_ARGUMENT = 40, 8
"""The most states, and the most values for one argument, that are tried."""


@dataclass(frozen=True)
class Variant:
    """One input to compare on.

    Attributes:
        argument: Which argument is another one, e.g. `[0]`; empty if the state is.
        state, args: The input.
    """

    argument: str
    state: Json
    args: Json


def variants(state: Json, args: Json) -> list[Variant]:
    """Make inputs out of one: itself (a large state cut), other arguments, other states."""
    state = _cut(state) if len(compact(state)) > LARGE else state
    made = [Variant("", state, args)]
    leaves = list(_leaves(state))
    for place, value in _leaves(args, exact=True):
        others = {compact(other): other for other in _other_values(value, leaves) if not equal(other, value)}
        made += [
            Variant(place, state, _with(args, place, other)) for other in [*others.values()][:PER_ARGUMENT]
        ]
    states = {compact(other): other for other in _other_states(state) if not equal(other, state)}
    return made + [Variant("", other, args) for other in [*states.values()][:STATES]]


def is_map(value: dict[str, Json]) -> bool:
    """Tell whether an object's keys are the names of things, and not of fields."""
    if len(value) > 20:
        return True
    things = [item for item in value.values() if isinstance(item, dict) and item]
    if len(things) < max(1, len(value)) or len({tuple(sorted(thing)) for thing in things}) > 1:
        return False
    # A single object in an object is a thing if it looks like a record: `{"rooms": {"222": {...}}}`.
    return len(value) > 1 or any(not isinstance(item, dict | list) for item in things[0].values())


def _other_values(value: Json, leaves: list[tuple[str, Json]]) -> Iterator[Json]:
    """Go through values for an argument: those that stand in the state where it does, then some more."""
    columns = {place for place, leaf in leaves if _alike(leaf, value)}
    yield from islice((leaf for place, leaf in leaves if place in columns and not _alike(leaf, value)), 4)
    match value:
        case bool():
            yield not value
        case int() | float():
            yield from (value + 1, 0, 1, 2, value + 17)
        case str():
            yield from (f"{value} too", "Zebra 47", value.upper())


def _alike(a: Json, b: Json) -> bool:
    return a.casefold() == b.casefold() if isinstance(a, str) and isinstance(b, str) else equal(a, b)


def _other_states(state: Json) -> Iterator[Json]:
    for place, values in _places(state).items():
        for change in _CHANGES[type(values[0])]:
            numbers = count()
            yield _changed(state, place, lambda v, c=change, n=numbers, vs=values: c(v, next(n), vs))  # type: ignore[misc]


_Change = Callable[[Json, int, list[Json]], Json]
"""Makes another value out of one, its number among the values at its place, and all these values."""


def _sliced(part: slice) -> _Change:
    def change(value: Json, _: int, __: list[Json]) -> Json:
        if isinstance(value, list):
            return value[part]
        if isinstance(value, dict) and is_map(value):
            return dict(list(value.items())[part])
        return value

    return change


def _grown(value: Json, _: int, __: list[Json]) -> Json:
    """Add a thing like the last one, but with other strings and numbers."""
    if isinstance(value, list) and value:
        return [*value, _stranger(value[-1])]
    if isinstance(value, dict) and value and is_map(value):
        return {**value, f"{list(value)[-1]}7": _stranger(list(value.values())[-1])}
    return value


def _stranger(value: Json) -> Json:
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 7
        case str():
            return value + "x"
        case list():
            return [_stranger(item) for item in value]
        case dict():
            return {key: _stranger(item) for key, item in value.items()}
    return value


def _next(_: Json, number: int, values: list[Json]) -> Json:
    return values[(number + 1) % len(values)]


_ENDS = (slice(None, None, -1), slice(1, None), slice(None, -1), slice(0, 0))
_CHANGES: dict[type, tuple[_Change, ...]] = {
    list: (*map(_sliced, _ENDS), _grown),
    dict: (*map(_sliced, _ENDS), _grown),
    bool: (lambda v, _, __: not v, lambda _, n, __: bool(n % 2), _next),
    int: (lambda v, n, _: _plus(v, 5 * n + 3), lambda v, n, _: _plus(v, -4 * n - 1), _next),
    float: (lambda v, n, _: _plus(v, 5 * n + 3), lambda v, n, _: _plus(v, -4 * n - 1), _next),
    str: (_next, lambda v, n, _: f"{v} {n}" if isinstance(v, str) else v, lambda _, __, values: values[0]),
    type(None): (_next,),
}


def _plus(value: Json, more: int) -> Json:
    return value + more if isinstance(value, int | float) and not isinstance(value, bool) else value


def _places(state: Json) -> dict[str, list[Json]]:
    """Return the values at each place of a state; lists and objects first, they matter most."""
    found: dict[str, list[Json]] = {}

    def walk(value: Json, place: str) -> None:
        found.setdefault(place, []).append(value)
        for step, item in _parts(value):
            walk(item, place + step)

    walk(state, "")
    return dict(sorted(found.items(), key=lambda at: not isinstance(at[1][0], list | dict)))


def _parts(value: Json, *, exact: bool = False) -> Iterator[tuple[str, Json]]:
    """Go through what is in a value, each with its step: `[]`, `{}` or `.key`; exactly, `[0]` or `.key`."""
    if isinstance(value, list):
        yield from ((f"[{i}]" if exact else "[]", item) for i, item in enumerate(value))
    elif isinstance(value, dict):
        steps = (f".{key}" if exact or not is_map(value) else "{}" for key in value)
        yield from zip(steps, value.values(), strict=True)


def _leaves(value: Json, place: str = "", *, exact: bool = False) -> Iterator[tuple[str, Json]]:
    """Go through the scalars with their places, and through the keys of maps."""
    if isinstance(value, dict) and not exact and is_map(value):
        yield from ((place + "{key}", key) for key in value)
    if isinstance(value, list | dict):
        for step, item in _parts(value, exact=exact):
            yield from _leaves(item, place + step, exact=exact)
    else:
        yield place, value


def _changed(
    value: Json, target: str, change: Callable[[Json], Json], place: str = "", *, exact: bool = False
) -> Json:
    """Return a copy in which every value at the place `target` is changed."""
    if place == target:
        return change(value)
    if not target.startswith(place) or not isinstance(value, list | dict):
        return value
    items = [
        _changed(item, target, change, place + step, exact=exact) for step, item in _parts(value, exact=exact)
    ]
    return items if isinstance(value, list) else dict(zip(value, items, strict=True))


def _with(args: Json, place: str, other: Json) -> Json:
    return _changed(args, place, lambda _: other, exact=True)


def _cut(value: Json, most: int = 8) -> Json:
    if isinstance(value, list):
        return [_cut(item) for item in value[:most]]
    if isinstance(value, dict):
        kept = list(value)[:most] if is_map(value) else list(value)
        return {key: _cut(value[key]) for key in kept}
    return value[:1000] if isinstance(value, str) else value


def restaged(state: Json, times: int) -> Json:
    """Return a like state on which the same calls mean something else: lists turned and grown, flags flipped.

    Numbers and strings stay, so that what a call names is still there.
    """
    for _ in range(times):
        for place, values in _places(state).items():
            if isinstance(values[0], list):
                state = _changed(state, place, lambda v: _turned(_grown(v, 0, [])))
            elif isinstance(values[0], bool):
                state = _changed(state, place, lambda v: not v if isinstance(v, bool) else v)
    return state


def _turned(value: Json) -> Json:
    return [*value[1:], *value[:1]] if isinstance(value, list) else value
