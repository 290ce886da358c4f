"""Run a program against a state, where it can reach nothing else. The only file that imports pydantic_monty.

State, arguments and result cross the boundary as JSON text: what comes back is read by the same strict parser
as any other input, so a set, a cycle, a NaN or a function can never become part of a state. It is also three
times faster than converting a large state object by object.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from backendgpt.errors import BackendGPTError
from backendgpt.jsonvalue import Json, JsonError, compact, loads
from backendgpt.program import Program
from backendgpt.spec import Limits

_HARNESS = """
import json as _json
_response, _state = handle(_json.loads(_state_json), _json.loads(_args_json))
_status = 200
if isinstance(_response, tuple) and len(_response) == 2 and isinstance(_response[1], int) \
        and 200 <= _response[1] <= 599:
    _response, _status = _response
_json.dumps([_response, _status, _state])
"""


class ProgramFailed(Exception):
    """The program ran and failed, or what it returned is not JSON; the message is for the model to read."""


@dataclass(frozen=True)
class Outcome:
    """What a program did.

    Attributes:
        response: What `handle()` returned.
        status: The HTTP status it gave, 200 unless it returned `(response, status)`.
        state: The state afterwards.
    """

    response: Json
    status: int
    state: Json


class Sandbox:
    """A pool of worker processes. Safe to use from several threads; close it, or use it in a `with`."""

    def __init__(self) -> None:
        self._pool: Any = None
        self._lock = threading.Lock()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start a worker now, so that the first `run` does not wait for it."""
        with self._lock:
            if self._pool is None:
                import pydantic_monty

                self._pool = pydantic_monty.Monty(request_timeout=60)
                self._pool.__enter__()

    def close(self) -> None:
        """Stop the workers."""
        with self._lock:
            if self._pool is not None:
                self._pool.__exit__(None, None, None)
                self._pool = None

    def run(self, program: Program, state: Json, args: Json, limits: Limits) -> Outcome:
        """Run `handle(state, args)` on a copy of the state.

        Args:
            program: What to run.
            state: The state before; it is not changed.
            args: The call's arguments.
            limits: Time, memory and depth.

        Raises:
            ProgramFailed: It raised, ran out of time or memory, or its result is not JSON within the limits.
            BackendGPTError: The worker cannot be started.
        """
        self.warm()
        text = self._feed(program, {"_state_json": compact(state), "_args_json": compact(args)}, limits)
        try:
            result = loads(text, max_depth=limits.depth + 1)
        except JsonError as exc:
            raise ProgramFailed(f"the returned value or the state is not JSON: {exc}") from exc
        match result:
            case [response, int(status), after]:
                return Outcome(response, status, after)
        raise ProgramFailed("handle() was not run")

    def _feed(self, program: Program, inputs: dict[str, str], limits: Limits) -> str:
        import pydantic_monty as monty

        checkout = self._pool.checkout(
            limits={
                "max_feed_duration_secs": limits.run_seconds,
                "max_memory": limits.run_memory,
                "max_recursion_depth": 300,
            },
            os_policy={"sleep": "zero"},
        )
        try:
            with checkout as session:
                result = session.feed_run(
                    program.code + _HARNESS, inputs=inputs, print_callback=lambda *_: None
                )
        except (monty.MontyRuntimeError, monty.MontySyntaxError) as exc:
            raise ProgramFailed(_explain(exc)) from exc
        except monty.MontyCrashedError as exc:
            raise ProgramFailed("the function took too much time, memory or depth") from exc
        except monty.MontyError as exc:
            raise BackendGPTError(f"The sandbox failed: {exc}. The state is unchanged.") from exc
        if not isinstance(result, str):
            raise ProgramFailed("handle() was not run")
        return result


def _explain(exc: Any) -> str:
    return str(exc.display(format="type-msg"))
