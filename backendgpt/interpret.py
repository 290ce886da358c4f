"""The path of one call, from its text to a committed state: the function to read first.

    load -> a learned route fits? -> else ask the model for a function -> run it on a copy of the state
         -> check -> bad? tell the model what went wrong, twice at most -> commit -> only now answer

The model is asked outside the store's lock. If the state has moved on meanwhile, the function is run again
on the newest state under the lock, so that a conflict costs no second question; only a function whose answer
rests on what the model saw is asked for anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from backendgpt.analysis import seen_literals
from backendgpt.ask import Asker
from backendgpt.call import Call
from backendgpt.deadline import Deadline
from backendgpt.errors import Busy, LimitExceeded
from backendgpt.grounding import fit, respell
from backendgpt.jsonvalue import Json, JsonError, check_depth, compact, equal
from backendgpt.models import Model
from backendgpt.program import Program
from backendgpt.sandbox import Outcome, ProgramFailed, Sandbox
from backendgpt.spec import Limits
from backendgpt.store import Record, Snapshot, Store
from backendgpt.store.checks import check_state
from backendgpt.store.patch import diff
from backendgpt.turn import Source, Timing, Turn, Usage

DEFAULT_TIMEOUT = 120.0
"""Seconds a call may take unless its caller says otherwise."""

ROUNDS = 2
"""How many times a call is interpreted at most when others change the state meanwhile."""


class Routes(Protocol):
    """What interpret() asks of the learned routes; see `routes.py`."""

    def find(self, call: Call, state: Json) -> Program | None:
        """Return the function that is trusted with this call, if there is one."""
        ...

    def failed(self, call: Call, problem: str) -> None:
        """Note that the trusted function did not do; it is not trusted until it agrees again."""
        ...

    def observe(self, turn: Turn) -> None:
        """Learn from a turn that is committed: keep the model's function, or compare it with the kept one.

        Never raises.
        """
        ...

    def examples(self, call: Call) -> Sequence[tuple[str, str]]:
        """Return the calls and functions that the model should see before it answers this call."""
        ...


@dataclass(frozen=True)
class Answer:
    """A function and what it did to one snapshot."""

    call: Call
    snapshot: Snapshot
    program: Program
    outcome: Outcome
    source: Source

    @property
    def changed(self) -> bool:
        """Whether the state is another one."""
        return not equal(self.snapshot.state, self.outcome.state)


def interpret(
    call: Call,
    *,
    store: Store,
    model: Callable[[], Model],
    sandbox: Sandbox,
    routes: Routes | None = None,
    deadline: Deadline | None = None,
    dry_run: bool = False,
    fresh: bool = False,
) -> Turn:
    """Answer one call: find or ask for the function, run it, write the new state back.

    Args:
        call: The call.
        store: The backend's spec, state and history.
        model: Gives the model; called only if no route answers.
        sandbox: Where functions run.
        routes: The backend's learned routes, or None.
        deadline: When to give up; `DEFAULT_TIMEOUT` seconds from now by default.
        dry_run: Do everything but write.
        fresh: Ask the model even if a route fits.

    Returns:
        The turn. Once this returns, its change is durable.

    Raises:
        BackendGPTError: Any of the tree in errors.py; the state and the history are as they were.
    """
    deadline = deadline or Deadline(DEFAULT_TIMEOUT)
    asker = Asker(store.spec, model, sandbox, deadline, cache=store.name)
    _check_size(call, asker.spec.limits)
    for last in (False, True):
        answer = _answer(call, store.load(), asker, None if fresh else routes, routes)
        if dry_run:
            check_state(asker.spec, answer.outcome.state)
            return _turn(answer, asker, diff(answer.snapshot.state, answer.outcome.state), dry_run=True)
        if answer.source == "route" and not answer.changed:
            return _learned_from(_turn(answer, asker, ()), routes)
        with store.writing(deadline) as writer:
            started = time.monotonic()
            current = _on_newest(answer, writer.snapshot, asker, last)
            if current is None:
                continue
            record = writer.commit(current.outcome.state, _record(current, asker))
        turn = _turn(current, asker, record.patch, record.revision, commit=time.monotonic() - started)
        return _learned_from(turn, routes)
    raise Busy(
        f"Backend '{store.name}' changed whenever this call was about to. It changed nothing itself.",
        hint="Try again.",
    )


def _answer(
    call: Call, snapshot: Snapshot, asker: Asker, trusted: Routes | None, routes: Routes | None
) -> Answer:
    call = fit(call, snapshot.state)
    for reading in call.readings() if trusted else ():
        assert trusted
        if program := trusted.find(reading, snapshot.state):
            try:
                outcome = asker.run(program, reading, snapshot.state)
                return Answer(reading, snapshot, program, outcome, "route")
            except ProgramFailed as exc:
                trusted.failed(reading, str(exc))
    asker.remembered = routes.examples(call) if routes else ()
    program, call, outcome = asker.ask(respell(call, snapshot.state), snapshot.state)
    return Answer(call, snapshot, program, outcome, "model")


def _learned_from(turn: Turn, routes: Routes | None) -> Turn:
    if routes:
        routes.observe(turn)
    return turn


def _on_newest(answer: Answer, newest: Snapshot, asker: Asker, last: bool) -> Answer | None:
    """Return the answer as it is on the newest state, or None if the model must be asked anew."""
    # The number alone does not tell: a hand edit is not numbered yet, a replaced backend begins again.
    if newest.revision == answer.snapshot.revision and equal(newest.state, answer.snapshot.state):
        return answer
    if not answer.changed:
        return replace(answer, snapshot=newest, outcome=replace(answer.outcome, state=newest.state))
    if not last and seen_literals(answer.program, answer.snapshot.state, answer.call):
        return None
    try:
        return replace(answer, snapshot=newest, outcome=asker.run(answer.program, answer.call, newest.state))
    except ProgramFailed:
        return None


def _check_size(call: Call, limits: Limits) -> None:
    data = "" if call.body is None else compact(call.body)
    size = len((call.text + data).encode("utf-8", "replace"))
    if size > limits.call_bytes:
        raise LimitExceeded(
            f"The call has {size:,} bytes; this backend takes {limits.call_bytes:,}. The state is unchanged.",
            hint="bgpt edit NAME, and set limits.call_bytes.",
        )
    try:
        check_depth(data, limits.depth)
    except JsonError as exc:
        raise LimitExceeded(
            f"The call's data is {exc}. The state is unchanged.",
            hint="bgpt edit NAME, and set limits.depth.",
        ) from exc


def _record(answer: Answer, asker: Asker) -> Record:
    usage = Usage.of(asker.completions)
    return Record(
        revision=answer.snapshot.revision,
        time=time.time(),
        kind="call",
        call=answer.call.text,
        args=answer.call.args,
        response=answer.outcome.response,
        status=answer.outcome.status,
        program=answer.program.source,
        source=answer.source,
        model=usage.model,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost=usage.cost,
        seconds=round(asker.deadline.elapsed, 4),
    )


def _turn(
    answer: Answer,
    asker: Asker,
    patch: tuple[dict[str, Json], ...],
    revision: int | None = None,
    *,
    commit: float = 0.0,
    dry_run: bool = False,
) -> Turn:
    return Turn(
        call=answer.call,
        response=answer.outcome.response,
        status=answer.outcome.status,
        revision=answer.snapshot.revision if revision is None else revision,
        patch=patch,
        before=answer.snapshot.state,
        state=answer.outcome.state,
        source=answer.source,
        program=answer.program.source,
        usage=Usage.of(asker.completions),
        timing=Timing(asker.model_seconds, asker.sandbox_seconds, commit, asker.deadline.elapsed),
        dry_run=dry_run,
    )
