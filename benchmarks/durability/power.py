"""Every state that a power cut may leave of an operation, enumerated from its system calls.

The model is POSIX at its weakest: until a file's fsync, any of its writes may be missing, half there, or
zeros of the right length; until a folder's fsync, any making, renaming or removing in it may be missing, in
any combination. What an fsync covered stays. (The idea is that of ALICE: Pillai et al., "All File Systems
Are Not Created Equal", OSDI 2014.)
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any, TypeAlias

from backendgpt.store.disk import System

Tree: TypeAlias = "dict[str, bytes | Tree]"
Call: TypeAlias = tuple[Any, ...]


class Recorder(System):
    """The real calls, each written down.

    Args:
        root: The folder that is watched; paths are noted relative to it.
        forget_fsync: Leave fsync out: the control that must not survive.
    """

    def __init__(self, root: Path, *, forget_fsync: bool = False) -> None:
        self.root, self.forget_fsync = root, forget_fsync
        self.calls: list[Call] = []
        self._paths: dict[int, str] = {}

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def open(self, path: Path, flags: int) -> int:
        """Open, and note whether that made or emptied the file."""
        fd = super().open(path, flags)
        self._paths[fd] = self._name(path)
        if flags & os.O_CREAT:
            self.calls.append(("create", self._name(path)))
        if flags & os.O_TRUNC:
            self.calls.append(("truncate", self._name(path), 0))
        return fd

    def write(self, fd: int, data: bytes | memoryview) -> int:
        """Write, and note what."""
        count = super().write(fd, data)
        self.calls.append(("write", self._paths[fd], bytes(data[:count])))
        return count

    def fsync(self, fd: int) -> None:
        """Sync, and note of what."""
        super().fsync(fd)
        if not self.forget_fsync:
            self.calls.append(("fsync", self._paths[fd]))

    def truncate(self, fd: int, length: int) -> None:
        """Cut, and note where."""
        super().truncate(fd, length)
        self.calls.append(("truncate", self._paths[fd], length))

    def rename(self, source: Path, target: Path) -> None:
        """Rename, and note what."""
        super().rename(source, target)
        self.calls.append(("rename", self._name(source), self._name(target)))

    def unlink(self, path: Path) -> None:
        """Remove, and note what."""
        super().unlink(path)
        self.calls.append(("remove", self._name(path)))

    def mkdir(self, path: Path) -> None:
        """Make, and note what."""
        super().mkdir(path)
        self.calls.append(("mkdir", self._name(path)))

    def rmdir(self, path: Path) -> None:
        """Remove, and note what."""
        super().rmdir(path)
        self.calls.append(("remove", self._name(path)))


@dataclass(eq=False)
class _File:
    durable: bytes = b""
    pending: list[tuple[str, Any]] = field(default_factory=list)

    def sync(self) -> None:
        self.durable, self.pending = self._after(self.pending), []

    def possible(self) -> Iterator[bytes]:
        """Go through the contents that may be found: any of the pending writes lost, the last one torn."""
        for kept in _subsets(self.pending):
            yield self._after(kept)
            if kept and kept[-1][0] == "write" and (size := len(kept[-1][1])):
                for torn in (
                    kept[-1][1][: size // 2],
                    b"\0" * size,
                    kept[-1][1][: size // 2] + b"\0" * (size // 2),
                ):
                    yield self._after([*kept[:-1], ("write", torn)])

    def _after(self, operations: Sequence[tuple[str, Any]]) -> bytes:
        data = self.durable
        for name, value in operations:
            data = data + value if name == "write" else data[:value]
        return data


@dataclass(eq=False)
class _Folder:
    durable: dict[str, _File | _Folder] = field(default_factory=dict)
    pending: list[_Change] = field(default_factory=list)

    def sync(self) -> None:
        self.durable, self.pending = self.now(), []

    def now(self) -> dict[str, _File | _Folder]:
        return self._after(self.pending)

    def possible(self) -> Iterator[Tree]:
        """Go through the trees that may be found below this folder."""
        for kept in _subsets(self.pending):
            entries = self._after(kept)
            choices: list[list[bytes | Tree]] = [list(entry.possible()) for entry in entries.values()]
            for contents in product(*choices):
                yield dict(zip(entries, contents, strict=True))

    def _after(self, changes: Sequence[_Change]) -> dict[str, _File | _Folder]:
        entries: dict[str, _File | _Folder | None] = dict(self.durable)
        for change in changes:
            entries |= change
        return {name: entry for name, entry in entries.items() if entry is not None}


_Change: TypeAlias = "dict[str, _File | _Folder | None]"
"""Names and what they stand for afterwards. A rename changes two in one step."""


class Disk:
    """A model of the disk below a folder.

    Args:
        tree: What was on it, durable, before the first call.
    """

    def __init__(self, tree: Tree) -> None:
        self.root = _grown(tree)

    def do(self, call: Call) -> None:
        """Carry a recorded call out."""
        name, path, *rest = call
        folder, last = self._parent(path)
        entry = folder.now().get(last) if last else folder
        match name, rest:
            case "create", _ if entry is None:
                folder.pending.append({last: _File()})
            case "mkdir", _:
                folder.pending.append({last: _Folder()})
            case "remove", _:
                folder.pending.append({last: None})
            case "rename", [target]:
                other, new = self._parent(target)
                assert other is folder
                folder.pending.append({last: None, new: entry})
            case (("write" | "truncate"), [value]) if isinstance(entry, _File):
                entry.pending.append((name, value))
            case "fsync", _ if entry is not None:
                entry.sync()

    def _parent(self, path: str) -> tuple[_Folder, str]:
        folder, (*outer, last) = self.root, path.split("/")
        for part in outer:
            inner = folder.now()[part]
            assert isinstance(inner, _Folder)
            folder = inner
        return folder, "" if last == "." else last


def possible_trees(tree: Tree, calls: Sequence[Call]) -> Iterator[tuple[bool, Tree]]:
    """Go through every tree that a power cut during or after the calls may leave, each once.

    Args:
        tree: What was there before.
        calls: What `Recorder` wrote down.

    Yields:
        Whether all calls were over, and the tree.
    """
    disk, seen = Disk(tree), set()
    for done in range(len(calls) + 1):
        over = done == len(calls)
        for found in disk.root.possible():
            if (key := (over, repr(found))) not in seen:
                seen.add(key)
                yield over, found
        if not over:
            disk.do(calls[done])


def read_tree(folder: Path, *, skip: str = ".lock") -> Tree:
    """Read what is below a folder, but for the lock files."""
    return {
        path.name: read_tree(path) if path.is_dir() else path.read_bytes()
        for path in folder.iterdir()
        if not path.name.endswith(skip)
    }


def write_tree(folder: Path, tree: Tree) -> None:
    """Write a tree into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, entry in tree.items():
        if isinstance(entry, dict):
            write_tree(folder / name, entry)
        else:
            (folder / name).write_bytes(entry)


def _grown(tree: Tree) -> _Folder:
    return _Folder(
        {name: _grown(entry) if isinstance(entry, dict) else _File(entry) for name, entry in tree.items()}
    )


def _subsets(operations: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    return chain.from_iterable(combinations(operations, size) for size in range(len(operations) + 1))
