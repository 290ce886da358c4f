"""A disk that fails: every system call of an operation in turn, with ENOSPC and with EIO."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backendgpt.store.disk import System

ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO}
CHANGING = ("open", "write", "fsync", "truncate", "rename", "unlink", "mkdir", "rmdir")


class Failing(System):
    """The real calls, of which the one numbered `at` fails; a write fails after half of its bytes.

    Args:
        at: Which call, from 0; None for none.
        error: Its errno.
        for_good: Whether every later call fails too, as on a disk that died.
    """

    def __init__(self, at: int | None, error: int, *, for_good: bool = False) -> None:
        self.at, self.error, self.for_good = at, error, for_good
        self.calls: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        method = super().__getattribute__(name)
        return self._failing(name, method) if name in CHANGING else method

    def _failing(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            number, self.calls = len(self.calls), [*self.calls, name]
            if self.at is None or not (number == self.at or (self.for_good and number > self.at)):
                return method(*args)
            if name == "write":
                os.write(args[0], args[1][: len(args[1]) // 2])
            raise OSError(self.error, os.strerror(self.error))

        return call


class Unsynced(System):
    """The real calls, but nobody waits for the disk: for folders that are thrown away anyway."""

    def fsync(self, fd: int) -> None:
        """Do nothing."""


@dataclass(frozen=True)
class Fault:
    """One failure of one call of an operation."""

    number: int
    name: str
    error: str


def faults(prepare: Callable[[Path], Any], operate: Callable[[Path, System], Any]) -> list[Fault]:
    """Run an operation once and return every fault that could have met it.

    Args:
        prepare: Fills a new, empty folder.
        operate: What is done there, through the system calls given.
    """
    with tempfile.TemporaryDirectory() as folder:
        system = Failing(None, 0)
        prepare(Path(folder))
        operate(Path(folder), system)
    return [
        Fault(number, name, error) for number, name in enumerate(system.calls) for error in sorted(ERRORS)
    ]


def failing(fault: Fault, *, for_good: bool = False) -> Failing:
    """Return the system calls that have this fault."""
    return Failing(fault.number, ERRORS[fault.error], for_good=for_good)
