"""What something that was read rests on: files, as they were."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Mark: TypeAlias = "tuple[int, int, int] | None"


def mark(path: Path | str) -> Mark:
    """Return what is another one once a file is changed or replaced; None while there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116  (a third of the time of Path.stat)
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


@dataclass(frozen=True)
class Basis:
    """Files and their marks at one time."""

    marks: tuple[tuple[str, Mark], ...]

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Basis:
        """Look at files now."""
        return cls(tuple((str(path), mark(path)) for path in paths))

    def holds(self) -> bool:
        """Tell whether the files are still as they were."""
        return all(mark(path) == known for path, known in self.marks)
