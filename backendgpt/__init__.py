"""A backend in one sentence: every call exists, a language model infers what it means.

    from backendgpt import Backend

    todo = Backend.create("todo", "This is a todo list app")
    todo.call("add_todo(buy milk)").response
    todo.api.add_todo("walk the dog", done=True)
"""

from backendgpt.backend import Backend, Runtime
from backendgpt.call import Call
from backendgpt.errors import (
    BackendExists,
    BackendGPTError,
    BackendNotFound,
    Busy,
    Cancelled,
    DeadlineExceeded,
    LimitExceeded,
    ModelUnavailable,
    StorageError,
    UnusableAnswer,
    UsageError,
)
from backendgpt.interpret import interpret
from backendgpt.spec import Limits, Spec
from backendgpt.turn import Turn

__version__ = "0.1.0"

__all__ = [
    "Backend",
    "BackendExists",
    "BackendGPTError",
    "BackendNotFound",
    "Busy",
    "Call",
    "Cancelled",
    "DeadlineExceeded",
    "LimitExceeded",
    "Limits",
    "ModelUnavailable",
    "Runtime",
    "Spec",
    "StorageError",
    "Turn",
    "UnusableAnswer",
    "UsageError",
    "interpret",
]
