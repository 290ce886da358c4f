"""Bounds that a call gives, and the fields they are for: `due_after(2024-06-02)`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments, name_of
from backendgpt.grounding.outline import Collection, quoted, reach, singular
from backendgpt.jsonvalue import Json

DATE = re.compile(r"\d+[:./-][\d:./T-]+")
"""A date or a time."""

_OPERATORS = {
    ">": "above after exceeding longer more over".split(),  # noqa: SIM905
    ">=": "least min minimum since".split(),  # noqa: SIM905
    "<": "before below cheaper fewer less overdue shorter under".split(),  # noqa: SIM905
    "<=": "low most max maximum until".split(),  # noqa: SIM905
}


def compared(call: Call, held: list[Collection]) -> Iterator[str]:
    """Say which things meet the bounds that a call gives.

    Args:
        call: The call.
        held: The collections of the state.

    Returns:
        Notes like `args[0]: [todo for todo in state["todos"] if todo["due"] > args[0]]`.
    """
    for label, value in arguments(call.args) if call.args else _literals(call):
        own = intent.split(name_of(label)) if call.args else []
        said = own if _operator(own) else intent.words(call)
        operator, kind = _operator(said), _kind(value)
        if place := is_equal_to(call, value, held):
            loops, thing = reach(place[0].inside)
            yield f"{label}: [{thing}{loops} if {thing}[{quoted(place[1])}] == {label}]"
        if not operator or not kind:
            continue
        fields = [(each, key) for each in held for key in each.fields if _holds(each, key, kind)]
        meant = [(each, key) for each, key in fields if set(intent.split(key)) & {*own, *intent.words(call)}]
        if len(meant or fields) == 1:
            each, key = (meant or fields)[0]
            loops, thing = reach(each.inside)
            field = f"{thing}[{quoted(key)}]"
            known = f"{field} and " if None in each.values(key) else ""
            yield f"{label}: [{thing}{loops} if {known}{field} {operator} {label}]"


def is_equal_to(call: Call, value: Json, held: list[Collection]) -> tuple[Collection, str] | None:
    """Return the numbers that a number of a call is one of, as its words say: "box" in `cards_in_box(2)`.

    Args:
        call: The call.
        value: The number.
        held: The collections of the state.
    """
    words = list(map(singular, intent.words(call)))
    if type(value) is not int or len(call.args) != 1 or _operator(words) or intent.changes(call):
        return None
    if intent.method(call) or call.is_sentence:
        return None
    places = [
        (each, key) for each in held for key in each.fields if key in words and _holds(each, key, "number")
    ]
    return places[0] if len(places) == 1 else None


def _literals(call: Call) -> list[tuple[str, Json]]:
    """Return the dates and numbers that a sentence has, as code."""
    words = [word.strip(".,;:!?()'\"") for word in call.text.split() if call.is_sentence]
    dates: list[tuple[str, Json]] = [(quoted(word), word) for word in words if is_date(word)]
    numbers: list[tuple[str, Json]] = [(word, int(word)) for word in words if word.isdecimal()]
    return dates or numbers[:1]


def is_date(value: Json) -> bool:
    """Tell whether a value is a date or a time as text."""
    return _kind(value) == "date"


def _operator(words: list[str]) -> str:
    return next((operator for operator, known in _OPERATORS.items() if set(known) & set(words)), "")


def _kind(value: Json) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "number"
    return "date" if isinstance(value, str) and DATE.fullmatch(value) else ""


def _holds(held: Collection, key: str, kind: str) -> bool:
    """Tell whether a field has numbers or dates, and does not merely tell things apart."""
    kinds = {_kind(value) for value in held.values(key) if value is not None}
    return kinds == {kind} and held.counted(key) is None
