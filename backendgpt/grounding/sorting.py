"""Calls that sort: by words that an alphabet does not sort, and things that are under names. Pure."""

from __future__ import annotations

from backendgpt.grounding import intent
from backendgpt.grounding.outline import quoted, reach
from backendgpt.grounding.scene import Scene

_RANKS = [
    "lowest trivial".split(),  # noqa: SIM905
    "low minor small easy bronze beginner cold".split(),  # noqa: SIM905
    "normal medium moderate silver intermediate warm".split(),  # noqa: SIM905
    "high major large hard gold advanced hot".split(),  # noqa: SIM905
    "highest critical urgent severe blocker platinum expert".split(),  # noqa: SIM905
]
_RANK = {word: rank for rank, words in enumerate(_RANKS) for word in words}
_TOP_FIRST = {"priority", "severity", "urgency", "importance"}


def order(scene: Scene) -> str:
    """Write the line that gives the order of a field of ranks that a call sorts by, or the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    order = ["high", "medium", "low"]`: what is most urgent comes first, if the call does not say.
    """
    call, held = scene.call, scene.collections
    words = intent.words(call)
    if not {"sort", "sorted", "order", "ordered"} & set(words):
        return ""
    for each in held:
        for key in each.fields:
            values = {value for value in each.values(key) if isinstance(value, str)}
            if (
                intent.names(call, key)
                and len(values) > 1
                and all(value.lower() in _RANK for value in values)
            ):
                top_first = _top_first(words) if "first" in words else key.lower() in _TOP_FIRST
                ranked = sorted(values, key=lambda value: (_RANK[value.lower()], value), reverse=top_first)
                return f"    order = {ranked!r}\n".replace("'", '"')
    return ""


def sorted_names(scene: Scene) -> str:
    """Begin the line that answers things under names in an order, or return the empty string.

    Args:
        scene: The call with the state in view.

    Returns:
        `    return dict(sorted(state["rooms"].items(), key=lambda item:` for `list_rooms_by_price()`.
    """
    call, words = scene.call, intent.words(scene.call)
    named = [each for each in scene.collections if each.named and each.name and intent.names(call, each.name)]
    is_plain = not (call.args or intent.changes(call) or intent.method(call))
    if not is_plain or len(named) != 1 or named[0].is_deep or not named[0].fields:
        return ""
    if not {"by", "order", "ordered", "sorted"} & set(words) or {"count", "group"} & set(words):
        return ""
    fields = [key for key in named[0].fields if intent.names(call, key)]
    key = f"{quoted(fields[0])}]))\n" if len(fields) == 1 else '"'
    return f"    return dict(sorted({reach(named[0].path)[1]}.items(), key=lambda item: item[1][{key}"


def _top_first(words: list[str]) -> bool:
    """Tell whether the words before "first" are of a high rank: "most urgent first", "lowest first"."""
    before = words[max(0, words.index("first") - 2) : words.index("first")]
    return "least" not in before and all(_RANK.get(word, 4) > 1 for word in before)
