"""Loops that change what they go through do what was meant, not what Python does."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pytest

from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Limits

LOOPS: dict[str, tuple[str, Json]] = {
    "remove from a list": (
        "for n in state['a']:\n    if n < 3:\n        state['a'].remove(n)",
        {"a": [3, 4]},
    ),
    "append to a list": ("for n in state['a']:\n    state['a'].append(n)", {"a": [1, 2, 3, 4, 1, 2, 3, 4]}),
    "pop with enumerate": (
        "for i, n in enumerate(state['a']):\n    if n == 4:\n        state['a'].pop(i)",
        {"a": [1, 2, 3]},
    ),
    "delete keys": ("for k in state:\n    del state[k]", {}),
    "delete items": ("for k, v in state.items():\n    if v:\n        state.pop(k)", {}),
    "an alias": ("xs = state['a']\nfor n in xs:\n    xs.remove(n)", {"a": []}),
    "another list": ("b = []\nfor n in state['a']:\n    b.append(n)\nstate['a'] = b[:1]", {"a": [1]}),
}


ROOMS: Json = {"rooms": {"a": {"beds": 2, "tags": ["x"]}, "b": {"beds": 5, "tags": ["y"]}}, "top": [{"n": 1}]}
THINGS: dict[str, tuple[str, Json]] = {
    "a list": ('[room["beds"] for room in state["rooms"]]', [2, 5]),
    "a sum": ('sum(room["beds"] for room in state["rooms"] if "y" in room["tags"])', 5),
    "the first": ('next(room for room in state["rooms"] if room["beds"] == 5)["tags"]', ["y"]),
    "loops in loops": ('[tag for room in state["rooms"] for tag in room["tags"]]', ["x", "y"]),
    "the name of the highest": ('max(state["rooms"], key=lambda room: room["beds"])', "b"),
    "the names in order": ('sorted(state["rooms"], key=lambda room: -room["beds"])', ["b", "a"]),
    "names": ('[name for name in state["rooms"] if state["rooms"][name]["beds"] == 2]', ["a"]),
    "a list of objects": ('[thing["n"] for thing in state["top"]]', [1]),
    "the highest of a list": ('max(state["top"], key=lambda thing: thing["n"])', {"n": 1}),
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.mark.parametrize(("body", "after"), LOOPS.values(), ids=LOOPS.keys())
def test_a_loop_reaches_every_element_that_was_there(body: str, after: Json, sandbox: Sandbox) -> None:
    program = Program.parse("def handle(state, args):\n" + textwrap.indent(body, "    "))
    assert sandbox.run(program, {"a": [1, 2, 3, 4]}, [], Limits()).state == after


@pytest.mark.parametrize(("code", "response"), THINGS.values(), ids=THINGS.keys())
def test_what_takes_fields_goes_through_things_and_not_their_names(
    code: str, response: Json, sandbox: Sandbox
) -> None:
    program = Program.parse(f"def handle(state, args):\n    return {code}")
    assert sandbox.run(program, ROOMS, [], Limits()).response == response


def test_a_loop_changes_things_that_are_under_names(sandbox: Sandbox) -> None:
    source = 'def handle(state, args):\n    for room in state["rooms"]:\n        room["beds"] += 1'
    after = sandbox.run(Program.parse(source), {"rooms": {"a": {"beds": 2}}}, [], Limits()).state
    assert after == {"rooms": {"a": {"beds": 3}}}
