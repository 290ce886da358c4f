"""Learned routes in the path of a call, with a model that answers over a real socket."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backendgpt.call import Call
from backendgpt.interpret import interpret
from backendgpt.jsonvalue import Json
from backendgpt.models.chat import ChatModel
from backendgpt.prompt import fenced
from backendgpt.routes import LearnedRoutes, Route
from backendgpt.routes.files import RouteFiles
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Spec
from backendgpt.store import Store
from backendgpt.store.memory import MemoryStore
from backendgpt.turn import Turn
from tests.wire import ChatServer, answer

TODO: Json = {
    "todos": [
        {"title": "Buy milk", "completed": False},
        {"title": "Clean room", "completed": True},
        {"title": "Learn chess", "completed": False},
    ]
}

ADD = """
state["todos"].append({"title": args[0], "completed": False})
return {"message": f"Added {args[0]}"}
"""
GET = 'return state["todos"][args[0]]'
DELETE_LAST = 'return state["todos"].pop()'
COUNT = 'return len(state["todos"])'
SHUFFLED = 'import random\nreturn random.sample(state["todos"], len(state["todos"]))'
STAMP = """
from datetime import datetime
state["todos"].append({"title": args[0], "at": datetime.now().isoformat()})
return state["todos"][-1]
"""


def function(body: str) -> str:
    return "def handle(state, args):\n" + textwrap.indent(body.strip(), "    ")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


class Session:
    """A backend, what it has learned, and a model that answers every call by its endpoint."""

    def __init__(self, folder: Path, sandbox: Sandbox, state: Json = TODO, **spec: object) -> None:
        self.store: Store = MemoryStore("todo", Spec("A todo list", **spec), state)  # type: ignore[arg-type]
        self.routes = LearnedRoutes(RouteFiles(folder / "routes"), lambda: self.store.spec, sandbox)
        self.sandbox = sandbox
        self.replies: dict[str, str] = {}
        self.asked: list[str] = []

    def __enter__(self) -> Session:
        self.server = ChatServer(answer(self._reply)).__enter__()
        self.model = ChatModel("test/m", self.server.url)
        return self

    def __exit__(self, *exc: object) -> None:
        self.server.__exit__(*exc)

    def _reply(self, messages: list[dict[str, Any]]) -> str:
        asked = next(m["content"] for m in reversed(messages) if "Call: " in m["content"])
        shown = asked.rpartition("Call: ")[2].split("\n")[0]
        self.asked.append(shown)
        return fenced(function(self.replies[Call.parse(shown).endpoint]))

    def call(self, text: str, body: str = "", *, data: Json = None, fresh: bool = False) -> Turn:
        """Make a call; `body` is what the model writes for this endpoint from now on."""
        call = Call.parse(text, data)
        if body:
            self.replies[call.endpoint] = body
        return interpret(
            call,
            store=self.store,
            model=lambda: self.model,
            sandbox=self.sandbox,
            routes=self.routes,
            fresh=fresh,
        )

    def route(self, name: str) -> Route:
        return next(route for route in self.routes.files.all() if route.endpoint == name)


@pytest.fixture
def session(tmp_path: Path, sandbox: Sandbox) -> Iterator[Session]:
    with Session(tmp_path, sandbox) as session:
        yield session


@pytest.mark.parametrize(
    ("calls", "body"),
    [
        (["add(milk)", "add(bread)", "add(tea)"], ADD),
        (["get(0)", "get(2)", "get(1)"], GET),
        (["delete_last()", "delete_last()", "delete_last()"], DELETE_LAST),
        (["stamp(milk)", "stamp(bread)", "stamp(tea)"], STAMP),
    ],
    ids=["append", "by index", "no arguments", "the clock"],
)
def test_the_third_call_of_a_kind_needs_no_model(calls: list[str], body: str, session: Session) -> None:
    turns = [session.call(text, body) for text in calls]
    assert [turn.source for turn in turns] == ["model", "model", "route"]
    assert turns[-1].usage.rounds == 0
    assert session.route(Call.parse(calls[0]).endpoint).status == "learned"


def test_a_learned_route_answers_as_the_model_did_and_is_recorded(session: Session) -> None:
    for title in ("milk", "bread", "tea"):
        turn = session.call(f"add({title})", ADD)
    assert turn.response == {"message": "Added tea"}
    assert [record.source for record in session.store.records()][1:] == ["model", "model", "route"]


def test_the_same_call_again_proves_nothing(session: Session) -> None:
    turns = [session.call("get(1)", GET) for _ in range(4)]
    assert {turn.source for turn in turns} == {"model"}


def test_a_question_without_arguments_is_learned_once_the_state_has_changed(session: Session) -> None:
    assert [session.call("count()", COUNT).source for _ in range(3)] == ["model"] * 3
    session.call("add(milk)", ADD)
    assert [session.call("count()").source for _ in range(2)] == ["model", "route"]


def test_a_function_that_rolls_dice_itself_is_learned(session: Session) -> None:
    session.call("shuffled()", SHUFFLED)
    session.call("add(milk)", ADD)
    session.call("shuffled()")
    assert session.call("shuffled()").source == "route"


def test_more_agreements_can_be_asked_for(tmp_path: Path, sandbox: Sandbox) -> None:
    with Session(tmp_path, sandbox, agreements=3) as session:
        sources = [session.call(f"add({n} eggs)", ADD).source for n in range(5)]
    assert sources == ["model"] * 4 + ["route"]


NEVER = {
    "made-up content": (
        ["add_two_chores()"] * 4,
        'new = [{"title": "Vacuum the hall", "completed": False}]\nstate["todos"] += new\nreturn new',
    ),
    "an ignored argument": (["get(0)", "get(1)", "get(2)"], 'return state["todos"]'),
    "an argument that makes no difference": (
        ["get(0, a)", "get(1, b)", "get(2, c)"],
        'note = args[1].upper()\nreturn state["todos"][args[0]] if note else None',
    ),
    "an argument as a literal": (
        ["find(Buy milk)", "find(Buy bread)", "find(Buy tea)"],
        'return {"of": args[0], "all": [t for t in state["todos"] if t["title"] == "Buy milk"]}',
    ),
    "the model's taste": (
        ["pick_one()", "delete_last()", "pick_one()", "delete_last()", "pick_one()"],
        'return state["todos"][0]',
    ),
    "an answer that is always the same": (
        ["status()", "delete_last()", "status()", "delete_last()", "status()"],
        'return {"status": "ok", "open": bool(state)}',
    ),
}


@pytest.mark.parametrize(("calls", "body"), NEVER.values(), ids=NEVER)
def test_what_is_not_general_is_asked_for_every_time(calls: list[str], body: str, session: Session) -> None:
    session.replies["delete_last"] = DELETE_LAST
    name = Call.parse(calls[0]).endpoint
    turns = [session.call(text, body if Call.parse(text).endpoint == name else "") for text in calls]
    assert {turn.source for turn in turns if turn.call.endpoint == name} == {"model"}
    assert session.route(name).status == "candidate"


def test_a_function_that_only_happens_to_agree_is_not_learned(session: Session) -> None:
    """Both give the first one that is open; only one of them looks for it."""
    session.call("first_open()", 'return [t for t in state["todos"] if not t["completed"]][0]')
    session.call("delete_last()", DELETE_LAST)
    session.call("first_open()", 'return state["todos"][0]')
    assert session.route("first_open").status == "candidate"
    assert "would answer otherwise" in session.route("first_open").note


def test_a_function_that_does_not_do_gives_way_to_the_model(session: Session) -> None:
    for index in (0, 1):
        session.call(f"get({index})", GET)
    polite = 'return state["todos"][args[0]] if args[0] < len(state["todos"]) else (None, 404)'
    turn = session.call("get(99)", polite)
    assert (turn.source, turn.status) == ("model", 404)
    assert session.call("get(1)").source == "model"
    assert session.call("get(99)").source == "route"


def test_a_function_that_failed_is_not_used_until_the_model_agrees(session: Session) -> None:
    for index in (0, 1):
        session.call(f"get({index})", GET)
    session.call("get(99)", 'return {"joke": "Ninety-nine bottles", "n": args[0], "of": len(state["todos"])}')
    assert session.route("get").status == "candidate"
    assert session.call("get(1)", GET).source == "model"


def test_a_state_of_another_shape_gives_way_to_the_model_until_it_agrees(session: Session) -> None:
    for text in ("count()", "delete_last()", "count()"):
        session.call(text, COUNT if text == "count()" else DELETE_LAST)
    assert session.call("count()").source == "route"
    session.call("use_ids()", 'state["todos"] = {str(i): t for i, t in enumerate(state["todos"])}')
    assert session.call("count()").source == "model"
    assert session.call("count()").source == "route"


def test_the_model_may_take_a_route_back(session: Session) -> None:
    for title in ("milk", "bread"):
        session.call(f"add({title})", ADD)
    assert session.route("add").status == "learned"
    upper = ADD.replace("args[0]", "args[0].upper()")
    assert session.call("add(tea)", upper, fresh=True).source == "model"
    assert session.route("add").status == "candidate"
    assert session.call("add(salt)").source == "model"
    assert session.call("add(rice)").source == "route"


def test_arguments_of_another_shape_are_another_route(session: Session) -> None:
    for title in ("milk", "bread"):
        session.call(f"add({title})", ADD)
    assert session.call("add(milk, 3)").source == "model"
    assert session.call("add", ADD.replace("[0]", "['title']"), data={"title": "x"}).source == "model"
    assert session.call("add(tea)").source == "route"


def test_a_misspelt_name_is_free_once_the_model_has_understood_it(session: Session) -> None:
    for title in ("milk", "bread"):
        session.call(f"add_todo({title})", ADD)
    assert session.call("ad_todo(tea)", ADD).source == "model"
    assert session.call("ad_todo(rice)").source == "route"
    assert session.route("ad_todo").same_as == "add_todo"


def test_a_similar_name_with_another_meaning_is_no_misspelling(session: Session) -> None:
    for index in (0, 1):
        session.call(f"get_todo({index})", GET)
    rest = 'return state["todos"][args[0]:]'
    assert session.call("get_todos(1)", rest).source == "model"
    assert session.route("get_todos").same_as == ""


def test_a_function_that_a_person_wrote_is_trusted(session: Session) -> None:
    session.routes.files.folder.mkdir()
    path = session.routes.files.folder / "delete_items_id.py"
    path.write_text('# Mine.\ndef handle(state, args):\n    return state["todos"].pop(args[0])\n')
    turn = session.call("DELETE /items/1")
    assert (turn.source, turn.response) == ("route", {"title": "Clean room", "completed": True})


def test_a_function_that_a_person_broke_is_left_alone(session: Session) -> None:
    session.routes.files.folder.mkdir()
    (session.routes.files.folder / "count.py").write_text("def handle(state, args)\n    return 1")
    assert session.call("count()", COUNT).source == "model"


def test_a_person_s_function_stays_when_it_fails(session: Session) -> None:
    session.routes.files.folder.mkdir()
    (session.routes.files.folder / "count.py").write_text(function('return state["no"]'))
    assert session.call("count()", COUNT).response == 3
    assert session.route("count").status == "pinned"


def test_nothing_that_goes_wrong_in_learning_reaches_the_call(tmp_path: Path, sandbox: Sandbox) -> None:
    (tmp_path / "routes").write_text("a file where the folder should be")
    with Session(tmp_path, sandbox) as session:
        assert session.call("count()", COUNT).response == 3


def test_the_use_of_a_route_is_counted(session: Session) -> None:
    for title in ("milk", "bread", "tea", "salt"):
        session.call(f"add({title})", ADD)
    session.routes.close()
    use = RouteFiles(session.routes.files.folder).uses()["add"]
    assert use.hits == 2
    assert 0 < use.seconds < 1


def test_learned_functions_are_the_examples_for_other_calls(session: Session) -> None:
    for title in ("milk", "bread"):
        session.call(f"add({title})", ADD)
    session.call("get(1)", GET)
    assert session.routes.examples(Call.parse("get(2)")) == [("add(milk)", function(ADD))]
    assert session.routes.examples(Call.parse("add(tea)")) == []
