"""What the model writes per call, by the size of the state: `python -m benchmarks.routes.tokens --model M`.

This package's functions are measured at every size. backend-GPT's protocol (the response and the whole new
state) is measured at 1 KB; beyond that the tokens of its right answer are counted by its characters, since
writing it would take minutes and more than the model can hold.
"""

from __future__ import annotations

import os
import statistics
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from backendgpt.jsonvalue import compact
from backendgpt.models import Model
from backendgpt.sandbox import Sandbox
from benchmarks.accuracy.contenders import RESPONSE_MARK, STATE_MARK, Answer, ask
from benchmarks.accuracy.exam import App, Case
from benchmarks.routes.speed import state_of

SIZES = (1, 10, 100, 1000)
MEASURED = 1
"""Kilobytes up to which backend-GPT's protocol is measured."""

CASES = (
    Case(kind="write", call="add_todo(buy bread)", right="pass"),
    Case(kind="write", call="mark_complete(3)", right="pass"),
    Case(kind="read", call="count_open()", right="pass"),
)

out = Console(width=110)


def main(model: Annotated[str, typer.Option(help="The model.")] = "local/qwen2.5-coder-1.5b") -> None:
    """Make three calls at each size in both ways, and print the tokens that were written."""
    from backendgpt.models.resolve import resolve

    asked = resolve(model, env=os.environ)
    table = Table("state", "function", "seconds", "response and state", "seconds", "share")
    with Sandbox() as sandbox:
        ratio = 0.0
        for size in SIZES:
            app = App(name=f"todo{size}", purpose="This is a todo list app", state=state_of(size), cases=())
            ours = [_ask("functions", asked, sandbox, app, case) for case in CASES]
            characters = [len(_whole(answer)) for answer in ours]
            if size <= MEASURED:
                theirs = [_ask("rewrite", asked, sandbox, app, case) for case in CASES]
                written = statistics.mean(answer.output_tokens for answer in theirs)
                seconds = f"{statistics.mean(answer.seconds for answer in theirs):.1f}"
                ratio = written / statistics.mean(len(answer.wrote) for answer in theirs)
            else:
                written, seconds = statistics.mean(characters) * ratio, "counted"
            tokens = statistics.mean(answer.output_tokens for answer in ours)
            mine = f"{statistics.mean(answer.seconds for answer in ours):.1f}"
            table.add_row(
                f"{size:,} KB", f"{tokens:.0f}", mine, f"{written:,.0f}", seconds, f"{tokens / written:.4f}"
            )
    asked.close()
    out.print(table)


def _ask(way: str, model: Model, sandbox: Sandbox, app: App, case: Case) -> Answer:
    return ask(way, model, sandbox, app, case, app.state)


def _whole(answer: Answer) -> str:
    """Return the same outcome as backend-GPT's protocol writes it."""
    return f"{RESPONSE_MARK} {compact(answer.response)}\n{STATE_MARK} {compact(answer.state)}"


if __name__ == "__main__":
    typer.run(main)
