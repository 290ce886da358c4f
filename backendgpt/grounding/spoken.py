"""What the words of a call name that has no arguments: `water_the_fern()`, "is level 1 full?". Pure."""

from __future__ import annotations

import re

from backendgpt.call import Call
from backendgpt.grounding import intent, verbs
from backendgpt.grounding.occurrences import Occurrences
from backendgpt.grounding.outline import nodes, quoted, singular

_NUMBERED = re.compile(r"\b([a-z]+) (\d{1,9})\b")
_LETTERS = 4  # that a part of a name has at least
_DIGITS = 3  # of a number that is a name wherever it stands
_COMMON = """
    done each entry every first from have into item last list mark more most next only onto other second some
    than that their them then thing third this turn when with
""".split()  # noqa: SIM905


def text(call: Call) -> str:
    """Return the text in which whole names may stand."""
    if call.is_sentence:
        return call.text
    return "" if intent.method(call) or intent.adds(call) else " ".join(intent.words(call))


def numbers(call: Call) -> set[str | int]:
    """Return the numbers of a sentence, and how they stand where they are names."""
    return {form for _, number in _numbered(call) for form in (int(number), number)}


def parts(call: Call) -> list[str]:
    """Return the words of a call that may be a part of the name of what it is about.

    Those of a sentence that is no question are, and "android" in `count_android()`.
    """
    is_read = not (call.is_sentence or call.args or intent.method(call)) and intent.asks(call)
    if not (is_read or intent.states(call)):
        return []
    return [word for word in intent.words(call) if len(word) >= _LETTERS and singular(word) not in _COMMON]


def spoken(call: Call, anywhere: Occurrences) -> list[tuple[str, str | int]]:
    """Return what the words of a call name: things by their names, by number, or by a part of their names.

    Args:
        call: The call.
        anywhere: The places of its `numbers`, of what its `text` has, and those of its `parts`.

    Returns:
        The code for each, and its value.
    """
    lists = {singular(path[-1][1]) for path in anywhere.lists if path}
    keys = {number for noun, number in _numbered(call) if _is_key(noun, number, anywhere)}
    names: list[tuple[str, str | int]] = [
        (quoted(name), name)
        for name in anywhere.named()
        if len(name) >= _DIGITS or not name.isdecimal() or name in keys
    ]
    names += ((number, int(number)) for noun, number in _numbered(call) if noun in lists)
    places = {word: list(anywhere.parts.get(word, {}).values()) for word in parts(call)}
    if any(places.values()) and not call.is_sentence:
        keys = {
            singular(part)
            for node in nodes(anywhere.state)
            if isinstance(node, dict)
            for key in node
            for part in intent.split(key)
        }
        places = {word: each for word, each in places.items() if singular(word) not in {*keys, *verbs.KNOWN}}
    clear = [
        word
        for word, each in places.items()
        if len(each) == 1 and (len(each[0]) == 1 or not call.is_sentence)
    ]
    first = [word for word in clear if singular(word) not in lists][:1]
    return names or [(quoted(word), word) for word in first]


def _is_key(noun: str, number: str, anywhere: Occurrences) -> bool:
    """Tell whether a number is a name: "hive 1" where the hives are `{"1": ..., "2": ...}`."""
    paths = [place.path for place in anywhere.places.get(number, ()) if place.kind == "key" and place.path]
    return any(singular(path[-1][1]) == noun for path in paths)


def _numbered(call: Call) -> list[tuple[str, str]]:
    """Return each number of a sentence with the word before it: `level 1`."""
    return _NUMBERED.findall(call.text.casefold()) if call.is_sentence else []
