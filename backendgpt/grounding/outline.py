"""The collections of a state as code: how to reach each thing in them, and what a new one has. Pure.

A collection is a list, or an object of things under their names. In `{"boards": {"web": {"todo": [{...}]}}}`
the cards are reached by `item for board in state["boards"].values() for part in board.values() for item in
part`: what a small model cannot work out by itself, it can copy.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from json import dumps
from typing import Literal, TypeAlias

from backendgpt.grounding.forms import kind_of
from backendgpt.jsonvalue import Json

NODES = 50_000
"""Values of a state that are looked at; what comes after these is not found."""

Step: TypeAlias = tuple[Literal["key", "items", "values"], str]
"""One step down into a state: to a key, to every element of a list, to every value of an object."""

Path: TypeAlias = tuple[Step, ...]

IDENTIFIES = re.compile(
    r"(.*[_\s])?(id|no|nr|num|number|code|key|index|isbn|room|table|seat|row|col)|.*Id", re.I
)
"""What a field or an argument is called whose number tells a thing from others, or says its place."""

SORTS = {"category", "color", "genre", "kind", "level", "priority", "role", "size", "state", "status", "type"}
"""Fields that say of what sort a thing is, and do not tell it from others."""

ORDINALS = {"day", "game", "hole", "lap", "level", "quarter", "race", "round", "set", "week"}
"""What one counts, from 1."""

_IES = {"brownies", "calories", "cookies", "movies", "pies", "selfies", "smoothies", "ties"}
_MEASURES = {"amount", "by", "count", "kg", "km", "limit", "n", "price", "qty", "quantity", "size", "times"}
_SCORES = {"bid", "grade", "mark", "point", "price", "rating", "score", "temperature", "vote"}
_COUNTED = re.compile(r"(\D*)\d+")
TAKEN = {*dir(builtins), *keyword.kwlist, "state", "args", "handle"}
"""Names that code of our own gives to nothing."""


@dataclass
class Collection:
    """A list, or an object of things, at one path of a state; all that lie at the same path are one.

    Attributes:
        path: How to reach it.
        named: Whether its things are under names: an object, no list.
        things: What is in it.
        names: Their names.
    """

    path: Path
    named: bool
    things: list[Json] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def next_name(self) -> str:
        """The code for the next of its names, if these are numbers: "103" after "101" and "102"."""
        is_numbered = bool(self.names) and all(name.isdecimal() for name in self.names) and not self.is_deep
        return f"str(max(map(int, {reach(self.path)[1]})) + 1)" if is_numbered else ""

    @property
    def name(self) -> str:
        """The key that it stands under, or the empty string."""
        return last_key(self.path)

    @property
    def is_texts(self) -> bool:
        """Whether its things are texts."""
        return bool(self.things) and all(isinstance(thing, str) for thing in self.things)

    @property
    def is_deep(self) -> bool:
        """Whether it takes a loop to reach it."""
        return any(step != "key" for step, _ in self.path)

    @property
    def inside(self) -> Path:
        """The path of each thing in it."""
        return (*self.path, ("values", "") if self.named else ("items", ""))

    @cached_property
    def fields(self) -> list[str]:
        """The fields that all its things have; none if they are no objects."""
        records = [thing for thing in self.things if isinstance(thing, dict)]
        if not records or len(records) < len(self.things):
            return []
        return [key for key in records[0] if all(key in record for record in records)]

    @property
    def marks(self) -> list[str]:
        """The fields that say of each thing that something is so, or not."""
        return [key for key in self.fields if all(isinstance(value, bool) for value in self.values(key))]

    def values(self, key: str) -> list[Json]:
        """Return what its things have in a field."""
        return [thing[key] for thing in self.things if isinstance(thing, dict) and key in thing]

    def is_text(self, key: str) -> bool:
        """Tell whether a field holds texts that somebody wrote: no numbers, no dates."""
        values = self.values(key)
        return all(isinstance(v, str) and not v[:1].isdecimal() for v in values) and self.counted(key) is None

    def counted(self, key: str) -> str | None:
        """Return what stands before the number of a field that counts its things: "T-" for "T-100", "T-101".

        Returns:
            The empty string for plain integers, None for a field that does not count.
        """
        values = self.values(key)
        parts = [_COUNTED.fullmatch(value) for value in values if isinstance(value, str)]
        prefixes = {part[1] for part in parts if part}
        is_others = (
            "id" in self.fields and key != "id" and key.lower().endswith("id")
        )  # an order's "customer_id"
        if len(set(map(str, values))) < len(values) or not identifies(key, self.name) or is_others:
            return None
        if all(type(value) is int for value in values):
            return ""
        return (
            prefixes.pop() if None not in parts and len(parts) == len(values) and len(prefixes) == 1 else None
        )


def identifies(key: str, collection: str) -> bool:
    """Tell whether the number in a field tells a thing from others: an "id", or the "lot" of each of "lots".

    Args:
        key: The field.
        collection: The key that the collection of the things stands under.
    """
    is_its_own = key.lower() == singular(collection.lower()) and key.lower() not in _SCORES
    return bool(IDENTIFIES.fullmatch(key)) or is_its_own


def last_key(path: Path) -> str:
    """Return the key that what lies at a path stands under, or the empty string."""
    return next((key for step, key in reversed(path) if step == "key"), "")


def reach(path: Path, root: str = "state") -> tuple[str, str]:
    """Write a path as ` for board in ... for item in ...` and the expression for what is at its end.

    Args:
        path: The path.
        root: The code for what it begins at.
    """
    loops, value, variables = "", root, [root]
    for i, (step, key) in enumerate(path):
        if step == "key":
            value += f"[{quoted(key)}]"
        else:
            variables.append(_variable(path, i, variables))
            loops += f" for {variables[-1]} in {value}" + (".values()" if step == "values" else "")
            value = variables[-1]
    return loops, value


def reach_list(path: Path, root: str = "state") -> tuple[str, str]:
    """Write the same for a path that ends at a list: what it goes through is a `row` and no `item`."""
    loops, _, last = reach((*path, ("items", "")), root)[0].rpartition(" for ")
    return loops, last.partition(" in ")[2]


def reach_named(path: Path, root: str = "state") -> tuple[str, str]:
    """Write the same for a path that ends at things under names: ` for name, room in ...items()`."""
    loops, thing = reach(path, root)
    head, _, last = loops.rpartition(" for ")
    return f"{head} for name, {last.removesuffix('.values()')}.items()", thing


def quoted(key: str | int) -> str:
    """Write a key or an index as code."""
    return dumps(key, ensure_ascii=False)


def is_free(name: str) -> bool:
    """Tell whether code of our own may give something this name."""
    return name.isidentifier() and name not in TAKEN


def is_map(value: dict[str, Json]) -> bool:
    """Tell whether an object is a collection of things under their names, and not one thing with fields."""
    first, *others = value.values() if len(value) > 1 else (None,)
    if isinstance(first, list):
        return all(isinstance(other, list) for other in others)
    return isinstance(first, dict) and all(
        isinstance(other, dict) and other.keys() == first.keys() for other in others
    )


def is_group(value: dict[str, Json], path: Path) -> bool:
    """Tell whether the object at a path is a collection; the state itself, only if its objects are alike."""
    return is_map(value) and (bool(path) or _are_alike([*value.values()]))


def _are_alike(things: list[Json]) -> bool:
    """Tell whether these are objects that have the same kinds of values under the same keys."""
    records = [thing for thing in things if isinstance(thing, dict)]
    fields = {key: {kind_of(record.get(key)) for record in records} - {""} for key in (records or [{}])[0]}
    return len(records) == len(things) and all(len(kinds) < 2 for kinds in fields.values())


def measures(name: str) -> bool:
    """Tell whether an argument of this name says how many or how much, and which thing never: `hours=3`."""
    return name in _MEASURES or singular(name) != name


def singular(name: str) -> str:
    """Return the singular of an English plural, or the word itself."""
    if name.lower() in _IES:
        return name[:-1]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending) + instead
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else name


def _variable(path: Path, i: int, taken: list[str]) -> str:
    """Name what a step goes through after the key before it: `board` for each of "boards"."""
    step, key = path[i - 1] if i else ("", "")
    name = singular(key) if step == "key" else "item"
    is_nested = any(step != "key" for step, _ in path[i + 1 : i + 2])
    if step != "key" or name == key or not is_free(name):
        name = ("row" if path[i][0] == "items" else "part") if is_nested else "item"
    while name in taken:
        name += "_"
    return name


def nodes(state: Json) -> Iterator[Json]:
    """Go through the values of a state, at most `NODES` of them, itself first."""
    todo = [state]
    for _ in range(NODES):
        if not todo:
            break
        value = todo.pop()
        yield value
        if isinstance(value, list | dict):
            todo += value.values() if isinstance(value, dict) else value


def collections(state: Json) -> list[Collection]:
    """Return the collections of a state, those that lie deeper after the others."""
    found: dict[Path, Collection] = {}
    todo = deque[tuple[Path, Json]]([((), state)])
    for _ in range(NODES):
        if not todo:
            break
        path, value = todo.popleft()
        named = isinstance(value, dict) and is_group(value, path)
        if isinstance(value, dict) and not named:
            todo += (((*path, ("key", key)), item) for key, item in value.items())
        elif isinstance(value, list | dict):
            things = list(value.values()) if isinstance(value, dict) else value
            held = found.setdefault(path, Collection(path, named))
            held.things += things
            held.names += value if isinstance(value, dict) else ()
            todo += ((held.inside, thing) for thing in things if isinstance(thing, list | dict))
    return list(found.values())
