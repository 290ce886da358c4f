"""Where values occur in a state. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from backendgpt.grounding.outline import NODES, Path, identifies, is_group, last_key
from backendgpt.jsonvalue import Json

_LONGEST = 60

Holder: TypeAlias = list[Json] | dict[str, Json]


@dataclass(frozen=True)
class Place:
    """Where a value occurs: as a key of an object, an element of a list, or the value of a field.

    Attributes:
        kind: As what.
        path: The path of the object or the list.
        field: The field that has the value.
    """

    kind: Literal["key", "element", "field"]
    path: Path
    field: str = ""


@dataclass
class Occurrences:
    """The places of some values in a state, or in a part of it.

    An integer counts only where it may tell things apart: as a key, an element, or in a field for that.

    Args:
        state: Where to look.
        wanted: The values to look for.
        text: Also look for what stands in this text, in whatever case.
        partly: Also look for the fields whose text has one of these in it, in whatever case.

    Attributes:
        places: For each value found its places, and at each the objects and lists that have it.
        lists: The lists that are reached by keys alone, by their paths.
        numbers: All integers of the state.
        names: Those values found that are names of things: no names of fields.
        shared: The fields that have the same text in several things; known if there is a `text`.
        parts: As `places`, for what was looked for in part.
    """

    state: Json
    wanted: set[str | int]
    text: str = ""
    partly: Iterable[str] = ()
    places: dict[str | int, dict[Place, list[Holder]]] = field(default_factory=dict)
    lists: dict[Path, list[Json]] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    shared: set[Place] = field(default_factory=set)
    parts: dict[str, dict[Place, list[Holder]]] = field(default_factory=dict)
    _nodes: int = 0

    def __post_init__(self) -> None:
        self._said, self.text = self.text, _folded(self.text)
        self._sought = {part: part.casefold() for part in self.partly if len(part) > 2}
        self._texts: dict[Place, set[str]] = {}
        self._walk(self.state, ())

    def named(self) -> list[str]:
        """Return the names that the text has as whole words, in its order; common nouns in the plural too."""
        found = dict[str, tuple[int, int]]()
        for name in self.names if self.text else ():
            is_kind = name.islower() and any(place.kind == "field" for place in self.places[name])
            is_kind = is_kind or bool(self.shared.intersection(self.places[name]))
            stem, ending = _folded(name), "s?" if is_kind else ""
            if is_kind and stem.endswith("y"):
                stem, ending = stem.removesuffix("y"), "(ys?|ies)"
            if match := re.search(rf"(?<!\w){re.escape(stem)}{ending}(?!\w)", self.text):
                found[name] = match.span()
        clear = [name for name in found if not any(self._is_rather(other, name, found) for other in found)]
        return sorted(clear, key=lambda name: (found[name][0], name))

    def _is_rather(self, name: str, other: str, found: dict[str, tuple[int, int]]) -> bool:
        """Tell whether the text means the one name, not the other: "dog food", or "Basil" and not "basil"."""
        (start, end), (begin, stop) = found[name], found[other]
        if (start, end) == (begin, stop):
            return self._said[start:end] == name != other and name != name.lower()
        return start <= begin and stop <= end

    def _walk(self, value: Json, path: Path) -> None:
        self._nodes += 1
        if self._nodes > NODES:
            return
        if isinstance(value, list):
            if all(step == "key" for step, _ in path):
                self.lists[path] = value
            for item in value:
                self._meet(item, Place("element", path), value)
                if isinstance(item, list | dict):
                    self._walk(item, (*path, ("items", "")))
        elif isinstance(value, dict):
            alike = is_group(value, path)
            is_name = alike or bool(path and path[-1][0] == "key")
            for key, item in value.items():
                self._meet(key, Place("key", path), value, is_name=is_name)
                self._meet(item, Place("field", path, key), value)
                if isinstance(item, str) and (self._sought or self.text):
                    self._search(item, Place("field", path, key), value)
                if isinstance(item, list | dict):
                    self._walk(item, (*path, ("values", "") if alike else ("key", key)))

    def _meet(self, value: Json, place: Place, holder: Holder, *, is_name: bool = True) -> None:
        if type(value) is int:
            self.numbers.add(value)
            if value not in self.wanted or (
                place.kind == "field" and not identifies(place.field, last_key(place.path))
            ):
                return
        elif not isinstance(value, str) or len(value) > _LONGEST or not self._is_wanted(value):
            return
        self.places.setdefault(value, {}).setdefault(place, []).append(holder)
        if is_name and isinstance(value, str):
            self.names.add(value)

    def _search(self, text: str, place: Place, holder: Holder) -> None:
        if self.text:
            texts = self._texts.setdefault(place, set())
            if text in texts:
                self.shared.add(place)
            texts.add(text)
        for part, folded in self._sought.items():
            if folded in text.casefold():
                self.parts.setdefault(part, {}).setdefault(place, []).append(holder)

    def _is_wanted(self, value: str) -> bool:
        is_in_text = len(value) > 2 and bool(self.text) and _folded(value).removesuffix("y") in self.text
        return value in self.wanted or is_in_text


def places_of(value: str | int, state: Json) -> dict[Place, list[Holder]]:
    """Return the places of one value in a state, and at each the objects and lists that have it."""
    return Occurrences(state, {value}).places.get(value, {})


def _folded(text: str) -> str:
    """Write `new_search` as "new search", so that words tell a name wherever it stands."""
    return text.casefold().replace("_", " ")
