"""What every store must do: one suite, both stores."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backendgpt.deadline import Deadline
from backendgpt.errors import Busy, LimitExceeded
from backendgpt.jsonvalue import Json, equal
from backendgpt.spec import Limits, Spec
from backendgpt.store import Record, Store
from backendgpt.store.checks import SchemaViolation
from backendgpt.store.home import Home
from backendgpt.store.memory import MemoryStore
from backendgpt.store.patch import apply_all
from backendgpt.store.tally import Tally

Make = Callable[..., Store]


def soon() -> Deadline:
    return Deadline(5)


def commit(store: Store, after: Json, **fields: Any) -> Record:
    with store.writing(soon()) as writer:
        return writer.commit(after, Record(**{"revision": 0, "time": time.time(), "kind": "call", **fields}))


@pytest.fixture(params=["memory", "files"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Make a new store of each kind."""

    def in_memory(state: Json, spec: Spec | None = None) -> Store:
        return MemoryStore("todo", spec or Spec("todos"), state)

    def in_files(state: Json, spec: Spec | None = None) -> Store:
        return Home(tmp_path).create("todo", spec or Spec("todos"), state, replace=True)

    return in_memory if request.param == "memory" else in_files


def test_a_new_store_has_revision_1_and_a_history_that_begins_with_its_state(make: Make) -> None:
    store = make({"todos": []})
    assert (store.load().revision, store.load().state) == (1, {"todos": []})
    [first] = store.records()
    assert (first.kind, first.revision, apply_all(None, [first.patch])) == ("init", 1, {"todos": []})


def test_a_commit_is_what_the_next_reader_sees(make: Make) -> None:
    store = make({"n": 1})
    record = commit(store, {"n": 2}, call="inc()", response=2)
    assert (store.load().revision, store.load().state) == (2, {"n": 2})
    assert record.patch == ({"op": "replace", "path": "/n", "value": 2},)
    assert record.inverse == ({"op": "replace", "path": "/n", "value": 1},)
    assert [r.call for r in store.records(newest_first=True)] == ["inc()", ""]


def test_a_turn_that_only_read_is_recorded_under_the_revision_it_read(make: Make) -> None:
    store = make({"n": 1})
    record = commit(store, {"n": 1}, call="get()", response=1)
    assert (record.revision, record.patch) == (1, ())
    assert [r.call for r in store.records()] == ["", "get()"]
    assert commit(store, {"n": 2}).revision == 2


@pytest.mark.parametrize("kind", ["set", "undo", "redo"])
def test_what_a_person_asks_for_is_a_revision_even_if_nothing_differs(make: Make, kind: str) -> None:
    store = make({"n": 1})
    assert commit(store, {"n": 1}, kind=kind).revision == 2


def test_records_come_back_as_they_were_written(make: Make) -> None:
    store = make([])
    written = commit(
        store,
        ["käse", "\x1b[31m\u2028\u202e"],
        call="add(käse)",
        args={"a": [1, 1.0, True, None]},
        response="ok\n",
        status=201,
        program="def handle(state, args): ...",
        source="model",
        model="local/x",
        input_tokens=7,
        output_tokens=8,
        cost=0.25,
        seconds=1.5,
    )
    assert next(store.records(newest_first=True)) == written


@pytest.mark.parametrize(
    ("before", "after"),
    [({"a": 1}, {"a": True}), ([1], [1.0]), ({"a": 0}, {"a": False}), (None, False), ([], {})],
    ids=["1 and true", "1 and 1.0", "0 and false", "null and false", "list and object"],
)
def test_values_that_python_takes_for_equal_are_told_apart(make: Make, before: Json, after: Json) -> None:
    store = make(before)
    assert commit(store, after).revision == 2
    assert equal(store.load().state, after)


@pytest.mark.parametrize(
    ("limits", "after", "word"),
    [(Limits(state_bytes=20), {"a": "x" * 20}, "bytes"), (Limits(depth=3), [[[[]]]], "levels")],
    ids=["size", "depth"],
)
def test_a_state_beyond_the_limits_is_refused(make: Make, limits: Limits, after: Json, word: str) -> None:
    store = make([], Spec("x", limits=limits))
    with pytest.raises(LimitExceeded, match=word):
        commit(store, after)
    assert store.load().state == []
    assert len(list(store.records())) == 1


def test_a_state_that_breaks_the_schema_is_refused_with_its_place(make: Make) -> None:
    schema: Json = {"type": "object", "properties": {"n": {"items": {"type": "integer"}}}}
    store = make({"n": [1]}, Spec("x", schema=schema))
    with pytest.raises(SchemaViolation, match="'/n/1'"):
        commit(store, {"n": [1, "two"]})
    assert commit(store, {"n": [1, 2]}).revision == 2


def test_a_second_writer_waits_and_then_is_told_who_writes(make: Make) -> None:
    store = make({})
    with store.writing(soon()), pytest.raises(Busy, match="todo"), store.writing(Deadline(0.05)):
        pass
    assert commit(store, {"a": 1}).revision == 2


def test_threads_lose_nothing(make: Make) -> None:
    store = make({"n": 0})

    def work() -> None:
        for _ in range(20):
            with store.writing(soon()) as writer:
                state: Any = writer.snapshot.state
                writer.commit({"n": state["n"] + 1}, Record(0, time.time(), "call"))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (store.load().state, store.load().revision) == ({"n": 160}, 161)


def test_the_tally_counts_today_s_model_calls_and_only_once(make: Make) -> None:
    store, noon = make({"n": 0}), 20_000 * 86_400.0 + 43_200
    tally = Tally(store)
    commit(store, {"n": 1}, source="model", cost=0.5, time=noon - 86_400)
    commit(store, {"n": 2}, source="model", cost=0.25, time=noon)
    commit(store, {"n": 3}, source="route", cost=9.0, time=noon)
    assert tally.spent(noon) == (1, 0.25)
    commit(store, {"n": 3}, source="model", cost=None, time=noon + 1)
    assert tally.spent(noon + 2) == tally.spent(noon + 2) == (2, 0.25) == Tally(store).spent(noon + 2)
    assert tally.spent(noon + 86_400) == (0, 0.0)


scalars = (
    st.none() | st.booleans() | st.integers(-2, 2) | st.floats(-2, 2) | st.text("a/~\u00e9\x1b", max_size=2)
)
states = st.recursive(
    scalars,
    lambda inside: (
        st.lists(inside, max_size=5) | st.dictionaries(st.text("a/~0", max_size=2), inside, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(states, min_size=1, max_size=6))
def test_any_states_come_back_and_their_history_leads_there_and_back(make: Make, course: list[Json]) -> None:
    store = make(course[0])
    for state in course[1:]:
        commit(store, state, kind="set")
    assert equal(store.load().state, course[-1])
    assert equal(apply_all(None, (r.patch for r in store.records())), course[-1])
    back = [r.inverse for r in store.records(newest_first=True)]
    for i, state in enumerate(reversed(course)):
        assert equal(apply_all(course[-1], back[:i]), state)
