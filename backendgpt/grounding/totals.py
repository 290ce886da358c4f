"""Calls that ask for a sum or a mean: `total_price()`, `total_hours(Ann)`, `average_km()`. Pure."""

from __future__ import annotations

from backendgpt.grounding import intent
from backendgpt.grounding.forms import are_numbers
from backendgpt.grounding.outline import Collection, quoted, reach, singular
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_SUMS, _MEANS = {"sum", "total"}, {"average", "avg", "mean"}
_PLAIN = "a all amount an and every get in is number of show the what".split()  # noqa: SIM905


def totalled(scene: Scene) -> str:
    """Write the line that answers what some numbers are together, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    return sum(job["price"] for job in state["jobs"])`; of those things alone that the call names; of
        plain numbers in a list or under names, those; of things without numbers, how many they are.
    """
    call, state, held, found = scene.call, scene.state, scene.collections, scene.found
    words = intent.words(call)
    said = [singular(word) for word in words if word not in (*_PLAIN, *_SUMS, *_MEANS)]
    is_mean, is_sum = bool(_MEANS & set(words)), bool(_SUMS & set(words))
    if is_mean is is_sum or not said or intent.changes(call) or intent.method(call):
        return ""
    if is_sum and not found and (line := _of_part(said, state, held)):
        return line
    fields = [
        (each, key)
        for each in held
        for key in each.fields
        if are_numbers(each.values(key)) and _names(said, key, each.name)
    ]
    if len(fields) != 1 or len(found) > 1 or len(call.args) != len(found):
        return ""
    each, key = fields[0]
    loops, thing = reach(each.inside)
    those = next((note.those for note in found[0] if note.path == each.inside), "") if found else loops
    numbers = f"{thing}[{quoted(key)}]{those}"
    if not those:
        return ""
    if is_sum:
        return f"    return sum({numbers})\n"
    return f"    numbers = [{numbers}]\n    return sum(numbers) / len(numbers)\n"


def _of_part(said: list[str], state: Json, held: list[Collection]) -> str:
    """Sum the plain numbers of a part of the state, or count the things in it if they have no numbers."""
    part = next((key for key in state if [singular(key)] == said), "") if isinstance(state, dict) else ""
    value = state[part] if part and isinstance(state, dict) else None
    numbers = list(value.values()) if isinstance(value, dict) else value
    if isinstance(numbers, list) and are_numbers(numbers):
        return f"    return sum(state[{quoted(part)}]{'.values()' if isinstance(value, dict) else ''})\n"
    things = next((each for each in held if each.path == (("key", part),)), None)
    fields = [key for key in things.fields if things.counted(key) is None] if things else []
    if things is None or any(are_numbers(things.values(key)) for key in fields):
        return ""
    return f"    return len(state[{quoted(part)}])\n"


def _names(said: list[str], key: str, collection: str) -> bool:
    """Tell whether words name a field, and nothing else but the collection that it is in."""
    parts, own = set(map(singular, intent.split(key))), set(map(singular, intent.split(collection)))
    return parts <= set(said) <= parts | own
