"""A call with the state in view: what its arguments are, and where they occur. Pure.

What a small model gets wrong most: an id taken for an index, a key looked up at the wrong level, and `222`
where the state holds `"222"`. So `close_account(B2)` on `{"accounts": [{"number": "B2", ...}]}` gets the note
`args[0]: next(a for a in state["accounts"] if a["number"] == args[0])`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from json import dumps
from typing import Literal, TypeAlias

from backendgpt.call import Call
from backendgpt.jsonvalue import Json

MOST = 4
"""Notes that one call gets at most."""

NODES = 50_000
"""Values of a state that are looked at; what comes after these is not found."""

_LONGEST = 60
_IDENTIFIES = re.compile(
    r"(.*[_\s])?(id|no|nr|num|number|code|key|index|isbn|room|table|seat|row|col)|.*Id", re.I
)
_SEGMENT = re.compile(r"(?<=/)[^/{}]+")

Step: TypeAlias = tuple[Literal["key", "items", "values"], str]
"""One step down into a state: to a key, to every element of a list, to every value of an object."""


def fit(call: Call, state: Json) -> Call:
    """Return the call with its written arguments as the state has them.

    A bare number becomes a string where the state holds only the string: `show_room(222)` means `"222"` if
    the rooms are `{"222": ...}`. A segment of a path that names a thing of the state becomes an argument:
    `PATCH /parts/saw` becomes `PATCH /parts/{id}` with the argument `saw`.
    """
    values = [value for _, value in _arguments(call.written)]
    numbers = {value for value in values if type(value) is int}
    segments = _SEGMENT.findall(call.endpoint)[1:]
    if call.endpoint.startswith("POST"):
        segments = segments[:-1]  # what is added to is a collection, not a thing
    if not numbers and not segments:
        return call
    found = _Search(state, {*numbers, *map(str, numbers), *segments})
    if segments:
        call = _fit_path(call, found.names.intersection(segments))
    strings = {n: str(n) for n in numbers if n not in found.numbers and str(n) in found.places}

    def as_held(value: Json) -> Json:
        if isinstance(value, dict):
            return {key: as_held(item) for key, item in value.items()}
        return strings.get(value, value) if type(value) is int else value

    if isinstance(call.written, dict):
        return replace(call, written={key: as_held(value) for key, value in call.written.items()})
    return replace(call, written=[as_held(value) for value in call.written])


def ground(call: Call, state: Json) -> list[str]:
    """Say how to find in the state what the call's arguments, or the words of a sentence, name.

    Returns:
        Up to `MOST` notes: `args[0]: state["rooms"][args[0]]`, `args[0] in state["users"]`, ...
    """
    arguments = list(_arguments(call.args))
    found = _Search(
        state,
        {value for _, value in arguments if isinstance(value, str) or type(value) is int},
        text="" if arguments else call.text,
    )
    notes = [note for label, value in arguments for note in found.notes(label, value)]
    notes += [note for name in found.named() for note in found.notes(_quoted(name), name)[:1]]
    return list(dict.fromkeys(notes))[:MOST]


@dataclass(frozen=True)
class _Place:
    """Where a value occurs: as a key of an object, an element of a list, or the value of a field."""

    kind: Literal["key", "element", "field"]
    path: tuple[Step, ...]
    field: str = ""

    def note(self, label: str, times: int) -> str:
        """Write the expression that finds what `label` names, given how often it is there."""
        loops, value = _loops(self.path)
        test = f"{value}[{_quoted(self.field)}] == {label}" if self.kind == "field" else f"{label} in {value}"
        if not loops:
            return f"{label}: {value}[{label}]" if self.kind == "key" else test
        if times == 1 and self.kind == "field":
            return f"{label}: next({value}{loops} if {test})"
        return f"{label}: [{value}{loops} if {test}]"


@dataclass
class _Search:
    """Looks for values in a state.

    Args:
        state: Where to look.
        wanted: The values to look for.
        text: Or whatever stands in this text.
    """

    state: Json
    wanted: set[str | int]
    text: str = ""
    places: dict[str | int, dict[_Place, int]] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    lists: dict[tuple[Step, ...], int] = field(default_factory=dict)
    nodes: int = 0

    def __post_init__(self) -> None:
        self.text = self.text.casefold()
        self._walk(self.state, ())

    def notes(self, label: str, value: Json) -> list[str]:
        """Write up to two notes for a value; a number that is no id may be an index."""
        if isinstance(value, str | int) and (places := self.places.get(value)):
            return [place.note(label, times) for place, times in list(places.items())[:2]]
        if type(value) is int and (label == "args[0]" or _IDENTIFIES.search(label)):
            lists = (path for path, length in self.lists.items() if 0 <= value < length)
            return [f"{label}: {_loops(path)[1]}[{label}]" for path in lists][:1]
        return []

    def named(self) -> Iterator[str]:
        """Go through the names of things that the text has as whole words."""
        for name in self.names if self.text else ():
            if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", self.text):
                yield name

    def _walk(self, value: Json, path: tuple[Step, ...]) -> None:
        self.nodes += 1
        if self.nodes > NODES:
            return
        if isinstance(value, list):
            if all(step == "key" for step, _ in path):
                self.lists[path] = len(value)
            for item in value:
                self._meet(item, "element", path)
                if isinstance(item, list | dict):
                    self._walk(item, (*path, ("items", "")))
        elif isinstance(value, dict):
            alike = bool(path) and _alike(value)
            for key, item in value.items():
                self._meet(key, "key", path, is_name=alike or bool(path and path[-1][0] == "key"))
                self._meet(item, "field", path, key)
                if isinstance(item, list | dict):
                    self._walk(item, (*path, ("values", "") if alike else ("key", key)))

    def _meet(
        self,
        value: Json,
        kind: Literal["key", "element", "field"],
        path: tuple[Step, ...],
        field: str = "",
        *,
        is_name: bool = True,
    ) -> None:
        if type(value) is int:
            self.numbers.add(value)
            if value not in self.wanted or (kind == "field" and not _IDENTIFIES.fullmatch(field)):
                return
        elif not isinstance(value, str) or len(value) > _LONGEST or not self._is_wanted(value):
            return
        places = self.places.setdefault(value, {})
        place = _Place(kind, path, field)
        places[place] = places.get(place, 0) + 1
        if is_name and isinstance(value, str):
            self.names.add(value)

    def _is_wanted(self, value: str) -> bool:
        return value in self.wanted or (len(value) > 2 and bool(self.text) and value.casefold() in self.text)


def _alike(value: dict[str, Json]) -> bool:
    """Whether an object is a collection of things under their names, rather than one thing with fields."""
    first, *others = value.values() if len(value) > 1 else (None,)
    if isinstance(first, list):
        return all(isinstance(other, list) for other in others)
    return isinstance(first, dict) and all(
        isinstance(other, dict) and other.keys() == first.keys() for other in others
    )


def _loops(path: tuple[Step, ...]) -> tuple[str, str]:
    """Write a path as ` for a in ... for b in ...` and the expression for what is at its end."""
    loops, value, variables = "", "state", iter("abcdefghijklmnopqrstuvwxyz" * 10)
    for step, key in path:
        if step == "key":
            value += f"[{_quoted(key)}]"
        else:
            variable = next(variables)
            loops += f" for {variable} in {value}" + (".values()" if step == "values" else "")
            value = variable
    return loops, value


def _arguments(args: Json) -> Iterator[tuple[str, Json]]:
    """Go through the arguments, each with the expression that a function reads it by."""
    items = enumerate(args) if isinstance(args, list) else args.items() if isinstance(args, dict) else ()
    for key, value in items:
        label = f"args[{_quoted(key)}]"
        if isinstance(value, dict):
            yield from ((f"{label}[{_quoted(name)}]", item) for name, item in value.items())
        else:
            yield label, value


def _fit_path(call: Call, names: set[str]) -> Call:
    """Turn the segments that are names into positional arguments, in the order of the path."""
    method, _, path = call.endpoint.partition(" ")
    segments = path.split("/")
    named = call.written if isinstance(call.written, dict) else {}
    ids, positional = list(call.written) if isinstance(call.written, list) else [], list[Json]()
    for i, segment in enumerate(segments):
        is_place = segment.startswith("{")
        if is_place or (i > 1 and segment in names):
            segments[i] = "{id}"
            positional.append(ids.pop(0) if is_place else segment)
    rest = [*ids, named] if named else ids
    written = [*positional, *rest] if positional else call.written
    return replace(call, endpoint=f"{method} {'/'.join(segments)}", written=written)


def _quoted(key: str | int) -> str:
    return dumps(key, ensure_ascii=False)
