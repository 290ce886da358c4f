"""Copies of a backend: forks, archives, and a shorter history of its own.

An archive is a zip file with one folder, the backend's: `todo/spec.toml`, `todo/state.json`,
`todo/history.jsonl`, `todo/routes/...`.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from backendgpt.deadline import Deadline
from backendgpt.errors import LimitExceeded, UsageError
from backendgpt.jsonvalue import Json, loads
from backendgpt.spec import Spec, check_name
from backendgpt.store import disk
from backendgpt.store.checks import check_state, digest, first_record
from backendgpt.store.files import FileStore
from backendgpt.store.history import Entry, decode, encode, follows
from backendgpt.store.home import Home
from backendgpt.store.layout import pretty
from backendgpt.store.patch import apply_all
from backendgpt.store.reader import HISTORY, ROUTES, SPEC, STATE
from backendgpt.store.timeline import state_at

ARCHIVE_BYTES = 2**30
"""The most that an archive may hold, unpacked."""

_ROUTE = re.compile(rf"{ROUTES}/[A-Za-z0-9_][A-Za-z0-9_.-]{{0,199}}")


def contents(store: FileStore, revision: int | None = None) -> dict[str, bytes]:
    """Return a backend's files as of one moment: what a fork or an archive is made of.

    Args:
        store: The backend.
        revision: Up to which revision; the newest by default.

    Raises:
        UsageError: The history does not hold that revision.
        StorageError: The files are damaged.
    """
    state, end = _moment(store, revision)
    with store.files.reading():
        found = {SPEC: store.files.spec_path.read_bytes(), STATE: pretty(state)}
        with open(store.files.history.path, "rb") as file:
            found[HISTORY] = file.read(end)
        for path in sorted(store.files.folder.glob(f"{ROUTES}/*")):
            if path.is_file() and _ROUTE.fullmatch(f"{ROUTES}/{path.name}"):
                found[f"{ROUTES}/{path.name}"] = path.read_bytes()
    return found


def _moment(store: FileStore, revision: int | None) -> tuple[Json, int]:
    """Return the state at a revision, and where in the history file the revision ends."""
    view = store.files.view()
    if revision is None or revision == view.snapshot.revision:
        return view.state, view.entry.end
    state = state_at(store, revision)
    with store.files.reading():
        kept = takewhile(lambda entry: entry.record.revision <= revision, store.files.history.forward())
        return state, max(entry.end for entry in kept)


def fork(home: Home, name: str, new: str, revision: int | None = None) -> FileStore:
    """Copy a backend with its history, to try things on.

    Args:
        home: Where both are.
        name: The backend.
        new: The copy's name.
        revision: Up to which revision; the newest by default.

    Raises:
        BackendNotFound, BackendExists, UsageError, StorageError: Nothing was made.
    """
    return home.place(new, contents(home.open(name), revision))


def export(store: FileStore, path: Path) -> None:
    """Write a backend into an archive.

    Raises:
        UsageError: There is a file of that name.
        LimitExceeded, SchemaViolation: The state is not what the spec allows now.
        StorageError: The history is damaged, or the file could not be written; there is no file then.
    """
    files = contents(store)
    try:
        check_files(files)  # What `load_archive` would refuse is no backup.
    except ValueError as exc:
        raise store.files.history.damaged(f"cannot be exported: {exc}") from exc
    with disk.storing(f"'{path}' could not be written"):
        try:
            with open(path, "xb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, data in files.items():
                    archive.writestr(f"{store.name}/{name}", data)
        except FileExistsError as exc:
            raise UsageError(f"'{path}' exists already. It is unchanged.", hint="Give another name.") from exc
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def load_archive(path: Path) -> tuple[str, dict[str, bytes]]:
    """Read an archive and check all of it, trusting nothing.

    Returns:
        The backend's name and its files.

    Raises:
        UsageError: It is no archive of a backend, or what it holds does not fit together.
        LimitExceeded: It is too large.
        StorageError: It cannot be read.
    """
    with disk.storing(f"'{path}' cannot be read"), _refusing(path), zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > ARCHIVE_BYTES:
            raise LimitExceeded(f"'{path}' would unpack to over {ARCHIVE_BYTES:,} bytes. Nothing was made.")
        folders = {member.filename.partition("/")[0] for member in members}
        if len(folders) != 1:
            raise ValueError("it does not hold exactly one backend")
        name = check_name(folders.pop())
        files = {}
        for member in members:
            inner = member.filename.removeprefix(f"{name}/")
            if inner not in (SPEC, STATE, HISTORY) and not _ROUTE.fullmatch(inner):
                raise ValueError(f"{member.filename!r} does not belong there")
            # The size in the archive's directory may lie; reading stops there, and the CRC then fails.
            files[inner] = archive.read(member)
        check_files(files)
    return name, files


def check_files(files: Mapping[str, bytes]) -> None:
    """Check that a backend's files are whole and lead to its state.

    Raises:
        ValueError: They are not, or one is missing.
        UsageError: The spec is not usable.
        LimitExceeded: The state is beyond the spec's limits.
    """
    if missing := {SPEC, STATE, HISTORY} - files.keys():
        raise ValueError(f"{min(missing)} is missing")
    spec = Spec.from_toml(files[SPEC].decode())
    check_state(spec, loads(files[STATE], max_depth=spec.limits.depth))
    entries: list[Entry] = []
    for line in files[HISTORY].splitlines(keepends=True):
        entry = _checked(decode(line))
        if entries and not follows(entries[-1].record, entry.record):
            raise ValueError(f"a record is missing before revision {entry.record.revision}")
        entries.append(entry)
    if not entries:
        raise ValueError("the history is empty")
    state = apply_all(None, (entry.record.patch for entry in entries))
    if digest(state) != entries[-1].digest:
        raise ValueError("the history does not lead to its newest state")


def compact(store: FileStore, keep: int, deadline: Deadline) -> tuple[int, int]:
    """Drop the oldest revisions: the newest `keep` stay, on a first record that holds the state before them.

    Returns:
        How many records there were, and how many there are.

    Raises:
        Busy, StorageError: The history is as it was.
    """
    with store.writing(deadline) as writer, disk.storing(f"'{store.name}' could not be compacted"):
        base: Entry | None = None
        dropped = kept = 0
        for entry in store.files.history.forward():
            if entry.record.revision <= writer.snapshot.revision - keep:
                base, dropped = entry, dropped + 1
            else:
                kept += 1
        if base is not None and dropped > 1:
            disk.replace_file(store.system, store.files.history.path, _rebased(store, base))
            return dropped + kept, 1 + kept
        return dropped + kept, dropped + kept


def _rebased(store: FileStore, base: Entry) -> bytes:
    """Return the history after `base`, behind a first record that holds the state at `base`."""
    state = state_at(store, base.record.revision)
    first = replace(first_record(state, base.record.time), revision=base.record.revision)
    with open(store.files.history.path, "rb") as file:
        file.seek(base.end)
        return encode(first, digest(state)) + file.read()


def _checked(entry: Entry) -> Entry:
    record = entry.record
    if not isinstance(record.revision, int):
        raise ValueError(f"{record.revision!r} is no revision")
    texts = (record.kind, record.call, record.program, record.source, record.model, entry.digest)
    numbers = (record.input_tokens, record.output_tokens, record.seconds, record.cost or 0, record.status)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(f"revision {record.revision} holds something else where a text belongs")
    if not all(isinstance(number, int | float) for number in numbers):
        raise ValueError(f"revision {record.revision} holds something else where a number belongs")
    return entry


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError) as exc:
        raise UsageError(
            f"'{path}' is no archive of a backend: {exc}. Nothing was made.",
            hint="bgpt export NAME FILE makes one.",
        ) from exc
