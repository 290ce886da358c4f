"""Parts of Python's library that the sandbox lacks, as Python that the sandbox runs.

Each file beside this one stands for the module of its name, whole or only where the sandbox's own falls short
(`PATCHED`); `core.py` holds what no module has. They are read as text and never imported by the package: the
tests import them, and compare each with the real one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent

MODULES = frozenset(path.stem for path in _HERE.glob("*.py")) - {"__init__", "core"}
"""The modules that can be imported although the sandbox lacks them, and the patched ones."""

PATCHED = frozenset({"collections", "datetime", "re"})
"""Modules that the sandbox has; only the names in our file replace or complete theirs."""

_MODULE = """\
class _bgpt_module:
    def __init__(self, names):
        for name in names:
            setattr(self, name, names[name])
"""


def shim_name(module: str) -> str:
    """Return the global name under which a program finds a shim."""
    return f"_bgpt_{module}"


@cache
def names(module: str) -> frozenset[str]:
    """Return the public names of a shim."""
    found: set[str] = set()
    for node in _tree(module).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return frozenset(name for name in found if not name.startswith("_"))


def shims_code(modules: Iterable[str]) -> str:
    """Return the statements to put in front of a program that uses these shims; empty if there are none."""
    shims = "".join(_shim_code(module) for module in sorted(modules))
    return _MODULE + shims if shims else ""


@cache
def _shim_code(module: str) -> str:
    """Make a shim in a function, so that its names stay its own, and call it once."""
    body = [node for node in _tree(module).body if not _is_left_out(node)]
    text = "\n".join(f"    {line}" for node in body for line in ast.unparse(node).split("\n"))
    public = ", ".join(f"{name!r}: {name}" for name in sorted(names(module)))
    make = f"def {shim_name(module)}():\n{text}\n    return _bgpt_module({{{public}}})\n"
    return f"{make}{shim_name(module)} = {shim_name(module)}()\n"


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse((_HERE / f"{module}.py").read_text(encoding="utf-8"))


def _is_left_out(node: ast.stmt) -> bool:
    """Docstrings, and the imports that only annotations need: the interpreter never looks at those."""
    if isinstance(node, ast.ImportFrom):
        return node.module in ("__future__", "typing", "collections.abc")
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
