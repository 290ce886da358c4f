"""A checker of states that began empty, whose shape is the model's to choose.

It looks at the things in a state: an object (its scalars, those in lists in it, and its key), a key with its
scalar, or a scalar in a list. The root is no thing: a title and a text there are no post, since the next post
would overwrite them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.seen import Check, Seen, contains, same, walk


def has(*records: tuple[Json, ...], lacks: tuple[str, ...] = ()) -> Check:
    """Accept a state that has for each record a thing with its scalars, and none of the texts of `lacks`.

    Upper and lower case do not matter. If nothing has to go, all that was there must be; numbers may grow.
    """

    def check(seen: Seen) -> str:
        found = list(things(seen.after))
        for record in records:
            if not any(all(_among(scalar, thing) for scalar in record) for thing in found):
                return f"the state should have a thing with {list(record)}"
        if not lacks and not _keeps(seen.before, seen.after):
            return "the state should keep what was in it"
        surplus = [text for text in lacks if contains(json.dumps(seen.after, ensure_ascii=False), text)]
        return f"the state should no longer have {surplus}" if surplus else ""

    return check


def _keeps(old: Json, new: Json) -> bool:
    """Tell whether all of `old` is still in `new`, whose numbers may be larger and which may have more."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and _keeps(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        rest = iter(new)
        return all(any(_keeps(item, other) for other in rest) for item in old)
    if isinstance(old, int | float) and isinstance(new, int | float) and not isinstance(old, bool):
        return new >= old
    return same(old, new)


def makes_up(count: int) -> Check:
    """Accept a state with a collection of `count` things, each with a text of its own, digits aside."""

    def check(seen: Seen) -> str:
        for node in walk(seen.after):
            if not isinstance(node, list | dict):
                continue
            items = node if isinstance(node, list) else [[key, item] for key, item in node.items()]
            texts = [_text(item) for item in items]
            if len(items) == count and "" not in texts and len(set(texts)) == count:
                return ""
        return f"the state should have {count} different things, none of them empty"

    return check


def _text(item: Json) -> str:
    """Return the letters of a thing's texts."""
    texts = [node for node in walk(item) if isinstance(node, str)]
    return re.sub(r"[\W\d_]+", "", "".join(texts))


def things(node: Json, key: Json = None, *, is_root: bool = True) -> Iterator[list[Json]]:
    """Go through the things of a state, each as a list of scalars."""
    if isinstance(node, list):
        for item in node:
            yield from things(item, is_root=False)
    elif isinstance(node, dict):
        flat = [scalar for item in node.values() for scalar in (item if isinstance(item, list) else [item])]
        if not is_root:
            yield [key, *(scalar for scalar in flat if not isinstance(scalar, list | dict))]
        for name, item in node.items():
            yield from things(item, name, is_root=False)
    else:
        yield [key, node]


def _among(scalar: Json, thing: list[Json]) -> bool:
    return any(same(_fold(scalar), _fold(other)) for other in thing)


def _fold(scalar: Json) -> Json:
    return scalar.casefold() if isinstance(scalar, str) else scalar
