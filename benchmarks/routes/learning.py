"""Put the cases to a model, or to a recording of one, and see what is learned."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, ModelUnavailable
from backendgpt.grounding import fit
from backendgpt.interpret import interpret
from backendgpt.jsonvalue import Json
from backendgpt.models import Completion, Message, Model
from backendgpt.routes import LearnedRoutes, Route
from backendgpt.routes.files import RouteFiles
from backendgpt.sandbox import ProgramFailed, Sandbox
from backendgpt.spec import Spec
from backendgpt.store.memory import MemoryStore
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.seen import Seen, same
from benchmarks.routes.cases import PURPOSES, Case

CALLS = 3
"""How many calls of each endpoint the model answers."""

RECORDING = Path(__file__).with_name("replies.json")
"""What the embedded model answered: for each case the replies to each call, repairs included."""


@dataclass
class Tape:
    """A model that plays back what another one answered, and asks it for what it did not.

    Attributes:
        model: The model to ask for cases that are not recorded; None if there is none.
        replies: The replies to each call of each case.
        place: The case and the call that are answered now.
        seconds, calls: What asking took.
    """

    model: Model | None
    replies: dict[str, list[list[str]]] = field(default_factory=dict)
    place: tuple[str, int] = ("", 0)
    seconds: float = 0.0
    calls: int = 0
    name: str = "tape"

    def __post_init__(self) -> None:
        self._known = set(self.replies)

    def at(self, case: str, call: int) -> None:
        """Go to a call of a case."""
        self.place, self._round = (case, call), 0
        if case not in self._known:
            self.replies.setdefault(case, []).append([])

    def complete(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        deadline: Deadline,
        stop: Sequence[str] = (),
        cache: str | None = None,
        temperature: float = 0.0,
        opening: str = "",
        avoid: Sequence[str] = (),
    ) -> Completion:
        """Answer as the model does, or did."""
        case, call = self.place
        if self.model and case not in self._known:
            done = self.model.complete(
                messages,
                max_tokens=max_tokens,
                deadline=deadline,
                stop=stop,
                cache=cache,
                temperature=temperature,
                opening=opening,
                avoid=avoid,
            )
            self.replies[case][call].append(done.text)
            self.seconds, self.calls = self.seconds + done.seconds, self.calls + 1
            return done
        notes = self.replies.get(case, [])
        if call >= len(notes) or self._round >= len(notes[call]):
            raise ModelUnavailable(f"The recording has no further reply to call {call} of '{case}'.")
        self._round += 1
        return Completion(notes[call][self._round - 1], self.name, 900, 0, 40, 0.0)

    def close(self) -> None:
        """Close the model."""
        if self.model:
            self.model.close()


@dataclass(frozen=True)
class Learned:
    """What came of one case.

    Attributes:
        case: The case.
        asked: How many calls the model answered before a route did.
        route: What was kept, or None.
        wrong: Why what was learned is wrong; empty if it is right, or nothing was learned.
    """

    case: Case
    asked: int
    route: Route | None
    wrong: str = ""

    @property
    def is_learned(self) -> bool:
        """Whether a route answers."""
        return self.route is not None and self.route.is_trusted


def learn(cases: Iterable[Case], tape: Tape, sandbox: Sandbox) -> Iterator[Learned]:
    """Make each case's calls until its endpoint is learned, each case on a backend of its own."""
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            spec = Spec(PURPOSES[case.app])
            routes = LearnedRoutes(RouteFiles(Path(folder)), _always(spec), sandbox)
            asked = 0
            for number in range(CALLS):
                store = MemoryStore(case.app, spec, case.state(number))
                tape.at(case.name, number)
                try:
                    turn = interpret(
                        case.call(number),
                        store=store,
                        model=lambda: tape,
                        sandbox=sandbox,
                        routes=routes,
                        deadline=Deadline(300),
                    )
                    asked += turn.source == "model"
                except BackendGPTError:
                    asked += 1
            route = next(iter(routes.files.all()), None)
            result = Learned(case, asked, route)
            yield Learned(case, asked, route, _wrong(result, spec, sandbox))


def _always(spec: Spec) -> Callable[[], Spec]:
    return lambda: spec


def _wrong(learned: Learned, spec: Spec, sandbox: Sandbox) -> str:
    case, route = learned.case, learned.route
    if not learned.is_learned or route is None or route.program is None:
        return ""
    if not case.is_general:
        return "this must never be learned"
    before, call = case.state(CALLS), case.call(CALLS)
    call = fit(call, before)
    right = sandbox.run(case.reference, before, call.args, spec.limits)
    try:
        got = sandbox.run(route.program, before, call.args, spec.limits)
    except ProgramFailed as exc:
        return str(exc)
    if not same(_without(got.state, case.free), _without(right.state, case.free)):
        return f"the state should be {json.dumps(right.state)[:200]}, not {json.dumps(got.state)[:200]}"
    if right.response is None:
        return ""
    return answers(right.response)(Seen(call.text, call.body, before, before, got.response, got.status))


def _without(value: Any, key: str) -> Json:
    if isinstance(value, dict):
        return {name: _without(item, key) for name, item in value.items() if name != key}
    return [_without(item, key) for item in value] if isinstance(value, list) else value
