"""Rewrite the Python that models write into the Python that the sandbox runs. Pure.

The sandbox's interpreter (pydantic-monty) lacks some of the language and of the library: `del`, `yield`,
`next()` on a generator expression, methods as values, `statistics`. What models use all the time is bridged:

- `handle.py` settles the form of `handle`: its parameters, what it returns, what surrounds it;
- `imports.py` imports what is used and was not imported;
- `syntax.py` replaces what the interpreter lacks by what it has, `generators.py` among it `yield`;
- `loops.py` lets a loop change what it goes through;
- `shims/` are the missing parts of the library: plain Python, put in front of a program that imports it.

What is left shows as an exception that the model can read and repair.
"""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass

from backendgpt.bridge.handle import plain, settle
from backendgpt.bridge.imports import import_missing
from backendgpt.bridge.shims import shims_code
from backendgpt.bridge.syntax import Syntax

__all__ = ["Bridged", "bridge", "read"]


@dataclass(frozen=True)
class Bridged:
    """A program as the sandbox runs it.

    Attributes:
        code: The rewritten source: a function `handle` that returns `(response, state)`.
        lines: For each line of `code` on which a statement begins, the line that it came from.
    """

    code: str
    lines: dict[int, int]


def read(source: str) -> ast.Module:
    """Read Python, without showing Python's warnings about it, and drop what has no meaning here.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: It is no Python, or nested too deep.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return plain(ast.parse(source))


def bridge(source: str) -> Bridged:
    """Return the source so that the sandbox can run it.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: It is no Python, or nested too deep.
    """
    tree = read(source)
    settle(tree)
    import_missing(tree)
    syntax = Syntax()
    tree = ast.fix_missing_locations(syntax.visit(tree))
    shims = shims_code(syntax.shims)
    body = ast.unparse(tree)
    return Bridged(shims + body, _lines(tree, body, offset=shims.count("\n")))


def _lines(tree: ast.Module, code: str, offset: int) -> dict[int, int]:
    """Pair the statements of `tree`, which know where they came from, with the same ones of its text."""
    pairs = zip(_statements(tree), _statements(ast.parse(code)), strict=True)
    return {new.lineno + offset: old.lineno for old, new in pairs}


def _statements(tree: ast.Module) -> list[ast.stmt]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
