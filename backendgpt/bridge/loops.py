"""Let loops do what whoever writes them means, where Python would not. Pure.

In Python, `for todo in todos: if todo["done"]: todos.remove(todo)` skips every second element, and a
dictionary that shrinks in a loop raises. Whoever writes such a loop means each element that was there, and
here that is what it does. `for room in rooms: room["beds"]` raises if the rooms are an object, because their
names have no fields; here it goes through the rooms.
"""

from __future__ import annotations

import ast

from backendgpt.bridge.nodes import expression

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


def over_things(loop: ast.For | ast.comprehension, whole: ast.AST) -> None:
    """Let a loop that takes fields of what it goes through go through an object's things, not their names.

    Args:
        loop: The loop.
        whole: The statement or the comprehension that it belongs to.
    """
    if isinstance(loop.target, ast.Name) and _is_plain(loop.iter) and _takes_fields(whole, loop.target.id):
        source = ast.unparse(loop.iter)
        loop.iter = expression(f"list({source}.values()) if isinstance({source}, dict) else {source}")


def by_things(node: ast.Call) -> None:
    """Let `max(rooms, key=lambda room: room["beds"])` of an object of rooms be the name of one."""
    match node:
        case ast.Call(
            func=ast.Name(id="max" | "min" | "sorted"),
            args=[source],
            keywords=[
                ast.keyword(arg="key", value=ast.Lambda(args=ast.arguments(args=[ast.arg(arg=name)])) as key)
            ],
        ) if _is_plain(source) and _takes_fields(key, name):
            things, plain = ast.unparse(source), ast.unparse(key)
            by_name = f"lambda {name}: ({plain})({things}[{name}])"
            node.keywords[0].value = expression(f"({by_name}) if isinstance({things}, dict) else {plain}")


def _is_plain(node: ast.expr) -> bool:
    """Tell whether an expression may be worked out twice: names, and what stands under constant keys."""
    match node:
        case ast.Subscript(value=owner, slice=ast.Constant() | ast.Name()):
            return _is_plain(owner)
    return isinstance(node, ast.Name)


def is_field(node: ast.AST) -> bool:
    """Tell whether something is a field of what a name stands for: `room["beds"]`."""
    match node:
        case ast.Subscript(value=ast.Name(), slice=ast.Constant(value=str())):
            return True
    return False


def _takes_fields(node: ast.AST, name: str) -> bool:
    """Tell whether something takes a field of what this name stands for."""
    fields = (inner.value for inner in ast.walk(node) if isinstance(inner, ast.Subscript) and is_field(inner))
    return any(isinstance(owner, ast.Name) and owner.id == name for owner in fields)


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
