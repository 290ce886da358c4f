"""The direct driver: models that speak the chat-completions wire format.

That is OpenAI, Groq, OpenRouter, Mistral, DeepSeek, Ollama, vLLM, llama.cpp, whatever has an OPENAI_BASE_URL.
The format: https://platform.openai.com/docs/api-reference/chat/create
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable, UnusableAnswer
from backendgpt.jsonvalue import Json, JsonError, dumps, loads
from backendgpt.models import Completion, Message
from backendgpt.models.attempts import retrying
from backendgpt.models.prices import cost
from backendgpt.models.refusals import at, message_of, refusal

if TYPE_CHECKING:
    from backendgpt.models.endpoint import Reply

BYTES_PER_TOKEN = 32
"""More than any token has, so that only a broken server's answer is longer than that."""

ENVELOPE_BYTES = 256 * 2**10
_ADAPTED: dict[str, str | None] = {"max_tokens": "max_completion_tokens", "temperature": None, "stop": None}
"""What to send instead of a parameter that a model refuses, as OpenAI's reasoning models do."""


class ChatModel:
    """A model behind `POST {api_base}/chat/completions`. Safe to use from several threads.

    Args:
        name: The model's full name, e.g. `openai/gpt-4o-mini`.
        api_base: The URL up to `/v1`, http or https.
        api_key: Sent as a bearer token, if given.
        key_variable: The environment variable that holds the key, for the hint when it is refused.
        model: The name on the wire; without it, `name` after its first slash.
        extra: Further fields for every request's body.
    """

    def __init__(
        self,
        name: str,
        api_base: str,
        api_key: str | None = None,
        *,
        key_variable: str = "",
        model: str | None = None,
        extra: Mapping[str, Json] | None = None,
    ) -> None:
        # With http.client and ssl, 30 ms that a call on a learned route need not pay.
        from backendgpt.models.endpoint import Endpoint

        self.name = name
        self._model = model or name.partition("/")[2] or name
        self._key_variable = key_variable
        self._endpoint = Endpoint(api_base.rstrip("/") + "/chat/completions")
        self._headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if api_key:
            self._headers["Authorization"] = f"Bearer {_clean(api_key, key_variable)}"
        self._extra = dict(extra or {})
        self._refused: frozenset[str] = frozenset()

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
        extra: Mapping[str, Json] | None = None,
    ) -> Completion:
        """Ask once; see `Model.complete`.

        Args:
            extra: Further fields for this request's body.
        """
        started = deadline.elapsed
        body: dict[str, Json] = {
            "model": self._model,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "max_tokens": max_tokens,
            "temperature": temperature,
            **({"stop": list(stop)} if stop else {}),
            **self._extra,
            **(extra or {}),
        }
        limit = max_tokens * BYTES_PER_TOKEN + ENVELOPE_BYTES
        completion = retrying(deadline, lambda: self._ask(body, deadline, limit))
        return replace(completion, text=cut(completion.text, stop), seconds=deadline.elapsed - started)

    def close(self) -> None:
        """Close the idle connections."""
        self._endpoint.close()

    def _ask(self, body: dict[str, Json], deadline: Deadline, limit: int) -> Completion:
        """Send the body, and again without those parameters that the model says it does not support."""
        from backendgpt.models.endpoint import TooLong

        sent = _without(body, self._refused)
        try:
            reply = self._endpoint.post(
                dumps(sent, ascii_only=True).encode(), self._headers, deadline=deadline, limit=limit
            )
        except TooLong as exc:
            raise UnusableAnswer(f"The answer of '{self.name}' is longer than {limit:,} bytes.") from exc
        if reply.status == 400 and (refused := _unsupported(reply.body) & sent.keys() & _ADAPTED.keys()):
            self._refused |= refused
            return self._ask(body, deadline, limit)
        return self._read(reply)

    def _read(self, reply: Reply) -> Completion:
        """Take the completion out of a reply, or raise what the reply means."""
        if reply.status != 200:
            raise self._refusal(reply, reply.status)
        try:
            data = loads(reply.body)
        except JsonError as exc:
            raise UnusableAnswer(
                f"'{self._endpoint.url}' answered with something else than a completion: {exc}.",
                hint="Does its address end as the provider says, often in /v1?",
            ) from exc
        if at(data, "error") is not None:
            code = at(data, "error", "code")  # OpenRouter answers 200 with the upstream's status inside
            raise self._refusal(reply, code if isinstance(code, int) else 500)
        return self._completion(data)

    def _refusal(self, reply: Reply, status: int) -> ModelUnavailable:
        retry_after = reply.headers.get("retry-after")
        words = message_of(reply.body)
        return refusal(self.name, status, words, key_variable=self._key_variable, retry_after=retry_after)

    def _completion(self, data: Json) -> Completion:
        text = at(data, "choices", 0, "message", "content")
        if not isinstance(text, str) or not text:
            reason = at(data, "choices", 0, "finish_reason")
            raise UnusableAnswer(f"'{self.name}' answered without any text (finish_reason: {reason}).")
        read = _count(data, "usage", "prompt_tokens")
        cached = _count(data, "usage", "prompt_tokens_details", "cached_tokens")
        written = _count(data, "usage", "completion_tokens")
        return Completion(text, self.name, read, cached, written, cost(self.name, read, cached, written))


def _clean(key: str, variable: str) -> str:
    key = key.strip()
    if not (key.isascii() and key.isprintable()):
        raise ModelUnavailable(f"The key in {variable or 'the environment'} has characters that no key has.")
    return key


def cut(text: str, stop: Sequence[str]) -> str:
    """End the text before the first stop string, for providers that do not."""
    return text[: min((at for word in stop if (at := text.find(word)) >= 0), default=None)]


def _without(body: dict[str, Json], refused: frozenset[str]) -> dict[str, Json]:
    names = {name: _ADAPTED[name] if name in refused else name for name in body}
    return {new: body[name] for name, new in names.items() if new}


def _unsupported(body: bytes) -> set[str]:
    """Find the quoted names in a 400 like "'temperature' does not support 0 with this model"."""
    words = message_of(body)
    return set(re.findall(r"['\"`](\w+)['\"`\\]", words)) if "support" in words else set()


def _count(value: Json, *path: str | int) -> int:
    found = at(value, *path)
    return max(found, 0) if isinstance(found, int) else 0
