"""What the fields of a new thing have: the next number, arguments of the call, nothing yet. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments, body
from backendgpt.grounding.forms import form_of, kind_of
from backendgpt.grounding.located import Note
from backendgpt.grounding.outline import Collection, quoted, reach
from backendgpt.jsonvalue import Json

_AT_FIRST = {"active", "available", "enabled", "open", "visible"}
"""Marks that most new things have."""

_AT_ZERO = {
    *("count", "downloads", "hearts", "likes", "losses", "plays", "points", "score", "stars", "views"),
    *("votes", "wins"),
}
"""What of most new things there is none yet."""


def first_fields(call: Call, held: Collection, found: Sequence[Note]) -> str:
    """Write a new record as far as it can be known, up to the key of the next field.

    Where the call's arguments are the values of fields, what begins empty or false is known too.
    """
    where, given = body(call)
    first, *others = held.fields
    number = next_value(held, first) if first not in given else ""
    rest = others if number else held.fields
    known = {first: number} if number else {}
    placed = _placed(call, held, rest, found)
    if name_beside(call, held):
        placed |= {key: f"{where}[{quoted(key)}]" for key in rest if key in given}
    is_body = bool(given) and given.keys() <= set(held.fields)
    if placed or is_body:
        begun = {key: code for key in rest if key not in given and (code := _begun(held, key))}
        known |= {key: placed.get(key) or begun[key] for key in rest if key in placed or key in begun}
    entries = [f"{quoted(key)}: {code}" for key, code in known.items()]
    if is_body:
        entries.insert(bool(number), f"**{where}")
        rest = [key for key in rest if key not in given]
    left = [key for key in rest if key not in known]
    return "{" + ", ".join([*entries, *(f"{quoted(key)}:" for key in left[:1])]) + ("" if left else "}\n")


def name_beside(call: Call, held: Collection) -> str:
    """Return the argument that names a new thing, beside those for its fields: the driver of a new car."""
    given = body(call)[1]
    others = [key for key in given if key not in held.fields]
    is_name = held.named and isinstance(call.args, dict) and (len(given) > 1 or others == ["name"])
    return others[0] if is_name and len(others) == 1 and isinstance(given[others[0]], str) else ""


def _begun(held: Collection, key: str) -> str:
    """Write the code for what a field has at first, where that is plain: no elements, or nothing done yet."""
    values = held.values(key)
    if all(isinstance(value, list) for value in values):
        return "[]"
    if None in values:
        return "None"
    if key in _AT_ZERO and all(type(value) is int for value in values):
        return "0"
    is_mark = all(isinstance(value, bool) for value in values)
    return "False" if is_mark and intent.says_done(key) else "True" if is_mark and key in _AT_FIRST else ""


def _placed(call: Call, held: Collection, fields: list[str], named: Sequence[Note]) -> dict[str, str]:
    """Return the fields that the arguments of a call are for: the first that has the like, for all of them.

    `add_user(cy, cy@x.org)` gives the "email", whatever comes before it; `add_line(10, Pan)` a line for order
    10, and of that the "product".
    """
    things = [note.label for note in named if note.root]
    given = [pair for pair in list(arguments(call.args))[1 if held.named else 0 :] if pair[0] not in things]
    if len(things) > held.is_deep:
        return {}
    where, own = body(call)
    given = [pair for pair in given if not (where and pair[0].startswith(f"{where}["))]
    if not isinstance(call.args, list) or intent.method(call) or not own.keys() <= set(held.fields):
        return {}
    free = [key for key in fields if held.counted(key) is None and key not in own]
    found = dict[str, str]()
    for label, value in given:
        same = [key for key in free if key not in found and value in held.values(key)]
        found |= dict.fromkeys(same[:1], label)
    for label, value in given:
        if label in found.values():
            continue
        is_known = any(label in note.text for note in named)  # the name of something, and of what is not told
        kinds = {key: {_kind(old) for old in held.values(key)} - {""} for key in free if key not in found}
        like = [key for key, kind in kinds.items() if kind == {_kind(value)}]
        if is_known or not like:
            return {}
        found[like[0]] = label
    return found


def _kind(value: Json) -> str:
    """Return what kind of value this is, and of a text, what kind of text; the empty string for none."""
    return f"text {form_of(value)}" if isinstance(value, str) else kind_of(value)


def next_value(held: Collection, key: str, number: str = "") -> str:
    """Write the code for the next value of a field that counts; nothing for any other.

    Args:
        held: The collection.
        key: The field.
        number: The code for the number, if it is known.
    """
    prefix = held.counted(key)
    number = number or next_number(held, key)
    return "" if prefix is None else f"{quoted(prefix)} + str({number})" if prefix else number


def next_number(held: Collection, key: str) -> str:
    """Write the code for the next number of a field that counts; nothing for any other."""
    prefix = held.counted(key)
    loops, thing = reach(held.inside)
    value = f"{thing}[{quoted(key)}]"
    number = f"int({value}[{len(prefix)}:])" if prefix else value
    return "" if prefix is None else f"max({number}{loops}) + 1"
