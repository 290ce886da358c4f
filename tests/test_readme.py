"""The README's commands are run, on the real model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.readme import README, environment, run, steps

STEPS = list(steps(README.read_text()))


def test_the_readme_has_a_tour() -> None:
    assert sum(step.command.startswith("bgpt call") for step in STEPS) >= 6


@pytest.mark.embedded
def test_every_command_of_the_readme_works_as_it_says(tmp_path: Path) -> None:
    env = environment(tmp_path)
    for step in STEPS:
        output = run(step, env)
        assert kinds(output) == kinds(step.output), f"{step.command}: {output}"


def kinds(output: str) -> list[str]:
    """The type of each line that is JSON: a model may choose other words on another machine."""
    found = []
    for line in output.splitlines():
        try:
            found.append(type(json.loads(line)).__name__)
        except ValueError:
            continue
    return found
