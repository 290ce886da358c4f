"""Calls about a text in a list of texts: one comes, one goes, there is nothing left of one. Pure."""

from __future__ import annotations

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.forms import are_texts
from backendgpt.grounding.outline import Collection, is_group, quoted, reach, singular
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_GONE = {"empty", "gone", "out"}
"""Words of the key of a list of what there is nothing left of."""


def ran_out(scene: Scene) -> str:
    """Write the line that takes out of its list what is used up: "we ran out of gin".

    It goes to the list of what is out, where there is one, and what is counted becomes 0.

    Args:
        scene: The call with the state in view.
    """
    call, facts = scene.call, scene.facts
    if not intent.runs_out(call):
        return ""
    lists = {key: items for key, items in facts.items() if isinstance(items, list)}
    held = [
        (key, name)
        for key, items in lists.items()
        for name in items
        if isinstance(name, str) and intent.says(call, name)
    ]
    if len(held) == 1:
        key, text = held[0][0], quoted(str(held[0][1]))
        out = [other for other in lists if _GONE & {*intent.split(other)} and other != key]
        move = f"    state[{quoted(out[0])}].append({text})\n" if out else ""
        return f"    state[{quoted(key)}].remove({text})\n{move}    return"
    numbers = [note.number for notes in scene.found for note in notes if note.number]
    return f"    {numbers[0]} = 0\n    return" if len(numbers) == 1 and not held else ""


def taken_out(scene: Scene) -> str:
    """Write the line that takes the one text of a call out of the list that it is in: `remove_tag(new)`.

    Args:
        scene: The call with the state in view.
    """
    call, facts = scene.call, scene.facts
    given = list(arguments(call.args))
    lists = {key: items for key, items in facts.items() if isinstance(items, list)}
    if len(given) != 1 or not isinstance(given[0][1], str) or scene.first:
        return ""
    held = [key for key, items in lists.items() if given[0][1] in items]
    held = [key for key in held if singular(key) == intent.noun(call)] or held * (not intent.noun(call))
    return f"    state[{quoted(held[0])}].remove({given[0][0]})\n    return" if len(held) == 1 else ""


def list_for_one(scene: Scene) -> str:
    """Return the code for the list of texts that a new one is for, by its path or its name."""
    return _at_path(scene.call, scene.state) or _named(scene.call, scene.state)


def list_for_several(scene: Scene) -> str:
    """Return the code for the list of texts that several new ones are for, if that is plain."""
    call, state, held, found = scene.call, scene.state, scene.collections, scene.likeliest
    if found and are_texts(found[0].thing):
        return found[0].root
    if named := "" if found else _named(call, state):
        return named
    for each in named_texts(call, held):
        if found and isinstance(found[0].thing, dict) and isinstance(found[0].thing.get(each.name), list):
            return f"{found[0].root}[{quoted(each.name)}]"
        if not each.is_deep:
            return reach(each.path)[1]
    plain = [each for each in held if each.is_texts and not each.is_deep and not intent.says_done(each.name)]
    is_only = len(plain) == 1 and not found and not any(each.fields for each in held)
    return reach(plain[0].path)[1] if is_only else ""


def named_texts(call: Call, held: list[Collection]) -> list[Collection]:
    """Return the lists of texts that a call names: "songs" in `add_two_songs()`."""
    lists = [each for each in held if each.is_texts and not each.named and each.path[-1:] != (("items", ""),)]
    return [each for each in lists if intent.names(call, each.name)]


def _named(call: Call, state: Json) -> str:
    """Return the code for the list of texts under the name of what a call adds: `add_idea(stand up)`."""
    about = intent.words(call)[-1] if intent.count(call) else intent.noun(call)
    for key, value in state.items() if isinstance(state, dict) else ():
        if are_texts(value) and singular(about) == singular(key).lower() and not intent.count(call):
            return f"state[{quoted(key)}]"
        lists = value.items() if isinstance(value, dict) and is_group(value, (("key", key),)) else ()
        for name, items in lists:
            if are_texts(items) and singular(about) == singular(name):
                return f"state[{quoted(key)}][{quoted(name)}]"
    return ""


def _at_path(call: Call, state: Json) -> str:
    """Return the code for the list of texts that a path leads to: `POST /meeting/snacks`."""
    if intent.method(call) != "POST":
        return ""
    where = "state"
    for key in call.endpoint.split("/")[1:]:
        state = state.get(key) if isinstance(state, dict) else None
        where += f"[{quoted(key)}]"
    return where if are_texts(state) else ""
