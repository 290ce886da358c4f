"""The path of a call, with a model that answers over a real socket."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from backendgpt.ask import REPAIR_TEMPERATURE
from backendgpt.call import Call
from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, LimitExceeded, UnusableAnswer
from backendgpt.interpret import interpret
from backendgpt.jsonvalue import Json
from backendgpt.models.chat import ChatModel
from backendgpt.prompt import fenced
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Limits, Spec
from backendgpt.store import Record, Store
from backendgpt.store.home import Home
from backendgpt.store.memory import MemoryStore
from backendgpt.turn import Turn
from tests.dialects import Messages
from tests.wire import ChatServer, answer

ADD = fenced('def handle(state, args):\n    state["n"] += args[0]\n    return state["n"]')
READ = fenced('def handle(state, args):\n    return state["n"]')
RAISES = fenced('def handle(state, args):\n    return state["m"]')


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def store(state: Json = None, **spec: object) -> MemoryStore:
    return MemoryStore("counter", Spec("A counter", **spec), state or {"n": 1})  # type: ignore[arg-type]


def ask(text: str, store: Store, sandbox: Sandbox, server: ChatServer, **options: object) -> Turn:
    model = ChatModel("test/m", server.url)
    return interpret(Call.parse(text), store=store, model=lambda: model, sandbox=sandbox, **options)  # type: ignore[arg-type]


def test_a_call_changes_the_state_and_is_recorded(sandbox: Sandbox) -> None:
    counter = store()
    with ChatServer(ADD) as server:
        turn = ask("add(2)", counter, sandbox, server)
    assert (turn.response, turn.revision, turn.state) == (3, 2, {"n": 3})
    assert turn.patch == ({"op": "replace", "path": "/n", "value": 3},)
    assert counter.load().state == {"n": 3}
    record = list(counter.records())[-1]
    assert (record.call, record.args, record.program) == ("add(2)", [2], turn.program)
    assert record.inverse == ({"op": "replace", "path": "/n", "value": 1},)


def test_a_reading_call_is_recorded_under_the_revision_it_read(sandbox: Sandbox) -> None:
    counter = store()
    with ChatServer(READ) as server:
        turn = ask("get()", counter, sandbox, server)
    assert (turn.response, turn.revision, turn.changed) == (1, 1, False)
    assert [record.revision for record in counter.records()] == [1, 1]


def test_a_function_that_raises_is_repaired_and_told_why(sandbox: Sandbox) -> None:
    with ChatServer(RAISES, READ) as server:
        turn = ask("get()", store(), sandbox, server)
    assert (turn.response, turn.usage.rounds) == (1, 2)
    assert "KeyError" in server.requests[1].body["messages"][-1]["content"]


def test_a_function_that_misreads_its_arguments_is_shown_them(sandbox: Sandbox) -> None:
    misreads = fenced("def handle(state, args):\n    return args[2]")
    with ChatServer(misreads, READ) as server:
        ask("get(7, x)", store(), sandbox, server)
    assert "return args[2]; args = [7, 'x']" in server.requests[1].body["messages"][-1]["content"]


def test_an_outcome_that_is_in_doubt_is_looked_at_again(sandbox: Sandbox) -> None:
    with ChatServer(READ, ADD) as server:
        turn = ask("increment(2)", store(), sandbox, server)
    assert (turn.response, turn.usage.rounds) == (3, 2)
    first, second = (request.body["messages"][-1]["content"] for request in server.requests)
    assert second == first.replace("\nCall:", "\n# Take care: the call asks for a change of `state`\nCall:")


@pytest.mark.parametrize("second", [READ, RAISES], ids=["the same again", "a failure"])
def test_what_the_model_stands_by_is_kept(sandbox: Sandbox, second: str) -> None:
    with ChatServer(READ, second) as server:
        turn = ask("increment(2)", store(), sandbox, server)
    assert (turn.response, turn.changed) == (1, False)


def test_a_repair_is_chosen_more_freely(sandbox: Sandbox) -> None:
    with ChatServer(RAISES, READ) as server:
        ask("get()", store(), sandbox, server)
    assert [request.body["temperature"] for request in server.requests] == [0, REPAIR_TEMPERATURE]


@pytest.mark.parametrize("reply", [RAISES, "no", fenced("def handle(state, args):\n    return handle")])
def test_a_model_that_stays_wrong_ends_in_an_error_and_an_untouched_state(
    reply: str, sandbox: Sandbox
) -> None:
    counter = store()
    with ChatServer(reply) as server, pytest.raises(UnusableAnswer, match="unchanged"):
        ask("get()", counter, sandbox, server)
    assert len(server.requests) == 3
    assert len(list(counter.records())) == 1


def test_a_state_that_breaks_the_schema_is_repaired(sandbox: Sandbox) -> None:
    counter = store(schema={"properties": {"n": {"maximum": 10}}})
    too_much = fenced('def handle(state, args):\n    state["n"] = 11')
    with ChatServer(too_much, ADD) as server:
        turn = ask("add(2)", counter, sandbox, server)
    assert turn.state == {"n": 3}
    assert "schema" in server.requests[1].body["messages"][-1]["content"]


def test_a_dry_run_writes_nothing(sandbox: Sandbox) -> None:
    counter = store()
    with ChatServer(ADD) as server:
        turn = ask("add(2)", counter, sandbox, server, dry_run=True)
    assert turn.changed
    assert turn.dry_run
    assert counter.load().state == {"n": 1}
    assert len(list(counter.records())) == 1


def test_a_status_travels_beside_the_response(sandbox: Sandbox) -> None:
    with ChatServer(fenced('def handle(state, args):\n    return {"error": "no"}, 404')) as server:
        turn = ask("get(7)", store(), sandbox, server)
    assert (turn.response, turn.status) == ({"error": "no"}, 404)


def test_a_call_over_its_limit_never_reaches_the_model(sandbox: Sandbox) -> None:
    with ChatServer(ADD) as server, pytest.raises(LimitExceeded):
        ask("add(" + "2" * 100 + ")", store(limits=Limits(call_bytes=50)), sandbox, server)
    assert server.requests == []


def _while_asked(store: MemoryStore, state: Json, reply: str) -> object:
    """A behaviour: somebody else writes while the model thinks."""

    def think(_: Messages) -> str:
        with store.writing(Deadline(5)) as writer:
            if writer.snapshot.revision == 1:
                writer.commit(state, Record(revision=0, time=0.0, kind="set"))
        return reply

    return answer(think)


def test_a_backend_replaced_meanwhile_is_a_conflict_too(sandbox: Sandbox, tmp_path: Path) -> None:
    home = Home(tmp_path)
    counter = home.create("counter", Spec("A counter"), {"n": 1})

    def replaced(_: Messages) -> str:
        home.create("counter", Spec("Another counter"), {"n": 100}, replace=True)
        return ADD

    with ChatServer(answer(replaced)) as server:
        turn = ask("add(2)", counter, sandbox, server)
    assert (turn.response, turn.revision, turn.state) == (102, 2, {"n": 102})


def test_a_conflict_runs_the_function_again_without_asking(sandbox: Sandbox) -> None:
    counter = store()
    with ChatServer(_while_asked(counter, {"n": 100}, ADD)) as server:  # type: ignore[arg-type]
        turn = ask("add(2)", counter, sandbox, server)
    assert (turn.response, turn.state, len(server.requests)) == (102, {"n": 102}, 1)


def test_a_function_that_rests_on_what_the_model_saw_is_asked_for_again(sandbox: Sandbox) -> None:
    names = store({"names": ["Ada Lovelace"], "best": ""})
    seen = fenced('def handle(state, args):\n    state["best"] = "Ada Lovelace"')
    with ChatServer(_while_asked(names, {"names": ["Alan"], "best": ""}, seen)) as server:  # type: ignore[arg-type]
        ask("choose_best()", names, sandbox, server)
    assert len(server.requests) == 2


def test_a_read_during_a_write_does_not_undo_it(sandbox: Sandbox) -> None:
    counter = store()
    with ChatServer(_while_asked(counter, {"n": 100}, READ)) as server:  # type: ignore[arg-type]
        ask("get()", counter, sandbox, server)
    assert counter.load().state == {"n": 100}


def test_many_writers_lose_nothing(sandbox: Sandbox) -> None:
    counter = store({"n": 0})
    failures: list[BackendGPTError] = []

    def work() -> None:
        try:
            ask("add(1)", counter, sandbox, server)
        except BackendGPTError as exc:
            failures.append(exc)

    with ChatServer(answer(ADD, delay=0.05)) as server:
        threads = [threading.Thread(target=work) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures
    assert counter.load().state == {"n": 20}
