"""The embedded model: llama.cpp in this process, and never the same text read twice.

On two cores the default model reads about 45 tokens a second, and a prompt has 900. A slot of the server
holds what it read last; `shelf.py` keeps that for the next process: the constant messages once, and what
followed them for every backend.
"""

from __future__ import annotations

import importlib.util
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable
from backendgpt.models import Completion, Message, shelf, weights
from backendgpt.models.attempts import within
from backendgpt.models.llama import Server

SLOTS = 4
"""How many calls are answered at once, unless the caller says otherwise."""

_PREFIXES = 16


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
        slots: How many calls are answered at once, and backends remembered without going to the disk.

    Raises:
        WeightsMissing: It is one of the catalogue, and has to be fetched first.
        ModelUnavailable: There is no such file.
    """

    def __init__(
        self, model: str = weights.DEFAULT, env: Mapping[str, str] | None = None, *, slots: int = SLOTS
    ) -> None:
        env = os.environ if env is None else env
        self._path, self._identity = _find(model, env)
        self.name = f"local/{model if model in weights.CATALOGUE else self._path.stem}"
        self._shelf = shelf.Shelf(shelf.folder(env))
        self._slots = [_Slot(number) for number in range(slots)]
        self._free = list(self._slots)
        self._freed = threading.Condition()
        self._loading = threading.Lock()
        self._server: Server | None = None
        self._prefixes: list[tuple[Message, ...]] = []

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
        started = deadline.elapsed
        server = self._load(deadline)
        prefix = self._prefix_of(messages)
        usual, closing = frame(prefix)
        opening = opening or usual
        asked = [*messages, Message("assistant", opening)] if opening else messages
        ends = [*stop, closing] if closing else stop
        with self._slot(cache or "", deadline) as slot:
            self._recall(server, slot, prefix, cache or "", deadline)
            completion = server.ask(asked, slot.id, max_tokens, deadline, ends, temperature, avoid)
            slot.dirty = True
        begun = opening.rstrip("\n")  # the server repeats it, without the end of the line if that is all
        text = completion.text if completion.text.startswith(begun) else opening + completion.text
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

    def _load(self, deadline: Deadline) -> Server:
        with self._loading:
            if self._server is None:
                self._server = within(
                    deadline, lambda: Server(self.name, self._path, len(self._slots), self._shelf.folder)
                )
            return self._server

    def _prefix_of(self, messages: Sequence[Message]) -> Sequence[Message]:
        """Return the messages that are the same for every call: all but the last one of a first round."""
        asked = tuple(messages)
        known = max((p for p in self._prefixes if p == asked[: len(p)]), key=len, default=())
        if not known and len(asked) > 1:
            known = asked[:-1]
            self._prefixes = [*self._prefixes[1 - _PREFIXES :], known]
        return known

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
        self, server: Server, slot: _Slot, prefix: Sequence[Message], cache: str, deadline: Deadline
    ) -> None:
        """Bring into a slot what was read before: for this cache, or at least the constant messages."""
        constant = self._label(server, prefix)
        if (slot.prefix, slot.cache) == (constant, cache):
            return
        self._keep(server, slot, deadline)
        kept = (
            self._restore(server, slot, shelf.label(constant, cache), deadline)
            or slot.prefix == constant
            or not prefix
            or self._restore(server, slot, constant, deadline)
        )
        if not kept and server.read(prefix, slot.id, deadline):
            self._save(server, slot, constant, deadline)
        slot.prefix, slot.cache = constant, cache

    def _label(self, server: Server, prefix: Sequence[Message]) -> str:
        return shelf.label(self._identity, server.version, *(m.role + m.content for m in prefix))

    def _keep(self, server: Server, slot: _Slot, deadline: Deadline) -> None:
        """Put what a slot has read for its cache on the shelf."""
        if slot.dirty and slot.cache:
            self._shelf.touch(slot.prefix)  # or a dozen backends would push out what all of them begin with
            self._save(server, slot, shelf.label(slot.prefix, slot.cache), deadline)
        slot.dirty = False

    def _restore(self, server: Server, slot: _Slot, label: str, deadline: Deadline) -> bool:
        file = self._shelf.get(label)
        if file is None:
            return False
        if not server.move("restore", slot.id, file, deadline):
            self._shelf.drop(file)
            return False
        return True

    def _save(self, server: Server, slot: _Slot, label: str, deadline: Deadline) -> None:
        draft = self._shelf.draft()
        if server.move("save", slot.id, draft, deadline):
            self._shelf.put(draft, label)
        else:
            self._shelf.drop(draft)


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
