"""Results: kept as JSON lines, shown as tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Result:
    """What came of one call put to one contender.

    Attributes:
        model, contender, half, app, index, kind, call, tags: What was asked; `index` is the place in the app.
        error: Why there is no outcome, or empty.
        wrong: Why it is wrong, or empty.
        rounds: How many times the model was asked; right after more than one is repaired.
        output_tokens, seconds: What it took.
        wrote: The function, or all that the model wrote.
        response, status, state: The outcome.
    """

    model: str
    contender: str
    half: str
    app: str
    index: int
    kind: str
    call: str
    tags: str
    error: str
    wrong: str
    rounds: int
    output_tokens: int
    seconds: float
    wrote: str
    response: Any
    status: int
    state: Any

    @property
    def right(self) -> bool:
        """Whether it is right."""
        return not self.wrong

    @property
    def place(self) -> tuple[str, str, str, str, int, str]:
        """What tells this result from the others of a run, and from those of an older exam."""
        return self.model, self.contender, self.half, self.app, self.index, self.call


def read_results(path: Path) -> list[Result]:
    """Return the results of an earlier run; none if there is no file."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [Result(**json.loads(line)) for line in lines]


def append_result(path: Path, result: Result) -> None:
    """Add one result to a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")


def show(console: Console, results: Sequence[Result]) -> None:
    """Print the tables by app and by kind, and the ratios between the contenders if there are two."""
    contenders = list(dict.fromkeys(r.contender for r in results))
    for column in ("app", "kind"):
        console.print(_table(column, results, contenders))
    if len(contenders) == 2:
        first, second = ([r for r in results if r.contender == c] for c in contenders)
        right = _share(first) / _share(second) if _share(second) else float("inf")
        tokens, seconds = (
            median(getattr(r, what) for r in first) / max(median(getattr(r, what) for r in second), 0.01)
            for what in ("output_tokens", "seconds")
        )
        console.print(
            f"{contenders[0]} to {contenders[1]}: right {right:.2f} times as often, "
            f"{tokens:.2f} times the output tokens, {seconds:.2f} times the seconds (medians)."
        )


def show_failure(console: Console, result: Result) -> None:
    """Print what was answered to a call, and why it is wrong."""
    title = f"{result.contender}: {result.app}: {result.call}"
    console.rule(title, align="left", characters="-")
    response = json.dumps(result.response, ensure_ascii=True)
    for line in (
        f"wrong: {result.wrong}",
        f"response ({result.status}): {response[:600]}",
        result.wrote.strip()[:2000],
    ):
        console.print(line, markup=False, highlight=False)


def _table(column: str, results: Sequence[Result], contenders: Sequence[str]) -> Table:
    table = Table(title=f"by {column}", title_justify="left", show_footer=True)
    names = list(dict.fromkeys(getattr(r, column) for r in results))
    rows = {name: [r for r in results if getattr(r, column) == name] for name in names}
    table.add_column(column, footer="all")
    cells = {name: [cell for c in contenders for cell in _cells(rows[name], c)] for name in names}
    footer = [cell for c in contenders for cell in _cells(results, c)]
    heads = ("right", "repaired", "tokens", "seconds")
    titles = [head if i else f"{c}\n{head}" for c in contenders for i, head in enumerate(heads)]
    for title, foot in zip(titles, footer, strict=True):
        table.add_column(title, footer=foot, justify="right")
    for name in names:
        table.add_row(name, *cells[name])
    return table


def _cells(results: Iterable[Result], contender: str) -> list[str]:
    """Return right, repaired, and median and total of tokens and seconds."""
    mine = [r for r in results if r.contender == contender]
    if not mine:
        return ["-"] * 4
    right = [r for r in mine if r.right]
    tokens, seconds = [r.output_tokens for r in mine], [r.seconds for r in mine]
    return [
        f"{len(right)}/{len(mine)} {_share(mine):4.0%}",
        str(sum(r.rounds > 1 for r in right)),
        f"{median(tokens):.0f} ({sum(tokens)})",
        f"{median(seconds):.1f} ({sum(seconds):.0f})",
    ]


def _share(results: Sequence[Result]) -> float:
    return sum(r.right for r in results) / len(results)
