"""Attacks on `bgpt serve`, each tried over a real socket and refused, with the state as it was."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from backendgpt.errors import UsageError
from backendgpt.jsonvalue import Json
from backendgpt.server.guard import foreign
from backendgpt.server.settings import Settings
from tests.serving import Answer, Served, functions, serving, wait_for

TODO: Json = {"todos": ["keep me"]}
DELETE = {"": 'def handle(state, args):\n    state["todos"] = []\n    return "deleted"'}
PAGE = "http://localhost:3000"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "secret.txt").write_text("secret")
    with serving(tmp_path / "home", {"todo": TODO, "other": {"secret": 1}}, functions(DELETE)) as served:
        yield served
        assert served.state("todo") == TODO, "an attack changed the state"
        assert not served.model.requests, "an attack reached the model"


ATTACKS: dict[str, tuple[str, str, dict[str, str], int]] = {
    "rebinding: another name points here": ("GET", "/todo/clear()", {"host": "evil.example:8000"}, 421),
    "rebinding: a name that begins like ours": (
        "GET", "/todo/clear()", {"host": "localhost.evil.example"}, 421,
    ),
    "rebinding: a name that ends like ours": ("GET", "/todo/clear()", {"host": "evil-localhost"}, 421),
    "rebinding: an address of another machine": ("GET", "/todo/clear()", {"host": "192.168.1.7"}, 421),
    "rebinding: user info in front": ("GET", "/todo/clear()", {"host": "localhost@evil.example"}, 421),
    "CSRF: <img> on another site": (
        "GET", "/todo/clear()", {"sec_fetch_site": "cross-site", "sec_fetch_dest": "image"}, 403,
    ),
    "CSRF: <img> on another port of this machine": (
        "GET", "/todo/clear()", {"sec_fetch_site": "same-site", "sec_fetch_dest": "image"}, 403,
    ),
    "CSRF: a link on another site": (
        "GET", "/todo/clear()", {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"}, 403,
    ),
    "CSRF: a form on another site": (
        "POST", "/todo/clear()",
        {"origin": "https://evil.example", "content_type": "application/x-www-form-urlencoded"}, 403,
    ),
    "CSRF: a form from a sandboxed frame": ("POST", "/todo/clear()", {"origin": "null"}, 403),
    "CSRF: an origin that begins like ours": (
        "POST", "/todo/-/undo", {"origin": "http://127.0.0.1.evil.example"}, 403,
    ),
    "CSRF: our host, another port": ("POST", "/todo/clear()", {"origin": "http://127.0.0.1:1"}, 403),
    "CSRF: reading the state": ("GET", "/todo/-/state", {"origin": "https://evil.example"}, 403),
    "CSRF: a preflight": (
        "OPTIONS", "/todo/-/state",
        {"origin": "https://evil.example", "access_control_request_method": "PUT"}, 403,
    ),
    "CSRF: HEAD": ("HEAD", "/todo/clear()", {"sec_fetch_site": "cross-site"}, 403),
    "traversal: encoded dots": ("GET", "/%2e%2e%2fsecret.txt", {}, 404),
    "traversal: as a name": ("GET", "/..%2fhome%2fother/-/state", {}, 404),
    "traversal: in a reserved path": ("GET", "/%2e%2e/-/state", {}, 404),
    "traversal: twice encoded": ("GET", "/%252e%252e%252fsecret.txt/-/log", {}, 404),
    "traversal: backslashes": ("GET", "/..%5c..%5csecret.txt/x", {}, 404),
    "traversal: a hidden folder": ("GET", "/.todo.lock/-/state", {}, 404),
    "NUL in a name": ("GET", "/todo%00/clear()", {}, 400),
    "NUL in a call": ("GET", "/todo/clear(%00)", {}, 400),
    "NUL in a reserved path": ("GET", "/todo%00/-/state", {}, 404),
    "escape sequence in a call": ("GET", "/todo/clear(%1b[2J)", {}, 400),
    "header injection by the path": ("GET", "/nope%0d%0aSet-Cookie:%20a=b/x", {}, 404),
    "a key without an end": ("POST", "/todo/clear()", {"idempotency_key": "k" * 300}, 400),
    "an event id that is none": ("GET", "/todo/-/events", {"last_event_id": "1; drop"}, 400),
    "a method of one's own": ("PROPFIND", "/todo/clear()", {}, 405),
}  # fmt: skip


@pytest.mark.parametrize(("method", "target", "headers", "expected"), ATTACKS.values(), ids=ATTACKS.keys())
def test_an_attack_is_refused(
    served: Served, method: str, target: str, headers: dict[str, str], expected: int
) -> None:
    answered = served.send(method, target, **headers)
    assert answered.status == expected
    assert "set-cookie" not in answered.headers
    assert "access-control-allow-origin" not in answered.headers
    assert b"secret" not in answered.body.replace(b"secret.txt", b"")


def test_a_line_break_in_a_call_ends_in_no_header(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(DELETE)) as served:
        answered = served.get("/todo/clear(%0d%0aSet-Cookie:%20a=b)", idempotency_key="k")
        assert (answered.status, "set-cookie" in answered.headers) == (200, False)
        assert len(served.logged("clear").splitlines()) == 1


def test_a_body_that_announces_a_gigabyte_is_refused_before_it_is_sent(served: Served) -> None:
    with served.raw() as connection:
        connection.sendall(
            b"POST /todo/clear() HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n"
        )
        assert b" 413 " in connection.recv(4096)


def test_a_body_without_an_end_is_cut_off(served: Served) -> None:
    megabytes = 0
    with served.raw() as connection, contextlib.suppress(ConnectionError):
        connection.sendall(
            b"POST /todo/clear() HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        while megabytes < 100:
            connection.sendall(b"100000\r\n" + b"a" * 2**20 + b"\r\n")
            megabytes += 1
    assert megabytes < 100


@pytest.mark.parametrize("bomb", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 101 + b"]" * 101])
def test_a_depth_bomb_is_refused(served: Served, bomb: bytes) -> None:
    answered = served.post("/todo/clear()", bomb)
    assert (answered.status, "nested" in answered.json["detail"]) == (400, True)
    assert served.send("PUT", "/todo/-/state", bomb).status == 400


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET /todo/clear() HT", b"GET /todo/clear() HTTP/1.1\r\nHost: localhost\r\nX-Slow: a"],
    ids=["nothing", "half a request line", "headers without an end"],
)
def test_slow_headers_end_in_a_hang_up(tmp_path: Path, sent: bytes) -> None:
    with serving(tmp_path, {}, header_seconds=0.4) as served, served.raw() as connection:
        connection.sendall(sent)
        assert closed_within(connection, 2)


def test_slow_headers_of_a_second_request_end_in_a_hang_up(tmp_path: Path) -> None:
    with serving(tmp_path, {}, header_seconds=0.4) as served, served.raw() as connection:
        connection.sendall(b"GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b" 200 " in connection.recv(4096)
        time.sleep(0.6)  # An idle connection stays open: it costs nothing.
        connection.sendall(b"GET /-/hea")
        assert closed_within(connection, 2)


def test_a_slow_body_ends_in_a_timeout(tmp_path: Path) -> None:
    with (
        serving(tmp_path, {"todo": TODO}, functions(DELETE), body_seconds=0.4) as served,
        served.raw() as slow,
    ):
        slow.sendall(b"POST /todo/clear() HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{")
        assert b" 408 " in slow.recv(4096)
        assert served.state("todo") == TODO


def test_slow_clients_do_not_keep_others_waiting(served: Served) -> None:
    slow = [served.raw() for _ in range(100)]
    for connection in slow:
        connection.sendall(b"GET /todo/x HTTP/1.1\r\n")
    started = time.monotonic()
    assert served.get("/todo/-/state").status == 200
    assert time.monotonic() - started < 1
    for connection in slow:
        connection.close()


@pytest.mark.parametrize(
    "head",
    [
        b"GET /todo/clear() HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /todo/" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /todo/clear() HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        b"GET /todo/clear() HTTP/1.0\r\n\r\n",
        b"POST /todo/clear() HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /todo/clear()\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /todo/clear() HTTP/1.1\r\nHost: localhost\r\nOrigin: a\rb\r\n\r\n",
    ],
    ids=["huge header", "huge path", "two hosts", "no host", "smuggling", "bare NUL", "bare CR in a header"],
)
def test_a_malformed_request_is_refused(served: Served, head: bytes) -> None:
    with served.raw() as connection:
        connection.sendall(head)
        status = int(connection.recv(4096).split()[1])
    assert 400 <= status < 500


# Origins that --cors names


def test_a_named_origin_may_call_and_read_the_answer(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(DELETE), cors=(PAGE,)) as served:
        answered = served.get("/todo/clear()", origin=PAGE, sec_fetch_site="same-site", sec_fetch_mode="cors")
        assert (answered.status, answered.headers["access-control-allow-origin"]) == (200, PAGE)
        assert "ETag" in answered.headers["access-control-expose-headers"]
        preflight = {"origin": PAGE, "access_control_request_method": "PATCH"}
        allowed = served.send(
            "OPTIONS", "/todo/items/3", **preflight, access_control_request_headers="idempotency-key"
        )
        assert allowed.status == 200
        assert "PATCH" in allowed.headers["access-control-allow-methods"]
        assert "idempotency-key" in allowed.headers["access-control-allow-headers"]
        assert served.get("/nope/x", origin=PAGE).headers["access-control-allow-origin"] == PAGE


@pytest.mark.parametrize(
    "origin",
    ["http://localhost:3001", "https://localhost:3000", "http://localhost:3000.evil.example", "null"],
)
def test_any_other_origin_may_not(tmp_path: Path, origin: str) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(DELETE), cors=(PAGE,)) as served:
        answered = served.get("/todo/clear()", origin=origin, sec_fetch_site="cross-site")
        assert answered.status == 403
        assert "access-control-allow-origin" not in answered.headers
        assert served.state("todo") == TODO


def test_a_page_of_a_named_origin_cannot_be_used_through_an_image(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(DELETE), cors=(PAGE,)) as served:
        assert served.get("/todo/clear()", sec_fetch_site="same-site", sec_fetch_mode="no-cors").status == 403


# Tokens


def get(served: Served, target: str, authorization: str | None) -> Answer:
    return served.get(target, **({} if authorization is None else {"authorization": authorization}))


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong-token",
        "Basic the-right-token",
        "Bearer the-right-toke",
        "Bearer the-right-tokens",
        "Bearer é",
    ],
)
def test_without_the_token_nothing_about_a_backend_is_said(tmp_path: Path, authorization: str | None) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(DELETE), token="the-right-token") as served:
        for target in ("/todo/clear()", "/todo/-/state", "/-/backends", "/-/openapi.json", "/nope/x"):
            answered = get(served, target, authorization)
            assert (answered.status, answered.headers["www-authenticate"]) == (401, "Bearer")
            assert b"todo" not in answered.body
        assert served.state("todo") == TODO
        assert get(served, "/-/health", authorization).status == 200


def test_with_the_token_calls_are_answered(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(DELETE), token="the-right-token") as served:
        assert get(served, "/todo/clear()", "Bearer the-right-token").json == "deleted"


def test_a_bind_beyond_this_machine_makes_a_token(tmp_path: Path) -> None:
    settings = Settings(host="0.0.0.0").checked()
    assert len(settings.token) >= 32
    assert settings.token != Settings(host="0.0.0.0").checked().token
    assert Settings(host="::1").checked().token == ""


# Settings and the guard, as tables


@pytest.mark.parametrize(
    "origin", ["*", "null", "localhost:3000", "http://a/b", "http://a b", "file://", "http://*.example"]
)
def test_what_is_no_origin_is_not_opened_up(origin: str) -> None:
    with pytest.raises(UsageError, match="not an origin"):
        Settings(cors=(origin,)).checked()


@pytest.mark.parametrize(
    ("bound", "header", "accepted"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "LOCALHOST:1", True),
        ("127.0.0.1", "10.0.0.7:8000", False),
        ("127.0.0.1", "name.of.mine", True),
        ("127.0.0.1", "evil.example", False),
        ("127.0.0.1", "", False),
        ("127.0.0.1", "127.0.0.1:8000@evil.example", False),
        ("0.0.0.0", "10.0.0.7:8000", True),
        ("0.0.0.0", "evil.example", False),
        ("0.0.0.0", socket.gethostname(), True),
        ("box.lan", "box.lan:8000", True),
    ],
)
def test_the_host_header_must_name_this_server(bound: str, header: str, accepted: bool) -> None:
    assert Settings(host=bound, hosts=("name.of.mine",)).accepts_host(header) is accepted


def test_our_own_pages_and_programs_pass() -> None:
    own = {"host": "localhost:8000", "origin": "http://localhost:8000", "sec-fetch-site": "same-origin"}
    typed = {"host": "localhost:8000", "sec-fetch-site": "none"}
    for headers in (own, typed, {"host": "localhost:8000"}):
        assert foreign(Settings(), "http", Headers(headers)) is None


def test_every_response_carries_the_security_headers(served: Served) -> None:
    for target in ("/-/", "/-/health", "/nope/x", "/todo/-/state", "/todo%00/x"):
        headers = served.get(target).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in served.get("/-/").headers["content-security-policy"]


def closed_within(connection: socket.socket, seconds: float) -> bool:
    connection.settimeout(seconds)
    with contextlib.suppress(ConnectionError):
        try:
            while connection.recv(4096):
                pass
        except TimeoutError:
            return False
    return True


def test_a_closed_connection_leaves_nothing_behind(served: Served) -> None:
    for _ in range(20):
        served.raw().close()
    wait_for(lambda: not served.server.server_state.connections)
