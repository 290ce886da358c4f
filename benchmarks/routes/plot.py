"""Seconds per call over a session, with learning on and off: `python -m benchmarks.routes.plot --model M`.

The calls are those that backend-GPT's todo frontend makes: every click is a change and then `get_all()`. The
times are kept in session.json; without `--model` the plot (docs/routes.svg) is drawn from them again.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from backendgpt.backend import Backend, Runtime
from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError
from backendgpt.models import weights
from backendgpt.spec import Spec
from backendgpt.store.home import Home

STATE = {
    "todos": [
        {"title": "Learn react", "completed": True},
        {"title": "Buy Milk", "completed": True},
        {"title": "Do laundry", "completed": False},
        {"title": "Clean room", "completed": True},
    ]
}
CLICKS = (
    "add_todo(water the plants)",
    "mark_complete(Do laundry)",
    "add_todo(call mom)",
    "mark_complete(water the plants)",
    "delete(Buy Milk)",
    "mark_incomplete(Clean room)",
    "delete(Learn react)",
    "add_todo(pay rent)",
    "mark_incomplete(Do laundry)",
    "mark_complete(call mom)",
)
CALLS = [call for click in CLICKS for call in (click, "get_all()")]

TIMES = Path(__file__).with_name("session.json")
PLOT = Path(__file__).parents[2] / "docs" / "routes.svg"


def main(
    model: Annotated[str | None, typer.Option(help="Make the calls with this model.")] = None,
) -> None:
    """Make the session's calls twice, and draw how long each took."""
    if model:
        times = {learn: list(_session(model, learn)) for learn in ("auto", "off")}
        TIMES.write_text(json.dumps({"calls": CALLS, **times}, indent=1) + "\n")
    times = json.loads(TIMES.read_text())
    PLOT.parent.mkdir(exist_ok=True)
    PLOT.write_text(draw(times["auto"], times["off"]))
    for call, on, off in zip(times["calls"], times["auto"], times["off"], strict=True):
        typer.echo(f"{call:34} {on:8.3f} s with learning {off:8.3f} s without")
    typer.echo(f"{'all':34} {sum(times['auto']):8.3f} s {sum(times['off']):22.3f} s")


def _session(model: str, learn: str) -> Iterator[float]:
    with tempfile.TemporaryDirectory() as home:
        held = str(weights.folder(os.environ))
        runtime = Runtime({**os.environ, "BGPT_HOME": home, "BGPT_MODEL": model, "BGPT_MODELS": held})
        Home(Path(home)).create("todo", Spec("This is a todo list app.", learn=learn), STATE)  # type: ignore[arg-type]
        with Backend.open("todo", runtime=runtime) as backend:
            # The model's loading is not the session's: another call, on another backend, comes first.
            warm = Home(Path(home)).create("warm", Spec("A counter", learn="off"), {"n": 1})
            Backend(warm, runtime).call("increment()")
            for call in CALLS:
                deadline = Deadline(300)
                try:
                    said: str = backend.call(call, deadline=deadline).source
                except BackendGPTError as exc:
                    said = exc.message
                typer.echo(f"{learn} {call} {said} {deadline.elapsed:.3f}", err=True)
                yield round(deadline.elapsed, 4)
            for route in backend.routes.files.all() if backend.routes else ():
                typer.echo(f"{route.status} {route.endpoint} {route.note}", err=True)


WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 720, 300, 52, 40, 44


def draw(on: list[float], off: list[float]) -> str:
    """Return the plot as SVG: a dot a call, seconds upwards. Readable on light and dark pages."""
    top = max(1, round(max(*on, *off) + 0.5))
    step = (WIDTH - LEFT - 16) / len(on)
    floor = HEIGHT - BOTTOM

    def line(times: list[float], colour: str) -> str:
        points = [
            (LEFT + step * (i + 0.5), floor - (floor - TOP) * seconds / top)
            for i, seconds in enumerate(times)
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in points)
        return (
            f'<g stroke="{colour}" fill="{colour}"><polyline points="{path}" fill="none" stroke-width="1.5" '
            f'opacity="0.6"/>{dots}</g>'
        )

    marks = range(0, top + 1, max(1, top // 5))
    grid = "".join(
        f'<line x1="{LEFT}" x2="{WIDTH - 16}" y1="{(y := floor - (floor - TOP) * n / top):.1f}" y2="{y:.1f}" '
        f'stroke="#888" opacity="0.25"/><text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{n}</text>'
        for n in marks
    )
    ticks = "".join(
        f'<text x="{LEFT + step * (i + 0.5):.1f}" y="{floor + 18}" text-anchor="middle">{i + 1}</text>'
        for i in range(len(on))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12" fill="#888">'
        f"<title>Seconds per call over the first {len(on)} calls of a session</title>"
        f'{grid}{ticks}<text x="{LEFT}" y="{HEIGHT - 6}">call number</text>'
        f'<text x="{LEFT}" y="18">seconds per call</text>'
        f'<text x="{WIDTH - 16}" y="18" text-anchor="end"><tspan fill="#c2410c">learning off: '
        f'{sum(off):.0f} s in all</tspan><tspan dx="16" fill="#0d9488">learning on: {sum(on):.0f} s in all'
        f"</tspan></text>{line(off, '#c2410c')}{line(on, '#0d9488')}</svg>\n"
    )


if __name__ == "__main__":
    typer.run(main)
