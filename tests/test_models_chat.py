"""The direct driver against servers that behave well and badly, over real sockets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, Cancelled, DeadlineExceeded, ModelUnavailable, UnusableAnswer
from backendgpt.models import Completion, Message
from backendgpt.models.chat import ChatModel
from tests.dialects import Usage
from tests.wire import (
    Behaviour,
    ChatServer,
    Handler,
    answer,
    drip,
    drip_headers,
    flood,
    hang,
    raw,
    refused_url,
    reset,
    status,
    truncate,
)

MESSAGES = (Message("system", "Be brief."), Message("user", "Hello \u2603"))


def ask(
    server: ChatServer | str,
    *,
    seconds: float = 5.0,
    stop: tuple[str, ...] = (),
    name: str = "openai/gpt-4o-mini",
) -> Completion:
    url = server if isinstance(server, str) else server.url
    model = ChatModel(name, url, "sk-secret-secret-secret", key_variable="OPENAI_API_KEY")
    try:
        return model.complete(MESSAGES, max_tokens=64, deadline=Deadline(seconds), stop=stop)
    finally:
        model.close()


def test_a_completion_carries_text_tokens_and_cost() -> None:
    with ChatServer(answer("Hi \u2603", usage=Usage(input=1000, cached=400, output=20))) as server:
        got = ask(server)
    assert (got.text, got.model) == ("Hi \u2603", "openai/gpt-4o-mini")
    assert (got.input_tokens, got.cached_tokens, got.output_tokens) == (1000, 400, 20)
    assert got.cost == pytest.approx(600 * 1.5e-7 + 400 * 7.5e-8 + 20 * 6e-7)
    assert 0 < got.seconds < 5


def test_the_request_is_what_the_format_asks_for() -> None:
    with ChatServer("ok") as server:
        model = ChatModel("p/some/model", server.url + "/", "key", extra={"cache_prompt": True})
        model.complete(MESSAGES, max_tokens=64, deadline=Deadline(5), stop=["END"], extra={"id_slot": 1})
    request = server.requests[0]
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer key"
    assert request.body == {
        "model": "some/model",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Hello \u2603"},
        ],
        "max_tokens": 64,
        "temperature": 0,
        "stop": ["END"],
        "cache_prompt": True,
        "id_slot": 1,
    }


def test_the_text_ends_before_a_stop_string_even_if_the_server_ignores_it() -> None:
    with ChatServer("one END two") as server:
        assert ask(server, stop=("END",)).text == "one "


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
    handler.close_connection = True


BAD: list[tuple[str, Behaviour, type[BackendGPTError], str]] = [
    ("wrong key", status(401, "Incorrect API key"), ModelUnavailable, "OPENAI_API_KEY was refused"),
    ("forbidden", status(403), ModelUnavailable, "OPENAI_API_KEY was refused"),
    ("no such model", status(404, "model not found"), ModelUnavailable, "There is no model"),
    ("bad request", status(400, "too long"), ModelUnavailable, "refused the request (HTTP 400): too long"),
    ("no credit", status(429, "You exceeded your current quota"), ModelUnavailable, "no credit left"),
    ("redirect", status(302, raw="", location="https://example.com"), ModelUnavailable, "refused the"),
    ("HTML", raw("<html><h1>Hi</h1></html>", "text/html"), UnusableAnswer, "something else"),
    ("half a JSON", raw('{"choices": [{"message": {"con'), UnusableAnswer, "something else"),
    ("invalid UTF-8", raw(b'{"choices": "\xff\xfe"}'), UnusableAnswer, "not UTF-8"),
    ("a depth bomb", raw("[" * 100_000), UnusableAnswer, "nested more than"),
    ("JSON of another kind", raw("[1, 2]"), UnusableAnswer, "without any text"),
    ("null text", raw('{"choices": [{"message": {"content": null}}]}'), UnusableAnswer, "without any text"),
    ("no text", raw('{"choices": [{"finish_reason": "length", "message": {"content": ""}}]}'), UnusableAnswer,
     "finish_reason: length"),
    ("an error inside a 200", raw('{"error": {"message": "no", "code": 401}}'), ModelUnavailable, "refused"),
    ("10 MB of 'a'", flood(10 * 2**20), UnusableAnswer, "longer than"),
    ("not HTTP", no_http, ModelUnavailable, "does not speak HTTP"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("behaviour", "error", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_a_bad_answer_is_one_clear_error_and_is_not_asked_for_again(
    behaviour: Behaviour, error: type[BackendGPTError], words: str
) -> None:
    with ChatServer(behaviour) as server, pytest.raises(error) as caught:
        ask(server)
    assert type(caught.value) is error
    assert words in caught.value.message
    assert "secret" not in caught.value.message
    assert len(server.requests) == 1


def test_a_flood_costs_neither_time_nor_memory() -> None:
    started = time.monotonic()
    with ChatServer(flood(10 * 2**30)) as server, pytest.raises(UnusableAnswer, match="longer than"):
        ask(server)
    assert time.monotonic() - started < 1


def test_a_refused_connection_is_said_at_once() -> None:
    with pytest.raises(ModelUnavailable, match="connection was refused"):
        ask(refused_url())


PASSING: list[tuple[str, Behaviour]] = [
    ("500", status(500)),
    ("503", status(503, raw="<html>busy</html>")),
    ("429", status(429, retry_after="0")),
    ("reset", reset),
    ("truncated", truncate),
]


@pytest.mark.parametrize("behaviour", [row[1] for row in PASSING], ids=[row[0] for row in PASSING])
def test_what_may_pass_is_tried_again(behaviour: Behaviour) -> None:
    with ChatServer(behaviour, "fine") as server:
        assert ask(server).text == "fine"
    assert len(server.requests) == 2


def test_there_are_at_most_two_retries() -> None:
    failing = ChatServer(status(500, "out of order", retry_after="0"))
    with failing as server, pytest.raises(ModelUnavailable, match=r"is failing \(HTTP 500\): out of order"):
        ask(server)
    assert len(server.requests) == 3


def test_retry_after_is_honoured() -> None:
    with ChatServer(status(429, retry_after="1"), "fine") as server:
        assert 1.0 <= ask(server).seconds < 2.0


def test_a_retry_after_beyond_the_deadline_gives_up_at_once() -> None:
    started = time.monotonic()
    with ChatServer(status(429, retry_after="30")) as server, pytest.raises(ModelUnavailable) as caught:
        ask(server, seconds=2)
    assert time.monotonic() - started < 0.5
    assert caught.value.retry_after == 30
    assert caught.value.hint == "Try again in 30 s."


SLOW: list[tuple[str, Behaviour]] = [("hang", hang), ("drip", drip), ("drip of headers", drip_headers)]


@pytest.mark.parametrize("behaviour", [row[1] for row in SLOW], ids=[row[0] for row in SLOW])
def test_the_deadline_is_hard(behaviour: Behaviour) -> None:
    started = time.monotonic()
    with ChatServer(behaviour) as server, pytest.raises(DeadlineExceeded):
        ask(server, seconds=0.5)
    assert 0.5 <= time.monotonic() - started < 0.7


@pytest.mark.parametrize("behaviour", [row[1] for row in SLOW], ids=[row[0] for row in SLOW])
def test_cancelling_ends_a_blocked_request_and_its_thread(behaviour: Behaviour) -> None:
    threads = threading.active_count()
    with ChatServer(behaviour) as server:
        model, deadline = ChatModel("test/m", server.url), Deadline(30)
        started = time.monotonic()
        threading.Timer(0.05, deadline.cancel).start()
        with pytest.raises(Cancelled):
            model.complete(MESSAGES, max_tokens=64, deadline=deadline)
        assert time.monotonic() - started < 0.15
        assert eventually(lambda: not any(t.name == "backendgpt-model" for t in threading.enumerate()))
    assert eventually(lambda: threading.active_count() <= threads)


def test_cancelling_ends_the_pause_before_a_retry() -> None:
    with ChatServer(status(429, retry_after="20")) as server:
        deadline = Deadline(30)
        threading.Timer(0.2, deadline.cancel).start()
        started = time.monotonic()
        with pytest.raises(Cancelled):
            ChatModel("test/m", server.url).complete(MESSAGES, max_tokens=64, deadline=deadline)
    assert time.monotonic() - started < 0.4


def test_connections_are_reused_and_a_stale_one_is_replaced() -> None:
    ports: list[int] = []

    def behave(handler: Handler, close: bool) -> None:
        ports.append(handler.client_address[1])
        answer("ok")(handler)
        handler.close_connection = close

    steps = [partial(behave, close=close) for close in (False, True, False)]
    with ChatServer(*steps) as server:
        model, deadline = ChatModel("test/m", server.url), Deadline(5)
        for _ in steps:
            model.complete(MESSAGES, max_tokens=64, deadline=deadline)
        assert deadline.elapsed < 0.4  # no pause, as before a retry
    assert ports[0] == ports[1] != ports[2]
    assert len(server.requests) == 3


def test_one_model_serves_many_threads() -> None:
    with ChatServer(answer(lambda messages: messages[-1]["content"], delay=0.05)) as server:
        model, texts = ChatModel("test/m", server.url), [str(n) for n in range(50)]
        got: dict[str, str] = {}

        def work(text: str) -> None:
            message = Message("user", text)
            got[text] = model.complete([message], max_tokens=64, deadline=Deadline(10)).text

        threads = [threading.Thread(target=work, args=(text,)) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert got == {text: text for text in texts}


def picky(handler: Handler) -> None:
    """Refuse max_tokens and temperature, one at a time, as OpenAI's reasoning models do."""
    body = handler.request_seen.body
    if "max_tokens" in body:
        refuse = "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."
    elif "temperature" in body:
        refuse = "Unsupported value: 'temperature' does not support 0 with this model."
    else:
        return answer("ok")(handler)
    return status(400, refuse)(handler)


def test_parameters_that_a_model_does_not_support_are_left_out_from_then_on() -> None:
    with ChatServer(picky) as server:
        model = ChatModel("openai/o9", server.url)
        for _ in range(2):
            assert model.complete(MESSAGES, max_tokens=64, deadline=Deadline(5)).text == "ok"
    assert len(server.requests) == 4
    assert server.requests[-1].body["max_completion_tokens"] == 64
    assert not {"max_tokens", "temperature"} & server.requests[-1].body.keys()


def eventually(condition: Callable[[], bool], seconds: float = 2.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not condition():
        time.sleep(0.01)
    return condition()
