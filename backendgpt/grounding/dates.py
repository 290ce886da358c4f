"""Calls that count days: `postpone(3, days=7)`, "how many days until the fair?". Pure."""

from __future__ import annotations

from collections.abc import Iterator

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_date
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.outline import nodes, quoted
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_SPANS = dict.fromkeys(["day", "days", "night", "nights", "tomorrow"], "days")
_SPANS |= {"week": "weeks", "weeks": "weeks"}


def postponed(scene: Scene) -> str:
    """Begin the line that counts from the one date of what a call changes, or return the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    new_date = date.fromisoformat(task["due"]) + timedelta(days=`, and the rest if an argument has
        that name.
    """
    call, state, first = scene.call, scene.state, scene.first
    unit, thing = _unit(call), first[0].thing if first else state
    if not unit or not intent.changes(call) or len(first) > 1 or not isinstance(thing, dict):
        return ""
    days = [key for key, value in thing.items() if _is_day(value)]
    if len(days) != 1:
        return ""
    root = first[0].root if first else "state"
    given = [label for label, _ in arguments(call.args) if label.endswith(f'["{unit}"]')]
    end = f"{given[0]})\n    {root}[{quoted(days[0])}] = new_date.isoformat()\n" if given else ""
    return f"    new_date = date.fromisoformat({root}[{quoted(days[0])}]) + timedelta({unit}={end}"


def reckoned(scene: Scene) -> Iterator[str]:
    """Say how to count with the dates that a state has as texts, if a call speaks of days or weeks.

    Args:
        scene: The call with the state in view.

    Returns:
        Notes like `days from a to b: (date.fromisoformat(b) - date.fromisoformat(a)).days`.
    """
    call, state = scene.call, scene.state
    if not _unit(call) or not any(map(_is_day, nodes(state))):
        return
    if intent.changes(call):
        yield "days after: (date.fromisoformat(text) + timedelta(days=days)).isoformat()"
    else:
        yield "days from a to b: (date.fromisoformat(b) - date.fromisoformat(a)).days"


def _unit(call: Call) -> str:
    """Return the `days` or `weeks` that a call speaks of, or the empty string."""
    named = [word for label, _ in arguments(call.args) for word in intent.split(label)]
    return next((_SPANS[word] for word in [*intent.words(call), *named] if word in _SPANS), "")


def _is_day(value: Json) -> bool:
    """Tell whether a value is a date as text, without a time."""
    return (
        isinstance(value, str)
        and len(value) == len("2025-01-31")
        and value.count("-") == 2
        and is_date(value)
    )
