"""Failing disks: ENOSPC and EIO at each system call that changes something."""

from __future__ import annotations

from pathlib import Path

import pytest

from backendgpt.errors import StorageError
from backendgpt.store.home import Home
from benchmarks.durability.faults import Unsynced, failing, faults
from tests.operations import OPERATIONS, recovered


@pytest.mark.parametrize("for_good", [False, True], ids=["one call fails", "the disk died"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_failing_disk_leaves_the_old_state_and_says_so(name: str, for_good: bool, tmp_path: Path) -> None:
    operation = OPERATIONS[name]
    found = faults(
        lambda root: operation.prepare(Home(root / "home", Unsynced())),
        lambda root, system: operation.operate(Home(root / "home", system)),
    )
    assert {"open", "write", "fsync"} <= {fault.name for fault in found} or name == "remove"
    for number, fault in enumerate(found):
        root = tmp_path / str(number)
        operation.prepare(Home(root, Unsynced()))
        message, expected = "", [operation.after]
        try:
            operation.operate(Home(root, failing(fault, for_good=for_good)))
        except StorageError as exc:
            message, expected = exc.message, [operation.before, *operation.between]
        if for_good and "may be kept" in message:
            expected += [operation.after]
        else:
            assert not message or "unchanged" in message or "Nothing was changed" in message
        if name == "repair" and operation.before in expected:
            operation.operate(Home(root))  # What needed repair still needs it, and can have it.
        assert recovered(root) in expected, fault
