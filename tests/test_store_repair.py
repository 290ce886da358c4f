"""Repairing a damaged history."""

from __future__ import annotations

from pathlib import Path

import pytest

from backendgpt.errors import StorageError
from backendgpt.jsonvalue import Json
from backendgpt.spec import Limits, Spec
from backendgpt.store import repair
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from backendgpt.store.timeline import state_at
from tests.test_store import commit, soon


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return a store at revision 8, whose state at revision n is {"n": n}; each was read once."""
    store = Home(tmp_path).create("todo", Spec("x"), {"n": 1})
    for n in range(2, 9):
        commit(store, {"n": n}, call=f"set({n})")
        commit(store, {"n": n}, call="get()")
    return store


def lines(store: FileStore) -> list[bytes]:
    return store.files.history.path.read_bytes().splitlines(keepends=True)


def spoil(store: FileStore, *numbers: int) -> None:
    """Damage lines of the history, counted from 0."""
    found = lines(store)
    for number in numbers:
        found[number] = found[number].replace(b'"revision"', b'"Revision"')
    store.files.history.path.write_bytes(b"".join(found))


def mend(store: FileStore) -> FileStore:
    """Repair, and return the store as another process sees it."""
    found = repair.plan(store)
    assert found.findings
    repair.carry_out(store, found, soon())
    again = FileStore(store.files.folder)
    assert not repair.plan(again).findings
    return again


def revisions(store: FileStore) -> dict[int, Json]:
    return {r.revision: state_at(store, r.revision) for r in store.records()}


def test_nothing_is_done_where_nothing_is_wrong(store: FileStore) -> None:
    assert repair.plan(store) == repair.Repair()


def test_what_stands_on_both_sides_of_the_damage_is_kept(store: FileStore) -> None:
    spoil(store, 5)  # set(4)
    before = store.files.history.path.read_bytes()
    again = mend(store)
    assert revisions(again) == {n: {"n": n} for n in range(1, 9)}
    assert [r.call for r in again.records()][5] == "repair"
    [aside] = store.files.folder.glob("history.jsonl.damaged-*")
    assert aside.read_bytes() == before
    assert commit(again, {"n": 9}).revision == 9


def test_revisions_that_are_lost_are_said_to_be(store: FileStore) -> None:
    spoil(store, 3, 7)  # From set(3) on to set(5), all is lost: what stands between cannot be proved.
    assert repair.plan(store).findings[0].startswith("5 of 15 records cannot be used")
    assert sorted(revisions(mend(store))) == [1, 2, 5, 6, 7, 8]


def test_a_lost_read_needs_no_record_in_its_place(store: FileStore) -> None:
    spoil(store, 6)
    assert len(lines(mend(store))) == 14


def test_without_a_first_record_the_history_begins_later(store: FileStore) -> None:
    spoil(store, 0)
    again = mend(store)
    assert revisions(again) == {n: {"n": n} for n in range(1, 9)}
    assert next(again.records()).kind == "init"


def test_a_history_that_is_missing_begins_anew_with_the_state(store: FileStore) -> None:
    store.files.history.path.unlink()
    again = mend(store)
    assert (again.load().state, again.load().revision) == ({"n": 8}, 1)


def test_without_a_state_the_last_good_record_counts(store: FileStore) -> None:
    spoil(store, 7)
    store.files.state_path.write_text('{"n":')
    again = mend(store)
    assert (again.load().state, again.load().revision) == ({"n": 4}, 4)
    assert store.files.state_path.with_name("state.json.unusable").read_text() == '{"n":'


def test_a_hand_edit_beside_the_damage_becomes_the_newest_revision(store: FileStore) -> None:
    spoil(store, 7)
    store.files.state_path.write_text('{"n": "mine"}')
    again = mend(store)
    assert (again.load().state, again.load().revision) == ({"n": "mine"}, 9)


def test_a_hand_edit_that_the_spec_forbids_is_put_aside(tmp_path: Path) -> None:
    store = Home(tmp_path).create("todo", Spec("x", limits=Limits(state_bytes=20)), {"n": 1})
    store.files.state_path.write_text('{"n": "far too long for it"}')
    assert mend(store).load().state == {"n": 1}
    assert "far too long" in store.files.state_path.with_name("state.json.unusable").read_text()


def test_a_line_that_somebody_deleted_is_bridged(store: FileStore) -> None:
    found = lines(store)
    store.files.history.path.write_bytes(b"".join(found[:7] + found[8:]))
    with pytest.raises(StorageError, match="lacks a record"):
        list(FileStore(store.files.folder).records())
    assert revisions(mend(store)) == {n: {"n": n} for n in range(1, 9)}


def test_where_nothing_is_left_that_is_said(store: FileStore) -> None:
    store.files.history.path.write_bytes(b"")
    store.files.state_path.unlink()
    with pytest.raises(StorageError, match=r"no record is whole, and state\.json is missing"):
        repair.plan(store)


def test_a_repair_is_not_carried_out_on_other_files_than_were_shown(store: FileStore) -> None:
    spoil(store, 3)
    found = repair.plan(store)
    spoil(store, 5, 7)
    before = store.files.history.path.read_bytes()
    with pytest.raises(StorageError, match="changed meanwhile"):
        repair.carry_out(store, found, soon())
    assert store.files.history.path.read_bytes() == before
