"""Calls that give one thing new values: `assign(T-9, Ann)`, `rename(17, Dune)`, `PATCH /todos/3`. Pure."""

from __future__ import annotations

import re
from functools import partial

from backendgpt.grounding import intent
from backendgpt.grounding.amounts import AMOUNTS
from backendgpt.grounding.fit import arguments, body, name_of
from backendgpt.grounding.forms import are_numbers, form_of, kind_of
from backendgpt.grounding.located import Note
from backendgpt.grounding.occurrences import places_of
from backendgpt.grounding.outline import SORTS, identifies, is_free, last_key, quoted, singular
from backendgpt.grounding.scene import Scene
from backendgpt.jsonvalue import Json

_EMPTY = (None, "", " ", ".", "-", "_", 0, False)
"""What stands in a cell of a grid that has nothing in it."""


def valued(scene: Scene) -> str:
    """Write the line that gives a thing its new value, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    job["mechanic"] = args[1]` and `    return`, before more is made up.
    """
    call, found = scene.call, scene.likeliest
    given = list(arguments(call.args))
    is_counting = intent.sign(call) and any(type(value) in (int, float) for _, value in given[1:])
    is_other = intent.adds(call) or intent.deletes(call) or is_counting or intent.method(call)
    if is_other or not intent.changes(call):
        return ""
    if line := _under_a_name(scene):
        return line
    things = [note for note in found if note.root or note.number]
    if len(things) != 1 or len(given) < 2:
        return ""
    thing, (start, _), *values = things[0], *given
    if thing.label != start or any(isinstance(value, list | dict) for _, value in values):
        return ""
    if thing.number and intent.sets(call) and len(values) == 1 and type(values[0][1]) in (int, float):
        return f"    {thing.number} = {values[0][0]}\n    return"
    if not isinstance(thing.thing, dict):
        return ""
    is_text = len(values) == 2 and isinstance(call.args, list) and _are_texts(thing.thing, values)
    if is_text and intent.sets(call):  # `set_text(es, checkout, Pagar)`
        return f"    {thing.root}[{values[0][0]}] = {values[1][0]}\n    return"
    fields = [key for key in thing.thing if not identifies(key, last_key(thing.path))]
    places = {_field(scene, thing, fields, value): label for label, value in values}
    if len(places) < len(values) or any(isinstance(thing.thing.get(key, {}), dict) for key in places):
        return ""
    status = "" if any(key in SORTS for key in places) else became(scene)
    return (
        status + "".join(f"    {_gets(thing, key, label)}\n" for key, label in places.items()) + "    return"
    )


def _under_a_name(scene: Scene) -> str:
    """Write the line that puts a text under a name that the call names: `book(seat=C1, name=Ola)`."""
    call, found = scene.call, scene.likeliest
    entries = [note for note in found if note.path[-1:] == (("values", ""),) and not note.number]
    others = [pair for pair in arguments(call.args) if pair[0] not in [note.label for note in found]]
    if any(note.root for note in found) or len(entries) != 1 or len(others) != 1:
        return ""
    if not isinstance(others[0][1], str):
        return ""
    place = entries[0].text.removeprefix(f"{entries[0].label}: ")
    is_place = place.endswith(f"[{entries[0].label}]") and not entries[0].those
    return f"    {place} = {others[0][0]}\n    return" if is_place and not intent.moves(call) else ""


def entered(scene: Scene) -> str:
    """Write the line that sets the number that a thing has under a name: `rate(Dune, by=Ann, stars=4)`.

    Args:
        scene: The call with the state in view.

    Returns:
        `    book["stars"][args[1]["by"]] = args[1]["stars"]`, or that much more of it for a call that adds.
    """
    call, things = scene.call, [note for note in scene.first if isinstance(note.thing, dict)]
    given = [pair for pair in arguments(call.args) if things and pair[0] != things[0].label]
    names, numbers = ([pair for pair in given if kind_of(pair[1]) == kind] for kind in ("text", "number"))
    if len(things) != 1 or not (len(given) == 2 and len(names) == len(numbers) == 1) or intent.method(call):
        return ""
    fields = things[0].thing.items() if isinstance(things[0].thing, dict) else ()
    maps = [key for key, held in fields if isinstance(held, dict) and are_numbers(list(held.values()))]
    if len(maps) != 1 or not (intent.names(call, maps[0]) or name_of(numbers[0][0]) == maps[0]):
        return ""
    (name, _), (number, _), place = names[0], numbers[0], f"{things[0].root}[{quoted(maps[0])}]"
    is_more = intent.sign(call) == "+" and (maps[0] in AMOUNTS or not intent.adds(call))
    value = f"{place}.get({name}, 0) + {number}" if is_more else number
    return f"    {place}[{name}] = {value}\n    return"


def became(scene: Scene) -> str:
    """Write the line that sets what a thing is after a call, where others are so: `reserve(4)`, `close(T-9)`.

    Args:
        scene: The call with the state in view.

    Returns:
        `    animal["status"] = "reserved"`, and no more: a call may do other things besides.
    """
    call, things = scene.call, scene.first
    is_other = call.is_sentence or intent.method(call) or intent.asks(call)
    if is_other or len(things) != 1 or not isinstance(things[0].thing, dict):
        return ""
    now, root = things[0].thing, things[0].root
    said = intent.participles(call)
    found = [
        (key, value)
        for each in scene.siblings(things[0])
        for key in SORTS.intersection(each.fields)
        for value in dict.fromkeys(map(str, each.values(key)))
        if value in said and now[key] != value
    ]
    is_about = intent.noun(call) in ("", singular(last_key(things[0].path)))
    if not found and "status" in now and intent.cancels(call) and is_about:
        found = [("status", "cancelled")]
    return f"    {root}[{quoted(found[0][0])}] = {quoted(found[0][1])}\n" if len(found) == 1 else ""


def released(scene: Scene) -> str:
    """Write the lines that empty what says who has a thing: "lent_to" and "due" for `return_book(Dune)`.

    Args:
        scene: The call with the state in view.

    Returns:
        `    book["lent_to"] = None`, and the like for each field that is empty in other things, and no more.
    """
    call, things = scene.call, [note for note in scene.first if isinstance(note.thing, dict)]
    if call.is_sentence:
        return _brought_back(scene)
    if not intent.releases(call) or len(things) != 1 or len(call.args) != 1:
        return ""
    note, fields = things[0], things[0].thing.items() if isinstance(things[0].thing, dict) else ()
    filled = [key for key, value in fields if value is not None and _is_empty_elsewhere(scene, note, key)]
    return "".join(f"    {note.root}[{quoted(key)}] = None\n" for key in filled)


def cleared(scene: Scene) -> str:
    """Write the line that empties each cell of the grid that a call names: `clear_board()`.

    Args:
        scene: The call with the state in view.

    Returns:
        `    state["board"] = [[" "] * len(row) for row in state["board"]]`: what is empty, the grid tells.
    """
    call, facts = scene.call, scene.facts
    if call.args or not intent.clears(call):
        return ""
    maps = [key for key, value in facts.items() if isinstance(value, dict) and are_numbers([*value.values()])]
    if len(named := [key for key in maps if intent.names(call, key)]) == 1 and "reset" in intent.words(call):
        where = f"state[{quoted(named[0])}]"
        return f"    {where} = dict.fromkeys({where}, 0)\n    return"
    grids = {
        key: rows
        for key, rows in facts.items()
        if isinstance(rows, list) and rows and intent.names(call, key)
    }
    if len(grids) != 1:
        return ""
    (key, rows), *_ = grids.items()
    if not all(isinstance(row, list) and row for row in rows):
        return ""
    cells = [cell for row in rows if isinstance(row, list) for cell in row]
    held = [value for value in _EMPTY if any(type(cell) is type(value) and cell == value for cell in cells)]
    empty = [quoted(value) if isinstance(value, str) else repr(value) for value in held]
    where, end = f"state[{quoted(key)}]", "" if "reset" in intent.words(call) else "    return"
    return f"    {where} = [[{empty[0]}] * len(row) for row in {where}]\n{end}" if empty else ""


def _are_texts(thing: dict[str, Json], values: list[tuple[str, Json]]) -> bool:
    """Tell whether a thing has texts under names, nothing else, and gets one of two under the other."""
    texts = [*thing.values(), *(value for _, value in values)]
    return len(thing) > 1 and all(isinstance(text, str) for text in texts) and values[1][1] not in thing


def _gets(thing: Note, key: str, label: str) -> str:
    place, old = f"{thing.root}[{quoted(key)}]", thing.thing[key] if isinstance(thing.thing, dict) else None
    return f"{place}.append({label})" if isinstance(old, list) else f"{place} = {label}"


def _field(scene: Scene, thing: Note, fields: list[str], value: Json) -> str:
    """Return the field that the new value is for: what the call names, or where its like stands."""
    call = scene.call
    is_said = {"name", "title"}.__contains__ if intent.renames(call) else partial(intent.names, call)
    named = [key for key in fields if is_said(key)]
    if named or not isinstance(value, str):
        return named[0] if len(named) == 1 else ""
    places = places_of(value, scene.state)
    like = {place.field for place in places if place.kind == "field" and place.path == thing.path}
    elements = [place.path for place in places if place.kind == "element" and place.path]
    listed = {singular(path[-1][1]) for path in elements}
    like |= {path[-1][1] for path in elements if path[:-1] == thing.path}  # others have it in such a list
    meant = [key for key in fields if key != thing.field and (key in like or key in listed)]
    if not meant and (form := form_of(value)) and isinstance(thing.thing, dict):
        held = {key: thing.thing[key] for key in fields if key != thing.field}
        meant = [key for key, old in held.items() if isinstance(old, str) and form_of(old) == form]
        empty = [key for key, old in held.items() if old is None and form in _forms(scene, thing, key)]
        meant = meant if intent.sets(call) else empty or meant  # `sign_out(Ann, 11:45)`: when she left
    if not meant and isinstance(thing.thing, dict):
        meant = [key for key in fields if thing.thing[key] is None]  # `lend(saw, Ann)`: nobody has it now
    return meant[0] if len(meant) == 1 else ""


def _forms(scene: Scene, thing: Note, key: str) -> set[str]:
    """Return what kinds of texts a field has in the things that are together with one."""
    texts = [value for each in scene.siblings(thing) for value in each.values(key) if isinstance(value, str)]
    return set(map(form_of, texts))


def updated(scene: Scene) -> str:
    """Put the fields that a call gives into the one thing that it names, or that its path ends at.

    Args:
        scene: The call with the state in view.

    Returns:
        `    todo.update(args[1])` for `PATCH /todos/3`, and `    rates = state["rates"]` before it for
        `PATCH /rates`.
    """
    call, state, first = scene.call, scene.state, scene.first
    label, fields = body(call)
    key = call.endpoint.rpartition("/")[2]
    is_change = intent.changes(call) and label != "args" and not (intent.adds(call) or intent.sign(call))
    if not fields or len(first) > 1 or not (intent.method(call) == "PATCH" or intent.sets(call) or is_change):
        return ""
    name, thing, found = first[0].root if first else "", first[0].thing if first else None, ""
    if call.endpoint == "PATCH /":
        name, thing = "state", state
    if not first and intent.method(call) and isinstance(state, dict) and is_free(key):
        name, thing, found = key, state.get(key), f"    {key} = state[{quoted(key)}]\n"
    locates = {key for key in fields if any(note.label.endswith(f"[{quoted(key)}]") for note in first)}
    is_update = isinstance(thing, dict) and locates < fields.keys() <= thing.keys()
    return f"{found}    {name}.update({label})\n" if is_update else ""


def _brought_back(scene: Scene) -> str:
    """Write the line that empties what says who has a thing: "Paula brought Catan back"."""
    call = scene.call
    if not intent.states(call) or not re.search(r"\b(back|return(s|ed))\b", call.text.casefold()):
        return ""
    for note in scene.first:
        for key, value in note.thing.items() if isinstance(note.thing, dict) else ():
            is_said = isinstance(value, str) and key != note.field and intent.says(call, value)
            if is_said and _is_empty_elsewhere(scene, note, key):
                return f"    {note.root}[{quoted(key)}] = None\n    return"
    return ""


def _is_empty_elsewhere(scene: Scene, note: Note, key: str) -> bool:
    """Tell whether a field of a thing is empty in others of its like."""
    return any(None in each.values(key) for each in scene.siblings(note))


def done_today(scene: Scene) -> str:
    """Write the line that dates what a call does to a thing: "last_watered" for `water(fern)`.

    Args:
        scene: The call with the state in view.
    """
    call, facts = scene.call, scene.facts
    today = next((key for key in ("today", "date", "now") if isinstance(facts.get(key), str)), "")
    if not today or len(scene.first) != 1 or len(call.args) != 1 or intent.method(call):
        return ""
    note, done = scene.first[0], intent.participles(call)
    fields = note.thing if isinstance(note.thing, dict) else {}
    names = {name for past in done for name in (f"last_{past}", f"last{past.title()}")}
    dated = [key for key in fields if key in names]
    old = fields[dated[0]] if len(dated) == 1 else None
    if len(dated) != 1 or (isinstance(old, str) and form_of(old) != form_of(str(facts[today]))):
        return ""
    return f"    {note.root}[{quoted(dated[0])}] = state[{quoted(today)}]\n    return"
