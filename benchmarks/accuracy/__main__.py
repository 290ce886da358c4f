"""Run the exam: `python -m benchmarks.accuracy --model M`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from backendgpt.errors import BackendGPTError
from backendgpt.models import Model
from backendgpt.sandbox import Sandbox
from benchmarks.accuracy.contenders import CONTENDERS, ask
from benchmarks.accuracy.exam import App, Case, Half, load
from benchmarks.accuracy.report import Result, append_result, read_results, show, show_failure

out, err = Console(width=120), Console(stderr=True)


def main(
    model: Annotated[str | None, typer.Option(help="The model, as `bgpt call --model` takes it.")] = None,
    half: Annotated[Half, typer.Option(help="dev to improve on, test to report.")] = "dev",
    contender: Annotated[Literal["functions", "rewrite", "both"], typer.Option()] = "functions",
    app: Annotated[list[str] | None, typer.Option(help="Only this app; may be repeated.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind; may be repeated.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many calls.")] = 10_000,
    json: Annotated[
        Path | None, typer.Option(help="Append results to this file of JSON lines; skip what is there.")
    ] = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Show each failure.")] = False,
) -> None:
    """Put the calls of one half to a model, and print how many came out right."""
    from backendgpt.models.resolve import resolve

    names: list[str] = list(CONTENDERS) if contender == "both" else [contender]
    wanted = [
        (an_app, case)
        for an_app in load(half)
        for case in an_app.cases
        if an_app.name in (app or [an_app.name]) and case.kind in (kind or [case.kind])
    ][:limit]
    if not wanted:
        raise typer.BadParameter(f"the {half} half has no such app or kind")
    results = []
    with Sandbox() as sandbox:
        asked = resolve(model, env=os.environ)
        for result in Run(asked, sandbox, half, json).results(wanted, names):
            results.append(result)
            if verbose and result.wrong:
                show_failure(out, result)
        asked.close()
    show(out, results)


@dataclass
class Run:
    """One run over some cases, and the file that its results go to."""

    model: Model
    sandbox: Sandbox
    half: Half
    file: Path | None

    def results(self, wanted: list[tuple[App, Case]], contenders: list[str]) -> Iterator[Result]:
        """Go through the results as they come; those of an earlier run are taken from the file."""
        kept = {r.place: r for r in read_results(self.file)} if self.file else {}
        left: dict[str, Result] = {}
        for name in contenders:  # one after the other: each finds its prompt's beginning in the model's cache
            for number, (app, case) in enumerate(wanted, 1):
                before = self._before(app, case, left.get(name))
                place = (self.model.name, name, self.half, app.name, app.cases.index(case), case.call)
                result = self._judged(kept.get(place) or self._ask(name, app, case, before), case, before)
                left[name] = result
                mark = "right" if result.right else "WRONG"
                err.print(f"{number}/{len(wanted)} {name} {mark} {result.seconds:.1f} s  ", end="")
                err.print(f"{app.name}: {case.call}", markup=False, highlight=False)
                yield result

    def _before(self, app: App, case: Case, last: Result | None) -> Any:
        """Return the state a case starts from: in a sequence what the case before left, if that was right."""
        index = app.cases.index(case)
        if last and last.right and (last.app, last.index) == (app.name, index - 1):
            return app.before(case, last.state)
        left = app.state
        for earlier in app.cases[:index]:
            state = app.before(earlier, left)
            left = earlier.work_out(state)[2]
        return app.before(case, left)

    def _ask(self, contender: str, app: App, case: Case, before: Any) -> Result:
        answer = ask(contender, self.model, self.sandbox, app, case, before)
        result = Result(
            model=self.model.name,
            contender=contender,
            half=self.half,
            app=app.name,
            index=app.cases.index(case),
            kind=case.kind,
            call=case.call,
            tags=case.tags,
            error=answer.error,
            wrong="",
            rounds=answer.rounds,
            output_tokens=answer.output_tokens,
            seconds=round(answer.seconds, 2),
            wrote=answer.wrote,
            response=answer.response,
            status=answer.status,
            state=answer.state,
        )
        if self.file:
            append_result(self.file, self._judged(result, case, before))
        return result

    def _judged(self, result: Result, case: Case, before: Any) -> Result:
        """Return the result with what today's checker says of it, not that of an earlier run."""
        wrong = case.wrong(before, result.state, result.response, result.status)
        return replace(result, wrong=result.error or wrong)


if __name__ == "__main__":
    try:
        typer.run(main)
    except BackendGPTError as exc:
        sys.exit(f"Error: {exc.message}\nHint: {exc.hint}")
