"""Every error a user can meet, as one tree.

    BackendGPTError                 1  (a bug, when nothing below fits)
    |-- UsageError                  2  the input is not usable: a name, DATA, a state, a spec
    |-- BackendNotFound             3
    |-- BackendExists               4
    |-- StorageError                5  a file is damaged, unwritable, or the disk is full
    |-- ModelUnavailable            6  no model, no key, refused, rate limited
    |   `-- DeadlineExceeded        6  the model did not answer in time
    |-- UnusableAnswer              7  the model answered, and nothing usable came of it
    |-- Busy                        8  another process holds the backend's lock
    |-- LimitExceeded               9  a limit of the spec: bytes, depth
    |   `-- BudgetExceeded          9  a day's calls or money
    `-- Cancelled                 130  Ctrl-C, or a client that hung up

`exit_code` is what `bgpt` exits with; `http_status` is what `bgpt serve` answers. No error here is
raised after a commit: wherever one of them surfaces, the state is as it was.
"""

from __future__ import annotations

from typing import ClassVar


class BackendGPTError(Exception):
    """The base of all errors that backendgpt raises on purpose.

    Args:
        message: One sentence: what happened, the thing in quotes.
        hint: A command to paste, or what to change; may be empty.
    """

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(BackendGPTError):
    """The caller's input cannot be used as it is."""

    exit_code = 2
    http_status = 400


class BackendNotFound(BackendGPTError):
    """There is no backend of that name.

    Args:
        name: The name that was asked for.
        known: The names that exist, for the hint.
    """

    exit_code = 3
    http_status = 404

    def __init__(self, name: str, known: tuple[str, ...] = ()) -> None:
        self.name, self.known = name, known
        hint = f'bgpt init {name} "what it is for"'
        if known:
            hint += f"   (there are: {', '.join(known[:20])})"
        super().__init__(f"No backend named '{name}'.", hint=hint)


class BackendExists(BackendGPTError):
    """A backend of that name is already there, and nothing said to replace it."""

    exit_code = 4
    http_status = 409

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"A backend named '{name}' already exists. It is unchanged.",
            hint=f"Take another name. bgpt show {name} looks at it; init and import replace it with --force.",
        )


class StorageError(BackendGPTError):
    """A file of the backend is damaged, or could not be read or written."""

    exit_code = 5
    http_status = 500


class ModelUnavailable(BackendGPTError):
    """No model could be asked: none configured, no key, refused, failing, rate limited.

    Args:
        retry_after: Seconds after which a new try makes sense, where the provider said so.
    """

    exit_code = 6
    http_status = 503

    def __init__(self, message: str, *, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after


class DeadlineExceeded(ModelUnavailable):
    """The model did not answer within the call's deadline."""

    http_status = 504


class UnusableAnswer(BackendGPTError):
    """The model answered, but no usable function came of it, also after the repair rounds.

    Args:
        reply: What it wrote last.
    """

    exit_code = 7
    http_status = 502

    def __init__(self, message: str, *, hint: str = "", reply: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reply = reply


class Busy(BackendGPTError):
    """Another process held the backend's lock for longer than we wait."""

    exit_code = 8
    http_status = 503


class LimitExceeded(BackendGPTError):
    """A limit of the backend's spec was met."""

    exit_code = 9
    http_status = 413


class BudgetExceeded(LimitExceeded):
    """The backend has asked its model as often, or for as much money, as its spec allows a day."""

    http_status = 429


class Cancelled(BackendGPTError):
    """The caller gave up before the answer was there."""

    exit_code = 130
    http_status = 499
