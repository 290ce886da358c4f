"""Calls that ask for the first on a scale: `longest_slope()`, `oldest_cat()`, `last_visit(Rex)`. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from backendgpt.grounding import intent
from backendgpt.grounding.comparisons import is_date
from backendgpt.grounding.forms import are_numbers
from backendgpt.grounding.outline import Collection, collections, quoted, reach, singular
from backendgpt.grounding.scene import Scene

_MOST = {"best", "most", "top"}
_LEAST = """
    cheapest coldest earliest fewest first least lightest lowest nearest shortest slowest smallest
""".split()  # noqa: SIM905
_PLAIN = """
    a are did find get had has have how in is lasted lasts me my of old one our show so takes the thing
    took was what which who with
""".split()  # noqa: SIM905
_BY_DATE = {"oldest": "min", "newest": "max", "latest": "max", "earliest": "min"}
"""What is said of things that have a date."""
_NUMBERS = {
    "price": {"price": "max", "cost": "max", "fee": "max", "rent": "max"},
    "length": {
        "length": "max",
        "distance": "max",
        "km": "max",
        "duration": "max",
        "minutes": "max",
        "seconds": "max",
        "hours": "max",
        "pages": "max",
    },
    "weight": {"weight": "max", "kg": "max", "grams": "max"},
    "age": {"age": "max", "born": "min", "birth": "min", "built": "min", "year": "min"},
}
"""Words of fields that have numbers of a kind, and which end is much of it: what is old was born early."""
_ADJECTIVES = {
    **{"highest": ("", True), "largest": ("", True), "biggest": ("", True)},
    **{"lowest": ("", False), "smallest": ("", False)},
    **{"expensive": ("price", True), "priciest": ("price", True), "cheapest": ("price", False)},
    **{"longest": ("length", True), "shortest": ("length", False)},
    **{"heaviest": ("weight", True), "lightest": ("weight", False)},
    **{"oldest": ("age", True), "newest": ("age", False), "youngest": ("age", False)},
}
"""Of which of them an adjective speaks, of any if it does not say, and whether it is of much."""
_DATED = {**_BY_DATE, "last": "max", "recent": "max"}
"""Which end of their dates is meant, where a call names the things: `last_visit(Rex)`."""
_NONE = {"chest", "forest", "guest", "harvest", "interest", "request", "suggest"}
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
    is_only = _are_all(scene) and not own & set(map(singular, words))  # `room_with_the_nicest_view()`
    if len(others) > (said[0] in ("least", "most")) and not (is_only and others == words[-1:]):
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


def measured(scene: Scene) -> str:
    """Write the line that finds a thing by the number that an adjective speaks of, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    cat = max(state["cats"], key=lambda cat: cat["age"])` for `oldest_cat()`; of those alone that
        the call names by what they have in common, or that the one thing has that it names.
    """
    call, words = scene.call, intent.words(scene.call)
    said = [word for word in words if word in _ADJECTIVES or (scene.found and word in _DATED)]
    if len(said) != 1 or len(scene.found) > 1 or intent.method(call) or intent.changes(call):
        return ""
    places = list(_within(scene)) or list(_among(scene))
    scales = _scales(places[0][0], said[0], words) if len(places) == 1 else []
    if len(scales) != 1 or len(call.args) > len(scene.found):
        return ""
    each, thing, those, (key, end) = *places[0], scales[0]
    told = {*intent.split(each.name), *(word for note in scene.likeliest for word in intent.split(note.text))}
    others = {singular(word) for word in words if word not in (said[0], "most", "least", *_PLAIN)}
    is_named = bool(each.name) and singular(each.name) in map(singular, words)
    if _are_all(scene) and not is_named:
        others -= {singular(words[-1])}  # `shortest_game()`, of all that are on a "shelf"
    if not others <= set(map(singular, told)):
        return ""  # "the cheapest vacant room" is not the cheapest room
    is_list = those.count(" for ") == 1 and " if " not in those
    things = those.partition(" in ")[2] if is_list else f"({thing}{those})"
    return f"    {thing} = {end}({things}, key=lambda {thing}: {thing}[{quoted(key)}])\n"


def _are_all(scene: Scene) -> bool:
    """Tell whether a state has but one collection, whose things a call may call what it likes."""
    return len([each for each in scene.collections if each.fields]) == 1 and not scene.call.is_sentence


def _within(scene: Scene) -> Iterator[tuple[Collection, str, str]]:
    """Find the things that the one named thing has: the bids of the lot in `highest_bid(4)`."""
    for note in scene.first:
        for each in collections(note.thing) if isinstance(note.thing, dict) else ():
            if each.fields and not each.named and intent.names(scene.call, each.name):
                loops, thing = reach(each.inside, note.root)
                yield each, thing, loops


def _among(scene: Scene) -> Iterator[tuple[Collection, str, str]]:
    """Find the things that a call is about: those that meet its test, or all."""
    records = [each for each in scene.collections if each.fields and not each.named]
    those = {note.path: note.those for note in scene.likeliest if note.those}
    named = [each for each in records if each.inside in those or intent.names(scene.call, each.name)]
    for each in (named or records) if len(those) == len(scene.found) else ():
        loops, thing = reach(each.inside)
        yield each, thing, those.get(each.inside, loops)


def _scales(held: Collection, adjective: str, words: list[str]) -> list[tuple[str, str]]:
    """Return the fields that have what an adjective speaks of, and which end of each it means."""
    quantity, is_large = _ADJECTIVES.get(adjective, ("", True))
    is_most = is_large is not ("least" in words)
    numbers = [key for key in held.fields if are_numbers(held.values(key)) and held.counted(key) is None]
    ends = {
        key: _NUMBERS[quantity][word]
        for key in numbers
        for word in intent.split(key)
        if word in _NUMBERS.get(quantity, ())
    }
    if adjective in _ADJECTIVES and not quantity:
        ends = dict.fromkeys(numbers, "max")
    if not ends and adjective in _DATED and singular(words[-1]) == words[-1]:
        return [(key, _DATED[adjective]) for key in held.fields if all(map(is_date, held.values(key)))]
    return [(key, end if is_most else "min" if end == "max" else "max") for key, end in ends.items()]
