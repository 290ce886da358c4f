"""The exam as data: apps, the calls made to them, and what must come of each call."""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal, get_args

from backendgpt.call import Call
from backendgpt.grounding import fit
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from benchmarks.accuracy.responses import no_error
from benchmarks.accuracy.seen import Check, Seen
from benchmarks.accuracy.states import unchanged

Half = Literal["dev", "test"]
Kind = Literal["read", "write", "creative", "mistyped", "sentence", "REST", "empty"]

HALVES: tuple[Half, ...] = get_args(Half)
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, kw_only=True)
class Case:
    """One call, what must come of it, and one function that does it right.

    Attributes:
        kind: What the call tries; the tables count by it.
        call: The call's text.
        data: The JSON body beside it, or None.
        response: What the response must be; a call that changes the state may answer anything but an error.
        after: What the state must be; a call that only asks for data must leave it as it is.
        right: The body of a right `handle(state, args)`: the proof that the case can be passed.
        state: The state before, where it is not the app's; `FOLLOWS` takes what the case above left.
        tags: What else the call tries, e.g. "filter sort".
    """

    kind: Kind
    call: str
    data: Json = None
    response: Check = no_error
    after: Check = unchanged
    right: str
    state: Any = None
    tags: str = ""

    @property
    def parsed(self) -> Call:
        """The call as backendgpt reads it."""
        return Call.parse(self.call, self.data)

    @property
    def reference(self) -> Program:
        """The right function, whole."""
        return Program(
            "def handle(state, args):\n" + textwrap.indent(textwrap.dedent(self.right).strip(), "    ")
        )

    def work_out(self, before: Json) -> tuple[Any, int, Any]:
        """Run the right function on a copy of a state, and return response, status and the state after."""
        scope: dict[str, Any] = {}
        exec(self.reference.source, scope)  # the exam's own code, never a model's
        state = deepcopy(before)
        response = scope["handle"](state, deepcopy(fit(self.parsed, before).args))
        if isinstance(response, tuple):
            return response[0], response[1], state
        return response, 200, state

    def wrong(self, before: Json, after: Json, response: Json, status: int = 200) -> str:
        """Say why this outcome is wrong, or return the empty string."""
        seen = Seen(self.call, self.data, before, after, response, status)
        return self.after(seen) or self.response(seen)


FOLLOWS = "the state that the case above left"
"""As a case's state: it goes on where the case above ended."""


@dataclass(frozen=True, kw_only=True)
class App:
    """A backend, and the calls made to it.

    Attributes:
        name: Its name.
        purpose: What its user says it is for.
        state: The state that each case starts from unless it says otherwise.
        cases: The calls.
    """

    name: str
    purpose: str
    state: Any
    cases: tuple[Case, ...]

    def before(self, case: Case, left: Json) -> Any:
        """Return a fresh copy of the state that a case starts from.

        Args:
            case: The case.
            left: The state that the case above left.
        """
        if case.state is FOLLOWS:
            return deepcopy(left)
        return deepcopy(self.state if case.state is None else case.state)


def load(half: Half) -> tuple[App, ...]:
    """Return the apps of one half, by name."""
    package = importlib.import_module(f"benchmarks.accuracy.apps.{half}")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(importlib.import_module(f"{package.__name__}.{name}").APP for name in names)


def cases(half: Half) -> Iterator[tuple[App, Case]]:
    """Go through all cases of one half, each with its app."""
    return ((app, case) for app in load(half) for case in app.cases)
