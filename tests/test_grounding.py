"""A call with the state in view."""

from __future__ import annotations

import pytest
from hypothesis import given

from backendgpt.call import Call
from backendgpt.grounding import MOST, fit, ground
from backendgpt.jsonvalue import Json
from tests.test_jsonvalue import JSON

BANK: Json = {"accounts": [{"number": "B2", "owner": "Omar", "balance": 80}], "frozen": ["C3"]}
ROOMS: Json = {"rooms": {"222": {"beds": 2}, "223": {"beds": 1}}}
TODOS: Json = {"todos": [{"id": 101, "title": "Pay rent"}, {"id": 102, "title": "Call Bob"}]}
PLAIN: Json = {"todos": [{"title": "Pay rent", "points": 1}, {"title": "Call Bob", "points": 0}]}
TWO: Json = {"cards": [{"who": "leo"}, {"who": "leo"}]}
BOARDS: Json = {"boards": {"web": {"todo": [{"id": 7}], "done": []}, "app": {"todo": [], "done": []}}}
PARTS: Json = [{"sku": "saw", "price": 3}]
WINS: Json = {"wins": {"X": 1, "O": 2}}

TITLE = 'args[1]["to"]: next(a for a in state["todos"] if a["title"] == args[1]["to"])'
NUMBER = 'args[0]: next(a for a in state["accounts"] if a["number"] == args[0])'
ID = 'args[0]: next(c for a in state["boards"].values() for b in a.values() for c in b if c["id"] == args[0])'

GROUNDED: dict[str, tuple[Json, str, list[str]]] = {
    "a field": (BANK, "close(B2)", [NUMBER]),
    "a field that several have": (
        TWO,
        "of(leo)",
        ['args[0]: [a for a in state["cards"] if a["who"] == args[0]]'],
    ),
    "an element": (BANK, "thaw(C3)", ['args[0] in state["frozen"]']),
    "a named argument": (BANK, "close(number=B2)", [NUMBER.replace("args[0]", 'args["number"]')]),
    "a key": (ROOMS, 'free("222")', ['args[0]: state["rooms"][args[0]]']),
    "an id": (TODOS, "done(102)", ['args[0]: next(a for a in state["todos"] if a["id"] == args[0])']),
    "an index": (PLAIN, "done(1)", ['args[0]: state["todos"][args[0]]']),
    "neither id nor index": (TODOS, "done(7)", []),
    "an amount that some field has by chance": (BANK, "deposit(B2, 80)", [NUMBER]),
    "something new": (TODOS, "add(Buy milk)", []),
    "three levels deep": (BOARDS, "move(7)", [ID]),
    "names in a sentence": (BOARDS, "empty the app board", ['"app": state["boards"]["app"]']),
    "a word within a word": (BOARDS, "what happened?", []),
    "the fields of a record": (TODOS, "what is the title of the first?", []),
    "an option": (TODOS, "f(1, to=Call Bob)", ['args[0]: state["todos"][args[0]]', TITLE]),
}


@pytest.mark.parametrize(("state", "text", "notes"), GROUNDED.values(), ids=GROUNDED.keys())
def test_a_call_is_grounded_in_the_state(state: Json, text: str, notes: list[str]) -> None:
    assert ground(Call.parse(text), state) == notes


@given(JSON, JSON)
def test_every_state_and_body_can_be_grounded(state: Json, body: Json) -> None:
    call = Call.parse("do it", body)
    assert len(ground(fit(call, state), state)) <= MOST


FITTED: dict[str, tuple[Json, str, str, Json]] = {
    "the state holds the string": (ROOMS, "show(222)", "show", ["222"]),
    "a named one": (ROOMS, "show(room=222)", "show", {"room": "222"}),
    "one of two": (ROOMS, "set_beds(222, 2)", "set_beds", ["222", 2]),
    "the state holds neither": (ROOMS, "show(224)", "show", [224]),
    "the id of a path": (ROOMS, "GET /rooms/222", "GET /rooms/{id}", ["222"]),
    "a name in a path": (PARTS, "PATCH /parts/saw", "PATCH /parts/{id}", ["saw"]),
    "a key in a path": (WINS, "GET /wins/X", "GET /wins/{id}", ["X"]),
    "two names": (
        BOARDS,
        "GET /boards/web/done",
        "GET /boards/{id}/{id}",
        ["web", "done"],
    ),
    "a collection that is added to": (BOARDS, "POST /boards/web/done", "POST /boards/{id}/done", ["web"]),
    "a name and an id": (
        BOARDS,
        "PUT /boards/web/todo/7?x=1",
        "PUT /boards/{id}/{id}/{id}",
        ["web", "todo", 7, {"x": 1}],
    ),
    "a field in a path": (TODOS, "GET /todos/title", "GET /todos/title", []),
}


@pytest.mark.parametrize(("state", "text", "endpoint", "args"), FITTED.values(), ids=FITTED.keys())
def test_arguments_are_read_as_the_state_has_them(state: Json, text: str, endpoint: str, args: Json) -> None:
    call = fit(Call.parse(text), state)
    assert (call.endpoint, call.args) == (endpoint, args)


def test_numbers_in_a_body_stay_numbers() -> None:
    assert fit(Call.parse("show_room", {"room": 222}), ROOMS).args == {"room": 222}
