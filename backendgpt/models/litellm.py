"""Every other provider, through LiteLLM. The only file that imports it, and only when a call needs it (3 s).

What its authors' choices ask of us: it fetches prices and loads a `.env` at import unless told not to, prints
banners on stdout, waits 6000 s, retries by itself, and reports a refused connection or a web page as a 500.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendGPTError, ModelUnavailable, UnusableAnswer
from backendgpt.models import Completion, Message
from backendgpt.models.attempts import retrying, within
from backendgpt.models.chat import BYTES_PER_TOKEN, ENVELOPE_BYTES, cut
from backendgpt.models.prices import cost
from backendgpt.models.refusals import message_of, missing_key, refusal

UNUSABLE = 0
"""Stands in `STATUSES` for: the provider answered, but not with a completion."""

STATUSES = {
    "APIConnectionError": 503,
    "APIError": 500,
    "APIResponseValidationError": UNUSABLE,
    "AuthenticationError": 401,
    "BadGatewayError": 502,
    "BadRequestError": 400,
    "BlockedPiiEntityError": 400,
    "BudgetExceededError": 402,
    "ContentPolicyViolationError": 400,
    "ContextWindowExceededError": 400,
    "GuardrailRaisedException": 400,
    "ImageFetchError": 400,
    "InternalServerError": 500,
    "InvalidRequestError": 400,
    "JSONSchemaValidationError": UNUSABLE,
    "LiteLLMUnknownProvider": 404,
    "MidStreamFallbackError": 503,
    "MockException": 500,
    "ModelNotMappedError": 404,
    "ModifyResponseException": 400,
    "NotFoundError": 404,
    "OpenAIError": 500,
    "PaymentRequiredError": 402,
    "PermissionDeniedError": 403,
    "RateLimitError": 429,
    "RejectedRequestError": 400,
    "SensitiveDataRouteException": 400,
    "ServiceUnavailableError": 503,
    "Timeout": 408,
    "UnprocessableEntityError": 422,
    "UnsupportedParamsError": 400,
    "VectorStoreSearchError": 400,
}
"""LiteLLM's exceptions by name, as the HTTP status that `refusal()` knows what to make of.

One that is not here is what the class that it is derived from is: LiteLLM adds such with its releases.
"""

_MISREAD = (ValueError, LookupError, TypeError, AttributeError)  # how LiteLLM trips over an answer


class LiteLLMModel:
    """A model that LiteLLM reaches. Safe to use from several threads.

    Args:
        name: LiteLLM's name for it, with the provider, e.g. `anthropic/claude-haiku-4-5`.
        api_key: The key; without one LiteLLM looks in the environment for what the provider needs.
        key_variable: The environment variable that holds the key, for the hints.
        api_base: Another address than the provider's own.
    """

    def __init__(
        self, name: str, api_key: str | None = None, *, key_variable: str = "", api_base: str | None = None
    ) -> None:
        self.name = name
        self._api_key = api_key
        self._key_variable = key_variable
        self._api_base = api_base

    def complete(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        deadline: Deadline,
        stop: Sequence[str] = (),
        cache: str | None = None,  # noqa: ARG002 - a provider keeps its own
        temperature: float = 0.0,
        opening: str = "",  # noqa: ARG002 - a provider's model begins as it likes
        avoid: Sequence[str] = (),  # noqa: ARG002 - and says what it likes
    ) -> Completion:
        """Ask once; see `Model.complete`."""
        started = deadline.elapsed
        request = {
            "model": self.name,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "max_tokens": max_tokens,
            "stop": list(stop) or None,
            "temperature": temperature,
        }
        response = retrying(deadline, lambda: within(deadline, lambda: self._ask(request, deadline)))
        text = response.choices[0].message.content
        if not text:
            reason = response.choices[0].finish_reason
            raise UnusableAnswer(f"'{self.name}' answered without any text (finish_reason: {reason}).")
        if len(text) > max_tokens * BYTES_PER_TOKEN + ENVELOPE_BYTES:
            raise UnusableAnswer(f"The answer of '{self.name}' is far longer than {max_tokens} tokens.")
        usage = response.usage
        cached = getattr(usage.prompt_tokens_details, "cached_tokens", None) or 0
        return Completion(
            text=cut(text, stop),
            model=self.name,
            input_tokens=usage.prompt_tokens,
            cached_tokens=cached,
            output_tokens=usage.completion_tokens,
            cost=cost(self.name, usage.prompt_tokens, cached, usage.completion_tokens),
            seconds=deadline.elapsed - started,
        )

    def close(self) -> None:
        """Do nothing: LiteLLM keeps its connections to itself."""

    def _ask(self, request: dict[str, Any], deadline: Deadline) -> Any:
        litellm = _library()
        self._check(litellm)
        try:
            return litellm.completion(
                **request,
                drop_params=True,  # some models have no temperature
                timeout=deadline.remaining() + 1,  # per read; the deadline itself is kept by within()
                max_retries=0,
                api_key=self._api_key,
                api_base=self._api_base,
            )
        except Exception as exc:
            raise translate(exc, self.name, self._key_variable) from exc

    def _check(self, litellm: ModuleType) -> None:
        """Raise for an unknown provider and for a missing key, which LiteLLM reports as a 400 and a 500."""
        try:
            litellm.get_llm_provider(self.name)
        except litellm.BadRequestError as exc:
            hint = "A name is PROVIDER/MODEL, e.g. openai/gpt-4o-mini; bgpt models lists some."
            raise ModelUnavailable(f"No provider is known for '{self.name}'.", hint=hint) from exc
        if self._api_key is None:
            missing = litellm.validate_environment(self.name)["missing_keys"]
            if keys := [name for name in missing if name.endswith("_API_KEY")]:
                raise missing_key(self.name, " or ".join(keys))


def translate(exc: Exception, name: str, key_variable: str = "") -> BackendGPTError:
    """Turn what LiteLLM raised into our error.

    LiteLLM's own class and status are its guess; what it caught on the way is the fact, so that comes first.

    Args:
        exc: LiteLLM's exception, or any other that came out of it.
        name: The model's full name.
        key_variable: The environment variable that holds the key.
    """
    import httpx

    from backendgpt.models.endpoint import unreachable

    caught = list(_chain(exc))
    for cause in caught:
        if isinstance(cause, httpx.HTTPStatusError):
            reply = cause.response
            retry_after = reply.headers.get("retry-after")
            words = message_of(reply.content)
            return refusal(name, reply.status_code, words, key_variable=key_variable, retry_after=retry_after)
    if any(isinstance(cause, httpx.TransportError | OSError) for cause in caught):
        return unreachable(caught[-1], f"the provider of '{name}'")
    status = next((STATUSES[kind.__name__] for kind in type(exc).__mro__ if kind.__name__ in STATUSES), 500)
    if status == UNUSABLE or any(isinstance(cause, _MISREAD) for cause in caught):
        return UnusableAnswer(f"'{name}' answered with something else than a completion.")
    return refusal(name, status, str(exc), key_variable=key_variable)


def _chain(exc: BaseException | None) -> Iterator[BaseException]:
    while exc is not None:
        yield exc
        exc = exc.__cause__ or exc.__context__


@cache
def _library() -> ModuleType:
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    os.environ.setdefault("LITELLM_MODE", "PRODUCTION")
    import litellm

    litellm.suppress_debug_info = True
    return litellm
