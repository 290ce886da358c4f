"""Write to a backend's folder, so that a crash, a full disk or a power cut never costs an answered turn.

A commit prepares the new view beside the old one, appends the record, and renames the view into place, each
step on the disk before the next. The record decides: once it is on the disk the turn has happened, and a view
that is behind is made anew. The view comes first so that a full disk is met before anything is appended.
"""

from __future__ import annotations

import time
from contextlib import suppress

from backendgpt.errors import LimitExceeded
from backendgpt.jsonvalue import Json
from backendgpt.store import Record, Snapshot, disk
from backendgpt.store.checks import SchemaViolation, complete
from backendgpt.store.history import Entry, encode
from backendgpt.store.layout import pretty
from backendgpt.store.reader import Reader, View, warn


class FileWriter:
    """The right to add to a `FileStore`, for as long as its lock is held.

    Whatever a crash or a person left in the files is put in order first.

    Args:
        files: The folder, which is locked.
        system: The system calls to use.

    Raises:
        StorageError: The files could not be put in order.
    """

    def __init__(self, files: Reader, system: disk.System = disk.SYSTEM) -> None:
        self._files, self._system = files, system
        self._view = files.view()
        with disk.storing(f"'{files.name}' could not be put in order"):
            self._tidy()

    @property
    def snapshot(self) -> Snapshot:
        """The newest state; nobody else can change it now."""
        return self._view.snapshot

    def commit(self, after: Json, record: Record) -> Record:
        """Make `after` the state and append the record; durable once this returns."""
        entry, mark = complete(self._files.spec(), self.snapshot, after, record)
        if mark:
            self._put(entry, after, mark, pretty(after))
        else:
            self._put(entry, self._view.state, self._view.entry.digest, None)
        return entry

    def _put(self, record: Record, state: Json, mark: str, view: bytes | None) -> None:
        """Write the view, if there is a new one, and the record; or else leave both as they were."""
        line, system, path = encode(record, mark), self._system, self._files.state_path
        with disk.storing(f"The turn could not be written to '{self._files.name}'"):
            try:
                if view is not None:
                    disk.write_file(system, disk.temp_of(path), view)
                disk.append(system, self._files.history.path, line)
                if view is not None:
                    system.rename(disk.temp_of(path), path)
                    disk.sync_folder(system, path.parent)
            except BaseException:
                self._take_back(view)
                raise
        self._view = View(Entry(record, mark, self._view.entry.end + len(line)), state)
        self._files.remember(self._view)

    def _take_back(self, view: bytes | None) -> None:
        """Undo what was done of a commit that failed; the view first, for the history could renew it."""
        path, system = self._files.state_path, self._system
        try:
            if view is not None and not disk.temp_of(path).exists() and path.read_bytes() == view:
                with suppress(OSError):
                    disk.replace_file(system, path, pretty(self._view.state))
            disk.truncate(system, self._files.history.path, self._view.entry.end)
        except OSError as exc:
            raise disk.uncertain(self._files.name, exc) from exc
        finally:
            with suppress(OSError):
                system.unlink(disk.temp_of(path))

    def _tidy(self) -> None:
        files, view = self._files, self._view
        for temp in files.folder.glob(disk.TEMP):
            self._system.unlink(temp)
        if files.history.path.stat().st_size > view.entry.end:
            warn("The last record of '%s' was cut short by a crash; it is dropped.", files.name)
            disk.truncate(self._system, files.history.path, view.entry.end)
        if view.found == "edited":
            self._record_edit()
        elif view.found != "current":
            self._renew_view()

    def _record_edit(self) -> None:
        """Append the edit and leave the file as the person wrote it."""
        after, newest = self._view.state, self._view.entry
        self._view = View(newest, self._files.rebuilt(newest))
        try:
            entry, mark = complete(self._files.spec(), self.snapshot, after, Record(0, time.time(), "edit"))
        except (LimitExceeded, SchemaViolation) as exc:
            hint = f"Edit it again. Or put the last good state back: bgpt repair {self._files.name}"
            raise type(exc)(f"state.json was edited by hand. {exc.message}", hint=hint) from exc
        self._put(entry, after, mark or newest.digest, None)

    def _renew_view(self) -> None:
        path = self._files.state_path
        if self._view.found == "lost" and path.exists():
            self._system.rename(path, path.with_name(f"{path.name}.unusable"))
            warn("What was there is kept: %s.unusable", path)
        disk.replace_file(self._system, path, pretty(self._view.state))
        self._view = View(self._view.entry, self._view.state)
        self._files.remember(self._view)
