"""What a function took from the state that the model saw."""

from __future__ import annotations

import pytest

from backendgpt.analysis import always_writes, is_repeatable, seen_literals
from backendgpt.call import Call
from backendgpt.jsonvalue import Json
from backendgpt.program import Program

STATE: Json = {
    "todos": [
        {"id": 11, "title": "Buy milk", "status": "open", "owner": "bob"},
        {"id": 12, "title": "Do laundry", "status": "done", "owner": "bob"},
    ],
    "users": {"ada": {"age": 36}, "grace": {"age": 85}},
    "fruit": ["apple", "fig"],
    "price": 19.5,
    "count": 7,
}

CASES = {
    "a title": ("bought_the_dairy()", 't["title"] == "Buy milk"', {"Buy milk"}),
    "a title in the call": ("bought(buy milk)", 't["title"] == "Buy milk"', set()),
    "a title in lower case": ("bought_the_dairy()", 't["title"].lower() == "buy milk"', {"buy milk"}),
    "an argument": ("done(Buy milk)", 't["title"] == args[0]', set()),
    "an id": ("bought_the_dairy()", 't["id"] == 11', {11}),
    "an id in the call": ("done(11)", 't["id"] == 11', set()),
    "a name that is a key": ("retire_the_oldest()", 'state["users"].pop("grace")', {"grace"}),
    "an item of a list": ("eat_the_round_one()", 'state["fruit"].remove("apple")', {"apple"}),
    "an index": ("bought_the_dairy()", 'state["todos"][1]', {1}),
    "an index in the call": ("done(1)", 'state["todos"][1]', set()),
    "the first index of a thing": ("bought_the_dairy()", 'state["todos"].pop(0)', {0}),
    "the first": ("delete_first_todo()", 'state["todos"].pop(0)', set()),
    "the last": ("undo()", 'state["todos"][-1]', set()),
    "a copied number": ("same_price_again()", 'state.update(old=19.5, n=[19.5])', {19.5}),
    "a status": ("reopen_all()", 't["status"] == "done"', set()),
    "a word that several share": ("bob_only()", 't["owner"] == "bob"', set()),
    "a key": ("all()", 'state["todos"]', set()),
    "a key with a default": ("all()", 'state.get("fruit", [])', set()),
    "a step": ("next()", 'state.update(count=state["count"] + 7)', set()),
    "a new thing": ("add_todo(x)", '{"id": 13, "title": args[0], "status": "open"}', set()),
}  # fmt: skip


@pytest.mark.parametrize(("call", "expression", "seen"), CASES.values(), ids=CASES.keys())
def test_what_the_call_does_not_say_was_seen_in_the_state(
    call: str, expression: str, seen: set[str | int | float]
) -> None:
    source = f'def handle(state, args):\n    """Buy milk."""\n    t = state[args[0]]\n    return {expression}'
    assert seen_literals(Program.parse(source), STATE, Call.parse(call)) == seen


@pytest.mark.parametrize(
    "code", ["choice(args)", "random.choice(args)", "uuid4()", "datetime.now()", "time.time()"]
)
def test_what_asks_clock_or_chance_is_not_repeatable(code: str) -> None:
    assert not is_repeatable(Program(f"def handle(state, args):\n    return {code}"))


WRITES = {
    "a field": ('state["x"]["done"] = True', True),
    "a method": ('state["x"].sort()', True),
    "what is taken out": ('y = state["x"].pop(0)', True),
    "each thing": ('for t in state["x"]:\n        t["n"] += 1', True),
    "only where something is so": ('if state["x"]:\n        state["x"].clear()', False),
    "a name": ('y = state["x"]', False),
    "a look": ('y = state["x"].get(1)', False),
}


@pytest.mark.parametrize(("code", "writes"), WRITES.values(), ids=WRITES.keys())
def test_a_function_is_known_that_writes_whatever_it_finds(code: str, writes: bool) -> None:
    assert always_writes(Program.parse(f"def handle(state, args):\n    {code}\n    return 1")) is writes
