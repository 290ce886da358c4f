"""Calls that make a number larger or smaller: `donate(rice, 15)`, `like_post(3)`, `earn_gold(5)`. Pure."""

from __future__ import annotations

import re

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.located import Note
from backendgpt.grounding.outline import IDENTIFIES, quoted, singular
from backendgpt.jsonvalue import Json

_AMOUNTS = """
    amount available balance coins copies count credits hp in_stock left level points qty quantity score stock
    units votes
""".split()  # noqa: SIM905
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")


def counted(call: Call, state: Json, found: list[Note]) -> str:
    """Write the line that adds to a number or takes from it, or the empty string.

    Args:
        call: The call.
        state: The state.
        found: What the call names, the likeliest place of each.

    Returns:
        `    item["kg"] += args[1]`: the sign is the verb's, and the number one more or less if no argument
        says how many.
    """
    if intent.method(call) or len(found) > 2:
        return ""
    amounts = _amounts(call, found)
    if len(amounts) > 1:
        return ""
    amount = amounts[0] if amounts else "1"
    last = found[-1] if found else Note("", "state", state)
    if last.number:
        is_new = intent.adds(call) and intent.wants_one(call, _collection(last.number))
        sign = "" if is_new else intent.sign(call)
        return f"    {last.number} {sign}= {amount}\n" if sign else ""
    if len(found) > 1 or not isinstance(last.thing, dict):
        return ""
    label = amount.rpartition("[")[2].strip('"]')
    fields = [
        key
        for key, value in last.thing.items()
        if type(value) in (int, float) and not IDENTIFIES.fullmatch(key)
    ]
    named = [key for key in fields if key == label or intent.names(call, key)]
    if len(named) == 1 and (sign := intent.sign(call) or (intent.sign_of(call, named[0]) if found else "")):
        return f"    {last.root}[{quoted(named[0])}] {sign}= {amount}\n"
    is_plain = bool(amounts and found) and (not intent.adds(call) or not intent.noun(call))
    likely = [key for key in fields if key in _AMOUNTS] if len(fields) > 1 else fields
    if named or not is_plain or len(likely) != 1 or not intent.sign(call):
        return ""
    return f"    {last.root}[{quoted(likely[0])}] {intent.sign(call)}= {amount}\n"


def _amounts(call: Call, found: list[Note]) -> list[str]:
    """Return the code of each number that a call gives and that names nothing."""
    labels = {note.label for note in found}
    if call.is_sentence:
        said = _NUMBER.findall(call.text)
        return [number for number in said if number not in labels]
    return [
        label for label, value in arguments(call.args) if label not in labels and type(value) in (int, float)
    ]


def _collection(code: str) -> str:
    """Return the last key in the code for an entry: `options` of `state["options"][args[0]]`."""
    keys = re.findall(r'\["([^"]*)"\]', code.rpartition("[")[0])
    return singular(keys[-1]) if keys else ""
