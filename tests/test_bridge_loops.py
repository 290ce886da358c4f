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


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.mark.parametrize(("body", "after"), LOOPS.values(), ids=LOOPS.keys())
def test_a_loop_reaches_every_element_that_was_there(body: str, after: Json, sandbox: Sandbox) -> None:
    program = Program.parse("def handle(state, args):\n" + textwrap.indent(body, "    "))
    assert sandbox.run(program, {"a": [1, 2, 3, 4]}, [], Limits()).state == after
