"""What the endpoints of one server share: the settings, the backends, the threads, and what goes on now.

Everything below the server is synchronous. A call spends its time waiting for a model, so it runs in a thread
of its own; the interpreter is free meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TypeVar

from starlette.requests import Request

from backendgpt.backend import Backend, Runtime
from backendgpt.deadline import Deadline
from backendgpt.errors import BackendNotFound, Busy, Cancelled, ModelUnavailable, UsageError
from backendgpt.models import Model
from backendgpt.server.idempotency import Replays
from backendgpt.server.problems import RETRY_SECONDS, Problem
from backendgpt.server.settings import Settings
from backendgpt.spec import Spec
from backendgpt.store.home import Home

T = TypeVar("T")

_LATER = {"Retry-After": str(RETRY_SECONDS)}


class OfflineRuntime(Runtime):
    """A runtime that asks no model: only learned routes answer."""

    def model(self, asked: str | None, spec: Spec) -> Model:  # noqa: ARG002  (the runtime's signature)
        """Refuse.

        Raises:
            ModelUnavailable: Always.
        """
        raise ModelUnavailable("This server runs with --offline and asks no model.")


class Hall:
    """See the module.

    Args:
        settings: How to serve.
        runtime: The models and the sandbox's workers.
    """

    def __init__(self, settings: Settings, runtime: Runtime) -> None:
        self.settings, self.runtime = settings, runtime
        self.home = Home.from_env(runtime.env)
        self.replays = Replays()
        self.stopping = False
        self.streams = 0
        self._deadlines: set[Deadline] = set()
        self._backends: dict[str, Backend] = {}
        self._changed: dict[str, asyncio.Event] = {}
        # Beside the calls there is always a thread for what takes no time: states, logs, lists.
        self._threads = ThreadPoolExecutor(settings.calls + 8, thread_name_prefix="bgpt")

    def names(self) -> list[str]:
        """Return the names of the backends that are served."""
        served = self.settings.names
        return [name for name in self.home.names() if not served or name in served]

    def open(self, name: str) -> Backend:
        """Return a backend; it is opened once.

        Raises:
            BackendNotFound: There is none of that name, or it is not served.
        """
        if name not in self._backends:
            try:
                if self.settings.names and name not in self.settings.names:
                    raise BackendNotFound(name)
                self._backends[name] = Backend(self.home.open(name), self.runtime)
            except (BackendNotFound, UsageError) as exc:
                raise BackendNotFound(name) from exc
        return self._backends[name]

    async def find(self, name: str) -> Backend:
        """Return a backend; only the first time costs a thread.

        Raises:
            BackendNotFound: See `open`.
        """
        known = self._backends.get(name)
        return known if known is not None else await self.run(lambda: self.open(name))

    async def run(self, work: Callable[[], T]) -> T:
        """Do blocking work in a thread.

        Raises:
            BackendNotFound: It is not there, or not any more; the error names those that are.
        """
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except BackendNotFound as exc:
            raise BackendNotFound(exc.name, tuple(self.names())) from exc

    async def run_call(self, request: Request, deadline: Deadline, work: Callable[[], T]) -> T:
        """Do a call's work in a thread; if the client hangs up, or the server must stop, cancel the deadline.

        Args:
            request: The request; its body must have been read.
            deadline: What the work obeys.
            work: The work.

        Raises:
            Busy: As many calls as may run at a time do.
            Problem: 503, the server stops.
        """
        with self._counted(deadline):
            watcher = asyncio.create_task(_cancel_on_hangup(request, deadline))
            try:
                return await self.run(work)
            except asyncio.CancelledError:
                deadline.cancel()
                raise
            except Cancelled as exc:
                if not self.stopping:
                    raise
                raise Problem(503, "The server stops. The state is unchanged.", headers=_LATER) from exc
            finally:
                watcher.cancel()

    @contextmanager
    def _counted(self, deadline: Deadline) -> Iterator[None]:
        if self.running >= self.settings.calls:
            raise Busy(
                f"{self.running} calls are running, as many as may. The state is unchanged.",
                hint="Try again.",
            )
        self._deadlines.add(deadline)
        try:
            yield
        finally:
            self._deadlines.remove(deadline)

    @property
    def running(self) -> int:
        """How many calls run."""
        return len(self._deadlines)

    def cancel_calls(self) -> None:
        """Cancel the calls that run."""
        for deadline in tuple(self._deadlines):
            deadline.cancel()

    def notify(self, name: str) -> None:
        """Wake whoever waits for a change of a backend."""
        if event := self._changed.pop(name, None):
            event.set()

    async def wait(self, name: str, seconds: float) -> None:
        """Wait until this process changes a backend, `seconds` at most."""
        event = self._changed.setdefault(name, asyncio.Event())
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()

    def close(self) -> None:
        """Give back the models, the workers and the threads, and write what the routes counted."""
        for backend in self._backends.values():
            backend.close()
        self.runtime.close()
        self._threads.shutdown(wait=False, cancel_futures=True)


async def _cancel_on_hangup(request: Request, deadline: Deadline) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    deadline.cancel()
