"""The learned routes of a backend, as `interpret()` uses them."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from backendgpt.call import Call
from backendgpt.errors import BackendGPTError
from backendgpt.jsonvalue import Json, compact
from backendgpt.program import Program
from backendgpt.routes.evidence import constants, objection
from backendgpt.routes.files import RouteFiles
from backendgpt.routes.route import LONGEST, Route, endpoint_of
from backendgpt.routes.shape import args_shape, fits, merged, shape
from backendgpt.routes.trial import doubt, effect_of
from backendgpt.routes.words import words
from backendgpt.sandbox import Outcome, ProgramFailed, Sandbox
from backendgpt.spec import Spec
from backendgpt.store.disk import storing
from backendgpt.turn import Turn

logger = logging.getLogger("backendgpt")

MOST_CANDIDATES = 200
"""How many functions that have not proven anything are kept."""

EXAMPLES_BUDGET = 900
"""Characters of functions that the model is shown: about 250 tokens."""

COMPARING_SECONDS = 2.0
"""How long comparing two functions may take; it happens after the answer is written, before it is given."""

_ALIKE = 0.8
"""How similar the names of one endpoint are, as difflib measures it, if one may be the other misspelt."""


class LearnedRoutes:
    """What a backend has learned. Safe to use from several threads.

    Args:
        files: Where the routes are.
        spec: Gives the backend's spec: how much evidence it asks for, and its limits.
        sandbox: Where functions are compared.
    """

    def __init__(self, files: RouteFiles, spec: Callable[[], Spec], sandbox: Sandbox) -> None:
        self.files, self.spec, self.sandbox = files, spec, sandbox

    def find(self, call: Call, state: Json) -> Program | None:
        """Return the function that is trusted with this call on this state, if there is one."""
        route = self._answering(call)
        if route is None or not route.is_trusted or route.program is None:
            return None
        if route.status == "learned" and route.state is not None:
            return route.program if fits(route.state, shape(state, route.keys)) else None
        return route.program

    def failed(self, call: Call, problem: str) -> None:
        """Note that the trusted function raised; the model must agree with it again before it is used."""
        route = self._answering(call)
        if route is not None and route.status == "learned":
            self._save(replace(route, status="candidate", agreements=0, seen=(), note=problem))

    def observe(self, turn: Turn) -> None:
        """Learn from a turn that is committed: count a route's answer, weigh a function of the model's."""
        try:
            if turn.source == "route":
                self._count(turn)
            else:
                self._learn(turn)
        except Exception as exc:
            # The turn has happened; nothing that goes wrong here may take its answer away.
            logger.warning("'%s' could not be learned: %s", turn.call.text[:80], exc)

    def examples(self, call: Call) -> Sequence[tuple[str, str]]:
        """Return functions as examples of this backend's manners: right keys, the same shape of answer.

        They are the ones that were learned first, so that they stay the same and in the same order for as
        long as possible: a model that keeps what it has read does not read them again. What was kept for the
        endpoint itself is left out: the model would copy it, and agreeing with a copy proves nothing.
        """
        own, room = endpoint_of(call), EXAMPLES_BUDGET
        chosen = []
        for route in sorted(self.files.all(), key=lambda route: (route.since, route.file)):
            room -= len(route.source)
            if room < 0:
                break
            if route.is_trusted and route.source and route.endpoint != own:
                chosen.append((route.call or route.endpoint, route.source))
        return chosen

    def knows(self, call: Call) -> bool:
        """Tell whether a trusted function is kept for calls of this kind."""
        route = self._answering(call)
        return route is not None and route.is_trusted

    def adopt(self, other: LearnedRoutes) -> None:
        """Take over what another one has learned; what a person pinned here stays.

        Raises:
            StorageError: It cannot be written.
        """
        with storing("The learned routes could not be written"):
            for route in other.files.all():
                own = self.files.get(route.endpoint, route.args)
                if route.is_trusted and (own is None or own.status != "pinned"):
                    self.files.save(replace(route, file=own.file if own else ""))

    def close(self) -> None:
        """Write what is not written yet."""
        self.files.flush()

    def _answering(self, call: Call) -> Route | None:
        """Return the route for a call; for a name that was misspelt before, the one that was meant."""
        args = args_shape(call.args)
        route = self.files.get(endpoint_of(call), args)
        return self.files.get(route.same_as, args) if route and route.same_as else route

    def _save(self, route: Route) -> None:
        with suppress(OSError):
            self.files.save(route)

    def _count(self, turn: Turn) -> None:
        if route := self._answering(turn.call):
            self.files.count(route, turn.timing.total)

    def _learn(self, turn: Turn) -> None:
        call, name = turn.call, endpoint_of(turn.call)
        if len(name) > LONGEST or (call.is_sentence and call.args):
            return
        kept = self.files.get(name, args_shape(call.args))
        route = self._answering(call)
        new = _candidate(turn)
        if route is None:
            self.files.save(self._as_spelling(new, turn) or replace(new, file=kept.file if kept else ""))
            self._forget_oldest()
        elif route.status != "pinned" and not new.note:
            weighed = self._weighed(route, new, turn)
            if kept and kept.same_as and weighed.source != route.source:
                weighed = replace(new, file=kept.file)
            self.files.save(weighed)

    def _weighed(self, route: Route, new: Route, turn: Turn) -> Route:
        """Return what is to be kept of a stored function after the model wrote a fresh one.

        The fresh one is general as far as its text tells; the stored one may not be.
        """
        if not route.program or objection(route.program, turn.call, turn.before):
            return replace(new, file=route.file)
        if problem := self._doubt(route, new, turn):
            return replace(new, file=route.file, note=f"its forerunner was dropped: {problem}")
        agreements = route.agreements + (not _repeats(route, new))
        is_learned = route.status == "learned" or agreements >= self.spec().agreements
        return replace(
            route,
            status="learned" if is_learned else "candidate",
            state=merged(route.state or {}, new.state or {}),
            agreements=agreements,
            seen=tuple(dict.fromkeys((*route.seen, *new.seen)))[-10:],
            since=route.since or (_now() if is_learned else ""),
            note="",
        )

    def _as_spelling(self, new: Route, turn: Turn) -> Route | None:
        """Return a fresh function's endpoint as another spelling of a learned one, if both do the same."""
        if new.note:
            return None
        for route in self.files.all():
            is_near = route.is_trusted and not route.same_as and _alike(route.endpoint, new.endpoint)
            if is_near and route.args in ("", new.args) and not self._doubt(route, new, turn):
                return Route(
                    new.endpoint, args=new.args, status="learned", same_as=route.endpoint, since=_now()
                )
        return None

    def _doubt(self, route: Route, new: Route, turn: Turn) -> str:
        if route.program is None or new.program is None:
            return "it is not valid Python"
        limits = replace(self.spec().limits, run_seconds=COMPARING_SECONDS / 10)
        end = time.monotonic() + COMPARING_SECONDS

        def run(program: Program, state: Json, args: Json, seed: int) -> Outcome | None:
            if time.monotonic() > end:
                return None
            try:
                return self.sandbox.run(program, state, args, limits, seed=seed)
            except (ProgramFailed, BackendGPTError):
                return None

        return doubt(route.program, new.program, turn.before, turn.call.args, run)

    def _forget_oldest(self) -> None:
        """Keep the candidates from piling up: plain sentences seldom come twice."""
        candidates = [route for route in self.files.all() if route.status == "candidate"]
        if len(candidates) > MOST_CANDIDATES:
            self.files.remove(min(candidates, key=lambda route: self.files.path(route).stat().st_mtime))


def _candidate(turn: Turn) -> Route:
    """Return the model's function of a turn as a route that has proven nothing yet."""
    program = Program.parse(turn.program)
    keys = constants(program)
    return Route(
        endpoint_of(turn.call),
        source=turn.program,
        args=args_shape(turn.call.args),
        state=merged(shape(turn.before, keys), shape(turn.state, keys)),
        status="candidate",
        seen=(_fingerprint(turn),),
        call=turn.call.text,
        model=turn.usage.model,
        tokens=turn.usage.input_tokens + turn.usage.output_tokens,
        cost=turn.usage.cost,
        seconds=round(turn.timing.total, 3),
        note=objection(program, turn.call, turn.before),
    )


def _fingerprint(turn: Turn) -> str:
    """Return what tells a call from another one: its arguments, and what it did."""
    effect = effect_of(turn.before, Outcome(turn.response, turn.status, turn.state))
    return f"{_digest(compact(turn.call.args))}/{_digest(effect)}"


def _repeats(route: Route, new: Route) -> bool:
    """Tell whether a call is one that counted already: its arguments are known, and so is what it did."""
    args, _, effect = new.seen[0].partition("/")
    known = [mark.partition("/") for mark in route.seen]
    return any(a == args for a, _, _ in known) and any(e == effect for _, _, e in known)


def _alike(a: str, b: str) -> bool:
    from difflib import SequenceMatcher

    return words(a) == words(b) or SequenceMatcher(None, a.lower(), b.lower()).ratio() >= _ALIKE


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
