"""What the bridge rewrites does in the sandbox what it does in CPython."""

from __future__ import annotations

import copy
import inspect
import json
import textwrap
from collections.abc import Callable, Iterator

import pytest

from backendgpt.bridge import bridge
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.sandbox import Outcome, ProgramFailed, Sandbox
from backendgpt.spec import Limits
from tests import bridge_cases

STATE: dict[str, Json] = {
    "todos": [
        {"id": 1, "title": "Buy milk", "done": False, "due": "2024-05-01"},
        {"id": 2, "title": "call bob", "done": True, "due": "2024-03-11"},
        {"id": 3, "title": "Alpha", "done": False, "due": "2024-04-21"},
    ],
    "counts": {"apple": 3, "pear": 7, "fig": 7},
    "nums": [5, 3, 9, 1, 3],
    "n": 5,
}
ARGS: Json = ["Walk dog", 2]

CASES = [case for case in vars(bridge_cases).values() if inspect.isfunction(case)]


def handle(body: str) -> str:
    return "def handle(state, args):\n" + textwrap.indent(body, "    ")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def run(sandbox: Sandbox, source: str, state: Json = STATE, args: Json = ARGS) -> Outcome:
    return sandbox.run(Program.parse(source), state, args, Limits())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__.replace("_", " "))
def test_what_the_interpreter_lacks_does_what_cpython_does(
    sandbox: Sandbox, case: Callable[..., Json]
) -> None:
    source = inspect.getsource(case).replace(f"def {case.__name__}(", "def handle(")
    outcome = run(sandbox, source)
    state, args = copy.deepcopy(STATE), copy.deepcopy(ARGS)
    response = case(state, args)
    assert outcome.response == json.loads(json.dumps(response))
    assert outcome.state == state


PLAIN = "def handle(state, args):\n    return args[1]\n"

FORMS = {
    "annotations": "def handle(state: dict[str, Any], args: list) -> Any:\n    return args[1]",
    "a default": "def handle(state, args=None):\n    return args[1]",
    "star args": "def handle(state, *args):\n    return args[1]",
    "other names": "def handle(db, params):\n    return params[1]",
    "more with defaults": "def handle(state, args, verbose=False):\n    return args[1]",
    "async": "async def handle(state, args):\n    return await f(args)\n\nasync def f(x):\n    return x[1]",
    "a decorator": f"@app.route('/x')\n{PLAIN}",
    "global state": "def handle(state, args):\n    global state\n    return args[1]",
    "a helper": "def pick(x):\n    return x[I]\n\nI = 1\n\ndef handle(state, args):\n    return pick(args)",
    "an example after it": f"{PLAIN}\nstate = {{}}\nresult = handle(state, [])\nprint(result)",
    "a main guard": f"{PLAIN}\nif __name__ == '__main__':\n    print(handle({{}}, []))",
    "a docstring of the module": f'"""Doc."""\nimport json\n{PLAIN}',
}


@pytest.mark.parametrize("name", FORMS)
def test_a_harmless_form_of_handle_is_accepted(sandbox: Sandbox, name: str) -> None:
    outcome = run(sandbox, FORMS[name])
    assert outcome.response == 2
    assert outcome.state is STATE


def test_a_handle_without_args_is_accepted(sandbox: Sandbox) -> None:
    assert run(sandbox, "def handle(state):\n    return state['n']").response == 5


REBOUND: dict[str, tuple[str, Json, Json, Json]] = {
    "a new list": ("state = state[:-1]\nreturn len(state)", [1, 2, 3], 2, [1, 2]),
    "a new object": ('state = {**state, "b": 2}', {"a": 1}, None, {"a": 1, "b": 2}),
    "a copy": ('state = dict(state)\nstate["b"] = 2', {"a": 1}, None, {"a": 1, "b": 2}),
    "a part to read": ('state = state["a"]\nreturn state[0]', {"a": [1]}, 1, {"a": [1]}),
    "a part to change": ('state = state.get("a", [])\nstate.append(2)', {"a": [1]}, None, {"a": [1, 2]}),
    "a slice of a part": ('state = state["a"][1:]\nreturn state', {"a": [1, 2]}, [2], {"a": [1, 2]}),
    "a part, then a list": ('state = state["a"]\nstate = [1]\nreturn state', {"a": [2]}, [1], {"a": [2]}),
    "an object, then a part": ('state = {"a": 9}\nstate = state["a"]', {"a": 1}, None, {"a": 9}),
    "a loop over states": ('for state in state["a"]:\n    pass\nreturn state', {"a": [1]}, 1, {"a": [1]}),
    "args within the state": ('state["x"] = args\nargs.append(3)\nreturn args', {}, [3], {"x": [3]}),
}


@pytest.mark.parametrize("name", REBOUND)
def test_a_new_state_is_kept_and_a_part_of_it_is_not_a_new_state(sandbox: Sandbox, name: str) -> None:
    body, before, response, after = REBOUND[name]
    outcome = run(sandbox, handle(body), before, [])
    assert (outcome.response, outcome.state) == (response, after)


def test_a_state_does_not_turn_from_an_object_into_a_list(sandbox: Sandbox) -> None:
    source = handle('state = [t for t in state["todos"] if t["done"]]\nreturn state')
    with pytest.raises(ProgramFailed, match="`state` was an object"):
        run(sandbox, source)


def test_each_line_of_the_code_knows_where_it_came_from() -> None:
    source = handle('import uuid\n# why\n\nx = {\n    "a": 1,\n}\ndel state["n"]\n')
    bridged = bridge(source)
    code = bridged.code.split("\n")
    origin = {
        code[new - 1].strip(): source.split("\n")[old - 1].strip() for new, old in bridged.lines.items()
    }
    assert origin["x = {'a': 1}"] == "x = {"
    assert origin["state.pop('n')"] == 'del state["n"]'


def test_a_shim_is_put_in_front_only_where_it_is_used() -> None:
    assert "_bgpt" not in bridge(handle("return 1")).code
    assert "def uuid4" in bridge(handle("import uuid")).code
    assert "def mean" not in bridge(handle("import uuid")).code


@pytest.mark.parametrize(
    ("body", "response"),
    [
        ('return (date.fromisoformat("2025-01-30") + timedelta(days=7)).isoformat()', "2025-02-06"),
        ('return datetime.date.fromisoformat("2025-01-30").year', 2025),
        ('return datetime.strptime("2025-01-30", "%Y-%m-%d").month', 1),
        ('return re.sub("a", "b", json.loads(json.dumps("aa")))', "bb"),
        ('return dict(Counter(["x", "x"]))', {"x": 2}),
        ("return math.floor(mean([2, 3]))", 2),
        ("return len(str(uuid4()))", 36),
        ("date = args[0]\nreturn date", "Walk dog"),
        ("def choice(of):\n    return of[1]\nreturn choice(args)", 2),
        ("import random as re\nreturn re.choice([1])", 1),
    ],
)
def test_what_is_used_without_an_import_is_imported(sandbox: Sandbox, body: str, response: Json) -> None:
    assert run(sandbox, handle(body)).response == response


@pytest.mark.parametrize(
    ("code", "response"),
    [
        ('[t["n"] for t in state["ts"] if t["due"] < "2025-07-01"]', [1]),
        ('[t["n"] for t in state["ts"] if "2025-01-01" <= t["due"]]', [1]),
        ('[t["n"] for t in state["ts"] if t["n"] > 0 and not t["due"]]', [2]),
        ('sorted(t["n"] > 1 for t in state["ts"])', [False, True]),
    ],
)
def test_what_is_none_is_neither_more_nor_less(sandbox: Sandbox, code: str, response: Json) -> None:
    state: Json = {"ts": [{"n": 1, "due": "2025-06-01"}, {"n": 2, "due": None}]}
    assert run(sandbox, handle(f"return {code}"), state).response == response


@pytest.mark.parametrize("ids", [[], [4, 7]], ids=["none yet", "two"])
def test_the_next_id_is_one_higher_than_the_highest_of_none_too(sandbox: Sandbox, ids: list[Json]) -> None:
    source = handle('return max(i for i in state["ids"]) + 1')
    assert run(sandbox, source, {"ids": ids}).response == (8 if ids else 1)


@pytest.mark.parametrize("ids", [[], [4, 7]], ids=["none yet", "two"])
def test_the_next_id_is_one_higher_than_that_of_the_highest_thing(sandbox: Sandbox, ids: list[int]) -> None:
    source = handle('return max(state["ts"], key=lambda t: t["id"]) + 1')
    assert run(sandbox, source, {"ts": [{"id": i} for i in ids]}).response == (8 if ids else 1)


def test_the_highest_of_none_is_an_error_otherwise(sandbox: Sandbox) -> None:
    with pytest.raises(ProgramFailed, match="ValueError"):
        run(sandbox, handle('return max(state["ids"])'), {"ids": []})
