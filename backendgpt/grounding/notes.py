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
from backendgpt.grounding.amounts import counted
from backendgpt.grounding.comparisons import compared
from backendgpt.grounding.dates import postponed, reckoned
from backendgpt.grounding.fit import body
from backendgpt.grounding.groups import distinct, grouped, related
from backendgpt.grounding.located import Note, how_many, located
from backendgpt.grounding.marks import marked, set_mark, set_value
from backendgpt.grounding.moves import moved, removed
from backendgpt.grounding.outline import Collection, collections, is_free, quoted, reach, reach_named
from backendgpt.grounding.ranks import order
from backendgpt.grounding.superlatives import placed, topped
from backendgpt.grounding.totals import totalled
from backendgpt.grounding.values import put, updated, valued
from backendgpt.jsonvalue import Json

MOST = 4
"""Notes on what a call names that it gets at most."""


def ground(call: Call, state: Json) -> list[str]:
    """Write all notes for a call: those of `locate`, then a few on what the call may need besides.

    Returns:
        Notes like `each card: for board in ...`, `a new card has "id" (max(...) + 1), "title"`.
    """
    found = list(located(call, state))
    return [*_texts(found), *_outline(call, state, found)]


def locate(call: Call, state: Json) -> list[str]:
    """Say where in the state is what the call's arguments, or the words of a sentence, name.

    Returns:
        Up to `MOST` notes like `room = state["rooms"][args[0]]`, `args[0] in state["users"]`.
    """
    return _texts(located(call, state))


def begin(call: Call, state: Json) -> str:
    """Write the first lines of a function that answers a call, as far as they are beyond doubt.

    They find the things that the call names, and open the new record that it asks for:
    `    todo = {"id": max(todo["id"] for todo in state["todos"]) + 1,`.
    """
    found, held = list(located(call, state)), collections(state)
    likeliest = [notes[0] for notes in found]
    is_new = _wants_new(call, state, held, likeliest)
    record, last = opened(call, state, held, likeliest) if is_new else ("", "")
    first = [note for note in likeliest if note.root and note.root.rstrip("2") != record]
    last = (
        last
        or removed(call, first)
        or moved(call, state, first)
        or doubled(call, held, first)
        or updated(call, state, first)
        or postponed(call, state, first)
        or valued(call, state, likeliest)
        or _counted(call, state, found)
        or put(call, first)
        or order(call, held)
        or grouped(call, held)
        or distinct(call, held)
        or related(call, held)
        or placed(call, state)
        or set_mark(call, state)
        or set_value(call, state)
        or totalled(call, state, held, found)
        or ("" if found else topped(call, state, held))
    )
    if not last and _wants_text(call, held, likeliest) and not (call.is_sentence or intent.count(call)):
        last = '    return "'
    return "".join(f"    {note.text}\n" for note in first[:MOST]) + last


def _wants_new(call: Call, state: Json, held: list[Collection], found: list[Note]) -> bool:
    """Tell whether a call asks for something new, and not for more of what is there."""
    return adds(call, held, found) and not counted(call, state, found)


def _wants_text(call: Call, held: list[Collection], found: list[Note]) -> bool:
    """Tell whether a call asks for a text that somebody has to write: a dictionary translates what it has."""
    is_there = (found and intent.translates(call)) or proposes(call, held)
    return intent.wants_text(call) and not is_there


def _texts(found: Iterable[list[Note]]) -> list[str]:
    return list(dict.fromkeys(note.text for notes in found for note in notes[:2]))[:MOST]


def _outline(call: Call, state: Json, found: list[list[Note]]) -> Iterator[str]:
    """Write how to go through what lies deep, what something new has, and what is to be made up."""
    held = collections(state)
    if not found:
        deep = [c for c in held if c.named or c.is_deep]
        said = [c for c in deep if c.name and not c.fields and intent.names(call, c.name)]
        yield from map(_each, (said + [c for c in deep if c.fields] or deep)[:2])
        yield from (f"{key}: state[{quoted(key)}]" for key in _said(call, state))
    if number := how_many(call):
        yield f"{number}: how many"
    yield from marked(call, held)
    yield from compared(call, held)
    yield from reckoned(call, state)
    likeliest = [notes[0] for notes in found]
    if _wants_new(call, state, held, likeliest):
        yield from new_things(call, state, held, likeliest)
    if _wants_text(call, held, likeliest):
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


def _counted(call: Call, state: Json, found: list[list[Note]]) -> str:
    """Count up or down what the call names, and take the other arguments apart."""
    line = counted(call, state, [notes[0] for notes in found])
    return line + _unpacked(call, [*found, [Note(line)]])


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
