"""Compare a stored function with a fresh one on many inputs: the evidence on which a route is learned.

Both were written by the model, for different calls. If they do the same to the new call, and to every input
that can be derived from it, and if what they do depends on each argument, then the stored one stands for what
the model would answer next time.
"""

from __future__ import annotations

from collections.abc import Callable

from backendgpt.jsonvalue import Json, compact, equal
from backendgpt.program import Program
from backendgpt.routes.vary import Variant, variants
from backendgpt.sandbox import Outcome
from backendgpt.store.patch import diff

Run = Callable[[Program, Json, Json, int], Outcome | None]
"""Runs a function on a state and arguments, the clock stopped and randomness seeded; None if it raises."""

ENOUGH = 4
"""On how many inputs both functions have to work."""

SEEDS = (2, 3)
"""Other beginnings of randomness, on which two functions that roll dice must agree, too."""


def doubt(stored: Program, fresh: Program, state: Json, args: Json, run: Run) -> str:
    """Say why the stored function is not proven by the fresh one; empty if it is.

    Args:
        stored: The function that was kept from an earlier call.
        fresh: The model's function for a call with these `args` on this `state`.
        state, args: The call's.
        run: See `Run`.
    """
    old, new = run(stored, state, args, 1), run(fresh, state, args, 1)
    if old is None or new is None:
        return "it failed where the model's function did not" if new else "the model's function failed"
    if not _same(old, new):
        return "the model answered otherwise"
    inputs = variants(state, args)
    for seed in SEEDS:
        old, new = (run(program, inputs[0].state, args, seed) for program in (stored, fresh))
        if old and new and not _same(old, new):
            return "it depends on chance or on the clock in another way than the model's function"
    return _doubt_beyond(stored, fresh, inputs, run)


def _doubt_beyond(stored: Program, fresh: Program, inputs: list[Variant], run: Run) -> str:
    """Compare on the inputs derived from a call; the first one is the call itself."""
    base, agreed, idle = "", 0, {variant.argument for variant in inputs if variant.argument} or {""}
    for number, variant in enumerate(inputs):
        old = run(stored, variant.state, variant.args, 1)
        new = run(fresh, variant.state, variant.args, 1)
        if old is None or new is None:
            continue
        if not _same(old, new) and not (_refuses(old, variant) and _refuses(new, variant)):
            return f"the model would answer otherwise if {_what(variant)} were {_shown(variant)}"
        effect = effect_of(variant.state, old)
        if number == 0:
            base = effect
        elif effect != base:
            idle.discard(variant.argument)
        agreed += 1
    if idle:
        places = sorted(f"args{place}" for place in idle if place)
        return f"it does not depend on {' and '.join(places) or 'the state'}"
    return "" if agreed >= ENOUGH else "too few inputs to compare on"


def effect_of(state: Json, outcome: Outcome) -> str:
    """Return what a function did, as one comparable text: its answer and the change."""
    patch: Json = list(diff(state, outcome.state))
    return compact([outcome.response, outcome.status, patch])


def _same(a: Outcome, b: Outcome) -> bool:
    return a.status == b.status and equal(a.response, b.response) and equal(a.state, b.state)


def _refuses(outcome: Outcome, variant: Variant) -> bool:
    """Tell whether a function says in one way or another that it cannot: there the wording is free."""
    response = outcome.response
    says_no = (
        outcome.status >= 400 or response is None or (isinstance(response, dict) and "error" in response)
    )
    return says_no and equal(outcome.state, variant.state)


def _what(variant: Variant) -> str:
    return f"args{variant.argument}" if variant.argument else "the state"


def _shown(variant: Variant) -> str:
    text = compact(variant.args if variant.argument else variant.state)
    return text if len(text) <= 80 else text[:77] + "..."
