"""The default store: a folder that a person can read.

    spec.toml       what the backend is for
    state.json      the newest state, pretty-printed: a view
    history.jsonl   every turn, append-only: the truth

`reader.py` says how they fit together, `writer.py` how they change.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError
from backendgpt.spec import Spec
from backendgpt.store import Record, Snapshot, disk
from backendgpt.store.lock import LOCK_SECONDS, locked
from backendgpt.store.reader import Reader
from backendgpt.store.writer import FileWriter


class FileStore:
    """One backend in a folder. Safe to use from several threads and processes.

    Args:
        folder: The backend's folder; its name is the backend's name.
        system: The system calls to use.
        lock_seconds: The longest wait for another writer.
    """

    def __init__(
        self, folder: Path, *, system: disk.System = disk.SYSTEM, lock_seconds: float = LOCK_SECONDS
    ) -> None:
        self.files, self.system, self.lock_seconds = Reader(folder), system, lock_seconds
        self._threads = threading.Lock()

    @property
    def name(self) -> str:
        """The backend's name."""
        return self.files.name

    @property
    def lock_path(self) -> Path:
        """The lock: beside the folder, so that removing and replacing the folder happen under it too."""
        return self.files.folder.with_name(f".{self.name}.lock")

    @property
    def spec(self) -> Spec:
        """The spec as spec.toml gives it now.

        Raises:
            UsageError: A person's edit made it unusable.
        """
        return self.files.spec()

    def save_spec(self, text: str, deadline: Deadline) -> None:
        """Replace the spec, comments and all.

        Args:
            text: What `Spec.from_toml` reads.
            deadline: When to stop waiting for the lock.

        Raises:
            Busy, StorageError: It is unchanged.
        """
        with self.locked(deadline), disk.storing(f"The spec of '{self.name}' could not be written"):
            disk.replace_file(self.system, self.files.spec_path, text.encode())

    def load(self) -> Snapshot:
        """Return the newest state without waiting for any writer."""
        return self.files.view().snapshot

    def records(self, *, newest_first: bool = False) -> Iterator[Record]:
        """Go through the history, lazily, in the order asked for."""
        history = self.files.history
        with self.files.reading():
            for entry in history.backward() if newest_first else history.forward():
                yield entry.record

    def record_edit(self) -> None:
        """Record now what a person did to state.json, unless somebody else is writing and will do it.

        Never raises: an edit that cannot be recorded is left to the next command that writes, which says why.
        """
        with suppress(BackendGPTError):
            if self.files.view().found == "edited":
                with self.writing(Deadline(0.1)):
                    pass

    @contextmanager
    def writing(self, deadline: Deadline) -> Iterator[FileWriter]:
        """Hold the lock; whatever a crash or a person left in the files is put in order first."""
        with self.locked(deadline):
            yield FileWriter(self.files, self.system)

    @contextmanager
    def locked(self, deadline: Deadline) -> Iterator[None]:
        """Hold the lock of a backend that exists."""
        with self.files.reading():
            self.files.folder.stat()
        with locked(self.lock_path, deadline, seconds=self.lock_seconds, threads=self._threads):
            with self.files.reading():
                self.files.folder.stat()
            yield
