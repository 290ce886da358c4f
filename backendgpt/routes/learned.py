"""The learned routes of a backend, as `interpret()` uses them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from backendgpt.call import Call
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.routes.evidence import made_up
from backendgpt.routes.files import RouteFiles
from backendgpt.routes.route import LONGEST, Route, endpoint_of
from backendgpt.routes.shape import args_shape, fits, shape
from backendgpt.routes.weighing import Scale, candidate, now
from backendgpt.routes.words import words
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Spec
from backendgpt.store.disk import storing
from backendgpt.turn import Turn

logger = logging.getLogger("backendgpt")

MOST_CANDIDATES = 200
"""How many functions that have not proven anything are kept."""

EXAMPLES_BUDGET = 900
"""Characters of functions that the model is shown: about 250 tokens."""

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
                self.counter(turn.call)(turn.timing.total)
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

    def paths(self, call: Call) -> tuple[Path, ...]:
        """Return the files that say which function answers a call: they change when another one does."""
        return self.files.folder, *self.files.named(endpoint_of(call))

    def counter(self, call: Call) -> Callable[[float], None]:
        """Return what notes that the route for a call answered, and how many seconds that took."""
        route = self._answering(call)
        return partial(self.files.count, route) if route else lambda _: None

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

    def _learn(self, turn: Turn) -> None:
        call, name = turn.call, endpoint_of(turn.call)
        if len(name) > LONGEST or (call.is_sentence and call.args):
            return
        kept, meant = self.files.get(name, args_shape(call.args)), self._answering(call)
        new = candidate(turn)
        if kept and kept.same_as and meant:
            self._learn_as_spelling(kept, meant, new, turn)
        elif meant is None:
            self.files.save(self._as_spelling(new, turn) or replace(new, file=kept.file if kept else ""))
            self._forget_oldest()
        elif meant.status != "pinned":
            self.files.save(self._scale().weigh(meant, new, turn))

    def _as_spelling(self, new: Route, turn: Turn) -> Route | None:
        """Return an endpoint as another spelling of a learned one, if the model's function does the same."""
        if made_up(new.program, turn.call, turn.before):
            return None
        for route in self.files.all():
            is_near = route.is_trusted and not route.same_as and _alike(route.endpoint, new.endpoint)
            if is_near and route.args in ("", new.args) and not self._scale().doubt(route, new, turn):
                return Route(
                    new.endpoint, args=new.args, status="learned", same_as=route.endpoint, since=now()
                )
        return None

    def _learn_as_spelling(self, kept: Route, meant: Route, new: Route, turn: Turn) -> None:
        """Let a call by another spelling count for the route that was meant, or part the two."""
        if self._scale().doubt(meant, new, turn):
            self.files.save(replace(new, file=kept.file))
        elif meant.status != "pinned":
            self.files.save(self._scale().agreed(meant, new))

    def _scale(self) -> Scale:
        return Scale(self.spec(), self.sandbox)

    def _forget_oldest(self) -> None:
        """Keep the candidates from piling up: plain sentences seldom come twice."""
        candidates = [route for route in self.files.all() if route.status == "candidate"]
        if len(candidates) > MOST_CANDIDATES:
            self.files.remove(min(candidates, key=lambda route: self.files.path(route).stat().st_mtime))


def _alike(a: str, b: str) -> bool:
    from difflib import SequenceMatcher

    return words(a) == words(b) or SequenceMatcher(None, a.lower(), b.lower()).ratio() >= _ALIKE
