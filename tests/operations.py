"""Everything that changes a backend's files, with what was there before and what must be there after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from backendgpt.errors import BackendNotFound
from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec
from backendgpt.store import copies, repair
from backendgpt.store.home import Home
from backendgpt.store.timeline import undo
from benchmarks.durability.faults import Unsynced
from tests.test_store import commit, soon

OLD: Json = {"n": [1, 2, 3]}
NEW: Json = {"n": [1, 2, 3, 4]}


GONE: Json = "gone"
"""No backend of that name."""


def empty(home: Home) -> None:
    home.root.mkdir()


def with_backend(home: Home) -> None:
    commit(home.create("todo", Spec("x"), {"n": [1, 2]}), OLD, call="three()")


def with_edit(home: Home) -> None:
    with_backend(home)
    (home.root / "todo" / "state.json").write_text('{"n": [1, 2, 3, 4]}')


def with_lost_view(home: Home) -> None:
    with_backend(home)
    (home.root / "todo" / "state.json").write_text("{")


def with_torn_history(home: Home) -> None:
    with_backend(home)
    with open(home.root / "todo" / "history.jsonl", "a") as file:
        file.write('{"revision":4')


def with_archive(home: Home) -> None:
    with_backend(home)
    copies.export(home.open("todo"), home.root / "todo.zip")
    home.remove("todo")


def with_damage(home: Home) -> None:
    with_backend(home)
    path = home.root / "todo" / "history.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"init"', b'"Init"'))


def three_commits(home: Home) -> None:
    states: tuple[Json, ...] = ([1], [2], [])
    for state in states:
        commit(home.open("todo"), state)


def do_import(home: Home) -> None:
    home.place(*copies.load_archive(home.root / "todo.zip"))


def do_repair(home: Home) -> None:
    repair.carry_out(home.open("todo"), repair.plan(home.open("todo")), soon())


class Operation(NamedTuple):
    """Something that changes files.

    Attributes:
        prepare: Fills an empty home.
        operate: What is done there.
        before: The state that is found while it is not done yet.
        after: The state that is found once it is done.
        between: Other states that may be found meanwhile.
    """

    prepare: Callable[[Home], object]
    operate: Callable[[Home], object]
    before: Json
    after: Json
    between: tuple[Json, ...] = ()


OPERATIONS = {
    "the first commit": Operation(empty, lambda home: home.create("todo", Spec("x"), NEW), GONE, NEW),
    "a commit": Operation(with_backend, lambda home: commit(home.open("todo"), NEW), OLD, NEW),
    "three commits": Operation(with_backend, three_commits, OLD, [], ([1], [2])),
    "a read": Operation(with_backend, lambda home: commit(home.open("todo"), OLD), OLD, OLD),
    "undo": Operation(with_backend, lambda home: undo(home.open("todo"), 1, soon()), OLD, {"n": [1, 2]}),
    "an edit and a read": Operation(with_edit, lambda home: commit(home.open("todo"), NEW), NEW, NEW),
    "after a crash": Operation(with_torn_history, lambda home: commit(home.open("todo"), NEW), OLD, NEW),
    "after a lost view": Operation(with_lost_view, lambda home: commit(home.open("todo"), NEW), OLD, NEW),
    "compact": Operation(with_backend, lambda home: copies.compact(home.open("todo"), 0, soon()), OLD, OLD),
    "replace": Operation(
        with_backend, lambda home: home.create("todo", Spec("y"), NEW, replace=True), OLD, NEW
    ),
    "remove": Operation(with_backend, lambda home: home.remove("todo"), OLD, GONE),
    "import": Operation(with_archive, do_import, GONE, OLD),
    "fork": Operation(with_backend, lambda home: copies.fork(home, "todo", "copy"), OLD, OLD),
    "a new spec": Operation(
        with_backend, lambda home: home.open("todo").save_spec(Spec("y").to_toml(), soon()), OLD, OLD
    ),
    "repair": Operation(with_damage, do_repair, OLD, OLD),
}


def recovered(root: Path) -> Json:
    """Return the state that the next command finds, having checked that it is of one piece."""
    home = Home(root, Unsynced())
    try:
        store = home.open("todo")
    except BackendNotFound:
        assert "todo" not in home.names()
        return GONE
    state = store.load().state
    with store.writing(soon()) as writer:
        assert writer.snapshot.state == state
    assert Home(root).open("todo").load().state == state
    assert not list(root.glob("todo/.*")), "a temp file is left"
    assert store.files.rebuilt(store.files.view().entry) == state
    return state
