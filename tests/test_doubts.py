"""What speaks against an outcome."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from backendgpt.call import Call
from backendgpt.doubts import doubt
from backendgpt.jsonvalue import Json
from backendgpt.sandbox import Outcome
from tests.test_jsonvalue import JSON

TODOS: dict[str, Any] = {"todos": [{"id": 1, "title": "Pay rent", "done": False}], "filter": None}
LAMPS: Json = {"hall": {"on": True}, "attic": {"on": True, "dim": 3}}

NEW: dict[str, Any] = {"id": 2, "title": "Call Bob", "done": False}


def with_todos(*new: Json) -> Json:
    return {"todos": [*TODOS["todos"], *new], "filter": None}


DOUBTED: dict[str, tuple[Json, str, Outcome, str]] = {
    "a question that changes the state": (
        TODOS,
        "count_todos()",
        Outcome(1, 200, {"todos": [], "filter": None}),
        "only asks for data",
    ),
    "a superlative that changes the state": (
        TODOS,
        "oldset_todo()",
        Outcome(1, 200, with_todos(NEW)),
        "only asks for data",
    ),
    "a question without an answer": (TODOS, "get_todo(1)", Outcome(None, 200, TODOS), "return what"),
    "an answer of nothing but None": (
        TODOS,
        "who has no todo?",
        Outcome([None], 200, TODOS),
        "None alone",
    ),
    "a change that is none": (TODOS, "delete_todo(1)", Outcome("done", 200, TODOS), "asks for a change"),
    "a thing that is there is not found": (
        TODOS,
        "delete_todo(1)",
        Outcome({"error": "not found"}, 404, TODOS),
        'todo = next(todo for todo in state["todos"] if todo["id"] == args[0])',
    ),
    "a refusal": (TODOS, "close the list", Outcome({"error": "no"}, 403, TODOS), "without checks"),
    "a refusal by a verb that nobody knows": (
        TODOS,
        "frobnicate_todo(1)",
        Outcome({"error": "it is open"}, 200, TODOS),
        "what it names is there",
    ),
    "a new thing under its name that lacks a field": (
        {"games": {"Uno": {"rating": 6, "lent_to": None}, "Go": {"rating": 8, "lent_to": "Bo"}}},
        "add_game(Catan)",
        Outcome(
            None,
            200,
            {
                "games": {
                    "Uno": {"rating": 6, "lent_to": None},
                    "Go": {"rating": 8, "lent_to": "Bo"},
                    "Catan": {"rating": 7},
                }
            },
        ),
        "lacks 'lent_to'",
    ),
    "an object among lists": (
        {"rows": [["tent", 1], ["pot", 2]]},
        "add_row(rope)",
        Outcome(None, 200, {"rows": [["tent", 1], ["pot", 2], {"name": "rope"}]}),
        "each row is a list",
    ),
    "new things that are the same": (
        with_todos(NEW),
        "add_two_todos()",
        Outcome("ok", 200, with_todos(NEW, {**NEW, "id": 3, "title": "x"}, {**NEW, "id": 4, "title": "x"})),
        "make up others",
    ),
    "too few things where there were none": (
        {},
        "add_three_todos()",
        Outcome("ok", 200, {"text": "jars"}),
        "put a list of them",
    ),
    "things that are numbered where there were none": (
        {},
        "add_two_flats()",
        Outcome("ok", 200, {"flats": [{"name": "Flat 1"}, {"name": "Flat 2"}]}),
        "only numbered",
    ),
    "somebody who is moved and stays": (
        {"lanes": [["Ann"], ["Bo"]]},
        "move(Ann, lane=2)",
        Outcome("ok", 200, {"lanes": [["Ann"], ["Bo", "Ann"]]}),
        "take it out",
    ),
    "somebody who waits and rides": (
        {"waiting": ["Ann"], "cars": [{"riders": ["Bo"]}, {"riders": ["Cy"]}]},
        "Ann rides with Bo",
        Outcome("ok", 200, {"waiting": ["Ann"], "cars": [{"riders": ["Bo", "Ann"]}, {"riders": ["Cy"]}]}),
        "do both",
    ),
    "a new thing without a field": (
        TODOS,
        "add_todo(Call Bob)",
        Outcome("ok", 200, with_todos({"id": 2, "title": "Call Bob"})),
        "lacks 'done'",
    ),
    "a new thing with another field": (
        TODOS,
        "add_todo(Call Bob)",
        Outcome("ok", 200, with_todos({**NEW, "color": "red"})),
        "no other todo has 'color'",
    ),
    "a new thing with another kind of value": (
        TODOS,
        "add_todo(Call Bob)",
        Outcome("ok", 200, with_todos({**NEW, "done": "no"})),
        '"done" of each todo is a bool',
    ),
    "several new things that are there": (
        TODOS,
        "add_two_todos()",
        Outcome("ok", 200, with_todos(*TODOS["todos"], *TODOS["todos"])),
        "is there already",
    ),
    "a new thing that is none": (
        TODOS,
        "add_todo(Call Bob)",
        Outcome("ok", 200, with_todos("Call Bob")),
        "each todo is an object",
    ),
    "an id twice": (
        TODOS,
        "add_two_todos()",
        Outcome("ok", 200, with_todos(NEW, {**NEW, "title": "Sleep"})),
        'needs "id" of its own',
    ),
    "fewer than asked for": (TODOS, "add_three_todos()", Outcome("ok", 200, with_todos(NEW)), "adds 1"),
    "names that are only numbered": (
        TODOS,
        "add_two_todos()",
        Outcome("ok", 200, with_todos({**NEW, "title": "Todo 2"}, {**NEW, "id": 3, "title": "Todo 3"})),
        "only numbered",
    ),
    "a new part of the state": (
        TODOS,
        "add_todo(Call Bob)",
        Outcome("ok", 200, {**TODOS, "notes": [NEW]}),
        "`state` has no 'notes'",
    ),
    "a field that nobody asked for": (
        LAMPS,
        "turn everything off",
        Outcome("ok", 200, {"hall": {"on": False, "dim": 0}, "attic": {"on": False, "dim": 3}}),
        "state[\"hall\"] has no 'dim'",
    ),
    "texts that are there already": (
        {"stops": [{"children": ["Eva"]}, {"children": []}]},
        "add_two_children(1)",
        Outcome("ok", 200, {"stops": [{"children": ["Eva"]}, {"children": ["Eva", "Ada"]}]}),
        "'Eva' is there already",
    ),
    "fewer texts than asked for": (
        {"foods": ["rice"]},
        "add_three_foods()",
        Outcome("ok", 200, {"foods": ["rice", "oats", "jam"]}),
        "adds 2",
    ),
    "a setting call that loses a key": (
        {"lights": {"hall": True, "attic": True}},
        "switch_lights(hall, off)",
        Outcome("ok", 200, {"lights": {"hall": False}}),
        "must keep 'attic'",
    ),
    "an addition that loses an element": (
        {"foods": ["rice", "oats"]},
        "add_food(jam)",
        Outcome("ok", 200, {"foods": ["jam"]}),
        "must keep what it has",
    ),
    "a text in two lists that had none in common": (
        {"available": ["mint", "fig"], "sold_out": ["plum"]},
        "we ran out of mint",
        Outcome("ok", 200, {"available": ["mint", "fig"], "sold_out": ["plum", "mint"]}),
        "'mint' goes from state[\"available\"]",
    ),
    "no text": (TODOS, "write_a_slogan()", Outcome("Pay rent", 200, TODOS), "write one yourself"),
}


@pytest.mark.parametrize(("state", "text", "outcome", "says"), DOUBTED.values(), ids=DOUBTED.keys())
def test_what_speaks_against_an_outcome_is_said(state: Json, text: str, outcome: Outcome, says: str) -> None:
    said = doubt(Call.parse(text), state, outcome)
    assert says in said
    assert bool(says) == bool(said)


TRUSTED: dict[str, tuple[Json, str, Outcome]] = {
    "texts that are added to a list of one thing": (
        {"stops": [{"name": "Mill", "sights": ["harbour"]}, {"name": "Lake", "sights": []}]},
        "add_two_sights(Lake)",
        Outcome(
            "ok",
            200,
            {
                "stops": [
                    {"name": "Mill", "sights": ["harbour"]},
                    {"name": "Lake", "sights": ["pier", "beach"]},
                ]
            },
        ),
    ),
    "a number that counts no new things": (
        {"rooms": [{"name": "hall", "degrees": 18}]},
        "make it two degrees warmer",
        Outcome("ok", 200, {"rooms": [{"name": "hall", "degrees": 20}]}),
    ),
    "what is suggested with all that it has": (
        {"books": [{"title": "Dune", "by": "Ann"}]},
        "suggest_book(Emma, by=Pete)",
        Outcome("ok", 200, {"books": [{"title": "Dune", "by": "Ann"}, {"title": "Emma", "by": "Pete"}]}),
    ),
    "an answer": (TODOS, "count_todos()", Outcome(1, 200, TODOS)),
    "a new thing like the others": (TODOS, "add_todo(Call Bob)", Outcome(NEW, 200, with_todos(NEW))),
    "a thing that is not there is not found": (
        TODOS,
        "delete_todo(9)",
        Outcome({"error": "no such todo"}, 404, TODOS),
    ),
    "a field that is asked for": (
        LAMPS,
        "set(hall, dim=4)",
        Outcome("ok", 200, {"hall": {"on": True, "dim": 4}, "attic": {"on": True, "dim": 3}}),
    ),
    "the first thing": ({}, "add_todo(Call Bob)", Outcome(NEW, 200, {"todos": [NEW]})),
    "a text": (TODOS, "write_a_slogan()", Outcome("Rent first, then rest.", 200, TODOS)),
    "a word that is a mark and no verb": (
        {"lifts": [{"open": True}, {"open": False}]},
        "open_lifts()",
        Outcome([{"open": True}], 200, {"lifts": [{"open": True}, {"open": False}]}),
    ),
    "a call of another kind": (TODOS, "frobnicate(1)", Outcome(None, 200, TODOS)),
}


@pytest.mark.parametrize(("state", "text", "outcome"), TRUSTED.values(), ids=TRUSTED.keys())
def test_nothing_speaks_against_what_fits(state: Json, text: str, outcome: Outcome) -> None:
    assert doubt(Call.parse(text), state, outcome) == ""


@given(JSON, JSON)
def test_every_outcome_can_be_looked_at(before: Json, after: Json) -> None:
    for text in ("add_two_things()", "delete(x)", "what is it?", "write a poem"):
        doubt(Call.parse(text), before, Outcome(after, 200, after))


def test_what_writes_and_changes_nothing_found_it_so_already() -> None:
    call = Call.parse("complete_todo(1)")
    assert doubt(call, TODOS, Outcome("done", 200, TODOS))
    assert not doubt(call, TODOS, Outcome("done", 200, TODOS), writes=True)
