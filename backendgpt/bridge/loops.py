"""Let a loop take from, or add to, what it goes through. Pure.

In Python, `for todo in todos: if todo["done"]: todos.remove(todo)` skips every second element, and a
dictionary that shrinks in a loop raises. Whoever writes such a loop means each element that was there, and
here that is what it does.
"""

from __future__ import annotations

import ast

_CHANGES = {"remove", "pop", "insert", "append", "extend", "clear", "update", "setdefault", "popitem"}
_VIEWS = {"items", "keys", "values"}


def over_a_copy(loop: ast.For) -> None:
    """Let a loop whose body changes the size of what it goes through go through a copy."""
    source = loop.iter
    match source:
        case ast.Call(func=ast.Name(id="enumerate"), args=[inner]):
            if _is_changed(inner, loop):
                source.args = [_copy(inner)]
        case ast.Call(func=ast.Attribute(value=inner, attr=attr)) if attr in _VIEWS:
            if _is_changed(inner, loop):
                loop.iter = _copy(source)
        case ast.Name() | ast.Attribute() | ast.Subscript():
            if _is_changed(source, loop):
                loop.iter = _copy(source)


def _is_changed(collection: ast.expr, loop: ast.For) -> bool:
    name = ast.dump(collection)
    for node in (inner for statement in loop.body for inner in ast.walk(statement)):
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=attr)) if attr in _CHANGES:
                if _same(owner, name):
                    return True
            case ast.Delete(targets=targets):
                if any(isinstance(t, ast.Subscript) and _same(t.value, name) for t in targets):
                    return True
    return False


def _same(node: ast.expr, name: str) -> bool:
    return ast.dump(node) == name


def _copy(node: ast.expr) -> ast.expr:
    return ast.copy_location(ast.Call(ast.Name("list", ast.Load()), [node], []), node)
