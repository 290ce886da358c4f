"""Models: whatever turns a few messages into text.

`chat.py` speaks the chat-completions wire format itself, `litellm.py` reaches every other provider,
`embedded.py` runs llama.cpp in this process, `weights.py` fetches what that needs, `resolve.py` picks one.
Only the names below are imported here: importing this package costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from backendgpt.deadline import Deadline


@dataclass(frozen=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Completion:
    """What a model answered, and what that took.

    Attributes:
        text: The answer.
        model: The model's full name, e.g. `openai/gpt-4o-mini` or `local/qwen2.5-coder-1.5b`.
        input_tokens: Tokens read, those from a cache included.
        cached_tokens: Tokens of the input that a prefix cache held.
        output_tokens: Tokens written.
        cost: US dollars; 0.0 for a local model, None where no price is known.
        seconds: Wall time, retries included.
    """

    text: str
    model: str
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    seconds: float = 0.0


class Model(Protocol):
    """A language model that can be asked. Safe to use from several threads."""

    @property
    def name(self) -> str:
        """The full name, as `Completion.model` gives it."""
        ...

    def complete(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        deadline: Deadline,
        stop: Sequence[str] = (),
        cache: str | None = None,
        temperature: float = 0.0,
        opening: str = "",
        avoid: Sequence[str] = (),
    ) -> Completion:
        """Ask once, retrying what is worth retrying within the deadline.

        Args:
            messages: A system message, then user and assistant in turn, a user message last.
            max_tokens: The most tokens to write.
            deadline: When to stop waiting; its `cancel()` ends the request.
            stop: Strings that end the answer; they are not part of the text.
            cache: A key under which a local model may keep what it has read (a backend's name);
                providers ignore it.
            temperature: 0 for the likeliest answer; more for others, as far as the model takes it.
            opening: How the answer is to begin; a local model goes on from there, providers ignore it.
            avoid: Words that the answer must not have after that; as the opening, for a local model.

        Raises:
            ModelUnavailable: It cannot be reached, refuses the key, or keeps failing.
            DeadlineExceeded: It did not answer in time.
            UnusableAnswer: What came back is not a completion, or is far over `max_tokens`.
            Cancelled: The deadline was cancelled.
        """
        ...

    def close(self) -> None:
        """Give back what the model holds: connections, memory."""
        ...
