"""The folder that holds the backends: which there are, and how one comes and goes in a single step.

A backend is built as `.NAME.new` and renamed into place. One that is replaced waits as `.NAME.old` until the
new one stands, one that is removed becomes `.NAME.gone` first: whatever a crash leaves, the next change of
that name finishes or takes back.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendExists, BackendNotFound
from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec, check_name
from backendgpt.store import disk
from backendgpt.store.checks import check_state, digest, first_record
from backendgpt.store.files import FileStore
from backendgpt.store.history import encode
from backendgpt.store.layout import pretty
from backendgpt.store.lock import locked
from backendgpt.store.reader import HISTORY, SPEC, STATE


@dataclass(frozen=True)
class Home:
    """A data folder with one folder per backend.

    Attributes:
        root: The data folder; it is made when the first backend is.
        system: The system calls to use.
    """

    root: Path
    system: disk.System = disk.SYSTEM

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Home:
        """Find the data folder: `BGPT_HOME`, or else where this system keeps the user's data."""
        if chosen := env.get("BGPT_HOME"):
            return cls(Path(chosen).expanduser())
        import platformdirs

        return cls(Path(platformdirs.user_data_dir("backendgpt", appauthor=False)))

    def names(self) -> list[str]:
        """Return the backends' names, sorted."""
        if not self.root.is_dir():
            return []
        with disk.storing(f"The data folder {self.root} cannot be read"):
            found = {entry.name for entry in self.root.iterdir() if (entry / SPEC).is_file()}
        # One whose replacement was interrupted still exists, aside.
        found |= {name[1:-4] for name in found if name.startswith(".") and name.endswith(".old")}
        return sorted(name for name in found if not name.startswith("."))

    def open(self, name: str) -> FileStore:
        """Return the store of a backend.

        Raises:
            UsageError: No backend can have that name.
            BackendNotFound: There is none.
        """
        store = FileStore(self.root / check_name(name), system=self.system)
        if not store.files.folder.is_dir():
            if self._aside(name, "old").is_dir():
                with self._changing(name, Deadline(10)):
                    return store
            raise BackendNotFound(name, tuple(self.names()))
        return store

    def create(self, name: str, spec: Spec, state: Json, *, replace: bool = False) -> FileStore:
        """Make a backend, whole or not at all.

        Args:
            name: Its name.
            spec: Its spec.
            state: Its first state, revision 1.
            replace: Replace the backend of that name, if there is one.

        Raises:
            UsageError: The name cannot be used.
            BackendExists: There is one, and `replace` is off.
            LimitExceeded, SchemaViolation: The spec does not allow the state.
            StorageError: It could not be written; nothing was changed.
        """
        check_name(name)
        check_state(spec, state)
        files = {
            SPEC: spec.to_toml().encode(),
            STATE: pretty(state),
            HISTORY: encode(first_record(state, time.time()), digest(state)),
        }
        return self.place(name, files, replace=replace)

    def place(self, name: str, files: Mapping[str, bytes], *, replace: bool = False) -> FileStore:
        """Make a backend out of its files' contents, whole or not at all.

        Args:
            name: Its name.
            files: Paths inside its folder, at most one folder deep, and what they hold.
            replace: Replace the backend of that name, if there is one.

        Raises:
            BackendExists: There is one, and `replace` is off.
            StorageError: It could not be written; nothing was changed.
        """
        folder, new = self.root / check_name(name), self._aside(name, "new")
        with disk.storing(f"'{name}' could not be made"):
            self._make_root()
            with self._changing(name, Deadline(10)):
                if folder.exists() and not replace:
                    raise BackendExists(name)
                try:
                    self._build(new, files)
                    self._move_in(name)
                except BaseException:
                    with suppress(OSError):
                        self._sweep(name, "new")
                    raise
                with suppress(OSError):  # What stays behind here is removed by the next change.
                    self._sweep(name, "old")
        return FileStore(folder, system=self.system)

    def remove(self, name: str) -> None:
        """Remove a backend and its history.

        Raises:
            BackendNotFound, Busy, StorageError: It is still there.
        """
        folder, gone = self.open(name).files.folder, self._aside(name, "gone")
        with disk.storing(f"'{name}' could not be removed"), self._changing(name, Deadline(10)):
            if not folder.is_dir():
                raise BackendNotFound(name, tuple(self.names()))
            self.system.rename(folder, gone)
            try:
                disk.sync_folder(self.system, self.root)
            except OSError:
                self._take_back(name, gone, folder)
                raise
            with suppress(OSError):
                self._sweep(name, "gone")

    def _make_root(self) -> None:
        missing = [folder for folder in (self.root, *self.root.parents) if not folder.exists()]
        for folder in reversed(missing):
            with suppress(FileExistsError):
                self.system.mkdir(folder)
            disk.sync_folder(self.system, folder.parent)

    def _build(self, folder: Path, files: Mapping[str, bytes]) -> None:
        self.system.mkdir(folder)
        inner = sorted({folder / path for path in map(Path, files) for path in path.parents[:-1]})
        for path in inner:
            self.system.mkdir(path)
        for name, data in files.items():
            disk.write_file(self.system, folder / name, data)
        for path in (*inner, folder):
            disk.sync_folder(self.system, path)

    def _move_in(self, name: str) -> None:
        """Put the new folder into the old one's place, or leave both where they are."""
        folder, new, old = self.root / name, self._aside(name, "new"), self._aside(name, "old")
        if folder.exists():
            self.system.rename(folder, old)
        try:
            self.system.rename(new, folder)
            disk.sync_folder(self.system, self.root)
        except BaseException:
            if not new.exists():
                self._take_back(name, folder, new)
            if old.exists():
                self._take_back(name, old, folder)
            raise

    def _take_back(self, name: str, now: Path, before: Path) -> None:
        try:
            self.system.rename(now, before)
        except OSError as exc:
            raise disk.uncertain(name, exc) from exc

    def _sweep(self, name: str, what: str) -> None:
        if (rest := self._aside(name, what)).exists():
            disk.remove_tree(self.system, rest)

    def _aside(self, name: str, what: str) -> Path:
        return self.root / f".{name}.{what}"

    @contextmanager
    def _changing(self, name: str, deadline: Deadline) -> Iterator[None]:
        """Hold a name's lock; what a crash left under the name is finished or taken back first."""
        folder, old = self.root / name, self._aside(name, "old")
        with locked(self.root / f".{name}.lock", deadline):
            if old.exists() and not folder.exists():
                self.system.rename(old, folder)
            for what in ("old", "new", "gone"):
                self._sweep(name, what)
            yield
