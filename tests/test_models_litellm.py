"""LiteLLM's side, against local servers that speak Anthropic's and Gemini's own formats."""

from __future__ import annotations

import inspect
import subprocess
import sys
import time

import pytest

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, DeadlineExceeded, ModelUnavailable, UnusableAnswer
from backendgpt.models import Completion, Message
from backendgpt.models.attempts import Transient
from backendgpt.models.chat import ChatModel
from backendgpt.models.litellm import STATUSES, LiteLLMModel, translate
from backendgpt.models.prices import cost
from tests.dialects import Usage
from tests.wire import (
    AnthropicServer,
    Behaviour,
    ChatServer,
    GeminiServer,
    answer,
    drip,
    hang,
    raw,
    refused_url,
    reset,
    status,
    truncate,
)

MESSAGES = (Message("system", "Be brief."), Message("user", "Hello \u2603"))
PROVIDERS: list[tuple[type[ChatServer], str]] = [
    (AnthropicServer, "anthropic/claude-haiku-4-5"),
    (GeminiServer, "gemini/gemini-2.5-flash"),
]
both = pytest.mark.parametrize(("kind", "name"), PROVIDERS, ids=["anthropic", "gemini"])


def ask(url: str, name: str, *, seconds: float = 20.0, stop: tuple[str, ...] = ()) -> Completion:
    model = LiteLLMModel(name, "secret-key", key_variable="SOME_API_KEY", api_base=url)
    return model.complete(MESSAGES, max_tokens=64, deadline=Deadline(seconds), stop=stop)


@both
def test_a_completion_carries_text_tokens_and_cost(kind: type[ChatServer], name: str) -> None:
    with kind(answer("Hi \u2603 END more", usage=Usage(input=1000, cached=400, output=20))) as server:
        got = ask(server.url, name, stop=("END",))
        seen = server.dialect.messages(server.requests[0].body)
    assert (got.text, got.model) == ("Hi \u2603 ", name)
    assert (got.input_tokens, got.cached_tokens, got.output_tokens) == (1000, 400, 20)
    assert got.cost == cost(name, 1000, 400, 20) != 0
    assert seen == [{"role": m.role, "content": m.content} for m in MESSAGES]


@pytest.mark.parametrize(
    "name",
    [
        "anthropic/claude-haiku-4-5",
        "gemini/gemini-2.5-flash",
        "openai/gpt-4o-mini",
        "groq/openai/gpt-oss-20b",
    ],
)
def test_our_prices_are_litellms(name: str) -> None:
    import litellm

    theirs = litellm.cost_per_token(
        name, prompt_tokens=1000, completion_tokens=20, cache_read_input_tokens=400, custom_llm_provider=None
    )
    assert cost(name, 1000, 400, 20) == pytest.approx(sum(theirs))


BAD: list[tuple[str, Behaviour, type[BackendGPTError], str]] = [
    ("wrong key", status(401, "no such key"), ModelUnavailable, "SOME_API_KEY was refused"),
    ("forbidden", status(403, "not here"), ModelUnavailable, "SOME_API_KEY was refused"),
    ("no such model", status(404, "unknown"), ModelUnavailable, "There is no model"),
    ("bad request", status(400, "too long"), ModelUnavailable, "refused the request (HTTP 400): too long"),
    ("HTML", raw("<html><h1>Hi</h1></html>", "text/html"), UnusableAnswer, "something else"),
    ("half a JSON", raw('{"content": [{"te'), UnusableAnswer, "something else"),
    ("JSON of another kind", raw("[1, 2]"), UnusableAnswer, "something else"),
    ("no text", answer(""), UnusableAnswer, "without any text"),
]  # fmt: skip


@both
@pytest.mark.parametrize(
    ("behaviour", "error", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_a_bad_answer_is_one_clear_error_that_the_direct_driver_gives_too(
    kind: type[ChatServer],
    name: str,
    behaviour: Behaviour,
    error: type[BackendGPTError],
    words: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with kind(behaviour) as server, pytest.raises(error) as caught:
        ask(server.url, name)
    assert type(caught.value) is error
    assert words in caught.value.message
    assert len(server.requests) == 1
    assert capfd.readouterr() == ("", "")
    with ChatServer(behaviour) as server:
        model = ChatModel(name, server.url, "k", key_variable="SOME_API_KEY")
        with pytest.raises(error) as direct:
            model.complete(MESSAGES, max_tokens=64, deadline=Deadline(5))
    if isinstance(direct.value, ModelUnavailable):
        assert str(direct.value) == str(caught.value)


@both
@pytest.mark.parametrize(
    "behaviour",
    [status(429, retry_after="0"), status(500), status(529), reset, truncate],
    ids=["429", "500", "529", "reset", "truncated"],
)
def test_what_may_pass_is_tried_again(kind: type[ChatServer], name: str, behaviour: Behaviour) -> None:
    with kind(behaviour, "fine") as server:
        assert ask(server.url, name).text == "fine"
    assert len(server.requests) == 2


@both
def test_there_are_at_most_two_retries(kind: type[ChatServer], name: str) -> None:
    with kind(status(500, retry_after="0")) as server, pytest.raises(ModelUnavailable, match="is failing"):
        ask(server.url, name)
    assert len(server.requests) == 3


@both
def test_retry_after_reaches_the_caller(kind: type[ChatServer], name: str) -> None:
    with kind(status(429, retry_after="30")) as server, pytest.raises(ModelUnavailable) as caught:
        ask(server.url, name, seconds=10)
    assert caught.value.retry_after == 30
    assert len(server.requests) == 1


@both
def test_a_refused_connection_is_said_at_once(kind: type[ChatServer], name: str) -> None:
    with pytest.raises(ModelUnavailable, match="connection was refused") as caught:
        ask(refused_url(), name)
    assert type(caught.value) is ModelUnavailable


@both
@pytest.mark.parametrize("behaviour", [hang, drip], ids=["hang", "drip"])
def test_the_deadline_is_hard(kind: type[ChatServer], name: str, behaviour: Behaviour) -> None:
    import litellm  # noqa: F401 - its import is not what is timed here

    started = time.monotonic()
    with kind(behaviour) as server, pytest.raises(DeadlineExceeded):
        ask(server.url, name, seconds=1)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("anthropic/claude-haiku-4-5", "needs a key in ANTHROPIC_API_KEY"),
        ("gemini/gemini-2.5-flash", "GEMINI_API_KEY"),
        ("nosuch/model", "No provider is known for 'nosuch/model'"),
    ],
)
def test_a_missing_key_or_an_unknown_provider_is_named_before_anything_is_sent(name: str, words: str) -> None:
    with pytest.raises(ModelUnavailable, match=words):
        LiteLLMModel(name).complete(MESSAGES, max_tokens=64, deadline=Deadline(20))


def test_every_exception_of_litellm_is_in_the_map() -> None:
    import litellm.exceptions

    found = [kind for _, kind in inspect.getmembers(litellm.exceptions, inspect.isclass)]
    classes = {kind for kind in found if issubclass(kind, Exception)}
    assert STATUSES.keys() <= {kind.__name__ for kind in classes}
    for kind in classes:  # OpenAIError is the root of most, and says nothing
        known = {base.__name__ for base in kind.__mro__} & STATUSES.keys()
        assert known - {"OpenAIError"} or kind.__name__ == "OpenAIError", kind


def test_an_exception_that_is_new_is_what_it_is_derived_from() -> None:
    class PerUserRateLimitError(type("RateLimitError", (Exception,), {})):  # type: ignore[misc]
        pass

    assert type(translate(PerUserRateLimitError("words"), "anthropic/x")) is Transient


@pytest.mark.parametrize("name", STATUSES)
def test_every_exception_becomes_an_error_of_ours(name: str) -> None:
    got = translate(type(name, (Exception,), {})("words"), "anthropic/x")
    passing = STATUSES[name] in (408, 429) or STATUSES[name] >= 500
    assert type(got) is (
        Transient if passing else UnusableAnswer if STATUSES[name] == 0 else ModelUnavailable
    )


def test_importing_the_driver_imports_neither_litellm_nor_httpx() -> None:
    code = "import sys, backendgpt.models.litellm as m; m.LiteLLMModel('a/b'); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "'backendgpt.models.litellm'" in loaded
    assert not [name for name in ("litellm", "openai", "httpx", "asyncio") if f"'{name}'" in loaded]
