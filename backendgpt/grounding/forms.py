"""What kind of value this is, and what kind of text: a day, a time, an address. Pure."""

from __future__ import annotations

import re

from backendgpt.jsonvalue import Json

_FORMS = {
    "day": re.compile(r"(mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun", re.IGNORECASE),
    "month": re.compile(
        r"january|february|march|april|may|june|july|august|september|october|november|december",
        re.IGNORECASE,
    ),
    "address": re.compile(r"[^@\s]+@[^@\s]+"),
    "link": re.compile(r"\w+://.*"),
}
"""Texts that are of one kind."""


def form_of(text: str) -> str:
    """Return what kind of text this is, if its letters and digits tell: the same for 09:30 and 15:00."""
    for name, form in _FORMS.items():
        if form.fullmatch(text):
            return name
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text)) if re.search(r"\d", text) else ""


def kind_of(value: Json) -> str:
    """Return what kind of value this is, the empty string for None."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "number"
    return {bool: "bool", str: "text", list: "list", dict: "dict"}.get(type(value), "")


def kinds_in(held: Json) -> set[str]:
    """Return the kinds of what an object has under its names; none for anything else."""
    return {kind_of(value) for value in held.values()} if isinstance(held, dict) else set()


def are_texts(values: Json) -> bool:
    """Tell whether these are some texts, and nothing else."""
    return isinstance(values, list) and bool(values) and all(isinstance(item, str) for item in values)


def are_numbers(values: Json) -> bool:
    """Tell whether these are some numbers, and nothing else."""
    items = values if isinstance(values, list) else []
    return bool(items) and all(kind_of(item) == "number" for item in items)
