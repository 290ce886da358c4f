"""What is learned from the recorded replies of the embedded model, and that the cases are sound."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from backendgpt.call import Call
from backendgpt.grounding import fit
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Limits
from benchmarks.routes.cases import CASES, GENERAL, NEVER, Case
from benchmarks.routes.learning import CALLS, RECORDING, Learned, Tape, learn
from benchmarks.routes.plot import draw
from benchmarks.routes.sessions import SESSIONS, Session


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def results(sandbox: Sandbox) -> list[Learned]:
    replies = json.loads(RECORDING.read_text())
    return list(learn(CASES, Tape(None, replies), sandbox))


def test_there_are_enough_endpoints_of_either_kind() -> None:
    assert min(len(GENERAL), len(NEVER)) >= 25
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_case_is_recorded() -> None:
    assert list(json.loads(RECORDING.read_text())) == [case.name for case in CASES]


def test_nothing_is_learned_that_must_not_be(results: list[Learned]) -> None:
    assert [result.case.name for result in results if result.is_learned and not result.case.is_general] == []


def test_most_of_what_is_general_is_learned(results: list[Learned]) -> None:
    general = [result for result in results if result.case.is_general]
    assert sum(result.is_learned for result in general) / len(general) >= 0.9


@pytest.mark.parametrize("case", GENERAL, ids=lambda case: case.name)
def test_a_right_function_works_on_every_state(case: Case, sandbox: Sandbox) -> None:
    for number in range(CALLS + 1):
        state = case.state(number)
        outcome = sandbox.run(case.reference, state, fit(case.call(number), state).args, Limits())
        assert outcome.response is not None or outcome.state != state


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.name)
def test_the_right_functions_of_a_session_follow_one_another(session: Session, sandbox: Sandbox) -> None:
    state = session.state
    for step in session.steps:
        outcome = sandbox.run(step.reference, state, fit(Call.parse(step.call), state).args, Limits())
        assert outcome.response is not None or outcome.state != state
        state = outcome.state


def test_the_plot_is_a_whole_drawing() -> None:
    drawing = ElementTree.fromstring(draw([5.0, 0.001], [5.0, 4.0]))
    assert len(drawing.findall(".//{http://www.w3.org/2000/svg}circle")) == 4
