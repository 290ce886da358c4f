"""The accuracy benchmark's contenders: each outcome is the one that the model's text stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from backendgpt.errors import UnusableAnswer
from backendgpt.jsonvalue import Json, dumps
from backendgpt.models import Completion
from backendgpt.sandbox import Sandbox
from benchmarks.accuracy.contenders import RESPONSE_MARK, STATE_MARK, ask, read_rewrite
from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.states import becomes

CASE = Case(
    kind="write",
    call="increment(hits, 2)",
    after=becomes({"/hits": 3}),
    right="state[args[0]] += args[1]\nreturn state[args[0]]",
)
APP = App(name="counters", purpose="Counters", state={"hits": 1}, cases=(CASE,))


@dataclass
class Scripted:
    """A model that gives the same text whatever it is asked."""

    text: str
    name: str = "scripted"

    def complete(self, *_: Any, **__: Any) -> Completion:
        return Completion(self.text, self.name, output_tokens=7)

    def close(self) -> None: ...


def rewritten(response: str, state: str) -> str:
    return f"{RESPONSE_MARK}\n{response}\n{STATE_MARK}\n{state}\n"


@pytest.mark.parametrize(
    ("contender", "text"),
    [
        ("functions", f"```python\n{CASE.reference.source}\n```"),
        ("rewrite", rewritten("3", dumps({"hits": 3}))),
    ],
)
def test_a_right_text_gives_a_right_outcome(contender: str, text: str) -> None:
    with Sandbox() as sandbox:
        answer = ask(contender, Scripted(text), sandbox, APP, CASE, {"hits": 1})
    assert (answer.error, answer.response, answer.state) == ("", 3, {"hits": 3})
    assert (answer.rounds, answer.output_tokens) == (1, 7)


def test_rounds_and_tokens_of_a_call_that_failed_are_counted() -> None:
    with Sandbox() as sandbox:
        answer = ask("functions", Scripted("I would rather not."), sandbox, APP, CASE, {"hits": 1})
    assert answer.error
    assert (answer.state, answer.output_tokens) == ({"hits": 1}, 7 * answer.rounds)
    assert answer.rounds > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rewritten("[1, null]", '{"a": true}'), ([1, None], {"a": True})),
        (rewritten("None", "{'a': True}"), (None, {"a": True})),
        (rewritten("```json\n1\n```", '```\n{"a": 2}\n```'), (1, {"a": 2})),
        ("Sure!\n" + rewritten("'done'", "[]"), ("done", [])),
    ],
    ids=["json", "python", "fenced", "chatty"],
)
def test_a_rewrite_is_read_with_goodwill(text: str, expected: tuple[Json, Json]) -> None:
    assert read_rewrite(text) == expected


@pytest.mark.parametrize("text", ["{}", rewritten("1", ""), rewritten("so be it", "{}")])
def test_a_rewrite_without_marks_or_values_is_unusable(text: str) -> None:
    with pytest.raises(UnusableAnswer):
        read_rewrite(text)
