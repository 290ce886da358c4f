"""What a refused request means: HTTP statuses as our errors, the same for both drivers. Pure."""

from __future__ import annotations

import math
import re

from backendgpt.errors import ModelUnavailable
from backendgpt.jsonvalue import Json, JsonError, loads
from backendgpt.models.attempts import Transient

_PASSING = {408, 409, 425, 429}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_NO_CREDIT = re.compile("insufficient_quota|exceeded your current quota|credit balance", re.IGNORECASE)
_MARKUP = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
_KEY = re.compile(r"\b(sk|gsk|key|AIza)[\w-]{16,}")


def refusal(
    name: str, status: int, message: str, *, key_variable: str = "", retry_after: str | None = None
) -> ModelUnavailable:
    """Say what a refused request means for the user.

    Args:
        name: The model's full name.
        status: The HTTP status.
        message: The provider's own words.
        key_variable: The environment variable that holds the key.
        retry_after: The header of that name (RFC 9110, 10.2.3).

    Returns:
        A `Transient` if a later try may help, else a plain `ModelUnavailable`.
    """
    said = f": {quoted}" if (quoted := quote(message)) else ""
    if status in (401, 403):
        hint = f"export {key_variable}=... with a key that is valid." if key_variable else ""
        which = f"The key in {key_variable}" if key_variable else "The API key"
        return ModelUnavailable(f"{which} was refused for '{name}' (HTTP {status}){said}", hint=hint)
    if status == 402 or _NO_CREDIT.search(message):
        return ModelUnavailable(f"The account behind '{name}' has no credit left (HTTP {status}){said}")
    if status == 404:
        return ModelUnavailable(
            f"There is no model '{name}' at its provider (HTTP 404){said}", hint=_get(name)
        )
    if status in _PASSING or status >= 500:
        seconds = parse_retry_after(retry_after)
        what = "limits the rate of calls" if status == 429 else "is failing"
        hint = "" if seconds is None else f"Try again in {math.ceil(seconds)} s."
        return Transient(f"'{name}' {what} (HTTP {status}){said}", hint=hint, retry_after=seconds)
    return ModelUnavailable(f"'{name}' refused the request (HTTP {status}){said}")


def missing_key(name: str, variable: str) -> ModelUnavailable:
    """Return the error for a model whose key is not in the environment."""
    return ModelUnavailable(f"'{name}' needs a key in {variable}.", hint=f"export {variable.split()[0]}=...")


def message_of(body: bytes) -> str:
    """Find the provider's own words in the body of a refusal: JSON of the usual shapes, or a web page."""
    text = body.decode("utf-8", "replace")
    try:
        data = loads(text)
    except JsonError:
        return _MARKUP.sub(" ", text)
    error = at(data, "error")
    found = (at(error, "message"), error, at(data, "message"), at(data, "detail"), data)
    return next((words for words in found if isinstance(words, str)), text)


def at(value: Json, *path: str | int) -> Json:
    """Follow a path into a value; None where it ends."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def quote(text: str, length: int = 200) -> str:
    """Make a provider's words fit to be shown: one line, cut, without control characters and keys."""
    line = _KEY.sub(r"\1***", " ".join(_CONTROLS.sub(" ", text).split()))
    return line if len(line) <= length else line[: length - 3] + "..."


def parse_retry_after(value: str | None) -> float | None:
    """Read a Retry-After header: seconds or a date; return seconds from now, or None if it is neither."""
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        seconds = _seconds_until(value)
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _seconds_until(date: str) -> float:
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        return (parsedate_to_datetime(date) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return math.nan


def _get(name: str) -> str:
    provider, _, model = name.partition("/")
    return f"ollama pull {model}" if provider == "ollama" else "bgpt models lists those that can be used."
