"""Read a call's arguments as the state has them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.forms import kinds_in
from backendgpt.grounding.occurrences import Occurrences
from backendgpt.grounding.outline import is_group, measures, quoted, singular
from backendgpt.jsonvalue import Json

_SEGMENT = re.compile(r"(?<=/)[^/{}]+")


def fit(call: Call, state: Json) -> Call:
    """Return the call with its written arguments as the state has them.

    A bare number becomes a string where the state holds only the string: `show_room(222)` means `"222"` if
    the rooms are `{"222": ...}`, and the first argument names a room even if something else has 222 of
    anything. A segment of a path that names a thing of the state becomes an argument:
    `PATCH /parts/saw` becomes `PATCH /parts/{id}` with the argument `saw`.
    """
    values = [value for _, value in arguments(call.written)]
    numbers = {value for value in values if type(value) is int}
    first = 0 if isinstance(state, dict) and is_group(state, ()) else 1
    segments = _SEGMENT.findall(call.endpoint)[first:]
    if call.endpoint.startswith("POST"):
        segments = segments[:-1]  # what is added to is a collection, not a thing
    if not numbers and not segments:
        return call
    found = Occurrences(state, {*numbers, *map(str, numbers), *segments})
    if segments:
        call = _fit_path(call, {*found.names.intersection(segments), *_new_name(call, state)}, first)
    own = _numbered(call, state, numbers)
    strings = {
        n: str(n) for n in numbers if (n not in found.numbers or str(n) in own) and str(n) in found.places
    }
    names = {n: str(n) for n in numbers if n not in found.places and str(n) in found.names}

    def as_held(value: Json, known: dict[int, str] = strings) -> Json:
        if isinstance(value, dict):
            return {key: item if measures(key) else as_held(item) for key, item in value.items()}
        return known.get(value, value) if type(value) is int else value

    if isinstance(call.written, dict):
        known = {key: {} if measures(key) else strings | names for key in call.written}
        return replace(call, written={key: as_held(value, known[key]) for key, value in call.written.items()})
    others = {} if intent.sign(call) else strings
    held = [as_held(value, others if i else strings | names) for i, value in enumerate(call.written)]
    return replace(call, written=held)


def _numbered(call: Call, state: Json, numbers: set[int]) -> set[str]:
    """Return which numbers are names in what a call's words name: 4 in `DELETE /spares/4`."""
    held = state.items() if isinstance(state, dict) else ()
    maps = [(key, value) for key, value in held if isinstance(value, dict) and value]
    numbered = [(key, value) for key, value in maps if all(map(str.isdecimal, value))]
    return {str(n) for key, value in numbered if intent.names(call, key) for n in numbers if str(n) in value}


def arguments(args: Json) -> Iterator[tuple[str, Json]]:
    """Go through the arguments, each with the expression that a function reads it by."""
    items = enumerate(args) if isinstance(args, list) else args.items() if isinstance(args, dict) else ()
    for key, value in items:
        label = f"args[{quoted(key)}]"
        if isinstance(value, dict):
            yield from ((f"{label}[{quoted(name)}]", item) for name, item in value.items())
        else:
            yield label, value


def name_of(label: str) -> str:
    """Return the name of an argument: `to` of `args["to"]` and of `args[1]["to"]`."""
    return label.rpartition("[")[2].strip('"]')


def body(call: Call) -> tuple[str, dict[str, Json]]:
    """Return the code for the fields that a call gives, and the fields."""
    if isinstance(call.args, dict):
        return "args", call.args
    last = call.args[-1] if call.args else None
    return (f"args[{len(call.args) - 1}]", last) if isinstance(last, dict) else ("", {})


def _new_name(call: Call, state: Json) -> list[str]:
    """Return the name that is put where things are under their names: `saw` in `PUT /parts/saw`."""
    method, *path = re.split(" ?/", call.endpoint)
    held = state.get(path[0]) if isinstance(state, dict) and len(path) == 2 else None
    if method != "PUT" or not isinstance(held, dict):
        return []
    is_plain = len(held) > 1 and kinds_in(held) in ({"text"}, {"number"}) and singular(path[0]) != path[0]
    return path[1:] if is_plain or is_group(held, (("key", path[0]),)) else []


def _fit_path(call: Call, names: set[str], first: int) -> Call:
    """Turn the segments that are names into positional arguments, in the order of the path."""
    method, _, path = call.endpoint.partition(" ")
    segments = path.split("/")
    named = call.written if isinstance(call.written, dict) else {}
    ids, positional = list(call.written) if isinstance(call.written, list) else [], list[Json]()
    for i, segment in enumerate(segments):
        is_place = segment.startswith("{")
        if is_place or (i > first and segment in names):
            segments[i] = "{id}"
            positional.append(ids.pop(0) if is_place else segment)
    rest = [*ids, named] if named else ids
    written = [*positional, *rest] if positional else call.written
    return replace(call, endpoint=f"{method} {'/'.join(segments)}", written=written)
