"""The embedded model: llama.cpp in this process. The only file that imports xllamacpp.

Its server listens on 127.0.0.1, at a port and with a key of this process's own, and is asked like any other
server: so a deadline or Ctrl-C ends the computation too, by closing the connection.

On two cores the model reads about 50 tokens a second, and a prompt has 900. So nothing is read twice: a slot
of the server holds what it read last, and `shelf.py` keeps it for the next process.
"""

from __future__ import annotations

import importlib.util
import json
import os
import secrets
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable
from backendgpt.models import Completion, Message, shelf, weights
from backendgpt.models.attempts import within
from backendgpt.models.chat import ChatModel

CONTEXT = 8192
"""Tokens that a slot holds: what is read and written together."""


def available() -> bool:
    """Tell whether the runtime is installed, without loading it."""
    return importlib.util.find_spec("xllamacpp") is not None


@dataclass
class _Slot:
    """A part of the server that holds one conversation.

    Attributes:
        id: Its number at the server.
        prefix, cache: What it has read: the label of the constant messages, and whose call came after them.
        dirty: Whether it has read more than the shelf has.
    """

    id: int
    prefix: str = ""
    cache: str = ""
    dirty: bool = False


class EmbeddedModel:
    """A language model in this process. Safe to use from several threads; loaded when first asked.

    Args:
        model: A name of the catalogue, or the path of a GGUF file.
        env: The environment, for where the files lie; the process's own by default.
        slots: How many calls are answered at once; each takes 240 MB with the default model.

    Raises:
        WeightsMissing: It is one of the catalogue, and has to be fetched first.
        ModelUnavailable: There is no such file.
    """

    def __init__(
        self, model: str = weights.DEFAULT, env: Mapping[str, str] | None = None, *, slots: int = 1
    ) -> None:
        env = os.environ if env is None else env
        self._path, self._identity = _find(model, env)
        self.name = f"local/{model if model in weights.CATALOGUE else self._path.stem}"
        self._shelf = shelf.Shelf(shelf.folder(env))
        self._slots = [_Slot(number) for number in range(slots)]
        self._free = list(self._slots)
        self._freed = threading.Condition()
        self._loading = threading.Lock()
        self._server: _Server | None = None
        self._prefixes: list[Sequence[Message]] = []

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
        started = deadline.elapsed
        server = self._load(deadline)
        prefix = self._prefix_of(messages)
        opening, closing = frame(prefix)
        asked = [*messages, Message("assistant", opening)] if opening else messages
        ends = [*stop, closing] if closing else stop
        with self._slot(cache or "", deadline) as slot:
            self._recall(server, slot, prefix, cache or "", deadline)
            completion = server.ask(asked, slot.id, max_tokens, deadline, ends)
            slot.dirty = True
        text = completion.text if completion.text.startswith(opening) else opening + completion.text
        return replace(completion, text=text + closing, cost=0.0, seconds=deadline.elapsed - started)

    def close(self) -> None:
        """Keep what was read for the next process, and unload the model."""
        with self._loading:
            server, self._server = self._server, None
        if server:
            for slot in self._slots:
                self._keep(server, slot, Deadline(10))
                slot.prefix = slot.cache = ""
            server.close()

    def _load(self, deadline: Deadline) -> _Server:
        with self._loading:
            if self._server is None:
                self._server = within(
                    deadline, lambda: _Server(self.name, self._path, len(self._slots), self._shelf.folder)
                )
            return self._server

    def _prefix_of(self, messages: Sequence[Message]) -> Sequence[Message]:
        """Return the messages that are the same for every call: all but the last one of a first round."""
        for known in self._prefixes:
            if known == messages[: len(known)]:
                return known
        self._prefixes.append(messages[:-1])
        return messages[:-1]

    @contextmanager
    def _slot(self, cache: str, deadline: Deadline) -> Iterator[_Slot]:
        """Have a slot to oneself: the one that holds this cache, or the one that was used longest ago."""
        with self._freed:
            while not self._free:
                self._freed.wait(min(deadline.remaining(), 0.2))
            slot = next((slot for slot in self._free if slot.cache == cache), self._free[0])
            self._free.remove(slot)
        try:
            yield slot
        finally:
            with self._freed:
                self._free.append(slot)
                self._freed.notify()

    def _recall(
        self, server: _Server, slot: _Slot, prefix: Sequence[Message], cache: str, deadline: Deadline
    ) -> None:
        """Bring into a slot what was read before: for this cache, or at least the constant messages."""
        constant = self._label(server, prefix)
        if (slot.prefix, slot.cache) == (constant, cache):
            return
        self._keep(server, slot, deadline)
        own = self._restore(server, slot, shelf.label(constant, cache), deadline)
        if not own and slot.prefix != constant and not self._restore(server, slot, constant, deadline):
            server.read(prefix, slot.id, deadline)
            self._save(server, slot, constant, deadline)
        slot.prefix, slot.cache = constant, cache

    def _label(self, server: _Server, prefix: Sequence[Message]) -> str:
        return shelf.label(self._identity, server.version, *(m.role + m.content for m in prefix))

    def _keep(self, server: _Server, slot: _Slot, deadline: Deadline) -> None:
        """Put what a slot has read for its cache on the shelf."""
        if slot.dirty and slot.cache:
            self._save(server, slot, shelf.label(slot.prefix, slot.cache), deadline)
        slot.dirty = False

    def _restore(self, server: _Server, slot: _Slot, label: str, deadline: Deadline) -> bool:
        file = self._shelf.get(label)
        if file is None:
            return False
        if not server.move("restore", slot.id, file, deadline):
            self._shelf.drop(file)
            return False
        return True

    def _save(self, server: _Server, slot: _Slot, label: str, deadline: Deadline) -> None:
        draft = self._shelf.draft()
        if server.move("save", slot.id, draft, deadline):
            self._shelf.put(draft, label)
        else:
            self._shelf.drop(draft)


class _Server:
    """llama.cpp's server, running in threads of its own."""

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
                f"The model file '{path}' cannot be loaded: {exc}.", hint="bgpt models list"
            ) from exc
        self._url = self._server.listening_address
        self._chat = ChatModel(name, f"{self._url}/v1", self._key)

    def ask(
        self,
        messages: Sequence[Message],
        slot: int,
        max_tokens: int,
        deadline: Deadline,
        stop: Sequence[str] = (),
    ) -> Completion:
        return self._chat.complete(
            messages, max_tokens=max_tokens, deadline=deadline, stop=stop, extra={"id_slot": slot}
        )

    def read(self, messages: Sequence[Message], slot: int, deadline: Deadline) -> None:
        """Read messages that a user message will follow, and write nothing."""
        chat = [{"role": m.role, "content": m.content} for m in [*messages, Message("user", "")]]
        self._post("/v1/chat/completions", {"messages": chat, "id_slot": slot, "max_tokens": 0}, deadline)

    def move(self, action: Literal["save", "restore"], slot: int, file: str, deadline: Deadline) -> bool:
        """Save what a slot has read to a file, or restore it; return whether that worked."""
        return self._post(f"/slots/{slot}?action={action}", {"filename": file}, deadline)

    def _post(self, path: str, body: dict[str, Any], deadline: Deadline) -> bool:
        from backendgpt.models.endpoint import Endpoint

        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        with suppress(ModelUnavailable):
            data = json.dumps(body).encode()
            return (
                Endpoint(self._url + path).post(data, headers, deadline=deadline, limit=2**20).status == 200
            )
        return False

    def close(self) -> None:
        self._chat.close()
        self._server = None


def frame(prefix: Sequence[Message]) -> tuple[str, str]:
    """Return the lines with which every answer among the messages begins, and the line with which it ends.

    The next answer is going to begin and end the same way, so the model need not write that.
    """
    answers = [message.content.split("\n") for message in prefix if message.role == "assistant"]
    if len(answers) < 2:
        return "", ""
    same = takewhile(lambda lines: len(set(lines)) == 1, zip(*answers, strict=False))
    last = {answer[-1] for answer in answers}
    closing = "\n" + last.pop() if len(last) == 1 else ""
    return "".join(f"{lines[0]}\n" for lines in same), closing if closing.strip() else ""


def _params(xllamacpp: Any, path: Path, key: str, slots: int, folder: Path) -> Any:
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = CONTEXT * slots
    params.n_parallel = slots
    params.slot_save_path = f"{folder}{os.sep}"
    params.api_keys = [key]
    params.cache_ram_mib = 0
    params.fit_params = False  # fitting loads the model twice
    params.warmup = False
    params.verbosity = -1
    params.ui = False
    return params


def _find(model: str, env: Mapping[str, str]) -> tuple[Path, str]:
    """Return the path of the weights, and what tells them from others."""
    if known := weights.CATALOGUE.get(model):
        if path := weights.present(known, env):
            return path, known.sha256
        raise weights.WeightsMissing(known)
    path = Path(model).expanduser()
    if not path.is_file():
        raise ModelUnavailable(f"There is no model file '{model}'.", hint="bgpt models list")
    stat = path.stat()
    return path, f"{path.resolve()} {stat.st_size} {stat.st_mtime_ns}"
