"""The system calls that change a disk, and the few ways in which they are put together.

Everything that the store writes passes through a `System`: the tests record its calls to build the states
that a power cut may leave, and make any of them fail.
"""

from __future__ import annotations

import errno
import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from backendgpt.errors import StorageError


class System:
    """The operating system's calls, one method each."""

    def open(self, path: Path, flags: int) -> int:
        """Open a file that only its owner may read and write."""
        return os.open(path, flags | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), 0o600)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        """Write what fits and return how much that was."""
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        """Wait until the file, or the folder, is on the disk."""
        os.fsync(fd)

    def close(self, fd: int) -> None:
        """Give the descriptor back."""
        os.close(fd)

    def truncate(self, fd: int, length: int) -> None:
        """Cut the file."""
        os.ftruncate(fd, length)

    def rename(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one step."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def mkdir(self, path: Path) -> None:
        """Make a folder that only its owner may enter."""
        path.mkdir(0o700)

    def rmdir(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()


SYSTEM = System()

TEMP = ".*.tmp"
"""What the names of temporary files look like."""


@contextmanager
def opened(system: System, path: Path, flags: int) -> Iterator[int]:
    """Open a file for the length of a `with`."""
    fd = system.open(path, flags)
    try:
        yield fd
    finally:
        system.close(fd)


def append(system: System, path: Path, data: bytes) -> None:
    """Add to a file's end; on the disk once this returns."""
    with opened(system, path, os.O_WRONLY | os.O_CREAT | os.O_APPEND) as fd:
        _write_all(system, fd, data)


def write_file(system: System, path: Path, data: bytes) -> None:
    """Write a file anew; its content, though not its name, is on the disk once this returns."""
    with opened(system, path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as fd:
        _write_all(system, fd, data)


def truncate(system: System, path: Path, length: int) -> None:
    """Cut a file to its first `length` bytes; on the disk once this returns."""
    with opened(system, path, os.O_WRONLY) as fd:
        system.truncate(fd, length)
        system.fsync(fd)


def sync_folder(system: System, folder: Path) -> None:
    """Wait until the names in a folder are on the disk. Windows has no such call and needs none."""
    if os.name == "posix":
        with opened(system, folder, os.O_RDONLY) as fd:
            system.fsync(fd)


def replace_file(system: System, path: Path, data: bytes) -> None:
    """Put new content in a file's place, so that every reader sees the old one or the new one, whole."""
    temp = temp_of(path)
    try:
        write_file(system, temp, data)
        system.rename(temp, path)
    except BaseException:
        with suppress(OSError):
            system.unlink(temp)
        raise
    sync_folder(system, path.parent)


def temp_of(path: Path) -> Path:
    """Return where a file's next content is prepared. One name will do: its writer holds the lock."""
    return path.with_name(f".{path.name}.tmp")


def remove_tree(system: System, folder: Path) -> None:
    """Remove a folder and what is in it, without following links."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            remove_tree(system, Path(entry.path))
        else:
            system.unlink(Path(entry.path))
    system.rmdir(folder)


@contextmanager
def storing(what: str) -> Iterator[None]:
    """Turn the operating system's errors into ours; `what` begins the sentence."""
    try:
        yield
    except OSError as exc:
        reason = exc.strerror or str(exc)
        raise StorageError(f"{what}: {reason}. The state is unchanged.", hint=_advice(exc)) from exc


def uncertain(name: str, exc: OSError) -> StorageError:
    """Return the error for a change that failed and could not be taken back either."""
    return StorageError(
        f"The disk failed in the middle of changing '{name}': {exc}. The change may be kept.",
        hint=f"bgpt log {name} -n 1 shows whether it was.",
    )


def _advice(exc: OSError) -> str:
    match exc.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "df -h shows which disk is full."
        case errno.EACCES | errno.EPERM | errno.EROFS if exc.filename:
            return f"ls -ld {shlex.quote(str(exc.filename))} shows whose it is."
        case errno.ENOENT | errno.ENOTDIR if exc.filename:
            return f"ls {shlex.quote(str(Path(exc.filename).parent))}"
    return ""


def _write_all(system: System, fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[system.write(fd, rest) :]
    system.fsync(fd)
