"""Read a backend's folder: the newest state, and how its files fit together."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from backendgpt.errors import BackendNotFound, StorageError
from backendgpt.jsonvalue import Json, JsonError, loads
from backendgpt.spec import Spec
from backendgpt.store import Snapshot
from backendgpt.store.basis import mark
from backendgpt.store.checks import digest
from backendgpt.store.history import Entry, History
from backendgpt.store.patch import apply, apply_all

SPEC, STATE, HISTORY, ROUTES = "spec.toml", "state.json", "history.jsonl", "routes"


@dataclass(frozen=True)
class View:
    """What the files hold together.

    Attributes:
        entry: The newest record of the history.
        state: The newest state.
        found: How state.json was found: `current`, `edited` by a person, `behind` the history as a crash
            leaves it, or `lost`: missing or not JSON.
    """

    entry: Entry
    state: Json
    found: Literal["current", "edited", "behind", "lost"] = "current"

    @property
    def snapshot(self) -> Snapshot:
        """The state and its revision; an edit that nobody recorded yet already counts as the next one."""
        return Snapshot(self.state, self.entry.record.revision + (self.found == "edited"))


class Reader:
    """Reads one backend's folder, and remembers what it read until a file changes.

    Args:
        folder: The backend's folder; its name is the backend's name.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.name = folder, folder.name
        self.state_path, self.spec_path = folder / STATE, folder / SPEC
        self.history = History(folder / HISTORY)
        self._view: tuple[object, View] | None = None
        self._spec: tuple[object, Spec] | None = None

    def spec(self) -> Spec:
        """Return the spec as spec.toml gives it now.

        Raises:
            UsageError: A person's edit made it unusable.
        """
        with self.reading():
            signature, known = mark(self.spec_path), self._spec
            if known is None or known[0] != signature:
                known = self._spec = signature, Spec.from_toml(self.spec_path.read_text(encoding="utf-8"))
            return known[1]

    def view(self) -> View:
        """Return what the files hold, without waiting for any writer.

        Raises:
            StorageError: They are damaged.
            BackendNotFound: They are gone.
        """
        with self.reading():
            known = self._view
            while known is None or known[0] != self._signature():
                known = self._view = self._signature(), self._read()
                if known[1].found in ("current", "behind"):
                    break  # Its digest proves it. An edit is believed only if nobody wrote meanwhile.
            return known[1]

    def remember(self, view: View) -> None:
        """Keep what a writer has just written, so that it need not be read back."""
        self._view = self._signature(), view

    def rebuilt(self, newest: Entry) -> Json:
        """Make the newest recorded state from the whole history.

        Raises:
            StorageError: The history is damaged.
        """
        patches = (entry.record.patch for entry in self.history.forward())
        try:
            return self._proved(apply_all(None, patches), newest)
        except ValueError as exc:
            raise self.history.damaged(f"does not add up: {exc}") from exc

    def state_bytes(self) -> bytes:
        """Return what state.json holds, without the byte order mark that some editors write."""
        return self.state_path.read_bytes().removeprefix(BOM_UTF8)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn what the operating system says about missing and unreadable files into our errors."""
        try:
            yield
        except FileNotFoundError as exc:
            if not self.folder.is_dir():
                raise BackendNotFound(self.name) from exc
            raise self.history.damaged(f"is incomplete: {Path(exc.filename).name} is missing") from exc
        except (OSError, UnicodeDecodeError) as exc:
            raise StorageError(f"'{self.name}' cannot be read: {exc}. Nothing was changed.") from exc

    def _signature(self) -> object:
        return mark(self.state_path), mark(self.history.path)

    def _read(self) -> View:
        try:
            data = self.state_bytes()
        except FileNotFoundError:
            data = b""
        entries = self.history.backward()
        newest = next(entries, None)
        if newest is None:
            raise self.history.damaged("holds no whole record")
        with suppress(ValueError, RecursionError):
            # Lenient reading is enough where the digest then proves the value; it is seven times faster.
            state = json.loads(data)
            found = digest(state)
            if found == newest.digest:
                return View(newest, state)
            previous = next(entries, None)
            if previous and found == previous.digest and not self._touched_since():
                return View(newest, self._proved(apply(state, newest.record.patch), newest), "behind")
        try:
            return View(newest, loads(data, max_depth=self.spec().limits.depth), "edited")
        except JsonError as exc:
            if data:
                warn("state.json of '%s' is unusable (%s); its history counts.", self.name, exc)
            return View(newest, self.rebuilt(newest), "lost")

    def _touched_since(self) -> bool:
        """Tell a person who put the previous state back from a crash that left the view behind."""
        return self.state_path.stat().st_mtime_ns > self.history.path.stat().st_mtime_ns

    def _proved(self, state: Json, entry: Entry) -> Json:
        if digest(state) != entry.digest:
            raise self.history.damaged(f"does not lead to revision {entry.record.revision}")
        return state


def warn(message: str, *args: object) -> None:
    """Log a warning; where nobody set up logging it goes to stderr as it is."""
    import logging

    logging.getLogger("backendgpt").warning(message, *args)
