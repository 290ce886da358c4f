"""What a checker sees of a call, and what counts as equal.

The rules of all checkers, as a person would apply them who reads the call and the state:

- Numbers are equal within half a cent; 3 and 3.0 are the same; true is not 1; the order of keys is free.
- A response may be bare or wrapped: `2`, `{"count": 2}`, `[2]` and `"2 are done"` all answer `count_done()`.
  A wrapper may repeat what the call said and add a message, a success flag or a list's length, and no more.
- A list of things may hold the things, a part of each that identifies it, or their names; an object of things
  may be answered as an object or as a list.
- What the call does not mention must stay as it was, to the last field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from backendgpt.jsonvalue import Json


@dataclass(frozen=True)
class Seen:
    """All that a checker may look at."""

    call: str
    data: Json
    before: Json
    after: Json
    response: Json
    status: int = 200

    def said(self, value: Json) -> bool:
        """Tell whether the caller said this scalar."""
        if value in (None, "") or isinstance(value, bool):
            return False
        return contains(f"{self.call} {json.dumps(self.data, ensure_ascii=False)}", str(value))


Check = Callable[[Seen], str]
"""Says what is wrong, or returns the empty string."""


def same(a: Json, b: Json) -> bool:
    """Tell whether two values are equal as a person would say it; see the module's rules."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, int | float) and isinstance(b, int | float):
        return a == b or (isinstance(a + b, float) and abs(a - b) < 0.00501)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    return type(a) is type(b) and a == b


def contains(text: str, phrase: str) -> bool:
    """Tell whether a phrase stands in a text as whole words, in whatever case."""
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE))


def walk(value: Json) -> Iterator[Json]:
    """Go through a value and everything in it."""
    yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(item)
