"""Names that are misspelt, and the names of the state that are meant. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.likeness import is_slip
from backendgpt.grounding.outline import collections, nodes, singular
from backendgpt.jsonvalue import Json

_ALIKE = 0.8  # by difflib: `serch` is 0.91 like `search`, `milk` 0.75 like `silk`
_CLEARLY = 0.05
_SHORTEST, _LONGEST = 4, 60
_MOST_NAMES, _MOST_WORDS = 2000, 4

_DIGITS = re.compile(r"\d+")


def respell(call: Call, state: Json) -> Call:
    """Return the call with its first written argument as the state spells it, or all that are texts.

    `set_rollout(new_serch, 50)` means the flag `new_search`, `vote(Tacos)` the option `tacos`, and a call
    that changes something with `milk` the todo `Buy milk`. What may be new stays as it is, and so does what
    is in the state or is like several names. Only a call that takes away or moves gives nothing new.
    """
    values = list(call.written.values() if isinstance(call.written, dict) else call.written)
    first = values[0] if values else None
    if not isinstance(first, str) or len(first) > _LONGEST or intent.method(call):
        return call
    if not (names_first(call) or _adds_to_one(call, state)):
        return call
    names = dict.fromkeys(_names(state))
    known = len(values) if intent.deletes(call) or intent.moves(call) else 1
    meant = [*(_meant(call, value, names) for value in values[:known]), *values[known:]]
    if meant == values:
        return call
    if isinstance(call.written, dict):
        return replace(call, written=dict(zip(call.written, meant, strict=True)))
    return replace(call, written=meant)


def _meant(call: Call, text: Json, names: Collection[str]) -> Json:
    """Return the name that an argument means, or what it is."""
    if not isinstance(text, str) or len(text) > _LONGEST:
        return text
    return closest(text, names) or (_whole(text, names) if intent.changes(call) else None) or text


def names_first(call: Call) -> bool:
    """Tell whether a call's first argument may name what is there: in `set_title(Dune)` it is new."""
    if intent.adds(call) or intent.wants_text(call):
        return False
    return len(call.args) != 1 or not intent.sets(call)


def _adds_to_one(call: Call, state: Json) -> bool:
    """Tell whether a call adds to what the thing has that it names first: `add_tag(Dune, classic)`."""
    about, is_of_two = intent.noun(call), len(call.args) > 1 and isinstance(call.args, list)
    fields = [key for each in collections(state) for key in each.fields] if is_of_two else []
    return intent.adds(call) and any(singular(key) == about != "" for key in fields)


def closest(word: str, known: Collection[str]) -> str | None:
    """Return the one name that a word means: the same one, the same in other letters, or one almost alike."""
    if word in known:
        return word
    same = [name for name in known if name.casefold() == word.casefold()]
    if same or len(word) < _SHORTEST or len(known) > _MOST_NAMES:
        return same[0] if len(same) == 1 else None
    longer = [name for name in known if word.casefold() in name.casefold()]
    if any(len(name) > len(word) + 1 or singular(name) == word for name in longer):
        return None  # it is a part of a name, or one of those
    digits = _DIGITS.findall(word)
    rest = [name for name in known if abs(len(name) - len(word)) <= 2 and _DIGITS.findall(name) == digits]
    folded = {name.casefold(): name for name in rest}
    close = get_close_matches(word.casefold(), folded, 2, _ALIKE)
    if (
        not close
        and len(swapped := [name for name in folded if sorted(name) == sorted(word.casefold())]) == 1
    ):
        close = [name for name in swapped if is_slip(word.casefold(), name)]  # `Lroa`
    if len(close) == 2 and _likeness(word, close[0]) - _likeness(word, close[1]) < _CLEARLY:
        return None
    return folded[close[0]] if close else None


def _whole(part: str, names: Collection[str]) -> str | None:
    """Return the one short name that has all of a text as words: `Buy milk` for `milk`."""
    if len(part) < _SHORTEST:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.IGNORECASE)
    found = [name for name in names if pattern.search(name)]
    return found[0] if len(found) == 1 and len(found[0].split()) <= _MOST_WORDS else None


def _likeness(word: str, name: str) -> float:
    return SequenceMatcher(None, name, word.casefold()).ratio()


def _names(state: Json) -> Iterator[str]:
    """Go through the texts of a state that may be names: keys, elements and fields."""
    for value in nodes(state):
        if isinstance(value, str) and len(value) <= _LONGEST:
            yield value
        elif isinstance(value, dict):
            yield from value
