"""Calls that take something out of its place, and those that move it to another one. Pure."""

from __future__ import annotations

import re
from itertools import permutations, takewhile

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments, body
from backendgpt.grounding.likeness import is_slip
from backendgpt.grounding.located import Note
from backendgpt.grounding.occurrences import Place, places_of
from backendgpt.grounding.outline import Path, collections, identifies, last_key, quoted, reach, reach_list
from backendgpt.grounding.scene import Scene
from backendgpt.grounding.texts import taken_out
from backendgpt.jsonvalue import Json

_ALONG = {
    **{"up": "max(i - 1, 0)", "down": "i + 1", "top": "0", "front": "0", "start": "0", "beginning": "0"},
    **{"bottom": "len({0})", "end": "len({0})", "back": "len({0})"},
}
"""The new index of what is moved along its list."""
_BY = {"by", "named", "where", "with"}


def moved(scene: Scene) -> str:
    """Write the lines that move what a call names, or the empty string.

    `move_card(7, done)` moves a thing from its list to another one, `archive(7)` to the "archived",
    `move_guest(from=7, to=9)` a field's value from one thing to another.

    Args:
        scene: The call with the state in view.
    """
    call, state, first = scene.call, scene.state, scene.first
    if line := _to_its_like(call, state, first) or _swapped(call, state, first):
        return line
    if not intent.moves(call) and not {"from", "to"} <= body(call)[1].keys():
        return ""
    if line := _along(call, state, first):
        return line
    if len(call.args) == 2 and first and all(type(value) is int for _, value in arguments(call.args)):
        return _to_index(call, first[0])
    listed = next((note for note in first if note.is_listed), None)
    lists = [note.root for note in first if isinstance(note.thing, list)]
    if listed and lists:
        return _to_list(listed, lists[-1])
    if line := _into(call, state, first):
        return line
    if listed and len(first) == 1 and (key := _key_beside(call, state, listed)):
        return _to_list(listed, "", key)
    if len(first) == 2 and (line := _field(call, *first)):
        return line
    return (_element(call, first[0], first[-1]) or _to_names(scene)) if len(first) > 1 else ""


def removed(scene: Scene) -> str:
    """Write the lines that take the one thing that a call names out of its list, or the empty string.

    `remove_tag(3, new)` takes the text out of the list that the thing has.

    Args:
        scene: The call with the state in view.
    """
    call, first = scene.call, scene.first
    given = list(arguments(call.args))
    is_returned = intent.releases(call) and len(given) == 2
    is_other = not (intent.deletes(call) or is_returned) or intent.method(call) not in ("", "DELETE")
    if line := "" if is_other else _by_place(scene) or taken_out(scene):
        return line
    if is_other or len(first) != 1:
        return ""
    thing, others = first[0], [pair for pair in given if pair[0] != first[0].label]
    label, value = (others or given or [("", None)])[-1]
    fields = thing.thing if isinstance(thing.thing, dict) else {}
    parts = fields or {"": thing.thing}
    lists = [key for key, items in parts.items() if isinstance(items, list) and value in items]
    if len(lists) == 1 and (len(given) == 2 or not fields):
        where = f"{thing.root}[{quoted(lists[0])}]" if fields else thing.root
        return f"    {where}.remove({label})\n    return"
    if len(given) != 1:
        return ""
    name = last_key(thing.path)
    about = [
        word for word in takewhile(lambda word: word not in _BY, intent.words(call)[1:]) if word != "the"
    ]
    is_path = bool(re.fullmatch(r"DELETE /[^/]+/\{id\}", call.endpoint))
    is_meant = not about or (
        len(about) == 1 and (intent.names(call, name) if name else about[0] not in fields)
    )
    if not (is_path or is_meant) or not thing.is_listed or not thing.field:
        return ""
    return f"{_out_of_list(thing)}    return"


def _by_place(scene: Scene) -> str:
    """Take out what a path names by its place in a list: `DELETE /bags/suitcase/1`."""
    last = scene.likeliest[-1:]
    if not last or not last[0].is_listed or last[0].field or not scene.call.endpoint.endswith("{id}"):
        return ""
    code = last[0].text.partition(" = ")[2] or last[0].text.partition(": ")[2]
    place = f"[{last[0].label}]"
    return f"    {code.removesuffix(place)}.pop({last[0].label})\n    return" if code.endswith(place) else ""


def _to_its_like(call: Call, state: Json, first: list[Note]) -> str:
    """Move what one argument names from its list to the list of those that the same was done to."""
    given = list(arguments(call.args))
    lists = {k: v for k, v in state.items() if isinstance(v, list)} if isinstance(state, dict) else {}
    said = set(intent.words(call)[1:]) if intent.words(call)[:1] == ["mark"] else set()
    undone = [k for k, items in lists.items() if k in intent.participles(call, is_so=False)]
    if len(undone) == 1 and len(given) == 1 and given[0][1] in lists[undone[0]]:
        return f"    state[{quoted(undone[0])}].remove({given[0][0]})\n    return"  # `unmute(clap)`
    target = next(
        (k for k in lists if k in intent.participles(call) or (said and said <= {*intent.split(k)})), ""
    )
    if not target or len(given) != 1:
        return ""
    if first and first[0].is_listed and first[0].path[0][1] != target and first[0].field:
        is_like = all(isinstance(thing, dict) for thing in lists[target])
        return _to_list(first[0], f"state[{quoted(target)}]") if is_like else ""
    label, value = given[0]
    if intent.words(call)[0] == "mark" and isinstance(value, str) and value not in lists[target]:
        taken = _taken(label, value, state, target)  # `mark_bought(eggs)`, but not `mark_packed(socks)`
        return f"{taken}    state[{quoted(target)}].append({label})\n    return"
    source = next((key for key, items in lists.items() if value in items), target)
    if source == target:
        return _appended(label, value, target, lists[target])
    return _carried(label, f"state[{quoted(source)}]", f"state[{quoted(target)}]")


def _appended(label: str, value: Json, target: str, items: list[Json]) -> str:
    """Append what is new to the list of those that the same was done to: `block(x@y.org)`."""
    is_like = bool(items) and {type(item) for item in items} == {type(value)} and not isinstance(value, dict)
    return (
        f"    state[{quoted(target)}].append({label})\n    return" if is_like and value not in items else ""
    )


def _along(call: Call, state: Json, first: list[Note]) -> str:
    """Move the one thing or text that a call names along its list, as `move_up(3)` does.

    What has numbers of its own may go up in another way.
    """
    words, given = intent.words(call), list(arguments(call.args))
    steps = [place for way, place in _ALONG.items() if any(_is_way(word, way) for word in words)]
    if len(steps) != 1 or len(given) > 1:
        return ""
    if len(first) == 1 and first[0].is_listed:
        fields = first[0].thing.items() if isinstance(first[0].thing, dict) else ()
        if any(type(value) is int and not identifies(key, last_key(first[0].path)) for key, value in fields):
            return ""
        items, thing = reach(first[0].path[:-1], first[0].home), first[0].root
    else:
        thing, value = given[0] if given else ("", None)
        places = list(places_of(value, state)) if isinstance(value, str) else []
        if [place.kind for place in places] != ["element"]:
            return ""
        items = reach(places[0].path)
    loops, where = items
    if loops:
        return ""
    return f"    i = {where}.index({thing})\n    {where}.insert({steps[0].format(where)}, {where}.pop(i))\n"


def _is_way(word: str, way: str) -> bool:
    """Tell whether a word says where to, well spelt or not: "to" is no "top"."""
    return word == way or (len(word) > len("top") and is_slip(word, way))


def _into(call: Call, state: Json, first: list[Note]) -> str:
    """Move what a call names into another one of the things that have such lists: `move(peas, middle)`.

    What is moved is a thing in the list, or a text: `move_child(Joris, Church)`.
    """
    target = next((note for note in first if isinstance(note.thing, dict) and note.home == "state"), None)
    for part, whole in permutations(first, 2):
        if part.is_listed and part.field and part.path[:-2] == whole.path and whole.home == "state":
            return _to_list(part, f"{whole.root}[{quoted(last_key(part.path))}]")
    label, value = next(iter(arguments(call.args)), ("", None))
    if target is None or len(call.args) != 2 or len(first) > 1 or not isinstance(value, str):
        return ""
    places = places_of(value, state)
    for key in target.thing if isinstance(target.thing, dict) else ():
        if len(places.get(Place("element", (*target.path, ("key", key))), ())) == 1:
            loops, thing = reach(target.path)
            source = f"next({thing}{loops} if {label} in {thing}[{quoted(key)}])[{quoted(key)}]"
            return _carried(label, source, f"{target.root}[{quoted(key)}]")
    return ""


def _swapped(call: Call, state: Json, first: list[Note]) -> str:
    """Swap two things, or two texts, of one list: `swap_stops(Oslo, Bergen)`."""
    given = list(arguments(call.args))
    if not intent.swaps(call) or len(given) != 2:
        return ""
    if len(first) == 2 and all(note.is_listed and note.path == first[0].path for note in first):
        path, pair = first[0].path[:-1], [note.root for note in first]
    else:
        found = [places_of(v, state) for _, v in given if isinstance(v, str)]
        places = [place for place in found[0] if place in found[-1]] if len(found) == 2 else []
        keys = [place for place in places if place.kind == "key"]
        if not first and len(keys) == 1:
            return _swapped_values(keys[0], given)
        if first or [place.kind for place in places] != ["element"]:
            return ""
        path, pair = places[0].path, [label for label, _ in given]
    loops, where = reach(path)
    if not first and path[-1:] == (("items", ""),) and "key" in {step for step, _ in path[-2:]}:
        return _swapped_in_rows(path[:-1], pair)
    if loops or (len(intent.words(call)) > 1 and not intent.names(call, last_key(path))):
        return ""
    one, other = (f"{where}.index({each})" for each in pair)
    return f"    i, j = {one}, {other}\n    {where}[i], {where}[j] = {where}[j], {where}[i]\n    return"


def _swapped_in_rows(path: Path, pair: list[str]) -> str:
    """Swap two texts in the rows of a grid: `swap_seats(Ada, Eva)`."""
    loops, where = reach(path)
    if loops:
        return ""
    other = f"    other = {{{pair[0]}: {pair[1]}, {pair[1]}: {pair[0]}}}\n"
    return f"{other}    {where} = [[other.get(item, item) for item in row] for row in {where}]\n    return"


def _swapped_values(place: Place, given: list[tuple[str, Json]]) -> str:
    """Swap what is under two names: `swap_actors(Captain, Witch)`."""
    loops, where = reach(place.path)
    one, other = (f"{where}[{label}]" for label, _ in given)
    return "" if loops else f"    {one}, {other} = {other}, {one}\n    return"


def _taken(label: str, text: str, state: Json, target: str) -> str:
    """Take a text out of the one list that has it, if that and the target have nothing in common."""
    places = places_of(text, state)
    held = {each.path: each for each in collections(state)}
    lists = [held[place.path] for place in places if place.kind == "element" and place.path in held]
    others = held[("key", target),].things
    if len(lists) != 1 or not others or any(thing in others for thing in lists[0].things):
        return ""
    loops, where = reach_list(lists[0].path)
    return f"    {f'next({where}{loops} if {label} in {where})' if loops else where}.remove({label})\n"


def _to_index(call: Call, thing: Note) -> str:
    """Move an element of a list to another index of it."""
    (start, _), (end, _) = arguments(call.args)
    items = reach(thing.path[:-1], thing.home)[1]
    is_index = thing.label == start and thing.is_listed and not thing.field
    return f"    {items}.insert({end}, {items}.pop({start}))\n" if is_index else ""


def _to_list(thing: Note, target: str, key: str = "") -> str:
    """Move a thing to a list, or to the list under a key beside its own."""
    loops, group = reach(thing.path[:-2], thing.home)
    taken = _out_of_list(thing, group if loops and key else "", target)
    return f"{taken}    {target or f'{group}[{key}]'}.append({thing.root})\n"


def _out_of_list(thing: Note, group: str = "", target: str = "") -> str:
    """Take a thing out of its list, and find that and the group that it is in, if there are several."""
    each, part = reach_list(thing.path[:-1], thing.home)
    name = part if part.isidentifier() or not each else last_key(thing.path)
    name = "source" if name == target else name
    names, found = (f"({part}, {group})", f"{name}, {group} = ") if group else (part, f"{name} = ")
    search = f"    {found}next({names}{each} if {thing.root} in {part})\n" if each else ""
    return f"{search}    {name}.remove({thing.root})\n"


def _key_beside(call: Call, state: Json, thing: Note) -> str:
    """Return the code of the last argument, if it is a key beside the list that a thing is in."""
    label, key = [("", None), *arguments(call.args)][-1]
    if not isinstance(key, str) or len(thing.path) < 2 or thing.home != "state":
        return ""
    return label if Place("key", thing.path[:-2]) in places_of(key, state) else ""


def _element(call: Call, source: Note, target: Note) -> str:
    """Move the text that a call names from list to list, or from that of one thing to that of another."""
    label, value = next(iter(arguments(call.args)), (source.label, source.label.strip('"')))
    if isinstance(source.thing, list) and isinstance(target.thing, list) and value in source.thing:
        return _carried(label, source.root, target.root)
    if not isinstance(source.thing, dict) or not isinstance(target.thing, dict):
        return ""
    for key, held in source.thing.items():
        if isinstance(held, list) and value in held and isinstance(target.thing.get(key), list):
            return _carried(label, f"{source.root}[{quoted(key)}]", f"{target.root}[{quoted(key)}]")
    return ""


def _to_names(scene: Scene) -> str:
    """Bring the name of a thing to a list of names, out of the one that it is in: `bring(Storm, river)`."""
    target = scene.first[-1]
    label, value = next(arguments(scene.call.args), ("", None))
    names = next((each for each in scene.collections if each.path == target.path), None)
    if names is None or not names.is_texts or not isinstance(value, str) or target.home != "state":
        return ""
    holders = places_of(value, scene.state).get(Place("element", target.path), [])
    if len(holders) > 1 or target.thing in holders:
        return ""
    loops, items = reach_list(target.path)
    source = f"next({items}{loops} if {label} in {items})" if loops else items
    return _carried(label, source, target.root) if holders else f"    {target.root}.append({label})\n"


def _carried(label: str, source: str, target: str) -> str:
    """Take a text out of one list, and put it into another."""
    return f"    {source}.remove({label})\n    {target}.append({label})\n"


def _field(call: Call, source: Note, target: Note) -> str:
    """Move what the call says of two things that both have it."""
    if not isinstance(source.thing, dict) or not isinstance(target.thing, dict):
        return ""
    for key, value in source.thing.items():
        if key in target.thing and isinstance(value, str | None) and intent.names(call, key):
            emptied = f"    {source.root}[{quoted(key)}] = None\n" if target.thing[key] is None else ""
            return f"    {target.root}[{quoted(key)}] = {source.root}[{quoted(key)}]\n{emptied}"
    return ""
