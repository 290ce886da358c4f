"""Rebuild a damaged history from what is good in it, after saying what that will be.

Each record carries the digest of its state, so every step can be proved: forward from the first record up to
the damage, and back from state.json down to the damage. What is lost between becomes one record of kind
`edit`. The damaged file is kept.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from backendgpt.deadline import Deadline
from backendgpt.errors import LimitExceeded, StorageError
from backendgpt.jsonvalue import Json, JsonError, loads
from backendgpt.store import Record, disk
from backendgpt.store.checks import SchemaViolation, check_state, digest, first_record
from backendgpt.store.files import FileStore
from backendgpt.store.history import REPAIR, Entry, decode, encode, follows
from backendgpt.store.layout import pretty
from backendgpt.store.patch import apply, diff


@dataclass(frozen=True)
class Repair:
    """What is wrong and what the files should hold.

    Attributes:
        findings: What is wrong and what becomes of it, a sentence each; empty if nothing is wrong.
        history: The new history file, or None if it stays.
        state: The new state, if state.json is to be replaced.
        replace_view: Whether it is.
    """

    findings: tuple[str, ...] = ()
    history: bytes | None = None
    state: Json = None
    replace_view: bool = False


@dataclass(frozen=True)
class _Run:
    """Records that follow each other, each proved; `state` is the one at the end that faces the damage."""

    lines: tuple[bytes, ...] = ()
    entries: tuple[Entry, ...] = ()
    state: Json = None

    def __str__(self) -> str:
        if not self.entries:
            return "none"
        return f"{self.entries[0].record.revision} to {self.entries[-1].record.revision}"


def plan(store: FileStore) -> Repair:
    """Look for damage and find what can be rebuilt. Nothing is changed.

    Raises:
        StorageError: There is nothing to rebuild from.
        UsageError: The spec is not usable.
    """
    lines = _lines(store)
    view, trouble = _read_view(store)
    head = _head(lines)
    if not head.entries and trouble:
        raise StorageError(f"Nothing of '{store.name}' can be rebuilt: no record is whole, and {trouble}.")
    if head.lines and len(head.lines) == len(lines):
        return Repair() if not trouble else Repair(_replaced(head, trouble), None, head.state, True)
    tail = _Run() if trouble else _tail(lines[len(head.lines) :], view)
    lost = len(lines) - len(head.lines) - len(tail.lines)
    findings = [f"{lost} of {len(lines)} records cannot be used. Kept are revisions: {head}; {tail}."]
    if trouble:
        return Repair((*findings, *_replaced(head, trouble)), b"".join(head.lines), head.state, True)
    findings.append("state.json is the newest state and stays as it is.")
    if not (head.entries or tail.entries):
        findings.append("A new history begins with it.")
    bridge = _bridge(head, tail, view, newest=max(map(_revision, lines), default=0))
    return Repair(tuple(findings), b"".join([*head.lines, bridge, *tail.lines]))


def carry_out(store: FileStore, repair: Repair, deadline: Deadline) -> None:
    """Do what `plan` found.

    Raises:
        StorageError: The files are not what they were when it was planned, or cannot be written.
    """
    files, system = store.files, store.system
    with store.locked(deadline), disk.storing(f"'{store.name}' could not be repaired"):
        if plan(store).findings != repair.findings:
            raise StorageError(f"'{store.name}' changed meanwhile. Nothing was done.", hint="Try again.")
        if repair.history is not None:
            if files.history.path.exists():
                aside = files.history.path.with_name(
                    f"history.jsonl.damaged-{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}"
                )
                disk.replace_file(system, aside, files.history.path.read_bytes())
            disk.replace_file(system, files.history.path, repair.history)
        if repair.replace_view:
            if files.state_path.exists():
                system.rename(files.state_path, files.state_path.with_name("state.json.unusable"))
            disk.replace_file(system, files.state_path, pretty(repair.state))


def _lines(store: FileStore) -> list[bytes]:
    if not store.files.history.path.exists():
        return []
    with store.files.reading(), open(store.files.history.path, "rb") as file:
        return file.readlines()


def _read_view(store: FileStore) -> tuple[Json, str]:
    """Return state.json's value and what is wrong with it, empty if nothing is."""
    spec = store.spec
    try:
        state = loads(store.files.state_bytes(), max_depth=spec.limits.depth)
        check_state(spec, state)
    except FileNotFoundError:
        return None, "state.json is missing"
    except JsonError as exc:
        return None, f"state.json is unusable ({exc})"
    except (LimitExceeded, SchemaViolation) as exc:
        return None, f"state.json is not allowed ({exc.message})"
    return state, ""


def _head(lines: Sequence[bytes]) -> _Run:
    """Go forward from the first record for as long as each leads to the state it should."""
    state: Json = None
    entries: list[Entry] = []
    for line in lines:
        try:
            entry = decode(line)
            after = apply(state, entry.record.patch)
        except ValueError:
            break
        if digest(after) != entry.digest or (entries and not follows(entries[-1].record, entry.record)):
            break
        state = after
        entries.append(entry)
    return _Run(tuple(lines[: len(entries)]), tuple(entries), state)


def _tail(lines: Sequence[bytes], state: Json) -> _Run:
    """Go back from the newest record, which must have led to `state`, for as long as each fits."""
    entries: list[Entry] = []
    for line in reversed(lines):
        try:
            entry = decode(line)
            if digest(state) != entry.digest or (entries and not follows(entry.record, entries[0].record)):
                break
            state = apply(state, entry.record.inverse)
        except ValueError:
            break
        entries.insert(0, entry)
    return _Run(tuple(lines[len(lines) - len(entries) :]), tuple(entries), state)


def _bridge(head: _Run, tail: _Run, view: Json, *, newest: int) -> bytes:
    """Return the record that leads from the head to the tail, or to state.json where there is no tail."""
    if tail.entries:
        first = tail.entries[0].record
        state, revision = tail.state, first.revision - bool(first.patch)
    else:
        state, revision = view, newest + 1
    if not head.entries:
        return encode(replace(first_record(state, time.time()), revision=revision), digest(state))
    patch = diff(head.state, state)
    if not patch:
        return b""
    record = Record(revision, time.time(), "edit", call=REPAIR, patch=patch, inverse=diff(state, head.state))
    return encode(record, digest(state))


def _revision(line: bytes) -> int:
    try:
        return decode(line).record.revision
    except ValueError:
        return 0


def _replaced(head: _Run, trouble: str) -> tuple[str, ...]:
    return (
        f"{trouble[0].upper()}{trouble[1:]}; if it is there it is kept as state.json.unusable.",
        f"The state becomes that of revision {head.entries[-1].record.revision}.",
    )
