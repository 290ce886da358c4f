"""What today's calls to models have taken, for the limits of a day."""

from __future__ import annotations

import threading

from backendgpt.store import Record, Store

_DAY = 86_400


class Tally:
    """Counts the turns of a UTC day that asked a model, reading only what was added since it last looked.

    Args:
        store: Whose turns.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._day, self._calls, self._usd = -1, 0, 0.0
        self._newest: Record | None = None

    def spent(self, now: float) -> tuple[int, float]:
        """Return how many turns asked a model today, and their known cost in US dollars.

        Args:
            now: Seconds since the epoch.
        """
        with self._lock:
            self._begin(now)
            newest = None
            for record in self._store.records(newest_first=True):
                newest = newest or record
                if record == self._newest or record.time // _DAY < self._day:
                    break
                if record.source == "model":
                    self._calls, self._usd = self._calls + 1, self._usd + (record.cost or 0.0)
            self._newest = newest
            return self._calls, self._usd

    def add(self, usd: float, now: float) -> None:
        """Count a turn that asked a model and left no record: it failed, or was a dry run.

        Args:
            usd: What it cost.
            now: Seconds since the epoch.
        """
        with self._lock:
            self._begin(now)
            self._calls, self._usd = self._calls + 1, self._usd + usd

    def _begin(self, now: float) -> None:
        if now // _DAY != self._day:
            self._day, self._calls, self._usd, self._newest = int(now // _DAY), 0, 0.0, None
