"""A scratch pad for values: from the empty state, named values and counters."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers

APP = App(
    name="scratch",
    purpose="Named values and counters",
    state={},
    cases=(
        Case(
            kind="empty",
            call="increment(visits)",
            after=has(("visits", 1)),
            right='state["visits"] = state.get("visits", 0) + 1\nreturn state["visits"]',
            tags="sequence counter",
        ),
        Case(
            kind="empty",
            call="increment(visits)",
            state=FOLLOWS,
            after=has(("visits", 2)),
            right='state["visits"] = state.get("visits", 0) + 1\nreturn state["visits"]',
            tags="sequence counter",
        ),
        Case(
            kind="empty",
            call="set(color, teal)",
            state=FOLLOWS,
            after=has(("visits", 2), ("color", "teal")),
            right="state[args[0]] = args[1]\nreturn state",
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="get(color)",
            state=FOLLOWS,
            response=answers("teal"),
            right="return state[args[0]]",
            tags="sequence read",
        ),
    ),
)
