"""Calls that make a number larger or smaller: `donate(rice, 15)`, `like_post(3)`, `earn_gold(5)`. Pure."""

from __future__ import annotations

import re

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments, name_of
from backendgpt.grounding.forms import kind_of
from backendgpt.grounding.given import records
from backendgpt.grounding.located import Note
from backendgpt.grounding.outline import identifies, last_key, quoted
from backendgpt.grounding.scene import Scene
from backendgpt.grounding.verbs import past
from backendgpt.jsonvalue import Json

AMOUNTS = """
    amount available balance coins copies count credits hp in_stock left level points qty quantity score stock
    units votes
""".split()  # noqa: SIM905
"""What there is more or less of."""

_GIVES = {"give", "lend", "pay", "send", "transfer"}
"""What one does with something of one's own, so that another has it."""
_LOST = {*"broke broken dead died escaped expired gone left lost stolen".split()}  # noqa: SIM905
"""What happens to things that are no longer there."""
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")


def counted(scene: Scene) -> str:
    """Write the line that adds to a number or takes from it, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    item["kg"] += args[1]`: the sign is the verb's, and the number one more or less if no argument
        says how many; nothing where so and so many are taken away. If that is all that the call says, a
        `return` follows, before more is made up.
    """
    call, state, found = scene.call, scene.state, scene.likeliest
    amounts = _amounts(call, found)
    if intent.method(call) or len(found) > 2 or len(amounts) > 1 or records(call, state):
        return ""
    last = found[-1] if found else _part(call, state)
    is_scalar, is_thing = bool(last.number), len(found) < 2 and isinstance(last.thing, dict)
    number, sign = _entry(call, last) if is_scalar else _field(call, last, amounts) if is_thing else ("", "")
    if not sign or (sign == "-" and amounts):
        return ""  # whether there is enough, the model may ask
    used = {*amounts, *(note.label for note in found)}
    is_all = all(label in used for label, _ in arguments(call.args)) and "sell" not in intent.words(call)
    return f"    {number} {sign}= {amounts[0] if amounts else 1}\n" + ("    return" if is_all else "")


def lost(scene: Scene) -> str:
    """Write the line that takes so many from what there is of a thing: "one of the guppies died".

    Args:
        scene: The call with the state in view.
    """
    call, things = scene.call, [note for note in scene.first if isinstance(note.thing, dict)]
    said = re.match(r"(\w+) of (?:my|our|the|these|those)\b", call.text.casefold())
    if not said or not intent.states(call) or not _LOST & {*intent.words(call)} or len(things) != 1:
        return ""
    number = 1 if said[1] == "one" else int(said[1]) if said[1].isdecimal() else intent.amount(call)
    places = [code for key, code in _balances(things[0]).items() if key in AMOUNTS]
    return f"    {places[0]} -= {number}\n    return" if number and len(places) == 1 else ""


def transferred(scene: Scene) -> str:
    """Write the lines by which one gives another so much of what both have: `pay(Ann, Bo, 5)`.

    Args:
        scene: The call with the state in view.

    Returns:
        `    kid["balance"] -= 5` and `    kid2["balance"] += 5`, and no more: payments may have a list.
    """
    call, found = scene.call, scene.likeliest
    amounts = _amounts(call, found)
    is_given = _GIVES & {*map(_stem, intent.words(call))} and not intent.method(call)
    if not is_given or len(found) != 2 or len(amounts) != 1:
        return ""
    places = [_balances(note) for note in found]
    both = [key for key in places[0] if key in places[1]]
    named = [key for key in both if intent.names(call, key)] or [key for key in both if key in (*AMOUNTS, "")]
    if len(named or both) != 1:
        return ""
    giver, taker = (place[(named or both)[0]] for place in places)
    name = re.escape(found[1].label.strip('"'))
    if name_of(found[0].label) == "to" or re.search(rf"\bfrom {name}\b", call.text, re.IGNORECASE):
        giver, taker = taker, giver
    return f"    {giver} -= {amounts[0]}\n    {taker} += {amounts[0]}\n"


def _balances(note: Note) -> dict[str, str]:
    """Return the code for each number that a thing has; under no name, for the number that it is."""
    if note.number:
        return {"": note.number}
    fields = note.thing.items() if isinstance(note.thing, dict) else ()
    numbers = [key for key, value in fields if kind_of(value) == "number"]
    return {key: f"{note.root}[{quoted(key)}]" for key in numbers if not identifies(key, last_key(note.path))}


def _stem(word: str) -> str:
    """Return a verb as it is written in a call: "give" for "gives" and "gave"."""
    return past(word) or word.removesuffix("s")


def _part(call: Call, state: Json) -> Note:
    """Return the part of the state that a call names, or all of it: the "tickets" for `sell_tickets(4)`."""
    facts = state.items() if isinstance(state, dict) else ()
    named = [key for key, value in facts if isinstance(value, dict) and intent.names(call, key)]
    if len(named) != 1 or not isinstance(state, dict):
        return Note("", "state", state)
    return Note("", f"state[{quoted(named[0])}]", state[named[0]], path=(("key", named[0]),))


def _entry(call: Call, last: Note) -> tuple[str, str]:
    """Return the number under a name that a call names, and the sign; no sign if the name is to be new."""
    is_new = intent.adds(call) and intent.wants_one(call, last_key(last.path))
    return last.number, "" if is_new else intent.sign(call)


def _field(call: Call, last: Note, amounts: list[str]) -> tuple[str, str]:
    """Return the field of a thing, or of the state itself, that a call counts, and the sign."""
    things = last.thing if isinstance(last.thing, dict) else {}
    name = last_key(last.path)
    fields = [k for k, v in things.items() if type(v) in (int, float) and not identifies(k, name)]
    argument = name_of(amounts[0]) if amounts else ""
    named = [key for key in fields if key == argument or intent.names(call, key)]
    likely = [key for key in fields if key in AMOUNTS] if len(fields) > 1 else fields
    sign = intent.sign(call)
    if done := [key for key in fields if key in intent.participles(call)]:
        return f"{last.root}[{quoted(done[0])}]", "+"  # `sell_tickets(4)` where so many are "sold"
    if len(named) == 1:
        sign = sign or (intent.sign_of(call, named[0]) if last.label else "")
        return f"{last.root}[{quoted(named[0])}]", sign
    if named or not amounts or not last.label or len(likely) != 1:
        return "", ""
    return f"{last.root}[{quoted(likely[0])}]", "" if intent.adds(call) and intent.noun(call) else sign


def _amounts(call: Call, found: list[Note]) -> list[str]:
    """Return the code of each number that a call gives and that names nothing."""
    labels = {note.label for note in found}
    if call.is_sentence:
        names = {label.strip('"') for label in labels}
        digits = [number for number in _NUMBER.findall(call.text) if number not in names]
        return digits or [str(intent.amount(call))] * bool(intent.amount(call))  # "take two points off"
    return [
        label for label, value in arguments(call.args) if label not in labels and type(value) in (int, float)
    ]
