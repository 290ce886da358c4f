"""Fields that say that something is so: "open" in `open_lifts()`, "paid" in `list_unpaid()`. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.forms import kind_of
from backendgpt.grounding.likeness import is_like
from backendgpt.grounding.outline import SORTS, Collection, collections, quoted, reach, reach_named, singular
from backendgpt.grounding.scene import Scene

_BE, _NOT = {"are", "aren", "is", "isn", "was", "were"}, {"longer", "never", "no", "not", "t"}
_DONE = {"complete", "completed", "done", "finished"}
_STILL = {"incomplete", "open", "outstanding", "pending", "remaining", "unfinished"}
"""What is said of things that are not done."""
_ARTICLES, _WITHOUT = {"a", "an", "any", "the"}, {"lack", "lacking", "lacks", "missing", "no", "without"}
_UNITS = {*"c celsius cm days eur f g hours kg km l m min minutes mm ml pct percent sec seconds usd".split()}  # noqa: SIM905
_SO = {"active", "enabled", "is", "on", "open", "running"}
"""Words of a mark that do not say what it is of."""
_ON = {"active", "enabled", "lit", "on"}
"""What is so of a thing that is switched on."""
_PLAIN = ("text", "number", "bool")
"""Kinds of values that one can set."""


def marked(scene: Scene) -> Iterator[str]:
    """Say which things a call asks for by a mark that they have, or have not.

    Args:
        scene: The call with the state in view.

    Returns:
        Notes like `unpaid: [invoice for invoice in state["invoices"] if not invoice["paid"]]`; where the call
        has arguments, of what is in the things that these name.
    """
    call, words = scene.call, intent.words(scene.call)
    places = [(each, "state") for each in scene.collections]
    if call.args:
        places = [(each, note.root) for note in scene.first for each in collections(note.thing)]
    for each, root in [] if intent.method(call) else places:
        loops, thing = (reach_named if each.named else reach)(each.inside, root)
        is_named = not each.path or intent.names(call, each.name)
        tests = [condition(words, thing, mark)[:2] for mark in each.marks if is_named]
        tests = [(word, test) for word, test in tests if [word] == words[:1] or not intent.changes(call)]
        tests += [*_opposites(words, thing, each), *_lacks(words, thing, each)]
        tests = [(word, test) for word, test in tests if test]
        if len(tests) > 1 and "or" not in words:
            tests = [(", ".join(word for word, _ in tests), " and ".join(test for _, test in tests))]
        for word, test in tests:
            made = f"{{name: {thing}{loops} if {test}}}" if each.named else f"[{thing}{loops} if {test}]"
            yield f"{word}: {made}"


def _opposites(words: list[str], thing: str, held: Collection) -> Iterator[tuple[str, str]]:
    """Find the words for what a thing is not yet, and tests: "undelivered", where some are "delivered"."""
    for key in sorted(SORTS.intersection(held.fields)):
        for value in dict.fromkeys(map(str, held.values(key))):
            if f"un{value}" in words:
                yield f"un{value}", f"{thing}[{quoted(key)}] != {quoted(value)}"


def _lacks(words: list[str], thing: str, held: Collection) -> Iterator[tuple[str, str]]:
    """Find the words for what some things have nothing of, and tests: "missing answers"."""
    said = [word for word in words if word not in _ARTICLES]
    for key in held.fields:
        named = [
            word for before, word in pairwise(said) if before in _WITHOUT and singular(word) == singular(key)
        ]
        if named and key not in held.marks and not all(held.values(key)):
            yield f"no {named[0]}", f"not {thing}[{quoted(key)}]"


def describes(call: Call, held: list[Collection]) -> bool:
    """Tell whether the first word of a call is a mark of what it asks for, and no verb: `open_lifts()`."""
    if call.args or call.is_sentence or not intent.is_plural(call):
        return False
    return any(intent.words(call)[0] in each.marks and intent.names(call, each.name) for each in held)


def set_mark(scene: Scene) -> str:
    """Write the line that sets the mark that a call is about: `mute_alerts()`, `close_shop()`.

    The mark is one of the part of the state that the call names, or if it names none, the state's own.

    Args:
        scene: The call with the state in view.
    """
    call, facts = scene.call, scene.facts
    if call.args or intent.method(call):
        return ""
    own = [key for key, value in facts.items() if isinstance(value, bool) and _is_object(call, key)]
    if len(own) == 1 and (is_so := intent.starts(call)) is not None:
        return f"    state[{quoted(own[0])}] = {is_so}\n    return"  # `enable_away_mode()`
    if len(intent.words(call)) > 2:
        return ""
    named = [key for key, value in facts.items() if intent.names(call, key) and not isinstance(value, bool)]
    where, fields = (f"state[{quoted(named[0])}]", facts[named[0]]) if named else ("state", facts)
    marks = (
        [key for key, value in fields.items() if isinstance(value, bool)] if isinstance(fields, dict) else []
    )
    for is_so in (True, False):
        said = [key for key in marks if key in intent.participles(call, is_so=is_so)]
        if len(said) == 1:
            return f"    {where}[{quoted(said[0])}] = {is_so}\n    return"
    return ""


def _is_object(call: Call, key: str) -> bool:
    """Tell whether the words after a call's verb say what a mark is of: "votingOpen" in `close_voting`."""
    parts = set(intent.split(key)) - _SO
    return bool(parts) and all(any(is_like(word, part) for word in intent.words(call)[1:]) for part in parts)


def switched(scene: Scene) -> str:
    """Write the line that sets the mark of the one thing that a call names: `enable(beta)`, `turn_off(hall)`.

    Args:
        scene: The call with the state in view.

    Returns:
        `    flag["enabled"] = True` and `    return`; the other one of what is there for `toggle(beta)`.
    """
    call, first, words = scene.call, scene.first, intent.words(scene.call)
    labels = {note.label for note in first}
    is_other = (
        call.is_sentence or intent.method(call) or any(v not in labels for v, _ in arguments(call.args))
    )
    thing = first[-1].thing if first else None
    if is_other or not call.args or not isinstance(thing, dict):
        return ""
    marks = [key for key, value in thing.items() if isinstance(value, bool)]
    found = [(key, value) for key in marks if (value := _switched(call, words, key, len(marks)))]
    if len(found) != 1:
        return ""
    place = f"{first[-1].root}[{quoted(found[0][0])}]"
    end = "" if intent.sign(call) else "    return"  # what is sold brings something besides
    return f"    {place} = {found[0][1].format(place)}\n{end}"


def _switched(call: Call, words: list[str], key: str, marks: int) -> str:
    """Return the code for what a call makes of a mark, with `{}` for that; nothing if it makes nothing."""
    said = set(intent.split(key))
    if words[:1] == ["toggle"]:
        return "not {}" if marks == 1 or said & {*words[1:]} else ""
    if words[:1] in (["mark"], ["set"]):
        return "True" if said and said <= {*words[1:]} else ""
    if words[:1] in (["turn"], ["switch"]):
        return str("on" in words) if said & _ON and {"on", "off"} & {*words} else ""
    so = [is_so for is_so in (True, False) if said & intent.participles(call, is_so=is_so)]
    return str(so[0]) if so else ""


def stated(scene: Scene) -> str:
    """Write the line that sets the mark that a sentence says a thing has: "the Golf is ready now".

    Args:
        scene: The call with the state in view.
    """
    call, first = scene.call, scene.first
    words = intent.words(call)
    if not intent.states(call) or len(scene.found) != 1 or len(first) != 1 or not _BE & set(words):
        return ""
    thing = first[0].thing if isinstance(first[0].thing, dict) else {}
    said = [
        key for key, value in thing.items() if isinstance(value, bool) and {*intent.split(key)} <= {*words}
    ]
    if len(said) != 1 or intent.changes(call):
        return ""
    return f"    {first[0].root}[{quoted(said[0])}] = {not _NOT & set(words)}\n    return"


def set_value(scene: Scene) -> str:
    """Write the line that gives a value of the state, or of a part of it, anew: `set_theme(light)`."""
    call, state = scene.call, scene.state
    given, said = list(arguments(call.args)), intent.words(call)[1:]
    if not intent.sets(call) or intent.renames(call) or len(given) != 1 or call.is_sentence or not said:
        return ""
    facts = state if isinstance(state, dict) else {}
    parts = {
        (part, key): v for part, held in facts.items() if isinstance(held, dict) for key, v in held.items()
    }
    places = {(key,): value for key, value in facts.items()} | parts
    label, new = given[0]
    meant = [
        place
        for place, old in places.items()
        if _is_said(place[-1], said) and kind_of(new) == kind_of(old) in _PLAIN
    ]
    if len(meant) != 1:
        return ""
    where = "".join(f"[{quoted(key)}]" for key in meant[0])
    return f"    state{where} = {label}\n    return"


def _is_said(key: str, said: list[str]) -> bool:
    """Tell whether words name a key; its unit they may leave out: "temperature" for "temperatureC"."""
    parts = intent.split(key)
    return parts[: len(said)] == said and _UNITS.issuperset(parts[len(said) :])


def condition(words: list[str], thing: str, mark: str) -> tuple[str, str, str]:
    """Return the word of a call that asks for a mark, the test for it, and the opposite test.

    All three are empty where no word does.

    Args:
        words: The call's words.
        thing: The code for a thing.
        mark: The field.
    """
    field = f"{thing}[{quoted(mark)}]"
    if any(before in (*_WITHOUT, "not") and word == mark for before, word in pairwise(words)):
        return f"not {mark}", f"not {field}", field
    if without := next((word for word in words if word in (f"un{mark}", f"in{mark}")), ""):
        return without, f"not {field}", field
    if mark in _DONE and (still := next((word for word in words if word in _STILL), "")):
        return still, f"not {field}", field
    return (mark, field, f"not {field}") if mark in words else ("", "", "")
