"""The object that joins the parts, as a Python program uses it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backendgpt import (
    Backend,
    BackendExists,
    BackendNotFound,
    BudgetExceeded,
    LimitExceeded,
    Runtime,
    UnusableAnswer,
    UsageError,
)
from backendgpt.deadline import Deadline
from backendgpt.jsonvalue import Json
from backendgpt.prompt import fenced
from backendgpt.store import Record, timeline
from tests.dialects import USAGE
from tests.wire import ChatServer

ECHO = fenced('def handle(state, args):\n    state.setdefault("seen", []).append(args)\n    return args')


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with ChatServer(ECHO) as server:
        yield server


@pytest.fixture
def runtime(tmp_path: Path, server: ChatServer) -> Iterator[Runtime]:
    runtime = Runtime({"BGPT_HOME": str(tmp_path), "BGPT_MODEL": f"{server.url}#test"})
    yield runtime
    runtime.close()


def test_what_a_caller_holds_is_not_what_the_store_goes_on_with(runtime: Runtime) -> None:
    given: Json = {"seen": []}
    todo = Backend.create("todo", "A list", given, runtime=runtime)
    turn = todo.call("add(1)")
    held: Any
    for held in (given, turn.before, turn.state, todo.state):
        held["seen"].append("mine")
    assert todo.state == {"seen": [[1]]}
    mine: Any = todo.state
    mine["seen"].append(2)
    assert todo.set_state(mine).patch == ({"op": "add", "path": "/seen/1", "value": 2},)
    mine["seen"].clear()
    assert todo.set_state(mine).patch
    assert timeline.state_at(todo.store, 2) == {"seen": [[1]]}


@pytest.mark.parametrize("value", [{1, 2}, float("nan"), object(), {(1, 2): 3}, "\ud800"], ids=ascii)
def test_what_is_not_json_is_refused_before_anything_happens(value: Json, runtime: Runtime) -> None:
    todo = Backend.create("todo", "A list", runtime=runtime)
    for attempt in (lambda: todo.set_state(value), lambda: todo.call("add", value)):
        with pytest.raises(UsageError, match="is not JSON"):
            attempt()
    with pytest.raises(UsageError, match="is not JSON"):
        Backend.create("other", "A list", value, runtime=runtime)
    assert [record.kind for record in todo.history()] == ["init"]


def test_every_method_exists(runtime: Runtime) -> None:
    todo = Backend.create("todo", "A list", runtime=runtime)
    assert todo.api.add_todo("milk, eggs", done=True) == ["milk, eggs", {"done": True}]
    assert todo.api.rename({"from": "a"}) == {"from": "a"}
    assert todo.state == {"seen": [["milk, eggs", {"done": True}], {"from": "a"}]}


def test_a_change_is_undone_and_brought_back(runtime: Runtime) -> None:
    todo = Backend.create("todo", "A list", runtime=runtime)
    todo.call("add(1)")
    todo.undo()
    assert todo.state == {}
    todo.redo()
    assert todo.state == {"seen": [[1]]}
    assert [record.kind for record in todo.history()] == ["init", "call", "undo", "redo"]


def test_a_second_backend_of_a_name_needs_force(runtime: Runtime) -> None:
    Backend.create("todo", "A list", {"a": 1}, runtime=runtime)
    with pytest.raises(BackendExists):
        Backend.create("todo", "Another", runtime=runtime)
    assert Backend.open("todo", runtime=runtime).state == {"a": 1}
    assert Backend.create("todo", "Another", runtime=runtime, force=True).state == {}


@pytest.mark.parametrize("name", ["../todo", "CON", ""])
def test_a_name_that_is_none_is_refused_before_any_file_is_touched(name: str, runtime: Runtime) -> None:
    with pytest.raises(UsageError):
        Backend.open(name, runtime=runtime)


def test_an_unknown_backend_is_named(runtime: Runtime) -> None:
    with pytest.raises(BackendNotFound, match="'nope'"):
        Backend.open("nope", runtime=runtime)


LIMITS: dict[str, tuple[str, Json, type[Exception]]] = {
    "calls a day": ("calls_per_day = 1", None, BudgetExceeded),
    "call bytes": ("call_bytes = 20", "x" * 30, LimitExceeded),
    "state bytes": ("state_bytes = 60", "x" * 80, LimitExceeded),
    "depth": ("depth = 5", [[[[[[1]]]]]], LimitExceeded),
}


@pytest.mark.parametrize(("limit", "data", "error"), LIMITS.values(), ids=LIMITS.keys())
def test_each_limit_of_the_spec_has_its_own_error(
    limit: str, data: Json, error: type[Exception], runtime: Runtime, tmp_path: Path
) -> None:
    todo = Backend.create("todo", "A list", runtime=runtime)
    spec = tmp_path / "todo" / "spec.toml"
    spec.write_text(f"{spec.read_text()}\n[limits]\n{limit}\n")
    todo.call("add(1)")
    before = todo.state
    with pytest.raises(error):
        todo.call("add", data)
    assert todo.state == before


def test_a_call_that_leaves_no_record_counts_among_those_of_the_day(
    runtime: Runtime, server: ChatServer, tmp_path: Path
) -> None:
    todo = Backend.create("todo", "A list", [], runtime=runtime)  # a list has no setdefault()
    spec = tmp_path / "todo" / "spec.toml"
    spec.write_text(f"{spec.read_text()}\n[limits]\ncalls_per_day = 2\n")
    for _ in range(2):
        with pytest.raises(UnusableAnswer):
            todo.call("add(1)")
    with pytest.raises(BudgetExceeded, match="2 calls"):
        todo.call("add(1)")
    assert len(server.requests) == 6
    assert [record.kind for record in todo.history()] == ["init"]


def test_an_answer_that_was_cut_off_names_the_limit(runtime: Runtime, tmp_path: Path) -> None:
    todo = Backend.create("todo", "A list", [], runtime=runtime)
    spec = tmp_path / "todo" / "spec.toml"
    spec.write_text(f"{spec.read_text()}\n[limits]\noutput_tokens = {USAGE.output}\n")
    with pytest.raises(UnusableAnswer, match=f"cut off after {USAGE.output} tokens") as caught:
        todo.call("add(1)")
    assert "limits.output_tokens" in caught.value.hint
    assert caught.value.reply == ECHO


def test_the_money_of_a_day_is_limited(runtime: Runtime, tmp_path: Path) -> None:
    todo = Backend.create("todo", "A list", runtime=runtime)
    spec = tmp_path / "todo" / "spec.toml"
    spec.write_text(f"{spec.read_text()}\n[limits]\nusd_per_day = 0.5\n")
    with todo.store.writing(Deadline(5)) as writer:
        writer.commit({}, Record(0, time.time(), "call", "dear()", source="model", cost=0.75))
    with pytest.raises(BudgetExceeded, match=r"\$0\.75 today") as caught:
        todo.call("add(1)")
    assert "limits.usd_per_day" in caught.value.hint
