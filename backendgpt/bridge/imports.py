"""Import what a function uses and does not import. Pure.

A model whose answer begins with `def handle` has no line left above it for `from datetime import date`.
"""

from __future__ import annotations

import ast
import builtins

_MODULES = {"collections", "copy", "functools", "itertools", "json", "math", "random", "re"}
_MODULES |= {"statistics", "string", "time", "uuid"}
_FROM = {
    "collections": "Counter defaultdict deque",
    "copy": "deepcopy",
    "datetime": "date datetime timedelta timezone",
    "functools": "reduce",
    "itertools": "chain combinations groupby permutations",
    "random": "choice randint shuffle",
    "statistics": "mean median",
    "uuid": "uuid4",
}
_HOMES = {name: module for module, names in _FROM.items() for name in names.split()}


def import_missing(tree: ast.Module) -> None:
    """Put, in place, an import of each known name that nothing in the module gives a meaning."""
    used, bound, owners = set[str](), set(dir(builtins)), set[str]()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                used.add(name)
            case ast.Name(id=name) | ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                bound.add(name)
            case ast.alias(name=name, asname=other):
                bound.add(other or name)
        match node:
            case ast.Attribute(value=ast.Name(id="datetime"), attr=name) if name in _HOMES:
                owners.add("datetime")  # `datetime.timedelta` is the module's, `datetime.now` the class's
    for name in sorted(used - bound):
        if name in _MODULES | owners:
            tree.body.insert(0, ast.Import([ast.alias(name)], lineno=1))
        elif name in _HOMES:
            tree.body.insert(0, ast.ImportFrom(_HOMES[name], [ast.alias(name)], 0, lineno=1))
