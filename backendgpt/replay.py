"""Make calls again, on a fork in memory: to learn routes before they are needed, or to try another model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from backendgpt.call import Call
from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, ModelUnavailable, UsageError
from backendgpt.grounding import fit
from backendgpt.interpret import DEFAULT_TIMEOUT, interpret
from backendgpt.jsonvalue import Json, JsonError, equal, loads
from backendgpt.models import Model
from backendgpt.routes import LearnedRoutes
from backendgpt.routes.files import RouteFiles
from backendgpt.routes.vary import restaged
from backendgpt.sandbox import Sandbox
from backendgpt.store import Record, Store
from backendgpt.store.memory import MemoryStore
from backendgpt.store.patch import apply
from backendgpt.turn import Usage

PASSES = 3
"""How often `warm` goes through the calls: a route needs two different ones of its kind."""


@dataclass(frozen=True)
class Replayed:
    """A call of the history, made again.

    Attributes:
        call: Its text.
        response, state: Whether the response, and the state it left, were the same as then.
        usage: What the model took.
        seconds: How long it took, and
        then: how long it took then.
        problem: Why there was no answer; empty if there was one.
    """

    call: str
    response: bool
    state: bool
    usage: Usage
    seconds: float
    then: float
    problem: str = ""


@dataclass(frozen=True)
class Warmed:
    """A call made while learning.

    Attributes:
        call: Its text.
        source: Who answered: `model`, `route`, or nobody.
        usage: What the model took.
        seconds: How long it took.
        problem: Why there was no answer; empty if there was one.
    """

    call: str
    source: str
    usage: Usage
    seconds: float
    problem: str = ""


def replay(
    store: Store, model: Callable[[], Model], sandbox: Sandbox, newest: int | None = None
) -> Iterator[Replayed]:
    """Ask a model for every call of the history anew, each on the state that the call met then.

    Args:
        store: The backend; nothing is written to it.
        model: Gives the model.
        sandbox: Where the functions run.
        newest: Only the newest so many calls.

    Raises:
        ModelUnavailable: It cannot be asked at all.
    """
    total = sum(1 for record in store.records() if record.kind == "call")
    state: Json = None
    number = 0
    for record in store.records():
        after = apply(state, record.patch) if record.patch else state
        if record.kind == "call":
            number += 1
            if newest is None or number > total - newest:
                yield _again(store, record, state, after, model, sandbox)
        state = after


def _again(
    store: Store, record: Record, before: Json, after: Json, model: Callable[[], Model], sandbox: Sandbox
) -> Replayed:
    # The history keeps the arguments as the function got them, whichever part came from DATA.
    args = record.args if isinstance(record.args, list | dict) else []
    call = replace(Call.parse(record.call), written=args, body=None)
    fork = MemoryStore(store.name, store.spec, before)
    deadline = Deadline(DEFAULT_TIMEOUT)
    try:
        turn = interpret(call, store=fork, model=model, sandbox=sandbox, deadline=deadline, dry_run=True)
    except ModelUnavailable:
        raise
    except BackendGPTError as exc:
        return Replayed(record.call, False, False, Usage(), deadline.elapsed, record.seconds, exc.message)
    same_response = equal(turn.response, record.response) and turn.status == record.status
    same_state = equal(turn.state, after)
    return Replayed(record.call, same_response, same_state, turn.usage, turn.timing.total, record.seconds)


def warm(
    store: Store, routes: LearnedRoutes, calls: Sequence[Call], model: Callable[[], Model]
) -> Iterator[Warmed]:
    """Make calls on a fork until their routes are learned, then give the routes to the backend.

    Args:
        store: The backend; its state and history stay as they are.
        routes: Its routes.
        calls: What is to be learned.
        model: Gives the model.

    Raises:
        ModelUnavailable: It cannot be asked at all.
    """
    with TemporaryDirectory() as folder:
        fork = LearnedRoutes(RouteFiles(Path(folder)), lambda: store.spec, routes.sandbox)
        for route in routes.files.all():
            fork.files.save(route)
        for number in range(PASSES):
            stage = MemoryStore(store.name, store.spec, restaged(store.load().state, number))
            if not all(fork.knows(fit(call, stage.load().state)) for call in calls):
                yield from _pass(stage, fork, calls, model)
        routes.adopt(fork)


def _pass(
    stage: Store, routes: LearnedRoutes, calls: Sequence[Call], model: Callable[[], Model]
) -> Iterator[Warmed]:
    for call in calls:
        deadline = Deadline(DEFAULT_TIMEOUT)
        try:
            turn = interpret(
                call, store=stage, model=model, sandbox=routes.sandbox, routes=routes, deadline=deadline
            )
            yield Warmed(call.text, turn.source, turn.usage, turn.timing.total)
        except ModelUnavailable:
            raise
        except BackendGPTError as exc:
            yield Warmed(call.text, "nobody", Usage(), deadline.elapsed, exc.message)


def read_calls(text: str) -> list[Call]:
    """Read a list of calls: one a line, plain or as `{"call": ..., "data": ...}`; `#` begins a comment.

    Raises:
        UsageError: Lines cannot be read; all of them are named.
    """
    calls, problems = [], []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("{"):
            try:
                calls.append(_read_object(loads(line)))
            except (JsonError, ValueError) as exc:
                problems.append(f"line {number}: {exc}")
        elif line and not line.startswith("#"):
            calls.append(Call.parse(line))
    if problems or not calls:
        what = "; ".join(problems) or "it holds no call"
        raise UsageError(
            f"The list of calls is not usable: {what}.", hint='{"call": "add", "data": {"n": 1}}'
        )
    return calls


def _read_object(value: Json) -> Call:
    if (
        not isinstance(value, dict)
        or not isinstance(value.get("call"), str)
        or value.keys() - {"call", "data"}
    ):
        raise ValueError('it is not of the form {"call": "...", "data": ...}')
    return Call.parse(str(value["call"]), value.get("data"))
