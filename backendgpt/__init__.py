"""A backend in one sentence: every call exists, a language model infers what it means.

    from backendgpt import Backend

    todo = Backend.create("todo", "This is a todo list app")
    todo.call("add_todo(buy milk)").response
    todo.api.add_todo("walk the dog", done=True)

On the command line it is `bgpt`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backendgpt.backend import Backend, Runtime
    from backendgpt.call import Call
    from backendgpt.errors import (
        BackendExists,
        BackendGPTError,
        BackendNotFound,
        BudgetExceeded,
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
    "BudgetExceeded",
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

_MODULES = ("backend", "call", "errors", "interpret", "spec", "turn")


def __getattr__(name: str) -> Any:
    """Import the public names when the first of them is used (PEP 562).

    `bgpt state` uses none of them, and they would be a third of its time; and Ctrl-C during an import that
    comes before `main()` would end in a traceback.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for module in _MODULES:
        found = vars(import_module(f"{__name__}.{module}"))
        # All at once, so that `interpret` is the function and not the module of that name.
        globals().update({public: found[public] for public in __all__ if public in found})
    return globals()[name]
