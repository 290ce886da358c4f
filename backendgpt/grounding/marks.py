"""Fields that say that something is so: "open" in `open_lifts()`, "paid" in `list_unpaid()`. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.forms import kind_of
from backendgpt.grounding.outline import Collection, quoted, reach, reach_named
from backendgpt.grounding.scene import Scene

_PLAIN = ("text", "number", "bool")
"""Kinds of values that one can set."""


def marked(scene: Scene) -> Iterator[str]:
    """Say which things a call without arguments asks for by a mark that they have, or have not.

    Args:
        scene: The call with the state in view.

    Returns:
        Notes like `unpaid: [invoice for invoice in state["invoices"] if not invoice["paid"]]`.
    """
    call, held = scene.call, scene.collections
    words = intent.words(call)
    for each in held if not call.args and not intent.method(call) else ():
        loops, thing = (reach_named if each.named else reach)(each.inside)
        for mark in each.marks if intent.names(call, each.name) else ():
            word, test, _ = condition(words, thing, mark)
            if test and (word == words[0] or not intent.changes(call)):
                made = f"{{name: {thing}{loops} if {test}}}" if each.named else f"[{thing}{loops} if {test}]"
                yield f"{word}: {made}"


def describes(call: Call, held: list[Collection]) -> bool:
    """Tell whether the first word of a call is a mark of what it asks for, and no verb: `open_lifts()`."""
    if call.args or call.is_sentence or not intent.is_plural(call):
        return False
    return any(intent.words(call)[0] in each.marks and intent.names(call, each.name) for each in held)


def set_mark(scene: Scene) -> str:
    """Write the line that sets the mark that a call is about, of a part of the state: `mute_alerts()`."""
    call, state = scene.call, scene.state
    part = next((key for key in state if intent.names(call, key)), "") if isinstance(state, dict) else ""
    fields = state[part] if part and isinstance(state, dict) else None
    if call.args or len(intent.words(call)) != 2 or not isinstance(fields, dict) or intent.method(call):
        return ""
    marks = [key for key, value in fields.items() if isinstance(value, bool)]
    for is_so in (True, False):
        said = [key for key in marks if key in intent.participles(call, is_so=is_so)]
        if len(said) == 1:
            return f"    state[{quoted(part)}][{quoted(said[0])}] = {is_so}\n    return"
    return ""


def set_value(scene: Scene) -> str:
    """Write the line that gives a value of the state, or of a part of it, anew: `set_theme(light)`."""
    call, state = scene.call, scene.state
    given, said = list(arguments(call.args)), intent.words(call)[1:]
    if not intent.sets(call) or intent.renames(call) or len(given) != 1 or call.is_sentence or not said:
        return ""
    facts = state if isinstance(state, dict) else {}
    parts = {
        (part, key): v for part, held in facts.items() if isinstance(held, dict) for key, v in held.items()
    }
    places = {(key,): value for key, value in facts.items()} | parts
    label, new = given[0]
    meant = [
        place
        for place, old in places.items()
        if intent.split(place[-1]) == said and kind_of(new) == kind_of(old) in _PLAIN
    ]
    if len(meant) != 1:
        return ""
    where = "".join(f"[{quoted(key)}]" for key in meant[0])
    return f"    state{where} = {label}\n    return"


def condition(words: list[str], thing: str, mark: str) -> tuple[str, str, str]:
    """Return the word of a call that asks for a mark, the test for it, and the opposite test.

    All three are empty where no word does.

    Args:
        words: The call's words.
        thing: The code for a thing.
        mark: The field.
    """
    field = f"{thing}[{quoted(mark)}]"
    if ("not", mark) in pairwise(words):
        return f"not {mark}", f"not {field}", field
    if without := next((word for word in words if word in (f"un{mark}", f"in{mark}")), ""):
        return without, f"not {field}", field
    return (mark, field, f"not {field}") if mark in words else ("", "", "")
