"""Calls that ask for one answer a group: `count_by_status()`, `km_per_month()`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_date
from backendgpt.grounding.forms import are_numbers
from backendgpt.grounding.marks import condition
from backendgpt.grounding.outline import TAKEN, Collection, is_free, quoted, reach, singular
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_SPANS = {"year": 4, "month": 7, "day": 10}
"""How many letters of an ISO 8601 date tell one such span from the next."""
_ALL = "all are different do get have list of show the there unique used we what which".split()  # noqa: SIM905
"""The words of a call that asks for all that there is of something."""


def grouped(scene: Scene) -> str:
    """Write the lines that go through the things of each group, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    result = {}`, the loop over the things, and in it `        status = task["status"]`.
    """
    call, held = scene.call, scene.collections
    words = intent.words(call)
    if (
        call.args
        or intent.changes(call)
        or intent.method(call)
        or {"find", "order", "ordered", "rank", "ranked", "sort", "sorted"} & set(words)
    ):
        return ""
    wanted = [word for before, word in pairwise(words) if before in ("by", "per")]
    found = [place for word in wanted for place in _places(word, held)]
    meant = [place for place in found if intent.names(call, place[0].name)] or found
    if len(meant) != 1:
        return ""
    each, key, length = meant[0]
    loops, thing = reach(each.inside)
    name = wanted[0] if wanted[0] not in (*TAKEN, thing) else "group"
    indent, lines = "    ", ["result = {}"]
    for loop in loops.split(" for ")[1:]:
        lines.append(f"{indent}for {loop}:")
        indent += "    "
    for _, _, without in (condition(words, thing, mark) for mark in each.marks):
        if without:
            lines += [f"{indent}if {without}:", f"{indent}    continue"]
    value = f"{thing}[{quoted(key)}]" + (f"[:{length}]" if length else "")
    lines.append(f"{indent}{name} = {value}")
    if words[0] == "count":
        lines += [f"{indent}result[{name}] = result.get({name}, 0) + 1", "    return result"]
    return "    " + "\n".join([*lines, ""])


def distinct(scene: Scene) -> str:
    """Write the line that answers which values a field has: `list_albums()` of photos that have an "album".

    Args:
        scene: The call with the state in view.
    """
    call, held = scene.call, scene.collections
    about = [word for word in intent.words(call) if word not in _ALL]
    if call.args or intent.method(call) or len(about) != 1 or singular(about[0]) == about[0]:
        return ""
    if intent.changes(call) or any(about[0] == each.name for each in held if not each.is_deep):
        return ""
    found = [(each, key) for each in held for key in each.fields if singular(key) == singular(about[0])]
    if len(found) != 1:
        return ""
    each, key = found[0]
    (loops, thing), values = reach(each.inside), each.values(key)
    value = f"{thing}[{quoted(key)}]"
    is_listed = all(isinstance(value, list) for value in values)
    if is_listed:
        one = singular(about[0]) if is_free(singular(about[0])) else "value"
        loops, value, values = (
            f"{loops} for {one} in {value}",
            one,
            [item for items in values if isinstance(items, list) for item in items],
        )
    is_text = all(isinstance(value, str) for value in values)
    is_several = is_listed or _is_shared(values)
    return f"    return list(dict.fromkeys({value}{loops}))\n" if is_text and is_several else ""


def related(scene: Scene) -> str:
    """Write the line that answers what belongs to a thing by its number: `GET /customers/1/orders`."""
    call, held = scene.call, scene.collections
    match = re.fullmatch(r"GET /(\w+)/{id}/(\w+)", call.endpoint)
    if not match or call.body is not None or len(call.args) != 1:
        return ""
    one = singular(match[1])
    for each in held:
        key = next((key for key in each.fields if key in (f"{one}_id", f"{one}Id")), "")
        if each.name == match[2] and key and not each.is_deep:
            loops, thing = reach(each.inside)
            return f"    return [{thing}{loops} if {thing}[{quoted(key)}] == args[0]]\n"
    return ""


def _is_shared(values: list[Json]) -> bool:
    """Tell whether several things have the same of some values."""
    return len(set(map(str, values))) < len(values)


def _places(word: str, held: list[Collection]) -> Iterator[tuple[Collection, str, int]]:
    """Find the fields that a word names, or the dates that have the span of time that it names."""
    for each in held:
        if word in each.fields:
            if not are_numbers(each.values(word)) or _is_shared(each.values(word)):
                yield each, word, 0  # "minutes per km" asks for no group
        elif word in _SPANS:
            dates = [key for key in each.fields if all(map(is_date, each.values(key)))]
            yield from ((each, key, _SPANS[word]) for key in dates[:1])
