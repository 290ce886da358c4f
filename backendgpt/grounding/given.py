"""Which arguments of a call may name what is there, and which say what is new, or how much. Pure."""

from __future__ import annotations

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_equal_to
from backendgpt.grounding.fit import arguments, body, name_of
from backendgpt.grounding.forms import kind_of
from backendgpt.grounding.outline import Collection, Path, collections, is_group, measures, singular
from backendgpt.jsonvalue import Json

_WHOLE = 3
"""Fields that tell a thing that is new, where all of them are given."""


def naming(call: Call, state: Json) -> list[tuple[str, str | int]]:
    """Return the arguments that may name something: what the body of a request holds is new.

    Neither does the 3 of `hours=3` name a thing, nor the 5 of `restock(2, 5)`.
    """
    numbers = [value for _, value in arguments(call.args) if type(value) is int]
    held = collections(state) if numbers and len(call.args) == 1 else []
    if how_many(call):
        return []
    is_part = (intent.adds(call) or intent.deletes(call)) and not intent.is_plural(call)  # add_member(3, 7)
    is_counting = bool(numbers) and (is_count(call) or (len(call.args) == 1 and _counts(call, state)))
    pairs = list[tuple[str, str | int]]()
    for label, value in arguments(call.args):
        is_amount = (
            is_counting or measures(name_of(label)) or bool(pairs and intent.sign(call) and not is_part)
        )
        is_amount = is_amount or (intent.adds(call) and any(isinstance(text, str) for _, text in pairs))
        if isinstance(value, str) or (
            type(value) is int and not is_amount and not is_equal_to(call, value, held)
        ):
            pairs.append((label, value))
    if intent.method(call) in ("POST", "PUT", "PATCH"):
        return [pair for pair in pairs if pair[0][-2] != '"']
    return pairs


def is_count(call: Call) -> bool:
    """Tell whether the first number of a call says how many new things it asks for: `add_sample_books(3)`."""
    last = (intent.words(call) or [""])[-1]
    number = next((value for _, value in arguments(call.args)), None)
    is_several = intent.adds(call) and not intent.count(call) and singular(last) != last
    return is_several and type(number) is int and not intent.method(call)


def _counts(call: Call, state: Json) -> bool:
    """Tell whether a call is about a number of the state, and says how much: `sell_soap(3)`."""
    about, facts = intent.noun(call), state if isinstance(state, dict) else {}
    if not intent.sign(call) or not about:
        return False
    held = {key: value for key, value in facts.items() if isinstance(value, dict)}
    maps = [value for key, value in held.items() if not is_group(value, (("key", key),))]
    numbers = [key for each in (facts, *maps) for key, value in each.items() if kind_of(value) == "number"]
    return any(about in map(singular, intent.split(key)) for key in numbers)


def how_many(call: Call) -> str:
    """Return the code for the number that says how many of the first or last are asked for: `top(3)`."""
    numbers = [label for label, value in arguments(call.args) if type(value) is int]
    return numbers[0] if len(numbers) == len(call.args) == 1 and intent.is_first(call) else ""


def completed(call: Call, held: list[Collection]) -> list[Path]:
    """Return the paths of those things of which a call gives all fields by name, whatever its verb.

    `spend(amount=10, what=tea, date=2025-03-08)` asks for an entry that has these.
    """
    given = body(call)[1].keys()
    if intent.asks(call) or intent.method(call) or intent.deletes(call) or len(given) < _WHOLE:
        return []
    return [each.inside for each in held if (own := _own_fields(each)) and own <= given]


def _own_fields(held: Collection) -> set[str]:
    """Return the fields of a thing that do not count it."""
    return {key for key in held.fields if held.counted(key) is None}


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
    everything = collections(state)
    held = [each for each in everything if len(given & set(each.fields)) >= least]
    own = {each.inside: _own_fields(each) for each in held}
    whole = {
        path
        for path, fields in own.items()
        if len(fields) > 1 and (fields <= given or (len(given) > 1 and given <= fields))
    }
    whole |= {*completed(call, everything)}
    return whole | {each.inside for each in held if intent.wants_one(call, each.name)}
