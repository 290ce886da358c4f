"""A history cut at every byte, and every byte of it flipped: never a wrong state."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backendgpt.deadline import Deadline
from backendgpt.errors import StorageError
from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec
from backendgpt.store import Record, repair
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from backendgpt.store.layout import pretty
from benchmarks.durability.faults import Unsynced

REVISIONS = 20


@dataclass
class Found:
    """What became of the damaged histories."""

    tried: int = 0
    recovered: int = 0
    refused: int = 0
    repaired: int = 0
    wrong: int = 0


def twenty(root: Path) -> tuple[FileStore, list[Json]]:
    """Make a store of 20 revisions, and return it with its states."""
    states: list[Json] = [{"n": [1]}]
    store = Home(root).create("todo", Spec("x"), states[0])
    for n in range(2, REVISIONS + 1):
        states.append({"n": [n - 1, n]})
        with store.writing(Deadline(5)) as writer:
            writer.commit(states[-1], Record(0, time.time(), "call", f"set({n})"))
    return store, states


def every_damage(data: bytes) -> Iterator[bytes]:
    """Cut the data at every byte, then flip every byte."""
    yield from (data[:i] for i in range(len(data)))
    yield from (data[:i] + bytes([data[i] ^ 0x55]) + data[i + 1 :] for i in range(len(data)))


def damage(root: Path, *, with_view: bool, step: int = 1) -> Found:
    """Damage a history in every way, and see what the next command makes of it.

    Args:
        root: An empty folder.
        with_view: Whether state.json is there.
        step: Try only each `step`-th damage.
    """
    store, states = twenty(root)
    data, found = store.files.history.path.read_bytes(), Found()
    for number, damaged in enumerate(every_damage(data)):
        if number % step:
            continue
        found.tried += 1
        state = _recover(store, damaged, states[-1] if with_view else None, found)
        # Without its view, a history tells no more than its whole lines do.
        whole = states[-1] if with_view else states[max(_whole_lines(data, damaged) - 1, 0)]
        found.wrong += state not in (None, whole)
    return found


def _recover(store: FileStore, damaged: bytes, view: Json, found: Found) -> Json:
    """Return the state that is found, or None where nothing can be."""
    store.files.history.path.write_bytes(damaged)
    store.files.state_path.unlink(missing_ok=True)
    if view is not None:
        store.files.state_path.write_bytes(pretty(view))
    again = FileStore(store.files.folder, system=Unsynced())
    try:
        state = again.load().state
        list(again.records())
    except StorageError as exc:
        found.refused += 1
        found.wrong += exc.hint != "bgpt repair todo"
        return _repair(again, found)
    found.recovered += 1
    return state


def _repair(store: FileStore, found: Found) -> Json:
    try:
        repair.carry_out(store, repair.plan(store), Deadline(5))
    except StorageError:
        return None
    found.repaired += 1
    state = FileStore(store.files.folder).load().state
    list(store.records())
    for aside in store.files.folder.glob("history.jsonl.damaged-*"):
        aside.unlink()
    return state


def _whole_lines(data: bytes, damaged: bytes) -> int:
    """Count the lines before the damage."""
    pairs = zip(data.splitlines(keepends=True), damaged.splitlines(keepends=True), strict=False)
    count = 0
    for line, found in pairs:
        if line != found:
            break
        count += 1
    return count
