"""Run it all and print a table: `python -m benchmarks.durability [NAME]... [--short]`."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from backendgpt.errors import BackendGPTError, StorageError
from backendgpt.store.home import Home
from benchmarks.durability import damage, kills, servers, speed, writers
from benchmarks.durability.faults import Unsynced, failing, faults
from benchmarks.durability.power import Recorder, possible_trees, read_tree, write_tree
from tests.operations import OPERATIONS, recovered

SEED = 20_26


@dataclass(frozen=True)
class Row:
    """A line of the table: what was tried, what came out, what had to, and whether it did."""

    what: str
    found: str
    mark: str
    passed: bool


Benchmark = Callable[[Path, bool], Iterator[Row]]


def kill_writers(root: Path, short: bool) -> Iterator[Row]:
    """Kill processes that commit in a loop, and the control."""
    count = 50 if short else 1000
    found = kills.kill_writers(root / "files", count, SEED)
    yield Row(f"{count} kill -9 of a writer", _kills(found), "nothing lost", found.passed)
    control = kills.kill_writers(root / "in place", count // 10, SEED, in_place=True)
    yield Row("control: writing in place", _kills(control), "must fail", not control.passed)


def kill_calls(root: Path, short: bool) -> Iterator[Row]:
    """Kill real `bgpt call` processes."""
    count = 20 if short else 1000
    found = kills.kill_calls(root, count, SEED)
    yield Row(f"{count} kill -9 of bgpt call", _kills(found), "nothing lost", found.passed)


def crowd(root: Path, short: bool) -> Iterator[Row]:
    """Let many processes write at once."""
    processes, each = (16, 10) if short else (64, 50)
    due, found = processes * each, writers.increments(root / "locked", processes, each)
    yield Row(f"{processes} processes x {each} commits", f"{found:,}", f"{due:,}", found == due)
    found = writers.increments(root / "unlocked", processes, each, locked=False)
    yield Row("control: no lock", f"{found:,} of {due:,}", "must fail", found != due)
    processes, each = (4, 2) if short else (32, 5)
    due, (found, failed) = processes * each, writers.calls(root / "bgpt", processes, each)
    ok = (found, failed) == (due, 0)
    yield Row(f"{processes} bgpt x {each} calls", f"{found}, {failed} failed", f"{due}", ok)


def power(root: Path, _short: bool) -> Iterator[Row]:
    """Enumerate what a power cut may leave of every operation."""
    for name in OPERATIONS:
        count, wrong = _power_cuts(root / name, name)
        yield Row(f"power cut: {name}", f"{count} states, {wrong} wrong", "0 wrong", wrong == 0)
    count, wrong = _power_cuts(root / "control", "a commit", forget_fsync=True)
    yield Row("control: a commit without fsync", f"{count} states, {wrong} wrong", "must fail", wrong > 0)


def broken_disk(root: Path, _short: bool) -> Iterator[Row]:
    """Fail every system call of every operation with ENOSPC and EIO."""
    tried = wrong = 0
    for name, operation in OPERATIONS.items():
        found = faults(
            lambda root, operation=operation: operation.prepare(Home(root / "home", Unsynced())),  # type: ignore[misc]
            lambda root, system, operation=operation: operation.operate(Home(root / "home", system)),  # type: ignore[misc]
        )
        for fault in found:
            folder = root / name / str(tried)
            folder.parent.mkdir(parents=True, exist_ok=True)
            operation.prepare(Home(folder, Unsynced()))
            expected = [operation.after]
            try:
                operation.operate(Home(folder, failing(fault)))
            except StorageError:
                expected = [operation.before, *operation.between]
            if name == "repair":
                operation.operate(Home(folder))
            tried, wrong = tried + 1, wrong + (recovered(folder) not in expected)
    yield Row("ENOSPC and EIO at every call", f"{tried} faults, {wrong} wrong", "0 wrong", wrong == 0)


def damages(root: Path, short: bool) -> Iterator[Row]:
    """Cut a history at every byte and flip every byte of it."""
    for with_view in (True, False):
        found = damage.damage(root / str(with_view), with_view=with_view, step=50 if short else 1)
        text = f"{found.recovered:,} recovered, {found.refused:,} refused, {found.wrong} wrong"
        what = f"{found.tried:,} cuts and flips, state.json {'there' if with_view else 'gone'}"
        yield Row(what, text, "0 wrong", found.wrong == 0 and found.tried == found.recovered + found.refused)


def bad_servers(root: Path, _short: bool) -> Iterator[Row]:
    """Ask models whose servers misbehave."""
    for name, behaviour in servers.BEHAVIOURS.items():
        end = servers.call(root / name, behaviour)
        text = f"{end.seconds:.1f} s of {servers.TIMEOUT:g}, exit {end.code}"
        text += ", locked" * end.is_locked + ", changed" * end.is_changed + ", traceback" * end.traceback
        yield Row(f"a server that {name}", text, f"<= {servers.TIMEOUT + 1:g} s", end.passed)


def speeds(root: Path, short: bool) -> Iterator[Row]:
    """Measure commits, a large state and a long history."""
    ms = speed.commits(root / "commits", 200 if short else 2000)
    yield Row("a commit, all fsyncs, median", f"{ms:.2f} ms", "<= 3 ms", ms <= 3)
    parts = speed.large_state(root / "large", 5 if short else 31)
    total = sum(parts.values())
    text = ", ".join(f"{name} {value:.0f} ms" for name, value in parts.items())
    yield Row("1 MB state: sandbox + commit, median", f"{total:.0f} ms ({text})", "<= 150 ms", total <= 150)
    for what, seconds in speed.long_history(root / "long", 1000 if short else 100_000).items():
        mark = 0.5 if what.startswith("log") else 1.0
        yield Row(f"100,000 revisions: {what}", f"{seconds * 1000:.1f} ms", f"<= {mark} s", seconds <= mark)


BENCHMARKS: dict[str, Benchmark] = {
    "speed": speeds,
    "power": power,
    "disk": broken_disk,
    "damage": damages,
    "kill": kill_writers,
    "servers": bad_servers,
    "crowd": crowd,
    "kill-calls": kill_calls,
}


def main() -> int:
    """Run the benchmarks that were asked for; 1 if any mark is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.durability", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHMARKS)}")
    parser.add_argument("--short", action="store_true", help="a minute instead of a quarter of an hour")
    options = parser.parse_args()
    logging.getLogger("backendgpt").setLevel(logging.ERROR)
    ok = True
    for name in options.names or BENCHMARKS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="durability-") as folder:
            for row in BENCHMARKS[name](Path(folder), options.short):
                ok &= row.passed
                verdict = "ok" if row.passed else "MISSED"
                print(f"{row.what:52} {row.found:46} {row.mark:14} {verdict}", flush=True)
        print(f"    ({name}: {time.monotonic() - began:.0f} s)", file=sys.stderr, flush=True)
    return 0 if ok else 1


def _kills(found: kills.Tally) -> str:
    return (
        f"{found.lost} lost, {found.unreadable} unreadable, {found.temporary} temp; {found.interrupted} hit"
    )


def _power_cuts(root: Path, name: str, *, forget_fsync: bool = False) -> tuple[int, int]:
    operation, real = OPERATIONS[name], root / "real"
    root.mkdir()
    operation.prepare(Home(real, Unsynced()))
    before, system = read_tree(real), Recorder(real, forget_fsync=forget_fsync)
    operation.operate(Home(real, system))
    count = wrong = 0
    for count, (over, tree) in enumerate(possible_trees(before, system.calls), 1):
        write_tree(root / str(count), tree)
        try:
            state = recovered(root / str(count))
            wrong += state != operation.after and (
                over or state not in (operation.before, *operation.between)
            )
        except (BackendGPTError, AssertionError):
            wrong += name != "repair" or over
    return count, wrong


if __name__ == "__main__":
    sys.exit(main())
