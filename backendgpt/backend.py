"""A backend: the parts joined. The one object that the CLI, the server and a Python program use."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from backendgpt.call import Call
from backendgpt.deadline import Deadline
from backendgpt.errors import BudgetExceeded, UnusableAnswer, UsageError
from backendgpt.interpret import DEFAULT_TIMEOUT, interpret
from backendgpt.jsonvalue import Json, JsonError, copied, dumps, loads
from backendgpt.models import Completion, Model
from backendgpt.models.metered import Metered
from backendgpt.routes import LearnedRoutes
from backendgpt.routes.files import RouteFiles
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Spec
from backendgpt.store import Record, Store, timeline
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from backendgpt.store.tally import Tally
from backendgpt.turn import Turn, Usage

_ANY_DEPTH = 10**9  # the spec's limit comes later, with an error of its own


class Runtime:
    """What the backends of one process share: the sandbox's workers and the models that were asked.

    Args:
        env: The environment: `BGPT_HOME`, `BGPT_MODEL`, keys. The process's own by default.
    """

    def __init__(self, env: Mapping[str, str] | None = None) -> None:
        self.env = os.environ if env is None else env
        self.sandbox = Sandbox()
        self._models: dict[tuple[str | None, str | None], Model] = {}
        self._opening = threading.Lock()

    def model(self, asked: str | None, spec: Spec) -> Model:
        """Return the model to ask: `asked`, else the environment's, the spec's, or whatever is found.

        Raises:
            ModelUnavailable: There is none.
        """
        from backendgpt.models.resolve import resolve

        key = (asked, spec.model)
        with self._opening:  # Two calls at a time must not load two models.
            if key not in self._models:
                self._models[key] = resolve(asked, spec_model=spec.model, env=self.env)
            return self._models[key]

    def close(self) -> None:
        """Stop the workers and give the models back."""
        self.sandbox.close()
        for model in self._models.values():
            model.close()
        self._models.clear()


class Backend:
    """One backend. Make one with `create` or `open`; close it, or use it in a `with`, to free the model.

    Args:
        store: Its files.
        runtime: What it shares with others; one of its own by default.
        routes: What it has learned; what lies beside its files by default.
    """

    def __init__(
        self, store: Store, runtime: Runtime | None = None, *, routes: LearnedRoutes | None = None
    ) -> None:
        self.store = store
        self.runtime = runtime or Runtime()
        self.routes = routes or self._routes_beside(store)
        self._tally = Tally(store)

    def _routes_beside(self, store: Store) -> LearnedRoutes | None:
        """Return the routes that a store's folder holds; a store in memory has none."""
        if not isinstance(store, FileStore):
            return None
        files = RouteFiles(store.files.folder / "routes")
        return LearnedRoutes(files, lambda: store.spec, self.runtime.sandbox)

    @classmethod
    def create(
        cls,
        name: str,
        purpose: str,
        state: Json = None,
        *,
        model: str | None = None,
        schema: Json | None = None,
        force: bool = False,
        runtime: Runtime | None = None,
    ) -> Backend:
        """Make a backend.

        Args:
            name: 1 to 64 of a-z, 0-9, - and _.
            purpose: What it is for.
            state: Its first state; `{}` by default.
            model: The model that it asks; by default whatever `resolve()` finds.
            schema: A JSON Schema (2020-12) that the state must always satisfy.
            force: Replace a backend of that name.
            runtime: See the class.

        Raises:
            UsageError: The name, the purpose, the state or the schema is not usable.
            BackendExists: There is one of that name, and `force` is not set.
        """
        runtime = runtime or Runtime()
        spec = Spec(purpose, model=model, schema=schema)
        home = Home.from_env(runtime.env)
        first = {} if state is None else _own(state, "The state")
        return cls(home.create(name, spec, first, replace=force), runtime)

    @classmethod
    def open(cls, name: str, *, runtime: Runtime | None = None) -> Backend:
        """Open a backend that exists.

        Raises:
            UsageError: This cannot be a name.
            BackendNotFound: There is none of that name.
        """
        runtime = runtime or Runtime()
        return cls(Home.from_env(runtime.env).open(name), runtime)

    @property
    def name(self) -> str:
        """Its name."""
        return self.store.name

    @property
    def spec(self) -> Spec:
        """What it is for and what holds for it."""
        return self.store.spec

    @property
    def state(self) -> Json:
        """The newest state: a copy, read from the files now."""
        return copied(self.store.load().state)

    @property
    def api(self) -> _Api:
        """Every method exists: `backend.api.add_todo("milk", done=True)` returns the response."""
        return _Api(self)

    def call(
        self,
        text: str,
        data: Json = None,
        *,
        model: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        dry_run: bool = False,
        fresh: bool = False,
        deadline: Deadline | None = None,
    ) -> Turn:
        """Make a call.

        Args:
            text: `add_todo("buy milk")`, `delete last todos`, `DELETE /items/3`, ...
            data: A JSON value that goes with it.
            model: The model to ask instead of the usual one.
            timeout: Seconds.
            dry_run: Write nothing.
            fresh: Ask the model even if a learned route fits.
            deadline: Instead of `timeout`, one that the caller may cancel.

        Raises:
            BackendGPTError: Any of the tree in errors.py; the state is unchanged.
        """
        answers: list[Completion] = []
        is_recorded = False
        try:
            turn = interpret(
                Call.parse(text, _own(data, "The data")),
                store=self.store,
                model=lambda: Metered(self._model(model), answers),
                sandbox=self.runtime.sandbox,
                routes=self.routes if self.spec.learn == "auto" else None,
                deadline=deadline or Deadline(timeout),
                dry_run=dry_run,
                fresh=fresh,
            )
            is_recorded = not dry_run
        except UnusableAnswer as exc:
            if answers and answers[-1].output_tokens >= self.spec.limits.output_tokens:
                raise _cut_off(self.name, answers[-1]) from exc
            raise
        finally:
            if answers and not is_recorded:
                self._tally.add(Usage.of(answers).cost or 0.0, time.time())
        # The store goes on with the very objects that the turn holds; the caller may change theirs.
        before = copied(turn.before)
        return replace(turn, before=before, state=copied(turn.state) if turn.changed else before)

    def set_state(self, state: Json) -> Record:
        """Replace the state; a revision of its own.

        Raises:
            UsageError: It is not JSON.
            SchemaViolation: The spec's schema does not allow it.
            LimitExceeded: It is too large.
        """
        state = _own(state, "The state")
        with self.store.writing(Deadline(DEFAULT_TIMEOUT)) as writer:
            return writer.commit(state, Record(revision=0, time=time.time(), kind="set"))

    def undo(self, steps: int = 1) -> Record:
        """Take the last changes back; a revision of its own, so that nothing is lost.

        Raises:
            UsageError: There are not so many.
        """
        return timeline.undo(self.store, steps, Deadline(DEFAULT_TIMEOUT))

    def redo(self, steps: int = 1) -> Record:
        """Bring back what was undone.

        Raises:
            UsageError: There is not so much, or the state has changed since.
        """
        return timeline.redo(self.store, steps, Deadline(DEFAULT_TIMEOUT))

    def history(self, *, newest_first: bool = False) -> Iterator[Record]:
        """Go through everything that happened, lazily."""
        return self.store.records(newest_first=newest_first)

    def close(self) -> None:
        """Give back the model and the workers, and write what the routes counted."""
        if self.routes:
            self.routes.close()
        self.runtime.close()

    def _model(self, asked: str | None) -> Model:
        """Return the model, unless the spec's limits of a day are met.

        Raises:
            BudgetExceeded: They are.
        """
        spec = self.spec
        calls, usd = self._tally.spent(time.time())
        if calls >= spec.limits.calls_per_day:
            raise _over_budget(self.name, "calls_per_day", f"{calls:,} calls")
        if usd >= spec.limits.usd_per_day:
            raise _over_budget(self.name, "usd_per_day", f"${usd:.2f}")
        return self.runtime.model(asked, spec)

    def __enter__(self) -> Backend:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _own(value: Json, what: str) -> Json:
    """Return a copy of what a caller handed in: strict JSON, and nobody else's to change.

    Raises:
        UsageError: It is not JSON; the message begins with `what`.
    """
    try:
        return loads(dumps(value), max_depth=_ANY_DEPTH)
    except JsonError as exc:
        raise UsageError(f"{what} is not JSON: {exc}. The state is unchanged.") from exc


def _cut_off(name: str, answer: Completion) -> UnusableAnswer:
    return UnusableAnswer(
        f"The model's answer was cut off after {answer.output_tokens:,} tokens. The state is unchanged.",
        hint=f"bgpt edit {name}, and raise limits.output_tokens; --verbose shows what it wrote.",
        reply=answer.text,
    )


def _over_budget(name: str, limit: str, spent: str) -> BudgetExceeded:
    return BudgetExceeded(
        f"Backend '{name}' has used its model for {spent} today, and its spec allows no more. "
        "The state is unchanged.",
        hint=f"bgpt edit {name}, and raise limits.{limit}; learned routes still answer.",
    )


class _Api:
    """Turns any attribute into a call: the point of this product."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def method(*positional: Json, **named: Json) -> Json:
            return self._backend.call(_written(name, positional, named)).response

        return method


def _written(name: str, positional: tuple[Json, ...], named: dict[str, Json]) -> str:
    from backendgpt.jsonvalue import dumps

    arguments = [dumps(value) for value in positional]
    arguments += [f"{key}={dumps(value)}" for key, value in named.items()]
    return f"{name}({', '.join(arguments)})"
