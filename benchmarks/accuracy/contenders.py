"""Two ways to answer a call with a language model, side by side.

`functions` is this package: the model writes a function. `rewrite` is backend-GPT's protocol (2023): the
model writes the response and the whole new state.
"""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, UnusableAnswer
from backendgpt.interpret import interpret
from backendgpt.jsonvalue import Json, JsonError, compact, loads
from backendgpt.models import Completion, Message, Model
from backendgpt.models.metered import Metered
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Spec
from backendgpt.store.memory import MemoryStore
from benchmarks.accuracy.exam import App, Case

TIMEOUT = 180.0
"""Seconds that one call may take."""


@dataclass(frozen=True)
class Answer:
    """What a contender made of a call.

    Attributes:
        response, status, state: The outcome; the state is as it was if there is an `error`.
        error: Why there is no outcome, or empty.
        wrote: The function, or all that the model wrote.
        rounds: How many times the model was asked.
        output_tokens: What it wrote, all rounds together.
        seconds: Wall time.
    """

    response: Json
    status: int
    state: Json
    error: str
    wrote: str
    rounds: int
    output_tokens: int
    seconds: float


Outcome = tuple[Json, int, Json, str]
"""Response, status, state after, and what the model wrote."""

Contender = Callable[[Model, Sandbox, App, Case, Json], Outcome]


def functions(model: Model, sandbox: Sandbox, app: App, case: Case, before: Json) -> Outcome:
    """Answer as backendgpt does."""
    store = MemoryStore(app.name, Spec(app.purpose), before)
    turn = interpret(
        case.parsed, store=store, model=lambda: model, sandbox=sandbox, deadline=Deadline(TIMEOUT)
    )
    return turn.response, turn.status, turn.state, turn.program


RESPONSE_MARK, STATE_MARK = "!API response!:", "!New Database State!:"

_REWRITE = """\
API Call (indexes are zero-indexed):
{call}

Database State:
{state}

Write the API response as one line of JSON after the mark '{response_mark}', then the whole new database \
state as one line of JSON after the mark '{state_mark}'. A call that only asks for data must not change the \
state. Write nothing else."""


def rewrite(model: Model, _sandbox: Sandbox, app: App, case: Case, before: Json) -> Outcome:
    """Answer as backend-GPT does, with a more forgiving reader than its own."""
    call = case.call if case.data is None else f"{case.call} {compact(case.data)}"
    question = _REWRITE.format(
        call=call, state=compact(before), response_mark=RESPONSE_MARK, state_mark=STATE_MARK
    )
    completion = model.complete(
        [Message("system", app.purpose), Message("user", question)],
        max_tokens=300 + len(compact(before)),
        deadline=Deadline(TIMEOUT),
    )
    response, state = read_rewrite(completion.text)
    return response, 200, state, completion.text


CONTENDERS: dict[str, Contender] = {"functions": functions, "rewrite": rewrite}


def ask(contender: str, model: Model, sandbox: Sandbox, app: App, case: Case, before: Json) -> Answer:
    """Put one call to a contender, and count what it takes."""
    completions: list[Completion] = []
    meter, started = Metered(model, completions), time.monotonic()
    error = ""
    try:
        response, status, state, wrote = CONTENDERS[contender](meter, sandbox, app, case, before)
    except BackendGPTError as exc:
        response, status, state, error = None, exc.http_status, before, str(exc)
        wrote = completions[-1].text if completions else ""
    return Answer(
        response,
        status,
        state,
        error,
        wrote,
        rounds=len(completions),
        output_tokens=sum(c.output_tokens for c in completions),
        seconds=time.monotonic() - started,
    )


def read_rewrite(text: str) -> tuple[Json, Json]:
    """Take response and new state out of a reply: JSON or Python literals, fenced or not.

    Raises:
        UnusableAnswer: A mark or a value is missing.
    """
    match = re.search(rf"{re.escape(RESPONSE_MARK)}(.*?){re.escape(STATE_MARK)}(.*)", text, re.DOTALL)
    if not match:
        raise UnusableAnswer("The model's answer lacks the marks.")
    return _read_value(match[1]), _read_value(match[2])


def _read_value(text: str) -> Json:
    text = re.sub(r"^\s*```\w*|```\s*$", "", text.strip()).strip()
    for read in (loads, ast.literal_eval):
        try:
            return loads(compact(read(text)))
        except (JsonError, ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            continue
    raise UnusableAnswer("The model's answer has a value that is neither JSON nor a literal.")
