"""`bgpt serve` over real sockets: calls, the server's own paths, errors, and what clients do."""

from __future__ import annotations

import contextlib
import http.client
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backendgpt.backend import Backend, Runtime
from backendgpt.jsonvalue import Json
from backendgpt.server import events
from backendgpt.server.hall import OfflineRuntime
from tests.serving import Answer, Served, functions, serving, wait_for
from tests.wire import answer, hang, refused_url, status

TODOS: Json = [{"title": "Buy Milk", "completed": True}]
TODO: Json = {"todos": TODOS}

REPLIES = {
    "add": """\
def handle(state, args):
    title = args["title"] if isinstance(args, dict) else args[0]
    state["todos"].append({"title": title, "completed": False})
    return {"message": "added"}""",
    "get_all": 'def handle(state, args):\n    return state["todos"]',
    "items/": 'def handle(state, args):\n    return {"error": "no such item"}, 404',
    "create": 'def handle(state, args):\n    state["todos"].append(args)\n    return args, 201',
    "clear": 'def handle(state, args):\n    state["todos"] = []\n    return None, 204',
    "slow": 'def handle(state, args):\n    state["slow"] = True\n    return "done"',
}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, {"todo": TODO, "other": {}}, functions(REPLIES)) as served:
        yield served


# Calls


def test_a_call_gives_bare_json(served: Served) -> None:
    answered = served.get("/todo/get_all()")
    assert (answered.status, answered.json) == (200, TODOS)
    assert answered.headers["content-type"] == "application/json"


def test_a_call_says_its_revision_its_source_and_where_the_time_went(served: Served) -> None:
    answered = served.get("/todo/add_todo(walk%20the%20dog)")
    assert answered.headers["etag"] == '"2"'
    assert answered.headers["backendgpt-source"] == "model"
    parts = [part.split(";")[0] for part in answered.headers["server-timing"].split(", ")]
    assert parts == ["model", "sandbox", "commit", "total"]


def test_a_json_body_is_the_data(served: Served) -> None:
    assert served.post("/todo/add_todo", {"title": "x"}).json == {"message": "added"}
    assert served.state("todo")["todos"][-1] == {"title": "x", "completed": False}


@pytest.mark.parametrize(
    ("target", "expected", "body"),
    [
        ("/todo/items/9", 404, b'{"error":"no such item"}'),
        ("/todo/create()", 201, b"[]"),
        ("/todo/clear()", 204, b""),
    ],
    ids=["refused", "created", "no content"],
)
def test_the_function_decides_the_status(served: Served, target: str, expected: int, body: bytes) -> None:
    answered = served.get(target)
    assert (answered.status, answered.body) == (expected, body)


def test_head_gives_the_headers_and_changes_nothing(served: Served) -> None:
    answered = served.send("HEAD", "/todo/add_todo(x)")
    assert (answered.status, answered.body) == (200, b"")
    assert served.state("todo") == TODO


def test_options_lists_the_methods_and_asks_no_model(served: Served) -> None:
    answered = served.send("OPTIONS", "/todo/items/3")
    assert (answered.status, answered.body) == (204, b"")
    assert "DELETE" in answered.headers["allow"]
    assert not served.model.requests


def test_calls_to_one_backend_have_their_model_time_in_parallel(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES, delay=0.4)) as served:
        started = time.monotonic()
        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(lambda i: served.get(f"/todo/add({i})"), range(20)))
        took = time.monotonic() - started
        assert [answered.status for answered in answers] == [200] * 20
        added = [todo["title"] for todo in served.state("todo")["todos"][1:]]
        assert sorted(added) == list(range(20))
    assert took < 4, "one after the other it would be 8 s"


def test_a_client_that_hangs_up_cancels_its_model_call(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, hang) as served:
        connection = http.client.HTTPConnection("127.0.0.1", served.port)
        connection.request("GET", "/todo/slow()")
        wait_for(lambda: served.model.requests and served.hall.running == 1)
        connection.close()
        wait_for(lambda: served.hall.running == 0, 2)
        assert served.state("todo") == TODO
        assert " 499 " in served.logged("slow")


def test_calls_that_are_not_done_when_the_grace_period_ends_are_told_so(tmp_path: Path) -> None:
    answers: list[Answer] = []
    with serving(tmp_path, {"todo": TODO}, hang, grace=0.4) as served:
        calling = threading.Thread(target=lambda: answers.append(served.get("/todo/slow()")))
        calling.start()
        wait_for(lambda: served.hall.running == 1)
        served.server.should_exit = served.hall.stopping = True
        calling.join(3)
    answered = answers[0]
    assert (answered.status, answered.headers["retry-after"]) == (503, "5")
    assert answered.headers["content-type"] == "application/problem+json"


def test_a_delay_is_added_to_every_call(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES), delay=0.3) as served:
        started = time.monotonic()
        served.get("/todo/get_all()")
        assert time.monotonic() - started >= 0.3


def test_read_only_refuses_changes_and_answers_the_rest(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES), read_only=True) as served:
        assert served.get("/todo/get_all()").status == 200
        refused = [
            served.get("/todo/add(x)"),
            served.post("/todo/-/undo"),
            served.send("PUT", "/todo/-/state", {}),
        ]
        assert [answered.status for answered in refused] == [403, 403, 403]
        assert served.state("todo") == TODO


def test_only_the_named_backends_are_served(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO, "secret": {}}, functions(REPLIES), names=("todo",)) as served:
        assert served.get("/secret/-/state").status == 404
        assert [backend["name"] for backend in served.get("/-/backends").json] == ["todo"]


# The server's own paths


def test_the_state_can_be_read_and_replaced(served: Served) -> None:
    read = served.get("/todo/-/state")
    assert (read.json, read.headers["etag"]) == (TODO, '"1"')
    put = served.send("PUT", "/todo/-/state", {"todos": []}, if_match='"1"')
    assert (put.status, put.headers["etag"], served.state("todo")) == (200, '"2"', {"todos": []})


@pytest.mark.parametrize(
    ("tags", "expected"),
    [('"1"', 304), ('"7", "1"', 304), ('W/"1"', 304), ("*", 304), ('"7"', 200), ("1", 200)],
)
def test_a_state_that_the_client_has_is_not_sent_again(served: Served, tags: str, expected: int) -> None:
    assert served.get("/todo/-/state", if_none_match=tags).status == expected


def test_a_state_that_moved_on_is_not_replaced(served: Served) -> None:
    served.get("/todo/add(x)")
    put = served.send("PUT", "/todo/-/state", {}, if_match='"1"')
    assert (put.status, put.headers["etag"]) == (412, '"2"')
    assert served.state("todo") != {}


def test_a_put_without_a_body_is_refused(served: Served) -> None:
    assert served.send("PUT", "/todo/-/state").status == 400
    assert served.state("todo") == TODO


def test_undo_takes_the_last_change_back(served: Served) -> None:
    served.get("/todo/add(x)")
    undone = served.post("/todo/-/undo")
    assert (undone.status, undone.json["call"], undone.headers["etag"]) == (200, "add(x)", '"3"')
    assert served.state("todo") == TODO
    assert served.post("/todo/-/undo").status == 409


def test_the_log_has_the_newest_first_with_functions_and_patches(served: Served) -> None:
    served.get("/todo/add(x)")
    served.get("/todo/get_all()")
    newest, change = served.get("/todo/-/log?limit=2").json
    assert (newest["call"], newest["patch"]) == ("get_all()", [])
    assert (change["call"], change["patch"][0]["path"]) == ("add(x)", "/todos/1")
    assert "def handle" in change["program"]
    assert served.get("/todo/-/log?limit=0").status == 400


def test_a_method_that_a_path_lacks_is_named(served: Served) -> None:
    answered = served.post("/todo/-/state")
    assert (answered.status, answered.headers["content-type"]) == (405, "application/problem+json")
    assert set(answered.headers["allow"].split(", ")) == {"GET", "HEAD", "PUT", "OPTIONS"}


def test_options_of_the_servers_own_paths_names_their_methods(served: Served) -> None:
    answered = served.send("OPTIONS", "/todo/-/undo")
    assert (answered.status, answered.body, answered.headers["allow"]) == (204, b"", "POST, OPTIONS")


def test_the_root_leads_to_the_console(served: Served) -> None:
    assert served.get("/").headers["location"] == "/-/"
    assert served.get("/-/").headers["content-type"] == "text/html; charset=utf-8"
    assert served.get("/-/health").json["status"] == "ok"


# Events


class Stream:
    """An open event stream; events arrive as (event, id, data)."""

    def __init__(self, served: Served, name: str, **headers: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=5)
        self.connection.request("GET", f"/{name}/-/events", headers=headers)
        self.response = self.connection.getresponse()
        assert self.response.status == 200
        self.read()

    def read(self) -> dict[str, str]:
        lines: dict[str, str] = {}
        while line := self.response.readline().decode().strip():
            field, _, value = line.partition(": ")
            lines[field] = value
        return lines


def test_each_revision_is_one_event(served: Served) -> None:
    stream = Stream(served, "todo")
    served.get("/todo/get_all()")
    served.get("/todo/add(x)")
    event = stream.read()
    assert (event["event"], event["id"]) == ("revision", "2")
    assert json.loads(event["data"])["call"] == "add(x)"


def test_what_another_process_writes_is_an_event_too(served: Served) -> None:
    stream = Stream(served, "todo")
    Backend.open("todo", runtime=Runtime(served.hall.runtime.env)).set_state({"todos": []})
    assert json.loads(stream.read()["data"])["kind"] == "set"


def test_a_stream_resumes_after_the_last_event(served: Served) -> None:
    for title in "abc":
        served.get(f"/todo/add({title})")
        served.get("/todo/get_all()")
    stream = Stream(served, "todo", **{"Last-Event-ID": "2"})
    assert [stream.read()["id"], stream.read()["id"]] == ["3", "4"]


def test_a_client_from_another_life_is_told_to_start_anew(served: Served) -> None:
    stream = Stream(served, "todo", **{"Last-Event-ID": "99"})
    assert stream.read() == {"event": "reset", "id": "1", "data": '{"revision":1}'}


def test_an_edit_by_hand_is_an_event(served: Served, tmp_path: Path) -> None:
    stream = Stream(served, "todo")
    (tmp_path / "todo" / "state.json").write_text('{"todos": ["by hand"]}')
    assert json.loads(stream.read()["data"])["kind"] == "edit"


def test_a_stream_that_nobody_reads_any_more_is_given_up(served: Served) -> None:
    stream = Stream(served, "todo")
    assert served.hall.streams == 1
    stream.response.close()
    stream.connection.close()
    wait_for(lambda: served.hall.streams == 0)


def test_there_is_a_most_number_of_streams(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES), streams=1) as served:
        stream = Stream(served, "todo")
        refused = served.get("/todo/-/events")
        assert (refused.status, refused.headers["retry-after"]) == (503, "1")
        stream.connection.close()


# Idempotency


def test_a_repeated_key_gives_the_first_answer_and_changes_nothing_again(served: Served) -> None:
    first = served.post("/todo/add", {"title": "x"}, idempotency_key="k1")
    again = served.post("/todo/add", {"title": "x"}, idempotency_key="k1")
    assert (again.status, again.body, again.headers["etag"]) == (
        first.status,
        first.body,
        first.headers["etag"],
    )
    assert again.headers["idempotent-replayed"] == "true"
    assert len(served.state("todo")["todos"]) == 2


def test_a_key_with_another_request_is_refused(served: Served) -> None:
    served.post("/todo/add", {"title": "x"}, idempotency_key="k1")
    assert served.post("/todo/add", {"title": "y"}, idempotency_key="k1").status == 422
    assert served.post("/other/add", {"title": "y"}, idempotency_key="k1").status != 422


def test_duplicates_that_arrive_together_do_the_work_once(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES, delay=0.3)) as served:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: served.post("/todo/add(x)", idempotency_key="k"), range(8)))
        assert {answered.status for answered in answers} == {200}
        assert len(served.state("todo")["todos"]) == 2


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, "no", "no", "no", functions(REPLIES)) as served:
        assert served.post("/todo/add(x)", idempotency_key="k").status == 502
        assert served.post("/todo/add(x)", idempotency_key="k").status == 200


# Errors


@pytest.mark.parametrize(
    ("target", "body", "expected"),
    [
        ("/nope/x", None, 404),
        ("/Bad..Name/x", None, 404),
        ("/favicon.ico", None, 404),
        ("/todo/-/nothing", None, 404),
        ("/todo/x", b"{", 400),
        ("/todo/x", b'{"a": NaN}', 400),
        ("/todo/x", b'{"a": 1, "a": 2}', 400),
        ("/todo/x", b"\xff", 400),
        ("/todo/x", b"[" * 500 + b"]" * 500, 400),
        ("/todo/x", b'"' + b"a" * 2**20 + b'"', 413),
        ("/todo/x%00", None, 400),
        ("/todo/" + "a" * 9000, None, 400),
    ],
)
def test_what_cannot_be_a_call_is_a_problem_document(
    served: Served, target: str, body: bytes | None, expected: int
) -> None:
    answered = served.post(target, body)
    assert (answered.status, answered.headers["content-type"]) == (expected, "application/problem+json")
    assert answered.json["status"] == expected
    assert {"type", "title", "detail"} <= answered.json.keys()
    assert not served.model.requests


def test_an_unknown_backend_lists_those_that_exist(served: Served) -> None:
    problem = served.get("/tood/get_all()").json
    assert problem["backends"] == ["other", "todo"]
    assert problem["type"] == "urn:backendgpt:backend-not-found"


def test_a_backend_that_was_removed_meanwhile_is_unknown(served: Served) -> None:
    assert served.get("/todo/-/state").status == 200
    served.hall.home.remove("todo")
    for target in ("/todo/-/state", "/todo/-/log", "/todo/get_all()"):
        answered = served.get(target)
        assert (answered.status, answered.json["backends"]) == (404, ["other"])


def test_an_unusable_answer_is_a_bad_gateway(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, "no function at all") as served:
        answered = served.get("/todo/add(x)")
        assert (answered.status, answered.json["reply"]) == (502, "no function at all")
        assert served.state("todo") == TODO


def test_a_model_that_cannot_be_reached_says_when_to_try_again(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, status(401)) as served:
        answered = served.get("/todo/add(x)")
        assert (answered.status, answered.headers["retry-after"]) == (503, "5")


def test_a_deadline_that_passes_is_a_gateway_timeout(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, hang, timeout=0.4) as served:
        assert served.get("/todo/add(x)").status == 504


def test_more_calls_than_may_run_are_told_to_wait(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, hang, calls=1, timeout=2) as served:
        first = threading.Thread(target=lambda: served.get("/todo/slow()"))
        first.start()
        wait_for(lambda: served.hall.running == 1)
        answered = served.get("/todo/slow()")
        assert (answered.status, answered.headers["retry-after"]) == (503, "1")
        first.join()


def test_a_damaged_backend_spoils_neither_the_list_nor_the_others(served: Served, tmp_path: Path) -> None:
    (tmp_path / "other" / "history.jsonl").write_bytes(b"nonsense\nnonsense\n")
    (tmp_path / "other" / "state.json").unlink()
    listed = {backend["name"]: backend for backend in served.get("/-/backends").json}
    assert "repair" in served.get("/other/-/state").json["hint"]
    assert "error" in listed["other"]
    assert served.get("/todo/get_all()").status == 200


def test_the_environment_never_shows_in_an_error(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, status(401, message="bad key")) as served:
        assert b"a-key-of-the-test" not in served.get("/todo/add(x)").body


# Offline


def test_offline_names_what_it_does_not_know(tmp_path: Path) -> None:
    env = {"BGPT_HOME": str(tmp_path), "BGPT_MODEL": "openai/wire", "OPENAI_BASE_URL": refused_url()}
    Backend.create("todo", "todos", TODO, runtime=Runtime(env))
    with serving(tmp_path, {}, "unused", runtime=OfflineRuntime(env), offline=True) as served:
        answered = served.get("/todo/add_todo(x)")
        assert (answered.status, "'add_todo'" in answered.json["detail"]) == (501, True)
        assert not served.model.requests


# The access log


def test_a_line_says_what_was_asked_and_what_came_of_it(served: Served) -> None:
    served.post("/todo/add_todo(a%20b)")
    line = served.logged("\n")
    assert line.startswith("POST /todo/add_todo(a b) 200 0.")
    assert line.endswith("s model rev 2\n")


def test_the_log_can_be_json(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES), log_json=True) as served:
        served.get("/todo/get_all()")
        line = json.loads(served.logged("\n"))
        assert (line["method"], line["path"], line["status"], line["source"], line["revision"]) == (
            "GET", "/todo/get_all()", 200, "model", 1,
        )  # fmt: skip


def test_nothing_in_a_request_can_forge_a_line_or_drive_a_terminal(served: Served) -> None:
    with contextlib.suppress(http.client.HTTPException):
        served.get("/todo/a%0AGET%20/x%20200%1B%5B2J%E2%80%AE%FF")
    served.get("/todo/get_all()")
    lines = served.logged("get_all").splitlines()
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)


def test_the_model_is_asked_once_for_one_call(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, answer("```python\n" + REPLIES["get_all"] + "\n```")) as served:
        served.get("/todo/get_all()")
        assert len(served.model.requests) == 1


def test_polling_for_other_processes_is_quick_enough_to_feel_live() -> None:
    assert events.POLL_SECONDS <= 0.5


# Learned routes


def test_a_learned_route_answers_without_the_model_and_says_so(served: Served) -> None:
    sources = [served.get(f"/todo/add({title})").headers["backendgpt-source"] for title in ("a", "b", "c")]
    assert (sources, len(served.model.requests)) == (["model", "model", "route"], 2)
    assert "GET /todo/add(c) 200" in served.logged("learned rev 4")


def test_offline_answers_what_was_learned(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES)) as online:
        for title in ("a", "b"):
            online.get(f"/todo/add({title})")
    with serving(tmp_path, {}, runtime=OfflineRuntime({"BGPT_HOME": str(tmp_path)}), offline=True) as served:
        assert served.get("/todo/add(c)").status == 200
        assert served.get("/todo/get_all()").status == 501
