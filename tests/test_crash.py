"""Killed processes and crowds of writers, in short; `python -m benchmarks.durability` does it at length."""

from __future__ import annotations

from pathlib import Path

from benchmarks.durability import kills, writers


def test_kill_9_loses_no_acknowledged_commit(tmp_path: Path) -> None:
    found = kills.kill_writers(tmp_path, 20, seed=3)
    assert found.passed, found
    assert found.interrupted, "no commit was hit"


def test_writing_in_place_does_not_pass_the_same_test(tmp_path: Path) -> None:
    assert not kills.kill_writers(tmp_path, 20, seed=3, in_place=True).passed


def test_kill_9_loses_no_answered_call(tmp_path: Path) -> None:
    found = kills.kill_calls(tmp_path, 3, seed=3)
    assert found.passed, found


def test_no_increment_of_many_processes_is_lost(tmp_path: Path) -> None:
    assert writers.increments(tmp_path, 12, 5) == 60


def test_without_the_lock_increments_are_lost(tmp_path: Path) -> None:
    assert writers.increments(tmp_path, 12, 10, locked=False) < 120


def test_no_call_of_many_bgpt_processes_is_lost(tmp_path: Path) -> None:
    assert writers.calls(tmp_path, 4, 2) == (8, 0)
