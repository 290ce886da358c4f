"""Whatever a model answers, the files stay as they are; benchmarks/replies.py tries 10,000."""

from __future__ import annotations

from pathlib import Path

from benchmarks.replies import Hostile, run


def test_hostile_replies_leave_the_files_as_they_were(tmp_path: Path) -> None:
    hostile = Hostile(tmp_path)
    run(300, hostile)
    hostile.close()
    assert hostile.outcomes["refused"] > 100
