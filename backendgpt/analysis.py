"""What a program's text tells about where its answer came from. Pure."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from backendgpt.call import Call
from backendgpt.jsonvalue import Json, compact
from backendgpt.program import Program

Literal = str | int | float

_PURE = {"collections", "copy", "functools", "heapq", "itertools", "json", "math", "operator", "re"}
_PURE |= {"statistics", "string", "textwrap"}
_VARYING = {"datetime", "date", "random", "time", "uuid", "secrets", "id", "hash", "object"}
_VARYING |= {"choice", "randint", "shuffle", "uuid4"}
"""Names of what gives something else each time, whether or not they are imported."""

_WRITING = {"append", "clear", "extend", "insert", "pop", "remove", "reverse", "setdefault", "sort", "update"}
"""Methods that change what they belong to."""

_BY_KEY = {"get", "pop", "setdefault"}
_KINDS = {"status", "state", "priority", "type", "kind", "category", "role", "turn", "color", "level"}
_ENDS = re.compile(r"first|last|next|top|front|back|head|tail|latest|newest|oldest|recent|undo|begin|end|pop")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@lru_cache(maxsize=256)
def is_repeatable(program: Program) -> bool:
    """Tell whether a function answers the same whenever it is run: it asks neither the clock nor chance."""
    modules, names = set[str](), set[str]()
    for node in ast.walk(program.tree):
        match node:
            case ast.Import(names=aliases):
                modules |= {alias.name for alias in aliases}
            case ast.ImportFrom(module=module):
                modules.add(module or "")
            case ast.Name(id=name):
                names.add(name)
    return modules <= _PURE and not names & _VARYING and not any(name.startswith("__") for name in names)


@lru_cache(maxsize=256)
def always_writes(program: Program) -> bool:
    """Tell whether a function writes into what it has whatever it finds there: `todo["done"] = True`."""
    todo = list(program.handler.body)
    for statement in todo:
        if isinstance(statement, ast.For):
            todo += statement.body
    return any(map(_is_write, todo))


def _is_write(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Subscript(), *_]) | ast.AugAssign(target=ast.Subscript()) | ast.Delete():
            return True
        case (
            ast.Assign(value=ast.Call(func=ast.Attribute(attr=name)))
            | ast.Expr(value=ast.Call(func=ast.Attribute(attr=name)))
        ):
            return name in _WRITING
    return False


def seen_literals(program: Program, state: Json, call: Call) -> set[Literal]:
    """Return the literals that the model can only have from the state it saw.

    A function with such a literal answers only the state it was written for: `t["title"] == "Buy milk"` for
    the call `bought_the_dairy()`, `users.pop("ada")`, `todos[2]`. What only says of which kind a thing is, a
    status or a word that several things share, is no such literal.

    Args:
        program: The function.
        state: The state that the model was shown.
        call: The call; what its text or its arguments say was not taken from the state.
    """
    given = f"{call.text} {compact(call.args)}".casefold()
    known = {float(number) for number in _NUMBER.findall(given)}
    values, names = _telling(state)
    found: set[Literal] = set()
    for literal, role in _literals(program):
        if isinstance(literal, str):
            text = literal.casefold()
            if text and text not in given and (text in names or (role != "key" and text in values)):
                found.add(literal)
        elif abs(literal) not in known:
            by_place = role == "index" and not (literal in (0, -1) and _ENDS.search(given))
            if by_place or (role == "value" and abs(literal) > 1 and literal in values):
                found.add(literal)
    return found


def _telling(state: Json) -> tuple[set[Literal], set[str]]:
    """Return the values that tell the things in a state apart, and the names of things that are its keys."""
    pairs: Counter[tuple[str, Literal]] = Counter()
    names: set[str] = set()
    todo: list[tuple[str, Json]] = [("", state)]
    while todo:
        key, value = todo.pop()
        if isinstance(value, dict):
            names |= {name.casefold() for name in value} if _is_map(value) else set()
            todo += value.items()
        elif isinstance(value, list):
            todo += ((key, item) for item in value)
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            pairs[key, value.casefold() if isinstance(value, str) else value] += 1
    shared = {value for (_, value), times in pairs.items() if times > 1 and " " not in str(value)}
    return {value for key, value in pairs if key not in _KINDS} - shared, names


def _is_map(value: dict[str, Json]) -> bool:
    """Whether an object's keys name things: two or more objects with the same fields."""
    first, *others = list(value.values()) or [None]
    return (
        bool(others)
        and isinstance(first, dict)
        and all(isinstance(other, dict) and other.keys() == first.keys() for other in others)
    )


def _literals(program: Program) -> Iterator[tuple[Literal, str]]:
    """Go through the strings and numbers of a program with their role: `key`, `index`, `sum` or `value`."""
    parents = {child: node for node in ast.walk(program.tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(program.handler):
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
            continue
        value, parent = node.value, parents[node]
        if isinstance(value, str) and not isinstance(parent, ast.Expr):
            yield value, "key" if _is_key(node, parent) else "value"
        elif isinstance(value, int | float):
            if isinstance(parent, ast.UnaryOp):
                value, node, parent = -value, parent, parents[parent]
            yield value, _role(node, parent)


def _is_key(node: ast.expr, parent: ast.AST) -> bool:
    match parent:
        case ast.Subscript():
            return True
        case ast.Dict(keys=keys):
            return node in keys
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]):
            return name in _BY_KEY and node is first
    return False


def _role(node: ast.expr, parent: ast.AST) -> str:
    match parent:
        case ast.Subscript(value=owner):
            return "sum" if isinstance(owner, ast.Name) and owner.id in ("args", "params") else "index"
        case ast.Call(func=ast.Attribute(attr="pop" | "insert"), args=[first, *_]) if node is first:
            return "index"
        case ast.Compare() | ast.Dict() | ast.List() | ast.Tuple() | ast.Assign() | ast.Call():
            return "value"
    return "sum"
