"""`bgpt routes`, `warm` and `replay`: what a backend has learned, and making calls again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backendgpt.cli import inputs
from backendgpt.cli.inputs import Name
from backendgpt.cli.output import escape, note, show_json, styled, write
from backendgpt.errors import UsageError
from backendgpt.jsonvalue import Json

if TYPE_CHECKING:
    from backendgpt.backend import Backend
    from backendgpt.models import Model as AnyModel
    from backendgpt.replay import Replayed
    from backendgpt.routes import LearnedRoutes, Route

app = typer.Typer()

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Model = Annotated[str | None, typer.Option("--model", "-m", metavar="MODEL", help="The model to ask.")]
Endpoint = Annotated[
    str | None,
    typer.Argument(metavar="[ENDPOINT]", help="Only this one: its function, and where it is from."),
]

COLUMNS = ("endpoint", "args", "status", "hits", "agreements", "ms", "tokens saved", "$ saved", "note")
_NUMBERS = COLUMNS[3:8]


@app.command()
def routes(
    name: Name,
    endpoint: Endpoint = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Change its function in your editor; pins it.")
    ] = False,
    pin: Annotated[bool, typer.Option("--pin", help="Trust it, whatever the model says.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Remove it: the model answers again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show the functions that a backend has kept, and which of them answer without a model.

    \b
      bgpt routes todo
      bgpt routes todo add_todo
      bgpt routes todo add_todo --edit
    """
    if endpoint is None and (edit or pin or forget):
        raise UsageError("Say which route is meant.", hint=f"bgpt routes {name}")
    with _opened(name) as (_, learned):
        if endpoint is None:
            return _show_all([_facts(learned, route) for route in learned.files.all()], as_json)
        for route in _named(name, learned, endpoint):
            if edit or pin:
                _pin(learned, route, edit=edit)
            elif forget:
                learned.files.remove(route)
                note(f"'{route.endpoint}' is forgotten.")
            elif as_json:
                show_json({**_facts(learned, route), "source": route.source})
            else:
                write(escape(learned.files.path(route).read_text(encoding="utf-8").rstrip("\n")))


@app.command()
def warm(
    name: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Calls, one a line.")],
    model: Model = None,
) -> None:
    """Learn the routes for a list of calls, on a copy: the state stays as it is.

    A line is a call as you would make it, or {"call": ..., "data": ...}.

    \b
      bgpt warm todo calls.txt
    """
    from backendgpt import replay
    from backendgpt.grounding import fit

    calls = replay.read_calls(inputs.read_text(file))
    with _opened(name) as (backend, learned):
        for made in replay.warm(backend.store, learned, calls, _asked(backend, model)):
            note(f"{made.source:6} {made.seconds:6.2f} s  {made.call}  {made.problem}".rstrip(), style="dim")
        state = backend.state
        open_ = [call.text for call in calls if not learned.knows(fit(call, state))]
    note(f"{len(calls) - len(open_)} of {len(calls)} calls need no model now.")
    if open_:
        note(f"The model still answers: {', '.join(dict.fromkeys(open_))}\nWhy: bgpt routes {name}")


@app.command("replay")
def replay_(
    name: Name,
    model: Model = None,
    newest: Annotated[
        int | None, typer.Option("-n", metavar="N", min=1, help="Only the newest N calls.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask a model for every call of the history again, and compare; nothing is written.

    \b
      bgpt replay todo --model openai/gpt-4o-mini
      bgpt replay todo -m local/qwen2.5-coder-0.5b -n 20 --json
    """
    from backendgpt import replay

    with _opened(name) as (backend, _):
        done = []
        for call in replay.replay(backend.store, _asked(backend, model), backend.runtime.sandbox, newest):
            done.append(call)
            if not as_json:
                note(_compared(call), style="dim")
    if as_json:
        show_json([_replayed(call) for call in done])
    elif done:
        write(_total(done))


@contextmanager
def _opened(name: str) -> Iterator[tuple[Backend, LearnedRoutes]]:
    from backendgpt.backend import Backend

    with Backend.open(name) as backend:
        assert backend.routes, "a backend in a folder has routes"
        yield backend, backend.routes


def _asked(backend: Backend, model: str | None) -> Callable[[], AnyModel]:
    return lambda: backend.runtime.model(model, backend.spec)


def _named(name: str, learned: LearnedRoutes, endpoint: str) -> list[Route]:
    """Find the routes of an endpoint, given as such, as a call of its, or as the name of a file."""
    from backendgpt.call import Call
    from backendgpt.routes.route import endpoint_of

    meant = {endpoint, endpoint_of(Call.parse(endpoint))}
    found = [route for route in learned.files.all() if {route.endpoint, route.file} & meant]
    if not found:
        raise UsageError(f"'{name}' has kept no function for '{endpoint}'.", hint=f"bgpt routes {name}")
    return found


def _pin(learned: LearnedRoutes, route: Route, *, edit: bool) -> None:
    from backendgpt.cli.edit import run_editor
    from backendgpt.routes import Route

    path = learned.files.path(route)
    if edit:
        run_editor(path)
        route = Route.from_text(inputs.read_text(path), path.stem)
    if route.program is None:
        raise UsageError(
            f"'{path}' holds no function `def handle(state, args):`, so the model answers.",
            hint=f"{path.stem} --edit",
        )
    learned.files.save(replace(route, status="pinned", note=""))
    note(f"'{route.endpoint}' is pinned.")


def _facts(learned: LearnedRoutes, route: Route) -> dict[str, Json]:
    """Return what is shown of a route; what it saved is what one call of the model took, times its hits."""
    from backendgpt.routes.files import Use

    use = learned.files.uses().get(route.file, Use())
    return {
        "endpoint": route.endpoint,
        "args": route.args,
        "status": f"same as {route.same_as}" if route.same_as else route.status,
        "hits": use.hits,
        "agreements": route.agreements,
        "ms": round(use.seconds / use.hits * 1000, 2) if use.hits else None,
        "tokens saved": use.hits * route.tokens,
        "$ saved": None if route.cost is None else round(use.hits * route.cost, 6),
        "note": route.note,
    }


def _show_all(facts: list[dict[str, Json]], as_json: bool) -> None:
    if as_json:
        return show_json([*facts])
    rows = [[_cell(fact[column]) for column in COLUMNS] for fact in facts]
    widths = [max(map(len, column)) for column in zip(COLUMNS, *rows, strict=True)]
    if rows:
        write(styled(_row(COLUMNS, widths), "bold"))
    for row in rows:
        write(_row(row, widths))


def _cell(value: Json) -> str:
    return "" if value is None else escape(" ".join(str(value).split()))[:60]


def _row(cells: Sequence[str], widths: list[int]) -> str:
    padded = (
        cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
        for column, cell, width in zip(COLUMNS, cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _compared(call: Replayed) -> str:
    found = "same" if call.response and call.state else "other state" if call.response else "other response"
    return f"{call.problem or found:15} {call.seconds:6.2f} s  {call.call}"


def _replayed(call: Replayed) -> dict[str, Json]:
    return {
        "call": call.call,
        "response": call.response,
        "state": call.state,
        "model": call.usage.model,
        "input_tokens": call.usage.input_tokens,
        "output_tokens": call.usage.output_tokens,
        "cost": call.usage.cost,
        "seconds": round(call.seconds, 3),
        "then": call.then,
        "problem": call.problem,
    }


def _total(done: list[Replayed]) -> str:
    costs = [call.usage.cost for call in done]
    cost = "unknown" if None in costs else f"${sum(filter(None, costs)):.4f}"
    tokens = sum(call.usage.input_tokens + call.usage.output_tokens for call in done)
    lines = {
        "calls": len(done),
        "same response": sum(call.response for call in done),
        "same state": sum(call.state for call in done),
        "no answer": sum(bool(call.problem) for call in done),
        "tokens": f"{tokens:,}",
        "cost": cost,
        "seconds": f"{sum(call.seconds for call in done):.1f} (then {sum(call.then for call in done):.1f})",
    }
    return "\n".join(f"{name:14} {value}" for name, value in lines.items())
