"""Answers that the server keeps ready, and what ends them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.serving import Served, serving

READ = '# status: learned\ndef handle(state, args):\n    return state["n"]\n'
PINNED = "# endpoint: get_n\ndef handle(state, args):\n    return state['n'] - 9\n"
ADD = '# status: learned\ndef handle(state, args):\n    state["n"] += 1\n    return state["n"]\n'


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, {"app": {"n": 1}}) as served:
        write(tmp_path, "get_n", READ)
        write(tmp_path, "add_one", ADD)
        yield served


def write(home: Path, name: str, source: str) -> None:
    (home / "app" / "routes").mkdir(exist_ok=True)
    (home / "app" / "routes" / f"{name}.py").write_text(source)


def is_kept(served: Served, target: str = "/app/get_n()", **headers: str) -> bool:
    return "total;dur=0.00" in served.get(target, **headers).headers["server-timing"]


def test_a_learned_read_is_kept_from_its_first_answer_on(served: Served) -> None:
    first, second = served.get("/app/get_n()"), served.get("/app/get_n()")
    assert (first.json, second.json) == (1, 1)
    assert first.headers.keys() == second.headers.keys()
    assert is_kept(served)


def test_a_kept_answer_counts_and_is_logged_like_any_other(served: Served) -> None:
    for _ in range(3):
        served.get("/app/get_n()")
    assert served.logged("").count("s learned rev 1\n") == 3
    routes = served.hall.open("app").routes
    assert routes is not None
    assert routes.files.uses()["get_n"].hits == 3


CHANGES: dict[str, tuple[Callable[[Path, Served], object], int]] = {
    "a call": (lambda _, served: served.get("/app/add_one()"), 2),
    "a new state": (lambda _, served: served.send("PUT", "/app/-/state", {"n": 7}, if_match='"1"'), 7),
    "a state edited by hand": (lambda home, _: (home / "app" / "state.json").write_text('{"n": 33}'), 33),
    "a route edited by hand": (
        lambda home, _: write(home, "get_n", READ.replace('state["n"]', "state['n'] + 10")),
        11,
    ),
    "another route": (lambda home, _: write(home, "get_n~2", PINNED), -8),
}


@pytest.mark.parametrize(("change", "answer"), CHANGES.values(), ids=CHANGES)
def test_a_change_by_anybody_ends_what_was_kept(
    served: Served, tmp_path: Path, change: Callable[[Path, Served], object], answer: int
) -> None:
    assert served.get("/app/get_n()").json == 1
    assert is_kept(served)
    change(tmp_path, served)
    assert served.get("/app/get_n()").json == answer


def test_switching_learning_off_ends_it_too(served: Served, tmp_path: Path) -> None:
    served.get("/app/get_n()")
    spec = tmp_path / "app" / "spec.toml"
    spec.write_text(spec.read_text().replace('learn = "auto"', 'learn = "off"'))
    assert served.get("/app/get_n()").headers.get("backendgpt-source") != "route"


@pytest.mark.parametrize(
    "body",
    ["import random\n    return random.random()", "import datetime as d\n    return str(d.datetime.now())"],
    ids=["chance", "the clock"],
)
def test_what_varies_is_never_kept(served: Served, tmp_path: Path, body: str) -> None:
    write(tmp_path, "get_it", f"# status: learned\ndef handle(state, args):\n    {body}\n")
    assert len({served.get("/app/get_it()").json for _ in range(3)}) == 3


def test_a_call_that_changes_something_is_never_kept(served: Served) -> None:
    assert [served.get("/app/add_one()").json for _ in range(3)] == [2, 3, 4]


def test_what_was_kept_for_one_is_not_given_to_a_stranger(tmp_path: Path) -> None:
    with serving(tmp_path, {"app": {"n": 1}}, token="a-long-token") as served:
        write(tmp_path, "get_n", READ)
        allowed = {"authorization": "Bearer a-long-token"}
        assert not is_kept(served, **allowed)
        assert is_kept(served, **allowed)
        assert served.get("/app/get_n()").status == 401
        assert served.get("/app/get_n()", host="evil.example", **allowed).status == 421
        assert served.get("/app/get_n()", origin="http://evil.example", **allowed).status == 403


def test_requests_in_one_piece_are_answered_in_turn(served: Served) -> None:
    request = f"GET /app/get_n() HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n\r\n".encode()
    with served.raw() as connection:
        for data, answers in ((request, 1), (request * 2, 2), (request[:9], 0), (request[9:], 1)):
            connection.sendall(data)
            received = b""
            while received.count(b"\r\n\r\n1") < answers:
                received += connection.recv(4096)


def test_a_request_to_close_closes(served: Served) -> None:
    for _ in range(2):
        request = f"GET /app/get_n() HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nConnection: close\r\n\r\n"
        with served.raw() as connection:
            connection.sendall(request.encode())
            while connection.recv(4096):
                pass
