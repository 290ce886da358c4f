"""The accuracy benchmark: its data are well formed, its checkers accept what is right and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from backendgpt.jsonvalue import Json
from backendgpt.sandbox import Outcome, Sandbox
from backendgpt.spec import Limits
from benchmarks.accuracy.exam import HALVES, App, Case, load
from benchmarks.accuracy.responses import anything, no_error

APPS = [pytest.param(app, id=f"{half}-{app.name}") for half in HALVES for app in load(half)]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def worked_out(app: App, sandbox: Sandbox) -> Iterator[tuple[Case, Any, Outcome]]:
    """Go through an app's cases, each with the state before and what its right function does."""
    left: Json = app.state
    for case in app.cases:
        before = app.before(case, left)
        args = case.parsed.fitted(before).args
        outcome = sandbox.run(case.reference, before, args, Limits())
        left = outcome.state
        yield case, before, outcome


@pytest.mark.parametrize("app", APPS)
def test_the_right_function_passes(app: App, sandbox: Sandbox) -> None:
    wrong = {
        case.call: problem
        for case, before, outcome in worked_out(app, sandbox)
        if (problem := case.wrong(before, outcome.state, outcome.response, outcome.status))
    }
    assert wrong == {}


@pytest.mark.parametrize("app", APPS)
def test_a_change_that_was_not_made_is_wrong(app: App, sandbox: Sandbox) -> None:
    for case, before, outcome in worked_out(app, sandbox):
        if outcome.state != before:
            assert case.wrong(before, before, outcome.response, outcome.status), case.call


@pytest.mark.parametrize("app", APPS)
def test_a_lost_item_is_wrong(app: App, sandbox: Sandbox) -> None:
    for case, before, outcome in worked_out(app, sandbox):
        for damaged in without_one_item(outcome.state):
            assert case.wrong(before, damaged, outcome.response, outcome.status), (case.call, damaged)


@pytest.mark.parametrize("response", [None, [], {}, "", "ok", {"message": "done"}], ids=repr)
@pytest.mark.parametrize("app", APPS)
def test_an_empty_response_to_a_question_is_wrong(app: App, response: Json, sandbox: Sandbox) -> None:
    for case, before, outcome in worked_out(app, sandbox):
        if case.response not in (anything, no_error) and outcome.response:
            assert case.wrong(before, outcome.state, response), case.call


@pytest.mark.parametrize("app", APPS)
def test_the_whole_state_answers_no_question_about_a_part(app: App, sandbox: Sandbox) -> None:
    for case, before, outcome in worked_out(app, sandbox):
        asks_for_all = outcome.response in (before, *([*before.values()] if isinstance(before, dict) else []))
        if case.response not in (anything, no_error) and before and not asks_for_all:
            assert case.wrong(before, outcome.state, deepcopy(before)), case.call


def without_one_item(state: Any) -> Iterator[Any]:
    """Go through copies of a state that lack one element of one of its outermost collections."""
    if isinstance(state, list):
        yield from (state[:i] + state[i + 1 :] for i in range(len(state)))
    for name in state if isinstance(state, dict) else ():
        for smaller in without_one_item(state[name]) if isinstance(state[name], list | dict) else ():
            yield {**state, name: smaller}
        if isinstance(state[name], dict):
            for key in state[name]:
                yield {**state, name: {k: v for k, v in state[name].items() if k != key}}
