"""The embedded model: llama.cpp in this process. The only file that imports xllamacpp.

Its server listens on 127.0.0.1, at a port and with a key of this process's own, and is asked like any other
server: so a deadline or Ctrl-C ends the computation too, by closing the connection.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable
from backendgpt.models import Completion, Message, weights
from backendgpt.models.chat import ChatModel


def available() -> bool:
    """Tell whether the runtime is installed, without loading it."""
    return importlib.util.find_spec("xllamacpp") is not None


class EmbeddedModel:
    """A language model in this process. Safe to use from several threads; loaded when first asked.

    Args:
        model: A name of the catalogue, or the path of a GGUF file.
        env: The environment, for where the files lie; the process's own by default.
    """

    def __init__(self, model: str = weights.DEFAULT, env: Mapping[str, str] | None = None) -> None:
        self._env = os.environ if env is None else env
        self._path = _find(model, self._env)
        known = model in weights.CATALOGUE
        self.name = f"local/{model if known else self._path.stem}"
        self._lock = threading.Lock()
        self._server: Any = None
        self._chat: ChatModel | None = None

    def complete(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        deadline: Deadline,
        stop: Sequence[str] = (),
        cache: str | None = None,
    ) -> Completion:
        """Ask once; see `Model.complete`."""
        opening = _opening(messages)
        asked = [*messages, Message("assistant", opening)] if opening else messages
        with self._lock:
            completion = self._start().complete(
                asked, max_tokens=max_tokens, deadline=deadline, stop=[*stop, "\n```"] if opening else stop
            )
        text = completion.text
        if opening:
            text = (text if text.startswith(opening) else opening + text) + "\n```"
        return replace(completion, text=text, cost=0.0)

    def close(self) -> None:
        """Unload the model."""
        with self._lock:
            self._server = self._chat = None

    def _start(self) -> ChatModel:
        if self._chat is None:
            import xllamacpp

            key = secrets.token_urlsafe()
            self._server = xllamacpp.Server(_params(xllamacpp, self._path, key))
            self._chat = ChatModel(self.name, f"{self._server.listening_address}/v1", key)
        return self._chat


def _opening(messages: Sequence[Message]) -> str:
    """Return the lines with which every answer among the messages begins: the next one will, too."""
    answers = [message.content for message in messages if message.role == "assistant"]
    common = os.path.commonprefix(answers) if len(answers) > 1 else ""
    return common[: common.rfind("\n") + 1]


def _params(xllamacpp: Any, path: Path, key: str) -> Any:
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = 8192
    params.warmup = False
    params.verbosity = -1
    params.api_keys = [key]
    params.ui = False
    return params


def _find(model: str, env: Mapping[str, str]) -> Path:
    if model in weights.CATALOGUE:
        path = weights.present(weights.CATALOGUE[model], env)
        if path is None:
            raise ModelUnavailable(
                f"The weights of '{model}' are not on this machine.", hint=f"bgpt models pull {model}"
            )
        return path
    if not Path(model).is_file():
        raise ModelUnavailable(f"There is no model file '{model}'.", hint="bgpt models list")
    return Path(model)
