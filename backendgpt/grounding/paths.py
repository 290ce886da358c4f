"""Calls that put a value where a path leads: `PUT /rooms/attic`, `PATCH /speed`. Pure."""

from __future__ import annotations

from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments, body
from backendgpt.grounding.forms import kind_of, kinds_in
from backendgpt.grounding.outline import quoted
from backendgpt.grounding.scene import Scene

_THINGS = {"dict", "list"}
_NAMES = {"code", "id", "key", "name", "title"}
"""What a field is called that gives a thing its name."""


def put(scene: Scene) -> str:
    """Put a body under a name that is new, `PUT /rooms/attic`, or in the place of what is no object.

    Args:
        scene: The call with the state in view.
    """
    call, first = scene.call, scene.first
    path = call.endpoint.split("/")[1:]
    if intent.method(call) != "PUT" or path[1:] != ["{id}"] or len(call.args) != 2:
        return ""
    if first:
        is_object = isinstance(first[0].thing, dict)
        return "" if is_object else f"    {first[0].text.partition(' = ')[2]} = args[1]\n"
    fields = body(call)[1]
    if not fields or not isinstance(call.args, list) or not isinstance(call.args[0], str):
        return ""
    is_plain = len(fields) == 1 and kinds_in(scene.facts.get(path[0])) == kinds_in(fields)
    key = f"[{quoted(next(iter(fields)))}]" if is_plain else ""
    return f"    state[{quoted(path[0])}][args[0]] = args[1]{key}\n"


def posted(scene: Scene) -> str:
    """Write the line that puts a value under the name that comes with it: `POST /colors`.

    Args:
        scene: The call with the state in view.
    """
    call, facts = scene.call, scene.facts
    key, (label, fields) = call.endpoint.removeprefix("POST /"), body(scene.call)
    kinds = kinds_in(facts.get(key)) if intent.method(call) == "POST" else set()
    names, values = ([k for k in fields if (k in _NAMES) is is_name] for is_name in (True, False))
    is_like = bool(values) and kinds == {kind_of(fields[value]) for value in values} and not kinds & _THINGS
    if is_like and not names:
        return f"    state[{quoted(key)}].update({label})\n    return"
    if not is_like or len(names) != 1 or len(values) != 1:
        return ""
    return f"    state[{quoted(key)}][{label}[{quoted(names[0])}]] = {label}[{quoted(values[0])}]\n    return"


def replaced(scene: Scene) -> str:
    """Write the line that puts a value in the place of the one at the end of a path: `PUT /speed`.

    Args:
        scene: The call with the state in view.
    """
    call, first = scene.call, scene.first
    *_, key = call.endpoint.split("/")
    given = [pair for pair in arguments(call.args) if pair[0] not in [note.label for note in first]]
    if intent.method(call) not in ("PATCH", "PUT") or len(given) != 1 or len(first) > 1:
        return ""
    root, thing = (first[0].root, first[0].thing) if first else ("state", scene.state)
    steps = 4 if first else 2  # as in `PUT /printers/{id}/busy`
    if len(call.endpoint.split("/")) != steps or not isinstance(thing, dict) or key not in thing:
        return ""
    is_like = kind_of(thing[key]) in ("", kind_of(given[0][1])) and not isinstance(thing[key], dict)
    return f"    {root}[{quoted(key)}] = {given[0][0]}\n    return" if is_like else ""
