"""Calls that ask for the one thing that has most of something: `longest_slope()`. Pure."""

from __future__ import annotations

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.outline import Collection, quoted, reach, singular
from backendgpt.jsonvalue import Json

_MOST = {"best", "most", "top"}
_LEAST = """
    cheapest coldest earliest fewest first least lightest lowest nearest shortest slowest smallest
""".split()  # noqa: SIM905
_PLAIN = "a find get had has have is of show the was what which who with".split()  # noqa: SIM905
_EITHER = {"oldest", "rest", "test", "youngest", "request", "guest", "latest", "interest"}
"""No superlatives, or such as say not which end of a scale they mean."""


def topped(call: Call, state: Json, held: list[Collection]) -> str:
    """Begin the line that finds the one of the things under names that a call asks for, or the empty string.

    Args:
        call: The call.
        state: The state.
        held: The collections of the state.

    Returns:
        `    name, slope = max(state["slopes"].items(), key=lambda item:`: which field, and what
        of both is the answer, is left to the model. Of plain numbers under names, the whole line.
    """
    words = intent.words(call)
    said = [word for word in words if word in (*_MOST, *_LEAST) or (word.endswith("est") and len(word) > 4)]
    if (
        len(said) != 1
        or said[0] in _EITHER
        or intent.method(call)
        or intent.changes(call)
        or intent.count(call)
    ):
        return ""
    function = "min" if said[0] in _LEAST or "least" in words else "max"
    for key, value in state.items() if isinstance(state, dict) else ():
        is_scale = isinstance(value, dict) and {type(item) for item in value.values()} in (
            {int},
            {float},
            {int, float},
        )
        if is_scale and intent.names(call, key):
            name = f"{function}(state[{quoted(key)}], key=state[{quoted(key)}].get)\n"
            return f"    return {name}" if {"what", "which", "who"} & set(words) else f"    name = {name}"
    named = [each for each in held if each.named and each.fields and not each.is_deep]
    meant = [each for each in held if each.name and intent.names(call, each.name)] or named
    if len(meant) != 1 or meant[0] not in named:
        return ""
    own = set(map(singular, intent.split(meant[0].name)))
    others = [word for word in words if singular(word) not in own and word not in (said[0], *_PLAIN)]
    if len(others) > (said[0] in ("least", "most")):
        return ""  # "the cheapest vacant room" is not the cheapest room
    thing, where = reach(meant[0].inside)[1], reach(meant[0].path)[1]
    return f"    name, {thing} = {function}({where}.items(), key=lambda item:"
