"""Where the state has what a call names, as code: its arguments, or the names in a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import DATE
from backendgpt.grounding.fit import arguments, name_of
from backendgpt.grounding.forms import kinds_in
from backendgpt.grounding.given import naming, records
from backendgpt.grounding.occurrences import Holder, Occurrences, Place
from backendgpt.grounding.outline import (
    IDENTIFIES,
    ORDINALS,
    SORTS,
    TAKEN,
    Path,
    identifies,
    last_key,
    quoted,
    reach,
    reach_list,
    reach_named,
    singular,
)
from backendgpt.grounding.spelling import names_first
from backendgpt.grounding.spoken import numbers, parts, spoken, text
from backendgpt.jsonvalue import Json

_PLACES = {"col", "room", "row", "seat", "table"}
"""What tells things from others, or is the same for several of them."""
_NOUN = 3  # letters; `to`, `by` and `in` are none


@dataclass(frozen=True)
class Note:
    """A note, and the one thing that it leads to, if it does.

    Attributes:
        text: The note.
        root: The code for the thing.
        thing: The thing.
        label: The code for the argument or the name that it was found by.
        home, path: The code for where the search began, and the path from there.
        field: The field that tells it from others, if one does.
        number: The code for it, where it is a number under a name and no thing.
        those: The loops and the test for the things it leads to, where these are several.
        things: These.
    """

    text: str
    root: str = ""
    thing: Json = None
    label: str = ""
    home: str = "state"
    path: Path = ()
    field: str = ""
    number: str = ""
    those: str = ""
    things: Sequence[Json] = ()

    @property
    def is_listed(self) -> bool:
        """Whether it is an element of a list."""
        return self.path[-1:] == (("items", ""),)


def located(call: Call, state: Json) -> list[list[Note]]:
    """Locate each argument, or where a call has none, the names in its words.

    Returns:
        For each the places that it may have, the likeliest first. What says of the same things that they meet
        a test is one: "free" and "washer" in `free_washers()`.
    """
    found = list(_located(call, state))
    if len(found) != 2 or intent.changes(call):
        return found
    (one, *_), (other, *_) = found
    if not one.those or not other.those or one.path != other.path or " if " not in other.those:
        return found
    (label, _, code), test = one.text.partition(": "), other.those.partition(" if ")[2]
    if test.partition(" == ")[0] in one.those:
        return found  # "cats or dogs"
    text = f"{label}, {other.text.partition(': ')[0]}: {code[:-1]} and {test}{code[-1]}"
    things = [thing for thing in one.things if any(thing is another for another in other.things)]
    return [[replace(one, text=text, those=f"{one.those} and {test}", things=things)]]


def _located(call: Call, state: Json) -> Iterator[list[Note]]:
    """Locate each: in the thing that the one before it named, or else anywhere."""
    given = naming(call, state)
    if given:
        first = given[0][1]
        may_be_part = isinstance(first, str) and names_first(call) and not intent.changes(call)
        anywhere = Occurrences(state, {v for _, v in given}, partly=[str(first)] if may_be_part else [])
    else:
        anywhere = Occurrences(state, numbers(call), text(call), parts(call))
    scopes, taken, new = list[Note](), list[str](), records(call, state, least=1)
    for label, value in given or spoken(call, anywhere):
        scope = scopes[0] if scopes else Note("")
        name = _Name(label, value, call, taken, scope, anywhere.shared, new)
        inside = (name.notes(Occurrences(scope.thing, {value}), scope.root) for scope in scopes)
        if notes := next(filter(None, inside), []) or name.notes(anywhere, "state"):
            yield notes
        scopes[:0] = [note for note in notes if note.thing][:1]


def _outer(place: Place) -> Path:
    """Return the path of the things that have what lies at a place in a list of theirs; else no path."""
    steps = [i for i, (step, _) in enumerate(place.path) if step != "key"]
    if place.kind == "element" and place.path[-1:] and place.path[-1][0] == "key" and steps:
        return place.path[: steps[-1] + 1]
    return place.path[: steps[-2] + 1] if place.kind == "field" and len(steps) > 1 else ()


def _maps_with(value: str | int, state: Json) -> list[str]:
    """Return the keys of a state that has this text under some name there: {"seats": {"A1": "Ann"}}."""
    facts = state.items() if isinstance(state, dict) else ()
    maps = [(key, held) for key, held in facts if isinstance(held, dict)]
    texts = [(key, held) for key, held in maps if kinds_in(held) <= {"", "text"}]
    return [key for key, held in texts if singular(key) != key and value in held.values()]


@dataclass(frozen=True)
class _Name:
    """A value that a call gives, and that may name something in the state.

    Attributes:
        label: The code for it.
        value: The value.
        call: The call.
        taken: The names that notes have given to things so far.
        scope: The thing that the argument before named, if one did.
        shared: The fields that have the same text in several things.
        new: The paths of those things of which the call gives a new one.
    """

    label: str
    value: str | int
    call: Call
    taken: list[str]
    scope: Note
    shared: set[Place]
    new: set[Path]

    def notes(self, found: Occurrences, root: str) -> list[Note]:
        """Say where it is; a number that is no id may be an index.

        Args:
            found: Its places in a part of the state.
            root: The code for that part.
        """
        places = found.places.get(self.value, {})
        if places:
            order = [place for place in places if self._is_name(place)]
            order = [place for place in order if self._is_spoken_of(place.path)] or order
            order.sort(key=lambda place: not self._is_asked_for(place))
            if order or intent.adds(self.call):
                return [self._of_place(place, places[place], root) for place in order]
            return [self._of_names(key, root) for key in _maps_with(self.value, found.state)]
        if isinstance(self.value, str):
            parts = found.parts.get(self.value, {})
            return [note for place in parts if (note := self._of_part(place, parts[place], root))]
        by_row = "row" in intent.words(self.call)
        is_named = by_row or bool(IDENTIFIES.search(self.label))
        may_be_index = self.label == "args[0]" or self.label.isdecimal() or is_named
        for path, items in sorted(found.lists.items(), key=lambda held: not self._is_spoken_of(held[0])):
            is_row = any(isinstance(item, list) for item in items[:1])
            if is_row and len(self.call.args) == 1 and not self._is_spoken_of(path) and not is_named:
                continue  # `move_forward(2)` is about no row 2
            if by_row and not is_row and root == "state":
                continue
            if (may_be_index or (root != "state" and not path)) and 0 <= self.value < len(items):
                return [self._of_entry((*path, ("items", "")), items[self.value], root)]
        return []

    @property
    def is_spoken(self) -> bool:
        """Whether it stands in the call's words, and is no argument."""
        return self.label.startswith('"')

    def _is_spoken_of(self, path: Path) -> bool:
        """Tell whether the call's words name what is at a path: `add_win(O)` the "wins"."""
        return any(step == "key" and intent.names(self.call, key) for step, key in path)

    def _is_asked_for(self, place: Place) -> bool:
        """Tell whether a call asks for the things that have the value: `get_users_with_role(editor)`."""
        is_of = place.kind == "field" and intent.noun(self.call) == singular(last_key(place.path)).lower()
        return is_of and intent.asks(self.call) and intent.is_plural(self.call)

    def _is_name(self, place: Place) -> bool:
        """Tell whether the value names what it is found in, and is not there by chance.

        A date is, in a field: `due_after(2024-06-02)`. So is what a field of the thing in view gets:
        `update_todo(2, priority=low)`, and what a field of the state itself has.
        """
        if type(self.value) is int and len(self.call.args) == 1 and intent.sets(self.call):
            about = intent.noun(self.call)  # `set_price(5)` is about no bike 5
            return about in ("", singular(last_key(place.path)))
        if place.kind != "field":
            is_number = place.kind == "element" and type(self.value) is int
            is_more = bool(intent.sign(self.call)) and not intent.deletes(self.call)
            return not (is_number and (is_more or name_of(self.label) in ORDINALS))  # no score of `hole=2`
        if place.path in self.new or (intent.adds(self.call) and place.field in SORTS):
            return False  # `add_visit(pet=Rex, day=2)` is about no visit of Rex that is there
        is_fact = all(step == "key" for step, _ in place.path)
        is_field = isinstance(self.scope.thing, dict) and place.field in self.scope.thing
        is_its_own = self.label.endswith(f"[{quoted(place.field)}]") or intent.sets(self.call)
        is_another = intent.changes(self.call) and self.scope.field not in ("", place.field)
        is_new = is_field and (is_its_own or is_another)
        is_date = DATE.fullmatch(str(self.value)) and not identifies(place.field, last_key(place.path))
        return not (is_fact or is_new or is_date)

    def _is_condition(self, place: Place) -> bool:
        """Tell whether several things may meet what one meets now: `find_users(role=admin)`."""
        about = last_key(place.path)
        if (
            {"all", "every", "each"} & set(intent.words(self.call))
            and about
            and intent.names(self.call, about)
        ):
            return True
        is_several = intent.asks(self.call) and intent.is_plural(self.call)
        if is_several and name_of(self.label) == place.field in _PLACES:
            return True  # `find_plants(room=office)`
        if intent.changes(self.call) or identifies(place.field, last_key(place.path)):
            return False
        if intent.method(self.call) and not self.label.endswith('"]'):
            return False  # GET /users/ada
        words = intent.words(self.call)
        before = words[: words.index("by")] if "by" in words else []
        if any(singular(word) != word for word in before) and intent.names(self.call, place.field):
            return True  # `books_by_author(Austen)`, but `find_by_email(x)`
        return any(step == "key" and key in words and singular(key) != key for step, key in place.path)

    def _is_deleted(self, path: Path) -> bool:
        """Tell whether the call takes away what a name stands for in the object at a path."""
        is_about = not intent.noun(self.call) or intent.names(self.call, last_key(path))
        return intent.deletes(self.call) and len(self.call.args) == 1 and is_about

    def _of_entry(self, path: Path, thing: Json, root: str) -> Note:
        """Note what it names as a key or an index."""
        holder = reach(path[:-1], root)[1]
        is_key = path[-1][0] == "values"
        has_name = isinstance(thing, dict) and "name" in thing
        if is_key and not has_name and intent.renames(self.call) and len(self.call.args) == 2:
            return self._renamed(holder, thing)
        is_deleted = is_key and self._is_deleted(path[:-1])
        code = f"{holder}.pop({self.label})" if is_deleted else f"{holder}[{self.label}]"
        if isinstance(thing, list | dict):
            name = (reach if isinstance(thing, dict) else reach_list)(path, root)[1]
            return self._assigned(name, code, thing, root, path)
        is_number = type(thing) in (int, float) and not is_deleted
        number = code if is_number else ""
        return Note(f"{self.label}: {code}", label=self.label, path=path, number=number)

    def _of_place(self, place: Place, holders: list[Holder], root: str) -> Note:
        loops, holder = (reach_list if place.kind == "element" else reach)(place.path, root)
        first = holders[0]
        if place.kind == "key" and not loops and isinstance(first, dict):
            return self._of_entry((*place.path, ("values", "")), first[str(self.value)], root)
        left = f"{holder}[{quoted(place.field)}] ==" if place.kind == "field" else ""
        test = f"{left} {self.label}" if left else f"{self.label} in {holder}"
        if not loops:
            return Note(test)
        if place.kind == "key" and len(holders) > 1:  # as each has it, it is a field
            return Note(f"{self.label}: [{holder}[{self.label}]{loops}]")
        thing = holder.partition("[")[0]  # `message` of `message["likes"]`
        is_record = bool(left) and thing == holder
        is_entry = place.kind == "element" and place.path[-1:] == (("values", ""),)
        is_mark = self.is_spoken and place in self.shared  # "open" in `count_open_tickets()`
        is_one = is_record and len(holders) == 1 and not is_mark and not self._is_condition(place)
        is_one = is_one or (is_entry and len(holders) == 1)
        if len(holders) == 1 and self._is_place_of(place):
            return self._place_of(test, place, root)
        is_under_name = is_entry or (is_record and place.path[-1][0] == "values")
        if is_under_name and not (intent.changes(self.call) or intent.method(self.call)):
            return self._under_name(test, place, holders, root, is_one=is_one)
        return self._of_test(test, place, holders, root, is_one=is_one)

    def _under_name(self, test: str, place: Place, holders: list[Holder], root: str, *, is_one: bool) -> Note:
        """Note what meets a test with the name that it is under: that may be the answer.

        What has a value is `name, room`; the list that a text is in is `voice, texts`.
        """
        loops, thing = reach_named(place.path, root)
        if not is_one or thing in self.taken:
            those = f"{loops} if {test}"
            made = f"{self.label}: {{name: {thing}{those}}}"
            return Note(made, path=place.path, those=those, things=holders)
        self.taken.append(thing)
        name, held = "name", thing
        if place.kind == "element":
            name, held, test = thing, "texts", f"{self.label} in texts"
            loops = loops.replace(f" for name, {thing} in ", f" for {name}, {held} in ")
        code = f"{name}, {held} = next(({name}, {held}){loops} if {test})"
        return Note(code, held, holders[0], self.label)

    def _is_place_of(self, place: Place) -> bool:
        """Tell whether the call asks for what a thing is in, by its name or by "where": `where_is(milk)`."""
        outer = _outer(place)
        is_asked = bool({"where", singular(last_key(outer))} & set(intent.words(self.call)))
        return bool(outer) and is_asked and not (intent.changes(self.call) or intent.method(self.call))

    def _place_of(self, test: str, place: Place, root: str) -> Note:
        """Note what a thing is in."""
        outer = _outer(place)
        loops, thing = (reach_named if outer[-1][0] == "values" else reach)(outer, root)
        rest, part = reach(place.path, root)
        within = rest.removeprefix(reach(outer, root)[0])
        if place.kind == "field" and place.path[:-1] == outer:
            thing = part  # of a list, what is in it tells more: "when and where does it play?"
        names = f"name, {thing}" if outer[-1][0] == "values" else thing
        found = f"({names})" if "," in names else names
        self.taken.append(thing)
        return Note(f"{names} = next({found}{loops}{within} if {test})", thing, label=self.label)

    def _of_names(self, key: str, root: str) -> Note:
        """Note the names that a text stands under: the seats of a passenger."""
        test = f"for name, item in {root}[{quoted(key)}].items() if item == {self.label}"
        return Note(f"{self.label}: [name {test}]")

    def _of_part(self, place: Place, holders: list[Holder], root: str) -> Note | None:
        """Note what has a text with the value in it: `find(milk)` means the todo "Buy milk"."""
        loops, holder = reach(place.path, root)
        thing = holder.partition("[")[0]
        if not loops or thing != holder:
            return None
        label = self.label if self.is_spoken else f"{self.label}.lower()"
        test = f"{label} in {holder}[{quoted(place.field)}].lower()"
        is_wanted = self.is_spoken or intent.wants_one(self.call, last_key(place.path))
        is_one = len(holders) == 1 and is_wanted and (self.call.is_sentence or bool(self.call.args))
        return self._of_test(test, place, holders, root, is_one=is_one)

    def _of_test(self, test: str, place: Place, holders: list[Holder], root: str, *, is_one: bool) -> Note:
        """Note the one thing that meets a test, or all that do."""
        loops, holder = (reach_list if place.kind == "element" else reach)(place.path, root)
        thing = holder.partition("[")[0]
        if is_one:
            code = f"next({thing}{loops} if {test})"
            return self._assigned(thing, code, holders[0], root, place.path, place.field)
        those = f"{loops} if {test}"
        return Note(f"{self.label}: [{thing}{those}]", path=place.path, those=those, things=holders)

    def _renamed(self, holder: str, thing: Json) -> Note:
        """Note how a thing that is under a name comes under another one."""
        others = [label for label, _ in arguments(self.call.args) if label != self.label]
        code = f"{holder}[{others[0]}]"
        return Note(f"{code} = {holder}.pop({self.label})", code, thing, self.label)

    def _assigned(self, name: str, code: str, thing: Json, home: str, path: Path, field: str = "") -> Note:
        """Note code that finds one thing, under a name of its own."""
        name = self._role(name, thing)
        while name in self.taken:
            name += "2"
        self.taken.append(name)
        return Note(f"{name} = {code}", name, thing, self.label, home, path, field)

    def _role(self, name: str, thing: Json) -> str:
        """Return what the call calls a thing: `winner` in `record(winner=Ants)`, or `from_room`."""
        key = name_of(self.label)
        is_field = IDENTIFIES.fullmatch(key) or (isinstance(thing, dict) and key in thing)
        if is_field or not self.label.endswith('"]') or not key.isidentifier():
            return name
        return f"{key}_{name}" if key in TAKEN or len(key) < _NOUN else key
