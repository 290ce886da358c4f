"""Reading calls: code-like, REST-like, misspelt, plain language."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backendgpt.call import Call
from backendgpt.jsonvalue import Json, dumps

READ = [
    ('add_todo("buy milk")', "add_todo", ["buy milk"]),
    ("add_todo(buy milk)", "add_todo", ["buy milk"]),
    ("add_todo(buy milk, eggs and bread)", "add_todo", ["buy milk, eggs and bread"]),
    ("add_todo(don't forget, ok)", "add_todo", ["don't forget, ok"]),
    ("add(call mom (urgent))", "add", ["call mom (urgent)"]),
    ("smile(:))", "smile", [":)"]),
    ("move(e2, e4)", "move", ["e2", "e4"]),
    ("add_user(Ada Lovelace, 36)", "add_user", ["Ada Lovelace", 36]),
    ("book(seat=A1)", "book", {"seat": "A1"}),
    ("update_todo(3, completed=true)", "update_todo", [3, {"completed": True}]),
    ("f('a, b', [1, 2], {'a': True}, x=3)", "f", ["a, b", [1, 2], {"a": True}, {"x": 3}]),
    ("f(1, None, true, 007)", "f", [1, None, True, "007"]),
    ('add_part({"sku": "saw"})', "add_part", {"sku": "saw"}),
    ("get_all()", "get_all", []),
    ("get_all();", "get_all", []),
    ("get_all", "get_all", []),
    ("markk_complet(3)", "markk_complet", [3]),
    ("delete  last Todos", "delete last todos", []),
    ("delete last todos)", "delete last todos", []),
    ("DELETE /items/3", "DELETE /items/{id}", [3]),
    ("get /items?done=true&q=a%20b", "GET /items", {"done": True, "q": "a b"}),
    ("/items", "GET /items", []),
    ("PATCH /users/3/orders/5", "PATCH /users/{id}/orders/{id}", [3, 5]),
    ('POST /items {"title": "a b"}', "POST /items", {"title": "a b"}),
    ('PATCH /items/3 {"done": true}', "PATCH /items/{id}", [3, {"done": True}]),
    ("POST /items {no json}", "post /items {no json}", []),
    ("", "", []),
    ("add_todo(", "add_todo(", []),
    (
        "add_book({title: 'Dune', pages: 412, lent: null})",
        "add_book",
        {"title": "Dune", "pages": 412, "lent": None},
    ),
    ("move(3, {to: done, tags: ['a', 'b']})", "move", [3, {"to": "done", "tags": ["a", "b"]}]),
    ("note({see: http://a.org/x})", "note", {"see": "http://a.org/x"}),
    ("add({a: 1, a: 2})", "add", ["{a: 1, a: 2}"]),
    ("add({a})", "add", ["{a}"]),
    ("DELETE /1", "DELETE /{id}", [1]),
]


@pytest.mark.parametrize(("text", "endpoint", "args"), READ, ids=[row[0] or "nothing" for row in READ])
def test_a_call_is_read_as_people_mean_it(text: str, endpoint: str, args: Json) -> None:
    call = Call.parse(text)
    assert (call.endpoint, call.args) == (endpoint, args)


BODIES: list[tuple[str, Json, Json]] = [
    ("add_todo", {"title": "x"}, {"title": "x"}),
    ("add_todo()", "x", ["x"]),
    ("add_todos", ["x", "y"], ["x", "y"]),
    ("move(3)", {"to": 1}, [3, {"to": 1}]),
    ("PATCH /items/3", {"id": 9, "done": True}, [3, {"id": 9, "done": True}]),
    ("PUT /items/3", ["a"], [3, ["a"]]),
    ("GET /items/3?done=1", None, [3, {"done": 1}]),
    ("POST /items?n=1", {"a": 2}, {"n": 1, "a": 2}),
]


@pytest.mark.parametrize(("text", "body", "args"), BODIES, ids=[row[0] for row in BODIES])
def test_a_body_joins_the_arguments(text: str, body: Json, args: Json) -> None:
    assert Call.parse(text, body).args == args


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("add(milk, eggs and bread)", [["milk, eggs and bread"], ["milk", "eggs and bread"]]),
        ('add("milk, eggs and bread")', [["milk, eggs and bread"]]),
        ("add(buy milk)", [["buy milk"]]),
        ("move(e2, e4)", [["e2", "e4"]]),
        ("get_all()", [[]]),
    ],
)
def test_unquoted_prose_with_a_comma_has_two_readings(text: str, readings: Json) -> None:
    assert [call.args for call in Call.parse(text).readings()] == readings


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("delete last todos", True), ("get_all()", False), ("GET /a/b", False), ("x", False)],
)
def test_a_sentence_is_told_from_a_name_and_a_path(text: str, sentence: bool) -> None:
    assert Call.parse(text).is_sentence is sentence


@given(st.text())
def test_every_text_is_a_call(text: str) -> None:
    Call.parse(text)


@example(["\\", ""])
@given(st.lists(st.text() | st.integers() | st.booleans() | st.none(), max_size=4))
def test_json_arguments_arrive_as_they_were_written(values: list[Json]) -> None:
    assert Call.parse(f"f({', '.join(map(dumps, values))})").args == values
