"""Which model is asked: the order of the sources, the forms of the names, and the user's default."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, ModelUnavailable, UsageError
from backendgpt.models import Message, embedded, weights
from backendgpt.models.chat import ChatModel
from backendgpt.models.config import default_model, set_default_model
from backendgpt.models.litellm import LiteLLMModel
from backendgpt.models.prices import cost
from backendgpt.models.resolve import PROVIDERS, Provider, choose, open_model, resolve
from tests.wire import ChatServer, hang, refused_url

MESSAGES = [Message("user", "Hello")]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"BGPT_HOME": str(tmp_path), "OLLAMA_HOST": refused_url().removesuffix("/v1")}


def test_each_source_yields_to_the_one_before_it(env: dict[str, str]) -> None:
    with ChatServer(models=["llama3.2:3b", "nomic-embed-text", "qwen2.5-coder:7b"]) as ollama:
        env["OLLAMA_HOST"] = ollama.url.removesuffix("/v1")
        assert choose(env=env).name == "ollama/qwen2.5-coder:7b"
        env["ANTHROPIC_API_KEY"] = "k"
        assert choose(env=env).name == "anthropic/claude-haiku-4-5"
        env["OPENAI_API_KEY"] = "k"
        assert choose(env=env).name == "openai/gpt-4.1-mini"
        set_default_model("groq/x", env)
        assert choose(env=env).name == "groq/x"
        assert choose(env=env, spec_model="spec/x").name == "spec/x"
        env["BGPT_MODEL"] = "env/x"
        assert choose(env=env, spec_model="spec/x").name == "env/x"
        assert choose("asked/x", env=env, spec_model="spec/x").name == "asked/x"


@pytest.mark.skipif(not embedded.available(), reason="needs the [local] extra")
def test_the_embedded_model_is_the_last_resort(env: dict[str, str]) -> None:
    assert choose(env=env).name == f"local/{weights.DEFAULT}"
    with pytest.raises(ModelUnavailable, match="are not on this machine") as caught:
        resolve(env=env)
    assert caught.value.hint == f"bgpt models pull {weights.DEFAULT}"


def test_without_any_model_the_error_says_what_to_do(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)  # as if it were not installed
    with pytest.raises(ModelUnavailable, match="no key in the environment, no Ollama") as caught:
        resolve(env=env)
    assert 'pip install "backendgpt[local]"' in caught.value.hint
    with pytest.raises(ModelUnavailable, match="needs a runtime") as caught:
        resolve("local/qwen2.5-coder-0.5b", env=env)
    assert caught.value.hint == 'pip install "backendgpt[local]"'


def test_an_ollama_that_does_not_answer_costs_a_third_of_a_second(env: dict[str, str]) -> None:
    with ChatServer(models=hang) as server:
        env["OLLAMA_HOST"] = server.url.removesuffix("/v1")
        started = time.monotonic()
        with suppress(ModelUnavailable):  # where the embedded model's runtime is not installed
            assert not choose(env=env).name.startswith("ollama/")
        assert time.monotonic() - started < 0.6


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=PROVIDERS)
def test_a_key_in_the_environment_is_enough(provider: Provider, env: dict[str, str]) -> None:
    env[provider.key_variable] = "k"
    model = resolve(env=env)
    assert model.name == f"{provider.name}/{provider.default}"
    assert isinstance(model, ChatModel if provider.api_base else LiteLLMModel)
    if provider.name != "openrouter":  # its prices are not in the list
        assert cost(model.name, 1000, 0, 100)


NAMES = [
    ("openai/gpt-4o-mini", "openai/gpt-4o-mini", ChatModel),
    ("gpt-4o-mini", "openai/gpt-4o-mini", ChatModel),
    ("o4-mini", "openai/o4-mini", ChatModel),
    ("claude-haiku-4-5", "anthropic/claude-haiku-4-5", LiteLLMModel),
    ("gemini-2.5-flash", "gemini/gemini-2.5-flash", LiteLLMModel),
    ("groq/openai/gpt-oss-20b", "groq/openai/gpt-oss-20b", ChatModel),
    ("ollama/qwen2.5-coder", "ollama/qwen2.5-coder", ChatModel),
    ("cohere_chat/command-r", "cohere_chat/command-r", LiteLLMModel),
    ("http://127.0.0.1:9/v1#some/model", "http://127.0.0.1:9/v1#some/model", ChatModel),
]


@pytest.mark.parametrize(("name", "full", "driver"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_finds_its_driver(name: str, full: str, driver: type, env: dict[str, str]) -> None:
    model = open_model(name, env | {"OPENAI_API_KEY": "k", "GROQ_API_KEY": "k"})
    assert model.name == full
    assert isinstance(model, driver)


BAD_NAMES: list[tuple[str, type[BackendGPTError], str]] = [
    ("openai/gpt-4o-mini", ModelUnavailable, "needs a key in OPENAI_API_KEY"),
    ("my-model", ModelUnavailable, "No provider is known"),
    ("http://", UsageError, "is not the address"),
    ("http://[::1/v1#m", UsageError, "is not the address"),
    ("http://host:99999999/v1#m", UsageError, "is not the address"),
    ("openai/\x1b[31m", UsageError, "cannot name a model"),
    (" ", UsageError, "cannot name a model"),
]


@pytest.mark.parametrize(("name", "error", "words"), BAD_NAMES, ids=[repr(row[0]) for row in BAD_NAMES])
def test_a_name_that_cannot_be_used_says_why(
    name: str, error: type[BackendGPTError], words: str, env: dict[str, str]
) -> None:
    with pytest.raises(error, match=words) as caught:
        open_model(name, env)
    assert caught.value.hint


def test_a_key_with_a_line_break_is_refused_without_showing_it(env: dict[str, str]) -> None:
    with pytest.raises(ModelUnavailable, match="OPENAI_API_KEY has characters") as caught:
        open_model("gpt-4o-mini", env | {"OPENAI_API_KEY": "sk-one\nsk-two"})
    assert "sk-one" not in str(caught.value)


def test_a_base_url_in_the_environment_is_asked_for_its_model_and_gets_the_key(env: dict[str, str]) -> None:
    with ChatServer("hi", models=["served-model"]) as server:
        model = resolve(env=env | {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "k"})
        assert model.complete(MESSAGES, max_tokens=64, deadline=Deadline(5)).text == "hi"
    assert model.name == "openai/served-model"
    assert server.requests[0].body["model"] == "served-model"
    assert server.requests[0].headers["authorization"] == "Bearer k"


def test_a_base_url_in_the_environment_is_not_for_other_providers(env: dict[str, str]) -> None:
    with pytest.raises(ModelUnavailable, match="needs a key in GROQ_API_KEY"):
        resolve("groq/x", env=env | {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_API_KEY": "k"})


@pytest.mark.parametrize("suffix", ["", "#served-model"])
def test_an_endpoint_named_by_its_url_never_gets_a_key_and_costs_nothing_here(
    suffix: str, env: dict[str, str]
) -> None:
    with ChatServer("hi", models=["served-model"]) as server:
        model = resolve(server.url + suffix, env=env | {"OPENAI_API_KEY": "k"})
        got = model.complete(MESSAGES, max_tokens=64, deadline=Deadline(5))
    assert (got.model, got.cost) == (f"{server.url}#served-model", 0.0)
    assert server.requests[0].body["model"] == "served-model"
    assert "authorization" not in server.requests[0].headers


HOSTS = ["{host}:{port}", "http://{host}:{port}", "http://{host}:{port}/", "0.0.0.0:{port}", ":{port}"]


@pytest.mark.parametrize("form", HOSTS)
def test_ollama_is_found_wherever_its_variable_says(form: str, env: dict[str, str]) -> None:
    with ChatServer("hi", models=["m"]) as server:
        host, port = server.url.removeprefix("http://").removesuffix("/v1").split(":")
        model = resolve(env=env | {"OLLAMA_HOST": form.format(host=host, port=port)})
        got = model.complete(MESSAGES, max_tokens=64, deadline=Deadline(5))
    assert (got.text, got.model, got.cost) == ("hi", "ollama/m", 0.0)


def test_the_default_can_be_set_and_taken_out_and_other_keys_stay(env: dict[str, str]) -> None:
    assert default_model(env) is None
    path = Path(env["BGPT_HOME"], "config.toml")
    path.write_text('colour = "never"\n')
    set_default_model("openai/x", env)
    assert default_model(env) == "openai/x"
    set_default_model(None, env)
    assert path.read_text() == 'colour = "never"\n'


def test_a_broken_configuration_is_named(env: dict[str, str]) -> None:
    Path(env["BGPT_HOME"], "config.toml").write_text("model = ")
    with pytest.raises(UsageError, match=r"config\.toml' is not TOML"):
        choose(env=env)
