"""Whether a backend remembers its own manners: `python -m benchmarks.routes.manners --model M`.

Three sessions, made without learning, with learned routes, and with learned routes that are shown to the
model as examples. Counted are right outcomes, and answers of the shape that is usual in their group of calls.
What was measured is kept in manners.json; without `--model` it is only printed.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from backendgpt.call import Call
from backendgpt.errors import BackendGPTError
from backendgpt.grounding import fit
from backendgpt.interpret import interpret
from backendgpt.jsonvalue import Json, compact
from backendgpt.models import Model
from backendgpt.routes import LearnedRoutes
from backendgpt.routes.files import RouteFiles
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Spec
from backendgpt.store.memory import MemoryStore
from backendgpt.turn import Turn, Usage
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.seen import Seen, same
from benchmarks.routes.sessions import SESSIONS, Session, Step, shape

RESULTS = Path(__file__).with_name("manners.json")
MODES = ("no learning", "learning", "learning, with examples")

out, err = Console(width=120), Console(stderr=True)


class Silent(LearnedRoutes):
    """Routes that are not shown to the model."""

    def examples(self, call: Call) -> Sequence[tuple[str, str]]:  # noqa: ARG002 (the protocol's argument)
        """Show nothing."""
        return ()


@dataclass(frozen=True)
class Done:
    """A call of a session, made in one mode."""

    session: str
    group: str
    call: str
    source: str
    wrong: str
    shape: str
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    seconds: float


def main(
    model: Annotated[str | None, typer.Option(help="Make the sessions with this model.")] = None,
    only: Annotated[str, typer.Option(help="Only the mode of this name.")] = "",
) -> None:
    """Make the sessions in every mode, and print what came of them."""
    kept = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    results = {mode: [Done(**each) for each in kept.get(mode, [])] for mode in MODES}
    if model:
        from backendgpt.models.resolve import resolve

        asked = resolve(model, env=os.environ)
        with Sandbox() as sandbox:
            for mode in (mode for mode in MODES if only in ("", mode)):
                results[mode] = []
                for done in (done for session in SESSIONS for done in play(session, mode, asked, sandbox)):
                    err.print(f"{mode}: {done.call} {done.source} {done.wrong or 'right'}", markup=False)
                    results[mode].append(done)
                text = {name: [asdict(done) for done in all_] for name, all_ in results.items()}
                RESULTS.write_text(json.dumps(text, indent=1) + "\n")
        asked.close()
    show(results)


def play(session: Session, mode: str, model: Model, sandbox: Sandbox) -> Iterator[Done]:
    """Make the calls of one session. A wrong change is put right before the next call."""
    spec = Spec(session.purpose)
    state = session.state
    with tempfile.TemporaryDirectory() as folder:
        kind = LearnedRoutes if mode == MODES[2] else Silent
        routes = None if mode == MODES[0] else kind(RouteFiles(Path(folder)), lambda: spec, sandbox)
        for step in session.steps:
            call = Call.parse(step.call)
            right = sandbox.run(step.reference, state, fit(call, state).args, spec.limits)
            turn = None
            try:
                turn = interpret(
                    call,
                    store=MemoryStore(f"{session.name} {mode}", spec, state),
                    model=lambda: model,
                    sandbox=sandbox,
                    routes=routes,
                )
            except BackendGPTError as exc:
                err.print(f"{step.call}: {exc}", markup=False)
            usage, seconds = (turn.usage, turn.timing.total) if turn else (Usage(), 0.0)
            yield Done(
                session.name,
                f"{session.name}/{step.group}",
                step.call,
                turn.source if turn else "nobody",
                _wrong(step, call, state, right.state, right.response, turn),
                compact(shape(turn.response)) if turn else "nothing",
                usage.input_tokens,
                usage.cached_tokens,
                usage.output_tokens,
                round(seconds, 2),
            )
            state = right.state


def _wrong(step: Step, call: Call, before: Json, after: Json, response: Json, turn: Turn | None) -> str:
    if turn is None:
        return "no answer"
    if not same(turn.state, after):
        return f"the state should be {compact(after)}, not {compact(turn.state)}"
    if response is None:
        return ""
    return answers(response)(Seen(step.call, call.body, before, before, turn.response, turn.status))


def show(results: dict[str, list[Done]]) -> None:
    """Print one line for each mode."""
    table = Table(
        "mode",
        "calls",
        "right",
        "usual shape",
        "asked",
        "tokens read",
        "of these cached",
        "written",
        "seconds",
    )
    for mode, done in results.items():
        if not done:
            continue
        shapes = {each.group: Counter[str]() for each in done}
        for each in done:
            shapes[each.group][each.shape] += 1
        usual = sum(counts.most_common(1)[0][1] for counts in shapes.values())
        table.add_row(
            mode,
            str(len(done)),
            f"{sum(not each.wrong for each in done) / len(done):.0%}",
            f"{usual / len(done):.0%}",
            str(sum(each.source == "model" for each in done)),
            f"{sum(each.input_tokens for each in done):,}",
            f"{sum(each.cached_tokens for each in done):,}",
            f"{sum(each.output_tokens for each in done):,}",
            f"{sum(each.seconds for each in done):.0f}",
        )
    out.print(table)


if __name__ == "__main__":
    typer.run(main)
