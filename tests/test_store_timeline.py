"""Undo, redo and the state at a revision."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backendgpt.errors import UsageError
from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec
from backendgpt.store import Record, Snapshot
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from backendgpt.store.memory import MemoryStore
from backendgpt.store.timeline import redo, state_at, undo
from tests.test_store import commit, soon


@pytest.fixture
def store() -> MemoryStore:
    """Return a store whose state at revision n is n."""
    store = MemoryStore("todo", Spec("x"), 1)
    for n in (2, 3, 4):
        commit(store, n, call=f"set({n})")
    return store


def test_undo_is_a_revision_that_says_what_it_undid(store: MemoryStore) -> None:
    record = undo(store, 1, soon())
    assert (record.kind, record.revision, record.call, record.args) == ("undo", 5, "set(4)", {"to": 3})
    assert store.load().state == 3
    assert len(list(store.records())) == 5


def test_undo_after_undo_goes_further_back_and_redo_comes_forward(store: MemoryStore) -> None:
    course = [undo, undo, redo, undo, undo, redo, redo, redo]
    assert [step(store, 1, soon()) and store.load().state for step in course] == [3, 2, 3, 2, 1, 2, 3, 4]


def test_several_turns_at_once(store: MemoryStore) -> None:
    assert undo(store, 3, soon()).call == "set(4); set(3); set(2)"
    assert store.load().state == 1
    assert redo(store, 2, soon()).call == "set(2); set(3)"
    assert store.load().state == 3


def test_a_change_after_an_undo_leaves_nothing_to_redo(store: MemoryStore) -> None:
    undo(store, 2, soon())
    commit(store, 9, call="set(9)")
    with pytest.raises(UsageError, match="nothing to redo"):
        redo(store, 1, soon())
    assert [undo(store, 1, soon()) and store.load().state for _ in range(2)] == [2, 1]
    redo(store, 2, soon())
    assert store.load().state == 9


def test_reads_neither_count_nor_end_the_redo(store: MemoryStore) -> None:
    undo(store, 1, soon())
    commit(store, 3, call="get()")
    redo(store, 1, soon())
    commit(store, 4, call="get()")
    assert store.load().state == 4
    assert undo(store, 1, soon()).call == "set(4)"


@pytest.mark.parametrize("steps", [4, 100, 0, -1])
def test_more_than_there_is_cannot_be_undone(store: MemoryStore, steps: int) -> None:
    with pytest.raises(UsageError, match="cannot be undone, only 1 to"):
        undo(store, steps, soon())
    assert store.load().revision == 4


def test_an_undo_to_an_equal_state_still_counts() -> None:
    store = MemoryStore("todo", Spec("x"), 1)
    for n in (2, 1):
        commit(store, n)
    undo(store, 2, soon())
    assert (store.load().revision, store.load().state) == (4, 1)
    redo(store, 1, soon())
    assert store.load().state == 2


@pytest.mark.parametrize("revision", [1, 2, 3, 4])
def test_the_state_at_a_revision(store: MemoryStore, revision: int) -> None:
    assert state_at(store, revision) == revision


@pytest.mark.parametrize("revision", [-1, 0, 5])
def test_a_revision_that_is_not_there_is_named(store: MemoryStore, revision: int) -> None:
    with pytest.raises(UsageError, match="1 to 4"):
        state_at(store, revision)


def test_the_state_at_a_revision_with_an_edit_that_is_not_recorded_yet(tmp_path: Path) -> None:
    store = Home(tmp_path).create("todo", Spec("x"), {"n": 1})
    commit(store, {"n": 2})
    store.files.state_path.write_text('{"n": 99}')
    assert [state_at(store, n) for n in (1, 2, 3)] == [{"n": 1}, {"n": 2}, {"n": 99}]


class Editor:
    """What undo and redo should do, in the simplest way: two stacks."""

    def __init__(self) -> None:
        self.done: list[Json] = [0]
        self.undone: list[Json] = []

    def step(self, what: str, value: int) -> bool:
        """Do a step and tell whether it is possible."""
        if what == "change":
            self.done, self.undone = [*self.done, value], []
            return True
        source, target, least = (self.done, self.undone, 1) if what == "undo" else (self.undone, self.done, 0)
        if len(source) - least < value:
            return False
        target.extend(source.pop() for _ in range(value))
        return True


@settings(max_examples=300)
@given(
    st.lists(st.tuples(st.sampled_from(["change", "undo", "redo", "read"]), st.integers(1, 3)), max_size=25)
)
def test_any_course_goes_as_in_an_editor(course: list[tuple[str, int]]) -> None:
    store, editor, states = MemoryStore("todo", Spec("x"), 0), Editor(), dict[int, Json]({1: 0})
    for number, (what, n) in enumerate(course, 1):
        if what == "read":
            commit(store, store.load().state, call="get()")
            continue
        if what == "change":
            commit(store, number)
        expected = editor.step(what, number if what == "change" else n)
        if what in ("undo", "redo"):
            try:
                (undo if what == "undo" else redo)(store, n, soon())
                assert expected
            except UsageError:
                assert not expected
        assert store.load().state == editor.done[-1]
        states[store.load().revision] = editor.done[-1]
    assert {revision: state_at(store, revision) for revision in states} == states


def test_a_record_of_an_unknown_shape_stands_at_its_own_revision() -> None:
    from backendgpt.store.timeline import stands_at

    assert stands_at(Record(7, 0.0, "undo", args={"to": "x"})) == 7


class Behind(MemoryStore):
    """A store whose reader has read the state just before another process committed."""

    def load(self) -> Snapshot:
        """Return the state as it was three commits ago."""
        return Snapshot([1, 2, 3], 4)


def test_what_is_committed_meanwhile_does_not_mislead_a_reader() -> None:
    store = Behind("todo", Spec("x"), [])
    for n in range(1, 7):
        commit(store, list(range(1, n + 1)))
    assert [state_at(store, revision) for revision in (2, 3, 4)] == [[1], [1, 2], [1, 2, 3]]


class Overtaken(FileStore):
    """A store whose state is edited by hand, and edited again right after it was read."""

    def load(self) -> Snapshot:
        self.files.state_path.write_text('{"m": 1}')
        seen = super().load()
        self.files.state_path.write_text('{"n": {"edited": 2}}')
        self.record_edit()
        return seen


def test_an_edit_that_changes_while_it_is_read_does_not_mislead_the_way_back(tmp_path: Path) -> None:
    store = Home(tmp_path).create("todo", Spec("x"), {"n": {"a": 1}})
    commit(store, {"n": {"a": 2}})
    commit(store, {"n": {"a": 3}})
    assert state_at(Overtaken(store.files.folder), 3) == {"n": {"a": 3}}
