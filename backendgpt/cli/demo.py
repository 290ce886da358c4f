"""`bgpt demo`: backend-GPT's own example, on a backend that lives only as long as the demonstration."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from backendgpt.cli import changes
from backendgpt.cli.call import Model, duration
from backendgpt.cli.fetching import fetch_if_missing
from backendgpt.cli.output import escape, note, styled, write
from backendgpt.cli.progress import Spinner
from backendgpt.errors import UnusableAnswer
from backendgpt.jsonvalue import Json, dumps

if TYPE_CHECKING:
    from backendgpt.backend import Backend
    from backendgpt.turn import Turn

app = typer.Typer()

Todos = list[tuple[str, bool]]
"""Titles, and whether they are completed."""

PURPOSE = "This is a todo list app"
TIMEOUT = 600.0
"""Seconds for each call: a slow machine reads the first prompt for a while."""

STATE: Json = {
    "todo_items": [
        {"title": "eat breakfast", "completed": True},
        {"title": "go to school", "completed": False},
    ]
}

NEXT = """\
Nothing of this was kept. Now make your own:

  bgpt init todo "This is a todo list app"
  bgpt call todo "add_todo(buy milk)"
  bgpt state todo"""


@dataclass(frozen=True)
class Step:
    """A call, and how to tell whether its answer is right.

    Attributes:
        call: The call.
        right: Is given the todos before and after, and the response as JSON.
    """

    call: str
    right: Callable[[Todos, Todos, str], bool]


def _sorted(old: Todos, new: Todos, _: str) -> bool:
    return new in (sorted(old), sorted(old, key=lambda todo: todo[0].lower()))


def _second_done(old: Todos, new: Todos, _: str) -> bool:
    return len(old) > 1 and new == [old[0], (old[1][0], True), *old[2:]]


def _open_ones(old: Todos, new: Todos, said: str) -> bool:
    return old == new and all((title in said) != done for title, done in old)


STEPS = (
    Step("add_five_housework_todos()", lambda old, new, _: new[:-5] == old and len(new) == len(old) + 5),
    Step("delete_last_two_todos()", lambda old, new, _: new == old[:-2]),
    Step("sort_todos_alphabetically()", _sorted),
    Step("markk_complet(1)", _second_done),
    Step("delete last todos", lambda old, new, _: new == old[: len(new)] and 0 < len(new) < len(old)),
    Step("which ones are still open?", _open_ones),
)


@app.command()
def demo(model: Model = None) -> None:
    """Show what this does, on a throw-away todo list.

    \b
      bgpt demo
      bgpt demo --model openai/gpt-4o-mini
    """
    from backendgpt.backend import Backend
    from backendgpt.spec import Spec
    from backendgpt.store.memory import MemoryStore

    _introduce(model)
    with Backend(MemoryStore("demo", Spec(PURPOSE, model=model), STATE)) as backend:
        wrong = [step.call for step in STEPS if not _show(backend, step)]
    if wrong:
        raise UnusableAnswer(
            f"{len(wrong)} of {len(STEPS)} calls went wrong: {', '.join(wrong)}.",
            hint="A larger model does better: bgpt demo --model PROVIDER/MODEL",
        )
    write(f"\n{NEXT}")


def _show(backend: Backend, step: Step) -> bool:
    """Make a call and show it; tell whether it went right."""
    write("\n" + _heading(f'bgpt call demo "{step.call}"'))
    try:
        with Spinner("Waiting for the answer"):
            turn = backend.call(step.call, timeout=TIMEOUT)
    except UnusableAnswer as exc:
        note(exc.message)
        return False
    width = shutil.get_terminal_size().columns
    response = escape(dumps(turn.response))
    write(response if len(response) <= 2 * width else response[: 2 * width - 3] + "...")
    for line in changes.summary(turn.before, turn.state, width=width):
        write(styled(escape(line), line[0]))
    right = _is_right(step, turn)
    write(styled(f"{duration(turn.timing.total)}{'' if right else ', and wrong'}", "dim"))
    return right


def _introduce(model: str | None) -> None:
    """Say who will answer, fetch its weights if need be, and show what there is before the first call."""
    from backendgpt.models.resolve import choose

    choice = choose(model, env=os.environ)
    note(f"Asking {choice.name}: {choice.reason}.", style="dim")
    fetch_if_missing(choice.name)
    write(_heading(f"bgpt init demo {shlex.quote(PURPOSE)} --state '{dumps(STATE)}'"))


def _is_right(step: Step, turn: Turn) -> bool:
    return step.right(_todos(turn.before), _todos(turn.state), dumps(turn.response))


def _todos(state: Json) -> Todos:
    match state:
        case {"todo_items": [*items]}:
            return [
                (str(todo.get("title")), todo.get("completed") is True)
                for todo in items
                if isinstance(todo, dict)
            ]
    return []


def _heading(command: str) -> str:
    return styled(f"$ {command}", "bold")
