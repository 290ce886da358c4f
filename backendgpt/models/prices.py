"""What a completion cost, from the price list that LiteLLM ships as a file (never imported for it)."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from backendgpt.jsonvalue import Json

_FREE = ("local/", "ollama/", "http://127.0.0.1", "http://localhost", "http://[::1]")


def cost(name: str, input_tokens: int, cached_tokens: int, output_tokens: int) -> float | None:
    """Return what a completion cost in US dollars, or None where the list has no price.

    Args:
        name: The model's full name, e.g. `openai/gpt-4o-mini`; a local one costs 0.0.
        input_tokens: Tokens read, the cached ones included.
        cached_tokens: Those that are billed at the price of a cache hit.
        output_tokens: Tokens written.
    """
    if name.startswith(_FREE):
        return 0.0
    entry = _entry(name)
    read, write = _price(entry, "input_cost_per_token"), _price(entry, "output_cost_per_token")
    if read is None or write is None:
        return None
    hit = _price(entry, "cache_read_input_token_cost")
    fresh = input_tokens - cached_tokens
    return fresh * read + cached_tokens * (read if hit is None else hit) + output_tokens * write


@cache
def _entry(name: str) -> dict[str, Json]:
    """Find a model's entry: under its full name, or, as for OpenAI's, without the provider."""
    provider, _, model = name.partition("/")
    text = _list()
    bare = _find(text, model)
    return _find(text, name) or (bare if bare.get("litellm_provider") == provider else {})


def _find(text: str, key: str) -> dict[str, Json]:
    # The list has 3 MB and takes 50 ms to parse; finding and parsing one entry takes 5.
    start = text.find(f'"{key}": {{')
    if start < 0:
        return {}
    entry, _ = json.JSONDecoder().raw_decode(text, text.index("{", start + len(key)))
    return entry if isinstance(entry, dict) else {}


def _list() -> str:
    package = find_spec("litellm")
    for folder in (package and package.submodule_search_locations) or ():
        path = Path(folder, "model_prices_and_context_window_backup.json")
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return ""


def _price(entry: dict[str, Json], key: str) -> float | None:
    value = entry.get(key)
    return float(value) if isinstance(value, int | float) else None
