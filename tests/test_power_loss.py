"""Power cuts: every state that one may leave of an operation, enumerated from its system calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from backendgpt.errors import BackendGPTError
from backendgpt.store.home import Home
from benchmarks.durability.faults import Unsynced
from benchmarks.durability.power import Recorder, possible_trees, read_tree, write_tree
from tests.operations import OPERATIONS, recovered


def outcomes(name: str, tmp_path: Path, *, forget_fsync: bool = False) -> tuple[list[str], int]:
    """Recover from every possible power cut; return what went wrong, and how many there were."""
    operation, real = OPERATIONS[name], tmp_path / "real"
    operation.prepare(Home(real, Unsynced()))
    before, system = read_tree(real), Recorder(real, forget_fsync=forget_fsync)
    operation.operate(Home(real, system))
    wrong: list[str] = []
    count = 0
    for count, (over, tree) in enumerate(possible_trees(before, system.calls), 1):
        write_tree(tmp_path / str(count), tree)
        try:
            state = recovered(tmp_path / str(count))
            if state != operation.after and (over or state not in (operation.before, *operation.between)):
                wrong.append(f"{state} is found")
        except (BackendGPTError, AssertionError) as exc:
            if name != "repair" or over:  # What needed repair may still need it.
                wrong.append(repr(exc))
    return wrong, count


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_state_that_a_power_cut_may_leave_recovers(name: str, tmp_path: Path) -> None:
    wrong, count = outcomes(name, tmp_path)
    assert wrong == []
    assert count >= 4


def test_without_fsync_a_commit_does_not_survive(tmp_path: Path) -> None:
    wrong, _ = outcomes("a commit", tmp_path, forget_fsync=True)
    assert wrong
