"""The accuracy benchmark: its checkers accept what is right, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import HALVES, KINDS, App, Case, cases, load
from benchmarks.accuracy.responses import answers, anything, no_error, nothing, picks, prose
from benchmarks.accuracy.seen import Check, Seen
from benchmarks.accuracy.states import added, invented

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


STATE: Json = {
    "turn": "white",
    "teams": [
        {"name": "Ants", "won": 2, "home": True},
        {"name": "Bees", "won": 2},
        {"name": "Cats", "won": 0},
    ],
    "rooms": {"7": {"guest": None, "price": 80}, "8": {"guest": "Ann", "price": 95.5}},
}


@pytest.mark.parametrize(
    ("check", "response"),
    [
        (answers(2), 2),
        (answers(2), 2.0),
        (answers(2), {"count": 2, "message": "counted"}),
        (answers(2), [2]),
        (answers(2), "2 teams have two wins"),
        (answers(87.33), 87.3333),
        (answers("white"), {"turn": "white"}),
        (answers("white"), "It is White's turn"),
        (answers(True), {"free": True}),
        (answers(True), "Yes, it is."),
        (answers({"a": 1, "b": 2}), {"counts": {"b": 2, "a": 1}}),
        (answers({"a": 1, "b": 2}), [{"name": "b", "count": 2}, {"name": "a", "count": 1}]),
        (answers([1, 2]), {"items": [1, 2], "count": 2}),
        (picks("/teams", 0, 1, by="name"), ["Bees", "Ants"]),
        (picks("/teams", 0, 1, by="name"), "Ants and Bees"),
        (picks("/teams", 0, 1, by="name"), {"teams": [{"name": "Ants"}, {"name": "Bees", "won": 2}]}),
        (picks("/teams", 2, by="name"), {"name": "Cats", "won": 0}),
        (picks("/rooms", "8"), "8"),
        (picks("/rooms", "8"), 8),
        (picks("/rooms", "8"), {"8": {"guest": "Ann", "price": 95.5}}),
        (picks("/rooms", "8"), [{"room": "8", "guest": "Ann", "price": 95.5}]),
        (nothing, {"posts": []}),
        (nothing, "There are no posts."),
        (prose, {"message": "A slogan to remember"}),
    ],
    ids=lambda value: "" if callable(value) else repr(value),
)
def test_a_reasonable_form_of_the_right_answer_is_right(check: Check, response: Json) -> None:
    assert check(Seen("ask()", None, STATE, STATE, response)) == ""


@pytest.mark.parametrize(
    ("check", "response"),
    [
        (answers(2), 3),
        (answers(2), "3 teams"),
        (answers(2), "2 or 3 teams"),
        (answers(2), {"count": 2, "won": 5}),
        (answers(1), True),
        (answers(87.33), 87.4),
        (answers("white"), STATE),
        (answers("Ants"), "Ants, Bees"),
        (answers(True), {"success": True}),
        (answers(True), {"free": False}),
        (answers({"a": 1, "b": 2}), {"a": 1}),
        (answers([1, 2]), [2, 1]),
        (answers([1, 2]), [1, 2, 3]),
        (picks("/teams", 0, 1, by="name"), ["Ants"]),
        (picks("/teams", 0, 1, by="name"), ["Ants", "Ants"]),
        (picks("/teams", 0, 1, by="name"), ["Ants", "Bees", "Cats"]),
        (picks("/teams", 0, 1, by="name"), "Ants, Bees and Cats"),
        (picks("/teams", 0, 1, by="name"), [{"name": "Ants", "won": 9}, {"name": "Bees"}]),
        (picks("/teams", 0, 2, by="name", ordered=True), ["Cats", "Ants"]),
        (picks("/rooms", "8"), "7"),
        (nothing, {"posts": ["one"]}),
        (nothing, "There are two posts."),
        (prose, "white"),
        (prose, {"slogan": ""}),
    ],
    ids=lambda value: "" if callable(value) else repr(value)[:60],
)
def test_a_wrong_answer_is_wrong(check: Check, response: Json) -> None:
    assert check(Seen("ask()", None, STATE, STATE, response))


@pytest.mark.parametrize(
    "after",
    [
        {},
        {"items": []},
        {"items": [{"id": 1, "title": "a"}]},
        {"items": [{"id": 1, "title": "a"}, {"id": 1, "title": "b"}]},
        {"items": [{"id": 1, "title": "a"}, {"id": 2}]},
        {"items": [{"id": 1, "title": "a"}, {"id": 2, "title": "c"}]},
        {"items": [{"id": 1, "title": "z"}, {"id": 2, "title": "b"}]},
        {"items": [{"id": 1, "title": "a"}, {"id": 2, "title": "b", "text": "b"}]},
        {"items": [{"id": 1, "title": "a"}, {"id": "2", "title": "b"}]},
        {"items": [{"id": 1, "title": "a"}, {"id": 2, "title": "b"}, {"id": 3, "title": "b"}]},
        {"items": [{"id": 1, "title": "a"}, {"id": 2, "title": "b"}], "title": "b"},
    ],
    ids=repr,
)
def test_an_item_that_was_not_added_like_its_siblings_is_wrong(after: Json) -> None:
    before: Json = {"items": [{"id": 1, "title": "a"}]}
    check = added("/items", {"title": "b"})
    right: Json = {"items": [{"id": 1, "title": "a"}, {"id": 2, "title": "b"}]}
    assert check(Seen("add(b)", None, before, right, None)) == ""
    assert check(Seen("add(b)", None, before, after, None))


@pytest.mark.parametrize("titles", [["Item 1", "Item 2"], ["a", "b"], ["b", ""], ["b", "b"]], ids=repr)
def test_a_dull_invention_is_wrong(titles: list[str]) -> None:
    before: Json = {"items": [{"title": "a"}]}
    after: Json = {"items": [{"title": title} for title in ("a", *titles)]}
    assert invented("/items", "title", {}, {})(Seen("add_two()", None, before, after, None))


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
