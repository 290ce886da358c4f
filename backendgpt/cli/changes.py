"""The difference between two states in a few lines for a person. Pure.

+ todo_items[2] {"title": "buy milk", "completed": false}
- todo_items[0] {"title": "eat breakfast", "completed": true}
~ todo_items[1].completed false -> true
~ todo_items in another order (4 elements)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from backendgpt.jsonvalue import Json, compact, equal

_NAME = re.compile(r"[A-Za-z_]\w*")
_ALIGNED = 500
"""Lists that differ in more elements than this are not aligned: that takes quadratic time."""


def summary(before: Json, after: Json, *, lines: int = 8, width: int = 100) -> list[str]:
    """Describe a change in at most `lines` lines of at most `width` characters."""
    found = [line if len(line) <= width else line[: width - 3] + "..." for line in changes(before, after)]
    return found if len(found) <= lines else [*found[: lines - 1], f"... and {len(found) - lines + 1:,} more"]


def changes(before: Json, after: Json, path: str = "") -> Iterator[str]:
    """Describe a change, one line for every part of the state that differs."""
    if equal(before, after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _of_objects(before, after, path)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(before, after, path)
    else:
        yield f"~ {path or 'state'} {_show(before)} -> {_show(after)}"


def _of_objects(before: dict[str, Json], after: dict[str, Json], path: str) -> Iterator[str]:
    for key, value in before.items():
        if key in after:
            yield from changes(value, after[key], _at(path, key))
        else:
            yield f"- {_at(path, key)} {_show(value)}"
    for key in after.keys() - before.keys() and after:
        if key not in before:
            yield f"+ {_at(path, key)} {_show(after[key])}"


def _of_lists(before: list[Json], after: list[Json], path: str) -> Iterator[str]:
    old, new = [compact(item) for item in before], [compact(item) for item in after]
    if sorted(old) == sorted(new):
        yield f"~ {path or 'state'} in another order ({len(old)} elements)"
        return
    for tag, i, i_end, j, j_end in _aligned(old, new):
        if tag == "equal":
            continue
        both = min(i_end - i, j_end - j)
        for k in range(both):
            yield from changes(before[i + k], after[j + k], f"{path}[{j + k}]")
        yield from (f"- {path}[{k}] {_show(before[k])}" for k in range(i + both, i_end))
        yield from (f"+ {path}[{k}] {_show(after[k])}" for k in range(j + both, j_end))


def _aligned(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Find what stands in both lists, as SequenceMatcher.get_opcodes() does."""
    start, ends = 0, (len(old), len(new))
    while start < min(ends) and old[start] == new[start]:
        start += 1
    while min(ends) > start and old[ends[0] - 1] == new[ends[1] - 1]:
        ends = ends[0] - 1, ends[1] - 1
    if max(ends) - start > _ALIGNED:
        return [("replace", start, ends[0], start, ends[1])]
    matcher = SequenceMatcher(None, old[start : ends[0]], new[start : ends[1]], autojunk=False)
    return [(tag, *(at + start for at in span)) for tag, *span in matcher.get_opcodes()]  # type: ignore[misc]


def _at(path: str, key: str) -> str:
    if not _NAME.fullmatch(key):
        return f"{path}[{json.dumps(key, ensure_ascii=False)}]"
    return f"{path}.{key}" if path else key


def _show(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
