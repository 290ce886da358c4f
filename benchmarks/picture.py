"""Make the README's picture anew: `python -m benchmarks.picture [--model M]` draws a run of `bgpt demo`."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

PICTURE = Path(__file__).parent.parent / "docs" / "demo.svg"
COLUMNS = 104


def main(
    model: Annotated[str | None, typer.Option(help="Who answers; by default the embedded model.")] = None,
) -> None:
    """Run the demo as on a terminal and save what it shows as docs/demo.svg."""
    shown = run(["demo", "--model", model or "local/qwen2.5-coder-1.5b"])
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"))  # noqa: SIM115 - lives as long as we do
    console.print(Text.from_ansi("$ bgpt demo\n" + shown), soft_wrap=False)
    PICTURE.parent.mkdir(exist_ok=True)
    console.save_svg(str(PICTURE), title="bgpt demo")
    print(f"{PICTURE} shows a run of {len(shown.splitlines())} lines.")


def run(arguments: list[str]) -> str:
    """Run `bgpt` with its stdout on a terminal, and return what that got.

    Raises:
        SystemExit: It failed.
    """
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    process = subprocess.Popen([sys.executable, "-m", "backendgpt", *arguments], stdout=theirs, env=env)
    os.close(theirs)
    output = b""
    with suppress(OSError):  # EIO: the process has closed the terminal.
        while piece := os.read(ours, 65536):
            output += piece
    if code := process.wait():
        raise SystemExit(code)
    return output.decode().replace("\r\n", "\n")


if __name__ == "__main__":
    typer.run(main)
