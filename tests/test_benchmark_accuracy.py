"""The accuracy benchmark: its checkers accept what is right, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import HALVES, KINDS, App, Case, cases, load
from benchmarks.accuracy.responses import anything, no_error

APPS = [pytest.param(app, id=f"{half}-{app.name}") for half in HALVES for app in load(half)]
LOOSE = {
    "delete last todos",  # one or two: both are meant
    "get_board_state()",  # the board, or all that belongs to its state
}
EMPTY: list[Json] = [None, [], {}, "", "ok", {"message": "done"}, {"error": "not found"}]


@dataclass
class Try:
    """A case, the state before, and what its right function does."""

    case: Case
    before: Any
    response: Any
    status: int
    after: Any

    def wrong(self, **changes: Any) -> str:
        """Say what the case finds wrong if some of the outcome is changed."""
        seen = {"after": self.after, "response": self.response, "status": self.status} | changes
        return self.case.wrong(self.before, **seen)

    @property
    def asks(self) -> bool:
        """Whether the response counts."""
        return self.case.response not in (anything, no_error)


def tries(app: App) -> Iterator[Try]:
    left: Json = app.state
    for case in app.cases:
        before = app.before(case, left)
        response, status, left = case.work_out(before)
        yield Try(case, before, response, status, left)


def test_each_half_has_its_own_apps_and_every_kind_of_call() -> None:
    names = [app.name for half in HALVES for app in load(half)]
    assert len(names) == len(set(names)) >= 16
    for half in HALVES:
        assert len(load(half)) >= 8
        assert len(list(cases(half))) >= 60
        assert {case.kind for _, case in cases(half)} == set(KINDS)


@pytest.mark.parametrize("app", APPS)
def test_the_right_function_passes(app: App) -> None:
    assert [(t.case.call, t.wrong()) for t in tries(app) if t.wrong()] == []


@pytest.mark.parametrize("app", APPS)
def test_a_change_that_was_not_made_is_wrong(app: App) -> None:
    assert [t.case.call for t in tries(app) if t.after != t.before and not t.wrong(after=t.before)] == []


@pytest.mark.parametrize("app", APPS)
def test_a_change_that_was_not_asked_for_is_wrong(app: App) -> None:
    changed = [t for t in tries(app) if t.after == t.before and not t.wrong(after={"items": [1]})]
    assert [t.case.call for t in changed] == []


@pytest.mark.parametrize("app", APPS)
def test_a_lost_item_is_wrong(app: App) -> None:
    for t in tries(app):
        for damaged in filter(None, without_one_item(t.after, t.before)):
            assert t.wrong(after=damaged) or t.case.call in LOOSE, (t.case.call, damaged)


@pytest.mark.parametrize("response", EMPTY, ids=repr)
@pytest.mark.parametrize("app", APPS)
def test_an_empty_response_to_a_question_is_wrong(app: App, response: Json) -> None:
    asked = [t for t in tries(app) if t.asks and t.response]
    assert [t.case.call for t in asked if not t.wrong(response=response)] == []


@pytest.mark.parametrize("app", APPS)
def test_a_failure_reported_for_a_change_is_wrong(app: App) -> None:
    changes = [t for t in tries(app) if t.after != t.before]
    assert [t.case.call for t in changes if not t.wrong(status=404)] == []
    assert [t.case.call for t in changes if not t.wrong(response={"error": "it failed"})] == []


@pytest.mark.parametrize("app", APPS)
def test_the_whole_state_answers_no_question_about_a_part(app: App) -> None:
    asked = [t for t in tries(app) if t.asks and t.response and not is_all(t.response, t.before)]
    accepted = {t.case.call for t in asked if not t.wrong(response=deepcopy(t.before))}
    assert accepted <= LOOSE


def is_all(response: Json, state: Json) -> bool:
    """Tell whether a response is the state, or the only collection in it."""
    return response == state or (isinstance(state, dict) and list(state.values()) == [response])


def without_one_item(after: Any, before: Any) -> Iterator[Any]:
    """Go through copies of a state, each without one of the list elements or keys that it had before."""
    if type(after) is not type(before) or not isinstance(after, list | dict):
        return
    keys = range(min(len(after), len(before))) if isinstance(after, list) else after.keys() & before.keys()
    for key in keys:
        smaller = deepcopy(after)
        del smaller[key]
        yield smaller
        for damaged in without_one_item(after[key], before[key]):
            copy = deepcopy(after)
            copy[key] = damaged
            yield copy
