"""Checkers of states."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import jsonpatch
from jsonpointer import resolve_pointer, set_pointer

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.seen import Check, Seen, same


def unchanged(seen: Seen) -> str:
    """Accept only the state as it was."""
    return _difference(seen.after, seen.before)


def becomes(
    sets: dict[str, Json] | None = None,
    drops: tuple[str, ...] = (),
    order: dict[str, list[int]] | None = None,
    free: tuple[str, ...] = (),
) -> Check:
    """Accept exactly this change, and nothing else changed.

    Args:
        sets: JSON Pointers into the state before, and their new values; `/list/-` appends.
        drops: Pointers of what must be gone; indexes are those of the state before.
        order: Pointers of lists, and the order of their old indexes.
        free: Pointers whose value does not matter.
    """

    def check(seen: Seen) -> str:
        right = deepcopy(seen.before)
        for pointer, indexes in (order or {}).items():
            items = resolve_pointer(right, pointer)
            items[:] = [items[i] for i in indexes]
        for pointer, value in (sets or {}).items():
            right = set_pointer(right, pointer, deepcopy(value))
        for pointer in sorted(drops, key=lambda p: [(len(t), t) for t in p.split("/")], reverse=True):
            right = _without(right, pointer)
        return _difference(_freed(seen.after, free), _freed(right, free))

    return check


def added(
    where: str,
    *templates: dict[str, Any],
    key: str | None = None,
    optional: tuple[str, ...] = (),
    free: tuple[str, ...] = (),
) -> Check:
    """Accept that one new thing for each template joined its siblings, anywhere, and nothing else changed.

    A new thing has its siblings' keys, the template's values, and for the rest anything of the siblings'
    types; a field that is different in each sibling and ends in `id` must be different here too.

    Args:
        where: JSON Pointer to a list, or to an object of things.
        templates: Fields that the call fixes; a value may be a predicate.
        key: The key of the new thing, for an object of things; None allows every unused one.
        optional: Fields that the new thing may lack.
        free: Pointers of other places that may change, e.g. a counter.
    """
    return _added(where, templates, key, optional, free)


def invented(
    where: str,
    text: str,
    *templates: dict[str, Any],
    key: str | None = None,
    optional: tuple[str, ...] = (),
    free: tuple[str, ...] = (),
) -> Check:
    """Accept what `added` accepts, if the field `text` is made up: no old one, not `Task 1`, `Task 2`."""
    return _added(where, templates, key, optional, free, text=text)


def more_texts(where: str, count: int, made_up: Callable[[list[str]], bool]) -> Check:
    """Accept that so many new texts joined those of a list, anywhere, and nothing else changed.

    Args:
        where: JSON Pointer to the list.
        count: How many.
        made_up: Tells whether the new ones will do.
    """

    def check(seen: Seen) -> str:
        old, new = resolve_pointer(seen.before, where), resolve_pointer(seen.after, where, None)
        if not isinstance(new, list) or [item for item in new if item in old] != old:
            return f"{where} should keep its texts"
        fresh = [item for item in new if item not in old]
        if len(fresh) != count or not all(isinstance(item, str) for item in fresh):
            return f"{where} should have {count} new things, all of them texts"
        if not made_up(fresh):
            return f"the new texts of {where} should be made up: {fresh}"
        return _difference(set_pointer(deepcopy(seen.after), where, old), seen.before)

    return check


def letters(texts: list[str]) -> set[str]:
    """Return what is left of texts without digits, spaces and signs, in lower case."""
    return {"".join(filter(str.isalpha, text)).casefold() for text in texts}


def unused(*taken: Json) -> Callable[[Json], bool]:
    """Return a predicate for a template: a scalar of the type of these, but none of them."""
    return lambda value: type(value) is type(taken[0]) and value not in ("", *taken)


def text(words: str) -> Callable[[Json], bool]:
    """Return a predicate for a template: this text, in upper or lower case."""
    return lambda value: isinstance(value, str) and value.strip().casefold() == words.casefold()


def any_of(*checks: Check) -> Check:
    """Accept what one of these checkers accepts."""

    def check(seen: Seen) -> str:
        problems = [check(seen) for check in checks]
        return "" if "" in problems else problems[0]

    return check


def all_of(*checks: Check) -> Check:
    """Accept what all of these checkers accept."""

    def check(seen: Seen) -> str:
        return next(filter(None, (check(seen) for check in checks)), "")

    return check


def _added(
    where: str,
    templates: tuple[dict[str, Any], ...],
    key: str | None,
    optional: tuple[str, ...],
    free: tuple[str, ...],
    text: str = "",
) -> Check:
    def check(seen: Seen) -> str:
        old = resolve_pointer(seen.before, where)
        new = resolve_pointer(seen.after, where, None)
        if type(new) is not type(old):
            return f"{where} is gone"
        rest = set_pointer(deepcopy(seen.after), where, old) if where else old
        if problem := _difference(_freed(rest, free), _freed(seen.before, free)):
            return problem
        if isinstance(old, dict):
            if any(k not in new or not same(new[k], old[k]) for k in old) or (key and key not in new):
                return f"{where} should keep its things" + (f" and have {key!r}" if key else "")
            fresh, siblings = [new[k] for k in new if k not in old], list(old.values())
        else:
            fresh, siblings = _inserted(old, new), list(old)
        if len(fresh) != len(templates):
            return f"{where} should have {len(templates)} new and all old things, not {len(fresh)} new"
        return _fit(fresh, list(templates), siblings, optional) or (
            _dull(fresh, siblings, text) if text else ""
        )

    return check


def _inserted(old: list[Json], new: list[Json]) -> list[Json]:
    """Return what is new in a list; nothing if the old things are not all there in their order."""
    fresh, rest = [], list(old)
    for item in new:
        if rest and same(item, rest[0]):
            rest.pop(0)
        else:
            fresh.append(item)
    return [] if rest else fresh


def _fit(
    fresh: list[Any], templates: list[dict[str, Any]], siblings: list[Any], optional: tuple[str, ...]
) -> str:
    problems = []
    for thing in fresh:
        found = [_misfit(thing, t, siblings, optional) for t in templates]
        if "" not in found:
            return found[0]
        templates = [t for i, t in enumerate(templates) if i != found.index("")]
        problems += [
            f"{key!r} is not unique"
            for key in _ids(siblings)
            if any(same(thing.get(key), s[key]) for s in siblings)
        ]
        siblings = [*siblings, thing]
    return problems[0] if problems else ""


def _ids(siblings: list[Any]) -> list[str]:
    dicts = [s for s in siblings if isinstance(s, dict)]
    shared = set.intersection(*(set(s) for s in dicts)) if dicts else set()
    return [k for k in shared if k.endswith("id") and len({str(s[k]) for s in dicts}) == len(dicts)]


def _misfit(thing: Any, template: dict[str, Any], siblings: list[Any], optional: tuple[str, ...]) -> str:
    if not isinstance(thing, dict):
        return f"{thing!r} is no object like its siblings"
    for key, value in template.items():
        fits = value(thing.get(key)) if callable(value) else same(thing.get(key), value)
        if not fits:
            return f"{key!r} of the new thing is {thing.get(key)!r}" + (
                "" if callable(value) else f", not {value!r}"
            )
    shared = set.intersection(*(set(s) for s in siblings)) if siblings else set()
    union = {key for sibling in siblings for key in sibling}
    missing, surplus = shared - thing.keys() - set(optional), thing.keys() - union - template.keys()
    if missing or (surplus and siblings):
        return (
            f"the new thing lacks {sorted(missing)}"
            if missing
            else f"the new thing should not have {sorted(surplus)}"
        )
    for key in thing.keys() & union - template.keys():
        kinds = {_kind(s[key]) for s in siblings if key in s}
        if thing[key] is not None and _kind(thing[key]) not in kinds:
            return f"{key!r} of the new thing is {thing[key]!r}, unlike its siblings'"
    return ""


def _kind(value: Any) -> str:
    return "number" if type(value) in (int, float) else type(value).__name__


def _dull(fresh: list[Any], siblings: list[Any], key: str) -> str:
    texts = [str(thing.get(key) or "").strip().casefold() for thing in fresh]
    old = {str(s.get(key)).casefold() for s in siblings}
    if "" in texts or len(set(texts)) < len(texts) or set(texts) & old or _is_counted(texts):
        return f"{key!r} of the new things is not made up: {texts}"
    return ""


def _is_counted(texts: list[str]) -> bool:
    """Tell whether the texts differ by nothing but a number that counts up: Task 1, Task 2."""
    parts = [re.fullmatch(r"(.*?)(\d+)", text) for text in texts]
    numbers = sorted(int(part[2]) for part in parts if part)
    stems = {part[1] for part in parts if part}
    return len(texts) == len(numbers) > 1 == len(stems) and numbers[-1] - numbers[0] == len(numbers) - 1


def _without(value: Any, pointer: str) -> Any:
    parent, _, last = pointer.rpartition("/")
    holder = resolve_pointer(value, parent)
    holder.pop(int(last) if isinstance(holder, list) else last.replace("~1", "/").replace("~0", "~"))
    return value


def _freed(value: Any, pointers: tuple[str, ...]) -> Any:
    result = deepcopy(value)
    for pointer in pointers:
        if resolve_pointer(result, pointer, None) is not None:
            result = set_pointer(result, pointer, None)
    return result


def _difference(got: Json, right: Json) -> str:
    if same(got, right):
        return ""
    patch = list(jsonpatch.make_patch(got, right))
    return "the state should still get " + "; ".join(
        json.dumps(step, ensure_ascii=False) for step in patch[:4]
    )
