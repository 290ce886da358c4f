"""The history file: one JSON object a line, each with a CRC-32 of its own bytes.

    {"revision":2,"time":"2026-11-23T09:00:00.5Z","kind":"call",...,"state":"9f...","crc":"1c291ca3"}

`state` is the digest of the state after the record, so that the newest line alone tells whether `state.json`
is current. Fields that hold their default are left out.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from backendgpt.errors import StorageError, UsageError
from backendgpt.jsonvalue import Json, compact
from backendgpt.store import Record

REPAIR = "repair"
"""The `call` of the record that stands for those that a repair could not save."""

_CRC = b',"crc":"%08x"}'
_CRC_BYTES = len(_CRC % 0)
_BLOCK = 1 << 16
_DEFAULTS = {field.name: field.default for field in fields(Record)}


class DamagedLine(ValueError):
    """A line is not what was written."""


@dataclass(frozen=True)
class Entry:
    """A line of the history.

    Attributes:
        record: The turn.
        digest: Of the state after it, see `checks.digest`.
        end: Where in the file the line ends.
    """

    record: Record
    digest: str
    end: int = 0


def encode(record: Record, digest: str) -> bytes:
    """Write a record as one line.

    Raises:
        UsageError: A text holds a lone surrogate.
    """
    data: dict[str, Json] = {key: getattr(record, key) for key in _DEFAULTS}
    data = {key: value for key, value in data.items() if _is_needed(key, value)}
    data["time"] = datetime.fromtimestamp(record.time, UTC).isoformat().replace("+00:00", "Z")
    data["state"] = digest
    try:
        body = compact(data).encode()[:-1]
    except UnicodeEncodeError as exc:
        raise UsageError("The call holds half a character. The state is unchanged.") from exc
    return body + _CRC % zlib.crc32(body) + b"\n"


def _is_needed(key: str, value: Any) -> bool:
    default = _DEFAULTS[key]
    return type(value) is not type(default) or value != default


def decode(line: bytes, end: int = 0) -> Entry:
    """Read a line back.

    Raises:
        DamagedLine: It is cut, or any byte of it differs from what was written.
    """
    body = line[: -_CRC_BYTES - 1]
    if line[len(body) :] != _CRC % zlib.crc32(body) + b"\n":
        raise DamagedLine("the checksum does not fit")
    try:
        data = json.loads(body + b"}")
        digest = data.pop("state")
        data["time"] = datetime.fromisoformat(data["time"]).timestamp()
        for key in ("patch", "inverse"):
            data[key] = tuple(data.get(key, ()))
        return Entry(Record(**{key: data[key] for key in _DEFAULTS.keys() & data.keys()}), digest, end)
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise DamagedLine("not a record") from exc


def follows(older: Record, newer: Record) -> bool:
    """Tell whether a record can stand right after another; one that `bgpt repair` made bridges any gap."""
    gap = newer.revision - older.revision
    is_bridge = newer.kind == "edit" and newer.call == REPAIR
    return gap > 0 if is_bridge else gap == (0 if is_read(newer) else 1)


def is_read(record: Record) -> bool:
    """Tell whether a turn only read: it shares the revision of the turn before it."""
    return record.kind == "call" and not record.patch


class History:
    """Reads a history file, from either end, one line at a time.

    A last line that is damaged is passed over: it may be half of an append that never finished, or one that
    goes on right now. The next writer cuts it off and says so. Any other damaged line is an error.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.parent.name

    def forward(self) -> Iterator[Entry]:
        """Go through the entries, the oldest first."""
        with open(self.path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            yield from self._decoded(_lines_forward(file, size), size, follows)

    def backward(self) -> Iterator[Entry]:
        """Go through the entries, the newest first."""
        with open(self.path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            yield from self._decoded(_lines_backward(file, size), size, lambda a, b: follows(b, a))

    def _decoded(
        self, lines: Iterator[tuple[int, bytes]], size: int, fits: Callable[[Record, Record], bool]
    ) -> Iterator[Entry]:
        last: Entry | None = None
        for end, line in lines:
            try:
                entry = decode(line, end)
            except DamagedLine as exc:
                if end < size:
                    raise self.damaged(f"is damaged before byte {end:,}: {exc}") from exc
                continue
            if last and not fits(last.record, entry.record):
                raise self.damaged(f"lacks a record next to revision {entry.record.revision}")
            last = entry
            yield entry

    def size(self) -> int:
        """Return the file's length in bytes."""
        return self.path.stat().st_size

    def damaged(self, how: str) -> StorageError:
        """Return the error for a history that cannot be used as it is."""
        return StorageError(
            f"The history of '{self.name}' {how}. Nothing was changed.", hint=f"bgpt repair {self.name}"
        )


def _lines_forward(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes]]:
    """Go through the lines of the first `size` bytes, each with the offset of its end."""
    end = 0
    while end < size and (line := file.readline(size - end)):
        end += len(line)
        yield end, line


def _lines_backward(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes]]:
    """The same, from the last line to the first."""
    start, end, rest = size, size, [b""]
    while start > 0:
        step = min(start, _BLOCK)
        start -= step
        file.seek(start)
        first, *others = file.read(step).split(b"\n")
        for part in reversed(others):
            # A line's newline stands before the part that follows it; `rest` holds what was read of the line.
            if line := b"".join([part, *reversed(rest)]):
                yield end, line
            end -= len(line)
            rest = [b"\n"]
        rest.append(first)
    if line := b"".join(reversed(rest)):
        yield end, line
