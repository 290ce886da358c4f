"""A model whose answers are noted, for what has to be paid even if nothing comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from backendgpt.deadline import Deadline
from backendgpt.models import Completion, Message, Model


class Metered:
    """A model that notes what it answered.

    Args:
        model: The model that is asked.
        answers: Where its answers are noted.
    """

    def __init__(self, model: Model, answers: list[Completion]) -> None:
        self._model, self._answers = model, answers

    @property
    def name(self) -> str:
        """The full name."""
        return self._model.name

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
        """Ask once; see `Model.complete`."""
        answer = self._model.complete(
            messages,
            max_tokens=max_tokens,
            deadline=deadline,
            stop=stop,
            cache=cache,
            temperature=temperature,
            opening=opening,
            avoid=avoid,
        )
        self._answers.append(answer)
        return answer

    def close(self) -> None:
        """Give back what the model holds."""
        self._model.close()
