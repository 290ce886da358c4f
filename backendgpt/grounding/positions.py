"""Calls about a place in a list: which one it is, the next one, what is there. Pure."""

from __future__ import annotations

from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments, body
from backendgpt.grounding.forms import are_numbers
from backendgpt.grounding.intent import COUNTS
from backendgpt.grounding.outline import ORDINALS, quoted, reach, singular
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_STEPS = {"next": "+ 1", "prev": "- 1", "previous": "- 1"}
_AT = {"at", "current", "index", "now", "position"}
"""Words of keys of the index that a state is at."""
_NOW, _LATER = {"current", "now", "playing", "serving"}, {"next", "queue", "queued", "upcoming", "waiting"}
"""Words of keys of what a state is at, and of what comes after that."""


def placed(scene: Scene) -> str:
    """Write the line that answers at which place of a list of names one is, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    return state["ladder"].index(args[0]) + 1` for `rank(Marta)`: the longest list that has it.
    """
    call, state = scene.call, scene.state
    given = list(arguments(call.args))
    if not {"position", "rank"} & {*intent.words(call)[:1]} or len(given) != 1 or not isinstance(state, dict):
        return ""
    label, name = given[0]
    lists = {key: items for key, items in state.items() if isinstance(items, list) and name in items}
    key = max(lists, key=lambda key: len(lists[key]), default="")
    is_text = isinstance(name, str) and key
    return f"    return state[{quoted(key)}].index({label}) + 1\n" if is_text else ""


def advanced(scene: Scene) -> str:
    """Write the lines that go on to the next of a list, where the state says which it is at, or nothing.

    Args:
        scene: The call with the state in view.

    Returns:
        `    i = state["players"].index(state["turn"]) + 1` and a line that sets "turn", for `next_player()`:
        after the last comes the first. `    state["now"] = state["queue"].pop(0)` if that is not in the list.
    """
    call, facts = scene.call, scene.facts
    steps = [step for word, step in _STEPS.items() if word in intent.words(call)]
    if call.args or call.is_sentence or intent.method(call) or intent.asks(call) or len(steps) != 1:
        return ""
    if len(counted := [key for key in facts if type(facts[key]) is int and intent.noun(call) == key]) == 1:
        return f"    state[{quoted(counted[0])}] {steps[0][0]}= 1\n    return"  # `next_round()`
    if at := _current(scene):
        return f"    {at[1]} {steps[0][0]}= 1\n    return"
    lists = {key: items for key, items in facts.items() if isinstance(items, list) and items}
    pairs = [(key, name) for key in facts for name in lists if key not in lists]
    within = [(key, name) for key, name in pairs if isinstance(facts[key], str) and facts[key] in lists[name]]
    within = [pair for pair in within if any(intent.names(call, key) for key in pair)]
    if len(within) == 1:
        place, where = (f"state[{quoted(key)}]" for key in within[0])
        step = f"    i = {where}.index({place}) {steps[0]}\n"
        return f"{step}    {place} = {where}[i % len({where})]\n    return"
    ahead = [(key, name) for key, name in pairs if _is_ahead(key, facts[key], name, lists[name])]
    if len(ahead) != 1 or steps[0] != "+ 1":
        return ""
    place, where = (f"state[{quoted(key)}]" for key in ahead[0])
    return f"    {place} = {where}.pop(0)\n    return"


def current(scene: Scene) -> str:
    """Write the line that answers what of a list a state is at: `current_slide()`.

    Args:
        scene: The call with the state in view.
    """
    call, place = scene.call, _current(scene)
    is_asked = "current" in intent.words(call) and not (
        call.args or intent.changes(call) or intent.method(call)
    )
    return f"    return {place[0]}[{place[1]}]\n" if place and is_asked else ""


def _current(scene: Scene) -> tuple[str, str] | None:
    """Return the code for the list that a call names, and for the index in it that the state is at."""
    facts = scene.facts
    held = {key: items for key, items in facts.items() if isinstance(items, list)}
    lists = [key for key in held if intent.names(scene.call, key)]
    places = {key: at for key, at in facts.items() if isinstance(at, int) and _AT & {*intent.split(key)}}
    if len(lists) != 1 or len(places) != 1:
        return None
    (key, at), items = *places.items(), held[lists[0]]
    return (f"state[{quoted(lists[0])}]", f"state[{quoted(key)}]") if 0 <= at < len(items) else None


def dropped(scene: Scene) -> str:
    """Write the lines that take the first or the last out of a list: `delete_last_two_todos()`.

    Args:
        scene: The call with the state in view.
    """
    call, words = scene.call, intent.words(scene.call)
    ends = [end for word, end in (("first", "0"), ("last", "")) if word in words]
    held = [each for each in scene.collections if not each.named and not each.is_deep]
    meant = [each for each in held if each.name and intent.names(call, each.name)] or held
    others = set(words[1:-1]) - {"first", "last", "the", *COUNTS}
    count = intent.count(call) or 1
    if call.args or not intent.deletes(call) or len(ends) != 1 or len(meant) != 1 or others:
        return ""
    is_unclear = not intent.count(call) and singular(words[-1]) != words[-1]  # "delete last todos": how many?
    if is_unclear or len(meant[0].things) < count:
        return ""
    taken = f"{reach(meant[0].path)[1]}.pop({ends[0]})"
    gone = taken if count == 1 else f"[{taken} for _ in range({count})]"
    return f"    gone = {gone}\n    return"


def _is_ahead(key: str, now: Json, name: str, items: list[Json]) -> bool:
    """Tell whether a list has what comes after what a state is at, by their kinds and by their keys."""
    if isinstance(now, dict):
        return bool(now) and all(isinstance(item, dict) and item.keys() == now.keys() for item in items)
    is_like = all(type(item) is type(now) for item in items) and isinstance(now, str | int)
    return is_like and bool(_NOW & set(intent.split(key)) and _LATER & set(intent.split(name)))


def counted_off(scene: Scene) -> str:
    """Write the line that sets one of the numbers that belong to a name, by its place.

    `set_score(Bo, hole=2, strokes=5)`: holes, rounds and weeks count from 1.

    Args:
        scene: The call with the state in view.
    """
    call, (where, named) = scene.call, body(scene.call)
    lists = [note for note in scene.first if isinstance(note.thing, list) and are_numbers(note.thing)]
    ordinals = {key: value for key, value in named.items() if key in ORDINALS and isinstance(value, int)}
    if not intent.sets(call) or len(lists) != 1 or len(ordinals) != 1 or intent.method(call):
        return ""
    items, (key, number) = lists[0], *ordinals.items()
    place = f"{where}[{quoted(key)}]"
    values = [label for label, _ in arguments(call.args) if label not in (items.label, place)]
    is_there = isinstance(items.thing, list) and 0 < number <= len(items.thing)
    return f"    {items.root}[{place} - 1] = {values[0]}\n    return" if is_there and len(values) == 1 else ""
