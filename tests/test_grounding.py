"""Where a call's words occur in the state."""

from __future__ import annotations

import pytest
from hypothesis import given

from backendgpt.call import Call
from backendgpt.grounding import MOST, ground
from backendgpt.jsonvalue import Json
from tests.test_jsonvalue import JSON

BANK: Json = {"accounts": [{"number": "B2", "owner": "Omar", "balance": 80}], "frozen": ["C3"]}
ROOMS: Json = {"rooms": {"222": {"beds": 2}, "223": {"beds": 1}}}
TODOS: Json = {"todos": [{"id": 101, "title": "Pay rent"}, {"id": 102, "title": "Call Bob"}]}
PLAIN: Json = {"todos": [{"title": "Pay rent", "points": 1}, {"title": "Call Bob", "points": 0}]}
BOARDS: Json = {"boards": {"web": {"todo": [{"id": 7}], "done": []}, "app": {"todo": [], "done": []}}}

GROUNDED = [
    ("a field of a list's elements", BANK, "close(B2)", ['args[0] == state["accounts"][...]["number"]']),
    ("an element of a list", BANK, "thaw(C3)", ['args[0] in state["frozen"]']),
    ("a named argument", BANK, "close(owner=Omar)", ['args["owner"] == state["accounts"][...]["owner"]']),
    ("a key", ROOMS, 'free("222")', ['args[0] in state["rooms"]']),
    ("an id", TODOS, "done(102)", ['args[0] == state["todos"][...]["id"]']),
    ("an index", PLAIN, "done(1)", ['args[0] is an index of state["todos"]']),
    ("neither id nor index", TODOS, "done(7)", []),
    (
        "an amount that some field has by chance",
        BANK,
        "deposit(B2, 80)",
        ['args[0] == state["accounts"][...]["number"]'],
    ),
    ("something new", TODOS, "add(Buy milk)", []),
    ("three levels deep", BOARDS, "move(7)", ['args[0] == state["boards"][...][...][...]["id"]']),
    ("names in a sentence", BOARDS, "empty the app board", ['"app" in state["boards"]']),
    (
        "names in a path",
        BOARDS,
        "GET /boards/web/done",
        ['"web" in state["boards"]', '"done" in state["boards"][...]'],
    ),
    ("a word within a word", BOARDS, "what happened?", []),
    ("the fields of a record", TODOS, "what is the title of the first?", []),
    (
        "an option beside positional arguments",
        TODOS,
        "f(1, to=Call Bob)",
        ['args[0] is an index of state["todos"]', 'args[1]["to"] == state["todos"][...]["title"]'],
    ),
]


@pytest.mark.parametrize(
    ("state", "text", "notes"), [row[1:] for row in GROUNDED], ids=[r[0] for r in GROUNDED]
)
def test_a_call_is_grounded_in_the_state(state: Json, text: str, notes: list[str]) -> None:
    assert sorted(ground(Call.parse(text), state)) == sorted(notes)


@given(JSON, JSON)
def test_every_state_and_body_can_be_grounded(state: Json, body: Json) -> None:
    assert len(ground(Call.parse("do it", body), state)) <= MOST
