"""llama.cpp's own server, run by threads of this process. The only file that imports xllamacpp.

It listens on 127.0.0.1, at a port and with a key of this process's own, and is asked like any other server:
so a deadline or Ctrl-C ends the computation too, by closing the connection.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable
from backendgpt.jsonvalue import Json
from backendgpt.models import Completion, Message
from backendgpt.models.chat import ChatModel

SEED = 1
"""Where chance begins, so that the same call to the same state gives the same answer again."""

CONTEXT = 16384
"""Tokens that the slots hold together; one alone may hold all. A prompt has about 2,000.

Where they do not fit, the server empties slots, and what they held is read again: 30 s a call on two cores.
"""

_NO_LOOPS: dict[str, Json] = {
    "dry_multiplier": 0.8,
    "dry_base": 1.75,
    "dry_allowed_length": 24,  # code repeats shorter things by right: a line of a note, a field's name
    "dry_penalty_last_n": 512,
    "dry_sequence_breakers": ["<|endoftext|>"],
}
"""How a small model is kept from writing the same line until its tokens are used up, as in a jingle: DRY, by
p-e-w (https://github.com/oobabooga/text-generation-webui/pull/5677, 2024), as llama.cpp has it."""

_BEFORE = ("", " ", "(", "[", "{", "*", "=", ",", "\t")


class Server:
    """A loaded model. Safe to use from several threads, each with a slot of its own.

    Args:
        name: The model's full name.
        path: The GGUF file.
        slots: How many conversations it holds at once.
        folder: Where slots are saved.

    Raises:
        ModelUnavailable: The file cannot be loaded.
    """

    def __init__(self, name: str, path: Path, slots: int, folder: Path) -> None:
        # The threads of llama.cpp would spin while they wait, on cores that others need too. Read at import.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        import xllamacpp

        self.version = xllamacpp.__version__
        self._key = secrets.token_urlsafe()
        try:
            self._server = xllamacpp.Server(_params(xllamacpp, path, self._key, slots, folder))
        except RuntimeError as exc:
            raise ModelUnavailable(
                f"The model file '{path}' cannot be loaded. Is it a GGUF file, and whole?",
                hint="bgpt models list",
            ) from exc
        self._url = self._server.listening_address
        self._chat = ChatModel(name, f"{self._url}/v1", self._key)
        self._tokens: dict[str, list[int]] = {}

    def ask(
        self,
        messages: Sequence[Message],
        slot: int,
        max_tokens: int,
        deadline: Deadline,
        stop: Sequence[str] = (),
        temperature: float = 0.0,
        avoid: Sequence[str] = (),
    ) -> Completion:
        """Read messages, an unfinished assistant message last or none, and answer; see `Model.complete`."""
        return self._chat.complete(
            messages,
            max_tokens=max_tokens,
            deadline=deadline,
            stop=stop,
            temperature=temperature,
            extra={"id_slot": slot, "seed": SEED, "logit_bias": self._bans(avoid, deadline), **_NO_LOOPS},
        )

    def read(self, messages: Sequence[Message], slot: int, deadline: Deadline) -> bool:
        """Read messages that a user message will follow, write nothing, and return whether that worked."""
        chat = [{"role": m.role, "content": m.content} for m in [*messages, Message("user", "")]]
        body = {"messages": chat, "id_slot": slot, "max_tokens": 0}
        return self._post("/v1/chat/completions", body, deadline) is not None

    def move(self, action: Literal["save", "restore"], slot: int, file: str, deadline: Deadline) -> bool:
        """Save what a slot has read to a file, or restore it; return whether that was anything."""
        moved = self._post(f"/slots/{slot}?action={action}", {"filename": file}, deadline)
        return bool(moved and moved.get("n_saved" if action == "save" else "n_restored"))

    def _bans(self, words: Sequence[str], deadline: Deadline) -> list[Json]:
        """Forbid the tokens that are one of some words, alone or behind what may stand before it in code."""
        for word in words:
            if word not in self._tokens:
                texts = [f"{before}{word}" for before in _BEFORE]
                read = [self._post("/tokenize", {"content": text}, deadline) for text in texts]
                found = [tokens for tokens in read if tokens and len(tokens["tokens"]) == 1]
                self._tokens[word] = [tokens["tokens"][0] for tokens in found]
        return [[token, False] for word in words for token in self._tokens[word]]

    def _post(self, path: str, body: dict[str, Any], deadline: Deadline) -> dict[str, Any] | None:
        from backendgpt.models.endpoint import Endpoint

        endpoint = Endpoint(self._url + path)
        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        with suppress(ModelUnavailable):
            reply = endpoint.post(json.dumps(body).encode(), headers, deadline=deadline, limit=2**20)
            return json.loads(reply.body) if reply.status == 200 else None
        return None

    def close(self) -> None:
        """Unload the model."""
        self._chat.close()
        self._server = None


def _params(xllamacpp: Any, path: Path, key: str, slots: int, folder: Path) -> Any:
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = CONTEXT
    # Between batches the server takes new calls and notices that one was given up: every 3 s on two cores.
    params.n_batch = params.n_ubatch = 128
    params.n_parallel = slots
    params.kv_unified = True
    params.slot_save_path = f"{folder}{os.sep}"
    params.api_keys = [key]
    params.cache_ram_mib = 0  # it would guess what to keep; the caller knows
    params.cache_idle_slots = False
    params.fit_params = False  # fitting loads the model twice
    params.warmup = False
    params.verbosity = -1
    params.ui = False
    return params
