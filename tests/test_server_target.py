"""From a request line to the text of a call."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backendgpt.call import Call
from backendgpt.errors import UsageError
from backendgpt.server.target import MAX_TARGET, Target, is_procedure


def text(method: str, target: str) -> str:
    path, _, query = target.partition("?")
    return Target.parse(path.encode(), query.encode()).call_text(method)


@pytest.mark.parametrize(
    ("method", "target", "expected"),
    [
        # As backend-GPT's own frontends send it.
        ("GET", "/todo/get_all()", "get_all()"),
        ("GET", "/todo/add_todo(buy%20milk)", "add_todo(buy milk)"),
        ("GET", "/todo/delete%20last%20todos)", "delete last todos)"),
        ("GET", "/todo/delete%20last%20todos", "delete last todos"),
        # Nothing in the text is lost.
        ("GET", "/todo/add_todo(a/b)", "add_todo(a/b)"),
        ("GET", "/todo/add_todo(a%2Fb)", "add_todo(a/b)"),
        ("GET", "/todo/add_todo(why?)", "add_todo(why?)"),
        ("GET", "/todo/add_todo(why%3F)", "add_todo(why?)"),
        ("GET", "/todo/add_todo(why?%20because)", "add_todo(why? because)"),
        ("GET", "/todo/add_todo(C%23%20&%20C++)", "add_todo(C# & C++)"),
        ("GET", "/todo/add_todo(caf%C3%A9%20%E2%98%95)", "add_todo(café ☕)"),
        ("GET", "/todo/add_todo(100%25)", "add_todo(100%)"),
        ("GET", "/todo/add_todo(a%20(b)", "add_todo(a (b)"),
        ("GET", "/todo/add_todo(https://x.org/y?z=1)", "add_todo(https://x.org/y?z=1)"),
        ("GET", "/todo/buy%20salt/pepper", "buy salt/pepper"),
        ("GET", "/todo/salt%2Fpepper", "salt/pepper"),
        # RPC style: a lone word that begins with a verb.
        ("POST", "/todo/add_todo", "add_todo"),
        ("GET", "/todo/getAll", "getAll"),
        ("POST", "/todo/reset", "reset"),
        ("POST", "/todo/add(3)", "add(3)"),
        ("GET", "/todo/book?seat=A1", 'book(seat="A1")'),
        ("GET", "/todo/search?q=a%20b&done=true&n=3", 'search(q="a b", done=true, n=3)'),
        ("GET", "/todo/get?filter%5Bname%5D=x", "GET /get?filter%5Bname%5D=x"),
        # REST style.
        ("GET", "/todo/items", "GET /items"),
        ("POST", "/todo/items", "POST /items"),
        ("PATCH", "/todo/items/3", "PATCH /items/3"),
        ("DELETE", "/todo/items/3", "DELETE /items/3"),
        ("PUT", "/todo/add_todo", "PUT /add_todo"),
        ("GET", "/todo/items?done=true&page=2", "GET /items?done=true&page=2"),
        ("GET", "/todo/items/a%2Fb%3Fc%23d%25", "GET /items/a%2Fb%3Fc%23d%25"),
        ("GET", "/todo/items/caf%C3%A9", "GET /items/café"),
        ("DELETE", "/todo/items/Buy%20Milk", "DELETE /items/Buy Milk"),
        ("DELETE", "/todo/the%20last%20two", "DELETE /the last two"),
        ("DELETE", "/todo/remove(3)", "remove(3)"),
        ("GET", "/todo", "GET /"),
        ("GET", "/todo/", "GET /"),
        ("HEAD", "/todo/items", "GET /items"),
    ],
)
def test_a_request_reads_as_the_call_that_was_meant(method: str, target: str, expected: str) -> None:
    assert text(method, target) == expected


@pytest.mark.parametrize(
    ("method", "target", "endpoint", "args"),
    [
        ("GET", "/todo/book?seat=A1", "book", {"seat": "A1"}),
        ("GET", "/todo/items?done=true", "GET /items", {"done": True}),
        ("GET", "/todo/items/a%2Fb", "GET /items/a/b", []),
        ("DELETE", "/todo/items/3", "DELETE /items/{id}", [3]),
        ("GET", "/todo/add_todo(why?)", "add_todo", ["why?"]),
        ("GET", "/todo/search?q=a%20%22b%22,%20c", "search", {"q": 'a "b", c'}),
    ],
)
def test_the_text_gives_the_arguments_that_were_sent(
    method: str, target: str, endpoint: str, args: object
) -> None:
    call = Call.parse(text(method, target))
    assert (call.endpoint, call.args) == (endpoint, args)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_text_between_the_brackets_arrives_as_it_was_sent(words: str) -> None:
    assert text("GET", f"/todo/{quote(f'add_todo({words})', safe='()')}") == f"add_todo({words})"


@pytest.mark.parametrize(
    "target",
    [
        "/todo/%00",
        "/todo/a%1B%5B2J",
        "/todo/x?y=%00",
        "/todo/%FF",
        "/%FF/x",
        "/todo/" + "a" * MAX_TARGET,
        "/todo/%C2%9B",
    ],
    ids=["NUL", "ESC", "NUL in the query", "not UTF-8", "not UTF-8 in the name", "too long", "C1"],
)
def test_what_is_no_text_is_refused(target: str) -> None:
    with pytest.raises(UsageError):
        text("GET", target)


@pytest.mark.parametrize("word", ["add_todo", "getAll", "list", "mark-done", "Reset", "doIt"])
def test_a_word_that_begins_with_a_verb_is_a_procedure(word: str) -> None:
    assert is_procedure(word)


@pytest.mark.parametrize(
    "word", ["items", "todos", "user_names", "additions", "getter", "3", "_", "é", "a.b"]
)
def test_any_other_word_is_a_resource(word: str) -> None:
    assert not is_procedure(word)


@pytest.mark.parametrize("path", ["/-/", "/-/x", "/todo/-/state", "/todo/-/", "/todo/%2D/x", "/%2D/x"])
def test_what_stands_under_the_dash_is_reserved(path: str) -> None:
    assert Target.parse(path.encode(), b"").is_reserved


def test_a_dash_inside_a_call_is_not_reserved() -> None:
    assert not Target.parse(b"/todo/a-/b/-/c", b"").is_reserved
