"""Which model to ask: the first that somebody named, or else the first that is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable, UsageError
from backendgpt.jsonvalue import JsonError, loads
from backendgpt.models import Model, weights
from backendgpt.models.config import default_model
from backendgpt.models.refusals import at, missing_key

OLLAMA_TIMEOUT = 0.3
"""Seconds in which a local Ollama has to say which models it has."""


@dataclass(frozen=True)
class Provider:
    """A provider that is asked if its key is in the environment.

    Attributes:
        name: What stands before the slash of its models' names.
        key_variable: The environment variable that holds the key.
        default: The model that is asked if nobody named one: small and fast.
        api_base: Where it speaks chat completions; None leaves it to LiteLLM.
    """

    name: str
    key_variable: str
    default: str
    api_base: str | None = None


PROVIDERS = {
    provider.name: provider
    for provider in (
        Provider("openai", "OPENAI_API_KEY", "gpt-4.1-mini", "https://api.openai.com/v1"),
        Provider("anthropic", "ANTHROPIC_API_KEY", "claude-haiku-4-5"),
        Provider("gemini", "GEMINI_API_KEY", "gemini-2.5-flash-lite"),
        Provider("groq", "GROQ_API_KEY", "openai/gpt-oss-20b", "https://api.groq.com/openai/v1"),
        Provider("openrouter", "OPENROUTER_API_KEY", "openai/gpt-4.1-mini", "https://openrouter.ai/api/v1"),
        Provider("mistral", "MISTRAL_API_KEY", "codestral-latest", "https://api.mistral.ai/v1"),
        Provider("deepseek", "DEEPSEEK_API_KEY", "deepseek-v4-flash", "https://api.deepseek.com/v1"),
        Provider("xai", "XAI_API_KEY", "grok-4.20-non-reasoning", "https://api.x.ai/v1"),
        Provider("cerebras", "CEREBRAS_API_KEY", "gpt-oss-120b", "https://api.cerebras.ai/v1"),
    )
}
"""In the order in which their keys are looked for. Names and prices are in the list that LiteLLM ships."""

_BARE = {"openai": r"(gpt|chatgpt|o\d)-?.*", "anthropic": "claude-.*", "gemini": "gemini-.*"}


@dataclass(frozen=True)
class Choice:
    """Which model is asked, and why that one."""

    name: str
    reason: str


def resolve(asked: str | None = None, *, env: Mapping[str, str], spec_model: str | None = None) -> Model:
    """Return the model to ask.

    Args:
        asked: What `--model` says.
        env: The environment.
        spec_model: What the backend's spec says.

    Raises:
        ModelUnavailable: There is none, or the one that was named cannot be used.
        UsageError: What was named cannot be a model's name, or the user's configuration is broken.
    """
    return open_model(choose(asked, env=env, spec_model=spec_model).name, env)


def choose(asked: str | None = None, *, env: Mapping[str, str], spec_model: str | None = None) -> Choice:
    """Say which model `resolve` would take, and why; opens nothing, but asks a local Ollama what it has.

    Raises:
        ModelUnavailable, UsageError: As `resolve`.
    """
    if asked:
        return Choice(asked, "you asked for it")
    if named := env.get("BGPT_MODEL"):
        return Choice(named, "BGPT_MODEL names it")
    if spec_model:
        return Choice(spec_model, "the backend's spec names it")
    if default := default_model(env):
        return Choice(default, "it is your default (bgpt models default)")
    return _found(env)


def _found(env: Mapping[str, str]) -> Choice:
    if base := env.get("OPENAI_BASE_URL"):
        model = next(iter(_models(f"{base.rstrip('/')}/models")), PROVIDERS["openai"].default)
        return Choice(f"openai/{model}", "OPENAI_BASE_URL is set")
    for provider in PROVIDERS.values():
        if env.get(provider.key_variable):
            return Choice(f"{provider.name}/{provider.default}", f"{provider.key_variable} is set")
    if installed := _ollama_model(env):
        return Choice(f"ollama/{installed}", f"Ollama has it at {_ollama_url(env)}")
    from backendgpt.models import embedded

    if embedded.available():
        return Choice(f"local/{weights.DEFAULT}", "it is the embedded model, and nothing else was found")
    raise ModelUnavailable(
        "There is no model to ask: no key in the environment, no Ollama, no embedded model.",
        hint='pip install "backendgpt[local]", or export OPENAI_API_KEY=..., or start Ollama.',
    )


def open_model(name: str, env: Mapping[str, str]) -> Model:
    """Return the driver for a model's name.

    Args:
        name: `openai/gpt-4o-mini`, `ollama/qwen2.5-coder`, `local/qwen2.5-coder-1.5b`, a path that ends in
            .gguf, `http://host:port/v1#model`, or another PROVIDER/MODEL that LiteLLM knows.
        env: The environment, for keys and addresses.

    Raises:
        ModelUnavailable, UsageError: As `resolve`.
    """
    if not name.isprintable() or not name.strip():
        raise UsageError(f"{name!r} cannot name a model.", hint="e.g. openai/gpt-4o-mini; bgpt models")
    if name.startswith("local/") or name.endswith(".gguf") or name in weights.CATALOGUE:
        return _embedded(name.removeprefix("local/"), env)
    if name.startswith(("http://", "https://")):
        return _custom(name)
    provider, slash, model = name.partition("/")
    if not slash:
        provider, model = _provider_of(name), name
    if provider == "ollama":
        return _chat(f"ollama/{model}", f"{_ollama_url(env)}/v1")
    known = PROVIDERS.get(provider)
    if known is None or known.api_base is None:
        return _through_litellm(f"{provider}/{model}", env)
    key, base = env.get(known.key_variable), env.get("OPENAI_BASE_URL") if provider == "openai" else None
    if not key and not base:
        raise missing_key(name, known.key_variable)
    return _chat(f"{provider}/{model}", base or known.api_base, key, known.key_variable)


def _embedded(model: str, env: Mapping[str, str]) -> Model:
    from backendgpt.models import embedded

    if not embedded.available():
        raise ModelUnavailable(
            f"The embedded model '{model}' needs a runtime that is not installed.",
            hint='pip install "backendgpt[local]"',
        )
    return embedded.EmbeddedModel(model, env)


def _custom(name: str) -> Model:
    """Open an endpoint given by its URL. It gets no key: a spec must not be able to send yours anywhere."""
    base, _, model = name.partition("#")
    model = model or next(iter(_models(f"{base.rstrip('/')}/models")), "default")
    return _chat(f"{base}#{model}", base, model=model)


def _through_litellm(name: str, env: Mapping[str, str]) -> Model:
    from backendgpt.models.litellm import LiteLLMModel

    provider = name.partition("/")[0]
    known = PROVIDERS.get(provider)
    variable = known.key_variable if known else f"{provider.upper()}_API_KEY"
    key = env.get(variable)
    return LiteLLMModel(name, key, key_variable=variable if key else "")


def _chat(
    name: str, api_base: str, key: str | None = None, variable: str = "", *, model: str | None = None
) -> Model:
    from backendgpt.models.chat import ChatModel

    return ChatModel(name, api_base, key, key_variable=variable, model=model)


def _provider_of(name: str) -> str:
    """Guess the provider of a name without one."""
    for provider, pattern in _BARE.items():
        if re.fullmatch(pattern, name):
            return provider
    raise ModelUnavailable(
        f"No provider is known for the model '{name}'.",
        hint=f"Write PROVIDER/MODEL, e.g. openai/{name} or ollama/{name}; bgpt models lists some.",
    )


def _ollama_url(env: Mapping[str, str]) -> str:
    """Read OLLAMA_HOST as Ollama does: a host, a port, both, or a URL; 0.0.0.0 is an address to listen on."""
    host = env.get("OLLAMA_HOST", "").strip() or "127.0.0.1"
    bare = "://" not in host
    try:
        parts = urlsplit(f"http://{host}" if bare else host)
        port = parts.port or (11434 if bare else None)
    except ValueError as exc:
        raise UsageError(f"OLLAMA_HOST={host!r} is not an address.", hint="e.g. 127.0.0.1:11434") from exc
    name = "127.0.0.1" if parts.hostname in (None, "0.0.0.0", "::") else str(parts.hostname)
    return f"{parts.scheme}://{f'[{name}]' if ':' in name else name}" + (f":{port}" if port else "")


def _ollama_model(env: Mapping[str, str]) -> str | None:
    """Ask a local Ollama what it has: a coder model rather than another."""
    names = [name for name in _models(f"{_ollama_url(env)}/api/tags", OLLAMA_TIMEOUT) if "embed" not in name]
    return min(names, key=lambda name: "coder" not in name, default=None)


def _models(url: str, seconds: float = 2.0) -> list[str]:
    """List the models of a server, as OpenAI's format or Ollama's has it; empty if it does not answer."""
    from backendgpt.models.endpoint import Endpoint, TooLong

    endpoint = Endpoint(url)
    try:
        data = loads(endpoint.get(deadline=Deadline(seconds), limit=2**20).body)
    except (ModelUnavailable, TooLong, JsonError):
        return []
    finally:
        endpoint.close()
    found = at(data, "data") or at(data, "models")
    entries = found if isinstance(found, list) else []
    names = [at(entry, "id") or at(entry, "name") for entry in entries]
    return [name for name in names if isinstance(name, str)]
