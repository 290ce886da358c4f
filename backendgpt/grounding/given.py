"""Which arguments of a call may name what is there, and which say what is new, or how much. Pure."""

from __future__ import annotations

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_equal_to
from backendgpt.grounding.fit import arguments, body, name_of
from backendgpt.grounding.outline import Path, collections, measures
from backendgpt.jsonvalue import Json


def naming(call: Call, state: Json) -> list[tuple[str, str | int]]:
    """Return the arguments that may name something: what the body of a request holds is new.

    Neither does the 3 of `hours=3` name a thing, nor the 5 of `restock(2, 5)`.
    """
    numbers = [value for _, value in arguments(call.args) if type(value) is int]
    held = collections(state) if numbers and len(call.args) == 1 else []
    if how_many(call):
        return []
    is_part = (intent.adds(call) or intent.deletes(call)) and not intent.is_plural(call)  # add_member(3, 7)
    pairs = list[tuple[str, str | int]]()
    for label, value in arguments(call.args):
        is_amount = measures(name_of(label)) or bool(pairs and intent.sign(call) and not is_part)
        is_amount = is_amount or (intent.adds(call) and any(isinstance(text, str) for _, text in pairs))
        if isinstance(value, str) or (
            type(value) is int and not is_amount and not is_equal_to(call, value, held)
        ):
            pairs.append((label, value))
    if intent.method(call) in ("POST", "PUT", "PATCH"):
        return [pair for pair in pairs if pair[0][-2] != '"']
    return pairs


def how_many(call: Call) -> str:
    """Return the code for the number that says how many of the first or last are asked for: `top(3)`."""
    numbers = [label for label, value in arguments(call.args) if type(value) is int]
    return numbers[0] if len(numbers) == len(call.args) == 1 and intent.is_first(call) else ""


def records(call: Call, state: Json, least: int = 2) -> set[Path]:
    """Return the paths of those things of which a call gives the fields of a new one.

    `add_item(order=2, name=scone, qty=2)` names some, and what they are; what has all fields but a number of
    its own need not say more: `log_hours(name=Ann, hours=3)`.

    Args:
        call: The call.
        state: The state.
        least: How many of a thing's fields it gives at least.
    """
    given = body(call)[1].keys() if intent.adds(call) else set()
    held = [each for each in collections(state) if len(given & set(each.fields)) >= least]
    own = {each.inside: {key for key in each.fields if each.counted(key) is None} for each in held}
    whole = {
        path
        for path, fields in own.items()
        if len(fields) > 1 and (fields <= given or (len(given) > 1 and given <= fields))
    }
    return whole | {each.inside for each in held if intent.wants_one(call, each.name)}
