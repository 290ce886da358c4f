"""Sentences that say which number is right, and which one was wrong: "Ann ran 8 km, not 6". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backendgpt.grounding import intent
from backendgpt.grounding.forms import are_numbers, kind_of
from backendgpt.grounding.outline import ORDINALS, quoted, reach
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_NUMBER = r"(?<![\w.])\d+(?:\.\d+)?(?!\w)"
_NOT = re.compile(rf"(.*)\bnot (?:just |only )?({_NUMBER})", re.DOTALL)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(sorted(ORDINALS))}) \d+", re.IGNORECASE)


def corrected(scene: Scene) -> str:
    """Write the lines that put the right number in the place of the wrong one, where that is plain.

    Args:
        scene: The call with the state in view.

    Returns:
        `    run["km"] = 8` where the sentence names the run, or else the line that finds it before that.
    """
    match = _NOT.search(scene.call.text) if intent.states(scene.call) else None
    right = re.findall(_NUMBER, _ORDINAL.sub("", match[1])) if match else []
    if not match or not right:
        return ""
    new, old = right[-1], match[2]
    for note in scene.first:
        if place := _place(note.thing, note.root, old):
            return f"    {place} = {new}\n    return"
    those = {note.path: note for note in scene.likeliest if note.those}
    found = [
        (each.inside, key)
        for each in scene.collections
        for key in each.fields
        if (not those or each.inside in those)
        and _is_there(_values(those[each.inside].things if those else each.things, key), old)
    ]
    if len(found) != 1:
        return ""
    path, key = found[0]
    loops, thing = reach(path)
    test, meant = f"{thing}[{quoted(key)}]", those[path].those if those else loops
    search = f"{meant} {'and' if ' if ' in meant else 'if'} {test} == {old}"
    return f"    {thing} = next({thing}{search})\n    {test} = {new}\n    return"


def _place(thing: Json, root: str, old: str) -> str:
    """Return the code for the one number in a thing, or in a list of numbers, that is wrong."""
    if isinstance(thing, list) and are_numbers(thing) and _is_there(thing, old):
        return f"{root}[{root}.index({old})]"
    fields = thing.items() if isinstance(thing, dict) else ()
    wrong = [key for key, value in fields if _is_there([value], old)]
    return f"{root}[{quoted(wrong[0])}]" if len(wrong) == 1 else ""


def _values(things: Iterable[Json], key: str) -> list[Json]:
    return [thing.get(key) for thing in things if isinstance(thing, dict)]


def _is_there(values: list[Json], number: str) -> bool:
    """Tell whether a number is among some values, once."""
    return sum(kind_of(value) == "number" and value == float(number) for value in values) == 1
