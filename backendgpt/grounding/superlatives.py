"""Calls that ask for the first on a scale, `longest_slope()`, or for the place on one: `rank(Ann)`. Pure."""

from __future__ import annotations

from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_date
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.outline import quoted, reach, singular
from backendgpt.grounding.scene import Scene

_MOST = {"best", "most", "top"}
_LEAST = """
    cheapest coldest earliest fewest first least lightest lowest nearest shortest slowest smallest
""".split()  # noqa: SIM905
_PLAIN = "a find get had has have is of show the was what which who with".split()  # noqa: SIM905
_BY_DATE = {"oldest": "min", "newest": "max", "latest": "max", "earliest": "min"}
"""What is said of things that have a date."""
_NONE = {"rest", "test", "request", "guest", "interest"}
"""No superlatives."""


def topped(scene: Scene) -> str:
    """Begin the line that finds the one of the things under names that a call asks for, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    name, slope = max(state["slopes"].items(), key=lambda item:`: which field, and what
        of both is the answer, is left to the model. Of plain numbers under names, the whole line.
    """
    call, state, held = scene.call, scene.state, scene.collections
    words = intent.words(call)
    said = [word for word in words if word in (*_MOST, *_LEAST) or (word.endswith("est") and len(word) > 4)]
    is_other = scene.found or intent.method(call) or intent.changes(call) or intent.count(call)
    if is_other or len(said) != 1 or said[0] in _NONE:
        return ""
    function = "min" if said[0] in _LEAST or "least" in words else "max"
    is_dated = said[0] in (*_BY_DATE, "youngest")
    for key, value in state.items() if isinstance(state, dict) else ():
        is_scale = isinstance(value, dict) and {type(item) for item in value.values()} in (
            {int},
            {float},
            {int, float},
        )
        is_said = intent.names(call, key) or {f"{singular(key)}ed", f"{singular(key)}d"} & set(words)
        if is_scale and is_said and not is_dated:
            name = f"{function}(state[{quoted(key)}], key=state[{quoted(key)}].get)\n"
            return f"    return {name}" if {"what", "which", "who"} & set(words) else f"    name = {name}"
    named = [each for each in held if each.named and each.fields and not each.is_deep]
    meant = [each for each in held if each.name and intent.names(call, each.name)] or named
    is_reached = len(meant) == 1 and bool(meant[0].fields) and (meant[0] in named or meant[0].is_deep)
    if not is_reached or (meant[0].is_deep and meant[0].named):
        return ""
    own = set(map(singular, intent.split(meant[0].name)))
    others = [word for word in words if singular(word) not in own and word not in (said[0], *_PLAIN)]
    if len(others) > (said[0] in ("least", "most")):
        return ""  # "the cheapest vacant room" is not the cheapest room
    (loops, thing), where = reach(meant[0].inside), reach(meant[0].path)[1]
    dates = [key for key in meant[0].fields if all(map(is_date, meant[0].values(key)))]
    if is_dated and (len(dates) != 1 or said[0] not in _BY_DATE):
        return ""
    function = _BY_DATE[said[0]] if is_dated else function
    key = f" {thing}[{quoted(dates[0])}])\n" if is_dated else ""
    if meant[0].is_deep:
        return f"    {thing} = {function}(({thing}{loops}), key=lambda {thing}:{key}"
    return f"    name, {thing} = {function}({where}.items(), key=lambda item:"


def placed(scene: Scene) -> str:
    """Write the line that answers at which place of a list of names one is, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    return state["ladder"].index(args[0]) + 1` for `rank(Marta)`: the longest list that has it.
    """
    call, state = scene.call, scene.state
    given = list(arguments(call.args))
    if intent.words(call)[0] not in ("position", "rank") or len(given) != 1 or not isinstance(state, dict):
        return ""
    label, name = given[0]
    lists = {key: items for key, items in state.items() if isinstance(items, list) and name in items}
    key = max(lists, key=lambda key: len(lists[key]), default="")
    is_text = isinstance(name, str) and key
    return f"    return state[{quoted(key)}].index({label}) + 1\n" if is_text else ""
