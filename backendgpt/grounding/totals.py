"""Calls that ask for a sum: `total_price()`, `total_hours(Ann)`. Pure."""

from __future__ import annotations

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.located import Note
from backendgpt.grounding.outline import Collection, quoted, reach, singular
from backendgpt.jsonvalue import Json

_PLAIN = "a all amount an and every get in is number of show sum the total what".split()  # noqa: SIM905


def totalled(call: Call, state: Json, held: list[Collection], found: list[list[Note]]) -> str:
    """Write the line that answers what some numbers are together, or the empty string.

    Args:
        call: The call.
        state: The state.
        held: Its collections.
        found: What the call names.

    Returns:
        `    return sum(job["price"] for job in state["jobs"])`; of the one thing or those things alone that
        the call names; of plain numbers in a list or under names, those.
    """
    words = intent.words(call)
    said = [word for word in words if word not in _PLAIN]
    if not {"total", "sum"} & set(words) or intent.changes(call) or intent.method(call) or not said:
        return ""
    for key, value in state.items() if isinstance(state, dict) and not found else ():
        numbers = list(value.values()) if isinstance(value, dict) else value
        if (
            isinstance(numbers, list)
            and _are_numbers(numbers)
            and [singular(w) for w in said] == [singular(key)]
        ):
            return f"    return sum(state[{quoted(key)}]{'.values()' if isinstance(value, dict) else ''})\n"
    fields = [
        (each, key)
        for each in held
        for key in each.fields
        if _are_numbers(each.values(key)) and _names(said, key, each.name)
    ]
    if len(fields) != 1 or len(found) > 1 or len(call.args) != len(found):
        return ""
    each, key = fields[0]
    (loops, thing), where = reach(each.inside), ""
    if found:
        where = next((note.those for note in found[0] if note.path == each.inside), "")
        if not where:
            return ""
    return f"    return sum({thing}[{quoted(key)}]{where or loops})\n"


def _are_numbers(values: list[Json]) -> bool:
    return bool(values) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)


def _names(said: list[str], key: str, collection: str) -> bool:
    """Tell whether words name a field, and nothing else but the collection that it is in."""
    parts, own = set(map(singular, intent.split(key))), set(map(singular, intent.split(collection)))
    words = set(map(singular, said))
    return parts <= words <= parts | own
