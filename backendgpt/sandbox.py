"""Run a program against a state, where it can reach nothing else. The only file that imports pydantic_monty.

State, arguments and result cross the boundary as JSON text: what comes back is read by the same strict parser
as any other input, so a set, a cycle, a NaN or a function can never become part of a state. It is also three
times faster than converting a large state object by object.

Every run has a session of its own (0.2 ms): nothing that one program defines is there for the next. Nothing
that a program does to the names in `_HARNESS` helps it: whatever comes back is only ever its own answer.
"""

from __future__ import annotations

import math
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backendgpt.errors import BackendGPTError, Busy
from backendgpt.jsonvalue import Json, JsonError, compact, loads
from backendgpt.program import Program
from backendgpt.spec import Limits

_HARNESS = """
import json as _json

def _plain(value):
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, dict):
        return {key: _plain(value[key]) for key in value}
    if isinstance(value, (set, frozenset)):
        try:
            return [_plain(item) for item in sorted(value)]
        except TypeError:
            return [_plain(item) for item in sorted(value, key=str)]
    kind = type(value).__name__
    if isinstance(value, (list, tuple)) or kind in ("dict_keys", "dict_values", "dict_items", "deque"):
        return [_plain(item) for item in value]
    if kind in ("date", "datetime", "time"):
        return value.isoformat()
    if kind in ("UUID", "Decimal"):
        return str(value)
    raise TypeError(f"Object of type {kind} is not JSON serializable")

def _dumps(value):
    try:
        return _json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except TypeError:
        return _json.dumps(_plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))

_response, _state = handle(_json.loads(_state_json), _json.loads(_args_json))
_status = 200
if isinstance(_response, tuple) and len(_response) == 2 and type(_response[1]) is int \
        and 200 <= _response[1] <= 599 and not isinstance(_response[0], (int, float)):
    _response, _status = _response
_after = _dumps(_state)
[_dumps(_response), _status, None if _after == _state_json else _after]
"""

_RECURSION = 1000  # as in CPython
_SLACK = 3  # seconds of CPU time that a worker has beyond the function's own limit
_LAST_RESORT = 300.0  # seconds after which a worker is killed whatever it does


class ProgramFailed(Exception):
    """The program ran and failed, or what it returned is not JSON; the message is for the model to read.

    Attributes:
        limit: The limit of the spec that it went over, or the empty string.
    """

    def __init__(self, message: str, limit: str = "") -> None:
        super().__init__(message)
        self.limit = limit


@dataclass(frozen=True)
class Outcome:
    """What a program did.

    Attributes:
        response: What `handle()` returned.
        status: The HTTP status it gave, 200 unless it returned `(response, status)`.
        state: The state afterwards; the very object that went in if nothing changed.
    """

    response: Json
    status: int
    state: Json


class Sandbox:
    """A pool of worker processes. Safe to use from several threads; close it, or use it in a `with`.

    Args:
        workers: How many there may be at once; 4, or one for each processor if there are more.
        wait: Seconds to wait for one that is free.
    """

    def __init__(self, workers: int | None = None, *, wait: float = 30.0) -> None:
        self._workers = workers or max(4, os.cpu_count() or 1)
        self._wait = wait
        self._pool: Any = None
        self._lock = threading.Lock()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start a worker now, so that the first `run` does not wait for it; may be called in a thread.

        Raises:
            BackendGPTError: It cannot be started.
        """
        self._started()

    def _started(self) -> Any:
        with self._lock:
            if self._pool is not None:
                return self._pool
            import pydantic_monty as monty

            try:
                pool = monty.Monty(
                    max_processes=self._workers, checkout_timeout=self._wait, request_timeout=_LAST_RESORT
                )
                self._pool = pool.__enter__()
                return self._pool
            except (monty.MontyError, RuntimeError, OSError) as exc:
                raise BackendGPTError(
                    f"The sandbox does not start: {exc}. The state is unchanged.",
                    hint="pip install --force-reinstall pydantic-monty",
                ) from exc

    def close(self) -> None:
        """Stop the workers."""
        with self._lock:
            if self._pool is not None:
                self._pool.__exit__(None, None, None)
                self._pool = None

    def run(
        self, program: Program, state: Json, args: Json, limits: Limits, *, seed: int | None = None
    ) -> Outcome:
        """Run `handle(state, args)` on a copy of the state.

        Args:
            program: What to run.
            state: The state before; it is not changed.
            args: The call's arguments.
            limits: Time, memory and depth.
            seed: Makes the run repeatable: the clock stands still and randomness begins here.

        Raises:
            ProgramFailed: It raised, ran out of time or memory, or its result is not JSON within the limits.
            Busy: No worker was free in time.
            BackendGPTError: The worker cannot be started.
        """
        inputs = {"_state_json": compact(state), "_args_json": compact(args)}
        match self._feed(program, inputs, limits, _policy(seed)):
            case [str(response), int(status), None | str() as after] if 200 <= status <= 599:
                new = state if after is None else _load("the new state", after, limits)
                _check_kind(state, new)
                return Outcome(_load("the returned value", response, limits), int(status), new)
        raise ProgramFailed("the function left no result")

    def _feed(self, program: Program, inputs: dict[str, str], limits: Limits, policy: dict[str, Any]) -> Any:
        import pydantic_monty as monty

        checkout = self._started().checkout(
            limits={
                "max_feed_duration_secs": limits.run_seconds,
                "max_memory": limits.run_memory,
                "max_recursion_depth": _RECURSION,
            },
            os_policy=policy,
            assert_message_annotations=False,
        )
        try:
            with checkout as session:
                _bequeath_end(session.worker_pid, limits.run_seconds)
                return session.feed_run(
                    program.code + _HARNESS, inputs=inputs, print_callback=lambda *_: None
                )
        except (monty.MontyRuntimeError, monty.MontySyntaxError) as exc:
            raise ProgramFailed(_explain(exc, program, limits), _limit(exc)) from exc
        except monty.MontyCrashedError as exc:
            raise ProgramFailed("the function took too much time, memory or depth") from exc
        except TimeoutError as exc:
            raise Busy(f"The sandbox was busy for {self._wait:g} s. The state is unchanged.") from exc
        except monty.MontyError as exc:
            raise BackendGPTError(f"The sandbox failed: {exc}. The state is unchanged.") from exc


def _bequeath_end(pid: int | None, seconds: float) -> None:
    """Have the kernel end a worker whose run never ends, in case nobody is left who would.

    Its own time limit does not reach into native code, such as math.isqrt of a huge number; this process
    ends it then, unless it was itself killed meanwhile. Only Linux can do this.
    """
    if sys.platform == "linux" and pid is not None:
        import resource

        with suppress(OSError, ValueError):
            # The process's CPU clock, as clock_getcpuclockid(3) returns it: 30 us faster than /proc.
            used = time.clock_gettime(~pid << 3 | 2)
            _, hard = resource.prlimit(pid, resource.RLIMIT_CPU)
            resource.prlimit(pid, resource.RLIMIT_CPU, (math.ceil(used + seconds) + _SLACK, hard))


def _policy(seed: int | None) -> dict[str, Any]:
    if seed is None:
        return {"sleep": "zero"}
    clock = datetime(2030, 1, 1) + timedelta(days=37 * seed, seconds=4567 * seed)
    return {"sleep": "zero", "datetime": clock, "random_start": {"seed": seed}}


def _load(what: str, text: str, limits: Limits) -> Json:
    if len(text) > 2 * limits.state_bytes:
        raise ProgramFailed(f"{what} has {len(text):,} characters, which is too much")
    try:
        return loads(text, max_depth=limits.depth)
    except JsonError as exc:
        raise ProgramFailed(f"{what} is not JSON: {exc}") from exc


def _check_kind(before: Json, after: Json) -> None:
    """Refuse a list in the place of an object or the reverse: `state = [...]` then meant a local variable."""
    if before and isinstance(before, dict | list) and type(before) is not type(after):
        was = "an object" if isinstance(before, dict) else "a list"
        raise ProgramFailed(
            f"`state` was {was} and would become something else; "
            "change it in place, and use another name for other values"
        )


def _explain(exc: Any, program: Program, limits: Limits) -> str:
    """Say in one line what was raised, and where in the source as the model wrote it."""
    cause = exc.exception()
    message = _printable(exc.display(format="msg"))
    match _limit(exc):
        case "run_seconds":
            return f"the function took more than {limits.run_seconds:g} s"
        case "run_memory":
            return f"the function used more than {limits.run_memory // 2**20:,} MiB of memory"
    kind: str = exc.display(format="type-msg").split(":")[0].split("\n")[0]
    if isinstance(cause, KeyError):
        message = repr(message)
    message = message.replace("The monty syntax parser", "this Python")
    places = (program.place(frame.line) for frame in reversed(exc.traceback()))
    place = next(filter(None, places), "")
    said = f"{kind}: {message}" if message else kind
    return f"{said} in {_printable(place)}" if place else said


def _limit(exc: Any) -> str:
    cause, message = exc.exception(), exc.display(format="msg")
    if isinstance(cause, TimeoutError) and message.startswith("feed time limit"):
        return "run_seconds"
    return "run_memory" if isinstance(cause, MemoryError) and "memory limit" in message else ""


def _printable(text: str) -> str:
    """Return a text on one line, without control characters, and cut where it is long."""
    line = "".join(char if char.isprintable() else " " for char in text[:1000])
    line = " ".join(line.split())
    return line if len(line) <= 300 else line[:297] + "..."
