"""Where the words of a call occur in the state: what a small model gets wrong most often. Pure.

`close_account(B2)` on `{"accounts": [{"number": "B2", ...}]}` gets the note
`args[0] == state["accounts"][...]["number"]`, so that the model need not guess whether B2 is a key, an id or
an index, and at which level to look. `[...]` stands for every element of a list, and for every key of an
object whose values are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from json import dumps

from backendgpt.call import Call
from backendgpt.jsonvalue import Json

MOST = 4
"""Notes that one call gets at most."""

_ANY = "[...]"
_LONGEST = 60
_IDENTIFIES = re.compile(
    r"(.*[_\s])?(id|no|nr|num|number|code|key|index|isbn|room|table|seat|row|col)|.*Id", re.I
)


def ground(call: Call, state: Json) -> list[str]:
    """Say where the call's arguments, or the words of a sentence or a path, occur in the state.

    Returns:
        Up to `MOST` notes: `args[0] == state["accounts"][...]["number"]`, `args[0] in state["rooms"]`,
        `args[0] is an index of state["todos"]`, `"music" in state["rooms"]`.
    """
    places = _Places()
    places.walk(state, "state", is_root=True)
    notes = [
        f"{label} {place}" for label, value in _arguments(call.args) for place in places.of(value, label)
    ]
    if not call.args or "/" in call.endpoint:
        given = [value for _, value in _arguments(call.args)]
        notes += [
            f"{dumps(name, ensure_ascii=False)} {place}" for name, place in places.named_in(call.text, given)
        ]
    return list(dict.fromkeys(notes))[:MOST]


@dataclass
class _Places:
    """Every string and every identifying number of a state, with its places.

    Attributes:
        found: The places of each value, in the order of the state, each once.
        names: The values that a sentence may call a thing by: not the fields of a record.
        lists: The length of each list at a path without `[...]`.
    """

    found: dict[str | int, dict[str, None]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    lists: dict[str, int] = field(default_factory=dict)

    def walk(self, value: Json, path: str, *, is_root: bool = False) -> None:
        """Collect what is in a value.

        Args:
            value: A part of the state.
            path: Where it is.
            is_root: Whether its keys are the state's own, which no sentence needs explained.
        """
        if isinstance(value, list):
            if _ANY not in path:
                self.lists[path] = len(value)
            for item in value:
                self._add(item, f"in {path}")
                self.walk(item, path + _ANY)
        elif isinstance(value, dict):
            alike = not is_root and _alike(value)
            for key, item in value.items():
                inside = path + (_ANY if alike else f"[{dumps(key, ensure_ascii=False)}]")
                self._add(key, f"in {path}", is_name=not is_root and (alike or not path.endswith(_ANY)))
                if isinstance(item, str) or _IDENTIFIES.fullmatch(key):
                    self._add(item, f"== {inside}")
                self.walk(item, inside)

    def of(self, value: Json, label: str) -> list[str]:
        """Return up to two places of an argument, or the list that it is an index of."""
        if not isinstance(value, str) and type(value) is not int:
            return []
        places = list(self.found.get(value, ()))[:2]
        if not places and isinstance(value, int) and (label == "args[0]" or _IDENTIFIES.search(label)):
            return [f"is an index of {path}" for path, length in self.lists.items() if 0 <= value < length][
                :1
            ]
        return places

    def named_in(self, text: str, given: Sequence[Json]) -> Iterator[tuple[str, str]]:
        """Go through the names that the text has as whole words, and are not given, with a place of each."""
        folded = text.casefold()
        for value, places in self.found.items():
            if isinstance(value, str) and value in self.names and value not in given:
                name = value.casefold()
                if name in folded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
                    yield value, next(iter(places))

    def _add(self, value: Json, place: str, *, is_name: bool = True) -> None:
        if (isinstance(value, str) and 0 < len(value) <= _LONGEST) or type(value) is int:
            self.found.setdefault(value, {})[place] = None
            if is_name and isinstance(value, str) and len(value) > 2:
                self.names.add(value)


def _alike(value: dict[str, Json]) -> bool:
    """Whether an object is a collection of things under their names, rather than one thing with fields."""
    first, *others = value.values() if len(value) > 1 else (None,)
    if isinstance(first, list):
        return all(isinstance(other, list) for other in others)
    return isinstance(first, dict) and all(
        isinstance(other, dict) and other.keys() == first.keys() for other in others
    )


def _arguments(args: Json) -> Iterator[tuple[str, Json]]:
    """Go through the scalar arguments, each with the expression that a function reads it by."""
    items = enumerate(args) if isinstance(args, list) else args.items() if isinstance(args, dict) else ()
    for key, value in items:
        label = f"args[{dumps(key, ensure_ascii=False)}]"
        if isinstance(value, dict):
            yield from ((f"{label}[{dumps(name)}]", item) for name, item in value.items())
        else:
            yield label, value
