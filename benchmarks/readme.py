"""Run the README: `python -m benchmarks.readme` writes the output of its ```console blocks anew.

Each `$ ` line is run by a shell, in order, in a home of its own, on the embedded model; what follows is its
stdout.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backendgpt.models import shelf, weights

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)


@dataclass(frozen=True)
class Step:
    """One command of the README, and the output that stands there."""

    command: str
    output: str


def steps(text: str) -> Iterator[Step]:
    """Go through the commands of a Markdown text's console blocks."""
    for block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield Step(command, output)


def environment(home: Path) -> dict[str, str]:
    """Return an environment with a home of its own, this Python's `bgpt`, and the weights that are there."""
    here = os.environ
    return {
        **here,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{here['PATH']}",
        "BGPT_HOME": str(home),
        "BGPT_MODELS": str(weights.folder(here)),
        "BGPT_CACHE": str(shelf.folder(here)),
        "BGPT_MODEL": "local/qwen2.5-coder-1.5b",
        "COLUMNS": "100",
    }


def run(step: Step, env: dict[str, str]) -> str:
    """Run a command and return its stdout.

    Raises:
        RuntimeError: It failed; its stderr is in the message.
    """
    done = subprocess.run(
        step.command,
        shell=True,
        env=env,
        capture_output=True,
        text=True,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise RuntimeError(f"`{step.command}` ended with {done.returncode}: {done.stderr}")
    return done.stdout


def main() -> None:
    """Write the README anew."""
    text = README.read_text()
    with tempfile.TemporaryDirectory() as home:
        env = environment(Path(home))

        def renew(match: re.Match[str]) -> str:
            found = steps(f"```console\n{match[0]}```")
            return "".join(f"$ {step.command}\n{run(step, env)}" for step in found)

        README.write_text(_BLOCK.sub(renew, text))


if __name__ == "__main__":
    main()
