"""Whether a function can be general, as far as its text tells. Pure.

A function that answers every later call of its kind computes its answer from the state and the arguments.
One that holds something which the model made up, knew, or saw in the state answers one call only; so does one
for a call whose words mean nothing that the state holds.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice

from backendgpt.call import Call
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.routes.review import Review, asked_of, strings
from backendgpt.routes.words import COMMON, DEGREES, MONEY, ORDER, TIME, ordered_words, words

_PROSE = 3
"""How many different words make a sentence."""


def objection(program: Program | None, call: Call, state: Json, *, changes: bool) -> str:
    """Say why this function must not answer later calls of the kind of `call`; empty if it may.

    Args:
        program: The function.
        call: A call that it answers.
        state: The state that the model saw.
        changes: Whether it changed the state.
    """
    return made_up(program, call, state) or unfounded(call, state, changes=changes)


def made_up(program: Program | None, call: Call, state: Json) -> str:
    """Say what in this function cannot come from the state, the arguments and the call's words."""
    if program is None:
        return "it is not valid Python"
    return next(Review(program, call, state).objections(), "")


def unfounded(call: Call, state: Json, *, changes: bool) -> str:
    """Say which word of a call means nothing that the state holds: `scariest_movie()`, `plot_of(Up)`.

    A function for it rests on what the model took it to mean. What a call that changes something does is its
    first word, and free: `restock`, `check_in`.
    """
    asked = asked_of(call)
    held = words(" ".join(islice(strings(state), 5000)))
    if isinstance(call.args, dict):
        held |= words(" ".join(call.args))
    known = held | COMMON
    if not (words(asked) & ORDER or any(isinstance(value, int | float) for value in _values(call.args))):
        known -= DEGREES - held
    for subject in (TIME, MONEY):
        known -= set() if held & subject else subject
    meant = [word for word in ordered_words(asked)[changes:] if word not in known]
    return f"nothing in the state says what {meant[0]!r} means" if meant else ""


def own_prose(program: Program | None, before: Json, after: Json) -> str:
    """Say which sentence of its own a function wrote into the state; empty if none."""
    known = set(strings(before))
    new = "\n".join(text for text in strings(after) if text not in known)
    texts = (text for text in constants(program) if len(words(text)) >= _PROSE) if program else ()
    return next((f"it writes {text!r} into the state" for text in texts if text in new), "")


def constants(program: Program) -> set[str]:
    """Return every string that stands in a function: among them the keys that it touches."""
    nodes = ast.walk(program.tree)
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _values(value: Json) -> Iterator[Json]:
    """Go through the values in arguments."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _values(item)
    else:
        yield value
