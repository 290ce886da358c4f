"""The conversation with the model: ask for a function, run it, and say what went wrong until it works."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from backendgpt import prompt
from backendgpt.analysis import always_writes
from backendgpt.call import Call
from backendgpt.deadline import Deadline
from backendgpt.doubts import doubt
from backendgpt.errors import UnusableAnswer
from backendgpt.grounding import locate
from backendgpt.jsonvalue import Json, compact
from backendgpt.models import Completion, Message, Model
from backendgpt.program import Program, ProgramError
from backendgpt.sandbox import Outcome, ProgramFailed, Sandbox
from backendgpt.spec import Spec
from backendgpt.store.checks import SchemaViolation, check_state

REPAIRS = 2
"""How many times the model is told what was wrong with its function."""

_SHOWN = 200  # characters of args in a repair

_MISSING = re.compile(r"KeyError: '(\d+)'")
"""How the sandbox says that a number, or the text of one, is no key."""

REPAIR_TEMPERATURE = 0.7
"""How freely it then chooses: at 0 a small model writes the same again."""


@dataclass
class Asker:
    """What is needed to ask the model on behalf of one call, and the record of having asked.

    Attributes:
        spec: The backend's spec.
        model: Gives the model, once it is needed.
        sandbox: Where the functions are tried.
        deadline: When to give up.
        cache: The key under which a local model keeps what it has read.
        remembered: Calls and functions that worked on this backend before.
        completions: Everything the model answered.
        model_seconds, sandbox_seconds: Time spent.
    """

    spec: Spec
    model: Callable[[], Model]
    sandbox: Sandbox
    deadline: Deadline
    cache: str | None = None
    remembered: Sequence[tuple[str, str]] = ()

    def __post_init__(self) -> None:
        self.completions: list[Completion] = []
        self.model_seconds = self.sandbox_seconds = 0.0

    def ask(self, call: Call, state: Json) -> tuple[Program, Call, Outcome]:
        """Ask for a function until one works on the state; once more if its outcome is in doubt.

        Returns:
            The function, the reading of the call that it works with, and what it did. Where a doubt stays,
            the first one that worked.

        Raises:
            UnusableAnswer: None did, after `REPAIRS` repair rounds.
            ModelUnavailable, DeadlineExceeded, Cancelled: From the model.
        """
        call = max(call.readings(), key=lambda reading: len(locate(reading, state)))
        asked = messages = prompt.messages(self.spec.purpose, state, call, self.remembered)
        opening = prompt.opening(state, call)
        avoid = prompt.avoid(call, opening)
        problem = reply = limit = ""
        doubtful: tuple[Program, Call, Outcome] | None = None
        for repairs in range(1 + REPAIRS):
            if repairs == REPAIRS:
                opening, avoid = prompt.OPENING, []  # what is known beyond doubt may be wrong all the same
            reply = self._complete(asked, REPAIR_TEMPERATURE if repairs else 0.0, opening, avoid)
            try:
                program = prompt.read_reply(reply)
                answer = program, *self.run_readings(program, call, state)
                problem = doubt(answer[1], state, answer[2], writes=always_writes(program))
                if not problem:
                    return answer
                if doubtful:
                    break
                doubtful = answer
            except (ProgramError, ProgramFailed) as exc:
                problem, limit = str(exc), getattr(exc, "limit", "")
                if "args" in problem:
                    problem += f"; args = {prompt.sketch(call.args, _SHOWN)}"
                if (key := _MISSING.search(problem)) and f'"{key[1]}":' in compact(state):
                    problem += "; the names there are texts: str(number)"
            asked = prompt.repair(messages, problem)
        if doubtful:
            return doubtful
        raise _unusable(problem, limit, reply)

    def run_readings(self, program: Program, call: Call, state: Json) -> tuple[Call, Outcome]:
        """Run a function with the first reading of the call that it does not fail with.

        Raises:
            ProgramFailed: It fails with each; the first failure.
        """
        first, *others = call.readings()
        try:
            return first, self.run(program, first, state)
        except ProgramFailed:
            for other in others:
                with suppress(ProgramFailed):
                    return other, self.run(program, other, state)
            raise

    def run(self, program: Program, call: Call, state: Json) -> Outcome:
        """Run a function and check the state it leaves.

        Raises:
            ProgramFailed: It raised, or its state does not satisfy the spec.
        """
        started = time.monotonic()
        try:
            outcome = self.sandbox.run(program, state, call.args, self.spec.limits)
            # The store checks all of it; only what breaks the schema is worth telling the model.
            if self.spec.schema is not None and outcome.state is not state:
                check_state(self.spec, outcome.state)
            return outcome
        except SchemaViolation as exc:
            raise ProgramFailed(exc.message) from exc
        finally:
            self.sandbox_seconds += time.monotonic() - started

    def _complete(
        self, messages: Sequence[Message], temperature: float, opening: str, avoid: Sequence[str]
    ) -> str:
        started = time.monotonic()
        try:
            completion = self.model().complete(
                messages,
                max_tokens=self.spec.limits.output_tokens,
                deadline=self.deadline,
                cache=self.cache,
                temperature=temperature,
                opening=opening,
                avoid=avoid,
            )
        finally:
            self.model_seconds += time.monotonic() - started
        self.completions.append(completion)
        return completion.text


def _unusable(problem: str, limit: str, reply: str) -> UnusableAnswer:
    hint = "Say it in other words, or ask a larger model with --model; --verbose shows what it wrote."
    return UnusableAnswer(
        f"The model's answer was not usable: {problem}. The state is unchanged.",
        hint=f"bgpt edit NAME, and set limits.{limit}." if limit else hint,
        reply=reply,
    )
