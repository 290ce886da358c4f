"""Notes in code for the model: where a call's arguments are, how to reach things, what a new one has. Pure.

What a small model gets wrong most: an id taken for an index, a key looked up at the wrong level, `222` where
the state holds `"222"`, a new thing that lacks a field. So `close_account(B2)` on
`{"accounts": [{"number": "B2", ...}]}` gets the note
`account = next(account for account in state["accounts"] if account["number"] == args[0])`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.additions import adds, doubled, new_things, opened, proposes
from backendgpt.grounding.amounts import counted, lost, transferred
from backendgpt.grounding.comparisons import compared
from backendgpt.grounding.corrections import corrected
from backendgpt.grounding.dates import dated, postponed, reckoned
from backendgpt.grounding.fit import body
from backendgpt.grounding.given import how_many
from backendgpt.grounding.groups import distinct, grouped, related
from backendgpt.grounding.located import Note, located
from backendgpt.grounding.marks import marked, set_mark, set_value, stated, switched
from backendgpt.grounding.moves import moved, removed
from backendgpt.grounding.outline import Collection, is_free, quoted, reach, reach_named
from backendgpt.grounding.paths import posted, put, replaced
from backendgpt.grounding.positions import advanced, counted_off, current, dropped, placed
from backendgpt.grounding.scene import Scene
from backendgpt.grounding.searches import searched
from backendgpt.grounding.sorting import order, sorted_names
from backendgpt.grounding.superlatives import measured, topped
from backendgpt.grounding.tables import listed
from backendgpt.grounding.texts import ran_out
from backendgpt.grounding.totals import totalled
from backendgpt.grounding.values import (
    became,
    cleared,
    done_today,
    entered,
    released,
    updated,
    valued,
)
from backendgpt.jsonvalue import Json

MOST = 4
"""Notes on what a call names that it gets at most."""


def ground(call: Call, state: Json) -> list[str]:
    """Write all notes for a call: those of `locate`, then a few on what the call may need besides.

    Returns:
        Notes like `each card: for board in ...`, `a new card has "id" (max(...) + 1), "title"`.
    """
    scene = Scene(call, state)
    return [*_texts(scene.found), *_outline(scene)]


def locate(call: Call, state: Json) -> list[str]:
    """Say where in the state is what the call's arguments, or the words of a sentence, name.

    Returns:
        Up to `MOST` notes like `room = state["rooms"][args[0]]`, `args[0] in state["users"]`.
    """
    return _texts(located(call, state))


def begin(call: Call, state: Json) -> str:
    """Write the first lines of a function that answers a call, as far as they are beyond doubt.

    They find the things that the call names, and go on with the first of `_LINES` that knows what to do:
    `    todo = {"id": max(todo["id"] for todo in state["todos"]) + 1,`.
    """
    scene = Scene(call, state)
    record, line = opened(scene) if _wants_new(scene) else ("", "")
    line = line or next(filter(None, (write(scene) for write in _LINES)), "") or _text(scene)
    first = [note for note in scene.first if note.root.rstrip("2") != record]
    return "".join(f"    {note.text}\n" for note in first[:MOST]) + line


def _wants_new(scene: Scene) -> bool:
    """Tell whether a call asks for something new, and not for more of what is there."""
    return adds(scene) and not counted(scene)


def _text(scene: Scene) -> str:
    """Begin the text that a short call asks for."""
    is_short = not (scene.call.is_sentence or intent.count(scene.call))
    return '    return "' if is_short and _wants_text(scene) else ""


def _wants_text(scene: Scene) -> bool:
    """Tell whether a call asks for a text that somebody has to write: a dictionary translates what it has."""
    call = scene.call
    is_there = (scene.found and intent.translates(call)) or proposes(call, scene.collections)
    return intent.wants_text(call) and not is_there


def _texts(found: Iterable[list[Note]]) -> list[str]:
    return list(dict.fromkeys(note.text for notes in found for note in notes[:2]))[:MOST]


def _outline(scene: Scene) -> Iterator[str]:
    """Write how to go through what lies deep, what something new has, and what is to be made up."""
    call, state, held = scene.call, scene.state, scene.collections
    if not scene.found:
        deep = [c for c in held if c.named or c.is_deep or not c.path]
        said = [c for c in deep if c.name and not c.fields and intent.names(call, c.name)]
        yield from map(_each, (said + [c for c in deep if c.fields] or deep)[:2])
        yield from (f"{key}: state[{quoted(key)}]" for key in _said(call, state))
    if number := how_many(call):
        yield f"{number}: how many"
    yield from marked(scene)
    yield from compared(call, held)
    yield from reckoned(scene)
    yield from dated(scene)
    if _wants_new(scene):
        yield from new_things(scene)
    if _wants_text(scene):
        yield "the text is made up"
    if call.is_sentence and re.search(r"\d", call.text):
        yield "args is empty: write what the call says as literals"


def _said(call: Call, state: Json) -> list[str]:
    """Return the keys of plain values of the state itself that the call's words name, or one of them does."""
    facts = state.items() if isinstance(state, dict) else ()
    keys = [key for key, value in facts if not isinstance(value, list | dict)]
    return [key for key in keys if intent.names(call, key) or intent.noun(call) in intent.split(key)][:2]


def _each(held: Collection) -> str:
    loops, thing = (reach_named if held.named else reach)(held.inside)
    return f"each {thing}:{loops}"


def _counted(scene: Scene) -> str:
    """Count up or down what the call names, and take the other arguments apart."""
    line = counted(scene)
    return line + _unpacked(scene.call, [*scene.found, [Note(line)]])


def _unpacked(call: Call, found: list[list[Note]]) -> str:
    """Take the named arguments that follow positional ones apart: `price(car, hours=3)`.

    Those that name things, or are new values of a thing's own fields, stay together.
    """
    label, named = body(call)
    if call.body is not None or intent.method(call) or label in ("", "args", "args[0]"):
        return ""
    if not all(map(is_free, named)) or any(label in note.text for notes in found for note in notes):
        return ""
    things = [note.thing for notes in found for note in notes[:1] if isinstance(note.thing, dict)]
    if any(named.keys() <= thing.keys() for thing in things):
        return ""
    return "".join(f"    {key} = {label}[{quoted(key)}]\n" for key in named)


_LINES = (
    corrected, transferred, lost, ran_out, dropped, removed, moved, doubled, updated, postponed, valued,
    entered, counted_off, _counted, became, done_today, cleared, released, put, posted, replaced,
    advanced, current, searched, order, listed, grouped, sorted_names, distinct, related, placed,
    switched, stated, set_mark, set_value, totalled, measured, topped,
)  # fmt: skip
"""What may know how a function goes on, asked in this order."""
