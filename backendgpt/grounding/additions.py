"""What a call that adds something needs: the collection it belongs to, and what a new thing has. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fields import first_fields, name_beside, next_number, next_value
from backendgpt.grounding.fit import arguments, body
from backendgpt.grounding.forms import are_texts
from backendgpt.grounding.given import completed, is_count, records
from backendgpt.grounding.located import Note
from backendgpt.grounding.marks import describes
from backendgpt.grounding.outline import Collection, is_free, last_key, quoted, reach, singular
from backendgpt.grounding.scene import Scene
from backendgpt.grounding.texts import list_for_one, list_for_several, named_texts
from backendgpt.jsonvalue import Json

_PRECISE = ({float}, {int, float})
"""What kinds of numbers a thing has that costs or measures something."""


_GROUPS = """
    album board box category class column drawer folder group list playlist section shelf stage tag team topic
""".split()  # noqa: SIM905
"""What things are in: a new one has none yet."""
_TITLED = {"album", "article", "book", "film", "movie", "post", "song"}
"""What has a title and no name."""


def adds(scene: Scene) -> bool:
    """Tell whether a call asks for something new: by its verb, or by the fields that it gives.

    `book_gig(date=2024-09-14, city=Utrecht)` asks for a gig where gigs have a date and a city. If lifts can
    be open, neither `open_lift(Eagle)` nor `open_lifts()` asks for a lift.

    Args:
        scene: The call with the state in view.
    """
    call, held, found = scene.call, scene.collections, scene.likeliest
    if proposes(call, held):
        return True
    about = intent.noun(call)
    things = [note for note in found[:1] if note.root or note.those]
    is_there = any(about == singular(last_key(note.path)) for note in things)
    if completed(call, held):
        return True
    is_measure = intent.amount(call) > intent.count(call)  # "make it two degrees warmer"
    if (intent.is_vague(call) and (is_there or is_measure)) or describes(call, held):
        return False
    if intent.adds(call) or found or intent.method(call) or intent.asks(call) or intent.sets(call):
        return intent.adds(call)
    given = body(call)[1]
    meant = [each for each in held if each.fields and singular(each.name) == about]
    return len(given) > 1 and any(given.keys() <= set(each.fields) for each in meant)


def doubled(scene: Scene) -> str:
    """Write the lines that make another one of the thing in a list that a call names: `duplicate_todo(3)`."""
    call, found = scene.call, scene.first
    if not intent.doubles(call) or len(found) != 1 or len(call.args) != 1 or not found[0].is_listed:
        return ""
    note = found[0]
    each = next((each for each in scene.siblings(note) if not each.is_deep), None)
    if each is None or note.home != "state":
        return ""
    number = [f"{quoted(key)}: {code}" for key in each.fields if (code := next_value(each, key))]
    copy = f"    copy = {{{', '.join([f'**{note.root}', *number])}}}\n"
    return f"{copy}    {reach(each.path)[1]}.append(copy)\n    return"


def proposes(call: Call, held: list[Collection]) -> bool:
    """Tell whether a call gives what its verb would have somebody write: `suggest_book(Emma, by=Pete)`."""
    given = body(call)[1]
    least = 1 if len(given) > 1 else len(given)
    is_record = any(len(given.keys() & set(each.fields)) >= least for each in held)
    return intent.wants_text(call) and bool(given) and is_record


def new_things(scene: Scene) -> Iterator[str]:
    """Say what the new things that a call asks for have, and which of that is to be made up.

    Args:
        scene: The call with the state in view.
    """
    call, state, held, found = scene.call, scene.state, scene.collections, scene.likeliest
    count, labels = intent.count(call), {label for label, _ in arguments(call.args)}
    yield from (f"a new {singular(each.name)} is a bare text" for each in named_texts(call, held))
    yield from (f"{note.root} has bare texts" for note in found[:1] if are_texts(note.thing))
    counter = None if found else _counter(call, state)
    if counter:
        yield f"a new {intent.noun(call)}: {counter[0]}[its name] = {counter[1]}"
    targets = [] if counter else _added_to(call, _records(call, held), is_located=bool(found))
    yield from (_new(target, body(call)[1], _next_name(call, target), is_one=not count) for target in targets)
    yield from (mark for target in targets for mark in _marks(call, target))
    if count:
        yield f"{count} different ones, made up, none there yet, with real names"
    elif targets and not call.args and not intent.wants_text(call):
        yield "args is empty: its values are made up"
    elif labels and labels <= {note.label for note in found}:
        yield "what is new is made up: args has no more"


def _marks(call: Call, held: Collection) -> Iterator[str]:
    """Say which fields have a value that the call speaks of: "category" in `add_two_travel_expenses()`."""
    said = set(intent.words(call)) - set(intent.split(held.name))
    for key in held.fields:
        texts = {value: intent.split(value) for value in held.values(key) if isinstance(value, str)}
        yield from (
            f"{quoted(key)} is {quoted(v)}" for v, words in texts.items() if words and said.issuperset(words)
        )


def _counter(call: Call, state: Json) -> tuple[str, str] | None:
    """Return the object of numbers or marks that a call adds a name to, and what a new one there has.

    `add_option(ramen)` to `{"options": {"pizza": 3, "sushi": 5}}`: the code `state["options"]`, and 0.
    """
    is_record = isinstance(call.args, dict) and len(call.args) > 2
    for key, value in state.items() if isinstance(state, dict) and not is_record else ():
        kinds = {type(item) for item in value.values()} if isinstance(value, dict) else set()
        is_meant = singular(key) != key and singular(key).lower() == intent.noun(call)
        if not is_meant and ("to", key) not in pairwise(intent.words(call)):
            continue
        given = isinstance(call.args, list) and len(call.args) > 1
        made_up = "a made-up number" if intent.count(call) else "0"
        is_list = kinds == {list} and intent.noun(call) in _GROUPS and len(call.args) == 1
        new = (
            "[]"
            if is_list
            else "0"
            if kinds == {int}
            else "False"
            if kinds == {bool}
            else made_up
            if kinds in _PRECISE
            else ""
        )
        return (f"state[{quoted(key)}]", "args[1]" if given else new) if new else None
    return None


def opened(scene: Scene) -> tuple[str, str]:
    """Write the beginning of the one new thing that a call asks for, where that is plain.

    Args:
        scene: The call with the state in view.

    Returns:
        The thing's name and the code, both empty where it is not plain.
    """
    call, state, held, found = scene.call, scene.state, scene.collections, scene.likeliest
    is_located = bool(found)
    if intent.count(call):
        return "", _several(scene)
    if line := _appended(call, found):
        return "", line
    label, given = next(arguments(call.args), ("", None))
    is_text = isinstance(given, str) and len(call.args) == 1 and not found
    if is_text and (where := list_for_one(scene)):
        return "", f"    {where}.append({label})\n    return"
    thing = intent.noun(call)
    maps = [key for key, v in state.items() if isinstance(v, dict)] if isinstance(state, dict) else []
    is_first = not held and thing not in map(singular, maps)
    if is_first and (record := _first_record(call)) and is_free(thing):
        return thing, f"    {thing} = {record}"
    if is_count(call) or (intent.is_plural(call) and not records(call, state)):
        return "", ""
    if (counter := _counter(call, state)) and isinstance(given, str) and not is_located:
        return thing, f"    {counter[0]}[{label}] = {counter[1]}\n"
    target = _meant(call, thing, held, is_located=is_located)
    thing = thing if is_free(thing) else singular(target.name) if target and target.path else "item"
    if target is None or not is_free(thing):
        return "", ""
    number = _next_name(call, target)
    name = thing if number or not target.named else _key(call, target)
    if not name:
        return "", ""
    record = f"{_tick(state, target, 1)}    {name} = {first_fields(call, target, found)}"
    is_all = intent.method(call) == "POST" or intent.is_short(call)
    is_whole = record.endswith("}\n") and is_all and not (target.is_deep or any(note.root for note in found))
    if is_whole:
        where = reach(target.path)[1]
        put = f"{where}[{number}] = {name}" if number else f"{where}.append({name})"
        return thing, record + (f"    {put}\n    return" if name == thing else "    return")
    return thing, record.removesuffix("}\n")  # what is to be done with it, the model has still to say


def _first_record(call: Call) -> str:
    """Begin the first thing of all, a record: with its name, and what the call gives by name."""
    where, given = body(call)
    if isinstance(call.args, dict):
        number = '"id": 1, ' if intent.method(call) and "id" not in given else ""
        return f"{{{number}**args" if len(given) > 1 else ""
    key = "title" if intent.noun(call) in _TITLED else "name"
    is_named = len(call.args) > 1 and isinstance(call.args[0], str) and key not in given
    if not is_named or intent.method(call) or (given and len(call.args) > 2):
        return ""
    return f"{{{quoted(key)}: args[0], **{where}}}\n" if given else '{"'


def _appended(call: Call, found: list[Note]) -> str:
    """Write the line that puts something into a list that a call names: `add_singer(Ada, bass)`.

    The list may be a field of the thing that it names: `add_tag(3, new)` adds to its "tags".
    """
    given = list(arguments(call.args))
    new = [(label, value) for label, value in given if label != found[0].label] if found else []
    if not found or len(new) != 1 or len(given) != 2 or intent.is_vague(call):
        return ""
    if len(found) > 1 and (isinstance(found[1].thing, dict) or not isinstance(found[0].thing, dict | list)):
        return ""
    items, where, (label, value) = found[0].thing, found[0].root, new[0]
    if isinstance(items, dict):
        key = next((key for key in items if singular(key) == intent.noun(call) != key), "")
        items, where = items.get(key), f"{where}[{quoted(key)}]"
    is_like = isinstance(items, list) and {type(item) for item in items} <= {type(value)}
    is_plain = is_like and not isinstance(value, list | dict)
    return f"    {where}.append({label})\n    return" if is_plain else ""


def _several(scene: Scene) -> str:
    """Write the beginning of several new things: the first one's number, and their names to be made up."""
    call, state, held, found = scene.call, scene.state, scene.collections, scene.likeliest
    if where := list_for_several(scene):
        return f'    {where}.extend(["'
    if counter := _counter(call, state):
        return f'    {counter[0]}.update({{"'
    targets = [each for each in held if each.fields and found and each.path == found[0].path]
    targets = targets or _added_to(call, _records(call, held), is_located=bool(found))
    if len(targets) != 1 or not (targets[0].named or any(map(targets[0].is_text, targets[0].fields))):
        return ""
    if targets[0].named:
        return '    new = {}\n    names = ["'
    numbers = [f"    first = {code}\n" for key in targets[0].fields if (code := next_number(targets[0], key))]
    return "".join(numbers[:1]) + _tick(state, targets[0], intent.count(call)) + '    names = ["'


def _tick(state: Json, held: Collection, count: int) -> str:
    """Advance the number that the state keeps for the next thing of a collection, as `next_id` does."""
    if not isinstance(state, dict):
        return ""
    for field in held.fields:
        values = held.values(field)
        numbers = [value for value in values if type(value) is int]
        for key in (f"next_{field}", f"next{field.title()}") if numbers == values else ():
            if state.get(key) == max(numbers) + 1:
                return f"    state[{quoted(key)}] += {count}\n"
    return ""


def _records(call: Call, held: list[Collection]) -> list[Collection]:
    """Return the collections of objects, unless the call is about a list of names: `add_to_favourites(x)`.

    If all that it gives is a text, and there are lists of texts, it has to say which objects it is about.
    """
    others = {singular(each.name) for each in held if not each.fields}
    records = [each for each in held if each.fields and intent.noun(call) not in others]
    given = [value for _, value in arguments(call.args)]
    if len(given) == 1 and isinstance(given[0], str) and any(c.is_texts and not c.is_deep for c in held):
        return [each for each in records if intent.names(call, each.name)]
    return records


def _meant(call: Call, thing: str, held: list[Collection], *, is_located: bool) -> Collection | None:
    """Return the collection that a new thing belongs to: the one of its name, or the only one at the top."""
    for each in held:
        is_here = each.is_deep or not (is_located and intent.method(call))
        if each.fields and (singular(each.name) == thing or intent.is_about(call, each.name)) and is_here:
            return each
    given = body(call)[1]
    if len(given) > intent.adds(call) and (
        found := [each for each in held if given.keys() - _its_name(each) <= set(each.fields)]
    ):
        return found[0]
    top = [each for each in held if not each.is_deep]
    is_part = any(thing in (singular(each.name), *map(singular, each.fields)) for each in held)
    is_other = is_located or is_part or len(top) != 1 or not top[0].fields
    if is_other or (given and not given.keys() & set(top[0].fields)):
        return None
    if intent.is_vague(call) and len(call.args) < max(2, len(top[0].fields)):
        return None
    return None if top[0].named and top[0].path else top[0]


def _its_name(held: Collection) -> set[str]:
    """Return what gives the name of a thing that is under its name: none of its fields."""
    return {"name"} - set(held.fields) if held.named else set()


def _key(call: Call, held: Collection) -> str:
    """Write the code for the place of a new thing that has a name, if the call gives that."""
    label, value = next(arguments(call.args), ("", None))
    if name := name_beside(call, held):
        label, value = f"{body(call)[0]}[{quoted(name)}]", name
    elif not isinstance(call.args, list):
        return ""
    return f"{reach(held.path)[1]}[{label}]" if isinstance(value, str) and not held.is_deep else ""


def _added_to(call: Call, records: list[Collection], *, is_located: bool) -> list[Collection]:
    """Return the collections that a call may add to: the one that it names, or all if they are few."""
    asked = [singular(word) for word in intent.words(call)]
    if intent.method(call):
        asked.reverse()  # POST /rooms/7/messages adds a message
    named = {singular(c.name): c for c in records if c.is_deep or not (is_located and intent.method(call))}
    for word in asked:
        if word in named:
            return [named[word]]
    if meant := [each for each in named.values() if intent.is_about(call, each.name)]:
        return meant
    if isinstance(call.args, dict) and len(call.args) > 1:
        return [c for c in records if call.args.keys() <= set(c.fields)][:1]
    given = body(call)[1].keys()
    rest = [c for c in records if (c.is_deep or not is_located) and (not given or given & set(c.fields))]
    return rest if len(rest) <= 2 and not intent.is_vague(call) else []


def _next_name(call: Call, held: Collection) -> str:
    """Return the code for the name of a new thing, if names are numbers and the call gives none."""
    may_name = isinstance(call.args, list) and bool(call.args)
    return "" if may_name or any(word.isdecimal() for word in intent.words(call)) else held.next_name


def _new(held: Collection, given: Container[str], name: str, *, is_one: bool) -> str:
    thing = reach(held.inside)[1]
    codes = {
        key: next_value(held, key, "" if is_one else "first + i") for key in held.fields if key not in given
    }
    keys = [f"{quoted(k)} ({codes[k]})" if codes.get(k) else quoted(k) for k in held.fields]
    where = reach(held.path)[1]
    put = f"{where}[{name or 'its name'}]" if held.named else f"{where}.append({thing})"
    place = "" if held.is_deep else f", {put},"
    return f"a new {thing}{place} has {', '.join(keys)}"
