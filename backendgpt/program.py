"""The function that a model wrote: checked for its form, and made runnable. Pure."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from backendgpt.bridge import Bridged, bridge, read
from backendgpt.bridge.handle import BadHandle, find

MAX_CHARACTERS = 100_000
"""The longest source that is read."""


class ProgramError(Exception):
    """The text is no program; the message is for the model to read."""


@dataclass(frozen=True)
class Program:
    """A Python source that defines `handle(state, args)`.

    Attributes:
        source: As the model wrote it.
    """

    source: str

    @staticmethod
    def parse(source: str) -> Program:
        """Check that the source is Python and defines exactly one `handle(state, args)` at its top level.

        Raises:
            ProgramError: It does not.
        """
        return _parse(source)

    @cached_property
    def tree(self) -> ast.Module:
        """The source as a syntax tree, without `async` and decorators of `handle`."""
        try:
            return read(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as exc:
            where = f" on line {exc.lineno}" if isinstance(exc, SyntaxError) else ""
            problem = exc.msg if isinstance(exc, SyntaxError) else str(exc) or "nested too deep"
            raise ProgramError(f"this is not valid Python: {problem[:200]}{where}") from exc

    @cached_property
    def handler(self) -> ast.FunctionDef:
        """The function `handle` in `tree`."""
        try:
            return find(self.tree)
        except BadHandle as exc:
            raise ProgramError(str(exc)) from exc

    @cached_property
    def bridged(self) -> Bridged:
        """The program as the sandbox runs it, and where its lines came from."""
        try:
            return bridge(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as exc:
            raise ProgramError("this is too complicated; write a simpler function") from exc

    @property
    def code(self) -> str:
        """The source as the sandbox runs it: `handle` returns `(response, state)`."""
        return self.bridged.code

    def place(self, line: int) -> str:
        """Say where a line of `code` came from: `line 3: state["items"].append(x)`; empty if from nowhere."""
        starts = [start for start in self.bridged.lines if start <= line]
        if not starts or line > self.code.count("\n") + 1:
            return ""
        number = self.bridged.lines[max(starts)]
        text = re.split(r"\r\n?|\n", self.source)[number - 1].strip()
        return f"line {number}: {text if len(text) <= 120 else text[:117] + '...'}"


@lru_cache(maxsize=256)
def _parse(source: str) -> Program:
    if len(source) > MAX_CHARACTERS:
        raise ProgramError(f"the function has {len(source):,} characters; write a short one")
    program = Program(source)
    _ = program.handler, program.bridged
    return program
