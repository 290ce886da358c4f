"""A store that lives and dies with its process: for tests, forks and demonstrations."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from backendgpt.deadline import Deadline
from backendgpt.errors import Busy
from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec
from backendgpt.store import Record, Snapshot
from backendgpt.store.checks import check_state, complete, first_record

LOCK_SECONDS = 10.0


class MemoryStore:
    """One backend in memory. Safe to use from several threads.

    Args:
        name: The backend's name.
        spec: Its spec.
        state: Its first state.

    Raises:
        LimitExceeded, SchemaViolation: The spec does not allow the state.
    """

    def __init__(self, name: str, spec: Spec, state: Json) -> None:
        check_state(spec, state)
        self.name, self.spec = name, spec
        self._snapshot = Snapshot(state, 1)
        self._records = [first_record(state, time.time())]
        self._lock = threading.Lock()

    def load(self) -> Snapshot:
        """Return the newest state."""
        return self._snapshot

    @contextmanager
    def writing(self, deadline: Deadline) -> Iterator[MemoryWriter]:
        """Hold the lock, waiting for it within the deadline."""
        if not self._lock.acquire(timeout=min(deadline.remaining(), LOCK_SECONDS)):
            raise Busy(f"Another thread is writing '{self.name}'. The state is unchanged.")
        try:
            yield MemoryWriter(self)
        finally:
            self._lock.release()

    def records(self, *, newest_first: bool = False) -> Iterator[Record]:
        """Go through the history as it was when asked."""
        records = tuple(self._records)
        return iter(records[::-1] if newest_first else records)


class MemoryWriter:
    """The right to add to a `MemoryStore`."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    @property
    def snapshot(self) -> Snapshot:
        """The newest state."""
        return self._store._snapshot

    def commit(self, after: Json, record: Record) -> Record:
        """Make `after` the state and append the record."""
        before = self._store._snapshot
        entry, _ = complete(self._store.spec, before, after, record)
        self._store._snapshot = Snapshot(after if entry.patch else before.state, entry.revision)
        self._store._records.append(entry)
        return entry
