"""Small makers of syntax tree nodes. Pure."""

from __future__ import annotations

import ast
from collections.abc import Sequence


def call(function: ast.expr, *args: ast.expr) -> ast.Call:
    """Make `function(*args)`."""
    return ast.Call(function, list(args), [])


def call_instead(function: ast.expr, node: ast.Call, *first: ast.expr) -> ast.Call:
    """Make a call of another function with the arguments of `node`, after some first ones."""
    return ast.copy_location(ast.Call(function, [*first, *node.args], node.keywords), node)


def iterator(items: ast.expr) -> ast.Call:
    """Make `iter(items)`."""
    return call(ast.Name("iter", ast.Load()), items)


def assign(name: str, value: ast.expr, place: ast.stmt) -> ast.stmt:
    """Make `name = value`, which came from where `place` is."""
    return ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], value), place)


def expression(text: str) -> ast.expr:
    """Read one expression."""
    return ast.parse(text, mode="eval").body


def function_of(target: ast.expr, value: ast.expr) -> ast.expr | None:
    """Make `lambda target: value`; a tuple of names is unpacked; None for any other target."""
    match target:
        case ast.Name(id=name):
            return ast.Lambda(_parameters([name]), value)
        case ast.Tuple(elts=items) if all(isinstance(item, ast.Name) for item in items):
            inner = ast.Lambda(_parameters([item.id for item in items if isinstance(item, ast.Name)]), value)
            unpacked = ast.Starred(ast.Name("_item", ast.Load()), ast.Load())
            return ast.Lambda(_parameters(["_item"]), call(inner, unpacked))
    return None


def flat(targets: Sequence[ast.expr]) -> list[ast.expr]:
    """Return assignment targets without the tuples and lists around them."""
    return [
        inner
        for target in targets
        for inner in (flat(target.elts) if isinstance(target, ast.Tuple | ast.List) else [target])
    ]


def _parameters(names: Sequence[str]) -> ast.arguments:
    return ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
