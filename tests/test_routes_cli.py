"""`bgpt routes`, `warm` and `replay`, as processes; and calls made again on a fork."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backendgpt.backend import Backend
from backendgpt.errors import UsageError
from backendgpt.prompt import fenced
from backendgpt.replay import read_calls, replay, warm
from tests.terminal import bgpt
from tests.test_routes import ADD, COUNT, TODO, function
from tests.wire import ChatServer, answer

REPLIES = {"add": ADD, "count": COUNT, "invent": 'return {"name": "Taskmaster"}'}


def reply(messages: list[dict[str, Any]]) -> str:
    """Answer by the name of the call that is asked last."""
    asked = messages[-1]["content"].rpartition("Call: ")[2]
    return fenced(function(REPLIES[asked.partition("(")[0]]))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    with ChatServer(answer(reply)) as server:
        monkeypatch.setenv("BGPT_MODEL", f"{server.url}#m")
        yield server


@pytest.fixture
def todo(server: ChatServer) -> Iterator[Backend]:
    with Backend.create("todo", "A todo list", TODO) as backend:
        yield backend


@pytest.fixture
def learned(todo: Backend) -> Backend:
    """A backend that has learned `add`, and has a candidate for `invent`."""
    for text in ("add(milk)", "add(bread)", "add(tea)", "invent()"):
        todo.call(text)
    assert todo.routes
    todo.routes.close()
    return todo


def text(*args: str, **env: str) -> str:
    done = bgpt(*args, env=env)
    assert done.returncode == 0, done.stderr
    return (done.stdout + done.stderr).decode()


def test_routes_lists_what_was_kept_and_what_it_saved(learned: Backend) -> None:
    add, invent = json.loads(text("routes", "todo", "--json"))
    assert (add["endpoint"], add["status"], add["hits"], add["tokens saved"]) == ("add", "learned", 1, 120)
    assert 0 < add["ms"] < 1000
    assert (invent["status"], invent["hits"]) == ("candidate", 0)
    assert "neither" in invent["note"]
    assert "learned" in text("routes", "todo")


def test_a_route_is_shown_as_its_file(learned: Backend) -> None:
    shown = text("routes", "todo", "add(salt)")
    assert "# status: learned" in shown
    assert "def handle(state, args):" in shown


def test_a_route_can_be_pinned_edited_and_forgotten(learned: Backend, tmp_path: Path) -> None:
    assert "pinned" in text("routes", "todo", "invent", "--pin")
    assert learned.call("invent()").source == "route"
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i s/Added/Got/ "$1"\n')
    editor.chmod(0o700)
    text("routes", "todo", "add", "--edit", EDITOR=str(editor))
    assert learned.call("add(salt)").response == {"message": "Got salt"}
    text("routes", "todo", "add", "--forget")
    assert learned.call("add(rice)").source == "model"


@pytest.mark.parametrize(
    "args", [("routes", "todo", "nothing"), ("routes", "todo", "--pin")], ids=["unknown", "which"]
)
def test_a_route_that_is_not_there_is_a_usage_error(args: tuple[str, ...], learned: Backend) -> None:
    assert bgpt(*args).returncode == 2


def test_learning_can_be_turned_off(todo: Backend) -> None:
    spec = Path(os.environ["BGPT_HOME"]) / "todo" / "spec.toml"
    spec.write_text(spec.read_text().replace('learn = "auto"', 'learn = "off"'))
    assert [todo.call(f"add({n} eggs)").source for n in range(3)] == ["model"] * 3
    assert not (spec.parent / "routes").exists()


def test_warm_learns_without_touching_the_state(todo: Backend, tmp_path: Path) -> None:
    before = todo.state
    (tmp_path / "calls.txt").write_text('# a demo\nadd(milk)\n\n{"call": "count()"}\ninvent()\n')
    said = text("warm", "todo", str(tmp_path / "calls.txt"))
    assert "2 of 3 calls need no model now" in said
    assert "invent()" in said
    assert todo.state == before
    assert len(list(todo.history())) == 1
    assert todo.routes
    assert [route.endpoint for route in todo.routes.files.all()] == ["add", "count"]
    assert [todo.call(call).source for call in ("add(tea)", "count()")] == ["route", "route"]


def test_warm_keeps_what_a_person_pinned(todo: Backend) -> None:
    assert todo.routes
    todo.routes.files.folder.mkdir()
    (todo.routes.files.folder / "count.py").write_text(function("return -1"))
    calls = read_calls("count()")
    list(warm(todo.store, todo.routes, calls, lambda: todo.runtime.model(None, todo.spec)))
    assert todo.call("count()").response == -1


def test_replay_compares_every_call_on_the_state_that_it_met(learned: Backend, server: ChatServer) -> None:
    learned.call("count()")
    REPLIES["count"] = "return 5"
    try:
        done = list(
            replay(learned.store, lambda: learned.runtime.model(None, learned.spec), learned.runtime.sandbox)
        )
    finally:
        REPLIES["count"] = COUNT
    assert [(call.call, call.response, call.state) for call in done] == [
        ("add(milk)", True, True),
        ("add(bread)", True, True),
        ("add(tea)", True, True),
        ("invent()", True, True),
        ("count()", False, True),
    ]
    assert len(list(learned.history())) == 6


def test_replay_prints_a_table(learned: Backend) -> None:
    said = text("replay", "todo", "-n", "2")
    assert "same response  2" in said
    assert [call["call"] for call in json.loads(text("replay", "todo", "--json"))][-1] == "invent()"


def test_every_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(UsageError, match=r"line 1: .*line 3: "):
        read_calls('{"call": 1}\nadd(1)\n{"call"}\n')
    with pytest.raises(UsageError, match="no call"):
        read_calls("# nothing\n")
