"""The function that a model wrote: checked for its form, and made runnable. Pure."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property

from backendgpt.bridge import bridge


class ProgramError(Exception):
    """The text is no program; the message is for the model to read."""


@dataclass(frozen=True)
class Program:
    """A Python source that defines `handle(state, args)`.

    Attributes:
        source: As the model wrote it.
    """

    source: str

    @classmethod
    def parse(cls, source: str) -> Program:
        """Check that the source is Python and defines exactly one `handle(state, args)` at its top level.

        Raises:
            ProgramError: It does not.
        """
        program = cls(source)
        handlers = [
            node for node in program.tree.body if isinstance(node, ast.FunctionDef) and node.name == "handle"
        ]
        if len(handlers) != 1:
            raise ProgramError("define exactly one function `def handle(state, args):`")
        if [arg.arg for arg in handlers[0].args.args] != ["state", "args"]:
            raise ProgramError("the function must be `def handle(state, args):`")
        return program

    @cached_property
    def tree(self) -> ast.Module:
        """The source as a syntax tree."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as exc:
            where = f" on line {exc.lineno}" if isinstance(exc, SyntaxError) else ""
            raise ProgramError(f"this is not valid Python: {getattr(exc, 'msg', exc)}{where}") from exc

    @cached_property
    def code(self) -> str:
        """The source as the sandbox runs it: `handle` returns `(response, state)`."""
        return bridge(self.source)
