"""Checkers of responses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from jsonpointer import resolve_pointer

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.seen import Check, Seen, contains, same, walk


def anything(_: Seen) -> str:
    """Accept every response and every status, e.g. of a call for something that is not there."""
    return ""


def no_error(seen: Seen) -> str:
    """Accept every response that does not say that the call failed."""
    response = seen.response
    if seen.status >= 400:
        return f"the status is {seen.status}"
    text = response
    if isinstance(response, dict):
        if response.get("error") or False in (response.get("success"), response.get("ok")):
            return f"the response reports a failure: {response}"
        text = response.get("message")
    found = re.search(r"\b(error|not found|invalid|failed|cannot|unable|no such)\b", str(text), re.IGNORECASE)
    known = json.dumps([seen.call, seen.data, seen.before], ensure_ascii=False).casefold()
    if isinstance(text, str) and found and found[0].casefold() not in known:
        return f"the response reports a failure: {text}"
    return ""


def answers(*values: Json) -> Check:
    """Accept a response that gives one of `values`, bare or wrapped."""

    def check(seen: Seen) -> str:
        if any(_gives(seen.response, value, seen) for value in values):
            return no_error(seen) if seen.status >= 400 else ""
        return f"the response should be {json.dumps(values[0], ensure_ascii=False)}"

    return check


def picks(where: str, *which: str | int, by: str | None = None, ordered: bool = False) -> Check:
    """Accept a response that gives these things and no others.

    Args:
        where: JSON Pointer to a list, or to an object of things, in the state before.
        which: Indexes or keys of the right things, or pointers to them from there (without the first slash).
        by: The field that names a thing.
        ordered: Whether the order counts.
    """

    def check(seen: Seen) -> str:
        things = resolve_pointer(seen.before, where)
        right = [(key, resolve_pointer(things, f"/{key}")) for key in which]
        names = [str(thing[by]) for _, thing in right] if by else []
        for candidate in _unwrapped(seen.response, seen):
            if isinstance(candidate, str) and names and _names(candidate, names, seen):
                return ""
            if _lists(candidate, right, by, ordered) or (
                len(right) == 1 and _is_thing(candidate, *right[0], by)
            ):
                return ""
        return f"the response should give {json.dumps([thing for _, thing in right], ensure_ascii=False)}"

    return check


def mentions(*texts: str, omits: tuple[str, ...] = ()) -> Check:
    """Accept a response in which all of `texts` occur and none of `omits`, whatever its shape."""

    def check(seen: Seen) -> str:
        text = json.dumps(seen.response, ensure_ascii=False).casefold()
        missing = [t for t in texts if t.casefold() not in text]
        surplus = [t for t in omits if t.casefold() in text]
        wrong = f"the response lacks {missing}" if missing else ""
        return wrong or (f"the response should not have {surplus}" if surplus else no_error(seen))

    return check


def nothing(seen: Seen) -> str:
    """Accept a response that says that there is nothing: empty, null, zero, or a sentence."""
    for candidate in _unwrapped(seen.response, seen):
        if candidate in ([], {}, None, 0, "") or (
            isinstance(candidate, str) and re.search(r"\bno|empty", candidate, re.I)
        ):
            return ""
    return "the response should say that there is nothing"


def prose(seen: Seen) -> str:
    """Accept a response with a made-up text of two words or more in it."""
    texts = [node for node in walk(seen.response) if isinstance(node, str) and len(node.split()) > 1]
    return no_error(seen) if texts else "the response should have a text"


_NOISE = {"message", "success", "ok", "status"}


def _unwrapped(response: Json, seen: Seen) -> Iterator[Json]:
    """Go through the response and what it is a mere wrapper of."""
    yield response
    if isinstance(response, list) and len(response) == 1:
        yield from _unwrapped(response[0], seen)
    if isinstance(response, dict):
        for key, value in response.items():
            rest = {k: v for k, v in response.items() if k != key}
            if all(_is_noise(k, v, value, seen) for k, v in rest.items()):
                yield from (v for v in _unwrapped(value, seen) if not (isinstance(v, bool) and key in _NOISE))


def _is_noise(key: str, item: Json, value: Json, seen: Seen) -> bool:
    if key in _NOISE and isinstance(item, str | bool):
        return True
    if isinstance(value, list | dict) and type(item) is int and item == len(value):
        return True
    return not isinstance(item, list | dict) and seen.said(item)


def _gives(response: Json, value: Json, seen: Seen) -> bool:
    for candidate in _unwrapped(response, seen):
        if same(candidate, value):
            return True
        if (
            isinstance(candidate, dict)
            and isinstance(value, dict)
            and value
            and value.keys() < candidate.keys()
        ):
            extra = {k: v for k, v in candidate.items() if k not in value}
            part = {k: v for k, v in candidate.items() if k in value}
            if same(part, value) and all(_is_noise(k, v, None, seen) for k, v in extra.items()):
                return True
        if (
            isinstance(candidate, str)
            and not isinstance(value, list | dict)
            and _tells(candidate, value, seen)
        ):
            return True
    return False


def _tells(text: str, value: Json, seen: Seen) -> bool:
    """Tell whether a sentence gives a scalar, and not another one in its place."""
    words = re.findall(r"[\w']+", text.casefold())
    if isinstance(value, bool):
        return words[:1] in ([["yes"], ["true"]] if value else [["no"], ["false"]])
    if isinstance(value, int | float):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text.replace(",", ""))]
        told = [n for n in numbers if same(n, value) or not seen.said(int(n) if n.is_integer() else n)]
        return bool(told) and all(same(n, value) for n in told)
    if not isinstance(value, str) or not value or {"not", "no", "isn't", "never"} & set(words):
        return False
    rivals = _siblings(seen.before, value)
    return contains(text, value) and not any(
        contains(text, rival) and not seen.said(rival) for rival in rivals
    )


def _names(text: str, names: list[str], seen: Seen) -> bool:
    """Tell whether a sentence has all these names, and no other name."""
    others = set.union(*(_siblings(seen.before, name) for name in names)) - set(names)
    return all(contains(text, name) for name in names) and not any(
        contains(text, o) and not seen.said(o) for o in others
    )


def _siblings(state: Json, value: str) -> set[str]:
    """Collect the strings of the state that could stand in its place: under the same key, or as keys."""
    by_key: dict[str, set[str]] = {}
    result: set[str] = set()
    for node in walk(state):
        if isinstance(node, dict):
            result |= node.keys() if value in node else set()
            for key, item in node.items():
                if isinstance(item, str):
                    by_key.setdefault(key, set()).add(item)
    result |= {text for texts in by_key.values() if value in texts for text in texts}
    return {text for text in result if text and text.casefold() not in value.casefold()}


def _lists(candidate: Json, right: list[tuple[str | int, Any]], by: str | None, ordered: bool) -> bool:
    if isinstance(candidate, dict) and all(isinstance(key, str) and "/" not in key for key, _ in right):
        candidate = [{key: value} for key, value in candidate.items()]
    if not isinstance(candidate, list) or len(candidate) != len(right):
        return False
    left = list(right)
    for item in candidate:
        found = [pair for pair in (left[:1] if ordered else left) if _is_thing(item, *pair, by)]
        if not found:
            return False
        left.remove(found[0])
    return True


def _is_thing(item: Json, key: str | int, thing: Any, by: str | None) -> bool:
    """Tell whether `item` stands for the thing: itself, its name, its key, or a part of it with either."""
    names = [thing[by]] if by else []
    if isinstance(key, str) and "/" not in key:
        names += [key] + ([int(key)] if key.isdigit() else [])
        if isinstance(item, dict) and list(item) == [key] and _is_part(item[key], thing):
            return True
    if same(item, thing) or any(same(item, name) for name in names):
        return True
    if not isinstance(item, dict) or not isinstance(thing, dict):
        return False
    known = [*thing.values(), *names]
    is_whole = thing.items() <= item.items()
    return (is_whole or any(v in names for v in item.values())) and all(
        any(same(v, k) for k in known) for v in item.values()
    )


def _is_part(item: Json, thing: Json) -> bool:
    if isinstance(item, dict) and isinstance(thing, dict):
        return all(key in thing and same(item[key], thing[key]) for key in item)
    return same(item, thing) or (isinstance(thing, dict) and any(same(item, v) for v in thing.values()))
