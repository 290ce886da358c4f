"""Notes in code for the model: where a call's arguments are, how to reach things, what a new one has. Pure.

What a small model gets wrong most: an id taken for an index, a key looked up at the wrong level, `222` where
the state holds `"222"`, a new thing that lacks a field. So `close_account(B2)` on
`{"accounts": [{"number": "B2", ...}]}` gets the note
`account = next(account for account in state["accounts"] if account["number"] == args[0])`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.occurrences import Holder, Occurrences, Place
from backendgpt.grounding.outline import (
    IDENTIFIES,
    Collection,
    Path,
    collections,
    quoted,
    reach,
    reach_list,
    singular,
)
from backendgpt.jsonvalue import Json

MOST = 4
"""Notes on what a call names that it gets at most."""

_DATE = re.compile(r"\d+[:./-][\d:./-]+")


def ground(call: Call, state: Json) -> list[str]:
    """Write all notes for a call: those of `locate`, then a few on what the call may need besides.

    Returns:
        Notes like `each card: for board in ...`, `a new card has "id" (max(...) + 1), "title"`.
    """
    located = locate(call, state)
    return [*located, *_outline(call, state, is_located=bool(located))]


def locate(call: Call, state: Json) -> list[str]:
    """Say where in the state is what the call's arguments, or the words of a sentence, name.

    Returns:
        Up to `MOST` notes like `room = state["rooms"][args[0]]`, `args[0] in state["users"]`.
    """
    notes = [note.text for notes in _located(call, state) for note in notes[:2]]
    return list(dict.fromkeys(notes))[:MOST]


def begin(call: Call, state: Json) -> str:
    """Write the first lines of a function that answers a call, as far as they are beyond doubt.

    They find the things that the call names, and open the new record that it asks for:
    `    todo = {"id": max(todo["id"] for todo in state["todos"]) + 1,`.
    """
    found = list(_located(call, state))
    record, opened = _opened(call, state, is_located=bool(found))
    first = [notes[0] for notes in found if notes[0].root and notes[0].root.rstrip("2") != record]
    if not opened and intent.wants_text(call) and not (call.is_sentence or intent.count(call)):
        opened = '    return "'
    return "".join(f"    {note.text}\n" for note in first[:MOST]) + opened


@dataclass(frozen=True)
class _Note:
    """A note, and the one thing that it leads to, if it does.

    Attributes:
        text: The note.
        root: The code for the thing.
        thing: The thing.
    """

    text: str
    root: str = ""
    thing: Json = None


def _located(call: Call, state: Json) -> Iterator[list[_Note]]:
    """Locate each argument: in the thing that the one before it named, or else anywhere."""
    given = list(arguments(call.args))
    if intent.method(call) in ("POST", "PUT", "PATCH"):  # what the body holds is new
        given = [pair for pair in given if type(pair[1]) in (str, int) and pair[0][-2] != '"']
    known = {value for _, value in given if isinstance(value, str) or type(value) is int}
    anywhere = Occurrences(state, known, text="" if given else call.text)
    scope, taken = _Note("", "state", state), list[str]()
    for label, value in [*given, *((quoted(name), name) for name in anywhere.named())]:
        if not isinstance(value, str) and type(value) is not int:
            continue
        name = _Name(label, value, call, taken)
        notes = name.notes(Occurrences(scope.thing, {value}), scope.root) if scope.text else []
        notes = notes or name.notes(anywhere, "state")
        if notes:
            yield notes
        scope = next((note for note in notes if note.thing), scope)


@dataclass(frozen=True)
class _Name:
    """A value that a call gives, and that may name something in the state.

    Attributes:
        label: The code for it.
        value: The value.
        call: The call.
        taken: The names that notes have given to things so far.
    """

    label: str
    value: str | int
    call: Call
    taken: list[str]

    def notes(self, found: Occurrences, root: str) -> list[_Note]:
        """Say where it is; a number that is no id may be an index.

        Args:
            found: Its places in a part of the state.
            root: The code for that part.
        """
        places = found.places.get(self.value, {})
        if places or isinstance(self.value, str):
            order = sorted(places, key=lambda place: not self._is_meant(place))
            order = [place for place in order if not _is_fact(place) and not self._is_date(place)]
            return [self._of_place(place, places[place], root) for place in order]
        may_be_index = self.label == "args[0]" or IDENTIFIES.search(self.label)
        for path, items in found.lists.items():
            if (may_be_index or (root != "state" and not path)) and 0 <= self.value < len(items):
                return [self._of_entry((*path, ("items", "")), items[self.value], root)]
        return []

    def _is_meant(self, place: Place) -> bool:
        """Tell whether the call's words name what the place is in: `add_win(O)` the "wins"."""
        words = set(map(singular, intent.words(self.call)))
        return any(step == "key" and singular(key) in words for step, key in place.path)

    def _is_date(self, place: Place) -> bool:
        """Tell whether the value is a date or a time: in a field by chance, as in `due_after(2024-06-02)`."""
        return place.kind == "field" and bool(_DATE.fullmatch(str(self.value)))

    def _is_condition(self, place: Place) -> bool:
        """Tell whether several things may meet what one meets now: `find_users(role=admin)`."""
        if intent.changes(self.call) or IDENTIFIES.fullmatch(place.field):
            return False
        if intent.method(self.call) and not self.label.endswith('"]'):
            return False  # GET /users/ada
        words = intent.words(self.call)
        return any(step == "key" and key in words and singular(key) != key for step, key in place.path)

    def _is_deleted(self, path: Path) -> bool:
        """Tell whether the call takes away what a name stands for in the object at a path."""
        about, key = intent.noun(self.call), next((key for step, key in reversed(path) if step == "key"), "")
        return intent.deletes(self.call) and len(self.call.args) == 1 and about in ("", singular(key))

    def _of_entry(self, path: Path, thing: Json, root: str) -> _Note:
        """Note what it names as a key or an index."""
        holder = reach(path[:-1], root)[1]
        is_deleted = path[-1][0] == "values" and self._is_deleted(path[:-1])
        code = f"{holder}.pop({self.label})" if is_deleted else f"{holder}[{self.label}]"
        if isinstance(thing, list | dict):
            name = (reach if isinstance(thing, dict) else reach_list)(path, root)[1]
            return self._assigned(name, code, thing)
        return _Note(f"{self.label}: {code}")

    def _of_place(self, place: Place, holders: list[Holder], root: str) -> _Note:
        loops, holder = (reach_list if place.kind == "element" else reach)(place.path, root)
        first = holders[0]
        if place.kind == "key" and not loops and isinstance(first, dict):
            return self._of_entry((*place.path, ("values", "")), first[str(self.value)], root)
        left = f"{holder}[{quoted(place.field)}] ==" if place.kind == "field" else ""
        test = f"{left} {self.label}" if left else f"{self.label} in {holder}"
        if not loops:
            return _Note(test)
        if place.kind == "key" and len(holders) > 1:  # as each has it, it is a field
            return _Note(f"{self.label}: [{holder}[{self.label}]{loops}]")
        thing = holder.partition("[")[0]  # `message` of `message["likes"]`
        if left and len(holders) == 1 and thing == holder and not self._is_condition(place):
            return self._assigned(thing, f"next({thing}{loops} if {test})", first)
        return _Note(f"{self.label}: [{thing}{loops} if {test}]")

    def _assigned(self, name: str, code: str, thing: Json) -> _Note:
        """Note code that finds one thing, under a name of its own."""
        while name in self.taken:
            name += "2"
        self.taken.append(name)
        return _Note(f"{name} = {code}", name, thing)


def _is_fact(place: Place) -> bool:
    """Tell whether a place is a field of the state itself, or of the thing in view: that names nothing."""
    return place.kind == "field" and all(step == "key" for step, _ in place.path)


def _outline(call: Call, state: Json, *, is_located: bool) -> Iterator[str]:
    """Write how to go through what lies deep, what something new has, and what is to be made up."""
    held = collections(state)
    if not is_located:
        deep = [c for c in held if c.named or c.is_deep]
        yield from map(_each, ([c for c in deep if c.fields] or deep)[:2])
    if intent.adds(call):
        count = intent.count(call)
        others = {singular(c.name) for c in held if not c.fields}  # `add_to_favourites(x)`: a list of names
        records = [c for c in held if c.fields and intent.noun(call) not in others]
        targets = _added_to(call, records, is_located=is_located)
        yield from (_new(target, _body(call)[1], " + i" if count else "") for target in targets)
        if count:
            yield f"{count} different ones, made up, none there yet, with real names"
        elif targets and not call.args and not intent.wants_text(call):
            yield "args is empty: its values are made up"
    if intent.wants_text(call):
        yield "the text is made up"


def _opened(call: Call, state: Json, *, is_located: bool) -> tuple[str, str]:
    """Write the beginning of the one new record that a call asks for, where that is plain.

    Returns:
        The record's name and the code, both empty where it is not plain.
    """
    if not intent.adds(call) or intent.count(call) or intent.is_plural(call):
        return "", ""
    thing = intent.noun(call)
    held = _meant(call, thing, collections(state), is_located=is_located)
    thing = thing or (singular(held.name) if held else "")
    if held is None or not thing.isidentifier():
        return "", ""
    name = _key(call, held) if held.named else thing
    return (thing, f"    {name} = {_first_fields(call, held)}") if name else ("", "")


def _meant(call: Call, thing: str, held: list[Collection], *, is_located: bool) -> Collection | None:
    """Return the collection that a new thing belongs to: the one of its name, or the only one at the top."""
    for each in held:
        is_here = each.is_deep or not (is_located and intent.method(call))
        if each.fields and singular(each.name) == thing and is_here:
            return each
    body = _body(call)[1]
    if len(body) > 1 and (found := [each for each in held if body.keys() <= set(each.fields)]):
        return found[0]
    top = [each for each in held if not each.is_deep]
    is_part = any(thing in (singular(each.name), *map(singular, each.fields)) for each in held)
    if is_located or is_part or intent.is_vague(call) or len(top) != 1 or top[0].named or not top[0].fields:
        return None
    return top[0]


def _key(call: Call, held: Collection) -> str:
    """Write the code for the place of a new thing that has a name, if the call gives that first."""
    given = next(arguments(call.args), ("", None))
    is_name = isinstance(given[1], str) and (isinstance(call.args, list) or given[0] == 'args["name"]')
    return f"{reach(held.path)[1]}[{given[0]}]" if is_name and not held.is_deep else ""


def _first_fields(call: Call, held: Collection) -> str:
    """Write a new record as far as it can be known, up to the key of the next field."""
    where, body = _body(call)
    known = [
        f"{quoted(key)}: {code}" for key in held.fields[:1] if key not in body and (code := _next(held, key))
    ]
    rest = held.fields[len(known) :]
    if body and not held.named and body.keys() <= set(held.fields):
        known.append(f"**{where}")
        rest = [key for key in rest if key not in body]
    ending = f"{quoted(rest[0])}:" if rest else ""
    return "{" + ", ".join([*known, ending] if ending else known) + ("" if ending else "}\n")


def _body(call: Call) -> tuple[str, dict[str, Json]]:
    """Return the fields that a call gives, and the code for them."""
    if isinstance(call.args, dict):
        return "args", call.args
    last = call.args[-1] if call.args else None
    return (f"args[{len(call.args) - 1}]", last) if isinstance(last, dict) else ("", {})


def _added_to(call: Call, records: list[Collection], *, is_located: bool) -> list[Collection]:
    """Return the collections that a call may add to: the one that it names, or all if they are few."""
    asked = [singular(word) for word in intent.words(call)]
    if intent.method(call):
        asked.reverse()  # POST /rooms/7/messages adds a message
    named = {singular(c.name): c for c in records if c.is_deep or not (is_located and intent.method(call))}
    for word in asked:
        if word in named:
            return [named[word]]
    if isinstance(call.args, dict) and len(call.args) > 1:
        return [c for c in records if call.args.keys() <= set(c.fields)][:1]
    rest = [c for c in records if c.is_deep or not is_located]
    return rest if len(rest) <= 2 and not intent.is_vague(call) else []


def _each(held: Collection) -> str:
    loops, thing = reach(held.inside)
    head, _, last = loops.rpartition(" for ")
    if held.named:
        last = f"name, {last.removesuffix('.values()')}.items()"
    return f"each {thing}:{head} for {last}"


def _new(held: Collection, given: Container[str], step: str) -> str:
    thing = reach(held.inside)[1]
    codes = {key: _next(held, key) for key in held.fields if key not in given}
    keys = [f"{quoted(k)} ({codes[k]}{step})" if codes.get(k) else quoted(k) for k in held.fields]
    where = reach(held.path)[1]
    place = "" if held.is_deep else f", {where}[its name]," if held.named else f", {where}.append({thing}),"
    return f"a new {thing}{place} has {', '.join(keys)}"


def _next(held: Collection, key: str) -> str:
    """Write the code for the next value of a field that counts; nothing for any other."""
    prefix = held.counted(key)
    if prefix is None:
        return ""
    loops, thing = reach(held.inside)
    value = f"{thing}[{quoted(key)}]"
    if not prefix:
        return f"max({value}{loops}) + 1"
    return f"{quoted(prefix)} + str(max(int({value}[{len(prefix)}:]){loops}) + 1)"
