"""What a response says, once the wrapping is off. Which wrapping is forgiven is written in seen.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonpointer import resolve_pointer

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.seen import Seen, contains, same, walk

_NOISE = {"message", "success", "ok", "status"}


@dataclass(frozen=True)
class Reading:
    """A response as its reader takes it: what it gives once the wrapping is off.

    Attributes:
        seen: The call and its response.
        also: Scalars that a wrapper may hold beside the answer.
    """

    seen: Seen
    also: tuple[Json, ...] = ()

    def unwrapped(self) -> Iterator[Json]:
        """Go through the response and everything in it of which the rest is a mere wrapper."""
        return self._unwrap(self.seen.response)

    def gives(self, value: Json) -> bool:
        """Tell whether the response is this value, wrapped or not."""
        return any(self._is(candidate, value) for candidate in self.unwrapped())

    def has_names(self, text: str, names: list[str]) -> bool:
        """Tell whether a sentence has all these names, and no other name."""
        others = set.union(*(_siblings(self.seen.before, name) for name in names)) - set(names)
        surplus = [name for name in others if contains(text, name) and not self.seen.said(name)]
        return all(contains(text, name) for name in names) and not surplus

    def _unwrap(self, node: Json) -> Iterator[Json]:
        yield node
        if isinstance(node, list) and len(node) == 1:
            yield from self._unwrap(node[0])
        entries = node.items() if isinstance(node, dict) else ()
        for key, item in entries:
            if all(self._is_noise(k, v, item) for k, v in entries if k != key):
                for inner in self._unwrap(item):
                    if not (isinstance(inner, bool) and key in _NOISE):
                        yield inner

    def _is_noise(self, key: str, item: Json, answer: Json) -> bool:
        """Tell whether an entry of an object adds nothing to the answer that stands beside it."""
        if key in _NOISE and isinstance(item, str | bool):
            return True
        if isinstance(answer, list | dict) and type(item) is int and item == len(answer):
            return True
        if isinstance(item, list | dict):
            return False
        return self.seen.said(item) or any(same(item, other) for other in self.also)

    def _is(self, node: Json, value: Json) -> bool:
        if same(node, value):
            return True
        if isinstance(node, dict) and isinstance(value, dict) and value:
            part = {key: item for key, item in node.items() if key in value}
            extra = {key: item for key, item in node.items() if key not in value}
            return same(part, value) and all(self._is_noise(k, v, None) for k, v in extra.items())
        if isinstance(node, list) and isinstance(value, dict):
            pairs = [list(item.values()) if isinstance(item, dict) else item for item in node]
            return len(pairs) == len(value) and all([*pair] in pairs for pair in value.items())
        return isinstance(node, str) and not isinstance(value, list | dict) and self._tells(node, value)

    def _tells(self, text: str, value: Json) -> bool:
        """Tell whether a sentence gives a scalar, and not another one in its place."""
        words = re.findall(r"[\w']+", text.casefold())
        if isinstance(value, bool):
            return words[:1] in ([["yes"], ["true"]] if value else [["no"], ["false"]])
        if isinstance(value, int | float):
            numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text.replace(",", ""))]
            told = [
                n for n in numbers if same(n, value) or not self.seen.said(int(n) if n.is_integer() else n)
            ]
            return bool(told) and all(same(n, value) for n in told)
        if not isinstance(value, str) or {"not", "no", "isn't", "never"} & set(words):
            return False
        return self.has_names(text, [value])


def _siblings(state: Json, name: str) -> set[str]:
    """Collect the strings of the state that could stand in its place: under the same key, or as keys."""
    by_key: dict[str, set[str]] = {}
    result: set[str] = set()
    for node in walk(state):
        if isinstance(node, dict):
            result |= node.keys() if name in node else set()
            for key, item in node.items():
                if isinstance(item, str):
                    by_key.setdefault(key, set()).add(item)
    result |= {text for texts in by_key.values() if name in texts for text in texts}
    return {text for text in result if text and text.casefold() not in name.casefold()}


@dataclass(frozen=True)
class Thing:
    """A thing that a response may give.

    Attributes:
        value: The thing itself.
        names: Its name and its key.
        known: Scalars that a response may say of it beside its own: where it stands, what the case allows.
    """

    value: Any
    names: list[Json]
    known: list[Json]

    @classmethod
    def at(cls, state: Json, pointer: str, by: str | None, also: tuple[Json, ...]) -> Thing:
        """Take the thing at a pointer, which is named by its field `by`, or else by its key."""
        value = resolve_pointer(state, pointer)
        *path, key = pointer.split("/")
        names: list[Json] = [value[by]] if by else []
        if isinstance(resolve_pointer(state, "/".join(path)), dict):
            names += [key, int(key)] if key.isdigit() else [key]
        return cls(value, names, [*path, *names, *also])

    def is_meant_by(self, item: Json) -> bool:
        """Tell whether `item` is the thing, its name or key, or a part of it with either."""
        if same(item, self.value) or any(same(item, name) for name in self.names):
            return True
        if not isinstance(item, dict):
            return False
        if len(item) == 1 and next(iter(item)) in self.names and self._has(next(iter(item.values()))):
            return True
        if not isinstance(self.value, dict):
            return False
        is_whole = all(key in item and same(item[key], value) for key, value in self.value.items())
        named = any(same(value, name) for value in item.values() for name in self.names)
        return (is_whole or named) and self._has(item)

    def _has(self, item: Json) -> bool:
        """Tell whether `item` is the thing, or is made of what is known of it."""
        known = [*(self.value.values() if isinstance(self.value, dict) else ()), *self.known]
        parts = item.values() if isinstance(item, dict) else [item]
        return same(item, self.value) or all(any(same(part, k) for k in known) for part in parts)


def are_things(candidate: Json, right: list[Thing], ordered: bool) -> bool:
    """Tell whether a list, or an object of things, gives just these things."""
    if isinstance(candidate, dict):
        candidate = [{key: value} for key, value in candidate.items()]
    if not isinstance(candidate, list) or len(candidate) != len(right):
        return False
    left = list(right)
    for item in candidate:
        found = [thing for thing in (left[:1] if ordered else left) if thing.is_meant_by(item)]
        if not found:
            return False
        left.remove(found[0])
    return True
