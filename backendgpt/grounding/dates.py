"""Calls that count days: `postpone(3, days=7)`, "how many days until the fair?". Pure."""

from __future__ import annotations

from collections.abc import Iterator

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_date
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.outline import NODES
from backendgpt.jsonvalue import Json

_SPANS = {"day", "days", "week", "weeks", "weekday", "tomorrow"}


def reckoned(call: Call, state: Json) -> Iterator[str]:
    """Say how to count with the dates that a state has as texts, if a call speaks of days or weeks.

    Args:
        call: The call.
        state: The state.

    Returns:
        Notes like `days from a to b: (date.fromisoformat(b) - date.fromisoformat(a)).days`.
    """
    named = [word for label, _ in arguments(call.args) for word in intent.split(label)]
    if not _SPANS & {*intent.words(call), *named} or not any(map(_is_day, _texts(state))):
        return
    if intent.changes(call):
        yield "days after: (date.fromisoformat(text) + timedelta(days=days)).isoformat()"
    else:
        yield "days from a to b: (date.fromisoformat(b) - date.fromisoformat(a)).days"


def _is_day(text: str) -> bool:
    return len(text) == len("2025-01-31") and text.count("-") == 2 and is_date(text)


def _texts(state: Json) -> Iterator[str]:
    """Go through the texts of a state."""
    todo = [state]
    for _ in range(NODES):
        if not todo:
            break
        value = todo.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | dict):
            todo += value.values() if isinstance(value, dict) else value
