"""Going back and forth in a history: the state at a revision, undo and redo.

Undo and redo are revisions of their own, so nothing is ever erased. Like in an editor, undo after undo goes
further back, redo goes forward again until something new was done. Each notes in its `args` the revision that
it went to (`{"to": 3}`), which makes the history a line of turns that one can stand at:

    revision   1 init   2 add   3 add   4 undo to 2   5 undo to 1   6 redo to 2
    stands at  1        2       3       2             1             2
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Literal

from backendgpt.deadline import Deadline
from backendgpt.errors import StorageError, UsageError
from backendgpt.jsonvalue import Json
from backendgpt.store import Record, Snapshot, Store
from backendgpt.store.history import is_read
from backendgpt.store.patch import apply_all


@dataclass(frozen=True)
class Step:
    """Where an undo or a redo goes.

    Attributes:
        to: The revision whose state is put back.
        turns: What is undone or redone, in that order.
    """

    to: int
    turns: tuple[Record, ...]


def stands_at(record: Record, first: int = 1) -> int:
    """Return the revision whose state a record left: its own, or where an undo or redo went.

    Args:
        record: The record.
        first: The history's first revision: an undo that went to an older one, since compacted away, stands
            for itself.
    """
    match record:
        case Record(kind="undo" | "redo", args={"to": int(to)}) if to >= first:
            return to
    return record.revision


def turns(records: Iterable[Record], first: int = 1) -> Iterator[Record]:
    """Pick the turns that one could stand at: what undo walks along and redo walks back.

    Args:
        records: The history, newest first.
        first: The history's first revision.
    """
    wanted, begun = None, False
    for record in records:
        if is_read(record):
            continue
        if wanted is None and (begun or stands_at(record, first) == record.revision):
            wanted = stands_at(record, first)
        if record.revision == wanted:
            yield record
            wanted, begun = None, True


def plan_undo(store: Store, steps: int) -> Step:
    """Find where an undo goes.

    Raises:
        UsageError: Not so many turns can be undone.
    """
    here, path = _path(store)
    found = list(islice((turn for turn in path if turn.revision <= here), max(steps, 1) + 1))
    if not 0 < steps < len(found):
        raise _too_far(store, "undo", steps, max(len(found) - 1, 0))
    return Step(found[-1].revision, tuple(found[:-1]))


def plan_redo(store: Store, steps: int) -> Step:
    """Find where a redo goes.

    Raises:
        UsageError: Not so many turns can be redone.
    """
    here, path = _path(store)
    found = list(takewhile(lambda turn: turn.revision > here, path))
    if not 0 < steps <= len(found):
        raise _too_far(store, "redo", steps, len(found))
    return Step(found[-steps].revision, tuple(found[: -steps - 1 : -1]))


def undo(store: Store, steps: int, deadline: Deadline) -> Record:
    """Take the last turns back that changed the state.

    Raises:
        UsageError: Not so many turns can be undone.
        Busy, StorageError: See `Store.writing`.
    """
    return _go(store, "undo", steps, deadline)


def redo(store: Store, steps: int, deadline: Deadline) -> Record:
    """Bring back what was undone, unless something was changed since.

    Raises:
        UsageError: Not so many turns can be redone.
        Busy, StorageError: See `Store.writing`.
    """
    return _go(store, "redo", steps, deadline)


def state_at(store: Store, revision: int) -> Json:
    """Return the state that the store had at a revision, walking from the nearer end of the history.

    Raises:
        UsageError: The history does not hold that revision.
        StorageError: The history is damaged.
    """
    first, last = _ends(store)  # Before the state: what is newer than this may be an edit that changes again.
    newest = store.load()
    if revision == newest.revision:
        return newest.state
    if not first <= revision <= last:
        raise _unknown(store, revision, first, last)
    # A hand edit that is not recorded yet has no way back from it: then the only way is forward.
    forward = last < newest.revision or revision - first < newest.revision - revision
    try:
        return _forward(store, revision) if forward else _backward(store, newest, revision)
    except ValueError as exc:
        raise StorageError(
            f"The history of '{store.name}' does not lead to revision {revision}. Nothing was changed.",
            hint=f"bgpt repair {store.name}",
        ) from exc


def previous(store: Store) -> int:
    """Return the revision before the newest one, or the newest if it is the only one."""
    newest = store.load().revision
    older = (record.revision for record in store.records(newest_first=True) if record.revision < newest)
    return next(older, newest)


def _go(store: Store, kind: Literal["undo", "redo"], steps: int, deadline: Deadline) -> Record:
    with store.writing(deadline) as writer:
        step = (plan_undo if kind == "undo" else plan_redo)(store, steps)
        what = "; ".join(turn.call or turn.kind for turn in step.turns)
        record = Record(0, time.time(), kind, call=what, args={"to": step.to})
        return writer.commit(state_at(store, step.to), record)


def _path(store: Store) -> tuple[int, Iterator[Record]]:
    """Return where the store stands, and the turns it could stand at."""
    first, _ = _ends(store)
    changes = (record for record in store.records(newest_first=True) if not is_read(record))
    return stands_at(next(changes), first), turns(store.records(newest_first=True), first)


def _ends(store: Store) -> tuple[int, int]:
    return next(store.records()).revision, next(store.records(newest_first=True)).revision


def _forward(store: Store, revision: int) -> Json:
    reached = 0

    def patches() -> Iterator[tuple[dict[str, Json], ...]]:
        nonlocal reached
        for record in store.records():
            if record.revision > revision:
                return
            reached = record.revision
            yield record.patch

    state = apply_all(None, patches())
    return _checked(store, state, reached, revision)


def _backward(store: Store, newest: Snapshot, revision: int) -> Json:
    reached, inverses = newest.revision, []
    for record in store.records(newest_first=True):
        if record.revision > newest.revision:
            continue  # Written since the state was read.
        reached = record.revision
        if reached <= revision:
            break
        inverses.append(record.inverse)
    return _checked(store, apply_all(newest.state, inverses), reached, revision)


def _checked(store: Store, state: Json, reached: int, revision: int) -> Json:
    if reached != revision:
        raise _unknown(store, revision, *_ends(store))
    return state


def _unknown(store: Store, revision: int, first: int, last: int) -> UsageError:
    return UsageError(
        f"'{store.name}' has no revision {revision}: its history holds {first} to {last}.",
        hint=f"bgpt log {store.name}",
    )


def _too_far(store: Store, what: str, steps: int, possible: int) -> UsageError:
    if not possible:
        return UsageError(f"There is nothing to {what} in '{store.name}'. The state is unchanged.")
    return UsageError(
        f"{steps} turns of '{store.name}' cannot be {what}ne, only 1 to {possible}. The state is unchanged.",
        hint=f"bgpt {what} {store.name} {possible}",
    )
