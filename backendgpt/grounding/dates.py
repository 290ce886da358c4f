"""Calls that count days: `postpone(3, days=7)`, "how many days until the fair?". Pure."""

from __future__ import annotations

from collections.abc import Iterator

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_date
from backendgpt.grounding.fit import arguments, name_of
from backendgpt.grounding.outline import nodes, quoted, reach
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_SPANS = dict.fromkeys(["day", "days", "night", "nights", "tomorrow"], "days")
_PARTS = {"year": "[:4]", "month": "[5:7]", "day": "[8:]"}
"""Where an ISO 8601 date has these."""
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
    is_asked = intent.asks(call) or not call.is_sentence
    if is_asked and not intent.changes(call) and {"day", "night", "week"} & set(intent.words(call)):
        return  # `best_day()` counts none
    if intent.changes(call) or not is_asked:
        yield "days after: (date.fromisoformat(text) + timedelta(days=days)).isoformat()"
    else:
        yield "days from a to b: (date.fromisoformat(b) - date.fromisoformat(a)).days"


def dated(scene: Scene) -> Iterator[str]:
    """Say which things are of the year, month or day that a call gives as a number: `find_trips(month=7)`.

    Args:
        scene: The call with the state in view.

    Returns:
        Notes like `args["month"]: [trip for trip in state if int(trip["start"][5:7]) == args["month"]]`.
    """
    fields = [(c, key) for c in scene.collections for key in c.fields if all(map(_is_day, c.values(key)))]
    meant = [(each, key) for each, key in fields if intent.names(scene.call, each.name)] or fields
    for label, value in arguments(scene.call.args) if len(meant) == 1 else ():
        if (part := _PARTS.get(name_of(label), "")) and type(value) is int:
            each, key = meant[0]
            loops, thing = reach(each.inside)
            yield f"{label}: [{thing}{loops} if int({thing}[{quoted(key)}]{part}) == {label}]"


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
