"""What is learned: `python -m benchmarks.routes`.

The embedded model's recorded replies are played back: seconds, no model, the same figures every time. Remove
replies.json, or cases in it, and give `--model local/qwen2.5-coder-1.5b` to ask again.
"""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from backendgpt.sandbox import Sandbox
from benchmarks.routes.cases import CASES
from benchmarks.routes.learning import RECORDING, Learned, Tape, learn

out, err = Console(width=130), Console(stderr=True)


def main(
    model: Annotated[str | None, typer.Option(help="The model to ask for what is not recorded.")] = None,
    only: Annotated[str, typer.Option(help="Only cases with this in their names.")] = "",
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Show what was kept.")] = False,
) -> None:
    """Call endpoints that are general and endpoints that are not, and print which were learned."""
    tape = _tape(model)
    results = []
    with Sandbox() as sandbox:
        for result in learn([case for case in CASES if only in case.name], tape, sandbox):
            results.append(result)
            if model:
                err.print(f"{len(results)} {result.case.name} {tape.seconds:.0f} s", highlight=False)
                RECORDING.write_text(json.dumps(tape.replies, indent=1, ensure_ascii=False) + "\n")
    tape.close()
    show(results, verbose)


def show(results: list[Learned], verbose: bool = False) -> None:
    """Print one line for each case, and the precision and recall of learning."""
    table = Table("endpoint", "half", "general", "learned", "asked", "why not, or what is wrong")
    for result in results:
        case, route = result.case, result.route
        why = result.wrong or (route.note if route else "nothing was kept")
        flags = ("yes" if flag else "" for flag in (case.is_general, result.is_learned))
        table.add_row(case.name, case.half, *flags, str(result.asked), why)
        if verbose and route:
            table.add_row(route.source)
    out.print(table)
    for half in ("dev", "test"):
        here = [result for result in results if result.case.half == half]
        general = [result for result in here if result.case.is_general]
        learned = [result for result in here if result.is_learned]
        frozen = [result for result in learned if not result.case.is_general]
        right = [result for result in learned if not result.wrong]
        out.print(
            f"{half}: {len(general)} general, {len(here) - len(general)} not. Learned {len(learned)}, "
            f"{len(frozen)} of them wrongly: precision {_share(len(learned) - len(frozen), len(learned))}, "
            f"recall {_share(len(learned) - len(frozen), len(general))}. "
            f"Right on a further call: {len(right)}."
        )


def _tape(model: str | None) -> Tape:
    replies = json.loads(RECORDING.read_text()) if RECORDING.exists() else {}
    if model is None:
        return Tape(None, replies)
    from backendgpt.models.resolve import resolve

    return Tape(resolve(model, env=os.environ), replies)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


if __name__ == "__main__":
    typer.run(main)
