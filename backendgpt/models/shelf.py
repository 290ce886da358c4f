"""Files of what a model has read (its KV cache), so that another process need not read it again.

A file's name says what it holds and ends with the checksum of its bytes: one that a full disk or a power cut
left half written is not used. It is only ever a shortcut, so nothing here raises.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

MAX_BYTES = 1024 * 2**20
"""What all files together may take; about 18 of the default model's."""


def folder(env: Mapping[str, str]) -> Path:
    """Return where they lie: `BGPT_CACHE`, else `cache` in `BGPT_HOME` or the user's cache folder."""
    if named := env.get("BGPT_CACHE"):
        return Path(named).expanduser()
    if home := env.get("BGPT_HOME"):
        return Path(home).expanduser() / "cache"
    import platformdirs

    return Path(platformdirs.user_cache_dir("backendgpt", appauthor=False))


def label(*what: str) -> str:
    """Name what a file holds: the same for the same words in the same order."""
    return hashlib.sha256("\0".join(what).encode()).hexdigest()[:32]


class Shelf:
    """A folder of such files; the least recently used go first when it is full.

    Args:
        folder: It is made when needed.
        max_bytes: What all files together may take.
    """

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES) -> None:
        self.folder = folder
        self._max_bytes = max_bytes

    def draft(self) -> str:
        """Return a name for a file that is not on the shelf yet; `put` gives it its own."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return f".{secrets.token_hex(8)}.tmp"

    def put(self, draft: str, label: str) -> None:
        """Put a finished draft in the place of what had this label, and make room for it."""
        with suppress(OSError):
            path = self.folder / draft
            new = self.folder / f"{label}-{_checksum(path)}.bin"
            path.replace(new)
            for old in {*self._files(label)} - {new}:
                old.unlink()
            self._make_room()

    def get(self, label: str) -> str | None:
        """Return the name of the file with this label, if there is one and it is whole."""
        for path in self._files(label):
            with suppress(OSError):
                if path.stem.endswith(_checksum(path)):
                    os.utime(path)
                    return path.name
                path.unlink()
        return None

    def touch(self, label: str) -> None:
        """Note that the file with this label is in use, though nobody reads it: others go first."""
        for path in self._files(label):
            with suppress(OSError):
                os.utime(path)

    def drop(self, name: str) -> None:
        """Delete a file that turned out to be of no use."""
        with suppress(OSError):
            (self.folder / name).unlink()

    def _files(self, label: str) -> list[Path]:
        return list(self.folder.glob(f"{label}-*.bin"))

    def _make_room(self) -> None:
        files = [path for path in self.folder.iterdir() if path.suffix in (".bin", ".tmp")]
        room = self._max_bytes
        for path in sorted(files, key=lambda path: -path.stat().st_mtime):
            room -= path.stat().st_size
            if room < 0:
                path.unlink()


def _checksum(path: Path) -> str:
    return f"{zlib.crc32(path.read_bytes()):08x}"
