"""Weigh a stored function against a fresh one: what is kept, and whether it is trusted."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from backendgpt.errors import BackendGPTError
from backendgpt.jsonvalue import Json, compact
from backendgpt.program import Program
from backendgpt.routes.evidence import objection, own_prose
from backendgpt.routes.route import Route, endpoint_of
from backendgpt.routes.shape import args_shape, merged, shape
from backendgpt.routes.trial import doubt, effect_of
from backendgpt.sandbox import Outcome, ProgramFailed, Sandbox
from backendgpt.spec import Spec
from backendgpt.turn import Turn

SECONDS = 2.0
"""How long comparing two functions may take; it happens after the state is written, before the answer."""

_MARKS = 10
"""How many calls are remembered as evidence."""


@dataclass(frozen=True)
class Scale:
    """What it takes to compare functions.

    Attributes:
        spec: How much evidence the backend asks for, and its limits.
        sandbox: Where functions run.
    """

    spec: Spec
    sandbox: Sandbox

    def weigh(self, kept: Route, new: Route, turn: Turn) -> Route:
        """Return what is to be kept after the model wrote a fresh function for the same endpoint.

        Args:
            kept: What was kept so far.
            new: The fresh function, as `candidate` makes it.
            turn: The turn that it is from.
        """
        if new.note and kept.status == "learned":
            return kept
        if new.note or objection(kept.program, turn.call, turn.before, changes=turn.changed):
            return replace(new, file=kept.file)
        if problem := self.doubt(kept, new, turn):
            return replace(new, file=kept.file, note=f"its forerunner was dropped: {problem}")
        return self.agreed(kept, new)

    def agreed(self, kept: Route, new: Route) -> Route:
        """Return a stored function after a fresh one agreed with it; a call that counted already does not."""
        agreements = kept.agreements + (not _repeats(kept, new))
        is_learned = kept.status == "learned" or agreements >= self.spec.agreements
        return replace(
            kept,
            status="learned" if is_learned else "candidate",
            state=merged(kept.state or {}, new.state or {}),
            agreements=agreements,
            seen=tuple(dict.fromkeys((*kept.seen, *new.seen)))[-_MARKS:],
            since=kept.since or (now() if is_learned else ""),
            note="",
        )

    def doubt(self, kept: Route, new: Route, turn: Turn) -> str:
        """Say why a fresh function does not prove the stored one; empty if it does."""
        if kept.program is None or new.program is None:
            return "it is not valid Python"
        limits = replace(self.spec.limits, run_seconds=SECONDS / 10)
        end = time.monotonic() + SECONDS

        def run(program: Program, state: Json, args: Json, seed: int) -> Outcome | None:
            if time.monotonic() > end:
                return None
            try:
                return self.sandbox.run(program, state, args, limits, seed=seed)
            except (ProgramFailed, BackendGPTError):
                return None

        return doubt(kept.program, new.program, turn.before, turn.call.args, run)


def candidate(turn: Turn) -> Route:
    """Return the model's function of a turn as a route that has proven nothing yet."""
    route = Route(endpoint_of(turn.call), source=turn.program, status="candidate", call=turn.call.text)
    return replace(
        route,
        args=args_shape(turn.call.args),
        state=merged(shape(turn.before, route.keys), shape(turn.state, route.keys)),
        seen=(_mark(turn),),
        model=turn.usage.model,
        tokens=turn.usage.input_tokens + turn.usage.output_tokens,
        cost=turn.usage.cost,
        seconds=round(turn.timing.total, 3),
        note=objection(route.program, turn.call, turn.before, changes=turn.changed)
        or own_prose(route.program, turn.before, turn.state),
    )


def now() -> str:
    """Return the time as a route's file has it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _mark(turn: Turn) -> str:
    """Return what tells a call from another one: its arguments, and what it did."""
    effect = effect_of(turn.before, Outcome(turn.response, turn.status, turn.state))
    return f"{_digest(compact(turn.call.args))}/{_digest(effect)}"


def _repeats(kept: Route, new: Route) -> bool:
    """Tell whether a call counted already: its arguments are known, and so is what it did."""
    args, _, effect = new.seen[0].partition("/")
    known = [mark.partition("/") for mark in kept.seen]
    return any(a == args for a, _, _ in known) and any(e == effect for _, _, e in known)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
