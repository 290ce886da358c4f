"""Whether a backend remembers its own manners: `python -m benchmarks.routes.manners --model M`.

Three sessions, each made three times: without learning, with learned routes, and with learned routes that are
shown to the model as examples. Counted are right outcomes, and answers that have the shape that is usual in
their group of calls.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from backendgpt.turn import Turn
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.seen import Seen, same
from benchmarks.routes.sessions import SESSIONS, Session, Step, shape

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

    mode: str
    group: str
    right: bool
    shape: str
    turn: Turn | None


def main(
    model: Annotated[str, typer.Option(help="The model.")] = "local/qwen2.5-coder-1.5b",
    only: Annotated[str, typer.Option(help="Only modes with this in their names.")] = "",
) -> None:
    """Make the sessions in every mode, and print what came of them."""
    from backendgpt.models.resolve import resolve

    asked = resolve(model, env=os.environ)
    done: list[Done] = []
    with Sandbox() as sandbox:
        for mode in (mode for mode in MODES if only in mode):
            for session in SESSIONS:
                done += play(session, mode, asked, sandbox)
    asked.close()
    show(done)


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
            wrong = _wrong(step, call, state, right.state, right.response, turn)
            text = compact(shape(turn.response)) if turn else "nothing"
            err.print(f"{mode}: {step.call} {turn.source if turn else ''} {wrong or 'right'}", markup=False)
            yield Done(mode, f"{session.name}/{step.group}", not wrong, text, turn)
            state = right.state


def _wrong(step: Step, call: Call, before: Json, after: Json, response: Json, turn: Turn | None) -> str:
    if turn is None:
        return "no answer"
    if not same(turn.state, after):
        return f"the state should be {compact(after)}, not {compact(turn.state)}"
    if response is None:
        return ""
    return answers(response)(Seen(step.call, call.body, before, before, turn.response, turn.status))


def show(done: list[Done]) -> None:
    """Print one line for each mode."""
    table = Table(
        "mode", "calls", "right", "usual shape", "asked", "tokens read", "of these cached", "written", "s"
    )
    for mode in dict.fromkeys(each.mode for each in done):
        here = [each for each in done if each.mode == mode]
        usual = {}
        for group in {each.group for each in here}:
            shapes = Counter(each.shape for each in here if each.group == group)
            usual[group] = shapes.most_common(1)[0][0]
        shaped = sum(each.shape == usual[each.group] for each in here)
        turns = [each.turn for each in here if each.turn]
        usage = [turn.usage for turn in turns]
        table.add_row(
            mode,
            str(len(here)),
            f"{sum(each.right for each in here) / len(here):.0%}",
            f"{shaped / len(here):.0%}",
            str(sum(turn.source == "model" for turn in turns)),
            f"{sum(u.input_tokens for u in usage):,}",
            f"{sum(u.cached_tokens for u in usage):,}",
            f"{sum(u.output_tokens for u in usage):,}",
            f"{sum(turn.timing.total for turn in turns):.0f}",
        )
    out.print(table)


if __name__ == "__main__":
    typer.run(main)
