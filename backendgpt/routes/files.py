"""Where a backend's routes are kept: a folder of Python files, and a file that counts their use.

Nothing here is the truth about a state: a crash can cost a route or some counts, never half a file, and the
next calls bring them back.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from backendgpt.routes.route import Route, slug

COUNTS = "counts.jsonl"
_FLUSH_SECONDS = 1.0
_COMPACT_BYTES = 64 * 1024
_RACY_NS = 50_000_000
"""A folder that changed this recently may change again without a new time stamp."""


@dataclass(frozen=True)
class Use:
    """How often a route answered, and how many seconds that took."""

    hits: int = 0
    seconds: float = 0.0

    def __add__(self, other: Use) -> Use:
        return Use(self.hits + other.hits, self.seconds + other.seconds)


class RouteFiles:
    """The routes of one backend. Safe to use from several threads; processes may share the folder.

    Args:
        folder: Where the files are; it is made when there is something to keep.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names: dict[str, list[Path]] = {}
        self._listed = (0, 0)
        self._routes: dict[Path, tuple[tuple[int, int, int], Route]] = {}
        self._uses: dict[str, Use] = {}
        self._flushed = time.monotonic()
        self._lock = threading.Lock()

    def get(self, endpoint: str, args: str) -> Route | None:
        """Return the route for an endpoint and a shape of arguments, a person's one first."""
        named = self.named(endpoint)
        found = [route for path in named if (route := self._read(path)) and route.takes(endpoint, args)]
        return min(found, key=lambda route: route.status != "pinned", default=None)

    def named(self, endpoint: str) -> Sequence[Path]:
        """Return the files that may hold an endpoint's routes: one for each shape of arguments."""
        return self._list().get(slug(endpoint), ())

    def all(self) -> Iterator[Route]:
        """Go through the routes by name."""
        for _, paths in sorted(self._list().items()):
            yield from filter(None, map(self._read, paths))

    def save(self, route: Route) -> Route:
        """Write a route to its file, or to a new one; return it with the file's name."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        route = replace(route, file=route.file or self._unused(slug(route.endpoint)))
        path = self.path(route)
        temp = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
        with open(temp, "w", encoding="utf-8") as file:
            file.write(route.to_text())
            file.flush()
            os.fsync(file.fileno())
        temp.replace(path)
        return route

    def remove(self, route: Route) -> None:
        """Forget a route."""
        self.path(route).unlink(missing_ok=True)

    def path(self, route: Route) -> Path:
        """Return where a route is kept."""
        return self.folder / f"{route.file}.py"

    def count(self, route: Route, seconds: float) -> None:
        """Note that a route answered; written at most once a second, and by `flush`."""
        with self._lock:
            self._uses[route.file] = self._uses.get(route.file, Use()) + Use(1, seconds)
        if time.monotonic() - self._flushed > _FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write the counts that are not written yet; where that fails they are lost."""
        with self._lock:
            uses, self._uses, self._flushed = self._uses, {}, time.monotonic()
        path = self.folder / COUNTS
        with suppress(OSError):
            if uses and path.exists() and path.stat().st_size > _COMPACT_BYTES:
                uses = _sum([self.uses(), uses])
                path.unlink()
            if uses:
                with open(path, "a", encoding="utf-8") as file:
                    file.write(
                        json.dumps({name: [use.hits, use.seconds] for name, use in uses.items()}) + "\n"
                    )

    def uses(self) -> dict[str, Use]:
        """Return the use of the routes, by their files' names."""
        try:
            lines = (self.folder / COUNTS).read_text(encoding="utf-8").splitlines()
        except OSError:
            lines = []
        with self._lock:
            return _sum([*map(_read_counts, lines), self._uses])

    def _unused(self, name: str) -> str:
        taken = {path.stem for path in self._list().get(name, ())}
        return next(n for i in count(1) if (n := name if i == 1 else f"{name}~{i}") not in taken)

    def _list(self) -> dict[str, list[Path]]:
        """Return the files by the slug that they begin with; `add_todo~2.py` is one of `add_todo`'s."""
        try:
            changed = self.folder.stat().st_mtime_ns
        except OSError:
            return {}
        if self._listed[0] != changed or self._listed[1] - changed < _RACY_NS:
            names: dict[str, list[Path]] = {}
            now = time.time_ns()
            for path in sorted(self.folder.glob("[!.]*.py")):
                names.setdefault(slug(path.stem.partition("~")[0]), []).append(path)
            self._names, self._listed = names, (changed, now)
        return self._names

    def _read(self, path: Path) -> Route | None:
        """Read a file, or remember it if it is as it was; None if it cannot be read."""
        try:
            stat = path.stat()
            signature = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            known = self._routes.get(path)
            if known is None or known[0] != signature:
                known = signature, Route.from_text(path.read_text(encoding="utf-8"), path.stem)
                self._routes[path] = known
        except (OSError, UnicodeDecodeError):
            return None
        return known[1]


def _read_counts(line: str) -> dict[str, Use]:
    try:
        return {name: Use(int(hits), float(seconds)) for name, (hits, seconds) in json.loads(line).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _sum(parts: Iterable[dict[str, Use]]) -> dict[str, Use]:
    total: dict[str, Use] = {}
    for part in parts:
        for name, use in part.items():
            total[name] = total.get(name, Use()) + use
    return total
