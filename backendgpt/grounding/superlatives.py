"""Calls that ask for the one thing that has most of something: `longest_slope()`. Pure."""

from __future__ import annotations

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.outline import Collection, reach

_MOST = {"best", "most", "top"}
_LEAST = """
    cheapest coldest earliest fewest first least lightest lowest nearest shortest slowest smallest
""".split()  # noqa: SIM905
_EITHER = {"oldest", "rest", "test", "youngest", "request", "guest", "latest", "interest"}
"""No superlatives, or such as say not which end of a scale they mean."""


def topped(call: Call, held: list[Collection]) -> str:
    """Begin the line that finds the one of the things under names that a call asks for, or the empty string.

    Args:
        call: The call.
        held: The collections of the state.

    Returns:
        `    name, slope = max(state["slopes"].items(), key=lambda item: item[1]["`: which field, and what
        of both is the answer, is left to the model.
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
    named = [each for each in held if each.named and each.fields and not each.is_deep]
    meant = [each for each in held if each.name and intent.names(call, each.name)] or named
    if len(meant) != 1 or meant[0] not in named:
        return ""
    thing, where = reach(meant[0].inside)[1], reach(meant[0].path)[1]
    function = "min" if said[0] in _LEAST else "max"
    return f'    name, {thing} = {function}({where}.items(), key=lambda item: item[1]["'
