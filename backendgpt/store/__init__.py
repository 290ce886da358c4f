"""Where a backend's state lives, and everything that ever happened to it.

`files.py` keeps it in a folder a person can read; `memory.py` keeps it in this process. Both follow the
`Store` protocol, and one test suite runs over both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from backendgpt.deadline import Deadline
from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec

Kind = Literal["init", "call", "set", "edit", "undo", "redo"]


@dataclass(frozen=True)
class Record:
    """One turn, as the history keeps it: enough to explain it and to reverse it.

    A turn that changed the state has a revision of its own; a turn that only read carries the revision
    that it read, and an empty patch.

    Attributes:
        revision: The state's revision after the turn; the first is 1.
        time: Seconds since the epoch, UTC.
        kind: `init`, `call`, `set` (`bgpt state --set`), `edit` (the state file was edited by hand),
            `undo`, `redo`.
        call: The call's text; for undo and redo what was undone or redone; else empty.
        args: The arguments that the function got, or None.
        response: The answer, or None.
        status: The HTTP status that goes with the answer.
        patch: RFC 6902 JSON Patch from the state before to the state after.
        inverse: The patch back.
        program: The function's source as the model wrote it, or empty.
        source: `model`, `route` or `user`: who decided the change.
        model: The model's full name, or empty.
        input_tokens, output_tokens: What the model read and wrote, all rounds together.
        cost: US dollars, or None where unknown.
        seconds: Wall time of the turn.
    """

    revision: int
    time: float
    kind: Kind
    call: str = ""
    args: Json = None
    response: Json = None
    status: int = 200
    patch: tuple[dict[str, Json], ...] = ()
    inverse: tuple[dict[str, Json], ...] = ()
    program: str = ""
    source: Literal["model", "route", "user"] = "user"
    model: str = ""
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Snapshot:
    """A state at a revision. The state is shared: whoever wants to change it changes a copy."""

    state: Json
    revision: int


class Writer(Protocol):
    """The exclusive right to add to a store, held for as long as `Store.writing()` is open."""

    @property
    def snapshot(self) -> Snapshot:
        """The newest state; no other writer can change it now."""
        ...

    def commit(self, after: Json, record: Record) -> Record:
        """Make `after` the state and append the record; durable once this returns.

        Args:
            after: The new state; equal to the old one for a turn that only read.
            record: What happened. Its `revision`, `patch` and `inverse` are filled in here.

        Returns:
            The record as it was written.

        Raises:
            StorageError: It could not be written; the old state is intact.
            LimitExceeded: The state is over the spec's size or depth.
        """
        ...


class Store(Protocol):
    """One backend's spec, state and history."""

    @property
    def name(self) -> str:
        """The backend's name."""
        ...

    @property
    def spec(self) -> Spec:
        """The spec as it stands now."""
        ...

    def load(self) -> Snapshot:
        """Return the newest state without waiting for any writer.

        Raises:
            StorageError: The files are damaged; the hint names the repair command.
        """
        ...

    def writing(self, deadline: Deadline) -> AbstractContextManager[Writer]:
        """Hold the lock, waiting for it within the deadline.

        Raises:
            Busy: Somebody else holds it; the message says who.
        """
        ...

    def records(self, *, newest_first: bool = False) -> Iterator[Record]:
        """Go through the history, lazily, in the order asked for.

        Raises:
            StorageError: A record is damaged.
        """
        ...
